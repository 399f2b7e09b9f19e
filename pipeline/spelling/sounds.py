"""How a name or a term sounds, roughly: what is left of it when another script writes it."""

from __future__ import annotations

import itertools
import re

_CONSONANTS = {
    "b": "bpبپбпבפ",
    "d": "dدضذظдד",
    "f": "fvفڤвфф",
    "g": "gjغجгжґג",
    "k": "kqcخقكккхקכח",
    "l": "lлلל",
    "m": "mмمמם",
    "n": "nнنנן",
    "r": "rрرר",
    "s": "szسصزشсзцшщчסצשז",
    "t": "tтتطثטת",
}
"""Letters that stand for about the same sound; p and b, v and f are one, for Arabic has no others."""

_SOUNDS = str.maketrans({letter: key for key, all_ in _CONSONANTS.items() for letter in all_})
_SPELLINGS = ((r"ph", "f"), (r"th", "t"), (r"sh", "s"), (r"x", "ks"), (r"c(?=[eiy])", "s"))


def skeleton(form: str) -> str:
    """
    Give the consonants of *form*, whatever script it is in.

    >>> skeleton("Ketamine"), skeleton("كيتامين"), skeleton("кетамин")
    ('ktmn', 'ktmn', 'ktmn')
    """
    low = form.lower()
    for pattern, letters in _SPELLINGS:
        low = re.sub(pattern, letters, low)
    heard = (letter for letter in low.translate(_SOUNDS) if letter in _CONSONANTS)
    return "".join(letter for letter, _ in itertools.groupby(heard))
