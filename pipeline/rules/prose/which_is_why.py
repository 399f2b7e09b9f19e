"""prose/which-is-why"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.slips import straight

# Behind these "which" asks, or goes on: "I know which is why", "and which is why".
_BARE = re.compile(
    r"(?<![\w'-])(?P<word>(?!(?:and|or|but|know|of|that|question|explain|see|show|say|ask|tell|in|for|by|me|us|him|her|them)\b)"
    r"[\w'-]++) which (?:is|was) (?:also |partly |exactly |one reason |the reason )?why\b"
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A comma stands in front of "which is why".

    Why: what follows speaks of the whole sentence; without the comma it clings to the last word, and the
    reader looks for the reason of a thing.
    Fix: write the comma, or begin a sentence: "That is why".
    """
    for passage in prose:
        plain = straight(passage.text)
        if " why" not in plain:
            continue
        for match in _BARE.finditer(plain):
            start, end = match.span("word")
            word = passage.text[start:end]
            message = 'no comma in front of "which is why"'
            yield Found.of(passage, start, end, message, f"{word},", fix="safe")


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "The drug is strong which is why you must rest.",
        "It melts in the **sun** which is why we keep it cold.",
        "- Rules differ which is why you should ask",
    ),
    good=(
        "The drug is strong, which is why you must rest. Which is why we ask.",
        "It was late – which is why we left. Tell me which is why.",
    ),
    languages=frozenset({"en"}),
)
