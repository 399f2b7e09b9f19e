"""
Keeps what was read in a text: the rules, the speller and the measures ask for the same again and again.

What is kept is bounded by the characters that it was read in, so that long texts take no more room than
many short ones; a text that alone is longer is read each time.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Reader = TypeVar("Reader", bound=Callable[..., object])

_CHARACTERS = 400_000
"""Ten versions of a long article in two languages: what is asked for twice is asked for soon."""
_LEAST = 50
"""What a text counts for, however short."""


def kept(function: Reader) -> Reader:
    """
    Give *function*, a pure one of a text and other plain values, as one that remembers what it gave.

    When there is no more room, all is forgotten: to know what was asked for last would cost more.

    >>> @kept
    ... def loud(text: str) -> str:
    ...     print("reading")
    ...     return text.upper()
    >>> loud("so"), loud("so")
    reading
    ('SO', 'SO')
    """
    known: dict[tuple[Hashable, ...], object] = {}
    taken = 0

    @functools.wraps(function)
    def remembering(text: str, *others: Hashable) -> object:
        nonlocal taken
        given = text, *others
        if given in known:
            return known[given]
        found = function(text, *others)
        size = max(len(text), _LEAST)
        if size <= _CHARACTERS:
            if taken + size > _CHARACTERS:
                known.clear()
                taken = 0
            taken += size
            known[given] = found
        return found

    return cast("Reader", remembering)
