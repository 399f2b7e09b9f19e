"""`pipeline catalog`: catalogs out to translators' tools, and home again."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline import courier
from pipeline.courier import FORMATS, Format
from pipeline.options import shared
from pipeline.reports.table import table
from pipeline.session import Session

_COUNTS = ("new", "changed", "reviewed", "fuzzy", "same", "empty", "outdated", "unknown", "doubted")


@click.group()
def catalog() -> None:
    """Take catalogs to other tools, and bring them home."""


@catalog.command()
@click.argument("form", type=click.Choice(FORMATS), metavar="FORMAT")
@click.argument("locale", nargs=-1)
@click.option(
    "--output",
    "-o",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into.",
)
@shared
def export(session: Session, form: Format, locale: tuple[str, ...], folder: Path) -> None:
    """
    Write the catalogs as xliff, tmx, mo or po.

    \b
    Example:
      pipeline catalog export xliff de fr --output outbox
    """
    settings = session.project()
    chosen = session.locales(settings, locale)
    session.summary("files", courier.export(session, settings, form, chosen, folder))
    session.finish()


@catalog.command("import")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--book", is_flag=True, help="Share a PO file of all articles out among them.")
@shared
def import_(session: Session, files: tuple[Path, ...], book: bool) -> None:
    """
    Put the translations of PO and XLIFF files that came back into the catalogs.

    \b
    Example:
      pipeline catalog import inbox/de.xlf
    """
    settings = session.project()
    with session.writing(settings):
        told = courier.bring_home(session, settings, files, book=book)
    rows = [[row["article"], row["locale"], *(str(row[name]) for name in _COUNTS)] for row in told]
    text = table(("article", "locale", *_COUNTS), rows, numbers=range(2, len(_COUNTS) + 2))
    session.show(text, told)
    session.finish()
