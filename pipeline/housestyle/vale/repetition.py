"""A word that stands twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.housestyle.vale import header, patterns
from pipeline.housestyle.vale.document import Document
from pipeline.housestyle.vale.header import Header, Hit
from pipeline.housestyle.vale.scopes import Block
from pipeline.prose.sentences import sentences

FIELDS = frozenset({"tokens", "max", "ignorecase", "alpha", "exceptions", "vocab"})


@dataclass(frozen=True, slots=True)
class Repetition:
    """What is compared with its neighbour, and how often it may be repeated."""

    pattern: str
    most: int = 0
    ignore_case: bool = False
    letters: bool = False
    exceptions: str = ""


def read(document: Document, accepted: Sequence[str]) -> Repetition:
    """Give the check in *document*."""
    tokens = document.texts("tokens")
    if not tokens:
        raise document.error('"tokens" is missing', hint=r"such as '\w+'")
    ignore_case = document.flag("ignorecase")
    words = [one.text for one in tokens]
    pattern = patterns.alternatives(words, word=False, ignore_case=ignore_case)
    vocabulary = accepted if document.flag("vocab", default=True) else ()
    let_be = patterns.exceptions((*(one.text for one in document.texts("exceptions")), *vocabulary))
    patterns.check(document, pattern, parts=tokens)
    patterns.check(document, let_be, parts=document.texts("exceptions"))
    return Repetition(
        pattern, int(document.number("max") or 0), ignore_case, document.flag("alpha"), let_be
    )


def find(check: Repetition, head: Header, blocks: Sequence[Block]) -> Iterator[Hit]:
    """Give each repetition within a sentence."""
    for block in blocks:
        before, began, count = "", 0, 0
        for match in patterns.finditer(check.pattern, block.text):
            text = match[0].strip()
            key = text.casefold() if check.ignore_case else text
            same = bool(key) and key == before and (text.isalpha() or not check.letters)
            count = count + 1 if same else 0
            start, end = began, match.end()
            if same and count > check.most and _one_sentence(block, start, end):
                count = 0
                if not patterns.excepted(check.exceptions, block.text, start, end):
                    proposed = header.replaced(head, block.text[start:end])
                    yield Hit(block, start, end, head.say(text, *proposed[:1]), proposed)
            before, began = key, match.start()


def _one_sentence(block: Block, start: int, end: int) -> bool:
    passage, first, last = block.at(start, end)
    return not any(first < begin < last for begin, _ in sentences(passage.text, passage.locale))
