"""The gate: a result against its thresholds."""

from __future__ import annotations

from pipeline import gate
from pipeline.model import Finding, Level, Place
from pipeline.results import Result, Score, Thresholds


def finding(level: Level, rule: str = "page/image-alt") -> Finding:
    return Finding(Place("a.md"), level, rule, "found", "boats", "en", ("relief",), "relie")


def test_good_result_passes() -> None:
    """Nothing found, all translated, easy to read: published."""
    assert gate.judge(Result("boats", "en"), Thresholds()).published


def test_draft_is_judged_but_not_published() -> None:
    """A draft can pass, and stays in."""
    verdict = gate.judge(Result("boats", "en", draft=True), Thresholds())
    assert verdict.passes
    assert not verdict.published


def test_error_holds() -> None:
    """A finding at the threshold's level is a reason, named by its rule."""
    result = Result("boats", "en", findings=(finding("error"), finding("warning")))
    assert gate.judge(result, Thresholds()).reasons == ("1 error: page/image-alt",)


def test_warning_holds_only_where_asked() -> None:
    """Below the threshold's level findings inform."""
    result = Result("boats", "en", findings=(finding("warning"),))
    assert gate.judge(result, Thresholds()).passes
    assert not gate.judge(result, Thresholds(level="warning")).passes


def test_misspelling_names_its_correction() -> None:
    """The reason says what was likely meant."""
    score = Score(words=1000)
    result = Result(
        "boats", "en", score=score, misspellings=1, findings=(finding("error", gate.SPELLING),)
    )
    assert gate.judge(result, Thresholds()).reasons == ("1 misspelling: relie → relief",)
    assert gate.judge(result, Thresholds(misspellings=1.0)).passes


def test_hard_text_holds_when_it_is_long_enough() -> None:
    """A grade over the limit holds a text of 300 words, and says its measure."""
    hard = Result("boats", "en", score=Score(words=300, grade=12.34))
    short = Result("boats", "en", score=Score(words=299, grade=12.34))
    assert gate.judge(hard, Thresholds()).reasons == ("reads at grade 12.3, limit 9",)
    assert gate.judge(short, Thresholds()).passes


def test_almost_translated_is_not_rounded_up() -> None:
    """99.9 % is less than 100 %."""
    verdict = gate.judge(Result("boats", "fr", coverage=0.999), Thresholds())
    assert verdict.reasons == ("99 % translated, 100 % needed",)


def test_threshold_that_asks_nothing() -> None:
    """None switches a threshold off."""
    result = Result("boats", "fr", coverage=0.0, score=Score(words=900, grade=20.0))
    assert gate.judge(result, Thresholds(grade=None, coverage=None)).passes
