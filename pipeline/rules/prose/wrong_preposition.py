"""prose/wrong-preposition"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Fix, Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import DETERMINER, either
from pipeline.prose.english.slips import Slip, find, slip

_THING = rf"(?:{DETERMINER} [a-z]|[a-z]+(?:ing|s)\b|how\b|what\b)"
_PEOPLE = either(
    "i we they you he she people scientists doctors researchers experts patients nurses"
)


def _each(cues: str, pattern: str, right: str, fix: Fix = "safe") -> tuple[Slip, ...]:
    """Give the slips of *pattern* with each of *cues* in the place of "@": verbs are rarer than "of"."""
    return tuple(slip(cue, pattern.replace("@", cue), right, fix) for cue in cues.split())


SLIPS = (
    # "The understanding that doctors have on sleep": of what one understands, on what one has a view.
    *_each(
        "understanding awareness",
        rf"@ (?:that )?(?:[a-z]+ ){{1,4}}(?:have|has|had) <<on>> {_THING}",
        "of",
    ),
    *_each("understanding awareness", r"@ <<on>> (?:how|why|what|this|the|these)\b", "of"),
    slip("capable", rf"(?:is|are|was|were) capable <<for>> {_THING}", "of"),
    slip("capable", r"(?:is|are|was|were|not|be) capable <<to>> (?:[a-z]+)\b", "of", "unsafe"),
    *_each(
        "depend depends depended depending relies rely relied relying",
        rf"@ <<of>> {_THING}",
        "on",
    ),
    *_each("depend depends depended depending", rf"@ <<from>> {_THING}", "on"),
    slip("responsible", rf"(?:is|are|was|were|be) responsible <<of>> {_THING}", "for"),
    slip("according with", rf"<<according with>> {_THING}", "according to"),
    slip(
        "interested",
        r"(?:is|are|was|were|am|be|been|i'm|get|got|very|most|also|particularly|not) interested <<on>> (?!behalf\b|mondays?\b|tuesdays?\b|account\b|principle\b)[a-z]",
        "in",
    ),
    *_each(
        "satisfied fascinated", rf"(?:is|are|was|were|be|been|very|not) @ <<of>> {_THING}", "with"
    ),
    *_each(
        "afraid proud aware fond",
        rf"(?:is|are|was|were|be|been|am) @ <<(?:from|for|on)>> {_THING}",
        "of",
        "unsafe",
    ),
    *_each(
        "similar married equal", rf"(?:is|are|was|were|be|been) @ <<with>> {_THING}", "to", "unsafe"
    ),
    *_each(
        "accused convicted",
        rf"(?:is|are|was|were|been) @ <<(?:for|from)>> {_THING}",
        "of",
        "unsafe",
    ),
    slip(
        "participate",
        rf"(?:can|could|may|must|will|would|to|should|they|we|you|people|who) participate <<(?:to|at|on)>> {_THING}",
        "in",
        "unsafe",
    ),
    *_each(
        "apply applies",
        r"(?:rule|rules|law|laws|limit|limits|discount|fee|tax|clause|article|regulation|same|it|this|that|also|only) @ <<on>> (?:all|every|the|any|both|each) [a-z]",
        "to",
        "unsafe",
    ),
    *_each(
        "concentrate concentrates focus focuses",
        r"@ <<in>> (?:the|a|an|this|these|his|her|their|your|what|how|one) [a-z]",
        "on",
        "unsafe",
    ),
    slip("full", rf"(?:is|are|was|were) full <<with>> {_THING}", "of", "unsafe"),
    slip("covered", rf"(?:is|are|was|were) covered <<of>> {_THING}", "with", "unsafe"),
    slip("accordance", rf"<<in accordance to>> {_THING}", "in accordance with"),
    slip("addition", rf"<<in addition of>> {_THING}", "in addition to"),
    slip("charge", rf"(?:is|are|was|were|be) <<in charge for>> {_THING}", "in charge of"),
    *_each(
        "congratulate congratulated",
        r"@ (?:him|her|them|us|you|[a-z]+) <<for the>> [a-z]",
        "on the",
        "unsafe",
    ),
    *_each("insist insists insisted", r"@ <<(?:to|for)>> (?:a|an|the|[a-z]+ing)\b", "on", "unsafe"),
    *_each(
        "arrive arrives arrived", r"@ <<to>> (?:the|a|an|our|their|his|her) [a-z]", "at", "unsafe"
    ),
    *_each(
        "solution answer key reply",
        r"(?:a|the|no|any|one) @ <<of>> (?:this|that|these) (?:problem|question|puzzle|letter|issue)s?\b",
        "to",
        "unsafe",
    ),
    *_each("prefer prefers preferred", r"@ [a-z]+ <<than>> [a-z]+(?=[.,;!?])", "to", "unsafe"),
    slip("compared", rf"compared <<than>> {_THING}", "with", "unsafe"),
    *_each("superior inferior", rf"(?:is|are|was|were|be) @ <<than>> {_THING}", "to"),
    slip("despite of", rf"<<despite of>> {_THING}", "despite"),
    slip("in spite", r"<<in spite the>> [a-z]", "in spite of the"),
    slip("comprised", rf"(?:is|are|was|were) comprised <<by>> {_THING}", "of"),
    *_each("consist consists consisted consisting", rf"@ <<from>> {_THING}", "of"),
    slip("discuss about", rf"<<(?:discuss) about>> {_THING}", "discuss"),
    slip("emphasize on", rf"<<emphasize on>> {_THING}", "emphasize"),
    slip("result on", rf"(?:can|may|could|will|to) result <<on>> {_THING}", "in"),
    *_each("suffer suffers suffered suffering", rf"@ <<of>> {_THING}", "from"),
    slip(
        "prevent",
        r"(?:can|may|could|to) prevent (?:[a-z]+) <<to>> (?:get|have|be|do|take|become)\b",
        "from",
        "unsafe",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A word has the preposition that belongs to it.

    Why: a wrong one makes a reader stumble, and one who is learning English takes it for right.
    Fix: write the one that is proposed: to depend on, responsible for, an understanding of.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "It has changed the understanding that nurses have on how people sleep.",
        "The dose depends of your weight.",
        "The nurse is responsible of the ward.",
        "Despite of the rain we went.",
        "We are not interested on that.",
    ),
    good=(
        "The understanding that nurses have of sleep has an effect on what they do.",
        "It depends on the weight, and of the two we take one.",
        "The report of those responsible, of course, is in.",
        "What effect the knowledge they had on that day had.",
    ),
    languages=frozenset({"en"}),
)
