"""The language that a passage is really in."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Passage
from pipeline.spelling import context, foreign, parts
from pipeline.spelling.context import Token
from pipeline.spelling.lexicon import Lexicon, script

_LEAST = 6
_UNKNOWN = 0.4
_KNOWN = 0.8
"""
A passage of so many words, of which more than this share is unknown here and known there.

On 13 guides in 15 languages these found the passages that nobody had translated, and no other.
"""


def left_in(passage: Passage, lexicon: Lexicon | None, others: Sequence[Lexicon]) -> Lexicon | None:
    """
    Give the language of *others* that a passage was left in, or None.

    What is quoted, a title and a reference may be in any language. A passage in a language without a
    dictionary is left in another if nearly all of it is known there.

    >>> from pipeline.model import Origin
    >>> french = Lexicon("fr", set("prenez le pendant huit jours".split()).__contains__)
    >>> english = Lexicon("en", set("take the tablet with a glass of water".split()).__contains__)
    >>> passage = Passage("Take the tablet with a glass of water.", "fr", "paragraph", Origin("a.md"))
    >>> found = left_in(passage, french, [english])
    >>> found.locale if found else ""
    'en'
    """
    found = [token for token in context.tokens(passage) if not token.quoted]
    if len(found) < _LEAST:
        return None
    if lexicon is not None:
        knows = lexicon.knows
        strange = sum(not (knows(token.form) or _known(token, lexicon)) for token in found)
        # French has "a" and "on", and every language a few such: they count less than the rest.
        if strange <= _UNKNOWN / 2 * len(found):
            return None
    if context.titled(found) or context.reference(passage.text):
        return None
    best = max(others, key=lambda other: _share(found, other), default=None)
    if best is None or _share(found, best) <= _KNOWN:
        return None
    if lexicon is not None:
        strange = sum(_foreign(token, lexicon, best) for token in found)
        return best if strange > _UNKNOWN * len(found) else None
    return best


def written_in(text: str, usual: str) -> bool:
    """
    Are nearly all letters of *text* in the script *usual*.

    A character of Japanese says as much as a syllable, so that a fifth of them is a text in Japanese.

    >>> written_in("PTSD is one", "LATIN"), written_in("うつ病 (PTSD)", "LATIN")
    (True, False)
    """
    scripts = [script(letter) for letter in text if letter.isalpha()]
    return scripts.count(usual) > _KNOWN * len(scripts)


def _share(found: Sequence[Token], lexicon: Lexicon) -> float:
    return sum(_known(token, lexicon) for token in found) / len(found)


def _foreign(token: Token, lexicon: Lexicon, other: Lexicon) -> bool:
    form = lexicon.fold(token.form)
    return not _known(token, lexicon) or foreign.left_over(form, lexicon, other)


def _known(token: Token, lexicon: Lexicon) -> bool:
    form = token.form
    if lexicon.knows(form) or not any(
        parts.unknown(token.word, lexicon, before=token.before, after=token.after)
    ):
        return True
    return token.initial and lexicon.knows(lexicon.fold(form))
