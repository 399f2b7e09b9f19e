"""
What the sanitiser took out of a body, in words, for whoever wrote it.

Two readings by one parser are compared: the body with everything that a browser would see in it, and
the body that readers get. What could have run, led astray or covered the page is an error; what
readers only lose is a warning; what the theme decides is a note.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline import sanitise, stamps
from pipeline.model import Removal

Level = Literal["error", "warning", "note"]

_RUN = "it could run something in the page, or show another page in it"
_WHOLE = "it speaks for the whole page, which is the theme's"
_FORM = "nothing that a reader enters in an article is read by anybody"
_FOREIGN = "it can hold code; put it into a file of its own, and show that as a picture"
_LOST = "readers do not get what stands in it; lead to it by a link"
_GROUPS: tuple[tuple[str, str, Level], ...] = (
    (
        "applet embed fencedframe frame frameset iframe object param portal script template",
        _RUN,
        "error",
    ),
    ("base body head html link meta style title", _WHOLE, "error"),
    ("button form input isindex keygen select textarea", _FORM, "error"),
    ("math svg", _FOREIGN, "error"),
    ("audio canvas dialog video", _LOST, "warning"),
)
_ELEMENTS: Mapping[str, tuple[str, Level]] = {
    name: (reason, level) for names, reason, level in _GROUPS for name in names.split()
}
"""Elements that are more than a way to look; of all others the words stay."""

_NOT_SEEN = "html|head|body|frameset|frame|caption|colgroup|col|tbody|tfoot|thead|tr|td|th"
"""A parser of a piece of a page passes over these where they cannot stand, with all they have."""

_ADDRESSES = frozenset(
    "action background cite classid codebase data dynsrc formaction href longdesc lowsrc manifest ping "
    "poster profile src srcset usemap xlink:href xml:base".split()
)
_LEADING = frozenset(
    {"action", "formaction", "manifest", "ping", "srcdoc", "http-equiv", "xml:base"}
)
"""Attributes that send a reader or what they do elsewhere, whatever their value."""

_HARMLESS = frozenset(
    "bitcoin callto feed ftp ftps geo git gopher irc ircs magnet matrix news nntp sftp sip sips sms ssh "
    "svn tg urn webcal ws wss xmpp".split()
)
"""Schemes that run nothing and read no file; a page leads by http, https, mailto and tel only."""

_COVERING = frozenset(
    "animation animation-name behavior bottom clip clip-path content inset left mask opacity "
    "pointer-events position right rotate scale top transform transition translate visibility z-index "
    "-moz-binding -ms-behavior".split()
)
_LOADING = re.compile(
    r"url\s*\(|expression\s*\(|image-set\s*\(|@import|\\|javascript:|<", re.IGNORECASE
)

# It always takes what it has looked at: a tag that does not end is not looked at again.
_TAG = re.compile(r"""<([a-zA-Z][^\s/<>]*+)((?:"[^"]*"|'[^']*'|[^'"<>])*+)>?""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# Of one in which a sign of a tag stands, a browser may see another end than we do.
_COMMENT = re.compile(r"<!--[^<>]*-->")
_CLOSING = re.compile(r"</(svg|math)>")
_RAW = re.compile(
    r"(<(script|style|iframe|xmp|noembed|noframes|noscript|textarea|title)\b(?:\"[^\"]*\"|[^\">])*+>)"
    r"((?:[^<]|<(?!/\2))*+)"
)
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Tag:
    """A start tag: its name, its attributes, the line of the block, whether it is inside a drawing."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    line: int
    foreign: bool


def removed(written: str, clean: str) -> tuple[Removal, ...]:
    """
    Give what the body *written* had and the body *clean*, which the sanitiser made of it, has not.

    >>> for one in removed('<p data-line="3" onclick="x()">Hi</p>', '<p data-line="3">Hi</p>'):
    ...     print(one.line, one.level, one.message)
    3 error the attribute onclick is taken out: it could run code in the page
    """
    return () if as_cleaned(written) == clean else compared(written, clean)


def compared(written: str, clean: str) -> tuple[Removal, ...]:
    """Give the same by comparing all that both have, which takes as long as the cleaning."""
    seen = sanitise.everything(written)
    found = [*_compared(_tags(seen), _tags(clean)), *_unseen(written, seen)]
    return tuple(dict.fromkeys(_as_written(one, written) for one in found))


def as_cleaned(written: str) -> str:
    """
    Give *written* as the sanitiser writes it where it takes out nothing that anybody is told of.

    >>> as_cleaned("<!-- a note -->5\N{NO-BREAK SPACE}mg&#160;<br />")
    '5&nbsp;mg&nbsp;<br>'
    """
    text = written.replace(" />", ">").replace("\N{NO-BREAK SPACE}", "&nbsp;")
    return _COMMENT.sub("", text.replace("&#160;", "&nbsp;"))


def _as_written(one: Removal, written: str) -> Removal:
    """Give *one* with its text in the capitals of whoever wrote it, so that it is found there."""
    match = re.search(re.escape(one.text), written, re.IGNORECASE)
    return replace(one, text=match[0]) if match else one


def _compared(seen: Sequence[_Tag], kept: Sequence[_Tag]) -> Iterator[Removal]:
    tags = Counter(tag.name for tag in kept)
    values: Counter[tuple[str, ...]] = Counter(
        (tag.name, *pair) for tag in kept for pair in tag.attributes
    )
    styles: Counter[tuple[str, ...]] = Counter(
        (tag.name, one)
        for tag in kept
        for one in _properties(dict(tag.attributes).get("style", ""))
    )
    for tag in seen:
        tags[tag.name] -= 1
        gone = tags[tag.name] < 0
        if gone and (not tag.foreign or tag.name in _ELEMENTS):
            yield _element(tag)
        for name, value in tag.attributes:
            if name == "style":
                left = [one for one in _properties(value) if not _taken(styles, (tag.name, one))]
                yield from _style(left, value, tag)
            elif not _taken(values, (tag.name, name, value)):
                yield from _attribute(name, value, tag, quiet=gone or tag.foreign)


def _taken(left: Counter[tuple[str, ...]], key: tuple[str, ...]) -> bool:
    left[key] -= 1
    return left[key] >= 0


def _element(tag: _Tag) -> Removal:
    what = f"<{tag.name}> is taken out"
    reason, level = _ELEMENTS.get(tag.name, ("the words in it stay", "note"))
    return Removal(f"{what}: {reason}", f"<{tag.name}", tag.line, level)


def _attribute(name: str, value: str, tag: _Tag, *, quiet: bool) -> Iterator[Removal]:
    what = f"the attribute {name} is taken out"
    if name.startswith("on"):
        yield Removal(f"{what}: it could run code in the page", name, tag.line, "error")
    elif name in _LEADING:
        yield Removal(f"{what}: it could lead a reader elsewhere", name, tag.line, "error")
    elif scheme := _unsafe(name, value):
        level: Level = "warning" if scheme in _HARMLESS else "error"
        shown = " ".join(value.split())[:_SHOWN]
        message = f'the address "{shown}" is taken out: nothing leads by "{scheme}:"'
        yield Removal(message, value.strip() or name, tag.line, level)
    elif not quiet:
        reason = "this id is the page's" if name == "id" else "no page has it"
        yield Removal(f"{what}: {reason}", name, tag.line, "note")


def _unsafe(name: str, value: str) -> str:
    """Give the scheme that a browser sees in the *value* of an attribute which holds an address."""
    if name not in _ADDRESSES and name not in {"values", "to", "from", "by"}:
        return ""
    scheme = sanitise.scheme(value)
    return "" if scheme in sanitise.SCHEMES else scheme


def _style(left: Sequence[str], value: str, tag: _Tag) -> Iterator[Removal]:
    for one in left:
        name = one.partition(":")[0]
        covers = name in _COVERING or _LOADING.search(one) is not None
        reason = (
            "it could cover or hide the page, or load something"
            if covers
            else "how a page looks is the theme's"
        )
        shown = html.unescape(one)[:_SHOWN]
        message = f'the style "{shown}" is taken out: {reason}'
        yield Removal(message, value.strip(), tag.line, "error" if covers else "note")


def _properties(style: str) -> list[str]:
    parts = (one.partition(":") for one in html.unescape(style).split(";"))
    return [f"{name.strip().lower()}: {value.strip()}" for name, _, value in parts if name.strip()]


def _tags(markup: str) -> list[_Tag]:
    """Give the start tags of *markup*, which the parser has written."""
    found: list[_Tag] = []
    line, inside, end = 0, "", 0
    markup = _RAW.sub(r"\1", markup)
    for match in _TAG.finditer(markup):
        if inside and any(
            one[1] == inside for one in _CLOSING.finditer(markup, end, match.start())
        ):
            inside = ""
        end = match.end()
        pairs = tuple(_pairs(match[2]))
        stamp = dict(pairs).get(stamps.NAME, "")
        line = int(stamp) if stamp.isdecimal() and len(stamp) < 10 else line
        name = match[1].lower()
        found.append(_Tag(name, pairs, line, bool(inside)))
        if not inside and name in {"svg", "math"}:
            inside = name
    return found


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for match in _ATTRIBUTE.finditer(text):
        yield match[1].lower(), html.unescape(match[2] or match[3] or match[4] or "")


def _unseen(written: str, seen: str) -> Iterator[Removal]:
    """Give what the parser passed over because it cannot stand where it is, as far as it could run."""
    for tag in _tags(_comments_out(written)):
        if not re.fullmatch(_NOT_SEEN, tag.name) or f"<{tag.name}" in seen:
            continue
        if tag.name in _ELEMENTS:
            yield _element(tag)
        for name, value in tag.attributes:
            if name.startswith("on") or (name != "style" and _unsafe(name, value)):
                yield from _attribute(name, value, tag, quiet=True)


def _comments_out(markup: str) -> str:
    pieces, position = [], 0
    while (start := markup.find("<!--", position)) >= 0:
        end = markup.find("-->", start)
        pieces.append(markup[position:start])
        position = len(markup) if end < 0 else end + 3
    return "".join((*pieces, markup[position:]))
