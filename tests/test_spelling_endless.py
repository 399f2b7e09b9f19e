"""Words without end, and texts with more unknown words than an editor can read, are soon judged."""

from __future__ import annotations

import pytest

from pipeline import dictionaries
from pipeline.findings import Misspelling
from pipeline.model import Origin, Passage
from pipeline.spelling import Judge


def judged(text: str, *, locale: str) -> list[Misspelling]:
    """Judge one passage."""
    prose = [Passage(text, locale, "paragraph", Origin("a.md", ((0, 1, 1),)))]
    return list(Judge(locale, dictionaries.load).misspellings(prose))


@pytest.mark.parametrize("locale", ["en", "es", "fr", "de", "ar"])
@pytest.mark.parametrize(
    "letters", ["x" * 10_000, "depression" * 1_000, "a-" * 5_000 + "a", "l’" * 5_000 + "a"]
)
def test_endless_word_is_soon_judged(locale: str, letters: str) -> None:
    """Ten thousand letters without a space are one finding at most, and nothing is proposed."""
    found = judged(f"A {letters} here.", locale=locale)
    assert all(not misspelling.suggestions for misspelling in found if len(misspelling.word) > 9)


def test_text_in_the_wrong_language_is_judged_in_reasonable_time() -> None:
    """Beyond a hundred forms nothing is proposed any more, and every form is still named."""
    english = (f"{form}ish" for form in dictionaries.load("en").frequencies.common)  # type: ignore[union-attr]
    text = " ".join(form for form, _ in zip(english, range(400), strict=False) if form.isalpha())
    found = judged(text, locale="fr")
    assert len(found) > 250
    assert sum(bool(misspelling.suggestions) for misspelling in found) <= 100
