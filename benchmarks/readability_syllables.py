"""
Syllables by our rules, and by pyphen, against espeak-ng's phonemes: bias over frequent words.

The 4,000 most frequent words of each language (wordfreq), weighted by their frequency. espeak-ng is
Debian's; without it nothing is measured. Run: python benchmarks/readability_syllables.py [LANGUAGE …]
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Sequence

import pyphen
from wordfreq import top_n_list, word_frequency

from pipeline.readability.syllables import counter

WORDS = 4000
VOICES = {"en": "en-us", "fr": "fr-fr", "pt": "pt-br", "nb": "nb"}
PYPHEN = {"en": "en_US", "de": "de_DE", "pt": "pt_BR", "nb": "nb_NO", "no": "nb_NO"}
LANGUAGES = "en de es fr it nl pt ru pl sv cs tr da nb fi hu el uk".split()

# Vowels of the International Phonetic Alphabet; a diphthong is one phoneme of espeak-ng.
_VOWEL = re.compile(r"[aeiouyæøœɐɑɒɔəɘɚɛɜɝɞɤɨɪɯɵʉʊʌʏɶᵻᵿε]")


def main(languages: Sequence[str]) -> None:
    """Print a line a language."""
    if not shutil.which("espeak-ng"):
        print("espeak-ng is not installed: skipped")
        return
    print(f"{'':4}{'words':>6}{'ours':>9}{'exact':>8}{'pyphen':>9}")
    for language in languages or LANGUAGES:
        measure(language)


def measure(language: str) -> None:
    """Print how far our rules and pyphen are from espeak-ng's phonemes."""
    rule = counter(language)
    if rule is None:
        print(f"{language:4} no rule")
        return
    words = [word for word in top_n_list(language, WORDS) if word.isalpha() and not spelt(word)]
    spoken = phonemes(words, language)
    weights = [word_frequency(word, language) for word in words]
    reference = [nuclei(sounds, language) for sounds in spoken]
    kept = [
        (word, weight, number)
        for word, weight, number in zip(words, weights, reference, strict=True)
        if number
    ]
    total = sum(weight * number for _, weight, number in kept)
    ours = sum(weight * rule(word) for word, weight, _ in kept) / total - 1
    exact = sum(weight for word, weight, n in kept if rule(word) == n)
    exact /= sum(weight for _, weight, _ in kept)
    print(f"{language:4}{len(kept):6}{ours:+9.1%}{exact:8.1%}{hyphens(kept, language, total):>9}")
    if "-v" in sys.argv:
        wrong = [(w, n, rule(w)) for w, _, n in kept if rule(w) != n]
        print("    ", " ".join(f"{word}:{number}/{found}" for word, number, found in wrong[:150]))


def spelt(word: str) -> bool:
    """Say whether *word* has no vowel, so that it is read letter by letter: "nrk"."""
    plain = unicodedata.normalize("NFD", word)
    return len(word) < 2 or not re.search("[aeiouyæøœıаеёиоуыэюяєіїαεηιουω]", plain)


def hyphens(kept: Sequence[tuple[str, float, int]], language: str, total: float) -> str:
    """Give pyphen's bias, or a dash where it does not know the language."""
    name = PYPHEN.get(language, language)
    if not pyphen.language_fallback(name):
        return "–"
    dictionary = pyphen.Pyphen(lang=name)
    found = sum(weight * (len(dictionary.positions(word)) + 1) for word, weight, _ in kept)
    return f"{found / total - 1:+.1%}"


def phonemes(words: Sequence[str], language: str) -> list[str]:
    """Give what espeak-ng says for each word."""
    voice = VOICES.get(language, language)
    command = ["espeak-ng", "-q", "--ipa", "--sep=_", "-v", voice]
    found = subprocess.run(
        command, input="\n".join(words), capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert len(found) == len(words), (language, len(found), len(words))
    return found


def nuclei(sounds: str, language: str) -> int:
    """
    Count the vowels of *sounds*: each phoneme that holds one, and the syllabic consonants.

    espeak-ng writes the diphthongs of Italian and Norwegian as two vowels; there an unstressed i or
    u beside another vowel is none.
    """
    plain = unicodedata.normalize("NFD", re.sub(r"\([a-z-]+\)", "", sounds))
    phonemes = [phoneme for phoneme in re.split(r"[_\s]+", plain) if phoneme]
    vowels = [bool(_VOWEL.search(phoneme)) and "\u032f" not in phoneme for phoneme in phonemes]
    found = 0
    for number, phoneme in enumerate(phonemes):
        beside = any(vowels[max(number - 1, 0) : number]) or any(vowels[number + 1 : number + 2])
        if language in ("it", "nb") and beside and phoneme in ("i", "ɪ", "u", "ʊ"):
            continue
        found += vowels[number] or "\u0329" in phoneme
    return found


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if not name.startswith("-")])
