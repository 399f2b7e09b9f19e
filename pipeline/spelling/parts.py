"""A word as a dictionary wants it: one way of writing it, and the parts to ask about one by one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from pipeline.model import Word
from pipeline.spelling import variants
from pipeline.spelling.lexicon import LONGEST, Lexicon
from pipeline.spelling.medicine import COMBINING

_APOSTROPHES = "'’ʼ‘＇"
_HYPHENS = "-‐‑"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte-order mark: nobody sees them, no list has them."""

_UNSEEN = re.compile(rf"[{_INVISIBLE}]|[\u200c\u200d](?![\u0600-\u0dff])")
"""These, and joiners: only Persian and the languages of India write words with them."""

_SAME = {
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    # Vowel signs of Arabic and Hebrew, and the Arabic stroke that only lengthens a word's picture.
    **dict.fromkeys((*range(0x64B, 0x660), 0x670, 0x640, *range(0x591, 0x5BE)), ""),
    **dict.fromkeys(map(ord, _INVISIBLE), ""),
}

_OLDER = str.maketrans("״׳şţŞŢёЁ", "\"'șțȘȚеЕ")
"""Characters of Hebrew, Romanian and Russian texts that their lists write otherwise."""

_PLAIN = str.maketrans("âîûÂÎÛ", "aiuAİU")
"""The circumflex of Turkish is going out of use, and no list has all words with it: "tezgâh"."""

_OPEN = re.compile("[óé](?=[mn])")
_CLOSED = {"ó": "ô", "é": "ê"}

_MUTE = re.compile("(?<=e)(?=[çt])")
"""Where Portugal no longer writes the c or p that Brazil says: "receção", "infeção"."""

_OBJECT = re.compile("(.{2,}?)و(?:ه|ها|هم|ني|نا)")
"""An Arabic verb of many with its object: "do not force him"."""

_ELIDED = {
    "fr": re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis|quoi|pres|quel)?qu|entr)\Z", re.IGNORECASE),
    "ca": re.compile(r"[dlmnst]\Z", re.IGNORECASE),
    "oc": re.compile(r"(?:[cdjlmnst]|qu)\Z", re.IGNORECASE),
}
"""Short words that lose their vowel before another; Italian ones are found by giving it back."""

_ENDINGS = {"en": {"s", "d've", "ll've"}, "de": {"s", "n", "t"}, "nl": {"s", "n", "t", "tje"}}
"""What stands behind an apostrophe and is no word of its own; elsewhere the possessive s."""

_IN_USE = 3.0
"""The zipf from which a form that no list has is no slip."""

_NOUN = 2.5
"""The zipf from which a German form in -n that a list has with a capital is a noun."""

_STRESS = str.maketrans("aei", "áéí")
_STRESSED = re.compile(r"([^áéíóú]+)([aei])(r|ndo)")
_ACUTE = str.maketrans("áéíóú", "aeiou")
_ENCLITIC = tuple(
    re.compile(rf"(.{{3,}})(?:[mts]e|nos|os|l[aeo]s?){{{count}}}") for count in (1, 2)
)


def clean(text: str) -> str:
    """
    Give *text* in the one spelling that is asked about, however it was typed.

    Composed letters, straight apostrophes, plain hyphens, nothing invisible, no Arabic vowel signs.

    >>> clean("l’e\u0301te\u0301"), clean("re\u00adlief"), clean("العِلاج") == clean("العلاج")
    ("l'été", 'relief', True)
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).translate(_SAME)


def visible(text: str) -> tuple[str, Sequence[int]]:
    """
    Give *text* without what nobody sees, and where each character that is left stood.

    >>> visible("re\u00adlief")
    ('relief', (0, 1, 3, 4, 5, 6, 7))
    """
    if text.isascii():
        return text, range(len(text) + 1)
    unseen = {found.start() for found in _UNSEEN.finditer(text)}
    if not unseen:
        return text, range(len(text) + 1)
    kept = [offset for offset in range(len(text)) if offset not in unseen]
    return "".join(map(text.__getitem__, kept)), (*kept, len(text))


def unknown(word: Word, lexicon: Lexicon, *, before: str = "", after: str = "") -> Iterator[Word]:
    """
    Give the parts of *word* that are no words: nothing, if it is one.

    A compound is judged part by part at its hyphens, without elided articles and possessive endings.
    *before* and *after* are the characters around it: German leaves out halves of words with hyphens.

    >>> french = Lexicon("fr", {"anxiété", "après"}.__contains__)
    >>> [part.text for part in unknown(Word("l’après-anxieté", 0, 15), french)]
    ['anxieté']
    """
    form = clean(word.text)
    if _known(form, lexicon) or _whole(form, lexicon, before, after):
        return
    pieces = [
        Word(match[0], word.start + match.start(), word.start + match.end())
        for match in re.finditer(rf"[^{_HYPHENS}·]+", word.text)
    ]
    letters = sum(len(piece.text) == 1 for piece in pieces)
    if letters > 1 and "·" not in form:
        # A chemical name: "N-methyl-D-aspartate".
        return
    joined = "".join(clean(piece.text) for piece in pieces)
    if len(pieces) > 1 and lexicon.knows(joined):
        return
    if re.fullmatch(r"[eE]-\w+", form) and lexicon.zipf(joined) > _IN_USE:
        # What is electronic is written both ways: "e-mail".
        return
    if len(pieces) > 1 and any(map(lexicon.knows, variants.accents(form, lexicon.alphabet))):
        # "gastro-enterologue": of its halves alone nobody would see that only an accent is missing.
        yield Word(form, word.start, word.end)
        return
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        if not last and piece.text.lower() in COMBINING:
            continue
        yield from _without_clitics(
            piece, lexicon, before if not number else "-", after if last else "-"
        )


def _without_clitics(word: Word, lexicon: Lexicon, before: str, after: str) -> Iterator[Word]:
    form = clean(word.text)
    if len(form) < 2 or _known(form, lexicon) or _whole(form, lexicon, before, after):
        return
    mark = re.search(f"[{_APOSTROPHES}]", word.text)
    if mark is None or len(form) > LONGEST:
        yield Word(form, word.start, word.end)
        return
    head = Word(word.text[: mark.start()], word.start, word.start + mark.start())
    tail = Word(word.text[mark.end() :], word.start + mark.end(), word.end)
    if _elided(clean(head.text), lexicon):
        yield from _without_clitics(tail, lexicon, "'", after)
    elif _ending(head.text, clean(tail.text), lexicon):
        yield from _without_clitics(head, lexicon, before, "'")
    else:
        yield Word(form, word.start, word.end)


def _whole(form: str, lexicon: Lexicon, before: str, after: str) -> bool:
    """Is *form* a word together with the mark beside it: "po'", "Behandlungs-"."""
    marks = clean(before), clean(after)
    if marks[1] == "-" and form.endswith("s") and lexicon.language == "de":
        # The s that joins the halves of a compound.
        return lexicon.knows(form + "-") or lexicon.knows(form[:-1])
    if marks[1] == "'" and lexicon.language == "en" and form.endswith(("in", "ol")):
        # As people speak: "playin'", "the ol' man".
        return lexicon.knows(form + ("g" if form.endswith("n") else "d"))
    return (marks[1] in ("'", "-", ".") and lexicon.knows(form + marks[1])) or (
        marks[0] in ("'", "-") and lexicon.knows(marks[0] + form)
    )


def _known(form: str, lexicon: Lexicon) -> bool:
    return lexicon.knows(form) or _by_rule(form, lexicon)


def _by_rule(form: str, lexicon: Lexicon) -> bool:
    """Does the language make *form* of words that its dictionary has."""
    match lexicon.language:
        case "es":
            return _enclitic(form, lexicon)
        case "ar":
            return _arabic(form, lexicon)
        case "de":
            return form.islower() and _verb_with_more(form, lexicon)
        case "pt" if lexicon.locale != "pt-BR":
            return _european(form, lexicon)
        case "he" | "ro" | "ru" | "tr":
            return lexicon.knows(form.translate(_PLAIN if lexicon.language == "tr" else _OLDER))
    return False


def _european(form: str, lexicon: Lexicon) -> bool:
    """
    Is *form* Portuguese as Portugal writes it, by a list that may be Brazil's alone.

    Europe says open what Brazil says closed, and writes no letter that it does not say.
    """
    ways = [_OPEN.sub(lambda found: _CLOSED[found[0]], form)]
    if _MUTE.search(form):
        ways += [_MUTE.sub(letter, form) for letter in "pc"]
    return any(map(lexicon.knows, ways))


def _verb_with_more(form: str, lexicon: Lexicon) -> bool:
    """Is *form* a German verb with another word before it, of which a list has the noun: "stoßlüften"."""
    return (
        form.endswith("n")
        and lexicon.zipf(form) < _NOUN
        and lexicon.knows(form.capitalize())
        and any(
            lexicon.zipf(form[at:]) > _IN_USE
            and lexicon.knows(form[at:])
            and (lexicon.knows(form[:at]) or lexicon.knows(form[:at].capitalize()))
            for at in range(3, len(form) - 4)
        )
    )


def _arabic(form: str, lexicon: Lexicon) -> bool:
    """Is *form* an accusative, of which most lists have few, or a verb of many with its object."""
    noun = form.removesuffix("ا")
    # No accusative in "an" has the article.
    if len(noun) > 3 and noun != form and not form.startswith("ال") and lexicon.knows(noun):
        return True
    if len(form) > 4 and form[0] in "وف" and form[1] != form[0] and lexicon.knows(form[1:]):
        # "And" and "so" stand before any word.
        return True
    # "They" before "it" loses a letter that is only written.
    verb = _OBJECT.fullmatch(form)
    return verb is not None and lexicon.knows(verb[1] + "وا")


def _enclitic(form: str, lexicon: Lexicon) -> bool:
    """Is *form* a Spanish verb with pronouns behind it: "suscríbete", "evítelo", "tomarlas"."""
    return any(
        _verb(match[1], count, lexicon)
        for count, pattern in enumerate(_ENCLITIC, start=1)
        if (match := pattern.fullmatch(form))
    )


def _verb(stem: str, pronouns: int, lexicon: Lexicon) -> bool:
    """
    Has a verb the accent that its pronouns bring, or needs it none.

    Only an infinitive with one pronoun is stressed where it may go without: "tomarlas", but
    "decírselo" and "haciéndolo". Some verbs have the accent already: "guíala".
    """
    plain = stem.translate(_ACUTE)
    accents = sum(one != other for one, other in zip(plain, stem, strict=True))
    if accents == 1:
        return lexicon.knows(plain) or lexicon.knows(stem)
    return not accents and pronouns == 1 and plain.endswith("r") and lexicon.knows(plain)


def accented(form: str, lexicon: Lexicon) -> str:
    """
    Give a Spanish verb with the accent that its pronouns bring, or nothing, if it lacks none.

    >>> accented("preguntarselo", Lexicon("es", {"preguntar"}.__contains__))
    'preguntárselo'
    """
    if lexicon.language != "es" or lexicon.knows(form):
        return ""
    for count, pattern in enumerate(_ENCLITIC, start=1):
        match = pattern.fullmatch(form)
        verb = match and _STRESSED.fullmatch(match[1])
        # One pronoun behind an infinitive brings no accent.
        if match and verb and (verb[3] == "ndo" or count > 1) and lexicon.knows(match[1]):
            stressed = verb[2].translate(_STRESS)
            return f"{verb[1]}{stressed}{verb[3]}{form[len(match[1]) :]}"
    return ""


def _elided(head: str, lexicon: Lexicon) -> bool:
    if lexicon.language == "it":
        return any(lexicon.knows(head + vowel) for vowel in "aeio") or len(head) == 1
    pattern = _ELIDED.get(lexicon.language)
    return pattern is not None and pattern.match(head) is not None


def _ending(head: str, tail: str, lexicon: Lexicon) -> bool:
    if lexicon.language in {"tr", "az"}:
        # Turkish sets the endings of names apart: "Ankara'dan".
        return head[:1].isupper()
    return tail.casefold() in _ENDINGS.get(lexicon.language, {"s"})
