"""
What of an article's own files may not be published: what would run if somebody opened it alone.

A picture on a page runs nothing. The same drawing opened in a tab of its own is a document of the
site, with its scripts; so is a page under another ending, and whatever a browser guesses to be one.
A site of plain files has no say in how it is served, so such a file is not put there.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from pipeline import sanitise
from pipeline.errors import PipelineError
from pipeline.exchange import tree

_PAGES = frozenset(
    ".asp .aspx .cgi .hta .htc .jsp .mht .mhtml .phar .php .php3 .php4 .php5 .php7 .php8 .phtml .pl .shtm "
    ".shtml .stm .svgz .swf .xht .xhtml .xsl .xslt".split()
)
_DRAWINGS = frozenset({".atom", ".rdf", ".rss", ".svg", ".xml"})
_TEXTS = frozenset({".csv", ".json", ".log", ".tsv", ".txt"})
"""Browsers show these as they are, whatever stands in them."""

_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?[\t\n\x0c\r ]*+<(?:!--|!doctype|\?xml|a|b|base|body|br|div|embed|font|form|frame"
    rb"|frameset|h1|head|html|iframe|img|link|math|meta|object|p|script|style|svg|table|title)[\s/>!]",
    re.IGNORECASE,
)
_START = 1024
_ELEMENTS = frozenset(
    "applet base embed form frame frameset handler iframe link listener meta object script".split()
)
_LOADING = re.compile(
    r"@import|expression\s*\(|url\s*\(\s*['\"]?\s*(?![\s'\"]*(?:#|data:image/))|\\"
)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp)[;,]")


def refusal(path: str, data: bytes) -> str:
    """
    Say why the file *path* may not be published; empty where it may.

    >>> refusal("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')
    'it has the attribute onload, which could run code'
    >>> refusal("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')
    ''
    >>> refusal("a.dat", b"<!doctype html>"), refusal("a.xhtml", b"")
    ('a browser would take it for a page', 'a browser or a server could run it')
    """
    ending = posixpath.splitext(path)[1].lower()
    if ending in _PAGES:
        return "a browser or a server could run it"
    if ending in _DRAWINGS:
        return _drawing(data, path)
    if ending not in _TEXTS and _MARKUP.match(data[:_START]):
        return "a browser would take it for a page"
    return ""


def _drawing(data: bytes, path: str) -> str:
    try:
        root = tree.parse(data, path)
    except PipelineError as error:
        return f"it cannot be looked through: {error.message}"
    encoding = root.getroottree().docinfo.encoding or "utf-8"
    if "<?xml-" in data.decode(encoding, "replace"):
        return "it names a style sheet, which could run code"
    return next((reason for node in root.iter("*") for reason in _reasons(node)), "")


def _reasons(node: tree.Node) -> Iterator[str]:
    name = tree.name(node).lower()
    if name in _ELEMENTS:
        yield f"it has <{name}>, which could run code or lead elsewhere"
    if name == "style" and _LOADING.search("".join(node.itertext())):
        yield "its styles load something from elsewhere"
    for whole, value in node.attrib.items():
        attribute = whole.rpartition("}")[2].lower()
        if attribute.startswith("on"):
            yield f"it has the attribute {attribute}, which could run code"
        elif attribute == "attributename" and value.lower().endswith("href"):
            yield f"<{name}> changes an address"
        elif attribute in {"href", "src"} and not _leads_well(name, value.strip()):
            yield f'<{name}> loads "{value[:60]}"'
        elif attribute != "href" and _LOADING.search(value) and "(" in value:
            yield f"the attribute {attribute} loads something from elsewhere"


def _leads_well(name: str, address: str) -> bool:
    if name == "a":
        return sanitise.scheme(address) in {"", *sanitise.SCHEMES}
    return address.startswith("#") or _PICTURE.match(address) is not None
