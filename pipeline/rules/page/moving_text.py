"""page/moving-text"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    No text blinks or wanders by itself.

    Why: who reads slowly cannot keep up, and who is easily distracted cannot read what is beside it.
    Fix: take `<blink>` and `<marquee>` away.
    """
    for element in dom.named("blink", "marquee"):
        if element.seen:
            yield Found(element.place, f"text in <{element.name}> moves by itself")


RULE = Rule(
    level="error",
    check=check,
    wcag="2.2.2",
    axe=("blink", "marquee"),
    bad=("<p><blink>New</blink></p>", "<marquee>Boats for sale</marquee>"),
    good=("<p>New</p>", "<marquee hidden>Boats for sale</marquee>"),
)
