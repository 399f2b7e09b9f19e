"""page/id-duplicate"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Rule

_REFERRING = (
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
    "aria-labelledby",
    "aria-owns",
    "for",
    "headers",
)


def check(dom: Dom) -> Iterator[Found]:
    """
    No two elements of a page have the same id.

    Why: a label, a header or a link that names the id gets the first of them, and may be of the wrong
    thing. Where nothing names it, it does no harm yet.
    Fix: `{ #hours-summer }` gives a heading an id of its own.
    """
    having = dom.having("id")
    if len(having) == len(dom.ids):
        return
    named = {
        one
        for element in dom.having(*_REFERRING)
        for attribute in _REFERRING
        for one in (element.get(attribute) or "").split()
    }
    linked = {(link.get("href") or "")[1:] for link in dom.named("a") if "href" in link.attributes}
    told: set[str] = set()
    for element in having:
        name = element.attributes["id"]
        if not name.strip() or dom.ids[name] is element or name in told:
            continue
        told.add(name)
        message = f"the id {name[:60]!r} of <{element.name}> is that of another element too"
        if name in named:
            yield Found(element.place, f"{message}, and is referred to", text=name[:60])
        else:
            yield Found(
                element.place,
                message,
                text=name[:60],
                level="warning" if name in linked else "note",
            )


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("3ea0c8",),
    axe=("duplicate-id-aria",),
    bad=(
        '<label for="a">Name</label><input id="a"><input id="a">',
        '<p id="a">A</p><p id="a">B</p><div aria-labelledby="a">C</div>',
        '<a href="#a">A</a><h2 id="a">A</h2><h2 id="a">B</h2>',
        '<p id="a">A</p><p id="a">B</p>',
        '<p id="a">A</p><p id="a" hidden>B</p>',
    ),
    good=(
        '<p id="a">A</p><p id="b">B</p>',
        '<p id="a">A</p><p id="A">B</p>',
        '<p id="">A</p><p id="">B</p>',
        "<p>A</p>",
    ),
)
