"""`pipeline init` and `import`: a new project, and articles made of other files."""

from __future__ import annotations

import functools
from pathlib import Path

import click

from pipeline import config, locales, stages, starter, store, updates
from pipeline.errors import PipelineError
from pipeline.options import shared
from pipeline.reports import terminal
from pipeline.session import Session


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option("--source", default="en", help="The language that articles are written in.")
@click.option(
    "--locale",
    "named",
    multiple=True,
    default=("fr",),
    show_default=True,
    help="A language to translate into; may be given several times.",
)
@shared
def init(session: Session, folder: Path, source: str, named: tuple[str, ...]) -> None:
    """
    Begin a project: a configuration, one article, its translations.

    \b
    Example:
      pipeline init my-site --source en --locale fr --locale ar
    """
    source, targets = locales.parse(source), [locales.parse(tag) for tag in named]
    if source in targets:
        hint = "name another one with --locale"
        raise PipelineError(f'"{source}" is the source itself', hint=hint)
    files = starter.files(source, targets)
    refusals = [
        PipelineError("already there", path=str(folder / name), hint="choose an empty folder")
        for name, data in files.items()
        if _taken(folder / name, data)
    ]
    if refusals:
        raise refusals[0]
    written = 0
    for name, data in files.items():
        if not (folder / name).exists():
            written += store.write(folder / name, data, root=folder)
            session.tell(f"wrote {folder / name}")
    settings = config.load(folder / config.OWN)
    with session.writing(settings):
        articles = stages.read(session, settings)
        templates = stages.templates(session, settings, articles)
        done = stages.extract(settings, templates)
        done += updates.update(session, settings, articles, templates).files
    if not written + done["written"]:
        raise PipelineError("already there", path=str(folder), hint="choose an empty folder")
    session.tell(f"wrote {folder / settings.locale_dir}")
    session.finish()


def _taken(path: Path, data: bytes) -> bool:
    """Tell whether something stands at *path* that no init put there which was stopped half-way."""
    if not path.is_file():
        return path.exists()
    # A catalog is brought up to date, and nothing in it is lost.
    try:
        return path.suffix != ".po" and path.read_bytes() != data
    except OSError:
        return True


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace an article of the same name.")
@shared
def import_(session: Session, files: tuple[Path, ...], force: bool) -> None:
    """
    Make Markdown articles from plain text, HTML or Markdown files.

    \b
    Example:
      pipeline import ~/drafts/article.txt
    """
    settings = session.project()
    with session.writing(settings):
        made = [
            session.guard(functools.partial(stages.import_file, settings, file, force=force))
            for file in files
        ]
    told = [one for one in made if one]
    text = "".join(
        f"{path}\n" + "".join(f"  {terminal.visible(guess)}\n" for guess in guesses)
        for path, guesses in told
    )
    session.show(text, [{"path": path, "guesses": list(guesses)} for path, guesses in told])
    session.finish()
