"""Sentences of a text, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import locales
from pipeline.model import NOT_PROSE
from pipeline.prose.abbreviations import Stops, stops
from pipeline.prose.kept import kept

# German and Czech close with “ and ‘.
_CLOSING = "\"'”’“‘»›)\\]"
# A footnote mark stands behind the stop it belongs to; French puts a space before its quotation mark.
_END = re.compile(
    rf"(?P<stop>[.!?…‽⸮؟۔।॥։።။។]++)[{_CLOSING}]*+(?:[\u00a0\u202f ]?[»›](?!\w))*+{NOT_PROSE}*+(?=\s|\Z)"
    rf"|(?P<wide>[。！？｡．]+)[」』”’）】〕\"']*+{NOT_PROSE}*+"
    r"|(?P<line>\n\s*)"
)
_GREEK_END = re.compile(_END.pattern.replace("؟", "؟;\u037e"))
# To look for one of these first is five times faster; where none ends a sentence, its row is passed over.
_MARK = re.compile(r"[.!?…‽⸮؟۔।॥։።။។。！？｡．\n]")
_ROW = re.compile(r"[.!?…‽⸮؟۔।॥։።။។]++|[。！？｡．\n]")
_GREEK_MARK = re.compile(_MARK.pattern.replace("؟", "؟;\u037e"))
_GREEK_ROW = re.compile(_ROW.pattern.replace("؟", "؟;\u037e"))
_NEXT = re.compile(r"[\s\"'“”‘’„«»‹›(\[¿¡–—\-*]*+(\w+)?")
_LAST = re.compile(r"[^\s(\[“‘„«\"]{1,24}\Z")
_SPACED_STOP = re.compile(r"\s*+\.")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]\Z")
_ROMAN = re.compile(r"[IVXLC]{1,6}\Z")
# A quotation is closed, but its sentence goes on with one of these particles: 「はい。」と答えた。
_PARTICLES = "とっなのはがをにでもやへか、，"
# And with who said it: “疼吗？”她问。
_SAID = re.compile("[^\\s，。！？、“「]{0,8}?[说說问問道答喊叫]")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s){1,3}[^\W\d_]{1,3}\Z")
_BLANK = re.compile(r"\s")
_SAYS = re.compile(r"\s+(\w+)(?:\s+(\w+))?(?:\s+(\w+))?")
_APOSTROPHE = re.compile("['’]")
_BEFORE = re.compile(r"([^\s(\[“‘„«\"]{1,24}?)\.?\s+\Z")

Span = tuple[int, int]


@kept
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
        if inner and (inner[0].isalnum() or _ALPHANUMERIC.search(inner)):
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
    greek = locales.language(locale) == "el"
    start = 0
    for match in _matches(text, greek=greek):
        kind = match.lastgroup
        if kind == "stop":
            ends = _ends(text, start, match, row)
        else:
            ends = _ends_wide(text, match) if kind == "wide" else _ends_line(text, match)
        if ends:
            yield match.end()
            start = match.end()
    yield len(text)


def _matches(text: str, *, greek: bool) -> Iterator[re.Match[str]]:
    """Give the places where a sentence may end, each of which begins with a mark."""
    pattern, first, whole = (_GREEK_END, _GREEK_MARK, _GREEK_ROW) if greek else (_END, _MARK, _ROW)
    mark = first.search(text)
    while mark:
        match = pattern.match(text, mark.start())
        if match:
            yield match
        row = match or whole.match(text, mark.start()) or mark
        mark = first.search(text, row.end())


def _ends_wide(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 1]
    if match["wide"] == "．":
        return not following.isdigit()
    if match.end() == match.end("wide") or not following:
        return True
    return following not in _PARTICLES and not _SAID.match(text, match.end())


def _ends_line(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 1]
    return not following.islower() and text[match.start() - 1 : match.start()] not in (",", ";")


def _ends(text: str, start: int, match: re.Match[str], row: Stops) -> bool:
    """Say whether the stop of *match* ends the sentence that began at *start*."""
    end = match.end()
    # Most stops follow a word, and a capital follows them: nothing else needs to be asked.
    if match.group() == "." and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        token = max(start, text.rfind(" ", start, match.start()) + 1)
        if row.plain(text[token : match.start()]):
            return True
    following = _NEXT.match(text, end)
    word = (following and following[1]) or ""
    stop = match["stop"]
    quoted = end > match.end("stop") and stop[0] != "."
    if (
        word[:1].islower()
        or _SPACED_STOP.match(text, end)
        or (quoted and row.said and _told(text, end, row))
    ):
        return False
    if stop != ".":
        # "Zarate, C. A., … Charney": names left out of a list.
        before = text[max(start, match.start() - 3) : match.start()].rstrip()
        return not (stop[0] in ".…" and before.endswith((",", "(", "[")))
    spaced = _SPACED.search(text, max(start, match.start() - 12), match.start())
    # "u. a.", "p. ej.": one abbreviation, with spaces in it.
    if spaced and _BLANK.sub("", spaced.group().lower()) in row.inside:
        return False
    last = _LAST.search(text, max(start, match.start() - 24), match.start())
    if last is None:
        return True
    alone = _ALPHANUMERIC.search(text, start, last.start()) is None
    ahead = _BEFORE.search(text, max(start, last.start() - 26), last.start())
    # "kl. 8.", "Nr. 7.": a number of its own, and none in a row.
    named = ahead is not None and ahead[1].lower() in row.before_number
    return not _goes_on(last.group(), word, row, alone=alone, named=named)


def _told(text: str, end: int, row: Stops) -> bool:
    """Say whether a quotation that ends there is followed by who said it: “Why?” I asked."""
    following = _SAYS.match(text, end)
    if following is None or (following[1].lower() in row.opens and following[1] != "I"):
        return False
    return any(word in row.said for word in following.groups())


def _goes_on(last: str, word: str, row: Stops, *, alone: bool, named: bool) -> bool:
    """Say whether the sentence goes on with *word* after the stop behind *last*."""
    opens = word.lower() in row.opens
    # "l’avv. Conti".
    short = _APOSTROPHE.split(last)[-1]
    forms = {last, last.lower(), short, short.lower()}
    # "1. Wash your hands."
    listed = alone and (last.isdigit() or len(last) == 1)
    numbered = word[:1].isdigit() and (
        bool(forms & row.before_number)
        # "(b. 1961)"; "Bahnhofstr. 5".
        or (len(short) == 1 and short.islower())
        or (row.endings != () and last.endswith(row.endings))
    )
    if listed or numbered or forms & row.inside:
        return True
    if forms & row.tail:
        return row.nouns_have_capitals and not opens
    initial = _INITIALS.match(last) and not (len(last) == 1 and last.islower())
    ordinal = (
        row.ordinals and not named and ((last.isdigit() and len(last) <= 2) or _ROMAN.match(last))
    )
    return bool(initial or ordinal or forms & row.either) and not opens
