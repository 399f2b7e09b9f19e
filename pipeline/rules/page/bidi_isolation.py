"""page/bidi-isolation"""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterator

from pipeline.dom import BLOCKS, Dom, Element, direction
from pipeline.findings import Found, Rule

_LEFT = r"[A-Za-z\u00c0-\u024f]"
_RIGHT = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
# Marks without a direction of their own, at the edge of a run that they belong to, jump to its other side.
_RUNS = {
    "rtl": re.compile(
        rf"(?<![^\s(])[.#+@$-]{_LEFT}[\w.-]*+(?=[\s،؛.)])"
        rf"|(?<!\w){_LEFT}\w*+(?:[ ,.-]{{1,2}}\w++)*+[+#!?%…]++(?=\s+{_RIGHT})"
    ),
    "ltr": re.compile(rf"{_RIGHT}++(?:[ \"'׳״]{_RIGHT}++)*+[!?.:]++(?=\s+\d)"),
}
_ISOLATED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
_INITIALS = {"\u202a", "\u202b", "\u202d", "\u202e"}
_ISOLATES = {"\u2066", "\u2067", "\u2068"}
_CONTROLS = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2068]")
_APART = frozenset(
    ["bdi", "bdo", "code", "kbd", "pre", "samp", "script", "style", "textarea", "title"]
)


def check(dom: Dom, *, locale: str) -> Iterator[Found]:
    """
    A run in the other direction keeps its marks on its own side, and no control character is left open.

    Why: "C++" in an Arabic sentence is shown as "++C", since a mark has no direction of its own; an open
    override turns all that follows around, and can make a text say another thing than it does.
    Fix: write `<bdi>C++</bdi>`, or name the language: `<span lang="en" dir="ltr">C++</span>`.
    """
    wide = [
        (element, child)
        for element in dom.elements
        for child in element.children
        if isinstance(child, str) and not child.isascii()
    ]
    for element, pairs in itertools.groupby(wide, operator.itemgetter(0)):
        if not element.seen or element.name in _APART:
            continue
        if element.direction == "auto" or _isolated(element):
            continue
        around = element.direction if element.direction in ("ltr", "rtl") else ""
        around = around or direction(element.language or locale)
        for _, text in pairs:
            for match in _RUNS[around].finditer(_ISOLATED.sub(" ", text)):
                written = match[0].strip()
                message = f'"{written}" may be shown with its marks on the wrong side'
                yield Found(element.place, message, text=written)
            if _open(text) and _open(_block(element)):
                message = "a change of direction by a control character is not closed"
                yield Found(element.place, message, text=text.strip()[:40], level="error")


def _isolated(element: Element) -> bool:
    """Is it an element of one run, whose direction is told: nothing stands beside it."""
    return "dir" in element.attributes and element.name == "span"


def _block(element: Element) -> str:
    """Give the text of the block around: what is opened may be closed behind an element in it."""
    around = (one for one in (element, *element.around()) if one.name in BLOCKS)
    return next((one.text for one in around), "") or element.text


def _open(text: str) -> bool:
    if not _CONTROLS.search(text):
        return False
    embedded = sum(text.count(mark) for mark in _INITIALS) - text.count("\u202c")
    isolated = sum(text.count(mark) for mark in _ISOLATES) - text.count("\u2069")
    return embedded > 0 or isolated > 0


_ARABIC = '<html lang="ar" dir="rtl"><p>{}</p></html>'

RULE = Rule(
    level="review",
    check=check,
    wcag="1.3.2",
    bad=(
        _ARABIC.format("تعلم لغة C++ في أسبوع."),
        _ARABIC.format("استعمل .NET أولا."),
        _ARABIC.format("كتب لها Hello, world! ثم ذهب."),
        _ARABIC.format("خذ \u202eالقرص صباحا."),
        '<html lang="en"><p>The word שלום! 3 times.</p></html>',
    ),
    good=(
        _ARABIC.format("تعلم لغة <bdi>C++</bdi> في أسبوع."),
        _ARABIC.format('تعلم لغة <span lang="en" dir="ltr">C++</span> في أسبوع.'),
        _ARABIC.format("يستخدم الـPTSD هنا، و WHO أيضا."),
        _ARABIC.format("اضطراب ما بعد الصدمة (PTSD) شائع."),
        _ARABIC.format("خذ \u2068C++\u2069 صباحا."),
        '<html lang="en"><p>The word שלום is Hebrew.</p></html>',
    ),
)
