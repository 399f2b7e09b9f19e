"""prose/affect-effect"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_HOW = either(
    "no any some adverse negative positive bad good big huge great large small little strong long-term "
    "short-term lasting direct harmful major minor significant similar real profound serious same opposite "
    "main overall knock-on beneficial calming lasting immediate powerful marked noticeable"
)
_WHO = either(
    "the your you how people us them everyone anyone someone patients mood sleep me him her my our their its "
    "children women men whether memory health both all many one every everybody different other some most "
    "any several these those this that each growth breathing vision driving fertility brain quality "
    "millions thousands families older younger"
)
# "To effect a change" is to bring it about.
_DONE = r"(?![^.;:!?]{0,40}\b(?:changes?|repairs?|transitions?|transfers?|cures?|release|reforms?|improvements?|conversions?|escape|rescue|settlement|entry|union|merger|reconciliation|removal|exchange|switch|sale|payment|compromise|savings|delivery|purpose|arrest|revolution|transformation|update|end)\b)"
_MODAL = either(
    "does do did can will may might could would should not doesn't don't didn't won't can't cannot must also directly adversely negatively positively greatly badly seriously strongly often mainly to"
)

SLIPS = (
    slip("affect", r"(?:side|after|placebo|knock-on|greenhouse|domino) <<affect>>\b", "effect"),
    slip(
        "affects",
        r"(?:side|after|placebo|knock-on|adverse|harmful|negative|positive|the|its|their|these|long-term) <<affects>> (?:of|on|are|were|can|may|include|last|such)\b",
        "effects",
    ),
    slip("affects", r"side <<affects>>", "effects"),
    slip(
        "affect",
        r"(?:take|takes|took|taken|taking|into) <<affect>>(?=[.,;:!?)]|$| (?:in|on|at|from|when|after|before|immediately|last|next|until|as|with|for|by|and|this|within)\b)",
        "effect",
    ),
    slip(
        "affect",
        rf"(?:has|have|had|having) (?:(?:an|a|the) )?(?:(?:very|more|much) )?(?:{_HOW} )?<<affect>> (?:on|upon|in|when|at)\b",
        "effect",
    ),
    slip(
        "affect",
        rf"(?:an|no|any|the|a) (?:(?:very|more|much) )?(?:{_HOW} )<<affect>> (?:on|upon)\b",
        "effect",
    ),
    slip("affect", r"(?:an|no) <<affect>> (?:on|upon|of)\b", "effect"),
    slip(
        "affect",
        r"the <<affect>> (?:that )?(?:of )?(?:[a-z]+ ){1,3}(?:on|upon|has|had)\b",
        "effect",
        "unsafe",
    ),
    slip("effect", rf"(?<!a )(?<!an )(?<!in ){_MODAL} <<effect>> {_WHO}\b{_DONE}", "affect"),
    slip(
        "effects",
        rf"(?:it|this|that|which|disease|illness|depression|condition|stress|anxiety|pain|disorder|virus|drug|medication|alcohol|smoking|noise|weather|pollution|diet|sleep|how [a-z]+) <<effects>> (?:your|you|how|people|everyone|us|the way|our|their|one in|about|around|more than|the (?:brain|body|heart|liver|skin|lungs|mind|mood)|families|children|women|men|patients|many|most|all|both|millions|different)\b",
        "affects",
    ),
    slip(
        "effected",
        r"(?:badly|most|worst|adversely|negatively|severely|seriously|directly|those|people|patients|areas|communities|families|anyone|everyone|children|women|men|deeply|greatly|also|not) <<effected>>\b(?! (?:a|an|the) (?:change|transfer|release))",
        "affected",
    ),
    slip(
        "effected",
        r"(?:is|are|was|were|be|been|being) <<effected>> by (?:the |a |an |this |their |your )?(?:disease|illness|pandemic|flood|floods|war|virus|weather|changes|depression|stress|pain|drug|drugs|alcohol|condition|disorder|cuts|delays|closure|strike|noise|news|cancer|trauma)\b",
        "affected",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    To "affect" is to change something; an "effect" is the change.

    Why: the two sound alike, so that no spelling checker sees the slip, and the wrong one may say
    something else: "to effect" is to bring about.
    Fix: behind "an", "no", "side" and "takes" write "effect"; behind "can", "may" and "not" write "affect".
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "The drug had no affect on sleep.",
        "Stress can effect your heart.",
        "The side affects are mild.",
        "It takes affect in May.",
        "People effected by it can call.",
        "The illness effects one in ten people.",
    ),
    good=(
        "They can effect your transfer. To effect a change takes time.",
        "The effects of it affect your sleep.",
        "In psychology, the affect of the patient is flat; positive affect helps.",
        "The law is in effect. Payment was effected by card.",
    ),
    languages=frozenset({"en"}),
)
