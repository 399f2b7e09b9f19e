"""prose/led-lead"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_ADVERB = either(
    "also already often not never always previously successfully recently thus then directly long since further once ever now first jointly largely partly originally initially"
)
_GROUP = either(
    "study project research group programme program workshop session course trial effort initiative class "
    "classes walk walks tour tours discussion organisation organization team campaign coalition movement "
    "government work review meeting sessions groups studies trials talks talk workshops courses process company committee country party union school charity service services unit event events investigation inquiry attack protest march band choir expedition task_force network alliance partnership consortium"
)
_WHO = either("the a an this our many some several us them him her me people it you")

# With one of these in front, "lead" is a plain form: "may lead", "did it lead", "two of which lead".
_PLAIN = re.compile(
    r"\b(?:can|could|may|might|will|would|shall|should|must|to|do|does|did|[a-z]+n't|not|let|make|makes|help|see|that|which|who|and|or|if"
    r"|of|in|for|with|on|from|by|at|how|why|whether|both|all)\b[^.!?,;:]*+\Z"
)

SLIPS = (
    slip(
        "lead",
        r"(?:the|a|an|this|that|his|her|its|each|every|one) (?:[a-z]+ )?«one» (?:(?:finally|eventually|soon|quickly|then|thus|also) )?<<lead>> (?:to|the (?:[a-z]+ )?[a-z]+ to|us to|him to|her to|them to|me to)\b",
        "led",
        "unsafe",
        _PLAIN,
    ),
    slip(
        "lead",
        rf"(?:has|have|had|having|'ve|'s|he'd|she'd|they'd) (?:{_ADVERB} )?<<lead>> (?:to|{_WHO})\b(?! (?:in|content|pipes?|time)\b)",
        "led",
    ),
    slip(
        "lead",
        rf"(?:was|were|been|being|is|are|be) (?:{_ADVERB} )?<<lead>> (?:by|to (?:believe|think|assume|expect|conclude|hope|the|a))\b",
        "led",
    ),
    slip(
        "lead by",
        rf"{_GROUP} <<lead>> by\b(?! (?:default|example|\d|(?:one|two|three|four|five|ten) (?:points?|goals?|votes?|seats?|runs?)))",
        "led",
    ),
    slip(
        "lead by",
        r", <<lead>> by (?:a|an|the|dr|professor|prof|our|two|three|one)\b(?! (?:point|goal|vote|seat|wide|large))",
        "led",
    ),
    slip(
        "mislead",
        r"(?:was|were|been|being|is|are|be|get|got|have|has|had) (?:(?:easily|often|badly|being|been) )?<<mislead>>\b(?!ing)",
        "misled",
    ),
    slip(
        "lead to",
        r"(?:decision|event|accident|discovery|change|error|mistake|failure|crisis|war|death|loss|outbreak|fire|illness|delay|process|result|finding|attack) <<lead>> to\b",
        "led",
        "unsafe",
    ),
    slip(
        "lead to",
        r"(?:what|which|that|this|it) <<lead>> to (?:the|a|an|his|her|their|its|this) [a-z]+ (?:was|were|in \d|of \d)",
        "led",
        "unsafe",
    ),
    slip(
        "lead by",
        r"(?:[a-z]+ed|[a-z]+s) (?:[a-z]+ )?<<lead>> by (?:a|an|the) (?:team|group|nurse|doctor|professor|trained|trainer|former|patient|volunteer|scientist|researcher|university|charity|therapist|local|national)\b",
        "led",
        "unsafe",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Led" is the past of "to lead"; "lead" that sounds like it is a metal.

    Why: the metal sounds like the verb's past, so that no spelling checker sees the slip, and the tense
    is lost.
    Fix: write "led" behind "has", "had", "was" and "were", and wherever it is past.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "This has lead to new rules.",
        "The study was lead by Dr Ames.",
        "They were mislead.",
        "A project lead by two nurses.",
        "It had often *lead* to debt.",
    ),
    good=(
        "Stress can lead to illness. This has led to rules.",
        "The pipes have lead in them. The team lead by default has a vote.",
        "The project lead is here, and they lead by example. It was misleading.",
    ),
    languages=frozenset({"en"}),
)
