"""
Blocks as authors of CommonMark write them, put into the form that Python-Markdown reads.

Python-Markdown wants four spaces for what stands in a list item, and a blank line before a list, a table
or a quotation in a list; real articles indent to the item's text and go on in the next line. Read by the
stock parser, a list below a paragraph is lost in it, and a nested list comes out flat. So indentation and
blank lines are rewritten here, before blocks are parsed, and nothing else: the text of a line stays as it
is. What is written with four spaces keeps its meaning.

Fenced code is put by where it is met. So are the tags of a raw HTML block that has Markdown between blank
lines inside: it ends at the first of them, as in CommonMark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.extensions.fenced_code import FencedCodeExtension

from pipeline.blocks import fences, html

_WIDTH = 4
"""Columns that Python-Markdown wants before what stands in a list item."""

_PARAGRAPH = "paragraph"

_ITEM = re.compile(r"( {0,3})([-+*]|\d{1,9}[.)])( +|$)(?=(.*))")
_HEADING = re.compile(r" {0,3}#{1,6}(?: |$)")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:_ *){3,}|(?:\* *){3,})$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *$")
_QUOTE = re.compile(r" {0,3}> ?")
_NOTE = re.compile(r" {0,3}\[\^[^\]]+\]: *")
_DEFINITION = re.compile(r" {0,3}: {1,3}(?=\S)")
_PANEL = re.compile(r"(?:!!!|\?\?\?\+?|===\+?) ?[\"\w]")
_ATTRIBUTES = re.compile(r" {0,3}\{:?[^}]*\} *$")
_DELIMITERS = re.compile(r" {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$| {0,3}\|? *:?-+:? *\|$")
_INNER = re.compile(r"^[ >]*(?:(?:[-+*]|\d{1,9}[.)]|:) +)*")


class Lists(FencedCodeExtension):
    """The stock extension for fences, with a preprocessor that reads the blocks around them too."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the preprocessor under the stock name, so that other extensions find it."""
        super().extendMarkdown(md)
        md.preprocessors.register(Rewriter(md, self.getConfigs()), "fenced_code_block", 25)


class Rewriter(fences.Stash):
    """Rewrites the lines of an article."""

    def run(self, lines: list[str]) -> list[str]:
        """Give *lines* with Python-Markdown's indentation, and code and cut HTML blocks put by."""
        return _Level(self, lines).rewritten()

    def html(self, block: str) -> str:
        """Put raw HTML by and give its place holder."""
        return self.md.htmlStash.store(block.strip())


@dataclass(slots=True)
class _Level:
    """The blocks that stand in one container, or at the margin."""

    rewriter: Rewriter
    lines: Sequence[str]
    nested: bool = False
    """Do these lines stand in another block: the parser finds raw HTML at the margin only."""
    lead: bool = False
    """Is the first paragraph an item's own: a list may follow it without a blank line."""
    verbatim: bool = False
    """Is raw HTML left to the parser: inside an element with `markdown="1"`."""
    out: list[str] = field(default_factory=list)
    at: int = 0
    last: str = ""
    """What the next line could go on with: `_PARAGRAPH` (or a table), a list by its mark, a quotation."""
    _closings: fences.Closings = field(init=False)
    _blocks: html.Blocks = field(init=False)

    def __post_init__(self) -> None:
        self._closings = fences.Closings(self.lines)
        self._blocks = html.Blocks(self.lines, self.rewriter.md.is_block_level)

    def rewritten(self) -> list[str]:
        """Give the lines as Python-Markdown reads them."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip():
                self._put(line)
            elif line.startswith(" " * _WIDTH):
                self._indented(line)
            elif line[0].isalpha():  # Every other block begins with a sign or a digit.
                self._text(line)
            else:
                self._block(line)
        return self.out

    def _put(self, line: str, last: str = "") -> None:
        self.out.append(line)
        self._leave(self.at + 1, last)

    def _leave(self, at: int, last: str = "") -> None:
        self.at = at
        self.last = last

    def _gap(self) -> None:
        """End the block before: the parser has no other way to see where the next begins."""
        if self.out and self.out[-1].strip():
            self.out.append("")

    def _indented(self, line: str) -> None:
        if self._blocks.opened and self.last != _PARAGRAPH:
            self._raw(self._blocks.end_of_tags(self.at), stash=True)
            return
        if self.last == ">":
            self._gap()
        self._put(line, self.last if self.last == _PARAGRAPH else "")

    def _block(self, line: str) -> None:
        if self._code(line) or ("<" in line and self._html(line)):
            return
        if _ATTRIBUTES.match(line):
            self._put(line, self.last)
        elif self.last == _PARAGRAPH and _UNDERLINE.match(line):
            self._put(line.lstrip())
        elif _HEADING.match(line) or _RULE.match(line):
            self._gap()
            self._put(line.lstrip())
        elif _QUOTE.match(line):
            self._quotation()
        elif (item := _ITEM.match(line)) and self._may_begin(item):
            self._item(item)
        elif note := _NOTE.match(line):
            self._gap()
            self._container(note.end(), _WIDTH)
        elif self.out and (definition := _DEFINITION.match(line)):
            self._container(definition.end(), definition.end())
        elif _PANEL.match(line):
            self._panel(line)
        else:
            self._text(line)

    def _text(self, line: str) -> None:
        goes_on = self.last == _PARAGRAPH
        if not goes_on:
            self.lead = self.lead and not self.out
            self._gap()
        elif self._table_begins(line):
            self.lead = False
            self._gap()
        # To the parser "#12" at the start of a line is a heading, but not behind a space.
        self._put(" " + line if goes_on and line[0] == "#" else line, _PARAGRAPH)

    def _table_begins(self, line: str) -> bool:
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return "|" in line and "|" in below and _DELIMITERS.match(below) is not None

    def _code(self, line: str) -> bool:
        """Put by the fenced code that begins here, if some does and has an end."""
        fence = fences.opening(line)
        end = self._closings.after(self.at, fence) if fence else None
        if fence is None or end is None:
            return False
        placeholder = self.rewriter.put(fence, self.lines[self.at + 1 : end])
        self._gap()
        self.out += [placeholder, ""]
        self._leave(end + 1)
        return True

    # Containers

    def _may_begin(self, item: re.Match[str]) -> bool:
        """In the middle of a paragraph "2." is a number, but "1." begins a list."""
        first = len(item[2]) == 1 or item[2][:-1] == "1"
        return self.last != _PARAGRAPH or (first and bool(item[4].strip()))

    def _item(self, item: re.Match[str]) -> None:
        kind = item[2][-1] if item[2][-1] in ".)" else "-"
        if self.last != kind and not (self.last == _PARAGRAPH and self.lead):
            self._gap()
        wide = len(item[3]) > _WIDTH or not item[4].strip()
        offset = item.end(2) + 1 if wide else item.end(3)
        body, after = self._collect(self.lines[self.at][item.end(3) :], offset, min(offset, _WIDTH))
        prose = len(body) == 1 and body[0][:1].isalpha()
        inner = body if prose else _Level(self.rewriter, body, nested=True, lead=True).rewritten()
        while inner and not inner[0].strip():
            del inner[0]
        loose = any(not line.strip() for line in inner)
        while inner and not inner[-1].strip():
            del inner[-1]
        marker = item[1] + item[2].replace(")", ".") + (item[3] or " ")
        self._emit(marker, inner)
        if loose:
            self.out.append("")
        self._leave(after, kind)

    def _container(self, offset: int, need: int) -> None:
        """Rewrite a footnote or definition, whose mark takes *offset* columns."""
        line = self.lines[self.at]
        body, after = self._collect(line[offset:], offset, min(need, _WIDTH))
        if body[0].strip():
            self._emit(line[:offset], _Level(self.rewriter, body, nested=True).rewritten())
        else:
            self._emit(line, ["", *_Level(self.rewriter, body[1:], nested=True).rewritten()])
        self._leave(after)

    def _panel(self, line: str) -> None:
        """Rewrite what is indented below the title of an admonition."""
        body, after = self._collect("", _WIDTH, _WIDTH, lazy=False)
        self._gap()
        inner = _Level(self.rewriter, body[1:], nested=True).rewritten()
        self._emit(line, ["", *inner] if inner else [""])
        self._leave(after)

    def _quotation(self) -> None:
        """Rewrite a quotation; the parser would take what follows it in, were it not for a blank line."""
        body: list[str] = []
        tracker = _Tracker()
        at = self.at
        while at < len(self.lines):
            line = self.lines[at]
            if mark := _QUOTE.match(line):
                body.append(line[mark.end() :])
            elif tracker.lazy and line.strip() and not self._begins(line):
                body.append(line.lstrip())
            else:
                break
            tracker.read(body[-1])
            at += 1
        self._gap()
        inner = _Level(self.rewriter, body, nested=True).rewritten()
        self.out += ["> " + line if line.strip() else ">" for line in inner]
        self._leave(at, ">")

    def _emit(self, mark: str, inner: Sequence[str]) -> None:
        self.out.append(mark + (inner[0] if inner else ""))
        self.out += [" " * _WIDTH + line if line.strip() else "" for line in inner[1:]]

    def _collect(
        self, first: str, offset: int, need: int, *, lazy: bool = True
    ) -> tuple[list[str], int]:
        """Give the lines of a container that begins here, without their indentation, and what follows it."""
        own = [first]
        indents = [-1]
        tracker = _Tracker()
        tracker.read(first)
        at = end = self.at + 1
        while at < len(self.lines):
            line = self.lines[at]
            indent = len(line) - len(line.lstrip(" "))
            goes_on = tracker.lazy and not self._begins(line.lstrip())
            if not line.strip():
                if lazy and not first.strip() and at == self.at + 1:
                    break
                line, indent = "", -1
            elif indent < need:
                if not (lazy and goes_on):
                    break
                line, indent = line.lstrip(), -1
            elif not goes_on:
                indents.append(indent)
            own.append(line)
            tracker.read(line[need:] if indent >= 0 else line)
            at += 1
            end = at if line else end
        width = _width(min((indent for indent in indents if indent >= 0), default=0), offset)
        return [first, *(fences.dedent(line, width) for line in own[1 : end - self.at])], end

    def _begins(self, line: str) -> bool:
        """Does *line* begin a block, and so cannot go on with a paragraph."""
        if line[:1].isalpha():
            return False
        if _ITEM.match(line) or _QUOTE.match(line) or _HEADING.match(line) or _RULE.match(line):
            return True
        other = fences.opening(line) or _NOTE.match(line) or _DEFINITION.match(line)
        return other is not None or self._blocks.begins(line)

    # Raw HTML

    def _html(self, line: str) -> bool:
        """Rewrite the raw HTML block that begins here, if one does."""
        if self.verbatim:
            return False
        if closing := html.verbatim(line):
            end = html.end_of_verbatim(self.lines, self.at, closing)
            # A comment may be a directive, which the visitor finds in the tree.
            self._raw(end, stash=self.nested and closing != "-->")
            return True
        if not self._blocks.begins(line):
            return False
        end_of_element = self._blocks.end_of_element(self.at)
        if not self.nested and html.asks_for_markdown(line):
            self._markdown_inside(end_of_element)
        elif (
            self.nested
            or end_of_element is None
            or self._blocks.has_markdown(self.at, end_of_element)
        ):
            self._raw(self._blocks.end_of_tags(self.at), stash=True)
        else:
            self._raw(end_of_element + 1, stash=False)
        return True

    def _raw(self, end: int, *, stash: bool) -> None:
        """Leave raw HTML to the parser, or put it by where the parser would not find it or its end."""
        lines = self.lines[self.at : end]
        self._gap()
        self.out += [self.rewriter.html("\n".join(lines)), ""] if stash else lines
        self._leave(end)

    def _markdown_inside(self, last: int | None) -> None:
        end = len(self.lines) if last is None else last + 1
        self._gap()
        self.out += _Level(self.rewriter, self.lines[self.at : end], verbatim=True).rewritten()
        self._leave(end)


def _width(least: int, offset: int) -> int:
    """
    Give how many columns to take off what stands *offset* columns or more, at least *least*, to the right.

    Who writes four spaces, means four; six below "- " are an indented block of code.

    >>> _width(4, 2), _width(2, 2), _width(6, 2), _width(8, 2)
    (4, 2, 2, 4)
    """
    code = least - offset >= _WIDTH and least < 2 * _WIDTH
    return _WIDTH if least >= _WIDTH and not code else offset


@dataclass(slots=True)
class _Tracker:
    """Whether a paragraph is open at the end of the lines read so far."""

    lazy: bool = False
    fence: fences.Fence | None = None

    def read(self, line: str) -> None:
        """Take *line* into account, which may begin with the marks of more containers."""
        text = _INNER.sub("", line, count=1)
        if self.fence:
            if fences.closes(text, self.fence):
                self.fence = None
            self.lazy = False
            return
        self.fence = fences.opening(text)
        self.lazy = bool(text.strip()) and not self.fence and not _HEADING.match(text)
