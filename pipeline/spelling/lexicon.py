"""What is known of a language's words: which forms exist, and how common each of them is."""

from __future__ import annotations

import itertools
import math
import string
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType

from pipeline.spelling import distance

LONGEST = 64
"""No dictionary has a longer word; an engine is not asked about one."""

COMMON = 60_000
"""How many forms are looked through for similar ones; the rest are only looked up."""

_TURKISH = str.maketrans({"I": "ı", "İ": "i"})


class Frequencies:
    """
    How common each form of a language is, on the Zipf scale.

    A form that is met once in a million words has 3, once in a thousand 6, an unknown one 0. The
    common forms are a dictionary; the many rare ones are kept as text by their first letters, which
    takes a third of the memory and a few microseconds a question.

    >>> both = Frequencies([(7.7, ["the"]), (4.5, ["relief"]), (1.2, ["relie"])], common=2)
    >>> [both.zipf(word) for word in ("the", "relief", "relie", "lie")]
    [7.7, 4.5, 1.2, 0.0]
    """

    def __init__(
        self, bands: Iterable[tuple[float, Sequence[str]]] = (), *, common: int = COMMON
    ) -> None:
        """Take the forms in *bands* of one frequency each, the most frequent first."""
        self._common: dict[str, float] = {}
        rare: defaultdict[str, list[str]] = defaultdict(list)
        for zipf, forms in bands:
            if len(self._common) < common:
                self._common.update(dict.fromkeys(forms, zipf))
                continue
            for form in forms:
                rare[form[:3]].append(f"{form} {zipf:.2f}")
        self._rare = {start: "\n" + "\n".join(lines) + "\n" for start, lines in rare.items()}

    @property
    def common(self) -> Mapping[str, float]:
        """The common forms, the most frequent first."""
        return MappingProxyType(self._common)

    def zipf(self, form: str) -> float:
        """Give the frequency of a folded form."""
        found = self._common.get(form)
        if found is not None:
            return found
        shelf = self._rare.get(form[:3], "")
        start = shelf.find(f"\n{form} ")
        if start < 0:
            return 0.0
        return float(shelf[start + len(form) + 2 : shelf.index("\n", start + 1)])


def _nothing(_form: str) -> Sequence[str]:
    return ()


def _never(_form: str) -> bool:
    return False


@dataclass(frozen=True, eq=False)
class Lexicon:
    """
    The words of one language: what its dictionary accepts, and how common they are.

    *accepts* is asked once for each form. *propose* gives an engine's own suggestions, where they
    add something to ours. Two lexicons are never equal, so that caches can be kept by lexicon.

    >>> lexicon = Lexicon("en", {"relief"}.__contains__)
    >>> lexicon.knows("relief"), lexicon.knows("relie")
    (True, False)
    """

    locale: str
    accepts: Callable[[str], bool]
    frequencies: Frequencies = field(default_factory=Frequencies)
    propose: Callable[[str], Sequence[str]] = _nothing
    elsewhere: Callable[[str], bool] = _never
    """Is a form the spelling of another region: right there, wrong here, however common."""
    sources: tuple[str, ...] = ()
    """The dictionaries behind it, by name."""
    _verdicts: dict[str, bool] = field(default_factory=dict, init=False, repr=False)

    @property
    def language(self) -> str:
        """The language subtag of its locale."""
        return self.locale.partition("-")[0]

    def knows(self, form: str) -> bool:
        """Is *form* a word, written with these capitals."""
        if len(form) > LONGEST:
            return False
        verdict = self._verdicts.get(form)
        if verdict is None:
            verdict = self._verdicts[form] = self._ask(form)
        return verdict

    def _ask(self, form: str) -> bool:
        if self.accepts(form):
            return True
        # Some lists write the apostrophe straight, some curly, Ukrainian and Breton as a letter.
        return "'" in form and any(self.accepts(form.replace("'", mark)) for mark in "’ʼ")

    def zipf(self, form: str) -> float:
        """Give the frequency of *form*, whatever its capitals."""
        return self.frequencies.zipf(self.fold(form).casefold())

    def fold(self, form: str) -> str:
        """
        Give *form* in small letters, as this language makes them.

        >>> Lexicon("tr", bool).fold("IŞIK"), Lexicon("de", bool).fold("Straße")
        ('ışık', 'straße')
        """
        if self.language in {"tr", "az"}:
            form = form.translate(_TURKISH)
        return form.lower()

    @cached_property
    def alphabet(self) -> str:
        """The letters that its common words are written with, and those case folding hides."""
        letters = {letter for letter, times in self._letters.items() if times >= 20}
        if self.language == "de":
            letters.add("ß")
        return "".join(sorted(filter(spelled, letters))) or string.ascii_lowercase

    @cached_property
    def script(self) -> str:
        """The script of its words, or nothing where no words have been counted."""
        common = next((letter for letter, _ in self._letters.most_common() if letter.isalpha()), "")
        return script(common) if common else ""

    @cached_property
    def _letters(self) -> Counter[str]:
        return Counter("".join(itertools.islice(self.frequencies.common, 20_000)))

    @cached_property
    def trigrams(self) -> Mapping[str, float]:
        """Every run of three letters in its common words, ends being spaces: the logarithm of how many."""
        runs = Counter(run for form in self.frequencies.common for run in threes(form))
        return {run: math.log1p(times) for run, times in runs.items()}

    @cached_property
    def shelves(self) -> Mapping[int, tuple[str, ...]]:
        """Its common words by length."""
        shelves: defaultdict[int, list[str]] = defaultdict(list)
        for form in self.frequencies.common:
            if spelled(form):
                shelves[len(form)].append(form)
        return {length: tuple(forms) for length, forms in shelves.items()}

    @cached_property
    def plain(self) -> Mapping[str, tuple[str, ...]]:
        """Its common words with accents or ligatures, by how they look without."""
        plain: defaultdict[str, list[str]] = defaultdict(list)
        for form in self.frequencies.common:
            if not form.isascii():
                for key in {distance.bare(form), distance.expand(form, self.language)} - {form}:
                    plain[key].append(form)
        return {key: tuple(forms) for key, forms in plain.items()}


def spelled(form: str) -> bool:
    """
    Is *form* made of letters, marks and apostrophes: not a number, not a sign.

    >>> spelled("don't"), spelled("हिन्दी"), spelled("2nd")
    (True, True, False)
    """
    return form.isalpha() or all(
        letter == "'" or unicodedata.category(letter)[0] in "LM" for letter in form
    )


def threes(form: str) -> Iterator[str]:
    """
    Give every run of three letters, the word's ends being spaces.

    >>> list(threes("be"))
    [' be', 'be ']
    """
    padded = f" {form} "
    return (padded[at : at + 3] for at in range(len(padded) - 2))


@lru_cache(maxsize=4096)
def script(letter: str) -> str:
    """
    Give the script of a letter, the three of Japanese and the characters of Chinese as one.

    >>> script("é"), script("я"), script("あ") == script("病")
    ('LATIN', 'CYRILLIC', True)
    """
    name = unicodedata.name(letter, "?").split()[0]
    return "CJK" if name in {"HIRAGANA", "KATAKANA", "CJK", "KATAKANA-HIRAGANA"} else name
