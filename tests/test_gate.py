"""The gate: a result against its thresholds."""

from __future__ import annotations

import pytest

from pipeline import gate
from pipeline.findings import Finding, Level
from pipeline.model import Place
from pipeline.results import Drift, Result, Score, Thresholds


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


def test_only_what_is_beyond_doubt_holds() -> None:
    """The lower end of the interval decides; a grade over the limit alone is to be looked at."""
    sure = Score(words=400, grade=11.0, low=9.5, high=12.5)
    unsure = Score(words=400, grade=10.0, low=8.5, high=11.5)
    held = gate.judge(Result("boats", "en", score=sure), Thresholds())
    looked_at = gate.judge(Result("boats", "en", score=unsure), Thresholds())
    assert held.reasons == ("reads at grade 11.0 (9.5 to 12.5), limit 9",)
    assert looked_at.passes
    assert looked_at.doubts == ("reads at grade 10.0 (8.5 to 11.5), limit 9",)


def test_a_language_whose_constants_did_not_hold_is_only_warned_of() -> None:
    """No translation is held by a number that we do not stand by."""
    score = Score(words=400, grade=14.0, low=12.0, high=16.0, force="warn")
    verdict = gate.judge(Result("boats", "pl", score=score), Thresholds())
    assert verdict.passes
    assert verdict.doubts


def test_an_article_may_have_its_own_limit() -> None:
    """For readers who know the field; it goes before the locale's."""
    score = Score(words=400, grade=11.0, low=10.0, high=12.0)
    assert gate.judge(Result("boats", "en", score=score, limit=12.0), Thresholds()).passes
    assert not gate.judge(Result("boats", "en", score=score, limit=6.0), Thresholds()).passes


def test_ratchet_lets_a_hard_text_stay_and_become_no_harder() -> None:
    """A site that starts hard is held to what it has published."""
    score = Score(words=400, grade=12.0, low=11.5, high=12.5)
    thresholds = Thresholds(ratchet=1.0)
    result = Result("boats", "en", score=score)
    assert gate.judge(result, thresholds, 11.0).passes
    assert not gate.judge(result, thresholds, 10.0).passes
    assert not gate.judge(result, Thresholds(), 11.0).passes


@pytest.mark.parametrize(("level", "held"), [("warning", False), ("error", True)])
def test_a_translation_that_became_harder(level: Level, held: bool) -> None:
    """It is told, and held only where the project asks for that."""
    drift = Drift(2.4, 0.01, 2.0, level)
    verdict = gate.judge(Result("boats", "fr", drift=drift), Thresholds())
    told = ("2.4 grades harder than its source, 2 allowed",)
    assert (verdict.reasons, verdict.doubts) == ((told, ()) if held else ((), told))


def spelled(*words: str, level: Level = "error") -> Result:
    """A version of 1,000 words, with these misspelt."""
    found = tuple(
        Finding(
            Place("a.md"), level, gate.SPELLING, "found", "boats", "en", ("right", "tight"), word
        )
        for word in words
    )
    count = sum(map(gate.is_misspelling, found))
    return Result("boats", "en", score=Score(words=1000), misspellings=count, findings=found)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("a b", "2 misspellings: a → right, b → right"),
        ("a b c", "3 misspellings: a → right, b → right, c → right"),
        ("a b c d", "4 misspellings: a → right, b → right, c → right and 1 more"),
        ("a b c d e", "5 misspellings: a → right, b → right, c → right and 2 more"),
    ],
)
def test_three_misspellings_are_named_and_the_rest_counted(words: str, reason: str) -> None:
    """A text in another language has hundreds."""
    assert gate.judge(spelled(*words.split()), Thresholds()).reasons == (reason,)


def test_a_misspelling_without_a_suggestion_is_only_named() -> None:
    """No arrow leads nowhere."""
    found = Finding(Place("a.md"), "error", gate.SPELLING, "found", "boats", "en", (), "relie")
    result = Result("boats", "en", score=Score(words=9), misspellings=1, findings=(found,))
    assert gate.judge(result, Thresholds()).reasons == ("1 misspelling: relie",)


def test_only_what_counts_is_named_among_misspellings() -> None:
    """Neither a word that is only noted, nor what another rule found."""
    noted = spelled("zodiac", level="note").findings
    result = Result(
        "boats",
        "en",
        score=Score(words=1000),
        misspellings=1,
        findings=(*noted, finding("warning"), *spelled("relie").findings),
    )
    assert gate.judge(result, Thresholds()).reasons == ("1 misspelling: relie → right",)


def test_words_that_nobody_checks_hold_nothing() -> None:
    """There is no rate to compare."""
    result = Result("boats", "tlh", unchecked="no dictionary for tlh", misspellings=1)
    assert gate.judge(result, Thresholds()).passes


def test_what_is_just_enough_passes() -> None:
    """A limit may be reached."""
    half = Thresholds(coverage=0.5)
    assert gate.judge(Result("boats", "fr", coverage=0.5), half).passes
    almost = gate.judge(Result("boats", "fr", coverage=0.49), half)
    assert almost.reasons == ("49 % translated, 50 % needed",)


def test_reasons_of_several_levels_name_each_rule_once() -> None:
    """In the order of the alphabet, with how often all of them were found."""
    found = (finding("error", "page/b"), finding("error", "page/a"), finding("error", "page/b"))
    result = Result("boats", "en", findings=(finding("warning", "page/c"), *found))
    reasons = gate.judge(result, Thresholds(level="warning")).reasons
    assert reasons == ("3 errors: page/a, page/b", "1 warning: page/c")


def test_verdict_says_whose_it_is_and_by_which_limits() -> None:
    """The article's own limit is the one that a report shows, and not the project's."""
    thresholds = Thresholds(misspellings=2.0)
    verdict = gate.judge(Result("boats", "fr", limit=12.0), thresholds)
    assert (verdict.article, verdict.locale) == ("boats", "fr")
    assert verdict.limits == Thresholds(grade=12.0, misspellings=2.0)
