"""The interface's own words: extracted, translated, and safe to put into a page."""

from __future__ import annotations

import pytest

from pipeline import interface
from pipeline.model import Catalog, Message

BUILTIN = ("es", "fr", "de", "ar", "ja")


def catalog(*messages: Message, locale: str = "de") -> Catalog:
    return Catalog(locale, messages=messages)


def test_template_holds_every_word_once_in_a_stable_order() -> None:
    """Two extractions give the same messages, none twice, each with a file that uses it."""
    messages = interface.template().messages
    assert messages == interface.template().messages
    assert len({message.id for message in messages}) == len(messages)
    assert all(message.locations for message in messages)


def test_template_names_the_files_and_tells_translators() -> None:
    """A word of a template has the template's path and the note that stands above it."""
    word = interface.template().index()[None, "Languages"]
    assert word.locations == ("pipeline/templates/base.html",)
    assert word.notes
    assert "Translators" not in word.notes[0]


def test_words_of_python_code_are_extracted_too() -> None:
    """The title of a footnote's arrow is no template's, but is translated all the same."""
    word = interface.template().index()[None, interface.BACK_TO_TEXT]
    assert word.flags == ("python-format",)


@pytest.mark.parametrize("locale", BUILTIN)
def test_the_package_translates_every_word(locale: str) -> None:
    """What the package brings is complete, and has nothing that is no longer asked for."""
    brought = interface.builtin(locale)
    assert brought is not None
    assert {message.key for message in brought.messages} == set(interface.template().index())
    words = interface.words(locale, brought)
    assert set(words.strings) == {message.id for message in brought.messages}


def test_builtin_serves_a_region_but_not_another_script() -> None:
    """Austrian pages speak German; a script that the package does not have is not guessed."""
    assert interface.builtin("de-AT") == interface.builtin("de")
    assert interface.builtin("ar-Latn") is None
    assert interface.builtin("../secret") is None


def test_first_catalog_wins() -> None:
    """A project's words come before the package's, which fill the gaps."""
    theirs = catalog(Message("Languages", ("Sprachauswahl",)))
    words = interface.words("de", theirs, interface.builtin("de"))
    assert words("Languages") == "Sprachauswahl"
    assert words("Articles") == "Artikel"


@pytest.mark.parametrize(
    "message",
    [
        Message("Languages", ("",)),
        Message("Languages", ("Sprachen",), fuzzy=True),
        Message("Languages", ("Sprachen",), obsolete=True),
        Message("Languages", ("Sprachen",), context="verb"),
        Message("Languages", ("Spra\x02chen",)),
        Message("Languages", ("Sprachen %(secret)s",)),
    ],
)
def test_unusable_translation_is_passed_over(message: Message) -> None:
    """What is missing, unreviewed or unsafe stays English, marked as such."""
    words = interface.words("de", catalog(message))
    assert words("Languages") == '<span lang="en" dir="ltr">Languages</span>'
    assert words.plain("Languages") == "Languages"


def test_english_is_not_marked_on_an_english_page() -> None:
    """British pages need no translation of English words."""
    assert interface.words("en-GB")("Languages") == "Languages"


def test_words_are_escaped_for_content() -> None:
    """A translator's markup is text."""
    words = interface.words("de", catalog(Message("Languages", ("<b>Sprachen</b> & mehr",))))
    assert words("Languages") == "&lt;b&gt;Sprachen&lt;/b&gt; &amp; mehr"


def test_stray_percent_sign_is_a_character() -> None:
    """Only named placeholders are filled, and a value is not searched for more of them."""
    message = Message("Note %(number)s", ("100 % %d Fußnote %(number)s",))
    words = interface.words("de", catalog(message))
    assert words.plain("Note %(number)s", number="%(number)s") == "100 % %d Fußnote %(number)s"
