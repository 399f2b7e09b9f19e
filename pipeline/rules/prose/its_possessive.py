"""prose/its-possessive"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import (
    COUNT,
    COUNT_OR_PLURAL,
    FINITE,
    PHRASE_ENDS,
    PLURAL,
    PREDICATE,
    PREPOSITION,
    either,
)
from pipeline.prose.english.slips import find, slip

# Verbs that take a thing and no clause: after "think" or "hope", "it's" begins a clause.
_TAKES = either(
    "lose loses lost losing change changes changed changing reach reaches reached keep keeps kept "
    "keeping complete completes completed publish publishes published update updates updated improve "
    "improves improved increase increases increased reduce reduces reduced open opens opened close "
    "closes closed expand expands expanded launch launches launched celebrate celebrates celebrated "
    "achieve achieves achieved extend extends extended maintain maintains maintained hold holds held "
    "raise raises raised share shares shared move moves moved affect affects affected serve serves "
    "served take takes took taking lay lays laid spread spreads meet meets met fulfil fulfils "
    "fulfill fulfills exceed exceeds exceeded limit limits limited cut cuts double doubled start starts "
    "started finish finishes finished run runs ran rename renamed get gets got give gives gave giving "
    "build builds built protect protects protected defend defends raise begin begins began hide hides "
    "win wins won strengthen strengthens strengthened define defines defined reflect reflects reflected "
    "use uses used using fund funds funded house houses enter enters entered lower lowers lowered make "
    "makes carry carries carried leave leaves left earn earns earned set sets bring brings brought "
    "does do did and_all both".replace("and_all both", "")
)
_EASY = either(
    "important hard easy difficult possible impossible safe unsafe common normal "
    "necessary essential vital helpful useful likely unlikely likely natural nice great fine okay ok "
    "tempting worth wise free simple time"
)
_LIKELY = either(
    "important likely unlikely possible true clear unclear vital essential crucial obvious"
)
_STATE = either(
    "possible impossible easy true false likely unlikely difficult important necessary unclear obvious "
    "okay ok fine over gone ready safe normal wrong late hot cold warm dark raining snowing free "
    "painful useful helpful useless dangerous harmless available"
)
_WHEN = either(
    "if when because that think thinks hope say says said know knows sure unless until while although though whether"
)
_DOING = either(
    "raining snowing getting becoming happening working taking looking trying coming doing being going_on "
    "making causing helping using having starting growing"
)

_BEST = either("best better good fine okay ok great nice bad")

_MADE = either(
    "called caused used known made done based given considered recommended expected estimated believed "
    "thought said designed intended supposed allowed needed required found treated linked prescribed taken "
    "located named written covered advised hoped planned meant aimed followed produced sold understood "
    "prevented spread passed located measured tested approved"
)
_DOES = re.compile(r"\b(?:do|does|did|doing|done|try|tries|tried|trying|at|in|of) \Z")

# What says of a thing which one it is, and is no praise: "it's great idea" lacks an article.
_WHICH = either(
    "lower upper front back left right own first second last next old former inner outer main own whole full original current "
    "native little tiny long short red green white black blue brown yellow grey gray wet dry boiling melting freezing "
    "starting turning owner's annual daily weekly monthly final opening closing"
)

SLIPS = (
    slip(
        "it's",
        rf"<<it's>> (?:{_WHICH} |«thing» )?«one»{PHRASE_ENDS}(?! (?:\d|one|two))",
        "its",
        "unsafe",
    ),
    slip(
        "it's",
        rf"«verb» <<it's>> (?:{_WHICH} |«thing» )?(?:«many»|«stuff»){PHRASE_ENDS}(?! (?:that|which|who)\b)",
        "its",
        "unsafe",
    ),
    slip(
        "it's", rf"<<it's>> (?:{_WHICH} )?«many»(?= (?:{FINITE}|are|were|have)\b)", "its", "unsafe"
    ),
    slip(
        "its",
        r"(?:^|[.!?;,] |that |if |when |and |but |because |while )<<its>> (?:(?:not|too|so|very|quite|often|still|also) )*+(?:raining|snowing|freezing|getting|going|becoming|taking|beginning|starting|boiling|clear|unclear|likely|unlikely|true|safe|unsafe|possible|impossible|usual|«big») (?:on|to|that|how|what|why|who|whether|when|if|for|here|there|in the|at|outside|now|again|enough|and (?:it|the|you|we))\b(?!-)",
        "it's",
        "unsafe",
    ),
    slip(
        "its",
        rf"(?:^|[.,;:!?] |that |think |if |when |and |but |because |so |sometimes |often |know |say |said |says )<<its>> (?:(?:very|always|also|usually|often|only|not|a lot|never|really) )?{_BEST} (?:to|if|for (?:you|your|me|us|them|people|everyone))\b",
        "it's",
    ),
    slip("it's", r"<<it's>> own\b", "its"),
    slip("it's", rf"(?<!\bit )(?<!them ){PREPOSITION} <<it's>> (?!{PREDICATE})[a-z]", "its"),
    slip("it's", rf"{_TAKES} <<it's>> (?!{PREDICATE})[a-z]", "its"),
    slip("it's", rf"<<it's>> (?:\w+ )?{COUNT}\b(?![-']) {FINITE}\b", "its"),
    slip("it's", rf"<<it's>> {COUNT}\b(?![-'])(?! \w+ed\b)", "its", "unsafe"),
    slip("it's", rf"<<it's>> (?:\w+ )?{PLURAL} (?:(?:often|also|usually|all) )?{FINITE}\b", "its"),
    slip(
        "it's",
        rf"(?:the|a|an|this|each|every) (?:[a-z]+ )?[a-z]+ (?:and|or) <<it's>> (?:\w+ )?{COUNT_OR_PLURAL}\b",
        "its",
    ),
    slip(
        "its",
        r"<<its>> (?:a|an|the|not|been|because|about to|about time|your|my|our|his|her)\b(?!['-])",
        "it's",
    ),
    slip("its", r"<<its>> (?:going to|gonna|got to) (?!war\b)[a-z]", "it's"),
    slip(
        "its",
        rf"<<its>> (?:(?:very|too|so|quite|also|still|always|often|just|really|only|now|more|not|never|usually) )?{_EASY} (?:to|for (?:you|me|us|them|him|her|people|everyone|patients)|if)\b",
        "it's",
    ),
    slip(
        "its",
        rf"<<its>> (?:(?:very|also|quite|really|so|still|not|more|most) )?{_LIKELY} (?:that|how|what|why|whether)\b",
        "it's",
    ),
    slip(
        "its",
        r"<<its>> (?:in|on|at|from|for|with|under|up|by|like|only|just|also|still|always|really|all|never|often|usually|probably|already) (?:a|an|the|your|my|our|their|this|that|been|because|about|up to (?:you|your|the|him|her|them|us|me|each|every))\b",
        "it's",
    ),
    slip("its", r"<<its>> (?:what|where|why|who|when|how|that)\b(?!-)", "it's", "unsafe"),
    slip(
        "its",
        rf"<<its>> (?:(?:very|too|so|quite|also|still|really|already|not) )?{_STATE}(?=[.,;:!?)]|$)",
        "it's",
    ),
    slip(
        "its",
        rf"{_WHEN} <<its>> (?:(?:very|too|so|quite|also|still|really|already|not) )?{_STATE}\b (?!{PLURAL}\b)(?:to|for|in|at|and|or|with|outside|enough|on|by|that)\b",
        "it's",
    ),
    slip(
        "its",
        rf"{_WHEN} <<its>> (?:too|so|very|all|always|never|also|already|{_DOING})\b (?!own\b|existence\b|nature\b)",
        "it's",
        "unsafe",
    ),
    slip("its", r"<<its>> (?:too|so|very) [a-z]+ (?:to|for|that)\b", "it's"),
    slip(
        "its",
        rf"<<its>> (?:(?:also|just|only|often|always|usually|sometimes|still|probably|generally|currently|actually|commonly|widely|mainly|mostly|strongly|highly|well|now|best|not) )?{_MADE} (?:by|to|in|as|for|with|that|on|at|from|when|if|because|using|how|why)\b",
        "it's",
    ),
    slip(
        "its",
        r"<<its>> no (?:longer|more|wonder|good|use|secret|surprise|problem|coincidence|accident|different|better|worse|easier|fun|big|small)\b(?!-)",
        "it's",
    ),
    slip(
        "its",
        r"<<its>> (?:(?:much|far|even|a lot|often|usually|also|always|sometimes) )?(?:easier|better|safer|harder|worse|quicker|cheaper|simpler|faster|wiser|nicer|healthier|best) (?:to|if|for (?:you|us|them|people|everyone)|than)\b",
        "it's",
        unless=_DOES,
    ),
    slip(
        "its",
        r"<<its>> (?:far|much|way) (?:better|worse|easier|more|less|too|harder|safer|cheaper) ",
        "it's",
        "unsafe",
    ),
    slip(
        "its",
        r"<<its>> (?:also|still|just|often|always|probably|actually|really|currently|simply|usually|sometimes|never|perhaps|certainly|clearly|only) (?:a|an|the|not|too|very|been|possible|available|worth|unclear|true|important|hard|easy|difficult|likely|because|when|if|one of|about)\b(?!-)",
        "it's",
    ),
    slip(
        "its",
        r"<<its>> (?:as|so|too|very) [a-z]+ (?:as|that|to|for)\b(?! possible)",
        "it's",
        "unsafe",
    ),
    slip(
        "its",
        r"<<its>> well (?:worth|known that|established that|below|above|over|under|past|within)\b",
        "it's",
    ),
    slip("its", r"<<its>> (?:worth|like) (?:[a-z]+ing|it|a|the|an)\b", "it's", "unsafe"),
    slip(
        "it's",
        rf"(?:and|or|but|both|of|to|with|for|than|including|through|all|due to|thanks to|such as|as|check|read|has|had|have|see|modify|verify|access|resolve|explain|explains|explained|describe|describes|show|shows|follow|find|control|cover|covers|include|includes|including|support|supports|join|adopt|adopted|present|presented|review|reviewed|revise|revised|respect|produce|produced|promote|promotes|demonstrate|prove|proved|prevent|treat|measure|measured|know|knows) <<it's>> (?:(?:main|own|full|new|old|current|first|last|final|early|many|most|major|original|initial|long-term|annual|daily|local|national|young|younger) ){{0,2}}{COUNT_OR_PLURAL}\b(?![-'])(?! (?:that|who|which)\b)",
        "its",
        "unsafe",
    ),
    slip(
        "it's",
        r"<<it's>> (?:main|chief|primary|principal|sole) (?:[a-z]+)\b(?= (?:is|was|are|were|has|can|will|of|in|to|and)\b)",
        "its",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Its" says whose something is, and "it's" is short for "it is" or "it has".

    Why: the two sound the same, so that no spelling checker sees the slip; a reader stumbles, and trusts
    the text less.
    Fix: say "it is" in its place. If that makes sense, write "it's", otherwise "its".
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "The drug is known for it’s medicinal use.",
        "The clinic changed *it's* hours.",
        "## It’s side effects are mild",
        "- Its important to rest.",
        "We think its a good idea.",
        "Its been a long year for the clinic and it’s members.",
        "If its too hot, open a window.",
    ),
    good=(
        "It’s a drug, and its use is safe. It's time to say that it's here.",
        "Its effects last because it's strong. Of its own will, the body heals.",
        "When you turn it on it's green. In what it's called, it's like the other.",
        "The plan and its a-priori costs, its very nature, its only child.",
    ),
    languages=frozenset({"en"}),
)
