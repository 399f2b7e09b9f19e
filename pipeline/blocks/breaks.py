"""A backslash at the end of a line, which breaks the line in CommonMark."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SubstituteTagInlineProcessor

_AFTER_CODE = 185
"""Python-Markdown reads code at 190, and at 180 the other backslashes."""


class Breaks(Extension):
    """Makes a line break of a backslash that ends a line."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the pattern."""
        pattern = SubstituteTagInlineProcessor(r"(?<!\\)\\\n", "br")
        md.inlinePatterns.register(pattern, "backslash_break", _AFTER_CODE)
