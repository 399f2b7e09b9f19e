"""The visitor of the walk: meets every translatable run of Python-Markdown's tree once."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, STX, AtomicString

from pipeline import cut, kinds, listings, locales, locate, mdbook, rawhtml, stamps, suppression
from pipeline.listings.comments import Part
from pipeline.model import Article, Origin, Segment
from pipeline.record import Piece, Record
from pipeline.settings import Reading

Translate = Callable[[Segment], str | None]
"""Gives what stands in the place of a segment, or None to leave it as it is."""

_CODE = frozenset({"pre", "code", "script", "style"})
# The second prefix is that of mdbook-i18n-helpers, and "comment" its word for a note.
_DIRECTIVE = re.compile(
    r"<!-{2,}\s*(?:i18n|mdbook-xgettext):\s*(skip-start|skip-end|skip|note|comment|context)\b:?\s*"
    r"(.*?)\s*-{2,}>\s*",
    re.DOTALL,
)
_LONE_TAG = re.compile(r"</?([A-Za-z][^\s/>]*)[^<>]*>|<[!?@%][^<]*>")


@dataclass(frozen=True, slots=True)
class _Author:
    """What the directives before a block ask for."""

    skip: bool = False
    notes: tuple[str, ...] = ()
    context: str | None = None

    def ask(self, directive: str, text: str) -> _Author:
        match directive:
            case "skip":
                return replace(self, skip=True)
            case "note" | "comment":
                return replace(self, notes=(*self.notes, text))
            case _:
                return replace(self, context=text or None)


@dataclass(frozen=True, slots=True)
class _Visited:
    """What became of a text: what stands there now, its source line, and whether a run was met or left."""

    text: str
    line: int = 0
    met: bool = False
    left: bool = True

    def __add__(self, other: _Visited) -> _Visited:
        return _Visited(
            self.text + other.text,
            self.line or other.line,
            self.met or other.met,
            self.left and other.left,
        )

    @property
    def foreign(self) -> bool:
        """All of it is still in the source's language."""
        return self.met and self.left


class Visitor(Treeprocessor):
    """
    Replaces each run of one article by what *translate* says; made new for each conversion.

    What is left as it is gets *mark*, the attributes that name the source's language.
    """

    def __init__(
        self,
        engine: Markdown,
        article: Article,
        translate: Translate,
        reading: Reading,
        *,
        foreign: bool,
        stamp: bool,
    ) -> None:
        super().__init__(engine)
        self.engine = engine
        self.article = article
        self.translate = translate
        self.reading = reading
        self.stamp = stamp
        self.segments: list[Segment] = []
        self.untouched = True
        """Has *translate* left every run as it is."""
        self.headings: list[tuple[int, str]] = []
        self.record = Record((article.path, article.body_line, reading))
        source = article.locale
        self.mark: dict[str, str] = (
            {"lang": source, "dir": locales.direction(source)} if foreign else {}
        )

    def follow(self, record: Record | None) -> None:
        """Look at nothing again that an earlier visit has looked at; *record* is what it met in this body."""
        if record is not None and record.about == self.record.about:
            self.record = record.again()

    def front_matter(self, key: str) -> None:
        """Visit a field of the front matter; the page's template shows it, not the tree."""
        text = self.article.text(key).strip()
        if text:
            self._meet(text, key, _Author(), self.article.meta[key].origin)

    def slug(self) -> None:
        """Visit the slug of the front matter, which is a message of its own, whatever else reads like it."""
        field = self.article.meta.get("slug")
        if field is not None:
            author = _Author(notes=(kinds.OF_ADDRESS,), context=kinds.ADDRESS)
            name = self.article.name.rpartition("/")[2]
            self._meet(name, kinds.ADDRESS, author, field.origin)

    def run(self, root: ET.Element) -> None:
        """Visit the whole tree, then what the parser keeps beside it."""
        self._children(root, "paragraph", _Author())
        # What is kept beside the tree stands in no section of it.
        self.headings.clear()
        references = self.engine.references
        for label, (target, title) in references.items():
            if title:
                references[label] = (target, self._aside(title, "link title"))
        for processor in self.engine.treeprocessors:
            # The abbreviations live in their own tree processor, and in no public place.
            abbreviations: dict[str, str] = getattr(processor, "abbrs", {})
            for short, expansion in abbreviations.items():
                abbreviations[short] = self._aside(expansion, f"abbreviation {short}")

    def _children(self, parent: ET.Element, kind: str, author: _Author) -> None:
        pending = author
        passing = False
        for column, child in enumerate(list(parent), start=1):
            directive = self._directive(child)
            if directive and directive[0] in ("skip-start", "skip-end"):
                passing = directive[0] == "skip-start"
            elif directive:
                pending = pending.ask(*directive)
            elif pending.skip or passing:
                child.attrib.update(self.mark)
                self._close(child)
                self._open(child, child.text)
                pending = author
            else:
                self._element(child, kinds.kind_of(child, kind, column), pending)
                pending = author
            self._tail(parent, child, kind, author)

    def _element(self, element: ET.Element, kind: str, author: _Author) -> None:
        classes = element.get("class", "")
        if element.tag in _CODE or "footnote-backref" in classes:
            return
        if classes == "footnote":
            # The parser puts footnotes behind the last section, in which they do not stand.
            self.headings.clear()
        raw = element.text
        span: ET.Element | None = None
        self._close(element)
        if raw and raw.strip():
            visited = self._text(raw, kind, author)
            if self.stamp and visited.line and not self._vanishes(raw):
                element.set(stamps.NAME, str(visited.line))
            if not (visited.foreign and self.mark):
                element.text = visited.text
            elif len(element):
                # `lang` on the element would cover the translated blocks inside it.
                element.text = None
                span = self._span(raw, kind)
            else:
                element.attrib.update(self.mark)
        self._open(element, raw)
        self._children(element, kind, author)
        if span is not None:
            # Only now: its text has been met.
            element.insert(0, span)

    def _close(self, element: ET.Element) -> None:
        """End the sections that a heading ends."""
        if level := kinds.LEVELS.get(str(element.tag)):
            self.headings = [above for above in self.headings if above[0] < level]

    def _open(self, element: ET.Element, raw: str | None) -> None:
        """Begin the section of a heading."""
        level = kinds.LEVELS.get(str(element.tag))
        if level and raw:
            self.headings.append((level, locate.join(cut.split(raw, f"heading {level}")[0])))

    def _tail(self, parent: ET.Element, child: ET.Element, kind: str, author: _Author) -> None:
        raw = child.tail
        if raw and raw.strip():
            visited = self._text(raw, kind, author)
            if visited.foreign and self.mark:
                child.tail = None
                parent.insert(list(parent).index(child) + 1, self._span(raw, kind))
            else:
                child.tail = visited.text

    def _span(self, raw: str, kind: str) -> ET.Element:
        core, markup = cut.split(raw, kind)
        span = ET.Element("span", self.mark)
        span.text, span.tail = (raw, None) if isinstance(raw, AtomicString) else (core, markup)
        return span

    def _text(self, raw: str, kind: str, author: _Author) -> _Visited:
        """Visit the runs of a text: what stands between the parser's place holders for raw HTML."""
        if isinstance(raw, AtomicString):
            return self._literal(raw, kind, author)
        if STX not in raw:
            return self._piece(raw, kind, author)
        visited = _Visited("")
        position = 0
        for placeholder in HTML_PLACEHOLDER_RE.finditer(raw):
            visited += self._piece(raw[position : placeholder.start()], kind, author)
            visited += _Visited(placeholder.group())
            self._raw_html(int(placeholder[1]), author)
            position = placeholder.end()
        return visited + self._piece(raw[position:], kind, author)

    def _literal(self, raw: AtomicString, kind: str, author: _Author) -> _Visited:
        """Visit a text that the parser reads no more, with its tags back from the stash."""
        text = HTML_PLACEHOLDER_RE.sub(lambda match: self._stash(int(match[1])), raw)
        visited = self._piece(text, kind, author)
        if visited.text == text:
            return replace(visited, text=raw)
        return replace(visited, text=AtomicString(self.engine.htmlStash.store(visited.text)))

    def _piece(self, raw: str, kind: str, author: _Author) -> _Visited:
        piece = self.record.piece(lambda: self._look(raw, kind, author))
        if piece.segment is not None:
            new = self._tell(piece.segment)
            if new is None:
                return _Visited(raw, piece.line, met=True)
            return _Visited(piece.before + new + piece.after, piece.line, met=True, left=False)
        # A tag that stands alone may still say something, as an image's alternative does.
        text = rawhtml.alternatives(raw, *self._html(author)) if piece.line else raw
        return _Visited(text, piece.line)

    def _look(self, raw: str, kind: str, author: _Author) -> Piece:
        """Say what *raw* is: a run, tags without words, or nothing."""
        core, markup = cut.split(raw, kind)
        text = core.strip()
        if self.reading.profile != "mdbook":
            text = suppression.inner(text)
        elif kind == "list item":
            text = mdbook.split_task(text)[1]
        if not text:
            return Piece()
        pieces = self._locator.find(text)
        line = pieces[0][1]
        if not (self.reading.profile == "mdbook" or cut.says_something(text)):
            return Piece(line)
        segment = self._segment(text, kind, author, Origin(self.article.path, pieces))
        before, _, after = core.partition(text)
        return Piece(line, segment, before, after + markup)

    @cached_property
    def _locator(self) -> locate.Locator:
        """Only the first visit seeks anything."""
        return locate.Locator(self.article.body, self.article.body_line)

    def _origin(self, text: str) -> Origin:
        return Origin(self.article.path, self.record.place(lambda: self._locator.find(text)))

    def _meet(self, raw: str, kind: str, author: _Author, origin: Origin) -> str | None:
        return self._tell(self._segment(raw, kind, author, origin))

    def _segment(self, raw: str, kind: str, author: _Author, origin: Origin) -> Segment:
        known_as = ""
        if self.reading.profile == "mdbook":
            known_as = mdbook.msgid(raw, self.engine.references, kind)
        joined, above = locate.join(raw), self._above()
        return Segment(joined, kind, origin, author.context, author.notes, above, known_as)

    def _above(self) -> tuple[str, ...]:
        return tuple([text for _, text in self.headings])

    def _tell(self, segment: Segment) -> str | None:
        self.segments.append(segment)
        new = self.translate(segment)
        self.untouched = self.untouched and new is None
        return new

    def _aside(self, text: str, kind: str) -> str:
        origin = self._origin(text)
        return self._meet(text, kind, _Author(), origin) or text

    def _raw_html(self, index: int, author: _Author) -> None:
        """Visit a raw HTML block where it is kept; a fence's code has no runs."""
        block = self._stash(index)
        if not block or _DIRECTIVE.fullmatch(block):
            return
        new = None
        if self.reading.comments or self.reading.profile == "mdbook":
            new = listings.translate(block, partial(self._code, author), self.reading)
        if new is None:
            new = rawhtml.translate(block, *self._html(author))
        self.engine.htmlStash.rawHtmlBlocks[index] = new

    def _code(self, author: _Author, part: Part, accepts: Callable[[str], bool]) -> str | None:
        """Visit a part of a listing, which is shown as it is written."""
        origin = self._origin(part.text)
        context, notes, above = author.context, author.notes, self._above()
        segment = Segment(part.text, part.kind, origin, context, notes, above, accepts=accepts)
        return self._tell(segment)

    def _html(self, author: _Author) -> tuple[rawhtml.Visit, str]:
        """Give what visits a run of raw HTML, and the attributes that mark one left as it is."""

        def visit(raw: str, kind: str, attribute: bool) -> str | None:
            origin = self._origin(raw)
            if not attribute:
                return self._meet(raw, kind, author, origin)
            said = html.unescape(raw)
            text = self._meet(said, kind, author, origin)
            return raw if text == locate.join(said) else text and html.escape(text)

        return visit, "".join(f' {name}="{value}"' for name, value in self.mark.items())

    def _stash(self, index: int) -> str:
        block = self.engine.htmlStash.rawHtmlBlocks[index]
        return block if isinstance(block, str) else ""

    def _vanishes(self, raw: str) -> bool:
        """Will the parser take away the paragraph around this: a lone block-level tag or comment."""
        tag = _LONE_TAG.fullmatch(raw.strip())
        return tag is not None and (tag[1] is None or self.engine.is_block_level(tag[1]))

    def _directive(self, element: ET.Element) -> tuple[str, str] | None:
        if element.tag != "p" or len(element) or not element.text:
            return None
        text = element.text.strip()
        # At the margin the parser has put the comment by, inside another block it has not.
        placeholder = HTML_PLACEHOLDER_RE.fullmatch(text)
        match = _DIRECTIVE.fullmatch(self._stash(int(placeholder[1])) if placeholder else text)
        return (match[1], " ".join(match[2].split())) if match else None
