"""What of a text is no prose and survives translation: code, targets, marks, tags, placeholders."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from pipeline.errors import PipelineError
from pipeline.locales import language, parse
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
_LAST_LATIN = 0x24F
_SPACED = re.compile(r" *([,+|]) *")
_PLURAL = re.compile(r"(?:'?s)\Z")
_WORDS = re.compile(r"[A-Z]?[a-z]+(?: [A-Z]?[a-z]+)*|[A-Z]+")
_BETWEEN = re.compile(r"[/.?&=:]+|[-_](?=[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?\.\w{2,4}\Z)")
_LANGUAGES_BELOW = frozenset({"intl", "lang", "locale"})
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


def same_address(source: str, translation: str, locale: str = "") -> bool:
    """
    Say whether two addresses are one, or one page in two languages: in *locale*, or in any.

    >>> same_address("https://www.who.int/news/1", "https://www.who.int/fr/news/1", "fr")
    True
    >>> same_address("/en/a.html", "/es/a.html", "fr"), same_address("/en/a.html", "/es/a.html")
    (False, True)
    """
    source, translation = unquote(source), unquote(translation)
    if translation.startswith("https://"):
        # Safer than the source is no damage; less safe is.
        source = source.replace("http://", "https://", 1)
    wikis = _WIKI.match(source), _WIKI.match(translation)
    if wikis[0] and wikis[1] and wikis[0][2] == wikis[1][2] and wikis[0][1] != wikis[1][1]:
        return wikis[1][1] == language(locale) or not locale
    pages = [address.partition("#") for address in (source, translation)]
    if not _same_page(pages[0][0], pages[1][0], locale):
        return False
    # Another site's page in another language has its own anchors; ours keep those of the source.
    return pages[0][2] == pages[1][2] or (pages[0][0] != pages[1][0] and "://" in source)


def _same_page(source: str, translation: str, locale: str) -> bool:
    own = {locale.lower(), locale.lower().replace("-", "_"), language(locale)}
    steps = deque(step for step in _BETWEEN.split(source) if step)
    for step in filter(None, _BETWEEN.split(translation)):
        if steps and steps[0] == step:
            steps.popleft()
        elif not (step.lower() in own if locale else _is_language(step)):
            if step not in _LANGUAGES_BELOW:
                return False
        elif steps and _is_language(steps[0]):
            # "/en/" has become "/fr/"; where there was no language, "/fr/" has been put in.
            steps.popleft()
    return not steps


def same_code(source: str, translation: str) -> bool:
    """
    Say whether two codes differ in nothing but quotation marks, spaces around commas, or a plural.

    >>> same_code("'a,b'", '"a, b"'), same_code("Windows", "Window"), same_code("a b", "ab")
    (True, True, False)
    """
    return _PLURAL.sub("", _plain(source)) == _PLURAL.sub("", _plain(translation))


def is_damaged(source: str, translation: str) -> bool:
    """
    Say whether code has been changed by accident: what is translated has other words.

    The same letters with other signs, spaces or capitals are damage, and so are one or two other
    characters in what is no plain word: no translation comes as close. The capital of a plain word is
    a translator's.

    >>> is_damaged("toString()", "toString ()"), is_damaged("item_id", "item_d")
    (True, True)
    >>> is_damaged("your-name", "votre-nom"), is_damaged("text", "texte"), is_damaged("text", "Text")
    (False, False, False)
    """
    one, other = _plain(source), _plain(translation)
    letters = tuple("".join(filter(str.isalpha, code)) for code in (one, other))
    if letters[0] == letters[1]:
        return one != other
    if not letters[0] or _WORDS.fullmatch(one):
        return False
    if letters[0].casefold() == letters[1].casefold():
        return True
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    changed = one[start : len(one) - end], other[start : len(other) - end]
    return max(map(len, changed)) <= 2 and not any(
        character.isalpha() and ord(character) > _LAST_LATIN for character in changed[1]
    )


def is_word(code: str) -> bool:
    """
    Say whether *code* is a word or a few, which a translator may translate.

    >>> is_word("channels"), is_word("make --all"), is_word("item_id"), is_word("toString")
    (True, False, False, False)
    """
    return _WORDS.fullmatch(_plain(code)) is not None


def _plain(code: str) -> str:
    return _SPACED.sub(r"\1", code.strip("\"'"))


def _common(one: str, other: str) -> int:
    """Give the length of what both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


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


def _is_language(step: str) -> bool:
    if not _LANGUAGE_LIKE.match(step.lower()):
        return False
    try:
        return bool(parse(step))
    except PipelineError:
        return False


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
