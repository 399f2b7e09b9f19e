"""page/aria-reference"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule

_NAMING = ("aria-describedby", "aria-labelledby")
_LATER = ("aria-controls", "aria-details", "aria-errormessage", "aria-flowto", "aria-owns")
"""What a script may make when it is needed."""


def check(dom: Dom) -> Iterator[Found]:
    """
    What an ARIA property refers to is on the page.

    Why: a name or a description that is not there is not read, and nobody notices who sees the page.
    Fix: write the id of the element that holds the text, or the text itself in `aria-label`.
    """
    for attribute in (*_NAMING, *_LATER):
        for element in dom.having(attribute):
            names = element.attributes[attribute].split()
            if not names or not element.heard or any(name in dom.ids for name in names):
                continue
            message = (
                f"{attribute} of <{element.name}> refers to {names[0][:60]!r}, which is not there"
            )
            if attribute in _NAMING:
                yield Found(element.place, message, text=names[0][:60])
            elif element.get("aria-expanded") != "false":
                yield Found(element.place, message, text=names[0][:60], level="note")


RULE = Rule(
    level="warning",
    check=check,
    wcag="4.1.2",
    axe=("aria-valid-attr-value",),
    bad=(
        '<nav aria-labelledby="nobody"><a href="a.html">A</a></nav>',
        '<input aria-label="A" aria-describedby="a b">',
        '<button aria-controls="menu">Menu</button>',
    ),
    good=(
        '<nav aria-labelledby="a b"><h2 id="a">A</h2></nav>',
        '<button aria-controls="menu" aria-expanded="false">Menu</button>',
        '<nav aria-labelledby=""><a href="a.html">A</a></nav>',
        '<nav aria-labelledby="nobody" hidden><a href="a.html">A</a></nav>',
    ),
)
