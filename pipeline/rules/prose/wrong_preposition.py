"""prose/wrong-preposition"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import DETERMINER, either
from pipeline.prose.english.slips import find, slip

_THING = rf"(?:{DETERMINER} [a-z]|[a-z]+(?:ing|s)\b|how\b|what\b)"
_PEOPLE = either(
    "i we they you he she people scientists doctors researchers experts patients nurses"
)

SLIPS = (
    # "The understanding that doctors have on sleep": of what one understands, on what one has a view.
    slip(
        "on",
        rf"(?:understanding|awareness) (?:that )?(?:[a-z]+ ){{1,4}}(?:have|has|had) <<on>> {_THING}",
        "of",
    ),
    slip("on", r"(?:understanding|awareness) <<on>> (?:how|why|what|this|the|these)\b", "of"),
    slip("for", rf"(?:is|are|was|were) capable <<for>> {_THING}", "of"),
    slip("to", r"(?:is|are|was|were|not|be) capable <<to>> (?:[a-z]+)\b", "of", "unsafe"),
    slip(
        "of", rf"(?:depends?|depended|depending|relies|rely|relied|relying) <<of>> {_THING}", "on"
    ),
    slip("from", rf"(?:depends?|depended|depending) <<from>> {_THING}", "on"),
    slip("of", rf"(?:is|are|was|were|be) responsible <<of>> {_THING}", "for"),
    slip("with", rf"<<according with>> {_THING}", "according to"),
    slip("on", rf"interested <<on>> (?:{_THING}|(?:it|this|that|them|you)\b)", "in"),
    slip("than", rf"(?:is|are|was|were|be) (?:superior|inferior) <<than>> {_THING}", "to"),
    slip("despite of", rf"<<despite of>> {_THING}", "despite"),
    slip("in spite", r"<<in spite the>> [a-z]", "in spite of the"),
    slip("comprised by", rf"(?:is|are|was|were) comprised <<by>> {_THING}", "of"),
    slip("from", rf"(?:consists?|consisted|consisting) <<from>> {_THING}", "of"),
    slip("discuss about", rf"<<(?:discuss) about>> {_THING}", "discuss"),
    slip("emphasize on", rf"<<emphasize on>> {_THING}", "emphasize"),
    slip("on", rf"(?:can|may|could|will|to) result <<on>> {_THING}", "in"),
    slip("of", rf"(?:suffers?|suffered|suffering) <<of>> {_THING}", "from"),
    slip(
        "to",
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
