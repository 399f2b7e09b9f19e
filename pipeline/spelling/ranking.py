"""What was likely meant by an unknown form: candidates, and their order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.spelling import distance, edits, habits, joined, parts, variants
from pipeline.spelling.lexicon import Lexicon

MOST = 5
"""How many suggestions an editor reads."""

_LONGEST = 40
"""A longer form is not a slip of one or two letters; nothing is proposed for it."""

_WEIGHED = 24
"""How many candidates are weighed letter by letter; more changes no first suggestion."""

_PER_EDIT = 4.0
"""
What one unit of distance costs on the Zipf scale: an edit makes a word ten thousand times less likely.

Fitted on real misspellings of four languages; with 3 or 5 the right word is first one time in a hundred
less often.
"""

_ACCENTED = 1.2
"""What the lightest edit costs: an accent."""

_CAPITAL = 0.7
_OURS = 0.5
"""What a capital costs that nobody typed, and what a word of the text itself gains."""

_HABIT = 40.0
"""What a habitual misspelling means stands so far before all else that it is certain."""

_TERM = 3.0
"""How common a term of the text is taken to be that no dictionary has."""

_SLIP = 1.6
_SLIPS = 2.2
"""How far one slip and two take a word at most."""

_SHARE = 0.35
"""How much of a long word may be wrong, if it is still to be that word."""

_UNLISTED = 4.5
"""
What it costs a form to be a word that no dictionary has.

Words missing from the Spanish, German and Arabic lists ("serotonina", "Sertralin") stand 6 and more
above the best candidate, common misspellings ("publically", "desición") at most 4.4.
"""

_SCARCE = 1.3
_ROOM = 0.5
_MISTYPED = 1.7
_TAKEN_OVER = 2.0
"""
What is met at all is no slip of words that are not thirty times as common, or two edits away.

Of 1,760 misspellings that people collected in ten languages, 10 pass for words by this alone, and so do
a third of the common forms that a dictionary lacks ("protones"). A little more is believed of a word
that is known in a language it may have been taken over from ("quinoa").
"""

_DENSE = frozenset({"ar", "fa", "he", "ur"})
_COUNTED = 2.3
_CHEAP = 0.82
"""
Where hardly a vowel is written, nearly every string is close to a word.

There a form that is often counted is a word too, unless all that keeps it from a commoner one is a
swap, or another letter of nearly its sound: what Arabic texts get wrong most is their hamzas.
"""


_IN_USE = 3.0
"""The zipf from which a form is a word, if nothing nearer was meant."""

_LONG_ENOUGH, _LIGHT, _NEAR = 5, 0.7, 2.6
"""How long such a word is; what an accent costs, so often missing; how far away a slip may be."""

_LONG, _FAR = 8, -4.0
"""Below this score a candidate is hardly what was meant; in a long word three edits may be."""


class Candidate(NamedTuple):
    """A form that may have been meant; the best has the highest score."""

    score: float
    form: str


def suggest(
    form: str, lexicon: Lexicon, own: Collection[str] = (), *, most: int = MOST
) -> tuple[str, ...]:
    """
    Give what was likely meant by *form*, best first, in its capitals.

    *own* are the words of the text and of the project: likelier than those of the whole language.

    >>> lexicon = Lexicon("en", {"receive", "relieve"}.__contains__)
    >>> suggest("Recieve", lexicon)
    ('Receive', 'Relieve')
    """
    given = dict.fromkeys(_in_capitals_of(form, found.form) for found in rank(form, lexicon, own))
    given.pop(form, None)
    return tuple(given)[:most]


def stands(form: str, lexicon: Lexicon, *, times: int = 1, taken_over: bool = False) -> bool:
    """
    Is *form* a word that the dictionary has missed, judged by how people write.

    No dictionary is complete, least of all in medicine. A form is taken for a word when the texts of
    the language have it more often than the known words near it would be mistyped that way, or more
    often than these words themselves. Where this text has it three *times*, a little less will do.
    One that is *taken_over* from a language with small letters is not its own name: "internet".
    """
    zipf = lexicon.zipf(form)
    if zipf <= 0 or lexicon.elsewhere(form) or parts.accented(lexicon.fold(form), lexicon):
        return False
    low = lexicon.fold(form)
    ranked = [
        found
        for found in rank(form, lexicon)
        if not (taken_over and lexicon.fold(found.form) == low)
        and not _marks_forgotten(low, lexicon.fold(found.form), lexicon)
        # Two rare words that stand together by chance say nothing.
        and not (" " in found.form and found.score < joined.BY_CHANCE)
    ]
    unlisted = _UNLISTED - (1.5 if times >= 3 else 0.0)
    if not ranked or zipf - unlisted > ranked[0].score:
        return True
    near = {
        found.form: distance.weigh(low, lexicon.fold(found.form), language=lexicon.language)
        for found in ranked
    }
    if zipf > _SCARCE and len(low) >= _LONG_ENOUGH:
        edit = _TAKEN_OVER if taken_over else _MISTYPED
        if all(
            " " not in form
            and zipf > lexicon.zipf(form) + _ROOM - (edit * far if far > _LIGHT else 0.0)
            for form, far in near.items()
            if far < _NEAR
        ):
            return True
    reach = _CHEAP if dense(lexicon) and zipf > _COUNTED else _SLIPS
    return all(
        " " not in form and zipf > lexicon.zipf(form) for form, far in near.items() if far < reach
    )


def dense(lexicon: Lexicon) -> bool:
    """Is nearly every string of a language close to a word."""
    return lexicon.language in _DENSE


def far(form: str, meant: str, lexicon: Lexicon) -> bool:
    """Is a form more than a swap or a letter of nearly the same sound away from what was meant."""
    return distance.weigh(form, lexicon.fold(meant), language=lexicon.language) >= _CHEAP


def _marks_forgotten(form: str, other: str, lexicon: Lexicon) -> bool:
    """Is *other* the form without its hamzas, which Arabic texts leave out and hardly ever add."""
    return lexicon.language in _DENSE and form != other == distance.bare(form)


def near_miss(
    form: str,
    lexicon: Lexicon,
    own: Collection[str] = (),
    *,
    zipf: float = 0.0,
    slips: int = 1,
) -> bool:
    """
    Is *form* one slip away, or two, from a word in use: then it is hardly a name or a term.

    In use is a word of the text itself, and one that is at least as common as *zipf*. That a form
    which people do write is close to a name says nothing: "Abdallah", "Abdullah".
    """
    low = lexicon.fold(form)
    # Who mistypes an English word does not come upon an accent: "Serviço".
    marked = lexicon.language == "en" and not low.isascii()
    uncounted = not lexicon.frequencies.common
    met = lexicon.language != "de" and lexicon.zipf(form) > 0
    return any(
        candidate.score > -_PER_EDIT * slips
        and not (marked and candidate.form.isascii())
        and not (met and candidate.form[:1].isupper())
        and (uncounted or candidate.form in own or lexicon.zipf(candidate.form) >= zipf)
        and distance.weigh(low, lexicon.fold(candidate.form), language=lexicon.language)
        < (_SLIP if slips == 1 else _SLIPS)
        for candidate in rank(form, lexicon, own)[:MOST]
    )


def rank(form: str, lexicon: Lexicon, own: Collection[str] = ()) -> tuple[Candidate, ...]:
    """Give every candidate for *form* in small letters, the likeliest first."""
    low = lexicon.fold(form)
    scored: dict[str, float] = {}
    for score, candidate in _ranked(low, lexicon):
        scored[candidate] = max(score, scored.get(candidate, score))
    for word in _own(low, lexicon, own):
        zipf = lexicon.zipf(word) if lexicon.knows(word) else max(lexicon.zipf(word), _TERM)
        cost = distance.weigh(low, lexicon.fold(word), language=lexicon.language)
        scored[word] = zipf + _OURS - _PER_EDIT * cost
    if habitual := habits.meant(low, lexicon.language):
        scored[habitual] = _HABIT
    best = sorted(scored.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Candidate(score, candidate) for candidate, score in best)


@lru_cache(maxsize=4096)
def _ranked(low: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Rank what the language alone offers: the same for every text."""
    if not 1 < len(low) <= _LONGEST:
        return ()
    # Frequencies are counted in forms without ß.
    plain = low.casefold()
    lacking = parts.accented(low, lexicon)
    near = dict.fromkeys(edits.likely(plain, lexicon), 1)
    if len(low) > 4:
        near |= _within(plain, 2, lexicon)
    near |= dict.fromkeys(distance.misheard(plain, lexicon.language), 1)
    near |= dict.fromkeys(variants.accents(plain, lexicon.alphabet), 1)
    near |= dict.fromkeys(_same_but_for_accents(low, lexicon), 0)
    near |= {lexicon.fold(form): 1 for form in lexicon.propose(low)}
    found = _accepted(low, near, lexicon)
    if len(low) > 5 and all(candidate.score < _FAR for candidate in found):
        sounds = variants.heard(plain, lexicon.alphabet, lexicon.language)
        far = _within(plain, 3, lexicon) if not found or len(low) > _LONG else {}
        found += _accepted(low, dict.fromkeys(sounds, 2) | far, lexicon)
        found += _established(low, near, lexicon)
    if lacking:
        found.append(Candidate(max(lexicon.zipf(lacking), _TERM) - _ACCENTED, lacking))
    return (*found, *itertools.starmap(Candidate, joined.halves(low, lexicon)))


def _accepted(low: str, near: Mapping[str, int], lexicon: Lexicon) -> list[Candidate]:
    """Weigh those of the forms, given with their number of edits, that the dictionary accepts."""
    zipfs = {form: lexicon.zipf(form) for form in near if form}
    order = sorted(zipfs, key=lambda form: (3.5 * near[form] - zipfs[form], form))
    counted = (form for form in order if zipfs[form])
    found = list(itertools.islice(_weighed(low, counted, lexicon), _WEIGHED))
    if sum(candidate.score > -_ACCENTED for candidate in found) < MOST:
        # A form that nobody has counted scores less than any of five good ones: half the time saved.
        uncounted = (form for form in order if not zipfs[form])
        found += itertools.islice(_weighed(low, uncounted, lexicon), _WEIGHED)
    return found


def _established(low: str, near: Mapping[str, int], lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the forms in use that no dictionary has: the Spanish list lacks "hipertensión"."""
    for form in near:
        zipf = lexicon.zipf(form)
        if zipf > _IN_USE and form != low and not lexicon.knows(form):
            cost = distance.weigh(low, form, language=lexicon.language)
            if cost < _SLIP:
                yield Candidate(zipf - _PER_EDIT * cost - _CAPITAL, form)


def _weighed(low: str, forms: Iterable[str], lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the forms that the dictionary has, unless they are another word altogether."""
    farthest = max(_SLIP, len(low) * _SHARE)
    for form in forms:
        if written := _written(form, lexicon):
            small = lexicon.fold(written)
            far = distance.weigh(low, small, language=lexicon.language)
            capital = 0.0 if written == small else _CAPITAL
            if lexicon.language == "de":
                # Every noun has its capital by right; elsewhere it is one more slip to assume.
                capital /= 2
            if far <= farthest:
                yield Candidate(lexicon.zipf(form) - _PER_EDIT * far - capital, written)


def _written(form: str, lexicon: Lexicon) -> str:
    """
    Give a folded form as the dictionary has it, or nothing.

    >>> _written("strasse", Lexicon("de", {"Straße"}.__contains__))
    'Straße'
    """
    ways = [form]
    if lexicon.language == "de":
        ways += [form[: at.start()] + "ß" + form[at.end() :] for at in re.finditer("ss", form)]
        ways += [way[:1].upper() + way[1:] for way in ways]
    elif lexicon.zipf(form):
        # Names are looked for only where they are counted: each question has its price.
        ways.append(form[:1].upper() + form[1:])
    return next(filter(lexicon.knows, ways), "")


def _same_but_for_accents(low: str, lexicon: Lexicon) -> Iterator[str]:
    expanded = distance.expand(low, lexicon.language)
    yield from (low, expanded)
    for form in (low, distance.bare(low), distance.bare(expanded)):
        yield from lexicon.plain.get(form, ())


def _within(low: str, most: int, lexicon: Lexicon) -> dict[str, int]:
    """Give the common words within so many edits."""
    return {
        form: int(far)
        for length in range(len(low) - most, len(low) + most + 1)
        if (shelf := lexicon.shelves.get(length))
        for form, far, _ in process.extract(
            low, shelf, scorer=OSA.distance, score_cutoff=most, limit=None
        )
        if form != low
    }


def _own(low: str, lexicon: Lexicon, own: Collection[str]) -> Iterator[str]:
    """Give the words of the text itself that are within two edits."""
    most = 1 if len(low) <= 4 else 2
    # A capital is one edit more.
    for word, *_ in process.extract(
        low, own, scorer=OSA.distance, score_cutoff=most + 1, limit=None
    ):
        if word != low and 0 < OSA.distance(low, lexicon.fold(word)) <= most:
            yield word


def _in_capitals_of(form: str, candidate: str) -> str:
    """
    Give *candidate* in the capitals of *form*.

    >>> _in_capitals_of("Teh", "the"), _in_capitals_of("TEH", "the"), _in_capitals_of("jonh", "John")
    ('The', 'THE', 'John')
    """
    if len(form) > 1 and form.isupper():
        return candidate.upper()
    if form[:1].isupper() or form[1:2].isupper():
        # "hWat": the capital has moved with its letter.
        return candidate[:1].upper() + candidate[1:]
    return candidate
