"""site/title-same"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Alternates


def check(pages: Sequence[Alternates]) -> Iterator[Found]:
    """
    No two pages of one language have the same title.

    Why: titles tell tabs, bookmarks and search results apart, and are the first that a screen reader says.
    Fix: begin the title with what is on this page alone.
    """
    titled: dict[tuple[str, str], list[Alternates]] = defaultdict(list)
    for page in pages:
        if page.title and not page.moved:
            titled[page.locale, page.title.casefold()].append(page)
    for same in titled.values():
        for page in same[1:]:
            message = f'"{page.title}" is also the title of {same[0].place.path}'
            yield Found(page.place, message, text=page.title)


def _page(name: str, locale: str, title: str) -> str:
    return f'{name}: <html lang="{locale}"><head><title>{title}</title></head><body>a</body></html>'


RULE = Rule(
    level="warning",
    check=check,
    wcag="2.4.2",
    bad=((_page("a.html", "en", "Boats"), _page("b.html", "en", "Boats")),),
    good=(
        (_page("a.html", "en", "Boats"), _page("b.html", "en", "Oars")),
        (_page("a.html", "en", "Taxi"), _page("b.html", "fr", "Taxi")),
        (_page("a.html", "en", ""), _page("b.html", "en", "")),
    ),
)
