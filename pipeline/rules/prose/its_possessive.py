"""prose/its-possessive"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import (
    COUNT,
    COUNT_OR_PLURAL,
    FINITE,
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

SLIPS = (
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
        rf"<<its>> (?:in|on|at|from|for|with|under|up|by|like|only|just|also|still|always|really|all|never|often|usually|probably|already) (?:a|an|the|your|my|our|their|this|that|been|because|about|up to (?:you|your|the|him|her|them|us|me|each|every))\b",
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
