"""Readability: formulas against counts made by hand, and when a score is not given."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline import readability
from pipeline.model import NOT_PROSE, Origin, Passage
from pipeline.readability import counts as counting
from pipeline.readability import formulas, scale, second_opinion, syllables
from pipeline.readability.counts import Counts
from pipeline.readability.languages import row
from pipeline.readability.measures import Formula

ENGLISH = "The cat sat on the mat. It was a very happy cat."
GERMAN = "Die Katze saß auf dem Stuhl. Sie war eine sehr zufriedene Katze."
FRENCH = "Le chat dort sur le tapis. Il est vraiment très content."
SPANISH = "El gato duerme en la silla. Es un gato muy feliz."
ITALIAN = "Il gatto dorme sulla sedia. È un gatto molto felice."
PORTUGUESE = "O gato dorme na cama. É um gato muito feliz."
DUTCH = "De kat zit op de stoel. Het is een blije kat."
RUSSIAN = "Кот спит на стуле. Это очень довольный кот."
TURKISH = "Kedi sandalyede uyuyor. Çok mutlu bir kedi."
SWEDISH = "Katten sover på stolen. Den är en fullständigt nöjd katt."
POLISH = "Kot śpi na krześle. To jest bardzo zadowolony kot."
JAPANESE = "猫は、いすで寝ています。とてもカワイイ猫ですね。"
CHINESE = "猫在椅子上睡觉。它很高兴。"
ARABIC = "القط ينام على الكرسي. إنه قط سعيد جدا."


def prose(text: str, locale: str, kind: str = "paragraph") -> Passage:
    """A passage of an article."""
    return Passage(text, locale, kind, Origin("a.md"))


def counts(text: str, locale: str) -> Counts:
    """The counts of one paragraph, as a score takes them."""
    return readability.measure([prose(text, locale)], locale).counts


# Language, text, and by hand: words, sentences, letters, syllables (where the formula asks for them),
# words of more than six letters; then the formula written out.
GOLDEN = [
    ("en", ENGLISH, (12, 2, 35, 14, 0), 0.39 * 12 / 2 + 11.8 * 14 / 12 - 15.59),
    ("de", GERMAN, (12, 2, 51, 18, 1), 180 - 12 / 2 - 58.5 * 18 / 12),
    ("fr", FRENCH, (11, 2, 44, 14, 2), 207 - 1.015 * 11 / 2 - 73.6 * 14 / 11),
    ("es", SPANISH, (11, 2, 37, 16, 0), 206.835 - 11 / 2 - 62.3 * 16 / 11),
    ("it", ITALIAN, (10, 2, 41, 18, 0), 89 + (300 * 2 - 10 * 41) / 10),
    ("pt", PORTUGUESE, (10, 2, 33, 17, 0), 248.835 - 1.015 * 10 / 2 - 84.6 * 17 / 10),
    ("nl", DUTCH, (11, 2, 33, 12, 0), 206.835 - 0.93 * 11 / 2 - 77 * 12 / 11),
    ("ru", RUSSIAN, (8, 2, 34, 13, 1), 206.835 - 1.3 * 8 / 2 - 60.1 * 13 / 8),
    ("tr", TURKISH, (7, 2, 35, 15, 1), 198.825 - 40.175 * 15 / 7 - 2.610 * 7 / 2),
    ("sv", SWEDISH, (10, 2, 46, 0, 1), 10 / 2 + 100 * 1 / 10),
    ("pl", POLISH, (9, 2, 40, 15, 2), 0.4 * (9 / 2 + 100 * 1 / 9)),
    ("zh", CHINESE, (11, 2, 11, 0, 0), 11 / 2),
    ("ar", ARABIC, (8, 2, 29, 0, 0), 8 / 2),
]


@pytest.mark.parametrize(("locale", "text", "expected", "value"), GOLDEN)
def test_formula_of_hand_counts(
    locale: str, text: str, expected: tuple[int, int, int, int, int], value: float
) -> None:
    """Every language's formula gives what it gives by hand."""
    found = counts(text, locale)
    words, sentences, letters, syllables, long_words = expected
    assert found.words == words
    assert found.sentences == sentences
    assert (found.letters, found.syllables, found.long_words) == (letters, syllables, long_words)
    language = row(locale)
    assert language
    assert language.formulas[0](found) == pytest.approx(value, abs=1e-6)


def test_japanese_by_its_scripts() -> None:
    """A Japanese text is scored by the runs of its scripts, its commas and its signs."""
    found = counts(JAPANESE, "ja")
    # 猫 寝 猫 · は いすで ています とても ですね · カワイイ
    assert (found.kanji, found.hiragana, found.katakana) == ((3, 3), (14, 5), (4, 1))
    assert (found.signs, found.commas, found.sentences) == (24, 1, 2)
    value = 115.79 - 0.12 * 24 / 2 + 7.4 * 14 / 5 - 23.18 * 1 - 5.4 * 4 - 4.67 * 1 / 2
    assert formulas.named("Tateisi-Ono-Yamada")(found) == pytest.approx(value, abs=1e-6)


def test_grade_is_equated() -> None:
    """G is a line through the Automated Readability Index, with the language's constants."""
    found, language = counts(GERMAN, "de"), row("de")
    assert language
    index = 4.71 * 51 / 12 + 0.5 * 12 / 2 - 21.43
    assert formulas.ari(found) == pytest.approx(index, abs=1e-6)
    assert language.scale
    assert scale.grade(found, language.scale) == pytest.approx(0.867 * index - 3.861, abs=1e-6)


def test_digits_are_characters_not_letters() -> None:
    """The index counts the digits of a number, other formulas its letters only."""
    found = counts("Take 2.5 mg of B12.", "en")
    assert (found.words, found.letters, found.characters) == (5, 9, 13)


def test_accents_do_not_count_twice() -> None:
    """A letter with its accent is one letter, however it is encoded."""
    assert counts("e\u0301te\u0301", "fr") == counts("été", "fr")


def test_agrees_with_textstat_where_textstat_is_right() -> None:
    """On plain sentences without short ones our grade is textstat's."""
    from textstat.backend import metrics

    second_opinion.metrics("Loaded.")
    text = "Doctors do not know why this happens. Patients can often feel it for several hours."
    theirs = metrics.flesch_kincaid_grade(text, "en_US")
    assert formulas.named("Flesch-Kincaid grade")(counts(text, "en")) == pytest.approx(
        theirs, abs=1e-9
    )


@pytest.mark.parametrize("text", ["", "…", "1 2 3", "One.", f"{NOT_PROSE}", "👍 👍", "\u200b"])
def test_short_text_has_no_score(text: str) -> None:
    """A text of a few words, or of none, has no score; never a zero."""
    found = readability.score([prose(text, "en")], "en")
    assert (found.grade, found.value) == (None, None)
    assert found.note in ("too short", "no prose")


def test_long_text_has_both_scores() -> None:
    """From 100 words on there is a grade and the language's own value, with its name."""
    found = readability.score([prose(ENGLISH, "en")] * 9, "en")
    assert found.words == 108
    assert found.grade == pytest.approx(0.991 * (4.71 * 35 / 12 + 3 - 21.43) + 0.749)
    assert (found.value, found.formula, found.note) == (
        pytest.approx(0.39 * 6 + 11.8 * 14 / 12 - 15.59),
        "Flesch-Kincaid grade",
        "indicative",
    )


def test_unknown_language_has_no_score() -> None:
    """English constants are never lent to another language."""
    found = readability.score([prose("ghItlh jIH " * 60, "tlh")], "tlh")
    assert (found.grade, found.value) == (None, None)
    assert found.note == "no formula for this language"


def test_language_without_a_scale_says_so() -> None:
    """Arabic has the length of its sentences, and no grade."""
    found = readability.score([prose(ARABIC, "ar")] * 20, "ar")
    assert (found.grade, found.value) == (None, 4.0)
    assert found.note == "no common scale for this language"


@pytest.mark.parametrize("locale", ["de", "de-AT", "de_CH"])
def test_region_does_not_matter(locale: str) -> None:
    """A language has one row, whatever the region and however the tag is written."""
    found = readability.score([prose(GERMAN, locale)] * 10, locale)
    assert found == readability.score([prose(GERMAN, "de")] * 10, "de")


def test_only_running_text_counts() -> None:
    """Headings, cells, references and what is in another language are left out."""
    text = [
        prose("How It Works", "en", "heading 2"),
        prose("Dose", "en", "table cell, column 1"),
        prose("Tan, J. (2019). Sleep well. Journal of Rest, 12(3), 4–9.", "en", "list item"),
        prose(GERMAN, "de"),
        prose(ENGLISH, "en", "list item"),
    ]
    assert [line.text for line in readability.measure(text, "en").lines] == [
        ENGLISH[:23],
        ENGLISH[24:],
    ]


def test_threads_do_not_meet() -> None:
    """Two languages at once give what each gives alone."""
    passages = {"en": [prose(ENGLISH, "en")] * 9, "de": [prose(GERMAN, "de")] * 9}
    alone = {locale: readability.score(text, locale) for locale, text in passages.items()}
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: readability.score(passages[n], n), ["en", "de"] * 50))
    assert found == [alone["en"], alone["de"]] * 50


def test_endless_sentence_is_scored() -> None:
    """A text without a stop costs what its length costs."""
    found = readability.score([prose("word " * 100_000, "en")], "en")
    assert (found.words, found.sentences) == (100_000, 1)
    assert (found.low, found.binding, found.note) == (None, False, "one sentence")


def test_what_is_left_out_is_told() -> None:
    """By what it is, with its words, most first; code and addresses in pieces."""
    kept = [
        prose(f"Type {NOT_PROSE} or {NOT_PROSE} now.", "en"),
        prose("Colour is a word.", "en-GB"),
    ]
    left = [
        prose("How It Works", "en", "heading 2"),
        prose("What It Costs", "en", "heading 3"),
        prose("Once daily", "en", "table cell, column 2"),
        prose("Chat noir, chat blanc", "fr"),
        prose("Tan, J. (2019). Sleep well. Journal of Rest, 12(3), 4–9.", "en"),
    ]
    assert counting.running([*left, *kept], "en") == (
        kept,
        (
            ("reference", 12),
            ("heading", 6),
            ("other language", 4),
            ("table cell", 2),
            ("code or address", 2),
        ),
    )


def test_words_are_counted_as_often_as_they_stand() -> None:
    """Those of one syllable, of three and of four, also where a word returns."""
    found = counts(
        "A cat, a cat, a banana, a banana, a helicopter, a helicopter. A cat is a cat.", "en"
    )
    assert (found.one, found.three, found.four) == (13, 4, 2)


def test_names_with_underscores_are_several_words() -> None:
    """As they are read."""
    assert counts("The max_line_length is set.", "en").words == 6


def test_japanese_letters_and_morphemes() -> None:
    """Runs of letters are counted, and each morpheme under all that it is."""
    line = counting.Line("猫はCDとDVDを聞く。", ("猫", "は"))
    kit = counting.Kit(scripts=True, tagger=lambda _text: ["wago", "particle", "", "wago verb"])
    found = counting.count([line, line], kit)
    assert found.alphabet == (10, 4)
    assert dict(found.morphemes) == {"all": 8, "particle": 2, "verb": 2, "wago": 4}


def test_code_in_japanese_parts_the_scripts() -> None:
    """What stands between is read as a pause, and not over."""
    line = counting.Line(f"猫{NOT_PROSE}猫", ("猫", "猫"))
    assert counting.count([line], counting.Kit(scripts=True)).kanji == (2, 2)


@pytest.mark.parametrize(("value", "said"), [(20, "long"), (19.9, "short"), (0, "short"), (-1, "")])
def test_a_band_begins_at_its_limit(value: float, said: str) -> None:
    """A value at the limit is in the band; one below all is in none."""
    formula = Formula("length", "en", 0, {}, "", bands=((20, "long"), (0, "short")))
    assert formula.band(value) == said


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("Haus", 1),
        ("HAUS", 1),
        ("Wand-Uhr", 2),
        ("hm", 1),
        ("2006", 1),
        ("24-Stunden", 3),
        ("...", 1),
    ],
)
def test_syllables_of_the_parts_of_a_word(word: str, number: int) -> None:
    """Each part has one at least, and a number has one."""
    rule = syllables.counter("de")
    assert rule
    assert rule(word) == number
