"""Results as bytes and back: what comes back is what went in, or nothing."""

from __future__ import annotations

import typing
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import msgspec

from pipeline.model import Article, Version

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_ELSEWHERE = Article("", "", "", "")
"""Stands for the article of a version, which is handed in again with the item."""


def dump(function: Callable[..., Any], item: Any, result: Any) -> bytes | None:
    """Give what *function* made of *item* as bytes, or None if it would not come back the same."""
    try:
        data = _ENCODER.encode(_with(result, _article(item), _ELSEWHERE))
        # A whole number where the type says a fraction would come back as another value.
        same = _ENCODER.encode(_decoder(function).decode(data)) == data
    except (TypeError, ValueError, msgspec.MsgspecError):
        return None
    return data if same else None


def load(function: Callable[..., Any], item: Any, data: bytes) -> Any:
    """Give what *dump* was given; raises ValueError for anything that is no result of *function*."""
    return _with(_decoder(function).decode(data), _ELSEWHERE, _article(item))


@lru_cache(maxsize=16)
def _decoder(function: Callable[..., Any]) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(typing.get_type_hints(function)["return"])


def _article(item: Any) -> Any:
    return getattr(item, "article", None)


def _with(result: Any, old: Any, new: Any) -> Any:
    """Put *new* in the place of the article of a version, which must be *old*."""
    if isinstance(result, Version):
        if result.article != old:
            raise ValueError
        return replace(result, article=new)
    if version := getattr(result, "version", None):
        return replace(result, version=_with(version, old, new))
    return result
