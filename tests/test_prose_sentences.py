"""Sentences: each case is a text by its sentences, which are found again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.model import NOT_PROSE
from pipeline.prose import abbreviations
from pipeline.prose.sentences import sentences

# A file a language, a block a text, a line a sentence. Sentences are joined by a space, in Japanese and
# Chinese by nothing.
FOLDER = Path(__file__).parent / "cases" / "sentences"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.txt"))

# What no rule can know: an abbreviation of Swedish streets that ends in any letter.
NOT_YET = {"Han bor på Storg. 5."}


def cases(locale: str) -> Iterator[list[str]]:
    """The texts of a language."""
    for block in (FOLDER / f"{locale}.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        yield block.split("\n")


def found(text: str, locale: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in sentences(text, locale)]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_sentences_are_found(locale: str) -> None:
    """A text falls into the sentences it was made of."""
    join = "" if locale in ("ja", "zh") else " "
    wrong = [case for case in cases(locale) if found(join.join(case), locale) != case]
    assert [case for case in wrong if not NOT_YET & set(case)] == []


def test_suite_is_large() -> None:
    """There are cases enough to say something, and what is not yet right is less than one in fifty."""
    number = sum(1 for locale in LANGUAGES for _ in cases(locale))
    assert number >= 150
    assert len(LANGUAGES) >= 12
    assert len(NOT_YET) / number < 0.02


def test_footnote_mark_belongs_to_its_sentence() -> None:
    """A mark behind the stop does not hide the stop."""
    text = f"It helps.{NOT_PROSE} Not always."
    assert sentences(text, "en") == ((0, 10), (11, 22))


def test_quotation_mark_behind_the_stop_belongs_to_its_sentence() -> None:
    """What holds no letter is no sentence of its own."""
    text = "« Fini. » !"
    assert sentences(text, "fr") == ((0, len(text)),)


def test_line_break_ends_a_sentence_before_a_capital() -> None:
    """A deliberate line break separates an address from what follows, not a word from its clause."""
    text = "Open daily\nCall us first\nor write"
    assert found(text, "en") == ["Open daily", "Call us first\nor write"]


def test_nothing_has_no_sentence() -> None:
    """Marks alone are not a sentence."""
    assert sentences("", "en") == sentences(" … — !", "en") == ()


def test_region_does_not_matter() -> None:
    """One language, however its tag is written."""
    text = "Am 3. Mai. Danach nicht."
    assert sentences(text, "de") == sentences(text, "de-AT") == sentences(text, "de_CH")


@pytest.mark.parametrize("locale", ["xx", "../de", "", "con"])
def test_unknown_language_has_what_all_share(locale: str) -> None:
    """A language without a file, and what is no language, splits by what all share."""
    assert found("Dr. Lee came. She left.", locale) == ["Dr. Lee came.", "She left."]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_file_is_read(locale: str) -> None:
    """What a language's file lists is part of its row, and no key is misspelt."""
    table = abbreviations._file(locale)
    known = set(abbreviations.Stops.__dataclass_fields__) - {"known"}
    assert set(table) <= known
    for key in ("inside", "either", "tail", "before_number", "opens"):
        listed = str(table.get(key, "")).split()
        assert set(listed) <= getattr(abbreviations.stops(locale), key)


def test_norwegian_has_one_file() -> None:
    """Bokmål's abbreviations are those of "no" and Nynorsk too."""
    assert abbreviations.stops("no") == abbreviations.stops("nn-NO") == abbreviations.stops("nb")


def test_long_text_costs_what_its_length_costs() -> None:
    """A text without a stop, and one of stops only, are cut without looking back to their start."""
    assert len(sentences("word " * 100_000, "en")) == 1
    assert len(sentences("A. " * 30_000, "en")) <= 30_000
    assert len(sentences("“Why?” I " * 20_000, "en")) > 0
