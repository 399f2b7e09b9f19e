"""prose/decimal-mark"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.typography import numbers

# Only a unit behind it makes a number of what may be a version, a time, a date or a section.
_UNITS = r"(?:[kmµμ]?g|[mcdµμ]?l|[kcmµμ]?m|mmol|kcal|°C|%|€|kWh|[kMGT]B|mmHg)"
_WRITTEN = re.compile(
    rf"(?<![\w.,:/–-])\d{{1,4}}([.,])\d{{1,2}}(?=[ \u00a0\u202f]?{_UNITS}(?![\w/.-]\w|\w))"
)
_OTHER = {",": ".", ".": ","}


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A measure has the decimal mark of its language: "2,5 mg" in German, "2.5 mg" in English.

    Why: a point groups thousands in many languages, and a dose that is read wrongly does harm.
    Fix: take the suggestion. Numbers without a unit are let be, for they may be versions, times or dates.
    """
    for passage in prose:
        mark = numbers.decimal(passage.locale)
        if mark not in _OTHER or not any(map(str.isdigit, passage.text)):
            continue
        for match in _WRITTEN.finditer(passage.text):
            if match[1] != mark:
                right = match[0].replace(match[1], mark)
                message = f'"{match[0]}" is written "{right}" in this language'
                yield Found.of(passage, *match.span(), message, right, fix="unsafe")


RULE = Rule(
    level="warning",
    check=check,
    bad=(("de", "Nehmen Sie 2.5 mg."), ("fr", "Prenez 2.5\u00a0ml."), "Take 2,5 mg of it."),
    good=(
        ("de", "Nehmen Sie 2,5 mg am 3.5. um 9.30 Uhr mit Version 2.5 und 1.000 mg."),
        ("de-CH", "Nehmen Sie 2.5 mg."),
        "Take 2.5 mg, or 1,000 mg at 9,10 or so.",
    ),
    # Spanish is left out: the Academy takes both marks, and its countries differ.
    languages=frozenset("cs da de el en fi fr it nb nl pl pt ru sk sv uk".split()),
    source="CLDR, number symbols",
)
