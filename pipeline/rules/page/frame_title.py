"""page/frame-title"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, described
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Every frame says what is in it.

    Why: a screen reader announces "frame" and then its address; people go in to find out, or pass it by.
    Fix: `<iframe src="map.html" title="A map of the harbour"></iframe>`.
    """
    for frame in dom.named("iframe", "frame"):
        skipped = (frame.get("tabindex") or "").strip().startswith("-")
        if frame.heard and not skipped and dom.role(frame) != "none" and not dom.label(frame):
            yield Found(
                frame.place, f"{described(frame)} has no title", text=frame.get("src") or ""
            )


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("cae760",),
    axe=("frame-title",),
    bad=(
        '<iframe src="map.html"></iframe>',
        '<iframe src="map.html" title=" "></iframe>',
        '<iframe src="map.html" name="map" id="map">A map</iframe>',
    ),
    good=(
        '<iframe src="map.html" title="A map of the harbour"></iframe>',
        '<iframe src="map.html" aria-label="A map of the harbour"></iframe>',
        '<iframe src="count.html" tabindex="-1"></iframe>',
        '<iframe src="count.html" hidden></iframe>',
    ),
)
