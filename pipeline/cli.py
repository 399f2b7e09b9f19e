"""
The command line: a command reads its options, calls the stages, prints, and leaves.

Exit codes: 0 may publish, 1 a version is held, 2 the user or the configuration erred, 3 we broke.
"""

from __future__ import annotations

import functools
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from pipeline import (
    __version__,
    calibration,
    callables,
    check,
    config,
    debts,
    locales,
    options,
    stages,
    starter,
    stats,
    store,
    updates,
)
from pipeline import explain as explanation
from pipeline.commands import catalogs, checking, dictionaries, editors, reporting, wordlists
from pipeline.errors import PipelineError
from pipeline.options import Commands, shared, with_options
from pipeline.reports import terminal
from pipeline.results import Report
from pipeline.session import Session
from pipeline.updates import Aid


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@with_options
@click.version_option(__version__, prog_name="pipeline")
@click.pass_context
def cli(context: click.Context, /, **values: Any) -> None:
    """
    Articles from one language to many, and only good pages out.

    \b
    Example:
      pipeline init my-site && cd my-site && pipeline publish
    """
    context.obj = Session(**{name: value for name, value in values.items() if value is not None})


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option("--source", default="en", help="The language that articles are written in.")
@click.option("--locale", "target", default="fr", help="The first language to translate into.")
@shared
def init(session: Session, folder: Path, source: str, target: str) -> None:
    """
    Begin a project: a configuration, one article, one locale.

    \b
    Example:
      pipeline init my-site --source en --locale fr
    """
    if locales.parse(source) == locales.parse(target):
        hint = "name another one with --locale"
        raise PipelineError(f'"{target}" is the source itself', hint=hint)
    files = starter.files(locales.parse(source), locales.parse(target))
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


@cli.command("import")
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


@cli.command()
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


@cli.command()
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


@cli.command()
@shared
def build(session: Session) -> None:
    """
    Build accessible HTML of every article in every locale, good or not.

    \b
    Example:
      pipeline build
    """
    settings = session.project()
    with session.writing(settings):
        number = stages.build(session, settings, stages.read(session, settings))
    session.summary("pages", {"written": number}, folder=settings.build)
    session.finish()


@cli.command()
@click.option("--all", "everything", is_flag=True, help="Show every finding of a rule, not ten.")
@options.reporting
@shared
def publish(session: Session, everything: bool) -> None:
    """
    Do all of it: publish the versions that pass, and name the others.

    \b
    Example:
      pipeline publish --format json > report.json
    """
    settings = session.project()
    with session.writing(settings):
        articles = stages.read(session, settings)
        templates = stages.templates(session, settings, articles)
        stages.extract(settings, templates)
        updates.update(session, settings, articles, templates)
        checked = stages.check(session, settings, articles, texts=session.shows_texts)
        results, _ = debts.settle(session, settings, [one.result for one in checked])
        report = Report.of(results)
        verdicts = session.judge(report.results, settings)
        stages.publish(session, settings, checked, verdicts)
        reporting.past(session, settings, report.results, verdicts, recorded=True)
    fold = 0 if everything else terminal.FOLD
    session.report(report, verdicts, published=not session.errors, fold=fold)
    session.finish(verdicts)


@cli.command("stats")
@click.option("--markdown", is_flag=True, help="Print a table for a README.")
@shared
def stats_(session: Session, markdown: bool) -> None:
    """
    Say how far each translation is, in messages and words of today's source.

    \b
    Example:
      pipeline stats --markdown
    """
    settings = session.project()
    rows = stats.rows(stages.versions(session, settings, stages.read(session, settings)))
    session.show(stats.markdown(rows) if markdown else stats.table(rows), stats.data(rows))
    session.finish()


@cli.command()
@shared
def calibrate(session: Session) -> None:
    """
    Fit the scale of reading levels to the project's own translations.

    \b
    Example:
      pipeline calibrate
    """
    settings = session.project()
    checked = stages.check(session, settings, stages.read(session, settings))
    rows = calibration.fit(checked, settings)
    text = f"{calibration.table(rows)}\n{calibration.settings_text(rows)}"
    session.show(text, [asdict(row) for row in rows])
    session.finish()


@cli.command("rules")
@shared
def rules_(session: Session) -> None:
    """
    List every rule with its level and what it asks.

    \b
    Example:
      pipeline rules
    """
    described = explanation.describe_all(check.rules())
    session.show(explanation.table(described), [explanation.data(one) for one in described])


@cli.command()
@click.argument("rule")
@shared
def explain(session: Session, rule: str) -> None:
    """
    Say why a rule is there, how to mend what it finds, and its options.

    \b
    Example:
      pipeline explain page/image-alt
    """
    described = explanation.describe(rule, check.rules())
    session.show(explanation.text(described), explanation.data(described))


for command in (
    checking.baseline,
    checking.check,
    catalogs.catalog,
    dictionaries.doctor,
    dictionaries.dictionaries,
    editors.lsp,
    reporting.report,
    wordlists.words,
):
    cli.add_command(command)
