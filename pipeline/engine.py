"""
The parser: Python-Markdown as the pipeline sets it up, in two steps, and kept from article to article.

To set it up costs a tenth of an article. Its first step reads the blocks, which are the same in every
language; the second makes the page of them, with what stands in the place of the source's texts.
"""

from __future__ import annotations

import contextlib
import copy
import threading
import xml.etree.ElementTree as ET
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension, TocTreeprocessor, slugify_unicode
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX

from pipeline import inline
from pipeline.blocks import paragraphs
from pipeline.blocks.breaks import Breaks
from pipeline.blocks.lists import Lists
from pipeline.record import Record

if TYPE_CHECKING:
    from markdown.extensions.toc import _TocToken

    from pipeline.frame import Frame

BACK_LINK = "Jump back to footnote {} in the text"

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_WALK = 25
"""Behind the footnotes, which are in the tree from 50, and before the inline patterns, at 20."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """
    The blocks of an article, their texts still as they are written; and what the parser keeps beside them.

    Nobody changes them: each page is made of a copy.
    """

    root: ET.Element
    stash: tuple[str | ET.Element, ...]
    references: Mapping[str, tuple[str, str]]
    abbreviations: Mapping[str, str]
    footnotes: Mapping[str, str]
    back_link: str


class Engine:
    """A parser that reads articles one after the other, as one that is made new for each would."""

    def __init__(self, extensions: Sequence[str] = ()) -> None:
        self.markdown = inline.install(parser(extensions=extensions, toc=_Ids))
        if not extensions:
            paragraphs.install(self.markdown)
        processors = self.markdown.treeprocessors
        processors.register(Treeprocessor(self.markdown), "walk", _WALK)
        at = processors.get_index_for_name("walk")
        self._before, self._after = list(processors)[:at], list(processors)[at + 1 :]
        processors.register(_Unescape(self.markdown), "unescape", 0)
        self._ids = next(one for one in processors if isinstance(one, _Ids))
        self._abbreviations: dict[str, str] = getattr(processors["abbr"], "abbrs", {})
        self._footnotes = next(
            extension
            for extension in self.markdown.registeredExtensions
            if isinstance(extension, FootnoteExtension)
        )
        self.anchors: tuple[str, ...] | None = None
        """The ids of the headings of the body that was read last, once somebody has written it as it is."""
        self.record: Record | None = None
        """What somebody has met in that body."""
        self.frame: tuple[Hashable, Frame | None] | None = None
        """The frame of the article that was framed last, if it has one; and all that it depends on."""
        self._body = ""
        self._blocks: Blocks | None = None
        self._at: Blocks | None = None
        """What the parser's own state is that of."""

    def read(self, body: str, back_link: str = BACK_LINK) -> Blocks:
        """
        Give the blocks of *body*; *back_link* is the title of a footnote's arrow.

        Those of the body before are still known: the versions of an article come one after the other.
        """
        known = self._blocks
        if (
            known is None
            or self._body != body
            or (known.footnotes and known.back_link != back_link)
        ):
            known = self._blocks = self._at = self._read(body, back_link)
            if self._body != body:
                self.anchors = self.record = None
            self._body = body
        return known

    def visit(self, blocks: Blocks, visitor: Treeprocessor) -> ET.Element:
        """Give the tree of *blocks* as *visitor*, which has this engine, leaves it."""
        if self._at is not blocks:
            self._return_to(blocks)
        self._at = None
        return _processed(copy.deepcopy(blocks.root), [visitor])

    def write(self, root: ET.Element, anchors: Sequence[str] = ()) -> tuple[str, tuple[str, ...]]:
        """
        Give the HTML of the tree that was visited last, and the ids of its headings.

        Those that the author gave no id get *anchors*, in the order of all headings.
        """
        engine = self.markdown
        self._ids.anchors = anchors
        root = _processed(root, self._after)
        html = engine.serializer(root)
        html = html[len(f"<{engine.doc_tag}>") : html.rindex("</")].strip()
        for step in engine.postprocessors:
            html = step.run(html)
        return html.strip(), tuple(one.attrib["id"] for one in headings(root) if "id" in one.attrib)

    def phrase(self, text: str, blocks: Blocks) -> str:
        """Give the HTML of a paragraph with *text* in the article that has *blocks*."""
        self._return_to(blocks)
        self._at = None
        root = ET.Element("div")
        ET.SubElement(root, "p").text = text
        return self.write(root)[0]

    def _read(self, body: str, back_link: str) -> Blocks:
        engine = self.markdown.reset()
        self._footnotes.setConfig("BACKLINK_TITLE", back_link)
        lines = body.split("\n")
        for step in engine.preprocessors:
            lines = step.run(lines)
        # An extension may ask for them; the stubs have forgotten it.
        engine.lines = lines  # type: ignore[attr-defined]
        document = engine.parser.parseDocument(lines).getroot()
        assert document is not None
        root = _processed(document, self._before)
        return Blocks(
            root,
            tuple(engine.htmlStash.rawHtmlBlocks),
            dict(engine.references),
            dict(self._abbreviations),
            dict(self._footnotes.footnotes),
            back_link,
        )

    def _return_to(self, blocks: Blocks) -> None:
        engine = self.markdown.reset()
        engine.htmlStash.rawHtmlBlocks = list(blocks.stash)
        engine.htmlStash.html_counter = len(blocks.stash)
        engine.references.update(blocks.references)
        self._abbreviations.update(blocks.abbreviations)
        self._footnotes.footnotes.update(blocks.footnotes)


def parser(
    back_link: str = BACK_LINK,
    extensions: Sequence[str] = (),
    toc: type[TocTreeprocessor] = TocTreeprocessor,
) -> Markdown:
    """Give Python-Markdown as the pipeline sets it up, and otherwise as it comes."""
    # Ids only, and in every script: no table of contents stands in an article.
    headings = TocExtension(marker="", slugify=slugify_unicode)
    headings.TreeProcessorClass = toc
    return Markdown(
        extensions=["extra", Lists(), Breaks(), "admonition", "sane_lists", headings, *extensions],
        extension_configs={"extra": {"footnotes": {"BACKLINK_TITLE": back_link}}},
    )


@contextlib.contextmanager
def using(extensions: tuple[str, ...] = ()) -> Iterator[Engine]:
    """
    Lend the worker's engine; one that an error has left in the middle of an article is used no more.

    Nobody knows what a project's own *extensions* keep: with them, each article gets a new one.
    """
    try:
        yield Engine(extensions) if extensions else _kept()
    except BaseException:
        _KEPT.__dict__.clear()
        raise


# Two threads that read two articles at once may not share it.
_KEPT = threading.local()


def _kept() -> Engine:
    if not hasattr(_KEPT, "engine"):
        _KEPT.engine = Engine()
    found: Engine = _KEPT.engine
    return found


class _Unescape(UnescapeTreeprocessor):
    """Looks for the parser's own signs in texts that have one."""

    def unescape(self, text: str) -> str:
        """Give *text* without them."""
        return super().unescape(text) if STX in text else text


class _Ids(TocTreeprocessor):
    """Gives headings their ids, and does not make the table of contents that nobody asks for."""

    anchors: Sequence[str] = ()
    """The ids of all headings, where they are known, as those of a translation are."""

    def run(self, doc: ET.Element) -> None:
        """Give ids to the headings in *doc*; where all have theirs, none is read."""
        found = list(headings(doc))
        for heading, anchor in zip(found, self.anchors, strict=False):
            heading.attrib.setdefault("id", anchor)
        if not all("id" in heading.attrib for heading in found):
            super().run(doc)
        for heading in found:
            heading.attrib.pop("data-toc-label", None)

    def build_toc_div(self, toc_list: list[_TocToken]) -> ET.Element:  # noqa: ARG002
        """Give an empty table."""
        return ET.Element("div")


def headings(root: ET.Element) -> Iterator[ET.Element]:
    """Give the headings in *root*."""
    return (one for one in root.iter() if one.tag in _HEADINGS)


def _processed(root: ET.Element, steps: Sequence[Treeprocessor]) -> ET.Element:
    for step in steps:
        changed = step.run(root)
        root = root if changed is None else changed
    return root
