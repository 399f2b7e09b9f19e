"""translation/fuzzy"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    No translation waits for review.

    Why: the source has changed since it was translated, so readers still get the source's words.
    Fix: compare the msgstr with its msgid, put it right, and delete the `fuzzy` flag.
    """
    for run in runs:
        if run.state == "fuzzy":
            message = run.message
            origin = (message and message.origin) or run.origin
            text = message.string if message else run.text
            yield Found(origin.place, "translation waits for review", text=text)


RULE = Rule(
    level="warning",
    check=check,
    bad=(("Take it with warm water.", "Prenez-le avec de l’eau.", "fuzzy"),),
    good=(
        ("Take it with water.", "Prenez-le avec de l’eau."),
        ("Take it with water.", ""),
    ),
)
