"""
Where a raw HTML block ends, and whether Markdown stands in it.

Python-Markdown takes everything up to the closing tag for raw HTML. CommonMark ends the block at the first
blank line, so that Markdown can stand between `<details>` and `</details>`. `lists.py` asks here which of
the two an author meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_VERBATIM = {
    "<pre": "</pre>",
    "<script": "</script>",
    "<style": "</style>",
    "<textarea": "</textarea>",
    "<!--": "-->",
}
"""What opens code or a comment, in which blank lines count for nothing, and what closes it."""
# Only ASCII has capitals here: to Python the long "ſ" is an "s".
_OPEN = re.compile(
    r" {0,3}(<(?:pre|script|style|textarea)(?=[\s>]|$)|<!--)", re.IGNORECASE | re.ASCII
)
_TAG = re.compile(r" *</?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)")
_TAGS = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)")
_CODE_SPAN = re.compile(r"`[^`]*`")
_MARKDOWN = re.compile(r"<[^<>]*\smarkdown\b")
_INDENT = "    "


@dataclass(slots=True)
class Blocks:
    """The raw HTML of one sequence of lines; *block_level* says of a name whether its tag makes a block."""

    lines: Sequence[str]
    block_level: Callable[[str], bool]
    opened: int = 0
    """How many elements are open of a block that was cut at a blank line."""
    _ends: dict[int, int] | None = None

    def begins(self, line: str) -> bool:
        """Does *line* begin with a block-level tag."""
        tag = _TAG.match(line)
        return tag is not None and self.block_level(tag[1].lower())

    def end_of_element(self, start: int) -> int | None:
        """Give the line that closes the element which *start* opens; None if none does."""
        if self._ends is None:
            self._ends = self._elements()
        return self._ends.get(start)

    def end_of_tags(self, start: int) -> int:
        """
        Give the line behind the tags that begin at *start*: they go up to a blank line.

        Behind it more tags are of the same block, and so is indented text while an element is open.
        """
        closing = ""
        end = start
        while True:
            while end < len(self.lines) and (closing or self.lines[end].strip()):
                tags = self._tags(self.lines[end])
                self.opened += sum(-1 if closes else 1 for closes, _ in tags)
                closing = _open_after(self.lines[end], closing)
                end += 1
            following = end
            while following < len(self.lines) and not self.lines[following].strip():
                following += 1
            if following == len(self.lines) or not self._goes_on(self.lines[following]):
                break
            end = following
        self.opened = max(self.opened, 0)
        return end

    def has_markdown(self, start: int, end: int) -> bool:
        """Does Markdown stand behind a blank line from *start* to *end*."""
        closing = before = ""
        for line in self.lines[start : end + 1]:
            text = line.strip()
            begins = text and not before and not closing
            if begins and not text.startswith("<") and not line.startswith(_INDENT):
                return True
            closing = _open_after(line, closing)
            before = text
        return False

    def _goes_on(self, line: str) -> bool:
        if self.opened > 0 and line.startswith(_INDENT):
            return True
        return self.begins(line) and not verbatim(line) and not asks_for_markdown(line)

    def _elements(self) -> dict[int, int]:
        ends: dict[int, int] = {}
        stacks: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            for closing, name in self._tags(line):
                stack = stacks.setdefault(name, [])
                if not closing:
                    stack.append(number)
                elif stack:
                    begun = stack.pop()
                    ends[begun] = max(number, ends.get(begun, number))
        return ends

    def _tags(self, line: str) -> list[tuple[str, str]]:
        if "<" not in line:
            return []
        plain = _CODE_SPAN.sub("", line) if "`" in line else line
        found = [(closing, name.lower()) for closing, name in _TAGS.findall(plain)]
        return [
            (closing, name) for closing, name in found if name != "hr" and self.block_level(name)
        ]


def verbatim(line: str) -> str | None:
    """
    Give what closes the code or comment that *line* begins with.

    >>> verbatim("<pre class='x'>"), verbatim("<p>")
    ('</pre>', None)
    """
    match = _OPEN.match(line)
    return _VERBATIM[match[1].lower()] if match else None


def end_of_verbatim(lines: Sequence[str], start: int, closing: str) -> int:
    """Give the line behind the first with *closing*, from *start*."""
    for number in range(start, len(lines)):
        if closing in lines[number].lower():
            return number + 1
    return len(lines)


def asks_for_markdown(line: str) -> bool:
    """
    Does a tag on *line* say that Markdown stands in its element.

    >>> asks_for_markdown('<div class="a" markdown="1">')
    True
    """
    return _MARKDOWN.search(line) is not None


def _open_after(line: str, closing: str) -> str:
    """
    Say what closes the code or comment that is open after *line*, where *closing* would that before it.

    >>> _open_after("<div><pre>", ""), _open_after("x </pre>", "</pre>")
    ('</pre>', '')
    """
    low = line.lower()
    if closing:
        return "" if closing in low else closing
    for opening, end in _VERBATIM.items():
        at = low.rfind(opening)
        if at >= 0 and end not in low[at:]:
            return end
    return ""
