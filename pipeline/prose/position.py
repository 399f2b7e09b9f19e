"""Where a word stands: at the beginning of a sentence, among names, in a quotation; in which block."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from pipeline.model import NOT_PROSE, Passage

_RUNNING = frozenset({"paragraph", "list item", "definition", "quotation", "admonition"})
_LONG = 20_000
"""Characters of a passage beyond which nobody looks for the quotation marks of each word."""
_CODE = 5
"""More pieces of code make an article a technical one."""
_SPACE_AND_OPENING = " \t\n\u00a0\u202f\"'“”„‚‘’«»‹›([¿¡*"
# A word behind one of these may be the first of a sentence, of a label's text or of a list's entry.
_BEFORE_A_SENTENCE = frozenset(f".!?…:;–—-•|/。！？؟{NOT_PROSE}")
_OPENING = re.compile("[“„«「『‘]")
_CLOSING = re.compile("[”»」』]")


# Latin, Greek and Cyrillic, the scripts with capitals: twice as fast as to ask for any letter.
_LETTERS = bytes(byte if chr(byte).isalpha() and byte < 128 else 32 for byte in range(256))
_MARKS = f"{NOT_PROSE}’“”–—…"
_FORM = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]+")


# Five rules ask for the words of the same passages, one rule after the other.
@functools.lru_cache(maxsize=4096)
def forms(text: str) -> frozenset[str]:
    """
    Give the forms of words in *text*, as they are written: letters only, each once.

    >>> sorted(forms("The long-term dose, the dose of 5 mg"))
    ['The', 'dose', 'long', 'mg', 'of', 'term', 'the']
    """
    plain = text
    for mark in "" if text.isascii() else _MARKS:
        plain = plain.replace(mark, " ")
    if not plain.isascii():
        return frozenset(_FORM.findall(text))
    # Four times as fast as the pattern.
    return frozenset(plain.encode("ascii").translate(_LETTERS).decode("ascii").split())


def is_running(passage: Passage) -> bool:
    """Say whether *passage* is of sentences: no heading, cell, title or caption. It may be a reference."""
    return passage.kind in _RUNNING


def is_technical(prose: Iterable[Passage]) -> bool:
    """
    Say whether the text has many pieces of code: capitals and doubled words are often names there.

    >>> from pipeline.model import Origin
    >>> is_technical([Passage("Run \ufffc.", "en", "paragraph", Origin("a.md"))])
    False
    """
    return sum(passage.text.count(NOT_PROSE) for passage in prose) > _CODE


def is_heading(passage: Passage) -> bool:
    """Say whether *passage* is the title or a heading."""
    return passage.kind == "title" or passage.kind.startswith("heading ")


def opens(text: str, start: int) -> bool:
    """
    Say whether the word at *start* may be the first of a sentence, so that a capital says nothing of it.

    >>> opens("Yes. “It is”", 6), opens("As it is", 3)
    (True, False)
    """
    before = text[max(start - 6, 0) : start].rstrip(_SPACE_AND_OPENING)
    return before[-1:] in _BEFORE_A_SENTENCE if before else start <= 6


def beside_capital(text: str, start: int, end: int) -> bool:
    """
    Say whether the word before *start* or the one behind *end* has a capital, as the words of names have.

    >>> text = "at New York Hospital"
    >>> beside_capital(text, 3, 6), beside_capital(text, 12, 20), beside_capital("The Drug is", 4, 8)
    (True, True, False)
    """
    if text[end : end + 1] in (" ", "-", "/") and text[end + 1 : end + 2].isupper():
        return True
    if text[start - 1 : start] not in (" ", "-", "/"):
        return False
    word = max(text.rfind(mark, 0, start - 1) for mark in " -/(“\"'")
    # "The Ketamine": a short word that opens its sentence has its capital for that.
    return text[word + 1 : word + 2].isupper() and not (start - word < 8 and opens(text, word + 1))


def at_markup(passage: Passage, start: int, end: int) -> bool:
    """Say whether a link, emphasis or other markup begins right before *start* or ends right at *end*."""
    at = passage.origin.at
    for offset in (start, end):
        if 0 < offset < len(passage.text):
            before, after = at(offset - 1), at(offset)
            if before.line == after.line and after.column - before.column != 1:
                return True
    return False


def quoted(text: str, start: int) -> bool:
    """
    Say whether *start* stands in quotation marks: another's words, or a word that is talked about.

    >>> quoted("The word “color” is", 10), quoted("The word “color” is", 17)
    (True, False)
    """
    if len(text) > _LONG:
        # Asked at every word of a passage without end, this would take the square of its length.
        return False
    if text.count('"', 0, start) % 2:
        return True
    opened = max((match.start() for match in _OPENING.finditer(text, 0, start)), default=-1)
    return opened >= 0 and _CLOSING.search(text, opened, start) is None
