"""
XML as this package reads and writes it: nothing expands, nothing is fetched, no byte moves.

What comes back from a translator may come from anybody. A declared entity is refused, whether it
is used or not; a document type is read past, since TMX has one, but never fetched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml has no types

from pipeline.errors import CatalogError
from pipeline.model import Origin

FILE_LIMIT = 50_000_000
"""Bytes in a file; a catalog of 10,000 messages has about seven million."""

TAGS = 4_000_000
ATTRIBUTES = 2_000_000
"""Signs `<` and `=` in a file, which libxml2 makes up to 220 bytes of: 50 MB of them became 2.3 GB."""

Node = Any
"""An element of lxml."""

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_OUTSIDE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|\\)")
_PLACE = re.compile(r",? \(?line \d+(?:, column \d+)?\)?\Z")
_ESCAPED = "-escaped"


def parse(data: bytes, path: str) -> Node:
    """
    Give the root element of a file that a stranger may have written.

    >>> parse(b"<a><b/></a>", "a.xlf").tag
    'a'
    >>> parse(b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "a.xlf")
    Traceback (most recent call last):
    ...
    pipeline.errors.CatalogError: a.xlf:1: entity "e" is declared; save the file without its own entities
    """
    if not data.strip():
        raise CatalogError("the file is empty", path=path, hint="export it again")
    if len(data) > FILE_LIMIT:
        size = f"{len(data) / 1e6:.0f} MB, more than {FILE_LIMIT / 1e6:.0f}"
        raise CatalogError(f"the file has {size}", path=path, hint="export each article by itself")
    if data.count(b"<") > TAGS or data.count(b"=") > ATTRIBUTES:
        message = f"the file has more than {TAGS:,} tags or {ATTRIBUTES:,} attributes"
        raise CatalogError(message, path=path, hint="export each article by itself")
    # Entities are refused below. In attributes libxml2 expands them all the same, within its own
    # limit of amplification; so are depth (256) and the size of a text (10 MB) limited by it.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        said = " ".join(_PLACE.sub("", error.msg or "it is cut").split())
        line = error.lineno or 1
        hint = "export it again, or save it as XML"
        raise CatalogError(f"not XML: {said}", path=path, line=line, hint=hint) from None
    declared = root.getroottree().docinfo.internalDTD
    entity = next(declared.iterentities(), None) if declared is not None else None
    if entity is not None:
        message = f'entity "{entity.name}" is declared'
        hint = "save the file without its own entities"
        raise CatalogError(message, path=path, line=1, hint=hint)
    return root


def dump(root: Node, mixed: frozenset[str]) -> bytes:
    """
    Write *root*, a line for each element but those inside *mixed*, where every space counts.

    >>> root = add(None, "tmx")
    >>> _ = add(add(root, "seg"), "ph")
    >>> print(dump(root, frozenset({"seg"})).decode(), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <tmx>
      <seg><ph/></seg>
    </tmx>
    """
    _indent(root, mixed, "\n")
    text: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def add(
    parent: Node,
    tag: str,
    attributes: Mapping[str, str] | None = None,
    text: str = "",
    spaces: Mapping[str | None, str] | None = None,
) -> Node:
    """Add an element at the end of *parent*, or begin a tree where it is None."""
    node = (
        etree.Element(tag, dict(attributes or {}), nsmap=spaces)
        if parent is None
        else etree.SubElement(parent, tag, dict(attributes or {}), nsmap=spaces)
    )
    if text:
        node.text = text
    return node


def name(node: Node) -> str:
    """Give the tag without its namespace."""
    return str(etree.QName(node).localname)


def origin(node: Node, path: str) -> Origin:
    """Say where *node* stands: the line its start tag ends in."""
    return Origin(path, ((0, node.sourceline or 1, 1),))


def fault(node: Node, path: str, message: str, hint: str = "") -> CatalogError:
    """Give the error that says what is wrong with *node*."""
    return CatalogError(message, path=path, line=node.sourceline, hint=hint)


def holds(text: str) -> bool:
    r"""
    Can XML hold *text*: most control characters it cannot, not even as references.

    >>> holds("a\tb"), holds("a\x1bb")
    (True, False)
    """
    return _OUTSIDE.search(text) is None


def shown(text: str) -> str:
    """Give *text* for a person, with a mark for each character that XML cannot hold."""
    return _OUTSIDE.sub("\N{REPLACEMENT CHARACTER}", text)


def spell(node: Node, text: str, tag: str) -> None:
    r"""
    Write *text* into *node*, and each character that XML cannot hold as an element *tag*.

    >>> node = add(None, "source")
    >>> spell(node, "a\x1bb", "cp")
    >>> etree.tostring(node)
    b'<source>a<cp hex="001B"/>b</source>'
    """
    start, last = 0, None
    for match in _OUTSIDE.finditer(text):
        _append(node, last, text[start : match.start()])
        last = add(node, tag, {"hex": f"{ord(match[0]):04X}"})
        start = match.end()
    _append(node, last, text[start:])


def escape(kind: str, text: str) -> tuple[str, str]:
    r"""
    Give *kind* and *text* in a form that XML can hold: `unescape` gives them back.

    Only source and target may have elements for characters. Elsewhere the kind says that there are
    escapes, which hardly ever happens.

    >>> escape("comment", "a\\b"), escape("comment", "a\x1b\\b")
    (('comment', 'a\\b'), ('comment-escaped', 'a\\u001B\\\\b'))
    """
    if holds(text) and not kind.endswith(_ESCAPED):
        return kind, text
    escaped = _OUTSIDE.sub(lambda match: f"\\u{ord(match[0]):04X}", text.replace("\\", "\\\\"))
    return kind + _ESCAPED, escaped


def unescape(kind: str, text: str) -> tuple[str, str]:
    """Give what `escape` was given."""
    if not kind.endswith(_ESCAPED):
        return kind, text
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else "\\", text)
    return kind.removesuffix(_ESCAPED), decoded


def _append(node: Node, last: Node | None, text: str) -> None:
    if not text:
        return
    if last is None:
        node.text = text
    else:
        last.tail = text


def _indent(node: Node, mixed: frozenset[str], margin: str) -> None:
    if not len(node) or name(node) in mixed:
        return
    node.text = f"{margin}  "
    for child in node:
        _indent(child, mixed, f"{margin}  ")
        child.tail = f"{margin}  "
    node[-1].tail = margin
