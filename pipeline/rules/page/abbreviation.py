"""page/abbreviation"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    What is marked as an abbreviation is explained, the first time at least.

    Why: `<abbr>` promises to say what the letters stand for.
    Fix: `*[HTML]: HyperText Markup Language` below the article; in HTML, `<abbr title="...">`.
    """
    shorts = dom.named("abbr", "acronym")
    explained = {
        one.text for one in (*shorts, *dom.named("dfn")) if (one.get("title") or "").strip()
    }
    told: set[str] = set()
    for short in shorts:
        text = short.text
        if text in told or not text or not short.heard:
            continue
        told.add(text)
        if text not in explained and not dom.label(short):
            yield Found(
                short.place, f"the abbreviation {text[:40]!r} is not explained", text=text[:40]
            )


RULE = Rule(
    level="note",
    check=check,
    wcag="3.1.4",
    bad=("<p><abbr>HTML</abbr> is a language.</p>", '<p><abbr title=" ">CSS</abbr> too.</p>'),
    good=(
        '<p><abbr title="HyperText Markup Language">HTML</abbr> is a language.</p>',
        '<p><abbr title="Cascading Style Sheets">CSS</abbr>, <abbr>CSS</abbr></p>',
        "<p>HTML is a language.</p>",
        "<p hidden><abbr>HTML</abbr></p>",
    ),
)
