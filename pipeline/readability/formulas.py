"""
Readability formulas as one table: a row a formula, with its constants, its source and its bands.

The constants were taken from later works that cite these sources and agree on them; no first
publication was at hand. A row whose constants, or whose words, could only be had from memory or from
works that disagree says so in *doubt*.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from pipeline.readability import bands
from pipeline.readability.counts import Counts
from pipeline.readability.measures import Formula


def named(name: str) -> Formula:
    """Give the formula of that name."""
    return _BY_NAME[name]


def native(language: str) -> tuple[Formula, ...]:
    """
    Give the formulas made for *language*, the one to show first before all others.

    >>> [formula.name for formula in native("de")][:2]
    ['Amstad', 'Wiener Sachtextformel 1']
    """
    return tuple(formula for formula in FORMULAS if language in formula.languages.split())


def ari(counts: Counts) -> float:
    """Give the Automated Readability Index, of which G is made in every language."""
    return named("ARI")(counts)


def _flesch(sentence: float, word: float) -> Mapping[str, float]:
    """Give the weights of Flesch's form: less for each word of a sentence and each syllable of a word."""
    return {"words per sentence": -sentence, "syllables per word": -word}


_WITH_LIX = "sv da no nb nn fi cs hu el sk uk bg ro hr sr sl ca gl et lv lt is"
_MEMORY = "constants from memory"

FORMULAS: tuple[Formula, ...] = (
    Formula(
        "Flesch-Kincaid grade",
        "en",
        -15.59,
        {"words per sentence": 0.39, "syllables per word": 11.8},
        "Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75, 1975",
        harder=True,
    ),
    Formula(
        "Flesch reading ease",
        "en",
        206.835,
        _flesch(1.015, 84.6),
        "Flesch, “A new readability yardstick”, Journal of Applied Psychology 32, 1948",
        bands=bands.EASE,
    ),
    Formula(
        "Gunning Fog",
        "en",
        0,
        {"words per sentence": 0.4, "% foggy words": 0.4},
        "Gunning, “The Technique of Clear Writing”, 1952",
        harder=True,
        doubt="compounds are told by their hyphen, names by their capital",
    ),
    Formula(
        "SMOG",
        "en",
        3.1291,
        {"root of words of 3 syllables in 30 sentences": 1.0430},
        "McLaughlin, “SMOG grading: a new readability formula”, Journal of Reading 12, 1969",
        harder=True,
        doubt="made for 30 sentences; of fewer it is an estimate",
    ),
    Formula(
        "Coleman-Liau",
        "en",
        -15.8,
        # 0.0588 for the letters and -0.296 for the sentences of 100 words.
        {"letters per word": 5.88, "sentences per word": -29.6},
        "Coleman and Liau, Journal of Applied Psychology 60, 1975",
        harder=True,
    ),
    Formula(
        "ARI",
        "en",
        -21.43,
        {"characters per word": 4.71, "words per sentence": 0.5},
        "Senter and Smith, “Automated Readability Index”, AMRL-TR-66-220, 1967",
        harder=True,
    ),
    Formula(
        "Dale-Chall",
        "en",
        0,
        {
            "% unfamiliar words": 0.1579,
            "words per sentence": 0.0496,
            "over 5 % unfamiliar": 3.6365,
        },
        "Dale and Chall, “A formula for predicting readability”, Educational Research Bulletin 27, 1948",
        harder=True,
        bands=bands.DALE_CHALL,
        doubt="every word with a capital counts as a name, which is familiar",
    ),
    Formula(
        "Dale-Chall 1995",
        "en",
        64,
        {"% unfamiliar words": -0.95, "words per sentence": -0.69},
        "Chall and Dale, “Readability Revisited”, 1995: the cloze score before its tables",
        doubt="on the list of 1948",
    ),
    Formula(
        "Amstad",
        "de",
        180,
        _flesch(1, 58.5),
        "Amstad, “Wie verständlich sind unsere Zeitungen?”, 1978",
        bands=bands.EASE,
    ),
    *(
        Formula(
            f"Wiener Sachtextformel {number}",
            "de",
            base,
            weights,
            "Bamberger and Vanecek, “Lesen – Verstehen – Lernen – Schreiben”, 1984: a school year, 4 to 15",
            harder=True,
            doubt=_MEMORY,
        )
        for number, base, weights in (
            (
                1,
                -0.875,
                {
                    "% words of 3 syllables": 0.1935,
                    "words per sentence": 0.1672,
                    "% long words": 0.1297,
                    "% words of 1 syllable": -0.0327,
                },
            ),
            (
                2,
                -2.779,
                {
                    "% words of 3 syllables": 0.2007,
                    "words per sentence": 0.1682,
                    "% long words": 0.1373,
                },
            ),
            (3, -1.1144, {"% words of 3 syllables": 0.2963, "words per sentence": 0.1905}),
            (4, -1.693, {"% words of 3 syllables": 0.2744, "words per sentence": 0.2656}),
        )
    ),
    Formula(
        "Kandel-Moles",
        "fr",
        207,
        _flesch(1.015, 73.6),
        "Kandel and Moles, Cahiers d’études de radio-télévision 19, 1958",
        bands=bands.EASE,
        doubt="some works print 209, 1.15 and 68; most tools compute this",
    ),
    Formula(
        "Szigriszt-Pazos",
        "es",
        206.835,
        _flesch(1, 62.3),
        "Szigriszt Pazos, 1993; INFLESZ bands: Barrio-Cantalejo and others, "
        "Anales del Sistema Sanitario de Navarra 31(2), 2008",
        bands=bands.INFLESZ,
    ),
    Formula(
        "Fernández Huerta",
        "es",
        206.84,
        _flesch(1.02, 60),
        "Fernández Huerta, Consigna 214, 1959",
        bands=bands.EASE,
        doubt="printed with the sentences of 100 words, a misprint: shorter ones would be harder; "
        "read as words of a sentence, after Law, LINGUIST List 22.2332, 2011",
    ),
    Formula(
        "Gulpease",
        "it",
        89,
        {"sentences per word": 300, "letters per word": -10},
        "Lucisano and Piemontese, Scuola e città 3, 1988",
        bands=bands.GULPEASE,
    ),
    Formula(
        "Flesch-Vacca",
        "it",
        206,
        _flesch(1, 65),
        "Franchina and Vacca, 1972, which Gulpease’s authors found more reliable than that of 1986",
        bands=bands.EASE,
    ),
    Formula(
        "Douma",
        "nl",
        206.835,
        _flesch(0.93, 77),
        "Douma, “De leesbaarheid van landbouwbladen”, 1960",
    ),
    Formula(
        "Martins",
        "pt",
        248.835,
        _flesch(1.015, 84.6),
        "Martins, Ghiraldelo, Nunes and Oliveira, Notas do ICMSC-USP 28, 1996",
        bands=(
            (75, "very easy"),
            (50, "easy"),
            (25, "difficult"),
            (-math.inf, "very difficult"),
        ),
    ),
    Formula(
        "Oborneva", "ru", 206.835, _flesch(1.3, 60.1), "Oborneva, thesis, 2006", bands=bands.EASE
    ),
    Formula(
        "FOG-PL",
        "pl",
        0,
        {"words per sentence": 0.4, "% words of 4 syllables": 0.4},
        "Gunning’s Fog with words of four syllables and more, as Polish tools have it",
        harder=True,
        bands=bands.FOG_PL,
        doubt=f"{_MEMORY}; forms are counted, not dictionary forms",
    ),
    Formula(
        "Ateşman",
        "tr",
        198.825,
        _flesch(2.610, 40.175),
        "Ateşman, Dil Dergisi 58, 1997",
        bands=bands.ATESMAN,
    ),
    Formula(
        "LIX",
        _WITH_LIX,
        0,
        {"words per sentence": 1, "% long words": 1},
        "Björnsson, “Läsbarhet”, 1968; bands for Swedish; norms of 11 languages: "
        "Reading Research Quarterly 18(4), 1983",
        harder=True,
        bands=bands.LIX,
        doubt="the bands are Sweden’s; newspapers had 47 in Swedish, 72 in Finnish",
    ),
    Formula(
        "RIX",
        "sv da no nb nn fi",
        0,
        {"long words per sentence": 1},
        "Anderson, Journal of Reading 26(6), 1983",
        harder=True,
    ),
    Formula(
        "jReadability",
        "ja",
        11.724,
        {
            "morphemes per sentence": -0.056,
            "% kango": -0.126,
            "% wago": -0.042,
            "% verbs": -0.145,
            "% particles": -0.044,
        },
        "Lee and Hasebe, “Readability measurement of Japanese texts based on levelled corpora”, 2016: "
        "0.5 hard to 6.4 easy, for learners",
        bands=bands.JREADABILITY,
        doubt="needs a tagger that tells kango from wago; without one it is not given",
    ),
    Formula(
        "characters per sentence",
        "ja zh yue ko",
        0,
        {"characters per sentence": 1},
        "a length, no formula",
        harder=True,
    ),
    Formula(
        "Tateisi-Ono-Yamada",
        "ja",
        115.79,
        {
            "signs per sentence": -0.12,
            "letters of a run of letters": -1.37,
            "letters of a run of hiragana": 7.4,
            "letters of a run of kanji": -23.18,
            "letters of a run of katakana": -5.4,
            "commas per sentence": -4.67,
        },
        "Tateisi, Ono and Yamada, COLING 1988, the form with six variables: "
        "50 on average, with a standard deviation of 10",
    ),
    Formula(
        "words per sentence",
        "ar he fa ur hi ko vi id ms",
        0,
        {"words per sentence": 1},
        "a length, no formula",
        harder=True,
    ),
)
_BY_NAME = {formula.name: formula for formula in FORMULAS}
