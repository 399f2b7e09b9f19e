"""Names that one text writes in two ways."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from rapidfuzz.distance import OSA

_SHORTEST = 5
_LONG = 8
"""From this length on a name may differ in two letters and still be the same."""


def variants(times: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """
    Give each name met once that is another one, met more often, but for a letter or two.

    Endings do not count, for many languages decline names. A name that begins otherwise is another.

    >>> list(variants({"Vythilingam": 3, "Vythilingham": 1, "Kowalski": 2, "Kowalskiego": 1}))
    [('Vythilingham', 'Vythilingam')]
    """
    for rare in (name for name, count in times.items() if count == 1 and len(name) >= _SHORTEST):
        near = [
            (-count, name)
            for name, count in times.items()
            if count > 1 and name[0] == rare[0] and _same_but_for_a_slip(rare, name)
        ]
        if near:
            yield rare, min(near)[1]


def _same_but_for_a_slip(rare: str, name: str) -> bool:
    most = 2 if min(len(rare), len(name)) >= _LONG else 1
    return 0 < OSA.distance(rare, name, score_cutoff=most) <= most and not _declined(rare, name)


def _declined(one: str, other: str) -> bool:
    """Do two forms differ at their ends alone."""
    pairs = zip(one, other, strict=False)
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    return one[same:][-1:] != other[same:][-1:]
