"""A form in the ways that people write who know how it sounds, but not how it is spelt."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import lru_cache

from pipeline.spelling import distance


def accents(form: str, alphabet: str) -> Iterator[str]:
    """
    Give *form* with the accent of one letter added, changed or left out.

    >>> sorted(accents("éte", "eét"))
    ['ete', 'été']
    """
    for at, letter in enumerate(form):
        for other in _accented(letter, alphabet):
            yield form[:at] + other + form[at + 1 :]


@lru_cache(maxsize=4096)
def _accented(letter: str, alphabet: str) -> frozenset[str]:
    """Give the letters that are the same as *letter* but for their accents."""
    plain = distance.bare(letter)
    return frozenset({plain, *filter(lambda one: distance.bare(one) == plain, alphabet)} - {letter})


def heard(form: str, alphabet: str, language: str) -> Iterator[str]:
    """
    Give *form* with one letter, or group of letters, for another of the same sound, and then an accent.

    >>> "hipertensión" in set(heard("hipertencion", "inoócst", "es"))
    True
    """
    changed = [
        form[:at] + other + form[at + 1 :]
        for at, letter in enumerate(form)
        for other in distance.sounding_like(letter)
        if other in alphabet
    ]
    for one in itertools.chain(changed, distance.misheard(form, language)):
        yield one
        yield from accents(one, alphabet)
