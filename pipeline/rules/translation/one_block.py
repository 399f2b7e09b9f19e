"""translation/one-block"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import faithful
from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    A translation is one block, as its source is.

    Why: the text is put into the block that the article has, so a new paragraph would run on in the old
    one, and the marks of a heading or a list would be shown to readers; they get the source's words.
    Fix: write one paragraph; ask the author where the article should have another block.
    """
    for run in runs:
        for fault in faithful.of(run):
            if fault.what == "block" and fault.breaking:
                yield fault.found(run)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("One.", "Un.\n\nDeux."),
        ("One.", "## Un."),
        ("One.", "Un.\n# Deux."),
        ("One.", "- Un."),
        ("One.", "Un.\n1. Deux.", "refused"),
        ("One.", "Un.\n\n```\ndeux\n```"),
    ),
    good=(
        ("One.", "Un."),
        ("One.  \nTwo.", "Un.  \nDeux."),
        ("C# and #1.", "C# et #1."),
        ("January 1st.", "1. Januar."),
        ("More than 5 mg.", "> 5 mg."),
    ),
)
