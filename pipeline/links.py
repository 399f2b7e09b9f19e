"""
Where things stand in the finished site, and how pages name them.

An article names its neighbours and images relative to its own Markdown file. Its page stands
elsewhere, once for each locale, so those addresses are written anew; all others stay as they are.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

INDEX = "index.html"
ASSETS = "assets"

# What the sanitiser writes: lower-case names, double quotes, no bare `<` outside them. Possessive,
# so that no input makes the search try a tag twice.
_TAG = re.compile(r'(<[a-z](?:[^<>"]++|"[^"]*")*+>)')
_ADDRESS = re.compile(r' (href|src|cite)="([^"]*)"')
ARTICLES = (".md", ".markdown")
_PAGES = frozenset({"", *ARTICLES, ".htm", ".html"})


def page(locale: str = "", article: str = "") -> str:
    """
    Give the file of an article's page, of a locale's index, or of the start page.

    >>> page("de", "ketamine"), page("de"), page()
    ('de/ketamine/index.html', 'de/index.html', 'index.html')
    """
    return "/".join(part for part in (locale, article, INDEX) if part)


def relative(target: str, origin: str, *, leaf: bool = False) -> str:
    """
    Give the address of the file *target* as the page *origin* writes it, with "index.html" if *leaf*.

    >>> relative("fr/ketamine/index.html", "de/ketamine/index.html")
    '../../fr/ketamine/'
    """
    return "../" * origin.count("/") + _encoded(target, leaf=leaf) or "./"


def absolute(target: str, url: str) -> str:
    """
    Give the address of the file *target* on the site at *url*.

    >>> absolute("de/ketamine/index.html", "https://example.org/health")
    'https://example.org/health/de/ketamine/'
    """
    return f"{url.rstrip('/')}/{_encoded(target, leaf=False)}"


@lru_cache(maxsize=4096)
def local(address: str, article: str, content: str) -> tuple[str, str] | None:
    """
    Give the file that an address in *article* names, and what follows its path; None if it is no file.

    A file stands in the folder *content* or, for an article outside it, below the article. Nothing
    hidden, absolute, or outside is ever named.

    >>> local("images/a%20b.svg#x", "content/boats.md", "content")
    ('content/images/a b.svg', '#x')
    >>> local("../secret.txt", "content/boats.md", "content") is None
    True
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path = unquote(parts.path)
    if (
        parts.scheme
        or parts.netloc
        or not path
        or path[0] == "/"
        or re.search(r"[\0-\x1f\\]", path)
    ):
        return None
    root = _root(article, content)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(article), path))
    inside = target.removeprefix(f"{root}/") if root else target
    if (root and inside == target) or any(part.startswith(".") for part in inside.split("/")):
        return None
    return target, address[len(parts.path) :]


def asset(file: str, article: str, content: str) -> str | None:
    """
    Give where the local *file* of an article is published; None for what is published as a page or not at all.

    >>> asset("content/images/a.svg", "content/boats.md", "content")
    'assets/images/a.svg'
    """
    if posixpath.splitext(file)[1].lower() in _PAGES:
        return None
    root = _root(article, content)
    return f"{ASSETS}/{file.removeprefix(f'{root}/') if root else file}"


def rewrite(body: str, resolve: Callable[[str], str | None]) -> str:
    """
    Give the sanitised *body* with each address replaced by what *resolve* gives.

    None leaves an address as it is, an empty text takes it away.

    >>> rewrite('<a data-line="3" href="b.md">b</a>', lambda address: "../b/")
    '<a data-line="3" href="../b/">b</a>'
    """
    pieces = _TAG.split(body)
    rewrite_tags(pieces, resolve)
    return "".join(pieces)


def rewrite_tags(pieces: list[str], resolve: Callable[[str], str | None]) -> None:
    """Do the same to a body that was cut at its tags, of which every second piece is one."""

    def written(match: re.Match[str]) -> str:
        new = resolve(html.unescape(match[2]))
        if new is None:
            return match[0]
        return f' {match[1]}="{html.escape(new)}"' if new else ""

    for at in range(1, len(pieces), 2):
        tag = pieces[at]
        # Most tags have none.
        if '="' in tag and _ADDRESS.search(tag):
            pieces[at] = _ADDRESS.sub(written, tag)


# Each page names the same few files in several places, and its versions do so again.
@lru_cache(maxsize=4096)
def _encoded(file: str, *, leaf: bool) -> str:
    folder, name = posixpath.split(file)
    if name == INDEX and not leaf:
        return quote(folder) + "/" if folder else ""
    return quote(file)


def _root(article: str, content: str) -> str:
    content = content.strip("/")
    return content if article.startswith(f"{content}/") else posixpath.dirname(article)
