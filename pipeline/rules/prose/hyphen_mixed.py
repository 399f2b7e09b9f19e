"""prose/hyphen-mixed"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose import position
from pipeline.prose.citations import is_citation

_HYPHENS = ("-", "‑")
_HYPHEN = re.compile(r"(?<![\w./@_-])([A-Za-z]{1,20})[-‑]([A-Za-z]{2,20})(?![\w./@_-])")
_FOLLOWING = re.compile(r" ([a-z]{3,})")
# What follows a compound that stands before its noun: no verb, no conjunction, no preposition.
_NO_NOUN = frozenset(
    "is are was were be been has have had do does did can may will must should could would might and or but "
    "nor so yet as at by in of off on per to up via from into onto over than that with about after before "
    "under when while because if then where which who whose until since not also only even very often "
    "again there here it they we you he she this these those its their his her your our my the a an all "
    "both too more most less some any for during through without within between among now".split()
)
# "in the long term effects of": behind these the second word is a noun of its own.
_OPENING = frozenset("in over for at by on from of to into with through during since until".split())
# "a how-to", "state-of-the-art": no compound of two words.
_PHRASES = frozenset("to of the and in by it at or".split())
# Prefixes whose hyphen makes another word: re-sign, re-cover, re-form.
_MEANING = frozenset(
    "resign resent recover reform recreate repress relay release reserve represent remark "
    "coop unionized into onto upon cannot another".split()
)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The compounds that have a hyphen somewhere, by their first word, and by both as one word."""

    firsts: Mapping[str, set[str]]
    solid: Mapping[str, tuple[str, str]]
    asked_first: frozenset[str]
    asked_solid: frozenset[str]


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A compound has a hyphen wherever it stands before its noun, or nowhere.

    Why: with "long-term use" in one line and "long term use" in the next, a reader wonders which words belong
    together.
    Fix: write the hyphen before a noun. Behind a verb ("it is long standing") both are let be.
    """
    running = [one for one in prose if not one.kind.startswith(("table", "link", "image"))]
    hyphens: Counter[tuple[str, str]] = Counter()
    for passage in running:
        hyphens.update(_hyphens(passage.text))
    if not hyphens:
        return
    solid = {first + second: (first, second) for first, second in hyphens}
    solid = {word: pair for word, pair in solid.items() if len(word) > 4 and word not in _MEANING}
    firsts: dict[str, set[str]] = {}
    for first, second in hyphens:
        firsts.setdefault(first, set()).add(second)
    pairs = _Pairs(firsts, solid, _either(firsts), _either(solid))
    uses = [
        (passage, span, pair) for passage in running for span, pair in _uses(passage.text, pairs)
    ]
    times = Counter(pair for _, _, pair in uses)
    for passage, span, pair in uses:
        # Where the hyphen is rare, it is the odd one, or the name of a command: "git-rebase".
        if times[pair] <= 3 * hyphens[pair] and not is_citation(passage.text):
            yield from _found(passage, span, pair)


def _hyphens(text: str) -> Iterator[tuple[str, str]]:
    if not any(hyphen in text for hyphen in _HYPHENS):
        return
    for token in text.split():
        if ("-" in token or "‑" in token) and (match := _HYPHEN.search(token)):
            pair = match[1].lower(), match[2].lower()
            if not _PHRASES.intersection(pair):
                yield pair


def _either(words: Iterable[str]) -> frozenset[str]:
    """Give *words* with a small letter and with a capital."""
    small = frozenset(words)
    return small.union(map(str.capitalize, small))


def _uses(text: str, pairs: _Pairs) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    """Give where *text* has one of the pairs with a space between them, or as one word."""
    words = position.forms(text)
    for first in sorted({form.lower() for form in pairs.asked_first & words}):
        for second in sorted(pairs.firsts[first]):
            if second not in words and second.capitalize() not in words:
                continue
            for start, end in _places(text, f"{first} {second}"):
                acronym = any(part.isupper() for part in text[start:end].split())
                if not acronym and _before_noun(text, start, end):
                    yield (start, end), (first, second)
    for word in sorted({form.lower() for form in pairs.asked_solid & words}):
        for span in _places(text, word):
            yield span, pairs.solid[word]


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Give where *words* stand by themselves, in small letters or capitals."""
    # A pattern for each of thousands of words would take longer to compile than to find.
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    start = lower.find(words)
    while start >= 0:
        end = start + len(words)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before and (before.isalnum() or before in "./@_-")) and not (
            after and (after.isalnum() or after in "/@_-")
        ):
            yield start, end
        start = lower.find(words, end)


def _found(passage: Passage, span: tuple[int, int], pair: tuple[str, str]) -> Iterator[Found]:
    start, end = span
    text, (first, second) = passage.text[start:end], pair
    if position.quoted(passage.text, start):
        return
    at = len(first)
    meant = f"{text[:at]}-{text[-len(second) :]}"
    message = f'"{text}" has a hyphen elsewhere in the text: "{first}-{second}"'
    yield Found.of(passage, start, end, message, meant, fix="unsafe")


def _before_noun(text: str, start: int, end: int) -> bool:
    following = _FOLLOWING.match(text, end, end + 30)
    if following is None or following[1] in _NO_NOUN:
        return False
    before = text[max(start - 12, 0) : start].split()
    in_the = len(before) > 1 and before[-1] in ("the", "a") and before[-2] in _OPENING
    # "in the long run", "to follow up patients".
    return not ((before and before[-1] == "to") or (in_the and following[1].endswith("s")))


RULE = Rule(
    level="note",
    check=check,
    bad=(
        "Long-term use is rare. The long term effects are not known.",
        "Every e-mail counts. Your email is read.",
    ),
    good=(
        "Long-term use is rare. In the long term, it is not known. The pain is long standing.",
        "A follow-up visit helps. We like to follow up patients.",
        "Re-cover the chair, and recover.",
    ),
    # Other languages write compounds by other rules: in one word, or with a preposition.
    languages=frozenset({"en"}),
)
