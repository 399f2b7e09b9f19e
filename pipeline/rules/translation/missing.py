"""translation/missing"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Place, Run


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    Every run of the article has a translation.

    Why: a page that changes its language half-way sends readers away; the run is shown in the source's.
    Fix: `pipeline update` puts the message in the catalog; write its msgstr.
    """
    missing = [run for run in runs if run.state == "missing"]
    if 1 < len(missing) == len(runs):
        # Nobody has begun: a finding for each run would bury what there is to say of other versions.
        yield Found(_place(missing[0]), f"none of {len(runs)} texts is translated yet")
        return
    for run in missing:
        yield Found(_place(run), f"{run.segment.kind} is not translated", text=run.text)


def _place(run: Run) -> Place:
    """The translator is in the catalog; without an entry there, the article is all there is."""
    return ((run.message and run.message.origin) or run.origin).place


RULE = Rule(
    level="warning",
    check=check,
    bad=(("Take it with water.", ""),),
    good=(
        ("Take it with water.", "Prenez-le avec de l’eau."),
        ("Take it with water.", "Prenez-le.", "fuzzy"),
    ),
)
