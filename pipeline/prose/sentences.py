"""Sentences of a text, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import locales
from pipeline.model import NOT_PROSE
from pipeline.prose.abbreviations import Stops, stops

_CLOSING = "\"'”’»›)\\]"
# A footnote mark stands behind the stop it belongs to; French puts a space before its quotation mark.
_END = re.compile(
    rf"(?P<stop>[.!?…‽⸮؟۔।॥։።။។]+)[{_CLOSING}]*+(?:[\u00a0\u202f ]?[»›](?!\w))*+{NOT_PROSE}*+(?=\s|\Z)"
    rf"|(?P<wide>[。！？｡．]+)[」』”’）】〕\"']*+{NOT_PROSE}*+"
    r"|(?P<line>\n\s*)"
)
_GREEK_END = re.compile(_END.pattern.replace("؟", "؟;\u037e"))
_NEXT = re.compile(r"[\s\"'“”‘’„«»‹›(\[¿¡–—\-*]*+(\w+)?")
_LAST = re.compile(r"[^\s(\[“‘„«\"]{1,24}\Z")
_SPACED_STOP = re.compile(r"\s*+\.")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]\Z")
_ROMAN = re.compile(r"[IVXLC]{1,6}\Z")
# A quotation is closed, but its sentence goes on with one of these particles: 「はい。」と答えた。
_PARTICLES = "とっなのはがをにでもやへか、，"

Span = tuple[int, int]


def sentences(text: str, locale: str) -> tuple[Span, ...]:
    """
    Give the first and last offset of every sentence of *text*, without the space around it.

    A stop ends a sentence unless it belongs to an abbreviation, an initial, a number in a row or a
    decimal, or the sentence goes on in lower case; a deliberate line break ends one where a capital
    follows. What holds neither letter nor digit belongs to the sentence before it.

    >>> text = "Dr. Lee, M. D., waited 3.5 hours… and left. “Why?” she asked. No. 5 came!"
    >>> [text[start:end] for start, end in sentences(text, "en")]
    ['Dr. Lee, M. D., waited 3.5 hours… and left.', '“Why?” she asked.', 'No. 5 came!']
    """
    return tuple(_joined(text, _cuts(text, locale)))


def _joined(text: str, cuts: Iterator[int]) -> Iterator[Span]:
    """Give the spans between the cuts; one without letters or digits goes to the span before it."""
    first = last = -1
    start = 0
    for cut in cuts:
        stretch = text[start:cut]
        inner = stretch.strip()
        if any(character.isalnum() for character in inner):
            if first >= 0:
                yield first, last
            first = start + len(stretch) - len(stretch.lstrip())
        if inner and first >= 0:
            last = start + len(stretch.rstrip())
        start = cut
    if first >= 0:
        yield first, last


def _cuts(text: str, locale: str) -> Iterator[int]:
    row = stops(locale)
    pattern = _GREEK_END if locales.language(locale) == "el" else _END
    start = 0
    for match in pattern.finditer(text):
        match match.lastgroup:
            case "wide":
                ends = _ends_wide(text, match)
            case "line":
                ends = _ends_line(text, match)
            case _:
                ends = _ends(text, start, match, row)
        if ends:
            yield match.end()
            start = match.end()
    yield len(text)


def _ends_wide(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 1]
    if match["wide"] == "．":
        return not following.isdigit()
    quoted = match.end() > match.end("wide")
    return not (quoted and following and following in _PARTICLES)


def _ends_line(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 1]
    return not following.islower() and text[match.start() - 1 : match.start()] not in (",", ";")


def _ends(text: str, start: int, match: re.Match[str], row: Stops) -> bool:
    """Say whether the stop of *match* ends the sentence that began at *start*."""
    following = _NEXT.match(text, match.end())
    word = (following and following[1]) or ""
    if word[:1].islower() or _SPACED_STOP.match(text, match.end()):
        return False
    stop = match["stop"]
    if stop != ".":
        # "Zarate, C. A., … Charney": names left out of a list.
        before = text[max(start, match.start() - 3) : match.start()].rstrip()
        return not (stop[0] in ".…" and before.endswith((",", "(", "[")))
    last = _LAST.search(text, max(start, match.start() - 24), match.start())
    if last is None:
        return True
    alone = _ALPHANUMERIC.search(text, start, last.start()) is None
    return not _goes_on(last.group(), word, alone, row)


def _goes_on(last: str, word: str, alone: bool, row: Stops) -> bool:
    """Say whether the sentence goes on with *word* after the stop behind *last*."""
    opens = word.lower() in row.opens
    forms = {last, last.lower()}
    # "1. Wash your hands."
    listed = alone and (last.isdigit() or len(last) == 1)
    numbered = word[:1].isdigit() and bool(forms & row.before_number)
    if listed or numbered or forms & row.inside:
        return True
    if forms & row.tail:
        return row.nouns_have_capitals and not opens
    initial = _INITIALS.match(last) and not (len(last) == 1 and last.islower())
    ordinal = row.ordinals and ((last.isdigit() and len(last) <= 2) or _ROMAN.match(last))
    return bool(initial or ordinal or forms & row.either) and not opens
