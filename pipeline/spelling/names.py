"""Names: which unknown forms are some, and which one text writes in two ways."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from pipeline.spelling import building, ranking, reading
from pipeline.spelling.lexicon import Lexicon
from pipeline.spelling.reading import Doubt

_LONG_NAME = 9
"""How long a name is that is looked at more closely."""

_LOOKED_AT = 100
"""How many of a long list of names are looked at closely."""

_SHORTEST = 5
_LONG = 8
"""From this length on a name may differ in two letters and still be the same."""


def variants(times: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """
    Give each name met once that is another one, met more often, but for a letter or two.

    Endings do not count, for many languages decline names. A name that begins otherwise is another.

    >>> list(variants({"Vythilingam": 3, "Vythilingham": 1, "Kowalski": 2, "Kowalskiego": 1}))
    [('Vythilingham', 'Vythilingam')]
    """
    for rare in (name for name, count in times.items() if count == 1 and len(name) >= _SHORTEST):
        near = [
            (-count, name)
            for name, count in times.items()
            if count > 1 and name[0] == rare[0] and _same_but_for_a_slip(rare, name)
        ]
        if near:
            yield rare, min(near)[1]


def _same_but_for_a_slip(rare: str, name: str) -> bool:
    most = 2 if min(len(rare), len(name)) >= _LONG else 1
    return 0 < OSA.distance(rare, name, score_cutoff=most) <= most and not _declined(rare, name)


def _declined(one: str, other: str) -> bool:
    """Do two forms differ at their ends alone."""
    pairs = zip(one, other, strict=False)
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    return one[same:][-1:] != other[same:][-1:]


def shown(doubts: Sequence[Doubt], met: Collection[str]) -> frozenset[str]:
    """
    Give the forms shown to be names by a capital in mid-sentence: everywhere but in German.

    Even so it is no name if nobody was ever called that and it is one slip from a common word, or
    from a name of the text, *met* in small letters: "the Americna College". Of a long list of names only the first are looked at so closely.
    """
    likely = {doubt.form: doubt.lexicon for doubt in doubts if doubt.mid_sentence}
    odd = {doubt.form for doubt in doubts if not like_one(doubt)}
    return frozenset(
        form
        for number, (form, lexicon) in enumerate(likely.items())
        if form not in odd
        and lexicon.language != "de"
        and (
            number >= _LOOKED_AT
            or lexicon.zipf(form) > 0
            or not ranking.near_miss(form, lexicon, met, zipf=reading.common(form))
            or _brand(form, lexicon, met)
        )
    )


def _brand(form: str, lexicon: Lexicon, met: Collection[str]) -> bool:
    """Is a name two words put together, rather than a slip of one that is common: "Multicare"."""
    best = ranking.rank(form, lexicon, met)[0]
    return best.score < 0 and building.together(lexicon.fold(form), lexicon)


def moved(doubt: Doubt) -> bool:
    """Has the capital of a word come one letter late: "hWat"."""
    head = doubt.form[:2]
    return head[:1].islower() and doubt.lexicon.knows(head[::-1] + doubt.form[2:])


def like_one(doubt: Doubt) -> bool:
    """Has a word the capitals of a name: not "WHich" or "DEPRESSOIN"."""
    form, lexicon = doubt.form, doubt.lexicon
    if form.isupper() or not doubt.capital or doubt.why != "unknown":
        return False
    low = lexicon.fold(form)
    return not (lexicon.knows(low) or lexicon.knows(low.capitalize()))


def nothing_else(group: Sequence[Doubt], own: Collection[str]) -> bool:
    """Has a form capitals where every word would, and is it no slip of any word."""
    form, lexicon = group[0].form, group[0].lexicon
    slips = 2 if len(form) >= _LONG_NAME and not lexicon.zipf(form) else 1
    return all(map(like_one, group)) and not ranking.near_miss(form, lexicon, own, slips=slips)
