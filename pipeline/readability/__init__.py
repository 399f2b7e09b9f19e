"""
How hard a version is to read: counts taken once, formulas made for its language, and one common scale.

G says "as hard as English text of that US school grade". Raw scores do not compare: the same text in
14 languages gets Flesch scores from -3 to 71.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.model import Passage
from pipeline.readability import advice
from pipeline.readability.advice import Frequency, beside
from pipeline.readability.counts import Counts, Line, Omitted, Tagger, count, lines, running
from pipeline.readability.languages import Language, row
from pipeline.readability.scale import (
    BINDING,
    ENOUGH,
    Fit,
    Scale,
    calibrate,
    error,
    grade,
    interval,
    of_span,
    without,
)
from pipeline.readability.verdict import allowed, baseline, doubted, drift, held
from pipeline.results import Advice, Force, Score, Value

__all__ = [
    "BINDING",
    "ENOUGH",
    "Fit",
    "Text",
    "advise",
    "allowed",
    "baseline",
    "beside",
    "calibrate",
    "doubted",
    "drift",
    "held",
    "measure",
    "rate",
    "score",
]

_WORST = 5
_UNKNOWN = "no formula for this language"


@dataclass(frozen=True, slots=True)
class Text:
    """A version's running text as it is counted; *language* is None where nothing is known of it."""

    locale: str
    language: Language | None
    lines: tuple[Line, ...]
    counts: Counts
    omitted: Omitted = ()

    @property
    def scale(self) -> Scale | None:
        """The constants of G, where they hold and the text is long enough for them to say something."""
        return self.language.scale if self.language and self.counts.words >= ENOUGH else None


def measure(
    prose: Sequence[Passage],
    locale: str,
    *,
    scale: Scale | None = None,
    tagger: Tagger | None = None,
) -> Text:
    """
    Count the running text among *prose* that is in the locale's language, in one pass.

    *scale* are the project's own constants of G for the language, *tagger* tells the classes of
    Japanese morphemes.
    """
    return _measured(tuple(prose), locale, scale, tagger)


# A translation is held against its source: one source is measured for all its languages.
@lru_cache(maxsize=4)
def _measured(
    prose: tuple[Passage, ...], locale: str, scale: Scale | None, tagger: Tagger | None
) -> Text:
    language = row(locale)
    if language and scale:
        language = replace(language, scale=scale)
    kept, left_out = running(prose, locale)
    found = tuple(lines(kept, locale))
    if language is None:
        return Text(locale, None, found, count(found), left_out)
    kit = replace(language.kit, tagger=tagger) if tagger else language.kit
    return Text(locale, language, found, count(found, kit), left_out)


def score(prose: Sequence[Passage], locale: str) -> Score:
    """
    Give the score of the running text among *prose* that is in the locale's language.

    A number that would say nothing is None, and the note says why; no text ever scores 0 for want of
    words.

    >>> from pipeline.model import Origin
    >>> found = score([Passage("It rains.", "en", "paragraph", Origin("a.md"))], "en")
    >>> found.words, found.grade, found.value, found.note
    (2, None, None, 'too short')
    """
    return rate(measure(prose, locale))


def rate(text: Text) -> Score:
    """Give the score of a text that has been counted."""
    counts, language = text.counts, text.language
    short = Score(counts.words, counts.sentences, force="report", omitted=text.omitted)
    if counts.words < ENOUGH:
        return replace(short, note="too short" if counts.words else "no prose")
    if language is None:
        return replace(short, note=_UNKNOWN)
    values = tuple(_values(counts, language))
    found = replace(
        short,
        value=values[0].value if values else None,
        formula=values[0].name if values else "",
        values=values,
    )
    if language.scale is None:
        return replace(found, note="no common scale for this language")
    value, spread = grade(counts, language.scale), error(counts, language.scale)
    if spread is None:
        return replace(found, grade=value, force="warn", note="one sentence")
    low, high = interval(value, spread)
    force: Force = language.force
    return replace(
        found,
        grade=value,
        low=low,
        high=high,
        error=spread,
        force=force,
        note="indicative" if counts.words < BINDING else "",
    )


def advise(
    text: Text,
    *,
    frequency: Frequency | None = None,
    known: Collection[str] = frozenset(),
    beside: Mapping[Passage, Passage] | None = None,
) -> Advice:
    """
    Say what to rewrite first; of a text that is too short for a grade, its long sentences and hard words.

    *frequency* gives a word's Zipf frequency in the locale's language (without it no word is hard),
    *known* are names and terms that the reader is to learn, *beside* the source of each passage.
    """
    gains: list[float] = []
    if text.scale and text.counts.sentences > 1:
        whole = grade(text.counts, text.scale)
        gains = [whole - each for each in without(text.counts, text.scale)]
    hard = advice.hardest(text.lines, gains, text.locale, most=_WORST, beside=beside)
    words = advice.hard_words(text.lines, text.locale, frequency, known=known) if frequency else ()
    return Advice(hard, words, _without_worst(text, gains))


def _without_worst(text: Text, gains: Sequence[float]) -> float | None:
    """Give G without the five sentences that raise it most, if enough is left to have one."""
    if not gains or text.scale is None:
        return None
    worst = set(sorted(range(len(gains)), key=lambda number: -gains[number])[:_WORST])
    spans = [span for number, span in enumerate(text.counts.spans) if number not in worst]
    words = sum(words for words, _ in spans)
    if words < ENOUGH:
        return None
    return of_span(words, sum(characters for _, characters in spans), text.scale, len(spans))


def _values(counts: Counts, language: Language) -> list[Value]:
    """Give what each formula of the language says; one that needs a tagger is silent without it."""
    found = []
    for formula in language.formulas:
        if "% kango" in formula.weights and not counts.morphemes:
            continue
        value = formula(counts)
        found.append(Value(formula.name, value, formula.band(value)))
    return found
