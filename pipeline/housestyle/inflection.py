"""
Whether a text uses a term in any of its forms.

A wrong "no" would call a good translation bad, so all doubt goes to the text: words are compared
without their accents and endings, in whatever order, and as parts of longer words.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable

from pipeline import locales
from pipeline.housestyle import matching
from pipeline.housestyle.matching import TooSlowError
from pipeline.housestyle.terms import Term, compiled, pattern_of

# How many letters at the end of a word may change with case, number, gender or person. Languages with
# many cases change more; in the others a plural or an ending of gender is all.
_CHANGES: dict[str, int] = {
    **dict.fromkeys(("en", "da", "nb", "nn", "no", "sv", "nl", "af", "id", "ms"), 1),
    **dict.fromkeys(("fr", "es", "it", "pt", "ca", "gl", "ro", "de", "fa"), 2),
    **dict.fromkeys(
        (
            "pl cs sk sl hr sr bs ru uk be bg mk lt lv et fi hu tr az kk el is ga cy eu sq hy ka".split()
        ),
        3,
    ),
}
# Words are written in one piece here, so that a short one is looked for inside others, too.
_COMPOUNDING = frozenset("de nl sv da nb nn no is fi et hu".split())
_LEAST = 3
# The article and the particles that Arabic and Hebrew write in front of a word, and what changes at its
# end; a plural made inside the word goes into the glossary as a form of its own.
_SEMITIC = re.compile("^(?:ال|ה)|(?:[ةهيا]|ות|ים|ה)$")
_WORD = re.compile(r"\w+")
_VOWELS = "aeiouyаеиоуыяюёαεηιουω"
# Vowels at the end of a name that an inflecting language changes with the case: Viagra, Viagry.
_OPEN = re.compile(r"[^\W\d_]{4,}[aeiouyаеиоуыяюё]")


def uses(text: str, wanted: Iterable[str], locale: str) -> bool:
    """
    Say whether *text* uses any of *wanted* in one of its forms.

    >>> uses("Les personnes dépressives", ("dépression",), "fr")
    True
    >>> uses("Die Notaufnahmen", ("Notaufnahme",), "de"), uses("Das Spital", ("Klinik",), "de")
    (True, False)
    """
    plain = _fold(text)
    return any(_used(plain, text, term, locales.language(locale)) for term in wanted)


def keeps(text: str, term: Term, locale: str) -> bool:
    """
    Say whether *text* has *term* as it is: in its case if it has a capital, with any ending.

    >>> keeps("Ketalars Wirkung", Term("Ketalar"), "de"), keeps("Wer, who", Term("WHO"), "de")
    (True, False)
    """
    own, given = matching.normal(term.written), matching.normal(text)
    if own == own.lower():
        own, given = own.casefold(), given.casefold()
    if own in given:
        return True
    changes = _CHANGES.get(locales.language(locale), 0) >= 3
    return bool(changes and own != own.upper() and _OPEN.fullmatch(own) and own[:-1] in given)


def _used(plain: str, text: str, term: str, language: str) -> bool:
    if pattern := pattern_of(term):
        try:
            return compiled(pattern).search(text, timeout=matching.SECONDS) is not None
        except TimeoutError:
            raise TooSlowError(Term(term)) from None
    if matching.unspaced(term):
        return "".join(_fold(term).split()) in "".join(plain.split())
    stems = _stems(term, language)
    joined = language in _COMPOUNDING
    return all(_stands(stem, plain, joined=joined) for stem in stems) if stems else True


def _stands(stem: str, plain: str, *, joined: bool) -> bool:
    if len(stem) > _LEAST or joined or not stem.isascii():
        return stem in plain
    # "IRM" is in "IRMs", not in "confirmer".
    return any(word.startswith(stem) for word in plain.split())


@functools.lru_cache(maxsize=4096)
def _stems(term: str, language: str) -> tuple[str, ...]:
    words = _WORD.findall(_fold(term))
    # The little words of a phrase change or go: "trouble de l'humeur", "troubles d'humeur".
    heavy = [word for word in words if len(word) > _LEAST] if len(words) > 1 else words
    return tuple(_stem(word, language) for word in heavy or words)


def _stem(word: str, language: str) -> str:
    if language in ("ar", "he"):
        shorter = _SEMITIC.sub("", word)
        return shorter if len(shorter) >= _LEAST else word
    changes = min(_CHANGES.get(language, 2), max(len(word) - _LEAST - 1, 0))
    if len(word) < 2 * _LEAST:
        # A short word has little but its stem: "ward" may be "wards", not "war"; "dose" may be "dosi".
        changes = int(len(word) > _LEAST and word[-1] in _VOWELS)
    return word[: len(word) - changes]


def _fold(text: str) -> str:
    """Give *text* without accents, in small letters, its marks and elisions as spaces."""
    # A vowel of Polish changes with the ending: gałąź, gałęzi.
    small = matching.normal(text).casefold().replace("ą", "ę")
    parted = unicodedata.normalize("NFKD", small)
    bare = "".join(one for one in parted if not unicodedata.combining(one))
    return " ".join(_WORD.findall(bare)) or bare
