"""page/aria-attribute"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, aria
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Every attribute that begins with `aria-` exists.

    Why: one that is misspelt says nothing to anybody.
    Fix: look it up in WAI-ARIA: it is `aria-labelledby`, with two l.
    """
    for attribute in dom.attributes:
        if attribute.startswith("aria-") and attribute not in aria.ATTRIBUTES:
            for element in dom.having(attribute):
                message = f"{attribute[:40]!r} on <{element.name}> does not exist"
                yield Found(element.place, message, text=attribute[:40])


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("5f99a7",),
    axe=("aria-valid-attr",),
    source="WAI-ARIA 1.3",
    bad=(
        '<nav aria-labeledby="a"></nav>',
        '<p aria-not-checked="true">A</p>',
        '<p hidden aria-labell="A">A</p>',
    ),
    good=(
        '<nav aria-label="Main"></nav>',
        '<p data-aria-labell="A">A</p>',
        '<p ARIA-LIVE="polite">A</p>',
    ),
)
