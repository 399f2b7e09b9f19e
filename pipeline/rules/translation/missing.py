"""translation/missing"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    Every run of the article has a translation.

    Why: a page that changes its language half-way sends readers away; the run is shown in the source's.
    Fix: `pipeline update` puts the message in the catalog; write its msgstr.
    """
    for run in runs:
        if run.state == "missing":
            # The translator is in the catalog; without an entry there, the article is all there is.
            origin = (run.message and run.message.origin) or run.origin
            yield Found(origin.place, f"{run.segment.kind} is not translated", text=run.text)


RULE = Rule(
    level="warning",
    check=check,
    bad=(("Take it with water.", ""),),
    good=(
        ("Take it with water.", "Prenez-le avec de l’eau."),
        ("Take it with water.", "Prenez-le.", "fuzzy"),
    ),
)
