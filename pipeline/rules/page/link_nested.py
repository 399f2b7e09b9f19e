"""page/link-nested"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    A link holds nothing else that can be pressed.

    Why: nobody can tell which of the two a press will be for, and browsers mend it each in its own way.
    Fix: end the link before the button or the other link begins.
    """
    told: set[Element] = set()
    for inner, outer in dom.held(dom.playing("link")):
        if outer not in told:
            told.add(outer)
            message = f"{described(outer)} holds {described(inner)}"
            yield Found(outer.place, message, text=outer.shown()[:60])


RULE = Rule(
    level="warning",
    check=check,
    wcag="4.1.2",
    source="HTML, the a element: no interactive content",
    bad=(
        '<a href="a.html">Boats <button>Add</button></a>',
        '<a href="a.html">Boats <span><input aria-label="How many"></span></a>',
    ),
    good=(
        '<a href="a.html">Boats</a> <button>Add</button>',
        '<a href="a.html">Boats <button disabled>Add</button></a>',
    ),
)
