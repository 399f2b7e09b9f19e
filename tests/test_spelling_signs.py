"""What a text shows of its words, and what it makes of an unknown form."""

from __future__ import annotations

import pytest

from pipeline import dictionaries
from pipeline.model import Origin, Passage
from pipeline.rules.prose import spelling as rule
from pipeline.spelling import Judge


def found(text: str) -> list[str]:
    """Give what is reported of an English text."""
    prose = [Passage(text, "en", "paragraph", Origin("a.md"))]
    judge = Judge("en", dictionaries.load)
    return [one.text for one in rule.check(prose, speller=judge)]


@pytest.mark.parametrize(
    "text",
    [
        "They ate knafeh and drank tea.",
        "A dish of harira was on the table.",
        "She danced forró all night long.",
        "He was playin' all day with the ol' man.",
        "A serverless program runs anywhere.",
        "The lineout was won by the visitors.",
        "The head of Musa ibn Nusair was there.",
    ],
)
def test_what_is_no_slip_is_let_be(text: str) -> None:
    """Words far from all others, with accents, of two unknown halves, as people speak."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They ate breda and drank tea.", "breda"),
        ("The ffect of the law was seen by all.", "ffect"),
        ("Nobody saw the csfé on the corner.", "csfé"),
        ("We talked aboutthe weather again.", "aboutthe"),
        ("There was an intensivedialogue between them.", "intensivedialogue"),
    ],
)
def test_a_slip_is_still_one(text: str, word: str) -> None:
    """A letter less, one beside an accent, a space less."""
    assert found(text) == [word]


def test_a_word_that_a_text_presents_may_be_nearer_to_another() -> None:
    """What is called so, and what stands in a row of such words, is meant."""
    assert found("The fruit is called boreen.") == []
