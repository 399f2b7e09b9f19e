"""page/list-faked"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_LEAST = 3
"""Lines of the same kind in a row that are no accident."""
# A dash that is long opens what somebody says, in most languages.
_BULLET = re.compile(r"\s*+(?:([•‣◦▪●○■*·-])|(\d{1,2})[.)])\s")


def check(dom: Dom) -> Iterator[Found]:
    """
    What looks like a list is one.

    Why: lines that begin with a dash or a number look like a list, but a screen reader neither counts
    them nor lets anybody jump from one to the next.
    Fix: `- first` on a line of its own, with an empty line before the list; in HTML, `<ul>` or `<ol>`.
    """
    row: list[Element] = []
    kind = around = None
    for paragraph in dom.named("p"):
        lines = _lines(paragraph) if paragraph.heard else []
        kinds = [_kind(line) for line in lines]
        if any(_run(kinds, start) for start in range(len(kinds) - _LEAST + 1)):
            yield _found(paragraph, len([one for one in kinds if one]))
        mark = kinds[0] if len(kinds) == 1 else ""
        # Paragraphs in a row, each with a mark of its own.
        if not mark or mark != kind or paragraph.parent is not around:
            if len(row) >= _LEAST:
                yield _found(row[0], len(row))
            row, kind, around = [], mark, paragraph.parent
        if mark:
            row.append(paragraph)
    if len(row) >= _LEAST:
        yield _found(row[0], len(row))


def _found(paragraph: Element, count: int) -> Found:
    text = paragraph.text[:40]
    return Found(paragraph.place, f"{count} lines look like a list, from {text!r}", text=text)


def _run(kinds: list[str], start: int) -> bool:
    """Tell whether lines of the same kind follow each other from here."""
    run = kinds[start : start + _LEAST]
    return len(run) == _LEAST and bool(run[0]) and run == [run[0]] * _LEAST


def _lines(paragraph: Element) -> list[str]:
    """Give the beginnings of the lines of a paragraph."""
    lines = [""]
    for node in paragraph.children:
        if isinstance(node, str):
            lines[-1] += node if not lines[-1].strip() else ""
        elif node.name == "br":
            lines.append("")
        elif not lines[-1].strip():
            # A mark is text; what begins with an element begins with something else.
            lines[-1] = "x"
    return [line for line in lines if line.strip()]


def _kind(line: str) -> str:
    match = _BULLET.match(line)
    return (match[1] or "1") if match else ""


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.3.1",
    bad=(
        "<p>- sails<br>- oars<br>- ropes</p>",
        "<p>You need:<br>• sails<br>• oars<br>• a rope</p>",
        "<p>1. Row.<br>2. Rest.<br>3. Row.</p>",
        "<p>• sails</p><p>• oars</p><p>• ropes</p>",
    ),
    good=(
        "<ul><li>sails</li><li>oars</li><li>ropes</li></ul>",
        "<p>- sails<br>- oars</p>",
        "<p>A sail<br>an oar<br>a rope</p>",
        "<p>– Who is there?</p><p>– Nobody.</p><p>– Go away.</p>",
        "<p>-1 is less than 1<br>-2 is less than 2<br>-3 is less than 3</p>",
    ),
)
