"""page/landmark-main"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    A page has one main part.

    Why: it is where readers jump to, past the menus that are the same on every page.
    Fix: `<main>` around what the page is about, once.
    """
    if not dom.document:
        return
    parts = [one for one in dom.playing("main") if one.heard]
    for body in dom.named("body")[:1]:
        if not parts and any(text.strip() for text in body.strings()):
            yield Found(body.place, "the page has no main part")
    for one in parts[1:2]:
        yield Found(one.place, f"the page has {len(parts)} main parts")


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.3.1",
    axe=("landmark-one-main", "landmark-no-duplicate-main"),
    bad=(
        '<!doctype html><html lang="en"><title>Boats</title><body><h1>Boats</h1></body></html>',
        '<!doctype html><html lang="en"><body><main>A</main><div role="main">B</div></body></html>',
    ),
    good=(
        '<!doctype html><html lang="en"><body><main><h1>Boats</h1></main></body></html>',
        '<!doctype html><html lang="en"><body><div role="main">A</div></body></html>',
        '<!doctype html><html lang="en"><body><main>A</main><main hidden>B</main></body></html>',
        "<p>A part of a page.</p>",
    ),
)
