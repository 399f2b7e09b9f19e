"""page/nested-control"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Rule

_FLAT = (
    "button checkbox img meter menuitemcheckbox menuitemradio option progressbar radio scrollbar"
    " separator slider switch tab"
).split()
"""Roles whose content is text to a screen reader (WAI-ARIA 1.2, Children Presentational)."""


def check(dom: Dom) -> Iterator[Found]:
    """
    What is one thing to a screen reader, such as a button or an image, holds nothing to press.

    Why: the content of a button, a tab or a check box is text to a screen reader; a link inside it gets
    the focus, but is not announced.
    Fix: put the two beside each other.
    """
    told: set[Element] = set()
    for inner, outer in dom.held(dom.playing(*_FLAT)):
        if outer not in told:
            told.add(outer)
            message = f"{described(outer)} holds {described(inner)}"
            yield Found(outer.place, message, text=outer.shown()[:60])


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("307n5z",),
    axe=("nested-interactive",),
    bad=(
        '<button>Send <a href="help.html">help</a></button>',
        '<div role="tab"><button>Close</button></div>',
        '<span role="checkbox" tabindex="0">I accept <a href="t.html">the terms</a></span>',
    ),
    good=(
        '<button>Send</button> <a href="help.html">Help</a>',
        "<button><b>Send</b></button>",
        '<label><input type="checkbox"> I accept <a href="t.html">the terms</a></label>',
        "<details><summary>Hours</summary><button>Print</button></details>",
        '<a href="a.html">Boats <button>Add</button></a>',
    ),
)
