"""
A sanitised body cut at its tags: what is asked of it is asked of its tags, of which most are alike.

Texts and tags stand by turns, a text first and last; one may be empty.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

from pipeline import stamps

# What the sanitiser writes: lower-case names, double quotes, no bare `<` outside them.
_TAG = re.compile(r'(</?[a-z](?:[^<>"]++|"[^"]*")*+>)')
_INLINE = re.compile(
    r'</?(?:a|abbr|b|del|em|i|ins|mark|q|s|small|span|strong|u)(?: (?:"[^"]*"|[^<">])*+)?>'
)
_MOST = 8192
"""So many different tags are remembered; most of those with an address never come again."""


class _Known(dict[str, str]):
    """What a function gives for each tag, which is asked but once."""

    def __init__(self, work: Callable[[str], str]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, tag: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        self[tag] = found = self._work(tag)
        return found


# A word may be half in bold; blocks part words.
_between = _Known(lambda tag: "" if _INLINE.fullmatch(tag) else " ").__getitem__
_bare = _Known(stamps.strip).__getitem__


def cut(body: str) -> list[str]:
    """
    Cut *body*.

    >>> cut("<p>A <b>boat</b>.</p>")
    ['', '<p>', 'A ', '<b>', 'boat', '</b>', '.', '</p>', '']
    """
    return _TAG.split(body)


def bare(pieces: Sequence[str]) -> list[str]:
    """
    Give *pieces* without the stamps in the tags.

    >>> bare(cut('<p data-line="3">A boat.</p>'))
    ['', '<p>', 'A boat.', '</p>', '']
    """
    kept = list(pieces)
    kept[1::2] = map(_bare, pieces[1::2])
    return kept


def text(pieces: Sequence[str]) -> str:
    """
    Give what readers see, with white space where one block ends and another begins.

    >>> text(cut("<p>A r<b>ow</b>boat.<br>It is red &amp; old.</p>"))
    ' A rowboat. It is red & old. '
    """
    kept = list(pieces)
    kept[1::2] = map(_between, pieces[1::2])
    return html.unescape("".join(kept))
