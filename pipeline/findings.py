"""
What rules are and what they find; what a page, a catalog or an author may ask of them.

A rule yields what it `Found`; stamped with rule, level, article and locale that is a `Finding`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

from pipeline.model import Passage, Place

Level = Literal["error", "warning", "note", "review"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note", "review")
"""From the gravest. What is for review is a question to a person, and never holds a version."""

Fix = Literal["", "safe", "unsafe"]
"""May the first suggestion be written in place of the text by a program: not, always, if somebody looks."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found, and what it proposes instead, best first."""

    place: Place
    message: str
    suggestions: tuple[str, ...] = ()
    text: str = ""
    """What it is about, as it is written there."""
    level: Level | None = None
    """How much it matters, where that is not the same for all that the rule finds."""
    certainty: float = 0.0
    """The chance, from 0 to 1, that the first suggestion is what was meant; 0 where nobody knows."""
    end: Place | None = None
    """Where the text ends: behind its last character. None, where only its beginning is known."""
    fix: Fix = ""
    others: tuple[Place, ...] = ()
    """Where the same text stands again, of what is found once for all its places."""

    @classmethod
    def of(
        cls,
        passage: Passage,
        start: int,
        end: int,
        message: str,
        *suggestions: str,
        fix: Fix = "",
        level: Level | None = None,
    ) -> Found:
        """
        Give what was found in *passage* from the offset *start* up to *end*.

        >>> from pipeline.model import Origin
        >>> passage = Passage("Of of it.", "en", "paragraph", Origin("a.md", ((0, 3, 1),)))
        >>> Found.of(passage, 0, 5, "stands twice", "Of").end
        Place(path='a.md', line=3, column=6)
        """
        first, last = passage.origin.at(start), passage.origin.at(max(end - 1, start))
        behind = replace(last, column=last.column + (end > start))
        text = passage.text[start:end]
        return cls(first, message, suggestions, text, level, end=behind, fix=fix)


@dataclass(frozen=True, slots=True)
class Rule:
    """
    The declaration of a check. Its id is the path of its file: `rules/page/image_alt.py` is `page/image-alt`.

    *bad* and *good* are examples that the tests run: Markdown (or a pair of locale and Markdown) for
    a prose rule, a pair of msgid and msgstr for a translation rule, HTML for a page rule.
    *languages* are those it knows; empty, if it knows all. *wcag* is a success criterion, *act* and
    *axe* are what the ACT rules and axe-core call the same; *source* says where its facts are from.
    """

    level: Level
    check: Callable[..., Iterator[Found]]
    bad: tuple[Any, ...]
    good: tuple[Any, ...]
    wcag: str = ""
    act: tuple[str, ...] = ()
    axe: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()
    source: str = ""

    def knows(self, language: str) -> bool:
        """Tell whether it can say anything of a text in *language*, a subtag."""
        return not self.languages or language in self.languages


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one version: stamped with rule, level, article and locale."""

    place: Place
    level: Level
    rule: str
    message: str
    article: str
    locale: str
    suggestions: tuple[str, ...] = ()
    text: str = ""
    certainty: float = 0.0
    end: Place | None = None
    fix: Fix = ""
    others: tuple[Place, ...] = ()
    context: str = field(default="", compare=False)
    """The sentence that it stands in, or the heading above it."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """An unknown word form of a version: where it stands, and what was likely meant, best first."""

    word: str
    places: tuple[Place, ...]
    suggestions: tuple[str, ...] = ()
    foreign: bool = False
    """It is a word, but of another language."""
    slip: bool = False
    """It is likely some known word, misspelt; otherwise it may be a word that no dictionary has."""
    certainty: float = 0.0
    """The chance, from 0 to 1, that the first suggestion is what was meant."""
    plausible: bool = False
    """It is like no known word, and built as the language builds words: only who is strict asks."""


@dataclass(frozen=True, slots=True)
class Left:
    """A passage in another language than its version: where it begins, and the language's English name."""

    place: Place
    language: str
    text: str


class Identifier(Protocol):
    """Tells which language a text is in."""

    def likeliest(self, text: str, among: Collection[str] = ()) -> tuple[str, float]:
        """Give the likeliest language of *text*, of all or *among* some, and its probability."""
        ...


class Speller(Protocol):
    """Judges the words of one version; made for its locale, its article and its project."""

    def misspellings(self, prose: Sequence[Passage]) -> Iterator[Misspelling]:
        """Give each unknown form of *prose* once, in order of its first place."""
        ...

    def left(self, prose: Sequence[Passage]) -> Iterator[Left]:
        """Give each passage of *prose* that is in another language than it should be."""
        ...

    def variants(self, prose: Sequence[Passage]) -> Iterator[Misspelling]:
        """Give each name of *prose* that it spells another way elsewhere, and the way it does so."""
        ...
