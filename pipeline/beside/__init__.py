"""
What a translation says beside its source: the same numbers, doses and dates, a whole sentence, its own words.

Code, links, addresses and placeholders are masked before anything is compared. Both sides may write a
number as they like: grouped, in another script, in words; what neither way of reading explains is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline import faithful, locales
from pipeline.beside import compare, side, words
from pipeline.beside.difference import About, Difference, found
from pipeline.beside.side import Side
from pipeline.model import Run

__all__ = [
    "About",
    "Difference",
    "differences",
    "folded",
    "found",
    "same_language",
    "translated",
]

_DIGIT = re.compile(r"\d|[½¼¾⅓⅔⅛]")
# Columns set with spaces, over several lines: a screen, a table of a program.
_LINES = 3
_DRAWN = re.compile(r"\S {2,}\S[^\n]*+(?:\n[^\n]*+){4}")


def translated(runs: Sequence[Run]) -> Iterator[Run]:
    """Give the runs that can be compared: shown in their own language, prose, and not as the source is."""
    for run in runs:
        if (
            run.state == "translated"
            and not run.segment.kind.startswith("code")
            and not (run.segment.id.count("\n") > _LINES and _DRAWN.search(run.segment.id))
        ):
            yield run


def same_language(one: str, other: str) -> bool:
    """Say whether two locales have one language, so that a translation may be its source."""
    return locales.language(one) == locales.language(other)


def folded(text: str) -> str:
    """
    Give *text* without what may differ between two translations of one thing: capitals, marks at the ends.

    >>> folded("**Side  effects:**")
    'side effects'
    """
    return " ".join(text.casefold().split()).strip(" .:;,!?…*_#。：；，！？、،؛؟\"'“”„«»‘’()")


def differences(run: Run, source: str = "en") -> tuple[Difference, ...]:
    """Give what *run* says otherwise than its segment, which is in the locale *source*."""
    if run.text == run.segment.id or same_language(run.locale, source):
        return ()
    printf = faithful.printf(run.message)
    return _differences(run.segment.id, run.text, run.segment.kind, source, run.locale, printf)


# Three rules ask of the same run.
@lru_cache(maxsize=8192)
def _differences(  # noqa: PLR0917 - a key of the cache
    before: str, after: str, kind: str, source: str, locale: str, printf: bool
) -> tuple[Difference, ...]:
    language = locales.language(source)
    if (
        not _DIGIT.search(before)
        and not _DIGIT.search(after)
        and not (words.may_claim(before, language) or _NAMES.search(before))
    ):
        return ()
    sides = (
        _source_side(before, kind, source, printf),
        side.read(after, kind, locale, printf=printf),
    )
    return tuple(dict.fromkeys(compare.differences(*sides)))


# One source has as many translations as there are languages.
@lru_cache(maxsize=4096)
def _source_side(text: str, kind: str, locale: str, printf: bool) -> Side:
    return side.read(text, kind, locale, printf=printf, source=True)


# A capital letter, as months and days have in English; elsewhere they hardly stand without a digit.
_NAMES = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|(?:Sept|Nov|Dec)ember|October|[Tt]wice|[Oo]nce)\b"
)
