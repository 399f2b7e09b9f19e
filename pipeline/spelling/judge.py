"""Which words of a version an editor should look at, and which only look strange."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from pipeline import locales
from pipeline.findings import Left, Misspelling
from pipeline.model import Passage
from pipeline.spelling import (
    building,
    certainty,
    context,
    foreign,
    medicine,
    names,
    plausible,
    ranking,
    reading,
    terms,
    tongues,
)
from pipeline.spelling.lexicon import Lexicon, script
from pipeline.spelling.reading import Doubt, Lexicons
from pipeline.spelling.terms import Terms

_SUGGESTED = 100
"""
How many forms of a version get suggestions and are looked up among the words nobody listed.

A version with more is in the wrong language, and needs no list of 1,000 corrections.
"""

_PART = 3
"""How long the part of a compound with hyphens is that may be another language's."""

_LIKELY = 0.8
"""The chance from which an unknown form is a misspelling rather than a word that nobody has listed."""

_RARE = 2.5
"""The zipf below which a term of medicine is hardly what was meant by another."""

_SHORT = 5
"""How long a short word of another language is."""


class Judge:
    """
    Judges the words of one version: a `model.Speller`.

    *lexicons* gives the lexicon of a locale, or None. *source* is the locale that the article was
    written in and *source_prose* its passages, for a translation; *project* are words that somebody
    has said to be right. *siblings* are the project's locales: a passage may have been left in one.
    """

    def __init__(
        self,
        locale: str,
        lexicons: Lexicons,
        *,
        source: str | None = None,
        source_prose: Sequence[Passage] = (),
        project: Collection[str] = (),
        siblings: Sequence[str] = (),
    ) -> None:
        """Keep what the words are judged by; nothing is loaded yet."""
        context.tokens.cache_clear()  # what the version before was read as is of no use to this one
        self._siblings = tuple(dict.fromkeys((source or locale, *siblings, "en")))
        self._locale = locale
        self._lexicons = lexicons
        self._source = source or locale
        self._source_prose = source_prose
        self._project = frozenset(project)
        self._asked: tuple[Sequence[Passage], list[Doubt]] | None = None
        self._heard: tuple[Sequence[Passage], list[tuple[Passage, Lexicon | None]]] | None = None

    def misspellings(self, prose: Sequence[Passage]) -> Iterator[Misspelling]:
        """
        Give each form of *prose* that is no word once, with all its places, in order of the first.

        A passage in another locale is judged in its own language; one without a dictionary is not.
        """
        doubts = self._in_doubt(prose)
        met = reading.named(prose, self._lexicons, self._locale)
        called = reading.cited(prose) | names.shown(doubts, met)
        groups: dict[building.Key, list[Doubt]] = {}
        for doubt in doubts:
            if not self._excused(doubt, called):
                groups.setdefault(_key(doubt), []).append(doubt)
        used = reading.known(prose, self._lexicons, self._locale)
        new = self._new_words(groups, used)
        own = self._project | {form for _, form in new} | used
        left = (group for key, group in groups.items() if key not in new)
        for number, group in enumerate(left):
            few = number < _SUGGESTED
            if few and (names.nothing_else(group, own) or self._term(group[0], own)):
                continue
            if few and self._plausible(group, own):
                yield Misspelling(group[0].form, tuple(one.place for one in group), plausible=True)
                continue
            yield self._misspelling(group, own if few else None)

    def left(self, prose: Sequence[Passage]) -> Iterator[Left]:
        """Give each passage of *prose* that was left in another language of the project."""
        for passage, other in self._tongues(prose):
            if other:
                language = locales.name(other.language, "en")
                yield Left(passage.origin.place, language, passage.text)

    def variants(self, prose: Sequence[Passage]) -> Iterator[Misspelling]:
        """Give each name that stands once and is spelt otherwise where it stands more often."""
        met: dict[str, list[Doubt]] = {}
        for doubt in self._in_doubt(prose):
            if doubt.mid_sentence and names.like_one(doubt) and doubt.lexicon.language != "de":
                met.setdefault(doubt.form, []).append(doubt)
        times = {form: len(found) for form, found in met.items() if form not in self._project}
        for rare, usual in names.variants(times):
            yield Misspelling(rare, (met[rare][0].place,), (usual,))

    def _misspelling(self, group: Sequence[Doubt], own: Collection[str] | None) -> Misspelling:
        """Tell of one form; without *own* nothing is proposed."""
        first, places = group[0], tuple(doubt.place for doubt in group)
        elsewhere = bool(self._there(first))
        if own is None:
            return Misspelling(first.form, places, foreign=elsewhere)
        suggestions = self._suggestions(first, own)
        if not suggestions or first.why == "other script":
            return Misspelling(first.form, places, suggestions, elsewhere)
        chances = certainty.chances(first.form, first.lexicon, own)
        slip = chances.slip > _LIKELY and not elsewhere
        return Misspelling(first.form, places, suggestions, elsewhere, slip, chances.first)

    def _read(self, prose: Sequence[Passage]) -> list[Passage]:
        """Give the passages whose words are the text's own: not the entries of a list of references."""
        references = context.references(prose)
        return [passage for number, passage in enumerate(prose) if number not in references]

    def _tongues(self, prose: Sequence[Passage]) -> list[tuple[Passage, Lexicon | None]]:
        """Give each passage to be read, and the language that it was left in, if in any."""
        if self._heard is None or self._heard[0] is not prose:
            self._heard = (
                prose,
                [(passage, self._left_in(passage)) for passage in self._read(prose)],
            )
        return self._heard[1]

    def _left_in(self, passage: Passage) -> Lexicon | None:
        """Give the language that a passage was left in, if it is not the one it says."""
        language = locales.language(passage.locale)
        if language != locales.language(self._locale):
            return None
        here = self._lexicons(passage.locale)
        others = [other for other in self._spoken if other.language != language]
        return tongues.left_in(passage, here, others)

    @cached_property
    def _spoken(self) -> tuple[Lexicon, ...]:
        """The languages of the project that can be judged."""
        return tuple(found for locale in self._siblings if (found := self._lexicons(locale)))

    def _in_doubt(self, prose: Sequence[Passage]) -> list[Doubt]:
        # Several rules ask about the same prose.
        if self._asked is None or self._asked[0] is not prose:
            found = [doubt for one in self._tongues(prose) for doubt in self._doubts(*one)]
            self._asked = prose, found
        return self._asked[1]

    def _there(self, doubt: Doubt) -> list[Lexicon]:
        """Give the languages that have a word which the text may have kept from them."""
        return [other for other in self._others(doubt.lexicon) if other.knows(doubt.form)]

    def _doubts(self, passage: Passage, other: Lexicon | None) -> Iterator[Doubt]:
        lexicon = self._lexicons(passage.locale)
        if other:
            # Half of the passage may have been translated.
            found = reading.doubts(passage, other)
            return (doubt for doubt in found if not (lexicon and lexicon.knows(doubt.form)))
        if lexicon is None:
            return self._latin_words(passage)
        return reading.doubts(passage, lexicon, self._others(lexicon))

    def _latin_words(self, passage: Passage) -> Iterator[Doubt]:
        """
        Give the mistyped words of the source's language in a text that has other letters.

        Of a language without a dictionary nothing else can be judged.
        """
        known = tuple(found for locale in (self._source, "en") if (found := self._lexicons(locale)))
        if not known or tongues.written_in(passage.text, known[0].script):
            return
        for doubt in reading.doubts(passage, known[0], known[1:]):
            low = doubt.form.islower() and script(doubt.form[0]) == known[0].script
            new = low and not any(other.knows(doubt.form) for other in known)
            if new and ranking.near_miss(doubt.form, known[0], zipf=reading.COMMON):
                yield doubt

    def _others(self, lexicon: Lexicon) -> tuple[Lexicon, ...]:
        """Give the languages whose words a text may have kept: the source's, and English."""
        found = (self._lexicons(locale) for locale in dict.fromkeys((self._source, "en")))
        return tuple(other for other in found if other and other.language != lexicon.language)

    @cached_property
    def _terms(self) -> Terms:
        return terms.gather(self._source_prose, self._lexicons)

    def _terms_for(self, lexicon: Lexicon) -> Terms:
        """Give the terms that a passage may share with the source: none, if it is in its language."""
        return Terms() if lexicon.language == locales.language(self._source) else self._terms

    def _excused(self, doubt: Doubt, called: Collection[str]) -> bool:
        """Is a word right for a reason that can be seen at once."""
        form, lexicon = doubt.form, doubt.lexicon
        if form in self._project or lexicon.fold(form) in self._project:
            return True
        if doubt.why == "left over":
            return doubt.quoted
        if (
            (terms.acronym(form) and not names.moved(doubt))
            or form in called
            or self._terms_for(lexicon).keep(form)
        ):
            return True
        if self._from_elsewhere(doubt):
            return True
        if doubt.why == "other script":
            return doubt.capital or self._set_apart(doubt)
        return doubt.quoted and any(other.knows(form) for other in self._others(lexicon))

    def _from_elsewhere(self, doubt: Doubt) -> bool:
        """Is a word another language's by how it is written: "Restless-Legs", "the PREEMPT trial"."""
        low = doubt.form.lower()
        written = doubt.joined or doubt.form.isupper()
        if doubt.joined and doubt.capital and doubt.lexicon.zipf(low) > building.MET:
            # Who gave the thing its name: "Köbner-Phänomen".
            return True
        return (
            (written and len(low) >= _PART)
            and doubt.why == "unknown"
            and any(
                other.knows(low) or other.knows(doubt.form) for other in self._others(doubt.lexicon)
            )
        )

    def _set_apart(self, doubt: Doubt) -> bool:
        """Is a word in other letters quoted or in brackets, and right in its own language."""
        if not (doubt.quoted or doubt.bracketed):
            return False
        reader = self._reader(doubt)
        return reader is None or reader.knows(doubt.form) or ranking.stands(doubt.form, reader)

    def _reader(self, doubt: Doubt) -> Lexicon | None:
        """Give the language that a word in other letters is likely to be in."""
        letters = script(doubt.form[0])
        others = self._others(doubt.lexicon)
        return next((other for other in others if other.script == letters), None)

    def _new_words(
        self, groups: Mapping[building.Key, Sequence[Doubt]], used: AbstractSet[str]
    ) -> frozenset[building.Key]:
        """Give the forms that are words although nobody has listed them; *used* are known words."""
        often = sorted(groups, key=lambda key: -len(groups[key]))[:_SUGGESTED]
        asked = [key for key in often if groups[key][0].why == "unknown"]
        times = Counter(rest for key in asked for rest in building.rests(key) for _ in groups[key])
        new = {key for key in asked if self._in_use(key, times)}
        own = {form.lower() for form in self._project}
        own |= {rest for key in new for rest in building.rests(key)}
        for key in asked:
            # One slip away from a word of the text it is that word, mistyped: "ketamnia".
            if key not in new and (
                building.derived(key, own | used)
                or building.compound(key, own)
                or building.joined_adjective(key, own)
                or building.counted(key, own)
                or building.inflected(key, own)
                or self._medical(key, own)
                or self._adapted(key, own)
            ):
                new.add(key)
                own |= set(building.rests(key))
        return frozenset(new)

    def _in_use(self, key: building.Key, times: Mapping[str, int]) -> bool:
        lexicon, form = key
        there = [other for other in self._others(lexicon) if other.knows(form)]
        if not all(foreign.loan(form, lexicon, other) for other in there):
            return False
        return any(
            ranking.stands(rest, lexicon, times=times[rest], taken_over=bool(there))
            for rest in building.rests(key)
        )

    def _adapted(self, key: building.Key, own: AbstractSet[str]) -> bool:
        """Is a form a term of the source in this language's spelling, and not a slip of such a one."""
        lexicon, form = key
        shared = self._terms_for(lexicon)
        if not any(map(shared.adapt, building.rests(key))):
            return False
        left = any(other.knows(form) for other in self._others(lexicon))
        return not left and not ranking.near_miss(form, lexicon, own, zipf=building.MET)

    def _plausible(self, group: Sequence[Doubt], own: Collection[str]) -> bool:
        """Is a form likelier a word that nobody has listed, and for who is strict alone."""
        first, hints = group[0], reading.hints(group)
        return first.why == "unknown" and plausible.plausible(
            first.form, first.lexicon, own, there=self._there(first), hints=hints
        )

    def _term(self, doubt: Doubt, own: Collection[str]) -> bool:
        """
        Is a form a term by its build, or one that languages share: "zolmitriptan", "formoterol".

        It is like no known word, so that nothing shows that it was mistyped.
        """
        if doubt.why != "unknown":
            return False
        form, lexicon = doubt.form, doubt.lexicon
        if certainty.chances(form, lexicon, own).slip > plausible.ALIKE:
            return False
        small = lexicon.fold(form)
        if form.isupper() or medicine.shaped(small) or building.built(small, lexicon):
            return True
        return any(foreign.shared(small, other) for other in self._others(lexicon))

    def _medical(self, key: building.Key, own: AbstractSet[str]) -> bool:
        """Is a form put together from Greek and Latin, and no slip of a common word."""
        lexicon, form = key
        return medicine.compound(form) and not ranking.near_miss(form, lexicon, own, zipf=_RARE)

    def _suggestions(self, doubt: Doubt, own: Collection[str]) -> tuple[str, ...]:
        if doubt.why != "other script":
            if self._there(doubt) and not self._loan(doubt, own):
                # "the" in French is no slip of "thé".
                return ()
            return ranking.suggest(doubt.form, doubt.lexicon, own)
        reader = self._reader(doubt)
        if reader is None or reader.knows(doubt.form):
            return ()
        return ranking.suggest(doubt.form, reader, own)

    def _loan(self, doubt: Doubt, own: Collection[str]) -> bool:
        """Is a long word of another language nearly the same here: "depression", "depresión"."""
        near = ranking.near_miss(doubt.form, doubt.lexicon, own)
        return doubt.why == "unknown" and len(doubt.form) > _SHORT and near


def _key(doubt: Doubt) -> building.Key:
    return doubt.lexicon, doubt.lexicon.fold(doubt.form)
