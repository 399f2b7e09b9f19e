"""The pieces that inline Markdown is made of, as values with offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "text",
    "escape",
    "entity",
    "break",
    "code",
    "image",
    "image reference",
    "link start",
    "link end",
    "reference end",
    "autolink",
    "address",
    "footnote",
    "tag",
    "end tag",
    "comment",
    "placeholder",
    "emphasis start",
    "emphasis end",
    "attributes",
]

Span = tuple[int, int]
NOWHERE: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Attribute:
    """A name with its value as written, and the offset where the value begins."""

    name: str
    value: str
    start: int


@dataclass(frozen=True, slots=True)
class Token:
    """
    A piece of inline Markdown: all but text is markup.

    *text* is what it stands for: the character of an escape or an entity, the code of a code span,
    the name of a tag, the marker of emphasis. *target* is where it points: an address, a reference,
    a footnote. *inner* and *title* are where its words stand (an image's alternative, a link's
    title). *opens* is the start of the element that an end or an attribute list belongs to.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    target: str = ""
    inner: Span = NOWHERE
    title: Span = NOWHERE
    opens: int = -1
    attributes: tuple[Attribute, ...] = ()

    def attribute(self, name: str) -> str | None:
        """Give the value of the attribute *name*, or None where it does not stand."""
        return next((each.value for each in self.attributes if each.name == name), None)
