"""The translations of what is most like a text: what a translator would look up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

LEAST = 0.6
"""Below it, what two texts share helps nobody."""


def nearest(
    text: str, among: Sequence[str], *, most: int = 5, least: float = LEAST
) -> Iterable[tuple[int, float]]:
    """
    Give the numbers of those *among* texts that are most like *text*, with how much they are from 0 to 1.

    Letters are compared, without case: that is what an eye does which looks for words it can keep.

    >>> found = nearest("A red boat.", ["A blue boat.", "Wash it.", "a red boat."])
    >>> [(number, round(likeness, 2)) for number, likeness in found]
    [(2, 1.0), (0, 0.78)]
    """
    found = process.extract(
        text,
        among,
        scorer=fuzz.ratio,
        processor=str.casefold,
        limit=most,
        score_cutoff=100 * least,
    )
    return [(number, score / 100) for _, score, number in found]
