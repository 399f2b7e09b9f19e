"""A feed of a locale's articles in Atom (RFC 4287), with the dates that the articles give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from pipeline import links
from pipeline.interface import Words
from pipeline.page import Card, Published, Site, Text

_MOST = 50
"""A feed is for what is new; the list of all articles has the rest."""

_NONE = "\ufffe\uffff"

_FEED = """\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{locale}">
<id>{id}</id>
<title{lang}>{title}</title>
<updated>{updated}</updated>
<author><name>{title}</name></author>
<link rel="self" type="application/atom+xml" href="{id}"/>
<link rel="alternate" type="text/html" hreflang="{locale}" href="{home}"/>
{entries}</feed>
"""
_ENTRY = """\
<entry>
<id>{id}</id>
<title{lang}>{title}</title>
<updated>{updated}</updated>
<published>{updated}</published>
{links}{more}</entry>
"""


def build(
    cards: Sequence[Card], published: Mapping[str, Published], site: Site, words: Words
) -> str:
    """
    Give the feed of the articles that have a date, of which there is one.

    No clock is asked: an entry is as old as its article says. It is known by the article's own
    address, which stays when a translator gives the page another.
    """
    locale = words.locale
    dated = sorted(
        (card for card in cards if card.day and card.day.iso), key=lambda card: card.article
    )
    dated.sort(key=_updated, reverse=True)
    by_name = {one.name: one for one in published.values()}
    return _FEED.format(
        locale=locale,
        id=escape(links.absolute(f"{locale}/feed.xml", site.url)),
        lang=_lang(Text("", site.source), locale),
        title=_clean(site.name),
        updated=_updated(dated[0]),
        home=escape(links.absolute(links.page(locale), site.url)),
        entries="".join(
            _entry(card, by_name[card.article], locale, site) for card in dated[:_MOST]
        ),
    )


def _entry(card: Card, article: Published, locale: str, site: Site) -> str:
    others = [(tag, article.file(tag)) for tag in article.locales if tag != locale]
    alternates = [(locale, card.file), *others]
    more = "".join(
        f'<category term="{_clean(tag.key)}" label="{_clean(tag.name.text)}"/>\n'
        for tag in card.tags
    )
    if card.summary:
        more += f"<summary{_lang(card.summary, locale)}>{_clean(card.summary.text)}</summary>\n"
    return _ENTRY.format(
        id=escape(links.absolute(links.page(locale, card.article), site.url)),
        lang=_lang(card.heading, locale),
        title=_clean(card.heading.text),
        updated=_updated(card),
        links="".join(
            f'<link rel="alternate" type="text/html" hreflang="{tag}" '
            f'href="{escape(links.absolute(file, site.url))}"/>\n'
            for tag, file in alternates
        ),
        more=more,
    )


def _updated(card: Card) -> str:
    assert card.day
    return f"{card.day.iso}T00:00:00Z"


def _lang(text: Text, locale: str) -> str:
    return "" if text.locale == locale else f' xml:lang="{text.locale}"'


def _clean(text: str) -> str:
    """Give *text* for XML, which has no control characters and no two others."""
    return escape(
        "".join(one for one in text if (one >= " " or one in "\t\n") and one not in _NONE)
    )
