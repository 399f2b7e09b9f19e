"""prose/your-you-are"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import (
    DETERMINER,
    FINITE,
    OWNED,
    OWNED_ONE,
    PHRASE_ENDS,
    PREDICATE,
    PREPOSITION,
    TAKES,
    either,
)
from pipeline.prose.english.slips import find, slip

_ABLE = either(
    "able unable ready likely unlikely supposed allowed required expected invited asked entitled eligible "
    "willing unwilling due about bound free_to_go happy glad sorry"
)
_STATE = either(
    "pregnant tired unsure sure ill sick unwell hungry thirsty alone worried afraid ready late busy lucky "
    "right wrong unhappy happy angry sad anxious stressed depressed lost stuck safe better done finished "
    "interested away home old young healthy diabetic allergic breastfeeding curious welcome new well"
)
_DOING = either(
    "taking using having going trying looking planning waiting doing getting experiencing struggling thinking "
    "suffering coming leaving breastfeeding running working living wondering asking making seeing hoping "
    "getting_ready reading recovering staying travelling traveling starting"
)
_WHEN = either(
    "if when while unless because since until once although though whenever whether and but as hope think "
    "feel know say says sure that so what how where like glad sorry"
)

# Those of which no adjective is made: "your working hours", but never "your taking".
_ONLY_DOING = either(
    "taking having using doing getting making trying wearing expecting seeing suffering putting giving bringing applying "
    "sending asking looking waiting going sitting standing lying hoping planning"
)
_FINITE_BEHIND = (
    r"(?![^,.;]{0,80}\b(?:is|are|was|were|will|can|may|has|had|does|depends|means|helps)\b)"
)

SLIPS = (
    slip(
        "you're",
        rf"<<you're>> (?:«thing» )?«one»{PHRASE_ENDS}(?! (?:\d|one|two))",
        "your",
        "unsafe",
    ),
    slip(
        "you're",
        rf"«verb» <<you're>> (?:«thing» )?(?:«many»|«stuff»){PHRASE_ENDS}",
        "your",
        "unsafe",
    ),
    slip(
        "your",
        rf"(?:if|when|while|unless|once|because|sure|since|whether) <<your>> {_ONLY_DOING} (?!part\b|place\b)[a-z]+\b{_FINITE_BEHIND}",
        "you're",
        "unsafe",
    ),
    slip(
        "your",
        r"(?:if|when|while|unless|once|because|sure|since|until|after|that) <<your>> (?:already |still |not )?(?:logged|signed|registered|connected|finished|done|allowed|insured|worried|stuck|based|covered|enrolled|subscribed|invited) (?:in|out|on|to|by|with|about|at|into|for|off|up)\b(?!-)",
        "you're",
        "unsafe",
    ),
    slip("you're", r"<<you're>> own\b", "your"),
    slip("you're", rf"<<you're>> (?:\w+ )?{OWNED} (?:and \w+ )?{FINITE}\b", "your"),
    slip("you're", rf"<<you're>> {OWNED_ONE}\b(?![-'])", "your"),
    slip("you're", rf"(?<!it )(?<!them ){PREPOSITION} <<you're>> (?!{PREDICATE})[a-z]", "your"),
    slip("you're", rf"{TAKES} <<you're>> (?!{PREDICATE})[a-z]", "your"),
    slip(
        "you're",
        rf"(?:to|from|on|in|at|through|under|after|before|over|near|down) <<you're>> (?:(?:new|old|local|usual|first|next|own|current|whole|daily|medical) )?{OWNED}\b",
        "your",
    ),
    slip("you're", rf"{TAKES} (?:to|with|about|on|for|at) <<you're>> (?!{PREDICATE})[a-z]", "your"),
    slip(
        "your",
        r"<<your>> (?:not|a|an|the|probably|never|unlikely|gonna)\b(?![-'])(?! (?:yet|so|very)\b[ -])",
        "you're",
    ),
    slip("your", r"<<your>> going (?:to|through|back|home|on|away)\b", "you're"),
    slip(
        "your",
        rf"<<your>> (?:(?:not|also|still|always|now|most|more|very|too|so) )?{_ABLE} (?:to|for|that|if)\b",
        "you're",
    ),
    slip("your", r"<<your>> welcome(?: to\b|[.,;:!?)]|$)", "you're"),
    slip(
        "your",
        r"<<your>> (?:worried|concerned|sure|unsure|interested|happy|unhappy|allergic|addicted|used|responsible|entitled|afraid|aware|unaware|right|wrong|in charge|in pain|in need|over \d+|under \d+|one of|in the (?:middle|right|wrong|mood)|on the (?:list|way|right))(?: (?:about|that|to|of|in|at|with|if|how|what|for)\b|[.,;:!?)]|$)",
        "you're",
    ),
    slip(
        "your",
        rf"{_WHEN} <<your>> (?:(?:not|also|still|always|already|feeling|very|too|so|really|getting) )?{_STATE}(?=[.,;:!?)]|$| (?:and|or|to|with|about|in|at|on|for|of|that|from|because|but|when)\b)",
        "you're",
    ),
    slip(
        "your",
        rf"{_WHEN} <<your>> (?:(?:not|also|still|always|already|currently) )?{_DOING} (?:{DETERMINER}|to|for|about|on|with|from|in|at|through|medicine|medicines|medication|tablets|drugs|other|well|better|too|up|out)\b",
        "you're",
    ),
    slip(
        "your",
        rf"{_WHEN} <<your>> (?:feeling|getting|being) (?:{_STATE}|low|down|well|better|worse|good|bad|dizzy|faint|weak|lonely|hot|cold|treated|seen|tested)\b",
        "you're",
    ),
    slip(
        "your",
        rf"(?:^|[.!?] )<<your>> (?:(?:not|also|still|always|already|currently) )?{_DOING} (?:{DETERMINER}|to)\b",
        "you're",
        "unsafe",
    ),
    slip(
        "your",
        rf"{_WHEN} <<your>> (?:(?:not|also|still|always|already|currently) )?(?!building|training|following|existing|remaining|upcoming|nursing|working)[a-z]+ing (?:a|an|the|this|that|these|those|any|your|it|them|some|another)\b",
        "you're",
    ),
    slip(
        "your",
        r"<<your>> (?:strongly |well |fully |kindly )?(?:encouraged|advised|urged|invited|asked|required|allowed|permitted|expected|entitled|supposed|reminded|recommended) to\b",
        "you're",
    ),
    slip(
        "your",
        r"<<your>> on (?:holiday|vacation|leave|medication|sick leave|your|a waiting list|antibiotics|insulin)\b",
        "you're",
    ),
    slip(
        "your",
        r"<<your>> (?:only|just|most|very|also|not) (?:interested|able|likely|allowed|welcome|worried|looking|trying|starting|feeling|one of)\b",
        "you're",
    ),
    slip(
        "you're",
        rf"(?:have|has|had|with|if|make sure|that|sure|know|how|when|because|and|or|all|both|what|where|where's|what's|whether|but|want|hear|hurt|cut|put|turn|move|start|stop|finish|choose|renew|cancel|claim|order|book|pay|collect|hold|rest|raise|lift|bend|let|stretch|cover|clean|dry|apply|update|test|review|install|upgrade|build) <<you're>> {OWNED}\b(?![-'])(?! (?:and|or) (?:you|we|i|they)\b)",
        "your",
        "unsafe",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Your" says whose something is, and "you're" is short for "you are".

    Why: the two sound the same, so that no spelling checker sees the slip; it stands where the reader is
    addressed, and is noticed.
    Fix: say "you are" in its place. If that makes sense, write "you're", otherwise "your".
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Ask you’re doctor first.",
        "- Your not alone.",
        "If your pregnant, call us.",
        "Bring *you’re own* towel.",
        "When your taking other tablets, tell us.",
        "Your welcome.",
    ),
    good=(
        "You’re not alone, and your doctor knows. You're home. You're family.",
        "Your welcome pack, your feeling of loss, your not-for-profit.",
        "If your taking part is in doubt, call. If you're in pain, rest.",
    ),
    languages=frozenset({"en"}),
)
