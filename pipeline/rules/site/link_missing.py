"""site/link-missing"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Alternates


def check(pages: Sequence[Alternates]) -> Iterator[Found]:
    """
    A link within the site leads to a page or a file that is there.

    Why: readers end at an error, in the middle of what they wanted to know.
    Fix: correct the path, which begins at the article's own file: `[Oars](../boats/oars.md)`.
    """
    known = {address for page in pages for address in page.addresses}
    for page in pages:
        told: set[str] = set()
        for link in page.links:
            if link.picture or link.target in told or link.target in known:
                continue
            if link.target not in page.files:
                told.add(link.target)
                yield Found(link.place, f'"{link.text}" leads to nothing', text=link.text)


def _page(name: str, body: str, locale: str = "en") -> str:
    return f'{name}: <html lang="{locale}"><head><title>{name}</title></head><body>{body}</body></html>'


RULE = Rule(
    level="warning",
    check=check,
    wcag="2.4.4",
    bad=(
        (_page("a.html", '<a href="b.html">Oars</a>'),),
        (_page("en/a.html", '<a href="../b.html#x">Oars</a>'), _page("en/b.html", "Oars")),
    ),
    good=(
        (_page("a.html", '<a href="b.html">Oars</a>'), _page("b.html", "Oars")),
        (_page("en/a.html", '<a href="../">Home</a>'), _page("index.html", "Home")),
        (_page("a.html", '<a href="https://oars.example/b.html">Oars</a> <a href="#c">Top</a>'),),
        (_page("a.html", '<a href="/anywhere">Oars</a> <a href="mailto:a@b.example">Write</a>'),),
    ),
)
