"""
The inline part of a page as Markdown: text, emphasis, links, images, code.

Where Markdown has no mark, or two marks would run into each other, the element stays as HTML: both
show the same words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from bs4 import Tag
from bs4.element import PageElement

from pipeline.importer import writer
from pipeline.importer.content import attribute, is_text, plain

BREAK = "\n"
"""A line break in what `markdown` gives; a text's own line ends are spaces."""

_KEPT = frozenset("sub sup kbd abbr q del ins mark bdi bdo ruby rt rp".split())
_EMPHASIS = {"em": "*", "i": "*", "cite": "*", "dfn": "*", "var": "*", "strong": "**", "b": "**"}
_TAGS = {"*": "em", "**": "strong"}
# Elements that belong in a line, and leave nothing of themselves.
_PHRASE = frozenset(
    "a acronym bdi big blink data font label nobr output picture rb rtc s small slot span strike"
    " time u wbr math mi mo mn mrow msup msub mtext semantics button".split()
)
# An emphasised link looks like the definition of an abbreviation, if "]:" comes after it.
_DEFINES = re.compile(r"^\*\[(?=[^\\]*?\] ?:)", re.MULTILINE)
_NO_MARKS = "*"
"""Of what something stands within: a place where a mark would run into another."""
_SCHEMES = frozenset(("", "http", "https", "mailto", "tel"))
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPECIAL = re.compile(r"[\\`*_{}\[\]|<>&\"]")
# What a heading's link to itself, or a note's link back, is made of.
_SIGNS = frozenset("#¶§🔗↩↑⤴^↵⏎↲")
_LAZY = ("src", "data-src", "data-lazy-src", "data-original")


@dataclass(frozen=True, slots=True)
class Page:
    """What the parts of a page need to know of the whole: its address, language, headings, anchors."""

    base: str = ""
    address: str = ""
    locale: str = ""
    levels: Mapping[int, int] = field(default_factory=dict)
    anchors: Collection[str] = ()
    holders: Collection[int] = ()
    """The elements with a block in them, by identity."""
    notes: Counter[str] = field(default_factory=Counter)
    """What had to be guessed or left out, counted on the way."""


def markdown(
    nodes: Sequence[PageElement], page: Page, within: str = "", *, around: Tag | None = None
) -> str:
    """
    Give *nodes* as inline Markdown, *within* a link's brackets ("]"), a table ("|") or a heading ("#").

    *around* is the block that they stand in, whose language they have.

    >>> from bs4 import BeautifulSoup
    >>> body = BeautifulSoup("<p>A <b>hot </b>cup*<br>of <a href='/tea'>tea</a>", "lxml").p
    >>> markdown(list(body.children), Page(base="https://a.example/b/"))
    'A **hot** cup\\\\*\\nof [tea](https://a.example/tea)'
    """
    text = re.sub(r" {2,}", " ", _run(nodes, page, within))
    text = re.sub(r" ?\n ?", BREAK, text).strip(" \n")
    attributes = _lang(around, page) if around is not None and "\n\n" not in text else ""
    return _tagged(text, "span", attributes) if attributes and text else text


def _run(nodes: Sequence[PageElement], page: Page, within: str) -> str:
    out = ""
    for node in nodes:
        if isinstance(node, Tag):
            piece = _element(node, page, within)
            if out[-1:] in ("*", "`") and piece.startswith(out[-1:]):
                # Two marks of one kind side by side would be one longer mark.
                piece = _element(node, page, within + _NO_MARKS)
        else:
            piece = (
                writer.escape(_SPACE.sub(" ", str(node)), within=within) if is_text(node) else ""
            )
        if out.endswith("!") and piece.startswith("["):
            out = out[:-1] + "\\!"
        out += piece
    return out


def _element(tag: Tag, page: Page, within: str) -> str:
    match tag.name:
        case "br":
            return BREAK if within.strip("|*") == "" else " "
        case "img":
            return _image(tag, page, within)
        case "code" | "samp" | "tt":
            return _code(tag, within)
        case "a":
            return _link(tag, page, within)
    inner = _run(list(tag.children), page, within)
    if not inner.strip():
        return inner
    return (_emphasis if tag.name in _EMPHASIS else _plain)(tag, inner, page, within)


def _plain(tag: Tag, inner: str, page: Page, within: str) -> str:
    """An element that Markdown has no mark for."""
    attributes = _lang(tag, page)
    if tag.name == "abbr" and (title := attribute(tag, "title")):
        attributes += f' title="{quoted(title)}"'
    if tag.name in _KEPT:
        return _tagged(inner, tag.name, attributes)
    if tag.name in _PHRASE:
        return _tagged(inner, "span", attributes) if attributes else inner
    # A block that strayed into a line still parts its words from the line's.
    separate = BREAK if "|" in within else " "
    return separate + inner + separate


def lines(text: str) -> list[str]:
    """
    Give the paragraphs of inline Markdown: two line breaks part them, one is kept.

    >>> lines("one\\n# two\\n\\nthree")
    ['one  \\n\\\\# two', 'three']
    """
    paragraphs = (part.strip() for part in re.split(r"\n{2,}", text))
    return [
        _DEFINES.sub(
            # Nothing to see, but the line begins with it.
            r"&#8203;\g<0>",
            "  \n".join(writer.guard(line.strip()) for line in part.split(BREAK) if line.strip()),
        )
        for part in paragraphs
        if part
    ]


def emphasised(text: str, mark: str) -> str:
    """
    Give a line of inline Markdown set off by *mark*; as it is, if it has such a mark in it.

    >>> emphasised("A cup", "*"), emphasised("A **hot** cup", "*")
    ('*A cup*', 'A **hot** cup')
    """
    return text if not _markable(text) else f"{mark}{text}{mark}"


def code(text: str, *, tagged: bool = False) -> str:
    """
    Give a line of code; its marks are longer than those in it, or it is *tagged* as HTML.

    >>> code("a = 1"), code("`a`")
    ('`a = 1`', '`` `a` ``')
    """
    text = text.strip()
    if tagged or "&#" in text:
        # Python-Markdown loses its place in the text behind an unfinished reference.
        return _tagged(quoted(text), "code")
    fence = "`" * (max(map(len, re.findall(r"`+", text)), default=0) + 1)
    pad = " " if "`" in (text[0], text[-1]) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def is_sign(tag: Tag | None) -> bool:
    """Say whether *tag* is a link that shows a sign only, such as a heading's to itself."""
    shown = tag.get_text().strip() if tag is not None and tag.name == "a" else ""
    return bool(shown) and _SIGNS.issuperset(shown)


def resolve(address: str, base: str) -> str | None:
    """
    Give the whole address, or None for one that a page may not have.

    >>> resolve("../tea?a=b", "https://a.example/x/y"), resolve(" java\\tscript:x()", "")
    ('https://a.example/tea?a=b', None)
    """
    # As browsers do, which a script's address relies on.
    address = re.sub(r"[\t\n\r]", "", address.strip())
    try:
        scheme = urlsplit(address).scheme
        return urljoin(base, address) if scheme in _SCHEMES else None
    except ValueError:
        return None


def quoted(text: str) -> str:
    """Give *text* for an attribute or an element that Markdown must not read."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", _SPACE.sub(" ", text).strip())


def _emphasis(tag: Tag, inner: str, page: Page, within: str) -> str:
    mark, attributes = _EMPHASIS[tag.name], _lang(tag, page)
    core = inner.strip()
    start = inner.index(core)
    if attributes or _NO_MARKS in within or not _markable(core):
        shown = _tagged(core, _TAGS[mark], attributes)
    else:
        shown = f"{mark}{core}{mark}"
    return inner[:start] + shown + inner[start + len(core) :]


def _markable(text: str) -> bool:
    return BREAK not in text and "*" not in text.replace("\\*", "")


def _tagged(inner: str, name: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{inner}</{name}>"


def _lang(tag: Tag, page: Page) -> str:
    language, direction = attribute(tag, "lang"), attribute(tag, "dir").lower()
    other = re.fullmatch(r"[A-Za-z0-9-]{2,35}", language) and language != page.locale
    return (f' lang="{language}"' if other else "") + (
        f' dir="{direction}"' if direction in ("ltr", "rtl") else ""
    )


def _code(tag: Tag, within: str) -> str:
    whole = _SPACE.sub(" ", plain(tag))
    text = whole.strip()
    if not text:
        return whole
    start = whole.index(text)
    tagged = _NO_MARKS in within or ("|" in within and "|" in text)
    # Markdown strips what is inside.
    return whole[:start] + code(text, tagged=tagged) + whole[start + len(text) :]


def _link(tag: Tag, page: Page, within: str) -> str:
    inner = _run(list(tag.children), page, within + "]")
    shown, core = tag.get_text().strip(), inner.strip(" ")
    href = attribute(tag, "href").strip()
    # A link in a link is no link to Markdown.
    address = resolve(href, page.base) if href and "]" not in within else None
    fragment = _fragment(href, address, page)
    if not core or (shown and fragment is not None and _SIGNS.issuperset(shown)):
        return " " if inner else ""
    if fragment is not None and fragment not in page.anchors:
        page.notes["link: leads to a place in the page that is no heading, made plain text"] += 1
        return inner
    if address is None:
        page.notes["link: its address may not stand in a page, made plain text"] += (
            bool(href) and "]" not in within
        )
        return inner
    target = f"#{fragment}" if fragment is not None else writer.url(address)
    start = inner.index(core)
    same = shown == address == target and address.startswith("http")
    link = f"<{address}>" if same else f"[{core}]({target})"
    return inner[:start] + link + inner[start + len(core) :]


def _fragment(href: str, address: str | None, page: Page) -> str | None:
    """The place in this same page that a link leads to."""
    before, sign, fragment = href.partition("#")
    here = not before or (page.address and (address or "").partition("#")[0] == page.address)
    return fragment if sign and here else None


def _image(tag: Tag, page: Page, within: str) -> str:
    if attribute(tag, "width") == attribute(tag, "height") == "1":
        return ""
    # Until it is scrolled to, a page may hold a picture's address elsewhere.
    for name in _LAZY:
        address = attribute(tag, name)
        source = resolve(address, page.base) if address else None
        if source:
            break
    else:
        page.notes[
            "image: embedded in the page or without an address, left out; save it as a file"
        ] += 1
        return ""
    page.notes[
        "image: has no text alternative; describe it, or leave it empty for decoration"
    ] += not tag.has_attr("alt")
    alt = _SPACE.sub(" ", attribute(tag, "alt")).strip()
    return f"![{writer.escape(alt, within=within + ']')}]({writer.url(source)})"
