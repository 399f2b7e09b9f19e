"""Each finding of a report as a card: its label, what stands there and should, why, and how to mend it."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline import check, explain
from pipeline.explain import Description
from pipeline.findings import LEVELS, Finding
from pipeline.results import Result

MOST = 500
"""From more findings on in a report, only some of each version are shown."""
FEW = 200

_LETTERS = {"error": "E", "warning": "W", "note": "N", "review": "R"}
_LET_BE = "S"
_CHANGES = 3


@dataclass(frozen=True, slots=True)
class Card:
    """
    A finding in a report.

    *label* is unlike any other in it: a letter for the level, and a number. *style* is the level, or
    "suppressed"; *reason* is then why it is let be, and *said* where.
    """

    label: str
    style: str
    finding: Finding
    rule: Description | None
    reason: str = ""
    said: str = ""

    @property
    def place(self) -> str:
        """Where it stands, as editors write it."""
        place = self.finding.place
        return f"{place.path}:{place.line}:{place.column}"

    @property
    def before(self) -> str:
        """What stands there, with what nobody could see made visible."""
        return _shown(self.finding.text)

    @property
    def after(self) -> tuple[str, ...]:
        """What to write instead, the best first."""
        return tuple(map(_shown, self.finding.suggestions[:_CHANGES]))


def deal(results: tuple[Result, ...]) -> list[dict[int, Card]]:
    """Give the cards of each result by the numbers of their findings; of many findings, the gravest."""
    total = sum(len(result.findings) + len(result.suppressed) for result in results)
    labels = _labels()
    return [_of(result, FEW if total > MOST else total, labels) for result in results]


def _labels() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number


def _of(result: Result, most: int, labels: Iterator[int]) -> dict[int, Card]:
    reported = len(result.findings)
    ranked = sorted(range(reported), key=lambda number: LEVELS.index(result.findings[number].level))
    chosen = set((*ranked, *range(reported, reported + len(result.suppressed)))[:most])
    cards: dict[int, Card] = {}
    for number in sorted(chosen):
        if number < reported:
            finding = result.findings[number]
            label = f"{_LETTERS[finding.level]}{next(labels)}"
            cards[number] = Card(label, finding.level, finding, _rule(finding.rule))
        else:
            one = result.suppressed[number - reported]
            label = f"{_LET_BE}{next(labels)}"
            said = f"{one.place.path}:{one.place.line}"
            rule = _rule(one.finding.rule)
            cards[number] = Card(label, "suppressed", one.finding, rule, one.reason, said)
    return cards


def _rule(name: str) -> Description | None:
    """What a rule says of itself; axe-core's are not ours to describe."""
    return _described().get(name)


def _shown(text: str) -> str:
    r"""
    Give *text* with spaces and marks that have no look of their own by their number.

    >>> print(_shown("10\u00a0mg"))
    10\u00a0mg
    """
    return "".join(f"\\u{ord(each):04x}" if _unseen(each) else each for each in text)


def _unseen(character: str) -> bool:
    kind = unicodedata.category(character)
    joins = character in "\u200c\u200d"
    return (kind == "Cf" and not joins) or (kind == "Zs" and character not in " \u3000")


@functools.cache
def _described() -> Mapping[str, Description]:
    return {one.name: one for one in explain.describe_all(check.rules())}
