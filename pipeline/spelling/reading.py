"""A passage read word by word: which of its words are known, and which are in doubt."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.model import Passage, Place, Word
from pipeline.prose import abbreviations
from pipeline.spelling import context, foreign, parts, ranking, signs
from pipeline.spelling.context import Token
from pipeline.spelling.lexicon import Lexicon, script

Why = Literal["unknown", "left over", "other script"]
"""Not in the dictionary; in it, but used as another language's word; in letters of another script."""

_UNIT = re.compile(
    r"(?:da|[fpnuµμmcdhkMGT])?(?:m|g|l|L|s|mol|Hz|J|W|V|Sv|Gy|Pa|cal|B|A|K|N|bar|[eE]q|IU|U|UI)"
    r"|mcg|mmHg|IE|bpm|rpm|min|hrs?|lbs?|oz|ft|kcals?|[kMG]?Wp|k?VA|[kMGT]Wh|m?Ah|dB|d?pi|ppi|px|fps"
    r"|mph|psi|pp[bmt]|cc|cl|ct|ha|qm|lm|lx|[kMG]bps|[kMG]B"
    r"|[нмкдсМГ]?(?:г|л|м|моль|Гц|Дж|Вт|В|Па|кал|Зв)|мкг|мкмоль|мин|сут|МЕ|ЕД"
)
"""Symbols of units with their prefixes, as the SI brochure and clinics write them behind a number."""

_REACH = 6
"""How many words of a name are looked at on either side."""

_ROMAN = re.compile(r"[ivx]{1,6}|[IVXLCDM]+(?:e|er|ème|es)?")

_LATIN = ("a", "ae", "ans", "ens", "i", "is", "oides", "us", "um")
_GENUS = ("a", "is", "ea", "es", "ium", "ix", "oc", "on", "oides", "ops", "um", "us", "yces")
_INITIAL = re.compile(r"(?<![^\s(])[A-Z]\.[ \u00a0]\Z")
"""How the two names of a species end, and how the first is cut short."""

_TITLES = frozenset("Frau Herr Herrn Fr Hr Hrn Dr Prof Professor Professorin".split())
_CALLED = frozenset(
    "أم أبو أبي ابن بن بنت آل عبد الحاج الحاجة الدكتور الدكتورة السيد السيدة الشيخ الأستاذ الأستاذة الطاهي "
    "الطبيب الطبيبة المهندس المهندسة".split()
)
_PLACES = frozenset("بلدة قرية مدينة شارع حي مخيم محافظة جبل نهر وادي جزيرة بحيرة".split())
"""What Arabic, which has no capitals, writes before the names of people and of places."""

_PARTICLES = frozenset(
    "ab abu af ap av bar bat ben bin bint binti da dei den des di do dos du ibn ten ter ua ul zu zum "
    "zur".split()
)
"""Small words inside the names of people."""

_NOBLE = frozenset({"von", "van", "zu", "der", "de"})
_GIVEN = 4
"""What stands before the names of people in German, and how many words of a name."""

COMMON = 4.0
"""The zipf from which a word is likelier mistyped than a name that has never been met."""

_LONG, _USED = 8, 2.0


def common(form: str) -> float:
    """
    Give the zipf from which a word is likelier mistyped than *form* a name that was never met.

    Of eight letters and more hardly a name is one slip from a word by chance: "Uniwersyteckego".
    """
    return COMMON if len(form) < _LONG else _USED


Lexicons = Callable[[str], Lexicon | None]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that needs an excuse, and how it stands in the text."""

    form: str
    place: Place
    lexicon: Lexicon
    why: Why = "unknown"
    initial: bool = False
    titled: bool = False
    quoted: bool = False
    bracketed: bool = False
    joined: bool = False
    """Is it one part of a word with hyphens."""
    shown: bool = False
    """Does the text present it: quoted, in brackets or before them, behind "called"."""
    beside: int = 0
    """Does it stand beside another unknown word, "nasi goreng", or is it one with it, "bak-kut-teh": 2."""

    @property
    def capital(self) -> bool:
        """Does it begin with a capital."""
        return self.form[:1].isupper()

    @property
    def mid_sentence(self) -> bool:
        """Does it have a capital where a common word would not."""
        return self.capital and not self.initial and not self.titled


def doubts(passage: Passage, lexicon: Lexicon, others: Sequence[Lexicon] = ()) -> Iterator[Doubt]:
    """
    Give the words of *passage* that *lexicon* does not vouch for, in order.

    *others* are the languages whose words may have been left over. A reference to the literature has
    only names and titles, and none of its words is in doubt.
    """
    if context.reference(passage.text):
        return
    found = context.tokens(passage)
    titled = lexicon.language != "de" and context.titled(found)
    strange = [tuple(_strange(token, lexicon, others)) for token in found]
    for number, token in enumerate(found):
        for part, why in strange[number]:
            # Behind a number, in Russian and Arabic anywhere, and alone in its cell of a table.
            alone = why == "other script" or len(found) == 1
            symbol = (
                _symbol(part.text, token, lexicon)
                or (alone and _UNIT.fullmatch(part.text) is not None)
                or (part.text == "et" and passage.text.startswith(" al", part.end))
                or _said_twice(part, number, found)
                or foreign.borrowed(part.text, _beside(number, found), lexicon, others)
            )
            if (
                symbol
                or _addressed(part.text, number, found, lexicon)
                or _in_name(part.text, number, found, lexicon, others)
                or _species(part, passage.text, number, found, lexicon=lexicon, others=others)
            ):
                continue
            yield Doubt(
                part.text,
                passage.origin.at(part.start),
                lexicon,
                why,
                token.initial,
                titled,
                token.quoted,
                token.bracketed,
                len(part.text) < len(token.word.text) and "-" in token.form,
                signs.shown(part, passage.text, number, found),
                2 if len(strange[number]) > 1 else int(signs.beside(number, found, strange)),
            )


def hints(group: Sequence[Doubt]) -> int:
    """
    Count the signs that a form is meant, by all its places.

    What is met again is meant; so is what the text presents, or sets beside another such word.
    """
    presented = any(doubt.shown for doubt in group)
    return (len(group) > 1) + presented + max(doubt.beside for doubt in group)


def cited(passages: Iterable[Passage]) -> frozenset[str]:
    """Give the words with capitals in the references of a text: the authors it names elsewhere."""
    return frozenset(
        piece
        for passage in passages
        if context.reference(passage.text)
        for token in context.tokens(passage)
        for piece in (token.form, *token.form.split("-"))
        if piece[:1].isupper()
    )


def known(passages: Iterable[Passage], lexicons: Lexicons, locale: str) -> frozenset[str]:
    """Give the words of a text, in small letters, that its dictionary knows."""
    lexicon = lexicons(locale)
    if lexicon is None:
        return frozenset()
    forms = {
        token.form
        for passage in passages
        if passage.locale == locale
        for token in context.tokens(passage)
    }
    return frozenset(lexicon.fold(form) for form in forms if len(form) > 3 and lexicon.knows(form))


def named(passages: Iterable[Passage], lexicons: Lexicons, locale: str) -> frozenset[str]:
    """Give the names in a text, in small letters, that its dictionary knows: "Debian"."""
    lexicon = lexicons(locale)
    if lexicon is None or lexicon.language == "de":
        return frozenset()
    forms = {
        token.form
        for passage in passages
        if passage.locale == locale
        for token in context.tokens(passage)
        if token.word.text[:1].isupper() and not token.initial
    }
    known_forms = (lexicon.fold(form) for form in forms if len(form) > 3 and lexicon.knows(form))
    return frozenset(low for low in known_forms if not lexicon.knows(low))


@lru_cache(maxsize=200_000)
def _ordinary(form: str, initial: bool, lexicon: Lexicon, others: Sequence[Lexicon]) -> bool:
    """Is a form a word of the language and of no other: nearly all are, and each is asked about once."""
    if not lexicon.knows(form):
        return False
    if lexicon.script and not any(script(letter) == lexicon.script for letter in form):
        return False
    if not (form.islower() or (initial and form.istitle())):
        return True
    small = lexicon.fold(form)
    return not (
        lexicon.knows(small) and any(foreign.left_over(small, lexicon, other) for other in others)
    )


def _strange(
    token: Token, lexicon: Lexicon, others: Sequence[Lexicon]
) -> Iterator[tuple[Word, Why]]:
    form = token.form
    if _ordinary(form, token.initial, lexicon, others):
        return
    if lexicon.script and not any(script(letter) == lexicon.script for letter in form):
        yield Word(form, token.word.start, token.word.end), "other script"
        return
    unknown = parts.unknown(token.word, lexicon, before=token.before, after=token.after)
    yield from ((part, "unknown") for part in unknown)
    if form.islower() or (token.initial and form.istitle()):
        small = lexicon.fold(form)
        if lexicon.knows(small) and any(
            foreign.left_over(small, lexicon, other) for other in others
        ):
            yield Word(form, token.word.start, token.word.end), "left over"


def _symbol(form: str, token: Token, lexicon: Lexicon) -> bool:
    """Is *form* a unit behind a number, a Roman number, or an abbreviation with its stop."""
    if _ROMAN.fullmatch(form):
        return True
    if token.after == ".":
        row = abbreviations.stops(lexicon.language)
        known = row.inside | row.either | row.tail | row.before_number
        if not known.isdisjoint((form, lexicon.fold(form))):
            return True
    return (token.numbered or token.before == "/") and _UNIT.fullmatch(form) is not None


def _said_twice(part: Word, number: int, found: Sequence[Token]) -> bool:
    """Is a word one that is said twice: "kuli-kuli", "Moin moin"."""
    form = parts.clean(part.text).casefold()
    whole = found[number].form.casefold()
    if "-" in whole:
        first, *others = whole.split("-")
        return len(first) > 1 and all(other.startswith(first) for other in others)
    return form in (other.casefold() for other in _beside(number, found))


def _beside(number: int, found: Sequence[Token]) -> list[str]:
    """Give the words on either side from which nothing but a space parts a word."""
    pairs = [(one, one + 1) for one in (number - 1, number) if 0 <= one < len(found) - 1]
    return [found[a if b == number else b].form for a, b in pairs if found[a].after.isspace()]


def _in_name(
    form: str, number: int, found: Sequence[Token], lexicon: Lexicon, others: Sequence[Lexicon]
) -> bool:
    """
    Is a small word inside a name of another language: "Journal of Affective Disorders".

    Words with capitals stand on either side, all of them of that language and not all of this.
    """
    if not form.islower():
        return False
    if form in _PARTICLES:
        beside = (*found[max(number - 1, 0) : number], *found[number + 1 : number + 2])
        return len(beside) > 1 and all(token.word.text[:1].isupper() for token in beside)
    before = _capitals(reversed(found[max(number - _REACH, 0) : number]), lexicon)
    after = _capitals(found[number + 1 : number + 1 + _REACH], lexicon)
    if not before or not after:
        return False
    name = before + after
    return not all(map(lexicon.knows, name)) and any(
        other.knows(form) and all(other.knows(word) or not lexicon.knows(word) for word in name)
        for other in others
    )


def _species(
    word: Word,
    text: str,
    number: int,
    found: Sequence[Token],
    *,
    lexicon: Lexicon,
    others: Sequence[Lexicon],
) -> bool:
    """
    Is a small word the second name of a species: "Pleurotus ostreatus", "H. pylori".

    A common word mistyped is none.
    """
    form = word.text
    if not (form.islower() and form.endswith(_LATIN)):
        return False
    if not _INITIAL.search(text, max(word.start - 4, 0), word.start):
        genus = found[number - 1] if number else None
        if (
            genus is None
            or genus.after != " "
            or not (genus.word.text.istitle() and genus.word.text.endswith(_GENUS))
            or lexicon.knows(lexicon.fold(genus.word.text))
        ):
            return False
    if any(other.knows(form) for other in others):
        return True
    return not ranking.near_miss(form, lexicon, zipf=COMMON)


def _addressed(form: str, number: int, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """
    Is a word the name of somebody with a title, in German and Arabic: "Frau Dr. Jördis Hämmerle".

    Of any other language's words a capital tells that much. A common word mistyped is none.
    """
    if lexicon.language == "ar":
        before = reversed(found[max(number - 2, 0) : number])
        name = list(itertools.takewhile(lambda token: token.after.isspace(), before))
        return any(token.word.text in _CALLED for token in name) or any(
            token.word.text in _PLACES for token in name[:1]
        )
    if lexicon.language != "de" or not form[:1].isupper():
        return False
    for token in reversed(found[max(number - _GIVEN, 0) : number]):
        title = token.word.text in _TITLES
        if not (token.after.isspace() or (title and token.after == ".")):
            return False
        if title:
            return not ranking.near_miss(form, lexicon, zipf=COMMON)
        if not (token.word.text[:1].isupper() or token.word.text in _NOBLE):
            return False
    return False


def _capitals(found: Iterable[Token], lexicon: Lexicon) -> list[str]:
    """Give the words with capitals up to the next small word of the language itself."""
    run = itertools.takewhile(
        lambda word: word[:1].isupper() or not lexicon.knows(word),
        (token.word.text for token in found),
    )
    return [word for word in run if word[:1].isupper()]
