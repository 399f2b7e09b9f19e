"""page/definition-list"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_TAKEN = frozenset(["dd", "dt", "script", "style", "template"])


def check(dom: Dom) -> Iterator[Found]:
    """
    A list of terms holds terms, each followed by what is said of it, and nothing else.

    Why: a screen reader pairs a term with what follows it; what is no part of a pair is lost, or is
    read as part of the wrong one.
    Fix: `<dl><dt>Sail</dt><dd>A piece of cloth.</dd></dl>`; a `<div>` may hold such a pair.
    """
    for one in dom.named("dl"):
        if one.heard and not one.get("role") and (problem := _problem(one)):
            yield Found(one.place, f"a list of terms {problem}")
        elif one.heard and not one.get("role") and _half(one):
            yield Found(one.place, "a list of terms says nothing of any of them", level="warning")
    told: set[Element | None] = set()
    for part in dom.named("dd", "dt"):
        if (
            part.heard
            and not part.get("role")
            and part.parent not in told
            and not _placed(part, dom)
        ):
            told.add(part.parent)
            yield Found(part.place, f"<{part.name}> stands in no list of terms")


def _problem(terms: Element) -> str:
    for node in terms.children:
        if isinstance(node, str):
            if text := " ".join(node.split()):
                return f"holds the text {text[:40]!r} outside of its pairs"
        elif node.heard and node.name not in _TAKEN and not _pair(node):
            return f"holds <{node.name}> outside of its pairs"
    return ""


def _half(terms: Element) -> bool:
    """Tell whether there are terms, but nothing that is said of them."""
    parts = [part for one in terms.elements for part in (one, *one.elements) if one.heard]
    names = {part.name for part in parts}
    return "dt" in names and "dd" not in names


def _pair(node: Element) -> bool:
    return node.name == "div" and not node.get("role")


def _placed(part: Element, dom: Dom) -> bool:
    around = part.parent
    if around is not None and around.name == "div":
        around = around.parent
    if around is None or around.name in ("dl", "template"):
        return True
    return not dom.document and around.name in ("#document", "body")


RULE = Rule(
    level="error",
    check=check,
    wcag="1.3.1",
    axe=("definition-list", "dlitem"),
    bad=(
        "<dl><p>Sail</p></dl>",
        "<dl>Sail<dd>Cloth.</dd></dl>",
        "<dl><dt>Sail</dt><ul><li>Cloth.</li></ul></dl>",
        "<section><dt>Sail</dt></section>",
        "<dl><dt>Sail</dt><dt>Oar</dt></dl>",
    ),
    good=(
        "<dl><dt>Sail</dt><dd>Cloth.</dd></dl>",
        "<dl><div><dt>Sail</dt><dd>Cloth.</dd></div></dl>",
        "<dl><dt>Sail</dt><script>a()</script><dd>Cloth.</dd></dl>",
        '<dl role="presentation"><p>Sail</p></dl>',
        "<dl hidden><p>Sail</p></dl>",
    ),
)
