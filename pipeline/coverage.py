"""How much of an article a version says in its own language, measured in words of the source."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model import Run

# Thai, Lao, Burmese, Khmer, Japanese and Chinese write no spaces: there a letter counts as a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(f"[{_UNSPACED}]|[^{_UNSPACED}\\s]+")


def coverage(runs: Iterable[Run]) -> float:
    """
    Give the share, from 0 to 1, of the current source's words whose runs are translated.

    A catalog's own count would be kinder: it leaves out what the source has gained since. A text
    that stands in several places is translated once, and counts once.
    """
    total = done = 0
    for run in {run.segment.key: run for run in runs}.values():
        weight = words(run.segment.id)
        total += weight
        done += weight if run.state in ("source", "translated") else 0
    return done / total if total else 1.0


def words(text: str) -> int:
    """
    Count what a translator would be paid for: what spaces part, or letters where none do.

    >>> words("Take it with water."), words("水で飲む")
    (4, 4)
    """
    return len(_WORD.findall(text))
