"""Closed patterns of slips: words that are right one by one, and wrong side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.findings import Fix, Found, Level
from pipeline.locales import language
from pipeline.model import Passage
from pipeline.prose.kept import kept
from pipeline.prose.literals import finder, required

Table = Mapping[str, Sequence["Slip"]]

_TELLING = 3
"""Shorter literals stand in most texts, as parts of words."""
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


@kept
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
    ready = _ready(table, language(passage.locale))
    if not ready.slips:
        return
    text = folded(passage.text)
    anywhere = ready.anywhere if ready.may(text) else ready.unasked
    if anywhere is None:
        return
    for match in anywhere.finditer(text):
        for pattern, slip in zip(ready.each, ready.slips, strict=True):
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


@dataclass(frozen=True, slots=True)
class _Ready:
    """
    The slips of a language as they are looked for: all at once, and each by itself.

    Where *may* says no, none but those can be found whose literals are too short to ask for: *unasked*.
    """

    slips: tuple[Slip, ...]
    anywhere: re.Pattern[str]
    each: tuple[re.Pattern[str], ...]
    may: Callable[[str], bool]
    unasked: re.Pattern[str] | None


_known: dict[tuple[int, str], tuple[Table, _Ready]] = {}


def _ready(table: Table, name: str) -> _Ready:
    """Give the slips of a language. A rule's table is asked for by who it is: to compare it takes longer."""
    known = _known.get((id(table), name))
    if known is None or known[0] is not table:
        known = _known[id(table), name] = table, _compiled(tuple(table.get(name, ())))
    return known[1]


def _compiled(slips: tuple[Slip, ...]) -> _Ready:
    asked: list[str] = []
    unasked: list[str] = []
    for slip in slips:
        shortest = min(map(len, required(slip.pattern)), default=0)
        (asked if shortest >= _TELLING else unasked).append(slip.pattern)
    return _Ready(
        slips,
        _either(slip.pattern for slip in slips),
        tuple(_either([slip.pattern]) for slip in slips),
        finder(asked),
        _either(unasked) if unasked else None,
    )


def _either(patterns: Iterable[str]) -> re.Pattern[str]:
    # Behind a hyphen or an apostrophe stands the rest of a word: "est-ce un", "puis-je avoir".
    together = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(rf"(?<![\w'-])(?:{together})(?![\w])")
