"""What formulas weigh, and what a formula is: a row of measures, each with its weight."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.readability.counts import Counts

Measure = Callable[[Counts], float]

MEASURES: Mapping[str, Measure] = {
    "words per sentence": lambda counts: counts.words / counts.sentences,
    "sentences per word": lambda counts: counts.sentences / counts.words,
    "syllables per word": lambda counts: counts.syllables / counts.words,
    "letters per word": lambda counts: counts.letters / counts.words,
    "characters per word": lambda counts: counts.characters / counts.words,
    "characters per sentence": lambda counts: counts.characters / counts.sentences,
    "% long words": lambda counts: 100 * counts.long_words / counts.words,
    "long words per sentence": lambda counts: counts.long_words / counts.sentences,
    "% words of 1 syllable": lambda counts: 100 * counts.one / counts.words,
    "% words of 3 syllables": lambda counts: 100 * counts.three / counts.words,
    "% words of 4 syllables": lambda counts: 100 * counts.four / counts.words,
    "% foggy words": lambda counts: 100 * counts.foggy / counts.words,
    "% unfamiliar words": lambda counts: 100 * counts.unfamiliar / counts.words,
    # 3.6365 is added where more than one word in twenty is on no list.
    "over 5 % unfamiliar": lambda counts: float(100 * counts.unfamiliar > 5 * counts.words),
    "root of words of 3 syllables in 30 sentences": lambda counts: math.sqrt(
        30 * counts.three / counts.sentences
    ),
    "signs per sentence": lambda counts: counts.signs / counts.sentences,
    "commas per sentence": lambda counts: counts.commas / counts.sentences,
    "letters of a run of letters": lambda counts: _mean(counts.alphabet),
    "letters of a run of hiragana": lambda counts: _mean(counts.hiragana),
    "letters of a run of katakana": lambda counts: _mean(counts.katakana),
    "letters of a run of kanji": lambda counts: _mean(counts.kanji),
    "morphemes per sentence": lambda counts: _morphemes(counts, "all") / counts.sentences,
    "% kango": lambda counts: _share(counts, "kango"),
    "% wago": lambda counts: _share(counts, "wago"),
    "% verbs": lambda counts: _share(counts, "verb"),
    "% particles": lambda counts: _share(counts, "particle"),
}
"""What a formula weighs, each from counts of at least one word and one sentence."""


@dataclass(frozen=True, slots=True)
class Formula:
    """
    A row: what is added to *base* is each measure times its weight.

    *bands* are limits with what a value at or above the limit means, from the highest down;
    *harder* says that the value grows with difficulty. *doubt* is what could not be checked.
    """

    name: str
    languages: str
    base: float
    weights: Mapping[str, float]
    source: str
    harder: bool = False
    bands: tuple[tuple[float, str], ...] = ()
    doubt: str = ""

    def __call__(self, counts: Counts) -> float:
        """Give the value for *counts*, which hold at least one word."""
        return self.base + sum(
            weight * MEASURES[name](counts) for name, weight in self.weights.items()
        )

    def band(self, value: float) -> str:
        """
        Say what *value* means, if the formula's author did.

        >>> LENGTH = Formula("length", "en", 0, {}, "", bands=((20, "long"), (0, "short")))
        >>> LENGTH.band(21), LENGTH.band(3), LENGTH.band(-1)
        ('long', 'short', '')
        """
        return next((words for limit, words in self.bands if value >= limit), "")


def _mean(run: tuple[int, int]) -> float:
    """Give the mean length of runs, from their length together and their number."""
    return run[0] / run[1] if run[1] else 0.0


def _morphemes(counts: Counts, name: str) -> int:
    return dict(counts.morphemes).get(name, 0)


def _share(counts: Counts, name: str) -> float:
    return 100 * _morphemes(counts, name) / max(_morphemes(counts, "all"), 1)
