"""page/hidden-page"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    The page as a whole is not hidden from screen readers.

    Why: `aria-hidden` on the body hides all that is in it; nothing at all is read.
    Fix: take it away; while a dialog is open, hide what is behind it, and not what holds both.
    """
    for part in dom.named("html", "body"):
        if (part.get("aria-hidden") or "").strip().lower() == "true":
            yield Found(
                part.place, f"the whole page is hidden from screen readers, on <{part.name}>"
            )


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    axe=("aria-hidden-body",),
    bad=('<html lang="en"><body aria-hidden="true"><p>A</p></body></html>',),
    good=(
        '<html lang="en"><body><p aria-hidden="true">A</p></body></html>',
        '<html lang="en"><body aria-hidden="false"><p>A</p></body></html>',
    ),
)
