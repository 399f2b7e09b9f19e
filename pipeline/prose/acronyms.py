"""Acronyms: how they are written, which everybody knows, and where a text says what one stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.model import Word

# No part of a name with a dot, a slash, an underscore or an "@", nor of a longer word with a hyphen before
# it. The letter comes first, then what may not stand before it: three times faster.
_PLAIN = re.compile(r"[A-Z](?<![\w.@/\\#$%&-].)[A-Z]{1,5}s?(?![\w@=]|[-./\\:&][\w/])")
ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
"""A number in Roman letters, or nothing."""

EVERYBODY_KNOWS = frozenset(
    # What stands for itself in general dictionaries and is said as it is written, everywhere.
    "AD AM BC BCE CE PM AC DC OK TV UK US USA EU UN ID IQ PC PS CD DVD CV VIP FAQ CEO PIN DIY GPS DJ SOS "
    "UFO ASAP RSVP DNA HIV AIDS NASA NATO UNESCO UNICEF BBC CNN FBI CIA VAT GDP MP PDF USB SMS SIM LED "
    # The names of days, states and months that forms abbreviate.
    "NY LA DC CA "
    # What every reader of a page on computers knows, where it would be strange to spell it out.
    "HTML HTTP HTTPS CSS XML JSON URL URLS URI API CPU GPU RAM ROM SQL IP OS IT UI GUI PNG JPEG JPG GIF SVG CSV "
    "ASCII SSH FTP DNS TCP UDP LAN WIFI HDMI".split()
)


def mentions(text: str) -> Iterator[Word]:
    """
    Give what is written as an acronym: two to six capitals, and perhaps an "s".

    >>> [word.text for word in mentions("SSRIs, the WHO's list, a NMDA-receptor, A.B, AT&T and OPENSSL_DIR")]
    ['SSRIs', 'WHO']
    """
    for match in _PLAIN.finditer(text):
        yield Word(match[0], match.start(), match.end())


def expands(text: str, start: int, end: int) -> bool:
    """
    Say whether the text says there what its acronym stands for, in brackets or before brackets.

    >>> text = "an intravenous (IV) line, MRI (magnetic resonance imaging), and CT (see above)"
    >>> [expands(text, *span) for span in ((16, 18), (26, 29), (64, 66))]
    [True, True, False]
    """
    around = text[max(start - 50, 0) : end + 4]
    if not any(sign in around for sign in ("(", "（", " or ", " as ")):
        return False
    letters = text[start:end].rstrip("s").lower()
    after = re.match(r"(?:s|['’]s)? ?[(（]([^()（）]{4,120})[)）]", text[end : end + 130])
    if after and _has(after[1], letters):
        return True
    opened = re.search(
        r"[(（]\s*(?:[^()（）]{0,40}[,;:] )?[\"“«]?\Z", text[max(start - 50, 0) : start]
    )
    if opened is None:
        # "the World Health Organization, or WHO".
        named = re.search(
            r"([^.!?]{4,90}),? (?:or|also called|known as) (?:the )?\Z",
            text[max(start - 110, 0) : start],
        )
        return named is not None and _initials(named[1], letters)
    return _has(text[max(start - 160, 0) : start], letters)


def _has(words: str, letters: str) -> bool:
    """Say whether the acronym's first letter begins one of *words* in which the others follow in order."""
    words = _bare(words)
    for match in re.finditer(rf"(?<!\w){re.escape(letters[:1])}", words):
        position = match.start()
        for letter in letters:
            position = words.find(letter, position) + 1
            if not position:
                break
        else:
            return True
    return False


def _initials(words: str, letters: str) -> bool:
    begins = "".join(word[0] for word in re.findall(r"[^\W\d_]+", _bare(words)))
    return letters in begins


def _bare(words: str) -> str:
    """Give *words* in small letters without accents: "SUS" is the "Sistema Único de Saúde"."""
    letters = unicodedata.normalize("NFD", words.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
