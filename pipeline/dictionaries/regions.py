"""How one language is spelt in two regions: which forms are right in one of them only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

Accepts = Callable[[str], bool]

BRITISH = frozenset({"AU", "GB", "IE", "IN", "NZ", "ZA"})
"""Regions that spell as Britain does."""

SWISS = frozenset({"CH", "LI"})
"""Regions whose German has no ß."""

_SPELLINGS = (
    ("our", "or"),
    ("ae", "e"),
    ("oe", "e"),
    ("is", "iz"),
    ("ys", "yz"),
    ("re", "er"),
    ("ogue", "og"),
    ("ll", "l"),
    ("ence", "ense"),
)
"""How letters of British words become American ones."""


def anywhere(asked: Sequence[Accepts], form: str) -> bool:
    """Does any of the lists have *form*."""
    return any(accepts(form) for accepts in asked)


def regional(home: Accepts, anywhere: Accepts, form: str) -> bool:
    """
    Does a region's list have *form*, or another list a word that the region spells no other way.

    American English has no "anaesthetic", its own word being "anesthetic"; but "ketamine", which
    only the British list knows, is a word there too.
    """
    return home(form) or (anywhere(form) and not any(map(home, _respelled(form))))


def elsewhere(home: Accepts, anywhere: Accepts, form: str) -> bool:
    """Is *form* right in another region only."""
    return anywhere(form) and not regional(home, anywhere, form)


def swiss(accepts: Accepts, form: str) -> bool:
    """
    Is *form* German as Switzerland writes it, by a list of Germany's.

    >>> [swiss({"Straße", "Masse", "groß"}.__contains__, form) for form in ("Strasse", "Masse", "groß")]
    [True, True, False]
    """
    if "ß" in form:
        return False
    return accepts(form) or any(map(accepts, _sharp(form)))


def _sharp(form: str) -> Iterator[str]:
    at = form.find("ss")
    while at >= 0:
        yield form[:at] + "ß" + form[at + 2 :]
        at = form.find("ss", at + 1)


def _respelled(form: str) -> Iterator[str]:
    """
    Give *form* as the other side of the Atlantic might spell it.

    >>> "anesthetic" in _respelled("anaesthetic"), "colour" in _respelled("color")
    (True, True)
    """
    for pair in _SPELLINGS:
        for here, there in (pair, pair[::-1]):
            at = form.find(here)
            while at >= 0:
                yield form[:at] + there + form[at + len(here) :]
                at = form.find(here, at + 1)
