"""Passages that stand side by side: the items of one list, the paragraphs of an article."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Passage

_ASIDE = frozenset({"link title", "image alternative", "accessible name"})
_CATALOG = ".po"
_PAGES = (".html", ".htm", ".xhtml")


def is_aside(passage: Passage) -> bool:
    """Say whether *passage* is met beside the text: the title of a link, an image's alternative."""
    return passage.kind in _ASIDE


def in_line(prose: Sequence[Passage]) -> tuple[Passage, ...]:
    """Give the passages that a reader meets one after another: no titles of links, no alternatives."""
    return tuple(passage for passage in prose if not is_aside(passage))


def lists(prose: Sequence[Passage]) -> tuple[tuple[Passage, ...], ...]:
    """
    Give the items of each list, the items of a nested list together.

    A list is what follows on each other, told apart by the column where its items begin. A catalog has
    no columns: there nested items are of the list around them.
    """
    groups: list[tuple[Passage, ...]] = []
    levels: dict[int, list[Passage]] = {}
    for passage in (*in_line(prose), None):
        if passage is not None and passage.kind == "list item":
            place = passage.origin.place
            levels.setdefault(0 if from_catalog(passage) else place.column, []).append(passage)
        else:
            groups.extend(tuple(items) for items in levels.values())
            levels = {}
    return tuple(groups)


def from_page(passage: Passage) -> bool:
    """Say whether *passage* is read from a page of HTML, whose lines say nothing of what stands between."""
    return passage.origin.path.endswith(_PAGES)


def from_catalog(passage: Passage) -> bool:
    """Say whether *passage* is written in a catalog, whose lines and columns say nothing of the page."""
    return passage.origin.path.endswith(_CATALOG)
