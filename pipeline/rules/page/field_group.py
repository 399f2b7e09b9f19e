"""page/field-group"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.dom import Dom, Element
from pipeline.findings import Found, Rule

_GROUPS = frozenset(["group", "radiogroup"])


def check(dom: Dom) -> Iterator[Found]:
    """
    The choices of one question stand in a group that asks it.

    Why: whoever comes to "yes, radio button, one of two" by the keyboard has not heard the question.
    Fix: `<fieldset><legend>Is the boat yours?</legend> ... </fieldset>`.
    """
    groups: dict[tuple[Element | None, str], list[Element]] = defaultdict(list)
    for radio in dom.named("input"):
        name = (radio.get("name") or "").strip()
        if radio.heard and name and (radio.get("type") or "").strip().lower() == "radio":
            form = next((around for around in radio.around() if around.name == "form"), None)
            groups[form, name].append(radio)
    for (_, name), radios in groups.items():
        first = radios[0]
        if len(radios) > 1 and not any(_asks(dom, around) for around in first.around()):
            message = f"the {len(radios)} radio buttons {name[:60]!r} are in no group with a name"
            yield Found(first.place, message, text=name)


def _asks(dom: Dom, around: Element) -> bool:
    return dom.role(around) in _GROUPS and bool(dom.label(around))


_CHOICES = '<label><input type="radio" name="y"> Yes</label> <label><input type="radio" name="y"> No</label>'

RULE = Rule(
    level="review",
    check=check,
    wcag="1.3.1",
    source="WCAG 2.2, techniques H71 and ARIA17",
    bad=(
        f"<p>Yours? {_CHOICES}</p>",
        f"<fieldset>{_CHOICES}</fieldset>",
    ),
    good=(
        f"<fieldset><legend>Yours?</legend>{_CHOICES}</fieldset>",
        f'<div role="radiogroup" aria-label="Yours?">{_CHOICES}</div>',
        '<label><input type="radio" name="y"> Yes</label>',
    ),
)
