"""Closed patterns of slips: words that are right one by one, and wrong side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.findings import Fix, Found, Level
from pipeline.locales import language
from pipeline.model import Passage

Table = Mapping[str, Sequence["Slip"]]
"""The slips of each language, by its subtag."""


@dataclass(frozen=True, slots=True)
class Slip:
    """
    A pattern in lower case, what is written instead (a template of `re`), and how sure that is.

    The pattern is matched at the beginning of a word, in text that `folded` has prepared.
    """

    pattern: str
    right: str
    level: Level = "error"
    fix: Fix = "safe"


@dataclass(frozen=True, slots=True)
class Hit:
    """A slip in a passage: its first and last offset, and what is written instead."""

    start: int
    end: int
    right: str
    slip: Slip


def folded(text: str) -> str:
    """
    Give *text* in lower case, with plain apostrophes and spaces, every character at its place.

    >>> folded("L’eau\N{NO-BREAK SPACE}!")
    "l'eau !"
    """
    plain = text.replace("’", "'").replace("\N{NO-BREAK SPACE}", " ")
    plain = plain.replace("\N{NARROW NO-BREAK SPACE}", " ")
    lower = plain.lower()
    # A dotted capital İ becomes two characters: such a text stays as it is.
    return lower if len(lower) == len(plain) else plain


def like(model: str, word: str) -> str:
    """
    Give *word* with a capital where *model* has one, and with its kind of apostrophe.

    >>> like("La eau", "l’eau"), like("l'où", "l’où")
    ('L’eau', "l'où")
    """
    if "'" in model and "’" not in model:
        word = word.replace("’", "'")
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def find(
    passage: Passage, table: Table, may: Callable[[Hit, str], bool] | None = None
) -> Iterator[Hit]:
    """
    Give the slips of *table* in *passage*, in order; *may* has a last look at each and at the text.

    >>> from pipeline.model import Origin
    >>> table = {"fr": (Slip(r"(?:le|la) (eau|homme)", r"l’\\1"),)}
    >>> [hit.right for hit in find(Passage("La eau.", "fr", "paragraph", Origin("a.md")), table)]
    ['L’eau']
    """
    slips = tuple(table.get(language(passage.locale), ()))
    if not slips:
        return
    text = folded(passage.text)
    anywhere, each = _compiled(slips)
    for match in anywhere.finditer(text):
        for pattern, slip in zip(each, slips, strict=True):
            exact = pattern.match(text, match.start(), len(text))
            if exact and exact.end() == match.end():
                model = passage.text[match.start() : match.end()]
                hit = Hit(match.start(), match.end(), like(model, exact.expand(slip.right)), slip)
                if may is None or may(hit, passage.text):
                    yield hit
                break


def found(passage: Passage, hit: Hit, what: str = "is written") -> Found:
    """Give *hit* as a rule tells it, with the level and the fix of its slip; *what* joins it to what is right."""
    message = f'"{passage.text[hit.start : hit.end]}" {what} "{hit.right}"'
    return Found.of(
        passage,
        hit.start,
        hit.end,
        message,
        hit.right,
        fix=hit.slip.fix,
        level=hit.slip.level,
    )


@lru_cache(maxsize=64)
def _compiled(slips: tuple[Slip, ...]) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    # Behind a hyphen or an apostrophe stands the rest of a word: "est-ce un", "puis-je avoir".
    edges = r"(?<![\w'-])", r"(?![\w])"
    together = "|".join(f"(?:{slip.pattern})" for slip in slips)
    return re.compile(f"{edges[0]}(?:{together}){edges[1]}"), tuple(
        re.compile(f"{edges[0]}(?:{slip.pattern}){edges[1]}") for slip in slips
    )
