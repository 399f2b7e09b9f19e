"""prose/then-than"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip
from pipeline.prose.english.things import comparatives

_MORE = either(
    "better worse rather greater fewer higher lower larger smaller longer shorter faster slower easier harder "
    "older younger stronger weaker cheaper bigger wider safer sicker healthier happier heavier lighter "
    "thinner thicker deeper simpler warmer colder hotter richer poorer quicker rarer milder louder sooner "
    "closer farther further nearer less more earlier cleaner clearer newer"
)
# What a comparison ends in; where "then" begins a clause a verb follows, which is not here.
_WITH = either(
    "a an the this that those these it any other others one in on for with before ever expected usual normal "
    "placebo you i we he she they them us me him her his my our your their its at by to what when if half "
    "twice two three four five six seven eight nine ten twenty thirty forty fifty hundred many most some "
    "all just average anything anyone anybody zero men women children adults people patients"
)
_AFTER = either(
    "i you he she we they it the take wait add go rest call press click put stir wash dry rinse turn tell ask repeat let return start stop"
)

# "If it is larger then the lamp is on": the condition may end in front of "then".
_CONDITION = re.compile(r"\b(?:if|when|whenever|once|after|unless|should|until|while)\b[^.!?;]*+\Z")

_COMPARES = re.compile(
    r"\b(?:more|less|rather|others?|otherwise|different\w*|fewer|else|elsewhere"
    rf"|{'|'.join(sorted(comparatives()))})\b"
)

SLIPS = (
    slip(
        "than",
        r"(?:since|until|till|by|back|just|only|and|but|every now and|now and|if so,?) <<than>>(?=[.,;:!?)]|$)",
        "then",
    ),
    slip("than", rf"(?:,|;) (?:and )?<<than>> {_AFTER}\b", "then", unless=_COMPARES),
    slip("than", rf"(?:and) <<than>> {_AFTER}\b", "then", "unsafe"),
    slip(
        "than",
        r"(?:,|;|and) <<than>> (?:slowly |gently |quickly |carefully )?«do» (?:the|a|an|it|them|your|some|all|in|up|out|off|for)\b",
        "then",
        "unsafe",
        _COMPARES,
    ),
    slip("then", r"«more» <<then>> (?:[a-z]+ )?«thing»(?=[.;!?)]|$)", "than", "unsafe", _CONDITION),
    slip(
        "then",
        r"(?:is|are|was|were|be|far|much|even|a lot|no|slightly|[a-z]+s|[a-z]+ed) «more» <<then>> (?:the|a|an|my|your|its|our|their|his|her|most|all|any|last|this|that|those|these|in|on|we|i|you|he|she|they|it)\b",
        "than",
        "unsafe",
        _CONDITION,
    ),
    slip("than", rf"(?:^|[.!?] )<<than>> (?:{_AFTER}|,)", "then", "unsafe"),
    slip("than", r"(?:^|[.!?] )<<than>>(?=,)", "then"),
    slip("then", r"rather <<then>> (?!,)", "than"),
    slip("then", r"(?:more often) <<then>> not\b", "than"),
    slip("then", r"(?:easier|sooner) (?:said |rather )?<<then>> (?:said|done|later)\b", "than"),
    slip(
        "then",
        r"(?:other|different) <<then>> (?:the|that|this|those|these|a|an|it|to|by|in|on|what|their|your|our|its|his|her|from|being|taking|for)\b",
        "than",
    ),
    slip(
        "then",
        r"(?:more|less|fewer|greater|higher|lower|longer|older|younger|larger|smaller|better|worse) <<then>> (?:\d|half\b|twice\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|a (?:hundred|thousand|million|third|quarter|week|month|year|day|decade|dozen|half)\b)",
        "than",
    ),
    slip(
        "then",
        rf"(?:is|are|was|were|be|been|feel|feels|felt|look|looks|cost|costs|works?|worked|sleep|slept|live|lives|do|does|did|have|has|had|much|far|even|slightly|no|not|any|a lot|a little|lasts?|takes?|took|eat|ate|seems?|becomes?|it's|that's|walk|run|grow|grows|grew|for|wait|stay|stayed|came|get|gets|got|earn|pay|paid|weigh|weighs|rated|scored|recover|recovered) (?:[a-z]+ )?{_MORE} <<then>> {_WITH}\b",
        "than",
        unless=_CONDITION,
    ),
    slip("then", rf"(?:more|less) [a-z]+ <<then>> {_WITH}\b", "than", "unsafe", _CONDITION),
    slip(
        "then",
        rf"(?:a|an|the|no) {_MORE} [a-z]+ <<then>> (?:{_WITH}|[a-z]+)\b",
        "than",
        "unsafe",
        _CONDITION,
    ),
    slip(
        "then",
        rf"{_MORE} <<then>> (?:usual|normal|expected|average|ever|before|anyone|anything|any|we thought|i thought|women|men|others|placebo)\b",
        "than",
    ),
    slip(
        "then",
        r"(?<!the )(?<!each )(?<!an)other <<then>> (?!the\b)[a-z\ufffc\"“]",
        "than",
        "unsafe",
    ),
    slip(
        "then",
        rf"(?:{_MORE}|(?:more|less) [a-z]+) <<then>> (?:in|on|for|any|other|another|usual|before|ever|expected|needed|necessary|required|planned|just|those|that of|one|simply|using|\d)\b",
        "than",
        "unsafe",
        _CONDITION,
    ),
    slip(
        "then",
        rf"(?:{_MORE}|(?:more|less) [a-z]+(?: (?!and\b|or\b|but\b)[a-z]+)?) <<then>> (?:a|an|the|this|that|these|those|its|his|her|their|my|our|your|other|another) (?:[a-z]+ ){{0,2}}[a-z]+(?=[.;!?)]|$)",
        "than",
        "unsafe",
        _CONDITION,
    ),
    slip(
        "than",
        r"(?:can|will|must|may|should|could|would|you|they|we|he|she|i|and|is|are|was|were) <<than>> (?:use|be|get|go|take|make|see|ask|open|start|stop|choose|add|have|do|call|give|move|rest|put|tell|send|read|become|help|offer|left|went|came|took|gave|told|moved|called|asked|made|used|given|taken|sent|moved|asked|shown)\b",
        "then",
        "unsafe",
        _COMPARES,
    ),
    slip("than", r"[a-z]+, (?:and )?<<than>> (?!to\b)[a-z\ufffc]", "then", "unsafe", _COMPARES),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Than" compares, and "then" says when.

    Why: the two sound alike, so that no spelling checker sees the slip; "more then" sends the reader
    looking for what happened next.
    Fix: write "than" behind "more", "less", "rather", "other" and every comparative.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "It works better then the old one.",
        "Less then half of them came.",
        "Rather then wait, call us.",
        "Take it, and than wait an hour.",
        "It is more useful then a leaflet.",
    ),
    good=(
        "Things were better then. Then we left, and then they came.",
        "If the value is greater then the lamp is on.",
        "Other than that, it is more than enough.",
        "It grew larger, then smaller.",
    ),
    languages=frozenset({"en"}),
)
