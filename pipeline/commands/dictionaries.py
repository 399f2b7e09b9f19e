"""`pipeline doctor` and `dictionaries`: what the spelling of a project stands on."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial

import click

from pipeline import doctor as machine
from pipeline import locales, npm, project, vocabulary
from pipeline.dictionaries import Setup
from pipeline.doctor import health
from pipeline.errors import PipelineError
from pipeline.options import shared
from pipeline.session import Session


@click.command()
@click.argument("locale", nargs=-1)
@shared
def doctor(session: Session, locale: tuple[str, ...]) -> None:
    """
    Say what the checks stand on: dictionaries, catalogs, and the parts that are installed.

    \b
    Example:
      pipeline doctor
    """
    settings = session.project_or_default()
    tags = tuple(map(locales.parse, locale)) or settings.locales
    setup = vocabulary.gather(session, settings, tags).setup
    rows = [machine.row(tag, setup) for tag in tags]
    found = (*machine.parts(), *machine.facts(setup))
    catalogs = [
        health.of(tag, project.catalogs(settings, tag).values())
        for tag in tags
        if settings.path and tag != settings.source
    ]
    text = machine.table(rows, found)
    data = machine.data(rows, found) | {"catalogs": [asdict(one) for one in catalogs]}
    session.show(f"{health.table(catalogs)}\n{text}" if catalogs else text, data)
    session.finish()


@click.group()
def dictionaries() -> None:
    """Get dictionaries that no package of ours brings."""


@dictionaries.command()
@click.argument("locale", nargs=-1, required=True)
@click.option("--force", is_flag=True, help="Replace one that is there, or install a lesser one.")
@shared
def add(session: Session, locale: tuple[str, ...], force: bool) -> None:
    """
    Install dictionaries through npm, for you and all your projects.

    \b
    Example:
      pipeline dictionaries add it nl
    """
    setup = vocabulary.setup_of(session.project_or_default())
    told = [session.guard(partial(_add, session, tag, setup, force=force)) for tag in locale]
    added = [one for one in told if one]
    text = "".join(f"{one.offer.locale}: {one.path}\n" for one in added)
    session.show(text, [asdict(one.offer) | {"path": str(one.path)} for one in added])
    session.finish()


def _add(session: Session, tag: str, setup: Setup, *, force: bool) -> npm.Added:
    found = npm.find()
    offered = npm.offer(tag, found)
    session.tell(f"{offered.package} {offered.version}, licence: {offered.license}")
    if setup.user is None:
        raise PipelineError("you have no folder for dictionaries", hint="set XDG_DATA_HOME")
    return npm.add(offered, setup.user, found, force=force)
