"""
The translatable runs of a raw HTML block, which the Markdown parser carries through unread.

A run is what stands between two block-level tags, inline tags included: a sentence is never cut at
inline markup. Text alternatives and titles of tags outside a run are runs of their own. Everything
else is kept byte for byte.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from pipeline import kinds

Visit = Callable[[str, str, bool], str | None]
"""
Takes the run as written, its kind, and whether it is an attribute's value.

Gives what to write, or None to leave it as it is.
"""

_TOKEN = re.compile(r"""<!--.*?-->|</?[A-Za-z](?:"[^"]*"|'[^']*'|[^'">])*+>""", re.DOTALL)
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
# Every attribute, so that what looks like one inside another's value is passed over.
_ATTRIBUTE = re.compile(
    r"""(?<=[\s"'/])(?P<name>[^\s"'<>/=]+)\s*=\s*(?:(?P<quote>["'])(?P<value>.*?)(?P=quote)|(?P<bare>[^\s"'>]+))""",
    re.DOTALL,
)
_CODE = re.compile(r"<code\b[^>]*>[^<]*</code>", re.IGNORECASE)
_INLINE = re.compile(
    r"a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small"
    r"|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_EMPTY = re.compile(r"<(?:area|img|input)\b", re.IGNORECASE)
_OPAQUE = re.compile(r"math|pre|script|style|svg|template")


def translate(block: str, visit: Visit, mark: str = "") -> str:
    """
    Give *block* with each run replaced by what *visit* makes of it; what is left gets *mark*.

    >>> translate("<p>One <b>two</b></p>", lambda run, kind, attribute: run.upper())
    '<p>ONE <B>TWO</B></p>'
    >>> translate('<p>One <img alt="two"></p>', lambda *_run: None, ' lang="en"')
    '<p><span lang="en">One <img alt="two"></span></p>'
    """
    return "".join(_pieces(block, visit, mark))


def alternatives(text: str, visit: Visit, mark: str = "") -> str:
    """
    Give *text*, which has no words of its own, with what the attributes of its tags say replaced.

    >>> alternatives('<img alt="sea">', lambda run, kind, attribute: run.upper())
    '<img alt="SEA">'
    >>> alternatives('<!-- <img alt="sea"> -->', lambda run, kind, attribute: run.upper())
    '<!-- <img alt="sea"> -->'
    """
    return _TOKEN.sub(lambda token: _attributes(token.group(), visit, mark), text)


def _pieces(block: str, visit: Visit, mark: str) -> Iterator[str]:
    kind, opaque, start, position = "paragraph", "", 0, 0
    for token in _TOKEN.finditer(block):
        name, closing = _tag(token.group())
        if opaque:
            if closing and name == opaque:
                opaque = ""
                yield block[position : token.end()]
                start = position = token.end()
            continue
        if _INLINE.fullmatch(name):
            continue
        yield _run(block[start : token.start()], kind, visit, mark)
        yield token.group() if closing else _attributes(token.group(), visit, mark)
        start = position = token.end()
        if _OPAQUE.fullmatch(name) and not closing and not token.group().endswith("/>"):
            opaque = name
        elif name:
            kind = "paragraph" if closing else kinds.TAGS.get(name, "paragraph")
    rest = block[start:]
    yield rest if opaque else _run(rest, kind, visit, mark)


def _tag(token: str) -> tuple[str, bool]:
    match = _NAME.match(token)
    return (match[1].lower() if match else "", token.startswith("</"))


def _run(text: str, kind: str, visit: Visit, mark: str) -> str:
    core = text.strip()
    if not core:
        return text
    if not _has_letters(_TOKEN.sub("", _CODE.sub("", core))):
        return alternatives(text, visit, mark)
    before, _, after = text.partition(core)
    new = visit(core, kind, False)
    if new is None:
        new = f"<span{mark}>{core}</span>" if mark else core
    return before + new + after


def _attributes(tag: str, visit: Visit, mark: str) -> str:
    if tag.startswith("<!--"):
        # No reader meets what a comment says.
        return tag
    left = False

    def replace(match: re.Match[str]) -> str:
        nonlocal left
        kind = kinds.ATTRIBUTES.get(match["name"].lower())
        value = match["value"] or match["bare"]
        if kind is None or not value or not _has_letters(value):
            return match.group()
        new = visit(value, kind, True)
        if new is None:
            left = True
            return match.group()
        if match["bare"]:
            return f'{match["name"]}="{new}"'
        start, end = match.span("value")
        return tag[match.start() : start] + new + tag[end : match.end()]

    written = _ATTRIBUTE.sub(replace, tag)
    # Only where nothing stands inside: `lang` on any other element would cover its translated text.
    empty = _EMPTY.match(written) if left and mark else None
    return written[: empty.end()] + mark + written[empty.end() :] if empty else written


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in html.unescape(text))
