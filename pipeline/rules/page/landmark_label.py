"""page/landmark-label"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_LANDMARKS = (
    "banner",
    "complementary",
    "contentinfo",
    "form",
    "navigation",
    "region",
    "search",
)


def check(dom: Dom) -> Iterator[Found]:
    """
    Landmarks of a kind are told apart by their labels.

    Why: a list that says "navigation, navigation, navigation" leads nobody anywhere.
    Fix: `<nav aria-label="Chapters">`, where a page has several; leave the kind out of the label.
    """
    alike: dict[tuple[str, str], list[Element]] = defaultdict(list)
    for one in dom.playing(*_LANDMARKS):
        if one.heard:
            alike[dom.role(one), dom.label(one).casefold()].append(one)
    for (role, label), group in alike.items():
        if len(group) < 2:
            continue
        called = f"called {label[:60]!r}" if label else "without a label"
        message = f"{len(group)} landmarks of the kind {role!r} are {called}"
        # One that is repeated word for word may well be the same one, above and below.
        yield Found(group[1].place, message, text=label[:60], level="note" if label else None)


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.3.1",
    axe=("landmark-unique", "landmark-no-duplicate-banner", "landmark-no-duplicate-contentinfo"),
    bad=(
        '<nav><a href="a.html">A</a></nav><nav><a href="b.html">B</a></nav>',
        '<nav aria-label="Top">A</nav><div role="navigation" aria-label="top">B</div>',
        "<aside>A</aside><aside>B</aside>",
    ),
    good=(
        '<nav aria-label="Chapters">A</nav><nav aria-label="Languages">B</nav>',
        '<nav aria-label="Chapters">A</nav><nav>B</nav>',
        "<nav>A</nav><nav hidden>B</nav>",
        "<article><header>A</header></article><header>B</header>",
    ),
)
