"""
Whether a text is in the language that it says: by its script first, then by what it is most like.

A short text says little: the same letters may be two languages, and a name is of none. So each answer
comes with how much text it stands on.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline import locales
from pipeline.errors import PipelineError
from pipeline.findings import Identifier
from pipeline.prose import addresses

LONG = 60
"""Letters from which an answer is sure: of 4,596 texts of 31 letters and more, none was put down to a wrong language."""

_LEAST = 8
_LEAST_IDEOGRAPHS = 4
_SURE, _LIKELY = 0.9, 0.8
_ALIKE = (
    {"bs", "hr", "sl", "sr"},
    {"ca", "es", "gl", "it", "pt"},
    {"cs", "sk"},
    {"da", "nb", "nn", "no", "sv"},
    {"et", "fi"},
    {"id", "ms"},
    {"be", "bg", "mk", "ru", "sr", "uk"},
    {"ar", "fa", "ur"},
    {"hi", "mr", "ne"},
    {"ja", "zh"},
)
"""Languages that are taken for each other in short texts; told apart from `LONG` letters on."""

_SCRIPTS = {
    "Jpan": {"HIRAGANA", "KATAKANA", "CJK"},
    "Kore": {"HANGUL", "CJK"},
    "Hans": {"CJK", "BOPOMOFO"},
    "Hant": {"CJK", "BOPOMOFO"},
    "Latn": {"LATIN"},
    "Cyrl": {"CYRILLIC"},
    "Grek": {"GREEK"},
    "Arab": {"ARABIC"},
    "Hebr": {"HEBREW"},
    "Deva": {"DEVANAGARI"},
    "Thai": {"THAI"},
    "Beng": {"BENGALI"},
    "Taml": {"TAMIL"},
    "Telu": {"TELUGU"},
    "Geor": {"GEORGIAN"},
    "Armn": {"ARMENIAN"},
}
_CODE = re.compile(r"\S*[\d_@#/\\=<>{}$%]\S*|\b[a-z]+[A-Z]\w*|\b\w+\.\w[\w.]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another language than was said: which, how likely from 0 to 1, and on how many letters."""

    language: str
    probability: float
    letters: int

    @property
    def sure(self) -> bool:
        """On enough text, and likely enough, to be more than a question."""
        return self.letters >= LONG and self.probability >= _SURE


def doubt(text: str, tag: str, identifier: Identifier, source: str = "") -> Doubt | None:
    """
    Give the language that *text* is in, if it is another than *tag* says; None where nobody can tell.

    *source* is the language it may have been left in. What is no prose is left out: addresses, code,
    names. Languages that are written alike are told apart in long texts only.
    """
    own = locales.language(tag)
    words: list[str] = _WORD.findall(_prose(text))
    letters = "".join(words)
    scripts = Counter(map(_script, letters))
    mine = _SCRIPTS.get(_expected(tag))
    if mine is None or not _enough(words, scripts):
        return None
    share = sum(scripts[name] for name in mine) / len(letters)
    said = " ".join(words)
    if share < 0.05:
        best, _ = identifier.likeliest(said)
        return Doubt(best, 1.0, len(letters)) if best and best != own else None
    # A term or a name in another script is at home in every text.
    if share < 0.5:
        return None
    return _among_alike(said, own, len(letters), identifier, locales.language(source))


def _among_alike(
    said: str, own: str, letters: int, identifier: Identifier, source: str
) -> Doubt | None:
    best, chance = identifier.likeliest(said)
    if not best or best == own or not identifier.likeliest(said, (own,))[0]:
        return None
    if source and source not in (own, best):
        # Some third language is most like it: then the source must be far more likely than its own.
        likelier, odds = identifier.likeliest(said, (own, source))
        if likelier == source and odds >= 0.99 and letters >= 2 * _LEAST:
            return Doubt(source, odds, letters)
    if any({own, best} <= group for group in _ALIKE) and letters < LONG:
        return None
    _, odds = identifier.likeliest(said, (own, best))
    if best == source:
        # The two that come into question: how likely all others are does not matter.
        return Doubt(best, odds, letters) if odds >= _SURE else None
    return Doubt(best, chance, letters) if odds >= _SURE and chance >= _LIKELY else None


def _prose(text: str) -> str:
    for found in reversed(list(addresses.pattern().finditer(text))):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return _CODE.sub(" ", text)


def _enough(words: Iterable[str], scripts: Counter[str]) -> bool:
    """Is there prose: more than a name or two, in whatever script."""
    if (
        scripts.total() - scripts["LATIN"] - scripts["CYRILLIC"] - scripts["GREEK"]
        >= _LEAST_IDEOGRAPHS
    ):
        return True
    small = [word for word in words if not word[0].isupper()]
    return scripts.total() >= _LEAST and len(small) >= 1 and len(list(words)) >= 2


@lru_cache(maxsize=64)
def _expected(tag: str) -> str:
    """Give the script of a language; nothing for a tag that does not exist."""
    try:
        return locales.script(tag)
    except PipelineError:
        return ""


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
