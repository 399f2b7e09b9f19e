"""page/bypass"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_LEAST = 5
"""Links before the first text that are worth skipping."""


def check(dom: Dom) -> Iterator[Found]:
    """
    What a page is about can be reached past what is the same on every page.

    Why: without a way around, a menu of forty links is read on every page, or tabbed through.
    Fix: `<main>` around what the page is about, headings, or a link to it as the first on the page:
    `<a href="#content">Skip to content</a>`.
    """
    if not dom.document:
        return
    if any(one.heard for one in dom.playing("main", "heading")):
        return
    links = [one for one in dom.playing("link") if one.heard]
    if len(links) >= _LEAST and not _skips(dom, links[0]):
        yield Found(links[0].place, f"nothing leads past the {len(links)} links of the page")


def _skips(dom: Dom, link: Element) -> bool:
    target = link.get("href") or ""
    return target.startswith("#") and target[1:] in dom.ids


_HEAD = '<!doctype html><html lang="en"><title>Boats</title>'
_LINKS = '<p><a href="a">A</a> <a href="b">B</a> <a href="c">C</a> <a href="d">D</a> <a href="e">E</a></p>'

RULE = Rule(
    level="warning",
    check=check,
    wcag="2.4.1",
    act=("cf77f2",),
    axe=("bypass",),
    bad=(
        f"{_HEAD}<body>{_LINKS}<p>Boats</p></body></html>",
        f'{_HEAD}<body><a href="#m">Skip</a>{_LINKS}<p>Boats</p></body></html>',
    ),
    good=(
        f"{_HEAD}<body>{_LINKS}<main>Boats</main></body></html>",
        f"{_HEAD}<body>{_LINKS}<h1>Boats</h1></body></html>",
        f'{_HEAD}<body><a href="#m">Skip</a>{_LINKS}<p id="m">Boats</p></body></html>',
        f"{_HEAD}<body><p>Boats</p></body></html>",
        _LINKS,
    ),
)
