"""What a reader reads on end: which passages are running text, their sentences, and how long those are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline import locales
from pipeline.model import Passage, Word
from pipeline.prose.citations import is_citation
from pipeline.prose.sentences import sentences
from pipeline.prose.words import first_and_length, words

# Each word has at least one such row.
_LETTERS = re.compile(r"[^\W_]++")
_PARTING_ASCII = " \n-/'"
_PARTING = f"{_PARTING_ASCII}\u00a0\u202f–—’"
_RUNNING = frozenset({"paragraph", "list item", "definition", "quotation", "admonition"})

# Words of a sentence for each of the same sentence in English: 117 parallel texts of LibreOffice's
# help, 465 words each, split and counted as here. A language that is not named counts as English.
_WORDS: Mapping[str, float] = {
    "cs": 11.4 / 14.6,
    "da": 12.8 / 14.6,
    "de": 13.6 / 14.6,
    "el": 15.0 / 14.6,
    "es": 15.9 / 14.6,
    "fi": 9.0 / 14.6,
    "fr": 16.2 / 14.6,
    "hu": 11.9 / 14.6,
    "it": 15.2 / 14.6,
    "pl": 12.2 / 14.6,
    "pt": 15.2 / 14.6,
    "ru": 11.8 / 14.6,
    "sv": 12.7 / 14.6,
    "tr": 10.8 / 14.6,
}
# Characters for an English word. Japan's Agency for Cultural Affairs asks writers to take care from 50
# to 60 characters on (2022), so that 25 words stand for 70, a little above; a Chinese text has fewer
# characters than its Japanese translation.
_CHARACTERS: Mapping[str, float] = {"ja": 2.8, "zh": 2.4, "yue": 2.4}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its first and last offset there, and its words."""

    start: int
    end: int
    words: tuple[Word, ...]


def running(passage: Passage) -> bool:
    """Say whether *passage* is read as text: no heading, cell, title, caption, note or reference."""
    return passage.kind in _RUNNING and not is_citation(passage.text)


def read(passage: Passage) -> Iterator[Sentence]:
    """
    Give the sentences of *passage* that hold a word.

    >>> from pipeline.model import Origin
    >>> passage = Passage("It rains. We stay in.", "en", "paragraph", Origin("a.md"))
    >>> [[word.text for word in sentence.words] for sentence in read(passage)]
    [['It', 'rains'], ['We', 'stay', 'in']]
    """
    found = iter(words(passage.text, passage.locale))
    word = next(found, None)
    for start, end in sentences(passage.text, passage.locale):
        inside = []
        while word and word.start < end:
            inside.append(word)
            word = next(found, None)
        if inside:
            yield Sentence(start, end, tuple(inside))


def longer(passage: Passage, most: int) -> Iterator[tuple[int, int, int, int]]:
    """
    Give the sentences of *passage* that are longer than *most*: first word, start, end and length.

    The length is in the language's unit. To cut out the words of every sentence takes five times as long.
    """
    text, locale = passage.text, passage.locale
    if unit(locale) != "words":
        for sentence in read(passage):
            if (size := length(sentence, locale)) > most:
                yield sentence.words[0].start, sentence.start, sentence.end, size
        return
    for start, end in sentences(text, locale):
        if len(_LETTERS.findall(text, start, end)) > most:
            first, size = first_and_length(text, locale, start, end)
            if size > most:
                yield first, start, end, size


def unit(locale: str) -> str:
    """Name what a sentence's length is counted in: "words", or "characters" where none are written."""
    return "characters" if locales.language(locale) in _CHARACTERS else "words"


def length(sentence: Sentence, locale: str) -> int:
    """Give the length of *sentence* in its language's unit; marks and spaces are not counted."""
    if unit(locale) == "words":
        return len(sentence.words)
    return sum(len(word.text) for word in sentence.words)


def at_most(passage: Passage) -> int:
    """Give a length that no sentence of *passage* reaches beyond, at almost no cost."""
    text = passage.text
    return (
        sum(map(text.count, _PARTING_ASCII if text.isascii() else _PARTING)) + 1
        if unit(passage.locale) == "words"
        else len(text)
    )


def equivalent(words_in_english: int, locale: str) -> int:
    """
    Give the length at which a sentence says as much as one of so many words in English.

    >>> [equivalent(25, locale) for locale in ("en-GB", "fr", "de", "ru", "fi", "ja")]
    [25, 28, 23, 20, 15, 70]
    """
    language = locales.language(locale)
    return round(words_in_english * (_CHARACTERS.get(language) or _WORDS.get(language, 1.0)))
