"""site/address"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Alternates, Claim


def check(pages: Sequence[Alternates]) -> Iterator[Found]:
    """
    Each page has an address of its own, and versions in other languages have others.

    Why: of two pages with one address, readers and search engines find one, and never the other.
    Fix: give one of them another slug, or let each version name itself as canonical. A translated slug
    is made of letters, digits and hyphens.
    """
    claimed: dict[str, list[tuple[Alternates, Claim]]] = defaultdict(list)
    owned: dict[str, Alternates] = {}
    for page in pages:
        owned |= {address.casefold(): page for address in page.addresses}
        for claim in page.claims:
            claimed[claim.address.casefold()].append((page, claim))
    for page in pages:
        for claim in page.claims:
            name = claim.address.lstrip("/")
            if claim.wrong:
                yield Found(claim.place, f'"{name}" {claim.wrong}', text=name)
                continue
            key = claim.address.casefold()
            others = [one for one, _ in claimed[key] if one is not page]
            if claim.sole and owned.get(key, page) is not page:
                others.append(owned[key])
            others = [one for one in others if claim.sole or one.locale != page.locale]
            if others:
                message = f'"{name}" is also the address of {others[0].place.path}'
                yield Found(claim.place, message, text=name)


def _page(name: str, locale: str, canonical: str) -> str:
    link = f'<link rel="canonical" href="{canonical}">'
    return f'{name}: <html lang="{locale}"><head><title>A</title>{link}</head><body>a</body></html>'


_ENGLISH = "https://boats.example/en/"
_REFRESH = '<meta http-equiv="refresh" content="0; url=en.html">'

RULE = Rule(
    level="error",
    check=check,
    wcag="2.4.5",
    bad=((_page("en.html", "en", _ENGLISH), _page("fr.html", "fr", _ENGLISH)),),
    good=(
        (_page("en.html", "en", _ENGLISH), _page("fr.html", "fr", "https://boats.example/fr/")),
        (_page("en.html", "en", _ENGLISH), _page("print.html", "en", _ENGLISH)),
        (
            _page("en.html", "en", _ENGLISH),
            _page("old.html", "fr", _ENGLISH).replace("<title>", f"{_REFRESH}<title>"),
        ),
    ),
)
