"""How far a slip of the hand or of memory takes a word: weighted edits between two forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_LAYOUTS = {
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbn"),
    "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnm"),
    "es": ("qwertyuiop", "asdfghjklñ", "zxcvbnm"),
    "ar": ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرلاىةوزظ"),
    "ru": ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
    "uk": ("йцукенгшщзхї", "фівапролджє", "ячсмитьбю"),
    "bg": ("явертъуиопшщ", "асдфгхйкл", "зьцжбнм"),
    "he": ("קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"),
    "el": ("ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"),
}
_QWERTY = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
"""Where the letters lie on the keyboards that people of a language use."""

_SOUNDS = (
    "aeiouyаеёиоуыэюяіїєαεηιουω",
    "ckqsxz",
    "bvw",
    "gj",
    "dt",
    "mn",
    "تطثد",
    "سصزث",
    "ذظضز",
    "هةح",
    "ىيئ",
    "قك",
    "وؤ",
    "сз",
    "шщ",
    "дт",
    "бп",
)
"""Letters that are mistaken for each other because they sound, or in Arabic look, alike."""

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""Letters that stand for two where a keyboard lacks them; umlauts do in Germanic languages only."""

_STROKES = str.maketrans("łŁđĐøØħı", "lLdDoOhi")
"""Letters with a stroke, which Unicode does not take apart as it does those with an accent."""

_ALIKE = {
    "": "f-ph k-ck k-ch k-qu t-th r-rh oe-œ ae-æ",
    "de": "äu-eu ai-ei z-tz x-chs i-ie ß-ss",
    "en": "f-gh sh-ti si-ti er-re ough-uff",
    "es": "ll-y x-cc cs-x",
    "fr": "qun-qu'un o-au o-eau an-en am-em in-ain ss-ç s-sc é-er",
    "it": "gn-ni cu-qu q-cq",
    "nl": "ij-ei au-ou d-dt g-ch",
    "pl": "rz-ż ch-h ji-i om-ą on-ą en-ę em-ę",
    "pt": "x-ch ss-ç sc-s sc-ss ão-am lh-li",
    "ru": "тся-ться",
    "sv": "sj-sk å-o j-gj",
}
"""Groups of letters that sound alike, everywhere and in one language."""

_HEARD = 0.7
"""What a group costs that was written for another of the same sound."""

_JOIN = 0.35
"""What a missing hyphen or apostrophe costs."""

_FIRST = 0.4
"""What a slip in the first letter costs more: people seldom get that one wrong."""

_STRAYED = 1.0
"""What a letter costs that stands two places from its own: "tounge" for "tongue"."""

_ACCENT = 0.3
"""What a wrong or missing accent costs."""


def weigh(typed: str, meant: str, *, language: str = "") -> float:
    """
    Give the weighted distance from *typed* to *meant*, both in small letters.

    A swap, a letter that strayed, one too many and one too few cost about one; accents, doubled letters, letters
    that sound alike and neighbours on the keyboard cost less. Equal forms are 0 apart.

    >>> weigh("recieve", "receive") < weigh("recieve", "relieve")
    True
    >>> weigh("tounge", "tongue") < weigh("tounge", "lounge")
    True
    >>> weigh("depresion", "depression") < weigh("depresion", "depressions")
    True
    >>> weigh("ansiete", "anxiété") == 0
    False
    """
    if typed == meant:
        return 0.0
    if expand(typed, language) == expand(meant, language):
        return _ACCENT
    groups = [(one, other) for one, other in alike(language) if one in typed and other in meant]
    row = [0.0]
    for column in range(1, len(meant) + 1):
        row.append(row[-1] + _missing(meant, column))
    rows = [row]
    for line in range(1, len(typed) + 1):
        back = rows[-1]
        row = [back[0] + _extra(typed, line)]
        for column in range(1, len(meant) + 1):
            first = line == column == 1
            change = _change(typed[line - 1], meant[column - 1], language)
            best = min(
                back[column - 1] + change + (_FIRST if first and change > 0.5 else 0.0),
                row[column - 1] + _missing(meant, column),
                back[column] + _extra(typed, line),
            )
            if line > 1 < column and typed[line - 2 : line] == meant[column - 2 : column][::-1]:
                best = min(best, rows[-2][column - 2] + 0.75)
            if line > 2 < column and _strayed(typed[line - 3 : line], meant[column - 3 : column]):
                best = min(best, rows[-3][column - 3] + _STRAYED)
            for one, other in groups:
                if typed.endswith(one, 0, line) and meant.endswith(other, 0, column):
                    best = min(best, rows[line - len(one)][column - len(other)] + _HEARD)
            row.append(best)
        rows.append(row)
    return row[-1]


def _strayed(typed: str, meant: str) -> bool:
    """Has one of three letters gone past the two others."""
    return meant in (typed[1:] + typed[0], typed[2] + typed[:2])


@lru_cache(maxsize=64)
def alike(language: str) -> tuple[tuple[str, str], ...]:
    """
    Give pairs of groups of letters that sound alike in *language*, both ways round.

    >>> ("x", "ch") in alike("pt"), ("ch", "x") in alike("pt"), ("x", "ch") in alike("en")
    (True, True, False)
    """
    pairs = [pair.split("-") for pair in f"{_ALIKE['']} {_ALIKE.get(language, '')}".split()]
    return tuple(both for one, other in pairs for both in ((one, other), (other, one)))


def misheard(form: str, language: str) -> Iterator[str]:
    """
    Give *form* with one of its groups of letters written for another of the same sound.

    >>> sorted(misheard("fone", "en"))
    ['ghone', 'phone']
    """
    for one, other in alike(language):
        for found in re.finditer(one, form):
            yield form[: found.start()] + other + form[found.end() :]


def expand(form: str, language: str = "") -> str:
    """
    Give *form* as it is written on a keyboard without the language's own letters.

    >>> expand("cœur"), expand("für", "de"), expand("groß", "de")
    ('coeur', 'fuer', 'gross')
    """
    form = form.translate(_LIGATURES)
    return form.translate(_UMLAUTS) if language in {"de", "da", "nb", "nn", "no", "sv"} else form


def bare(form: str) -> str:
    """
    Give *form* without its accents.

    >>> bare("anxiété"), bare("إلى"), bare("miłość")
    ('anxiete', 'الى', 'milosc')
    """
    if form.isascii():
        return form
    apart = unicodedata.normalize("NFD", form.translate(_STROKES))
    return "".join(letter for letter in apart if not _mark(letter))


@lru_cache(maxsize=4096)
def sounding_like(letter: str) -> frozenset[str]:
    """
    Give the letters that *letter* is mistaken for.

    >>> sorted(sounding_like("g"))
    ['j']
    """
    return frozenset("".join(sound for sound in _SOUNDS if letter in sound)) - {letter}


def _mark(letter: str) -> bool:
    return unicodedata.combining(letter) != 0


def _missing(meant: str, column: int) -> float:
    """Give the cost of not typing a letter: less when the letter beside it is the same."""
    letter = meant[column - 1]
    if letter in "'-":
        return _JOIN
    doubled = letter in (meant[column - 2 : column - 1], meant[column : column + 1])
    return (0.6 if doubled else 0.9) + (_FIRST if column == 1 else 0.0)


def _extra(typed: str, line: int) -> float:
    """Give the cost of typing a letter too many: less when it doubles the one before."""
    doubled = typed[line - 1] == typed[line - 2 : line - 1]
    return (0.55 if doubled else 0.95) + (0.3 if line == 1 else 0.0)


@lru_cache(maxsize=20_000)
def _change(typed: str, meant: str, language: str) -> float:
    """Give the cost of typing one letter for another."""
    if typed == meant:
        return 0.0
    if bare(typed) == bare(meant):
        return _ACCENT
    if meant in sounding_like(typed):
        return 0.8
    if _neighbours(bare(typed), bare(meant), language):
        return 0.85
    return 1.1


def _neighbours(one: str, other: str, language: str) -> bool:
    rows = _LAYOUTS.get(language, _QWERTY)
    here, there = _key(one, rows), _key(other, rows)
    if here is None or there is None:
        return False
    return abs(here[0] - there[0]) <= 1 and abs(here[1] - there[1]) <= 1.1


def _key(letter: str, rows: tuple[str, ...]) -> tuple[int, float] | None:
    for line, row in enumerate(rows):
        if (column := row.find(letter)) >= 0:
            # Each row of keys stands half a key to the right of the one above.
            return line, column + line / 2
    return None
