"""suppression/unused"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.suppression import Ignore


def check(ignores: Sequence[Ignore]) -> Iterator[Found]:
    """
    What an author lets be is there.

    Why: a comment that silences nothing will hide the next mistake that is made in its place.
    Fix: take it away. What is meant for a translation alone goes into the catalog, above its message:
    `# check: ignore RULE: reason`.
    """
    for ignore in ignores:
        if ignore.idle and ignore.known:
            yield Found(
                ignore.place, f"{ignore.name} finds nothing to ignore here", text=ignore.name
            )


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "<!-- check: ignore prose/repeated-word: a song -->\nTake the tablet.",
        "<!-- check: ignore-start prose -->\n\nTake the tablet.\n\n<!-- check: ignore-end -->\n\nThe the end.",
    ),
    good=(
        "<!-- check: ignore prose/repeated-word: a song -->\nTake the the tablet.",
        "Take the tablet.\n\n<!-- check: ignore translation/fuzzy: nobody reviews it -->\nThe end.",
        "Take the tablet, `<!-- check: ignore prose -->` and rest.",
    ),
)
