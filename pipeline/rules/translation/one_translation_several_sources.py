"""translation/one-translation-several-sources"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from pipeline import beside
from pipeline.findings import Found, Rule
from pipeline.model import Run

_ALIKE = 0.6
_WORDS = 3


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    Two sources that say different things have two translations.

    Why: one msgstr pasted under two msgids is right under one of them at most. Sources of three words and
    more count, if they have little in common.
    Fix: translate the second one.
    """
    first: dict[str, Run] = {}
    for run in beside.translated(runs):
        if len(run.segment.id.split()) < _WORDS or run.text == run.segment.id:
            continue
        other = first.setdefault(beside.folded(run.text), run)
        if other is run or _alike(run.segment.id, other.segment.id):
            continue
        message = (
            f'line {other.origin.place.line} has it for another source: "{_cut(other.segment.id)}"'
        )
        yield beside.found(run, 0, len(run.text), message)


def _alike(one: str, other: str) -> bool:
    one, other = one.casefold()[:400], other.casefold()[:400]
    words = set(one.split()), set(other.split())
    shared = len(words[0] & words[1]) / min(len(words[0]), len(words[1]))
    return shared >= _ALIKE or SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"


RULE = Rule(
    level="note",
    check=check,
    bad=(
        (
            ("Stop the tablets for a week.", "Arrêtez les comprimés."),
            ("Ask your doctor about sleep.", "Arrêtez les comprimés."),
        ),
    ),
    good=(
        (
            ("Stop taking the tablets now.", "Arrêtez les comprimés."),
            ("Stop taking those tablets.", "Arrêtez les comprimés."),
        ),
    ),
)
