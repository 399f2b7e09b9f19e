"""The house's own style: its terms and glossary in one small file, and style packages of Vale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline import locales
from pipeline.housestyle.terms import Terms, pattern_of
from pipeline.housestyle.vale import Check


@dataclass(frozen=True, slots=True)
class Style:
    """A project's terms, and its checks of Vale by the language that they are for."""

    terms: Terms = field(default_factory=Terms)
    checks: Mapping[str, tuple[Check, ...]] = field(default_factory=dict)

    def spelt(self, language: str) -> frozenset[str]:
        """Give the words that the terms say are right in *language*: names, and what is wanted."""
        return frozenset(
            word
            for text in self._right(language)
            if not pattern_of(text)
            for word in text.split()
            if any(letter.isalpha() for letter in word)
        )

    def _right(self, language: str) -> Iterator[str]:
        yield from (term.written for term in self.terms.keep)
        for tag in {*self.terms.words, *self.terms.glossary}:
            if locales.language(tag) == language:
                wanted = (*self.terms.words_of(tag).preferred, *self.terms.glossary_of(tag))
                yield from (text for term in wanted for text in term.wanted)
