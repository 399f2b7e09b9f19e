"""The names and terms of an article, which its translations keep or make their own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model import Passage
from pipeline.spelling import context, distance, ranking, reading, sounds
from pipeline.spelling.reading import Doubt, Lexicons

_INNER_CAPITAL = re.compile(r"[^\W\d_A-ZА-Я][A-ZА-Я]|[A-ZА-Я]{3,}[^\W\d_A-ZА-Я]{1,2}\Z")

_TECHNICAL = 3.5
"""Below this zipf a word of six letters and more is a term of its subject rather than of everyone."""

_LOOKED_AT = 200
"""How many unknown words of the source are looked at closely."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Forms that a translation may keep as they are, and small words that it may adapt."""

    kept: frozenset[str] = frozenset()
    adapted: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()
    """The consonants of both, for languages in another script."""

    def keep(self, form: str) -> bool:
        """Is *form* a name or term of the source as it stands there."""
        return form in self.kept or form.lower() in self.kept

    def adapt(self, form: str) -> bool:
        """
        Is *form* a term of the source in another language's spelling.

        >>> terms = Terms(adapted=frozenset({"ketamine"}))
        >>> [form for form in ("kétamine", "ketamin", "ketamnia", "vitamin") if terms.adapt(form)]
        ['kétamine', 'ketamin']
        """
        plain = distance.bare(form.lower())
        if not plain.isascii():
            # Russian and Hebrew add endings.
            heard = sounds.skeleton(form)
            return heard in self.sounds or heard[:-1] in self.sounds
        return len(plain) > 5 and any(_cognate(plain, term) for term in self.adapted)


def gather(prose: Iterable[Passage], lexicons: Lexicons) -> Terms:
    """
    Give the terms of an article's own *prose*.

    A term is a word that the source's dictionary does not know, one that has a capital inside a
    sentence, an acronym. Where the source has no dictionary, every word in letters that have capitals
    is one. Common words are not terms: "the" left in a translation is a mistake, and so is a slip of
    the source that was copied.
    """
    kept: set[str] = set()
    adapted: set[str] = set()
    unknown: dict[Doubt, None] = {}
    for passage in prose:
        lexicon = lexicons(passage.locale)
        found = context.tokens(passage)
        if lexicon is None:
            kept.update(token.form for token in found if token.word.text.isascii())
            continue
        # German nouns have capitals, and so has every word of an English title.
        names = lexicon.language != "de" and not context.titled(found)
        for token in found:
            form = token.form
            pieces = {form, *re.split("['-]", form)}
            if acronym(form) or (names and form[:1].isupper() and not token.initial):
                kept |= pieces
            adapted |= {
                distance.bare(piece.lower())
                for piece in pieces
                if len(piece) > 5 and lexicon.zipf(piece) < _TECHNICAL
            }
        unknown |= dict.fromkeys(reading.doubts(passage, lexicon))
    kept.update(
        doubt.form
        for number, doubt in enumerate(unknown)
        if doubt.capital or number >= _LOOKED_AT or not _slip(doubt)
    )
    heard = map(sounds.skeleton, kept | adapted)
    return Terms(frozenset(kept), frozenset(adapted), frozenset(s for s in heard if len(s) > 3))


def _slip(doubt: Doubt) -> bool:
    """Is an unknown word likelier a common word mistyped than a term."""
    return any(found.score > 0 for found in ranking.rank(doubt.form, doubt.lexicon)[:1])


def acronym(form: str) -> bool:
    """
    Is *form* in the capitals of an acronym or a product: "PTSD", "SSRIs", "mmHg"; not "WHich".

    >>> [acronym(form) for form in ("PTSD", "SSRIs", "mmHg", "WHich", "Which", "DEPRESSION")]
    [True, True, True, False, False, False]
    """
    if form.isupper():
        return len(form) <= 6
    plural = form[-1:] == "s" and 2 < len(form) <= 7 and form[:-1].isupper()
    return plural or _INNER_CAPITAL.search(form) is not None


def _cognate(form: str, term: str) -> bool:
    """Are two words without accents the same but for their endings."""
    pairs = zip(form, term, strict=False)
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    return same >= max(5, 0.7 * min(len(form), len(term))) and max(len(form), len(term)) - same <= 3
