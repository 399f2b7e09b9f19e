"""page/image-button-name"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, described, file_name
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Every image that sends a form says what it does.

    Why: a screen reader announces "button" or reads the file's name; nobody presses what has no name.
    Fix: `<input type="image" src="go.png" alt="Search">`.
    """
    for button in dom.named("input"):
        kind = (button.get("type") or "").strip().lower()
        if kind == "image" and button.heard and not dom.name(button):
            yield Found(
                button.place, f"{described(button)} has no text alternative", text=file_name(button)
            )


RULE = Rule(
    level="error",
    check=check,
    wcag="1.1.1",
    act=("59796f",),
    axe=("input-image-alt",),
    bad=(
        '<input type="image" src="go.png">',
        '<input type="image" src="go.png" alt="">',
        '<input type="image" src="go.png" value="Search">',
    ),
    good=(
        '<input type="image" src="go.png" alt="Search">',
        '<input type="image" src="go.png" title="Search">',
        '<input type="image" src="go.png" aria-label="Search">',
        '<input type="image" src="go.png" hidden>',
    ),
)
