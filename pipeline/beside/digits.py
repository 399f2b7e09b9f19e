"""Numbers in digits: of any script, grouped and pointed as any locale does, with the unit behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipeline.beside import units
from pipeline.prose.seek import at_rows

Kind = Literal["number", "date", "day", "time", "phone", "version", "name"]
"""
Of a number: what it is part of. A date is all in digits, a day or a year stands beside the name of a month
(both are a "day"), a name is "B12" or "3D".
"""


@dataclass(frozen=True, slots=True)
class Number:
    """
    A number of a text: all that it may say, the unit behind it, and where it stands.

    `1.234` may be more than a thousand or little more than one. *prefix* are the letters before it.
    """

    values: frozenset[str]
    start: int
    end: int
    text: str
    unit: str = ""
    kind: Kind = "number"
    prefix: str = ""
    many: frozenset[str] = frozenset()
    """The same times the thousand, million or billion behind it."""

    def is_same(self, other: Number) -> bool:
        """
        Say whether both may say one number.

        A word for a million may be unknown in one language; two that are known must be the same.
        """
        if self.many and other.many:
            return bool(self.many & other.many)
        return bool((self.values | self.many) & (other.values | other.many))

    @property
    def size(self) -> Decimal:
        """The smallest of its values; nothing where it is no number."""
        try:
            return min(Decimal(value) for value in self.values)
        except ArithmeticError:
            return Decimal(0)


# Only groups of three stand behind a space: "5 100" is one number, "5 10" are two.
_CHAIN = re.compile(
    r"\d++(?:(?:[.,'’٬٫·,.](?=\d)\d++)|(?:[ \u00a0\u202f\u2009](?=\d{3}(?!\d)))\d{3})*+"
)
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d{1,3}[ .\u00a0-]?|00\d{1,3}[ .-])?(?:\(\d{1,5}\)[ .\u00a0-]?)?"
    r"\d{1,5}(?:[ .\u00a0-]\d{2,5}){1,5}(?![\w/-]|[.,]\d)"
)
_PHONE_DIGITS = 8
_DATE = re.compile(
    r"(?<![\d/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])"
    r"|(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\6(\d{4}|(?<=/)\d{2})(?![\w/-]|\.\d)"
)
_TIME = re.compile(
    r"(?<![\d:.])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])(?:[ \u00a0\u202f]?([ap])\.?m\b\.?)?"
    r"|(?<![\d:.,])(\d{1,2})[ \u00a0\u202f]?([ap])\.?m\b\.?"
    r"|(?<![\d:.,])(\d{1,2})[ \u00a0\u202f]?(?:h|Uhr|ч)(?:[ \u00a0\u202f]?(\d{2})(?!\d))?(?!\w)"
    r"|(?<![\d:.,])(\d{1,2})\s?[時时點点](?!間)(?:\s?(\d{1,2})\s?分)?",
    re.IGNORECASE,
)
# Italian and German clocks have a point: "8.30" may be one.
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_FRACTION = re.compile(r"(?<![\d/.,])(\d{1,2})[/⁄](\d{1,3})(?![\d/])")
_MIXED = re.compile(
    r"(?<![\d.,/])(\d{1,3})(?:[ \u00a0\u202f]?([½¼¾⅓⅔⅛])|[ \u00a0\u202f](\d)[/⁄](\d)(?![\d/]))"
)
_SIGNS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8)}
_PREFIX = re.compile(r"([A-Za-z\u00c0-\u024f\u0370-\u052f_]+-?|[A-Z]-)\Z")
_JOINS = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f_-]")
_SUFFIX = re.compile(r"[A-Za-z]+\w*")
# An ordinal's ending, a decade's, "times", and what some languages put behind numbers.
_ENDING = frozenset(
    "st nd rd th s er ère ere e ème eme è re ers os as ª º o a ter ten te de ste x er ern mal".split()
)
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")
_DIGIT = re.compile(rf"[\d{''.join(_SIGNS)}]")
_MULTIPLIERS: dict[str, int] = {
    **dict.fromkeys(
        "k thousand mille mil tausend mila duizend тыс тысяч тысячи ألف آلاف".split(), 3
    ),
    **dict.fromkeys(
        "million millions millionen mio mln millón millones milione milioni milhão milhões "
        "miljoen миллион миллиона миллионов млн مليون ملايين mn".split(),
        6,
    ),
    **dict.fromkeys(
        "billion billions bn milliard milliards milliarde milliarden mrd miliardo miliardi bilhão "
        "bilhões miljard миллиард миллиарда миллиардов млрд مليار مليارات".split(),
        9,
    ),
}
_TOGETHER = {"百万": 6, "千": 3, "万": 4, "萬": 4, "億": 8, "亿": 8, "만": 4, "억": 8}
_WORD = re.compile(r"[ \u00a0\u202f]?([^\W\d_]+)")
_SEPARATOR = re.compile(r"[.,'’٬٫·,. \u00a0\u202f\u2009]")


def numbers(text: str, language: str) -> tuple[Number, ...]:
    """
    Give the numbers of *text*, in order.

    >>> [(sorted(one.values), one.unit) for one in numbers("1.234,56 € und 2,5 mg", "de")]
    [(['1234.56'], ''), (['2.5'], 'mg')]
    """
    if not _DIGIT.search(text):
        return ()
    taken: list[Number] = []
    for read in (_dates, _phones, _times, _fractions, _chains):
        spans = [(one.start, one.end) for one in taken]
        taken.extend(
            one
            for one in read(text, language)
            if not any(one.start < end and start < one.end for start, end in spans)
        )
    return tuple(sorted(taken, key=lambda one: one.start))


def plain(digits: str) -> str:
    """
    Give digits of any script as those of ASCII.

    >>> plain("٢٠٢١")
    '2021'
    """
    if digits.isascii():
        return digits
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in digits
    )


def _dates(text: str, _language: str) -> Iterator[Number]:
    """Give each part of a date in digits; which of two is the month, nobody says."""
    for match in at_rows(_DATE, text):
        for group in (1, 3, 4, 5, 7, 8):
            if match[group]:
                value = plain(match[group])
                values = {_whole(value)}
                if group in (1, 8):
                    values.add(_whole(value[-2:]))
                yield _number(text, match.span(group), values, kind="date")


def _phones(text: str, _language: str) -> Iterator[Number]:
    if sum(map(str.isdecimal, text)) < _PHONE_DIGITS:
        return
    for match in _PHONE.finditer(text):
        digits = "".join(filter(str.isdigit, plain(match.group())))
        groups = _SEPARATOR.split(match.group())
        grouped = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
        marked = match.group()[0] in "+(" or "-" in match.group()
        pairs = len(groups) >= 4
        if len(digits) >= _PHONE_DIGITS and (marked or pairs) and not (grouped and not marked):
            short = digits.lstrip("0")
            yield _number(text, match.span(), {short}, kind="phone")


def _times(text: str, language: str) -> Iterator[Number]:
    """Give each time of day in both ways to count; a full hour is also a number."""
    for match in at_rows(_TIME, text):
        first = next(group for group in (1, 4, 6, 8) if match[group])
        hour, minutes = int(match[first]), plain(match[2] or match[7] or match[9] or "00")
        if hour > 24 or int(minutes) > 59:
            continue
        half = (match[3] or match[5] or "").casefold()
        hours = {hour} | (
            {hour % 12 + 12} if half == "p" else {hour % 12} if half == "a" else set()
        )
        values = {f"{each}:{int(minutes):02}" for each in hours}
        if not int(minutes):
            values |= {str(each) for each in hours}
        clock = half or match[1] or int(minutes)
        unit = "" if clock else units.behind(text, match.end(first), language)[0]
        if match[6] and match[7]:
            # "1 h 30" may last so long.
            values.add(str(60 * hour + int(minutes)))
        span = match.start(), match.end(first) if unit else match.end()
        yield _number(text, span, values, kind="time", unit=unit)


def _fractions(text: str, language: str) -> Iterator[Number]:
    both = tuple(at_rows(_MIXED, text))
    mixed = [match.span() for match in both]
    for match in both:
        above, below = _SIGNS.get(match[2], (0, 1)) if match[2] else (int(match[3]), int(match[4]))
        if above < below:
            value = int(plain(match[1])) + Decimal(above) / Decimal(below)
            unit = units.behind(text, match.end(), language)[0]
            yield _number(text, match.span(), {_normal(str(round(value, 4)))}, unit=unit)
    for match in at_rows(_FRACTION, text):
        if any(start <= match.start() < end for start, end in mixed):
            continue
        above, below = int(match[1]), int(match[2])
        if above < below <= 100:
            yield _fraction(text, match.span(), above, below, language)
    for match in _SIGN.finditer(text):
        if not any(start <= match.start() < end for start, end in mixed):
            yield _fraction(text, match.span(), *_SIGNS[match[0]], language)


def _fraction(text: str, span: tuple[int, int], above: int, below: int, language: str) -> Number:
    value = Decimal(above) / Decimal(below)
    values = {f"{above}/{below}", _normal(str(round(value, 4)))}
    return _number(text, span, values, unit=units.behind(text, span[1], language)[0])


def _chains(text: str, language: str) -> Iterator[Number]:
    for match in at_rows(_CHAIN, text):
        start, end = match.span()
        joined = start and _JOINS.match(text, start - 1)
        prefix = _PREFIX.search(text[max(start - 24, 0) : start]) if joined else None
        suffix = _SUFFIX.match(text, end)
        unit = units.behind(text, end, language)[0]
        name = prefix[1].casefold().rstrip("-") if prefix else ""
        if name in _BEFORE_NUMBERS:
            name = ""
        if not name and suffix and not unit and suffix.group().casefold() not in _ENDINGS:
            name = suffix.group()
        if name:
            yield _number(text, (start, end), {plain(match.group())}, kind="name", prefix=name)
            continue
        for span, values in _read(match.group(), start):
            behind = text[end : end + _NEAR] if span[1] == end else ""
            version = any(value.count(".") > 1 for value in values)
            power = _power(behind)
            many = {_normal(f"{Decimal(value) * 10**power:f}") for value in values if power}
            yield Number(
                frozenset(values | _readings(match.group(), values, behind)),
                *span,
                text[slice(*span)],
                unit if behind else "",
                "version" if version else "number",
                many=frozenset(many),
            )


def _readings(chain: str, values: set[str], behind: str) -> set[str]:
    """Give what else a number may be: a time with a point, the nineties."""
    if _CLOCK.fullmatch(chain):
        hour, minutes = plain(chain).split(".")
        return {f"{int(hour)}:{minutes}"}
    if _DECADE.match(behind) and len(values) == 1:
        return {value[-2:] for value in values if len(value) == 4}
    return set()


_NEAR = 24
_DECADE = re.compile(r"(?:s|er)\b")
_ENDINGS = _ENDING | _MULTIPLIERS.keys()
_BEFORE_NUMBERS = frozenset("x n° nº n no nr l d".split())


def _read(chain: str, start: int) -> Iterator[tuple[tuple[int, int], set[str]]]:
    """Give what a chain of digits and separators says: one number, or each of a list."""
    parts = _SEPARATOR.split(plain(chain))
    signs = [sign.replace("٫", ",").replace(",", ",") for sign in _SEPARATOR.findall(chain)]
    values = _values(parts, signs)
    if values:
        yield (start, start + len(chain)), values
        return
    offset = start
    for part in parts:
        yield (offset, offset + len(part)), {_whole(part)}
        offset += len(part) + 1


def _values(parts: list[str], signs: list[str]) -> set[str]:
    """Give what groups of digits with *signs* between them may say; nothing, if they are a list."""
    if not signs:
        return {_whole(parts[0])}
    if len(set(signs)) == 1:
        return _evenly(parts, signs[0])
    whole = parts[:-1]
    grouped = all(len(part) == 3 for part in whole[1:]) or _indian(whole)
    if grouped and len(set(signs[:-1])) == 1 and signs[-1] in ".,·":
        return {_normal(f"{''.join(whole)}.{parts[-1]}")}
    return set()


def _evenly(parts: list[str], sign: str) -> set[str]:
    """Read groups with one *sign* between all of them, which groups or begins the decimals."""
    joined = {_whole("".join(parts))}
    threes = all(len(part) == 3 for part in parts[1:])
    grouped = threes and len(parts[0]) <= 3 and parts[0] != "0"
    if len(parts) == 2 and sign in ".,·":
        value = {_normal(f"{parts[0]}.{parts[1]}")}
        return value | joined if grouped else value
    if grouped or (sign in ".,·" and _indian(parts)):
        return joined
    return {".".join(parts)} if sign == "." else set()


def _indian(parts: list[str]) -> bool:
    return len(parts) > 1 and len(parts[-1]) == 3 and all(len(part) == 2 for part in parts[1:-1])


def _power(behind: str) -> int:
    """Give the power of ten that *behind*, a number's next characters, begins with: " million", "万"."""
    for sign, power in _TOGETHER.items():
        if behind.startswith(sign):
            return power
    match = _WORD.match(behind)
    return _MULTIPLIERS.get(match[1].casefold(), 0) if match else 0


def _number(
    text: str,
    span: tuple[int, int],
    values: set[str],
    *,
    kind: Kind = "number",
    unit: str = "",
    prefix: str = "",
) -> Number:
    return Number(frozenset(values), *span, text[slice(*span)], unit, kind, prefix)


def _whole(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _normal(value: str) -> str:
    whole, _, rest = value.partition(".")
    rest = rest.rstrip("0")
    return f"{_whole(whole)}.{rest}" if rest else _whole(whole)
