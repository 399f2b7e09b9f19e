"""What the words of a run are judged by: the machine's dictionaries, and the project's own words."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline import locales, ownwords, wordcounts
from pipeline.dictionaries import frequencies, places
from pipeline.dictionaries.places import Setup
from pipeline.session import Session
from pipeline.settings import Config

FOLDER = "dictionaries"
"""The folder of a project's own dictionaries, among its catalogs."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Where dictionaries are found, and the project's words by language."""

    setup: Setup = field(default_factory=Setup)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)


def gather(session: Session, settings: Config, tags: Iterable[str]) -> Vocabulary:
    """
    Give the vocabulary for the locales *tags*; the session keeps what is wrong with the lists.

    The frequencies of a language are cut down once on a machine, and kept in the user's cache.
    """
    languages = tuple(dict.fromkeys(map(locales.language, tags)))
    own = ownwords.read(settings, languages, settings.spelling.words)
    session.note(*own.errors)
    setup = _setup(settings, own.inflected)
    lacking = wordcounts.missing(languages, setup)
    if lacking:
        for language, data in session.each(frequencies.cut, lacking, "word counts"):
            wordcounts.keep(language, data, setup)
    return Vocabulary(setup, own.words)


def setup_of(settings: Config) -> Setup:
    """Give the places of dictionaries, without the project's words."""
    return _setup(settings, ())


def _setup(settings: Config, inflected: tuple[places.Inflected, ...]) -> Setup:
    return places.setup(
        settings.root / settings.locale_dir / FOLDER,
        os.environ,
        sys.platform,
        Path.home(),
        order=settings.spelling.dictionaries,
        optional=settings.spelling.optional,
        inflected=inflected,
    )
