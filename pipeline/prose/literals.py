"""
What a pattern cannot do without: texts, one of which stands in all that it matches.

Most passages have none of them, and to look for a hundred texts is faster than to try one pattern.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from re import _constants as codes  # type: ignore[attr-defined] # the parser of `re` is all that reads patterns
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Literals = frozenset[str]

_REPEATS = frozenset({codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT})
# What has to stand around a match stands in its text.
_INSIDE: Mapping[Any, Callable[[Any], Any]] = {
    codes.ATOMIC_GROUP: lambda value: value,
    codes.ASSERT: lambda value: value[1],
    **dict.fromkeys(_REPEATS, lambda value: value[2]),
}

_NONE: Literals = frozenset()
_MOST = 400
"""So many alternatives at most: with more, the pattern is as fast."""
_SET = 3
"""So many characters of a class are taken for alternatives: "[ei]", and no range of letters."""


@functools.lru_cache(maxsize=512)
def required(pattern: str) -> Literals:
    r"""
    Give texts of which every match of *pattern*, which may not ignore case, holds one; none, if it is free.

    >>> sorted(required(r"(?<!un)(?:der|die) selben?(?= \w)"))
    [' selbe']
    >>> sorted(required("dem (?:grossen|kleinen)")), required(r"\w+|a")
    (['grossen', 'kleinen'], frozenset())
    """
    return _of_row(parser.parse(pattern))


def finder(patterns: Iterable[str]) -> Callable[[str], bool]:
    """
    Give what says whether one of *patterns* may match in a text: quick, and true too often.

    >>> may = finder(("quand à", "tous? le monde"))
    >>> may("tous le monde"), may("une eau")
    (True, False)
    """
    found = [required(pattern) for pattern in patterns]
    if not all(found):
        return _always
    every = _shortest(frozenset().union(*found))
    return lambda text: any(map(text.__contains__, every))


def _always(_: str) -> bool:
    return True


def _shortest(literals: Literals) -> tuple[str, ...]:
    """Give *literals* without those that hold another."""
    kept: list[str] = []
    for one in sorted(literals, key=lambda text: (len(text), text)):
        if not any(other in one for other in kept):
            kept.append(one)
    return tuple(kept)


def _of_row(row: Iterable[tuple[Any, Any]]) -> Literals:
    """Give the best literals of what follows on each other: those whose shortest is the longest."""
    best, run = _NONE, ""
    for code, value in (*row, (None, None)):
        if code is codes.LITERAL:
            run += chr(value)
            continue
        candidates = [frozenset({run}) if run else _NONE]
        run = ""
        candidates.append(_of_one(code, value))
        best = max(best, *candidates, key=_worth)
    return best


def _of_one(code: Any, value: Any) -> Literals:
    if code is codes.SUBPATTERN:
        _, adds, _, row = value
        return _NONE if adds else _of_row(row)
    if code is codes.BRANCH:
        return _of_branches([_of_row(row) for row in value[1]])
    if code in _INSIDE and (code not in _REPEATS or value[0]):
        return _of_row(_INSIDE[code](value))
    if code is codes.IN and len(value) <= _SET:
        signs = [chr(sign) for kind, sign in value if kind is codes.LITERAL]
        return frozenset(signs) if len(signs) == len(value) else _NONE
    return _NONE


def _of_branches(found: Sequence[Literals]) -> Literals:
    every = frozenset().union(*found)
    return every if all(found) and len(every) <= _MOST else _NONE


def _worth(literals: Literals) -> tuple[int, int]:
    return min(map(len, literals), default=0), -len(literals)
