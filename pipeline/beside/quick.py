"""
Asks first whether a text has anything of what is looked for: most have nothing, and to ask costs little.

What is told here is never too little: where it says no, the pattern behind it finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

# A pattern that ignores case takes these for an "i", and case folding does not.
_OTHER_I = ("\u0130", "\u0131")


def holds(text: str, literals: Iterable[str]) -> bool:
    """
    Say whether *text* may hold one of *literals*, which are folded, in whatever case.

    >>> holds("Im MÄRZ", ("märz",)), holds("Im Mai", ("märz",))
    (True, False)
    """
    if any(map(text.casefold().__contains__, literals)):
        return True
    return not text.isascii() and any(sign in text for sign in _OTHER_I)


def folded(literals: Iterable[str]) -> tuple[str, ...]:
    """Give *literals* as `holds` wants them, each once."""
    return tuple(dict.fromkeys(literal.casefold() for literal in literals))
