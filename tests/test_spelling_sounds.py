"""Misspellings by ear, without accents, hyphens and ligatures, as people make them in each language."""

from __future__ import annotations

import pytest

from pipeline import dictionaries
from pipeline.model import Word
from pipeline.spelling import distance, parts, suggest
from pipeline.spelling.certainty import chances


@pytest.mark.parametrize(
    ("locale", "typed", "meant"),
    [
        ("fr", "oenologue", "œnologue"),
        ("fr", "gastro-enterologue", "gastro-entérologue"),
        ("pl", "milosc", "miłość"),
        ("pl", "rządanie", "żądanie"),
        ("pt-BR", "xuva", "chuva"),
        ("pt-BR", "charope", "xarope"),
        ("es", "hipertencion", "hipertensión"),
        ("en", "fonetic", "phonetic"),
        ("de", "Fysik", "Physik"),
    ],
)
def test_first_suggestion(locale: str, typed: str, meant: str) -> None:
    """What sounds the same, or lacks a mark, is what was meant."""
    lexicon = dictionaries.load(locale)
    assert lexicon
    (word,) = parts.unknown(Word(typed, 0, len(typed)), lexicon)
    assert suggest(word.text, lexicon)[0] == meant


def test_letters_with_a_stroke_are_near_those_without() -> None:
    """Unicode does not take them apart."""
    assert distance.weigh("milosc", "miłość", language="pl") < 1


def test_no_candidate_no_chance() -> None:
    """What is like no word is no slip of one."""
    lexicon = dictionaries.load("en")
    assert lexicon
    assert chances("qxzjvqkw", lexicon).slip < 0.1


def test_chances_are_chances() -> None:
    """The first is part of all."""
    lexicon = dictionaries.load("fr")
    assert lexicon
    for form in ("depresion", "medcin", "xyz", "pati\u0000ent"):
        found = chances(form, lexicon)
        assert 0 <= found.first <= found.slip <= 1
