"""The file of a project's old debt: read, held against results, and written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline import baseline, project, store
from pipeline.baseline import Baseline
from pipeline.errors import ConfigError
from pipeline.results import Result
from pipeline.session import Session
from pipeline.settings import Config

NAME = "pipeline-baseline.json"
"""Beside the configuration, and in version control: who adds debt shows it to who reviews."""


def path(settings: Config) -> Path:
    """Say where the baseline of a project stands."""
    return settings.root / NAME


def read(settings: Config) -> Baseline | None:
    """Give the project's baseline, if it has one; raises `ConfigError` for one that cannot be read."""
    if not path(settings).is_file():
        return None
    source = project.read(path(settings), settings.root)
    return baseline.parse(source.data, source.path)


def needed(settings: Config) -> Baseline:
    """Give the project's baseline; raises `ConfigError` where there is none."""
    found = read(settings)
    if found is None:
        hint = "begin one with `pipeline baseline create`"
        raise ConfigError("there is no baseline", path=NAME, hint=hint)
    return found


def write(settings: Config, made: Baseline) -> bool:
    """Write the project's baseline; tell whether it changed."""
    return store.write(path(settings), baseline.dump(made), root=settings.root)


def settle(
    session: Session, settings: Config, results: Sequence[Result], *, whole: bool = True
) -> tuple[Sequence[Result], int]:
    """
    Give *results* without old debt, and how many entries of the baseline nothing was found for.

    Those are told, if the *whole* project was looked at.
    """
    known = read(settings)
    if known is None:
        return results, 0
    compared = baseline.compare(known, results)
    stale = sum(compared.stale.values()) if whole else 0
    if stale:
        entries = "entry" if stale == 1 else "entries"
        session.tell(f"{stale} {entries} of {NAME} no longer found: `pipeline baseline prune`")
    return compared.results, stale
