"""What a reader of an imported article sees, word by word, for the tests of the importer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString
from markdown import Markdown

_EXTENSIONS = ["extra", "admonition", "sane_lists", "toc"]


def parts(article: str) -> tuple[dict[str, object], str]:
    """Give the fields of the front matter, and the body."""
    opening, front, body = article.split("---\n", 2)
    assert opening == ""
    assert body.startswith("\n")
    return yaml.safe_load(front), body[1:]


def page(article: str) -> BeautifulSoup:
    """Give the body as HTML."""
    return BeautifulSoup(Markdown(extensions=_EXTENSIONS).convert(parts(article)[1]), "html.parser")


def text(article: str, fields: tuple[str, ...] = ("title", "description")) -> str:
    """Give *fields* and the body as text; a list's numbers are shown as a browser does."""
    front = parts(article)[0]
    said = (str(front.get(name, "")) for name in fields)
    return "\n".join((*said, "".join(_visible(page(article)))))


def words(shown: str) -> list[str]:
    """Give the words of a text in order."""
    return re.findall(r"[^\W_]+", shown)


def _visible(soup: Tag) -> Iterator[str]:
    for node in soup.descendants:
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield str(node)
        elif isinstance(node, Tag) and node.name == "li" and node.parent.name == "ol":
            first = int(node.parent.get("start", 1))
            yield f"\n{first + len(node.find_previous_siblings('li'))}. "
        elif isinstance(node, Tag) and node.name in ("br", "p", "td", "th", "dt", "dd", "li", "div"):
            yield "\n"
