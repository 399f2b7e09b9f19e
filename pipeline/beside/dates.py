"""Months and days of the week by their names, which CLDR knows; days and years beside a month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pipeline import locales
from pipeline.beside.digits import Number
from pipeline.beside.quick import folded, holds


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a month or a day: which one, from 1 or 0 on, and where it stands."""

    what: Literal["month", "day"]
    value: int
    start: int
    end: int
    text: str


_CJK_MONTH = re.compile(r"(?<!\d)(1[0-2]|[1-9]|[１-９])\s?[月월](?!间|間|以)")
_CJK_YEAR_OR_DAY = re.compile(r"\s?[年日号號년일]")
_BESIDE = re.compile(
    r"\A[ \u00a0\u202f,.]{0,3}(?:(?:de|del|di|do|of|the|d['’]|st|nd|rd|th|er|º|ª|°)\.?[ \u00a0]?)*\Z"
)
_TOGETHER = frozenset({"ja", "ko", "yue", "zh"})
# A month is also a verb, a march, a name, a short word: only beside a number, or written in full.
_SHORT = 3


def names(text: str, locale: str) -> tuple[Name, ...]:
    """
    Give the names of months and days in *text*.

    >>> [(one.what, one.value) for one in names("Am Montag, 5. März", "de")]
    [('day', 0), ('month', 3)]
    """
    language = locales.language(locale)
    if language in _TOGETHER:
        return tuple(_eastern(text, language))
    if not holds(text, _first_words(language)):
        return ()
    months, days = locales.months(language), _days(language)
    found = []
    for match in _pattern(language).finditer(text):
        word = " ".join(match[1].casefold().split())
        capital = match[1][0].isupper() or not _CAPITALS.get(language)
        if word in months and capital:
            found.append(Name("month", months[word], *match.span(1), match[1]))
        elif word in days and capital:
            found.append(Name("day", days[word], *match.span(1), match[1]))
    return tuple(found)


_CAPITALS: Mapping[str, bool] = {"de": True, "en": True}
"""The languages that write these names with a capital letter."""


def dated(
    text: str, numbers: Sequence[Number], named: Sequence[Name], locale: str
) -> tuple[Number, ...]:
    """Give *numbers*, those that are the day or the year beside a month marked as of a date."""
    months = [one for one in named if one.what == "month"]
    if not months:
        return tuple(numbers)
    return tuple(
        replace(one, kind="day", unit="")
        if one.kind == "number" and any(_beside(text, one, month, locale) for month in months)
        else one
        for one in numbers
        # The digits of 3月 are its name.
        if not any(month.start <= one.start < month.end for month in months)
    )


def sure(text: str, name: Name, numbers: Sequence[Number], locale: str) -> bool:
    """Say whether *name* is one beyond doubt: in full, or beside a number of a date."""
    full = len(name.text) > _SHORT and name.text.casefold() not in (
        "march",
        "mars",
        "marzo",
        "mart",
    )
    return full or any(_beside(text, one, name, locale) for one in numbers)


def _beside(text: str, number: Number, month: Name, locale: str) -> bool:
    if locales.language(locale) in _TOGETHER:
        near = abs(number.end - month.start) <= 2 or abs(number.start - month.end) <= 1
        marked = bool(_CJK_YEAR_OR_DAY.match(text, number.end))
        return near and marked
    if number.end <= month.start:
        between = text[number.end : month.start]
    else:
        # The year stands behind the day: "March 5, 2021".
        between = re.sub(
            r"\A[ \u00a0]?\d{1,2}(?:st|nd|rd|th)?(?=[ ,])", "", text[month.end : number.start]
        )
    return len(between) <= 12 and bool(_BESIDE.match(between))


@lru_cache(maxsize=32)
def _days(language: str) -> Mapping[str, int]:
    # In Portuguese and Vietnamese a day is a number word: "segunda", "thứ hai".
    return {name: day for name, day in locales.weekdays(language).items() if len(name) > _SHORT}


def _known(language: str) -> set[str]:
    every = {*locales.months(language), *_days(language)}
    return {name for name in every if len(name) >= _SHORT and not name.isdigit()}


@lru_cache(maxsize=32)
def _first_words(language: str) -> tuple[str, ...]:
    return folded(name.split()[0] for name in _known(language))


@lru_cache(maxsize=32)
def _pattern(language: str) -> re.Pattern[str]:
    known = sorted(_known(language), key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in known)
    return re.compile(rf"(?<![\w-])[وبفل]?({either})(?![\w-])", re.IGNORECASE)


def _eastern(text: str, language: str) -> Iterator[Name]:
    for match in _CJK_MONTH.finditer(text):
        yield Name("month", int(match[1]), *match.span(1), match[1])
    for day, name in ((day, name) for name, day in locales.weekdays(language).items()):
        start = text.find(name)
        if start >= 0:
            yield Name("day", day, start, start + len(name), name)
    if language == "zh":
        for match in re.finditer("(?:周|週|礼拜|禮拜)([一二三四五六日天])", text):
            yield Name(
                "day",
                "一二三四五六日".find(match[1].replace("天", "日")),
                *match.span(),
                match.group(),
            )
