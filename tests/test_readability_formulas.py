"""Every formula against numbers worked out by hand, and the table itself."""

from __future__ import annotations

import math

import pytest

from pipeline import readability
from pipeline.model import Origin, Passage
from pipeline.readability import english, formulas, languages, second_opinion
from pipeline.readability.counts import Counts, Kit, Line, count

# 120 words in 10 sentences; everything else is chosen so that no two ratios are alike.
COUNTS = Counts(
    words=120,
    sentences=10,
    letters=540,
    characters=552,
    syllables=180,
    long_words=24,
    one=80,
    three=15,
    four=6,
    foggy=12,
    unfamiliar=18,
    signs=600,
    commas=14,
    kanji=(90, 60),
    hiragana=(300, 120),
    katakana=(40, 10),
    alphabet=(12, 4),
    morphemes=(("all", 200), ("kango", 30), ("particle", 60), ("verb", 25), ("wago", 100)),
)

# Words a sentence 12, syllables a word 1.5, letters a word 4.5, characters a word 4.6, long words 20 %.
BY_HAND = {
    "Flesch-Kincaid grade": 4.68 + 17.7 - 15.59,
    "Flesch reading ease": 206.835 - 12.18 - 126.9,
    "Gunning Fog": 0.4 * (12 + 10),
    "SMOG": 1.0430 * math.sqrt(45) + 3.1291,
    "Coleman-Liau": 26.46 - 2.4666666667 - 15.8,
    "ARI": 21.666 + 6 - 21.43,
    "Dale-Chall": 0.1579 * 15 + 0.5952 + 3.6365,
    "Dale-Chall 1995": 64 - 14.25 - 8.28,
    "Amstad": 180 - 12 - 87.75,
    "Wiener Sachtextformel 1": 2.41875 + 2.0064 + 2.594 - 2.18 - 0.875,
    "Wiener Sachtextformel 2": 2.50875 + 2.0184 + 2.746 - 2.779,
    "Wiener Sachtextformel 3": 3.70375 + 2.286 - 1.1144,
    "Wiener Sachtextformel 4": 3.43 + 3.1872 - 1.693,
    "Kandel-Moles": 207 - 12.18 - 110.4,
    "Szigriszt-Pazos": 206.835 - 12 - 93.45,
    "Fernández Huerta": 206.84 - 12.24 - 90,
    "Gulpease": 89 + 25 - 45,
    "Flesch-Vacca": 206 - 12 - 97.5,
    "Douma": 206.835 - 11.16 - 115.5,
    "Martins": 248.835 - 12.18 - 126.9,
    "Oborneva": 206.835 - 15.6 - 90.15,
    "FOG-PL": 0.4 * (12 + 5),
    "Ateşman": 198.825 - 31.32 - 60.2625,
    "LIX": 12 + 20,
    "RIX": 2.4,
    # 20 morphemes a sentence, 15 % kango, 50 % wago, 12.5 % verbs, 30 % particles.
    "jReadability": 11.724 - 1.12 - 1.89 - 2.1 - 1.8125 - 1.32,
    "characters per sentence": 55.2,
    "Tateisi-Ono-Yamada": 115.79 - 7.2 - 4.11 + 18.5 - 34.77 - 21.6 - 6.538,
    "words per sentence": 12,
}


@pytest.mark.parametrize("name", BY_HAND)
def test_formula_gives_what_it_gives_by_hand(name: str) -> None:
    """To the sixth decimal, from the constants as they were published."""
    assert formulas.named(name)(COUNTS) == pytest.approx(BY_HAND[name], abs=1e-6)


def test_no_formula_is_left_out() -> None:
    """Every row of the table is worked out above, and has its source."""
    assert set(BY_HAND) == {formula.name for formula in formulas.FORMULAS}
    assert all(formula.source and formula.languages for formula in formulas.FORMULAS)


def test_bands_fall() -> None:
    """The bands of a formula run from the highest down, and the last takes all that is left."""
    for formula in formulas.FORMULAS:
        limits = [limit for limit, _ in formula.bands]
        assert limits == sorted(limits, reverse=True)
        assert not limits or limits[-1] == -math.inf


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", {"Flesch-Kincaid grade", "SMOG", "Gunning Fog", "Coleman-Liau", "Dale-Chall"}),
        ("de", {"Amstad", "Wiener Sachtextformel 1"}),
        ("fr", {"Kandel-Moles"}),
        ("es", {"Fernández Huerta", "Szigriszt-Pazos"}),
        ("it", {"Gulpease", "Flesch-Vacca"}),
        ("nl", {"Douma"}),
        ("pt", {"Martins"}),
        ("ru", {"Oborneva"}),
        ("pl", {"FOG-PL"}),
        ("sv", {"LIX", "RIX"}),
        ("da", {"LIX", "RIX"}),
        ("no", {"LIX", "RIX"}),
        ("fi", {"LIX", "RIX"}),
        ("tr", {"Ateşman"}),
        ("ja", {"jReadability", "characters per sentence"}),
        ("cs", {"LIX"}),
    ],
)
def test_language_has_its_formulas(language: str, names: set[str]) -> None:
    """The formulas asked for, and English ones for English alone."""
    assert names <= {formula.name for formula in formulas.native(language)}
    assert (language == "en") == any(each.name == "SMOG" for each in formulas.native(language))


def test_every_scale_has_a_language() -> None:
    """Each language with constants is judged by them: it may block, or warn."""
    for name in languages.SCALES:
        language = languages.row(name)
        assert language
        assert language.force == ("warn" if name in ("da", "pl", "tr", "fi", "el") else "block")
        assert language.drift == (3 if name in ("ru", "pl", "tr", "fi", "da") else 2)


@pytest.mark.parametrize("name", ["ja", "zh", "ko", "ar", "he", "hi", "vi", "id", "nb"])
def test_language_without_constants_is_only_reported(name: str) -> None:
    """Nothing is held by a number that nobody has tried."""
    language = languages.row(name)
    assert language
    assert (language.scale, language.force) == (None, "report")


def test_gunnings_hard_words() -> None:
    """Not hard: names, compounds, and words whose third syllable is an ending."""
    words = "The American nurse recommended follow-up exercises".split()
    kit = Kit(english.syllables, english.familiar)
    assert count([Line("", tuple(words))], kit).foggy == 2  # recommended (4), exercises (4)
    assert count([Line("", ("Medicine", "helps"))], kit).foggy == 1
    name = [Line("", ("Angola", "is", "far")), Line("", ("To", "Angola"))]
    assert count(name, kit).foggy == 0


def test_unfamiliar_words() -> None:
    """On no list: neither regular forms of listed words, nor names, nor numbers."""
    line = Line("", tuple("Yusuf stopped hoping for 20 happier cats and glutamate".split()))
    assert count([line], Kit(familiar=english.familiar)).unfamiliar == 1


@pytest.mark.parametrize(
    ("word", "number"),
    [("Depression", 3), ("didn’t", 2), ("patient’s", 2), ("nurse's", 2), ("12", 1), ("B12", 1)],
)
def test_english_syllables(word: str, number: int) -> None:
    """By the dictionary, with what is added to its words; a number is one."""
    assert english.syllables(word) == number


def test_japanese_morphemes_come_from_a_tagger() -> None:
    """Without a tagger jReadability is not given; with one it comes first."""
    passages = [Passage("猫はいすで寝ています。", "ja", "paragraph", Origin("a.md"))] * 50
    without = readability.rate(readability.measure(passages, "ja"))
    assert without.formula == "characters per sentence"
    tagged = readability.measure(passages, "ja", tagger=lambda _: ["kango", "wago verb", ""])
    assert readability.rate(tagged).formula == "jReadability"
    assert dict(tagged.counts.morphemes)["verb"] == 50


def test_second_opinion_is_textstats() -> None:
    """The language is fixed, whatever another user of textstat sets."""
    import textstat

    line = Line("Doctors do not know why this happens to us.", ())
    before = second_opinion.opinion([line])
    textstat.set_lang("de_DE")
    second_opinion.forget()
    try:
        assert second_opinion.opinion([line]) == before
    finally:
        textstat.set_lang("en_US")
    assert second_opinion.opinion([]) == second_opinion.opinion([Line("…", ())]) == ()


def test_second_opinion_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dictionary comes from a package; NLTK is asked for nothing."""
    import nltk

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("NLTK was asked")

    monkeypatch.setattr(nltk.data, "find", refuse)
    monkeypatch.setattr(nltk, "download", refuse)
    second_opinion.forget()
    assert len(second_opinion.metrics("Antidepressants help many people.")) == 12
