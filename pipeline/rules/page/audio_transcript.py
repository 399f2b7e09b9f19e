"""page/audio-transcript"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from pipeline.dom import Dom, Element, described, file_name
from pipeline.findings import Found, Rule

_BLOCKS = frozenset(["dd", "div", "figure", "li", "p", "section", "td"])
_MOST = 100
"""Elements that are looked at near a sound."""
_OFFERS = frozenset(["a", "details"])


def check(dom: Dom) -> Iterator[Found]:
    """
    What is said in a sound file can be read as well.

    Why: who cannot hear it has nothing else. Whether the words stand somewhere on the page is for
    somebody to say; a link or a part to open beside the sound is taken for them.
    Fix: put the words below it: `<details><summary>What is said</summary> ... </details>`.
    """
    following: dict[Element, Element] = {}
    for sound in dom.named("audio"):
        playable = "controls" in sound.attributes or "autoplay" in sound.attributes
        if not sound.heard or not playable or sound.get("aria-describedby"):
            continue
        block = next((one for one in sound.around() if one.name in _BLOCKS), sound)
        if block.parent is not None and block not in following:
            following.update(pairwise(block.parent.elements))
        if not any(_offers(near) for near in (block, following.get(block)) if near):
            message = f"{described(sound)} comes without its words to read"
            yield Found(sound.place, message, text=file_name(sound))


def _offers(near: Element) -> bool:
    """Tell whether there is a link or a part to open; what is in the sound is for browsers that play none."""
    inside = (one for one in islice(near.inside(), _MOST) if one.name in _OFFERS)
    return near.name in _OFFERS or any(
        all(around.name != "audio" for around in one.around()) for one in inside
    )


RULE = Rule(
    level="review",
    check=check,
    wcag="1.2.1",
    act=("2eb176", "e7aa44"),
    axe=("audio-caption",),
    bad=('<p><audio src="talk.mp3" controls></audio></p><p>A talk.</p>',),
    good=(
        '<p><audio src="talk.mp3" controls></audio> <a href="talk.html">The talk to read</a></p>',
        '<p><audio src="talk.mp3" controls></audio></p><details><summary>Words</summary>A.</details>',
        '<audio src="talk.mp3" controls aria-describedby="t"></audio><p id="t">Words.</p>',
    ),
)
