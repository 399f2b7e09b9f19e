"""page/image-alt"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, described, file_name
from pipeline.findings import Found, Rule

_ROLES = frozenset(["", "img", "none"])


def check(dom: Dom) -> Iterator[Found]:
    """
    Every image says what it shows, or says that it shows nothing.

    Why: without a text alternative a screen reader reads the file's name aloud, or nothing at all.
    Fix: `![A map of the harbour](map.png)`; for decoration `<img src="line.png" alt="">`.
    """
    for image in dom.named("img"):
        if not image.heard or image.get("alt") == "" or dom.asked(image) not in _ROLES:
            continue
        # Who asks to be nothing, and could be it.
        if dom.role(image) != "none" and not dom.name(image):
            problem = "only white space as its" if image.get("alt") else "no"
            message = f"{described(image)} has {problem} text alternative"
            yield Found(image.place, message, text=file_name(image))


RULE = Rule(
    level="error",
    check=check,
    wcag="1.1.1",
    act=("23a2a8",),
    axe=("image-alt",),
    bad=(
        '<img src="map.png">',
        "<p>The way <img src='map.png' alt=' '> there.</p>",
        '<img src="map.png" aria-label="">',
        '<img src="map.png" aria-labelledby="nobody">',
        '<img src="map.png" role="presentation" tabindex="0">',
    ),
    good=(
        '<img src="map.png" alt="A map of the harbour">',
        '<p>The way <img src="arrow.png" alt=""> there.</p>',
        '<p><img src="line.png" role="presentation"></p>',
        '<p><img src="line.png" aria-hidden="true"></p>',
        '<p hidden><img src="map.png"></p>',
        '<p><img src="map.png" title="A map of the harbour"></p>',
        '<p><img src="map.png" aria-label="A map of the harbour"></p>',
        '<p><img src="map.png" aria-labelledby="c"><span id="c">A map of the harbour</span></p>',
    ),
)
