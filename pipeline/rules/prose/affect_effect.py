"""prose/affect-effect"""

from __future__ import annotations

import re
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

# "The change was effected by law": what is brought about.
_BROUGHT = re.compile(
    r"\b(?:changes?|payments?|transfers?|cures?|repairs?|release|improvements?|transitions?|reforms?|entry|"
    r"removal|delivery|sale|conversion|deletion|move|reduction)\b"
)

SLIPS = (
    slip(
        "effect",
        rf"(?:does|do|did|will|can|could|may|might|would|how) (?:the|a|an|this|that|these|your|my|our|his|her|its) (?!side\b)[a-z]+ <<effect>> {_WHO}\b{_DONE}",
        "affect",
        "unsafe",
    ),
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
        r"(?:it|this|that|which|disease|illness|depression|condition|stress|anxiety|pain|disorder|virus|drug|medication|alcohol|smoking|noise|weather|pollution|diet|sleep|how [a-z]+) <<effects>> (?:your|you|how|people|everyone|us|the way|our|their|one in|about|around|more than|the (?:brain|body|heart|liver|skin|lungs|mind|mood)|families|children|women|men|patients|many|most|all|both|millions|different)\b",
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
    slip(
        "effect",
        rf"(?:that|which|who|they|these|those|will|can|may|not|could|might|would|also|actually|factors|changes|drugs|things|problems|conditions|disorders|illnesses|diseases|symptoms|hormones|medicines) <<effect>> (?:{_WHO}|[a-z]+s)\b(?! (?:of|on|change)\b){_DONE}",
        "affect",
        "unsafe",
    ),
    slip(
        "effected",
        r"(?:is|are|was|were|be|been|being|get|gets|got) (?:(?:also|not|often|badly|strongly|directly|most|more|less|easily|greatly|deeply|severely|never) )?<<effected>> by\b",
        "affected",
        "unsafe",
        _BROUGHT,
    ),
    slip(
        "effected",
        r"(?:the|all|every|each|any|other|most|many|worst|of|those|these) <<effected>> [a-z]+\b(?! (?:by|through|in)\b)",
        "affected",
        "unsafe",
        _BROUGHT,
    ),
    slip(
        "affect",
        r"(?:desired|same|opposite|intended|similar|combined|domino|overall|cumulative|beneficial|immediate|net|main|long-term|lasting|calming|harmful|adverse) <<affect>>(?=[.,;:!?)]|$| (?:of|on|as|is|was|in|that|can|may|will|for)\b)",
        "effect",
        "unsafe",
    ),
    slip("affect", r"(?:take|takes|took|taken|taking) <<affect>>\b", "effect"),
    slip("affect", r"(?:has|have|had|having) (?:an|no|little|any|some) <<affect>>\b", "effect"),
    slip("affect", r"(?:^|[.!?] )in <<affect>>,", "effect"),
    slip(
        "affect",
        r"(?:is|are|be|remain|remains|was|were|come|comes|came|go|goes|went|put) (?:in|into) <<affect>>(?=[.,;:!?)]|$| (?:from|until|since|on|at|when|and|as|for|by|next|last|this)\b)",
        "effect",
    ),
    slip(
        "affects",
        r"(?:following|similar|side|bad|harmful|real|other|any|no|long-term|its|their|the|these|those|lasting|ill|possible|negative|positive|different|good|many|some|visual) <<affects>>(?=[.,;:!?)]|$| (?:of|on|are|were|can|may)\b)",
        "effects",
        "unsafe",
    ),
    slip(
        "effect",
        rf"(?:does|do|did) (?:it|this|that|they|(?!take|have|come|go|put|an|no|any|the)[a-z]+) <<effect>> {_WHO}\b{_DONE}",
        "affect",
        "unsafe",
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
