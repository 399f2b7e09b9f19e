"""suppression/reason"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.suppression import Ignore


def check(ignores: Sequence[Ignore]) -> Iterator[Found]:
    """
    What an author lets be has its reason beside it.

    Why: the next editor must be able to tell what was meant so from what nobody dared to touch.
    Fix: write why behind a colon: `<!-- check: ignore prose/spelling: a family name -->`. A project that
    wants a reason everywhere sets the level of this rule to "error".
    """
    for ignore in ignores:
        if not ignore.reason:
            named = f"{ignore.name} is ignored" if ignore.name else "this is ignored"
            yield Found(ignore.place, f"{named} without a reason", text=ignore.name)


RULE = Rule(
    level="note",
    check=check,
    bad=("<!-- check: ignore prose/repeated-word -->\nTake the the tablet.",),
    good=("<!-- check: ignore prose/repeated-word: a song -->\nTake the the tablet.",),
)
