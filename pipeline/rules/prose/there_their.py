"""prose/there-their"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import (
    FINITE,
    OWNED,
    OWNED_ONE,
    PHRASE_ENDS,
    PREDICATE,
    TAKES,
    either,
)
from pipeline.prose.english.slips import find, slip

_ABLE = either(
    "able unable ready likely unlikely supposed allowed required expected invited going trying not"
)
_QUIETLY = either(
    "been no many some few several any a an three two one more always also now never still often nothing enough other different certain plenty lots great good"
)

# What "there" goes on with where it is a place, or begins "there is".
_GOES_ON = (
    PREDICATE
    + r"|"
    + either(
        "is are was were be been being will would can could may might must shall should has have had having "
        "seems seem seemed appears appear appeared exist exists existed remain remains remained come comes came go "
        "goes lies lie stands stand used do does did isn't aren't wasn't weren't hasn't won't can't 's 'll needs "
        "need tends tend who which whose except via per own include includes included contain contains live lives work works got say says yesterday tomorrow tonight abouts"
    )
    + r"\b"
)
_WHEN_THEY = either(
    "if when while unless because since until once although though whenever whether think hope feel know say says sure that"
)

_SAY = either(
    "said say says think thinks thought know knew feel felt hope hoped believe believed if because when while unless since until once"
)
# "In which there bed", "is there hope": there a thing may stand behind "there".
_ASKED = (
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )(?<!has )(?<!n't )(?<!that )(?<!which )(?<!in )(?<!over )"
    r"(?<!out )(?<!up )(?<!down )(?<!from )(?<!get )(?<!not )(?<!should )(?<!can )"
)

SLIPS = (
    slip(
        "they're",
        rf"<<they're>> (?:own )?(?:«thing» )?«one»{PHRASE_ENDS}(?! (?:\d|one|two))",
        "their",
        "unsafe",
    ),
    slip(
        "they're",
        rf"«verb» <<they're>> (?:own |new |old |first |last )?(?:«thing» )?(?:«many»|«stuff»){PHRASE_ENDS}",
        "their",
        "unsafe",
    ),
    slip(
        "there",
        rf"{_ASKED}«verb» <<there>> (?:own |new |old |first |last )?«thing»{PHRASE_ENDS}",
        "their",
        "unsafe",
    ),
    slip(
        "there",
        rf"{_SAY} <<there>> (?:(?:not|also|still|already|too|very|so) )?(?:worried|happy|unhappy|sure|unsure|able|unable|ready|afraid|tired|going|allowed|ill|sick|late|waiting|looking|trying|using|taking|aware|willing|likely) (?:that|to|about|of|for|with|in|if|at|the|a|and)\b",
        "they're",
        "unsafe",
    ),
    slip(
        "their",
        r"(?:over|up|down|out|back|it|them|sit|sat|sits|stand|stood|stands|wait|waited|stay|stayed|is|are|was|were|been|go|went|live|lives|lived) <<their>> (?:until|when|while|because|unless|since|although|without|by (?:the|a|an|my|your|his|her)|near (?:the|a|my|your)|behind (?:the|a)|next to|in (?:the|a)|on (?:the|a)|at (?:the|a)|for (?:the|a|an|two|three|some)|and (?:then|the|it))\b(?!-)",
        "there",
        "unsafe",
    ),
    slip(
        "their",
        r"(?:until|if|when|while|because|once|unless|although|think|sure) <<their>> (?:(?:too|very|so|not|still|all) )?(?:«big»|able|ready|full-grown)(?=[.,;:!?)]| (?:enough|and (?:you|it|we)|to|for|when|in the|again)\b)(?!-)",
        "they're",
        "unsafe",
    ),
    slip(
        "their",
        r"<<their>> (?:until|when|because|unless|although) (?:the|a|you|it|they|we|he|she|your|his|her)\b",
        "there",
        "unsafe",
    ),
    slip("there own", r"(?<!those )<<there>> own\b(?! (?:a|an|the|to)\b)", "their"),
    slip(
        "there",
        rf"{TAKES} <<there>> (?:(?:own|new|old|first|whole|full|current|usual|daily|local|medical) )?{OWNED}\b",
        "their",
    ),
    slip(
        "there",
        rf"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!n't )(?<!that )(?<!which )(?<!get )(?<!from )(?<!in )(?<!over )(?<!out )<<there>> {OWNED_ONE}\b(?![-']) (?:and \w+ )?{FINITE}",
        "their",
    ),
    slip(
        "there",
        rf"(?:that|and) <<there>> {OWNED} (?:were|had|have|slept|felt|got|did|could|should|do|went|came|lost|need)\b",
        "their",
    ),
    slip(
        "there",
        r"<<there>> (?:going to|gonna|not (?:sure|ready|able|going|allowed|alone|the|a|happy|aware|likely|well|taking))\b",
        "they're",
        "unsafe",
    ),
    slip("they're", r"<<they're>> own\b", "their"),
    slip("they're", rf"<<they're>> {OWNED_ONE}\b(?![-'])", "their"),
    slip("they're", rf"<<they're>> (?:\w+ )?{OWNED} (?:and \w+ )?{FINITE}\b", "their"),
    slip(
        "they're",
        rf"{TAKES} (?:(?:to|with|about|on|for|at|of) )?<<they're>> (?!{PREDICATE})[a-z]",
        "their",
    ),
    slip(
        "they're",
        r"<<they're>> (?:is|are|was|were|isn't|aren't|has been|have been|will be)\b",
        "there",
    ),
    slip(
        "their",
        rf"<<their>> (?:is|are|was|were|isn't|aren't|wasn't|weren't|has|have|had|can be|may be|could be|should be|must be|might be|would be|seems|exists|used to be|will be {_QUIETLY})\b(?!-)",
        "there",
    ),
    slip(
        "their",
        r"(?:is|are|was|were) <<their>> (?:a|an|any|no|anything|something|enough|really|still|always)\b(?!-)",
        "there",
    ),
    slip(
        "their",
        rf"<<their>> (?:(?:also|still|often|always|usually|now|all) )?(?:{_ABLE})\b(?! (?:for|yet|so)[ -])(?:(?<=not)| (?:to|for)\b)(?!-)",
        "they're",
    ),
    slip("their", r"<<their>> (?:a|an|the)\b(?!['-])", "they're", "unsafe"),
    slip(
        "their",
        r"(?:over|out|up|down|get|go|been|live|lives|was) <<their>>(?=[.,;:!?)]|$)",
        "there",
    ),
    slip(
        "there",
        rf"(?:of|for|with|by|as|to|both|between|into|about|via|during|through|throughout|despite|without|against|within|under|behind|after|before|like|include|includes|including|lose|take|give|gave|keep|bring|change|ask|asked|tell|share|shared|use|improve|provide|update|maintain|change|protect|manage|express|ensure|respect|increase|reduce|affect|affects|support|making|make|removing|sharing|getting|describe|explain|understand|raise|send|respecting) <<there>> (?!{_GOES_ON})[a-z]",
        "their",
    ),
    slip(
        "there",
        rf"(?:[a-z]+s|people|children|women|men) and <<there>> (?!{_GOES_ON})(?:[a-z]+(?:s|ies)|(?:own|old|new|last|first|full|young) [a-z]+)\b(?! (?:are|were|to|have|can|will|may)\b)",
        "their",
        "unsafe",
    ),
    slip(
        "their",
        rf"{_WHEN_THEY} <<their>> (?:(?:not|also|still|already|currently) )?(?:{_ABLE}|sure|unsure|tired|ill|sick|ready|worried|afraid|pregnant|taking|using|having|doing|getting|feeling|waiting|looking|making|unwell|happy|unhappy|late|alone|told|asked|given)(?=[.,;:!?)]|$| (?:a|an|the|to|for|about|that|of|with|in|any|this|enough|or|and|better|worse|well|at|by)\b)",
        "they're",
        "unsafe",
    ),
    slip(
        "their",
        r"<<their>> (?:all|both|usually|often|always|still|also|already|mostly|now|just|only) (?:in|at|on|very|too|the|a|not|going|able|available|based|made|used|based|different|safe|free|here|welcome)\b(?!-)",
        "they're",
        "unsafe",
    ),
    slip(
        "there",
        r"(?:give|gives|gave|giving|make|makes|made|take|takes|took) up <<there>> (?:own |free )?(?:time|mind|minds|jobs?|homes?|work|seats?|weekends?|lives)\b",
        "their",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Their" says whose something is, "there" is a place, and "they're" is short for "they are".

    Why: the three sound the same, so that no spelling checker sees the slip; a reader has to start the
    sentence again.
    Fix: if "they are" makes sense, write "they're"; if something is owned, "their"; otherwise "there".
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Their is no cure.",
        "Patients should ask there doctor.",
        "They’re symptoms went away.",
        "If their not sure, call.",
        "**Their** are *three* ways.",
        "They bring they’re own food.",
    ),
    good=(
        "There is no cure, and their doctor knows that they're ill.",
        "Is there evidence? The people there own a house.",
        "From there patients can walk. They’re people like us.",
        "Their will is free; their not-so-new ward; their able nurses.",
    ),
    languages=frozenset({"en"}),
)
