"""site/alternates"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import locales
from pipeline.findings import Found, Rule
from pipeline.model import Alternates


def check(pages: Sequence[Alternates]) -> Iterator[Found]:
    """
    Pages that are versions of each other say so on both sides, and each in the language it has.

    Why: a link to another language that is not returned is not believed by search engines; one that
    leads to a third language sends readers to a page that they cannot read.
    Fix: make the list of alternates from one table, so that every version has the same.
    """
    by_address = {address: page for page in pages for address in page.addresses}
    for page in pages:
        if page.moved:
            continue
        for alternate in page.named:
            other = by_address.get(alternate.address)
            if other is None or other is page:
                continue
            tag = alternate.tag.lower()
            if tag != "x-default" and locales.language(tag) != locales.language(other.locale):
                message = f'hreflang "{alternate.tag}" leads to a page in "{other.locale}"'
                yield Found(alternate.place, message, text=alternate.tag)
            elif not any(back.address in page.addresses for back in other.named):
                message = f"{other.place.path} does not name this page as its version"
                yield Found(alternate.place, message, text=alternate.tag)


def _page(name: str, locale: str, *named: tuple[str, str]) -> str:
    links = "".join(f'<link rel="alternate" hreflang="{tag}" href="{to}">' for tag, to in named)
    return (
        f'{name}: <html lang="{locale}"><head><title>A</title>{links}</head><body>a</body></html>'
    )


_BOTH = (("en", "en.html"), ("fr", "fr.html"))

RULE = Rule(
    level="error",
    check=check,
    wcag="3.1.1",
    bad=(
        (_page("en.html", "en", *_BOTH), _page("fr.html", "fr", ("fr", "fr.html"))),
        (_page("en.html", "en", *_BOTH), _page("fr.html", "de", *_BOTH)),
    ),
    good=(
        (_page("en.html", "en", *_BOTH), _page("fr.html", "fr", *_BOTH)),
        (_page("en.html", "en", *_BOTH, ("x-default", "en.html")), _page("fr.html", "fr", *_BOTH)),
        (_page("en.html", "en", *_BOTH),),
    ),
)
