"""prose/compound-modifier"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_VERBS = "treat use read reach follow find understand swallow learn clean remember heal".split()
# A noun that follows the verb could be its object ("hard to treat depression" in "it is hard to treat
# depression"): only behind these does the whole stand in front of a noun.
_BEFORE = either(
    "a an the some any many most other these those with for of treats treating treat from has have "
    "including severe very"
)
_NOUN = r"(?=[a-z]+(?:s|ion|ions|ness|ment|ments|ity|er|ers|our|or|al|ing|ia|is|ease|book|guide|form|text|wound|page|pain)\b)"

SLIPS = (
    *(
        slip(f"{how} to {verb}", rf"{_BEFORE} <<{how} to {verb}>> {_NOUN}", f"{how}-to-{verb}")
        for how in ("hard", "easy", "difficult")
        for verb in _VERBS
    ),
    slip(
        "up to date",
        r"(?:an|most|more|the|with|have|has) <<up to date>> (?:list|information|advice|guide|version|copy|records?|figures|evidence|guidance)\b",
        "up-to-date",
    ),
    slip(
        "state of the art",
        r"(?:a|the|with) <<state of the art>> (?:equipment|treatment|clinic|methods?|technology|facility|care|therapy)\b",
        "state-of-the-art",
    ),
    slip(
        "follow up",
        r"(?:a|the|your|each|every) <<follow up>> (?:visit|appointment|call|study|care|question|test|letter|treatment)\b",
        "follow-up",
    ),
    slip(
        "long term",
        r"(?:a|the|for|of|with|any|have|has|their|your) <<long term>> (?:effects?|use|care|treatment|condition|conditions|risk|risks|illness|illnesses|goal|goals|plan|benefits?|side|safety|study|studies)\b",
        "long-term",
    ),
    slip(
        "short term",
        r"(?:a|the|for|of|with|any|have|has|their|your) <<short term>> (?:effects?|use|care|treatment|relief|risk|risks|goal|goals|plan|benefits?|side|safety|memory|loan)\b",
        "short-term",
    ),
    slip(
        "well known",
        r"(?:a|the|this|its|most|other|many|some) <<well known>> (?!(?:as|to|for|that|in|and|or|by|of|among|is|are)\b)[a-z]",
        "well-known",
    ),
    slip(
        "one on one",
        r"<<one on one>> (?:sessions?|therapy|support|meetings?|talks?|care|help|teaching)\b",
        "one-on-one",
    ),
    slip(
        "over the counter",
        r"<<over the counter>> (?:drugs?|medicines?|medications?|painkillers?|remedies|products?|tests?|treatments?)\b",
        "over-the-counter",
    ),
    slip(
        "day to day",
        r"(?:the|your|their|our|my|her|his|in|of|for) <<day to day>> (?:life|lives|running|work|activities|care|tasks|living|decisions|use)\b",
        "day-to-day",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    Words that stand together in front of a noun are joined with hyphens.

    Why: "hard to treat depression" is read as something that is hard, until the next word says otherwise.
    Fix: write "hard-to-treat depression"; behind the noun they stay apart: "it is hard to treat".
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "It helps people with hard to treat depression.",
        "We plan a follow up visit.",
        "Of the long term effects little is known.",
        "Ask before you take over the counter medicines.",
    ),
    good=(
        "It is hard to treat depression. The hard-to-treat form is rare, and hard to treat.",
        "They follow up each visit. In the long term it helps.",
        "She is well known for it. She is well known.",
        "It is sold over the counter. From day to day it grows.",
    ),
    languages=frozenset({"en"}),
)
