"""The next match of a pattern, asked for from ever later places: linear however often it is asked."""

from __future__ import annotations

import re
from collections.abc import Callable

Seek = Callable[[int], re.Match[str] | None]


def seeker(pattern: str, text: str) -> Seek:
    """
    Give a function that finds the first match of *pattern* at an offset or later; ask it for growing offsets.

    It remembers the match, so that a text without one is searched once and not at every try: 5,000
    unclosed brackets would otherwise search to the end 5,000 times.

    >>> after = seeker("b+", "abbab")
    >>> after(0).span(), after(3).span(), after(5)
    ((1, 3), (4, 5), None)
    """
    search = re.compile(pattern).search
    match = search(text)

    def after(start: int) -> re.Match[str] | None:
        nonlocal match
        if match is not None and match.start() < start:
            match = search(text, start)
        return match

    return after
