"""page/hidden-focusable"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Level, Rule

# Whether anything in a frame can be reached is not on this page.
_REACHED = ("a", "area", "audio", "button", "input", "select", "summary", "textarea", "video")
_DIALOGS = frozenset(["alertdialog", "dialog"])


def check(dom: Dom) -> Iterator[Found]:
    """
    What is hidden from screen readers cannot be reached by the keyboard.

    Why: the focus goes to where nothing is announced; the listener does not know where they are.
    Fix: take `aria-hidden` away, or take the element out of the order by `tabindex="-1"`.
    """
    if not dom.having("aria-hidden"):
        return
    told: set[Element] = set()
    for element in (*dom.named(*_REACHED), *dom.having("tabindex", "contenteditable")):
        if not element.heard and element.seen and dom.reached(element):
            hidden = (one for one in (element, *element.around()) if _hides(one))
            container = next(hidden, None)
            if container is None or container in told or _closed(dom, container):
                continue
            told.add(container)
            # A style sheet may hide a whole part, but seldom a single link.
            level: Level | None = None if container is element else "warning"
            message = f"{described(element)} can be reached, but is hidden from screen readers"
            yield Found(element.place, message, text=element.get("href") or "", level=level)


def _closed(dom: Dom, container: Element) -> bool:
    """Tell whether it is a dialog, which is hidden from all until it opens, mostly by a style sheet."""
    return dom.asked(container) in _DIALOGS or (container.get("tabindex") or "").strip() == "-1"


def _hides(element: Element) -> bool:
    return (element.get("aria-hidden") or "").strip().lower() == "true"


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("6cfa84",),
    axe=("aria-hidden-focus",),
    bad=(
        '<p aria-hidden="true"><a href="a.html">Boats</a></p>',
        '<a href="#boats" aria-hidden="true">#</a>',
        '<div aria-hidden="true"><div><input></div></div>',
        '<div aria-hidden="true" tabindex="0">Boats</div>',
    ),
    good=(
        '<p aria-hidden="true"><a href="a.html" tabindex="-1">Boats</a></p>',
        '<p aria-hidden="false"><a href="a.html">Boats</a></p>',
        '<p aria-hidden="true">Boats</p>',
        '<div role="dialog" aria-hidden="true"><button>Close</button></div>',
        '<div aria-hidden="true"><button disabled>Send</button></div>',
        '<div aria-hidden="true"><p style="display:none"><a href="a.html">Boats</a></p></div>',
        '<a href="a.html"><svg aria-hidden="true"><path d="M0 0"/></svg> Boats</a>',
    ),
)
