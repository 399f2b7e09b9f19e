"""Something that asks for something else: an acronym for the words that it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.housestyle.vale import patterns
from pipeline.housestyle.vale.document import Document
from pipeline.housestyle.vale.header import Header, Hit
from pipeline.housestyle.vale.scopes import Block

FIELDS = frozenset({"first", "second", "exceptions", "ignorecase", "vocab", "in"})


@dataclass(frozen=True, slots=True)
class Conditional:
    """
    What asks, and what answers.

    If the answer has a group, that must have held the very word that asks, up to there on the page;
    otherwise the answer stands in the same block.
    """

    first: str
    second: str
    names: bool
    exceptions: str = ""


def read(document: Document, accepted: Sequence[str]) -> Conditional:
    """Give the check in *document*."""
    document.require("first", "second")
    # Vale takes "ignorecase" here and does nothing with it; an acronym would be any word otherwise.
    first, second = document.text("first"), document.text("second")
    parts = (*document.texts("first"), *document.texts("second"))
    vocabulary = accepted if document.flag("vocab", default=True) else ()
    let_be = patterns.exceptions((*(one.text for one in document.texts("exceptions")), *vocabulary))
    patterns.check(document, first, second, parts=parts)
    patterns.check(document, let_be, parts=document.texts("exceptions"))
    return Conditional(first, second, patterns.captures(second), let_be)


def find(check: Conditional, head: Header, blocks: Sequence[Block]) -> Iterator[Hit]:
    """Give each place that asks and gets no answer."""
    known: set[str] = set()
    for block in blocks:
        answers = list(patterns.finditer(check.second, block.text))
        if check.names:
            known.update(group for one in answers for group in one.groups() if group)
        elif answers:
            continue
        for match in patterns.finditer(check.first, block.text):
            start, end = match.span()
            if match[0] not in known and not patterns.excepted(
                check.exceptions, block.text, start, end
            ):
                yield Hit(block, start, end, head.say(match[0]))
