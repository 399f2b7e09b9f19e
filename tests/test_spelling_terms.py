"""Words that no dictionary has: what medicine and languages build, and how slips in such texts show."""

from __future__ import annotations

import pytest

from pipeline import dictionaries
from pipeline.model import Origin, Passage
from pipeline.spelling import Judge, Lexicon, edits, medicine, parts


def words(locale: str, text: str) -> dict[str, tuple[str, ...]]:
    """Give the forms of a text that are reported, with their suggestions."""
    prose = [Passage(text, locale, "paragraph", Origin("a.md", ((0, 1, 1),)))]
    found = Judge(locale, dictionaries.load, siblings=("en",)).misspellings(prose)
    found = (one for one in found if not one.plausible)
    return {one.word: one.suggestions for one in found}


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "They gave her oral rizatriptan and later a little dexlansoprazole."),
        ("fr", "On lui a donné du rizatriptan, puis de l’érénumab sous la peau."),
        ("es", "La medicina se llama acenocumarol y la da la cardióloga."),
        ("it", "Dopo l’esofagogastroduodenoscopia il medico ha tolto il pantoprazolo."),
        ("pl", "Wieczorem bierze montelukast, a rano wdycha salmeterol."),
        ("nl", "Zij krijgt baricitinib, en haar zus kreeg vroeger abatacept."),
        ("ru", "Врач назначил ему ламотриджин и немного леветирацетама."),
        ("tr", "Doktor ona empagliflozin ve metformin verdi."),
        ("pt-BR", "A médica receitou belimumabe e hidroxicloroquina."),
    ],
)
def test_drugs_and_examinations_are_known_by_their_build(locale: str, text: str) -> None:
    """They are like no known word, and end or begin as their kind does in every language."""
    assert words(locale, text) == {}


@pytest.mark.parametrize(
    ("locale", "text", "typed", "meant"),
    [
        ("en", "The gastroentrology ward is closed.", "gastroentrology", "gastroenterology"),
        ("en", "hWat did she take?", "hWat", "What"),
        ("fr", "La radiograhpie est bonne.", "radiograhpie", "radiographie"),
        ("fr", "Il faut quelqun à la porte.", "quelqun", "quelqu'un"),
        ("de", "Die Antibiotka helfen ihm.", "Antibiotka", "Antibiotika"),
        ("pl", "Pracuje w szpitalu Uniwersyteckego od lat.", "Uniwersyteckego", "Uniwersyteckiego"),
        ("ru", "Его лечит психотерапвет.", "психотерапвет", "психотерапевт"),
    ],
)
def test_a_slip_is_no_term(locale: str, text: str, typed: str, meant: str) -> None:
    """However much it looks like one: it is like a known word, and that comes first."""
    assert words(locale, text)[typed][0] == meant


def test_a_common_english_word_is_no_term() -> None:
    """It was left over; only what is rare is a term that languages share."""
    assert "treatment" in words("fr", "Il a commencé le treatment hier soir.")


@pytest.mark.parametrize("form", ["doomscrolling", "vorbluxtrine", "relief", "x", "", "аб"])
def test_other_words_are_no_terms_of_medicine(form: str) -> None:
    """Nor is what is empty."""
    assert not medicine.shaped(form)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("ca", "L’aigua d’avui s’escalfa i n’hi ha prou."),
        ("tr", "Işık İstanbul’dan ve Ankara'dan geldi."),
        ("it", "Un po’ d’acqua nell’intestino dell’uomo."),
        ("fr", "Jusqu’ici, quelqu'un d’autre l’a vu aujourd’hui."),
        ("de", "Die Straße ist groß, und er weiß es."),
        ("en", "She doesn’t need the patient's relief."),
        ("en", "They re\u00adlief re\u200dlief re\u200clief re\u200blief."),
    ],
)
def test_marks_inside_words(locale: str, text: str) -> None:
    """Apostrophes straight and curly, dotted and dotless i, sharp s, and what nobody sees."""
    assert words(locale, text) == {}


def test_a_joiner_of_persian_is_kept() -> None:
    """There it is a letter of the word."""
    assert parts.visible("می\u200cخواهم")[0] == "می\u200cخواهم"


def test_names_of_papers_authors_have_their_latin() -> None:
    """Both words of "et al." are right in every language."""
    assert words("pt-BR", "Melhora o sono (Souza et al., 2020), mas pouco.") == {}


def test_the_edit_that_mends_a_run_of_letters_is_asked_about() -> None:
    """Whatever else is rare in the word, as the joint of a compound is."""
    lexicon = dictionaries.load("nl")
    assert isinstance(lexicon, Lexicon)
    assert "maagbloedingen" in edits.likely("maagloedingen", lexicon)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        (
            "tr",
            "Fırından çıkan somununu, eski tezgâhta duran insülini aldı.",
        ),
        (
            "en",
            "They grew Pleurotus ostreatus, and H. pylori was found; lentinan and rotigotine too.",
        ),
        ("de", "Das Restless-Legs-Syndrom kommt oft vor."),
        ("es", "La bomba de protones funciona bien."),
        ("it", "La gastroenterologa ha consigliato la quinoa."),
        ("nl", "Het glas is hr++ en de deur sluit."),
        ("pt", "Os recibos eletrónicos chegaram."),
        ("ar", "لا تجبروه على الطعام."),
    ],
)
def test_words_that_the_lists_lack_and_people_write(locale: str, text: str) -> None:
    """By how often they are met, how they are inflected, what they stand beside."""
    assert words(locale, text) == {}


@pytest.mark.parametrize(
    ("locale", "text", "typed"),
    [
        ("tr", "Bütün kitaplari okudum.", "kitaplari"),
        ("en", "They eat lnga mushrooms with vbqrstine.", "vbqrstine"),
        ("nl", "De zorgverzekerring is duur.", "zorgverzekerring"),
        ("de", "Eine grössere und schönre Wohnung.", "schönre"),
    ],
)
def test_what_no_language_builds_is_found(locale: str, text: str, typed: str) -> None:
    """Vowels out of harmony, runs of letters that no word has, half a compound mistyped."""
    assert typed in words(locale, text)
