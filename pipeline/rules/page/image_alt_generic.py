"""page/image-alt-generic"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import generic
from pipeline.dom import Dom, described
from pipeline.findings import Found, Rule


def check(dom: Dom, *, locale: str) -> Iterator[Found]:
    """
    The text alternative of an image says what this image shows, and not that it is one.

    Why: a screen reader says "image" by itself; after "image, photo" nobody knows what is on it.
    Fix: write what a reader would miss if the image were not there: `![Two boats at the pier](boats.jpg)`.
    An image that adds nothing has an empty alternative.
    """
    for image in dom.playing("img"):
        name = dom.name(image) if image.heard else ""
        if name and generic.image(name, image.language or locale):
            message = f"the text alternative of {described(image)} fits every image: {name!r}"
            yield Found(image.place, message, text=name)


RULE = Rule(
    level="warning",
    check=check,
    wcag="1.1.1",
    act=("qt1vmo",),
    bad=(
        '<img src="a.png" alt="image">',
        '<img src="a.png" alt="[Photo]">',
        '<img src="a.png" alt="Figure 3.">',
        '<p lang="de"><img src="a.png" alt="Bild 2"></p>',
        '<p lang="ja"><img src="a.png" alt="画像"></p>',
        '<div role="img" aria-label="Logo"></div>',
    ),
    good=(
        '<img src="a.png" alt="Photo of a boat">',
        '<img src="a.png" alt="Bild">',
        '<p lang="de"><img src="a.png" alt="Image"></p>',
        '<img src="a.png" alt="">',
    ),
)
