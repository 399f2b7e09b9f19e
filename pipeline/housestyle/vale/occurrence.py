"""Something that stands too often, or not often enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.housestyle.vale import patterns
from pipeline.housestyle.vale.document import Document
from pipeline.housestyle.vale.header import Header, Hit
from pipeline.housestyle.vale.scopes import Block

FIELDS = frozenset({"token", "max", "min", "ignorecase"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What is counted in each block, and how often it may and must stand there; 0 asks nothing."""

    pattern: str
    most: int = 0
    least: int = 0


def read(document: Document, _accepted: Sequence[str]) -> Occurrence:
    """Give the check in *document*."""
    document.require("token")
    most, least = document.number("max") or 0, document.number("min") or 0
    if not most and not least:
        raise document.error('neither "max" nor "min" is there', hint='add a line such as "max: 3"')
    flags = "(?i)" if document.flag("ignorecase") else ""
    pattern = f"{flags}(?:{patterns.scoped(document.text('token'))})"
    patterns.check(document, pattern, parts=document.texts("token"))
    return Occurrence(pattern, int(most), int(least))


def find(check: Occurrence, head: Header, blocks: Sequence[Block]) -> Iterator[Hit]:
    """Give each block with too many or too few, at the first that there is."""
    for block in blocks:
        spans = [match.span() for match in patterns.finditer(check.pattern, block.text)]
        count = len(spans)
        if (check.most and count > check.most) or count < check.least:
            start, end = spans[0] if spans else (0, min(len(block.text), 1))
            yield Hit(block, start, end, head.say(str(count)))
