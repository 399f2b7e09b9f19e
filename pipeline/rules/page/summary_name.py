"""page/summary-name"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    The line that opens a part of the page says what is in it.

    Why: a screen reader announces "collapsed", and nothing of what there is to open.
    Fix: `<details><summary>Opening hours</summary> ... </details>`.
    """
    for summary in dom.named("summary"):
        own = not summary.get("role") or dom.asked(summary) == ""
        if summary.heard and own and dom.opens(summary) and not dom.name(summary):
            yield Found(summary.place, "a summary has no accessible name")


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("2t702h",),
    axe=("summary-name",),
    bad=(
        "<details><summary></summary>Daily from 8 to 12.</details>",
        '<details><summary><img src="clock.png" alt=""></summary>Daily from 8 to 12.</details>',
        '<details><summary aria-label=" "> </summary>Daily from 8 to 12.</details>',
    ),
    good=(
        "<details><summary>Opening hours</summary>Daily from 8 to 12.</details>",
        '<details><summary aria-label="Opening hours"></summary>Daily from 8 to 12.</details>',
        '<details><summary><img src="a.png" alt="Opening hours"></summary>Daily.</details>',
        "<details>Daily from 8 to 12.</details>",
        "<details><summary>Hours</summary><summary></summary>Daily from 8 to 12.</details>",
        "<div><summary></summary></div>",
    ),
)
