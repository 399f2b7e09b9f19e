"""Paragraphs that are seen to be such: no other processor of blocks is asked about them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor

# Whatever begins another block begins with another sign than a letter: indentation, a mark, a digit, a
# place holder of the parser's own.
_PROSE = re.compile(r"[^\W\d_].*(?:\n[^\W\d_].*)*+")
_FIRST = 1000


class Prose(ParagraphProcessor):
    """The stock processor of paragraphs, which is asked last, asked first about lines of prose."""

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002 - the parser hands it over
        """Say whether each line of *block* begins with a letter."""
        return _PROSE.fullmatch(block) is not None


def install(engine: Markdown) -> Markdown:
    """Let *engine* ask so, and give it back; it may have no processors but the library's and ours."""
    engine.parser.blockprocessors.register(Prose(engine.parser), "prose", _FIRST)
    return engine
