"""page/aria-allowed"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, aria
from pipeline.findings import Found, Rule

# ARIA in HTML: elements without a role of their own that take what these roles take.
_LIKE = {
    "audio": ("application",),
    "embed": ("application", "document", "img"),
    "iframe": ("application", "document", "img"),
    "input": ("textbox",),
    "object": ("application", "document", "img"),
    "summary": ("button",),
    "svg": ("graphics-document", "document", "img"),
    "td": ("cell", "gridcell"),
    "tr": ("row",),
    "video": ("application",),
}
_NAMELESS = frozenset(
    """
    a b bdi bdo data div i kbd pre q rp rt ruby s samp small span u var
    """.split()
)
"""Elements that mean nothing unless a role says so (HTML-AAM: generic, or no role)."""


def check(dom: Dom) -> Iterator[Found]:
    """
    An element has only such ARIA states and properties as its role can have.

    Why: what a role does not support is not read; a name given to a plain `<div>` is lost in most
    screen readers.
    Fix: give the element the role that the state belongs to, or take the state away.
    """
    for attribute in dom.attributes:
        if attribute in aria.SUPPORT:
            for element in dom.having(attribute):
                role = dom.role(element)
                supporting = aria.SUPPORT[attribute]
                if element.heard and role not in supporting and not _like(element, supporting):
                    what = f"the role {role!r}" if role else f"<{element.name}> without a role"
                    yield Found(
                        element.place, f"{attribute} means nothing on {what}", text=attribute
                    )
        elif attribute in aria.NAMING:
            yield from _named(dom, attribute)


def _like(element: Element, supporting: frozenset[str]) -> bool:
    # A custom element may have any role, by script.
    return "-" in element.name or any(role in supporting for role in _LIKE.get(element.name, ()))


def _named(dom: Dom, attribute: str) -> Iterator[Found]:
    for element in dom.having(attribute):
        if not element.heard or not element.attributes[attribute].strip():
            continue
        role = dom.role(element)
        nameless = role in aria.NAMELESS or (not role and element.name in _NAMELESS)
        # What asks to be nothing and is named is not nothing.
        if nameless and not dom.focusable(element):
            what = f"the role {role!r}" if role else f"<{element.name}> without a role"
            yield Found(element.place, f"{attribute} cannot name {what}", text=attribute)


RULE = Rule(
    level="warning",
    check=check,
    wcag="4.1.2",
    act=("5c01ea",),
    axe=("aria-allowed-attr", "aria-prohibited-attr"),
    source="WAI-ARIA 1.2, ARIA in HTML",
    bad=(
        '<button aria-sort="none">A</button>',
        '<audio controls aria-orientation="horizontal"></audio>',
        '<div aria-checked="true">A</div>',
        '<h2 aria-selected="true">A</h2>',
        '<div aria-label="Boats">A</div>',
        '<p aria-label="Boats">A</p>',
        '<strong aria-label="Boats">A</strong>',
    ),
    good=(
        '<button aria-pressed="false">A</button>',
        '<div role="button" aria-pressed="false">A</div>',
        '<div aria-busy="true">A</div>',
        '<button role="none" aria-pressed="false">A</button>',
        '<label>A <input type="password" aria-required="true"></label>',
        '<svg role="graphics-object" aria-label="A boat"></svg>',
        '<div role="button" aria-sort="" hidden></div>',
        '<boat-view aria-checked="true">A</boat-view>',
        '<div role="group" aria-label="Boats">A</div>',
    ),
)
