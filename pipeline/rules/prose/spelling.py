"""prose/spelling"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Found, Passage, Rule, Speller

_SHOWN = 60


def check(prose: Sequence[Passage], *, speller: Speller | None) -> Iterator[Found]:
    """
    Every word is one that the language has, or that the project says is right.

    Why: a misspelt word stops a reader who is still learning the language, and a screen reader says
    something else.
    Fix: take the suggestion that was meant. A name or a term goes into `locale/words/<language>.txt`,
    a word in another language into quotation marks or `<span lang="…">`.
    """
    for unknown in speller.misspellings(prose) if speller else ():
        times = len(unknown.places)
        where = f" ({times} places)" if times > 1 else ""
        what = "is a word of another language" if unknown.foreign else "is not in the dictionary"
        message = f'"{_short(unknown.word)}" {what}{where}'
        yield Found(unknown.places[0], message, unknown.suggestions, unknown.word)


def _short(word: str) -> str:
    return word if len(word) <= _SHOWN else f"{word[: _SHOWN - 1]}…"


RULE = Rule(
    level="error",
    check=check,
    bad=("The drug brought lasting relie, they said.", ("fr", "Il faut the patient.")),
    good=("The drug brought lasting relief, they said.", ("fr", "Un fil relie les deux.")),
)
