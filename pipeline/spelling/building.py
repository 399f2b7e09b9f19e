"""Words that a language builds: compounds, derivations, what is written before a word without a space."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from pipeline.spelling import ranking
from pipeline.spelling.lexicon import LONGEST, Lexicon
from pipeline.spelling.medicine import COMBINING

Key = tuple[Lexicon, str]
"""A form in small letters, and the lexicon that does not have it."""

MET = 1.5
"""The zipf below which a word is so rare that nothing is a slip of it."""

_TECHNICAL = 3.5
_PREFIX = 6
"""The zipf below which a word is a term that others are built on, and how much is put before it."""

_USUAL = 2.5
_COMPOUNDING = frozenset({"da", "de", "nb", "nl", "nn", "no", "sv"})
_LINKS = ("", "s", "es", "n", "en")
"""Languages that write compounds as one word, and what may join the halves."""

_AGGLUTINATING = frozenset({"az", "et", "eu", "fi", "hu", "tr"})
_STEM = 5
"""Languages that put one ending behind the other, and how long a stem is that they show."""

_DECLINED = ("", "e", "em", "en", "er", "es")
"""The endings of a German adjective."""

_PREFIXES = {
    "ar": ("و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "كال", "فال", "لل", "ول", "وب"),
    "he": ("ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "שה", "מה"),
}
"""What Arabic and Hebrew write before a word without a space: and, in, like, to, the."""


def rests(key: Key) -> Iterator[str]:
    """Give a form, and what is left of it behind and before what is written without a space."""
    lexicon, form = key
    yield form
    for prefix in _PREFIXES.get(lexicon.language, ()):
        if form.startswith(prefix) and len(form) - len(prefix) > 3:
            yield form[len(prefix) :]
    if lexicon.language == "ar" and form.endswith("ا") and len(form) > 4:
        # The accusative.
        yield form[:-1]


def compound(key: Key, own: AbstractSet[str]) -> bool:
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
            return not ranking.near_miss(form, lexicon, own, zipf=MET)
    return False


def built(form: str, lexicon: Lexicon) -> bool:
    """
    Is a form two words in use put together, or in Turkish and its like one with endings.

    So are many slips: ask only about what is like no known word.

    >>> from pipeline.spelling.lexicon import Frequencies
    >>> built("doomscrolling", Lexicon("en", bool, Frequencies([(3.0, ["doom", "scrolling"])])))
    True
    """
    if lexicon.language in _AGGLUTINATING:
        return any(_used(form[:at], lexicon) for at in range(_STEM, len(form)))
    halves = ((form[:at], form[at:]) for at in range(4, len(form) - 3))
    return any(_used(head, lexicon) and _used(tail, lexicon) for head, tail in halves)


def _used(form: str, lexicon: Lexicon) -> bool:
    return lexicon.zipf(form) > _USUAL and lexicon.knows(form)


def joined_adjective(key: Key, own: AbstractSet[str]) -> bool:
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
            return not ranking.near_miss(form, lexicon, own, zipf=MET)
    return False


def _adjective(base: str, lexicon: Lexicon) -> bool:
    forms = [base + ending for ending in _DECLINED]
    usual = max(map(lexicon.zipf, forms)) > _USUAL
    return len(base) > 4 and usual and all(map(lexicon.knows, forms))


def derived(key: Key, bases: AbstractSet[str]) -> bool:
    """Is a form a term of the text, or a common word, with something before it: "esketamine"."""
    lexicon, form = key
    for at in range(2, min(len(form) - 4, _PREFIX + 1)):
        head, tail = form[:at], form[at:]
        zipf = lexicon.zipf(tail)
        if tail in bases and len(tail) > 6 and zipf < _TECHNICAL:
            return True
        if head in COMBINING and zipf > _USUAL and _in_any_case(tail, lexicon):
            return True
    return False


def _in_any_case(form: str, lexicon: Lexicon) -> bool:
    return lexicon.knows(form) or lexicon.knows(form.capitalize())
