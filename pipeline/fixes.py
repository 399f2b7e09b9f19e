"""Applies what rules propose to a project's files, or shows it: round after round, until all is still."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import article, fixing, jobs, locales, loose, project, stages, store
from pipeline.fixing import Edit, Fixed
from pipeline.jobs import Context, File, Pair
from pipeline.model import Key, Place, Source
from pipeline.results import Result
from pipeline.session import Session
from pipeline.settings import Config

ROUNDS = 10
"""What is still not done then, or goes in a circle, is left for a person."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be fixed: versions of articles and catalogs by themselves, and what they share."""

    pairs: Sequence[Pair]
    files: Sequence[File]
    context: Context
    unsafe: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results once all is fixed, and each changed file before and after, by its path."""

    results: Sequence[Result]
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    counts: Mapping[str, int]

    def diff(self) -> str:
        """Give what changes, as a unified diff."""
        return "".join(
            line for path in self.after for line in _diff(path, self.before[path], self.after[path])
        )


@dataclass(slots=True)
class _State:
    """The files as far as they have been fixed; nothing is written before all is still."""

    settings: Config
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    made: dict[str, list[Edit]] = field(default_factory=dict)
    barred: set[tuple[str, str, str, str | None]] = field(default_factory=set)
    """Fixes that do not help: by file, rule, text and what would stand there."""

    def read(self, path: str) -> bytes:
        if path not in self.after:
            root = self.settings.root.absolute()
            self.before[path] = self.after[path] = project.read(root / path, root).data
        return self.after[path]

    def allows(self, path: str, edit: Edit) -> bool:
        barred = (path, edit.rule, edit.text, edit.new) in self.barred
        # One rule's fix may be another rule's mistake: back and forth it would go.
        undone = any(
            (one.text, one.new) == (edit.new, edit.text) for one in self.made.get(path, ())
        )
        return not barred and not undone

    def bar(self, path: str, edits: Iterable[Edit]) -> None:
        self.barred |= {(path, edit.rule, edit.text, edit.new) for edit in edits}

    def accept(self, steps: Mapping[str, Fixed]) -> None:
        for path, fixed in steps.items():
            self.after[path] = fixed.data
            self.made.setdefault(path, []).extend(fixed.done)


def run(
    session: Session,
    settings: Config,
    paths: Sequence[Path],
    locale: str | None,
    *,
    unsafe: bool,
    diff: bool,
    opinion: bool = False,
) -> Sequence[Result]:
    """
    Fix the project, or the files at *paths*, and give the results of what then stands there.

    With *diff* nothing is written: what would change is printed, and ends the run.
    """
    # What belongs to no project has no lock.
    lock = session.writing(settings) if settings.path and not diff else nullcontext()
    with lock:
        if paths:
            tag = locale and locales.parse(locale)
            found = loose.checking(session, settings, paths, tag, opinion=opinion)
            task = Task(*found, unsafe)
        else:
            task = _project(session, settings, locale, opinion=opinion, unsafe=unsafe)
        outcome = mend(session, settings, task)
        if not diff:
            write(session, settings, outcome)
    if diff:
        session.differ(outcome.diff())
    return outcome.results


def _project(
    session: Session, settings: Config, locale: str | None, *, opinion: bool, unsafe: bool
) -> Task:
    chosen = session.locales(settings, (locale,) if locale else ())
    articles = stages.read(session, settings)
    pairs, context = stages.checking(session, settings, articles, chosen, opinion=opinion)
    wanted = [pair for pair in pairs if not chosen or pair.locale in chosen]
    return Task(wanted, (), context, unsafe)


def mend(session: Session, settings: Config, task: Task) -> Outcome:
    """
    Fix what *task* names, in memory, and check it again until nothing changes.

    A fix that leaves its rule with a finding in the same place is not made.
    """
    state = _State(settings)
    subjects: dict[int, Pair | File] = dict(enumerate([*task.pairs, *task.files]))
    results = _check(session, subjects, task.context)
    # What is safe goes first: translations of it stay as good as they were.
    for unsafe in (False, True)[: 1 + task.unsafe]:
        for _ in range(ROUNDS):
            steps = _steps(session, state, results.values(), task.context, unsafe=unsafe)
            if not steps:
                break
            renewed = {
                index: _renew(subject, steps, settings)
                for index, subject in subjects.items()
                if steps.keys() & _paths(subject)
            }
            again = _check(session, renewed, task.context)
            failed = dict(_failed(steps, renewed, results, again))
            for path, edits in failed.items():
                state.bar(path, edits)
            if not failed:
                state.accept(steps)
                subjects |= renewed
                results |= again
    changed = [path for path, data in state.after.items() if data != state.before[path]]
    return Outcome(
        [_named(subjects[index], result, settings) for index, result in results.items()],
        {path: state.before[path] for path in changed},
        {path: state.after[path] for path in changed},
        {path: len(state.made[path]) for path in changed},
    )


def write(session: Session, settings: Config, outcome: Outcome) -> None:
    """Put what was fixed into its files; one that somebody has changed meanwhile stays, and is told."""
    # A run that is killed after the catalogs is done over by the next: the article still asks for it.
    # After the article, nobody would know what the messages of the others were to be called.
    last = sorted(outcome.after, key=lambda path: Path(path).suffix.lower() not in loose.CATALOGS)
    done = {
        path
        for path in last
        if session.guard(functools.partial(_write, settings, outcome, path, outcome.after[path]))
    }
    for path in outcome.after:
        if path in done:
            number = outcome.counts[path]
            what = f"fixed {number} finding{'s'[: number > 1]} in" if number else "took along"
            session.tell(f"{what} {path}")


def _write(settings: Config, outcome: Outcome, path: str, data: bytes) -> bool:
    root = settings.root.absolute()
    file = root / path
    if not file.is_relative_to(root):
        file = file.resolve()
    inside = root if file.is_relative_to(root) else file.parent
    return store.write(file, data, root=inside, replaces=outcome.before[path])


def _check(
    session: Session, subjects: Mapping[int, Pair | File], context: Context
) -> dict[int, Result]:
    numbers = list(subjects)
    job = functools.partial(_job, context=context)
    checked = session.each(job, [(number, subjects[number]) for number in numbers], "check")
    return {number: result for (number, _), result in checked}


def _job(numbered: tuple[int, Pair | File], context: Context) -> Result:
    subject = numbered[1]
    if isinstance(subject, Pair):
        return jobs.check_version(subject, context).result
    return jobs.check_file(subject, context)


def _steps(
    session: Session, state: _State, results: Iterable[Result], context: Context, *, unsafe: bool
) -> dict[str, Fixed]:
    """Give what one round makes of each file that it changes."""
    steps: dict[str, Fixed] = {}
    reading = context.settings.reading
    for path, edits in fixing.of_results(results, unsafe=unsafe).items():
        wanted = [edit for edit in edits if edit.new is None or state.allows(path, edit)]
        kind = Path(path).suffix.lower()
        if not any(edit.new is not None for edit in wanted) or kind in loose.PAGES:
            continue
        data = session.guard(functools.partial(state.read, path))
        if data is None:
            continue
        if kind in loose.CATALOGS:
            fixed = fixing.fix_catalog(data, path, wanted)
        else:
            fixed = fixing.fix_article(data, path, wanted, reading=reading, unsafe=unsafe)
        if fixed.done:
            steps[path] = fixed
    if not unsafe:
        for path in [path for path in steps if Path(path).suffix.lower() not in loose.CATALOGS]:
            names = fixing.renamed(state.after[path], steps[path].data, path, reading=reading)
            _take_along(session, state, steps, path, names)
    return steps


def _take_along(
    session: Session,
    state: _State,
    steps: dict[str, Fixed],
    path: str,
    names: Mapping[Key, Key],
) -> None:
    """Let the catalogs of an article know its messages by their new ids."""
    settings = state.settings
    if not loose.in_content(settings.root / path, settings):
        return
    one = article.parse(steps[path].data, path, settings.source, settings.content)
    for locale in settings.locales:
        find = functools.partial(project.catalog, settings, locale, one.name)
        catalog = session.guard(find) if locale != one.locale else None
        if catalog is None:
            continue
        old = steps.get(catalog.path) or Fixed(state.read(catalog.path))
        data = fixing.carry(old.data, catalog.path, names)
        if data != old.data:
            steps[catalog.path] = Fixed(data, old.done)


def _paths(subject: Pair | File) -> set[str]:
    if isinstance(subject, File):
        return {subject.source.path}
    return {subject.article.path} | ({subject.catalog.path} if subject.catalog else set())


def _renew(subject: Pair | File, steps: Mapping[str, Fixed], settings: Config) -> Pair | File:
    """Give a subject with its files as they are after a round."""
    if isinstance(subject, File):
        path = subject.source.path
        return replace(subject, source=Source(path, steps[path].data))
    one, catalog = subject.article, subject.catalog
    if one.path in steps:
        data = steps[one.path].data
        parsed = article.parse(data, one.path, settings.source, settings.content)
        one = replace(parsed, locale=one.locale)
    if catalog and catalog.path in steps:
        catalog = Source(catalog.path, steps[catalog.path].data)
    return Pair(one, subject.locale, catalog)


def _failed(
    steps: Mapping[str, Fixed],
    renewed: Mapping[int, Pair | File],
    before: Mapping[int, Result],
    after: Mapping[int, Result],
) -> Iterator[tuple[str, Sequence[Edit]]]:
    """Give the edits of a round that did not help: their rule finds as much, and in the same place."""
    old = {finding for index in renewed if index in before for finding in before[index].findings}
    new = {finding for result in after.values() for finding in result.findings}
    lost = {path for index in renewed.keys() - after.keys() for path in _paths(renewed[index])}
    stood = {(finding.rule, finding.place) for finding in old}
    stands = {(finding.rule, finding.place) for finding in new}
    for path, fixed in steps.items():
        bad = [
            edit
            for edit in fixed.done
            if path in lost
            or ((edit.rule, edit.place) in stands and _count(edit, stands) >= _count(edit, stood))
        ]
        if bad:
            yield path, bad


def _count(edit: Edit, found: Iterable[tuple[str, Place]]) -> int:
    return sum(rule == edit.rule and place.path == edit.place.path for rule, place in found)


def _named(subject: Pair | File, result: Result, settings: Config) -> Result:
    return loose.named(subject, result, settings) if isinstance(subject, Pair) else result


def _diff(path: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (data.decode(errors="replace").splitlines(keepends=True) for data in (before, after))
    for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
