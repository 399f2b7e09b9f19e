"""
Finds the headings of a plain text.

Nothing marks a heading there but its looks and its place: a short line that ends no sentence, with
text below it. An underline, capitals or a number say more, and say the level too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.importer import lines, writer
from pipeline.importer.lines import Block

_COLUMNS = 90
_WORDS = 16
_IN_A_ROW = 3
"""Short lines in a row that are no headings but a list, an address or a poem."""
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\S)")
# A stop behind a word that is too long for an abbreviation, with a capital after it.
_TWO_SENTENCES = re.compile(r"[^\W\d_]{4}[.!…]['\"’”)]?\s+[\"'“‘(]?[^\W\d_a-z]|[。！؟]\s?\w")
_NO_HEADING = re.compile(r"https?://|www\.|\S@\S|10\.\d{4,9}/|\t")
_BYLINE = re.compile(r"(?i:by|von|par|por|di|door|av|af) [^\W\d_a-z]")
_BETWEEN = frozenset("and und et y e en og och de da del la van von der".split())
_LAST = tuple(".,;:…-–—=。．，、；：،؛۔।॥")
_QUOTATIONS = tuple("\"“„«‘'「『–—([")
_RANKS = {"capitals": 1, "plain": 2}


def find(blocks: Sequence[Block]) -> list[Block]:
    """
    Give *blocks* with the paragraphs that are headings made so.

    >>> [block.kind for block in find(lines.blocks("Why tea?\\nIt is hot.\\nThe end"))]
    ['heading', 'paragraph', 'paragraph']
    """
    underlined = any(block.kind == "heading" for block in blocks)
    likely = [
        block.kind == "paragraph"
        and looks_like(block.text)
        and (not underlined or block.text.isupper())
        for block in blocks
    ]
    result = list(blocks)
    start = 0
    for candidate, run in groupby(likely):
        length = len(list(run))
        end = start + length
        # The run ends before something else: text, unless it is a rule or the end of the file.
        followed = end < len(blocks) and blocks[end].kind != "rule"
        if candidate and followed and length < _IN_A_ROW:
            for index in range(start, end):
                result[index] = replace(blocks[index], kind="heading", style="")
        start = end
    return result


def looks_like(text: str) -> bool:
    """
    Say whether *text* is short, begins like a sentence and does not end like one.

    >>> looks_like("How does it work?"), looks_like("It works.")
    (True, False)
    """
    first = next((character for character in text if character.isalnum()), "")
    digits = sum(character.isdigit() for character in text)
    last = text.rstrip("\"'”’»)」』")[-1:]
    return (
        any(character.isalpha() for character in text)
        and lines.columns(text) <= _COLUMNS
        and len(text.split()) <= _WORDS
        and not first.islower()
        and not text.startswith(_QUOTATIONS)
        and (last not in _LAST or (text.isupper() and last == ":"))
        and 2 * digits < sum(character.isalnum() for character in text)
        and not _NO_HEADING.search(text)
        and not is_byline(text)
        and not _TWO_SENTENCES.search(text)
    )


def is_byline(text: str) -> bool:
    """
    Say whether *text* names an author: "by", and names alone.

    >>> is_byline("By Ann Smith and Dr. J. Doe"), is_byline("By the sea")
    (True, False)
    """
    words = text.split()
    named = all(not word[0].islower() or word in _BETWEEN for word in words[1:])
    return len(words) <= _WORDS and named and _BYLINE.match(text) is not None


def numbered(text: str) -> bool:
    """Say whether *text* begins with the number of a section."""
    return _NUMBER.match(text) is not None


def levels(headings: Sequence[Block]) -> dict[int, int]:
    """
    Give the level of each heading by its line: by its underline, its capitals, its number.

    >>> levels(lines.blocks("One\\n===\\n\\nTwo\\n---\\n\\nThree\\n==="))
    {1: 2, 4: 3, 7: 2}
    """
    capitals = sum(_in_capitals(heading) for heading in headings) > 1
    numbers = sum(numbered(heading.text) for heading in headings) > 1
    looks = [_look(heading, capitals=capitals) for heading in headings]
    # Underlines rank in the order in which they come, above capitals, above what is plain.
    order = sorted(dict.fromkeys(looks), key=lambda look: _RANKS.get(look, 0))
    deep = [_depth(heading.text) if numbers else 0 for heading in headings]
    raw = (order.index(look) + depth for look, depth in zip(looks, deep, strict=True))
    return dict(zip((heading.line for heading in headings), writer.outline(raw), strict=True))


def _in_capitals(heading: Block) -> bool:
    return not heading.style and heading.text.isupper()


def _look(heading: Block, *, capitals: bool) -> str:
    if heading.style:
        return heading.style[0]
    return "capitals" if capitals and _in_capitals(heading) else "plain"


def _depth(text: str) -> int:
    number = _NUMBER.match(text)
    return number.group(1).count(".") if number else 0
