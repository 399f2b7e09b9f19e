"""One page looked at in all views: light, dark, on a narrow screen, and with its text spaced out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline import axe, stamps
from pipeline.axe import Sight
from pipeline.browser.chromium import HOST, Chromium, Serve

NARROW = 320
"""CSS pixels: a page 1,280 wide at 400 % (WCAG 2.2, 1.4.10)."""

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_RUN = """
([kind, values]) => axe.run(document, {
    resultTypes: ['violations', 'incomplete'],
    runOnly: {type: kind, values},
})
"""
# The stamp around an element; raw HTML has none, so then the last one before it.
_LINES = f"""
targets => {{
    const stamped = [...document.querySelectorAll('[{stamps.NAME}]')];
    const line = element => Number(element?.getAttribute('{stamps.NAME}') ?? 0);
    return targets.map(target => {{
        try {{
            const element = document.querySelector(target);
            const before = one => one.compareDocumentPosition(element) & 4;
            return line(element.closest('[{stamps.NAME}]') ?? stamped.findLast(before));
        }} catch {{ return 0; }}
    }});
}}
"""
# What reaches beyond the screen, without an ancestor that scrolls (1.4.10 lets tables do so).
_WIDE = """
() => [...document.body.querySelectorAll('*')].filter(element => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || (box.right <= innerWidth + 1 && box.left >= -1)) return false;
    for (let up = element; up && up !== document.body; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (up !== element && ['auto', 'scroll', 'hidden'].includes(style.overflowX)) return false;
        if (style.position === 'fixed' || style.clip !== 'auto') return false;
    }
    return true;
}).map(element => element.localName + (element.id ? '#' + CSS.escape(element.id) : ''))
"""
# WCAG 2.2, 1.4.12: what a reader may set without losing content.
_SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }
"""
# A page's own policy may let no style in that is not its own.
_STYLED = """
css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
}
"""
_CUT = """
() => [...document.body.querySelectorAll('*')].filter(element => {
    const style = getComputedStyle(element);
    const hides = value => value === 'hidden' || value === 'clip';
    const wide = hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const high = hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    return (wide || high) && element.clientWidth > 1 && element.innerText?.trim();
}).map(element => element.localName + (element.id ? '#' + CSS.escape(element.id) : ''))
"""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to look at: its path below the host, what it is made from, and its sort: its template."""

    file: str
    article: str
    locale: str
    path: str
    template: str = ""


def look(chromium: Chromium, page: Page, serve: Serve) -> Iterator[Sight]:
    """Give what is seen on *page*: by axe in both schemes, and by eye at 320 px and with spaced text."""
    with chromium.page(serve) as tab:
        yield from _axe(chromium, tab, page)
        tab.evaluate(_STYLED, _SPACING)
        yield from _seen(
            tab.evaluate(_CUT),
            "text-spacing",
            "Text is cut off when it is spaced out (WCAG 1.4.12)",
        )
    with chromium.page(serve, scheme="dark") as tab:
        yield from _axe(chromium, tab, page, rules=["color-contrast"], view="dark")
    with chromium.page(serve, width=NARROW) as tab:
        tab.goto(HOST + page.file, wait_until="load")
        if tab.evaluate("document.scrollingElement.scrollWidth > innerWidth"):
            message = "Content reaches beyond the screen (WCAG 1.4.10)"
            yield from _seen(tab.evaluate(_WIDE), "reflow", message, f"{NARROW} px wide")


def _axe(
    chromium: Chromium, tab: Any, page: Page, rules: Sequence[str] = (), view: str = ""
) -> Iterator[Sight]:
    tab.goto(HOST + page.file, wait_until="load")
    tab.evaluate(chromium.axe)
    result: Mapping[str, Any] = tab.evaluate(
        _RUN, ["rule", list(rules)] if rules else ["tag", list(_TAGS)]
    )
    nodes = [
        node
        for kind in ("violations", "incomplete")
        for rule in result[kind]
        for node in rule["nodes"]
    ]
    targets = list(dict.fromkeys(axe.selector(node) for node in nodes))
    lines = dict(zip(targets, tab.evaluate(_LINES, targets), strict=True)) if targets else {}
    yield from axe.sights(result, lines, view)


def _seen(elements: list[str], rule: str, message: str, view: str = "") -> Iterator[Sight]:
    if elements:
        named = tuple((element, 0) for element in dict.fromkeys(elements))
        yield Sight(rule, message, "serious", sure=True, elements=named, view=view)
