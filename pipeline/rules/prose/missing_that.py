"""prose/missing-that"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_VERBS = (
    "requires",
    "require",
    "required",
    "demands",
    "insists",
    "recommends",
    "recommend",
    "suggests",
)
_WHO = either(
    "patients people doctors nurses children parents women men users visitors staff members clinics hospitals "
    "everyone everybody you they schools teachers pupils tenants landlords employers workers"
)
_BARE = either(
    "have be take stop wait eat drink use keep stay see call bring come sign wear rest avoid"
)

SLIPS = tuple(
    slip(
        verb, rf"<<{verb}>> (?:all |most |both |the |adult |new )?{_WHO} {_BARE}\b", f"{verb} that"
    )
    for verb in _VERBS
) + tuple(
    # "Insists the owner repair": no noun is that, since nothing stands between it and the bare verb.
    slip(
        verb,
        rf"<<{verb}>> (?:(?:the|a|an|every|each|any|your|their|his|her|our|my) (?:[a-z]+ )?«one»|he|she) (?:not )?(?:be|have|{_BARE}|«do») (?:the|a|an|his|her|its|their|your|no|any|all|more|less|plenty|only|two|three)\b",
        f"{verb} that",
        "unsafe",
    )
    for verb in (
        *_VERBS,
        "demanded",
        "insist",
        "insisted",
        "recommended",
        "suggested",
        "suggest",
        "proposed",
        "proposes",
    )
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "That" leads from what is required to who has to do it.

    Why: "requires patients have" is read as if patients were required, until the verb comes.
    Fix: write "requires that patients have", or "requires patients to have".
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="warning",
    check=check,
    bad=("The law requires patients have a doctor.", "It *requires* all visitors wear a badge."),
    good=(
        "The law requires that patients have a doctor, and requires visitors to wear a badge.",
        "It requires patients, have no fear. We recommend people we know.",
    ),
    languages=frozenset({"en"}),
)
