"""Each finding of a report as a card: its label, what stands there and should, why, and how to mend it."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline import check, explain
from pipeline.explain import Description
from pipeline.findings import LEVELS, Finding
from pipeline.results import Name, Result, name

MOST = 500
"""From more findings on in a report, only some of each version are shown."""
FEW = 200

_LETTERS = {"error": "E", "warning": "W", "note": "N", "review": "R"}
_CHANGES = 3


@dataclass(frozen=True, slots=True)
class Card:
    """
    A finding in a report.

    *label* is unlike any other in it: a letter for the level, and a number. *style* is the level, or
    "suppressed"; *reason* is then why it is let be, and *said* where, or it is *known* as old debt.
    """

    label: str
    style: str
    finding: Finding
    rule: Description | None
    reason: str = ""
    said: str = ""
    known: bool = False

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


def deal(results: tuple[Result, ...]) -> list[dict[Name, Card]]:
    """Give the cards of each result by the names of their findings; of many findings, the gravest."""
    total = sum(map(count, results))
    labels = _labels()
    return [_of(result, FEW if total > MOST else total, labels) for result in results]


def count(result: Result) -> int:
    """Give the number of all that was found, also of what counts nowhere."""
    return len(result.findings) + len(result.suppressed) + len(result.known)


def _labels() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number


def _of(result: Result, most: int, labels: Iterator[int]) -> dict[Name, Card]:
    ranked = sorted(result.findings, key=lambda finding: LEVELS.index(finding.level))
    chosen = {name(finding) for finding in ranked[:most]}
    room = most - len(ranked)
    cards: dict[Name, Card] = {}
    for finding in result.findings:
        if name(finding) in chosen:
            label = f"{_LETTERS[finding.level]}{next(labels)}"
            cards[name(finding)] = Card(label, finding.level, finding, _rule(finding.rule))
    for one in result.suppressed[: max(room, 0)]:
        said = f"{one.place.path}:{one.place.line}"
        card = Card(f"S{next(labels)}", "suppressed", one.finding, _rule(one.finding.rule))
        cards.setdefault(name(one.finding), replace(card, reason=one.reason, said=said))
    for finding in result.known[: max(room - len(result.suppressed), 0)]:
        card = Card(f"K{next(labels)}", "suppressed", finding, _rule(finding.rule))
        cards.setdefault(name(finding), replace(card, known=True))
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
