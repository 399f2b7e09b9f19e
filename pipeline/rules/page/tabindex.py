"""page/tabindex"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, described, focus
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    The focus goes through a page in the order in which it is read.

    Why: what has a number of its own comes before all that has none, wherever it stands.
    Fix: put the element where it belongs; `tabindex="0"` takes the place that it stands in.
    """
    for element in dom.having("tabindex"):
        order = focus.order(element)
        if order is not None and order > 0 and element.seen:
            yield Found(
                element.place, f"{described(element)} is number {order} in the order of focus"
            )


RULE = Rule(
    level="warning",
    check=check,
    wcag="2.4.3",
    axe=("tabindex",),
    bad=('<a href="a.html" tabindex="3">A</a>', '<div tabindex="1">A</div>'),
    good=(
        '<div tabindex="0">A</div>',
        '<div tabindex="-1">A</div>',
        '<div tabindex="boat">A</div>',
        '<div tabindex="1" hidden>A</div>',
    ),
)
