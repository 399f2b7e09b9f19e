"""The easiest grade that readers have had of each version: what a ratchet holds the next one to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from pipeline import project, readability, store
from pipeline.errors import ConfigError
from pipeline.results import Result
from pipeline.settings import Config

FILE = "grades.json"
"""Stands among the catalogs, so that it is committed with them and holds on every machine."""

Grades = Mapping[str, Mapping[str, float]]


def read(settings: Config) -> Grades:
    """Give the grades by article and locale; none, where no locale has a ratchet."""
    path = settings.root / settings.locale_dir / FILE
    if not _asked(settings) or not path.exists():
        return {}
    source = project.read(path, settings.root)
    hint = "restore the file, or delete it and publish again"
    try:
        found = json.loads(source.data)
        return {
            article: {locale: float(grade) for locale, grade in grades.items()}
            for article, grades in found.items()
        }
    except (ValueError, TypeError, AttributeError):
        raise ConfigError("is no record of grades", path=source.path, hint=hint) from None


def record(settings: Config, published: Iterable[Result]) -> bool:
    """Keep the grades of what is *published* now, and tell whether that changed anything."""
    if not _asked(settings):
        return False
    grades = {article: dict(found) for article, found in read(settings).items()}
    for result in published:
        recorded = grades.get(result.article, {}).get(result.locale)
        grade = readability.baseline(recorded, result.score)
        if grade is not None:
            grades.setdefault(result.article, {})[result.locale] = round(grade, 2)
    data = json.dumps(grades, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"
    path = settings.root / settings.locale_dir / FILE
    return store.write(path, data, root=settings.root)


def _asked(settings: Config) -> bool:
    every = (settings.thresholds, *settings.overrides.values())
    return any(thresholds.ratchet is not None for thresholds in every)
