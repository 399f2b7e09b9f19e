"""suppression/unknown"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.suppression import Ignore


def check(ignores: Sequence[Ignore]) -> Iterator[Found]:
    """
    What an author lets be is called by the name of a rule, or of a group of rules.

    Why: a misspelt name silences nothing, and nobody would notice.
    Fix: write the id as findings have it (`prose/spelling`), or its first part for the whole group
    (`prose`). The directives are `ignore`, `ignore-next`, `ignore-start` and `ignore-end`.
    """
    for ignore in ignores:
        if not ignore.known:
            suggestions = (ignore.near,) if ignore.near else ()
            yield Found(ignore.place, _what(ignore), suggestions, ignore.name)


def _what(ignore: Ignore) -> str:
    near = f'; did you mean "{ignore.near}"?' if ignore.near else ""
    if ignore.name:
        return f'there is no rule "{ignore.name}"{near}'
    return f"there is no such directive{near}" if near else "no rule is named"


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "<!-- check: ignore proze: a name -->\nTake the tablet.",
        "<!-- check: ignore -->\nTake the tablet.",
        "<!-- check: ignore-nxt prose -->\nTake the the tablet.",
        "<!-- check: ingore prose: a song -->\nTake the the tablet.",
    ),
    good=(
        "<!-- check: ignore prose: a song -->\nTake the the tablet.",
        "<!-- check: is this the right dose? -->\nTake the tablet.",
    ),
)
