"""Signs in a text that a word nobody has listed is meant as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Word
from pipeline.spelling.context import Token

_NAMING = frozenset(
    "called named termed dubbed genannt genannte genannten namens sogenannte sogenannten sogenannter "
    "appelé appelée appelés appelées nommé nommée dit dite dits dites baptisé llamado llamada llamados "
    "llamadas denominado denominada chiamato chiamata chiamati chiamate detto detta detti dette chamado "
    "chamada chamados chamadas genaamd genoemd zogenaamde zogenoemde heet heten zwany zwana zwane zwanych "
    "kallas kallad kallade называемый называемая называемые называется называют يسمى تسمى المسمى المسماة "
    "يدعى تدعى يعرف تعرف".split()
)
"""What stands before a word that is presented."""

_CLOSE = (" ", ",", "-")
"""What stands between words that belong together."""


def shown(part: Word, text: str, number: int, found: Sequence[Token]) -> bool:
    """Does a text present a word as one that its readers may not know."""
    token = found[number]
    if token.quoted or token.bracketed or text.startswith((" (", " [", " –", " —"), part.end):
        return True
    return number > 0 and found[number - 1].word.text.lower() in _NAMING


def beside(number: int, found: Sequence[Token], strange: Sequence[Sequence[object]]) -> bool:
    """Is a word next to another of the *strange* ones, or in a row with it: "idli, dosa and vada"."""
    return any(
        0 <= other < len(found)
        and len(strange[other]) > 0
        and found[min(other, number)].after in _CLOSE
        for other in (number - 1, number + 1)
    )
