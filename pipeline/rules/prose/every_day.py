"""prose/every-day"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_NOUN = either(
    "life lives tasks task activities activity use language object objects things living work problems problem "
    "situations situation routine clothes speech experience experiences words needs world"
)
# Behind these "everyday" is an adjective: "the everyday", "is everyday", "special and everyday".
_ADJECTIVAL = (
    r"(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bof )(?<!\bin )(?<!\bfor )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )"
    r"(?<!\bmore )(?<!\bvery )(?<!\bso )(?<!\band )(?<!\bor )(?<!\bas )(?<!\bwith )(?<!\bto )(?<!\bthis )(?<!\btheir )"
    r"(?<!\byour )(?<!\bour )(?<!\bmy )(?<!\bits )(?<!\bhis )(?<!\bfrom )(?<!\bquite )(?<!\bthan )(?<!\bsimple )"
    r"(?<!\bordinary )(?<!\bbut )(?<!\blike )(?<!\bby )(?<!\bon )(?<!\bher )(?<!\bseem )(?<!\bcommon )(?<!\bmost )"
)
_BEGINS = either(
    "i we you they he she it people thousands millions hundreds someone our the my there many more"
)

SLIPS = (
    slip("everyday", rf"(?<=[a-z] ){_ADJECTIVAL}<<everyday>>(?=[.,;:!?)]|$)", "every day"),
    slip(
        "everyday",
        rf"(?<=[a-z] ){_ADJECTIVAL}<<everyday>> (?:at|by|until|before|after|while|during|because|when|unless|since|except|except|without|if|in the (?:morning|evening|afternoon)|from \w+ (?:to|until)|for (?:a|an|the|two|three|four|six|\d+) (?:\w+ )?(?:days?|weeks?|months?|years?|hours?|minutes?)|for (?:\d+|two|three|four|five|six|ten)|to (?:keep|help|stay|make|get|see|check)|with (?:a|an|the|your|his|her|my|food|water|meals?)|in (?:your|his|her|my|our|their|january|may|june|summer|winter))\b",
        "every day",
    ),
    slip(
        "everyday",
        r"(?:take|takes|took|taken|taking|walk|walked|walks|run|runs|happen|happens|happened|work|worked|works|do|does|did|done|go|goes|went|eat|eats|ate|see|sees|visit|visits|exercise|exercised|it|them|open|used|out|up|water|here|there|brush|practise|practice|rest) <<everyday>> (?:and|or|but|so|as|that)\b(?! (?:tasks|life|objects|items|activities))",
        "every day",
    ),
    slip("everyday", rf"(?:^|[.!?] )<<everyday>>,? {_BEGINS}\b", "every day"),
    slip(
        "everyday",
        r"(?:that|and|but|because) <<everyday>> (?:i|we|you|they|he|she|it|people|thousands|millions|there)\b",
        "every day",
    ),
    slip(
        "every day",
        rf"(?:in|of|your|their|our|the|for|my|his|her|its|an|with|to|are|these|from|about|most|into|many|simple) <<every day>> {_NOUN}\b(?! (?:is|are|was|and i)\b)",
        "everyday",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Everyday" is what is ordinary; what is done daily is done "every day".

    Why: both are right by themselves, so that no spelling checker sees the slip; in the directions for a
    drug it looks careless.
    Fix: write "every day" where "each day" can stand, and "everyday" in front of what is ordinary.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Take one tablet everyday.",
        "It is part of every day life.",
        "We are open everyday from nine to five.",
        "*Everyday* we hear from parents.",
        "Drink water everyday and rest.",
    ),
    good=(
        "Take it every day. These are everyday things.",
        "Every day life goes on. They are so everyday.",
        "For everyday and special use, in the everyday.",
    ),
    languages=frozenset({"en"}),
)
