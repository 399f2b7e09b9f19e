"""Which words are reported, and which are excused: names, terms, quotations, other languages."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from pipeline import dictionaries
from pipeline.findings import Misspelling
from pipeline.model import NOT_PROSE, Origin, Passage, Place
from pipeline.spelling import Judge


def passage(text: str, locale: str = "en", kind: str = "paragraph", line: int = 1) -> Passage:
    """One passage that begins at a line of an article."""
    return Passage(text, locale, kind, Origin("a.md", ((0, line, 1),)))


def judged(
    *texts: str,
    locale: str = "en",
    source: str | None = None,
    project: Collection[str] = (),
    kind: str = "paragraph",
) -> list[Misspelling]:
    """Judge passages of one locale; *source* is what stands in the English article."""
    prose = [passage(text, locale, kind, line) for line, text in enumerate(texts, start=1)]
    original = [passage(source)] if source else []
    judge = Judge(
        locale,
        dictionaries.load,
        source="en" if source else None,
        source_prose=original,
        project=project,
    )
    return list(judge.misspellings(prose))


def words(*texts: str, **options: object) -> list[str]:
    """Give the forms that are reported."""
    return [found.word for found in judged(*texts, **options)]  # type: ignore[arg-type]


def test_relief_comes_first() -> None:
    """The slip that started it is found, at its place, with what was meant first."""
    (found,) = judged("Nothing brought about lasting relie, they said.")
    assert found.word == "relie"
    assert found.places == (Place("a.md", 1, 31),)
    assert found.suggestions[0] == "relief"


def test_french_relie_is_a_word() -> None:
    """What is wrong in one language is right in another."""
    assert words("Un fil relie les deux neurones.", locale="fr") == []


def test_one_finding_a_form_with_all_places() -> None:
    """A form that recurs is reported once, whatever its capitals, in order of first places."""
    found = judged("Teh doctor saw thier list.", "It was teh same. Teh end.")
    assert [misspelling.word for misspelling in found] == ["Teh", "thier"]
    assert [place.line for place in found[0].places] == [1, 2, 2]
    assert found[0].suggestions[0] == "The"


@pytest.mark.parametrize(
    ("locale", "text", "left"),
    [
        ("fr", "Il faut demander the patient avant la dose.", ["the"]),
        ("fr", "On parle with le médecin.", ["with"]),
        ("fr", "Le médicament for la douleur est cher.", ["for"]),
        ("es", "El dolor is frecuente.", ["is"]),
        ("es", "La dosis and el efecto.", ["and"]),
        ("de", "Die Dosis of Ketamin wirkt.", ["of"]),
        ("de", "Die Behandlung takes zwei Stunden.", ["takes"]),
        ("ar", "يساعد العلاج the المريض.", ["the"]),
        ("en", "The patient took mon advice.", ["mon"]),
        ("fr", "This study found des effets.", ["This", "study", "found"]),
    ],
)
def test_word_left_in_another_language_is_reported(locale: str, text: str, left: list[str]) -> None:
    """A common word of the source is no term: it was forgotten, even where the dictionary has it."""
    source = "Take the study drug with the patient for pain; this is and takes of found."
    assert words(text, locale=locale, source=source if locale != "en" else None) == left


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("fr", "L’étude dit : « the patient was treated with the drug »."),
        ("fr", "Le terme “wheezing” désigne un sifflement."),
        ("de", "Man nennt das „wheezing“, also Pfeifen."),
        ("es", 'Se llama "wheezing" en inglés.'),
        ("ar", "يسمى ذلك «wheezing» بالإنجليزية."),
        ("ar", "الصفير (wheezing) شائع."),
    ],
)
def test_quoted_word_of_the_source_is_excused(locale: str, text: str) -> None:
    """What is quoted stands in the language it was said in."""
    assert words(text, locale=locale, source="The wheezing patient was treated.") == []


def test_quotation_does_not_excuse_a_misspelling() -> None:
    """A word of neither language is reported in a quotation too."""
    assert words("Elle dit : « mon traitment ».", locale="fr", source="A cure.") == ["traitment"]


def test_words_of_the_project_are_excused() -> None:
    """What somebody has said to be right is right, also with a capital."""
    assert words("The zorbel is on. Zorbel is good.", project={"zorbel"}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Doctors in Zürnbeck said that Okelundo slept.",
        "The PTSD of veterans, and two SSRIs, and the AMPA receptor.",
        "An iPhone reads 120 mmHg, 5 mcg, 10 ml and 90 mg/dl.",
        "In 2006 a team (Okelundo et al.) tried it in vitro, e.g. with cells.",
        "The N-methyl-D-aspartate receptor and the COVID-19 pandemic.",
        "See part iv) of chapter XII, on page 3b of the 2nd volume.",
        "It's the patient's well-being, the nurses' break, a follow-up and a post-treatment walk.",
        "The director(s) may re(read) it.",
    ],
)
def test_what_only_looks_strange_is_excused(text: str) -> None:
    """Names, acronyms, units, abbreviations, numbers and compounds are no misspellings."""
    assert words(text) == []


def test_name_inside_a_sentence_excuses_it_at_the_beginning() -> None:
    """Once shown to be a name, a form is one everywhere."""
    assert words("We met Brindlow in May.", "Brindlow was there too.") == []


def test_capital_at_the_beginning_is_no_excuse() -> None:
    """The first word of a sentence has a capital whatever it is."""
    assert words("Treatmant is slow. Depresion is common.") == ["Treatmant", "Depresion"]


def test_capitals_of_a_title_are_no_excuse() -> None:
    """In a title every word has a capital, the misspelt one too."""
    assert words("How the New Treatmant Brings Lasting Relief", kind="heading 2") == ["Treatmant"]


def test_mistyped_common_word_is_no_name() -> None:
    """A form that nobody was ever called, one slip from a common word, is that word."""
    assert words("She studied at an Americna university.") == ["Americna"]


def test_two_capitals_by_mistake() -> None:
    """A second capital typed too fast does not make an acronym."""
    (found,) = judged("He asked WHich one it was.")
    assert (found.word, found.suggestions[0]) == ("WHich", "Which")


def test_reference_is_not_judged_but_its_note_is() -> None:
    """Names and titles in a list of references are not ours; what is said about them is."""
    reference = (
        "Okelundo, T. B., & Zürn, A. (2019). Slumbr and tides. Jrnl of Hrbours, 12(3), 45–61."
    )
    assert words(reference, "Okelundo found lasting relie.") == ["relie"]


def test_code_and_addresses_are_not_words() -> None:
    """What is not prose is never a word, nor is the ending behind it; the word before it is."""
    text = f"Run {NOT_PROSE}s and lasting relie{NOT_PROSE}, file_namme, @handel and #relie."
    assert words(text) == ["relie"]


def test_unseen_characters_change_nothing() -> None:
    """Soft hyphens and zero-width spaces are no part of a word; places count them."""
    (found,) = judged("A re\u00adli\u200bef and a re\u00adlie.")
    assert found.word == "relie"
    assert found.places[0].column == 18


def test_composed_and_decomposed_letters_are_one() -> None:
    """An accent that is a character of its own is an accent."""
    assert words("L\u2019anxie\u0301te\u0301 et la de\u0301pression.", locale="fr") == []


def test_passage_in_another_locale_is_judged_in_its_language() -> None:
    """A run that is not translated yet is English in a French version."""
    prose = [passage("A lasting relie."), passage("Un fil relie les deux.", "fr", line=2)]
    found = Judge("fr", dictionaries.load, source="en").misspellings(prose)
    assert [(misspelling.word, misspelling.places[0].line) for misspelling in found] == [
        ("relie", 1)
    ]


def test_locale_without_a_dictionary_is_left_alone() -> None:
    """Nothing is said about a language that cannot be judged."""
    assert words("ケタミンはうつ病の治療に使われます。", locale="ja") == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("es", "La esketamina y la ketamina, según Okelundo, no son lo mismo."),
        ("fr", "L’eskétamine est proche de la kétamine."),
        ("de", "Esketamin ist verwandt; die Ketamininfusion dauert. Frau Okelundo sagt das."),
        ("it", "L’esketamina somiglia alla ketamina."),
        ("ar", "يختلف الإسكيتامين عن الكيتامين قليلا."),
        ("ru", "Эскетамин и кетамин, по словам Okelundo, не одно и то же."),
    ],
)
def test_terms_of_the_source_are_kept_or_made_one_s_own(locale: str, text: str) -> None:
    """Names stay as they are, drugs take the spelling of the language, or of its script."""
    source = "Esketamine is close to ketamine, says Okelundo; a ketamine infusion is slow."
    assert words(text, locale=locale, source=source) == []


def test_slip_in_a_term_is_found_by_the_term() -> None:
    """A term used once more in the text is what its misspelling was meant to be."""
    text = "La ketamina ayuda. La ketamina alivia. La ketamnia tarda."
    (found,) = judged(text, locale="es", source="Ketamine helps.")
    assert (found.word, found.suggestions[0]) == ("ketamnia", "ketamina")


def test_slip_of_the_source_is_no_term() -> None:
    """A misspelling that was copied from the source is reported in the translation too."""
    assert words("Una relie duradera.", locale="es", source="It brought lasting relie.") == [
        "relie"
    ]


def test_name_in_another_language_keeps_its_small_words() -> None:
    """The "of" inside a journal's name is not a word that was left over."""
    text = "Publié dans le Journal of Affective Disorders en mai."
    assert words(text, locale="fr", source="In the Journal of Affective Disorders.") == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("fr", "Qu’est-ce qu’il a dit aujourd’hui ? L’après-midi, jusqu’à l’hôpital, parlez-en."),
        ("it", "Dell’ansia, un’altra volta, po’ di riposo, quest’anno, all’ospedale."),
        ("ca", "L’ansietat d’avui, s’ha d’explicar."),
        ("de", "Blasen- und Darmstörungen, Behandlungs- und Kontrollgruppe, geht’s Ihnen gut?"),
        ("nl", "De foto’s van oma’s huis."),
        ("es", "Suscríbete, evítelo y acompáñese."),
        ("tr", "Ankara’dan İstanbul’a gittim."),
        ("ar", "العِلَاجُ مُفِيدٌ لِلمَرِيضِ."),
        ("ro", "Fişierul şi informaţii."),
    ],
)
def test_each_language_joins_words_its_own_way(locale: str, text: str) -> None:
    """Elisions, endings, halves of compounds and vowel signs are known."""
    assert words(text, locale=locale) == []


@pytest.mark.parametrize(("locale", "other"), [("en-GB", "behavior"), ("en-US", "anaesthetic")])
def test_spelling_of_another_region_is_reported(locale: str, other: str) -> None:
    """A region's text has its own spelling, however common the other's is."""
    assert words(f"The {other} was seen.", locale=locale) == [other]


@pytest.mark.parametrize(
    ("locale", "text", "left"),
    [
        (
            "es",
            "Hay que preguntarselo. Poniendose el abrigo salió.",
            ["preguntarselo", "Poniendose"],
        ),
        ("es", "Quitandolo con cuidado se va.", ["Quitandolo"]),
        ("es", "Confíale la llave y guíala; evalúalo y fotografíalas.", []),
        ("es", "Tiene internet y escribe un e-mail.", []),
        (
            "nl",
            "Een verlichtting programeert en wandellen.",
            ["verlichtting", "programeert", "wandellen"],
        ),
        ("nl", "Het huisartsenpraktijkje heeft een doseringsschema.", []),
        ("it", "La dott.ssa Rossi e la sig.ra Verdi salutano la prof.ssa Bianchi.", []),
        ("de", "Ich sah Hr. Kurz an der Tür von Hrn. Lang.", []),
        ("de", "Eine patientenzentrierte, zuckerreduzierte Kost.", []),
        (
            "de",
            "Eine patientenzentrirte, zuckerreduziertte Kost.",
            ["patientenzentrirte", "zuckerreduziertte"],
        ),
        ("de", "Wir sprachen mit Frau Dr. Jördis Hämmerle.", []),
        ("de", "Wir sprachen mit Frau Dr. Kurz, Direktorrin.", ["Direktorrin"]),
        ("pt-BR", "São 12 kcal por porção.", []),
        ("pt-BR", "kcal", []),
    ],
)
def test_how_a_language_builds_words(locale: str, text: str, left: list[str]) -> None:
    """Pronouns, compounds, endings of abbreviations and titles are known; slips in them are found."""
    assert words(text, locale=locale) == left


def test_a_missing_accent_is_proposed() -> None:
    """A Spanish verb with pronouns gets the accent that they bring."""
    (found,) = judged("Hay que decirselo a todos.", locale="es")
    assert found.suggestions[0] == "decírselo"


def test_a_list_of_references_is_not_judged() -> None:
    """What is listed below a heading called so has only names and titles; a later section is read."""
    prose = [
        passage("Referencias", "es", "heading 2", 1),
        passage("Depression and its treatment in harbours", "es", "list item", 2),
        passage("Después", "es", "heading 2", 3),
        passage("La dosis and el efecto.", "es", "list item", 4),
    ]
    found = Judge("es", dictionaries.load).misspellings(prose)
    assert [misspelling.word for misspelling in found] == ["and"]
