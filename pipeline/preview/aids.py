"""What helps with a sentence: the glossary, and how the same or a like one is translated elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline import locales, project
from pipeline.errors import PipelineError
from pipeline.housestyle import Style, matching
from pipeline.merging import alike
from pipeline.model import Message, Source
from pipeline.po import load
from pipeline.settings import Config

_MOST = 8


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation that somebody wrote: of which article, and whether it awaits a review."""

    source: str
    string: str
    article: str
    fuzzy: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries a catalog has, and how many of them are to be done."""

    todo: int
    total: int


@dataclass(slots=True)
class Memory:
    """The translations of a project by locale and article, read one catalog at a time."""

    _read: dict[tuple[str, str], tuple[Source | None, Count | None]] = field(default_factory=dict)
    _texts: dict[str, dict[str, tuple[Remembered, ...]]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def knows(self, locale: str, article: str) -> bool:
        """Has that catalog been read."""
        return (locale, article) in self._read

    def count(self, locale: str, article: str) -> Count | None:
        """Give the count of a catalog, if it was read."""
        return self._read.get((locale, article), (None, None))[1]

    def forget(self, locale: str, article: str) -> None:
        """Let a catalog be read again."""
        self._read.pop((locale, article), None)

    def read(self, settings: Config, locale: str, article: str) -> None:
        """Read a catalog; one that is broken has nothing."""
        try:
            source = project.catalog(settings, locale, article)
            messages = load(source.data, source.path).messages if source else ()
        except PipelineError:
            source, messages = None, ()
        live = [one for one in messages if not one.obsolete]
        todo = sum(not one.translated for one in live)
        self._read[locale, article] = source, Count(todo, len(live)) if source else None
        self._texts[locale][article] = tuple(_remembered(live, article))

    def find(self, locale: str, text: str, article: str) -> list[dict[str, Any]]:
        """Give how *text* and what is like it is translated, the same first, this *article*'s own last."""
        known = [one for texts in self._texts[locale].values() for one in texts]
        found: dict[tuple[str, str], tuple[float, Remembered]] = {}
        for number, likeness in alike.nearest(text, [one.source for one in known], most=50):
            one = known[number]
            if one.source == text and one.article == article:
                continue
            found.setdefault((one.source, one.string), (likeness, one))
        ordered = sorted(found.values(), key=lambda each: (each[1].source != text, -each[0]))
        return [
            {
                "source": one.source,
                "string": one.string,
                "article": one.article,
                "state": "fuzzy" if one.fuzzy else "translated",
                "same": one.source == text,
                "likeness": round(likeness, 2),
            }
            for likeness, one in ordered[:_MOST]
        ]


def glossary(style: Style | None, text: str, source: str, locale: str) -> list[dict[str, str]]:
    """Give the terms of the house style that stand in *text*, each with what *locale* has for it."""
    entries = style.terms.glossary_of(locale) if style else ()
    if not entries:
        return []
    index = matching.index(entries, locales.language(source))
    try:
        hits = [hit.term for hit in matching.find(index, text)]
    except matching.TooSlowError:
        return []
    return [
        {"source": term.written, "target": ", ".join(term.wanted)} for term in dict.fromkeys(hits)
    ]


def _remembered(messages: Sequence[Message], article: str) -> Iterator[Remembered]:
    for one in messages:
        if one.string and one.plural is None:
            yield Remembered(one.id, one.string, article, one.fuzzy)
