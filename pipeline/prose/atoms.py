"""
The indivisible pieces of inline Markdown: code, escapes, entities, raw HTML, footnote marks, addresses.

They are found before links and emphasis, which may stand around them but never inside. Each step
looks at its own part of the text once, so the whole is linear.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from pipeline.prose import addresses
from pipeline.prose.markup import Attribute, Kind, Token
from pipeline.prose.seek import seeker

# Python-Markdown's list, and "|", which its tables add.
_ESCAPED = frozenset("\\`*_{}[]()>#+-.!|")

_TRIGGER = re.compile(
    rf"[\\`<&{{%@]|\[\^|(?<! ) {{2,}}+\n|(?:{addresses.pattern().pattern})",
)
_NO_ADDRESS = re.compile(r"[\\`<&{%@]|\[\^|(?<! ) {2,}+\n")
# Every address has one of these; to ask for them first is three times faster.
_LIKE_ADDRESS = re.compile(
    r"[./:](?:(?<=\.)[A-Za-z0-9_]|(?<=/)|(?i:(?<=doi:)|(?<=mailto:)|(?<=www\.)))"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\n]{1,200})\]")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*+://[^<>]*+)>")
_AUTOMAIL = re.compile(r"<((?:mailto:)?[^<> !@]++@[^@<> ]++)>")
_TAG = re.compile(
    r"<(/?+)([a-zA-Z][^\s\"'<>@/]*+)"
    r"((?:\s++[^\s\"'=<>/]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>]++))?+)*+)\s*+/?>"
)
_ATTRIBUTE = re.compile(
    r"\s([^\s\"'=<>/]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'=<>]++)))?+"
)
_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\}|\{(?:[A-Za-z_][\w.]{0,80}|\d{1,3})\}"
    r"|%\([A-Za-z_]\w{0,80}\)[-#0+ ]?\d{0,3}(?:\.\d{1,3})?[diouxXeEfFgGcrsa]"
)
# Opening, closing, kind: what may not stand inside is its own opening.
_DECLARATIONS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))

_Reader = Callable[[str, int], Token | None]


def atoms(text: str) -> tuple[Token, ...]:
    """
    Give the atoms of *text* in their order; they do not overlap.

    >>> [(atom.kind, atom.text or atom.target) for atom in atoms("`a` \\\\* &eacute; <b> [^1] www.a.org")]
    [('code', 'a'), ('escape', '*'), ('entity', 'é'), ('tag', 'b'), ('footnote', '1'), ('address', 'www.a.org')]
    """
    readers: dict[str, _Reader] = {
        "\\": _escape,
        "`": _code(text) if "`" in text else _nothing,
        "<": _angle(text) if "<" in text else _nothing,
        "&": _entity,
        "{": _placeholder,
        "%": _placeholder,
        "[": _footnote,
        " ": lambda _, start: Token("break", start, text.index("\n", start) + 1),
    }
    found: list[Token] = []
    position = 0
    trigger = _TRIGGER if _LIKE_ADDRESS.search(text) else _NO_ADDRESS
    while match := trigger.search(text, position):
        start = match.start()
        if match.group() == "@":
            token = _mail(text, start, found[-1].end if found else 0)
        elif reader := readers.get(text[start]):
            token = reader(text, start)
        else:
            token = _address(text, start, match.end())
        if token is None:
            position = _beyond(text, start)
        else:
            found.append(token)
            position = token.end
    return tuple(found)


def _nothing(_text: str, _start: int) -> Token | None:
    """Read what cannot begin in this text."""
    return None


def _beyond(text: str, start: int) -> int:
    """Pass over a trigger that began nothing; a run of backticks as one, or its rest would begin a span."""
    if text[start] != "`":
        return start + 1
    while start < len(text) and text[start] == "`":
        start += 1
    return start


def _escape(text: str, start: int) -> Token | None:
    character = text[start + 1 : start + 2]
    return Token("escape", start, start + 2, character) if character in _ESCAPED else None


def _entity(text: str, start: int) -> Token | None:
    match = _ENTITY.match(text, start)
    if match is None:
        return None
    decoded = html.unescape(match.group())
    # An unknown name is shown as it is written.
    return None if decoded == match.group() else Token("entity", start, match.end(), decoded)


def _placeholder(text: str, start: int) -> Token | None:
    match = _PLACEHOLDER.match(text, start)
    return match and Token("placeholder", start, match.end(), match.group())


def _footnote(text: str, start: int) -> Token | None:
    match = _FOOTNOTE.match(text, start)
    return match and Token("footnote", start, match.end(), target=match[1])


def _mail(text: str, at: int, start: int) -> Token | None:
    span = addresses.mail(text, at, start)
    return span and Token("address", *span, target=text[slice(*span)])


def _address(text: str, start: int, end: int) -> Token | None:
    end = addresses.trim(text, start, end)
    return Token("address", start, end, target=text[start:end]) if end > start else None


def _code(text: str) -> _Reader:
    """
    Read code spans: as many backticks at the end as at the start.

    Where no run of that many follows, fewer do if they are the most that follow, as Python-Markdown has it.
    """
    runs = [match.span() for match in re.finditer("`+", text)]
    starts: dict[int, list[int]] = {}
    most_after: list[int] = [0]
    for start, end in runs:
        starts.setdefault(end - start, []).append(start)
    for start, end in reversed(runs):
        most_after.append(max(most_after[-1], end - start))
    most_after.reverse()
    order = [start for start, _ in runs]

    def read(text: str, start: int) -> Token | None:
        run = bisect_left(order, start + 1) - 1
        length = runs[run][1] - start
        for ticks in (length, most_after[run + 1]):
            closing = starts.get(ticks, [])
            index = bisect_left(closing, runs[run][1])
            if 0 < ticks <= length and index < len(closing):
                inner = (start + ticks, closing[index])
                content = text[slice(*inner)].strip()
                return Token("code", start, closing[index] + ticks, content, inner=inner)
        return None

    return read


def _angle(text: str) -> _Reader:
    """Read what begins with "<": comments and their like, autolinks, tags."""
    ends = {
        opening: (seeker(re.escape(opening), text), seeker(re.escape(closing), text))
        for opening, closing in _DECLARATIONS
        if opening in text
    }

    def read(text: str, start: int) -> Token | None:
        for opening, (again, closed) in ends.items():
            if text.startswith(opening, start):
                inside = start + len(opening)
                closing, nested = closed(inside), again(inside)
                if closing and not (nested and nested.start() < closing.start()):
                    return Token("comment", start, closing.end())
                return None
        if link := _AUTOLINK.match(text, start) or _AUTOMAIL.match(text, start):
            return Token("autolink", start, link.end(), target=link[1])
        tag = _TAG.match(text, start)
        if tag is None:
            return None
        kind: Kind = "end tag" if tag[1] else "tag"
        values = tuple(attributes(tag[3], tag.start(3)))
        return Token(kind, start, tag.end(), tag[2].lower(), attributes=values)

    return read


def attributes(text: str, offset: int) -> Iterator[Attribute]:
    """
    Give the attributes of a tag, whose text begins at *offset*.

    >>> list(attributes(" lang='fr'", 2))
    [Attribute(name='lang', value='fr', start=9)]
    """
    for match in _ATTRIBUTE.finditer(text):
        group = match.lastindex or 1
        value = "" if group == 1 else match[group]
        yield Attribute(match[1].lower(), value, offset + match.start(group))
