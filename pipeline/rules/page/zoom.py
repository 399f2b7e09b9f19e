"""page/zoom"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule

_PAIR = re.compile(r"([^\s,;=]+)(?:\s*+=\s*+([^\s,;=]*+))?+")
_NUMBER = re.compile(r"[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})")
_SIZES = frozenset(["device-height", "device-width"])
_LEAST = 2.0
"""How far every text must be enlargeable (WCAG, 1.4.4)."""


def check(dom: Dom) -> Iterator[Found]:
    """
    A page can be enlarged.

    Why: a page that forbids it shuts out who needs larger letters.
    Fix: `<meta name="viewport" content="width=device-width, initial-scale=1">` and nothing else.
    """
    for meta in dom.named("meta"):
        if (meta.get("name") or "").strip().lower() == "viewport":
            said = dict(_PAIR.findall((meta.get("content") or "").lower()))
            if _fixed(said.get("user-scalable")):
                yield Found(meta.place, 'the page forbids to enlarge it: "user-scalable"')
            elif (most := _most(said.get("maximum-scale"))) is not None and 0 <= most < _LEAST:
                message = f'the page can be enlarged no more than {most:g} times: "maximum-scale"'
                yield Found(meta.place, message)


def _fixed(value: str | None) -> bool:
    """Tell whether the value of `user-scalable` means no (CSS Device Adaptation, 9.4)."""
    if value is None or value == "yes" or value in _SIZES:
        return False
    number = _NUMBER.match(value)
    return not number or -1 < float(number[0]) < 1


def _most(value: str | None) -> float | None:
    """Give the greatest scale; what is below 0 is dropped, what is no number is the least."""
    if value is None or value in _SIZES:
        return None
    number = _NUMBER.match(value)
    return float(number[0]) if number else 1.0 if value == "yes" else 0.1


RULE = Rule(
    level="error",
    check=check,
    wcag="1.4.4",
    act=("b4f0c3",),
    axe=("meta-viewport",),
    bad=(
        '<head><meta name="viewport" content="width=device-width, user-scalable=no"></head>',
        '<head><meta name="viewport" content="user-scalable = 0"></head>',
        '<head><meta name="viewport" content="user-scalable=yes; maximum-scale=1.5"></head>',
        '<head><meta name="viewport" content="maximum-scale=1.0"></head>',
        '<head><meta name="Viewport" content="maximum-scale=yes"></head>',
    ),
    good=(
        '<head><meta name="viewport" content="width=device-width, initial-scale=1"></head>',
        '<head><meta name="viewport" content="user-scalable=yes"></head>',
        '<head><meta name="viewport" content="maximum-scale=2"></head>',
        '<head><meta name="viewport" content="maximum-scale=-1"></head>',
        '<head><meta name="viewport" content=""></head>',
        '<head><meta name="theme" content="user-scalable=no"></head>',
    ),
)
