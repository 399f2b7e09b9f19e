"""
What a text may cost: caps that are checked before any parser sees it.

Python-Markdown needs quadratic time for some inputs (a long run of `[`, of `<a `, of footnote marks)
and unbounded recursion for others. The caps keep one block below about a tenth of a second; the
deadline of a job stops what many such blocks add up to.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.errors import ArticleError

ARTICLE = 1_000_000
"""Characters in an article: a long book chapter has a tenth of it."""
BLOCK = 50_000
"""Characters between two blank lines."""
OPENERS = 500
"""How often one opener may stand in a block."""
DEPTH = 30
"""List markers and quotation marks one inside the other, at the start of a line."""
MESSAGE = 64_000
"""Characters in one translation."""

_OPENERS = ("[", "<", "(", "`", "{", "![", "*[")
_NESTED = re.compile(r"[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)]|:)[ \t]+)*")
_MARKER = re.compile(r">|[-+*]|\d{1,9}[.)]|:")
_BIDI = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"}
_ISOLATES = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_CLOSING = {*_BIDI.values(), *_ISOLATES.values()}


def check_article(text: str, path: str, first_line: int = 1) -> None:
    """Raise an `ArticleError` that names the line where *text* breaks a limit."""
    if len(text) > ARTICLE:
        hint = "split the article"
        raise ArticleError(f"longer than {ARTICLE:,} characters", path=path, hint=hint)
    for offset, block in _blocks(text):
        if reason := _excess(block):
            line = first_line + text.count("\n", 0, offset)
            hint = "split the paragraph, or put it in a code block if it is not prose"
            raise ArticleError(reason, path=path, line=line, hint=hint)


def refusal(translation: str) -> str | None:
    """
    Say why a translation may not be shown, or None.

    A control character could reach into the parser's own place holders, an open bidirectional
    control would reorder the page after it.

    >>> refusal("Hallo"), refusal("a\\x02b")
    (None, 'it holds the control character U+0002')
    """
    for character in translation:
        if unicodedata.category(character) == "Cc" and character not in "\n\t":
            return f"it holds the control character U+{ord(character):04X}"
    if len(translation) > MESSAGE:
        return f"it is longer than {MESSAGE:,} characters"
    if not _isolated(translation):
        return "it opens a bidirectional control and does not close it"
    return _excess(translation)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for gap in re.finditer(r"\n[ \t]*\n", text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def _excess(block: str) -> str | None:
    if len(block) > BLOCK:
        return f"a paragraph of more than {BLOCK:,} characters"
    for opener in _OPENERS:
        if block.count(opener) > OPENERS:
            return f'more than {OPENERS} "{opener}" in one paragraph'
    for line in block.split("\n"):
        prefix = _NESTED.match(line)
        if prefix and len(_MARKER.findall(prefix.group())) > DEPTH:
            return f"lists and quotations more than {DEPTH} levels deep"
    return None


def _isolated(text: str) -> bool:
    if not any(control in text for control in (*_BIDI, *_ISOLATES, *_CLOSING)):
        return True
    expected: list[str] = []
    for character in text:
        if closing := _BIDI.get(character) or _ISOLATES.get(character):
            expected.append(closing)
        elif character in _CLOSING and (not expected or expected.pop() != character):
            return False
    return not expected
