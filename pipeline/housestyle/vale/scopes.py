"""Which parts of a page a check looks at: Vale's selectors, told from what a passage is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import NOT_PROSE, Passage
from pipeline.prose.sentences import sentences

_PROSE = frozenset({"text", "txt", "md", "paragraph", "prose"})
_KINDS: dict[str, frozenset[str]] = {
    "list item": frozenset({"list"}),
    "quotation": frozenset({"blockquote"}),
    "table cell": frozenset({"table", "cell"}),
    "table heading": frozenset({"table", "header"}),
    "caption": frozenset({"table", "figure", "caption"}),
    "image alternative": frozenset({"attr", "alt"}),
    "link title": frozenset({"attr", "title"}),
    "accessible name": frozenset({"attr"}),
    "title": frozenset({"heading", "h1"}),
}
# Vale cuts sentences from paragraphs only, which leaves out most of a guide that is made of steps.
_CUT = frozenset({"list", "blockquote", "prose"})
_NAMES = frozenset(
    "text txt md paragraph sentence summary heading h1 h2 h3 h4 h5 h6 list blockquote table cell header "
    "figure caption attr alt title".split()
)
# They never apply here, so that "not in code" holds of everything.
_ELSEWHERE = frozenset("code comment line block html rst adoc org xml dita".split())


@dataclass(frozen=True, slots=True)
class Part:
    """One selector: the names that a block must have all of, and those groups it must not have."""

    names: frozenset[str]
    without: tuple[frozenset[str], ...] = ()


Scope = tuple[Part, ...]
"""Any of its parts must fit."""


@dataclass(frozen=True, slots=True)
class Block:
    """
    A text that a check is run over, and the passages it is made of, by where they begin in it.

    Each of *pieces* is an offset in the text, a passage, and the offset there.
    """

    text: str
    pieces: tuple[tuple[int, Passage, int], ...]
    as_written: str
    """The same with the typographic apostrophe, for a check that asks about it."""

    def at(self, start: int, end: int) -> tuple[Passage, int, int]:
        """Give the passage that holds *start*, with both offsets there."""
        for first, passage, offset in reversed(self.pieces):
            if first <= start:
                shift = offset - first
                return passage, start + shift, min(end + shift, len(passage.text))
        raise AssertionError("a block begins with a piece")


def parse(selectors: Sequence[str]) -> tuple[Scope, tuple[str, ...]]:
    """
    Give the scope, and the names in it that nothing here answers to.

    >>> parse(["heading.h2 & ~table", "raw"])[1]
    ('raw',)
    """
    parts, unknown = [], []
    for selector in selectors or ("text",):
        names: set[str] = set()
        without = []
        for one in selector.lower().split("&"):
            given = one.strip()
            own = frozenset(given.lstrip("~").strip().split("."))
            if given.startswith("~"):
                without.append(own)
            else:
                names |= own
                unknown += sorted(own - _NAMES - _ELSEWHERE)
        parts.append(Part(frozenset(names), tuple(without)))
    known = tuple(part for part in parts if not part.names - _NAMES - _ELSEWHERE)
    return known, tuple(dict.fromkeys(unknown))


class Blocks:
    """The blocks of one version, cut once for all of its checks."""

    def __init__(self, prose: Sequence[Passage]) -> None:
        self._prose = prose
        self._whole = [_block([passage]) for passage in prose]
        self._names = [names(passage.kind) for passage in prose]
        self._kept: dict[Scope, tuple[Block, ...]] = {}

    def of(self, scope: Scope) -> tuple[Block, ...]:
        """Give the blocks of *scope*, in order."""
        if scope not in self._kept:
            found = [block for part in scope for block in self._of(part)]
            once = {(id(one.pieces[0][1]), one.pieces[0][2], len(one.text)): one for one in found}
            self._kept[scope] = tuple(once.values())
        return self._kept[scope]

    def _of(self, part: Part) -> Iterator[Block]:
        fitting = [
            index
            for index, own in enumerate(self._names)
            if not any(group <= own for group in part.without)
        ]
        if "summary" in part.names:
            body = [self._prose[index] for index in fitting if self._names[index] & _CUT]
            if body:
                yield _block(body)
            return
        for index in fitting:
            own = self._names[index]
            if part.names - {"sentence"} <= own:
                if "sentence" not in part.names:
                    yield self._whole[index]
                elif own & _CUT:
                    yield from _sentences(self._whole[index])


def names(kind: str) -> frozenset[str]:
    """
    Give Vale's names for a passage of *kind*.

    >>> sorted(names("heading 2"))
    ['h2', 'heading', 'md', 'text']
    """
    base, _, _ = kind.partition(",")
    if base.startswith("heading "):
        own = frozenset({"heading", f"h{base[8:]}"})
    elif base in _KINDS:
        own = _KINDS[base]
    else:
        return _PROSE
    return own | {"text", "md"}


def _block(prose: Sequence[Passage]) -> Block:
    pieces, size = [], 0
    for passage in prose:
        pieces.append((size, passage, 0))
        size += len(passage.text) + 2
    # Vale puts an asterisk for each character of code; some checks look for what is not ASCII.
    written = "\n\n".join(passage.text for passage in prose).replace(NOT_PROSE, "*")
    return Block(written.replace("’", "'"), tuple(pieces), written)


def _sentences(block: Block) -> Iterator[Block]:
    ((_, passage, _),) = block.pieces
    for start, end in sentences(passage.text, passage.locale):
        pieces = ((0, passage, start),)
        yield Block(block.text[start:end], pieces, block.as_written[start:end])
