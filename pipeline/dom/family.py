"""Who owns whom in the accessibility tree: what has no role of its own is passed through (WAI-ARIA 1.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.dom import roles
from pipeline.dom.element import Element

_THROUGH = frozenset(["", "generic", "none"])
_ENDS = frozenset(["#document", "body", "html"])


def role(element: Element) -> str:
    """Give the role that an element asks for, or its own."""
    return roles.asked(element) or roles.implied(element)


def owners(ids: Mapping[str, Element], owning: list[Element]) -> Mapping[Element, Element]:
    """Give the owner of each element that an `aria-owns` names."""
    return {
        ids[name]: owner
        for owner in reversed(owning)
        for name in owner.attributes["aria-owns"].split()
        if name in ids and ids[name] is not owner
    }


def parent(
    element: Element, owned: Mapping[Element, Element], known: dict[Element, Element | None]
) -> Element | None:
    """
    Give what owns *element* and has a role of its own, or None.

    What is passed through on the way is *known* from then on, so that many in the same are cheap.
    """
    passed: list[Element] = []
    seen = {element}
    around = owned.get(element, element.parent)
    while around is not None and around not in seen:
        if around.name in _ENDS:
            around = None
        elif around in known:
            around = known[around]
            break
        elif role(around) not in _THROUGH:
            break
        else:
            passed.append(around)
            seen.add(around)
            around = owned.get(around, around.parent)
    found = None if around in seen else around
    known.update(dict.fromkeys(passed, found))
    return found


def children(
    element: Element, ids: Mapping[str, Element], owned: Mapping[Element, Element]
) -> Iterator[Element | str]:
    """Give what *element* owns: the nearest elements in it with a role, and text that none of them holds."""
    names = element.attributes.get("aria-owns", "").split()
    also = [ids[name] for name in names if name in ids and owned.get(ids[name]) is element]
    stack = [iter([*element.children, *also])]
    seen = {element, *also}
    while stack:
        for one in stack[-1]:
            if isinstance(one, str):
                if one.strip():
                    yield one
            elif not one.heard or (one in owned and one not in seen):
                continue
            elif role(one) not in _THROUGH:
                yield one
            else:
                stack.append(iter(one.children))
                break
        else:
            stack.pop()
