"""
A page as rules read it: elements by selector, their text, name and language, and where they stand.

The parser is hidden here. It is lxml's, under BeautifulSoup, which stays linear where `html.parser`
does not (`<a ` 8,000 times: 5.6 s → 0.001 s) and reads on where that gives up (`<![`).
What it does not do, `tags` has done before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from pipeline import locales, stamps, tags
from pipeline.errors import PipelineError
from pipeline.model import Place

Element = Tag
Text = NavigableString
Unread = PreformattedString
"""Comments and declarations."""

_BLOCKS = """
    address article aside blockquote body button caption center col colgroup dd details dialog dir
    div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup
    hr html label legend li main menu nav ol optgroup option p pre search section select summary
    table tbody td template tfoot th thead title tr ul
"""
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end a paragraph (HTML, Rendering); text on either side is not joined."""

_UNSEEN = frozenset(
    ["datalist", "head", "iframe", "noembed", "noframes", "noscript", "script", "style", "template"]
)
_MEDIA = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "embed",
        "iframe",
        "img",
        "input",
        "math",
        "object",
        "svg",
        "video",
    ]
)
_LABEL = 300
"""Characters of a name that are kept: nobody listens longer, and nested links stay linear."""

_UNREADABLE = re.compile(r"[\0\ud800-\udfff]")
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_INVISIBLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE
)
_SCRIPT = re.compile(r"-([a-z]{4})(?=-|$)", re.IGNORECASE)
_LEFTWARD = frozenset(["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])
"""Scripts of living languages that run from right to left (ISO 15924, CLDR)."""
_PAGE = re.compile(r"\.x?html?$", re.IGNORECASE)


class _Fact(NamedTuple):
    """What is known of an element, some of it from its ancestors."""

    language: str
    seen: bool
    heard: bool
    place: Place
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Dom:
    """A parsed page. *document* says whether it is a whole one, or a fragment that stands in another."""

    path: str
    source: str
    root: BeautifulSoup
    document: bool
    facts: Mapping[int, _Fact]

    def select(self, selector: str) -> Sequence[Element]:
        """Give the elements that the CSS *selector*, a constant, matches, in order."""
        return self.root.select(selector)

    def value(self, element: Element, attribute: str) -> str | None:
        """Give the value of an attribute; None where there is none."""
        value = element.get(attribute)
        return value if isinstance(value, str) else None

    def text(self, element: Element) -> str:
        """Give what stands in *element*, white space collapsed."""
        return _collapsed(element.get_text())

    def place(self, element: Element) -> Place:
        """Give where *element* stands: in its article if the page is one of ours, else in the page."""
        return self.facts[id(element)].place

    def span(self, element: Element) -> tuple[int, int]:
        """Give the offsets of the element's tag in the source; both are 0 for a tag left out there."""
        fact = self.facts[id(element)]
        return fact.start, fact.end

    def language(self, element: Element) -> str:
        """Give what the nearest `lang` says, which may be nothing or nonsense."""
        return self.facts[id(element)].language

    def role(self, element: Element) -> str:
        """Give the first role that *element* asks for, or an empty string."""
        return next(iter((self.value(element, "role") or "").lower().split()), "")

    def seen(self, element: Element) -> bool:
        """Tell whether *element* is rendered, as far as its markup says."""
        return self.facts[id(element)].seen

    def heard(self, element: Element) -> bool:
        """Tell whether *element* reaches a screen reader: it is rendered, and not hidden from it."""
        return self.facts[id(element)].heard

    def name(self, element: Element) -> str:
        """
        Give the accessible name of *element*, or an empty string.

        >>> page = parse('<a href="b.html"><img src="b.png" alt="Boats"></a>', "a.html")
        >>> page.name(page.select("a")[0])
        'Boats'
        """
        label = self._label(element, self._content) or self._own_name(element, self._content)
        return label.strip()

    def alone(self, element: Element) -> bool:
        """
        Tell whether its parent shows nothing but *element*; a caption does not count.

        >>> page = parse("<p><img alt=''></p><p>A <img alt=''></p>", "a.html")
        >>> [page.alone(image) for image in page.select("img")]
        [True, False]
        """
        return self._shown[id(element.parent)] == 1

    @cached_property
    def _shown(self) -> Counter[int]:
        """How many children of each element show something."""
        shown: Counter[int] = Counter()
        marked: set[int] = set()
        for node in self.root.descendants:
            if isinstance(node, Tag):
                shows = node.name in _MEDIA
            else:
                shows = type(node) is NavigableString and bool(node.strip())
            parent = node.parent if shows else None
            # Up to the first element that is known to show something: each is marked once.
            while parent is not None and parent.name != "figcaption":
                shown[id(parent)] += 1
                if id(parent) in marked:
                    break
                marked.add(id(parent))
                parent = parent.parent
        return shown

    @cached_property
    def _content(self) -> Mapping[int, str]:
        """The text of each element as it is read out, named images and labels included."""
        plain = self._read({})
        labelled = self.select("[aria-labelledby]")
        labels = {id(element): self._label(element, plain) for element in labelled}
        return self._read(labels) if labels else plain

    def _read(self, labels: Mapping[int, str]) -> dict[int, str]:
        content: dict[int, str] = {}
        # Children before parents, without recursion: ten thousand elements may be nested.
        for element in reversed(self.root.find_all(True)):
            parts: list[str] = []
            room = _LABEL
            for child in element.children:
                part = self._part(child, labels, content)
                parts.append(part)
                room -= len(part)
                if room < 0:
                    break
            content[id(element)] = _clipped("".join(parts))
        return content

    def _part(self, child: object, labels: Mapping[int, str], content: Mapping[int, str]) -> str:
        if not isinstance(child, Tag):
            # Comments are strings too, of their own type.
            return str(child) if type(child) is NavigableString else ""
        if not self.heard(child) or self.role(child) in ("none", "presentation"):
            return content[id(child)] if self.heard(child) else ""
        part = labels.get(id(child)) or self._own_name(child, content)
        return f" {part} " if child.name in BLOCKS or child.name == "br" else part

    def _own_name(self, element: Element, content: Mapping[int, str]) -> str:
        """Give the name that an element has of itself (Accessible Name and Description Computation)."""
        label = self.value(element, "aria-label") or ""
        if label.strip():
            return _clipped(label)
        title = self.value(element, "title")
        kind = (self.value(element, "type") or "").lower()
        alternative = self.value(element, "alt")
        match element.name:
            case "img":
                name = title if alternative is None else alternative
            case "area":
                name = alternative or title
            case "input" if kind == "image":
                name = alternative or title
            case "input" if kind in ("button", "reset", "submit"):
                value = self.value(element, "value")
                name = (kind if value is None and kind != "button" else value) or title
            case "input" | "select" | "textarea":
                name = title
            case _:
                inside = content[id(element)]
                name = inside if inside.strip() else title
        return _clipped(name or "")

    def _label(self, element: Element, content: Mapping[int, str]) -> str:
        wanted = (self.value(element, "aria-labelledby") or "").split()
        targets = (self._ids[name] for name in wanted[:_LABEL] if name in self._ids)
        return _clipped(" ".join(self._own_name(target, content) for target in targets))

    @cached_property
    def _ids(self) -> Mapping[str, Element]:
        ids: dict[str, Element] = {}
        for element in self.root.find_all(id=True):
            ids.setdefault(str(element["id"]), element)
        return ids


def direction(tag: str) -> str:
    """
    Give "rtl" or "ltr": the direction of the script that a language tag names or implies.

    >>> [direction(tag) for tag in ("ar", "az-Arab", "ar-Latn", "nonsense")]
    ['rtl', 'rtl', 'ltr', 'ltr']
    """
    if script := _SCRIPT.search(tag):
        return "rtl" if script[1].lower() in _LEFTWARD else "ltr"
    try:
        return locales.direction(locales.language(tag))
    except PipelineError:
        return "ltr"


def parse(html: str, path: str) -> Dom:
    """
    Give the page or fragment *html*, whatever is wrong with it.

    A *path* that does not end like a page's is that of the article it was made from: places then are
    the lines that the page is stamped with.

    >>> page = parse("<h1>Boats</h1>\\n<p>A <b>big<p>boat", "boats.html")
    >>> [(page.text(part), page.place(part).line) for part in page.select("h1, p")]
    [('Boats', 1), ('A big', 2), ('boat', 2)]
    """
    source = _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", html)
    # A byte order mark would be text, and text ends the head.
    source = source.replace(_MARK, " ", 1) if source.startswith(_MARK) else source
    explicit, document = tags.explicit(source)
    # As bytes, so that no declaration in the page is believed; behind a doctype, so that a fragment
    # is not taken for a file's name, nor XHTML for XML.
    root = BeautifulSoup(
        b"<!doctype html>" + explicit.encode(),
        "lxml",
        from_encoding="utf-8",
        multi_valued_attributes=None,
    )
    facts = dict(_facts(root, source, path))
    return Dom(path, source, root, document, facts)


def _facts(root: BeautifulSoup, source: str, path: str) -> Iterator[tuple[int, _Fact]]:
    """Go through the elements once, in order, and give what each has of its own or from around it."""
    ends = [match.start() for match in re.finditer("\n", source)]
    ours = not _PAGE.search(path)
    last = Place(path)
    known = {id(root): _Fact("", seen=True, heard=True, place=last, start=0, end=0)}
    for element in root.find_all(True):
        around = known[id(element.parent)]
        place, start, end = around.place, 0, 0
        if at := element.attrs.pop(tags.AT, None):
            start, end = (int(offset) for offset in str(at).split("-"))
            row = bisect_left(ends, start)
            column = start - (ends[row - 1] + 1 if row else 0) + 1
            place = place if ours else Place(path, row + 1, column)
        if ours and (line := _stamp(element)):
            place = last = Place(path, line)
        elif ours and around.place.line == 1:
            # Nothing around it is stamped: what stands before it is nearer than the article's top.
            place = last
        seen = around.seen and _seen(element)
        heard = around.heard and seen and str(element.get("aria-hidden")).lower() != "true"
        language = element.get("lang", around.language)
        known[id(element)] = _Fact(str(language).strip(), seen, heard, place, start, end)
    return iter(known.items())


def _stamp(element: Element) -> int:
    written = str(element.get(stamps.NAME, ""))
    return int(written) if re.fullmatch(r"[0-9]{1,7}", written) else 0


def _seen(element: Element) -> bool:
    if element.name in _UNSEEN or (element.name == "dialog" and "open" not in element.attrs):
        return False
    if "hidden" in element.attrs and str(element["hidden"]).lower() != "until-found":
        return False
    if element.name == "input" and str(element.get("type", "")).lower() == "hidden":
        return False
    return not _INVISIBLE.search(str(element.get("style", "")))


def _clipped(text: str) -> str:
    """Give the beginning of *text*; nothing but space is nothing."""
    return re.sub(r"\s+", " ", text[:_LABEL]) if text.strip() else ""


def _collapsed(text: str) -> str:
    return " ".join(text.split())
