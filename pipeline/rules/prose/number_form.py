"""prose/number-form"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline import locales
from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.seek import at_rows

# What every one of them has; the others take ten times as long to look for.
_SIGN = re.compile(r"\d[.,/]\d")
_EDGE = r"(?<![\w.,/-])"
_END = r"(?![\w/-]|[.,]\d)"
# Both signs, or grouping twice: what stands last is the decimal mark. One sign alone may be either.
_POINTED = re.compile(
    rf"{_EDGE}\d{{1,3}}(?:,\d{{3}})+\.\d+{_END}|{_EDGE}\d{{1,3}}(?:,\d{{3}}){{2,}}{_END}"
)
_COMMAED = re.compile(
    rf"{_EDGE}\d{{1,3}}(?:\.\d{{3}})+,\d+{_END}|{_EDGE}\d{{1,3}}(?:\.\d{{3}}){{2,}}{_END}"
)
_DECIMAL_POINT = re.compile(
    rf"{_EDGE}\d{{1,3}}\.(?:\d|\d\d){_END}(?=\s*(?:%|mg|g|kg|ml|l|cm|mm|m|km|°)(?!\w))"
)
_DECIMAL_COMMA = re.compile(
    rf"{_EDGE}\d{{1,3}},(?:\d|\d\d){_END}(?=\s*(?:%|mg|g|kg|ml|l|cm|mm|m|km|°)(?!\w))"
)
# The second number is no month: the day stands where this locale has the month.
_AMERICAN = re.compile(r"(?<![\w/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:\d{4}|\d\d)(?![\w/])")
_EUROPEAN = re.compile(r"(?<![\w/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:\d{4}|\d\d)(?![\w/])")


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    Numbers and dates are written as the language writes them.

    Why: 1,234 is a thousand to one reader and little more than one to another; of a dose, that is a
    thousandfold. A date whose month is 31 sends readers off on the wrong day.
    Fix: write the number with the locale's own signs, the month as a word. Only forms that cannot be
    this language's are named.
    """
    for passage in prose:
        if not _SIGN.search(passage.text):
            continue
        comma = locales.decimal(passage.locale) in {",", "٫"}
        patterns = (_POINTED, _DECIMAL_POINT) if comma else (_COMMAED, _DECIMAL_COMMA)
        for pattern in patterns:
            for match in at_rows(pattern, passage.text):
                message = f'"{match[0]}" is not how "{passage.locale}" writes a number'
                yield Found.of(passage, *match.span(), message)
        order = locales.date_order(passage.locale)
        wrong = {"dmy": _AMERICAN, "mdy": _EUROPEAN}.get(order)
        for match in at_rows(wrong, passage.text) if wrong else ():
            message = f'"{match[0]}" has day and month in another order than "{passage.locale}"'
            yield Found.of(passage, *match.span(), message)


RULE = Rule(
    level="review",
    check=check,
    source="CLDR",
    bad=(
        ("fr", "Il coûte 1,234.56 euros."),
        ("de", "Es sind 1,234,567 Menschen."),
        ("de", "Nehmen Sie 2.5 mg am Tag."),
        ("en", "It costs 1.234,56 euros."),
        ("en", "Take 2,5 mg a day."),
        ("fr", "Le 12/31/2024 au soir."),
        ("en-US", "On 31/12/2024 in the evening."),
    ),
    good=(
        ("fr", "Il coûte 1 234,56 euros le 31/12/2024, et 2,5 mg."),
        ("de", "Es sind 1.234.567 Menschen, Version 3.11.2 und 192.168.1.1."),
        ("en", "It costs 1,234.56 euros, 2.5 mg, on 12/31/2024, pages 4,5 and 6."),
        ("es-MX", "Cuesta 1,234.56 pesos y 2.5 mg."),
        ("de-CH", "Es kostet 2.5 mg."),
        ("ja", "1,234.56円です。"),
        ("ar", "الجرعة 2.5 ملغ."),
    ),
)
