"""prose/introductory-comma"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.findings import Found, Level, Rule
from pipeline.model import Passage
from pipeline.prose import position
from pipeline.prose.english.classes import FINITE, either
from pipeline.prose.english.slips import beginnings, straight, vocabulary

# Openers that published English sets off with a comma in 92 to 100 places of 100 (counted in five
# million words of manuals); "therefore", "thus", "hence", "then" and "in practice" are left out: at
# least a fifth of theirs have none, by the writer's ear.
_CERTAIN = (
    "in_fact in_addition as_a_result in_other_words in_short on_the_other_hand "
    "in_contrast by_contrast consequently interestingly in_conclusion as_always on_the_contrary"
)
# Fewer have one, and "however" may ask in what way.
_LIKELY = (
    "for_example for_instance moreover furthermore nevertheless additionally similarly likewise unfortunately fortunately sadly "
    "luckily finally however in_general in_particular of_course"
)
_SUBJECT = (
    "the this these there it they we you he she i a an many some most people your our their its his her "
    "each every all no one several few both if when patients doctors children"
)
_AHEAD = (
    rf"(?= (?:{either(_SUBJECT)} [^\W\d_]|(?!(?:of|to|with|that|and|or|for|in|by|enough|code|as)\b)"
    rf"[a-z]+ (?:[a-z]+ )?{FINITE}\b))"
)
_HOW = r"however(?= (?:(?:this|these|those|if|when|since|note|because|there|some|many|most|sometimes|usually|both|such|its|our|your|their|not|no|in|for) [^\W\d_]|there (?:is|are|was|were)|(?:this|these|it|they) (?:is|are|was|were|has|have|can|may|does|do) (?!done|put|said|seen|used|written|made)|(?:not all|many|some|most) )[a-z]?)"
# Whatever follows these but what they govern ("in addition to").
_WHOLE = r"(?:in fact|in other words|on the other hand|as a result|in addition|consequently)(?= (?!(?:of|to|and|or|that|with|from|by)\b)[a-z\ufffc])"
_CASES = r"for (?:example|instance)(?= (?:to|after|before|suppose|consider|during|since|assuming|because|although) [a-z])"
_OPENER = re.compile(
    rf"(?P<certain>{_WHOLE}|{either(_CERTAIN)}{_AHEAD})|(?P<likely>{_CASES}|{_HOW}|(?!however){either(_LIKELY)}{_AHEAD})"
    # "As is the case with many drugs research …": the one long opener whose end is seen.
    r"|(?P<alone>however)(?= (?:the|a|an|your|our|their|his|her|its|my|you|we|they|he|she|i|it) [^.,;:!?]{12,}+[.!?](?: |$))"
    r"|(?P<case>as is (?:often )?the case with (?:many |most |all |other )?(?:[a-z]+ ){0,2}?[a-z]+s)"
    r"(?= (?:research|studies|the|we|it|they|there|this|you|doctors|scientists|experts)\b)"
)
_SET_OFF = re.compile(rf"{either(f'{_CERTAIN} {_LIKELY}')},")
_CUES = frozenset(f"{_CERTAIN} {_LIKELY} case".replace("_", " ").split()) - frozenset(
    "in a as the for of on other by".split()
)
"""A word of each opener, the rarest."""
_FIRST = frozenset("abcfhilmnosu")
"""The letters that openers begin with."""
_STYLE = 4
"""So many openers without a comma, and fewer with one, are how somebody chose to write."""


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A comma sets off the words that open a sentence and say how it follows from the one before.

    Why: without it the reader takes the opener for a part of what follows: "In fact ketamine", "For
    example programs".
    Fix: write a comma behind it. A text that leaves it out four times, and more often than not, has a
    style of its own and is let be. Openers that good writers often leave bare are notes, and none is an
    error in a text full of code, whose writers leave out more of them.
    """
    found: list[Found] = []
    marked = 0
    for passage in prose:
        plain = straight(passage.text)
        if _CUES.isdisjoint(vocabulary(plain)):
            continue
        for start in beginnings(plain):
            if plain[start : start + 1] in _FIRST:
                marked += _SET_OFF.match(plain, start) is not None
                if match := _OPENER.match(plain, start):
                    found.append(_found(passage, match))
    if found and (len(found) < _STYLE or len(found) <= marked):
        technical = position.is_technical(prose)
        for one in found:
            yield replace(one, level="warning") if technical and one.level is None else one


def _found(passage: Passage, match: re.Match[str]) -> Found:
    """Place the last word of the opener, behind which the comma goes."""
    group = next(name for name, text in match.groupdict().items() if text)
    opener = passage.text[slice(*match.span(group))]
    last = opener.rpartition(" ")[2]
    end = match.end(group)
    level: Level | None = "note" if group in ("likely", "alone") else None
    message = f'no comma behind "{opener}"'
    return Found.of(passage, end - len(last), end, message, f"{last},", fix="safe", level=level)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "It is old. In fact ketamine is on the list.",
        "For example the dose may be halved.",
        "- As a result they closed.",
        "In addition *patients* may feel sick.",
        "However there are some risks.",
        "As is the case with many medications research goes on.",
    ),
    good=(
        "In fact, it is old. In addition to that it is safe. As a result of it we left.",
        "However you do it, it works. For example code, see the annex. In contrast to us they left.",
        "In fact and fiction he is dead. Therefore we left.",
        "In fact we are. In fact we do. In addition we can. For example we go.",
    ),
    languages=frozenset({"en"}),
)
