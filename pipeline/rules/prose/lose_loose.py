"""prose/lose-loose"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import DETERMINER, either
from pipeline.prose.english.slips import find, slip

_THINGS = either(
    "weight hope interest money time data control track sleep blood patience heart touch sight faith "
    "confidence consciousness power energy strength muscle memory teeth hair contact balance focus "
    "momentum access face fluid fluids water heat appetite trust belief concentration count"
)
_TO = either(
    "to will can may might could would should must not don't doesn't didn't won't can't wouldn't never you "
    "they we i who people patients also cannot women men children even"
)

SLIPS = (
    slip(
        "lose",
        r"(?:itself|themselves|yourself|dangling|hanging|running|left|tear|tore|torn|work it|pull it|pulled it|shaken|worked|wriggle|breaks?) <<lose>>(?=[.,;:!?)]|$| (?:and|from|in|on|over|after|with|during)\b)",
        "loose",
        "unsafe",
    ),
    slip(
        "lose",
        r"(?:a|an|the|any|some|this|these|those|wear|with|of|every|all|check for|tighten|pick up) <<lose>> «thing»(?=[.,;:!?)]|$| (?:and|or|in|on|at|with|can|will|should|may|is|are|by)\b)",
        "loose",
        "unsafe",
    ),
    slip("loose", rf"<<loose>> {_THINGS}\b(?![-'])(?! (?:system|line|cable)\b)", "lose"),
    slip(
        "loose",
        rf"{_TO} (?:(?:quickly|slowly|often|also|easily|soon|suddenly|eventually) )?<<loose>> (?:{DETERMINER}|it|them|you|him|me|us|something|anything|everything|someone|up to|out on|about|much|more|as much|at least|\d)\b",
        "lose",
    ),
    slip("loosing", rf"<<loosing>> (?:{DETERMINER}|{_THINGS}|it|them|you|out)\b", "losing"),
    slip("looses", rf"<<looses>> (?:{DETERMINER}|{_THINGS}|it|them|out)\b", "loses"),
    slip("lose", r"<<lose>> (?:clothing|clothes|stools?|fitting|screws?|ends|leaf)\b", "loose"),
    slip(
        "lose",
        r"(?:a|an) <<lose>> (?:tooth|screw|knot|fit|end|shirt|dress|cable|wire|connection|stool|thread|bandage|dressing|association)\b",
        "loose",
    ),
    slip(
        "lose",
        r"(?:came|come|comes|coming|hang|hangs|hung|break|broke|broken|cut|work|worked|is|are|let|shake) <<lose>>(?=[.,;:!?)]|$)",
        "loose",
    ),
    slip(
        "loose",
        r"(?:will|may|might|can|could|would|should|must|won't|don't|doesn't|didn't|can't|cannot|couldn't|wouldn't) (?:(?:also|then|even|never|not|soon|easily|quickly|often) )?<<loose>>(?! (?:and|or|fitting|bits|coupling)\b)(?=[ .,;:!?)]|$)",
        "lose",
    ),
    slip(
        "loose",
        rf"(?:and|or|you|they|we|i|people|patients|to|not to) <<loose>> {_THINGS} (?!and\b)",
        "lose",
        "unsafe",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    What is lost one "loses"; what is not tight is "loose".

    Why: both are words, so that no spelling checker sees the slip; it stands in sentences on weight,
    hope and jobs, where it looks careless.
    Fix: write "lose" for the verb.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Many people loose weight.",
        "You may *loose* your appetite.",
        "She is loosing her hair.",
        "Wear lose clothing.",
        "He looses his temper.",
    ),
    good=(
        "Wear loose clothing, and you will not lose your way.",
        "The screw is loose. A loose frame is set.",
        "They let the dogs loose.",
    ),
    languages=frozenset({"en"}),
)
