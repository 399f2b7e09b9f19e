"""prose/doubled-space"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Fix, Found, Rule
from pipeline.model import NOT_PROSE, Passage

_SPACES = re.compile(r"(?<=\S)[ \u00a0\u202f]{2,3}(?=\S)")
# To ask for these first is ten times faster.
_ASKED = ("  ", "\u00a0", "\u202f")
# Between dashes, bars and pictures, spaces are layout.
_IN_PROSE = re.compile(r"[\w.,;:!?…()\[\]\"'“”‘’«»„。、，؟،؛！？]")
_STOPS = frozenset(".!?:…)”\"'»。！？؟")


def check(prose: Sequence[Passage], *, after_stop: bool = False) -> Iterator[Found]:
    """
    Words have one space between them.

    Why: a second space opens a hole in the line, and whoever searches for the words with one space
    does not find them.
    Fix: take one away. Two spaces behind a stop are a typist's habit and let be, but with
    `after_stop`; four and more are meant to line something up.
    """
    for passage in prose:
        text = passage.text
        if not any(map(text.__contains__, _ASKED)):
            continue
        for match in _SPACES.finditer(text):
            before, after = text[match.start() - 1], text[match.end()]
            if NOT_PROSE in (before, after) or (before in _STOPS and not after_stop):
                continue
            if not (_IN_PROSE.match(before) and _IN_PROSE.match(after)):
                continue
            if _side_by_side(passage, *match.span()):
                plain = match[0].isascii()
                only = match[0].strip(" ")[:1] or " "
                fix: Fix = "safe" if plain else "unsafe"
                message = "two spaces" if len(match[0]) == 2 else "three spaces"
                yield Found.of(passage, *match.span(), message, only, fix=fix)


def _side_by_side(passage: Passage, start: int, end: int) -> bool:
    """Say whether nothing but the space is written there: no comment, entity or edge of a link."""
    first, last = passage.origin.at(start - 1), passage.origin.at(end)
    return first.line == last.line and last.column - first.column == end - start + 1


RULE = Rule(
    level="warning",
    check=check,
    bad=("Take one  tablet.", "- Rest,  then eat.", ("fr", "Prenez un  comprimé.")),
    good=(
        "Take one tablet.  Then rest.",
        "Take <!-- or not --> one&nbsp; tablet, or `one  tablet`.",
        "A    B",
    ),
)
