"""A passage word by word: parts, quotations, sentences, references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Origin, Passage, Word
from pipeline.spelling import Lexicon, context, parts, terms


def lexicon(locale: str, known: str) -> Lexicon:
    """Make a lexicon of the words in *known*."""
    return Lexicon(locale, frozenset(known.split()).__contains__)


def unknown(text: str, words: Lexicon, *, before: str = "", after: str = "") -> list[str]:
    """Give the unknown parts of one word."""
    word = Word(text, 0, len(text))
    return [part.text for part in parts.unknown(word, words, before=before, after=after)]


def tokens(text: str, locale: str = "en") -> list[context.Token]:
    """Give the words of a text as they stand there."""
    return list(context.tokens(Passage(text, locale, "paragraph", Origin("a.md"))))


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "ar", "ja", "tr", "sv"]))
def test_every_token_stands_where_it_says(text: str, locale: str) -> None:
    """Whatever the text, offsets are in order and hold the word."""
    end = 0
    for token in tokens(text, locale):
        word = token.word
        assert end <= word.start < word.end <= len(text)
        assert parts.clean(text[word.start : word.end]) == parts.clean(word.text)
        end = word.end


@given(st.text(max_size=60), st.sampled_from(["en", "fr", "it", "es", "de", "ar", "tr"]))
def test_parts_stand_inside_their_word(text: str, locale: str) -> None:
    """Whatever the word, its unknown parts are pieces of it, in order."""
    end = 0
    for part in parts.unknown(Word(text, 0, len(text)), lexicon(locale, "")):
        assert end <= part.start <= part.end <= len(text)
        assert parts.clean(text[part.start : part.end]) == part.text
        end = part.end


@pytest.mark.parametrize(
    ("locale", "known", "text", "left"),
    [
        ("en", "patient", "patient's", []),
        ("en", "well being", "well-beeing", ["beeing"]),
        ("en", "metaanalysis", "meta-analysis", []),
        ("en", "don't", "don’t", []),
        ("fr", "anxiété", "l’anxiété", []),
        ("fr", "eau", "d’au", ["au"]),
        ("fr", "il", "jusqu’il", []),
        ("it", "della ansia", "dell’ansia", []),
        ("ca", "home", "l’home", []),
        ("de", "Behandlung", "Behandlungs-Plan", ["Plan"]),
        ("tr", "", "Ankara’dan", ["Ankara"]),
        ("es", "suscribe", "suscríbete", []),
        ("es", "consulte", "consúlteselo", []),
        ("es", "table", "tablelo", ["tablelo"]),
        ("he", 'ד"ר', "ד״ר", []),
        ("ar", "العلاج", "العِلاج", []),
        ("fr", "patient e s", "patient·e·s", []),
    ],
)
def test_parts_of_a_word(locale: str, known: str, text: str, left: list[str]) -> None:
    """What joins words in a language is taken apart, and only what is left is in doubt."""
    assert unknown(text, lexicon(locale, known)) == left


def test_half_of_a_german_compound() -> None:
    """A half with the s that joins it is a word before a hyphen, and not by itself."""
    words = lexicon("de", "Behandlung")
    assert unknown("Behandlungs", words, after="-") == []
    assert unknown("Behandlungs", words) == ["Behandlungs"]


def test_italian_apostrophe_at_the_end() -> None:
    """A word may end in an apostrophe."""
    assert unknown("po", lexicon("it", "po'"), after="’") == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a “b c” d", "b c"),
        ("a «bb cc» dd", "bb cc"),
        ("aa „bb“ cc “dd” ee", "bb dd"),
        ('aa "bb cc" dd', "bb cc"),
        ("aa »bb« cc", "bb"),
        ("aa ‘bb’ cc ’dd", "bb"),
        ("don’t ‘say it isn’t so’ now", "say it isn’t so"),
        ("aa “bb cc", ""),
        ("aa (bb “cc) dd”", "cc dd"),
        ("aa” bb", ""),
    ],
)
def test_quotations(text: str, quoted: str) -> None:
    """What stands between quotation marks that belong together is quoted."""
    found = [token.word.text for token in tokens(text) if token.quoted]
    assert found == [word for word in quoted.split() if len(word) > 1]


@pytest.mark.parametrize(
    ("text", "initial"),
    [
        ("One two. Three four", "One Three"),
        ("Dr. Lee met Mr. Poe. They ate", "Dr They"),
        ("He said: “Go home.” Then", "He Go Then"),
        ("1. Wash hands", "Wash"),
        ("See it (Or not)", "See"),
        ("¿Cómo está?", "Cómo"),
    ],
)
def test_first_words_of_sentences(text: str, initial: str) -> None:
    """A capital is expected where a sentence or a quotation begins."""
    assert " ".join(token.word.text for token in tokens(text) if token.initial) == initial


@pytest.mark.parametrize(
    "text",
    [
        "Osei, K. B., & Lind, A. M. (2019). Sleep. Tides, 12(3), 45–61.",
        "Osei KB, Lind AM, Roe T. Sleep and tides. Tides. 2019;12(3):45-61.",
        "Lind, A. (2019, May). Tides. In P. Roe (Ed.), Harbours (pp. 12–40). Quay.",
        "Осей, К. Б. (2019). Сон и приливы. Приливы, 12(3), 45–61.",
    ],
)
def test_references(text: str) -> None:
    """The usual styles of references are known by their shape."""
    assert context.reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "Osei et al. (2019) found that people sleep; Lind et al. (2020) did not.",
        "In 2019, 45–61 people took vitamin D, vitamin C, or both (see p. 12).",
        "Dear Osei, A. says hello.",
        "The study of 12(3) began in 2019.",
    ],
)
def test_prose_is_no_reference(text: str) -> None:
    """A sentence with a year, some names or some pages is judged."""
    assert not context.reference(text)


def test_a_form_is_cleaned_once() -> None:
    """Cleaning what is clean changes nothing."""
    form = parts.clean("L’e\u0301te\u0301\u00ad‑العِلاج")
    assert parts.clean(form) == form == "L'été-العلاج"


def test_source_without_a_dictionary_has_terms() -> None:
    """From a Japanese article a translation may keep every Latin word."""
    prose = [Passage("ケタミン(ketamine)は Zarate の研究", "ja", "paragraph", Origin("a.md"))]
    found = terms.gather(prose, lambda _: None)
    assert found.keep("ketamine")
    assert found.keep("Zarate")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("National Institute for Health and Care (2022). Depression in adults. London.", True),
        ("Organisation mondiale de la Santé (2020). Mental health. Genève.", True),
        ("Ministero della Salute (2020). Guidelines for burns. Roma.", True),
        ("Bundesärztekammer (2019). Depression in primary care. Berlin.", True),
        ("Ruiz Vega G. La barca de los días. Bogotá: Marea; 1985.", True),
        ("Moreau, L. Les maladies du foie, Paris, Vague, 2011, 214 p.", True),
        ("The people slept well (2019). They said so.", False),
        ("She went to Norway (2019). Then she slept.", False),
        ("Vitamin C. It was first made, as they say, on May 5, 1928.", False),
        ("Osei et al. (2019) and Lind (2020) found that people slept well.", False),
    ],
)
def test_references_by_organisations_and_of_books(text: str, expected: bool) -> None:
    """An entry is known by its author and year, or its year at the end; prose is read on."""
    assert context.reference(text) == expected
