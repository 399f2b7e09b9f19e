"""prose/unbalanced"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import Found, Rule
from pipeline.model import NOT_PROSE, Passage
from pipeline.prose import siblings
from pipeline.prose.words import language

_ANY = re.compile(r"[()\[\]（）［］【】〔〕「」『』《》〈〉“”„«»\"]")
_PLAIN_MARKS = '()[]"'
_MARKS = _ANY.pattern[1:-1].replace("\\", "")
_OTHER = rf"[^{_ANY.pattern[1:-1]}]*+"
# What most passages are: no marks, or pairs that do not nest. To ask for it first is five times faster.
_SIMPLE = re.compile(
    rf"{_OTHER}(?:(?:\({_OTHER}\)|\[{_OTHER}\]|“{_OTHER}”|«{_OTHER}»|「{_OTHER}」|\"{_OTHER}\"){_OTHER})*+"
)
_CLOSES = {
    ")": "(",
    "]": "[",
    "】": "【",
    "〕": "〔",
    "」": "「",
    "』": "『",
    "》": "《",
    "〉": "〈",
}
_OPENED_BY = {**_CLOSES, "”": "“", "»": "«"}
_OPENS = frozenset(_CLOSES.values())
_NARROW = str.maketrans("（）［］", "()[]")
_QUOTES = frozenset("“”„«»")
# CLDR has the quotation marks of each locale, but Babel leaves them out.
_CLOSE_WITH_RIGHT = frozenset({"sv", "fi", "da", "nb", "nn", "no", "ar", "fa", "he", "ur", "yi"})
"""Languages that also open a quotation with ”."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})
"""Languages that also write ”this“, so that it looks like “this” in their direction."""
_REVERSED = frozenset({"da", "de", "fi", "hr", "hu", "cs", "sk", "sl", "sr", "sv", "bg", "pl"})
"""Languages that also open a quotation with »."""
_ENUMERATION = re.compile(r"(?:\A|[\s,;:.(/])(?:\d{1,3}|[^\W\d_]|[ivx]{1,4}|[IVX]{1,4})[.]?\Z")
_EYES = re.compile(r"(?<![^\s(])[:;=][-o^~’']?\Z")
# A mark that is talked about: the sign "(".
_MENTIONED = re.compile(
    r"“[^\w“”]{1,3}”|‘[^\w‘’]{1,3}’|(?<!\w)'[^\w']{1,3}'|\"[^\w\"]{1,3}\"|\([\"”“]\)"
)
_INTERVAL = re.compile(r"(?:[\d\s.,;:∞+−–-]*|\w{1,3}[,;] ?\w{1,3})\Z")
# A call, a command or a grammar: "f(a [, b [, c ]])", "(Item | Path)*".
_SYNTAX = re.compile(r"\[ ?,|, ?\]|\| ?[\[(A-Z]|\)[?*+]|\[[({]")
_CLOSED_SENTENCE = frozenset(".!?…:")
_NO_GUILLEMETS = frozenset({"en", "ja", "zh", "ko"})
_INCHES = re.compile(r"\d(?: ?\d/\d)?\Z")


@dataclass(frozen=True, slots=True)
class _Stray:
    """A mark without its fellow."""

    offset: int
    mark: str
    closes: bool


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    What a bracket or a quotation mark opens, another closes in the same paragraph.

    Why: without the second one, nobody knows where the aside or the quotation ends.
    Fix: close it, or take it away. A quotation over several paragraphs opens each and is closed once.
    Apostrophes, inches and "1)" are no brackets.
    """
    line = siblings.in_line(prose)
    aside = tuple(passage for passage in prose if siblings.is_aside(passage))
    found = [(passage, _strays(passage)) for passage in (*line, *aside)]
    if not any(strays for _, strays in found):
        return
    found = _without_wide(found)
    for index, (passage, strays) in enumerate(found):
        following = line[index + 1] if index + 1 < len(line) else None
        for stray in strays:
            if following is None or not _goes_on(stray, passage, following):
                what = "never opened" if stray.closes else "never closed"
                message = f'"{stray.mark}" is {what}'
                yield Found.of(passage, stray.offset, stray.offset + 1, message)


def _without_wide(
    found: Sequence[tuple[Passage, list[_Stray]]],
) -> list[tuple[Passage, list[_Stray]]]:
    """Leave out the pairs around whole paragraphs: one begins the first, the other ends the last."""
    opened: dict[str, tuple[int, _Stray]] = {}
    left_out: set[tuple[int, _Stray]] = set()
    for index, (passage, strays) in enumerate(found):
        for stray in strays:
            if not stray.closes and not stray.offset:
                opened[stray.mark] = index, stray
            begun = opened.get(_OPENED_BY.get(stray.mark, "")) if stray.closes else None
            if begun and stray.offset >= len(passage.text.rstrip(" .")) - 1:
                del opened[begun[1].mark]
                left_out.update((begun, (index, stray)))
    return [
        (passage, [stray for stray in strays if (index, stray) not in left_out])
        for index, (passage, strays) in enumerate(found)
    ]


def _goes_on(stray: _Stray, passage: Passage, following: Passage) -> bool:
    """Say whether a quotation that is not closed goes on in the next paragraph, which opens it again."""
    if stray.closes or stray.mark in "([":
        return False
    return following.kind == passage.kind and following.text.lstrip()[:1] in (
        stray.mark,
        "»" if stray.mark == "«" else stray.mark,
    )


def _strays(passage: Passage) -> list[_Stray]:
    text = passage.text
    if _is_simple(text):
        return []
    text = _MENTIONED.sub(lambda match: "_" * len(match[0]), text)
    name = language(passage.locale)
    brackets: list[tuple[str, int]] = []
    quotes: list[tuple[str, int]] = []
    straight: list[int] = []
    strays: list[_Stray] = []
    for match in _ANY.finditer(text):
        mark, at = match[0].translate(_NARROW), match.start()
        if _is_key(text, at):
            continue
        if mark == '"':
            if not _is_inches(text, at, straight) and not _is_gershayim(text, at):
                straight.append(at)
        elif mark in _QUOTES:
            strays.extend(_quote(text, at, name, quotes))
        elif mark in _OPENS:
            if not _EYES.search(text, max(at - 4, 0), at):
                brackets.append((mark, at))
        else:
            _close(mark, at, brackets, strays, text)
    strays.extend(_Stray(at, text[at], closes=False) for _, at in (*brackets, *quotes))
    if len(straight) % 2:
        strays.append(_odd(text, straight))
    strays = [stray for stray in strays if not _excused(stray, passage, name)]
    return sorted(strays, key=lambda stray: stray.offset)


def _is_simple(text: str) -> bool:
    """Say, quickly, whether there are no marks, or one pair of brackets, or pairs that do not nest."""
    held = list(filter(text.__contains__, _PLAIN_MARKS if text.isascii() else _MARKS))
    if not held or (held == ["(", ")"] and text.count("(") == 1 == text.count(")")):
        return not held or text.index("(") < text.index(")")
    return _SIMPLE.fullmatch(text) is not None


def _excused(stray: _Stray, passage: Passage, name: str) -> bool:
    """Say whether a mark may stand alone there: beside code, in a piece of a sentence, between links."""
    text, at = passage.text, stray.offset
    around = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if NOT_PROSE in around or (stray.mark in "()[]" and _SYNTAX.search(text)):
        return True
    if stray.mark in "«»" and name in _NO_GUILLEMETS:
        return all(not one or one.isspace() for one in around)
    if stray.mark == ")" and (text[:1].islower() or text[:1] in ")]"):
        return True
    # "(by the way, start with a": the rest stands below, as code or as a list.
    cut_off = text.rstrip(" \"'”’)")[-1:] not in _CLOSED_SENTENCE
    return stray.mark == "(" and passage.kind == "paragraph" and cut_off


def _close(
    mark: str, at: int, brackets: list[tuple[str, int]], strays: list[_Stray], text: str
) -> None:
    if brackets and brackets[-1][0] == _CLOSES[mark]:
        # "(just fine :) )": a face, whose mouth closes nothing if another bracket follows.
        again = text.find(")", at + 1, at + 4) if _EYES.search(text, max(at - 4, 0), at) else -1
        if again < 0:
            brackets.pop()
    elif brackets and mark in ")]" and _INTERVAL.fullmatch(text, brackets[-1][1] + 1, at):
        # "[0, 1)" is a half-open interval.
        brackets.pop()
    elif mark not in ")]" or not (
        _ENUMERATION.search(text, max(at - 6, 0), at) or _EYES.search(text, max(at - 4, 0), at)
    ):
        if any(opened == _CLOSES[mark] for opened, _ in brackets):
            while brackets[-1][0] != _CLOSES[mark]:
                opened = brackets.pop()
                strays.append(_Stray(opened[1], text[opened[1]], closes=False))
            brackets.pop()
        else:
            strays.append(_Stray(at, text[at], closes=True))


def _quote(text: str, at: int, name: str, quotes: list[tuple[str, int]]) -> Iterator[_Stray]:
    """Put the quotation mark at *at* on *quotes*, or take off what it closes; give it, if it does neither."""
    mark = text[at]
    top = quotes[-1][0] if quotes else ""
    if mark == "“" == top and text[at - 1].isalnum() and not text[at + 1 : at + 2].isalnum():
        # “seen“: the second is the wrong one.
        quotes.pop()
        yield _Stray(at, mark, closes=False)
    elif top and top in _closed_by(mark, name):
        quotes.pop()
    elif (
        mark in "„“«"
        or (mark == "”" and name in _CLOSE_WITH_RIGHT)
        or (mark == "»" and name in _REVERSED)
    ):
        quotes.append((mark, at))
    elif mark == "»" and not at:
        # Spanish opens each further paragraph of a quotation with it.
        quotes.append(("«", at))
    elif at and not (mark == "”" and _INCHES.search(text, max(at - 6, 0), at)):
        # At the beginning of a paragraph it says that the quotation goes on.
        yield _Stray(at, mark, closes=True)


def _closed_by(mark: str, name: str) -> str:
    """Give the marks that *mark* closes in the language *name*."""
    return {
        "“": "„" + ("”" if name in _RIGHT_TO_LEFT else ""),
        "”": "“„" + ("”" if name in _CLOSE_WITH_RIGHT else ""),
        "«": "»" if name in _REVERSED else "",
        "»": "«" + ("»" if name in _REVERSED else ""),
    }.get(mark, "")


def _is_key(text: str, at: int) -> bool:
    """Say whether a bracket stands by itself: "Control+]", "a [, which"."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    alone = before in (" ", "") and after in (" ", ",", ";", ":")
    return before == "+" or (alone and text[at] in "([")


def _is_inches(text: str, at: int, straight: Sequence[int]) -> bool:
    return len(straight) % 2 == 0 and bool(_INCHES.search(text, max(at - 6, 0), at))


def _is_gershayim(text: str, at: int) -> bool:
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return len(around) == 2 and all("\u05d0" <= letter <= "\u05ea" for letter in around)


def _odd(text: str, straight: Sequence[int]) -> _Stray:
    """Give the straight mark that stands on the wrong side of its word, or else the last."""
    for index, at in enumerate(straight):
        opening = text[at + 1 : at + 2].isalnum() and not text[at - 1 : at].isalnum()
        if opening and index % 2:
            return _Stray(straight[index - 1], '"', closes=False)
    return _Stray(straight[-1], '"', closes=text[straight[-1] - 1 : straight[-1]].isalnum())


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "The dose (two tablets is taken at night.",
        "The dose two tablets) is taken at night.",
        "The nurse said, “Take two, and went home.",
        'He called it "a small miracle and left.',
        ("de", "Sie sagte: „Nehmen Sie zwei und ging."),
        ("fr", "Il a dit « prenez deux comprimés et il est parti."),
        ("ja", "医師は「二錠飲んでくださいと言いました。"),
        ("ar", "الجرعة (قرصان تؤخذ ليلا."),
    ),
    good=(
        "The dose (two tablets [of 5 mg]) is “small”, and 'tis so. Take 1) this and b) that :-)",
        "“The first day was hard.\n\n“The second was not,” she said.",
        'A 12" pipe and a 5\'10" man. It is in [0, 1), he said.',
        ("de", "„Ja“, sagte er, »nein« und «doch»."),
        ("sv", "”Ja”, sade han, och »nej»."),
        ("ja", "「はい（二錠）」と『本』です。"),
        ("he", 'צה"ל הוא צבא.'),
    ),
)
