"""What is counted in a text, once; every formula is made of these counts."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.locales import language
from pipeline.model import NOT_PROSE, Passage
from pipeline.prose import reading
from pipeline.prose.sentences import sentences
from pipeline.prose.words import HIRAGANA, KANJI, KATAKANA, PROLONGED, _pattern, words

LONG = 6
"""A long word has more letters than this (Björnsson's LIX)."""

_RUNS = re.compile(
    rf"(?P<kanji>[{KANJI}]+)|(?P<hiragana>[{HIRAGANA}]+)|(?P<katakana>[{KATAKANA}{PROLONGED}]+)"
    r"|(?P<alphabet>[A-Za-zＡ-Ｚａ-ｚ]+)|(?P<comma>[、，])|\S"
)
_UNSPACED = frozenset({"ja", "zh", "yue"})
# What `pipeline.prose.words` finds, where no letter is written with a mark of its own: a class of all
# marks takes twice as long.
_OTHER = re.compile(r"[^\x00-\u02ff\u2000-\u206f]")
_LATIN = re.compile(
    r"[^\W\d]\w++(?:['’ʼ‐‑·\u200c\u200d-]\w++)*+"
    r"|(?<![\w.])(?:[^\W\d_]\.)+[^\W\d_](?!\w)"
    r"|(?<!\w)\d++(?:[.,]\d++)++\w*+"
    r"|\w++(?:['’ʼ‐‑·\u200c\u200d-]\w++)*+"
)
_SUFFIXES = ("es", "ed", "ing")
_HYPHENS = re.compile(r"[-‐‑]")

Tagger = Callable[[str], Iterable[str]]
"""
Gives the class of each Japanese morpheme of a sentence: "kango" and "wago" by origin, "verb" and
"particle" by part of speech. A morpheme with two of them is named by both, with a space between;
any other is "".
"""


class Line(NamedTuple):
    """A sentence as it is counted: its text, its words, and where it begins in which passage."""

    text: str
    words: tuple[str, ...]
    passage: Passage | None = None
    start: int = 0


@dataclass(frozen=True, slots=True)
class Kit:
    """
    What a language's formulas ask for besides words, sentences and letters; what is not given is not counted.

    *syllables* are those of a word, *familiar* says of a word in lower case whether most readers
    know it, *scripts* asks for the runs of Japanese scripts, *tagger* for morphemes.
    """

    syllables: Callable[[str], int] | None = None
    familiar: Callable[[str], bool] | None = None
    scripts: bool = False
    tagger: Tagger | None = None


PLAIN = Kit()


@dataclass(frozen=True, slots=True)
class Counts:
    """
    The counts of a text. *characters* are letters and digits of words.

    *one*, *three* and *four* are words of one syllable, of three or more, of four or more; *foggy*
    are Gunning's hard words, *unfamiliar* those that are on no list. *spans* are the words and the
    characters of each sentence, in order.

    The rest is for Japanese: *signs* are all characters but spaces, *commas* are tōten, each script
    has the length of its runs together and their number, and *morphemes* are named as `Tagger` does.
    """

    words: int = 0
    sentences: int = 0
    letters: int = 0
    characters: int = 0
    syllables: int = 0
    long_words: int = 0
    one: int = 0
    three: int = 0
    four: int = 0
    foggy: int = 0
    unfamiliar: int = 0
    signs: int = 0
    commas: int = 0
    kanji: tuple[int, int] = (0, 0)
    hiragana: tuple[int, int] = (0, 0)
    katakana: tuple[int, int] = (0, 0)
    alphabet: tuple[int, int] = (0, 0)
    morphemes: tuple[tuple[str, int], ...] = ()
    spans: tuple[tuple[int, int], ...] = field(default=(), repr=False)


def lines(prose: Sequence[Passage], locale: str) -> Iterator[Line]:
    """
    Give the sentences of *prose*, which is `running` text in the locale's language.

    What holds no word is no sentence.
    """
    # Words as text only: their places cost more than all the rest, and few are asked for.
    name = language(locale)
    for passage in prose:
        text = passage.text.replace("_", " ")
        simple = name not in _UNSPACED and not _OTHER.search(text)
        pattern = _LATIN if simple else _pattern(name)
        for start, end in sentences(text, locale):
            forms = tuple(pattern.findall(text, start, end))
            if forms:
                yield Line(passage.text[start:end], forms, passage, start)


Omitted = tuple[tuple[str, int], ...]


def running(prose: Sequence[Passage], locale: str) -> tuple[list[Passage], Omitted]:
    """
    Give the running text in the locale's language, and what is left out of it.

    That is headings, cells, titles, captions, alternatives, notes, references, and what stands in
    another language, most first, each with its number of words; code, addresses and formulas inside
    a sentence are counted in pieces, for they have no words.

    >>> from pipeline.model import Origin
    >>> running([Passage("Doses and Times", "en", "heading 2", Origin("a.md"))], "en")
    ([], (('heading', 3),))
    """
    kept: list[Passage] = []
    found: Counter[str] = Counter()
    for passage in prose:
        reason = _reason(passage, locale)
        if reason:
            found[reason] += len(words(passage.text, passage.locale))
        else:
            kept.append(passage)
        if NOT_PROSE in passage.text:
            found["code or address"] += passage.text.count(NOT_PROSE)
    return kept, tuple((name, number) for name, number in found.most_common() if number)


def _reason(passage: Passage, locale: str) -> str:
    """Say what *passage* is if it is no running text in the locale's language, else nothing."""
    if passage.locale != locale and language(passage.locale) != language(locale):
        return "other language"
    # To look for all signs of a reference is slow.
    if passage.kind in _RUNNING and not _CITED.search(passage.text):
        return ""
    if reading.running(passage):
        return ""
    # A paragraph that is not read on end is an entry of a reference list.
    kind = passage.kind.partition(",")[0].rstrip(" 0123456789")
    return "reference" if kind in _RUNNING else kind


_RUNNING = frozenset({"paragraph", "list item", "definition", "quotation", "admonition"})
# Every entry of a reference list has one of these, and little else does.
_CITED = re.compile(
    rf"\((?:1[89]|20)\d|\d ?\(\d|; ?\d|\d[-–]|\bet al\b|(?i:doi)|{NOT_PROSE}\.?\s*\Z"
)


def count(text: Iterable[Line], kit: Kit = PLAIN) -> Counts:
    """
    Count *text* in one pass, a word that returns only once.

    >>> count([Line("I’ve 20 apples.", ("I’ve", "20", "apples"))])
    ... # doctest: +ELLIPSIS
    Counts(words=3, sentences=1, letters=9, characters=11, syllables=0, long_words=0, ...)
    """
    measure = _measurer(kit.syllables, kit.familiar)
    text = tuple(text)
    times = Counter(itertools.chain.from_iterable([line.words for line in text]))
    japanese = _Japanese()
    if kit.scripts or kit.tagger:
        for line in text:
            japanese.add(line.text, kit.tagger)
    initial = Counter([line.words[0] for line in text if line.words])
    sizes: dict[str, int] = {}
    letters = syllables = long_words = one = three = four = foggy = unfamiliar = 0
    for form, number in times.items():
        sizes[form], alphabetic, spoken, hard, strange = measure(form)
        letters += number * alphabetic
        syllables += number * spoken
        if alphabetic > LONG:
            long_words += number
        if strange:
            unfamiliar += number
        if spoken == 1:
            one += number
        elif spoken >= 3:
            three += number
            four += number * (spoken >= 4)
            # A capital inside a sentence is a name's, also where the name begins one.
            name = form[0].isupper() and initial[form] < number and not form.isupper()
            foggy += number * (hard and not name)
    spans = [(len(line.words), sum(map(sizes.__getitem__, line.words))) for line in text]
    return Counts(
        times.total(),
        len(spans),
        letters,
        sum(characters for _, characters in spans),
        syllables,
        long_words,
        one,
        three,
        four,
        foggy,
        unfamiliar,
        signs=japanese.sizes.total(),
        commas=japanese.runs["comma"],
        kanji=japanese.script("kanji"),
        hiragana=japanese.script("hiragana"),
        katakana=japanese.script("katakana"),
        alphabet=japanese.script("alphabet"),
        morphemes=tuple(sorted(japanese.morphemes.items())),
        spans=tuple(spans),
    )


Features = tuple[int, int, int, bool, bool]
"""A word's letters and digits, its letters, its syllables; is it hard for Gunning; is it on no list."""


@functools.cache
def _measurer(
    syllables: Callable[[str], int] | None, familiar: Callable[[str], bool] | None
) -> Callable[[str], Features]:
    """Give what measures a word for these, and remembers it."""

    @functools.lru_cache(maxsize=100_000)
    def measure(form: str) -> Features:
        if form.isascii() and form.isalpha():
            size = letters = len(form)
        else:
            # A letter and its accent may be two characters; they are one letter.
            form = unicodedata.normalize("NFC", form)
            size, letters = sum(map(str.isalnum, form)), sum(map(str.isalpha, form))
        spoken = syllables(form) if syllables else 0
        # Not hard are compounds, and words whose third syllable is an ending.
        hard = (
            spoken >= 3
            and not _HYPHENS.search(form)
            and not (spoken == 3 and form.endswith(_SUFFIXES))
        )
        strange = bool(familiar and form.islower() and letters and not familiar(form))
        return size, letters, spoken, hard, strange

    return measure


class _Japanese:
    """The runs of scripts and the morphemes of a text, in the making."""

    __slots__ = ("morphemes", "runs", "sizes")

    def __init__(self) -> None:
        self.runs: Counter[str] = Counter()
        self.sizes: Counter[str] = Counter()
        self.morphemes: Counter[str] = Counter()

    def add(self, text: str, tagger: Tagger | None) -> None:
        plain = text.replace(NOT_PROSE, " ")
        for match in _RUNS.finditer(plain):
            self.runs[match.lastgroup or ""] += 1
            self.sizes[match.lastgroup or ""] += len(match.group())
        for classes in tagger(plain) if tagger else ():
            self.morphemes["all"] += 1
            self.morphemes.update(classes.split())

    def script(self, name: str) -> tuple[int, int]:
        return self.sizes[name], self.runs[name]
