"""How a word stands in its passage: first in its sentence, quoted, in brackets, in a reference."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import NOT_PROSE, Passage, Word
from pipeline.prose import abbreviations, sentences
from pipeline.prose.words import words
from pipeline.spelling import parts

_QUOTES = {
    "“": "”",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"',
}
_BLANK = f" \u00a0\u202f{NOT_PROSE}"
_BRACKETS = {"(": ")", "[": "]", "（": "）"}
_MARKS = re.compile(
    f"[{re.escape(''.join((*_QUOTES, *_QUOTES.values(), *_BRACKETS, *_BRACKETS.values())))}]"
)

_OPENS = tuple('“”„«‹"‘‚「『:¿¡\n')
"""What a capital may stand behind, without being that of a name."""

_UNSPACED = re.compile(r"(?<![\w.])[\w.]+\Z")

_HEADINGS = frozenset(
    "references reference bibliography sources références bibliographie sources referencias fuentes "
    "bibliografía literatur literaturverzeichnis quellen quellenverzeichnis bibliografia riferimenti "
    "fonti referências fontes referenties bronnen literatuur referenser källor referencer kilder "
    "литература источники kaynaklar kaynakça المراجع المصادر 参考文献 參考文獻".split()
)
"""What a list of references is called."""

_AUTHOR = r"(?<![\w'’-])[A-ZÀ-ÖØ-ÞŁŚŠŞČŽА-ЯЁ][\w'’-]+"
_REFERENCE = tuple(
    map(
        re.compile,
        (
            # "Zarate, C. A." and, in the Vancouver style, "Zarate CA, Singh JB."
            rf"{_AUTHOR}, (?:[^\W\d_]\.[ -]?)+[,;&(…]",
            rf"{_AUTHOR} [A-Z]{{1,3}}[,.;] {_AUTHOR} [A-Z]{{1,3}}[,.;]",
            # The year, in brackets or behind the journal.
            r"\((?:19|20)\d\d[a-z]?(?:, [^()]{1,20})?\)",
            r"\b(?:19|20)\d\d;",
            # "63(8), 856–864" and "63(8):856-64"; "vol. 63, no. 8"; pages alone.
            r"\b\d{1,4}\(\d{1,3}(?:[-–]\d{1,3})?\)[,:]",
            r"\b(?:vol|no|nr|núm|pp?|S)\. ?\d",
            r"\b\d{1,5}[-–]\d{1,5}\.",
            r"\bet al\b",
            r"\bdoi\b",
        ),
    )
)
"""What gives a bibliographic reference away; the first two are lists of authors."""

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŠŞČŽА-ЯЁ][\w'’&.-]*"
_PARTICLE = r"(?:of|for|and|the|de|du|des|del|della|delle|dello|der|di|da|do|dos|la|le|et|e|y|und|für|voor|van|en)"
_YEAR = r"(?:1[89]|20)\d\d"
_ENTRY = tuple(
    map(
        re.compile,
        (
            # "National Institute for Health (2022). Depression": capitals and particles alone.
            rf"{_CAPITAL},?(?: {_CAPITAL},?| &| {_PARTICLE}){{0,14}} \({_YEAR}[a-z]?\)\. \S",
            # "Organisation mondiale de la Santé (2020). Mental": a long first word, no pronoun.
            (
                rf"[A-ZÀ-ÖØ-Þ][\w'’-]{{4,}}(?: [a-zà-ÿ]+){{1,2}} {_PARTICLE}(?: {_PARTICLE})?"
                rf"(?: {_CAPITAL},?| {_PARTICLE}){{1,12}} \({_YEAR}[a-z]?\)\. \S"
            ),
            # A book: "García Márquez G. El amor. Bogotá: Oveja Negra; 1985."
            rf"(?:{_CAPITAL} ){{1,3}}[A-Z]{{1,3}}\. .+; {_YEAR}\.?\Z",
            # And "Moreau, L. Les maladies, Paris, Masson, 2011, 214 p."
            rf"{_CAPITAL}(?: {_CAPITAL})?, (?:[A-Z]\.[ -]?)+ ?.+[,;:] {_YEAR}(?:, \d+ [pS])?\.?\Z",
        ),
    )
)
"""How an entry begins whose author is an organisation, and how that of a book looks."""

_LONGEST = 500
"""No entry of a list is longer: a text that begins like one goes on as prose."""


class Token(NamedTuple):
    """A word of a passage as it stands there."""

    word: Word
    form: str
    """The word in the one spelling that is asked about."""
    before: str
    """The character before it, "" at the beginning."""
    after: str
    initial: bool = False
    """Is it where any word would have a capital."""
    quoted: bool = False
    bracketed: bool = False
    numbered: bool = False
    """Does it follow a number."""


# With fewer than a version has, each of the four who ask finds nothing: 10 MB took twice the time.
@lru_cache(maxsize=65536)
def tokens(passage: Passage) -> tuple[Token, ...]:
    """
    Give the words of *passage* as they stand there; numbers, initials and cut-off endings left out.

    The passages of one version are asked about several times, and read once.

    >>> from pipeline.model import Origin
    >>> text = "Nobody says “dog-tired” (or so). He is 40."
    >>> found = tokens(Passage(text, "en", "paragraph", Origin("a.md")))
    >>> [token.word.text for token in found if token.initial]
    ['Nobody', 'dog-tired', 'He']
    >>> [token.word.text for token in found if token.bracketed]
    ['or', 'so']
    """
    return tuple(_tokens(passage))


def _tokens(passage: Passage) -> Iterator[Token]:
    text, offsets = parts.visible(passage.text)
    plain = text is passage.text
    quoted, bracketed = _covered(text, _QUOTES), _covered(text, _BRACKETS)
    starts = iter([*(start for start, _ in sentences.sentences(text, passage.locale)), len(text)])
    start, end, initial = next(starts), 0, False
    number = False
    row = abbreviations.stops(passage.locale)
    stopped = row.inside | row.either | row.tail
    for word in words(text, passage.locale):
        while start <= word.start:
            start, initial = next(starts), True
        gap = text[end : word.start]
        gap = "" if gap == " " else gap.rstrip(_BLANK)[-1:]
        initial = initial or gap in _OPENS or (not gap and not end)
        numbered = number and not gap
        number, end = word.text[-1:].isdigit(), word.end
        if not _counts(word, text) or _shortened(word, text, stopped):
            continue
        yield Token(
            word if plain else Word(word.text, offsets[word.start], offsets[word.end - 1] + 1),
            parts.clean(word.text),
            text[word.start - 1 : word.start] if word.start else "",
            text[word.end : word.end + 1],
            initial,
            quoted[word.start] == 1,
            bracketed[word.start] == 1,
            numbered,
        )
        initial = False


@lru_cache(maxsize=1024)
def reference(text: str) -> bool:
    """
    Is *text* an entry of a list of references, whose names and titles are not ours to judge.

    >>> reference("Osei, K. B., & Lind, A. (2019). Sleep and harbours. Tides, 12(3), 45–61.")
    True
    >>> reference("Osei et al. (2019) and Lind (2020) found that people slept well.")
    False
    """
    if len(text) < _LONGEST and any(pattern.match(text) for pattern in _ENTRY):
        return True
    authors = any(pattern.search(text) for pattern in _REFERENCE[:2])
    if not authors and not _REFERENCE[4].search(text):
        return False
    hits = sum(pattern.search(text) is not None for pattern in _REFERENCE)
    return hits >= (2 if authors else 3)


def references(prose: Sequence[Passage]) -> frozenset[int]:
    """Give the numbers of the passages that are items of a list below a heading like "Sources"."""
    listed = False
    found = set()
    for number, passage in enumerate(prose):
        if passage.kind.startswith("heading"):
            listed = passage.text.strip(" :.").lower() in _HEADINGS
        elif listed and passage.kind.startswith("list item"):
            found.add(number)
    return frozenset(found)


def titled(found: Sequence[Token]) -> bool:
    """Is every important word of a passage written with a capital, as English titles are."""
    long = [text[0] for token in found if len(text := token.word.text) > 3]
    return len(long) > 2 and sum(map(str.isupper, long)) > 0.6 * len(long)


def _counts(word: Word, text: str) -> bool:
    """Is it a word to be judged: not a number, a unit, an initial, an ending cut off."""
    form = word.text
    if len(form) < 2:
        return False
    if not form.isalpha() and (
        "." in form or not any(map(str.isalpha, form)) or any(map(str.isdigit, form))
    ):
        return False
    before = text[max(word.start - 2, 0) : word.start]
    after = text[word.end : word.end + 2]
    if before[-1:] == " " and after[:1] in (" ", ""):
        return True
    return not _cut(form, before, after)


def _cut(form: str, before: str, after: str) -> bool:
    """Is a word what marks around it have cut off: of a name of a program, an address, a unit."""
    if before[-1:] in ("_", "@", "#", "\\", "%") or after[:1] == "_":
        return True
    if _of_address(form, before, after):
        return True
    if len(form) < 4 and after[:1] == "+":
        # "hr++", "Na+".
        return True
    if before[-1:] == NOT_PROSE and len(form) <= 3:
        # The plural of a piece of code.
        return True
    # "directeur(trice)", "(re)read".
    bracketed = before[-1:] == "(" and after[:1] == ")" and len(form) < 6
    return bracketed and (before[:1].isalpha() or after[1:].isalpha())


def _of_address(form: str, before: str, after: str) -> bool:
    """Is a word part of an address or of a file's name: "gov.uk"."""
    return form.islower() and (
        (before[-1:] == "." and before[:1].isalnum()) or (after[:1] == "." and after[1:].islower())
    )


def _shortened(word: Word, text: str, known: Collection[str]) -> bool:
    """Is a word what stands behind the stop of an abbreviation: "dott.ssa"."""
    if text[word.start - 1 : word.start] != ".":
        return False
    whole = _UNSPACED.search(text, max(word.start - 12, 0), word.end)
    return whole is not None and whole[0].lower() in known


def _covered(text: str, pairs: Mapping[str, str]) -> bytearray:
    """Say of each character whether it stands between two marks of a pair, in one pass."""
    covered = bytearray(len(text))
    if not _MARKS.search(text):
        return covered
    opened: list[tuple[int, str]] = []
    for found in _MARKS.finditer(text):
        offset, mark = found.start(), found[0]
        inside_word = mark in "’‘" and text[offset + 1 : offset + 2].isalnum()
        if opened and mark in opened[-1][1] and not (mark == "’" and inside_word):
            start, _ = opened.pop()
            covered[start:offset] = b"\1" * (offset - start)
        elif mark in pairs and (mark != "‘" or inside_word):
            opened.append((offset, pairs[mark]))
    return covered
