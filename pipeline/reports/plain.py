"""Text of articles made fit for one line of a terminal, a log or an XML file."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = "\u200c\u200d"
_HIDDEN = frozenset(["Cc", "Cf", "Cs", "Zl", "Zp"])
# Hebrew, Arabic and their like, as far as Unicode keeps room for them.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_STRETCH = rf"[{_RIGHT}]++(?:(?:(?![{_RIGHT}])[\W\d_])*+[{_RIGHT}]++)*+"
_RIGHT_TO_LEFT = re.compile(f"[{_RIGHT}]")
_FIRST_STRONG, _POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def visible(text: str) -> str:
    r"""
    Give *text* in one line with its control characters shown, so that no article drives a terminal.

    >>> visible("a\x1b[2Jb\n")
    'a\\x1b[2Jb\\n'
    """
    if text.isprintable():
        return text
    return "".join(_shown(each) for each in text)


def isolated(text: str, excerpt: str = "") -> str:
    """
    Give *text*, made visible, with *excerpt* and all else that runs from right to left kept together.

    Without that, a terminal moves the numbers and quotation marks beside it to its other side.

    >>> isolated("«שלום», 5").encode("unicode_escape")
    b'\\\\xab\\\\u2068\\\\u05e9\\\\u05dc\\\\u05d5\\\\u05dd\\\\u2069\\\\xbb, 5'
    """
    shown = visible(text)
    if not _RIGHT_TO_LEFT.search(shown):
        return shown
    whole = visible(excerpt)
    first = f"{re.escape(whole)}|" if _RIGHT_TO_LEFT.search(whole) else ""
    return re.sub(f"{first}{_STRETCH}", rf"{_FIRST_STRONG}\g<0>{_POP}", shown)


def count(number: int, noun: str) -> str:
    """
    Give a number of things.

    >>> count(1, "error"), count(2, "error")
    ('1 error', '2 errors')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def joined(parts: list[str]) -> str:
    """
    Give *parts* in a row, as a sentence has them.

    >>> joined(["1 error", "2 warnings", "3 notes"])
    '1 error, 2 warnings and 3 notes'
    """
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def shortened(text: str, width: int) -> str:
    """Give *text* in one line of at most *width* characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1]}…"


def _shown(character: str) -> str:
    if unicodedata.category(character) in _HIDDEN:
        hidden = character not in _JOINERS
    else:
        # U+FFFE and its like are no characters, and stand in no XML.
        hidden = ord(character) & 0xFFFE == 0xFFFE
    return character.encode("unicode_escape").decode() if hidden else character
