"""page/aria-value"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom, Element, aria
from pipeline.findings import Found, Rule

_NUMBER = re.compile(
    r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:e[+-]?\d{1,4})?", re.IGNORECASE
)
_INTEGER = re.compile(r"[+-]?\d{1,18}")


def check(dom: Dom) -> Iterator[Found]:
    """
    Every ARIA state and property has a value that it can have.

    Why: another value is taken for none, and the state is not told, or told wrong.
    Fix: look it up in WAI-ARIA: `aria-expanded` is `true` or `false`, `aria-level` a whole number.
    """
    for attribute in dom.attributes:
        if attribute in aria.ATTRIBUTES:
            for element in dom.having(attribute):
                value = element.attributes[attribute].strip()
                if value and not _valid(dom, element, attribute, value):
                    message = f"{attribute} of <{element.name}> cannot be {value[:40]!r}"
                    yield Found(element.place, message, text=value[:40])


def _valid(dom: Dom, element: Element, attribute: str, value: str) -> bool:
    kind = aria.ATTRIBUTES[attribute]
    match kind:
        case "text":
            valid = True
        case "boolean":
            valid = value.lower() in ("true", "false")
        case "id":
            valid = len(value.split()) == 1
        case "ids":
            # What a role needs must be there, unless it is closed; the rest may come later.
            needed = attribute in aria.REQUIRED.get(dom.asked(element), ())
            closed = element.get("aria-expanded") == "false"
            valid = not needed or closed or any(name in dom.ids for name in value.split())
        case "number":
            valid = bool(_NUMBER.fullmatch(value))
        case "integer":
            valid = bool(_INTEGER.fullmatch(value)) and int(value) >= aria.LEAST[attribute]
        case _ if kind.startswith("several: "):
            valid = set(value.lower().split()) <= set(kind.split()[1:])
        case _:
            valid = value.lower() in kind.split()
    return valid


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("6a7281",),
    axe=("aria-valid-attr-value",),
    source="WAI-ARIA 1.2",
    bad=(
        '<div role="textbox" aria-required="undefined" aria-label="A"></div>',
        '<div role="button" aria-expanded="mixed">A</div>',
        '<button aria-pressed="horizontal">A</button>',
        '<input aria-errormessage="a b" aria-label="A">',
        '<div role="gridcell" aria-rowindex="2.5">A</div>',
        '<div role="spinbutton" aria-valuenow="two" aria-label="A"></div>',
        '<main aria-live="nope">A</main>',
        '<div aria-dropeffect="copy away">A</div>',
        '<div role="scrollbar" aria-controls="nobody" aria-valuenow="1"></div>',
        '<h2 aria-level="0">A</h2>',
    ),
    good=(
        '<button aria-expanded="undefined">A</button>',
        '<button aria-pressed="mixed">A</button>',
        '<div role="spinbutton" aria-valuenow="-1.5" aria-label="A"></div>',
        '<div aria-dropeffect="copy move">A</div>',
        '<p id="a">A</p><div role="scrollbar" aria-controls="a b" aria-valuenow="1"></div>',
        '<div role="textbox" aria-errormessage="nobody" aria-label="A"></div>',
        '<div role="checkbox" aria-checked>A</div>',
        '<div role="table" aria-colcount="-1">A</div>',
    ),
)
