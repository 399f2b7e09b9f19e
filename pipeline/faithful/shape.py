"""
What Python-Markdown makes of a run: its links, images, marks, code and tags, and the text shown.

The walk swaps a translation in when blocks have been parsed, so a run is parsed here as the walk has
it parsed: as the text of a paragraph, heading or cell, by the inline patterns alone.
"""

from __future__ import annotations

import re
import threading
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import unquote

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension

from pipeline import inline
from pipeline.blocks.breaks import Breaks

PieceKind = Literal["link target", "image", "reference", "footnote mark", "tag", "attribute"]
Piece = tuple[PieceKind, str]
"""What a page has besides words: its kind, and what it points at or is called."""

_EMPHASIS = frozenset({"b", "em", "i", "strong"})
# Nothing without an attribute, or what only some languages need.
_FREE = frozenset({"bdi", "bdo", "rb", "rp", "rt", "rtc", "ruby", "span", "wbr"})

_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"})
_POINTING: dict[str, PieceKind] = {"href": "link target", "src": "image"}
# What an attribute says to a reader is translated; a language and a direction are the translator's.
_SAID = frozenset({"alt", "aria-label", "dir", "lang", "placeholder", "title", "xml:lang"})
_TREE = ("inline", "attr_list", "unescape")
_REFERENCE = "reference:"
_FOOTNOTE = "#fn:"


@dataclass(slots=True)
class Shape:
    """
    A run as the parser reads it.

    *open* counts for each tag how many are left open (more than none) or are closed without having
    been opened (less). *unnamed* counts links without words and images without an alternative.
    *text* is what is shown, code left out.
    """

    pieces: Counter[Piece] = field(default_factory=Counter)
    code: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    unnamed: int = 0
    emphasis: int = 0
    text: str = ""


def read(
    text: str,
    kind: str = "paragraph",
    *,
    references: Collection[str] = (),
    footnotes: Collection[str] = (),
) -> Shape:
    """
    Give the shape of a run of *kind*, in an article that defines *references* and *footnotes*.

    >>> shape = read("See [`a`](b.md) and <kbd>c</kbd>")
    >>> sorted(shape.pieces), dict(shape.code), shape.text
    ([('link target', 'b.md'), ('tag', 'kbd')], {'a': 1}, 'See  and c')
    """
    reader = _Reader()
    reader.feed(_html(text, kind, references, footnotes))
    reader.close()
    return reader.shape()


def _html(text: str, kind: str, references: Collection[str], footnotes: Collection[str]) -> str:
    engine = _engine()
    engine.reset()
    for label in references:
        engine.references[label] = (_REFERENCE + label, "")
    for extension in engine.registeredExtensions:
        if isinstance(extension, FootnoteExtension):
            for label in footnotes:
                extension.setFootnote(label, label)
    root = ET.Element("div")
    block = ET.SubElement(root, _tag(kind))
    block.text = text
    for name in _TREE:
        engine.treeprocessors[name].run(root)
    html = engine.serializer(root)
    for postprocessor in engine.postprocessors:
        html = postprocessor.run(html)
    return html


def _tag(kind: str) -> str:
    """Give an element that reads attribute lists as the run's own does."""
    if kind.startswith("heading"):
        return "h2"
    if kind.startswith("table"):
        return "td"
    return "dt" if kind == "term" else "p"


# Two threads that read two runs at once may not share it.
_KEPT = threading.local()


def _engine() -> Markdown:
    """Give one parser for all runs: only its inline patterns are used, and it is reset for each."""
    if not hasattr(_KEPT, "engine"):
        _KEPT.engine = inline.install(Markdown(extensions=["extra", Breaks()]))
    found: Markdown = _KEPT.engine
    return found


class _Reader(HTMLParser):
    """Reads the HTML as a browser gets it, tag by tag: an open tag stays visible as one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Shape()
        self.shown: list[str] = []
        self.coded: list[str] | None = None
        self.words: list[bool] = []
        self.depth = 0

    def shape(self) -> Shape:
        """Give what has been read, without the two elements around it."""
        self.found.text = "".join(self.shown).strip()
        self.found.open = Counter({tag: count for tag, count in self.found.open.items() if count})
        return self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count a tag, what it points at, and its attributes."""
        values = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self.found.open[tag] += 1
        self.depth += 1
        # The first two are the document and the block, which the run does not write itself.
        if self.depth > 2:
            self._count(tag, values)
        for name in sorted(values.keys() - _SAID):
            if name not in _POINTING:
                self.found.pieces["attribute", f'{name}="{values[name]}"'] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count a tag that is empty, also one that is only written so."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Count an end, and close code and links."""
        if tag not in _VOID:
            self.found.open[tag] -= 1
        if tag == "code" and self.coded is not None:
            self.found.code[" ".join("".join(self.coded).split())] += 1
            self.coded = None
        if tag == "a" and self.words:
            self.found.unnamed += not self.words.pop()

    def handle_data(self, data: str) -> None:
        """Keep text, code apart."""
        (self.shown if self.coded is None else self.coded).append(data)
        if data.strip():
            self.words = [True] * len(self.words)

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - the library's name
        """Count a comment: what stands in it is not shown."""
        self.found.pieces["tag", "!--"] += 1

    def _count(self, tag: str, values: dict[str, str]) -> None:
        if "footnote-ref" in values.get("class", ""):
            self.found.pieces["footnote mark", values["href"].removeprefix(_FOOTNOTE)] += 1
            values.clear()
            self.words.append(True)
            return
        if tag == "code":
            self.coded = []
        elif tag == "a":
            self.words.append(False)
        elif tag == "img":
            named = bool(values.get("alt", "").strip())
            self.found.unnamed += not named
            self.words = [named or before for before in self.words]
        elif tag == "sup" and values.get("id", "").startswith("fnref"):
            values.clear()
            return
        elif tag in _EMPHASIS:
            self.found.emphasis += 1
        elif tag not in _FREE:
            self.found.pieces["tag", tag] += 1
        for name, kind in _POINTING.items():
            if name in values:
                self.found.pieces[_target(kind, values[name])] += 1


def _target(kind: PieceKind, address: str) -> Piece:
    if address.startswith(_REFERENCE):
        return "reference", address.removeprefix(_REFERENCE)
    return kind, unquote(re.sub(r"\s+", "", address))
