"""How often: "twice a day" and its like, with the number that they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pipeline.beside import words
from pipeline.beside.digits import plain
from pipeline.beside.quick import folded, holds

# What stands behind a number and makes it "so many times"; a number may be joined to it.
_TIMES: Mapping[str, str] = {
    "en": r"times|×|x(?= (?:a|per|daily))",
    "de": r"mal|×|x(?= (?:am|pro|täglich|tgl))",
    "fr": r"fois",
    "es": r"veces|vez",
    "it": r"volte|volta",
    "pt": r"vezes|vez",
    "nl": r"keer|maal|×|x(?= (?:per|daags))",
    "ru": r"раза|раз",
    "uk": r"рази|разів|раз",
    "pl": r"razy|raz",
    "sv": r"gånger|gång",
    "da": r"gange|gang",
    "nb": r"ganger|gang",
    "ca": r"vegades|vegada|cops|cop",
    "ar": r"مرات|مرّات|مرة",
    "ja": r"回|度",
    "zh": r"次|回",
    "ko": r"번|회",
}
_WHOLE: Mapping[str, Mapping[str, int]] = {
    "en": {"once": 1, "twice": 2, "thrice": 3},
    "de": {"einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5, "sechsmal": 6},
    "nl": {"eenmaal": 1, "tweemaal": 2, "driemaal": 3, "viermaal": 4},
    "ru": {"однажды": 1, "дважды": 2, "трижды": 3, "четырежды": 4},
    "uk": {"двічі": 2, "тричі": 3},
    "pl": {"dwukrotnie": 2, "trzykrotnie": 3},
    "ar": {"مرتين": 2, "مرتان": 2, "مرّتين": 2},
}
# By the day or the like, in English, where a number of times is also "at times" and "once upon a time".
_PERIOD = re.compile(
    r"[ -]?(?:(?:a|an|per|each|every|in a)[ ]|/)?(?:day|daily|week|weekly|month|monthly|night|nightly|hour|hourly|year|yearly)",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\(\?= \(\?:[^()]*\)\)")
_ONE = {
    "en": "one",
    "fr": "une",
    "es": "una",
    "it": "una",
    "pt": "uma",
    "de": "ein",
    "nl": "één",
    "ru": "один",
    "pl": "jeden",
    "sv": "en",
    "ca": "una",
}

Often = tuple[int, int, int]
"""A number of times, and where it stands."""


def read(text: str, language: str, *, period: bool = False) -> tuple[Often, ...]:
    """
    Give how often *text* says that something is done; with *period*, only by the day or the like.

    >>> read("Twice daily, or 3 times a week.", "en", period=True)
    ((2, 0, 5), (3, 16, 23))
    >>> read("dreimal täglich", "de"), read("1日2回", "ja")
    (((3, 0, 7),), ((2, 2, 4),))
    """
    pattern = _pattern(language)
    if pattern is None or not holds(text, _literals(language)):
        return ()
    return tuple(
        found
        for found in _found(text, pattern, language)
        if not (period and language == "en") or _PERIOD.match(text, found[2])
    )


def _found(text: str, pattern: re.Pattern[str], language: str) -> Iterator[Often]:
    numbers = {**dict(_numbers(language)), "一": 1}
    for match in pattern.finditer(text):
        said = (match["whole"] or match["number"] or "").casefold()
        value = int(plain(said)) if said.isdigit() else numbers.get(said)
        if value is None and said:
            value = next((number for number, _, _ in words.claims(f"{said}次", language)), None)
        if value is not None and value <= 24:
            yield value, *match.span()


def _numbers(language: str) -> Iterator[tuple[str, int]]:
    yield from _WHOLE.get(language, {}).items()
    yield from words.cardinals(language).items()
    if language in _ONE:
        yield _ONE[language], 1


@lru_cache(maxsize=32)
def _literals(language: str) -> tuple[str, ...]:
    """Give what stands in every text that the pattern finds anything in."""
    times = _AHEAD.sub(" ", _TIMES[language]).split("|")
    return folded((*times, *_WHOLE.get(language, {})))


@lru_cache(maxsize=32)
def _pattern(language: str) -> re.Pattern[str] | None:
    times = _TIMES.get(language)
    if times is None:
        return None
    whole = "|".join(_WHOLE.get(language, {"\0": 0}))
    if language in ("ja", "zh", "ko"):
        return re.compile(
            rf"(?P<whole>\0)|(?<!第)(?P<number>(?<!\d)\d{{1,2}}|[一二两兩三四五六七八九十])\s?(?:{times})(?!目|復|复|復)"
        )
    named = "|".join(name for name, _ in _numbers(language) if name not in _WHOLE.get(language, {}))
    named = f"|{named}" if named else ""
    return re.compile(
        rf"(?<!\w)(?:(?P<whole>{whole})|(?P<number>(?<![\d.,])\d{{1,2}}{named})[ \u00a0-]?(?:{times}))(?!\w)",
        re.IGNORECASE,
    )
