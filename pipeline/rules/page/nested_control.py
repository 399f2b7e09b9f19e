"""page/nested-control"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Level, Rule

_REACHED = ("a", "area", "audio", "button", "iframe", "input", "select", "textarea", "video")
_FLAT = (
    "button checkbox img meter menuitemcheckbox menuitemradio option progressbar radio scrollbar"
    " separator slider switch tab"
).split()
"""Roles whose content is text to a screen reader (WAI-ARIA 1.2, Children Presentational)."""


def check(dom: Dom) -> Iterator[Found]:
    """
    What is pressed holds nothing else that can be pressed.

    Why: a screen reader takes a button or a tab for one thing and its content for text; a link inside
    it gets the focus, but no name. In a link, nobody can tell which of the two a press will be for.
    Fix: put the two beside each other.
    """
    flat = frozenset(dom.playing(*_FLAT))
    both = flat.union(dom.playing("link"))
    known: dict[Element | None, Element | None] = {None: None}
    told: set[Element] = set()
    for element in dict.fromkeys((*dom.named(*_REACHED), *dom.having("tabindex"))):
        if not element.heard or not dom.reached(element):
            continue
        outer = _nearest(element.parent, both, known)
        if outer is not None and outer not in told:
            told.add(outer)
            level: Level | None = None if outer in flat else "warning"
            message = f"{described(outer)} holds {described(element)}"
            yield Found(outer.place, message, text=outer.shown()[:60], level=level)


def _nearest(
    element: Element | None,
    wanted: AbstractSet[Element],
    known: dict[Element | None, Element | None],
) -> Element | None:
    """Give the nearest of those wanted, from *element* outwards; each is asked once."""
    asked: list[Element] = []
    one = element
    while one is not None and one not in known and one not in wanted:
        asked.append(one)
        one = one.parent
    found = one if one in wanted else known[one]
    known.update(dict.fromkeys(asked, found))
    return found


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("307n5z",),
    axe=("nested-interactive",),
    bad=(
        '<button>Send <a href="help.html">help</a></button>',
        '<div role="tab"><button>Close</button></div>',
        '<a href="a.html">Boats <button>Add</button></a>',
        '<span role="checkbox" tabindex="0">I accept <a href="t.html">the terms</a></span>',
    ),
    good=(
        '<button>Send</button> <a href="help.html">Help</a>',
        "<button><b>Send</b></button>",
        '<label><input type="checkbox"> I accept <a href="t.html">the terms</a></label>',
        "<details><summary>Hours</summary><button>Print</button></details>",
    ),
)
