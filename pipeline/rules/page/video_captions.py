"""page/video-captions"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, described, file_name
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    A film with sound has captions.

    Why: who cannot hear it, or sits in a train, has nothing else. A film may have them drawn into
    its pictures, or have no sound: somebody has to look.
    Fix: `<video ...><track kind="captions" src="boats.vtt" srclang="en" label="English"></video>`.
    """
    for film in dom.named("video"):
        tracks = (one for one in film.inside() if one.name == "track" and one.get("src"))
        kinds = {(one.get("kind") or "subtitles").strip().lower() for one in tracks}
        silent = "muted" in film.attributes
        if film.heard and not silent and not kinds & {"captions", "subtitles"}:
            message = f"{described(film)} has no track of captions"
            yield Found(film.place, message, text=file_name(film))


RULE = Rule(
    level="review",
    check=check,
    wcag="1.2.2",
    act=("eac66b",),
    axe=("video-caption",),
    bad=(
        '<video src="boats.mp4" controls></video>',
        '<video src="boats.mp4" controls><track kind="descriptions" src="a.vtt"></video>',
    ),
    good=(
        '<video src="boats.mp4" controls><track kind="captions" src="a.vtt" srclang="en"></video>',
        '<video src="boats.mp4" controls><track src="a.vtt" srclang="en"></video>',
        '<video src="boats.mp4" autoplay muted loop></video>',
    ),
)
