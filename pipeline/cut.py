"""Cuts a run out of a text of the parsed tree: what in it is said to a reader, and what is markup."""

from __future__ import annotations

import re

from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.footnotes import NBSP_PLACEHOLDER

_UNSEEN = re.compile(
    r"(`+)[^`]*\1|\]\([^)]*\)|\]\[[^\]]*\]|<code\b[^>]*>[^<]*</code>|<[^>]*>|\{[:#.][^}]*\}|\[\^[^\]]*\]|https?://\S+|&#?\w+;"
)


def split(raw: str, kind: str) -> tuple[str, str]:
    """
    Split *raw* before its block attribute list and the parser's own end mark: markup, not text.

    In a heading, a term or a cell the list ends the line; elsewhere it has a line of its own, and
    "Hello {name}" is all text.
    """
    core = raw.removesuffix(NBSP_PLACEHOLDER)
    at_end = kind.startswith(("heading", "term", "table"))
    pattern = AttrListTreeprocessor.HEADER_RE if at_end else AttrListTreeprocessor.BLOCK_RE
    if match := pattern.search(core):
        core = core[: match.start()]
    return core, raw[len(core) :]


def says_something(text: str) -> bool:
    """Has *text* a letter outside its markup and code."""
    if text[0].isalpha() and not text.startswith("http"):
        return True  # No markup begins so.
    return any(character.isalpha() for character in _UNSEEN.sub("", text))
