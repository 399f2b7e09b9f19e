"""What a translation would show as it is written: marks of blocks, and Markdown where there is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.faithful.fault import Fault
from pipeline.prose import skeleton
from pipeline.prose.skeleton import Part

_PLAIN_SIGNS = re.compile(
    r"\*\*(?=\w)|\]\(|`[^`\n]+`"
    r"|</?(?:a|b|br|code|div|em|i|img|kbd|p|script|span|strong|sub|sup|u)[ />]"
)
_GAP = re.compile(r"\n[ \t]*\n")
# "1. Januar" and "> 5 mg" are prose at the start of a text; a second line that begins so is a list.
_FIRST = re.compile(
    r"\s*(#{1,6}[ \t]+\S|[-+*][ \t]+\S|>[ \t]+[^\W\d]|`{3,}|~{3,}|!!![ \t]|:[ \t]{3}"
    r"|\[\^[^\]]+\]:|\*\[[^\]]+\]:)"
)
_NEXT = re.compile(
    r"\n[ \t]*(#{1,6}[ \t]+\S|[-+*][ \t]+\S|\d{1,9}[.)][ \t]+\S|>[ \t]|`{3,}|~{3,}|!!![ \t]"
    r"|:[ \t]+\S|={3,}[ \t]*(?:\n|\Z)|-{3,}[ \t]*(?:\n|\Z)|\|.*\||[-:| ]*-[ ]?\|[-:| ]*(?:\n|\Z)"
    r"|\[\^[^\]]+\]:|\*\[[^\]]+\]:)"
)
# A comment that is closed hides nothing but itself.
_MARKS = re.compile(r"<\?|<!(?!--.*?-->)|\{:[^}\n]*\}|\[\^[^\]\s]+\]", re.DOTALL)


def blocks(source: str, translation: str) -> Iterator[Fault]:
    """Give what would begin another block: in the place of one it is shown as it is written."""
    for pattern, what in (
        (_GAP, "a blank line makes no paragraph in a translation"),
        (_FIRST, "{} makes no block in a translation"),
        (_NEXT, "{} makes no block in a translation"),
    ):
        found = (pattern.match if pattern is _FIRST else pattern.search)(translation)
        if found and not (pattern.match if pattern is _FIRST else pattern.search)(source):
            mark = found.group().split()[0] if found.group().split() else ""
            yield Fault("block", found.start(), what.format(f'"{mark}"'), found.group())


def marks(source: str, translation: str) -> Iterator[Fault]:
    """Give what hides the text behind it, or is shown as it is written: a reader gets the one or other."""
    left = Counter(_MARKS.findall(source))
    for mark in _MARKS.finditer(translation):
        left[mark.group()] -= 1
        if left[mark.group()] < 0:
            message = f"{mark.group()} is not in the source"
            yield Fault("markup", mark.start(), message, mark.group())


def signs(source: str, translation: str, *, printf: bool = False) -> Iterator[Fault]:
    """Give what a reader would see of markup, and the placeholders that only one side has."""
    for side, other, message in (
        (source, translation, "placeholder {} of the source is missing"),
        (translation, source, "placeholder {} is not in the source"),
    ):
        left = Counter(part.text for part in _placeholders(other, printf))
        for part in _placeholders(side, printf):
            left[part.text] -= 1
            if left[part.text] < 0:
                offset = part.start if side is translation else 0
                yield Fault("markup", offset, message.format(part.text), part.text)
    sign = _PLAIN_SIGNS.search(translation)
    if sign and not _PLAIN_SIGNS.search(source):
        message = f"`{sign.group()}` is shown as it is written: this is no Markdown"
        yield Fault("markup", sign.start(), message, sign.group(), sign.group()[0] != "`")


def _placeholders(text: str, printf: bool) -> list[Part]:
    return [part for part in skeleton.parts(text, printf=printf) if part.kind == "placeholder"]
