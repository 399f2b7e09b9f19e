"""page/aria-deprecated"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, aria
from pipeline.findings import Found, Rule

_ATTRIBUTES = tuple(name for name in aria.DEPRECATED if name.startswith("aria-"))


def check(dom: Dom) -> Iterator[Found]:
    """
    No role and no property is used that is given up.

    Why: screen readers stop to support what the standard has given up.
    Fix: use what has taken its place, or leave it out where the element says the same.
    """
    told: set[str] = set()
    for element in dom.having("role", *_ATTRIBUTES):
        used = [name for name in (dom.asked(element), *_ATTRIBUTES) if name in aria.DEPRECATED]
        for name in used:
            if name in told or not (name == dom.asked(element) or name in element.attributes):
                continue
            told.add(name)
            other = aria.DEPRECATED[name]
            instead = f"; {other!r} has taken its place" if other else ""
            yield Found(element.place, f"{name!r} is given up{instead}", text=name)


RULE = Rule(
    level="note",
    check=check,
    wcag="4.1.2",
    axe=("aria-deprecated-role",),
    source="WAI-ARIA 1.2, DPUB-ARIA 1.1",
    bad=('<ul role="directory"><li>A</li></ul>', '<p aria-grabbed="false">A</p>'),
    good=("<ul><li>A</li></ul>", '<ul role="list"><li>A</li></ul>'),
)
