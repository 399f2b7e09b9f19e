"""
Readability formulas as functions of counts; each names its source.

The constants were taken from later works that cite these sources and agree on them, unless it says
otherwise; the first publications were not at hand. A formula that grows with difficulty says so; the
others fall.
"""

from __future__ import annotations

from pipeline.readability.counts import Counts


def ari(counts: Counts) -> float:
    """
    Give the Automated Readability Index, which grows with difficulty.

    Senter and Smith, "Automated Readability Index", AMRL-TR-6620, 1967.
    """
    return 4.71 * counts.characters / counts.words + 0.5 * counts.words / counts.sentences - 21.43


def flesch_kincaid(counts: Counts) -> float:
    """
    Give the US school grade of an English text, which grows with difficulty.

    Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75, 1975.
    """
    length = counts.words / counts.sentences
    return 0.39 * length + 11.8 * counts.syllables / counts.words - 15.59


def lix(counts: Counts) -> float:
    """
    Give Björnsson's Läsbarhetsindex, which grows with difficulty: 30 easy, 40, 50, 60 very hard.

    Björnsson, "Läsbarhet", 1968; in 11 languages in Reading Research Quarterly 18(4), 1983.
    """
    return counts.words / counts.sentences + 100 * counts.long_words / counts.words


def gulpease(counts: Counts) -> float:
    """
    Give the Gulpease index for Italian: 80 easy after primary school, 60 after lower secondary, 40 after upper.

    Lucisano and Piemontese, "GULPEASE: una formula per la predizione della difficoltà dei testi in
    lingua italiana", Scuola e città 3, 1988.
    """
    return 89 + (300 * counts.sentences - 10 * counts.letters) / counts.words


def amstad(counts: Counts) -> float:
    """Give Flesch's reading ease for German: Amstad, "Wie verständlich sind unsere Zeitungen?", 1978."""
    return _flesch(counts, 180, 1, 58.5)


def kandel_moles(counts: Counts) -> float:
    """
    Give Flesch's reading ease for French: Kandel and Moles, Cahiers d'études de radio-télévision, 1958.

    Some works print 209, 1.15 and 68 instead; most tools compute what is computed here.
    """
    return _flesch(counts, 207, 1.015, 73.6)


def szigriszt_pazos(counts: Counts) -> float:
    """
    Give the perspicuity of a Spanish text; its bands by the INFLESZ scale end at 40, 55, 65, 80 and 100.

    Szigriszt Pazos, "Sistemas predictivos de legilibilidad del mensaje escrito", 1993; bands from
    Barrio-Cantalejo and others, Anales del Sistema Sanitario de Navarra 31(2), 2008.
    """
    return _flesch(counts, 206.835, 1, 62.3)


def martins(counts: Counts) -> float:
    """Give Flesch's reading ease for Portuguese: Martins and others, Notas do ICMSC-USP 28, 1996."""
    return _flesch(counts, 248.835, 1.015, 84.6)


def douma(counts: Counts) -> float:
    """Give Flesch's reading ease for Dutch: Douma, "De leesbaarheid van landbouwbladen", 1960."""
    return _flesch(counts, 206.835, 0.93, 77)


def oborneva(counts: Counts) -> float:
    """Give Flesch's reading ease for Russian: Oborneva, thesis, 2006."""
    return _flesch(counts, 206.835, 1.3, 60.1)


def atesman(counts: Counts) -> float:
    """Give the readability of a Turkish text: Ateşman, Dil Dergisi 58, 1997; bands end at 30, 50, 70 and 90."""
    return _flesch(counts, 198.825, 2.610, 40.175)


def tateisi(counts: Counts) -> float:
    """
    Give the readability of a Japanese text, 50 on average with a standard deviation of 10.

    Short sentences and long runs of hiragana are easy, long runs of other scripts and many commas hard.
    Tateisi, Ono and Yamada, "A computer readability formula of Japanese texts for machine scoring",
    COLING 1988: the six-variable form.
    """
    return (
        115.79
        - 0.12 * counts.signs / counts.sentences
        - 1.37 * _mean(counts.alphabet)
        + 7.4 * _mean(counts.hiragana)
        - 23.18 * _mean(counts.kanji)
        - 5.4 * _mean(counts.katakana)
        - 4.67 * counts.commas / counts.sentences
    )


def words_per_sentence(counts: Counts) -> float:
    """Give the mean length of a sentence in words, which grows with difficulty."""
    return counts.words / counts.sentences


def characters_per_sentence(counts: Counts) -> float:
    """Give the mean length of a sentence in characters, which grows with difficulty."""
    return counts.characters / counts.sentences


def _flesch(counts: Counts, base: float, sentence: float, word: float) -> float:
    """Give Flesch's form: less for each word of a sentence, and for each syllable of a word."""
    length = counts.words / counts.sentences
    return base - sentence * length - word * counts.syllables / counts.words


def _mean(run: tuple[int, int]) -> float:
    """Give the mean length of runs, from their length together and their number."""
    return run[0] / run[1] if run[1] else 0.0
