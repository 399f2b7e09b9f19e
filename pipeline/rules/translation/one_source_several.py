"""translation/one-source-several"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import beside
from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(runs: Sequence[Run], *, characters: int = 8) -> Iterator[Found]:
    """
    One source has one translation.

    Why: a reader takes two names for two things. Capitals and the marks at the ends make no difference; a
    context (msgctxt) does, and a text shorter than `characters` may be two words that only look alike.
    Fix: decide for one of the translations; where both are needed, give one of the sources a context.
    """
    first: dict[tuple[str, str | None], Run] = {}
    for run in beside.translated(runs):
        key = beside.folded(run.segment.id)
        if len(key) < characters:
            continue
        other = first.setdefault((key, run.segment.context), run)
        if other is not run and beside.folded(run.text) != beside.folded(other.text):
            line = other.origin.place.line
            message = f"the same source is translated otherwise in line {line}"
            yield beside.found(run, 0, len(run.text), message)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        (
            ("Possible side effects", "Effets secondaires possibles"),
            ("Possible side effects:", "Effets indésirables éventuels :"),
        ),
    ),
    good=(
        (
            ("Possible side effects", "Effets secondaires possibles"),
            ("possible side effects:", "effets secondaires possibles :"),
        ),
    ),
)
