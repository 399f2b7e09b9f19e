"""page/aria-role"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, aria, roles
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    A role that is asked for exists.

    Why: a role that nobody knows is ignored, and what was to be a button is only text.
    Fix: look it up in WAI-ARIA; of several, the first that exists is taken. Better still is an element
    that has the role of itself, such as `<button>`.
    """
    for element in dom.having("role"):
        asked = roles.tokens(element)
        if not asked or not element.heard or any(role in aria.ROLES for role in asked):
            continue
        kind = "is only for ordering others" if asked[0] in aria.ABSTRACT else "does not exist"
        message = f"the role {asked[0][:40]!r} of <{element.name}> {kind}"
        yield Found(element.place, message, text=asked[0][:40])


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("674b10",),
    axe=("aria-roles",),
    source="WAI-ARIA 1.3, DPUB-ARIA 1.1, Graphics-ARIA 1.0",
    bad=(
        '<span role="lnik">Boats</span>',
        '<span role="widget">Boats</span>',
        '<span role="buton lnik">Boats</span>',
        '<div role="doc-boat">Boats</div>',
    ),
    good=(
        '<span role="link">Boats</span>',
        '<span role="boatlink LINK">Boats</span>',
        '<section role="doc-abstract">Boats</section>',
        '<svg role="graphics-document" aria-label="A boat"></svg>',
        '<div role="">Boats</div>',
        '<div role="lnik" hidden>Boats</div>',
    ),
)
