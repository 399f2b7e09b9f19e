"""page/title"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    A page has a title.

    Why: the title is the first that a screen reader says, and all that a tab, a bookmark or a list of
    results shows.
    Fix: give the article a `title`; elsewhere, write `<title>Opening hours</title>` into the head.
    """
    if not dom.document:
        return
    # The title of a drawing is its name, and a template is no part of the page.
    titles = (one for one in dom.named("title") if not _elsewhere(one))
    title = next(titles, None)
    if title is None:
        yield Found(dom.root.place, "the page has no title")
    elif not title.text:
        yield Found(title.place, "the title of the page is empty")


def _elsewhere(title: Element) -> bool:
    return any(one.name in ("svg", "template") for one in title.around())


RULE = Rule(
    level="error",
    check=check,
    wcag="2.4.2",
    act=("2779a5",),
    axe=("document-title",),
    bad=(
        '<!doctype html><html lang="en"><body><h1>Boats</h1></body></html>',
        '<!doctype html><html lang="en"><title> </title><h1>Boats</h1></html>',
        '<!doctype html><html lang="en"><title></title><title>Boats</title><p>A</p></html>',
        '<!doctype html><html lang="en"><body><svg><title>A boat</title></svg></body></html>',
    ),
    good=(
        '<!doctype html><html lang="en"><title>Boats</title><h1>Boats</h1></html>',
        '<!doctype html><html lang="en"><body><p>A<title>Boats</title></p></body></html>',
        "<h2>A part of a page</h2>",
    ),
)
