"""prose/missing-article"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import either
from pipeline.prose.english.slips import find, slip

_HAVE = either("has have had having")
_HAS = either("has had")
_ADJ = either(
    "bad good great strong long poor growing terrible excellent worldwide wide solid natural clear slight "
    "marked general"
)
_BIG = either(
    "big huge strong major significant positive negative direct large small bad real profound serious "
    "lasting important adverse harmful similar"
)
# Countable, and with "of", "to" or a stop behind it never bare: "is common cause of", "is good idea to".
_KINDS = (
    "common major key important bad main frequent typical leading rare useful popular vital central "
    "small large big serious simple safe powerful"
)
_OF = either(
    "cause part idea source form symptom sign type example way problem place choice option member "
    "side_effect feature risk_factor complication step"
)
_GOOD = either("idea way example choice option alternative")
_BEHIND = r"(?=[.,;!?)]|$| (?:of|to|for|in|that|among|with)\b)"

# What is counted, and of which nobody has "some": behind these verbs it is never bare.
_GIVES = either(
    "has have had having gave gives get gets got need needs takes take took offers offer contains contain includes include "
    "make makes made shows provides keeps kept leaves wants uses was_given were_given is_given been_given"
)

SLIPS = (
    slip(
        "history",
        r"(?:has|had|have|with|having) <<(?:family |medical |long |short )?history>> of\b",
        "a …",
    ),
    *(
        slip(
            f"{noun} of", rf"{_GIVES} <<{noun}>> of (?:[a-z]+s|[a-z]+)\b(?! and\b)", "a …", "unsafe"
        )
        for noun in "list copy variety pair collection selection couple handful slice summary series lot number".split()
    ),
    slip(
        "duty",
        r"(?:has|have|had) <<(?:legal |moral )?(?:duty|obligation)>> to\b",
        "a …",
        "unsafe",
    ),
    slip(
        "has",
        r"(?:he|she|it|who|which|patient|tenant|child|man|woman|house|plant|company) (?:has) <<(?:«one»)>>(?=[.!?)]|$| (?:and|that|which|who|with|for|in|at|on|when|because)\b)(?! and [a-z]+\b)",
        "a …",
        "unsafe",
    ),
    slip("reputation", rf"{_HAVE} <<reputation>> (?:for|of|as|in|among)\b", "a reputation"),
    slip("reputation", rf"{_HAVE} <<{_ADJ} reputation>>\b", "a …", "unsafe"),
    slip("tendency", rf"{_HAVE} <<tendency>> (?:to|toward|towards|for)\b", "a tendency"),
    slip("tendency", rf"{_HAVE} <<{_ADJ} tendency>> (?:to|toward|towards)\b", "a …", "unsafe"),
    slip("habit", rf"{_HAVE} <<habit>> of\b", "a habit", "unsafe"),
    slip("ability", rf"{_HAVE} <<ability>> to\b", "the ability", "unsafe"),
    slip("opportunity", rf"{_HAVE} <<opportunity>> (?:to|for)\b", "the opportunity", "unsafe"),
    slip("chance", r"(?:has|have|had|get|gets|got) <<chance>> (?:to|of)\b", "a chance", "unsafe"),
    slip("responsibility", rf"{_HAVE} <<responsibility>> to\b", "a responsibility", "unsafe"),
    slip("impact", rf"{_HAVE} <<impact>> (?:on|upon)\b", "an impact"),
    slip("effect", rf"{_HAVE} <<effect>> (?:on|upon)\b", "an effect"),
    slip("impact", rf"{_HAVE} <<{_BIG} impact>> (?:on|upon)\b", "a …", "unsafe"),
    slip("effect", rf"{_HAVE} <<{_BIG} effect>> (?:on|upon)\b", "a …", "unsafe"),
    slip(
        "right to",
        r"(?:has|have|had) <<right>> to (?:a|an|the|be|see|know|ask|refuse|get|appeal|say|choose|have|live"
        r"|work|vote|complain|access|free|health|education)\b",
        "the right",
        "unsafe",
    ),
    slip("role", r"(?:play|plays|played|playing) <<role>> in\b", "a role"),
    slip("part in", r"(?:plays|played) <<part>> in\b", "a part"),
    slip(
        "role",
        r"(?:play|plays|played|playing) <<(?:important|key|big|major|central|vital|crucial|significant|essential|large|small|minor|active|leading) role>> in\b",
        "a …",
        "unsafe",
    ),
    slip(
        "part in",
        r"(?:play|plays|played|playing) <<(?:important|key|big|major|central|vital|crucial|significant|essential|large|small|minor|active|leading) part>> in\b",
        "a …",
        "unsafe",
    ),
    slip(
        "difference",
        r"(?:make|makes|made|making) <<(?:(?:big|huge|real|great) )?difference>>(?=[.,;:!?)]|$| (?:to|in|for|between)\b)",
        "a …",
        "unsafe",
    ),
    slip(
        "toll on",
        r"(?:take|takes|took|taken|taking) <<(?:(?:heavy|big|huge|serious|terrible) )?toll>> on\b",
        "a …",
        "unsafe",
    ),
    slip(
        "as result",
        r"(?<!same )as <<result>>(?=,| of\b| (?:the|we|many|they|it|of|this|some|people|patients)\b)",
        "a …",
    ),
    slip("as direct result", r"as <<direct result>>(?=,| of\b)", "a …"),
    slip("as matter of", r"as <<matter>> of (?:fact|course|urgency|principle)\b", "a matter"),
    slip(
        "lot of",
        r"(?:is|are|was|were|have|has|had|takes?|need|needs|get|gets|with|of|drink|eat|spend|it's|there's) <<lot>> of\b",
        "a lot",
    ),
    slip(
        "lot of",
        r"(?:^|[.!?] )<<lot>> of (?:people|patients|the|us|research|time|things)\b",
        "a lot",
    ),
    slip(
        "number of",
        r"(?:has|have|had|offers?|covers?|are) <<(?:(?:large|small|great|huge) )?number>> of (?:[a-z]+s|people|children)\b",
        "a …",
        "unsafe",
    ),
    slip(
        "variety of",
        r"(?:has|have|had|offers?|covers?|for|with|in|from) <<(?:wide|large|great|huge) variety>> of\b",
        "a …",
    ),
    slip(
        "range of",
        r"(?:has|have|had|offers?|covers?|for|with|in|from) <<(?:wide|large|broad|huge) range>> of\b",
        "a …",
    ),
    slip(
        "idea to",
        r"(?:is|was|be|not|it's) <<(?:good|bad|great|better|nice|wise) idea>> to\b",
        "a …",
    ),
    slip("idea.", r"(?:is|was|it's) <<(?:good|bad|great|nice) idea>>\.", "a …"),
    *(
        slip(
            f"{kind} ",
            rf"(?:is|was|it's|remains|became|becomes|is also|is often|is very|is one) <<{kind} {_OF}>>{_BEHIND}",
            "the …" if kind in ("main", "leading") else "a …",
            "unsafe",
        )
        for kind in _KINDS.split()
    ),
    slip("in attempt to", r"in <<attempt>> to\b", "an attempt"),
    slip("with view to", r"with <<view>> to [a-z]+ing\b", "a view"),
    slip(
        "same",
        r"(?:has|have|had) <<same>> (?:effect|effects|result|results|meaning|problem|rights|name|size|impact|role|symptoms|value|purpose)\b",
        "the same",
        "unsafe",
    ),
    slip(
        "role",
        r"(?:play|plays|played|playing) <<(?!(?:an?|the|no|any|its|his|her|their|this|that|some|our|my|your|what|which|one|another|every|each|little|more|less|much)\b)[a-z]+ role>> in\b",
        "a …",
        "unsafe",
    ),
    slip("role", r"(?:has|have|had) <<role>> (?:in|of|as|to)\b", "a role", "unsafe"),
    *(
        slip(
            f"{kind} ",
            rf"(?:is|was|it's|be|been|remains|becomes|makes) <<{kind} {_GOOD}>>(?![-\w])",
            "a …",
            "unsafe",
        )
        for kind in "good great nice perfect excellent quick reasonable better safe".split()
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    What can be counted has an article: "has a reputation", "is a common cause".

    Why: the sentence stumbles, and is easily taken for bad English throughout.
    Fix: put "a" or "an" in front, or "the" where there is only one.
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "It has reputation for being a club drug.",
        "He has tendency to worry.",
        "It has impact on families.",
        "Smoking is leading cause of death.",
        "Genes *play role* in it.",
        "There are lot of reasons.",
    ),
    good=(
        "It has a reputation and the ability to vote.",
        "They have access to care. It is part of life. It is common to forget.",
        "He takes part in it. As a result of that we have chance visitors.",
    ),
    languages=frozenset({"en"}),
)
