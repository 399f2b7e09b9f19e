"""page/button-name"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, described
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    Every button says what it does.

    Why: a screen reader announces "button", and nobody presses a button without knowing what follows.
    Fix: write the word into it, or give a button with a drawing an `aria-label`.
    """
    for button in dom.playing("button", "menuitem"):
        # An image that is pressed is judged as an image.
        image = button.name == "input" and (button.get("type") or "").strip().lower() == "image"
        if button.heard and not image and not dom.name(button):
            yield Found(button.place, f"{described(button)} has no accessible name")


RULE = Rule(
    level="error",
    check=check,
    wcag="4.1.2",
    act=("97a4e1", "m6b1q3"),
    axe=("button-name", "input-button-name", "aria-command-name"),
    bad=(
        "<button></button>",
        '<button><img src="x.png" alt=""></button>',
        '<button><span aria-hidden="true">×</span></button>',
        '<button value="Send"></button>',
        '<input type="button">',
        '<input type="submit" value="">',
        '<span role="button" tabindex="0"></span>',
        '<ul role="menu"><li role="menuitem" tabindex="0"></li></ul>',
    ),
    good=(
        "<button>Send</button>",
        '<button aria-label="Close">×</button>',
        '<button title="Close"></button>',
        '<button><img src="x.png" alt="Close"></button>',
        '<input type="button" value="Send">',
        '<input type="submit">',
        "<button hidden></button>",
    ),
)
