"""prose/left-in-another-language"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule, Speller
from pipeline.model import Passage

_SHOWN = 60


def check(prose: Sequence[Passage], *, speller: Speller | None) -> Iterator[Found]:
    """
    Every passage is in the language of its page.

    Why: a reader who chose this language may not know the other one, and a screen reader reads it with
    the wrong voice.
    Fix: translate it. What is meant to stay goes into quotation marks or `<span lang="…">`.
    """
    for left in speller.left(prose) if speller else ():
        text = left.text if len(left.text) <= _SHOWN else f"{left.text[: _SHOWN - 1]}…"
        yield Found(left.place, f'left in {left.language}: "{text}"', text=left.text)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("fr", "Take one of the tablets with a glass of water every morning."),
        ("ja", "Take one of the tablets with a glass of water every morning."),
    ),
    good=(
        "Take one of the tablets with a glass of water every morning.",
        ("fr", "Prenez un comprimé avec un verre d’eau chaque matin."),
        ("fr", "Le titre est « Take one of the tablets with a glass of water every morning »."),
    ),
)
