"""Words that a language builds: compounds, derivations, what is written before a word without a space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from pipeline.spelling import ranking
from pipeline.spelling.lexicon import LONGEST, Lexicon, threes
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
_OFTEN = 1.3
"""The logarithm of how many common words have a run of letters that is the language's: three."""

_STEM = 5
"""Languages that put one ending behind the other, and how long a stem is that they show."""

_IN_USE = 3.0
"""The zipf from which a word that no list has may have endings."""

_TWO_OF_THREE = frozenset({"nb", "nn", "no", "sv"})
"""Languages that write two letters where three would meet: "fulladda"."""

_WITH_S = ("ung", "heit", "keit", "schaft", "ion", "tät")
"""German endings behind which a compound always has an s."""

_PLURAL_S = frozenset({"ca", "en", "es", "fr", "gl", "nl", "pt"})

_ADJECTIVES = ("iv", "log", "ori", "os")
"""How Italian adjectives and the names of those who practise a science end, before the last vowel."""

_CASES = re.compile("(?<=[бвгджзклмнпрстфхц])(?<=.{6})(?:а|у|ом|е|ы|ов|ам|ами|ах)\\Z")
"""The endings of a Russian noun that ends in a consonant."""

_VOWELS = "aeıioöuü"
_VOICELESS = "fstkçşhp"
_HARD = {"b": "p", "c": "ç", "d": "t", "ğ": "k"}
_AFTER = {"a": "aı", "ı": "aı", "e": "ei", "i": "ei", "o": "au", "u": "au", "ö": "eü", "ü": "eü"}
"""The vowels that a Turkish ending may have behind each vowel."""

_REPORTED = ("mış", "miş", "muş", "müş", "yor")
"""How a Turkish verb ends that the copula may follow."""

_HARMONIC = str.maketrans("aeıiuüdt", "AAIIIIDD")
_SUFFIXES = re.compile(
    "(?:lAr)?(?:s?I|I?m|I?n|I?mIz|I?nIz|lArI)?(?:[yn]?[IA]|n?DA(?:n|ki)?|n?In|y?lA)?"
    "(?:DIr|y?sA|y?DI|y?mIş)?"
)
"""Number, owner, case and copula of a Turkish noun; A is a or e, I any close vowel, D is d or t."""

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
    shortest = 4 if lexicon.language == "de" else 3
    for at in range(shortest, len(form) - 3):
        tail = form[at:]
        heads = {form[:at].removesuffix(link) for link in _LINKS}
        if form[at - 1] == tail[0] and lexicon.language in _TWO_OF_THREE:
            heads.add(form[:at] + tail[0])
        known = [head for head in heads if len(head) >= shortest and _in_any_case(head, lexicon)]
        ends = _in_any_case(tail, lexicon)
        if at > 3 and ((ends and not own.isdisjoint(heads)) or (tail in own and known)):
            return True
        if at == 3 and (len(tail) <= _STEM or lexicon.zipf(form[:at]) < _IN_USE):
            continue
        rarest = min(lexicon.zipf(tail), max(map(lexicon.zipf, known), default=0.0))
        if ends and rarest > _USUAL and (lexicon.language != "de" or _nouns(heads, tail, lexicon)):
            # "wandel-len" are two words too, and yet a slip.
            return not ranking.near_miss(form, lexicon, own, zipf=MET)
    return False


def _nouns(heads: AbstractSet[str], tail: str, lexicon: Lexicon) -> bool:
    """Are two halves German nouns, with an s between them where the first one never goes without."""
    whole = max(heads, key=len)
    return (
        len(tail) > 4
        and lexicon.knows(tail.capitalize())
        and any(len(head) > 3 and lexicon.knows(head.capitalize()) for head in heads)
        and not whole.endswith(_WITH_S)
    )


def counted(key: Key, own: AbstractSet[str]) -> bool:
    """Is a form one of a term of the text, or several: "triptan" beside "triptans"."""
    lexicon, form = key
    if lexicon.language not in _PLURAL_S or len(form) < _STEM:
        return False
    return form + "s" in own or (form.endswith("s") and form[:-1] in own)


def likely(form: str, lexicon: Lexicon) -> bool:
    """
    Is a form made of runs of letters that common words have, as few slips are.

    At the joint of a compound any letters may meet.

    >>> from pipeline.spelling.lexicon import Frequencies
    >>> words = "marine marines submarine machine harm harms harmed".split()
    >>> lexicon = Lexicon("en", set().__contains__, Frequencies([(3.0, words)]))
    >>> likely("harine", lexicon), likely("harnie", lexicon)
    (True, False)
    """
    halves = [(form[:at], form[at:]) for at in range(3, len(form) - 2)]
    if lexicon.language in _COMPOUNDING:
        fits = any(_seen(head, lexicon) and _seen(tail, lexicon) for head, tail in halves[1:-1])
        return (fits or _seen(form, lexicon)) and not any(
            _half_mistyped(one, other, lexicon)
            for head, tail in halves[1:-1]
            for one, other in ((head, tail), (tail, head))
        )
    return not together(form, lexicon) and _seen(form, lexicon)


def together(form: str, lexicon: Lexicon) -> bool:
    """Is a form two words in use of which somebody may have left out the space."""
    halves = ((form[:at], form[at:]) for at in range(3, len(form) - 2))
    return any(used(head, lexicon) and used(tail, lexicon) for head, tail in halves)


def _half_mistyped(one: str, other: str, lexicon: Lexicon) -> bool:
    """Is *one* half of a compound a word in use and the *other* a slip of one: "zucker-reduziertte"."""
    if len(other) < _STEM or not (lexicon.zipf(one) > _USUAL and _in_any_case(one, lexicon)):
        return False
    return not _in_any_case(other, lexicon) and ranking.near_miss(other, lexicon, zipf=MET)


def _seen(form: str, lexicon: Lexicon) -> bool:
    return all(lexicon.trigrams.get(run, 0.0) > _OFTEN for run in threes(form))


def inflected(key: Key, own: AbstractSet[str]) -> bool:
    """
    Is a form a known word with the endings that its language gives it.

    Turkish nouns have thousands of forms: number, owner, case, copula, in this order, every vowel like
    the one before it. Italian adjectives have four, Russian nouns a dozen; lists lack many.
    """
    lexicon, form = key
    if lexicon.language == "it":
        return _italian(form, lexicon)
    if lexicon.language == "ru":
        ending = _CASES.search(form)
        noun = form[: ending.start()] if ending else ""
        return noun in own or (noun != "" and lexicon.knows(noun))
    if lexicon.language != "tr" or len(form) > LONGEST:
        return False
    return any(
        _SUFFIXES.fullmatch(form[at:].translate(_HARMONIC))
        and _harmonious(form[:at], form[at:])
        and _stem(form[:at], lexicon)
        for at in range(_STEM - 1, len(form))
    )


def _italian(form: str, lexicon: Lexicon) -> bool:
    base = form[:-1]
    if len(base) < _STEM + 2 or form[-1] not in "aeio" or not base.endswith(_ADJECTIVES):
        return False
    return any(lexicon.knows(base + vowel) for vowel in ("a", "e", "i", "o", ""))


def _stem(stem: str, lexicon: Lexicon) -> bool:
    hard = stem[:-1] + _HARD.get(stem[-1], stem[-1])
    return any(
        lexicon.zipf(one) > (_USUAL if lexicon.knows(one) else _IN_USE)
        or (one.endswith(_REPORTED) and lexicon.knows(one))
        for one in (stem, hard)
    )


def _harmonious(stem: str, endings: str) -> bool:
    """Do Turkish *endings* follow the sounds of the *stem*: "evlerinden", not "evlarınden"."""
    last = next((letter for letter in reversed(stem) if letter in _VOWELS), "")
    if not last or (stem[-1] in _VOWELS and endings[0] in _VOWELS):
        return False
    if stem[-1] not in _VOWELS and endings[0] in "ysn":
        return False
    before = stem[-1]
    for letter in endings:
        if letter in _VOWELS:
            wanted = _AFTER[last]
            if letter not in wanted:
                return False
            last = letter
        elif letter in "dt" and (letter == "t") != (before in _VOICELESS):
            return False
        before = letter
    return True


def built(form: str, lexicon: Lexicon) -> bool:
    """
    Is a form two words in use put together, or in Turkish and its like one with endings.

    So are many slips: ask only about what is like no known word.

    >>> from pipeline.spelling.lexicon import Frequencies
    >>> built("doomscrolling", Lexicon("en", bool, Frequencies([(3.0, ["doom", "scrolling"])])))
    True
    """
    if agglutinated(form, lexicon):
        return True
    if lexicon.language != "en" and lexicon.language not in _COMPOUNDING:
        return False
    halves = ((form[:at], form[at:]) for at in range(4, len(form) - 3))
    return any(used(head, lexicon) and used(tail, lexicon) for head, tail in halves)


def agglutinated(form: str, lexicon: Lexicon) -> bool:
    """Is a form a word in use with something behind it, in a language that puts endings together."""
    return lexicon.language in _AGGLUTINATING and any(
        used(form[:at], lexicon) for at in range(_STEM, len(form))
    )


def used(form: str, lexicon: Lexicon) -> bool:
    """Is a form a word that people use."""
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
