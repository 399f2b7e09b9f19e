"""page/aria-swallowed"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, aria, described
from pipeline.findings import Found, Rule

_EMPTY = frozenset(["hr", "img", "input", "meter", "option", "progress"])


def check(dom: Dom) -> Iterator[Found]:
    """
    Nothing that can have the focus stands in a button, or in anything else that is one thing.

    Why: a screen reader reads a button as one piece; the focus goes on to a link in it, and nothing is
    said.
    Fix: put the link beside the button.
    """
    told: set[Element] = set()
    for element in dom.playing(*aria.LEAVES):
        # What is in a leaf that is in another is told of the outer one.
        if not element.heard or element.name in _EMPTY or element in told:
            continue
        inside = [*element.inside()] if element.elements else []
        told.update(inside)
        inner = next((one for one in inside if dom.reached(one)), None)
        if inner is not None:
            message = f"{described(inner)} can have the focus inside of a {dom.role(element)!r}"
            yield Found(inner.place, message)


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("307n5z",),
    axe=("nested-interactive",),
    source="WAI-ARIA 1.2",
    bad=(
        '<button>Save <span role="button" tabindex="0">v</span></button>',
        '<p role="checkbox" aria-checked="false" tabindex="0">I read <a href="a.html">A</a></p>',
        '<ul role="menu"><li role="menuitemcheckbox" aria-checked="true"><input type="checkbox">A</ul>',
        '<ul role="tablist"><li role="tab"><a href="#a">A</a></li></ul>',
        '<span role="img" aria-label="A boat">___/ <a href="a.html">A</a></span>',
    ),
    good=(
        "<button>Save</button><button>Send</button>",
        '<p><span role="checkbox" aria-checked="false" tabindex="0">A</span><a href="a.html">A</a></p>',
        '<ul role="menu"><li role="menuitemcheckbox" aria-checked="true"><input disabled>A</ul>',
        "<button><a>Save</a></button>",
        '<table><tr><th><a href="a.html">A</a><tr><td><a href="b.html">B</a></table>',
        '<a href="a.html"><span tabindex="0">A</span></a>',
        '<button>Save <span tabindex="-1">v</span></button>',
        '<button>Save <a href="a.html" hidden>v</a></button>',
    ),
)
