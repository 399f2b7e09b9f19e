"""translation/one-block"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Found, Rule, Run

_GAP = re.compile(r"\n[ \t]*\n")
_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)


def check(run: Run) -> Iterator[Found]:
    """
    A translation is one block, as its source is.

    Why: the text is put into the block that the article has, so a new paragraph runs on in the old one
    and the marks of a heading are shown to readers.
    Fix: write one paragraph; ask the author where the article should have another block.
    """
    if run.state != "translated":
        return
    for pattern, what in (
        (_GAP, "a blank line makes no paragraph"),
        (_HEADING, '"#" makes no heading'),
    ):
        found = pattern.search(run.text)
        if found and not pattern.search(run.segment.id):
            yield Found(
                run.origin.at(found.start()), f"{what} in a translation", text=found.group()
            )


RULE = Rule(
    level="warning",
    check=check,
    bad=(("One.", "Un.\n\nDeux."), ("One.", "## Un."), ("One.", "Un.\n# Deux.")),
    good=(("One.", "Un."), ("One.  \nTwo.", "Un.  \nDeux."), ("C# and #1.", "C# et #1.")),
)
