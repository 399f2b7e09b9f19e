"""prose/paired-comma"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import FINITE
from pipeline.prose.english.slips import straight

_ASIDE = r"(?:like|unlike|as with|in contrast to|apart from|along with|together with) (?:[a-z]+ ){0,3}?[a-z]+"
_PATTERN = re.compile(rf"(?P<wrong>, (?:and|but) )(?P<aside>{_ASIDE}), {FINITE}\b")


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    Words put in between stand between two commas.

    Why: with the first comma in front of "and", a reader joins the wrong words: "has a bad name, and like
    other drugs, is misused".
    Fix: put the comma behind the "and": "has a bad name and, like other drugs, is misused".
    """
    for passage in prose:
        plain = straight(passage.text)
        if ", and " not in plain and ", but " not in plain:
            continue
        for match in _PATTERN.finditer(plain):
            start, end = match.span("wrong")
            word = passage.text[start:end].strip(", ")
            message = f'the comma stands before "{word}" and not behind it'
            yield Found.of(passage, start, end, message, f" {word}, ", fix="unsafe")


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "It has a bad name, and like other drugs, has been misused.",
        "It is cheap, but unlike most creams, can sting.",
    ),
    good=(
        "It has a bad name and, like other drugs, has been misused.",
        "It is cheap, and like most creams it stings.",
        "I ran, and like a fool, she and I fell.",
    ),
    languages=frozenset({"en"}),
)
