"""page/anchor"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_SCRIPTED = ("data-bs-toggle", "data-target", "data-toggle", "onclick")


def check(dom: Dom) -> Iterator[Found]:
    """
    A link to a place on the page leads somewhere.

    Why: nothing happens, and nobody knows why. Where it is the link that skips the menus, whoever uses
    the keyboard has to go through them all.
    Fix: give the target the id that the link names: `## Opening hours { #hours }`.
    """
    names: set[str] | None = None
    told: set[str] = set()
    first = next((one for one in dom.named("a") if "href" in one.attributes), None)
    for link in dom.named("a", "area"):
        target = (link.get("href") or "").strip()
        if (
            not target.startswith("#")
            or target in told
            or not link.heard
            or not _place(target)
            or _scripted(link)
        ):
            continue
        if names is None:
            anchors = (one for one in dom.having("name") if one.name == "a")
            names = {*dom.ids, *(one.attributes["name"] for one in anchors)}
        name = target[1:].partition(":~:")[0]
        if name and name not in names and unquote(name) not in names:
            told.add(target)
            skips = link is first and dom.document
            message = f"the link to {target[:60]!r} leads nowhere"
            if skips:
                message += ", and is the first of the page"
            yield Found(link.place, message, text=target[:60], level="error" if skips else None)


def _place(target: str) -> bool:
    """Tell whether it names a place: not the top, and nothing that a script reads."""
    return target.lower() not in ("#", "#top") and target[1] not in "!/?"


def _scripted(link: Element) -> bool:
    return link.get("role") is not None or any(one in link.attributes for one in _SCRIPTED)


RULE = Rule(
    level="warning",
    check=check,
    wcag="2.4.1",
    axe=("skip-link",),
    bad=(
        '<a href="#hours">Hours</a>',
        '<a href="#hours">Hours</a><h2 id="Hours">Hours</h2>',
        '<!doctype html><html lang="en"><body><a href="#c">Skip</a><main>A</main></body></html>',
    ),
    good=(
        '<a href="#hours">Hours</a><h2 id="hours">Hours</h2>',
        '<a href="#hours">Hours</a><a name="hours"></a>',
        '<a href="#%C3%B6l">Oil</a><h2 id="öl">Oil</h2>',
        '<a href="#">A</a><a href="#top">B</a><a href="#:~:text=boats">C</a>',
        '<a href="#!/boats">A</a><a href="#/boats">B</a>',
        '<a href="#menu" role="button">A</a><a href="other.html#hours">B</a>',
        '<p hidden><a href="#hours">Hours</a></p>',
    ),
)
