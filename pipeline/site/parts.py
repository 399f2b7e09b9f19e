"""What one version gives to its site: its page, how lists and the search know it, the files it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline import page
from pipeline.interface import Words
from pipeline.model import Run, Version
from pipeline.page import Card, Published, Site, body, pieces
from pipeline.site import search

Row = tuple[str, Published | None]
"""The path of an article, and which versions of it there are."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a site has of a version."""

    data: bytes
    """The page, whose file is that of the card; its bytes take half the room of its text."""
    card: Card
    words: search.Weighed
    """How much the page is about each of its words."""
    files: tuple[tuple[str, str], ...] = ()
    """The article's own files that it needs: path in the site, and path in the project."""
    asked: tuple[Row, ...] = ()
    """What it says of other articles comes from these, and from no others."""
    path: str = ""
    """The file of its article."""
    locale: str = ""
    address: Run | None = None
    """That of the version: what its translator would have it called."""


class Asked(Mapping[str, Published]):
    """The versions there are of each article, which remembers which articles were asked for."""

    def __init__(self, published: Mapping[str, Published]) -> None:
        self._published = published
        self._asked: dict[str, Published | None] = {}

    def __getitem__(self, path: str) -> Published:
        """Give the versions of the article at *path*."""
        self._asked[path] = found = self._published.get(path)
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        """Refuse: who sees all of them depends on all."""
        raise TypeError

    def __len__(self) -> int:
        """Refuse likewise."""
        raise TypeError

    def rows(self) -> tuple[Row, ...]:
        """Give those that were asked for, those that there are none of among them."""
        return tuple(sorted(self._asked.items(), key=lambda row: row[0]))


def part(
    version: Version,
    site: Site,
    published: Mapping[str, Published],
    words: Words,
    *,
    stamped: bool = False,
) -> Part:
    """
    Give what *version* gives to *site*; *published* holds each article by its path.

    *stamped* keeps the lines of the article in the page.
    """
    asked = Asked(published)
    cut = pieces.cut(version.body)
    made = page.made(version, cut if stamped else pieces.bare(cut), site, asked, words)
    return Part(
        made.text.encode(),
        made.card,
        search.weights(made.card, pieces.text(cut)),
        tuple(body.needed(made.addresses, version.article, site)),
        asked.rows(),
        version.article.path,
        version.locale,
        version.address,
    )
