"""`pipeline cache`: what is kept between runs."""

from __future__ import annotations

from dataclasses import asdict

import click

from pipeline.cache import around, base
from pipeline.options import shared
from pipeline.session import Session


@click.group()
def cache() -> None:
    """See what is kept between runs, and throw it away."""


@cache.command()
@shared
def info(session: Session) -> None:
    """
    Say how much is kept.

    \b
    Example:
      pipeline cache info
    """
    settings = session.project()
    there = (settings.root / base.FILE).is_file()
    opened = around.open_(settings.root, session.home, session.tell) if there else None
    found = opened.info() if opened else around.NOTHING
    if opened:
        opened.close()
    text = f"{found.records:,} records, {found.size / 1e6:,.1f} MB\n"
    session.show(text if found.records else "nothing is kept\n", asdict(found))
    session.finish()


@cache.command()
@shared
def clear(session: Session) -> None:
    """
    Throw away what is kept; the next run does everything anew.

    \b
    Example:
      pipeline cache clear
    """
    settings = session.project()
    around.clear(settings.root)
    session.finish()
