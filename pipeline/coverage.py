"""How much of an article a version says in its own language, measured in words of the source."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import Run


def coverage(runs: Iterable[Run]) -> float:
    """
    Give the share, from 0 to 1, of the current source's words whose runs are translated.

    A catalog's own count would be kinder: it leaves out what the source has gained since.
    """
    total = done = 0
    for run in runs:
        words = len(run.segment.id.split())
        total += words
        done += words if run.state in ("source", "translated") else 0
    return done / total if total else 1.0
