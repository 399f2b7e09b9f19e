"""A whole document: what every page has in its head, round what is its own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from pipeline import links, locales
from pipeline.interface import Words
from pipeline.page import slots, theme
from pipeline.page.values import Card, Site, Text


def policy(site: Site, *, script: str = "", searching: bool = False) -> str:
    """
    Give the page's Content-Security-Policy: nothing runs but our own *script*, or that of the search.

    Pictures may come from elsewhere, as articles name them; all else is the site's own.
    """
    # A page that is read from a folder has no origin of its own.
    own = "'self'" if site.url else "'self' file:"
    parts = [
        "default-src 'none'",
        f"style-src {own}",
        f"font-src {own}",
        f"img-src {own} https:",
        "base-uri 'none'",
        f"form-action {own if searching else chr(39) + 'none' + chr(39)}",
    ]
    if script:
        parts.append(f"script-src '{_hash(script)}'")
    if searching:
        parts += [f"script-src {own}", f"connect-src {own}"]
    return "; ".join(parts)


def document(
    template: str,
    site: Site,
    words: Words,
    *,
    locale: str,
    file: str,
    pages: Mapping[str, str],
    default: str,
    heading: Text,
    summary: Text | None = None,
    csp: str = "",
    dated: bool = False,
    base: str | None = None,
    **values: object,
) -> str:
    """
    Give the page *file* that *template* makes; *pages* are the files of its versions, by locale.

    *dated* says that the locale has a feed. *base* is the address of the site's root, where the page
    may be shown under any address.
    """

    def address(target: str) -> str:
        if base is not None:
            return base + links.relative(target, "", leaf=not site.url).removeprefix("./")
        return site.address(target, file)

    alternates = [(tag, site.canonical(page, file)) for tag, page in pages.items()]
    if default:
        alternates.append(("x-default", site.canonical(default, file)))
    versions = [
        {
            "locale": tag,
            "name": _name(tag),
            "direction": _direction(tag),
            "address": address(page),
        }
        for tag, page in pages.items()
    ]
    of_locale = file.startswith(f"{locale}/")
    return slots.render(
        site.theme,
        template,
        {
            "locale": locale,
            "direction": _direction(locale),
            "site": site,
            "name": Text(site.name, site.source),
            "heading": heading,
            "summary": summary,
            "canonical": site.canonical(file, file),
            "alternates": alternates,
            "versions": versions,
            "root": "../" * file.count("/") if base is None else base,
            "home": address(links.page(locale)) if of_locale else "",
            "start": address(links.page()),
            "search": address(links.page(locale, "search")) if of_locale else "",
            "feed": site.canonical(f"{locale}/feed.xml", file) if dated and site.url else "",
            "csp": csp or policy(site),
            "indexed": True,
            "social": (),
            "data": "",
            "_": words,
            "plain": words.plain,
        }
        | values,
    )


def entries(cards: Sequence[Card], file: str, site: Site) -> list[tuple[Card, str]]:
    """Give *cards*, the newest first, each with its address on the page *file*."""
    ordered = sorted(cards, key=lambda card: card.article)
    ordered.sort(key=lambda card: card.day.iso if card.day else "", reverse=True)
    return [(card, site.address(card.file, file)) for card in ordered]


def has_feed(cards: Sequence[Card]) -> bool:
    """Tell whether a locale with these *cards* has a feed: entries need a date."""
    return any(card.day and card.day.iso for card in cards)


def script(site: Site, name: str) -> Markup:
    """Give the text of a script that stands in a page."""
    return Markup(theme.render(site.theme, name))  # noqa: S704 - it is ours, or the project's


# Each page asks of each of its versions.
_name = lru_cache(maxsize=256)(locales.name)
_direction = lru_cache(maxsize=256)(locales.direction)


@lru_cache(maxsize=8)
def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
