"""Compares two sides: the numbers, doses and dates that only one of them has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.beside import dates, units, words
from pipeline.beside.difference import About, Difference
from pipeline.beside.digits import Number
from pipeline.beside.side import Side, names_unit

_SMALL = frozenset({"0", "1"})
"""Said by an article, a plural or nothing at all in most languages."""

# Half and quarter of an hour, or of a hundred.
_PARTS = frozenset({"15", "25", "30", "50"})
_EASTERN = frozenset({"ja", "ko", "yue", "zh"})
# "The 3rd party", "a 3-way merge": other languages have words for these.
_JOINED = re.compile(r"(?:st|nd|rd|th)\b|-[^\W\d]")
# A table of figures in one message: comparing each with each takes too long.
_MOST = 300
_MANY = 4
"""Of differences: with more of them it is another text, and one finding says so."""


def differences(source: Side, target: Side) -> Iterator[Difference]:
    """Give what the two sides say differently, in no order."""
    if max(len(source.numbers), len(target.numbers)) > _MOST:
        return
    often = tuple(_often(source, target))
    yield from often
    yield from _units(source, target)
    yield from _names(source, target)
    lost = [one for one in source.numbers if not _has(target, one)]
    added = [one for one in target.numbers if not _has(source, one)]
    if often:
        # "3 times" is told; its number is not told again.
        spans = [(start, end) for _, start, end in target.often]
        added = [one for one in added if not _within(one, spans)]
        spans = [(start, end) for _, start, end in source.often]
        lost = [one for one in lost if not _within(one, spans)]
    if max(len(lost), len(added)) > _MANY:
        first = added[0] if added else lost[0]
        start, end = (first.start, first.end) if added else (0, 0)
        message = f"{len(lost)} numbers of the source are missing, {len(added)} are not in it"
        yield Difference("number", message, start, end)
        return
    yield from _numbers(lost, added, source, target)
    if not lost and not added and not often:
        yield from _claims(source, target)


def _within(number: Number, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= number.start < end for start, end in spans)


def _has(side: Side, number: Number) -> bool:
    """Say whether *side* says *number* in any way, in digits or in words."""
    if any(number.is_same(other) and _same_kind(number, other) for other in side.numbers):
        return True
    if number.kind in ("name", "version"):
        return number.text in side.text
    if _said(number, side) or _joined(number, side) or _in_code(number, side):
        return True
    if number.kind == "date":
        months = (str(name.value) for name in side.names if name.what == "month")
        return any(month in number.values for month in months)
    if number.kind == "phone":
        return any(_inside(number, other) for other in side.numbers)
    return any(other.kind == "name" and other.text == number.text for other in side.numbers)


def _in_code(number: Number, side: Side) -> bool:
    """Say whether the other side has the digits in its code or an address."""
    return any(
        side.text[match.start()] != side.written[match.start()]
        for match in re.finditer(rf"(?<![\d.,]){re.escape(number.text)}(?![\d])", side.written)
    )


def _said(number: Number, side: Side) -> bool:
    """Say whether *side* says *number* in words; half an hour is 30 minutes, and no 30 kg."""
    if number.unit in units.DOSE - {"%"}:
        sure = {str(value) for value, _, _ in words.claims(side.text, side.language)}
        return bool(number.values & (sure | (side.said & {"0.5", "1/2", "1", "1.5", "2.5"})))
    if any(value.endswith(".5") for value in number.values) and "0.5" in side.said:
        # "Una hora y media", "one and a half".
        return True
    found = (number.values | number.many) & side.said
    return bool(found - _PARTS) or (bool(found) and number.unit in ("", "minute", "%"))


def _same_kind(one: Number, other: Number) -> bool:
    if one.kind == other.kind == "name":
        return one.prefix == other.prefix
    return True


def _inside(number: Number, other: Number) -> bool:
    value, digits = (next(iter(each.values)) for each in (number, other))
    return other.kind == "phone" and (value.endswith(digits[-7:]) or digits.endswith(value[-7:]))


def _joined(number: Number, side: Side) -> bool:
    """Say whether the other side writes the number with other cuts: a telephone number, a list."""
    digits = "".join(filter(str.isdigit, number.text))
    if len(digits) < 5:
        return False
    row = "".join("".join(filter(str.isdigit, other.text)) for other in side.numbers)
    return digits.lstrip("0") in row


def _numbers(
    lost: Sequence[Number], added: Sequence[Number], source: Side, target: Side
) -> Iterator[Difference]:
    """Tell what became of what, then what is left on either side."""
    left, new = list(lost), list(added)
    for one in tuple(left):
        other = next((each for each in new if _became(one, each)), None)
        if other is not None:
            left.remove(one)
            new.remove(other)
            message = f"{_shown(one, source)} of the source has become {_shown(other, target)}"
            yield Difference(_about(one, other), message, other.start, _end(other, target))
    for one in left:
        if _worth_lost(one, source, target):
            yield Difference(_about(one), f"{_shown(one, source)} of the source is missing")
    for other in new:
        if _worth_added(other, target):
            message = f"{_shown(other, target)} is not in the source"
            yield Difference(_about(other), message, other.start, _end(other, target))


def _became(one: Number, other: Number) -> bool:
    if "name" in (one.kind, other.kind):
        return one.kind == other.kind and one.prefix == other.prefix
    return True


def _worth_lost(one: Number, source: Side, target: Side) -> bool:
    if one.kind == "name" or one.values & _SMALL or _counts(one, source):
        return False
    small = one.size <= 12 and not one.unit
    return not small or (words.known(target.language) and not _JOINED.match(source.text, one.end))


def _worth_added(other: Number, target: Side) -> bool:
    if other.kind == "name" or other.values & _SMALL or _counts(other, target):
        return False
    # "More than once" is 2回以上, and "the others" are その他2つ.
    pair = target.language in _EASTERN and other.size <= 3 and not other.unit
    return not pair


def _counts(number: Number, side: Side) -> bool:
    """Say whether *number* only counts the text: "4) Rest"."""
    before = side.text[: number.start].strip()
    return not before and side.text[number.end : number.end + 1] in tuple(".)、．")


def _about(*numbers: Number) -> About:
    if any(one.unit in units.DOSE for one in numbers):
        return "dose"
    return "date" if any(one.kind in ("date", "day") for one in numbers) else "number"


def _shown(number: Number, side: Side) -> str:
    return " ".join(side.text[number.start : _end(number, side)].split())


def _end(number: Number, side: Side) -> int:
    if not number.unit:
        return number.end
    return max(units.behind(side.text, number.end, side.language)[1], number.end)


def _units(source: Side, target: Side) -> Iterator[Difference]:
    """Give the numbers that stand on both sides, with another unit or without their own."""
    counted = [other for other in target.numbers if other.kind not in ("date", "day")]
    for one in source.numbers:
        same = [other for other in counted if one.is_same(other)]
        if not one.unit or not same or any(other.unit == one.unit for other in same):
            continue
        theirs = {each.unit for each in source.numbers if one.is_same(each)}
        others = [other for other in same if other.unit and other.unit not in theirs]
        changed = next((other for other in others if _is_changed(one, other, source, target)), None)
        # A number without a unit may share that of the next: "5 or 10 mg".
        if changed and (len(others) == len(same) or _are_doses(one, changed)):
            message = f"{_shown(one, source)} of the source has become {_shown(changed, target)}"
            yield Difference(_about(one, changed), message, changed.start, _end(changed, target))
        elif not others and _is_lost(one.unit, target):
            message = f"the unit of {_shown(one, source)} is missing"
            yield Difference(_about(one), message, same[0].start, same[0].end)


def _are_doses(one: Number, other: Number) -> bool:
    return one.unit in units.DOSE and other.unit in units.DOSE


def _is_changed(one: Number, other: Number, source: Side, target: Side) -> bool:
    """Say whether the unit is another, and not one that both sides name: "for 5 of the 7 days"."""
    both = names_unit(target, one.unit) and names_unit(source, other.unit)
    return _are_doses(one, other) or not both


def _is_lost(unit: str, target: Side) -> bool:
    return unit in units.DOSE and units.known(target.language) and not names_unit(target, unit)


def _often(source: Side, target: Side) -> Iterator[Difference]:
    """Give how often something is done, where the other side says another number of times."""
    theirs = {value for value, _, _ in target.often}
    ours = {value for value, _, _ in source.often}
    for value, start, end in source.often:
        said = any(str(value) in number.values for number in target.numbers)
        if value in theirs or said:
            continue
        other = next((each for each in target.often if each[0] not in ours), None)
        if other is not None:
            before, after = source.text[start:end], target.text[other[1] : other[2]]
            message = f"{before} of the source has become {after}"
            yield Difference("dose", message, other[1], other[2])


def _names(source: Side, target: Side) -> Iterator[Difference]:
    """Give the months and days of the week that have become others."""
    if not source.names or not target.names:
        return
    for what in ("month", "day"):
        ours = [name for name in source.names if name.what == what]
        theirs = [name for name in target.names if name.what == what]
        known = {name.value for name in theirs}
        lost = [
            name
            for name in ours
            if name.value not in known
            and (what == "day" or dates.sure(source.text, name, source.numbers, source.language))
            and not any(
                other.kind == "date" and str(name.value) in other.values for other in target.numbers
            )
        ]
        said = {name.value for name in ours}
        added = [
            name for name in theirs if name.value not in said and not _in_digits(source, name.value)
        ]
        for one, other in zip(lost, added, strict=False):
            message = f"{one.text} of the source has become {other.text}"
            yield Difference("date", message, other.start, other.end)


def _in_digits(side: Side, month: int) -> bool:
    return any(one.kind == "date" and str(month) in one.values for one in side.numbers)


def _claims(source: Side, target: Side) -> Iterator[Difference]:
    """Give the small numbers said in words that have become others: both must be beyond doubt."""
    digits = {value for one in source.numbers for value in one.values}
    theirs = {value for one in target.numbers for value in one.values}
    lost = [
        (value, source.text[start:end])
        for value, start, end in words.claims(source.text, source.language)
        if str(value) not in target.said | theirs
    ]
    added = [
        (start, end)
        for value, start, end in words.claims(target.text, target.language)
        if str(value) not in source.said | digits
    ]
    for (_, before), (start, end) in zip(lost, added, strict=False):
        message = f"{before} of the source has become {target.text[start:end]}"
        yield Difference("number", message, start, end)
