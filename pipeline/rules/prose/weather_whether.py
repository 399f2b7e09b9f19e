"""prose/weather-whether"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_ASK = either(
    "know knows knew known decide decides decided deciding ask asks asked asking determine determines "
    "determined see wonder wonders wondered wondering check checks checked checking depend depends "
    "depending_on depends_on on matter sure unsure unclear clear say tell us me them consider find_out out "
    "doubt question discuss investigate asked understand test tests tested assess assesses as_to about matters"
)
_CLAUSE = either(
    "the a an you it they we he she i this these those your their our his her my there to people any patients children all some that such or"
)

SLIPS = (
    slip(
        "weather",
        rf"{_ASK} <<weather>> {_CLAUSE}\b(?! (?:is|was|has|will|forecast|conditions|report)\b)",
        "whether",
    ),
    slip(
        "weather",
        r"(?<!the )(?<!this )(?<!that )(?<!bad )(?<!good )(?<!hot )(?<!cold )(?<!wet )(?<!warm )(?<!our )(?<!fine )(?<!such )(?<!in )(?<!dry )(?<!winter )(?<!summer )(?<!stormy )(?<!severe )(?<!extreme )(?<!nice )(?<!what )(?<!my )(?<!your )(?<!their )(?<!windy )(?<!sunny )(?<!rainy )(?<!mild )<<weather>> (?:it|you|they|we|he|she|there|these|those|to) [a-z]",
        "whether",
        "unsafe",
    ),
    slip(
        "weather",
        r"(?:regardless of|irrespective of|monitor|show|shows|showed|showing|clarify|explain|explains|discover|learn|judge|examine|examined|govern|governs|toggle|select|unknown|tells|told|report|find out) <<weather>> [a-z]",
        "whether",
    ),
    slip("weather or not", r"(?<!the )(?<!bad )(?<!good )<<weather>> or not\b", "whether"),
    slip(
        "whether",
        r"(?:the|bad|good|hot|cold|wet|warm|fine|stormy|nice|windy|dry|severe|extreme|sunny|rainy|winter|freezing|summer) <<whether>>(?=[.,;:!?)]|$| (?:is|was|has|had|will|gets|got|forecast|conditions|turned|turns|can|may|closed|made|makes|in|warnings?)\b)",
        "weather",
    ),
    slip(
        "whether",
        r"<<whether>> (?:forecast|forecasts|warning|warnings|conditions|permitting|report)\b(?! (?:is|are|should|was|were|will|has|have|must|can|need|exist|apply|allow)\b)",
        "weather",
        "unsafe",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Whether" is what one asks; "weather" is rain or sun.

    Why: the two sound the same, so that no spelling checker sees the slip.
    Fix: write "whether" where "if" can stand.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Ask weather you can drive.",
        "Weather or not you smoke, come.",
        "The whether was cold.",
        "It depends on *weather the* dose is right.",
    ),
    good=(
        "Ask whether the weather is good. The weather or not, we go.",
        "We asked about weather and travel. Check the weather there.",
    ),
    languages=frozenset({"en"}),
)
