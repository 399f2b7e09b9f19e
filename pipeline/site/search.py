"""
The index of a locale's search: small files that a script in the reader's browser looks into.

Words are folded, so that "Améliorer", "ameliorer" and "AMÉLIORER" are one, and so are Arabic words
with and without their vowels. Scripts that write no spaces are cut into pairs of letters.
`static/search.js` folds and cuts what is asked in the same way.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.page import Card, Site, pieces

INDEX = "index.json"
SHARD = 100_000
"""Letters in one file of words: what a query loads besides the list of pages."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese characters."""

# Accents of Latin, Greek and Cyrillic, points of Hebrew, vowels of Arabic and its stretching line.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+"
)
_ALIKE = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "ς": "σ",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
    }
)
_ASCII = re.compile("[a-z0-9]{2,}|[0-9]")
_RUN = re.compile(f"[{UNSPACED}]+")
# "The", and "and the", "for the" and the like; what is left must be long enough for a word.
_ARTICLE = re.compile("(?:[وفبك]?ال|لل)(?=[\u0621-\u064a]{3})")
_PARTING = bytes(
    byte if byte > 127 or chr(byte).isalnum() else ord(" ") for byte in range(256)
).lower()
"""Small letters for capital ones, and spaces for what is no letter and no digit, of ASCII alone."""
_TITLE, _SUMMARY, _MOST = 8, 3, 5
_LONGEST = 40
_REMEMBERED = 65536

Weighed = tuple[str, ...]
"""The words of a page with a space between them: first those of weight 1, then those of 2, and so on."""
_Row = tuple[str, list[str]]
"""A word, and the pages that have it, each with its weight."""


def build(
    cards: Sequence[Card], bodies: Iterable[str], site: Site, page: str
) -> Iterator[tuple[str, str]]:
    """
    Give the files of the index of *cards* with their *bodies*, by name; they stand beside *page*.

    The first lists the pages, and the first word of each of the others, whose words are in order.
    """
    texts = (pieces.text(pieces.cut(body)) for body in bodies)
    weighed = [weights(card, text) for card, text in zip(cards, texts, strict=True)]
    return index(cards, weighed, site, page)


def index(
    cards: Sequence[Card], weighed: Iterable[Weighed], site: Site, page: str
) -> Iterator[tuple[str, str]]:
    """Give that, of pages whose words are *weighed*."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    pages = []
    for number, (card, words) in enumerate(zip(cards, weighed, strict=True)):
        pages.append(
            [
                site.address(card.file, page),
                card.heading.text,
                card.heading.locale,
                card.summary.text if card.summary else "",
            ]
        )
        for weight, some in enumerate(words, start=1):
            place = f"{number},{weight}"
            for word in some.split():
                found[word].append(place)
    shards = list(_shards(sorted(found.items())))
    yield INDEX, _json({"pages": pages, "starts": [shard[0][0] for shard in shards]})
    for number, shard in enumerate(shards):
        # Words are letters and digits, of which none has a meaning in JSON.
        listed = ",".join(f'["{word}",[{",".join(places)}]]' for word, places in shard)
        yield f"{number}.json", f"[{listed}]\n"


def terms(text: str) -> list[str]:
    """
    Give the words of *text* as they are looked up, those with spaces round them first.

    An Arabic word with an article is one without it, too; the last letter of a run without spaces is
    a word, for whoever asks for one letter.

    >>> terms("L'Été à Évian"), terms("喘息の薬"), terms("الأَدْوِيَة")
    (['ete', 'evian'], ['喘息', '息の', 'の薬', '薬'], ['الادويه', 'ادويه'])
    """
    text = fold(text)
    if text.isascii():
        return [word[:_LONGEST] for word in _ASCII.findall(text)]
    words = _spaced().findall(text)
    found = [word[:_LONGEST] for word in words if len(word) > 1 or word.isdigit()]
    found += [word[match.end() :] for word in found if (match := _ARTICLE.match(word))]
    for run in _RUN.findall(text):
        found += [run[at : at + 2] for at in range(len(run))]
    return found


class _Terms(dict[str, tuple[str, ...]]):
    """The terms of what stands between spaces: pages have most of it in common."""

    def __missing__(self, part: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[part] = found = tuple(terms(part))
        return found


# No word goes on behind a space.
_terms = _Terms().__getitem__


def fold(text: str) -> str:
    """
    Give *text* without what people leave out when they type.

    >>> fold("Ärzte"), fold("ﾀﾞｲ"), fold("Straße")
    ('arzte', 'ダイ', 'strasse')
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text).lower()
    return unicodedata.normalize("NFC", _MARKS.sub("", text).translate(_ALIKE))


def weights(card: Card, text: str) -> Weighed:
    """Give the words of a page whose body says *text*, each with how much the page is about it."""
    counted = count(text)
    levels: list[list[str]] = [[] for _ in range(_MOST + _SUMMARY + _TITLE + 1)]
    named: Counter[str] = Counter()
    for more, by in ((card.summary, _SUMMARY), (card.heading, _TITLE)):
        for word in {*terms(more.text)} if more else ():
            named[word] += by
    for word, by in sorted(named.items()):
        levels[min(counted.pop(word, 0), _MOST) + by].append(word)
    often = levels[_MOST]
    for word, times in counted.items():
        (levels[times] if times < _MOST else often).append(word)
    return tuple(" ".join(some) for some in levels[1:])


def count(text: str) -> Counter[str]:
    """
    Give how often each of its `terms` stands in *text*.

    No term goes on behind a space, nor behind any sign of ASCII: most pieces between those are one.

    >>> sorted(count("Boats: a red boat, two red boats").items())
    [('boat', 1), ('boats', 2), ('red', 2), ('two', 1)]
    """
    counted = Counter(text.encode().translate(_PARTING).decode().split())
    others = [one for one in counted if not (one.isascii() and 1 < len(one) <= _LONGEST)]
    # What one of them gives may be another, so that none may be left when the first is looked at.
    for part, times in [(one, counted.pop(one)) for one in others]:
        for word in _terms(part):
            counted[word] += times
    return counted


def _shards(words: Sequence[_Row]) -> Iterator[list[_Row]]:
    shard: list[_Row] = []
    size = 0
    for word, places in words:
        if shard and size > SHARD:
            yield shard
            shard, size = [], 0
        shard.append((word, places))
        size += len(word) + 8 * len(places)
    if shard:
        yield shard


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


@lru_cache(maxsize=1)
def _spaced() -> re.Pattern[str]:
    """Words between spaces: letters and digits, each with its marks."""
    marks = "".join(
        letter
        for letter in map(chr, range(0x300, 0x3000))
        if unicodedata.category(letter).startswith("M") and not _RUN.match(letter)
    )
    return re.compile(f"(?:[^\\W_{UNSPACED}]++[{re.escape(marks)}]*+)++")
