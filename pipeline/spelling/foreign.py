"""
Words of another language that a dictionary lets pass.

Every dictionary has words that look like another language's: French "for" and "are", Spanish "to" and
"is". Whether one is meant shows in how common it is: texts of every language quote English, always to
about the same degree. A word no more common here than quoting alone makes it is not this language's.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from functools import lru_cache

from pipeline.spelling.lexicon import Lexicon

_SAMPLE = 100
"""How many of a language's commonest words tell how much of it is quoted."""

_VERY_COMMON = 5.5
"""
Above this zipf a word is mostly grammar, and quoted as often in one subject as in another.

Of such a word more than half must be quotation, of any other all: "patients" is both English and a
Swedish genitive, and medicine is quoted more than most.
"""

_RAREST = 1.2
"""What a word that nobody has counted may have at most."""

_LOAN = 0.7
"""A loan word ("online", "video") is used a fifth as often as at home, or more."""

_RARE = 3.0

_TERM, _TECHNICAL = 7, 3.5
"""How long a term is at least, and below which zipf it is one of its subject, not of everyone."""


@lru_cache(maxsize=100_000)
def left_over(form: str, lexicon: Lexicon, other: Lexicon) -> bool:
    """
    Is *form*, which both languages know, only *other*'s by the way it is used.

    The form is in small letters; what stands in capitals is a matter of names.
    """
    there = other.zipf(form)
    if there <= 0 or not other.knows(form):
        return False
    gap = there - max(lexicon.zipf(form), _RAREST)
    share = 0.5 if there >= _VERY_COMMON else 1.0
    # Quoted share = 10 ** (gap - quotation gap), at most all of it.
    return 10 ** (gap - _quotation(lexicon, other)) > share


def loan(form: str, lexicon: Lexicon, other: Lexicon) -> bool:
    """Is *form*, unknown here and a word there, so common here that it has been taken over."""
    here, there = lexicon.zipf(form), other.zipf(form)
    # Of a rare word the texts say little: "albuterol" is met 12 times in 10 ** 10 Spanish words.
    return here > 0 and there - here < (_LOAN if there > _RARE else 1.0)


def borrowed(form: str, beside: Sequence[str], lexicon: Lexicon, others: Sequence[Lexicon]) -> bool:
    """Is *form* the half of a term that was taken over whole, as the word *beside* it shows: "Nordic Walking"."""
    small = lexicon.fold(form)
    there = [one for one in others if one.knows(small) and one.zipf(small) < _VERY_COMMON]
    return any(
        (other.knows(half) or other.knows(half.capitalize()))
        and not lexicon.knows(half)
        and loan(half, lexicon, other)
        for other in there
        for half in map(lexicon.fold, beside)
    )


def shared(form: str, other: Lexicon) -> bool:
    """
    Is *form* a term of *other* that every language takes over as it is: "metformin".

    What is common is no term: left in a translation, it was forgotten.
    """
    return len(form) >= _TERM and other.zipf(form) < _TECHNICAL and other.knows(form)


@lru_cache(maxsize=256)
def _quotation(lexicon: Lexicon, other: Lexicon) -> float:
    """
    Give how much rarer *other*'s words are in texts of *lexicon*'s language, on the Zipf scale.

    Measured on the commonest words that this language has not: English is 2.2 rarer in German, 2.6 in
    French. Without frequencies nothing is ever quoted.
    """
    common = (form for form in other.frequencies.common if len(form) > 1 and other.knows(form))
    gaps = [
        other.zipf(form) - lexicon.zipf(form)
        for form in itertools.islice(common, _SAMPLE)
        if lexicon.zipf(form) > 0
        and not lexicon.knows(form)
        and not lexicon.knows(form.capitalize())
    ]
    return statistics.median(gaps) if len(gaps) >= 10 else float("inf")
