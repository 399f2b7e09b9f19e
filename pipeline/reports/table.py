"""Text in columns, as wide as a terminal shows them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

import click

_NOT_WIDE = frozenset(["Mn", "Me", "Cf"])
"""Marks above and below a letter, and what only controls."""


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Collection[int] = ()
) -> str:
    """
    Give *rows* below *head*, aligned; the columns in *numbers* to the right.

    >>> print(click.unstyle(table(("name", "words"), [("boats", "12"), ("小舟", "3")], numbers={1})))
    name   words
    boats     12
    小舟       3
    <BLANKLINE>
    """
    lines = [head, *rows]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(head))]
    text = [
        "  ".join(
            _pad(cell, width, right=column in numbers)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    return "\n".join([click.style(text[0], bold=True), *text[1:]]) + "\n"


def widest(text: str) -> int:
    """Give the columns that the longest line of *text* takes."""
    return max(map(_width, text.split("\n")))


def _pad(cell: str, width: int, *, right: bool) -> str:
    space = " " * (width - _width(cell))
    return space + cell if right else cell + space


def _width(cell: str) -> int:
    """The columns a terminal needs: two for a wide letter, none for a mark or a colour."""
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in click.unstyle(cell)
        if unicodedata.category(character) not in _NOT_WIDE
    )
