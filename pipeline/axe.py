"""What axe-core and our probes saw in a browser, as findings beside our own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.findings import Finding, Level
from pipeline.model import Place

GROUP = "axe"
"""Their rules are called `axe/…`, so that it shows who says so."""

_LEVELS: Mapping[str, Level] = {
    "critical": "error",
    "serious": "error",
    "moderate": "warning",
    "minor": "note",
}
_CRITERION = re.compile(r"wcag(\d)(\d)(\d{1,2})")
_SHOWN = 3
"""Elements of one rule that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Sight:
    """
    One thing seen on a page: the rule, what is wrong, the elements, and the article's line of each.

    *sure* is false for what the browser could not decide. *view* says how it was looked at: "dark",
    "320 px wide".
    """

    rule: str
    message: str
    impact: str
    sure: bool
    elements: tuple[tuple[str, int], ...]
    view: str = ""


def sights(result: Mapping[str, Any], lines: Mapping[str, int], view: str = "") -> Iterator[Sight]:
    """Give what axe's *result* names; *lines* has the article's line of each selector, where there is one."""
    for kind, sure in (("violations", True), ("incomplete", False)):
        for rule in result[kind]:
            criteria = [
                ".".join(found.groups())
                for tag in rule["tags"]
                if (found := _CRITERION.fullmatch(tag))
            ]
            named = f"{rule['help']} (WCAG {', '.join(criteria)})" if criteria else rule["help"]
            targets = [selector(node) for node in rule["nodes"]]
            elements = tuple((target, lines.get(target, 0)) for target in targets)
            yield Sight(rule["id"], named, rule["impact"] or "minor", sure, elements, view)


def selector(node: Mapping[str, Any]) -> str:
    """Give the selector of one of axe's nodes; within a frame or a shadow, the innermost."""
    target = node["target"][-1]
    return str(target if isinstance(target, str) else target[-1])


def findings(seen: Iterable[Sight], article: str, locale: str, path: str) -> tuple[Finding, ...]:
    """
    Give *seen* as findings on a version: what is not sure is for review. The same in two views is one.

    >>> (one,) = findings([Sight("label", "Needs one", "critical", True, (("#a", 7),))], "a", "en", "a.md")
    >>> one.place.line, one.level, one.rule, one.message
    (7, 'error', 'axe/label', 'Needs one: #a')
    """
    found: dict[tuple[str, tuple[tuple[str, int], ...]], Finding] = {}
    for sight in seen:
        level: Level = _LEVELS.get(sight.impact, "warning") if sight.sure else "review"
        named = [element for element, _ in sight.elements if element]
        more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
        where = f": {', '.join(named[:_SHOWN])}{more}" if named else ""
        view = f" [{sight.view}]" if sight.view else ""
        line = next((line for _, line in sight.elements if line), 1)
        found.setdefault(
            (sight.rule, sight.elements),
            Finding(
                Place(path, line),
                level,
                f"{GROUP}/{sight.rule}",
                f"{sight.message}{where}{view}",
                article,
                locale,
            ),
        )
    return tuple(found.values())
