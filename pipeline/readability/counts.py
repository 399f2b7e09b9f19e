"""What is counted in a text, once; every formula is made of these counts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.locales import language
from pipeline.model import NOT_PROSE, Passage
from pipeline.prose import reading
from pipeline.prose.words import HIRAGANA, KANJI, KATAKANA, PROLONGED

LONG = 6
"""A long word has more letters than this (Björnsson's LIX)."""

_RUNS = re.compile(
    rf"(?P<kanji>[{KANJI}]+)|(?P<hiragana>[{HIRAGANA}]+)|(?P<katakana>[{KATAKANA}{PROLONGED}]+)"
    r"|(?P<alphabet>[A-Za-zＡ-Ｚａ-ｚ]+)|(?P<comma>[、，])|\S"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is counted: its text and its words."""

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """
    The counts of a text. *characters* are letters and digits of words.

    The rest is for Japanese: *signs* are all characters but spaces, *commas* are tōten, and each
    script has the length of its runs together and their number.
    """

    words: int = 0
    sentences: int = 0
    letters: int = 0
    characters: int = 0
    syllables: int = 0
    long_words: int = 0
    signs: int = 0
    commas: int = 0
    kanji: tuple[int, int] = (0, 0)
    hiragana: tuple[int, int] = (0, 0)
    katakana: tuple[int, int] = (0, 0)
    alphabet: tuple[int, int] = (0, 0)


def lines(prose: Sequence[Passage], locale: str) -> Iterator[Line]:
    """
    Give the sentences of the running text in the locale's language.

    Left out are headings, cells, titles, captions, alternatives, notes and references, and what
    stands in another language.
    """
    for passage in prose:
        if language(passage.locale) == language(locale) and reading.running(passage):
            for sentence in reading.read(passage):
                text = passage.text[sentence.start : sentence.end]
                yield Line(text, tuple(word.text for word in sentence.words))


def count(
    text: Iterable[Line], *, syllables: Callable[[str], int] | None = None, scripts: bool = False
) -> Counts:
    """
    Count *text* in one pass, a word that returns only once.

    >>> count([Line("I’ve 20 apples.", ("I’ve", "20", "apples"))])
    ... # doctest: +ELLIPSIS
    Counts(words=3, sentences=1, letters=9, characters=11, syllables=0, long_words=0, ...)
    """
    forms: Counter[str] = Counter()
    runs: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    sentences = 0
    for line in text:
        sentences += 1
        forms.update(line.words)
        if scripts:
            for match in _RUNS.finditer(line.text.replace(NOT_PROSE, " ")):
                runs[match.lastgroup or ""] += 1
                sizes[match.lastgroup or ""] += len(match.group())
    words = letters = characters = spoken = long_words = 0
    for form, times in forms.items():
        # A letter and its accent may be two characters; they are one letter.
        word = unicodedata.normalize("NFC", form)
        alphabetic = sum(map(str.isalpha, word))
        words += times
        letters += times * alphabetic
        characters += times * sum(map(str.isalnum, word))
        long_words += times * (alphabetic > LONG)
        spoken += times * syllables(word) if syllables else 0
    return Counts(
        words,
        sentences,
        letters,
        characters,
        spoken,
        long_words,
        signs=sizes.total(),
        commas=runs["comma"],
        kanji=(sizes["kanji"], runs["kanji"]),
        hiragana=(sizes["hiragana"], runs["hiragana"]),
        katakana=(sizes["katakana"], runs["katakana"]),
        alphabet=(sizes["alphabet"], runs["alphabet"]),
    )
