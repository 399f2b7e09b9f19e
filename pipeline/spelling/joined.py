"""Two words that a missing space has run together."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.spelling.lexicon import Lexicon

_SPLIT = 11.6
"""
What two words in place of one cost.

Words that follow each other by chance are 9 on the Zipf scale rarer than their zipfs say together;
those that do so often are ten times as frequent, and a missing space is an edit of its own.
"""

BY_CHANCE = 8.0 - _SPLIT
"""The score below which two words stand together by chance."""

_WHOLE, _APART, _GRAMMAR = 3, 2.5, 5.3
"""
How long the words are that are known to have been run together though one of them is rare.

Where words are made of two, the other must be as common as words of grammar are: "veryripe".
"""

_COMPOUNDING = frozenset({"da", "de", "en", "fi", "hu", "is", "nb", "nl", "nn", "no", "sv"})


def halves(low: str, lexicon: Lexicon) -> Iterator[tuple[float, str]]:
    """Give the scores and pairs of words in use that a missing space may have run together as *low*."""
    for at in range(1, len(low)):
        one, other = low[:at], low[at:]
        zipfs = lexicon.zipf(one), lexicon.zipf(other)
        # Nearly every single letter is a "word" of a dictionary; few are words of the language.
        if min(len(one), len(other)) < _WHOLE:
            common = all(
                zipf > (4.0 if len(part) > 1 else 6.0)
                for part, zipf in zip((one, other), zipfs, strict=True)
            )
        else:
            common = min(zipfs) > _APART and (
                min(zipfs) > 4.0 or max(zipfs) > _GRAMMAR or lexicon.language not in _COMPOUNDING
            )
        # "Ausgeschlafensein" is a noun.
        noun = lexicon.language == "de" and other == "sein"
        if common and not noun and lexicon.knows(one) and lexicon.knows(other):
            yield sum(zipfs) - _SPLIT, f"{one} {other}"
