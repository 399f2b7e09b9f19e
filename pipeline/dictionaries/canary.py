"""Whether a dictionary is one of its language: it knows the commonest words, and no nonsense."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from pipeline.spelling.lexicon import Lexicon, script, spelled

KNOWN_AT_LEAST = 0.90
"""The share of its language's commonest words that a dictionary must know."""

_ASKED = 300
_NONSENSE = {
    "LATIN": "qxzjvq zzkqqw wqxxkj",
    "CYRILLIC": "ъщыжхъ щщъцыф йъхщцц",
    "GREEK": "ξψφθξ ψξχχθ ζφξψψ",
    # Backwards most Korean words are words: a syllable is one.
    "HANGUL": "뷁쮦껡 쀍퀧뚫뙣 쫡휑쌸",
}


@dataclass(frozen=True, slots=True)
class Canary:
    """What was asked of a dictionary: the share of common words it knows, and what is wrong."""

    share: float | None
    """None where nobody has counted the words of its language."""
    wrong: str = ""


def ask(lexicon: Lexicon) -> Canary:
    """
    Give the share of common words that a dictionary knows, and what is wrong with it, if anything.

    One that was cut, or made for another version of the engine, often loads without an error.

    >>> from pipeline.spelling.lexicon import Frequencies
    >>> words = Frequencies([(5.0, ["breath", "doctor", "harbour"])])
    >>> ask(Lexicon("en", lambda form: form == "doctor", words)).wrong
    'it knows only 33 % of the commonest words'
    >>> ask(Lexicon("en", lambda form: True, words)).wrong
    'it accepts nonsense'
    """
    common = [form for form in lexicon.frequencies.common if spelled(form) and len(form) > 1]
    asked = common[:_ASKED]
    known = sum(lexicon.knows(form) or lexicon.knows(form.capitalize()) for form in asked)
    share = known / len(asked) if asked else None
    if share is not None and share < KNOWN_AT_LEAST:
        return Canary(share, f"it knows only {int(100 * share)} % of the commonest words")
    return Canary(share, "it accepts nonsense" if _accepts_nonsense(lexicon, common) else "")


def _accepts_nonsense(lexicon: Lexicon, common: list[str]) -> bool:
    written = script(common[0][0]) if common else "LATIN"
    nonsense = _NONSENSE.get(written, _NONSENSE["LATIN"]).split()
    if written != "HANGUL":
        long = itertools.islice((form for form in common if len(form) > 5), 50)
        nonsense += [form[::-1] for form in long]
    # Backwards some words are words: "reward", "drawer".
    return sum(map(lexicon.knows, nonsense)) > max(0.1 * len(nonsense), 1)
