"""Two spellings of which a page should have one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.housestyle.vale import patterns
from pipeline.housestyle.vale.document import Document
from pipeline.housestyle.vale.header import Header, Hit
from pipeline.housestyle.vale.scopes import Block

FIELDS = frozenset({"either", "ignorecase", "nonword"})


@dataclass(frozen=True, slots=True)
class Consistency:
    """For each pair a pattern in which one spelling is the group `a` and the other `b`."""

    pairs: tuple[str, ...]


def read(document: Document, _accepted: Sequence[str]) -> Consistency:
    """Give the check in *document*."""
    document.require("either")
    pairs = document.pairs("either")
    word, ignore_case = not document.flag("nonword"), document.flag("ignorecase")
    made = tuple(
        patterns.alternatives(
            (f"(?P<a>{_token(first.text)})", f"(?P<b>{_token(second.text)})"),
            word=word,
            ignore_case=ignore_case,
        )
        for first, second in pairs
    )
    patterns.check(document, *made, parts=[one for pair in pairs for one in pair])
    return Consistency(made)


def find(check: Consistency, head: Header, blocks: Sequence[Block]) -> Iterator[Hit]:
    """Give each place of the spelling that the page did not begin with."""
    for pattern in check.pairs:
        first = None
        for block in blocks:
            for match in patterns.finditer(pattern, block.text):
                group = match.lastgroup
                first = first or group
                if group != first:
                    yield Hit(block, match.start(), match.end(), head.say(match[0]))


def _token(text: str) -> str:
    return patterns.scoped(patterns.plain_groups(text))
