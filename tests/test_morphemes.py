"""Japanese morphemes, where their tagger is installed."""

from __future__ import annotations

import pytest

from pipeline import morphemes, readability
from pipeline.model import Origin, Passage

SENTENCE = "血圧の薬を毎日飲んでください。"


@pytest.fixture
def tagger() -> morphemes.Tagger:
    found = morphemes.tagger()
    if found is None:
        pytest.skip("the extra `japanese` is not installed")
    return found


def test_classes(tagger: morphemes.Tagger) -> None:
    """Origin and part of speech, and no punctuation."""
    assert list(tagger(SENTENCE)) == [
        "kango",
        "wago particle",
        "wago",
        "wago particle",
        "kango",
        "wago verb",
        "wago particle",
        "wago verb",
    ]


def test_formula_is_given(tagger: morphemes.Tagger) -> None:
    """JReadability stands first among the values of a Japanese text."""
    prose = [Passage(SENTENCE * 40, "ja", "paragraph", Origin("a.md"))]
    text = readability.measure(prose, "ja", tagger=tagger)
    assert readability.rate(text).formula == "jReadability"
