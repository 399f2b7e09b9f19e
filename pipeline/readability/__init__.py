"""
How hard a version is to read: counts taken once, a formula made for its language, and one common scale.

G says "as hard as English text of that US school grade". Raw scores do not compare: the same text in
14 languages gets Flesch scores from -3 to 71.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Passage
from pipeline.readability import formulas
from pipeline.readability.counts import Counts, count, lines
from pipeline.readability.languages import Language, row
from pipeline.results import Score

ENOUGH = 100
"""Words below which a score says nothing: sampled from one text, it varies by more than 5 grades."""


def score(prose: Sequence[Passage], locale: str) -> Score:
    """
    Give the score of the running text among *prose* that is in the locale's language.

    A number that would say nothing is None, and the note says why; no text ever scores 0 for want of
    words.

    >>> from pipeline.model import Origin
    >>> score([Passage("It rains.", "en", "paragraph", Origin("a.md"))], "en")
    Score(words=2, sentences=1, grade=None, value=None, formula='', note='too short')
    """
    known = row(locale)
    language = known or Language()
    text = lines(prose, locale)
    counts = count(text, syllables=language.syllables, scripts=language.scripts)
    if counts.words < ENOUGH:
        return Score(
            counts.words, counts.sentences, note="too short" if counts.words else "no prose"
        )
    if known is None:
        return Score(counts.words, counts.sentences, note="no formula for this language")
    return Score(
        counts.words,
        counts.sentences,
        grade=grade(counts, language),
        value=language.formula(counts) if language.formula else None,
        formula=language.name,
        note=_missing(language),
    )


def grade(counts: Counts, language: Language) -> float | None:
    """Give G, or None where no constants hold for the language."""
    if language.scale is None:
        return None
    slope, intercept = language.scale
    return slope * formulas.ari(counts) + intercept


def _missing(language: Language) -> str:
    if language.formula is None:
        return "no formula for this language"
    return "" if language.scale else "no common scale for this language"
