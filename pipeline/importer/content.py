"""
Finds what a page is about: its main content, without what a site puts around it.

Navigation, banners, footers, forms and scripts go by their element, role or name. Names lie, so
what is named like a widget but reads like prose stays, and nothing that holds most of the page goes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString, PageElement, PreformattedString, Tag

from pipeline.errors import ArticleError

DEPTH = 100
"""Elements one inside the other, from the main content on; a saved page has about twenty."""

_PROSE = 20
"""Characters from which a piece of text outside links counts as prose."""
_NEVER = frozenset(
    "title base script style noscript template iframe frame object embed video audio canvas svg map button"
    " input select textarea datalist progress meter dialog nav aside link meta".split()
)
_UNSEEN = frozenset("title base script style noscript template meta link".split())
_WHOLE = ("[document]", "html", "head", "body")
_NO_PROSE = frozenset("a nav aside title h1 h2 h3 h4 h5 h6".split())
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar"
    " toolbar tablist".split()
)
_ARTICLE = ("article", "main", "section", "blockquote", "figure")
_BOXES = frozenset("div section ul ol form table dl article p span center footer header".split())
_NESTING = frozenset(
    "html head body div section form table tbody tr td center article span".split()
)
_QUESTIONS = ("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt")
_FIELDS = ("input", "select", "textarea")
_NOTICE = 200
"""Characters of prose that may go though they are half of a page: a notice on a page of pictures."""
_ARTICLE_LEAST = 400
"""Characters of prose outside the comments, from which they are not the article themselves."""
# Names as words: "cookieBanner" and "cookie-banner" are both "cookie banner".
_HIDDEN = re.compile(
    r"\b(?:sr only|screen ?reader(?: text| only)?|visually ?hidden|skip (?:link|to))\b"
)
_SITE = re.compile(
    r"\b(?:cookie ?(?:banner|bar|box|consent|info|law|message|modal|notice|policy|popup|warning)s?"
    r"|consent (?:banner|manager|popup)|gdpr|onetrust|cookiebot|breadcrumbs?"
    r"|addtoany|addthis|sharedaddy|(?:share|sharing|social) (?:bar|box|buttons?|icons?|links?|this)"
    r"|newsletter|subscribe|advert(?:s|isements?|ising)?|adsense|ad (?:slot|unit|banner|container)"
    r"|popup|pagination|navbar|site (?:header|footer|nav|navigation)|related (?:posts?|articles?))\b"
)
_DISCUSSION = re.compile(r"\b(?:comments?|disqus|respond)\b")
_ITS_PARTS = frozenset(
    "comment comments disqus respond area box block body container content div even form holder id"
    " inner item list main odd post reply section template thread ul ol wp wrap wrapper".split()
)
_MAYBE = re.compile(
    r"\b(?:share|sharing|social|related|recommended|recommendations|menu|nav|navigation|sidebar"
    r"|widgets?|banner|promo|ads?|tags|pager|toolbar|footer|cookies?|comments?|login|search)\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """The main content of a page, how it was found, and what was dropped, each with how often."""

    node: Tag
    how: str
    dropped: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Characters under each element, by its identity: all, and those of prose outside links."""

    text: Counter[int]
    prose: Counter[int]


def find(soup: BeautifulSoup, path: str) -> Found:
    """
    Give the main content of *soup*, from which what surrounds it is taken away.

    >>> soup = BeautifulSoup("<nav>Home</nav><main><p>Tea.</p><aside>Buy!</aside></main>", "lxml")
    >>> find(soup, "tea.html").node
    <main><p>Tea.</p></main>
    """
    # Not the body: a page put together carelessly goes on after it.
    root: Tag = soup
    dropped = _strip(root)
    node, how = _main(root, _measure(root))
    _check_depth(node, path)
    return Found(node, how, tuple(sorted(dropped.items())))


def is_text(node: PageElement) -> bool:
    """Say whether *node* is text that a reader sees: no comment, no declaration."""
    said = isinstance(node, CData) or not isinstance(node, PreformattedString)
    return isinstance(node, NavigableString) and said


def plain(tag: Tag, line_break: str = " ") -> str:
    """
    Give the text under *tag*, without marks, each `br` a *line_break*.

    >>> plain(BeautifulSoup("<p>a<b>b</b><br>c", "lxml"))
    'ab c'
    """
    parts = (
        line_break if isinstance(node, Tag) else str(node)
        for node in tag.descendants
        if is_text(node) or (isinstance(node, Tag) and node.name == "br")
    )
    return "".join(parts)


def attribute(tag: Tag, name: str) -> str:
    """Give the attribute *name* of *tag*, or an empty string."""
    value = tag.get(name)
    return value if isinstance(value, str) else " ".join(value or ())


def _measure(root: Tag) -> _Sizes:
    sizes = _Sizes(Counter(), Counter())
    # Backwards, so that an element is complete before it is added to its parent.
    for node in reversed(list(root.descendants)):
        if isinstance(node, Tag):
            text = sizes.text[id(node)] if node.name not in _NEVER - {"nav", "aside"} else 0
            prose = sizes.prose[id(node)] if node.name not in _NO_PROSE else 0
        else:
            text = len(node.strip()) if is_text(node) and isinstance(node, str) else 0
            prose = text if text >= _PROSE else 0
        sizes.text[id(node.parent)] += text
        sizes.prose[id(node.parent)] += prose
    return sizes


def _strip(root: Tag) -> Counter[str]:
    sizes = _measure(root)
    controlled = {
        name
        for tag in root.find_all(True, attrs={"aria-controls": True})
        for name in attribute(tag, "aria-controls").split()
    }
    total = sizes.prose[id(root)]
    dropped: Counter[str] = Counter()
    # What comes next to the soup itself is not always set.
    node: PageElement | None = next(iter(root.contents), None)
    while node is not None:
        following = node.next_element
        if isinstance(node, Tag):
            text, prose = sizes.text[id(node)], sizes.prose[id(node)]
            reason = (
                _by_element(node, text, prose, total)
                or _by_visibility(node, controlled)
                or _by_name(node, text, prose, total)
            )
            if reason:
                following = _after(node)
                dropped[reason] += text > 0 and reason not in _UNSEEN
                node.decompose()
        node = following
    return +dropped


def _after(tag: Tag) -> PageElement | None:
    """The first node that is not inside *tag*, in the order of the document."""
    current: Tag | None = tag
    while current is not None and current.next_sibling is None:
        current = current.parent
    return current.next_sibling if current is not None else None


def _by_element(tag: Tag, text: int, prose: int, total: int) -> str:
    role = attribute(tag, "role").lower()
    if tag.name in _NEVER:
        # The question of a folded answer is often a button in its heading.
        question = tag.name == "button" and tag.find_parent(_QUESTIONS)
        return "" if question else tag.name
    if tag.name == "form" and tag.find(_FIELDS) and 5 * prose < 2 * total:
        return "form"
    if role in _ROLES and tag.find("main") is None:
        return f"role {role}"
    if tag.name not in ("header", "footer"):
        return ""
    section = tag.find_parent(_ARTICLE)
    if section is None:
        return "" if tag.find("main") else tag.name
    # An article's own header holds its title; its footer is prose only if it holds notes.
    own = tag.name == "header" or section.name in ("blockquote", "figure") or 2 * prose > text
    return "" if own else tag.name


def _by_visibility(tag: Tag, controlled: set[str]) -> str:
    style = re.sub(r"\s", "", attribute(tag, "style").lower())
    hidden = tag.has_attr("hidden") and attribute(tag, "hidden") != "until-found"
    if hidden or "display:none" in style or "visibility:hidden" in style:
        # A folded panel of an accordion or a tab is part of the article.
        folded = attribute(tag, "role") in ("region", "tabpanel")
        return "" if folded or attribute(tag, "id") in controlled else "hidden"
    if attribute(tag, "aria-hidden") == "true" and not tag.find("p"):
        return "hidden"
    if tag.name in _BOXES and _HIDDEN.search(_named(tag)):
        return "hidden"
    return ""


def _by_name(tag: Tag, text: int, prose: int, total: int) -> str:
    name = _named(tag)
    if not name or tag.name not in _BOXES or tag.find("main"):
        return ""
    if _DISCUSSION.search(name) and all(
        word in _ITS_PARTS or word.isdigit() for word in name.split()
    ):
        # It may be longer than what it is about.
        found = total - prose > _ARTICLE_LEAST or prose <= _NOTICE
    else:
        small = prose <= max(total // 2, _NOTICE)
        found = small and bool(_SITE.search(name) or (_MAYBE.search(name) and 2 * prose < text))
    return f'"{name}"' if found else ""


def _named(tag: Tag) -> str:
    """The words of a box's class and id."""
    name = f"{attribute(tag, 'class')} {attribute(tag, 'id')}"
    return " ".join(re.split(r"[\W_]+|(?<=[a-z])(?=[A-Z])", name)).strip().lower()


def _main(root: Tag, sizes: _Sizes) -> tuple[Tag, str]:
    mains = [tag for tag in root.find_all(["main", "div", "section"]) if _is_main(tag)]
    if mains:
        best = max(mains, key=lambda tag: sizes.text[id(tag)])
        if sizes.text[id(best)]:
            return best, "its main element"
    articles = root.find_all("article") or root.find_all(True, attrs={"itemprop": "articleBody"})
    if articles:
        best = max(articles, key=lambda tag: sizes.text[id(tag)])
        if 2 * sizes.prose[id(best)] > sizes.prose[id(root)]:
            return best, "its article element"
    return _densest(root, sizes), "the block with most of its prose"


def _is_main(tag: Tag) -> bool:
    return tag.name == "main" or attribute(tag, "role").lower() == "main"


def _densest(root: Tag, sizes: _Sizes) -> Tag:
    """The innermost box that holds nearly all of the prose."""
    weights = sizes.prose if sizes.prose[id(root)] else sizes.text
    best = root
    while True:
        children = [child for child in best.children if isinstance(child, Tag)]
        heaviest = max(children, key=lambda tag: weights[id(tag)], default=None)
        if (
            heaviest is None
            or heaviest.name not in _NESTING
            or weights[id(heaviest)] < 0.85 * weights[id(root)]
            # What stands beside the title belongs to it; but a body holds everything.
            or (best.name not in _WHOLE and best.find("h1") and not heaviest.find("h1"))
        ):
            return best
        best = heaviest


def _check_depth(node: Tag, path: str) -> None:
    depths = {id(node): 0}
    for child in node.descendants:
        if isinstance(child, Tag):
            depths[id(child)] = depth = depths[id(child.parent)] + 1
            if depth > DEPTH:
                hint = "save the article's own part of the page"
                message = f"elements are more than {DEPTH} levels deep"
                raise ArticleError(message, path=path, hint=hint)
