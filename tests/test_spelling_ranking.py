"""What was likely meant: distances, candidates, and their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import dictionaries
from pipeline.spelling import Frequencies, Lexicon, distance, edits, foreign, ranking, sounds

LETTERS = st.text(alphabet="abcdeéß", max_size=8)


def lexicon(locale: str, **zipfs: float) -> Lexicon:
    """Make a small lexicon of words and their frequencies."""
    bands = [(zipf, [form]) for form, zipf in sorted(zipfs.items(), key=lambda item: -item[1])]
    return Lexicon(locale, frozenset(zipfs).__contains__, Frequencies(bands))


@given(LETTERS)
def test_a_form_is_not_far_from_itself(form: str) -> None:
    """Only equal forms are no distance apart."""
    assert distance.weigh(form, form) == 0


@given(LETTERS, LETTERS)
def test_other_forms_are_some_way_off(one: str, other: str) -> None:
    """Two different forms are at least an accent apart, and never more than all their letters."""
    far = distance.weigh(one, other)
    assert (far == 0) == (one == other)
    assert far <= 1.4 * (len(one) + len(other))


@given(st.text(alphabet="abc", min_size=1, max_size=6))
def test_one_edit_is_one_edit(form: str) -> None:
    """No string one edit away costs more than the dearest edit, and none is the form itself."""
    shorter, longer = edits.one_edit(form, "abc")
    assert form not in shorter + longer
    assert all(0 < distance.weigh(form, other) <= 1.5 for other in shorter + longer if other)


@pytest.mark.parametrize(
    ("typed", "nearer", "farther", "language"),
    [
        ("medecin", "médecin", "mederin", "fr"),
        ("depresion", "depression", "depresison", "en"),
        ("relirf", "relief", "relimf", "en"),
        ("zeit", "zeiz", "zeib", "de"),
        ("strasse", "straße", "straffe", "de"),
        ("coeur", "cœur", "coeurs", "fr"),
        ("fuer", "für", "fuder", "de"),
        ("الى", "إلى", "الي", "ar"),
        ("teh", "the", "tea", "en"),
        ("anxiaty", "anxiety", "anxipty", "en"),
        ("xelief", "xelies", "relief", "en"),
    ],
)
def test_likely_slips_weigh_less(typed: str, nearer: str, farther: str, language: str) -> None:
    """Accents, doubled letters, neighbours on the keyboard, sounds and swaps are lighter."""
    near = distance.weigh(typed, nearer, language=language)
    assert near < distance.weigh(typed, farther, language=language)


def test_the_commoner_word_is_first() -> None:
    """Of two words equally near, people meant the one they use more often."""
    words = lexicon("en", relief=4.5, relied=4.0, relies=3.6, belie=2.4)
    assert ranking.suggest("relie", words) == ("relief", "relied", "relies", "belie")


def test_the_nearer_word_is_first() -> None:
    """A common word two edits away does not beat a rarer one that is one away."""
    words = lexicon("en", therapy=4.4, the=7.7, there=6.4)
    assert ranking.suggest("theraphy", words)[0] == "therapy"


def test_words_of_the_text_come_first() -> None:
    """A term that no dictionary has is proposed where the text uses it."""
    words = lexicon("en", vitamin=4.0)
    assert ranking.suggest("ketamni", words, {"ketamin"})[0] == "ketamin"


def test_suggestions_have_the_capitals_of_the_form() -> None:
    """What replaces the first word of a sentence has its capital."""
    words = lexicon("en", the=7.7, relief=4.5)
    assert ranking.suggest("Teh", words) == ("The",)
    assert ranking.suggest("RELEIF", words) == ("RELIEF",)


def test_german_nouns_keep_their_capital() -> None:
    """A noun written small is proposed with its capital."""
    words = Lexicon("de", {"Hilfe"}.__contains__, Frequencies([(5.0, ["hilfe"])]))
    assert ranking.suggest("hlife", words) == ("Hilfe",)


def test_folded_frequencies_find_the_sharp_s() -> None:
    """The frequency lists write "strasse"; German does not."""
    words = Lexicon("de", {"Straße"}.__contains__, Frequencies([(5.0, ["strasse"])]))
    assert ranking.suggest("Strase", words) == ("Straße",)
    assert ranking.suggest("Strasse", words) == ("Straße",)


def test_a_missing_space_is_put_in() -> None:
    """Two common words run together are taken apart; rare ones beside a word of grammar alone."""
    words = lexicon("en", the=7.7, heart=5.3, a=7.4, lot=5.0, rare=3.9, very=6.1)
    assert ranking.suggest("theheart", words)[0] == "the heart"
    assert ranking.suggest("rarelot", words) == ()
    assert ranking.suggest("veryrare", words)[0] == "very rare"


def test_at_most_five() -> None:
    """An editor reads five."""
    words = lexicon("en", bat=4, cat=4, fat=4, hat=4, mat=4, pat=4, rat=4)
    assert len(ranking.suggest("xat", words)) == 5


@pytest.mark.parametrize("form", ["", "x", "x" * 10_000, "\0", "é" * 100])
def test_nothing_for_what_is_no_word(form: str) -> None:
    """One letter, or ten thousand, are nobody's slip."""
    assert ranking.suggest(form, lexicon("en", a=7.4, relief=4.5)) == ()


def test_a_word_that_people_use_stands() -> None:
    """A form that texts have often, and that no known word explains, is a word."""
    words = Lexicon(
        "en",
        {"answer", "vitamin"}.__contains__,
        Frequencies(
            [(5.3, ["answer"]), (4.0, ["vitamin"]), (2.9, ["sertralin"]), (1.9, ["awnser"])]
        ),
    )
    assert ranking.stands("sertralin", words)
    assert not ranking.stands("awnser", words)
    assert not ranking.stands("neverwritten", words)


def test_a_word_quoted_here_is_left_over() -> None:
    """A word that both languages know belongs to the one that explains all its uses."""
    english = {f"w{number}": 7.0 - number / 100 for number in range(20)}
    quoted = {form: zipf - 2.4 for form, zipf in english.items()}
    there = lexicon("en", **english, **{"for": 7.0, "train": 4.9})
    here = Lexicon(
        "fr",
        {"for", "train"}.__contains__,
        Frequencies(
            [(zipf, [form]) for form, zipf in {**quoted, "train": 4.8, "for": 4.55}.items()]
        ),
    )
    assert foreign.left_over("for", here, there)
    assert not foreign.left_over("train", here, there)


def test_without_frequencies_nothing_is_left_over() -> None:
    """Nothing is claimed where nothing is counted."""
    words = Lexicon("sq", {"for"}.__contains__)
    assert not foreign.left_over("for", words, lexicon("en", **{"for": 7.0}))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ketamine", "кетамин"), ("Zarate", "زاراتي"), ("aspartate", "أسبارتات"), ("Ott", "Ot")],
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    """Consonants survive in another script, vowels need not."""
    assert sounds.skeleton(one) == sounds.skeleton(other)


@pytest.mark.parametrize(
    ("locale", "typed", "meant"),
    [
        ("en", "relie", "relief"),
        ("en", "recieve", "receive"),
        ("en", "definately", "definitely"),
        ("en", "dont", "don't"),
        ("en", "alot", "a lot"),
        ("es", "medicameto", "medicamento"),
        ("es", "tambien", "también"),
        ("fr", "medecin", "médecin"),
        ("fr", "coeur", "cœur"),
        ("fr", "etre", "être"),
        ("de", "Behandlug", "Behandlung"),
        ("de", "gross", "groß"),
        ("de", "Patinet", "Patient"),
        ("ar", "الصحه", "الصحة"),
        ("ar", "الاعراض", "الأعراض"),
    ],
)
def test_right_word_first(locale: str, typed: str, meant: str) -> None:
    """Slips that people make, with the real dictionaries."""
    words = dictionaries.load(locale)
    assert words is not None
    assert ranking.suggest(typed, words)[:1] == (meant,)
