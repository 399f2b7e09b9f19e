"""prose/doubled-punctuation"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Fix, Found, Rule
from pipeline.model import Passage
from pipeline.prose.words import language

# Exactly two of a mark: three stops are an ellipsis, and more than two of another are meant to be many.
# Two stops in a path or between numbers are no punctuation, nor are two colons in a name of C++.
_DOUBLED = re.compile(
    r"(?P<mark>[,;،؛。、，；．])(?P=mark)(?![,;،؛。、，；．])"
    r"|(?<=[^\W\d_])(?P<loud>[!?？！؟])(?P=loud)(?![!?？！؟])"
    r"|(?<=[\w)\]”»])(?<!\d)\.\.(?=\s|\Z)"
    r"|(?<=[^\W\d_]),\.(?=\s|\Z)"
    r"|(?<=[^\W\d_]),[;:](?=\s)"
)
_BEFORE = ",;،؛。、，；．"
# To ask for these first is ten times faster than the pattern, and most passages have none.
_PAIRS = (*(mark * 2 for mark in "!?؟！？." + _BEFORE), ",.", ",;", ",:")
_PLAIN_PAIRS = tuple(pair for pair in _PAIRS if pair.isascii())
# Spanish opens as often as it closes: "¡¡No!!"; a mark doubled on purpose in all of them is for Japanese.
_LOUD_IS_FINE = frozenset({"ja", "zh", "yue"})


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A punctuation mark stands once.

    Why: two commas or two stops are a slip of the finger, and a screen reader may pause twice.
    Fix: take one away. An ellipsis has three stops, or is one character "…".
    """
    for passage in prose:
        pairs = _PLAIN_PAIRS if passage.text.isascii() else _PAIRS
        if not any(map(passage.text.__contains__, pairs)):
            continue
        for match in _DOUBLED.finditer(passage.text):
            text = match[0]
            if passage.text[match.start() - 1 : match.start()] in _BEFORE and match.start():
                continue
            loud = match["loud"]
            if _is_named(passage.text, *match.span()):
                continue
            if loud and (language(passage.locale) in _LOUD_IS_FINE or "¡¡" in passage.text):
                continue
            same = text[0] == text[1]
            fix: Fix = "safe" if same and text[0] in ",،、，" else "unsafe"
            message = f'"{text}" stands twice' if same else f'"{text}": two marks, one too many'
            yield Found.of(passage, match.start(), match.end(), message, text[-1], fix=fix)


def _is_named(text: str, start: int, end: int) -> bool:
    """Say whether the marks stand for themselves: "press . and ,,", "-u??", "origin.. for origin..HEAD"."""
    before = text[text.rfind(" ", 0, start) + 1 : start]
    return (
        not before or before[0] == "-" or (text[start:end] == ".." and f"{before}.." in text[end:])
    )


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "Take one in the morning,, and one at night.",
        "It helps.. Try it.",
        "It is safe,. and cheap.",
        "Does it hurt?? No.",
        ("ar", "خذ الدواء،، ثم نم."),
        ("ja", "薬を飲みます。。次に休みます。"),
    ),
    good=(
        "Wait... It helps… Go up to ../here, or take 1..3 of them.",
        "Use `a,,b` or `..`. What?! No!!!",
        ("es", "¡¡No!! ¿Por qué?"),
        ("ja", "えっ！！本当ですか。"),
    ),
)
