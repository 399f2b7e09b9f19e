"""prose/article-by-sound"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english import sounds
from pipeline.prose.english.slips import alone, mentioned, straight

# The letter comes first, then what may not stand before it: three times faster.
_ARTICLE = re.compile(r"(an?)(?<![\w'’.]a)(?<![\w'’.]an) (?=(\w[\w'-]*))")
# Behind a letter or a name that is called "a" stand these, and never behind the article.
_BEHIND_A_NAME = frozenset(
    "and or is in as at if of on are it its also into onto over under out up upon only all any am an a "
    "against after about above across along among around before between be by each even ever every i "
    "instead other others our us unless until unto use uses used equals exceeds exists appears applies "
    "occurs again key to for with import else assert attr element op or".split()
)
_NOT_AFTER_AN = frozenset("a the that this to".split())
# Words of other languages in front of their "a": "il y a une", "vis a".
_CODE = ("_", "@", "=", "/", "\\")
_FOREIGN = re.compile(
    r"(?:^|[\s(])(?:y|il|elle|qui|ha|va|que|vis|per|di|da|de|la|el|le|los|les|du|un|une|vez|pas|n'y)\s\Z"
)
_OPENS = re.compile(r"(?:\A|[.!?][\"'”’)]*\s|\n|[\"'“‘(])[\"'“‘(]?\Z")
_ARTICLED = re.compile(r"(?:^|\s)(?:the|a|an|each|every|this|my|your|no)\s\Z")
# "A" as a name: "vitamin A", "Serie A", "plan a".
_NAMED_A = re.compile(
    r"(?:vitamin|serie|hepatitis|type|class|group|grade|plan|option|part|section|appendix|figure|table|level|point|step|team|model|phase|case|node|host|file|branch|commit|version|module|package|variable|column|array|list|set|letter|answer|object|user|dns|record)s? \Z"
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "An" stands in front of a vowel that is spoken, "a" in front of every other sound.

    Why: the wrong one is hard to say and heard at once; a screen reader says what is written.
    Fix: say the next word: "an hour", "a user", "an MRI", "a UN team", "an 8". Where speakers differ ("an
    historic", "an SQL query") nothing is found.
    """
    for passage in prose:
        plain = straight(passage.text)
        if " " not in plain:
            continue
        for match in _ARTICLE.finditer(plain):
            start, end = match.span(1)
            word = passage.text[slice(*match.span(2))].replace("’", "'").rstrip("-'")
            right = sounds.article(word)
            if right and right != match[1] and _certain(passage.text, plain, match, word):
                written = passage.text[start:end]
                shown = right.capitalize() if written[0].isupper() else right
                message = f'"{written} {word}" is said "{shown} {word}"'
                yield Found.of(passage, start, end, message, shown, fix="safe")


def _certain(text: str, plain: str, match: re.Match[str], word: str) -> bool:
    """Say whether it is an article, and that of the word behind it."""
    start, end = match.span(1)
    if not alone(plain, start, end) or mentioned(plain, start, end) or _named(text, plain, start):
        return False
    if match[1] == "an":
        return word.lower() not in _NOT_AFTER_AN and _spoken(plain, match.end(2), word)
    return word.lower() not in _BEHIND_A_NAME and _spoken(plain, match.end(2), word)


def _named(text: str, plain: str, start: int) -> bool:
    """Say whether what looks like an article is a name, a letter, or of another language."""
    before = plain[max(0, start - 20) : start]
    if _FOREIGN.search(before) or _NAMED_A.search(before) or _ARTICLED.search(before):
        return True
    return text[start].isupper() and not _OPENS.search(text[max(0, start - 6) : start])


def _spoken(plain: str, end: int, word: str) -> bool:
    """Say whether *word*, which ends at *end*, is neither code nor a bare number, which may be a value."""
    behind, next_one = plain[end : end + 1], plain[end + 1 : end + 2]
    if word.isdigit():
        return behind in ("%", "-") or (behind == " " and next_one.isalpha())
    return behind not in _CODE and not (behind == "." and next_one.isalnum())


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Wait for a hour.",
        "You need a MRI scan, and an UN worker a apple.",
        "- A injection takes a minute",
        "It is an *unique* place.",
        "There is a 8 in 10 chance; it is a 18-year-old, an one-off.",
        "She had a X-ray.",
    ),
    good=(
        "An hour, a user, an MRI, a UN team, an 8, an 18th, a one-off, an heir, a European.",
        "Serie A and B, vitamin A intake, an npm package, an `x`, a `e`, an x-axis.",
        "An SQL query, a SQL query, an historic day, a historic day, an unidentified caller.",
        "The letter a is used, and type A insulin. Il y a une place.",
    ),
    languages=frozenset({"en"}),
)
