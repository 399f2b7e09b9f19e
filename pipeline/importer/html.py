"""A page saved from a website to Markdown: its main content, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from pipeline.errors import ArticleError
from pipeline.importer import blocks, content, head, inline, writer
from pipeline.importer.content import attribute, is_text
from pipeline.importer.inline import Page

TAGS = 100_000
"""Tags in a page, which take some seconds; an article has about a thousand."""

_EMBEDDED = re.compile(r"data:[\w/+.-]{0,100}(?:;[\w=-]{1,50}){0,5},[A-Za-z0-9+/=%]{100,}")
_XML = re.compile(r"<\?xml[^>]{0,1000}>")
_ID = re.compile(r"[A-Za-z][\w.-]*")


def read(text: str, path: str) -> writer.Draft:
    """
    Give the draft of an article that a page makes.

    >>> page = "<html lang=en><title>Tea | Shop</title><nav>Home</nav><main><h1>Tea</h1><p>Hot."
    >>> draft = read(page, "tea.html")
    >>> draft.title, draft.locale, draft.body
    ('Tea', 'en', 'Hot.')
    """
    soup = _parse(text, path)
    said = head.read(soup)
    outside = [_plain(tag) for tag in soup.find_all("h1")]
    found = content.find(soup, path)
    title_tag = next((tag for tag in found.node.find_all("h1") if _plain(tag)), None)
    title, guess = _title(title_tag, outside, said, path)
    headings = [
        tag for tag in found.node.find_all(blocks.HEADINGS) if tag is not title_tag and _plain(tag)
    ]
    levels = writer.outline(int(tag.name[1]) for tag in headings)
    page = Page(
        base=said.base,
        address=said.address,
        locale=said.locale,
        levels={id(tag): level for tag, level in zip(headings, levels, strict=True)},
        anchors=_anchors(found.node, headings),
        holders=blocks.holders(found.node),
    )
    if title_tag is not None:
        title_tag.decompose()
    return writer.Draft(
        title=title,
        description=said.description if said.description != title else "",
        locale=said.locale,
        body=blocks.markdown(found.node, page),
        guesses=(*guess, *said.guesses, *_about(found, page)),
    )


def _parse(text: str, path: str) -> BeautifulSoup:
    text = _EMBEDDED.sub("data:,", text)
    if text.count("<") > TAGS:
        hint = "save the article's own part of the page"
        raise ArticleError(f"the page has more than {TAGS:,} tags", path=path, hint=hint)
    # Without a tag, or with an XML declaration, Beautiful Soup warns that it may not be HTML.
    return BeautifulSoup("<!DOCTYPE html>" + _XML.sub("", text), "lxml")


def _plain(tag: Tag) -> str:
    """The words of a heading, without its link to itself."""
    parts = (
        " " if isinstance(node, Tag) else str(node)
        for node in tag.descendants
        if (is_text(node) and not inline.is_sign(node.parent))
        or (isinstance(node, Tag) and node.name == "br")
    )
    return " ".join("".join(parts).split())


def _title(
    own: Tag | None, outside: Sequence[str], said: head.Head, path: str
) -> tuple[str, tuple[str, ...]]:
    if own is not None:
        return _plain(own), ()
    named = next((text for text in outside if text and text in said.title), "")
    if named:
        return named, ("the title is a heading outside the main content",)
    if said.title:
        title = head.without_site(said.title, said.site)
        rest = f', taken from "{said.title}"' if title != said.title else ""
        return title, (f"no heading 1: the title is the page's own{rest}",)
    return writer.stem(path), ("the page has no title: made of the file's name",)


def _anchors(node: Tag, headings: Sequence[Tag]) -> frozenset[str]:
    """The headings' ids that links in the page lead to."""
    wanted = {
        attribute(link, "href").partition("#")[2]
        for link in node.find_all("a", href=True)
        if not inline.is_sign(link)
    }
    ids = (attribute(heading, "id") for heading in headings)
    return frozenset(name for name in ids if name in wanted and _ID.fullmatch(name))


def _about(found: content.Found, page: Page) -> Iterator[str]:
    yield f"the main content is {found.how}"
    if found.dropped:
        names = (f"{name} ({count})" if count > 1 else name for name, count in found.dropped)
        yield f"left out: {', '.join(names)}"
    for note, count in sorted(page.notes.items()):
        if count:
            what, _, remark = note.partition(": ")
            yield f"{writer.count(count, what)}: {remark}"
