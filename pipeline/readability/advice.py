"""What to rewrite first: the sentences that make a version hard, and its rare and long words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pipeline.locales import language
from pipeline.model import NOT_PROSE, Passage, Place, Run
from pipeline.prose import passages, reading
from pipeline.readability import scale as common
from pipeline.readability.counts import Line
from pipeline.readability.languages import SCALES
from pipeline.results import HardSentence, HardWord

Frequency = Callable[[str], float]
"""Gives a word's Zipf frequency: the logarithm of its uses in 10⁹ words, 0 if it is never used."""

LIMIT = 25
"""English words of a sentence that can be read once; other languages have the length that says as much."""
RARE = 3.5
"""A word under this Zipf frequency is used less than three times in a million words."""

# Letters of a word, over the same 117 texts of LibreOffice's help as the lengths of sentences.
_LETTERS: Mapping[str, float] = {
    "cs": 5.68,
    "da": 5.51,
    "de": 6.06,
    "el": 5.77,
    "en": 4.60,
    "es": 4.94,
    "fi": 8.03,
    "fr": 5.17,
    "hu": 6.46,
    "it": 5.44,
    "nl": 5.44,
    "pl": 6.25,
    "pt": 4.93,
    "ru": 6.42,
    "sv": 5.45,
    "tr": 6.82,
}
_LONG_WORD = 9
_NAMED = 3
_CLAUSES = 4
_BREAKS = re.compile(r"[,;:،؛、，；：]|\s[–—-]\s")
_BRACKETED = re.compile(r"[(\[（][^)\]）]{12,}[)\]）]")
_APOSTROPHES = re.compile("['’]")
_HYPHENS = re.compile(r"[-‐‑]")


def long_word(locale: str) -> int:
    """
    Give the letters from which on a word is long in the locale's language: 9 in English.

    >>> [long_word(locale) for locale in ("en", "fr", "de", "fi")]
    [9, 10, 12, 16]
    """
    return round(_LONG_WORD * _LETTERS.get(language(locale), _LETTERS["en"]) / _LETTERS["en"])


def hardest(
    lines: Sequence[Line],
    gains: Sequence[float],
    locale: str,
    *,
    most: int = 5,
    beside: Mapping[Passage, Passage] | None = None,
) -> tuple[HardSentence, ...]:
    """
    Give the sentences without which the grade falls most, the worst first, *most* of them.

    *gains* are by how much it falls without each of *lines*; without a grade, length decides. *beside*
    has the source of each passage.
    """
    if gains:
        ranked = sorted(range(len(lines)), key=lambda number: -gains[number])
        chosen = [number for number in ranked[:most] if gains[number] > 0]
    else:
        ranked = sorted(range(len(lines)), key=lambda number: -_length(lines[number], locale))
        longest = reading.equivalent(LIMIT, locale)
        chosen = [number for number in ranked[:most] if _length(lines[number], locale) > longest]
    return tuple(
        _sentence(lines[number], gains[number] if gains else 0.0, locale, beside or {})
        for number in chosen
    )


def _sentence(
    line: Line, gain: float, locale: str, beside: Mapping[Passage, Passage]
) -> HardSentence:
    scale = SCALES.get(language(locale))
    characters = sum(sum(map(str.isalnum, word)) for word in line.words)
    return HardSentence(
        _place(line, 0),
        line.text.replace(NOT_PROSE, "…"),
        _length(line, locale),
        common.of_span(len(line.words), characters, scale) if scale else None,
        gain,
        tuple(_reasons(line, locale)),
        _source(line, beside),
    )


def _length(line: Line, locale: str) -> int:
    if reading.unit(locale) == "words":
        return len(line.words)
    return sum(map(len, line.words))


def _place(line: Line, offset: int) -> Place:
    """Give where the character at *offset* of *line* stands; a line without a passage stands nowhere."""
    return line.passage.origin.at(line.start + offset) if line.passage else Place("", 1, 1)


def _reasons(line: Line, locale: str) -> Iterator[str]:
    """Say what makes a sentence hard: its length, its long words, its clauses, what it puts in brackets."""
    length, limit = _length(line, locale), reading.equivalent(LIMIT, locale)
    if length > limit:
        yield f"{length} {reading.unit(locale)}, more than {limit}"
    least = long_word(locale)
    long_words = sorted({word for word in line.words if len(word) >= least}, key=_by_length)
    if long_words and reading.unit(locale) == "words":
        more = f" and {len(long_words) - _NAMED} more" if len(long_words) > _NAMED else ""
        yield f"long words: {', '.join(long_words[:_NAMED])}{more}"
    breaks = len(_BREAKS.findall(line.text))
    if breaks >= _CLAUSES:
        yield f"{breaks + 1} parts between commas"
    if _BRACKETED.search(line.text):
        yield "a remark in brackets"


def _by_length(word: str) -> tuple[int, str]:
    return -len(word), word


def hard_words(
    lines: Sequence[Line],
    locale: str,
    frequency: Frequency,
    *,
    known: Collection[str] = frozenset(),
    most: int = 20,
) -> tuple[HardWord, ...]:
    """
    Give the rare and long words, each once where it first stands, the rarest first.

    Not names (in German, whose nouns have capitals, only those that are *known*), nor acronyms, nor
    what is in *known*: the project's words and its glossary. A compound is hard if a part of it is.
    """
    least = long_word(locale)
    skipped = {word.lower() for word in known}
    first: dict[str, int] = {}
    times: Counter[str] = Counter()
    small: set[str] = set()
    # A capital inside a sentence is a name's; at its start it says nothing.
    opening = {line.words[0] for line in lines if line.words}
    nouns = language(locale) == "de"
    # Each form once: a text has three times as many words.
    wheres: dict[str, int] = {}
    for number in reversed(range(len(lines))):
        wheres.update(dict.fromkeys(lines[number].words, number))
    for whole, uses in Counter(chain.from_iterable(line.words for line in lines)).items():
        # "l’hypertension", "patient’s".
        word = max(_APOSTROPHES.split(whole), key=len) if _APOSTROPHES.search(whole) else whole
        form = word.lower()
        times[form] += uses
        if len(form) >= least:
            first[form] = min(first.get(form, len(lines)), wheres[whole])
        if word == form or nouns or whole in opening:
            small.add(form)
    found = []
    for form, number in first.items():
        line = lines[number]
        if form not in small or form in skipped:
            continue
        parts = [part for part in _HYPHENS.split(form) if part.isalpha()]
        zipfs = [frequency(part) for part in parts if len(part) >= least]
        if zipfs and min(zipfs) < RARE:
            found.append(HardWord(_word_place(line, form), form, times[form], min(zipfs)))
    found.sort(key=lambda word: (word.zipf or 0.0, -word.times, word.text))
    return tuple(found[:most])


def _word_place(line: Line, form: str) -> Place:
    return _place(line, max(line.text.lower().find(form), 0))


def beside(runs: Iterable[Run], source: str) -> dict[Passage, Passage]:
    """
    Give the source of each passage of translated *runs*, where both fall into as many passages.

    *source* is the locale in which the article is written.
    """
    found: dict[Passage, Passage] = {}
    for run in runs:
        if run.state == "translated":
            theirs = passages.segment_passages(run.segment, source)
            ours = passages.passages(run)
            if len(ours) == len(theirs):
                found.update(zip(ours, theirs, strict=True))
    return found


def _source(line: Line, beside: Mapping[Passage, Passage]) -> str:
    """
    Give the sentence that *line* translates.

    Of as many sentences it is the one in its place, else the one at the same share of the text.
    """
    source = beside.get(line.passage) if line.passage else None
    if source is None or line.passage is None:
        return ""
    ours, theirs = list(reading.read(line.passage)), list(reading.read(source))
    if not theirs:
        return ""
    index = next((n for n, each in enumerate(ours) if each.start == line.start), 0)
    if len(ours) != len(theirs):
        middle = (line.start + len(line.text) / 2) / max(len(line.passage.text), 1)
        middle *= len(source.text)
        index = next((n for n, each in enumerate(theirs) if each.end >= middle), len(theirs) - 1)
    text = source.text[theirs[index].start : theirs[index].end]
    return text.replace(NOT_PROSE, "…")
