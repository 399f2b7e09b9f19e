"""The pages that lead to articles: lists, subjects, search, the start page; and those that lead on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from pipeline import interface, links
from pipeline.interface import Words
from pipeline.page.document import document, entries, has_feed, policy, script
from pipeline.page.values import Card, Site, Tag, Text

START_SCRIPT = "start.js"
MISSING = "404.html"


def index(cards: Sequence[Card], site: Site, indexed: Sequence[str], words: Words) -> str:
    """Give the list of a locale's articles, newest first; *indexed* are the locales that have one."""
    locale = words.locale
    file = links.page(locale)
    tagged = any(card.tags for card in cards)
    return document(
        "index.html",
        site,
        words,
        locale=locale,
        file=file,
        pages={tag: links.page(tag) for tag in indexed},
        default=links.page(),
        heading=_own("Articles", words),
        entries=entries(cards, file, site),
        topics=site.address(links.page(locale, "tags"), file) if tagged else "",
        dated=has_feed(cards),
    )


def search(
    cards: Sequence[Card], site: Site, indexed: Sequence[str], words: Words, data: str
) -> str:
    """
    Give the page that searches a locale: without a script, the list of all its articles.

    *data* is the file of the index.
    """
    locale = words.locale
    file = links.page(locale, "search")
    return document(
        "search.html",
        site,
        words,
        locale=locale,
        file=file,
        pages={tag: links.page(tag, "search") for tag in indexed},
        default="",
        heading=_own("Search", words),
        entries=entries(cards, file, site),
        data_file=links.relative(data, file),
        csp=policy(site, searching=True),
        indexed=False,
        dated=has_feed(cards),
    )


def subjects(
    tags: Sequence[tuple[Tag, int]], site: Site, indexed: Sequence[str], words: Words
) -> str:
    """Give the list of a locale's subjects, each with the number of its articles."""
    locale = words.locale
    file = links.page(locale, "tags")
    return document(
        "tags.html",
        site,
        words,
        locale=locale,
        file=file,
        pages={tag: links.page(tag, "tags") for tag in indexed},
        default=links.page(indexed[0], "tags"),
        heading=_own("Topics", words),
        tags=[(tag, site.address(tag.file, file), number) for tag, number in tags],
    )


def subject(
    tag: Tag, cards: Sequence[Card], site: Site, pages: Mapping[str, str], words: Words
) -> str:
    """Give the list of a locale's articles about *tag*; *pages* are those about it in all locales."""
    return document(
        "tag.html",
        site,
        words,
        locale=words.locale,
        file=tag.file,
        pages=pages,
        default=next(iter(pages.values())),
        heading=tag.name,
        entries=entries(cards, tag.file, site),
        topics=site.address(links.page(words.locale, "tags"), tag.file),
    )


def start(
    site: Site, indexed: Sequence[str], words: Words, spoken: Mapping[str, Words] | None = None
) -> str:
    """
    Give the page at the root of the site: every language, in its own name.

    A script of a few lines, named by its hash, marks the language of the reader's browser; nobody is
    sent anywhere. *spoken* are the words of each language, which says that in its own.
    """
    text = script(site, START_SCRIPT)
    return document(
        "start.html",
        site,
        words,
        locale=words.locale,
        file=links.page(),
        pages={tag: links.page(tag) for tag in indexed},
        default=links.page(),
        heading=Text(site.name, site.source),
        spoken=_spoken(indexed, spoken or {}),
        suggested=interface.SUGGESTED,
        script=text,
        csp=policy(site, script=str(text)),
    )


def missing(
    site: Site, indexed: Sequence[str], words: Words, spoken: Mapping[str, Words] | None = None
) -> str:
    """Give the page for an address that does not exist, in every language of the site."""
    base = f"{urlsplit(site.url).path.rstrip('/')}/" if site.url else ""
    return document(
        "404.html",
        site,
        words,
        locale=words.locale,
        file=MISSING,
        pages={tag: links.page(tag) for tag in indexed},
        default="",
        heading=_own(interface.MISSING, words),
        spoken=_spoken(indexed, spoken or {}),
        missing=interface.MISSING,
        indexed=False,
        base=base,
    )


def moved(file: str, target: str, heading: Text, site: Site, words: Words) -> str:
    """Give the page at the former address *file*, which leads on to *target* at once."""
    return document(
        "moved.html",
        site,
        words,
        locale=words.locale,
        file=file,
        pages={},
        default="",
        heading=heading,
        canonical=site.canonical(target, file),
        target=site.address(target, file),
        indexed=False,
    )


def _spoken(indexed: Sequence[str], known: Mapping[str, Words]) -> Mapping[str, Words]:
    return {tag: known.get(tag) or interface.words(tag, interface.builtin(tag)) for tag in indexed}


def _own(word: str, words: Words) -> Text:
    return Text(words.plain(word), words.language(word))
