"""page/language-part"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, subtags
from pipeline.findings import Found, Rule

_MOST = 200
"""Elements that are asked for a text in the language of the one around them."""


def check(dom: Dom) -> Iterator[Found]:
    """
    A part of a page names its language by a tag that exists.

    Why: a screen reader that does not know the tag goes on in the language around it, and reads a
    French sentence as if it were English.
    Fix: `<span lang="fr">`; write a tag of BCP 47, not the name of a language.
    """
    for part in dom.having("lang"):
        tag = part.get("lang")
        # An empty tag says that the language is unknown, which is sound for a part.
        if part.name == "html" or not tag or not part.seen or subtags.primary(tag):
            continue
        if _speaks(dom, part):
            message = f"{tag[:40]!r} on <{part.name}> is not the tag of a language"
            yield Found(part.place, message, text=tag[:40])


def _speaks(dom: Dom, part: Element) -> bool:
    """Tell whether some text is in the language of *part*, and not of another inside of it."""
    if part.name == "img":
        return bool(dom.name(part))
    stack = [iter(part.children)]
    left = _MOST
    while stack and left:
        for node in stack[-1]:
            if isinstance(node, str):
                if node.strip():
                    return True
                continue
            if not node.seen or "lang" in node.attributes:
                continue
            left -= 1
            # Elements without content are read by their names.
            if not node.children and dom.name(node):
                return True
            stack.append(iter(node.children))
            break
        else:
            stack.pop()
    return not left


RULE = Rule(
    level="error",
    check=check,
    wcag="3.1.2",
    act=("de46e4",),
    axe=("valid-lang",),
    source="IANA Language Subtag Registry",
    bad=(
        '<p>She said <span lang="frankish">oui</span>.</p>',
        '<p lang=" ">Bonjour.</p>',
        '<p><img lang="#1" src="boat.png" alt="Un bateau"></p>',
        '<div lang="french"><p aria-hidden="true">Bonjour.</p></div>',
        '<div lang="french"><img src="boat.png" alt="Un bateau"></div>',
    ),
    good=(
        '<p>She said <span lang="fr">oui</span>.</p>',
        '<p>She said <span lang="">abracadabra</span>.</p>',
        '<p lang="nonsense"></p>',
        '<div lang="nonsense"><p lang="fr">Bonjour.</p></div>',
        '<div lang="nonsense"><img src="boat.png" alt=""></div>',
        '<p lang="nonsense" hidden>Bonjour.</p>',
    ),
)
