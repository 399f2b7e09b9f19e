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
    for path in (folder / name for name in files):
        if path.exists():
            raise PipelineError("already there", path=str(path), hint="choose an empty folder")
    for name, data in files.items():
        store.write(folder / name, data, root=folder)
        session.tell(f"wrote {folder / name}")
    settings = config.load(folder / config.OWN)
    articles = stages.read(session, settings)
    templates = stages.templates(session, settings, articles)
    stages.extract(settings, templates)
    updates.update(session, settings, articles, templates)
    session.tell(f"wrote {folder / settings.locale_dir}")
    session.finish()


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
