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

Visit = Callable[[str, str, bool], str]
"""Takes the run as written, its kind, and whether it is an attribute's value; gives what to write."""

_TOKEN = re.compile(r"""<!--.*?-->|</?[A-Za-z](?:"[^"]*"|'[^']*'|[^'">])*+>""", re.DOTALL)
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
# Every attribute, so that what looks like one inside another's value is passed over.
_ATTRIBUTE = re.compile(
    r"""(?<=[\s"'/])(?P<name>[^\s"'<>/=]+)\s*=\s*(?:(?P<quote>["'])(?P<value>.*?)(?P=quote)|[^\s"'>]+)""",
    re.DOTALL,
)
_CODE = re.compile(r"<code\b[^>]*>[^<]*</code>", re.IGNORECASE)
_INLINE = re.compile(
    r"a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small"
    r"|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_OPAQUE = re.compile(r"math|pre|script|style|svg|template|textarea")


def translate(block: str, visit: Visit) -> str:
    """
    Give *block* with each run replaced by what *visit* makes of it.

    >>> translate("<p>One <b>two</b></p>", lambda run, kind, attribute: run.upper())
    '<p>ONE <B>TWO</B></p>'
    """
    return "".join(_pieces(block, visit))


def _pieces(block: str, visit: Visit) -> Iterator[str]:
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
        yield _run(block[start : token.start()], kind, visit)
        yield token.group() if closing else _attributes(token.group(), visit)
        start = position = token.end()
        if _OPAQUE.fullmatch(name) and not closing and not token.group().endswith("/>"):
            opaque = name
        elif name:
            kind = "paragraph" if closing else kinds.TAGS.get(name, "paragraph")
    rest = block[start:]
    yield rest if opaque else _run(rest, kind, visit)


def _tag(token: str) -> tuple[str, bool]:
    match = _NAME.match(token)
    return (match[1].lower() if match else "", token.startswith("</"))


def _run(text: str, kind: str, visit: Visit) -> str:
    core = text.strip()
    if not core:
        return text
    if not _has_letters(_TOKEN.sub("", _CODE.sub("", core))):
        return _TOKEN.sub(lambda token: _attributes(token.group(), visit), text)
    before, _, after = text.partition(core)
    return before + visit(core, kind, False) + after


def _attributes(tag: str, visit: Visit) -> str:
    def replace(match: re.Match[str]) -> str:
        kind, value = kinds.ATTRIBUTES.get(match["name"].lower()), match["value"]
        if kind is None or not value or not _has_letters(value):
            return match.group()
        new = visit(value, kind, True)
        start, end = match.span("value")
        return tag[match.start() : start] + new + tag[end : match.end()]

    return _ATTRIBUTE.sub(replace, tag)


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in html.unescape(text))
