"""Units of measure by their names: CLDR's in each language, and what is written besides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from pipeline import locales

DOSE = frozenset({"mg", "µg", "g", "ml", "l", "dl", "IU", "mmol", "%", "drop", "tsp", "tbsp"})
"""Those that a dose is given in, and that readers act on."""

_CLDR: Mapping[str, str] = {
    "%": "concentr-percent",
    "µg": "mass-microgram",
    "mg": "mass-milligram",
    "g": "mass-gram",
    "kg": "mass-kilogram",
    "lb": "mass-pound",
    "oz": "mass-ounce",
    "ml": "volume-milliliter",
    "cl": "volume-centiliter",
    "dl": "volume-deciliter",
    "l": "volume-liter",
    "drop": "volume-drop",
    "tsp": "volume-teaspoon",
    "tbsp": "volume-tablespoon",
    "year": "duration-year",
    "month": "duration-month",
    "week": "duration-week",
    "day": "duration-day",
    "hour": "duration-hour",
    "minute": "duration-minute",
    "second": "duration-second",
    "ms": "duration-millisecond",
    "km": "length-kilometer",
    "m": "length-meter",
    "cm": "length-centimeter",
    "mm": "length-millimeter",
    "mile": "length-mile",
    "foot": "length-foot",
    "inch": "length-inch",
    "°C": "temperature-celsius",
    "°F": "temperature-fahrenheit",
    "B": "digital-byte",
    "kB": "digital-kilobyte",
    "MB": "digital-megabyte",
    "GB": "digital-gigabyte",
    "TB": "digital-terabyte",
}

# Symbols of the SI stand in every language; the rest is usual beside CLDR's names.
_ANYWHERE: Mapping[str, str] = {
    "%": "% ٪ ％",
    "µg": "µg μg mcg ug",
    "mg": "mg",
    "g": "g",
    "kg": "kg",
    "ml": "ml cc",
    "l": "l",
    "dl": "dl",
    "cl": "cl",
    "IU": "iu ui ie i.e. ме мо",
    "mmol": "mmol",
    "km": "km",
    "cm": "cm",
    "mm": "mm",
    "ms": "ms",
    "°C": "°c ℃",
    "°F": "°f ℉",
    "kB": "kb kib",
    "MB": "mb mib",
    "GB": "gb gib",
    "TB": "tb tib",
}
_USUAL: Mapping[str, Mapping[str, str]] = {
    "en": {
        "%": "per_cent",
        "IU": "units unit international_units international_unit",
        "tsp": "teaspoonful teaspoonfuls teaspoons",
        "tbsp": "tablespoonful tablespoonfuls tablespoons",
        "ml": "millilitre millilitres milliliter milliliters",
        "l": "litre litres",
        "hour": "hrs h",
        "minute": "mins",
    },
    "de": {
        "day": "tagen",
        "month": "monaten",
        "year": "jahren",
        "%": "vh v.h.",
        "IU": "i.e einheiten internationale_einheiten",
        "drop": "tropfen",
        "tsp": "teelöffel",
        "tbsp": "esslöffel",
        "hour": "h std stdn",
    },
    "fr": {
        "IU": "unités unité unités_internationales",
        "drop": "gouttes goutte",
        "tsp": "cuillères_à_café cuillère_à_café cuillerées_à_café cuillerée_à_café",
        "tbsp": "cuillères_à_soupe cuillère_à_soupe cuillerées_à_soupe cuillerée_à_soupe",
        "%": "p._100 pourcents",
        "minute": "mn",
    },
    "es": {
        "IU": "unidades unidad unidades_internacionales",
        "drop": "gotas gota",
        "tsp": "cucharaditas cucharadita",
        "tbsp": "cucharadas cucharada",
    },
    "it": {
        "IU": "unità unità_internazionali",
        "drop": "gocce goccia",
        "tsp": "cucchiaini cucchiaino",
        "tbsp": "cucchiai cucchiaio",
        "hour": "h",
    },
    "pt": {
        "IU": "unidades unidade unidades_internacionais",
        "drop": "gotas gota",
        "tsp": "colheres_de_chá colher_de_chá",
        "tbsp": "colheres_de_sopa colher_de_sopa",
    },
    "nl": {
        "IU": "ie eenheden internationale_eenheden",
        "drop": "druppels druppel",
        "tsp": "theelepels theelepel",
        "tbsp": "eetlepels eetlepel",
        "hour": "uur uren",
        "day": "dag dagen",
    },
    "ru": {
        "IU": "ме ед единиц единицы единица",
        "mmol": "ммоль",
        "drop": "капель капли капля",
        "tsp": "чайных_ложек чайные_ложки чайная_ложка чайной_ложке",
        "tbsp": "столовых_ложек столовые_ложки столовая_ложка столовой_ложке",
        "g": "грамм граммов грамма",
        "day": "дням днями суток сутки",
        "hour": "часам часами",
        "year": "летнего летний годам",
    },
    "ar": {
        "mg": "ملغ ملغم مغ مجم ملجم مليغرام ملليغرام ميليغرام ملليجرام مليجرام ميلليغرام",
        "µg": "مكغ ميكروجرام ميكروغرام مكجم",
        "g": "غ غم جم غرام غرامات غراما غرامًا جرام جرامات جراما جرامًا",
        "kg": "كغ كغم كجم كيلوغرام كيلوجرام",
        "ml": "مل ملل ملليلتر مليلتر ميليلتر",
        "l": "لتر لترات ل لترا لترًا",
        "IU": "وحدة وحدات وحدة_دولية وحدات_دولية",
        "%": "بالمائة بالمئة في_المائة في_المئة",
        "drop": "قطرات قطرة",
        "tsp": "ملعقة_صغيرة ملاعق_صغيرة",
        "tbsp": "ملعقة_كبيرة ملاعق_كبيرة",
        "hour": "ساعة ساعات ساعتين",
        "day": "يوم أيام يوما يومًا يومين",
        "week": "أسبوع أسابيع أسبوعا أسبوعًا أسبوعين",
        "month": "شهر أشهر شهرا شهرًا شهور",
        "year": "سنة سنوات عام أعوام عاما عامًا",
        "minute": "دقيقة دقائق",
        "second": "ثانية ثوان ثواني ثوانٍ",
    },
    "zh": {
        "IU": "国际单位 國際單位 单位 單位",
        "mg": "毫克",
        "µg": "微克",
        "g": "克",
        "kg": "公斤 千克",
        "ml": "毫升",
        "l": "升 公升",
        "mmol": "毫摩尔 毫摩爾",
        "drop": "滴",
        "tsp": "茶匙",
        "tbsp": "汤匙 湯匙",
        "hour": "小时 小時 个小时 個小時",
        "minute": "分钟 分鐘",
        "second": "秒 秒钟 秒鐘",
        "day": "天 日",
        "week": "周 週 个星期 星期 個星期",
        "month": "个月 個月",
        "year": "年",
        "km": "公里 千米",
        "m": "米 公尺",
        "cm": "厘米 公分",
    },
    "ja": {
        "IU": "国際単位 単位",
        "%": "パーセント",
        "mg": "ミリグラム",
        "µg": "マイクログラム",
        "g": "グラム",
        "kg": "キログラム キロ",
        "ml": "ミリリットル",
        "l": "リットル",
        "drop": "滴",
        "tsp": "小さじ",
        "tbsp": "大さじ",
        "minute": "分 分間",
        "second": "秒 秒間",
        "hour": "時間",
        "day": "日 日間",
        "week": "週 週間",
        "month": "か月 ヶ月 カ月 ヵ月 箇月 か月間",
        "year": "年 年間",
    },
    "ko": {"mg": "밀리그램", "g": "그램", "IU": "국제단위 단위", "%": "퍼센트", "drop": "방울"},
    "hi": {
        "mg": "मिग्रा मिलीग्राम मि.ग्रा",
        "g": "ग्राम",
        "ml": "मिली मिलीलीटर",
        "%": "प्रतिशत",
        "day": "दिन दिनों",
        "hour": "घंटे घंटों घंटा",
    },
    "fa": {
        "mg": "میلی‌گرم میلیگرم",
        "g": "گرم",
        "ml": "میلی‌لیتر",
        "%": "درصد",
        "day": "روز",
        "hour": "ساعت",
    },
}
_BEFORE = re.compile(r"(?:百分之|٪|%)\s*\Z")
_WORD = re.compile(r"[^\W\d_][\w.‌]*|[%٪％°℃℉]\s?[^\W\d_]?")
_WRITTEN_TOGETHER = frozenset({"ja", "ko", "th", "yue", "zh"})
_LONGEST = 5
_NUMBER = 24
# "5 mg", "5-mg", "30-day" and, in French, "5 °C" with its own space.
_GAP = re.compile(r"[ \u00a0\u202f\u2009]{0,2}(?:[-‐‑](?=[^\W\d_]))?|\n")

Span = tuple[str, int]
"""A unit, and the offset behind its name."""


def behind(text: str, offset: int, language: str) -> Span:
    """
    Give the unit whose name stands at *offset*, behind a number; nothing where none does.

    >>> behind("5 mcg daily", 1, "en"), behind("5 fois", 1, "fr"), behind("每天5毫克", 3, "zh")
    (('µg', 5), ('', 1), ('mg', 5))
    """
    gap = _GAP.match(text, offset)
    start = gap.end() if gap else offset
    names = table(language)
    if language in _WRITTEN_TOGETHER:
        for length in range(_LONGEST, 0, -1):
            name = text[start : start + length].casefold()
            if len(name) == length and name in names and not _goes_on(text, start + length, name):
                return names[name], start + length
    for length in (3, 2):
        words = _words(text, start, length)
        if words and words[0] in names:
            return names[words[0]], words[1]
    return _one_word(text, start, names) or _in_front(text, offset)


def _one_word(text: str, start: int, names: Mapping[str, str]) -> Span | None:
    match = _WORD.match(text, start)
    for name in (match.group(), match.group()[:1]) if match else ():
        clean = name.casefold().strip().rstrip(".")
        whole = match is not None and name == match.group()
        # "65 M" are no metres; of a word, only the whole is a unit, but "%" is one before anything.
        capital = len(clean) == 1 and name[0].isupper() and clean != "l"
        if clean in names and not capital and (whole or not name.isalpha()):
            return names[clean], start + len(name.rstrip())
    return None


def _in_front(text: str, offset: int) -> Span:
    """Give the sign that stands before the number that ends at *offset*: "%50", "百分之五十"."""
    front = text[max(offset - _NUMBER, 0) : offset].rstrip("0123456789.,٠١٢٣٤٥٦٧٨٩٫")
    return ("%" if _BEFORE.search(front) else "", offset)


def named(text: str, unit: str, language: str) -> bool:
    """Say whether *text* names *unit* anywhere."""
    names = {name for name, known in table(language).items() if known == unit}
    low = text.casefold()
    if language in _WRITTEN_TOGETHER and any(name in low for name in names):
        return True
    words = {word.rstrip(".").strip() for word in _WORD.findall(low)}
    words |= {word[:1] for word in words if not word[:1].isalpha()}
    return not names.isdisjoint(words) or any(" " in name and name in low for name in names)


@lru_cache(maxsize=64)
def table(language: str) -> Mapping[str, str]:
    """Give the units of *language* by their names, in small letters."""
    found: dict[str, str] = {}
    for unit, names in _ANYWHERE.items():
        for name in names.split():
            found.setdefault(name, unit)
    for unit, names in _USUAL.get(language, {}).items():
        for name in names.split():
            found[name.replace("_", " ").casefold()] = unit
    for unit, key in _CLDR.items():
        for name in locales.unit_names(language, key):
            found.setdefault(" ".join(name.rstrip(".").split()), unit)
    return found


def known(language: str) -> bool:
    """Say whether doses have been written down for *language*: otherwise a lost unit may have a name."""
    return language in _USUAL


def _words(text: str, start: int, count: int) -> tuple[str, int] | None:
    """Give *count* words from *start* on with one space between them, and where they end."""
    end = start
    words = []
    for _ in range(count):
        match = _WORD.match(text, end)
        if match is None:
            return None
        words.append(match.group().casefold().strip())
        end = match.end() + 1
    return " ".join(words).rstrip("."), end - 1


def _goes_on(text: str, end: int, name: str) -> bool:
    """Say whether a name in Latin letters is but the beginning of a word."""
    return (
        name[-1].isascii()
        and name[-1].isalpha()
        and text[end : end + 1].isascii()
        and (text[end : end + 1].isalpha())
    )
