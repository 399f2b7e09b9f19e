"""page/image-role-name"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, described
from pipeline.findings import Found, Rule

_OWN = frozenset(["area", "img", "input", "svg"])
"""They have a rule of their own."""


def check(dom: Dom) -> Iterator[Found]:
    """
    Every element in the role of an image has a name.

    Why: in this role it is one thing to a screen reader: what is inside it is not read out.
    Fix: `<div role="img" aria-label="Four of five stars">★★★★☆</div>`.
    """
    for image in dom.playing("img"):
        if image.name in _OWN or not image.heard or dom.label(image):
            continue
        # What is inside a drawing is drawn, and named as a drawing is.
        if not any(around.name == "svg" for around in image.around()):
            message = f"{described(image)} in the role of an image has no accessible name"
            yield Found(image.place, message, text=image.shown()[:60])


RULE = Rule(
    level="error",
    check=check,
    wcag="1.1.1",
    act=("23a2a8",),
    axe=("role-img-alt",),
    bad=(
        '<div role="img" class="chart"></div>',
        '<div role="img">★★★★☆</div>',
        '<span role="img" aria-label=" ">🎉</span>',
    ),
    good=(
        '<div role="img" aria-label="Four of five stars">★★★★☆</div>',
        '<div role="img" title="Four of five stars">★★★★☆</div>',
        '<div role="img" aria-hidden="true"></div>',
        '<div role="img" aria-labelledby="t"></div><p id="t">Visitors by month</p>',
    ),
)
