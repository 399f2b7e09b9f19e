"""page/refresh"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule

_DELAY = re.compile(r"[\t\n\f\r ]*+(\d{1,18})[\d.]*+(?:[\t\n\f\r ;,]|\Z)")
"""The seconds of a refresh that browsers understand (HTML, shared declarative refresh steps)."""
_LONG = 72_000
"""Twenty hours: a limit beyond which none is meant (WCAG, 2.2.1)."""


def check(dom: Dom) -> Iterator[Found]:
    """
    A page leads to another at once, or stays.

    Why: who reads slowly, or listens, loses the page in the middle of a sentence.
    Fix: let the server send readers on, or write `content="0; url=new.html"`; never load a page anew by
    itself.
    """
    for meta in dom.named("meta"):
        if (meta.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        # Browsers go by the first that they understand.
        if match := _DELAY.match(meta.get("content") or ""):
            seconds = int(match[1])
            if seconds:
                message = f"the page is loaded anew, or left, after {seconds} seconds"
                yield Found(
                    meta.place, message, text=match[1], level="note" if seconds > _LONG else None
                )
            return


RULE = Rule(
    level="error",
    check=check,
    wcag="2.2.1",
    act=("bc659a", "bisz58"),
    axe=("meta-refresh", "meta-refresh-no-exceptions"),
    bad=(
        '<head><meta http-equiv="refresh" content="30"></head>',
        '<head><meta http-equiv="Refresh" content="72000; url=a.html"></head>',
        (
            '<head><meta http-equiv="refresh" content="0: a.html">'
            '<meta http-equiv="refresh" content="5; a.html"></head>'
        ),
        '<head><meta http-equiv="refresh" content="72001; url=a.html"></head>',
    ),
    good=(
        '<head><meta http-equiv="refresh" content="0; url=a.html"></head>',
        (
            '<head><meta http-equiv="refresh" content="0; a.html">'
            '<meta http-equiv="refresh" content="5; a.html"></head>'
        ),
        '<head><meta http-equiv="refresh" content="-5; a.html"></head>',
        '<head><meta http-equiv="refresh" content="; 30"></head>',
        '<head><meta http-equiv="refresh" content="0: a.html"></head>',
        '<head><meta content="30"></head>',
    ),
)
