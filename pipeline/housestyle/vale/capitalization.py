"""The letters of a heading: as in a title, as in a sentence, all small, all capital, or by a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import toml
from pipeline.housestyle.vale import patterns
from pipeline.housestyle.vale.document import Document
from pipeline.housestyle.vale.header import Header, Hit
from pipeline.housestyle.vale.scopes import Block

FIELDS = frozenset({"match", "style", "exceptions", "indicators", "threshold", "vocab", "prefix"})

_KINDS = ("$title", "$sentence", "$lower", "$upper")
_WORD = r"[\p{N}\p{L}*]+[^\s]*"
# The share of words that must be right, which is Vale's: one name in a long heading is let pass.
_SHARE = 0.8
# The Associated Press has small words of up to three letters, the Chicago Manual all prepositions.
_AP = frozenset(
    "a an and as at but by en for if in nor of off on or out per so the to up v via vs yet".split()
)
_CHICAGO = _AP | frozenset(
    "about above across after against along among around before behind below beneath beside between "
    "beyond down during except from inside into like near onto over past since than through toward "
    "towards under until upon with within without".split()
)
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Capitalization:
    """What is asked, the words that are right as they are, and what ends a part of a heading."""

    match: str
    style: str = "AP"
    exceptions: str = ""
    indicators: tuple[str, ...] = ()
    share: float = _SHARE


def read(document: Document, accepted: Sequence[str]) -> Capitalization:
    """Give the check in *document*."""
    document.require("match")
    match = document.text("match")
    if match.startswith("$") and match not in _KINDS and match[1:].isalpha():
        hint = f"there is {', '.join(map(toml.quote, _KINDS))}, or a pattern"
        raise document.error(f'unknown "match" {toml.quote(match)}', document.lines["match"], hint)
    vocabulary = accepted if document.flag("vocab", default=True) else ()
    let_be = patterns.exceptions((*(one.text for one in document.texts("exceptions")), *vocabulary))
    if match not in _KINDS:
        patterns.check(document, match, parts=document.texts("match"))
    patterns.check(document, let_be, parts=document.texts("exceptions"))
    indicators = tuple(one.text for one in document.texts("indicators"))
    share = document.number("threshold") or _SHARE
    return Capitalization(match, document.text("style", "AP"), let_be, indicators, share)


def find(check: Capitalization, head: Header, blocks: Sequence[Block]) -> Iterator[Hit]:
    """Give each block that is not written so."""
    for block in blocks:
        if not _right(check, block.text):
            yield Hit(block, 0, len(block.text), head.say(block.text))


def _right(check: Capitalization, text: str) -> bool:
    match check.match:
        case "$title":
            return _enough(check, _title(check, text))
        case "$sentence":
            return _enough(check, _sentence(check, text))
        case "$lower":
            return text == text.lower() or _excepted(check, text)
        case "$upper":
            return text == text.upper() or _excepted(check, text)
    return patterns.search(check.match, text) is not None or _excepted(check, text)


def _enough(check: Capitalization, words: Sequence[bool] | None) -> bool:
    return words is not None and (not words or sum(words) / len(words) > check.share)


def _words(check: Capitalization, text: str) -> list[str]:
    # An exception of several words is one word.
    let_be = check.exceptions.removeprefix("(?m)")
    pattern = f"{let_be}|{_WORD}" if let_be else _WORD
    return [match[0] for match in patterns.finditer(f"(?m){pattern}", text)]


def _sentence(check: Capitalization, text: str) -> list[bool] | None:
    """Say of each word whether it is right in a sentence; None, if its first one is not."""
    right: list[bool] = []
    before = ""
    for index, word in enumerate(_words(check, text.rstrip("?!.:"))):
        core = re.split(r"[-']", word, maxsplit=1)[0] or word
        begins = any(before.endswith(one) for one in check.indicators)
        if core == core.upper() or begins or _excepted(check, core) or _excepted(check, word):
            right.append(True)
        elif index == 0:
            if core != core.capitalize():
                return None
            right.append(True)
        else:
            right.append(core == core.lower())
        before = word
    return right


def _title(check: Capitalization, text: str) -> list[bool]:
    """Say of each word whether it is right in a title."""
    small = _CHICAGO if check.style.lower() == "chicago" else _AP
    found = _words(check, text)
    right = []
    for index, word in enumerate(found):
        core = _EDGES.sub("", word) or word
        edge = index in (0, len(found) - 1) or found[index - 1].endswith((":", "?", "!", "."))
        if core == core.upper() or _excepted(check, word):
            right.append(True)
        elif core.lower() in small and not edge:
            right.append(core == core.lower())
        else:
            right.append(core[:1] == core[:1].upper())
    return right


def _excepted(check: Capitalization, word: str) -> bool:
    return patterns.search(check.exceptions, word) is not None
