"""prose/introductory-phrase"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Level, Rule
from pipeline.model import Passage
from pipeline.prose.english.slips import beginnings, straight, vocabulary

_OPENERS = frozenset("for with without despite during following because due thanks".split())
# Neither a verb nor a word that begins a clause: then the subject that follows is the main clause's.
_CLAUSE = (
    "that which who whom whose when while if because although though since as where why how than it they we "
    "you he she there is are was were has have had can could may might must shall should will would does do did"
)
_WORD = rf"(?!(?:{'|'.join(_CLAUSE.split())})\b)[a-z][a-z'-]*"
_LONG = re.compile(
    rf"(?:with|without|despite|during|following|because of|due to|thanks to)(?: {_WORD}){{3,9}}?(?P<last> {_WORD})"
    r" (?:it|they|we|you|he|she|there) (?:is|are|was|were|has|have|had|can|could|may|might|must|should|will|would)\b"
)
# Many are not one: "for many sleep is" says that the phrase has ended.
_MANY = re.compile(
    r"for(?P<last> (?:many|others|most|some|several|a few))"
    r" (?!(?:it|this|that|there|one|time|reason|what|life|of)\b)[a-z]+(?<!s) (?:is|was|has|does|remains|means|becomes)\b"
)


# A clause that opens the sentence, and then another one without "and" or a comma.
_VERB_OF_SAYING = (
    "think know say says said feel hope believe find see hear mean means sure sorry glad that how what why where "
    "whether wish guess suppose decide realise realize learn notice told tell thing things way time reason"
)
_NOT_SAID = rf"(?!(?:and|or|but|to|then|{'|'.join(_VERB_OF_SAYING.split())}|{'|'.join(_CLAUSE.split())})\b)[a-z][a-z'-]*"
_CLAUSES = re.compile(
    rf"(?:if|when|before|after|once|because|although|unless)"
    rf" (?:you|we|they|he|she|it|i|(?:the|a|an|your|our|their|this|these|most|many) [a-z]+) [a-z]+(?: {_NOT_SAID}){{0,6}}?(?P<last> {_NOT_SAID})"
    r" (?:then )?(?:it|they|we|you|he|she|there) (?:is|are|was|were|can|could|may|might|must|should|will|would|need)\b(?! by\b)(?![^.;!?]*,)"
)
_DO = "take add make check click press open close turn call ask put remove choose select wait use go rinse stir call see read write rest let keep start stop"
_ORDERS = re.compile(
    rf"(?:if|when|before|after|once|unless) (?:you (?!(?:want|need|have|wish|plan|decide|intend|are|try|would|can|must|do|don't|cannot|can't)\b)[a-z]+ (?:the|a|an|your|it)|(?:the|a|your) [a-z]+ (?:is|are|has|starts|rings|stops|turns|boils|comes|goes))"
    rf"(?: (?!(?:and|or|to|then|not|please|that|which|who|you|we|they|i)\b)[a-z][a-z'-]*){{0,3}}?(?P<last> (?!(?:and|or|to|then|not|please|that|which|who|you|we|they|i|will|can|must|should|may|cannot|also|always|never|only|just|help|the|a|an|your|people|users|s)\b)[a-z]+)?"
    rf" (?:{'|'.join(_DO.split())}) (?:the|a|an|your|it|them|on|up|for)\b(?![^.;!?]*,)"
)
_BE = "is|are|was|were|has|have|had|can|could|may|might|must|shall|should|will|would|do|does"
# Two plurals in a row, the second with its verb: there the phrase has ended. In 5.5 million words of
# manuals 43 such sentences have the comma, and none lacks it.
_PLURAL = (
    r"(?!(?:this|us|is|its|was|has|does|always|perhaps|as|thus|plus|unless|less|besides|towards|sometimes)\b)"
    r"(?:[a-z-]++(?<=s)|people|women|men|children)"
)
_PLURALS = re.compile(
    rf"(?:in|on|at|during|after|before|under|for) (?:most|many|some|all|other|several|these|those)"
    rf"(?: [a-z-]+)?(?P<last> {_PLURAL}) {_PLURAL} (?:{_BE})\b"
)
# The same of a time and a subject that begins anew: 13 have the comma, none lacks it.
_END = r"(?!(?:of|in|for|on|to|by|with|from|at|about|into|the|a|an|all|its|these|other|more|very|some|any)\b)"
_TIME = re.compile(
    rf"(?:during|after|before|within|throughout) the(?: {_WORD}){{1,5}}?(?P<last> {_END}{_WORD})"
    rf" (?:(?:many|most|some|the|all) [a-z]+|it|they|we|you) (?:{_BE})\b"
)
# A short clause whose verb is "is", and the next: 81 have the comma, and the 3 that lack it should.
_STATE = re.compile(
    r"(?:because|since|although|if|when|once|unless) (?:the|an?|your|this|these) [a-z]+ (?:is|are|was|were)"
    r"(?P<last> (?!(?:all|both|only|not|just|that|already|also|now|always|either|like|in|on|at|to|from|for|of|with"
    r"|such|been|more|given|told|asked|sent|shown|offered|granted)\b)[a-z]+)"
    rf" (?:the [a-z]+|it|you|they|we) (?:{_BE})\b(?![^.;!?]*,)"
)
_ALL = _OPENERS | frozenset(
    "if when before after once although unless in on at under within throughout".split()
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A comma ends a long phrase in front of the sentence's subject.

    Why: without it the reader runs on into the subject, and has to go back: "For many sleep is".
    Fix: write a comma where the phrase ends: "For many, sleep is".
    """
    for passage in prose:
        plain = straight(passage.text)
        if _ALL.isdisjoint(vocabulary(plain)):
            continue
        for start in beginnings(plain):
            if match := _MANY.match(plain, start):
                yield _found(passage, match, None)
            elif match := (
                _LONG.match(plain, start)
                or _CLAUSES.match(plain, start)
                or _ORDERS.match(plain, start)
                or _PLURALS.match(plain, start)
                or _TIME.match(plain, start)
                or _STATE.match(plain, start)
            ):
                yield _found(passage, match, "note")


def _found(passage: Passage, match: re.Match[str], level: Level | None) -> Found:
    start, end = match.start("last") + 1, match.end("last")
    word = passage.text[start:end]
    phrase = passage.text[match.start() : end]
    message = f'no comma behind "{phrase}"'
    return Found.of(passage, start, end, message, f"{word},", fix="unsafe", level=level)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "For many sleep is hard to find.",
        "It helps. With careful cleaning and a good plaster it is soon well.",
        "In most warm countries tenants may keep a goat.",
        "After the third week of rest the knee is well.",
        "Because the knee is weak the doctor will wait.",
    ),
    good=(
        "For many, sleep is hard. For many people it is. For some time it is quiet.",
        "With care it is safe. With what you know it is clear. Without it they are lost.",
        "With careful cleaning and a good plaster, it is soon well.",
        "In most countries this is so. In some cases it is. On all boats there are sails.",
        "In most warm countries, tenants may keep a goat.",
        "After the rest of the week is over, the knee is well.",
        "If the knee is given the rest it needs, it heals. When the knee is weak, the doctor will wait.",
    ),
    languages=frozenset({"en"}),
)
