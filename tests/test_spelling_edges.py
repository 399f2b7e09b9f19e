"""What the spelling policy decides on the words of small made-up languages."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pytest

from pipeline.spelling import (
    Frequencies,
    Lexicon,
    certainty,
    foreign,
    joined,
    plausible,
    ranking,
    variants,
)


def lexicon(locale: str, zipfs: Mapping[str, float], *, known: Sequence[str] = ()) -> Lexicon:
    """Make a language of the words that it *knows*, and of how common words are in it."""
    bands = [(zipf, [form]) for form, zipf in sorted(zipfs.items(), key=lambda item: -item[1])]
    return Lexicon(locale, frozenset(known or zipfs).__contains__, Frequencies(bands))


def pairs(form: str, words: Lexicon) -> list[str]:
    """Give the pairs of words that a form may be."""
    return [pair for _, pair in joined.halves(form, words)]


def test_two_words_run_together_are_found_with_their_score() -> None:
    """The commoner both words are, the likelier the space is missing."""
    words = lexicon("en", {"under": 5.0, "stand": 4.5})
    ((score, pair),) = joined.halves("understand", words)
    assert pair == "under stand"
    assert score == pytest.approx(5.0 + 4.5 - 11.6)


@pytest.mark.parametrize(
    ("form", "zipfs", "found"),
    [
        ("alot", {"a": 7.3, "lot": 5.1}, ["a lot"]),
        ("alot", {"a": 5.5, "lot": 5.1}, []),
        ("alot", {"a": 7.3, "lot": 3.9}, []),
        ("lota", {"a": 7.3, "lot": 5.1}, ["lot a"]),
        ("seei", {"i": 6.5, "see": 5.1}, ["see i"]),
        ("ofall", {"of": 7.2, "all": 6.4}, ["of all"]),
        ("ofall", {"of": 3.8, "all": 6.4}, []),
        ("isit", {"is": 4.2, "it": 4.2}, ["is it"]),
    ],
)
def test_short_half_has_to_be_a_common_word(
    form: str, zipfs: dict[str, float], found: list[str]
) -> None:
    """Of two letters and fewer nearly all are in some dictionary; only common ones are meant."""
    assert pairs(form, lexicon("en", zipfs)) == found


@pytest.mark.parametrize(
    ("locale", "zipfs", "found"),
    [
        ("fr", {"ripe": 2.7, "plum": 3.0}, ["ripe plum"]),
        ("en", {"ripe": 2.7, "plum": 3.0}, []),
        ("fr", {"ripe": 2.2, "plum": 6.0}, []),
        ("nl", {"ripe": 2.7, "plum": 3.0}, []),
        ("nl", {"ripe": 2.7, "plum": 5.6}, ["ripe plum"]),
        ("nl", {"ripe": 4.2, "plum": 4.2}, ["ripe plum"]),
        ("de", {"ripe": 3.9, "plum": 5.2}, []),
    ],
)
def test_where_compounds_are_one_word_two_rare_ones_are_a_compound(
    locale: str, zipfs: dict[str, float], found: list[str]
) -> None:
    """There a space is missing only between common words, or beside a word of grammar."""
    assert pairs("ripeplum", lexicon(locale, zipfs)) == found


def test_three_letters_are_a_whole_word() -> None:
    """A rare word of three letters counts like any longer one."""
    assert pairs("figtree", lexicon("fr", {"fig": 3.0, "tree": 3.4})) == ["fig tree"]
    assert pairs("treefig", lexicon("fr", {"fig": 3.0, "tree": 3.4})) == ["tree fig"]


def test_both_halves_have_to_be_words() -> None:
    """What is counted and in no dictionary is no half."""
    zipfs = {"under": 5.0, "stand": 4.5}
    assert pairs("understand", lexicon("en", zipfs, known=["under"])) == []
    assert pairs("understand", lexicon("en", zipfs, known=["stand"])) == []


def test_german_nouns_of_being_are_words() -> None:
    """An infinitive of "sein" stands behind anything in German, and in German alone."""
    assert pairs("fertigsein", lexicon("de", {"fertig": 5.0, "sein": 6.5})) == []
    assert pairs("fertigsein", lexicon("nl", {"fertig": 5.0, "sein": 6.5})) == ["fertig sein"]
    assert pairs("fertigbein", lexicon("de", {"fertig": 5.0, "bein": 6.5})) == ["fertig bein"]


@pytest.mark.parametrize(
    ("here", "there", "taken"),
    [
        (4.5, 5.0, True),  # "video"
        (4.0, 5.0, False),
        (2.0, 2.9, True),  # "albuterol"
        (1.5, 2.9, False),
        (0.0, 0.5, False),
        (0.4, 0.9, True),
        (5.0, 4.0, True),
    ],
)
def test_word_taken_over_is_nearly_as_common_as_at_home(
    here: float, there: float, taken: bool
) -> None:
    """A rare one may be rarer still: of it the texts say little."""
    lexicon_here = (
        lexicon("de", {"thing": here}, known=["haus"])
        if here
        else lexicon("de", {}, known=["haus"])
    )
    assert foreign.loan("thing", lexicon_here, lexicon("en", {"thing": there})) is taken


@pytest.mark.parametrize(
    ("form", "zipf", "known", "term"),
    [
        ("metformin", 2.8, True, True),
        ("relaxin", 2.0, True, True),
        ("statin", 2.8, True, False),
        ("patients", 5.0, True, False),
        ("metformin", 2.8, False, False),
    ],
)
def test_term_that_languages_share_is_long_rare_and_known(
    form: str, zipf: float, known: bool, term: bool
) -> None:
    """A common word left in a translation was forgotten."""
    other = lexicon("en", {form: zipf}, known=[form] if known else ["else"])
    assert foreign.shared(form, other) is term


def test_chances_are_those_of_the_scores() -> None:
    """Every candidate has its part, and so has what nobody thought of."""
    words = lexicon("en", {"raider": 3.0, "reader": 4.0})
    scores = [found.score for found in ranking.rank("raeder", words)]
    first, second = (math.exp(1.1 * score) for score in scores)
    nothing = math.exp(1.1 * -3.0)
    found = certainty.chances("raeder", words)
    assert found.first == pytest.approx(first / (first + second + nothing))
    assert found.slip == pytest.approx((first + second) / (first + second + nothing))


def test_word_of_the_text_makes_a_slip_likelier() -> None:
    """What the text itself says was likely meant."""
    words = lexicon("en", {"ketone": 2.0})
    assert (
        certainty.chances("ketamni", words, {"ketamin"}).slip
        > certainty.chances("ketamni", words).slip
    )


def test_accents_are_added_changed_and_left_out() -> None:
    """Each letter in turn, and nothing but accents; letters of other alphabets are not met."""
    assert set(variants.accents("cote", "eéèoôtc")) == {"côte", "coté", "cotè"}
    assert set(variants.accents("côté", "eéèoôtc")) == {"coté", "côte", "côtè"}


def test_sound_is_spelt_in_other_letters_of_the_alphabet_alone() -> None:
    """What the language does not write is not what was meant."""
    assert "cake" in set(variants.heard("kake", "acek", "en"))
    assert "cake" not in set(variants.heard("kake", "aek", "en"))


def test_sound_and_accent_may_both_be_wrong() -> None:
    """One letter for another of its sound, at any place, and an accent on top of it."""
    heard = set(variants.heard("ezkimo", "aeiékmosz", "fr"))
    assert {"eskimo", "éskimo"} <= heard
    assert "ézkimo" not in heard


def let_be(
    form: str,
    zipfs: Mapping[str, float],
    locale: str = "en",
    *,
    there: Sequence[Lexicon] = (),
    hints: int = 0,
    own: Sequence[str] = (),
) -> bool:
    """Is a form rather a word, where the dictionary has all that is counted but itself."""
    known = [word for word in zipfs if word != form]
    words = lexicon(locale, zipfs, known=known)
    return plausible.plausible(form, words, own, there=there, hints=hints)


@pytest.mark.parametrize(
    ("form", "zipfs", "word"),
    [
        # Behind a verb a small word makes a noun, if people write it so.
        ("lineout", {"line": 5.0, "out": 6.6, "lineout": 1.5}, True),
        ("lineout", {"line": 5.0, "out": 6.6, "lineout": 1.2}, False),
        ("lineout", {"line": 5.0, "out": 6.6}, False),
        ("tryout", {"try": 5.0, "out": 6.6, "tryout": 1.5}, False),
        # Any other is one if it has been met, unless a half is short or a word of grammar.
        ("timelapse", {"time": 5.5, "lapse": 3.5, "timelapse": 0.5}, True),
        ("timelapse", {"time": 5.5, "lapse": 3.5}, False),
        ("timelapse", {"time": 5.9, "lapse": 3.5, "timelapse": 0.5}, False),
        ("ironage", {"iron": 4.5, "age": 4.5, "ironage": 0.5}, False),
        # Two rare words seldom meet but in a compound; a long one is likelier two words.
        ("shieldfern", {"shield": 4.3, "fern": 4.2}, True),
        ("shieldferns", {"shield": 4.3, "ferns": 4.2}, False),
        ("shieldfern", {"shield": 4.7, "fern": 4.2}, False),
        # What the language puts behind whole words.
        ("patternwise", {"pattern": 4.3, "wise": 4.5}, True),
        ("patternrise", {"pattern": 4.3, "rise": 4.5}, False),
    ],
)
def test_two_words_of_english_are_a_compound_by_how_common_they_are(
    form: str, zipfs: dict[str, float], word: bool
) -> None:
    """Where a space may be missing, it is one word or two by what people write."""
    assert let_be(form, zipfs) is word


def test_greek_and_latin_are_put_before_words_in_every_language() -> None:
    """Two words of another kind are two, where the language has no such compounds."""
    assert let_be("photoalbum", {"photo": 4.3, "album": 4.5}, "de")
    assert not let_be("bilderalbum", {"bilder": 4.3, "album": 4.5}, "de")
    assert not let_be("casaverde", {"casa": 4.3, "verde": 4.5}, "es")


STONES = {
    "blanketstone": 0.5,
    "blanketrose": 0.5,
    "blanketmoss": 0.5,
    "stone": 4.0,
    "rose": 4.0,
    "moss": 4.0,
    "wood": 4.0,
}
FERNS = {
    "stonefern": 0.5,
    "rosefern": 0.5,
    "mossfern": 0.5,
    "woodfern": 0.5,
    "stone": 4.0,
    "rose": 4.0,
    "moss": 4.0,
    "wood": 4.0,
}


def test_half_that_makes_many_compounds_makes_one_more() -> None:
    """Three others are too few to tell, four are enough."""
    halves = {"blanket": 4.3, "reed": 4.2}
    assert not let_be("blanketreed", {**halves, **STONES})
    assert let_be("blanketreed", {**halves, **STONES, "blanketwood": 0.5})


def test_last_half_counts_in_singular_and_plural() -> None:
    """Whoever knows wood fern and stone fern lets be any fern, and any ferns."""
    assert let_be("blanketferns", {"blanket": 4.3, "ferns": 4.2, **FERNS})
    assert not let_be("blanketreeds", {"blanket": 4.3, "reeds": 4.2, **FERNS})


def test_word_of_grammar_is_no_half_of_a_compound() -> None:
    """Behind another none is; before one only those are that English makes words with."""
    many = {f"{head}with": 0.5 for head in ("stone", "rose", "moss", "wood")}
    rare = dict.fromkeys(("stone", "rose", "moss", "wood", "blanket"), 4.0)
    assert not let_be("blanketwith", {"with": 7.0, **many, **rare})
    assert let_be("afterfern", {"after": 6.0, "fern": 4.2, **FERNS})
    assert not let_be("thesefern", {"these": 6.0, "fern": 4.2, **FERNS})


def test_english_form_far_from_every_word_is_let_be() -> None:
    """Two slips in a short form are one too many, unless the word is very common."""
    assert let_be("tahomi", {"tahini": 4.0})
    assert not let_be("tahomi", {"tahini": 5.5})
    assert not let_be("tahoni", {"tahini": 4.0})


def test_longer_form_has_to_be_farther_from_every_word() -> None:
    """Two slips in seven letters are hardly a quarter of it."""
    assert not let_be("tahomis", {"tahinis": 4.0})
    assert let_be("kervams", {"kelvans": 3.5})


def test_inflected_language_has_its_own_slips_far_from_what_is_listed() -> None:
    """Where words have many forms that no list has, being far from all of them says nothing."""
    assert not let_be("tahomi", {"tahini": 4.0}, "fr")


def test_form_without_the_first_or_last_letter_of_a_word_is_that_word() -> None:
    """Such a letter is lost more easily than any other."""
    assert not let_be("tahini", {"tahinis": 0.5})
    assert not let_be("ahinis", {"tahinis": 0.5})


def test_accent_in_an_english_form_was_meant() -> None:
    """Unless it is an English word but for the accent."""
    assert let_be("médoc", {"medic": 4.5})
    assert not let_be("médoc", {"medic": 4.5, "medoc": 0.1})


def test_what_is_counted_is_no_slip_of_what_scores_much_less() -> None:
    """A sign in the text that a form is foreign makes up for a lower count."""
    assert not let_be("tahomis", {"tahinis": 4.0}, hints=0)
    assert let_be("tahomis", {"tahinis": 4.0, "tahomis": 2.1})
    assert not let_be("tahomiss", {"tahiniss": 4.0, "tahomiss": 1.9})
    assert let_be("tahomiss", {"tahiniss": 4.0, "tahomiss": 1.9}, hints=1)


def test_sign_that_a_form_is_foreign_lets_it_be_nearer_to_a_word() -> None:
    """What the text quotes, explains or sets beside another such word was meant."""
    assert not let_be("tahomi", {"tahini": 6.5})
    assert let_be("tahomi", {"tahini": 6.5}, hints=1)


def test_name_is_farther_than_a_word_from_what_is_written_small() -> None:
    """Who types small letters hardly meant a name."""
    words = Lexicon("en", {"Tahini"}.__contains__, Frequencies([(4.0, ["tahini"])]))
    assert plausible.plausible("tahoni", words, (), there=())
    assert not plausible.plausible("Tahoni", words, (), there=())


@pytest.mark.parametrize(
    ("form", "zipfs", "word"),
    [
        ("urate", {"rate": 5.0, "urate": 0.5}, True),
        ("urate", {"rate": 5.0}, False),
        ("urate", {"rate": 5.6, "urate": 0.5}, False),
        ("murated", {"murate": 5.0, "murated": 0.5}, False),
    ],
)
def test_short_form_that_people_write_is_a_slip_of_a_common_word_or_none(
    form: str, zipfs: dict[str, float], word: bool
) -> None:
    """A longer one may well be a slip that many make."""
    assert let_be(form, zipfs, "fr") is word


def test_word_of_the_text_is_what_was_meant() -> None:
    """However well a form is built, the term beside it is likelier."""
    assert let_be("photoalbum", {"photo": 4.3, "album": 4.5}, "de")
    assert not let_be(
        "photoalbum", {"photo": 4.3, "album": 4.5}, "de", own=["photoalben", "photoalbun"]
    )


@pytest.mark.parametrize(
    ("zipf", "near", "there", "word"),
    [
        (0.5, 3.0, 2.8, True),
        (0.0, 3.0, 2.8, False),
        (0.5, 5.0, 2.8, False),
        (0.5, 3.0, 4.8, False),
    ],
)
def test_word_of_another_language_is_let_be_if_it_is_a_term_people_write_here(
    zipf: float, near: float, there: float, word: bool
) -> None:
    """A common word was left over; one that is nearly a word of this language is a slip of it."""
    zipfs = {"metformina": near} | ({"metformin": zipf} if zipf else {})
    english = lexicon("en", {"metformin": there})
    assert let_be("metformin", zipfs, "es", there=[english]) is word


@pytest.mark.parametrize(("hints", "word"), [(0, False), (1, False), (2, False), (3, True)])
def test_three_letters_that_people_write_are_let_be_by_every_sign_alone(
    hints: int, word: bool
) -> None:
    """So short a form is near to some word whatever it is; one of four letters needs no sign."""
    assert let_be("tef", {"tea": 5.5, "tef": 3.0}, hints=hints) is word
    assert let_be("teff", {"teaf": 5.5, "teff": 3.0})


def test_form_like_hardly_any_word_may_be_a_letter_longer() -> None:
    """And one more for each sign that it is foreign."""
    assert let_be("tahomis", {"tahinis": 2.5})
    assert not let_be("tahomiss", {"tahiniss": 2.5})
    assert let_be("tahomiss", {"tahiniss": 2.5}, hints=1)
    assert not let_be("tahomista", {"tahinista": 2.5}, hints=1)


def test_capital_inside_a_form_is_a_slip() -> None:
    """Nobody writes a foreign word so."""
    assert not let_be("TAhomi", {"tahini": 4.0})


def test_longer_word_that_shares_no_end_is_not_what_was_cut() -> None:
    """A letter more is not enough: the rest has to be the same."""
    assert let_be("tahomi", {"tahini": 4.0, "rahomit": 0.5})


@pytest.mark.parametrize(
    ("form", "locale", "zipfs", "word"),
    [
        ("tristemente", "es", {"triste": 3.0, "tristomento": 2.5}, True),
        ("tristemente", "es", {"triste": 2.0, "tristomento": 2.5}, False),
        ("tristemente", "de", {"triste": 3.0, "tristomento": 2.5}, False),
        ("ricamente", "es", {"rica": 3.0, "ricomento": 2.5}, True),
        ("dosmente", "es", {"dos": 6.0, "dosmentos": 2.5, "dasmontes": 2.5}, False),
        ("prelavar", "es", {"lavar": 3.0, "prelovor": 2.5}, True),
        ("megalavar", "es", {"lavar": 3.0, "megalovor": 2.5}, True),
        ("megalavar", "xx", {"lavar": 3.0, "megalovor": 2.5}, True),
        ("zumelavar", "xx", {"lavar": 3.0, "zumelovor": 2.5}, False),
        ("beautiless", "en", {"beauty": 3.5, "beautilass": 2.6}, True),
        ("beautiless", "en", {"beaute": 3.5, "beautilass": 2.6}, False),
    ],
)
def test_word_in_use_with_what_the_language_puts_before_or_behind_it_is_let_be(
    form: str, locale: str, zipfs: dict[str, float], word: bool
) -> None:
    """Where no word is near; a y is an i before an ending."""
    assert let_be(form, zipfs, locale) is word


@pytest.mark.parametrize(
    ("form", "locale", "zipfs", "word"),
    [
        ("tuzlukler", "tr", {"tuzluk": 3.0, "tuzlukter": 1.0}, True),
        ("tuzlukle", "tr", {"tuzluk": 3.0, "tuzlukte": 1.0}, True),
        ("tuzlule", "tr", {"tuzlu": 3.0, "tuzlute": 1.0}, False),
        ("tuzlukler", "tr", {"tuzluk": 3.0, "tuzlukter": 2.0}, False),
        ("tuzlukler", "tr", {"tuzluk": 2.0, "tuzlukter": 1.0}, False),
        ("tuzlukler", "fr", {"tuzluk": 3.0, "tuzlukter": 1.0}, False),
    ],
)
def test_long_form_with_endings_is_a_slip_only_where_that_is_likelier(
    form: str, locale: str, zipfs: dict[str, float], word: bool
) -> None:
    """Turkish puts endings together that no list has."""
    assert let_be(form, zipfs, locale) is word


ARMS = {
    f"{start}arm{end}": 3.0 for start in ("h", "ch", "f", "al") for end in ("", "s", "ed", "ful")
}


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("harmqcharmed", True),
        ("harmqxcharmed", False),
        ("farmxharms", True),
        ("farmxhharms", False),
        ("vbqrstine", False),
        ("harmsalarms", False),  # a space is missing
    ],
)
def test_form_like_no_word_can_be_pronounced_or_is_none(form: str, word: bool) -> None:
    """Three strange runs of letters make one joint; four, or two words that people use, are a slip."""
    assert let_be(form, ARMS) is word
    assert let_be(form, {}, "xx")  # nothing is known of its letters


@pytest.mark.parametrize(
    ("form", "locale", "word"),
    [
        ("مدرلة", "ar", True),
        ("مدرصة", "ar", False),
        ("مدرسه", "ar", False),
        ("مدرصة", "ckb", True),
        ("مدرسه", "ckb", True),
    ],
)
def test_where_every_string_is_near_a_word_a_letter_of_the_same_sound_is_a_slip(
    form: str, locale: str, word: bool
) -> None:
    """Elsewhere whatever people write is let be, if it is short."""
    assert let_be(form, {"مدرسة": 3.0, form: 1.0}, locale) is word


def test_common_loan_word_is_nearly_as_common_as_at_home() -> None:
    """Ten times rarer is too rare for what everyone says, and not for a rare word."""
    german = lexicon("de", {"video": 4.2, "teff": 2.0}, known=["haus"])
    assert not foreign.loan("video", german, lexicon("en", {"video": 5.0}))
    assert foreign.loan("teff", german, lexicon("en", {"teff": 2.8}))


def test_group_of_letters_is_spelt_by_its_sound_in_the_language() -> None:
    """What sounds alike in one language does not in another; it may have got an accent, too."""
    assert "phone" in set(variants.heard("fone", "acdefghnop", "en"))
    assert "téléphone" in set(variants.heard("téléfone", "aceéfhlnopt", "fr"))
    assert "phoné" in set(variants.heard("fone", "aeéfhnop", "fr"))
