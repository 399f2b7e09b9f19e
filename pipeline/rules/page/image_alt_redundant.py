"""page/image-alt-redundant"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Rule

_AROUND = {
    "a": "the link around it",
    "button": "the button around it",
    "dd": "the item around it",
    "dt": "the item around it",
    "figure": "its caption",
    "li": "the item around it",
    "p": "the paragraph around it",
    "td": "the cell around it",
    "th": "the cell around it",
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6"], "the heading around it"),
}


def check(dom: Dom) -> Iterator[Found]:
    """
    The text alternative of an image says what the text around it does not.

    Why: what stands in the caption, link or heading as well is read out twice.
    Fix: say in the alternative what is to be seen, and in the caption what it means. Beside the words
    of a link an icon needs none: `<img src="clock.png" alt="">`.
    """
    texts: dict[Element, str] = {}
    for image in dom.playing("img"):
        if not image.heard or not (name := _plain(dom.name(image))):
            continue
        for around in image.around():
            if around.name not in _AROUND:
                continue
            if around not in texts:
                texts[around] = _plain(_text(around))
            if texts[around] == name:
                message = (
                    f"the text alternative of {described(image)} repeats {_AROUND[around.name]}"
                )
                yield Found(image.place, message, text=dom.name(image))
                break
            if around.name not in ("a", "p"):
                break


def _text(around: Element) -> str:
    if around.name != "figure":
        return around.shown()
    return " ".join(one.shown() for one in around.elements if one.name == "figcaption")


def _plain(text: str) -> str:
    """Give *text* as it sounds, more or less."""
    return text.casefold().strip(" .!?:;,…»«\"'()[]")


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.1.1",
    axe=("image-redundant-alt",),
    bad=(
        '<figure><img src="a.png" alt="The harbour"><figcaption>The harbour.</figcaption></figure>',
        '<a href="hours.html"><img src="clock.png" alt="Hours"> Hours</a>',
        '<h2><img src="clock.png" alt="Hours"> <span>Hours</span></h2>',
        '<p><a href="hours.html"><img src="clock.png" alt="Hours"></a> hours</p>',
    ),
    good=(
        '<figure><img src="a.png" alt="Two boats at a pier"><figcaption>The harbour</figcaption></figure>',
        '<a href="hours.html"><img src="clock.png" alt=""> Hours</a>',
        '<a href="hours.html"><img src="clock.png" alt="Hours"></a>',
        '<p>The hours <img src="clock.png" alt="Hours"></p>',
        '<figure><img src="a.png" alt="Two boats"></figure>',
    ),
)
