"""site/anchor-missing"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from pipeline.findings import Found, Rule
from pipeline.model import Alternates


def check(pages: Sequence[Alternates]) -> Iterator[Found]:
    """
    A link to a place on another page of the site leads to that place.

    Why: readers land at the top of a long page, and look for what they were promised.
    Fix: give the heading there the id that the link names: `## Sails { #sails }`.
    """
    known = {address: page for page in pages for address in page.addresses}
    for page in pages:
        for link in page.links:
            other = known.get(link.target)
            name = link.fragment.partition(":~:")[0]
            if other is None or not name or name.lower() == "top" or name[0] in "!/?":
                continue
            if name not in other.anchors and unquote(name) not in other.anchors:
                message = f'there is no "{unquote(name)}" on the page that "{link.text}" leads to'
                yield Found(link.place, message, text=link.text)


def _page(name: str, body: str, locale: str = "en") -> str:
    return f'{name}: <html lang="{locale}"><head><title>{name}</title></head><body>{body}</body></html>'


_SAILS = _page("b.html", '<h2 id="sails">Sails</h2><h2 id="größe">Size</h2>')

RULE = Rule(
    level="warning",
    check=check,
    wcag="2.4.4",
    bad=((_page("a.html", '<a href="b.html#sail">Sails</a>'), _SAILS),),
    good=(
        (_page("a.html", '<a href="b.html#sails">Sails</a>'), _SAILS),
        (
            _page("a.html", '<a href="b.html#gr%C3%B6%C3%9Fe">Size</a> <a href="b.html">B</a>'),
            _SAILS,
        ),
        (_page("a.html", '<a href="b.html#:~:text=Sails">Sails</a>'), _SAILS),
        (_page("a.html", '<a href="b.html#top">Top</a>'), _SAILS),
    ),
)
