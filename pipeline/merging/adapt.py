"""
A translation whose source changed in nothing but white space and markup, fitted to the change.

A text is taken apart into what is read and what is markup. Where both sources read the same, each
piece of markup that changed is changed in the translation too, if it stands there as often as in
the source; else a person has to look.
"""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_PIECE = re.compile(
    r"""
      (?P<escape> \\ [\\`*_{}\[\]()<>#+.!|~-] )
    | (?P<code>   `+ )
    | (?P<tag>    </?[A-Za-z][^<>]*> )
    | (?P<open>   !?\[ (?!\^) )
    | (?P<note>   \[\^ [^\[\]\s]+ \] )
    | (?P<close>  \] (?: \( [^()\s]* (?: \([^()\s]*\) [^()\s]* )* (?: [ ]*\) )?
                       | \[ [^\[\]]* \] )? )
    | (?P<stress> \*{1,3} | _{1,3} | ~~ )
    | (?P<list>   \{ : [^{}]* \} )
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r" {2,}\n")
_SPACE = re.compile(r"\s+")
# A source's quotation marks may be straight today and curly tomorrow; translations have their own.
_QUOTES = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a text: markup, or what is read."""

    text: str
    markup: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """A piece of markup, with how many letters are read before it."""

    text: str
    place: int


@dataclass(frozen=True, slots=True)
class _Change:
    """Markup to swap within a translation, and to set before and after it."""

    swaps: dict[str, str]
    before: str = ""
    after: str = ""
    added: tuple[str, ...] = ()


def bare(text: str) -> str:
    """
    Give what *text* reads like without its markup, with single spaces and straight quotes.

    >>> bare("**Never**  take [two](a.md) at&nbsp;`once`")
    'Never take two at once'
    """
    return _fold("".join(_read(piece) for piece in _split(text)))


def adapt(string: str, old: str, new: str) -> str | None:
    """
    Give *string*, a translation of *old*, as one of *new*; or None, where that is not certain.

    >>> adapt("Lisez *ceci* [ici](a.md).", "Read *this* [here](a.md).", "Read _this_ [here](b.md).")
    'Lisez _ceci_ [ici](b.md).'
    >>> adapt("Prenez-en un.", "Take one.", "Take two.") is None
    True
    """
    if old == new:
        return string
    if bare(old) != bare(new):
        return None
    fitted = _breaks(string, old, new)
    change = _change(old, new)
    if fitted is None or change is None:
        return None
    pieces = list(_split(fitted))
    has = Counter(piece.text for piece in pieces if piece.markup)
    had = Counter(mark.text for mark in _marks(old))
    if any(has[mark] != had[mark] for mark in change.swaps):
        return None
    swapped = [
        replace(piece, text=change.swaps.get(piece.text, piece.text)) if piece.markup else piece
        for piece in pieces
    ]
    inner = "".join(piece.text for piece in swapped).strip()
    result = _edges(change.before + inner + change.after, new)
    # It must read as before, and have the markup that it was given, and no other.
    meant = Counter(piece.text for piece in swapped if piece.markup and piece.text)
    meant.update(change.added)
    got = Counter(piece.text for piece in _split(result) if piece.markup)
    return result if (bare(result), got) == (bare(string), meant) else None


def _split(text: str) -> Iterator[_Piece]:
    """Take *text* apart; markup that has no partner is read as it stands."""
    found = list(_PIECE.finditer(text))
    paired = _pairs(text, found)
    end = 0
    for number, match in enumerate(found):
        if number in paired:
            yield _Piece(text[end : match.start()])
            yield _Piece(match[0], markup=True)
            end = match.end()
    yield _Piece(text[end:])


def _pairs(text: str, found: Sequence[re.Match[str]]) -> set[int]:
    """Give the numbers of the matches that are markup."""
    paired = {n for n, match in enumerate(found) if match.lastgroup in ("tag", "note", "list")}
    coded: set[int] = set()
    fences: set[int] = set()
    for start, end in _fenced(found):
        # What stands in code is read as it stands.
        coded.update(range(start, end + 1))
        fences |= {start, end}
    paired = (paired - coded) | fences
    opened: dict[str, list[int]] = defaultdict(list)
    for number, match in enumerate(found):
        mark = "[" if match.lastgroup in ("open", "close") else match[0]
        if number in coded or match.lastgroup not in ("open", "close", "stress"):
            continue
        if opened[mark] and _closes(text, match):
            start = opened[mark].pop()
            if match[0] != "]":
                paired |= {start, number}
            # What was opened in between is not closed any more.
            for others in opened.values():
                while others and others[-1] > start:
                    others.pop()
        elif _opens(text, match):
            opened[mark].append(number)
    return paired


def _fenced(found: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Give the numbers of the matches that begin and end code: the same count of backticks."""
    fences: dict[str, list[int]] = defaultdict(list)
    for number in range(len(found) - 1, -1, -1):
        if found[number].lastgroup == "code":
            fences[found[number][0]].append(number)
    last = -1
    for number, match in enumerate(found):
        if number > last and match.lastgroup == "code":
            end = _next(fences[match[0]], number)
            if end is not None:
                yield number, end
                last = end


def _next(numbers: list[int], number: int) -> int | None:
    """Give the first of the falling *numbers* after *number*, and forget those before."""
    while numbers and numbers[-1] <= number:
        numbers.pop()
    return numbers[-1] if numbers else None


def _opens(text: str, match: re.Match[str]) -> bool:
    if match.lastgroup != "stress":
        return match.lastgroup == "open"
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(after.strip()) and not (match[0][0] == "_" and before.isalnum())


def _closes(text: str, match: re.Match[str]) -> bool:
    if match.lastgroup != "stress":
        return match.lastgroup == "close"
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(before.strip()) and not (match[0][0] == "_" and after.isalnum())


def _read(piece: _Piece) -> str:
    return "" if piece.markup else html.unescape(piece.text)


def _fold(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_QUOTES)).strip()


def _marks(text: str) -> list[_Mark]:
    """Give the markup of *text*; its places are counted in letters, whatever the spaces are."""
    marks: list[_Mark] = []
    place = 0
    for piece in _split(text):
        if piece.markup:
            marks.append(_Mark(piece.text, place))
        else:
            place += len(_SPACE.sub("", _read(piece)))
    return marks


def _change(old: str, new: str) -> _Change | None:
    """
    Give what became of the markup of *old* in *new*.

    None, if one mark became two different ones, or a mark came where a translation shows no place.
    """
    at: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, text in enumerate((old, new)):
        for piece in _marks(text):
            at[piece.place][side].append(piece.text)
    end = len(_SPACE.sub("", bare(old)))
    swaps: dict[str, str] = {}
    change = _Change(swaps)
    for place, (was, is_) in at.items():
        if not was and place == 0 < end:
            before = "".join(piece.text for piece in _outer(list(_split(new))))
            change = replace(change, before=before, added=(*change.added, *is_))
        elif not was and place == end > 0:
            pieces = [replace(piece, text=piece.text[::-1]) for piece in _split(new)][::-1]
            after = "".join(piece.text for piece in _outer(pieces))[::-1]
            change = replace(change, after=after, added=(*change.added, *is_))
        elif is_ and len(was) != len(is_):
            return None
        else:
            for mark, other in zip(was, is_ or [""] * len(was), strict=True):
                if swaps.setdefault(mark, other) != other:
                    return None
    return replace(change, swaps={mark: other for mark, other in swaps.items() if mark != other})


def _outer(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Give the markup that *pieces* begin with, and the white space before the first letter."""
    for piece in pieces:
        if not piece.markup and piece.text.strip():
            yield _Piece(piece.text[: len(piece.text) - len(piece.text.lstrip())])
            return
        yield piece


def _breaks(string: str, old: str, new: str) -> str | None:
    """Give *string* with the hard breaks of *new*: the same, or none."""
    was, is_ = len(_BREAK.findall(old)), len(_BREAK.findall(new))
    if was == is_:
        return string
    return _BREAK.sub(" ", string) if not is_ and len(_BREAK.findall(string)) == was else None


def _edges(string: str, new: str) -> str:
    r"""Begin and end *string* with a line break where *new* does: msgfmt asks for both."""
    start, end = "\n" * new.startswith("\n"), "\n" * new.endswith("\n")
    return start + string.strip("\n") + end
