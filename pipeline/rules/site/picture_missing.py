"""site/picture-missing"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Alternates


def check(pages: Sequence[Alternates]) -> Iterator[Found]:
    """
    A picture that a page shows is there.

    Why: in its place stands a broken sign, and those who see lose what the picture says.
    Fix: put the file where the address says, beside the article or in a folder there, or correct the address.
    """
    known = {address for page in pages for address in page.addresses}
    for page in pages:
        told: set[str] = set()
        for link in page.links:
            if not link.picture or link.target in told or link.target in known:
                continue
            if link.target not in page.files:
                told.add(link.target)
                yield Found(link.place, f'there is no picture "{link.text}"', text=link.text)


def _page(name: str, body: str, locale: str = "en") -> str:
    return f'{name}: <html lang="{locale}"><head><title>{name}</title></head><body>{body}</body></html>'


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.1.1",
    bad=((_page("a.html", '<img src="boat.svg" alt="A boat">'),),),
    good=(
        (_page("a.html", '<img src="https://boats.example/boat.svg" alt="A boat">'),),
        (_page("a.html", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">'),),
    ),
)
