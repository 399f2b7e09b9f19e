"""prose/noun-repetition"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage

# "by" and "of" say what is meant ("signal by signal", "a list of lists"), and so do "to", "in", "for",
# "on" and "after": "face to face", "word for word", "time after time".
_BETWEEN = re.compile(
    " (?P<between>from|with|about|without|due to|because of|caused by|related to|owing to) "
    r"(?P<noun>[a-z]{4,31})(?![\w-])"
)
# Verbs and what goes together: "begin with begin", "work with work".
_MAY = frozenset(
    "this that these those them here there where more most other others some help".split()
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A noun is not explained by itself: "stress from stress".

    Why: the reader stops and looks for the difference between the two, and one of them is mostly a slip.
    Fix: put the word that was meant in one of the places, or leave one out.
    """
    for passage in prose:
        text = passage.text
        for match in _BETWEEN.finditer(text):
            noun = match["noun"]
            start = match.start() - len(noun)
            if noun in _MAY or text[max(start, 0) : match.start()].lower() != noun:
                continue
            if not text[start - 1 : start].isalnum() and text[start - 1 : start] not in ("-", "_"):
                message = f'"{noun}" on both sides of "{match["between"]}"'
                yield Found.of(passage, start, match.end(), message)


RULE = Rule(
    level="warning",
    check=check,
    bad=("Long stress from stress and fear hurts.", "Pain due to pain in the back is dull."),
    good=(
        "Go from day to day, word for word, signal by signal, with a list of lists.",
        "Relief from pain with stress-free sleep. We came from there with them.",
    ),
    languages=frozenset({"en"}),
)
