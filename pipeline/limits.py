"""
What a text may cost: caps that are checked before any parser sees it.

Python-Markdown needs quadratic time for some inputs (a long run of `[`, of `<a `, of footnote marks)
and unbounded recursion for others. The caps keep one paragraph below about a tenth of a second; the
deadline of a job stops what many such blocks add up to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.errors import ArticleError

ARTICLE = 1_000_000
"""Characters in an article: a long book chapter has a tenth of it."""
FRONT_MATTER = 20_000
"""Characters of front matter: YAML takes three seconds for five times as many."""
PARAGRAPH = 200_000
"""Characters of a paragraph, list item or table row."""
OPENERS = 500
"""How often one opener may stand in a paragraph, list item or table row."""
DEPTH = 30
"""List markers and quotation marks one inside the other, at the start of a line."""
MESSAGE = 64_000
"""Characters in one translation."""

_OPENERS = {
    "[": re.compile(r"\["),
    "`": re.compile(r"`"),
    "*": re.compile(r"\*"),
    # In the middle of a word it is no emphasis.
    "_": re.compile(r"(?<!\w)_|_(?!\w)"),
    # A tag that is closed is found at once, and a table in raw HTML has thousands.
    "<": re.compile(r"<(?=[^<>]*(?:<|\Z))"),
}
_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})(.*)$", re.MULTILINE)
_LETTER = re.compile(r"[^\n]")
# All of Unicode's control characters, but the line break and the tab.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BOUNDARY = re.compile(
    r"\n(?:[ \t]*\n|(?=[ \t>]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|[|#:]|\[[^\]\n]+\]:|\*\[)))"
)
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
    for offset, paragraph in _paragraphs(text):
        if reason := _excess(paragraph):
            line = first_line + text.count("\n", 0, offset)
            hint = "split the paragraph, or put it in a code block if it is not prose"
            raise ArticleError(reason, path=path, line=line, hint=hint)


def check_front_matter(text: str, path: str) -> None:
    """Raise an `ArticleError` where the front matter *text* breaks a limit."""
    if len(text) > FRONT_MATTER:
        hint = "move the text below it"
        message = f"front matter of more than {FRONT_MATTER:,} characters"
        raise ArticleError(message, path=path, line=1, hint=hint)


def refusal(translation: str) -> str | None:
    """
    Say why a translation may not be shown, or None.

    A control character could reach into the parser's own place holders, an open bidirectional
    control would reorder the page after it.

    >>> refusal("Hallo"), refusal("a\\x02b")
    (None, 'it holds the control character U+0002')
    """
    # Most are printable, which is seen at once.
    if not translation.isprintable() and (control := _CONTROL.search(translation)):
        return f"it holds the control character U+{ord(control.group()):04X}"
    if len(translation) > MESSAGE:
        return f"it is longer than {MESSAGE:,} characters"
    if not _isolated(translation):
        return "it opens a bidirectional control and does not close it"
    return _excess(translation)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """
    Give what the parser searches in one go, with its offset: code is not searched at all.

    Blank lines, list markers, table rows and definitions begin a new one.
    """
    prose = _without_code(text)
    start = 0
    for boundary in _BOUNDARY.finditer(prose):
        yield start, prose[start : boundary.start()]
        start = boundary.end()
    yield start, prose[start:]


def _without_code(text: str) -> str:
    """
    Give *text* with spaces in the place of its fenced code.

    >>> _without_code("a\\n```\\nb\\n```\\n~~~\\nc")
    'a\\n   \\n \\n   \\n~~~\\nc'
    """
    fences = list(_FENCE.finditer(text))
    # Backwards, so that each fence meets the next that closes it: a search forward from each of
    # 20,000 open ones takes 20 s.
    ahead: dict[str, int] = {}
    ends: list[int | None] = [None] * len(fences)
    for number in reversed(range(len(fences))):
        fence, info = fences[number].groups()
        ends[number] = ahead.get(fence)
        if not info.strip():
            ahead[fence] = number
    pieces = []
    position = number = 0
    while number < len(fences):
        end = ends[number]
        if end is not None:
            start, stop = fences[number].start(), fences[end].end()
            pieces += [text[position:start], _LETTER.sub(" ", text[start:stop])]
            position, number = stop, end
        number += 1
    return "".join([*pieces, text[position:]])


def _excess(paragraph: str) -> str | None:
    if len(paragraph) > PARAGRAPH:
        return f"a paragraph of more than {PARAGRAPH:,} characters"
    # Most paragraphs have not so many characters.
    for opener, pattern in _OPENERS.items() if len(paragraph) > OPENERS else ():
        if paragraph.count(opener) > OPENERS and len(pattern.findall(paragraph)) > OPENERS:
            return f'more than {OPENERS} "{opener}" in one paragraph'
    for line in paragraph.split("\n"):
        prefix = _NESTED.match(line)
        # A marker and its space are two characters.
        if prefix and prefix.end() > 2 * DEPTH and len(_MARKER.findall(prefix.group())) > DEPTH:
            return f"lists and quotations more than {DEPTH} levels deep"
    return None


def _isolated(text: str) -> bool:
    # None of the controls is printable.
    if text.isprintable() or not any(
        control in text for control in (*_BIDI, *_ISOLATES, *_CLOSING)
    ):
        return True
    expected: list[str] = []
    for character in text:
        if closing := _BIDI.get(character) or _ISOLATES.get(character):
            expected.append(closing)
        elif character in _CLOSING and (not expected or expected.pop() != character):
            return False
    return not expected
