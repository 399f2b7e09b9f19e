"""Something that should not be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.housestyle.vale import header, patterns
from pipeline.housestyle.vale.document import Document
from pipeline.housestyle.vale.header import Header, Hit
from pipeline.housestyle.vale.scopes import Block

FIELDS = frozenset({"tokens", "raw", "exceptions", "ignorecase", "nonword", "append", "vocab"})


@dataclass(frozen=True, slots=True)
class Existence:
    """All tokens in one pattern, with the raw patterns in a row before or behind them."""

    pattern: str
    exceptions: str = ""


def read(document: Document, accepted: Sequence[str]) -> Existence:
    """Give the check in *document*; words *accepted* everywhere are let be, unless it says otherwise."""
    tokens = document.texts("tokens")
    raw = document.texts("raw")
    if not {"tokens", "raw"} & document.fields.keys():
        raise document.error('"tokens" is missing', hint="list what should not be there")
    nonword = document.flag("nonword")
    body = "".join(one.text for one in raw)
    if tokens:
        group = patterns.alternatives(
            [one.text for one in tokens], word=not nonword, ignore_case=False
        )
        body = group + body if document.flag("append") else body + group
    # The flags of the group hold for all of it.
    flags = "(?im)" if document.flag("ignorecase") else "(?m)"
    pattern = flags + (body.replace("(?m)", "") or "(?!)")
    vocabulary = accepted if document.flag("vocab", default=True) and not nonword else ()
    own = [one.text for one in document.texts("exceptions")]
    let_be = patterns.exceptions((*own, *vocabulary))
    patterns.check(document, pattern, parts=(*raw, *tokens))
    patterns.check(document, let_be, parts=document.texts("exceptions"))
    return Existence(pattern, let_be)


def find(check: Existence, head: Header, blocks: Sequence[Block]) -> Iterator[Hit]:
    """Give what matches, except what is let be."""
    curly = "’" in check.pattern
    for block in blocks:
        text = block.as_written if curly else block.text
        for match in patterns.finditer(check.pattern, text):
            start, end = match.span()
            if patterns.excepted(check.exceptions, text, start, end):
                continue
            proposed = header.replaced(head, match[0])
            said = " or ".join(proposed) if proposed else match[0]
            yield Hit(block, start, end, head.say(match[0], said), proposed)
