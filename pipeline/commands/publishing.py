"""`pipeline build` and `publish`: every page to look at, and the good ones for readers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import click

from pipeline import history, stages
from pipeline.errors import PipelineError
from pipeline.options import reporting, shared
from pipeline.results import Report, Result, Verdict
from pipeline.session import Session
from pipeline.settings import Config


@click.command()
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


@click.command()
@click.option("--all", "everything", is_flag=True, help="Show every finding of a rule, not ten.")
@reporting
@shared
def publish(session: Session, everything: bool) -> None:
    """
    Do all of it: publish the versions that pass, and name the others.

    \b
    Example:
      pipeline publish --format json > report.json
    """
    from pipeline import debts, updates  # noqa: PLC0415 - a build does without
    from pipeline.reports import terminal  # noqa: PLC0415 - likewise

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
        published = stages.publish(session, settings, checked, verdicts)
        past(session, settings, report.results, verdicts, recorded=published)
    fold = 0 if everything else terminal.FOLD
    session.report(report, verdicts, published=published, fold=fold)
    session.finish(verdicts)


def past(
    session: Session,
    settings: Config,
    results: Sequence[Result],
    verdicts: Sequence[Verdict],
    *,
    recorded: bool,
) -> tuple[Sequence[history.Run], str]:
    """
    Give the last runs of the project, or why they cannot be read; a run of all of it is kept first.

    A run in which an article could not be read is none: its versions would seem to be gone.
    """
    try:
        if recorded and results:
            now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
            history.record(settings.root, now, history.rows(results, verdicts))
        return history.read(settings.root), ""
    except PipelineError as error:
        session.tell(str(error))
        return (), str(error)
