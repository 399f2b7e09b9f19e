"""prose/spelling"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.findings import Fix, Found, Level, Misspelling, Rule, Speller
from pipeline.model import Passage

_SHOWN = 60
_TERM = 3
_SURE = 0.98
_LIKELY = 0.9
_LONG = 7
_UNLIKE = 0.05
"""The certainty below which a word is like no known one."""


def check(
    prose: Sequence[Passage], *, speller: Speller | None, strict: bool = False
) -> Iterator[Found]:
    """
    Every word is one that the language has, or that the project says is right.

    Why: a misspelt word stops a reader who is still learning the language, and a screen reader says
    something else.
    Fix: take the suggestion that was meant. A name or a term goes into `locale/words/<language>.txt`,
    a word in another language into quotation marks or `<span lang="…">`. A misspelling of a known word
    is an error; a word that is only unknown is a warning, and a note if it stands three times or more, or
    is like no known word. What may well be a word is let be. With `strict` every unknown word is an error.
    """
    for unknown in speller.misspellings(prose) if speller else ():
        if unknown.plausible and not strict:
            continue
        level = None if strict or unknown.slip or unknown.foreign else _doubtful(unknown)
        place = unknown.places[0]
        yield Found(
            place,
            f'"{_short(unknown.word)}" {_what(unknown, level)}',
            unknown.suggestions,
            unknown.word,
            level,
            unknown.certainty,
            replace(place, column=place.column + len(unknown.word)),
            _fix(unknown),
            unknown.places[1:],
        )


def _fix(unknown: Misspelling) -> Fix:
    """
    Say whether a program may write the first suggestion.

    Of 4,485 misspellings it was right for 1,791 of 1,800 from *_LIKELY* on, and for all 483 that are
    safe. But a capital may be that of a name ("Pydantic"), a short word a name of a program's
    ("pgid"), and two words one that is new ("runningfor"): somebody should look at these.
    """
    if not unknown.slip or not unknown.suggestions or unknown.certainty < _LIKELY:
        return ""
    word, meant = unknown.word, unknown.suggestions[0]
    long = len(word) >= _LONG
    if unknown.certainty == 1.0:
        # Many people write it so, and all of them mean the same.
        return "safe" if long or word.islower() else "unsafe"
    plain = word.islower() and meant.islower() and meant.isalpha() and long
    return "safe" if plain and unknown.certainty >= _SURE else "unsafe"


def _doubtful(unknown: Misspelling) -> Level:
    recurs = len(unknown.places) >= _TERM and unknown.word.islower()
    return "note" if recurs or unknown.certainty < _UNLIKE else "warning"


def _what(unknown: Misspelling, level: Level | None) -> str:
    times = len(unknown.places)
    where = f" ({times} places)" if times > 1 else ""
    if unknown.foreign:
        return f"is a word of another language{where}"
    term = "; is it a term of the project?" if level == "note" else ""
    return f"is not in the dictionary{where}{term}"


def _short(word: str) -> str:
    return word if len(word) <= _SHOWN else f"{word[: _SHOWN - 1]}…"


RULE = Rule(
    level="error",
    check=check,
    bad=("The drug brought lasting relie, they said.", ("fr", "Il faut the patient.")),
    good=("The drug brought lasting relief, they said.", ("fr", "Un fil relie les deux.")),
)
