"""translation/control-character"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from pipeline import faithful
from pipeline.findings import Found, Rule
from pipeline.model import Run

_BIDI = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    A translation holds nothing that could break the page around it.

    Why: a control character can reach into the parser's own marks, an open change of direction reorders
    the text behind it, a flood of brackets stops the run, and a text without a letter says nothing; such a
    translation is not shown.
    Fix: delete the character, close the change of direction, or translate in shorter pieces.
    """
    for run in runs:
        if run.state == "refused":
            yield from _refused(run)


def _refused(run: Run) -> Iterator[Found]:
    message = run.message
    origin = (message and message.origin) or run.origin
    text = message.string if message else run.text
    for offset, character in enumerate(text):
        if unicodedata.category(character) == "Cc" and character not in "\n\t":
            name = f"U+{ord(character):04X}"
            yield Found(
                origin.at(offset), f"control character {name} in the translation", text=name
            )
            return
    for offset, character in enumerate(text):
        if character in _BIDI:
            name = unicodedata.name(character).lower()
            yield Found(origin.at(offset), f"{name} is not closed where it should be", text=name)
            return
    for fault in faithful.of(run):
        if fault.what == "limit":
            yield fault.found(run)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("Take it with water.", "Prenez-le\x02 avec de l’eau.", "refused"),
        ("Take it with water.", "\u202ePrenez-le avec de l’eau.", "refused"),
        ("Take it with water.", "[" * 1000, "refused"),
        ("Take it with water.", "\u200b", "refused"),
    ),
    good=(
        ("Take it with water.", "Prenez-le avec de l’eau."),
        ("One  \ntwo", "Un  \ndeux"),
    ),
)
