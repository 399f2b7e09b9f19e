"""
The classes of Japanese morphemes, which one formula asks for: by MeCab with UniDic.

They come with the extra `japanese`; without it there is no tagger, and that formula is silent.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any

from pipeline.readability.counts import Tagger

_ORIGINS = {"漢": "kango", "和": "wago"}
_PARTS = {"動詞": "verb", "助詞": "particle"}
_SIGNS = frozenset({"補助記号", "記号", "空白"})


@lru_cache(maxsize=1)
def tagger() -> Tagger | None:
    """Give what tells the classes of a sentence's morphemes, or None where it is not installed."""
    try:
        mecab = importlib.import_module("fugashi").Tagger()
    except (ImportError, RuntimeError):  # It is there, but not its dictionary.
        return None
    return partial(_classes, mecab)


def _classes(mecab: Any, sentence: str) -> Iterator[str]:
    for word in mecab(sentence):
        part = word.feature.pos1
        if part not in _SIGNS:
            named = (_ORIGINS.get(word.feature.goshu), _PARTS.get(part))
            yield " ".join(filter(None, named))
