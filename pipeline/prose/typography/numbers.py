"""Numbers as a locale writes them."""

from __future__ import annotations

from functools import lru_cache

from pipeline import locales
from pipeline.errors import PipelineError


@lru_cache(maxsize=64)
def decimal(locale: str) -> str:
    """
    Give the mark before the decimals of a number in *locale*, or nothing where CLDR does not know it.

    >>> decimal("fr"), decimal("en-GB"), decimal("xx")
    (',', '.', '')
    """
    try:
        return locales.decimal(locale)
    except PipelineError:
        return ""
