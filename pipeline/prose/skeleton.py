"""What of a text is no prose and survives translation: code, targets, marks, tags, placeholders."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from pipeline.locales import language
from pipeline.model import NOT_PROSE
from pipeline.prose import inline
from pipeline.prose.markup import Token

PartKind = Literal[
    "code",
    "link target",
    "image",
    "address",
    "reference",
    "footnote mark",
    "tag",
    "placeholder",
    "attribute list",
    "marker",
]

_KINDS: dict[str, PartKind] = {
    "code": "code",
    "link end": "link target",
    "autolink": "link target",
    "image": "image",
    "reference end": "reference",
    "image reference": "reference",
    "footnote": "footnote mark",
    "placeholder": "placeholder",
    "address": "address",
}
_TARGETS: dict[str, PartKind] = {"href": "link target", "src": "image"}

# Tags and attributes that a translation may add or drop: they name a language, or a direction.
_FREE_TAGS = frozenset({"bdi", "bdo", "rb", "rp", "rt", "rtc", "ruby", "wbr"})
_FREE_ATTRIBUTES = frozenset({"dir", "lang", "xml:lang"})

_PRINTF = re.compile(r"%[-#0+]?\d{0,3}(?:\.\d{1,3})?[sdifrxXgGeEu](?!\w)")
_BETWEEN = re.compile(r"[/.?&=#:]+")
_LANGUAGE_LIKE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2,4})?\Z")
_WIKI = re.compile(
    r"https?://([a-z-]{2,12})(?:\.m)?\.(wik(?:ipedia|tionary|ibooks|iquote|isource|ivoyage|iversity|inews))\.org/"
)
_BROKEN_LINK = re.compile(
    r"\\\[[^\[\]\n]{1,300}\\\]\s?\("
    r"|\][ \u00a0]+\((?=https?:|mailto:|[./#]|[\w/-]{1,80}\.\w)"
    r"|[\]］】][ ]?（(?=[!-~]{1,300}）)"
    r"|［[^［］\n]{1,300}］\("
)
# One asterisk between spaces multiplies; an underscore inside a word belongs to it.
_MARKER = re.compile(r"`+|\*{2,}|(?<=\S)\*|\*(?=\S)|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece that survives translation: what it is, how it reads, and the offset where it stands."""

    kind: PartKind
    text: str
    start: int


def parts(text: str, *, printf: bool = False) -> tuple[Part, ...]:
    """
    Give the parts of *text*, in order; with *printf* also `%s` and its like, which are prose elsewhere.

    What names a language or a direction is left out: a translator may need it, or no longer need it.

    >>> [(part.kind, part.text) for part in parts("Run `a`, see [b](c.md) and <b>d</b> {e}")]
    [('code', 'a'), ('link target', 'c.md'), ('tag', '<b>'), ('tag', '</b>'), ('placeholder', '{e}')]
    """
    tokens = inline.tokens(text)
    found = [part for token in tokens for part in _part(token)]
    found.extend(_tags(tokens))
    if printf:
        found.extend(
            Part("placeholder", match.group(), match.start())
            for token in tokens
            if token.kind == "text"
            for match in _PRINTF.finditer(text, token.start, token.end)
        )
    return tuple(sorted(found, key=lambda part: part.start))


def same_address(source: str, translation: str, locale: str) -> bool:
    """
    Say whether two addresses are one, or one page in two languages.

    >>> same_address("https://www.who.int/news/1", "https://www.who.int/fr/news/1", "fr")
    True
    >>> same_address("/en/a.html", "/es/a.html", "fr")
    False
    """
    source, translation = unquote(source), unquote(translation)
    wikis = _WIKI.match(source), _WIKI.match(translation)
    if wikis[0] and wikis[1] and wikis[0][2] == wikis[1][2]:
        return wikis[1][1] in (wikis[0][1], language(locale)) and (
            wikis[0][1] != wikis[1][1] or source == translation
        )
    own = {locale.lower(), locale.lower().replace("-", "_"), language(locale)}
    steps = deque(step for step in _BETWEEN.split(source) if step)
    for step in filter(None, _BETWEEN.split(translation)):
        if steps and steps[0] == step:
            steps.popleft()
        elif step.lower() not in own:
            return False
        elif steps and _LANGUAGE_LIKE.match(steps[0].lower()):
            # "/en/" has become "/fr/"; where there was no language, "/fr/" has been put in.
            steps.popleft()
    return not steps


def broken_links(text: str) -> tuple[Part, ...]:
    r"""
    Give what was meant for a link and is none: a space or an escape between its words and its target.

    >>> [part.text for part in broken_links(r"\[a\](b.md), [c] (d.md), `[e] (f.md)`")]
    ['\\[a\\](', '] (']
    """
    shown = "".join(
        text[token.start : token.end]
        if token.kind in ("text", "escape", "address")
        else NOT_PROSE * (token.end - token.start)
        for token in inline.tokens(text)
    )
    return tuple(
        Part("link target", match.group(), match.start()) for match in _BROKEN_LINK.finditer(shown)
    )


def stray_markers(text: str) -> tuple[Part, ...]:
    """
    Give the markers of code and emphasis that are shown as they are written, for want of their fellows.

    >>> [part.text for part in stray_markers("a `b and ** c** in 2 * 3 snake_case")]
    ['`', '**', '**']
    """
    return tuple(
        Part("marker", match.group(), token.start + match.start())
        for token in inline.tokens(text)
        if token.kind == "text"
        for match in _MARKER.finditer(token.text)
    )


def _part(token: Token) -> Iterator[Part]:
    """Give what *token* points at or stands for; tags are looked at in pairs."""
    if kind := _KINDS.get(token.kind):
        match kind:
            case "code" | "placeholder":
                text = " ".join(token.text.split())
            case "footnote mark":
                text = f"[^{token.target}]"
            case "reference":
                text = f"[{token.target}]"
            case _:
                text = token.target
        yield Part(kind, text, token.start)
    elif token.kind == "attributes":
        if not all(attribute.name in _FREE_ATTRIBUTES for attribute in token.attributes):
            yield Part("attribute list", token.text, token.start)
    elif token.kind == "tag":
        for attribute in token.attributes:
            if pointing := _TARGETS.get(attribute.name):
                yield Part(pointing, inline.unescape(attribute.value), attribute.start)


def _tags(tokens: Sequence[Token]) -> Iterator[Part]:
    """Give the tags that may not come or go, a free one being free with its end."""
    free: dict[str, list[bool]] = {}
    for token in tokens:
        opened = free.setdefault(token.text, [])
        if token.kind == "tag":
            names = {attribute.name for attribute in token.attributes}
            free_names = bool(names) and names <= _FREE_ATTRIBUTES
            opened.append(free_names or token.text in _FREE_TAGS)
            if not opened[-1]:
                yield Part("tag", f"<{token.text}>", token.start)
        elif token.kind == "end tag" and not (opened.pop() if opened else token.text in _FREE_TAGS):
            yield Part("tag", f"</{token.text}>", token.start)
