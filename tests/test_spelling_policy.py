"""What the judge says of texts in small made-up languages, where each word is there for a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from pipeline.findings import Left, Misspelling
from pipeline.model import Origin, Passage, Place
from pipeline.spelling import Frequencies, Judge, Lexicon


def lexicon(locale: str, zipfs: Mapping[str, float], *, known: Sequence[str] = ()) -> Lexicon:
    """Make a language of the words that it *knows*, also with a capital, and of how common words are in it."""
    words = frozenset(known or zipfs)
    bands = [(zipf, [form]) for form, zipf in sorted(zipfs.items(), key=lambda item: -item[1])]
    return Lexicon(
        locale,
        lambda form: form in words or form[:1].lower() + form[1:] in words,
        Frequencies(bands),
    )


def passage(text: str, locale: str, line: int = 1) -> Passage:
    """One passage that begins at a line of an article."""
    return Passage(text, locale, "paragraph", Origin("a.md", ((0, line, 1),)))


def judge(locale: str, *lexicons: Lexicon, **options: object) -> Judge:
    """Make the judge of a version, where these languages have a dictionary."""
    return Judge(locale, {one.locale: one for one in lexicons}.get, **options)  # type: ignore[arg-type]


def judged(text: str, locale: str, *lexicons: Lexicon, **options: object) -> list[Misspelling]:
    """Judge one passage."""
    return list(judge(locale, *lexicons, **options).misspellings([passage(text, locale)]))


def words(text: str, locale: str, *lexicons: Lexicon, **options: object) -> list[str]:
    """Give the forms that are reported."""
    return [found.word for found in judged(text, locale, *lexicons, **options)]


ENGLISH = lexicon(
    "en", {"treatment": 5.0, "wheezing": 3.0, "patient": 4.5, "rarity": 3.0, "the": 7.7, "has": 6.5}
)
FRENCH = lexicon("fr", {"traitement": 5.0, "teatment": 4.0, "le": 7.0})
MET = lexicon(
    "en", {"treatment": 5.0, "wheezing": 3.0, "zorbing": 2.0}, known=["treatment", "wheezing"]
)
"""English whose dictionary lacks a word that people write."""
RUSSIAN = lexicon("ru", {"слово": 5.5, "значит": 5.0, "свист": 5.0, "и": 7.0, "не": 7.0})


def test_slip_of_english_is_found_where_the_language_itself_cannot_be_judged() -> None:
    """Japanese has no dictionary, but what is in Latin letters in it is English."""
    (found,) = judged("患者は teatment を受けた。", "ja", ENGLISH)
    assert (found.word, found.places) == ("teatment", (Place("a.md", 1, 5),))
    assert found.suggestions == ("treatment",)
    assert found.slip


@pytest.mark.parametrize(
    "text",
    [
        "患者は treatment を受けた。",
        "患者は Teatment を受けた。",  # a name
        "患者は rarty を受けた。",  # one slip from a rare word
        "患者は xylomp を受けた。",  # like no word
        "患者は леченне を受けた。",  # in the letters of neither
        "the patient has teatment",  # all of it Latin: another language, as far as anybody knows
    ],
)
def test_nothing_else_is_said_of_such_a_text(text: str) -> None:
    """Of names, words, and what is close to no common word nobody knows better."""
    assert words(text, "ja", ENGLISH) == []


def test_source_and_english_both_judge_a_text_without_a_dictionary() -> None:
    """A word of either is right; a slip is one of the source's words."""
    text = "患者は {} を受けた。"
    assert words(text.format("traitemnt"), "ja", ENGLISH, FRENCH, source="fr") == ["traitemnt"]
    assert words(text.format("teatment"), "ja", ENGLISH, FRENCH, source="fr") == []
    assert words(text.format("treatment"), "ja", ENGLISH, FRENCH, source="fr") == []
    assert words(text.format("traitemnt"), "ja", source="fr") == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Слово (wheezing) значит свист.", []),
        ("Слово «wheezing» значит свист.", []),
        ("Слово wheezing значит свист.", ["wheezing"]),
        ("Слово (wheezng) значит свист.", ["wheezng"]),
        ("Слово «wheezng» значит свист.", ["wheezng"]),
        ("Слово Wheezng значит свист.", []),
        ("Слово (zorbing) значит свист.", []),
        ("Слово zorbing значит свист.", ["zorbing"]),
    ],
)
def test_word_in_other_letters_is_judged_in_its_own_language(text: str, left: list[str]) -> None:
    """Set apart, it is right where that language has it, or people write it; a name always is."""
    assert words(text, "ru", RUSSIAN, MET, source="en") == left


def test_word_in_other_letters_that_nobody_can_judge_is_right_where_it_is_set_apart() -> None:
    """Without a dictionary for them nothing is known of such words."""
    assert words("Слово (wheezng) значит свист.", "ru", RUSSIAN, source="en") == []
    (found,) = judged("Слово wheezng значит свист.", "ru", RUSSIAN, source="en")
    assert (found.word, found.suggestions, found.foreign) == ("wheezng", (), False)


def test_suggestions_for_a_word_in_other_letters_are_of_its_own_language() -> None:
    """What was mistyped is English; what is English was left over, and has nothing better."""
    (found,) = judged("Слово wheezng значит свист.", "ru", RUSSIAN, MET, source="en")
    assert found.suggestions == ("wheezing",)
    assert (found.foreign, found.slip, found.certainty) == (False, False, 0.0)
    (found,) = judged("Слово wheezing значит свист.", "ru", RUSSIAN, MET, source="en")
    assert (found.suggestions, found.foreign) == ((), True)


GERMAN = lexicon(
    "de",
    {
        "die": 7.5,
        "das": 7.5,
        "eine": 7.0,
        "ist": 7.0,
        "und": 7.4,
        "gut": 6.0,
        "phänomen": 4.5,
        "syndrom": 4.0,
        "studie": 4.5,
    },
)
TRIALS = lexicon("en", {"preempt": 2.5, "restless": 3.5, "legs": 4.5, "be": 6.8})


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Das Restless-Syndrom ist gut.", []),
        ("Die restless-Studie ist gut.", []),
        ("Eine LEGS-Studie ist gut.", []),
        ("Die PREEMPT Studie ist gut.", []),
        ("Die restless Studie ist gut.", ["restless"]),
        ("Die rstless-Studie ist gut.", ["rstless"]),
        ("Die RSTLESSNESS Studie ist gut.", []),
    ],
)
def test_word_of_english_in_a_compound_or_in_capitals_was_meant(text: str, left: list[str]) -> None:
    """A word of the source that stands alone in small letters was left over; a slip is none of its words."""
    words_only = [
        found.word
        for found in judged(text, "de", GERMAN, TRIALS, source="en")
        if not found.plausible
    ]
    assert words_only == left


def test_quotation_keeps_a_word_that_both_languages_have() -> None:
    """Outside of one it is the source's word, forgotten, by how rare it is here; a name it may be, too."""
    common = {f"w{one}{other}rd": 6.0 for one in "abcd" for other in "efg"}
    english = lexicon("en", {"for": 7.3, **common})
    quoted = dict.fromkeys(common, 3.5) | {"for": 4.4}
    mine = {"le": 7.0, "patient": 5.0, "dit": 5.0, "est": 7.0}
    french = lexicon("fr", {**mine, **quoted}, known=[*mine, "for"])
    (found,) = judged("Le patient for est.", "fr", french, english, source="en")
    assert (found.word, found.suggestions, found.foreign) == ("for", (), True)
    assert words("Le patient dit « for ».", "fr", french, english, source="en") == []
    assert words("Le patient For est.", "fr", french, english, source="en") == []


SPANISH = lexicon(
    "es", {"la": 7.5, "el": 7.5, "es": 7.3, "y": 7.0, "de": 7.7, "ayuda": 5.0, "depresión": 4.5}
)
SHARED = lexicon(
    "en",
    {
        "depression": 4.5,
        "treatment": 4.5,
        "ketamine": 3.0,
        "metformin": 2.8,
        "helps": 5.0,
        "the": 7.7,
    },
)


def spanish(text: str, source: str = "Ketamine helps.") -> list[Misspelling]:
    """Judge a Spanish passage of an article whose English source says so much."""
    return judged(text, "es", SPANISH, SHARED, source="en", source_prose=[passage(source, "en")])


def test_long_word_of_the_source_may_be_a_slip_of_its_own_translation() -> None:
    """Then the translation is proposed, and it is said that the word is another language's."""
    (found,) = spanish("La depression es.")
    assert (found.word, found.suggestions) == ("depression", ("depresión",))
    assert (found.foreign, found.slip) == (True, False)
    assert found.certainty > 0.9
    (found,) = spanish("La treatment ayuda.")
    assert (found.word, found.suggestions, found.foreign) == ("treatment", (), True)


def test_slip_of_the_language_itself_is_no_word_of_another() -> None:
    """It is likely the word that was meant, by its chances."""
    (found,) = spanish("La depresion es.")
    assert (found.suggestions, found.foreign, found.slip) == (("depresión",), False, True)


def test_term_of_the_source_takes_the_spelling_of_the_language() -> None:
    """What is no term of the source is unknown, and so is a slip in one."""
    assert spanish("La ketamina ayuda.") == []
    assert [found.word for found in spanish("La ketamina ayuda.", "The treatment.")] == ["ketamina"]
    assert [found.word for found in spanish("La ketamnia ayuda.")] == ["ketamnia"]


def test_adapted_term_is_none_if_the_language_has_nearly_that_word() -> None:
    """It is that word, mistyped: a word of the language, or one that the project has given it."""
    lexicons = lexicon("es", {"la": 7.5, "es": 7.3, "ketamino": 2.0}), SHARED
    original = [passage("Ketamine helps.", "en")]
    (found,) = judged("La ketamina es.", "es", *lexicons, source="en", source_prose=original)
    assert (found.word, found.suggestions) == ("ketamina", ("ketamino",))
    listed = judged(
        "La ketamina es.",
        "es",
        SPANISH,
        SHARED,
        source="en",
        source_prose=original,
        project=["ketamino"],
    )
    assert [one.word for one in listed] == ["ketamina"]


def test_term_that_languages_share_is_let_be() -> None:
    """It is long, rare, and like no word of this language."""
    assert spanish("El metformin ayuda.") == []


def test_compound_of_greek_is_a_word_unless_a_common_word_was_meant() -> None:
    """A term that is hardly ever met is not what was meant by another."""
    rare = lexicon("es", {"la": 7.5, "es": 7.3, "fonofobias": 2.0})
    common = lexicon("es", {"la": 7.5, "es": 7.3, "fonofobias": 4.0})
    assert words("La fonofobia es.", "es", SPANISH) == []
    assert words("La fonofobia es.", "es", rare) == []
    (found,) = judged("La fonofobia es.", "es", common)
    assert (found.word, found.suggestions) == ("fonofobia", ("fonofobias",))


def test_compound_of_greek_is_no_word_beside_the_one_that_the_text_uses() -> None:
    """The project's own word was meant, however rare it is."""
    assert words("La fonofobia es.", "es", SPANISH, project=["fonofobio"]) == ["fonofobia"]


TABLETS = lexicon(
    "en", dict.fromkeys("take the tablet with a glass of water every day met today we".split(), 5.0)
)
PRENEZ = lexicon("fr", dict.fromkeys("prenez le pendant huit jours avec un verre".split(), 5.0))


def test_passage_left_in_the_source_is_told_with_the_language_and_its_slips() -> None:
    """It is judged as English, but for the words that have been translated; others are let be."""
    prose = [
        passage("Take the tablet with a glass of water.", "fr"),
        passage("Prenez le pendant huit jours avec un verre.", "fr", 2),
        passage("Take the tablett with a glass of water every day we met today prenez.", "fr", 3),
        passage("Take the tablet with a glass of water.", "en", 4),
    ]
    french = judge("fr", TABLETS, PRENEZ, source="en")
    assert list(french.left(prose)) == [
        Left(Place("a.md", 1, 1), "English", "Take the tablet with a glass of water."),
        Left(
            Place("a.md", 3, 1),
            "English",
            "Take the tablett with a glass of water every day we met today prenez.",
        ),
    ]
    assert [(found.word, found.suggestions) for found in french.misspellings(prose)] == [
        ("tablett", ("tablet",))
    ]


def test_another_text_is_read_anew() -> None:
    """What a judge said of one version is not said of the next."""
    english = judge("en", TABLETS)
    first, second = [passage("The tablett.", "en")], [passage("The watter.", "en")]
    for prose, found in ((first, "tablett"), (second, "watter"), (first, "tablett")):
        assert [one.word for one in english.misspellings(prose)] == [found]
    left = [passage("Take the tablet with a glass of water.", "fr")]
    french = judge("fr", TABLETS, PRENEZ, source="en")
    assert [len(list(french.left(prose))) for prose in (left, first, left)] == [1, 0, 1]


def test_name_that_stands_once_and_is_spelt_otherwise_more_often_is_told() -> None:
    """Where everything has a capital nothing is a name by it, nor is what is written small."""
    text = "We met Vythilingam with Vythilingam and Vythilingham today."
    (found,) = judge("en", TABLETS).variants([passage(text, "en")])
    assert (found.word, found.suggestions) == ("Vythilingham", ("Vythilingam",))
    assert found.places == (Place("a.md", 1, 41),)
    small = text.replace("Vythilingham", "vythilingham")
    assert list(judge("en", TABLETS).variants([passage(small, "en")])) == []
    usual = "We met vythilingam with vythilingam and Vythilingham today."
    assert list(judge("en", TABLETS).variants([passage(usual, "en")])) == []


def test_name_is_no_variant_where_the_project_has_it_or_nouns_have_capitals() -> None:
    """Both may be right; and a German noun is no name."""
    text = "We met Vythilingam with Vythilingam and Vythilingham today."
    english = judge("en", TABLETS, project=["Vythilingham"])
    assert list(english.variants([passage(text, "en")])) == []
    german = "Und Vythilingam und Vythilingam und Vythilingham ist gut."
    assert list(judge("de", GERMAN).variants([passage(german, "de")])) == []


def test_word_built_on_one_of_the_project_or_of_the_text_is_a_word() -> None:
    """With another noun behind it in German, with something before it anywhere."""
    german = lexicon("de", {"infusion": 4.0, "die": 7.0, "hilft": 5.0})
    assert words("Die zorbelinfusion hilft.", "de", german) == ["zorbelinfusion"]
    assert words("Die zorbelinfusion hilft.", "de", german, project=["Zorbel"]) == []
    english = lexicon("en", {"the": 7.7, "a": 7.4, "helps": 5.0, "serotonin": 3.0})
    assert words("The resserotonin helps.", "en", english) == ["resserotonin"]
    assert words("The serotonin helps a resserotonin.", "en", english) == []
    assert words("The exzorbelco helps.", "en", english) == ["exzorbelco"]
    assert words("The exzorbelco helps.", "en", english, project=["zorbelco"]) == []


def test_word_of_the_project_is_right_with_any_capitals() -> None:
    """As it is listed, and small where it is listed small; not small where it is listed as a name."""
    assert (
        words(
            "The zorbel, a Zorbel, the ZORBELLING.", "en", TABLETS, project=["zorbel", "zorbelling"]
        )
        == []
    )
    assert words("The zorbel with a glass.", "en", TABLETS, project=["Zorbel"]) == ["zorbel"]


def test_beyond_a_hundred_forms_nothing_is_proposed_and_all_are_named() -> None:
    """A text with more is in the wrong language."""
    typed = [
        f"{'abandonment'[:at]}{letter}{'abandonment'[at:]}"
        for at in range(2, 10)
        for letter in "jkqvwxyzfhgu"
    ] + [f"{'abandonment'[:at]}r{'abandonment'[at + 1 :]}" for at in range(2, 10)]
    english = lexicon("en", {"abandonment": 4.0})
    found = judged(" ".join(typed), "en", english)
    assert [one.word for one in found] == typed
    assert [bool(one.suggestions) for one in found] == [True] * 100 + [False] * (len(typed) - 100)


def test_passage_left_in_any_language_of_the_project_is_told_by_its_english_name() -> None:
    """A German version may have been left in the French of its source."""
    prose = [passage("Prenez le pendant huit jours avec un verre.", "de")]
    (found,) = judge("de", GERMAN, TABLETS, PRENEZ, source="fr").left(prose)
    assert found.language == "French"


def test_short_word_of_the_source_is_no_slip_of_one_like_it() -> None:
    """Every short word has one; it was left over, and nothing better is known."""
    spanish_words = lexicon("es", {"la": 7.5, "es": 7.3, "orden": 5.0})
    english = lexicon("en", {"order": 5.0, "the": 7.7})
    (found,) = judged("La order es.", "es", spanish_words, english, source="en")
    assert (found.word, found.suggestions, found.foreign) == ("order", (), True)
    assert found.places == (Place("a.md", 1, 4),)


def test_term_of_the_source_that_was_not_adapted_was_left_over() -> None:
    """Its own spelling is no spelling of this language."""
    spanish_words = lexicon("es", {"la": 7.5, "es": 7.3})
    english = lexicon("en", {"statin": 3.0, "the": 7.7, "helps": 5.0})
    options = {"source": "en", "source_prose": [passage("The statin helps.", "en")]}
    (found,) = judged("La statin es.", "es", spanish_words, english, **options)
    assert (found.word, found.foreign) == ("statin", True)
    assert words("La statina es.", "es", spanish_words, english, **options) == []


def test_form_that_is_met_again_is_likelier_meant() -> None:
    """Once it may be a slip of a very common word."""
    english = lexicon("en", {"tahini": 6.5, "the": 7.7})
    (found,) = judged("The tahomi.", "en", english)
    assert not found.plausible
    (found,) = judged("The tahomi, the tahomi.", "en", english)
    assert found.plausible
    assert [place.column for place in found.places] == [5, 17]


def test_slip_behind_a_name_or_a_likely_word_is_found() -> None:
    """What is let be, and what only who is strict hears of, does not end the reading."""
    english = lexicon("en", {"tahini": 6.5, "the": 7.7, "tablet": 5.0, "and": 7.4})
    found = judged("Xyvquor and the tahomi, the tahomi and the tablett.", "en", english)
    assert [(one.word, one.plausible, len(one.places)) for one in found] == [
        ("tahomi", True, 2),
        ("tablett", False, 1),
    ]


@pytest.mark.parametrize(
    ("form", "left"),
    [
        ("zolmitriptan", []),
        ("doomscrolling", []),
        ("VBQRSTINE", []),
        ("vbqrstine", ["vbqrstine"]),
        ("doomscralling", ["doomscralling"]),
    ],
)
def test_form_like_no_word_is_a_term_by_its_build(form: str, left: list[str]) -> None:
    """The kinds of drugs show in their endings, compounds in their halves; capitals are an abbreviation's."""
    english = lexicon("en", {"the": 7.7, "doom": 3.0, "scrolling": 3.0})
    assert words(f"The {form}.", "en", english) == left
