"""The pages of the tags: in each locale a list of them, and of each a list of its articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline import links, page
from pipeline.interface import Words
from pipeline.page import Card, Site, Tag

Subject = tuple[Tag, list[Card]]


def build(
    cards: Mapping[str, Sequence[Card]], site: Site, spoken: Mapping[str, Words]
) -> Iterator[tuple[str, str]]:
    """Give the pages of all tags: file to text."""
    by_locale = _by_locale(cards)
    for locale, subjects in by_locale.items():
        rows = [(tag, len(about)) for tag, about in subjects.values()]
        yield (
            links.page(locale, "tags"),
            page.subjects(rows, site, tuple(by_locale), spoken[locale]),
        )
        for key, (tag, about) in subjects.items():
            yield tag.file, page.subject(tag, about, site, _pages(by_locale, key), spoken[locale])


def groups(cards: Mapping[str, Sequence[Card]]) -> Iterator[dict[str, str]]:
    """Give the pages of tags that are versions of each other, by locale."""
    by_locale = _by_locale(cards)
    if by_locale:
        lists = {locale: links.page(locale, "tags") for locale in by_locale}
        yield lists | {"x-default": next(iter(lists.values()))}
    for key in sorted({key for subjects in by_locale.values() for key in subjects}):
        pages = _pages(by_locale, key)
        yield pages | {"x-default": next(iter(pages.values()))}


def _pages(by_locale: Mapping[str, Mapping[str, Subject]], key: str) -> dict[str, str]:
    return {
        locale: subjects[key][0].file for locale, subjects in by_locale.items() if key in subjects
    }


def _by_locale(cards: Mapping[str, Sequence[Card]]) -> dict[str, dict[str, Subject]]:
    """
    Give the tags of each locale that has some, by what the articles call them, with their articles.

    Tags that a locale calls alike have one page there, which is that of the first.
    """
    found: dict[str, dict[str, Subject]] = {}
    for locale, own in cards.items():
        by_file: dict[str, tuple[str, Tag, list[Card]]] = {}
        for card in own:
            for tag in card.tags:
                key, first, about = by_file.get(tag.file, (_key(tag), tag, []))
                smaller = _key(tag) < key
                by_file[tag.file] = min(key, _key(tag)), tag if smaller else first, about
                about.append(card)
        if by_file:
            ordered = sorted(
                by_file.values(), key=lambda one: (one[1].name.text.casefold(), one[0])
            )
            found[locale] = {key: (tag, about) for key, tag, about in ordered}
    return found


def _key(tag: Tag) -> str:
    return f"{tag.key.casefold()}\0{tag.key}"
