"""prose/heading-case"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose import position

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Small in either style: articles, and conjunctions and prepositions of up to five letters.
_SMALL = frozenset(
    "a an the and but or nor for yet so as at by in of off on per to up via from into like near onto over "
    "than that upon with about after before down past till until under when vs versus using out between "
    "among against during without within through toward towards around across behind below beyond".split()
)
# Small words that have a capital in a title: verbs, pronouns, adverbs.
_NOT_SMALL = frozenset(
    "is are was were be been am do does did has have had can may will must it its he she they we you i your "
    "our their his her my this these those not no how why what who where which if".split()
)
_TITLE, _SENTENCE = "title case", "sentence case"


@dataclass(frozen=True, slots=True)
class _Heading:
    passage: Passage
    style: str


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    Headings of one level have capitals in one style: of a title, or of a sentence.

    Why: where the style changes, a reader looks for a difference in rank that is not there.
    Fix: write the heading as the others of its level. In a heading in title case, "is", "are", "it", "not"
    and other verbs, pronouns and adverbs have a capital, however short they are.
    """
    headings = [passage for passage in prose if position.is_heading(passage)]
    if not headings:
        return
    names = _names(headings, prose)
    styled = [_Heading(passage, _style(passage.text, names)) for passage in headings]
    for heading in styled:
        if heading.style == _TITLE:
            yield from _small_words(heading.passage)
    for kind in sorted({heading.passage.kind for heading in styled}):
        level = [one for one in styled if one.passage.kind == kind and one.style]
        yield from _unlike(level)


def _unlike(level: Sequence[_Heading]) -> Iterator[Found]:
    """Give the headings of a level that are not in its style: that of most, or else of the first."""
    if len({heading.style for heading in level}) < 2:
        return
    styles = [heading.style for heading in level]
    usual = max((_TITLE, _SENTENCE), key=lambda style: (styles.count(style), style == styles[0]))
    for heading in level:
        if heading.style != usual:
            text = heading.passage.text
            message = f"is in {heading.style}, the other headings of its level are in {usual}"
            yield Found.of(heading.passage, 0, len(text), message)


def _small_words(passage: Passage) -> Iterator[Found]:
    for match in _WORD.finditer(passage.text):
        if match[0] in _NOT_SMALL and match.start():
            message = f'"{match[0]}" has a small letter in a heading in title case'
            meant = match[0].capitalize()
            yield Found.of(passage, match.start(), match.end(), message, meant, fix="unsafe")


def _style(text: str, names: frozenset[str]) -> str:
    """Give the style of a heading, or nothing: too few words tell, or both styles are in it."""
    if text.isupper():
        return ""
    words = _WORD.findall(text.partition(": ")[0] if text.count(" ") > 8 else text)
    telling = [
        word
        for word in words[1:]
        if len(word) > 3 and word.lower() not in _SMALL and word not in names
    ]
    telling = [word for word in telling if word[1:].islower() or "-" in word]
    capitals = sum(word[0].isupper() for word in telling)
    if len(telling) > capitals and capitals * 3 <= len(telling):
        return _SENTENCE
    return (
        _TITLE
        if capitals == len(telling) > 1 or (capitals > 3 and capitals + 1 == len(telling))
        else ""
    )


def _names(headings: Sequence[Passage], prose: Sequence[Passage]) -> frozenset[str]:
    """Give the words of headings that have a capital in the text, too, and never a small letter."""
    asked = {word for one in headings for word in _WORD.findall(one.text) if word[0].isupper()}
    found: set[str] = set()
    for passage in prose:
        if position.is_running(passage):
            found.update(position.forms(passage.text))
    return frozenset(
        word for word in asked if word in found and word.lower() not in found and len(word) > 3
    )


RULE = Rule(
    level="note",
    check=check,
    bad=(
        "## What is pain?\n\nA.\n\n## How to treat it\n\nB.\n\n## The Best Way to Sleep Well\n\nC.",
        "# Why Good Sleep is the Best Medicine\n\nSleep.",
    ),
    good=(
        "# The Best Way to Sleep Well\n\n## How to treat pain\n\nA.\n\n## Where to find help\n\nB.",
        "## How to use Visual Studio\n\nWe use Visual Studio.\n\n## Getting started\n\nA.",
        "## WHAT IS PAIN?\n\n## Rest\n\n## Sleep and rest",
    ),
    # Other languages have one style, but for names.
    languages=frozenset({"en"}),
)
