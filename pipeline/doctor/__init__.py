"""What stands behind the checks on this machine: dictionaries, catalogs, and the parts of the pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pipeline import dictionaries, locales
from pipeline.dictionaries import frequencies
from pipeline.dictionaries.places import Dictionary, Setup
from pipeline.doctor import provenance, remedy
from pipeline.doctor.machine import Fact, facts
from pipeline.doctor.parts import facts as parts
from pipeline.reports.table import table as lay_out
from pipeline.results import percent

__all__ = ["Fact", "Row", "data", "facts", "parts", "row", "table"]

_HEAD = ("locale", "dictionary", "from", "licence", "knows", "frequencies")


@dataclass(frozen=True, slots=True)
class Source:
    """A dictionary that is used: where it stands, what brought it, and its terms."""

    name: str
    path: str
    place: str
    package: str
    version: str
    license: str


@dataclass(frozen=True, slots=True)
class Row:
    """A locale: its dictionaries and the words they know, or why there is none and what to do."""

    locale: str
    dictionaries: tuple[Source, ...] = ()
    canary: float | None = None
    """The share of the commonest words of the language that they know, from 0 to 1."""
    frequencies: str = ""
    why: str = ""
    advice: str = ""
    """One command that gets a dictionary, or a better one."""
    notes: tuple[str, ...] = ()
    """A line for each dictionary that was found and refused, and for words that cannot inflect."""


def row(locale: str, setup: Setup) -> Row:
    """Give what is known of *locale*, loading its dictionary."""
    found = dictionaries.look_up(locale, setup)
    used = tuple(map(_source, found.used)) if found.lexicon else ()
    notes = tuple(map(str, found.refused))
    return Row(
        locale=locale,
        dictionaries=used,
        canary=found.share if used else None,
        frequencies=frequencies.installed(locales.language(locale)),
        why=found.why,
        advice=remedy.advice(locale, found),
        notes=(*notes, *(line for line in dictionaries.notes(locale, setup) if line not in notes)),
    )


def table(rows: Sequence[Row], found: Sequence[Fact] = ()) -> str:
    """Give the rows as a person reads them, and below them what each locale lacks."""
    lines = [line for one in rows for line in _lines(one)]
    text = lay_out(_HEAD, lines, numbers={4})
    said = [f"{one.locale}: {line}" for one in rows for line in _said(one)]
    machine = [
        f"{fact.name}: {fact.value}" + (f"; {fact.advice}" if fact.advice else "") for fact in found
    ]
    return "\n".join(part for part in (text, *said, "", *machine) if part or machine) + "\n"


def data(rows: Sequence[Row], found: Sequence[Fact] = ()) -> dict[str, Any]:
    """Give the rows as JSON takes them."""
    return {"locales": [asdict(one) for one in rows], "machine": [asdict(fact) for fact in found]}


def _source(found: Dictionary) -> Source:
    origin = provenance.origin(found)
    return Source(
        found.name,
        str(found.dic),
        found.place,
        origin.package,
        origin.version,
        origin.license,
    )


def _lines(one: Row) -> list[tuple[str, ...]]:
    if not one.dictionaries:
        return [(one.locale, "-", "", "", "", one.frequencies or "-")]
    knows = "-" if one.canary is None else f"{percent(one.canary)} %"
    first = (one.locale, knows, one.frequencies or "-")
    return [
        (
            first[0] if number == 0 else "",
            source.name,
            " ".join(filter(None, (source.package or source.place, source.version))),
            source.license,
            first[1] if number == 0 else "",
            first[2] if number == 0 else "",
        )
        for number, source in enumerate(one.dictionaries)
    ]


def _said(one: Row) -> list[str]:
    why = f"not spell-checked: {one.why}" if one.why else ""
    first = "; ".join(filter(None, (why, one.advice)))
    return [*filter(None, (first,)), *(note for note in one.notes)]
