"""prose/past-passed"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_MOVE = either(
    "go goes went gone going walk walks walked walking drive drives drove driving run runs ran running look looked looking fly flew flying move moved moving flow flowed ride rode rush rushed sail sailed scroll scrolled"
)
_TIME = either(
    "week weeks month months year years decade decades century day days hour hours minute minutes time danger storm crisis pain deadline moment summer winter"
)

SLIPS = (
    slip(
        "passed",
        rf"{_MOVE} (?:(?:right|straight|just|quickly) )?<<passed>> (?:the|a|an|your|our|their|his|her|my|it|them|him|us|me|this|that|these)\b",
        "past",
    ),
    slip(
        "passed",
        r"(?:half|quarter|ten|twenty|five|\d+) <<passed>> (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon|\d+)\b",
        "past",
    ),
    slip(
        "passed",
        r"in the <<passed>>(?=[.,;:!?)]|$| (?:and|but|few|year|week|month|decade|it|we|i|they|there|two|three|five|ten|was|were|has|have|the)\b)",
        "past",
    ),
    slip(
        "passed",
        rf"(?:the|this|these) <<passed>> (?:few |two |three |five |ten |couple of |several )?{_TIME}\b(?! (?:the|is|limit|parameter|value)\b)",
        "past",
    ),
    slip(
        "past",
        r"(?:has|have|had) (?:(?:now|already|long|since) )?<<past>>(?=[.,;:!?)]|$| (?:since|away|on|by|the (?:test|exam|law|point|bill|age|inspection|audit)|her|his|their (?:exams?|tests?)|into|through|quickly|slowly)\b)",
        "passed",
    ),
    slip(
        "past",
        r"(?:time|week|month|year|hour|day|storm|pain|moment|months|years|weeks|hours|days) <<past>> (?:quickly|slowly|and then|without|before (?:we|they|he|she|i|the))\b",
        "passed",
    ),
    slip("past away", r"<<past>> away\b", "passed"),
    slip("passed", r"in <<passed>> (?:years|months|decades|weeks|days|centuries|times)\b", "past"),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Passed" is what somebody or something did; everything else is "past".

    Why: the two sound the same, so that no spelling checker sees the slip.
    Fix: write "passed" where "went by" or "handed" makes sense, and "past" elsewhere.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "She walked passed the clinic.",
        "In the passed, there was no cure.",
        "The danger has past.",
        "He past away in May.",
        "Over the *passed year* we grew.",
    ),
    good=(
        "He passed the test in the past year, and walked past it.",
        "The time passed. It has past events. The past few years have passed.",
    ),
    languages=frozenset({"en"}),
)
