"""page/media-autoplay"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom, Element, described, file_name
from pipeline.findings import Found, Level, Rule

_PART = re.compile(r"#(?:.*&)?t=(?:npt:)?(\d{1,6}(?:\.\d{1,9})?)?,(\d{1,6}(?:\.\d{1,9})?)$")


def check(dom: Dom) -> Iterator[Found]:
    """
    No sound begins by itself unless it can be stopped.

    Why: it drowns the voice of the screen reader, with which one would look for the button to stop it.
    Three seconds are borne (WCAG 1.4.2). Whether a film has sound, or the page a button of its own, is
    not in its markup.
    Fix: take `autoplay` away, or add `controls`, or `muted` if it is only to be seen.
    """
    for medium in dom.having("autoplay"):
        if medium.name not in ("audio", "video") or not medium.seen:
            continue
        if not medium.attributes.keys() & {"controls", "muted"} and not _short(medium):
            level: Level | None = "warning" if medium.name == "video" else None
            message = f"{described(medium)} begins by itself and has no controls"
            yield Found(medium.place, message, text=file_name(medium), level=level)


def _short(medium: Element) -> bool:
    """Tell whether the address asks for no more than three seconds of it."""
    if "loop" in medium.attributes:
        return False
    sources = (one for one in (medium, *medium.elements) if one.name != "track")
    parts = [_PART.search(one.attributes["src"]) for one in sources if "src" in one.attributes]
    return bool(parts) and all(part and float(part[2]) - float(part[1] or 0) <= 3 for part in parts)


RULE = Rule(
    level="error",
    check=check,
    wcag="1.4.2",
    act=("80f0bf",),
    axe=("no-autoplay-audio",),
    bad=(
        '<audio src="song.mp3" autoplay></audio>',
        '<video autoplay><source src="boats.mp4"></video>',
        '<audio src="song.mp3#t=8,20" autoplay></audio>',
        '<audio src="song.mp3#t=0,2" autoplay loop></audio>',
    ),
    good=(
        '<audio src="song.mp3" autoplay controls></audio>',
        '<video src="boats.mp4" autoplay muted></video>',
        '<audio src="song.mp3#t=8,10" autoplay></audio>',
        '<audio src="song.mp3" controls></audio>',
    ),
)
