"""`pipeline extract`, `update` and `stats`: what translators are given, and how far they are."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline import callables, stages, updates
from pipeline import stats as statistics
from pipeline.options import shared
from pipeline.session import Session
from pipeline.updates import Aid


@click.command()
@shared
def extract(session: Session) -> None:
    """
    Write each article's strings into a gettext template.

    \b
    Example:
      pipeline extract
    """
    settings = session.project()
    with session.writing(settings):
        articles = stages.read(session, settings)
        done = stages.extract(settings, stages.templates(session, settings, articles))
    session.summary("templates", done)
    session.finish()


@click.command()
@click.argument("locale", nargs=-1)
@click.option(
    "--memory",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Offer what this PO, TMX or XLIFF file has for the very same text.",
)
@click.option(
    "--prefill",
    metavar="MODULE:FUNCTION",
    help="Let a function of yours fill what is empty; what it gives waits for review.",
)
@shared
def update(
    session: Session, locale: tuple[str, ...], files: tuple[Path, ...], prefill: str | None
) -> None:
    """
    Bring the translators' catalogs up to the articles, losing no work.

    \b
    Example:
      pipeline update fr de --memory older.tmx
    """
    settings = session.project()
    chosen = session.locales(settings, locale)
    translate = callables.load(prefill, settings.root) if prefill else None
    aid = Aid(files, translate, prefill or "")
    with session.writing(settings):
        articles = stages.read(session, settings)
        templates = stages.templates(session, settings, articles)
        told = updates.update(session, settings, articles, templates, chosen=chosen, aid=aid)
    for doubt in told.doubts:
        hint = f"; write {doubt.suggestions[0]}" if doubt.suggestions else ""
        session.tell(f"{doubt.place.path}:{doubt.place.line}: {doubt.message}{hint}")
    session.show(told.text(), told.data())
    session.finish()


@click.command("stats")
@click.option("--markdown", is_flag=True, help="Print a table for a README.")
@shared
def stats(session: Session, markdown: bool) -> None:
    """
    Say how far each translation is, in messages and words of today's source.

    \b
    Example:
      pipeline stats --markdown
    """
    settings = session.project()
    rows = statistics.rows(stages.versions(session, settings, stages.read(session, settings)))
    session.show(
        statistics.markdown(rows) if markdown else statistics.table(rows), statistics.data(rows)
    )
    session.finish()
