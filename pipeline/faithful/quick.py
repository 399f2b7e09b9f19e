"""
Tells at a glance that two texts have the same markup: what the parser need not be asked.

What is simple is taken away from both, and must be the same in both: code, tags, links, footnote marks,
words that might be addresses. Emphasis is a translator's, and need only be whole. Where anything is
left that may be markup, a placeholder or an address, the parser is asked.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import Any

from pipeline.model import NOT_PROSE

_HOLDS = re.compile(r"[`<\[&]")
_CODE = re.compile(r"`[^`\n]+`")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_ENTITY = re.compile(r"&[a-z][\w.-]{0,40};")
# What stands in these is code, has a target, or must have words.
_LOOKED_INTO = re.compile(r"</?(?:a|code|img|pre|script|style|kbd|samp|tt|var)\b", re.IGNORECASE)
# One that touches another may be part of it.
_LINK = re.compile(
    r"(?<![\])])(!?)\[(?!\^)([^\[\]\n`]+)\]"
    r"(?:\(([^\s()<>\[\]\"'\\&{}`]++)(?: \"[^\"\[\]()<>\\&{}`\n]*\")?\)|\[([^\[\]\s^`\\&]++)\])(?![\[(])"
)
_NOTE = re.compile(r"\[\^\w+\]")
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*\*?+)(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*])")
_INNER = itemgetter(2)
_DOTTED = re.compile(r"\w\.\w")
_ADDRESS = re.compile(r"\w\.\w|/\w")
# All else that may be markup, a placeholder or an address.
_LEFT = re.compile(r"[\[\]<>*_{}\\|~@%&`]")
_LETTER = re.compile(r"[^\W\d_]")


def is_same(source: str, translation: str) -> bool:
    """
    Say whether both have the same code, tags, links and notes, and no other markup but emphasis.

    >>> is_same("Run `make <a>` <b>now</b>.", "<b>Lancez</b> `make <a>`.")
    True
    >>> is_same("A [*red*](a.md) **boat**.", "Un **bateau** [rouge](a.md).")
    True
    >>> is_same("Run `make`.", "Lancez make."), is_same("A *b*.", "A * b*.")
    (False, False)
    """
    asked = _signs_of_source(source)
    return asked is not None and asked == _signs(translation)


def _signs(text: str) -> tuple[object, ...] | None:
    """Give what *text* has of what must be the same; None, where the parser must be asked."""
    held: tuple[list[Any], ...] = ([], [], [], [], [])
    words: list[str] = []
    if _HOLDS.search(text):
        # "&lt;b" would be a tag to somebody who decodes it.
        if "``" in text or "&lt;" in text:
            return None
        text, code = _without(_CODE, "`", text)
        text, tags = _without(_TAG, "<", text)
        if any(_LOOKED_INTO.match(tag) for tag in tags):
            return None
        text, notes = _without(_NOTE, "[^", text)
        text, links = _without(_LINK, "[", text, "x")
        # A link is read before the emphasis around it, and its words by themselves.
        words = [_EMPHASIS.sub(_INNER, shown) for _, shown, _, _ in links]
        if not all(_LETTER.search(one) and not _is_left(one) for one in words):
            return None
        text, entities = _without(_ENTITY, "&", text)
        targets = [(image, target or label) for image, _, target, label in links]
        held = (sorted(code), sorted(notes), sorted(targets), sorted(entities), tags)
    text, emphasised = _EMPHASIS.subn(_INNER, text) if "*" in text else (text, 0)
    if _is_left(text):
        return None
    named: list[str] = []
    # A lone path may differ, as it may in a text without any markup, which is not compared either.
    if emphasised or held[1] or held[2] or ("." in text and _DOTTED.search(text)):
        spaced = " ".join((text, *words)) if words else text
        # Nearly all that has a stop has it at its end.
        dotted = [one for one in spaced.split() if "." in one[:-1] or "/" in one]
        named = sorted([one for one in dotted if _ADDRESS.search(one)])
    return (*held, named)


def _is_left(text: str) -> bool:
    if _LEFT.search(text) or "://" in text or "www." in text:
        return True
    return "\n" in text and (" \n" in text or "\t\n" in text)


def _without(
    what: re.Pattern[str], sign: str, text: str, left: str = NOT_PROSE
) -> tuple[str, list[Any]]:
    """Give *text* with *left* in the place of *what*, which has *sign* in it, and what that was."""
    return (what.sub(left, text), what.findall(text)) if sign in text else (text, [])


# One source is compared with as many translations as there are languages.
_signs_of_source = lru_cache(maxsize=4096)(_signs)
