"""
Fenced code wherever it stands: in list items, quotations, definitions and admonitions too.

The stock preprocessor sees fences at the margin only. Inside a list item it leaves the fences to be
read as paragraphs and the code's comments as headings (224 wrong messages in 846 pages).
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension

# One space only behind a marker: with `[ ]+` there are 2^n ways to read n markers with two spaces.
_OPEN = re.compile(r"(?P<prefix>[ >]*(?:(?:[-+*]|\d{1,9}[.)]|:)[ ][ >]*)*)(?P<fence>`{3,}|~{3,})")
_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)]|:)(?=[ ])")
_CONTAINER = re.compile(r"[ >]*(?:[-+*]|\d{1,9}[.)]|:|\[\^[^\]]+\]:|!!!)(?:[ ]|$)")


class NestedFences(FencedBlockPreprocessor):
    """Stashes the fences at the margin as ever, then those inside other blocks."""

    def run(self, lines: list[str]) -> list[str]:
        """Replace each fenced block with a place holder at the same depth."""
        rest = super().run(lines)
        done: list[str] = []
        index = 0
        while index < len(rest):
            match = _OPEN.match(rest[index])
            end = _end(rest, index, match) if match and _nested(match, done) else None
            if match is None or end is None:
                done.append(rest[index])
                index += 1
                continue
            done += self._stash(rest[index : end + 1], match["prefix"])
            index = end + 1
        return done

    def _stash(self, block: list[str], prefix: str) -> list[str]:
        width = len(prefix)
        code = [_dedent(line, width) for line in block[1:-1]]
        stashed = super().run([block[0][width:], *code, block[-1].strip(" >")])
        inner = _MARKER.sub(lambda marker: " " * len(marker.group()), prefix)
        placeholder = next((line for line in stashed if line.strip()), "")
        blank = inner.rstrip()
        # A blank line before it would end the marker's own line.
        lead = [] if _MARKER.search(prefix) else [blank]
        return [*lead, prefix + placeholder, blank]


class Fences(FencedCodeExtension):
    """The stock extension with `NestedFences` in the place of its preprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the preprocessor under the stock name, so that other extensions find it."""
        super().extendMarkdown(md)
        md.preprocessors.register(NestedFences(md, self.getConfigs()), "fenced_code_block", 25)


def _nested(match: re.Match[str], before: list[str]) -> bool:
    """Four spaces at the margin make an indented code block; below a list marker they do not."""
    prefix = match["prefix"]
    if not prefix:
        return False
    if len(prefix) < 4 or prefix.strip():
        return True
    indent = len(prefix)
    for line in reversed(before):
        if not line.strip():
            continue
        own = len(line) - len(line.lstrip(" "))
        if own < indent:
            if _CONTAINER.match(line):
                return True
            indent = own
            if own == 0:
                return False
    return False


def _end(lines: list[str], start: int, match: re.Match[str]) -> int | None:
    fence = match["fence"]
    quoted = ">" in match["prefix"]
    closing = re.compile(rf"[ >]*{re.escape(fence[0])}{{{len(fence)},}}[ ]*$")
    for index in range(start + 1, len(lines)):
        if quoted and not lines[index].lstrip().startswith(">"):
            return None
        if closing.match(lines[index]):
            return index
    return None


def _dedent(line: str, width: int) -> str:
    head = line[:width]
    return line[width:] if not head.strip(" >") else line.lstrip(" ")
