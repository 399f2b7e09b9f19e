"""What is computed for each language: one row, to be added to with a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline import locales
from pipeline.readability import english, formulas
from pipeline.readability.counts import Counts
from pipeline.readability.syllables import counter

Formula = Callable[[Counts], float]


@dataclass(frozen=True, slots=True)
class Language:
    """
    A language's row.

    *name* and *formula* are made for it; *syllables* counts those of a word, where the formula asks for
    them. *scale* are the constants a and b of G = a * ARI + b, or None where none hold.
    """

    name: str = ""
    formula: Formula | None = None
    scale: tuple[float, float] | None = None
    syllables: Callable[[str], int] | None = None
    scripts: bool = False


def row(locale: str) -> Language | None:
    """
    Give the row of the locale's language, whatever its region; None where nothing is known of it.

    >>> row("de") is row("de-AT") is row("de_CH"), row("tlh")
    (True, None)
    """
    return _ROWS.get(locales.language(locale))


_LIX = "LIX"
_LENGTH = "words per sentence"

# G is an English-equivalent grade: linear (mean and standard deviation) equating of ARI on 117 texts of
# LibreOffice's help in 19 languages, so that parallel texts have the mean and the spread of the English
# ones' Flesch-Kincaid grade. On GNOME's help, which had no part in it, the shift stayed within one grade
# but for Danish, Polish and Finnish; Italian, Turkish and Greek could not be tried. Japanese, Chinese,
# Korean, Arabic and the like have no constants, for letters in a word say little about them.
_ROWS: Mapping[str, Language] = {
    "en": Language(
        "Flesch-Kincaid grade", formulas.flesch_kincaid, (0.991, 0.749), english.syllables
    ),
    "de": Language("Flesch-Amstad", formulas.amstad, (0.867, -3.861), counter("de")),
    "es": Language("Szigriszt-Pazos", formulas.szigriszt_pazos, (1.112, -2.703), counter("es")),
    "fr": Language("Kandel-Moles", formulas.kandel_moles, (1.082, -3.748), counter("fr")),
    "it": Language("Gulpease", formulas.gulpease, (1.017, -3.800)),
    "nl": Language("Flesch-Douma", formulas.douma, (0.806, -1.067), counter("nl")),
    "pt": Language("Flesch-Martins", formulas.martins, (1.068, -1.872), counter("pt")),
    "ru": Language("Flesch-Oborneva", formulas.oborneva, (0.946, -5.693), counter("ru")),
    "tr": Language("Ateşman", formulas.atesman, (0.935, -6.862), counter("tr")),
    "sv": Language(_LIX, formulas.lix, (0.997, -2.369)),
    "da": Language(_LIX, formulas.lix, (0.902, -1.711)),
    "nb": Language(_LIX, formulas.lix),
    "nn": Language(_LIX, formulas.lix),
    "no": Language(_LIX, formulas.lix),
    "fi": Language(_LIX, formulas.lix, (0.616, -4.705)),
    "pl": Language(scale=(0.920, -4.810)),
    "cs": Language(scale=(1.103, -3.961)),
    "hu": Language(scale=(0.831, -4.237)),
    "el": Language(scale=(1.112, -6.542)),
    "ja": Language("Tateisi-Ono-Yamada", formulas.tateisi, scripts=True),
    "zh": Language("characters per sentence", formulas.characters_per_sentence),
    "ar": Language(_LENGTH, formulas.words_per_sentence),
    "he": Language(_LENGTH, formulas.words_per_sentence),
    "fa": Language(_LENGTH, formulas.words_per_sentence),
    "hi": Language(_LENGTH, formulas.words_per_sentence),
    "ko": Language(_LENGTH, formulas.words_per_sentence),
    "vi": Language(_LENGTH, formulas.words_per_sentence),
    "id": Language(_LENGTH, formulas.words_per_sentence),
}
