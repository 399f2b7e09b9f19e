"""
The blocks of a page as Markdown.

Markdown's lists, quotations and tables hold what Markdown lets them hold; what does not fit is set
beside them in the order in which it came, so that no word is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import Literal, NamedTuple

from bs4 import Tag
from bs4.element import PageElement

from pipeline.importer import inline, tables, writer
from pipeline.importer.content import attribute, plain
from pipeline.importer.inline import Page

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu ol p pre"
    " section summary table caption tbody td tfoot th thead tr ul".split()
)
_LANGUAGE = re.compile(r"(?:language|lang|highlight|brush:)[-: ]([A-Za-z][\w+#-]{0,30})")


class Piece(NamedTuple):
    """A block of Markdown, and what it is."""

    kind: Literal["paragraph", "heading", "list", "definitions", "code", "other"]
    text: str


def markdown(node: Tag, page: Page) -> str:
    """
    Give what stands in *node* as Markdown.

    >>> from bs4 import BeautifulSoup
    >>> body = BeautifulSoup("<p>One<ul><li>a<ul><li>b</ul></ul><hr><pre>c</pre>", "lxml")
    >>> print(markdown(body, Page(holders=holders(body))))
    One
    <BLANKLINE>
    - a
        - b
    <BLANKLINE>
    ---
    <BLANKLINE>
    ```
    c
    ```
    """
    return _joined(_inside(node, page, nested=False))


def holders(node: Tag) -> frozenset[int]:
    """Give the elements with a block somewhere in them, by identity."""
    found: set[int] = set()
    for block in node.find_all(list(_BLOCKS)):
        parent = block.parent
        while parent is not None and id(parent) not in found:
            found.add(id(parent))
            parent = parent.parent
    return frozenset(found)


def _inside(tag: Tag, page: Page, *, nested: bool) -> list[Piece]:
    return _blocks(tag, tag.children, page, nested=nested)


def _blocks(around: Tag, nodes: Iterable[PageElement], page: Page, *, nested: bool) -> list[Piece]:
    """The pieces that *nodes* make, *around* which an element stands."""
    pieces: list[Piece] = []
    for is_block, run in groupby(nodes, key=lambda node: _is_block(node, page)):
        if is_block:
            for tag in run:
                pieces += _block(tag, page, nested=nested) if isinstance(tag, Tag) else ()
        else:
            text = inline.markdown(list(run), page, around=around)
            pieces += (Piece("paragraph", paragraph) for paragraph in inline.lines(text))
    return pieces


def _is_block(node: PageElement, page: Page) -> bool:
    return isinstance(node, Tag) and (node.name in _BLOCKS or id(node) in page.holders)


def _block(tag: Tag, page: Page, *, nested: bool) -> list[Piece]:
    name = tag.name
    if id(tag) in page.levels:
        return [_heading(tag, page)]
    if name == "table" and not tables.is_layout(tag):
        return _table(tag, page, nested=nested)
    if name in ("figcaption", "caption", "summary") and id(tag) not in page.holders:
        return _set_off(tag, page, "**" if name == "summary" else "*")
    make = _MAKERS.get(name, _inside)
    return make(tag, page, nested=nested)


def _heading(tag: Tag, page: Page) -> Piece:
    text = inline.markdown(list(tag.children), page, "#", around=tag)
    anchor = attribute(tag, "id")
    target = f" {{#{anchor}}}" if anchor in page.anchors else ""
    return Piece("heading", writer.heading(page.levels[id(tag)], text) + target)


def _list(tag: Tag, page: Page, *, nested: bool) -> list[Piece]:
    if tag.find(list(HEADINGS)):
        # A list of cards or of questions: a list item may not have a heading, a section may.
        return _inside(tag, page, nested=nested)
    first = attribute(tag, "start")
    number = int(first) if first.isdecimal() and len(first) < 9 else 1
    pieces: list[Piece] = []
    items: list[str] = []

    def close() -> None:
        if items:
            start = number - len(items) if tag.name == "ol" else None
            pieces.append(Piece("list", writer.listing(items, start=start)))
            items.clear()

    for around, nodes in _items(tag):
        blocks = _blocks(around, nodes, page, nested=True)
        if blocks and blocks[0].kind == "paragraph":
            items.append(_item(blocks))
            number += 1
        elif blocks and blocks[0].kind == "list" and items:
            # A list that hangs in its parent instead of in an item belongs to the item before.
            items[-1] += ("\n\n" if "\n\n" in items[-1] else "\n") + _joined(blocks)
        else:
            close()
            pieces += blocks if nested else _blocks(around, nodes, page, nested=False)
    close()
    return pieces


def _items(tag: Tag) -> Iterator[tuple[Tag, list[PageElement]]]:
    """Each item and its content; what stands between items is one of its own."""
    for child in tag.children:
        if isinstance(child, Tag) and child.name == "li":
            yield child, list(child.children)
        else:
            yield tag, [child]


def _item(blocks: Sequence[Piece]) -> str:
    texts = [block.text for block in blocks]
    return ("\n" if [block.kind for block in blocks] == ["paragraph", "list"] else "\n\n").join(
        texts
    )


def _set_off(tag: Tag, page: Page, mark: str) -> list[Piece]:
    """A caption or a summary, set off from the text around it."""
    text = inline.markdown(list(tag.children), page, around=tag)
    return [Piece("paragraph", inline.emphasised(part, mark)) for part in inline.lines(text)]


def _rule(_tag: Tag, _page: Page, *, nested: bool) -> list[Piece]:  # noqa: ARG001 - as every maker
    return [Piece("other", "---")]


def _quote(tag: Tag, page: Page, *, nested: bool) -> list[Piece]:  # noqa: ARG001 - as every maker
    quoted = _joined(_inside(tag, page, nested=True))
    return [Piece("other", writer.quote(quoted))] if quoted else []


def _table(tag: Tag, page: Page, *, nested: bool) -> list[Piece]:
    caption = tag.find("caption")
    above = _block(caption, page, nested=nested) if isinstance(caption, Tag) else []
    return [*above, Piece("other", tables.markdown(tag, page))]


def _code(tag: Tag, _: Page, *, nested: bool) -> list[Piece]:
    code = plain(tag, "\n").expandtabs(4).strip("\n")
    if not code.strip():
        return []
    if nested:
        # Fences are only known at the margin.
        return [Piece("code", re.sub(r"^(?=.)", "    ", code, flags=re.MULTILINE))]
    inner = tag.find("code")
    named = (
        f"{attribute(tag, 'class')} {attribute(inner, 'class') if isinstance(inner, Tag) else ''}"
    )
    language = _LANGUAGE.search(named)
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", code)), 3)
    return [Piece("other", f"{fence}{language.group(1) if language else ''}\n{code}\n{fence}")]


def _definitions(tag: Tag, page: Page, *, nested: bool) -> list[Piece]:
    pieces: list[Piece] = []
    terms: list[str] = []
    group = ""
    for name, around, nodes in _entries(tag, list(tag.children)):
        if name == "dt" and not any(_is_block(node, page) for node in nodes):
            if group:
                pieces.append(Piece("definitions", group))
                group, terms = "", []
            terms += inline.lines(inline.markdown(nodes, page, "#", around=around))
            continue
        blocks = _blocks(around, nodes, page, nested=True)
        # Python-Markdown loses count of the margins of a long definition in a list.
        if terms and blocks and blocks[0].kind == "paragraph" and not (nested and len(blocks) > 1):
            group += "\n\n" if "\n\n" in group else "\n" if group else "\n".join(terms) + "\n"
            group += ":   " + writer.indent(_joined(blocks))
        elif blocks:
            # No term, or a definition that begins with a list: Markdown has no such thing.
            pieces += [Piece("definitions", group)] if group else _bold(terms)
            pieces += blocks if nested else _blocks(around, nodes, page, nested=False)
            group, terms = "", []
    return pieces + ([Piece("definitions", group)] if group else _bold(terms))


def _entries(
    around: Tag, nodes: Sequence[PageElement]
) -> Iterator[tuple[str, Tag, Sequence[PageElement]]]:
    """The entries of a definition list, also in the boxes that group them."""
    for node in nodes:
        if isinstance(node, Tag) and node.name in ("dt", "dd"):
            own = list(takewhile(lambda inner: not _is_entry(inner), node.children))
            yield node.name, node, own
            # Where an end tag was left out, the next entry hangs in this one.
            yield from _entries(node, node.contents[len(own) :])
        elif isinstance(node, Tag) and node.name == "div":
            yield from _entries(node, list(node.children))
        else:
            yield "", around, [node]


def _is_entry(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name in ("dt", "dd")


def _bold(terms: Sequence[str]) -> list[Piece]:
    return [Piece("paragraph", inline.emphasised(term, "**")) for term in terms]


def _joined(pieces: Iterable[Piece]) -> str:
    texts: list[str] = []
    last = ""
    for kind, whole in pieces:
        text = whole
        if kind == "list" and last == "list" and text[0].isdigit() and texts[-1][0].isdigit():
            # Two numbered lists in a row would be one, and count on.
            texts.append("<!-- -->")
        if kind == "code" and (last in ("list", "definitions") or "&#" in text):
            # Indented below a list, it would be text in the last item.
            text = "  \n".join(inline.code(line) for line in text.split("\n") if line.strip())
        texts.append(text)
        last = kind
    return "\n\n".join(texts)


_MAKERS = {
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    "pre": _code,
    "dl": _definitions,
    "hr": _rule,
    "blockquote": _quote,
}
