"""The messages in a block of code that has been put by as HTML: its comments, for mdBook its strings too."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import partial

from pipeline.listings import comments, mdbook
from pipeline.listings.comments import Part
from pipeline.settings import Reading

Visit = Callable[[Part, Callable[[str], bool]], str | None]
"""Takes a part, and what says whether a translation can stand there; gives the translation, or None."""

_LISTING = re.compile(
    r"(?P<start>\s*<pre[^>]*><code(?:[^>]*\bclass=\"language-(?P<language>[^\s\"]*)[^>]*|[^>]*)>)"
    r"(?P<code>.*)(?P<end></code></pre>\s*)",
    re.DOTALL,
)


def translate(block: str, visit: Visit, reading: Reading) -> str | None:
    """
    Give *block* with each part replaced by what *visit* makes of it; None, if it is no listing.

    >>> block = '<pre><code class="language-python">row()  # now\\n</code></pre>'
    >>> translate(block, lambda part, accepts: part.text.upper(), Reading(comments=True))
    '<pre><code class="language-python">row()  # NOW\\n</code></pre>'
    """
    match = _LISTING.fullmatch(block)
    if match is None:
        return None
    profile = mdbook if reading.profile == "mdbook" else comments
    text = html.unescape(match["code"])
    written: list[tuple[Part, str]] = []
    for part in profile.parts(text, match["language"] or ""):
        accepts = partial(_accepts, profile.write, part)
        translation = visit(part, accepts)
        new = None if translation is None else profile.write(part, translation)
        if new is not None:
            written.append((part, new))
    if not written:
        return block
    return match["start"] + html.escape(comments.splice(text, written)) + match["end"]


def _accepts(write: Callable[[Part, str], str | None], part: Part, translation: str) -> bool:
    return write(part, translation) is not None
