"""
Writes Markdown that shows exactly the words it was given.

Shared by the readers: escaping, bare addresses, the outline of headings, lists, front matter, names.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

NAME = 60
"""Characters in an article's name, so that it stays legible in an address."""
LOOSE = 10_000
"""Characters in a list above which its items stand apart, each a block of its own to the parser."""

_MARKUP = re.compile(r"[\\`*_\[\]{|]|<(?! )|&(?=#|\w+;)")
_CONTEXT = "]|"
# With a backslash, "[a\\]:" would still be the definition of a reference.
_ENTITIES = {"<": "&lt;", "&": "&amp;", "]": "&#93;"}
_START = re.compile(
    r"(#|>|!!!|\||[-+](?!\w))|(\d{1,9})([.)])(?=\s|$)|(:(?=[\s|:-])|=(?==*$)|~(?=~~))"
)
_PLAIN = re.compile(r"[^\W\d_][\w.,;!?()’“”&…%/+ –—-]*[^\W_ ][.!?)”]?")
_ADDRESS = re.compile(
    r"<(?P<bracketed>https?://[^\s<>\\`\[\]]+)>"
    r"|(?P<url>(?:https?://|\bwww\.(?=\w))[^\s<>\"\\`\[\]]+)"
    r"|\b(?P<doi>(?:doi:\s?|(?:dx\.)?doi\.org/)?10\.\d{4,9}/(?=[\w(])[^\s<>\"\\`\[\]]+)"
    r"|(?<![\w.+-])(?P<mail>[A-Za-z0-9][A-Za-z0-9.+_-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})\b",
    re.IGNORECASE,
)
_ENDS = frozenset(".,;:!?'’”»*_…。、，")
_UNSAFE = re.compile(r"[\s\"'()<>\[\]\\`{|}*_]")
_YAML = frozenset("y n yes no true false on off null".split())
# Letters that Unicode does not decompose, as they are commonly written in ASCII.
_ASCII = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_RESERVED = re.compile(r"site|index|con|prn|aux|nul|com\d|lpt\d")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader makes of a file; *front* is the front matter it already had, as it stood."""

    title: str
    body: str
    description: str = ""
    locale: str = ""
    guesses: tuple[str, ...] = ()
    front: str = ""
    has: frozenset[str] = frozenset()
    """The fields of *front*."""


Reader = Callable[[str, str], Draft]


def assemble(draft: Draft, *, locale: str = "") -> str:
    """
    Give the whole article: front matter, an empty line, the body.

    Fields that the draft's own front matter has are not written again.

    >>> assemble(Draft("Tea: a guide", "Drink it."), locale="en")
    '---\\ntitle: "Tea: a guide"\\nlocale: en\\n---\\n\\nDrink it.\\n'
    """
    fields = (
        ("title", draft.title),
        ("description", draft.description),
        ("locale", locale or draft.locale),
    )
    added = [f"{key}: {scalar(value)}\n" for key, value in fields if value and key not in draft.has]
    body = draft.body if draft.body.endswith("\n") else draft.body + "\n"
    return f"---\n{''.join(added)}{draft.front}---\n\n{body}"


def scalar(value: str) -> str:
    """
    Give *value* as YAML: bare where it reads as nothing else, quoted otherwise.

    >>> scalar("What is tea?"), scalar("yes"), scalar("Tea: hot")
    ('What is tea?', '"yes"', '"Tea: hot"')
    """
    value = " ".join(value.split())
    plain = _PLAIN.fullmatch(value) and value.lower() not in _YAML
    return value if plain else json.dumps(value, ensure_ascii=False)


def slug(title: str) -> str:
    """
    Give the name of an article of this title: letters and digits, joined by hyphens.

    ASCII where every letter has an ASCII base, the title's own letters otherwise.

    >>> slug("Où est l’été ?"), slug("睡眠と健康"), slug("How & Why")
    ('ou-est-lete', '睡眠と健康', 'how-why')
    """
    lower = unicodedata.normalize("NFC", title).lower()
    folded = "".join(
        character
        for character in unicodedata.normalize("NFKD", lower.translate(_ASCII))
        if not unicodedata.combining(character)
    )
    # A Latin title has nothing but ASCII letters left; any other would lose its marks, and sense.
    latin = all(character.isascii() for character in folded if character.isalnum())
    words = re.sub(r"['’ʼ]", "", folded if latin else lower)
    name = re.sub(r"-+", "-", "".join(c if _in_name(c) else "-" for c in words)).strip("-")
    if len(name) > NAME:
        name = name[: NAME + 1].rpartition("-")[0] or name[:NAME]
    return f"{name}-article" if _RESERVED.fullmatch(name) else name or "article"


def _in_name(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc")


def escape(text: str, *, within: str = "") -> str:
    """
    Give Markdown that shows *text* as it is, within a line.

    A "]" needs its backslash *within* a link's brackets only, a "|" in a table only.

    >>> escape("a*b_c [1] <b> & &amp; _x_")
    'a\\\\*b_c \\\\[1] &lt;b> & &amp;amp; \\\\_x\\\\_'
    """

    def one(match: re.Match[str]) -> str:
        mark, start = match.group(), match.start()
        inside = text[max(start - 1, 0) : start].isalnum() and text[start + 1 : start + 2].isalnum()
        if (mark == "_" and inside) or (mark in _CONTEXT and mark not in within):
            return mark
        return _ENTITIES.get(mark) or "\\" + mark

    return _MARKUP.sub(one, text)


def guard(markdown: str) -> str:
    """
    Give a line of Markdown that does not begin a heading, a list, a quotation or a rule.

    >>> guard("# 5"), guard("1. May"), guard("- so"), guard(": it")
    ('\\\\# 5', '1\\\\. May', '\\\\- so', '&#58; it')
    """

    def one(match: re.Match[str]) -> str:
        if mark := match.group(4):
            return f"&#{ord(mark)};"
        if match.group(2):
            return f"{match.group(2)}\\{match.group(3)}"
        return "\\" + match.group(1)

    return _START.sub(one, markdown, count=1) if _START.match(markdown) else markdown


def linked(text: str) -> str:
    """
    Give *text* escaped, its bare addresses made links that show what stood there.

    >>> linked("See https://doi.org/10.1/a_b. Or doi:10.1000/182")
    'See <https://doi.org/10.1/a_b>. Or [doi:10.1000/182](https://doi.org/10.1000/182)'
    """
    parts, last = [], 0
    for match in _ADDRESS.finditer(text):
        kind = match.lastgroup or ""
        shown = match.group(kind)
        address = shown if kind in ("bracketed", "mail") else _trim(shown)
        before, link = escape(text[last : match.start()]), _link(address, kind)
        # An exclamation mark would make an image of the link.
        image = before.endswith("!") and link.startswith("[")
        parts += [f"{before[:-1]}\\!" if image else before, link]
        last = match.end() if kind == "bracketed" else match.start() + len(address)
    return "".join((*parts, escape(text[last:])))


def addresses(text: str) -> int:
    """Give the number of addresses that `linked` makes links."""
    return sum(1 for _ in _ADDRESS.finditer(text))


def _trim(address: str) -> str:
    """The address without the sentence's own stops and brackets behind it."""
    surplus = {")": address.count(")") - address.count("("), "}": address.count("}")}
    end = len(address)
    while end and (address[end - 1] in _ENDS or surplus.get(address[end - 1], 0) > 0):
        end -= 1
        if address[end] in surplus:
            surplus[address[end]] -= 1
    return address[:end]


def _link(address: str, kind: str) -> str:
    if not address:
        return ""
    # An autolink shows an entity in an address as its character.
    if kind == "mail" or (
        kind in ("url", "bracketed") and not re.search(r"&#|&\w+;|^www", address)
    ):
        return f"<{address}>"
    number = re.sub(r"^(?:doi:\s*|(?:dx\.)?doi\.org/)", "", address, flags=re.IGNORECASE)
    prefix = {"doi": "https://doi.org/"}.get(kind, "https://" if kind == "url" else "")
    target = number if re.match(r"https?:", number, re.IGNORECASE) else prefix + number
    return f"[{escape(address, within=']')}]({url(target)})"


def url(address: str) -> str:
    """
    Give *address* so that it can stand between a link's parentheses.

    >>> url("https://a.example/b (c)?d=1&amp;e")
    'https://a.example/b%20%28c%29?d=1&amp;amp;e'
    """
    quoted = _UNSAFE.sub(lambda match: f"%{ord(match.group()):02X}", address.strip())
    return re.sub(r"&(?=#|\w+;)", "&amp;", quoted)


def heading(level: int, markdown: str) -> str:
    """Give a heading that shows *markdown* whole: a number sign at its end is not its fence."""
    shown = f"{markdown[:-1]}\\#" if markdown.endswith("#") else markdown
    return f"{'#' * level} {shown}"


def outline(levels: Iterable[int]) -> list[int]:
    """
    Give the levels of a body's headings: the first is 2, and none is skipped on the way down.

    >>> outline([3, 5, 4, 3, 6]), outline([1, 2, 1])
    ([2, 3, 3, 2, 3], [2, 3, 2])
    """
    above: list[int] = []
    result = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        result.append(min(len(above) + 1, 6))
    return result


def listing(items: Sequence[str], *, start: int | None = None) -> str:
    """
    Give a list of *items*, each the Markdown of its blocks; numbered if it has a *start*.

    >>> print(listing(["a\\n\\n- b", "c"], start=3))
    3. a
    <BLANKLINE>
        - b
    <BLANKLINE>
    4. c
    """
    lines = []
    for number, item in enumerate(items, start or 0):
        marker = "-" if start is None else f"{number}."
        lines.append(f"{marker} {indent(item)}")
    # Behind an item of several blocks, the next would be read as the end of its last.
    apart = sum(map(len, items)) > LOOSE or any("\n\n" in item for item in items)
    return ("\n\n" if apart else "\n").join(lines)


def indent(block: str, by: str = "    ") -> str:
    """Give *block* with every line but the first moved in, empty ones left empty."""
    return re.sub(r"\n(?=[^\n])", "\n" + by, block)


def quote(blocks: str) -> str:
    """Give *blocks* as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in blocks.split("\n"))


def count(number: int, noun: str) -> str:
    """
    Give the number with its noun.

    >>> count(1, "link"), count(2, "address")
    ('1 link', '2 addresses')
    """
    plural = noun + ("es" if noun.endswith("s") else "s")
    return f"{number:,} {noun if number == 1 else plural}"


def stem(path: str) -> str:
    """
    Give the title that a file's name makes.

    >>> stem("in/sea-water_notes.txt")
    'Sea water notes'
    """
    words = re.sub(r"[-_\s]+", " ", path.rpartition("/")[2].rpartition(".")[0]).strip()
    return (words[:1].upper() + words[1:]) or "Article"
