"""prose/mixed-variants"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose import position
from pipeline.prose.citations import is_citation
from pipeline.prose.variants import Spelling, Variant, spellings

_REGIONS: dict[str, Variant] = {"en-us": "American", "en-gb": "British"}


@dataclass(frozen=True, slots=True)
class _Use:
    passage: Passage
    start: int
    end: int
    form: str
    spelling: Spelling


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    An article is in British spelling or in American spelling, not in both.

    Why: a reader who meets "colour" and "color" wonders whether they are two things, and no search finds both.
    Fix: write the word as the rest of the article is written. -ise and -ize tell nothing; names and
    quotations keep their spelling.
    """
    uses = [use for passage in prose for use in _uses(passage)]
    forms = {use.form for use in uses}
    # "cancelled" is written in both countries, but not beside "canceled".
    telling = [
        use
        for use in uses
        if use.spelling.tells or (use.spelling.tells_beside and use.spelling.other in forms)
    ]
    sides = {
        variant: [use for use in telling if use.spelling.variant == variant]
        for variant in ("British", "American")
    }
    if not all(sides.values()):
        return
    usual = max(sides, key=lambda variant: _weight(variant, sides[variant]))
    few = sides["American" if usual == "British" else "British"]
    example = sides[usual][0].form
    for use in few:
        text = use.passage.text[use.start : use.end]
        meant = use.spelling.other
        message = (
            f'"{text}" is {use.spelling.variant}; the article is {usual} elsewhere: "{example}"'
        )
        suggestion = meant.capitalize() if text[0].isupper() else meant
        yield Found.of(use.passage, use.start, use.end, message, suggestion, fix="unsafe")


def _weight(variant: str, uses: Sequence[_Use]) -> tuple[int, int, bool, tuple[int, int]]:
    """Say how much speaks for a variant: places, then words, then the article's locale, then who is first."""
    first = uses[0].passage.origin.place
    regional = _REGIONS.get(uses[0].passage.locale.lower()) == variant
    return len(uses), len({use.form for use in uses}), regional, (-first.line, -first.column)


def _uses(passage: Passage) -> Iterable[_Use]:
    table = spellings()
    written = _written() & position.forms(passage.text)
    if not written or is_citation(passage.text):
        return
    known = {form.lower() for form in written}
    for match in re.finditer(
        rf"(?<![\w’'])(?<!-)(?i:{'|'.join(sorted(known))})(?![\w(=])", passage.text
    ):
        if not _is_name(passage.text, *match.span()) and not position.quoted(
            passage.text, match.start()
        ):
            form = match[0].lower()
            yield _Use(passage, *match.span(), form, table[form])


@functools.cache
def _written() -> frozenset[str]:
    """Give the forms that have two spellings, with small letters and as they open a sentence."""
    return frozenset(spellings()).union(map(str.capitalize, spellings()))


def _is_name(text: str, start: int, end: int) -> bool:
    """Say whether a word may be part of a name: "the Theatre Royal", "Centre for Health"."""
    if text[start].islower():
        return False
    following = re.match(r" (?:(?:of|for|and|&)(?: the)? )?(\w)", text[end : end + 14])
    among_names = following is not None and following[1].isupper()
    return not position.opens(text, start) or among_names or text[start:end].isupper()


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "The colour fades. Its color is gone, and so is our favourite flavour.",
        "She saw an anaesthetist. Her behavior was normal, and the tumor is gone.",
        "The visit was canceled. No visit is cancelled twice.",
    ),
    good=(
        "We organise a tour and realize that its colour is grey.",
        "The analyses of the program need a licence. The Labour Party met in the center.",
        "They wrote “colour”, but the color is gray.",
        "A meter reads the gas; it is a metre wide, and made of fibre.",
    ),
    languages=frozenset({"en"}),
)
