"""page/landmark-content"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_LANDMARKS = frozenset(
    """
    alert alertdialog banner complementary contentinfo dialog form log main navigation region search
    status
    """.split()
)


def check(dom: Dom) -> Iterator[Found]:
    """
    All that a page says stands in one of its landmarks.

    Why: who goes from landmark to landmark never comes to what stands between them.
    Fix: put it into the header, the navigation, the main part or the footer. A link that skips to the
    main part may come first.
    """
    main = any(one.heard for one in dom.playing("main"))
    body = dom.named("body")
    if not dom.document or not main or not body:
        return
    if text := _outside(dom, body[0]):
        where, said = text
        message = f"some of the page stands in no landmark, from {said[:40]!r}"
        yield Found(where.place, message, text=said[:40])


def _outside(dom: Dom, body: Element) -> tuple[Element, str] | None:
    """Give the first text in no landmark, and what holds it."""
    stack = [(body, iter(body.children))]
    while stack:
        around, nodes = stack[-1]
        for node in nodes:
            if isinstance(node, str):
                if said := " ".join(node.split()):
                    return around, said
            elif node.heard and not _skipped(dom, node):
                stack.append((node, iter(node.children)))
                break
        else:
            stack.pop()
    return None


def _skipped(dom: Dom, node: Element) -> bool:
    skips = node.name == "a" and (node.get("href") or "").startswith("#")
    live = "aria-live" in node.attributes
    return skips or live or dom.role(node) in _LANDMARKS or node.name in ("dialog", "svg")


_HEAD = '<!doctype html><html lang="en"><title>Boats</title>'

RULE = Rule(
    level="note",
    check=check,
    wcag="1.3.1",
    axe=("region",),
    bad=(
        f"{_HEAD}<body><p>Boats</p><main>A</main></body></html>",
        f"{_HEAD}<body><main>A</main><div><div>Boats</div></div></body></html>",
    ),
    good=(
        f"{_HEAD}<body><header>B</header><main>A</main><footer>C</footer></body></html>",
        f'{_HEAD}<body><a href="#m">Skip</a><main id="m">A</main></body></html>',
        f"{_HEAD}<body><p>Boats</p></body></html>",
        f'{_HEAD}<body><p hidden>B</p><div role="main">A</div></body></html>',
        "<p>A</p><main>B</main>",
    ),
)
