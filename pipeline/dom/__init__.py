"""
A page as rules read it: elements by name, attribute and role, their text, name and language, and where they stand.

One parse and one pass over the elements; every rule asks the index. `reader` hides the parser.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline import locales
from pipeline.dom import family, focus, names, reader, roles, tables
from pipeline.dom.element import BLOCKS, Element
from pipeline.dom.tables import Table
from pipeline.dom.words import described, file_name
from pipeline.errors import PipelineError

__all__ = ["BLOCKS", "Dom", "Element", "Table", "described", "direction", "file_name", "parse"]

_MEDIA = frozenset("audio button canvas embed iframe img input math object svg video".split())
_SCRIPT = re.compile(r"-([a-z]{4})(?=-|$)", re.IGNORECASE)
_LEFTWARD = frozenset(["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])
"""Scripts of living languages that run from right to left (ISO 15924, CLDR)."""


@dataclass(frozen=True, eq=False)
class Dom:
    """
    A parsed page.

    *elements* are all of it in order, behind the *root*, which stands for the document. *document* says
    whether it is a whole page, or a fragment that stands in another.
    """

    path: str
    source: str
    root: Element
    elements: Sequence[Element]
    document: bool

    def named(self, *wanted: str) -> list[Element]:
        """Give the elements of these names, in order."""
        return self._merged(self._by_name, wanted)

    def having(self, *attributes: str) -> list[Element]:
        """Give the elements that have any of these attributes, in order."""
        return self._merged(self._by_attribute, attributes)

    def playing(self, *wanted: str) -> list[Element]:
        """Give the elements in any of these roles, asked for or their own, in order."""
        return self._merged(self._by_role, wanted)

    def by_id(self, name: str) -> Element | None:
        """Give the first element with this id."""
        return self.ids.get(name)

    def asked(self, element: Element) -> str:
        """Give the role that *element* asks for and gets, or an empty string."""
        return roles.asked(element)

    def role(self, element: Element) -> str:
        """
        Give the role that *element* asks for, or else its own; an empty string for none.

        >>> page = parse('<img alt=""><img alt="" role="none" tabindex="0">', "a.html")
        >>> [page.role(image) for image in page.named("img")]
        ['none', 'img']
        """
        return roles.of(element)

    def focusable(self, element: Element) -> bool:
        """Tell whether *element* can have the focus, by keyboard or by script."""
        return focus.focusable(element)

    def reached(self, element: Element) -> bool:
        """Tell whether the Tab key reaches *element*."""
        return focus.reached(element)

    def controls(self) -> list[Element]:
        """Give the elements that the Tab key reaches and a screen reader tells of, in no order."""
        able = (*self.named(*focus.ABLE), *self.having("tabindex", "contenteditable"))
        return [one for one in dict.fromkeys(able) if one.heard and focus.reached(one)]

    def held(self, wanted: Iterable[Element]) -> Iterator[tuple[Element, Element]]:
        """Give each control that stands in one of the elements wanted, with the nearest of them."""
        return focus.held(self.controls(), frozenset(wanted))

    def opens(self, element: Element) -> bool:
        """Tell whether *element* is the summary that opens the details it stands in."""
        return focus.opens(element)

    def exposed(self, element: Element) -> str:
        """Give what keeps *element* from being nothing, if it should ask for it; or an empty string."""
        return roles.exposed(element)

    def name(self, element: Element) -> str:
        """
        Give the accessible name of *element*, or an empty string.

        >>> page = parse('<a href="b.html"><img src="b.png" alt="Boats"></a>', "a.html")
        >>> page.name(page.named("a")[0])
        'Boats'
        """
        return self._names.of(element)

    def label(self, element: Element) -> str:
        """
        Give the name that *element* has whatever it holds, or an empty string: landmarks have no other.

        >>> page = parse('<nav aria-label="Main"><a href="a.html">A</a></nav>', "a.html")
        >>> page.label(page.named("nav")[0]), page.label(page.named("a")[0])
        ('Main', '')
        """
        return self._names.given(element)

    def alone(self, element: Element) -> bool:
        """
        Tell whether its parent shows nothing but *element*; a caption does not count.

        >>> page = parse("<p><img alt=''></p><p>A <img alt=''></p>", "a.html")
        >>> [page.alone(image) for image in page.named("img")]
        [True, False]
        """
        return element.parent is not None and self._shown[element.parent] == 1

    @property
    def attributes(self) -> Collection[str]:
        """The names of all attributes of the page."""
        return self._by_attribute.keys()

    @cached_property
    def ids(self) -> Mapping[str, Element]:
        """The first element of each id."""
        found: dict[str, Element] = {}
        for element in self.having("id"):
            found.setdefault(element.attributes["id"], element)
        return found

    @cached_property
    def tables(self) -> Sequence[Table]:
        """The tables that are heard as tables."""
        return tuple(tables.tables(self.playing(*tables.TABLES)))

    def owner(self, element: Element) -> Element | None:
        """
        Give the element around *element*, or that claims it, which has a role; None where there is none.

        >>> page = parse("<ul><div><p id='x'>A</div></ul>", "a.html")
        >>> [one.name for one in [page.owner(page.by_id("x"))]]
        ['ul']
        """
        return family.parent(element, self._owners, self._owned_by)

    def owned(self, element: Element) -> Iterator[Element | str]:
        """Give what *element* is the owner of, and the text that it holds itself."""
        return family.children(element, self.ids, self._owners)

    @cached_property
    def _owned_by(self) -> dict[Element, Element | None]:
        return {}

    @cached_property
    def _owners(self) -> Mapping[Element, Element]:
        return family.owners(self.ids, self.having("aria-owns"))

    @cached_property
    def _order(self) -> Mapping[Element, int]:
        return {element: number for number, element in enumerate(self.elements)}

    @cached_property
    def _by_name(self) -> Mapping[str, list[Element]]:
        found: dict[str, list[Element]] = defaultdict(list)
        for element in self.elements:
            found[element.name].append(element)
        return found

    @cached_property
    def _by_attribute(self) -> Mapping[str, list[Element]]:
        found: dict[str, list[Element]] = defaultdict(list)
        for element in self.elements:
            for attribute in element.attributes:
                found[attribute].append(element)
        return found

    @cached_property
    def _by_role(self) -> Mapping[str, list[Element]]:
        found: dict[str, list[Element]] = defaultdict(list)
        for element in self.elements:
            found[roles.of(element)].append(element)
        return found

    @cached_property
    def _names(self) -> names.Names:
        return names.Names(self.ids, self.having("aria-labelledby"), self.named("label"))

    @cached_property
    def _shown(self) -> Mapping[Element, int]:
        """How many children of each element show something."""
        shown: Counter[Element] = Counter()
        marked: set[Element] = set()
        for element in self.elements:
            texts = sum(
                isinstance(child, str) and bool(child.strip()) for child in element.children
            )
            for _ in range(texts):
                _mark(element, shown, marked)
            if element.name in _MEDIA:
                _mark(element.parent, shown, marked)
        return shown

    def _merged(self, index: Mapping[str, list[Element]], wanted: Sequence[str]) -> list[Element]:
        found = [index[one] for one in wanted if one in index]
        if len(found) < 2:
            return list(found[0]) if found else []
        return sorted({one for group in found for one in group}, key=self._order.__getitem__)


def _mark(parent: Element | None, shown: Counter[Element], marked: set[Element]) -> None:
    """Count what is shown in *parent*, up to the first element that is known to show something."""
    while parent is not None and parent.name != "figcaption":
        shown[parent] += 1
        if parent in marked:
            break
        marked.add(parent)
        parent = parent.parent


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
    >>> [(part.text, part.place.line) for part in page.named("h1", "p")]
    [('Boats', 1), ('A big', 2), ('boat', 2)]
    """
    source = reader.readable(html)
    (root, *elements), document = reader.read(source, path)
    return Dom(path, source, root, elements, document)
