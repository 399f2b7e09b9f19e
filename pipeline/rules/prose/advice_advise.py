"""prose/advice-advise"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_OF = either(
    "some any my your their our his her medical legal good bad sound more expert professional free seek seeks sought seeking get gets give gives gave given giving offer offers offered offering general clear practical useful helpful financial further dietary sensible wise of for follow follows followed ignore ignored this that take took accept provide provides need want detailed specific independent"
)

SLIPS = (
    slip(
        "advise",
        rf"{_OF} <<advise>>(?=[.,;:!?)]|$| (?:about|on|from|and|or|is|was|to|if|before|that|for|of|as|when|in|at|with|by|the)\b(?! (?:and )?(?:consent|assist)\b))",
        "advice",
    ),
    slip(
        "advise",
        r"(?:the|a piece of|bit of|word of|pieces of) <<advise>> (?:of|from|that|is|was|given|to|on|about)\b",
        "advice",
    ),
    slip(
        "advice",
        r"(?:we|i|they|doctors|experts|nurses|you|would|will|can|may|should|could|must|not|strongly|also|always|who) <<advice>> (?:you|that|against|patients|people|them|him|her|us|me|parents|women|men|anyone|everyone|all|taking|to|caution|on|the|your|your)\b",
        "advise",
    ),
    slip(
        "advice",
        r"(?:able|want|need|here|help|order|happy|qualified|trained|used) to <<advice>> (?:you|on|people|patients|them|about|against|the|and)\b",
        "advise",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Advice" is what one gives; to "advise" is to give it.

    Why: both are words, so that no spelling checker sees the slip.
    Fix: write the noun with c, the verb with s.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Ask for advise from a nurse.",
        "We advice you to rest.",
        "Doctors advice against it.",
        "Seek *medical advise*.",
    ),
    good=(
        "We advise you to seek advice. They will advise on it.",
        "Doctors of our group advise that. Their advice to you is free.",
    ),
    languages=frozenset({"en"}),
)
