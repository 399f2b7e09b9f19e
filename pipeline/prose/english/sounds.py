"""
Which article a word takes by its first sound: "an hour", "a user", "an MRI", "a UN team", "an 8".

Where speakers differ ("a/an historic", "a/an SQL query", "a/an herb") or a name may be foreign, no
article is given.
"""

from __future__ import annotations

import functools
import re
from typing import Literal

# The letters whose names begin with a vowel.
_VOWEL_NAMED = frozenset("AEFHILMNORSX")

# "hour", "heir", "honest", "honour" begin with a vowel; h is spoken by some only in the others.
_SILENT = re.compile(
    r"(?:hours?|hourly|hourglass\w*|heirs?|heir(?:ess|loom)\w*|honest\w*|hono(?:u?r(?!is)\w*))\b"
)
_BOTH = re.compile(
    r"herb|homage|histor|hotel|habitu|hyster|hero|heredit|hilari|horrif|hallucin|harmon|hypoth|hispan|humble|haute|hors\b|hombre|hum[oa]"
)
# "you" and "won" begin with a consonant.
_YOU = re.compile(
    r"eu(?!gh)|ew(?:e|er)s?\b|u(?:"
    r"b[ie]q|bi|g(?:and)|k(?:e|u|ra)|lu|nanim|na(?:\b|ry\b)|ni(?:\b|on|f|t|q|v|c|p(?!l)|s(?:o|ex)|la|ca|ax|ate|cyc|mod|pol|vari|di(?:r|m)|lingual)|nix|"
    r"ra(?:n|l|e)|re(?:a|m|t)|ri(?:c|n)|ro(?:l|g|b|n|p)|rug|s(?:a(?:b|g)|e(?!d-up)|u(?!rp\w*-)|i(?:n))|ter|til|to(?:p|\b)|t[aei]n|vu|ve)"
)
_YOU_NOT = re.compile(r"uni(?:mp|mm|n|de|ss|ll|mag)|unid(?:ent|en|io)")
_WON = re.compile(r"on(?:e|ce)(?:\b|s\b|self|rous\B)|oui|ouija|ouagad")
_ONLY_WON = re.compile(r"one(?:s|self|ness)?\b|once\b|ouija|oui\b")

_INITIALS = re.compile(r"[A-Z]{2,6}(?:s|'s)?")
# Read letter by letter by everybody, though they could be read as a word.
_SPELT = frozenset(
    "MRI MRIs NHS NGO NGOs SSRI SSRIs SNRI SNRIs HIV HPV HRT LGBT LGBTQ LGBTQIA MBA MSc MD MP MPs MEP NDA SOS "
    "RNA FBI FDA FTP SMS SSH XML RSS LCD RPM MP3 MMR NSAID NSAIDs SUV RSPCA MIT "
    "FM NBA NFL NHL LLC SVG SSL SSD SSDs NFC RFC RGB NPC LPG RTF MVP SDK XL".split()
)
_YOU_LETTERS = frozenset(
    "UN UK US USA USB UV UI UX UFO UFOs UTI UTIs UUID UUIDs UDP UTC URI URIs USD UAE UEFA UNESCO UNICEF UHF UGC".split()
)
_WORDLIKE = frozenset("NATO NASA SIM RAM ROM LAN SARS MERS SWAT".split())

# What begins a syllable: behind these letters a word of lower case is read as a word, and not spelt.
_ONSET = re.compile(
    r"[bcdgjkpqtvwz]|y[aeiou]|f[aeioulry]|h[aeiouy]|l[aeiouy]|m[aeiouy]|n[aeiouy]|r[aeiouyh]|s[aeiouychklmnpqtw]"
)
_VOWEL = re.compile(r"[aeiouy]")
_NUMBER = re.compile(r"(\d[\d,.]*)(st|nd|rd|th|%|s|x|k|m|kg|g|ml|mg|cm|mm|km)?\Z")


@functools.lru_cache(maxsize=8192)
def article(word: str) -> Literal["a", "an", ""]:
    """
    Give the indefinite article of *word*, or nothing where it is not certain.

    *word* is what stands behind the article up to the next space: with its hyphens.

    >>> [article(word) for word in "hour user MRI UN 8 one-off apple historic npm X-ray".split()]
    ['an', 'a', 'an', 'a', 'an', 'a', 'an', '', '', 'an']
    """
    head, hyphen, _ = word.partition("-")
    letters = head.replace("'", "")
    if head[:1].isdigit():
        return _number(head)
    if len(head) == 1 and head.isalpha() and head.isascii():
        # Without a hyphen it may be a variable, or the letter of a list.
        return _named(head.upper()) if hyphen else ""
    if _INITIALS.fullmatch(head) or head in _SPELT:
        return _initials(head.removesuffix("'s"))
    if not (letters.isalpha() and letters.isascii()):
        return ""
    if head[1:].islower():
        return _spoken(head.lower(), name=head[0].isupper())
    return "an" if re.match(r"[ei][A-Z][a-z]", head) else ""


def _named(letter: str) -> Literal["a", "an"]:
    return "an" if letter in _VOWEL_NAMED else "a"


def _number(head: str) -> Literal["a", "an", ""]:
    """Eight, eleven and eighteen begin with a vowel; 1,100 may be eleven hundred."""
    match = _NUMBER.fullmatch(head.rstrip(".,"))
    if not match:
        return ""
    digits = match[1].partition(".")[0]
    whole, comma, _ = digits.partition(",")
    if whole.startswith("8"):
        return "an"
    if whole in ("11", "18"):
        return "an" if not comma or len(digits) > 3 else ""
    return "" if whole.startswith(("11", "18")) else "a"


def _initials(head: str) -> Literal["a", "an", ""]:
    if head in _SPELT or head.rstrip("s") in _SPELT:
        return _named(head[0])
    if head in _WORDLIKE or head in _YOU_LETTERS:
        return "a"
    first = head[0]
    if first in "AIO":
        return "" if head.startswith(("ONE", "OUI", "ONCE")) else "an"
    if first == "E":
        return "" if head.startswith("EU") and len(head) > 2 else "an"
    if first == "U" or first in _VOWEL_NAMED:
        return ""
    return "a"


def _spoken(word: str, *, name: bool) -> Literal["a", "an", ""]:
    if word[0] == "h":
        if _SILENT.match(word):
            return "an"
        return "" if name or word[1] not in "aeiouy" or _BOTH.match(word) else "a"
    if word[0] in "aeiou":
        return _vowel(word, name=name)
    if len(word) < 3 or not _VOWEL.search(word) or not _ONSET.match(word) or word[0] == "x":
        return ""
    return "a"


def _vowel(word: str, *, name: bool) -> Literal["a", "an", ""]:
    if _ONLY_WON.match(word):
        return "a"
    if _WON.match(word):
        return ""
    if _YOU.match(word) and not _YOU_NOT.match(word):
        return "a"
    if word[0] == "u" and (
        name or not re.match(r"un|up|ul|umb|ump|ug|ush|utt|utm|urg|urb|urn|urch|us\b", word)
    ):
        return ""
    return "an" if len(word) > 2 or word in ("ox", "ad", "ax", "id", "in", "on", "up", "ex") else ""
