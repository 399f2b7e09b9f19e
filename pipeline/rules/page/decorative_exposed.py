"""page/decorative-exposed"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, described, file_name
from pipeline.findings import Found, Rule

_NOTHING = frozenset(["none", "presentation"])


def check(dom: Dom) -> Iterator[Found]:
    """
    What says that it is decoration is nothing else.

    Why: `alt=""` and `role="presentation"` hide an element from screen readers, but not if it can have
    the focus or has an `aria-label`: then it is announced all the same, often without a name.
    Fix: decide: take the empty alternative or the role away and give it a name, or take away what speaks.
    """
    empty = [one for one in dom.named("img") if one.get("alt") == "" and not one.get("role")]
    asking = [
        one
        for one in dom.having("role")
        if _NOTHING & {*(one.get("role") or "").lower().split()[:1]}
    ]
    for element in (*empty, *asking):
        if not element.heard:
            continue
        if reason := dom.exposed(element):
            message = f"{described(element)} says that it is decoration, but {reason}"
            yield Found(element.place, message, text=file_name(element))
        elif not element.get("role") and (element.get("title") or "").strip():
            message = f"{described(element)} has an empty text alternative, but a title"
            yield Found(element.place, message, text=file_name(element))


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.1.1",
    act=("46ca7f",),
    axe=("presentation-role-conflict",),
    bad=(
        '<img src="a.png" alt="" aria-label="A boat">',
        '<img src="a.png" alt="" tabindex="0">',
        '<p>The way <img src="a.png" alt="" title="A map"> there.</p>',
        '<a href="a.html" role="presentation">Boats</a>',
        '<svg role="none" aria-label="A boat"></svg>',
    ),
    good=(
        '<img src="a.png" alt="">',
        '<img src="a.png" role="none">',
        '<table role="presentation"><tr><td>A</td></tr></table>',
        '<img src="a.png" alt="" aria-hidden="true">',
        '<p hidden><img src="a.png" alt="" tabindex="0"></p>',
    ),
)
