"""
The page of an article with a gap for each of its texts: what is the same in every language, made once.

The walk visits the article with a sign in the place of each text; what the parser, the serialiser and
the sanitiser make of that is the frame, and a version is the frame with its own texts in the gaps. Only
an article whose texts stand for themselves has one: where raw HTML ties them to the page, or the
sanitiser takes something out, each version is walked by itself. The page is the same byte for byte.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.extensions.toc import render_inner_html, slugify_unicode, strip_tags, unique
from markdown.util import STX, AtomicString

from pipeline import cut, locales, stamps
from pipeline.engine import Blocks, Engine, headings
from pipeline.model import Segment
from pipeline.phrasing import Beside, Notes, labels, phrasing
from pipeline.removed import as_cleaned, removed
from pipeline.sanitise import sanitise

_TEXT, _MARK, _ID, _BACK, _END = "\uf8f0", "\uf8f1", "\uf8f2", "\uf8f3", "\uf8f4"
_SIGNS = re.compile(f"[{_TEXT}-{_END}]")
_NOTE = r'<sup id="[^"]*"><a class="footnote-ref" href="[^"]*">[^<]*</a></sup>'
_NOTES = re.compile(_NOTE)
_PLACE = re.compile(
    rf'{_TEXT}(\d+){_END}((?:{_NOTE})*)| (dir|lang)="{_MARK}(\d*){_END}"|{_BACK}(\d+){_END}'
)
_ANCHOR = re.compile(rf"{_ID}\d+{_END}")
_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)")
# Any other would end what stands around it.
_PHRASING = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup "
    "time u var wbr".split()
)

BACK_LINK = f"{_BACK}{{}}{_END}"
"""The title of a footnote's arrow, as a frame is read with it."""
SKIPPED = dict.fromkeys(("lang", "dir"), f"{_MARK}{_END}")
"""The marks of what an author wants left as it is, as the visitor writes them into a frame."""


class Tied(Exception):  # noqa: N818 - nothing is wrong with it
    """Something is tied to what stands around it: the version must be walked."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """
    Where text *number* stands; *raw* is that of the article.

    Where that is left, the element around it says so, if it can be *marked*; or it is wrapped, with the
    *spaces* around it; one behind an element, its *tail*, is for the walk. What is not *alone* stands
    before other markup.
    """

    number: int
    raw: str
    spaces: tuple[str, str]
    alone: bool
    notes: Notes
    """The marks of footnotes in it."""
    marked: bool = False
    tail: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where an element has attribute *name* if text *number* is left, or if there is no such text."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class _Back:
    """Where a footnote's arrow says that it leads back to note *number*."""

    number: int


_Part = str | _Gap | _Mark | _Back
_Write = Callable[[str, _Gap], str]
"""Gives the HTML of a text in its place."""


@dataclass(frozen=True, slots=True)
class Frame:
    """An article's page; *segments* are all that was met, also what does not stand in it."""

    segments: tuple[Segment, ...]
    parts: tuple[_Part, ...]
    blocks: Blocks
    write: Callable[[Beside, str, _Gap], str]

    def fill(self, texts: Mapping[int, str], source: str, back_link: str) -> str:
        """
        Give the page with *texts*; the others are left, and marked as being in the locale *source*, if any.

        *back_link* is the title of a footnote's arrow. Raises `Tied` where a frame cannot say what the
        page is.
        """
        marks = {"dir": locales.direction(source), "lang": source} if source else {}
        # As the sanitiser writes them: in the order of the alphabet.
        marks = {name: f' {name}="{value}"' for name, value in marks.items()}
        every = "".join(marks.values())
        beside = _beside(self.blocks, len(self.segments), texts)
        out: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                out.append(part)
            elif isinstance(part, _Gap):
                out.append(
                    _filled(part, texts.get(part.number), every, partial(self.write, beside))
                )
            elif isinstance(part, _Back):
                out.append(_title(back_link.format(part.number)))
            else:
                out.append("" if part.number in texts else marks.get(part.name, ""))
        return "".join(out)


def sign(number: int) -> str:
    """Give what the visitor puts in the place of text *number*."""
    return f"{_TEXT}{number}{_END}"


def make(engine: Engine, body: str, root: ET.Element, segments: tuple[Segment, ...]) -> Frame:
    """
    Give the frame of the article with *body*: *root* is its tree as the visit with signs has left it.

    Raises `Tied` where it has none.
    """
    blocks = engine.read(body, BACK_LINK)
    if _SIGNS.search(body):
        raise Tied
    gaps = {gap.number: gap for gap in _gaps(root, blocks.root, segments)}
    written, _ = engine.write(root, [f"{_ID}{number}{_END}" for number in range(len(segments) + 1)])
    clean = sanitise(written)
    if removed(written, clean) or ("<" in body and stamps.lines(clean) != stamps.given(root)):
        raise Tied

    own = _beside(blocks, len(segments), {})
    said = own.short or any(title for _, title in own.references.values())

    def write(beside: Beside, text: str, gap: _Gap) -> str:
        quick = phrasing(text, beside, gap.notes)
        if quick is not None and (gap.alone or not text.endswith("#")):
            return quick
        # A list of attributes belongs to what stands before it, maybe to the whole block.
        if said or not gap.alone or gap.notes or "[^" in text or "{" in text:
            raise Tied
        return _parsed(engine.phrase(text, blocks))

    anchors = _anchors(engine, root, gaps, partial(write, own))
    parts = tuple(_parts(_ANCHOR.sub(lambda found: anchors[found.group()], clean), gaps))
    shown = [part.number for part in parts if isinstance(part, _Gap)]
    marked = {part.number for part in parts if isinstance(part, _Mark)}
    if sorted(shown) != sorted(gaps) or not marked >= {one for one in gaps if gaps[one].marked}:
        raise Tied
    return Frame(segments, parts, blocks, write)


def _beside(blocks: Blocks, count: int, texts: Mapping[int, str]) -> Beside:
    """Give what stands beside the texts: of all *count* that were met, those of titles and meanings are last."""
    references, short = blocks.references, blocks.abbreviations
    titled = sum(bool(title) for _, title in references.values())
    numbers = iter(range(count - titled - len(short), count))
    return Beside(
        {
            label: (target, title and texts.get(next(numbers), title))
            for label, (target, title) in references.items()
        },
        {one: texts.get(next(numbers), meant) for one, meant in short.items()},
    )


def _gaps(root: ET.Element, source: ET.Element, segments: Sequence[Segment]) -> Iterator[_Gap]:
    """Give the gaps in *root*, and mark the elements around them; *source* is the same without signs."""
    for element, was in zip(root.iter(), source.iter(), strict=True):
        if element.tag == "a" and element.get("class") != "footnote-backref":
            raise Tied
        if element.text and _TEXT in element.text:
            marked = not len(element)
            gap, signs, markup = _split(element.text, was.text or "", segments, marked=marked)
            text = signs + markup
            if not marked:
                # `lang` on the element would cover the blocks inside it, which may be translated.
                element.text = text
            elif "lang" in was.attrib or "dir" in was.attrib:
                raise Tied
            else:
                element.attrib.update(dict.fromkeys(SKIPPED, f"{_MARK}{gap.number}{_END}"))
                # Nothing is there that the parser would have to look for.
                element.text = AtomicString(text) if gap.alone and not gap.notes else text
            yield gap
        if element.tail and _TEXT in element.tail:
            gap, signs, markup = _split(element.tail, was.tail or "", segments, tail=True)
            element.tail = signs + markup
            yield gap


def _split(
    text: str, was: str, segments: Sequence[Segment], *, marked: bool = False, tail: bool = False
) -> tuple[_Gap, str, str]:
    """Give the gap in *text*, which was the text *was*, what stands for it, and the markup behind."""
    before, _, rest = text.partition(_TEXT)
    digits, _, after = rest.partition(_END)
    if _TEXT in after or STX in before or STX in after.removesuffix(NBSP_PLACEHOLDER):
        raise Tied
    number = int(digits)
    markup = cut.split(was, segments[number].kind)[1] if after else ""
    behind = after[: len(after) - len(markup)]
    if (before + behind).strip():
        # A comment, or the tag in whose attribute it stands.
        raise Tied
    raw = was[len(before) : len(was) - len(after)]
    notes = [(label, "") for label in labels(raw)]
    # The page counts its notes, wherever they are.
    signs = sign(number) + "".join(f"[^{label}]" for label, _ in notes)
    gap = _Gap(number, raw, (before, behind), not markup, notes, marked, tail)
    return gap, signs, markup


def _parts(clean: str, gaps: dict[int, _Gap]) -> Iterator[_Part]:
    """Cut the page *clean* at its signs, and note how it marks the notes of each of *gaps*."""
    end = 0
    for place in _PLACE.finditer(clean):
        yield clean[end : place.start()]
        end = place.end()
        number, marks, name, marked, back = place.groups()
        if name:
            yield _Mark(int(marked or -1), name)
        elif back:
            yield _Back(int(back))
        else:
            gap = gaps.get(int(number))
            found = _NOTES.findall(marks)
            if gap is None or len(found) != len(gap.notes):
                raise Tied
            named = zip(gap.notes, found, strict=True)
            yield (
                replace(gap, notes=[(label, mark) for (label, _), mark in named]) if found else gap
            )
    yield clean[end:]


def _anchors(
    engine: Engine, root: ET.Element, gaps: Mapping[int, _Gap], write: _Write
) -> dict[str, str]:
    """Give the id of each heading by its sign, as the parser gives it to the article in its own language."""
    given = {one.attrib["id"] for one in root.iter() if "id" in one.attrib}
    taken = {one for one in given if not one.startswith(_ID)}
    counters: dict[str, int] = {}

    def text(place: re.Match[str]) -> str:
        if place[2]:
            # The parser leaves them out of an id.
            raise Tied
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


def _filled(gap: _Gap, text: str | None, marks: str, write: _Write) -> str:
    """Give the HTML of *text* in its place, or that of the article's own text."""
    written = write(gap.raw if text is None else text, gap)
    before, behind = gap.spaces
    if text is not None or gap.marked or not marks:
        return before + written + behind
    if gap.tail:
        raise Tied
    return f"<span{marks}>{before}{written}{behind}</span>"


def _title(text: str) -> str:
    """Give *text* as the sanitiser writes it into a title."""
    return sanitise(f'<a title="{html.escape(text)}"></a>')[10:-6]


def _parsed(written: str) -> str:
    """Give the paragraph *written* as it stands in any other element."""
    if not (written.startswith("<p>") and written.endswith("</p>")):
        raise Tied
    inner = written[3:-4]
    clean = sanitise(inner)
    if as_cleaned(inner) != clean or not _PHRASING.issuperset(_TAG.findall(clean)):
        raise Tied
    return clean
