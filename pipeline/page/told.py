"""What a page tells machines of itself: Open Graph for links that are shared, JSON-LD for search engines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from pipeline import locales
from pipeline.page.values import Card, Site

# In a script nothing is decoded: these letters could only end it, or open a comment.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def shared(
    card: Card, locale: str, versions: Mapping[str, str], site: Site, picture: str
) -> Iterator[tuple[str, str]]:
    """Give the properties of Open Graph; *versions* are the addresses of all versions by locale."""
    yield "og:type", "article"
    yield "og:title", card.heading.text
    if card.summary:
        yield "og:description", card.summary.text
    yield "og:site_name", site.name
    yield "og:locale", locales.territorial(locale)
    for tag in versions:
        if tag != locale:
            yield "og:locale:alternate", locales.territorial(tag)
    if site.url:
        yield "og:url", versions[locale]
    if picture:
        yield "og:image", picture
    if card.day and card.day.iso:
        yield "article:published_time", card.day.iso
    for subject in card.tags:
        yield "article:tag", subject.name.text


def described(
    card: Card, locale: str, versions: Mapping[str, str], site: Site, source: str
) -> Markup:
    """
    Give the page as JSON-LD: its language, and of which original it is a translation.

    An original that readers do not have is not named, and addresses only where they are whole.
    """
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": card.heading.text,
        "inLanguage": locale,
    }
    if card.summary:
        said["description"] = card.summary.text
    if card.day and card.day.iso:
        said["datePublished"] = card.day.iso
    if card.tags:
        said["keywords"] = [tag.name.text for tag in card.tags]
    said["isPartOf"] = {"@type": "WebSite", "name": site.name}
    if site.url:
        said |= {"@id": versions[locale], "url": versions[locale]}
        said["isPartOf"] = {"@type": "WebSite", "name": site.name, "url": f"{site.url}/"}
        works = {tag: _work(tag, address) for tag, address in versions.items() if tag != locale}
        if locale != source and source in works:
            said["translationOfWork"] = works[source]
        elif locale == source and works:
            said["workTranslation"] = list(works.values())
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))  # noqa: S704 - nothing in it ends a script


def _work(locale: str, address: str) -> dict[str, str]:
    return {"@type": "Article", "@id": address, "inLanguage": locale}
