"""What CLDR knows of a locale: its tag in one spelling, its name, its direction, its plural forms."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal, get_decimal_symbol
from babel.units import UnknownUnitError, format_unit

from pipeline.errors import PipelineError

_NUMBER = re.compile(r"[\d.,\u066b\u066c\u200e\u200f]*\d")


@lru_cache(maxsize=256)
def parse(tag: str) -> str:
    """
    Give *tag* as BCP 47 writes it.

    >>> parse("pt_br"), parse("zh-hans-CN"), parse("DE")
    ('pt-BR', 'zh-Hans-CN', 'de')
    """
    return str(_locale(tag)).replace("_", "-")


@lru_cache(maxsize=256)
def language(tag: str) -> str:
    """
    Give the language subtag.

    >>> language("pt-BR")
    'pt'
    """
    return tag.replace("_", "-").partition("-")[0].lower()


def direction(tag: str) -> str:
    """Give "rtl" or "ltr": the direction in which the locale's script is written."""
    return "rtl" if _locale(tag).character_order == "right-to-left" else "ltr"


@lru_cache(maxsize=256)
def script(tag: str) -> str:
    """
    Give the script that *tag* names or most likely means, as ISO 15924 calls it.

    >>> script("ja"), script("sr-Latn"), script("zh-TW")
    ('Jpan', 'Latn', 'Hant')
    """
    locale = _locale(tag)
    if locale.script:
        return str(locale.script)
    likely = get_global("likely_subtags")
    name = str(locale)
    return str(likely.get(name) or likely.get(locale.language) or "").partition("_")[2][:4]


def name(tag: str, in_locale: str | None = None) -> str:
    """
    Give the language's name, in itself or in another language.

    >>> name("fr"), name("fr", "en")
    ('français', 'French')
    """
    return _locale(tag).get_display_name(in_locale and _locale(in_locale)) or tag


def is_region(code: str) -> bool:
    """
    Tell whether *code* is a country's or a region's: "GB" is, "UK" is not.

    >>> is_region("GB"), is_region("419"), is_region("UK")
    (True, True, False)
    """
    return code.upper() in _locale("en").territories


def long_date(day: date, tag: str) -> str:
    """
    Write *day* as the locale does.

    >>> long_date(date(2026, 11, 23), "de")
    '23. November 2026'
    """
    return format_date(day, "long", locale=_locale(tag))


# Territories with months of their own; to read all of them takes a twentieth of a second a language.
_OTHER_MONTHS = {
    "ar": ("ar_DZ", "ar_IQ", "ar_LB", "ar_MA", "ar_MR", "ar_SY"),
    "de": ("de_AT",),
    "en": ("en_GB",),
}


@lru_cache(maxsize=64)
def months(tag: str) -> Mapping[str, int]:
    """
    Give the number of each month by its names, in small letters: in full and short, and elsewhere.

    >>> months("ar")["آذار"], months("de")["märz"], months("en")["sept"]
    (3, 3, 9)
    """
    return {
        name: number
        for locale in _territories(tag)
        for number, name in _named(locale.months, ("wide", "abbreviated"))
    }


@lru_cache(maxsize=64)
def weekdays(tag: str) -> Mapping[str, int]:
    """
    Give the number of each day of the week, Monday being 0, by its full name in small letters.

    >>> weekdays("fr")["mardi"]
    1
    """
    return {name: number for number, name in _named(_locale(tag).days, ("wide",))}


# One of each plural form that a language may have, and a fraction.
_COUNTS = (1, 2, 3, 11, "1.5")


@lru_cache(maxsize=64)
def unit_names(tag: str, unit: str) -> frozenset[str]:
    """
    Give what follows a number of *unit*, by its name in CLDR, in small letters: in full and short.

    >>> sorted(unit_names("de", "duration-hour"))
    ['std.', 'stunde', 'stunden']
    """
    names = set()
    for length in ("long", "short"):
        for count in _COUNTS:
            try:
                written = format_unit(count, unit, length, locale=_locale(tag))
            except UnknownUnitError:
                return frozenset()
            names.add(_NUMBER.sub("", written).strip().casefold())
    # Babel gives the key itself where CLDR has no name.
    return frozenset(names - {"", unit})


def _territories(tag: str) -> Iterable[Locale]:
    """Give the locale that has only the language of *tag*, and those of its territories."""
    own = language(tag)
    for identifier in _OTHER_MONTHS.get(own, ()):
        yield Locale.parse(identifier)
    yield _locale(own)


def _named(
    forms: Mapping[str, Mapping[str, Mapping[int, str]]], widths: tuple[str, ...]
) -> Iterable[tuple[int, str]]:
    for form in ("stand-alone", "format"):
        for width in widths:
            for number, name in forms[form][width].items():
                yield number, name.casefold().rstrip(".")


def decimal(tag: str) -> str:
    """
    Give the mark before the decimals of a number.

    >>> decimal("de"), decimal("de-CH"), decimal("en")
    (',', '.', '.')
    """
    return get_decimal_symbol(_locale(tag))


def number(value: float, tag: str) -> str:
    """
    Write *value* as the locale does.

    >>> number(1234567, "de"), number(1234567, "en")
    ('1.234.567', '1,234,567')
    """
    return format_decimal(value, locale=_locale(tag))


def listed(texts: Iterable[str], tag: str) -> str:
    """
    Write *texts* one after the other as the locale does.

    >>> listed(["a", "b", "c"], "fr"), listed(["a", "b"], "ja")
    ('a, b et c', 'a、b')
    """
    return format_list(list(texts), locale=_locale(tag))


@lru_cache(maxsize=256)
def territorial(tag: str) -> str:
    """
    Give *tag* with the territory that it names or most likely means, as Open Graph writes it.

    >>> territorial("fr"), territorial("pt-BR"), territorial("ar")
    ('fr_FR', 'pt_BR', 'ar_EG')
    """
    locale = _locale(tag)
    likely = str(get_global("likely_subtags").get(str(locale)) or "")
    territory = locale.territory or likely.rpartition("_")[2]
    return f"{locale.language}_{territory}" if len(territory) in (2, 3) else locale.language


@lru_cache(maxsize=256)
def date_order(tag: str) -> str:
    """
    Give the order of day, month and year in a short date; nothing for English of no country.

    >>> date_order("de"), date_order("en-US"), date_order("ja"), date_order("en")
    ('dmy', 'mdy', 'ymd', '')
    """
    if tag == "en":
        return ""
    pattern = str(_locale(tag).date_formats["short"].pattern).lower()
    return "".join(dict.fromkeys(letter for letter in pattern if letter in "dmy"))


@lru_cache(maxsize=256)
def _locale(tag: str) -> Locale:
    try:
        return Locale.parse(tag.strip(), sep="-" if "-" in tag else "_")
    except (UnknownLocaleError, ValueError, TypeError):
        known = [identifier.replace("_", "-") for identifier in locale_identifiers()]
        near = difflib.get_close_matches(tag.replace("_", "-"), known, n=1)
        hint = (
            f'did you mean "{near[0]}"?' if near else 'write a BCP 47 tag, such as "fr" or "pt-BR"'
        )
        raise PipelineError(f'unknown locale "{tag}"', hint=hint) from None
