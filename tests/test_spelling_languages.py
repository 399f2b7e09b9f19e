"""Passages and letters that do not belong where they stand, and names that a text spells two ways."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import dictionaries
from pipeline.findings import Found
from pipeline.model import Origin, Passage
from pipeline.rules.prose import left_in_another_language, spelling, wrong_script
from pipeline.spelling import Judge, names

ENGLISH = "Take one of the tablets with a glass of water every single morning."


def passages(locale: str, *texts: str) -> list[Passage]:
    return [
        Passage(text, locale, "paragraph", Origin("a.md", ((0, line, 1),)))
        for line, text in enumerate(texts, start=1)
    ]


def judge(locale: str, source: str = "en", *siblings: str) -> Judge:
    return Judge(locale, dictionaries.load, source=source, siblings=siblings)


def misspelt(locale: str, *texts: str, strict: bool = False) -> list[Found]:
    prose = passages(locale, *texts)
    return list(spelling.check(prose, speller=judge(locale), strict=strict))


@pytest.mark.parametrize("locale", ["fr", "de", "es", "ar", "ja"])
def test_passage_left_in_the_source_s_language_is_one_finding(locale: str) -> None:
    """Not one for each of its words."""
    prose = passages(locale, ENGLISH)
    assert [left.language for left in judge(locale).left(prose)] == ["English"]
    assert list(judge(locale).misspellings(prose)) == []


def test_passage_left_in_a_sibling_s_language() -> None:
    """Somebody has put the French text into the German catalog."""
    prose = passages("de", "Prenez un comprimé chaque matin avec un grand verre d’eau.")
    assert [left.language for left in judge("de", "en", "fr").left(prose)] == ["French"]


def test_passage_left_over_is_judged_in_its_own_language() -> None:
    """A misspelling in it is still one."""
    prose = passages("fr", ENGLISH.replace("glass", "galss"))
    (found,) = judge("fr").misspellings(prose)
    assert (found.word, found.suggestions[0]) == ("galss", "glass")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("fr", f"On lit sur la boîte : « {ENGLISH} »"),
        ("fr", "The National Institute of Mental Health, Bethesda"),
        ("fr", "Take it now."),
        ("es", "Tome una de las pastillas con un vaso de agua cada mañana."),
        ("en", ENGLISH),
    ],
)
def test_passage_that_may_stay(locale: str, text: str) -> None:
    """A quotation, a name, a few words, and what is in the right language."""
    assert list(judge(locale).left(passages(locale, text))) == []


def test_page_that_names_its_region() -> None:
    """A page in fr-FR is one in French."""
    prose = [replace(passage, locale="fr-FR") for passage in passages("fr", ENGLISH)]
    assert [left.language for left in judge("fr").left(prose)] == ["English"]


def test_long_passage_is_shown_short() -> None:
    """The finding points at it and quotes its beginning."""
    prose = passages("fr", ENGLISH * 3)
    (found,) = left_in_another_language.check(prose, speller=judge("fr"))
    assert len(found.message) < 90


def test_small_word_of_another_language_gets_no_suggestion() -> None:
    """« thé » is not what "the" was meant to be."""
    (found,) = judge("fr").misspellings(passages("fr", "Il faut parler the patient."))
    assert (found.word, found.foreign, found.suggestions) == ("the", True, ())


def test_word_nearly_the_same_in_both_languages_gets_one() -> None:
    """An English spelling of a Spanish word is a misspelling of it."""
    (found,) = judge("es").misspellings(passages("es", "Tiene depression desde hace años."))
    assert found.suggestions[0] == "depresión"


def test_latin_word_in_a_language_without_a_dictionary() -> None:
    """It is judged by the source's, and only if it is one slip from a common word."""
    prose = passages("ja", "この病院では recieve と ketamine が使われます。")
    assert [found.word for found in judge("ja").misspellings(prose)] == ["recieve"]


def test_levels() -> None:
    """A misspelling is an error, what may be several words a warning, what is like none a note."""
    (slip,) = misspelt("en", "They recieve it.")
    (doubtful,) = misspelt("en", "The hispi is new.")
    (unknown,) = misspelt("en", "The vorblqutrzine is new.")
    (term,) = misspelt(
        "en", "The vorblqutrzine is new, a vorblqutrzine is old, no vorblqutrzine is."
    )
    levels = (slip.level, doubtful.level, unknown.level, term.level)
    assert levels == (None, "warning", "note", "note")


def test_strict_project_has_errors_alone() -> None:
    """There an unknown word is as bad as a misspelling."""
    (unknown,) = misspelt("en", "The vorbluxtrine is new.", strict=True)
    assert unknown.level is None


def test_repeated_misspelling_is_no_term() -> None:
    """It is the same slip three times."""
    (found,) = misspelt("en", "They recieve it, we recieve it, all recieve it.")
    assert found.level is None


def test_certainty_tells_a_clear_case_from_a_doubtful_one() -> None:
    """One candidate far ahead is nearly certain; among many near ones the first is a guess."""
    (clear,) = misspelt("de", "Die Behandlnug beginnt.")
    (doubtful,) = misspelt("en", "It brought lasting relie, they said.")
    assert clear.certainty > 0.95
    assert 0.3 < doubtful.certainty < 0.7


NAMES = "We saw that {0} had come, and that {1} was there, but when {0} left it was dark."


@pytest.mark.parametrize(
    ("one", "other", "reported"),
    [
        ("Vythilingam", "Vythilingham", True),
        ("Oyelaran", "Oyalaran", True),
        ("Kowalskiego", "Kowalskiemu", False),
        ("Quattrocchi", "Quattrocchis", False),
        ("Brzezinka", "Oyelaran", False),
    ],
)
def test_name_in_two_spellings(one: str, other: str, reported: bool) -> None:
    """The one that stands once is a slip, unless it is only declined."""
    prose = passages("en", NAMES.format(one, other))
    found = [(name.word, name.suggestions) for name in judge("en").variants(prose)]
    assert found == ([(other, (one,))] if reported else [])


@given(st.dictionaries(st.text("abcABC", min_size=1, max_size=9), st.integers(1, 3), max_size=6))
def test_variant_is_rare_and_its_name_is_not(times: dict[str, int]) -> None:
    """Whatever the names are."""
    for rare, usual in names.variants(times):
        assert times[rare] == 1 < times[usual]


@pytest.mark.parametrize(
    ("locale", "text", "meant"),
    [
        ("en", "The pаtient.", ["patient"]),
        ("fr", "Le mеdecin.", ["medecin"]),
        ("ru", "Пaциент.", ["Пациент"]),
        ("uk", "Лiкар.", ["Лікар"]),
        ("ja", "ＰＴSDです", ["PTSD"]),
        ("th", "ยา ＡBC", ["ABC"]),
        ("zh", "使用ﾋﾞﾀﾐﾝ治疗", ["ビタミン"]),
        ("en", "The 5 μSv of Δt and TGF-β.", []),
        ("ru", "IT-отдел.", []),
    ],
)
def test_letters_of_the_wrong_script_or_width(locale: str, text: str, meant: list[str]) -> None:
    """What looks the same is written as the word has it; what is meant to differ is let be."""
    found = list(wrong_script.check(passages(locale, text)))
    assert [one.suggestions[0] for one in found] == meant
