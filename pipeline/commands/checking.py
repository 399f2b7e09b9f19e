"""`pipeline check` and `pipeline baseline`: what is wrong, what is new, and what was there before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from pipeline import (
    baseline as debt,
)
from pipeline import (
    changes,
    debts,
    git,
    inspection,
    locales,
    loose,
    stages,
)
from pipeline.changes import Changes
from pipeline.errors import FINDINGS, PipelineError
from pipeline.options import reporting, shared
from pipeline.reports import terminal
from pipeline.results import Report, Result
from pipeline.session import Session
from pipeline.settings import Config


@dataclass(frozen=True, slots=True)
class How:
    """What a check is asked for, besides the files and the locale."""

    opinion: bool = False
    extent: inspection.Extent | None = None
    fix: bool = False
    unsafe: bool = False
    diff: bool = False

    @property
    def mends(self) -> bool:
        """Are files to be changed, or is it shown how they would be."""
        return self.fix or self.unsafe or self.diff


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--locale", "-l", help="Check only this locale; the language of files outside a project."
)
@click.option("--all", "everything", is_flag=True, help="Show every finding of a rule, not ten.")
@click.option(
    "--changed",
    "base",
    is_flag=False,
    flag_value="",
    metavar="[BASE]",
    help="Check what git says has changed since this branch left BASE (--changed=main).",
)
@click.option("--changed-lines", is_flag=True, help="Of that, tell what stands on changed lines.")
@click.option("--strict", is_flag=True, help="Fail if the baseline holds what is mended.")
@click.option("--second-opinion", "opinion", is_flag=True, help="Ask textstat about English, too.")
@click.option(
    "--browser",
    "extent",
    is_flag=False,
    flag_value="sample",
    type=click.Choice(["sample", "all"]),
    help="Look with axe-core in Chromium, too: at a page of each kind, or at all.",
)
@click.option("--fix", is_flag=True, help="Mend in the files what is certain, and check again.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="Mend also what you will look at.")
@click.option("--diff", is_flag=True, help="Only show what --fix would change; exit 1 if it would.")
@reporting
@shared
def check(
    session: Session,
    paths: tuple[Path, ...],
    locale: str | None,
    *,
    everything: bool,
    base: str | None,
    changed_lines: bool,
    strict: bool,
    **how: Any,
) -> None:
    """
    Check the whole project, or any Markdown, PO or HTML files.

    \b
    Example:
      pipeline check content/boats.md --locale fr
    """
    asked = How(**how)
    _refuse(
        asked, changed=base is not None or changed_lines, files=bool(paths and base is not None)
    )
    settings = session.project_or_default() if paths else session.project()
    diff = git.changed(settings.root, base or "") if changed_lines or base is not None else None
    results = _results(session, settings, paths, locale, how=asked, diff=diff)
    if diff is not None and changed_lines:
        results = [changes.only(result, diff) for result in results]
    whole = not paths and not locale and diff is None
    results, stale = debts.settle(session, settings, results, whole=whole)
    report = Report.of(results)
    verdicts = session.judge(report.results, settings)
    session.report(report, verdicts, fold=0 if everything else terminal.FOLD)
    session.finish(verdicts)
    if strict and stale:
        click.get_current_context().exit(FINDINGS)


@click.group()
def baseline() -> None:
    """Keep a list of old findings, so that only new ones hold a version."""


@baseline.command()
@shared
def create(session: Session) -> None:
    """
    Begin the list with all that is found today.

    \b
    Example:
      pipeline baseline create
    """
    settings = session.project()
    if debts.read(settings) is not None:
        hint = "`pipeline baseline update` takes out what is mended"
        raise PipelineError("there is a baseline already", path=debts.NAME, hint=hint)
    with session.writing(settings):
        _write(session, settings, debt.of(_everything(session, settings)))


@baseline.command()
@click.option("--accept-new", "accept", is_flag=True, help="Take in what is new as well.")
@shared
def update(session: Session, *, accept: bool) -> None:
    """
    Take out of the list what is mended; new findings stay out of it unless they are accepted.

    \b
    Example:
      pipeline baseline update --accept-new
    """
    settings = session.project()
    with session.writing(settings):
        known = debts.needed(settings)
        results = _everything(session, settings)
        _write(session, settings, debt.updated(known, results, accept=accept))


@baseline.command()
@shared
def prune(session: Session) -> None:
    """
    Take out of the list what is mended, and the versions that are gone.

    \b
    Example:
      pipeline baseline prune
    """
    settings = session.project()
    with session.writing(settings):
        results = _everything(session, settings)
        there = [(result.article, result.locale) for result in results]
        kept = debt.gone(debts.needed(settings), there)
        _write(session, settings, debt.updated(kept, results, accept=False))


def _refuse(how: How, *, changed: bool, files: bool) -> None:
    """Raise a `PipelineError` where two wishes do not go together: one would be passed over in silence."""
    if files:
        hint = "name files, or leave it to git to name them"
        raise PipelineError("--changed takes no files", hint=hint)
    if how.mends and changed:
        hint = "name the files to mend instead"
        raise PipelineError(
            "--fix and --diff mend all or what is named, not what changed", hint=hint
        )
    if how.mends and how.extent:
        hint = "mend first, and look at the pages then"
        raise PipelineError("--browser only looks at pages, it mends nothing", hint=hint)


def _results(
    session: Session,
    settings: Config,
    paths: Sequence[Path],
    locale: str | None,
    *,
    how: How,
    diff: Changes | None,
) -> Sequence[Result]:
    if how.mends:
        from pipeline import fixes  # noqa: PLC0415 - most checks mend nothing

        return fixes.run(
            session, settings, paths, locale, unsafe=how.unsafe, diff=how.diff, opinion=how.opinion
        )
    if paths:
        tag = locale and locales.parse(locale)
        results = loose.check(
            session, settings, paths, tag, opinion=how.opinion, texts=session.shows_texts
        )
        if how.extent:
            results = inspection.loose(session, settings, results, paths, how.extent)
        return results
    chosen = session.locales(settings, (locale,) if locale else ())
    articles = stages.read(session, settings)
    checked = stages.check(
        session,
        settings,
        articles,
        chosen,
        opinion=how.opinion,
        texts=session.shows_texts,
        files=None if diff is None else diff.files,
    )
    results = [one.result for one in checked]
    if how.extent:
        results = inspection.site(session, settings, checked, how.extent)
    return [one for one in results if not chosen or one.locale in chosen]


def _everything(session: Session, settings: Config) -> list[Result]:
    """Give the results of the whole project; a file that cannot be read ends it, lest its debt be lost."""
    checked = stages.check(session, settings, stages.read(session, settings))
    if session.errors:
        session.finish()
    return [one.result for one in checked]


def _write(session: Session, settings: Config, made: debt.Baseline) -> None:
    changed = debts.write(settings, made)
    findings = sum(made.counts.values())
    session.summary(debts.NAME, {"findings": findings, "written": int(changed)})
    session.finish()
