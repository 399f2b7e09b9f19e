"""page/heading-top"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    A page has one heading of level 1.

    Why: it says what the page is about, and is the first place that many readers jump to; of several,
    nobody knows which it is.
    Fix: give the article a `title`, which becomes the heading; elsewhere, make the heading of the whole
    page an `<h1>`.
    """
    tops = [one for one in dom.playing("heading") if one.heard and _top(one)]
    if len(tops) > 1:
        yield Found(tops[1].place, f"{len(tops)} headings are of level 1")
    elif not tops and dom.document:
        for body in dom.named("body")[:1]:
            if any(text.strip() for text in body.strings()):
                yield Found(body.place, "the page has no heading of level 1")


def _top(heading: Element) -> bool:
    stated = (heading.get("aria-level") or "").strip()
    return stated == "1" or (heading.name == "h1" and not stated)


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.3.1",
    axe=("page-has-heading-one",),
    bad=(
        "<h1>Boats</h1><h2>Sails</h2><h1>Oars</h1>",
        '<!doctype html><html lang="en"><title>Boats</title><body><h2>Boats</h2></body></html>',
        '<!doctype html><html lang="en"><title>Boats</title><body><p>Boats</p></body></html>',
        '<!doctype html><html lang="en"><body><h1 aria-level="2">Boats</h1></body></html>',
        '<!doctype html><html lang="en"><body><h1 aria-hidden="true">Boats</h1>A</body></html>',
    ),
    good=(
        '<!doctype html><html lang="en"><title>Boats</title><body><h1>Boats</h1></body></html>',
        '<!doctype html><html lang="en"><body><p role="heading" aria-level="1">Boats</p></html>',
        '<!doctype html><html lang="en"><title>Boats</title><body></body></html>',
        "<h2>A part of a page</h2>",
        "<h1>Boats</h1><h1 hidden>Oars</h1>",
    ),
)
