"""prose/could-of"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

# Behind these "of" may stand by itself: "as far as they could of the rest", "of course", "of late".
_NOT = r"(?! (?:course|late|necessity|the|a|an|this|that|these|those|it|them|us|you|its|his|her|their|our|my|your|all|which|whom|what)\b)"
_DONE = (
    "(?:been|had|got|gotten|done|gone|come|seen|made|taken|given|known|lost|left|met|hurt|helped|felt|found"
    "|forgotten|become|happened|caused|missed|meant|said|told|thought|heard|read|written|put|cut|let|set|kept"
    "|slept|broken|fallen|died|[a-z]+ed)"
)
_SURELY = "not never also always probably still easily just only really well even"
_WHO = either(
    "i you he she it we they who that this there which people patients drug patient doctor doctors nurse "
    "someone something nobody everyone one letter"
)

SLIPS = (
    slip(
        "might of",
        r"(?:the|a|an|your|my|his|her|our|their) [a-z]+ (?:might|must|may) <<of>> (?:been|had|got|gone|come|seen|made|taken|given|known|lost|met|hurt|felt|found|forgotten|meant|said|told|thought|heard|written|broken|fallen)\b",
        "have",
    ),
    slip("d of", rf"(?:could|would|should) <<of>>{_NOT} [a-z]", "have"),
    slip(
        "n't of",
        rf"(?:couldn't|wouldn't|shouldn't|mustn't|mightn't|can't) <<of>>{_NOT} [a-z]",
        "have",
    ),
    slip("t of", rf"{_WHO} (?:must|might) <<of>> {_DONE}\b", "have"),
    slip("must of", rf"(?:[a-z]+ )?[a-z]+ (?<!the )(?<!a )(?<!of )must <<of>> {_DONE}\b", "have"),
    slip("may of", rf"{_WHO} may <<of>> {_DONE}\b", "have"),
    slip(
        "may of",
        r"(?:[a-z]+ )?[a-z]+ (?<!in )(?<!of )(?<!by )(?<!since )(?<!until )(?<!last )(?<!th )may <<of>> (?:been|caused|had|gone|come|seen|done|happened|lost|helped|got)\b",
        "have",
    ),
    *(
        slip(
            f"{adverb} of",
            rf"(?:could|would|should|must|might|{_WHO} may) {adverb} <<of>> {_DONE}\b",
            "have",
        )
        for adverb in _SURELY.split()
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    Behind "could", "should", "would", "might" and "must" stands "have", never "of".

    Why: "could've" is heard as "could of", which is no English; every editor and most readers wince.
    Fix: write "have", or "'ve".
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "You could of called.",
        "It should not of been closed.",
        "She *must of* forgotten.",
        "It might of helped.",
    ),
    good=(
        "They did what they could of course. The might of the army.",
        "As far as we could of the rest, we ate.",
        "In May of 2020 it could have been.",
    ),
    languages=frozenset({"en"}),
)
