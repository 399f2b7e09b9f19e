"""page/language"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    A page names its language.

    Why: a screen reader pronounces a text by the rules of the language that it is told; where none is
    named, by those of its user's.
    Fix: `<html lang="fr">`; `xml:lang` alone says nothing to a browser.
    """
    if not dom.document:
        return
    for page in dom.named("html")[:1]:
        if not (page.get("lang") or "").strip():
            yield Found(page.place, "the page does not name its language")


_TITLE = "<head><title>Boats</title></head><body><h1>Boats</h1></body>"

RULE = Rule(
    level="error",
    check=check,
    wcag="3.1.1",
    act=("b5c3f8",),
    axe=("html-has-lang",),
    bad=(
        f"<!doctype html><html>{_TITLE}</html>",
        f'<!doctype html><html lang="">{_TITLE}</html>',
        f'<!doctype html><html lang=" ">{_TITLE}</html>',
        f'<!doctype html><html xml:lang="en">{_TITLE}</html>',
    ),
    good=(
        f'<!doctype html><html lang="en">{_TITLE}</html>',
        f'<!doctype html><html lang="nonsense">{_TITLE}</html>',
        "<p>A part of a page need not name its language.</p>",
    ),
)
