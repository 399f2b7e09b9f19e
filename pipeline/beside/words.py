"""Number words: what may stand in words on one side and in digits on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pipeline.beside import numberwords
from pipeline.beside.quick import holds

# In Chinese and Japanese a numeral is a part of many words; before one of these it counts.
_COUNTERS = "次回个個片粒錠锭天日周週年月名人岁歳倍种種つ点份杯滴枚本匹項项步歩章節节段時时小分秒成割颗顆瓶支行位"
_CHARACTERS = {
    sign: value
    for value, signs in enumerate(
        ("零〇", "一壹", "二两兩", "三", "四", "五", "六", "七", "八", "九")
    )
    for sign in signs
}
_CHINESE = re.compile(r"[零〇一壹二两兩三四五六七八九十百千]{1,5}")
_HANGUL = {
    "하나": 1,
    "한": 1,
    "두": 2,
    "둘": 2,
    "세": 3,
    "셋": 3,
    "네": 4,
    "넷": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
}
_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_ROMAN = re.compile(r"\b(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?=\b|e\b|ème\b|er\b)")
_UNITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_TOGETHER = frozenset({"ja", "zh", "yue"})
_DUAL = re.compile(r"(?:ان|ين|تا|تي|ا)\Z")

Claim = tuple[int, int, int]
"""A number from two to twelve, said in words, and where it stands."""


def known(language: str) -> bool:
    """Say whether the small numbers of *language* are written down here."""
    return language in numberwords.CARDINALS or language in _TOGETHER or language == "ko"


# Asked for again at each number that is missed.
@lru_cache(maxsize=64)
def allowed(text: str, language: str) -> frozenset[str]:
    """
    Give every number that *text* may say in words, generously: what is looked for there is not lost.

    >>> sorted(allowed("Zweimal täglich", "de"))
    ['1', '2']
    >>> sorted(allowed("每天两次", "zh"))
    ['2']
    """
    found = set(_roman(text))
    if language in _TOGETHER:
        found.update(str(value) for value, _, _ in _chinese(text, counted=False))
        if "半" in text:
            found.update(("0.5", "1/2", "2", "30", "50", "1.5", "2.5"))
        return frozenset(found)
    if language == "ko":
        found.update(str(value) for word, value in _HANGUL.items() if word in text)
        return frozenset(found)
    exact, stems = _table(language)
    for word in _words(text):
        for part in {word, *word.split("-")}:
            found.update(exact.get(part, ()))
            for length in range(2, len(part) + 1):
                found.update(stems.get(part[:length], ()))
            if language == "ar":
                bare = part[1:] if part[0] in "وبلف" and len(part) > 3 else part
                found.update(exact.get(bare, ()))
                found.update(exact.get(bare.removeprefix("ال"), ()))
                if len(bare) > 4 and _DUAL.search(bare):
                    found.add("2")
    return frozenset(found)


def claims(text: str, language: str) -> Iterator[Claim]:
    """
    Give the numbers from two to twelve that *text* says in words, beyond doubt.

    >>> list(claims("Take two of the ten.", "en"))
    [(2, 5, 8), (10, 16, 19)]
    """
    if language in _TOGETHER:
        for value, start, end in _chinese(text, counted=True):
            if 2 <= value <= 12:
                yield value, start, end
        return
    table = _sure(language)
    if any(map(text.casefold().__contains__, table)):
        for match in _WORD.finditer(text):
            value = table.get(match.group().casefold(), 0)
            if value and not (match.group()[0].isupper() and match.start()):
                yield value, *match.span()


def may_claim(text: str, language: str) -> bool:
    """Say whether a text that is not yet read may hold a claim: quick, and true too often."""
    pattern = _quick(language)
    if pattern is None or not (language in _TOGETHER or holds(text, _sure(language))):
        return False
    return pattern.search(text) is not None


@lru_cache(maxsize=32)
def _quick(language: str) -> re.Pattern[str] | None:
    if language in _TOGETHER:
        return re.compile("[二两兩三四五六七八九十]")
    table = _sure(language)
    names = "|".join(sorted(table, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE) if names else None


# Languages whose small numbers are throughout also an article, a preposition or a part of other words.
_UNSURE = frozenset({"fa", "hi", "tr"})


@lru_cache(maxsize=32)
def cardinals(language: str) -> Mapping[str, int]:
    """Give the words for two to twelve; in Arabic, two is an ending."""
    least = 3 if language == "ar" else 2
    return {
        form: value
        for value, forms in enumerate(numberwords.CARDINALS.get(language, "").split())
        for form in forms.split("/")
        if value >= least
    }


@lru_cache(maxsize=32)
def _sure(language: str) -> Mapping[str, int]:
    """Give those of them that say a number and nothing else."""
    if language in _UNSURE:
        return {}
    ambiguous = numberwords.AMBIGUOUS.get(language, "").split()
    return {form: value for form, value in cardinals(language).items() if form not in ambiguous}


@lru_cache(maxsize=32)
def _table(language: str) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    exact: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    for value, forms in enumerate(numberwords.CARDINALS.get(language, "").split()):
        for form in forms.split("/"):
            exact[form] = (*exact.get(form, ()), str(value))
    for entry in filter(None, numberwords.OTHERS.get(language, "").split("; ")):
        said, _, others = entry.partition(": ")
        for form in others.split():
            table = stems if form.endswith("*") else exact
            table[form.rstrip("*")] = (*table.get(form.rstrip("*"), ()), said)
    return exact, stems


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text.replace("’", "'").casefold()):
        yield match.group()
        if "'" in match.group():
            yield from match.group().split("'")


def _chinese(text: str, *, counted: bool) -> Iterator[Claim]:
    for match in _CHINESE.finditer(text):
        behind = text[match.end() : match.end() + 1]
        if counted and (behind not in _COUNTERS or not behind):
            continue
        if not counted and len(match.group()) > 1:
            # 三四 are three or four.
            for offset, sign in enumerate(match.group(), match.start()):
                if sign in _CHARACTERS:
                    yield _CHARACTERS[sign], offset, offset + 1
        if counted and text[match.start() - 1 : match.start()] in (
            "第",
            "十",
            "数",
            "几",
            "幾",
            "．",
            "・",
        ):
            continue
        value = _value(match.group())
        if value is not None:
            yield value, *match.span()


def _value(signs: str) -> int | None:
    """Read 十二 and 三百; signs in a row are digits."""
    if not any(sign in "十百千" for sign in signs):
        return int("".join(str(_CHARACTERS[sign]) for sign in signs))
    total, last = 0, 0
    for sign in signs:
        power = {"十": 10, "百": 100, "千": 1000}.get(sign)
        if power:
            total += (last or 1) * power
            last = 0
        else:
            last = _CHARACTERS[sign]
    return total + last


def _roman(text: str) -> Iterator[str]:
    for match in _ROMAN.finditer(text):
        value = 10 * len(match[1]) + _UNITS[match[2]]
        if value and match.group() != "I":
            yield str(value)
