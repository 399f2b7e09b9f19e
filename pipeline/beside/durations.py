"""Hours and minutes as one length of time: "1 h 30" is 90 minutes, as "1½ hours" is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.beside.digits import Number

_BETWEEN = 14
"""So many characters at most part hours and their minutes: their name, and "and"."""


def merged(found: Sequence[Number], text: str) -> Iterator[Number]:
    """
    Give the numbers of *text*, hours with their minutes and parts of hours as minutes.

    >>> from pipeline.beside.digits import numbers
    >>> [sorted(one.values) for one in merged(numbers("1時間30分", "ja"), "1時間30分")]
    [['90']]
    """
    hours: Number | None = None
    for one in found:
        if hours and one.unit == "minute" and one.start - hours.end <= _BETWEEN and one.size < 60:
            minutes = f"{(hours.size * 60 + one.size).normalize():f}"
            span = hours.start, one.end
            yield Number(frozenset({minutes}), *span, text[slice(*span)], "minute")
            hours = None
            continue
        if hours:
            yield hours
        hours = one if one.unit == "hour" and one.kind == "number" else None
        if hours and hours.size % 1:
            minutes = f"{(one.size * 60).normalize():f}"
            hours = replace(one, values=one.values | {minutes}, unit="minute")
        if hours is None:
            yield one
    if hours:
        yield hours
