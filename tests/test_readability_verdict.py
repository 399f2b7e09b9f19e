"""G's interval, drift, the ratchet, calibration, and what to rewrite first."""

from __future__ import annotations

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import readability
from pipeline.model import NOT_PROSE, Origin, Passage
from pipeline.prose import citations
from pipeline.readability import advice, scale
from pipeline.readability.counts import Counts
from pipeline.results import Score

SHORT = "We sat by the sea and ate. The sun was low and red. Then we all went home to bed. "
LONG = (
    "Notwithstanding considerable administrative difficulties, the representatives, who had "
    "previously deliberated for several uninterrupted hours, unanimously recommended "
    "(although reluctantly) comprehensive modifications of institutional responsibilities. "
)


def passage(text: str, locale: str = "en", line: int = 1) -> Passage:
    """A paragraph of an article."""
    return Passage(text, locale, "paragraph", Origin("a.md", ((0, line, 1),)))


def of_spans(spans: list[tuple[int, int]]) -> Counts:
    """Counts of sentences with so many words and characters."""
    words, characters = (sum(column) for column in zip(*spans, strict=True))
    return Counts(words=words, sentences=len(spans), characters=characters, spans=tuple(spans))


SPANS = st.lists(
    st.integers(1, 60).flatmap(lambda n: st.tuples(st.just(n), st.integers(n, 12 * n))),
    min_size=2,
    max_size=40,
)


@given(SPANS)
def test_jackknife_is_what_it_says(spans: list[tuple[int, int]]) -> None:
    """The closed form gives what counting the text again without each sentence gives."""
    counts = of_spans(spans)
    again = [
        scale.grade(of_spans(spans[:n] + spans[n + 1 :]), (0.9, -1.0)) for n in range(len(spans))
    ]
    assert scale.without(counts, (0.9, -1.0)) == pytest.approx(again, abs=1e-9)
    error = scale.error(counts, (0.9, -1.0))
    wanted = math.sqrt((len(spans) - 1) * statistics.pvariance(again))
    wider = 1.3 if counts.words < 300 else 1
    assert error == pytest.approx(wider * wanted, abs=1e-6)


def test_one_sentence_has_no_interval() -> None:
    """Nothing is known of how much it varies, so that it holds nothing."""
    assert scale.error(of_spans([(400, 2000)]), (1.0, 0.0)) is None


@pytest.mark.parametrize(
    ("words", "note", "binding"),
    [
        (99, "too short", False),
        (100, "indicative", False),
        (299, "indicative", False),
        (300, "", True),
    ],
)
def test_length_decides_what_a_score_may_do(words: int, note: str, binding: bool) -> None:
    """Under 100 words there is none, under 300 it holds no version."""
    text = [passage("We eat. " * (words // 2) + "Yes." * (words % 2))]
    score = readability.score(text, "en")
    assert (score.words, score.note, score.binding) == (words, note, binding)
    assert (score.grade is None) == (words < 100)


def test_verdict_is_by_the_lower_bound() -> None:
    """What may be chance holds nothing, and is warned of."""
    sure = Score(words=400, grade=10.5, low=9.5, high=11.5)
    unsure = Score(words=400, grade=10.5, low=8.5, high=12.5)
    assert readability.held(sure, 9.0)
    assert not readability.doubted(sure, 9.0)
    assert not readability.held(unsure, 9.0)
    assert readability.doubted(unsure, 9.0)
    assert not readability.held(sure, None)


@pytest.mark.parametrize("force", ["warn", "report"])
def test_language_that_did_not_hold_never_holds(force: str) -> None:
    """Danish and the like are warned of; where there is no scale, nothing is said."""
    score = Score(words=400, grade=15.0, low=14.0, high=16.0, force=force)  # type: ignore[arg-type]  # a test's word
    assert not readability.held(score, 9.0)
    assert bool(readability.doubted(score, 9.0)) == (force == "warn")


def test_ratchet_never_tightens_a_limit() -> None:
    """What was easy before may become as hard as the limit."""
    assert readability.allowed(9.0, 4.0, 1.0) == 9.0
    assert readability.allowed(9.0, 12.0, 1.0) == 13.0
    assert readability.allowed(None, 12.0, 1.0) is None


@pytest.mark.parametrize(
    ("grades", "error", "locale", "level"),
    [
        (1.9, None, "de", ""),
        (2.1, None, "de", "warning"),
        (2.1, None, "ru", ""),
        (3.1, None, "ru", "warning"),
        (4.1, 4.0, "de", "error"),
        (4.1, 4.0, "da", "warning"),
    ],
)
def test_drift(grades: float, error: float | None, locale: str, level: str) -> None:
    """Two grades are a warning, three where texts stray; an error only where it is asked for."""
    source = Score(words=500, grade=6.0, low=5.5, high=6.5, error=0.3)
    force = "warn" if locale == "da" else "block"
    translation = Score(words=500, grade=6 + grades, error=0.3, force=force)  # type: ignore[arg-type]  # a test's word
    found = readability.drift(source, translation, locale, error=error)
    assert found
    assert (found.level, found.grades) == (level, pytest.approx(grades))


def test_drift_by_chance_is_none() -> None:
    """Two grades of two texts that vary by two grades each say nothing."""
    source = Score(words=120, grade=6.0, error=2.0)
    found = readability.drift(source, Score(words=120, grade=8.5, error=2.0), "de")
    assert found
    assert found.level == ""
    assert found.p == pytest.approx(0.188, abs=0.001)
    assert readability.drift(source, Score(words=20), "de") is None


def test_calibration_finds_the_line() -> None:
    """Translations that lie on a line of their own get it back, and the change is told."""
    pairs = []
    for number in range(5, 25):
        source, translation = of_spans([(number, 5 * number)] * 40), None
        wanted = scale.grade(source, (1.0, 0.0))
        # ARI of the translation is half of that of the source, and two more.
        characters = ((wanted / 2 + 2) + 21.43 - 0.5 * number) / 4.71
        size = round(characters * number * 40)
        translation = Counts(words=number * 40, sentences=40, characters=size)
        pairs.append((source, translation))
    fit = readability.calibrate(pairs, (1.0, 0.0), (2.0, -6.0))
    assert fit
    assert fit.scale == pytest.approx((2.0, -4.0), abs=0.05)
    assert fit.moved == pytest.approx(2.0, abs=0.05)
    assert fit.note == "made of 20 texts; 60 are enough"
    assert readability.calibrate(pairs[:2], (1.0, 0.0)) is None


def test_hardest_sentence_comes_first_with_its_reasons() -> None:
    """The sentence that raises the grade most, where it stands, and why."""
    text = readability.measure([passage(SHORT * 8), passage(LONG, line=7)], "en")
    found = readability.advise(text)
    worst = found.sentences[0]
    assert (worst.place.line, worst.length) == (7, 23)
    assert worst.grade
    assert worst.grade > 20
    assert worst.gain > 1
    assert worst.reasons[0].startswith("long words: ")
    assert "a remark in brackets" in worst.reasons
    assert found.without is not None
    assert found.without < (readability.rate(text).grade or 0)


def test_source_stands_beside() -> None:
    """A translated sentence is shown with the one it translates, by its place."""
    ours, theirs = passage(f"Hallo. {LONG}", "de"), passage(f"Hello. {SHORT.partition('.')[0]}.")
    text = readability.measure([ours, passage(SHORT * 8, "de")], "de")
    found = readability.advise(text, beside={ours: theirs})
    assert found.sentences[0].source == "We sat by the sea and ate."


def test_hard_words_are_rare_long_and_no_names() -> None:
    """Each once, where it first stands, the rarest first; not names, nor what the project knows."""
    prose = [
        passage("Doctors give esketamine, and neuroplasticity follows."),
        passage(
            "In Addis-Abebaland the esketamine-spray helps. Ketaminelike drugs do not.", line=4
        ),
    ]
    zipf = {"neuroplasticity": 2.1, "addis": 1.0, "ketaminelike": 1.5}
    text = readability.measure(prose, "en")
    found = readability.advise(
        text, frequency=lambda word: zipf.get(word, 0.5), known={"Ketaminelike"}
    ).words
    assert [(word.text, word.times, word.place.line) for word in found] == [
        ("esketamine", 1, 1),
        ("esketamine-spray", 1, 4),
        ("neuroplasticity", 1, 1),
    ]


def test_without_a_grade_length_decides() -> None:
    """Japanese sentences over their length are told, in characters."""
    text = readability.measure(
        [passage("短い文。" + "とても長い文が続きます" * 8 + "。", "ja")], "ja"
    )
    found = readability.advise(text)
    assert [sentence.reasons[0] for sentence in found.sentences] == ["88 characters, more than 70"]


def test_long_word_is_scaled() -> None:
    """A long word of Finnish is longer than one of English."""
    assert advice.long_word("fi") > advice.long_word("de") > advice.long_word("en")


@pytest.mark.parametrize("locale", ["en", "de", "ja", "ar", "tlh", "zh-Hant", "nn"])
@given(st.text(max_size=300))
def test_any_text_has_a_score_or_a_note(locale: str, text: str) -> None:
    """No text is refused, and none scores 0 for want of words."""
    measured = readability.measure([passage(text, locale)] * 3, locale)
    score = readability.rate(measured)
    assert score.grade is not None or score.note
    readability.advise(measured, frequency=lambda _: 0.0)


BAD = {
    "numbers": "12 3.5 1,000 " * 200,
    "emoji": "👍🏽 👩‍👩‍👧 ❤️ " * 200,
    "zero width": "wo\u200brd \u200b\u200d and \ufeff more. " * 60,
    "mixed": "Hello мир 世界 こんにちは שלום. " * 60,
    "code": f"{NOT_PROSE} {NOT_PROSE}. " * 200,
    "underscores": "a_b _ __ ___. " * 100,
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("locale", ["en", "fr", "ja", "zh", "ar", "tlh"])
def test_bad_text_is_scored_or_not(name: str, locale: str) -> None:
    """Whatever is handed in, there is a finite number or a note."""
    score = readability.score([passage(BAD[name], locale)], locale)
    assert score.grade is None or math.isfinite(score.grade)
    assert score.grade is not None or score.note


@pytest.mark.parametrize(
    "entry",
    [
        "Tan, J. (2019). Sleep well. Journal of Rest, 12(3), 4–9.",
        "Tan J, Okafor M. Sleep well. J Rest. 2019;12(3):4-9.",
        "Tan, J., Okafor, M., et al. Sleep well. Journal of Rest.",
        f"Tan, J., & Ruiz, A. Sleep well. {NOT_PROSE}",
        "Tan, J., & Ruiz, A. Sleep well, pp. 4–9.",
        "Sleep well. doi.org/10.1000/182",
    ],
)
def test_reference_is_no_prose(entry: str) -> None:
    """The quick look for a reference passes none that the slow one knows."""
    assert citations.is_citation(entry)
    measured = readability.measure([passage(entry)], "en")
    assert (measured.lines, dict(measured.omitted)["reference"] > 0) == ((), True)


def test_table_is_no_prose() -> None:
    """Only a table: nothing to score, and its words are told to be left out."""
    cell = Passage("some words " * 80, "en", "table cell, column 1", Origin("a.md"))
    score = readability.score([cell], "en")
    assert (score.grade, score.note) == (None, "no prose")
    assert score.omitted == (("table cell", 160),)


def test_million_words_without_a_stop() -> None:
    """One sentence of a million words is counted once, and holds nothing."""
    score = readability.score([passage("word " * 1_000_000)], "en")
    assert (score.words, score.sentences, score.note) == (1_000_000, 1, "one sentence")
    assert not readability.held(score, 9.0)
