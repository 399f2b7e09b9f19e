"""prose/breath-breathe"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.slips import find, slip

SLIPS = (
    slip(
        "breath",
        r"(?:able|hard|easier|difficult|harder|unable|struggle|struggles|struggling|struggled|trying|try|need|needs|ability|remember|how|want|easy|stop|painful|trouble|fighting|learn) to <<breath>>(?=[.,;:!?)]|$| (?:in|out|and|or|easily|deeply|through|normally|properly|slowly|well|when|while|at|on|more|again|air|the|during|by|if|after|with|for|fast|faster)\b)",
        "breathe",
    ),
    slip(
        "breath",
        r"(?:can|can't|cannot|couldn't|could not|can not|could|helps? you|helps? them|helps? people|you|they|she|he|we|patients|people|babies|i) <<breath>>(?=[.,;:!?)]|$| (?:in|out|and|easily|deeply|through|normally|properly|slowly|well|when|while|more|again|air|the|at night|at all|on)\b)",
        "breathe",
    ),
    slip(
        "breath",
        r"(?:^|[.!?:] |and |then )<<breath>> (?:in|out|deeply|slowly|normally|through)\b(?! hand)",
        "breathe",
    ),
    slip(
        "breathe",
        r"(?:deep|deeper|short of|shortness of|out of|big|slow|hold your|hold their|catch your|catch their|catch my|bad|a|of|one|my last|her last|his last|every|each|the first|next) <<breathe>>(?=[.,;:!?)]|$| (?:in|out|and|of|before|when|after|at|for|test|as|is|was|or)\b)",
        "breath",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    To "breathe" is to take a "breath".

    Why: both are words, so that no spelling checker sees the slip.
    Fix: write the verb with an e at its end.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "It is hard to breath.",
        "Take a deep breathe.",
        "If you cannot *breath*, call us.",
        "Breath in slowly.",
    ),
    good=(
        "Take a breath, then breathe out. She was short of breath.",
        "It was linked to breath control. You breathe in.",
    ),
    languages=frozenset({"en"}),
)
