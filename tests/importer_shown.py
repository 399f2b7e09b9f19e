"""What a reader of an imported article sees, word by word, for the tests of the importer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from markdown import Markdown

_EXTENSIONS = ["extra", "admonition", "sane_lists", "toc"]
_INLINE = (
    "a b em i strong code span sub sup kbd abbr q del ins mark ruby rt rp wbr u cite"
).split()


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
    return "\n".join((*said, visible(page(article))))


def words(shown: str) -> list[str]:
    """Give the words of a text in order; every ideograph is one."""
    return re.findall(r"[\u3040-\u9fff]|[^\W_\u3040-\u9fff]+", shown)


def visible(soup: Tag, *, numbers: bool = True) -> str:
    """Give the text of HTML, its blocks on lines of their own, with the numbers of its lists."""
    return "".join(_visible(soup, numbers=numbers))


def _visible(tag: Tag, *, numbers: bool) -> Iterator[str]:
    for node in tag.children:
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield str(node)
        elif isinstance(node, Tag) and node.name in _INLINE:
            yield from _visible(node, numbers=numbers)
        elif isinstance(node, Tag):
            yield "\n"
            if numbers and node.name == "li" and tag.name == "ol":
                yield f"{int(tag.get('start', 1)) + len(node.find_previous_siblings('li'))}. "
            yield from _visible(node, numbers=numbers)
            yield "\n"
