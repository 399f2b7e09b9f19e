"""Quotation marks: those of each locale, and the pairs in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.locales import language
from pipeline.model import Passage

# CLDR 48, `delimiters`, which Babel does not carry: the outer marks, then the inner ones. For Switzerland
# and Liechtenstein the marks of its Federal Chancellery's „Schreibweisungen“, for CLDR has those of Germany.
# A locale that is not named has those of its language, and one without any has none that we hold it to.
_MARKS: Mapping[str, str] = {
    "ar": "”“’‘", "cs": "„“‚‘", "da": "“”‘’", "de": "„“‚‘", "de-CH": "«»‹›", "de-LI": "«»‹›", "el": "«»“”", "en": "“”‘’",
    "es": "“”‘’", "fa": "«»‹›", "fi": "””’’", "fr": "«»“”", "fr-CH": "«»‹›", "he": "””’’", "hi": "“”‘’",
    "it": "«»“”", "ja": "「」『』", "ko": "“”‘’", "nb": "«»‘’", "nl": "‘’“”", "pl": "„”«»", "pt": "“”‘’",
    "pt-PT": "«»“”", "ru": "«»„“", "sk": "„“‚‘", "sv": "””’’", "uk": "«»„“", "zh": "“”‘’",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation: where its opening and its closing mark stand, and what they are."""

    start: int
    end: int
    opening: str
    closing: str
    depth: int = 0


# A straight mark opens where no word is before it; one behind a digit may be an inch.
_STRAIGHT = re.compile(
    r'(?<![\w"\\=])"(?=[^\s"])[^"\n]{1,300}(?<=[^\s"])"(?!["\w])'
    # Where no spaces are written, its letters stand right behind the marks, too.
    r'|"(?=[\u3041-\u9fff])[^"\n]{1,300}(?<=[\u3001-\u9fff])"'
)
# „ and 「 always open; the others open and close, and open where no word stands before them.
_OPENS = re.compile(
    r"(?:(?<=[\s(\[—–/\"'«„“‚‘»])|(?<![^\n]))[“”«»‟](?=[^\s,;:!?)]|[\u00a0\u202f])|(?<!\w)«|[„「『]"
)
_MARK = re.compile("[“”„«»‟「」『』]")
_CLOSING = {"“": "”", "„": '“”"', "«": "»", "»": "«»", "”": "”", "‟": "”", "「": "」", "『": "』"}
_LONGEST = 600
_CODE = re.compile(r"[{}_$/\\=<>*|^#@%\uFFFC]|\w\(")
_WORDLIKE = 2


def marks(locale: str) -> str:
    """
    Give the four marks of *locale*: outer opening and closing, inner opening and closing; or nothing.

    >>> marks("de-AT"), marks("pt-PT"), marks("tlh")
    ('„“‚‘', '«»“”', '')
    """
    return _MARKS.get(locale.replace("_", "-")) or _MARKS.get(language(locale), "")


def mostly_curved(prose: Iterable[Passage]) -> bool:
    """Say whether twice as many quotations of *prose* stand in curved marks as in straight ones."""
    prose = tuple(prose)
    bent = sum(len(curved(passage.text)) for passage in prose)
    return bent > 0 and bent >= 2 * sum(1 for one in prose for _ in straight(one.text))


def literal(text: str) -> bool:
    r"""
    Say whether *text*, a quotation in straight marks, is something to type: a sign, a number, code.

    >>> [literal(text) for text in ('"yes"', '"c"', '"1.3"', '"a_b"', '"C:\\\\x"')]
    [False, True, True, True, True]
    """
    return bool(_CODE.search(text)) or sum(letter.isalpha() for letter in text) < _WORDLIKE


def straight(text: str) -> Iterator[Pair]:
    """
    Give the quotations of *text* in straight double marks; an inch or a lone mark is none.

    >>> [text for text in ['a "b c" d', '5" and 6"'] if list(straight(text))]
    ['a "b c" d']
    """
    if '"' in text:
        for match in _STRAIGHT.finditer(text):
            yield Pair(match.start(), match.end(), '"', '"')


@lru_cache(maxsize=8)
def curved(text: str) -> tuple[Pair, ...]:
    """
    Give the quotations of *text* in other marks, with how many are open around each.

    >>> [(pair.opening + pair.closing, pair.depth) for pair in curved("« a “b” » „c“")]
    [('«»', 0), ('“”', 1), ('„“', 0)]
    """
    if text.isascii() or not any(map(text.__contains__, _CLOSING)):
        return ()
    found: list[Pair] = []
    opened: list[tuple[int, str]] = []
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if opened and at - opened[-1][0] > _LONGEST:
            opened.clear()
        if opened and mark in _CLOSING[opened[-1][1]] and not _before_word(text, at, opened[-1][1]):
            start, opening = opened.pop()
            found.append(Pair(start, at + 1, opening, mark, len(opened)))
        elif mark in _CLOSING and _OPENS.match(text, at):
            opened.append((at, mark))
    return tuple(sorted(found, key=lambda pair: pair.start))


def _before_word(text: str, at: int, opening: str) -> bool:
    """Say whether the mark at *at* opens another quotation: a space before it, and a word behind it."""
    return (
        (text[at] != "»" or opening == "»")
        and text[at - 1 : at].isspace()
        and text[at + 1 : at + 2].isalnum()
    )
