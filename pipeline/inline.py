"""
Python-Markdown's inline patterns, each tried only in texts in which it can match.

The stock processor searches every text with all 16 patterns; most texts are plain prose, in which none
of them can match, and others have one kind of markup. What a pattern cannot match without is seen at a
glance, and the page is the same byte for byte.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown import Markdown, inlinepatterns
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_SIGNS = ("`", "\\", "[", "<", "&", "*", "_", "  \n")

# By what it searches, not by its name: what an extension or another release has changed is not known
# here, and so is tried everywhere.
NEEDS: dict[str, str] = {
    inlinepatterns.BACKTICK_RE: "`\\",
    r"(?<!\\)\\\n": "\\",
    inlinepatterns.ESCAPE_RE: "\\",
    r"\[\^([^\]]*)\]": "[",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.REFERENCE_RE: "[",
    inlinepatterns.IMAGE_LINK_RE: "[",
    inlinepatterns.IMAGE_REFERENCE_RE: "[",
    inlinepatterns.AUTOLINK_RE: "<",
    inlinepatterns.AUTOMAIL_RE: "<",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
    r"\*|_": "*_",
}
"""What a pattern searches, and the signs of which at least one stands in whatever it matches."""
_BREAK = {inlinepatterns.LINE_BREAK_RE: "  \n"}


def needs(pattern: Pattern) -> frozenset[str]:
    """
    Give the signs without which *pattern* matches nothing; none, where that is not known.

    >>> sorted(needs(inlinepatterns.SimpleTextInlineProcessor(inlinepatterns.ENTITY_RE)))
    ['&']
    """
    searched = pattern.getCompiledRegExp().pattern
    return frozenset({_BREAK[searched]} if searched in _BREAK else NEEDS.get(searched, ""))


class Inline(InlineProcessor):
    """The stock processor, which is shown of all patterns those that a text has signs of."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._all = list(md.inlinePatterns)
        self._needs = [needs(pattern) for pattern in self._all]
        self._by_signs: dict[tuple[str, ...], Sequence[Pattern]] = {}
        self._inside = False

    def _able(self, text: str) -> Sequence[Pattern]:
        """Give the patterns that may match in *text*, or in a part of it."""
        signs = tuple([sign for sign in _SIGNS if sign in text])
        known = self._by_signs.get(signs)
        if known is None:
            known = self._by_signs[signs] = [
                pattern
                for pattern, needed in zip(self._all, self._needs, strict=True)
                if not needed or needed.intersection(signs)
            ]
        return known

    # The one place where a text meets the patterns; what stands inside of a match comes by here again,
    # and goes on with the patterns of its text.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if self._inside or isinstance(data, AtomicString):
            return self._searched(data, patternIndex)
        # It is counted and indexed, as a list can be too.
        self.inlinePatterns = self._able(data)  # type: ignore[assignment]
        self._inside = True
        try:
            return self._searched(data, patternIndex)
        finally:
            self._inside = False

    def _searched(self, data: str, pattern_index: int) -> str:
        return super()._InlineProcessor__handleInline(data, pattern_index)  # type: ignore[misc, no-any-return]


def install(engine: Markdown) -> Markdown:
    """Let *engine* search so, once all its extensions are loaded, and give it back."""
    stock = engine.treeprocessors["inline"]
    # An extension may have brought its own.
    if type(stock) is InlineProcessor:
        engine.treeprocessors.register(Inline(engine), "inline", 20)
    return engine
