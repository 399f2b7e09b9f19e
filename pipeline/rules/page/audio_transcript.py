"""page/audio-transcript"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, Element, described, file_name
from pipeline.findings import Found, Rule

_BLOCKS = frozenset(["dd", "div", "figure", "li", "p", "section", "td"])
_OFFERS = frozenset(["a", "details"])


def check(dom: Dom) -> Iterator[Found]:
    """
    What is said in a sound file can be read as well.

    Why: who cannot hear it has nothing else. Whether the words stand somewhere on the page is for
    somebody to say; a link or a part to open beside the sound is taken for them.
    Fix: put the words below it: `<details><summary>What is said</summary> ... </details>`.
    """
    for sound in dom.named("audio"):
        playable = "controls" in sound.attributes or "autoplay" in sound.attributes
        if sound.heard and playable and not sound.get("aria-describedby") and not _offered(sound):
            message = f"{described(sound)} comes without its words to read"
            yield Found(sound.place, message, text=file_name(sound))


def _offered(sound: Element) -> bool:
    """Tell whether the block of the sound, or the one behind it, holds a link or a part to open."""
    block = next((one for one in sound.around() if one.name in _BLOCKS), None)
    beside = [block, _behind(block)] if block else [_behind(sound)]
    return any(
        one.name in _OFFERS and sound not in one.around()
        for near in beside
        if near
        for one in (near, *near.inside())
        if sound not in one.around()
    )


def _behind(element: Element) -> Element | None:
    siblings = element.parent.elements if element.parent else []
    after = siblings[siblings.index(element) + 1 :] if element in siblings else []
    return after[0] if after else None


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
        '<audio src="talk.mp3" controls aria-describedby="w"></audio><p id="w">Words.</p>',
    ),
)
