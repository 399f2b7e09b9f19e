"""prose/ampersand"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Fix, Found, Level, Rule
from pipeline.model import Passage
from pipeline.prose import position
from pipeline.prose.citations import is_citation
from pipeline.prose.words import language

_AND = {
    "en": "and",
    "es": "y",
    "fr": "et",
    "de": "und",
    "it": "e",
    "pt": "e",
    "nl": "en",
    "ca": "i",
    "pl": "i",
    "sv": "och",
    "da": "og",
    "nb": "og",
    "no": "og",
    "fi": "ja",
    "cs": "a",
}
_BESIDE = re.compile(r"([^\W\d_][\w’'-]*)( ?)&( ?)([^\W\d_][\w’'-]*)(?!;)")
_WORD = re.compile(r"[^\W\d_]{3,}")
# Words of headings that are in no name.
_PLAIN = frozenset(
    "how why what when where who pros cons do dos don'ts donts tips tricks questions answers causes symptoms "
    "risks benefits side effects treatment diagnosis prevention".split()
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "And" is written out in prose.

    Why: a screen reader may say "ampersand", and who reads letter by letter stops at the sign.
    Fix: write the word. Names keep their sign ("Johnson & Johnson", "R&D"); in a heading, two words that
    the article has with small letters are no name. In a text full of code it is a note.
    """
    if not any("&" in passage.text for passage in prose):
        return
    small = {
        word
        for passage in prose
        if position.is_running(passage)
        for word in _WORD.findall(passage.text)
    }
    # In a text full of code the sign is short for the word, and half a name: "build & test".
    level: Level | None = "note" if position.is_technical(prose) else None
    for passage in prose:
        if "&" not in passage.text or is_citation(passage.text):
            continue
        for match in _BESIDE.finditer(passage.text):
            if _in_prose(passage, match, small):
                plain = match[1].islower() and match[4].islower() and match[2] == match[3] == " "
                word = _AND[language(passage.locale)]
                only = match[2] + "&" + match[3]
                start = match.end(1)
                meant = f" {word} " if only != " & " else word
                start += only == " & "
                # Spanish and Italian have another word before a vowel.
                fix: Fix = "safe" if plain and word == "and" else "unsafe"
                end = start + (1 if only == " & " else len(only))
                message = f'"&" stands for "{word}"'
                yield Found.of(passage, start, end, message, meant, fix=fix, level=level)


def _in_prose(passage: Passage, match: re.Match[str], small: set[str]) -> bool:
    first, second = match[1], match[4]
    if not match[2] or not match[3]:
        # "R&D", "Q&A", "a&b": short forms without spaces are names and formulas.
        return len(first) > 3 and len(second) > 3 and first.islower() and second.islower()
    if len(first) == 1 or len(second) == 1:
        return False
    if second[0].islower():
        return first.islower() or position.opens(passage.text, match.start())
    heading = position.is_heading(passage) and not passage.text.isupper()
    return heading and all(
        word.lower() in small or word.lower() in _PLAIN for word in (first, second)
    )


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "Eat fruit & vegetables every day.",
        "# Sleep & Mood\n\nGood sleep lifts your mood.",
        ("es", "Coma frutas & verduras."),
        ("de", "Salz & Pfeffer sind da.\n\nNimm salz & zucker."),
    ),
    good=(
        "Johnson & Johnson has an R&D team and a Q&A page, for AT&T and B & B.",
        "# Simon & Garfunkel\n\nThey sang.",
        "- Tan, J., & Ruiz, A. (2019). Sleep & mood. Journal of Rest, 12(3), 4–9.",
        "Use `a & b`, or &amp;amp; here.",
    ),
    languages=frozenset(_AND),
)
