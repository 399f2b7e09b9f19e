"""page/frame-title-same"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Frames of the same title hold the same.

    Why: in a list of a page's frames they cannot be told from each other.
    Fix: let the title say what is in this one: "Video: tying a knot", not "Video".
    """
    first: dict[str, Element] = {}
    for frame in dom.named("iframe"):
        if not frame.heard or not (name := dom.label(frame).casefold()):
            continue
        other = first.setdefault(name, frame)
        if _held(other) != _held(frame):
            message = f"{described(frame)} has the same title as {described(other)}: {name[:60]!r}"
            yield Found(frame.place, message, text=dom.label(frame))


def _held(frame: Element) -> str:
    return (frame.get("srcdoc") or frame.get("src") or "").strip()


RULE = Rule(
    level="review",
    check=check,
    wcag="4.1.2",
    act=("4b1c6c",),
    axe=("frame-title-unique",),
    bad=(
        '<iframe src="a.html" title="Video"></iframe><iframe src="b.html" title="Video"></iframe>',
    ),
    good=(
        '<iframe src="a.html" title="Knots"></iframe><iframe src="b.html" title="Sails"></iframe>',
        '<iframe src="a.html" title="Knots"></iframe><iframe src="a.html" title="Knots"></iframe>',
    ),
)
