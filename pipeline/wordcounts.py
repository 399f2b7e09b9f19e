"""Keeps the cut frequency lists in the user's cache, so that no run cuts one twice."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline import dictionaries, locales, store
from pipeline.dictionaries import frequencies
from pipeline.dictionaries.places import Setup
from pipeline.errors import StoreError


def missing(tags: Iterable[str], setup: Setup) -> tuple[str, ...]:
    """Give the languages of *tags* whose list is counted but not kept yet."""
    if setup.cache is None:
        return ()
    languages = dict.fromkeys(locales.language(tag) for tag in tags)
    return tuple(
        language
        for language in languages
        if not dictionaries.hopeless(language)
        and not (setup.cache / frequencies.file_name(language)).exists()
        and frequencies.installed(language)
    )


def keep(language: str, data: bytes, setup: Setup) -> bool:
    """
    Put what `frequencies.cut` gave into the cache, and tell whether it is there now.

    A cache that cannot be written costs time and nothing else, so that is no error.
    """
    if setup.cache is None or not data:
        return False
    try:
        store.write(setup.cache / frequencies.file_name(language), data, root=setup.cache)
    except StoreError:
        return False
    return True
