"""page/image-alt-long"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pipeline.dom import Dom, described
from pipeline.findings import Found, Rule


def check(dom: Dom, *, most: int = 250) -> Iterator[Found]:
    """
    The text alternative of an image is a sentence or two, at most 250 characters.

    Why: a screen reader says it in one breath; nobody can stop in it, go back a word, or find a
    heading or a list there. Chinese, Japanese and Korean characters count twice.
    Fix: say the gist in the alternative, and the rest in the text, where everybody finds it.
    """
    for image in dom.playing("img"):
        alternative = image.get("alt") or ""
        # A character of one byte is narrow: the usual text is counted at once.
        width = len(alternative)
        if not alternative.isascii():
            width += sum(unicodedata.east_asian_width(one) in "WF" for one in alternative)
        if image.heard and width > most:
            message = (
                f"the text alternative of {described(image)} has {len(alternative)} characters"
            )
            yield Found(image.place, message, text=alternative[:60])


RULE = Rule(
    level="note",
    check=check,
    wcag="1.1.1",
    bad=(
        f'<img src="a.png" alt="{"A boat lies beside a pier. " * 10}">',
        f'<img src="a.png" alt="{"船が港にいます。" * 16}">',
    ),
    good=('<img src="a.png" alt="A boat lies beside a pier, and two people wave to it.">',),
)
