"""prose/inverted-mark"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import NOT_PROSE, Passage
from pipeline.prose.citations import is_citation

_MARKS = re.compile(r"[¿¡]+|[?!]+")
_OPENING = {"?": "¿", "!": "¡"}
_CLOSED = {"¿": "question", "¡": "exclamation"}
# Where the words of a question may begin: behind a stop, a bracket, a quotation mark.
_STARTS = re.compile(r"[.:;…\n(\[«“\"—–?!]\s*|\A\s*")
# A question in mid-sentence begins with its word, which has an accent.
_ASKED = re.compile(
    r", (?=(?:(?:por|para|a|de|con|en|y|o) )?(?:qué|cómo|cuándo|a?dónde|cuál|cuáles|quién|quiénes|cuánt[oa]s?)\b)"
)
_STOP = re.compile(r"(?<=[^\W\d]{3})\.(?=\s+[^\W\d_a-zñáéíóú]|\s*\Z)")
_WORD = re.compile(r"\w+")
_NEAR = 40
_FOREIGN = re.compile(
    r"\b(?:the|and|of|is|you|what|how|who|your|with|for|do|does|not|are|why|this|des|est|und|der|die|che)\b",
    re.IGNORECASE,
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A Spanish question opens with "¿" and an exclamation with "¡", and each is closed.

    Why: the opening mark tells a reader, and the voice of a screen reader, that a question begins.
    Fix: put the mark where the question begins, which may be in mid-sentence. Titles and quotations in
    other languages and marks in brackets are let be.
    """
    for passage in prose:
        if any(mark in passage.text for mark in "?!¿¡") and not is_citation(passage.text):
            yield from _unopened(passage)


def _unopened(passage: Passage) -> Iterator[Found]:
    text = passage.text
    opened: list[int] = []
    before = 0
    for match in _MARKS.finditer(text):
        start, end = match.span()
        if match[0][0] in _CLOSED:
            yield from _unclosed(passage, opened, start)
            opened = [start]
        elif opened:
            opened.clear()
            before = end
        elif _ends_words(text, start, end):
            place = _beginning(text, before, start)
            word = _WORD.search(text, place, start)
            if word and not _FOREIGN.search(text, max(place - _NEAR, 0), end + _NEAR):
                mark = _OPENING[match[0][0]]
                kind = _CLOSED[mark]
                message = f'the {kind} that begins with "{word[0]}" has no opening "{mark}"'
                yield Found.of(passage, *word.span(), message, mark + word[0], fix="unsafe")
            before = end
        else:
            before = end
    yield from _unclosed(passage, opened, len(text))


def _unclosed(passage: Passage, opened: list[int], end: int) -> Iterator[Found]:
    """Give the opening mark behind which a sentence ends without a closing one."""
    for start in opened:
        # The rest of a question may stand in the list below it: only a full stop is proof.
        if _STOP.search(passage.text, start, end):
            mark = passage.text[start]
            message = f'the {_CLOSED[mark]} that opens with "{mark}" is not closed'
            yield Found.of(passage, start, start + 1, message)


def _ends_words(text: str, start: int, end: int) -> bool:
    """Say whether the marks close words, and do not stand alone in brackets or inside a word."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if not (before.isalnum() or before in tuple("»”\"')…*.") or before == "%"):
        return False
    # "#REF!" is what a table shows.
    if text[max(start - _NEAR, 0) : start].rpartition(" ")[2].lstrip("(").startswith(("#", "Err:")):
        return False
    return not (behind.isalnum() or behind in ("=", "/", NOT_PROSE))


def _beginning(text: str, low: int, high: int) -> int:
    found = low
    for match in _STARTS.finditer(text, low, high):
        if match.end() < high:
            found = match.end()
    asked = _ASKED.search(text, found, high)
    return asked.end() if asked else found


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("es", "Cómo se encuentra hoy?"),
        ("es", "Ya lo sé. Qué alegría!"),
        ("es", "Si le duele, qué puede hacer?"),
    ),
    good=(
        ("es", "¿Cómo se encuentra hoy? ¡Qué alegría! ¿Y usted?"),
        ("es", "Si le duele, ¿qué puede hacer? ¡¿De verdad?! ¿¡Qué!? ¡Qué dice?"),
        ("es", "Nació en 1950 (?) y escribió «Who is afraid of the dark?» con `a ? b`."),
    ),
    languages=frozenset({"es"}),
    source="RAE, «Ortografía de la lengua española», 3.4.9",
)
