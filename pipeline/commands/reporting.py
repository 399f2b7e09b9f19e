"""`pipeline report` and `calibrate`: all that a check says as a page, and a scale fitted to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from pipeline import calibration, debts, loose, stages, store
from pipeline.commands.publishing import past
from pipeline.options import shared
from pipeline.reports import html
from pipeline.results import Report, Result
from pipeline.session import Session
from pipeline.settings import Config

FILE = Path(".pipeline/report.html")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--output",
    "-o",
    "target",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"Write the page there (default: {FILE}).",
)
@click.option("--open", "opens", is_flag=True, help="Open the page in your browser.")
@shared
def report(session: Session, paths: tuple[Path, ...], target: Path | None, *, opens: bool) -> None:
    """
    Check the whole project, or some files, and write a page that shows all of it.

    The page needs no network and no script: texts with marks, each with why and how to mend it.

    \b
    Example:
      pipeline report --open
    """
    settings = session.project_or_default() if paths else session.project()
    results = _results(session, settings, paths)
    results, _ = debts.settle(session, settings, results, whole=not paths)
    report = Report.of(results)
    verdicts = session.judge(report.results, settings)
    path = (target or settings.root / FILE).absolute()
    root = path.parent if target else settings.root
    with session.writing(settings):
        name = settings.name or settings.root.resolve().name
        told = past(
            session, settings, report.results, verdicts, recorded=not (paths or session.errors)
        )
        page = html.render(report, verdicts, session.errors, html.Told(name, *told))
        store.write(path, page.encode("utf-8", "replace"), root=root)
    shown = str(target or path)
    session.show(f"{shown}\n", {"report": shown})
    if opens and click.launch(path.as_uri()):
        session.tell("no browser opens here; open the file yourself")
    session.finish(verdicts)


@click.command()
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


def _results(session: Session, settings: Config, paths: Sequence[Path]) -> Sequence[Result]:
    if paths:
        return loose.check(session, settings, paths, None, texts=True)
    checked = stages.check(session, settings, stages.read(session, settings), texts=True)
    return [one.result for one in checked]
