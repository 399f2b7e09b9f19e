"""prose/to-too"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_MUCH = either("much many")
_STATE = either(
    "late early big small expensive difficult tired ill heavy weak young old busy high low hard easy complicated complex soon far bad good loud sick short long complicated controversial severe painful dangerous risky restrictive strict vague costly noisy crowded shy proud lazy scared frightened anxious nervous sleepy fat tall ugly bright simple technical personal dark"
)
_DO = either(
    "be do get make take have see go help ask tell know find use keep give move rest walk wait eat drink stop start sleep join talk call learn live change say work let try pay read speak leave stay visit note happen look meet reach treat prevent reduce improve increase avoid cope feel become choose provide share send receive return protect raise build create grow hear listen play register remain remove replace report run save serve set show sign sit solve spend stand study suffer teach think travel turn understand win worry write consult manage check add bring buy"
)

SLIPS = (
    slip(
        " to ",
        r"(?:is|are|was|were|it's|be|been|far|way|feels?|felt|seems?|seemed|gets?|got|getting|that's|too) <<to>> «big»(?=[.,;:!?)]|$| (?:to|for)\b)",
        "too",
        "unsafe",
    ),
    slip(
        " to ",
        r"(?:not|don't|never|doesn't|didn't) (?:use|add|put|apply|give|drink|eat|plant|take|pour|buy|spend|water|feed|expect|leave|make|carry|load|lift|spread|store|install) <<to>> (?:much|many)\b(?! of\b)",
        "too",
        "unsafe",
    ),
    slip(
        " to ",
        rf"(?:is|are|was|were|it's|be|been|far|way|feel|feels|felt|seem|seems|seemed|not|never|just|got|get|that's|i'm|you're|they're|we're|he's|she's) <<to>> {_STATE}(?=[.,;:!?)]|$| (?:to|for)\b)",
        "too",
    ),
    slip(
        " to ",
        rf"(?:far|way|not|eat|ate|drink|drank|took|spend|spent|asking|ask|costs?|cost|wait|waited|is|are|was|were|has|had|have|worry|sleep|talk|talks|expect|it's|with|got|get|gets) <<to>> {_MUCH}\b(?! (?:of (?:the|our|your|their|my|these|those)|as)\b)",
        "too",
    ),
    slip(
        " to ",
        r"(?:far|way) <<to>> (?:often|long|soon|fast|slow|high|low|hot|cold|big|small|late|early|easy|hard|expensive|difficult|complicated|short|young|old)\b(?=[.,;:!?)]|$| (?:to|for|in|and|a)\b)",
        "too",
    ),
    slip(
        " to ",
        r"(?:don't|not|do not|didn't|never) (?:wait|stay|sit|work|leave it|sleep|stand|talk) <<to>> (?:long|late|hard|much)\b",
        "too",
    ),
    slip(
        "too ",
        rf"(?:want|wants|wanted|need|needs|needed|has|have|had|going|able|unable|used|like|likes|try|tries|tried|trying|likely|ought|order|hope|hoping|ready|allowed|start|starts|started|decide|decided|learn|agree|agreed|continue|continues|plan|plans|easy|hard|how|where|when|what|possible|important|necessary|ability|attempt|required|designed|unlikely|difficult|best|better|chance|opportunity|right|way|ways|place|time|help|encouraged|asked|advised|intended|willing|meant|made|need|needs) <<too>> {_DO}\b(?! (?:of|much|many)\b)",
        "to",
    ),
    slip(
        "too ",
        r"(?:according|due|prior|thanks|owing|relating|related|compared|contrary|in addition|in relation|in response|next|listen|listened|listening|talk|talked|talking|speak|spoke|refer|refers|referred|belongs?|went|go|goes|came) <<too>> (?:the|a|an|your|our|their|his|her|my|its|this|that|these|those)\b",
        "to",
    ),
    slip(
        "need too",
        r"(?:you|they|we|i|people|patients) need <<too>> [a-z]+\b(?<!much)(?<!many)(?<!little)(?<!few)(?<!often)",
        "to",
        "unsafe",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Too" is more than enough, or also; everything else is "to".

    Why: the two sound the same, so that no spelling checker sees the slip.
    Fix: write "too" in front of "much", "many", "late" and the like, and "to" in front of a verb.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "There is way to much salt in it.",
        "It is to late to change.",
        "You have too wait.",
        "According *too the* nurse, it is safe.",
        "She is able too walk.",
    ),
    good=(
        "It is too late to change. We want to be there too.",
        "It was due to many things, and talks to much of the town.",
        "It is not to be. The aim is to slow it. I have too few.",
    ),
    languages=frozenset({"en"}),
)
