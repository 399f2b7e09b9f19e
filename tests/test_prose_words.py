"""Words, reference lists, and the length of sentences across languages."""

from __future__ import annotations

import pytest

from pipeline.model import NOT_PROSE, Origin, Passage
from pipeline.prose import reading
from pipeline.prose.citations import is_citation
from pipeline.prose.words import words


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "Don’t, don't: well-known", ["Don’t", "don't", "well-known"]),
        ("en", "the dogs’ ’tis — and/or", ["the", "dogs", "tis", "and", "or"]),
        (
            "en",
            "1,190 words, 3.5 mg, B12, 5-HT2A",
            ["1,190", "words", "3.5", "mg", "B12", "5-HT2A"],
        ),
        ("en", "the U.S. and e.g. me", ["the", "U.S", "and", "e.g", "me"]),
        ("en", "relief.It was snake_case", ["relief", "It", "was", "snake", "case"]),
        ("en", f"use{NOT_PROSE}now", ["use", "now"]),
        ("fr", "l’enfant dort-il aujourd'hui ?", ["l’enfant", "dort-il", "aujourd'hui"]),
        ("ca", "la intel·ligència", ["la", "intel·ligència"]),
        ("he", 'צה"ל ארה״ב "כן"', ['צה"ל', "ארה״ב", "כן"]),
        ("fa", "می\u200cخواهم", ["می\u200cخواهم"]),
        ("ar", "كِتَابٌ، جديد", ["كِتَابٌ", "جديد"]),
        ("hi", "हिन्दी में।", ["हिन्दी", "में"]),
        ("fr", "e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("ja", "うつ病のデータ。らーめん", ["うつ", "病", "の", "データ", "らーめん"]),
        ("zh", "抑郁症COVID-19", ["抑", "郁", "症", "COVID-19"]),
        ("en", "… — !", []),
    ],
)
def test_words_are_found(locale: str, text: str, expected: list[str]) -> None:
    """Letters with their marks, numbers, and what holds a word together."""
    assert [word.text for word in words(text, locale)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tan, J. K., & Ruiz, A. (2006). A trial of sleep. Archives, 63(8), 856–864.", True),
        ("Tan JK, Ruiz A, et al. A trial of sleep. Arch Rest. 2006;63(8):856-64.", True),
        (f"World Health Organization. (2023). Sleep. {NOT_PROSE}", True),
        ("Sleep well. https://doi.org/10.1000/182", True),
        ("Tan et al. (2006) found that sleep helps most people.", False),
        ("It rose from 5–10 to 20–30 in one year (2006).", False),
        ("Ask the nurse, or call us at any time.", False),
        (f"Read more in the guide: {NOT_PROSE}", False),
        ("", False),
    ],
)
def test_references_are_told_from_prose(text: str, expected: bool) -> None:
    """Two signs of a reference, not one."""
    assert is_citation(text) is expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        *((kind, True) for kind in ("paragraph", "list item", "quotation", "definition")),
        *((kind, False) for kind in ("heading 2", "title", "table cell, column 1", "caption")),
    ],
)
def test_running_text(kind: str, expected: bool) -> None:
    """Paragraphs and the like are read on end; headings, cells and captions are not."""
    assert reading.running(Passage("It rains.", "en", kind, Origin("a.md"))) is expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        *(("en", 25), ("fr", 28), ("es", 27), ("de", 23), ("ru", 20), ("tr", 18), ("fi", 15)),
        *(("ar", 25), ("ja", 70), ("zh", 60), ("pt-BR", 26)),
    ],
)
def test_equal_length(locale: str, expected: int) -> None:
    """As much as 25 English words, in the words or characters of another language."""
    assert reading.equivalent(25, locale) == expected
