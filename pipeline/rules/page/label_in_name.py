"""page/label-in-name"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom, described
from pipeline.findings import Found, Rule

_ROLES = (
    "button checkbox gridcell link menuitem menuitemcheckbox menuitemradio option radio switch tab treeitem"
).split()
_WORDS = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\([^()]*\)")
# One letter on a button is a drawing of it: B, i, x.
_WORD = re.compile(r"[^\W\d_]{2}|[\u3040-\u9fff\uac00-\ud7af]")


def check(dom: Dom) -> Iterator[Found]:
    """
    The name of a link or a button holds the words that it shows.

    Why: who speaks to the computer says "click Opening hours"; if the `aria-label` says "When we are
    open", nothing happens.
    Fix: begin the `aria-label` with the words that are shown, or leave it away.
    """
    labelled = {*dom.having("aria-label", "aria-labelledby")}
    if not labelled:
        return
    for element in dom.playing(*_ROLES):
        if element not in labelled or not element.heard:
            continue
        name, shown = dom.label(element), element.shown()
        if name and _WORD.search(shown) and not _holds(name, shown):
            message = f"{described(element)} shows {shown[:60]!r}, but is called {name[:60]!r}"
            yield Found(element.place, message, text=name)


def _holds(name: str, shown: str) -> bool:
    """Tell whether the words shown stand in the name, in their order; what is in brackets need not."""
    said = _plain(name)
    return any(_plain(text) in said for text in (shown, _ASIDE.sub(" ", shown)))


def _plain(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text.casefold()))} "


RULE = Rule(
    level="warning",
    check=check,
    wcag="2.5.3",
    act=("2ee8b8",),
    axe=("label-content-name-mismatch",),
    bad=(
        '<a href="hours.html" aria-label="When we are open">Opening hours</a>',
        '<button aria-label="the full">The full article</button>',
        '<button aria-label="Dispatch">Send</button>',
    ),
    good=(
        '<a href="hours.html" aria-label="Opening hours of the shop">Opening hours</a>',
        '<a href="hours.html" aria-label="OPENING HOURS">Opening  hours:</a>',
        '<button aria-label="Close">X</button>',
        '<button aria-label="Close">×</button>',
        '<button aria-label="Search"><img src="a.png" alt="Magnifier"></button>',
    ),
)
