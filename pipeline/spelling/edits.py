"""The strings one edit away from a form, and which of them look like words."""

from __future__ import annotations

import heapq
import itertools

from pipeline.spelling.lexicon import Lexicon

_ASKED = 110
"""How many strings with a letter more or another one the dictionary is asked about."""


def likely(low: str, lexicon: Lexicon) -> list[str]:
    """
    Give the strings one edit away that look most like the language.

    Of some 500 strings four in five have runs of three letters that hardly a common word has. To ask a
    dictionary that builds compounds about all of them is dear: German 70 ms a word, now 20.
    """
    shorter, longer = one_edit(low, lexicon.alphabet)
    if not lexicon.trigrams:
        return [*shorter, *longer]
    gained = _gained(low, lexicon)
    counted = filter(lexicon.frequencies.common.__contains__, longer)
    return [*shorter, *counted, *heapq.nlargest(_ASKED, longer, key=gained.__getitem__)]


def _gained(low: str, lexicon: Lexicon) -> dict[str, float]:
    """
    Give every string with a letter more or another one, and by how much more common its runs are.

    Only those around the letter count: the joint of a compound is rare whatever is done elsewhere.
    """
    padded = f" {low} "
    gained: dict[str, float] = {}
    for at, skipped in itertools.product(range(len(low) + 1), (0, 1)):
        head, tail = low[:at], low[at + skipped :]
        left, right = padded[max(at - 1, 0) : at + 1], padded[at + 1 + skipped :][:2]
        typed = _commonness(left + low[at : at + skipped] + right, lexicon)
        for letter in lexicon.alphabet:
            form = head + letter + tail
            gain = _commonness(left + letter + right, lexicon) - typed
            gained[form] = max(gain, gained.get(form, gain))
    return gained


def _commonness(window: str, lexicon: Lexicon) -> float:
    seen = lexicon.trigrams
    runs = len(window) - 2
    return sum(seen.get(window[at : at + 3], 0.0) for at in range(runs)) / max(runs, 1)


def one_edit(form: str, alphabet: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    Give every string one edit away: a letter less or two swapped; a letter more or another one.

    >>> one_edit("ab", "b")
    (('a', 'b', 'ba'), ('abb', 'bab', 'bb'))
    """
    cuts = [(form[:at], form[at:]) for at in range(len(form) + 1)]
    less = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    changed = {head + letter + tail[1:] for head, tail in cuts if tail for letter in alphabet}
    more = {head + letter + tail for head, tail in cuts for letter in alphabet}
    return tuple(sorted((less | swapped) - {form, ""})), tuple(sorted((changed | more) - {form}))
