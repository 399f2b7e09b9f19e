"""Which words of a version an editor should look at, and which only look strange."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from pipeline import locales
from pipeline.model import Misspelling, Passage
from pipeline.spelling import context, foreign, ranking, reading, terms
from pipeline.spelling.lexicon import LONGEST, Lexicon, script
from pipeline.spelling.reading import Doubt, Lexicons
from pipeline.spelling.terms import Terms

Key = tuple[Lexicon, str]
"""A form in small letters, and the lexicon that does not have it."""

_SUGGESTED = 100
"""
How many forms of a version get suggestions and are looked up among the words nobody listed.

A version with more is in the wrong language, and needs no list of 1,000 corrections.
"""

_MET = 1.5
"""The zipf below which a word is so rare that nothing is a slip of it."""

_TECHNICAL = 3.5
_PREFIX = 6
"""The zipf below which a word is a term that others are built on, and how much is put before it."""

_USUAL = 2.5
_COMBINING = frozenset(
    "anti auto bio cardio kardio gastro electro elektro elettro eletro hyper hiper iper hypo hipo ipo "
    "immuno inmuno imuno inter intra macro makro meta micro mikro mikró multi neuro neuró poly poli "
    "post psycho psico psiko pseudo radio sozio socio tele thermo termo ultra video "
    "авто анти био гипер гипо иммуно кардио микро мульти нейро психо псевдо теле ультра".split()
)
"""What is put before any word of medicine, in every language that learned it from Greek and Latin."""

_COMPOUNDING = frozenset({"da", "de", "nb", "nl", "nn", "no", "sv"})
_LINKS = ("", "s", "es", "n", "en")
"""Languages that write compounds as one word, and what may join the halves."""

_DECLINED = ("", "e", "em", "en", "er", "es")
"""The endings of a German adjective."""

_PREFIXES = {
    "ar": ("و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "كال", "فال", "لل", "ول", "وب"),
    "he": ("ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "שה", "מה"),
}
"""What Arabic and Hebrew write before a word without a space: and, in, like, to, the."""


class Judge:
    """
    Judges the words of one version: a `model.Speller`.

    *lexicons* gives the lexicon of a locale, or None. *source* is the locale that the article was
    written in and *source_prose* its passages, for a translation; *project* are words that somebody
    has said to be right.
    """

    def __init__(
        self,
        locale: str,
        lexicons: Lexicons,
        *,
        source: str | None = None,
        source_prose: Sequence[Passage] = (),
        project: Collection[str] = (),
    ) -> None:
        """Keep what the words are judged by; nothing is loaded yet."""
        self._locale = locale
        self._lexicons = lexicons
        self._source = source or locale
        self._source_prose = source_prose
        self._project = frozenset(project)

    def misspellings(self, prose: Sequence[Passage]) -> Iterator[Misspelling]:
        """
        Give each form of *prose* that is no word once, with all its places, in order of the first.

        A passage in another locale is judged in its own language; one without a dictionary is not.
        """
        references = context.references(prose)
        read = [passage for number, passage in enumerate(prose) if number not in references]
        doubts = [doubt for passage in read for doubt in self._doubts(passage)]
        names = reading.cited(prose) | _names(doubts)
        groups: dict[Key, list[Doubt]] = {}
        for doubt in doubts:
            if not self._excused(doubt, names):
                groups.setdefault(_key(doubt), []).append(doubt)
        used = reading.known(prose, self._lexicons, self._locale)
        new = self._new_words(groups, used)
        own = self._project | {form for _, form in new} | used
        left = (group for key, group in groups.items() if key not in new)
        for number, group in enumerate(left):
            few = number < _SUGGESTED
            if few and _only_a_name(group, own):
                continue
            suggestions = self._suggestions(group[0], own) if few else ()
            places = tuple(doubt.place for doubt in group)
            yield Misspelling(group[0].form, places, suggestions, self._foreign(group[0]))

    def _foreign(self, doubt: Doubt) -> bool:
        """Is a word right in a language that the text may have kept it from."""
        return any(other.knows(doubt.form) for other in self._others(doubt.lexicon))

    def _doubts(self, passage: Passage) -> Iterator[Doubt]:
        lexicon = self._lexicons(passage.locale)
        if lexicon is None:
            return iter(())
        return reading.doubts(passage, lexicon, self._others(lexicon))

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

    def _excused(self, doubt: Doubt, names: Collection[str]) -> bool:
        """Is a word right for a reason that can be seen at once."""
        form, lexicon = doubt.form, doubt.lexicon
        if form in self._project or lexicon.fold(form) in self._project:
            return True
        if doubt.why == "left over":
            return doubt.quoted
        if terms.acronym(form) or form in names or self._terms_for(lexicon).keep(form):
            return True
        if doubt.why == "other script":
            return doubt.capital or self._set_apart(doubt)
        return doubt.quoted and any(other.knows(form) for other in self._others(lexicon))

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
        self, groups: Mapping[Key, Sequence[Doubt]], used: AbstractSet[str]
    ) -> frozenset[Key]:
        """Give the forms that are words although nobody has listed them; *used* are known words."""
        often = sorted(groups, key=lambda key: -len(groups[key]))[:_SUGGESTED]
        asked = [key for key in often if groups[key][0].why == "unknown"]
        times = Counter(rest for key in asked for rest in _rests(key) for _ in groups[key])
        new = {key for key in asked if self._in_use(key, times)}
        own = {form.lower() for form in self._project}
        own |= {rest for key in new for rest in _rests(key)}
        for key in asked:
            # One slip away from a word of the text it is that word, mistyped: "ketamnia".
            if key not in new and (
                _derived(key, own | used)
                or _compound(key, own)
                or _joined_adjective(key, own)
                or self._adapted(key, own)
            ):
                new.add(key)
                own |= set(_rests(key))
        return frozenset(new)

    def _in_use(self, key: Key, times: Mapping[str, int]) -> bool:
        lexicon, form = key
        there = [other for other in self._others(lexicon) if other.knows(form)]
        if not all(foreign.loan(form, lexicon, other) for other in there):
            return False
        return any(
            ranking.stands(rest, lexicon, times=times[rest], taken_over=bool(there))
            for rest in _rests(key)
        )

    def _adapted(self, key: Key, own: AbstractSet[str]) -> bool:
        """Is a form a term of the source in this language's spelling, and not a slip of such a one."""
        lexicon, form = key
        shared = self._terms_for(lexicon)
        if not any(map(shared.adapt, _rests(key))):
            return False
        left = any(other.knows(form) for other in self._others(lexicon))
        return not left and not ranking.near_miss(form, lexicon, own, zipf=_MET)

    def _suggestions(self, doubt: Doubt, own: Collection[str]) -> tuple[str, ...]:
        if doubt.why != "other script":
            return ranking.suggest(doubt.form, doubt.lexicon, own)
        reader = self._reader(doubt)
        if reader is None or reader.knows(doubt.form):
            return ()
        return ranking.suggest(doubt.form, reader, own)


def _key(doubt: Doubt) -> Key:
    return doubt.lexicon, doubt.lexicon.fold(doubt.form)


def _names(doubts: Sequence[Doubt]) -> frozenset[str]:
    """
    Give the forms shown to be names by a capital in mid-sentence: everywhere but in German.

    Even so it is no name if nobody was ever called that and it is one slip from a common word:
    "the Americna College". Of a long list of names only the first are looked at so closely.
    """
    likely = {doubt.form: doubt.lexicon for doubt in doubts if doubt.mid_sentence}
    odd = {doubt.form for doubt in doubts if not _like_a_name(doubt)}
    return frozenset(
        form
        for number, (form, lexicon) in enumerate(likely.items())
        if form not in odd
        and lexicon.language != "de"
        and (
            number >= _SUGGESTED
            or lexicon.zipf(form) > 0
            or not ranking.near_miss(form, lexicon, zipf=reading.COMMON)
        )
    )


def _like_a_name(doubt: Doubt) -> bool:
    """Has a word the capitals of a name: not "WHich" or "DEPRESSOIN"."""
    form, lexicon = doubt.form, doubt.lexicon
    if form.isupper() or not doubt.capital or doubt.why != "unknown":
        return False
    low = lexicon.fold(form)
    return not (lexicon.knows(low) or lexicon.knows(low.capitalize()))


def _only_a_name(group: Sequence[Doubt], own: Collection[str]) -> bool:
    """Has a form capitals where every word would, and is it no slip of any word."""
    first = group[0]
    return all(map(_like_a_name, group)) and not ranking.near_miss(first.form, first.lexicon, own)


def _rests(key: Key) -> Iterator[str]:
    """Give a form, and what is left of it behind and before what is written without a space."""
    lexicon, form = key
    yield form
    for prefix in _PREFIXES.get(lexicon.language, ()):
        if form.startswith(prefix) and len(form) - len(prefix) > 3:
            yield form[len(prefix) :]
    if lexicon.language == "ar" and form.endswith("ا") and len(form) > 4:
        # The accusative.
        yield form[:-1]


def _compound(key: Key, own: AbstractSet[str]) -> bool:
    """
    Is a form a compound of a word of the text that no dictionary has: "Ketamininfusion".

    The German list puts its words together by itself; of the others any two common words will do.
    """
    lexicon, form = key
    if lexicon.language not in _COMPOUNDING or len(form) > LONGEST:
        return False
    joins = lexicon.language != "de"
    for at in range(4, len(form) - 3):
        tail = form[at:]
        heads = {form[:at].removesuffix(link) for link in _LINKS}
        known = [head for head in heads if len(head) > 3 and _in_any_case(head, lexicon)]
        ends = _in_any_case(tail, lexicon)
        if (ends and not own.isdisjoint(heads)) or (tail in own and known):
            return True
        rarest = min(lexicon.zipf(tail), max(map(lexicon.zipf, known), default=0.0))
        if joins and ends and rarest > _USUAL:
            # "wandel-len" are two words too, and yet a slip.
            return not ranking.near_miss(form, lexicon, own, zipf=_MET)
    return False


def _joined_adjective(key: Key, own: AbstractSet[str]) -> bool:
    """
    Is a form a German noun with an adjective or participle behind it: "wassergeschädigt".

    An adjective shows in its endings, which no verb and no noun has all of.
    """
    lexicon, form = key
    if lexicon.language != "de" or len(form) > LONGEST:
        return False
    for at in range(4, len(form) - 4):
        heads = {form[:at].removesuffix(link) for link in _LINKS}
        if any(len(head) > 3 and lexicon.knows(head.capitalize()) for head in heads) and any(
            _adjective(form[at:].removesuffix(ending), lexicon) for ending in _DECLINED
        ):
            return not ranking.near_miss(form, lexicon, own, zipf=_MET)
    return False


def _adjective(base: str, lexicon: Lexicon) -> bool:
    forms = [base + ending for ending in _DECLINED]
    usual = max(map(lexicon.zipf, forms)) > _USUAL
    return len(base) > 4 and usual and all(map(lexicon.knows, forms))


def _derived(key: Key, bases: AbstractSet[str]) -> bool:
    """Is a form a term of the text, or a common word, with something before it: "esketamine"."""
    lexicon, form = key
    for at in range(2, min(len(form) - 4, _PREFIX + 1)):
        head, tail = form[:at], form[at:]
        zipf = lexicon.zipf(tail)
        if tail in bases and len(tail) > 6 and zipf < _TECHNICAL:
            return True
        if head in _COMBINING and zipf > _USUAL and _in_any_case(tail, lexicon):
            return True
    return False


def _in_any_case(form: str, lexicon: Lexicon) -> bool:
    return lexicon.knows(form) or lexicon.knows(form.capitalize())
