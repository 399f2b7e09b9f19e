"""The elements of a page: a tree of our own, so that no rule knows the parser."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.model import Place

_BLOCKS = """
    address article aside blockquote body button caption center col colgroup dd details dialog dir
    div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup
    hr html label legend li main menu nav ol optgroup option p pre search section select summary
    table tbody td template tfoot th thead title tr ul
"""
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end a paragraph (HTML, Rendering); text on either side is not joined."""


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Where the lines of a page end: so that a place is made when somebody asks for it, which hardly anybody does."""

    path: str
    ends: Sequence[int]

    def at(self, offset: int) -> Place:
        """Give the place of the character at *offset*."""
        row = bisect_left(self.ends, offset)
        return Place(self.path, row + 1, offset - self.ends[row - 1] if row else offset + 1)


@dataclass(slots=True, eq=False)
class Element:
    """
    An element, what it holds, and what it has from around it.

    *language* is what the nearest `lang` says, which may be nothing or nonsense; *direction* the
    nearest `dir`. *seen* says whether it is rendered, as far as the markup says, and *heard* whether
    it reaches a screen reader. *place* is in its article if the page is one of ours, else in the page;
    *start* and *end* are the offsets of its start tag in the page's source, both 0 for a tag that was
    left out there. Names of elements and attributes are in lower case.
    """

    name: str
    attributes: dict[str, str]
    parent: Element | None
    where: Place | Lines
    start: int = 0
    end: int = 0
    language: str = ""
    direction: str = ""
    seen: bool = True
    heard: bool = True
    children: list[Element | str] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where it stands; a tag that was left out, where the nearest around it stands."""
        if isinstance(self.where, Place):
            return self.where
        nearest = self
        while not nearest.end and nearest.parent is not None:
            nearest = nearest.parent
        return self.where.at(nearest.start)

    def get(self, attribute: str) -> str | None:
        """Give the value of *attribute*; None where it is not there."""
        return self.attributes.get(attribute)

    @property
    def elements(self) -> list[Element]:
        """The elements directly in it."""
        return [child for child in self.children if isinstance(child, Element)]

    @property
    def text(self) -> str:
        """All text in it, white space collapsed."""
        # Not by `strings`: most hold one text, and the generators take longer than the text.
        found: list[str] = []
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                found.append(node)
            else:
                stack += node.children[::-1]
        return " ".join("".join(found).split())

    def shown(self, most: int = 300) -> str:
        """Give the text in it that is rendered, heard or not, white space collapsed; its first *most* nodes."""
        found: list[str] = []
        stack = [iter(self.children)]
        while stack and most:
            for node in stack[-1]:
                most -= 1
                if isinstance(node, str):
                    found.append(node)
                elif node.seen:
                    stack.append(iter(node.children))
                    found.append(" " if node.name in BLOCKS or node.name == "br" else "")
                    break
                if not most:
                    break
            else:
                stack.pop()
        return " ".join("".join(found).split())

    def strings(self) -> Iterator[str]:
        """Give every text in it, in order."""
        return (node for node in self.nodes() if isinstance(node, str))

    def inside(self) -> Iterator[Element]:
        """Give every element in it, in order."""
        return (node for node in self.nodes() if isinstance(node, Element))

    def nodes(self) -> Iterator[Element | str]:
        """Give every element and text in it, in order."""
        # An explicit stack: hundreds of elements may be nested.
        stack = [iter(self.children)]
        while stack:
            for node in stack[-1]:
                yield node
                if isinstance(node, Element):
                    stack.append(iter(node.children))
                    break
            else:
                stack.pop()

    def around(self) -> Iterator[Element]:
        """Give the elements around it, the nearest first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent
