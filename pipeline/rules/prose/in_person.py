"""prose/in-person"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import BE, either
from pipeline.prose.english.slips import find, slip

_NOUN = either(
    "visit visits appointment appointments meeting meetings session sessions therapy care class classes "
    "training event events consultation consultations interview interviews support lesson lessons group "
    "groups course courses learning workshop workshops counselling counseling treatment teaching "
    "assessment assessments tour tours talk talks service services"
)
_BEFORE = either(
    "an a the our your their his her my first second next weekly monthly regular free new more no any each every one two three usual these those some only both offer offers offering provide provides provided attend prefer book"
)
_DO = either(
    "meet meets met meeting visit visits visited attend attends attended come comes came coming go goes went "
    "seen see sees saw held delivered done available offered taught speak speaks spoke speaking talk talks "
    "talked apply applies applied vote voted register registered pay paid collect collected collected "
    "collecting join joined appear appeared deliver delivered gather gathered work worked happen happens "
    "happened place us them him her you me doctor nurse therapist each_other one_another someone prize "
    "people patients it there again more"
)

SLIPS = (
    slip(
        "in-person",
        rf"{_DO} <<in-person>>(?=[.,;:!?)]|$| (?:at|on|by|from|when|if|instead|rather|before|after|during|with|to|in|as|because|every|once|for (?:the|a|an))\b)",
        "in person",
    ),
    slip(
        "in-person",
        rf"{_DO} <<in-person>> (?:or|and|but) (?:by|via|over|on|at|through|we|you|they|i|he|she|it|online[.,;:!?]|remotely|virtually|not)",
        "in person",
    ),
    slip(
        "in-person",
        rf"{BE} <<in-person>>(?=[.,;:!?)]|$| (?:and|or|but|at|on|by|when|if|to|with)\b(?! (?:online|virtual|remote|hybrid|telephone|phone)\b [a-z]+s\b))",
        "in person",
    ),
    slip(
        "in-person",
        r"(?:online,?|phone,?|virtually,?|remotely,?|post,?|email,?) (?:or|and|but not|than) <<in-person>>(?=[.,;:!?)]|$)",
        "in person",
    ),
    slip("in person", rf"{_BEFORE} <<in person>> {_NOUN}\b", "in-person"),
    slip(
        "in person",
        rf"(?:^|[.!?] )<<in person>> {_NOUN} (?:is|are|was|were|can|will|may|start|starts|take|takes|have|has)\b",
        "in-person",
    ),
    slip(
        "in-person",
        r"(?:meet|see|visit|ask|tell|talk|speak|attend|hand|sign|apply|meeting|met|saw|seeing|visiting|attending|joining|thank|collect|interview|train|trained|interviewed|consult) (?:[a-z]+ ){1,5}<<in-person>>(?=[.,;:!?)]|$| (?:to|at|on|by|from|when|if|instead|rather|before|after|during|or by|or on|or over|and not|because|for)\b)",
        "in person",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    One comes "in person", and what is done there is an "in-person" visit.

    Why: the hyphen joins the words to one that describes the noun behind it; where no noun follows, the
    reader waits for it.
    Fix: write the hyphen in front of a noun only.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "You need to be in-person and bring a card.",
        "We meet *in-person* on Mondays.",
        "Book an in person visit.",
        "Pay online or in-person.",
    ),
    good=(
        "Come in person. In-person and online classes are free.",
        "We offer in-person, phone and video visits.",
        "The event is in-person only.",
    ),
    languages=frozenset({"en"}),
)
