"""
The page of an article with a gap for each of its texts: what is the same in every language, made once.

The walk visits the article with a sign in the place of each text; what the parser, the serialiser and
the sanitiser make of that is the frame, and a version is the frame with its own texts in the gaps. Only
an article whose texts stand for themselves has one: where a footnote, an abbreviation or raw HTML ties
them to each other or to the page, or the sanitiser takes something out, each version is walked by
itself. The page is the same byte for byte.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.extensions.toc import render_inner_html, slugify_unicode, strip_tags, unique
from markdown.util import STX, AtomicString

from pipeline import cut, locales
from pipeline.engine import Engine, headings
from pipeline.model import Segment
from pipeline.phrasing import phrasing
from pipeline.removed import as_cleaned, removed
from pipeline.sanitise import sanitise

_TEXT, _MARK, _ID, _END = "\uf8f1", "\uf8f2", "\uf8f3", "\uf8f4"
_SIGNS = re.compile(f"[{_TEXT}{_MARK}{_ID}{_END}]")
_PLACE = re.compile(rf'{_TEXT}(\d+){_END}| (dir|lang)="{_MARK}(\d*){_END}"')
_ANCHOR = re.compile(rf"{_ID}\d+{_END}")
_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)")
# Any other would end what stands around it.
_PHRASING = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup "
    "time u var wbr".split()
)

SKIPPED = dict.fromkeys(("lang", "dir"), f"{_MARK}{_END}")
"""The marks of what an author wants left as it is, as the visitor writes them into a frame."""


class Tied(Exception):  # noqa: N818 - nothing is wrong with it
    """Something is tied to what stands around it: the version must be walked."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """
    Where text *number* stands; *raw* is that of the article.

    Where that is left, the element around it says so, if it can be *marked*; or it is wrapped with its
    *spaces*; one that has neither is for the walk. What is not *alone* stands beside other markup.
    """

    number: int
    raw: str
    marked: bool = False
    spaces: tuple[str, str] | None = None
    alone: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where an element has attribute *name* if text *number* is left, or if there is no such text."""

    number: int
    name: str


class Write(Protocol):
    """Writes a text."""

    def __call__(self, text: str, *, alone: bool = True) -> str:
        """Give the HTML of *text*, which stands *alone* in its place or beside other markup."""


@dataclass(frozen=True, slots=True)
class Frame:
    """An article's page; *segments* are all that was met, also what does not stand in it."""

    segments: tuple[Segment, ...]
    parts: tuple[str | _Gap | _Mark, ...]
    write: Write

    def fill(self, texts: Mapping[int, str], source: str = "") -> str:
        """
        Give the page with *texts*; the others are left, and marked as being in the locale *source*.

        Raises `Tied` where a frame cannot say what the page is.
        """
        # As the sanitiser writes them: in the order of the alphabet.
        marks = (
            {"dir": f' dir="{locales.direction(source)}"', "lang": f' lang="{source}"'}
            if source
            else {}
        )
        out: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                out.append(part)
            elif isinstance(part, _Mark):
                out.append("" if part.number in texts else marks.get(part.name, ""))
            else:
                out.append(
                    _filled(part, texts.get(part.number), "".join(marks.values()), self.write)
                )
        return "".join(out)


def sign(number: int) -> str:
    """Give what the visitor puts in the place of text *number*."""
    return f"{_TEXT}{number}{_END}"


def make(engine: Engine, body: str, root: ET.Element, segments: tuple[Segment, ...]) -> Frame:
    """
    Give the frame of the article with *body*: *root* is its tree as the visit with signs has left it.

    Raises `Tied` where it has none.
    """
    blocks = engine.read(body)
    asides = (
        blocks.footnotes
        or blocks.abbreviations
        or any(title for _, title in blocks.references.values())
    )
    if asides or _SIGNS.search(body):
        raise Tied
    gaps = {gap.number: gap for gap in _gaps(root, blocks.root, segments)}
    written, _ = engine.write(root, [f"{_ID}{number}{_END}" for number in range(len(segments) + 1)])
    clean = sanitise(written)
    if removed(written, clean):
        raise Tied

    def write(text: str, *, alone: bool = True) -> str:
        quick = phrasing(text, blocks.references)
        if quick is not None and (alone or not text.endswith("#")):
            return quick
        if not alone or "{" in text:
            # A list of attributes belongs to what stands before it, maybe to the whole block.
            raise Tied
        return _parsed(engine.phrase(text, blocks))

    anchors = _anchors(engine, root, gaps, write)
    clean = _ANCHOR.sub(lambda found: anchors[found.group()], clean)
    parts = tuple(_parts(clean, gaps))
    shown = [part.number for part in parts if isinstance(part, _Gap)]
    marked = {part.number for part in parts if isinstance(part, _Mark)}
    if sorted(shown) != sorted(gaps) or not marked >= {one for one in gaps if gaps[one].marked}:
        raise Tied
    return Frame(segments, parts, write)


def _gaps(root: ET.Element, source: ET.Element, segments: Sequence[Segment]) -> Iterator[_Gap]:
    """Give the gaps in *root*, and mark the elements around them; *source* is the same without signs."""
    for element, was in zip(root.iter(), source.iter(), strict=True):
        if element.tag == "a":
            raise Tied
        if element.text and _TEXT in element.text:
            number, raw, spaces, markup = _split(element.text, was.text or "", segments)
            if len(element):
                # `lang` on the element would cover the blocks inside it, which may be translated.
                element.text = sign(number) + markup if spaces else element.text
            elif "lang" in was.attrib or "dir" in was.attrib:
                raise Tied
            else:
                element.attrib.update(dict.fromkeys(SKIPPED, f"{_MARK}{number}{_END}"))
            if spaces and not markup:
                # Nothing that the parser would have to look for.
                element.text = AtomicString(element.text)
            alone = spaces is not None and not markup
            yield _Gap(number, raw, not len(element), spaces if len(element) else None, alone)
        if element.tail and _TEXT in element.tail:
            number, raw, spaces, markup = _split(element.tail, was.tail or "", segments)
            yield _Gap(number, raw, alone=spaces is not None and not markup)


def _split(
    text: str, was: str, segments: Sequence[Segment]
) -> tuple[int, str, tuple[str, str] | None, str]:
    """Give the number of *text*, which was the text *was*, its own words, the space around, and markup behind."""
    found = _PLACE.findall(text)
    if len(found) != 1 or STX in text.removesuffix(NBSP_PLACEHOLDER):
        raise Tied
    number = int(found[0][0])
    before, after = text.split(sign(number))
    markup = cut.split(was, segments[number].kind)[1] if after else ""
    behind = after[: len(after) - len(markup)]
    raw = was[len(before) : len(was) - len(after)]
    return number, raw, None if (before + behind).strip() else (before, behind), markup


def _parts(clean: str, gaps: Mapping[int, _Gap]) -> Iterator[str | _Gap | _Mark]:
    """Cut the page *clean* at its signs."""
    end = 0
    for place in _PLACE.finditer(clean):
        yield clean[end : place.start()]
        end = place.end()
        number, name, marked = place.groups()
        if name:
            yield _Mark(int(marked or -1), name)
        elif int(number) in gaps:
            yield gaps[int(number)]
        else:
            raise Tied
    yield clean[end:]


def _anchors(
    engine: Engine, root: ET.Element, gaps: Mapping[int, _Gap], write: Write
) -> dict[str, str]:
    """Give the id of each heading by its sign, as the parser gives it to the article in its own language."""
    given = {one.attrib["id"] for one in root.iter() if "id" in one.attrib}
    taken = {one for one in given if not one.startswith(_ID)}
    counters: dict[str, int] = {}

    def text(place: re.Match[str]) -> str:
        return _filled(gaps[int(place[1])], None, "", write)

    found: dict[str, str] = {}
    for heading in headings(root):
        if heading.attrib["id"].startswith(_ID):
            plain = not len(heading) and isinstance(heading.text, AtomicString)
            inner = heading.text if plain else render_inner_html(heading, engine.markdown)
            said = strip_tags(_PLACE.sub(text, inner or ""))
            anchor = unique(slugify_unicode(html.unescape(said), "-"), taken, counters)
            if anchor.startswith("_"):
                # The page's own ids do, so the sanitiser takes it out.
                raise Tied
            found[heading.attrib["id"]] = anchor
    return found


def _filled(gap: _Gap, text: str | None, marks: str, write: Write) -> str:
    """Give the HTML of *text* in its place, or that of the article's own text."""
    written = write(gap.raw if text is None else text, alone=gap.alone)
    before, behind = gap.spaces or ("", "")
    if text is not None or gap.marked or not marks:
        return before + written + behind
    if gap.spaces is None:
        raise Tied
    return f"<span{marks}>{before}{written}{behind}</span>"


def _parsed(written: str) -> str:
    """Give the paragraph *written* as it stands in any other element."""
    if not (written.startswith("<p>") and written.endswith("</p>")):
        raise Tied
    inner = written[3:-4]
    clean = sanitise(inner)
    if as_cleaned(inner) != clean or not _PHRASING.issuperset(_TAG.findall(clean)):
        raise Tied
    return clean
