"""
Inline Markdown as tokens with offsets: the one place that knows its syntax.

It reads as Python-Markdown with `extra` reads: atoms first (code, escapes, raw HTML, footnote
marks), then links and images around them, then emphasis, then attribute lists behind all of these.
A reference cannot be resolved here, since definitions stand elsewhere: `[a][b]` is taken for one,
`[a]` alone is text. Time is linear in the length of the text, whatever it is made of.
"""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.prose.atoms import atoms
from pipeline.prose.emphasis import emphasis
from pipeline.prose.kept import kept
from pipeline.prose.markup import NOWHERE, Attribute, Kind, Token
from pipeline.prose.seek import seeker

_BRACKET = re.compile(r"!?\[|[\]()]")
_POINTED = re.compile(r"\(\s*+<([^<>]*+)>\s*+(?:(\"[^\"]*+\"|'[^']*+')\s*+)?\)")
_REFERENCE = re.compile(r"\[([^\[\]]{0,1000})\]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_LIST = r"\{:?[ ]*+((?:[^\"'{}\n]|\"[^\"\n]*+\"|'[^'\n]*+'){1,500}+)\}"
_ATTRIBUTES = re.compile(_LIST)
_LAST_ATTRIBUTES = re.compile(rf"(?:^|(?<=[ \n]))(?=\{{:){_LIST}(?=\s*\Z)")
_ITEM = re.compile(r"([^\s=]++)=(?:\"([^\"]*+)\"|'([^']*+)'|(\S++))|([.#]?)(\S++)")

_LONGEST = 1000
"""Characters in the name of a reference, or in an attribute list."""

_ELEMENT_ENDS = frozenset(
    {
        "autolink",
        "code",
        "emphasis end",
        "footnote",
        "image",
        "image reference",
        "link end",
        "reference end",
    }
)


@kept
def tokens(text: str) -> tuple[Token, ...]:
    """
    Give the tokens of *text*: in order, without overlap, and together all of it.

    >>> for token in tokens("See [the *map*](m.png 'A map').[^1]"):
    ...     print(f"{token.kind}: {token.text.strip() or token.target!r}")
    text: 'See'
    link start: ''
    text: 'the'
    emphasis start: '*'
    text: 'map'
    emphasis end: '*'
    link end: 'm.png'
    text: '.'
    footnote: '1'
    """
    found = _links(text, atoms(text))
    found = sorted((*found, *emphasis(text, found)), key=lambda token: token.start)
    return tuple(_filled(text, _with_attributes(text, found)))


def unescape(text: str) -> str:
    r"""
    Give *text* without its escapes and entities, as a browser gets it.

    >>> unescape(r"a\_b?c&amp;d")
    'a_b?c&d'
    """
    return html.unescape(_ESCAPE.sub(r"\1", text))


def _links(text: str, found: Sequence[Token]) -> list[Token]:
    """Put links and images around the atoms *found*; those inside a destination or an image go."""
    if "[" not in text:
        return list(found)
    brackets = tuple(_brackets(text, found))
    destination = _destinations(text, brackets) if "](" in text else _nowhere
    result: list[Token] = []
    atoms_left = deque(found)
    open_brackets: list[re.Match[str]] = []
    position = 0
    for bracket in brackets:
        if bracket.start() < position:
            continue
        result.extend(_taken(atoms_left, position, bracket.start()))
        if bracket.group().endswith("["):
            open_brackets.append(bracket)
        elif bracket.group() == "]" and open_brackets:
            opening = open_brackets.pop()
            end = destination(bracket.start()) or _reference(text, opening.end(), bracket.start())
            if end is None:
                continue
            position = end.end
            if opening.group() == "[":
                result.append(Token("link start", opening.start(), opening.end()))
                result.append(replace(end, opens=opening.start()))
            else:
                while result and result[-1].start >= opening.start():
                    result.pop()
                result.append(_image(opening, end))
    result.extend(_taken(atoms_left, position, len(text)))
    return sorted(result, key=lambda token: token.start)


def _taken(atoms_left: deque[Token], start: int, end: int) -> Iterator[Token]:
    """Take the atoms before *end*, and give those that do not begin before *start*."""
    while atoms_left and atoms_left[0].start < end:
        atom = atoms_left.popleft()
        if atom.start >= start:
            yield atom


def _brackets(text: str, found: Sequence[Token]) -> Iterator[re.Match[str]]:
    """Give every bracket outside the atoms; an address does not hide one: `(www.a.org/b_(c))`."""
    position = 0
    for token in (*found, Token("text", len(text), len(text))):
        if token.kind != "address":
            yield from _BRACKET.finditer(text, position, token.start)
            position = token.end


def _image(opening: re.Match[str], end: Token) -> Token:
    kind: Kind = "image" if end.kind == "link end" else "image reference"
    inner = opening.end(), end.start
    return Token(kind, opening.start(), end.end, target=end.target, inner=inner, title=end.title)


def _reference(text: str, opened: int, closing: int) -> Token | None:
    """Read the reference behind the "]" at *closing*; an empty one is named by the words before it."""
    match = _REFERENCE.match(text, closing + 1)
    if match is None or match[1].startswith("^") or closing - opened > _LONGEST:
        return None
    name = " ".join((match[1] or text[opened:closing]).lower().split())
    return Token("reference end", closing, match.end(), target=name)


def _nowhere(_: int) -> Token | None:
    """Read no destination, where none can stand."""
    return None


def _destinations(text: str, brackets: Sequence[re.Match[str]]) -> Callable[[int], Token | None]:
    """Read the destination behind a "]", in which brackets may nest and a title may be quoted."""
    closed: dict[int, int] = {}
    parentheses: list[int] = []
    for bracket in brackets:
        if bracket.group() == "(":
            parentheses.append(bracket.start())
        elif bracket.group() == ")" and parentheses:
            closed[parentheses.pop()] = bracket.start()
    opened_title = seeker(r"\s[\"']", text)
    closed_titles = {quote: seeker(rf"{quote}\s*+\)", text) for quote in "\"'"}

    def read(closing: int) -> Token | None:
        start = closing + 1
        if not text.startswith("(", start):
            return None
        if pointed := _POINTED.match(text, start):
            target = unescape(pointed[1].strip())
            title = (pointed.start(2) + 1, pointed.end(2) - 1) if pointed[2] else NOWHERE
            return Token("link end", closing, pointed.end(), target=target, title=title)
        end = closed.get(start, -1)
        quote = opened_title(start + 1)
        if quote and (quote.start() < end or end < 0):
            last = closed_titles[quote.group()[1]](quote.end())
            if last:
                target = unescape(text[start + 1 : quote.start()].strip())
                title = quote.end(), last.start()
                return Token("link end", closing, last.end(), target=target, title=title)
        if end < 0:
            return None
        target = unescape(text[start + 1 : end].strip())
        return Token("link end", closing, end + 1, target=target)

    return read


def _with_attributes(text: str, found: Sequence[Token]) -> Iterator[Token]:
    """Give the markup with the attribute lists behind its elements, and the one behind the block."""
    position = 0
    for token in found:
        if token.start < position:
            continue
        yield token
        position = token.end
        if token.kind in _ELEMENT_ENDS and text.startswith("{", token.end):
            match = _ATTRIBUTES.match(text, token.end)
            if match:
                yield _attributes(match, token.opens if token.opens >= 0 else token.start)
                position = match.end()
    last = "{:" in text and _LAST_ATTRIBUTES.search(text, max(position, len(text) - _LONGEST))
    if last:
        yield _attributes(last, -1)


def _attributes(match: re.Match[str], opens: int) -> Token:
    values = tuple(_items(match[1], match.start(1)))
    return Token("attributes", *match.span(), text=match.group(), opens=opens, attributes=values)


def _items(text: str, offset: int) -> Iterator[Attribute]:
    for match in _ITEM.finditer(text):
        if match[1]:
            group = match.lastindex or 1
            yield Attribute(match[1].lower(), match[group], offset + match.start(group))
        else:
            name = {".": "class", "#": "id"}.get(match[5], match[6].lower())
            yield Attribute(name, match[6] if match[5] else "", offset + match.start(6))


def _filled(text: str, markup: Iterator[Token]) -> Iterator[Token]:
    """Give the markup with the text between it."""
    position = 0
    for token in (*markup, Token("text", len(text), len(text))):
        if token.start > position:
            yield Token("text", position, token.start, text[position : token.start])
        if token.end > token.start:
            yield token
        position = token.end
