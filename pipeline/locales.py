"""What CLDR knows of a locale: its tag in one spelling, its name, its direction, its plural forms."""

from __future__ import annotations

import difflib
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.localedata import locale_identifiers

from pipeline.errors import PipelineError


@lru_cache(maxsize=256)
def parse(tag: str) -> str:
    """
    Give *tag* as BCP 47 writes it.

    >>> parse("pt_br"), parse("zh-hans-CN"), parse("DE")
    ('pt-BR', 'zh-Hans-CN', 'de')
    """
    return str(_locale(tag)).replace("_", "-")


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


def name(tag: str, in_locale: str | None = None) -> str:
    """
    Give the language's name, in itself or in another language.

    >>> name("fr"), name("fr", "en")
    ('français', 'French')
    """
    return _locale(tag).get_display_name(in_locale and _locale(in_locale)) or tag


def long_date(day: date, tag: str) -> str:
    """
    Write *day* as the locale does.

    >>> long_date(date(2026, 11, 23), "de")
    '23. November 2026'
    """
    return format_date(day, "long", locale=_locale(tag))


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
