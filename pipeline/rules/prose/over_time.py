"""prose/over-time"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_CHANGE = either(
    "build builds built building grow grows grew grown growing change changes changed changing develop "
    "develops developed developing improve improves improved improving evolve evolves evolved evolving "
    "accumulate accumulates accumulated increase increases increased increasing decrease decreases "
    "decreased fade fades faded decline declines declined happen happens happened heal heals healed recover "
    "recovers recovered worsen worsens worsened vary varies varied progress progresses progressed lessen "
    "lessens weaken weakens weakened strengthen strengthens rise rises rose fall falls fell learn learned "
    "learnt adapt adapts adapted shrink shrinks spread spreads drop drops dropped form forms formed emerge "
    "emerged disappear disappears disappeared differ differs reduce reduces reduced wear wears wore damage "
    "damages harm harms appear appears collected measured monitored tracked observed followed better worse "
    "easier harder stronger weaker smaller larger bigger higher lower less more up down away out together "
    "gradually slowly naturally shift shifts shifted lose lost gain gained"
)
_NOT_PAID = r"(?<!pick )(?<!picked )(?<!make )(?<!cut )(?<!work )(?<!paid )(?<!pay )(?<!does )(?<!no )(?<!of )"

_PAID = re.compile(
    r"\b(?:work\w*|pay|paid|pays|hours?|shifts?|staff|wages?|salary|unpaid|shop|goal|game|match)\b"
)

SLIPS = (
    slip(
        "overtime",
        rf"{_NOT_PAID}{_CHANGE} <<overtime>>(?=[.,;:!?)]|$| (?:and|as|with|in|if|because|when|but|so|by|after|until|for|from|to|or|without|through)\b(?! (?:pay|work|hours|rates)))",
        "over time",
    ),
    slip(
        "overtime",
        r"(?:^|[.!?] )<<overtime>>, (?:the|this|these|it|they|we|you|your|our|their|people|a|an|some|many|most|he|she|its)\b",
        "over time",
    ),
    slip(
        "over time", r"<<over time>> (?:pay|hours|shifts?|rates?|payments?|work|ban)\b", "overtime"
    ),
    slip(
        "overtime",
        r"(?:become|becomes|became|get|gets|got|becoming|getting|remain|remains|stay|stays|stayed) (?:[a-z]+ )?[a-z]+ <<overtime>>(?=[.,;:!?)]|$| (?:and|as|with|in|if|because|when|but)\b)",
        "over time",
    ),
    slip(
        "overtime",
        rf"{_CHANGE} (?:[a-z]+ ){{1,3}}<<overtime>>(?=[.;!?)]|$)",
        "over time",
        "unsafe",
        _PAID,
    ),
    slip(
        "overtime",
        rf"{_CHANGE} <<overtime>> (?:can|may|will|is|are|has|have|could|might|that|which)\b",
        "over time",
        "unsafe",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    What changes as time passes changes "over time"; "overtime" is work beyond the agreed hours.

    Why: both are words, so that no spelling checker sees the slip; the reader thinks of work.
    Fix: write "over time", or "in time" or "gradually".
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "The effect can build overtime and with practice.",
        "Symptoms get better overtime.",
        "Overtime, the pain fades.",
        "She was paid for over time work.",
    ),
    good=(
        "Nurses work overtime. They were paid overtime, and the risk grows over time.",
        "The match went to overtime. Overtime is paid.",
        "We cut down overtime.",
    ),
    languages=frozenset({"en"}),
)
