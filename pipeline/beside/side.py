"""One side of a translation as it is read: its prose, and the numbers, dates and words in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline import locales
from pipeline.beside import dates, digits, durations, often, units, words
from pipeline.beside.dates import Name
from pipeline.beside.digits import Number
from pipeline.beside.often import Often
from pipeline.model import NOT_PROSE
from pipeline.prose import passages

_PRINTF = re.compile(r"%(?:\d+\$)?[-#0+ ]?\d{0,3}(?:\.\d{1,3})?(?:hh|h|ll|l|z)?[sdifruxXgGeEc%]")
# In a catalog of another kind: names in braces and variables of a shell.
_MAY_HIDE = "$&\\<"
_HIDDEN = re.compile(r"\$[^\W\d]\w*|&[a-z][\w.-]*;|\\f[A-Z]|[A-Z]<[^<>\n]*>")


@dataclass(frozen=True, slots=True)
class Side:
    """
    What was *written*, its *text* with blanks for all that is no prose, and what it says in numbers.

    Both are of one length, so that every offset in the one is the same place in the other.
    """

    written: str
    text: str
    language: str
    numbers: tuple[Number, ...]
    names: tuple[Name, ...]
    often: tuple[Often, ...]

    @property
    def said(self) -> frozenset[str]:
        """The numbers that it may say in words; asked for only where one is missed in digits."""
        return words.allowed(self.text, self.language)


def read(text: str, kind: str, locale: str, *, printf: bool = False, source: bool = False) -> Side:
    """Read a text in *locale*; of a *source*, how often something is done counts by the day only."""
    language = locales.language(locale)
    shown = prose(text, kind, locale)
    if printf:
        shown = _PRINTF.sub(_blank, shown)
    if any(map(shown.__contains__, _MAY_HIDE)):
        shown = _HIDDEN.sub(_blank, shown)
    named = dates.names(shown, locale)
    counted = tuple(durations.merged(digits.numbers(shown, language), shown))
    found = dates.dated(shown, counted, named, locale)
    times = often.read(shown, language, period=source)
    return Side(text, shown, language, found, named, times)


def prose(text: str, kind: str, locale: str) -> str:
    """
    Give *text* with blanks for what is no prose, and every other character in its place.

    >>> prose("Take `5` **mg** of [it](a5.md).", "paragraph", "en")
    'Take \ufffc     mg   of  it        .'
    """
    found = passages.plain(text, locale, kind)
    if len(found) == 1 and found[0].text == text:
        return text
    drawn = [" "] * len(text)
    for passage in found:
        ends = (*(start for start, _ in passage.starts[1:]), len(passage.text))
        for (start, source), end in zip(passage.starts, ends, strict=True):
            drawn[source : source + end - start] = passage.text[start:end]
    return "".join(drawn[: len(text)])


def _blank(match: re.Match[str]) -> str:
    return NOT_PROSE + " " * (len(match.group()) - 1)


def names_unit(side: Side, unit: str) -> bool:
    """Say whether *side* names *unit* anywhere."""
    return units.named(side.text, unit, side.language)
