"""What the commands share: the global options, the project, the executor, and how a run is told."""

from __future__ import annotations

import contextlib
import difflib
import functools
import itertools
import json
import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline import config, folders, locales, outlet, processes, reports, run, store
from pipeline.cache import around
from pipeline.errors import FINDINGS, USER_ERROR, ConfigError, PipelineError
from pipeline.reports import FORMATS
from pipeline.reports.plain import visible
from pipeline.results import Report, Result, Verdict
from pipeline.run import Team
from pipeline.settings import Config

if TYPE_CHECKING:
    from pipeline.reports.terminal import Screen

Item = TypeVar("Item")
Out = TypeVar("Out")

_WORTH = 4
"""With so many items for each, workers pay."""
_NEAR, _FAR = 32, 1024
"""So many items are held at a time where they come as they are needed: by one process, and by many."""


@dataclass(slots=True)
class Session:
    """One call of the command line."""

    config_path: Path | None = None
    jobs: int | None = None
    executor: str | None = None
    """Where jobs run, if not in processes of this machine."""
    format: str = "text"
    quiet: bool = False
    color: str = "auto"
    outputs: tuple[tuple[str, Path], ...] = ()
    """Files that the report is written to besides, each in its format."""
    root: Path = Path()
    """The folder that findings name their files from."""
    cached: bool = True
    """Are results kept for the next run."""
    settings: Config | None = None
    """The settings of the project, once they are read."""
    said: list[tuple[str, bool, bool | None]] | None = field(default_factory=list)
    """What was said, whether on stderr, and with colours; None, once that was only true of now."""
    errors: list[PipelineError] = field(default_factory=list)
    """What the user must mend, each once, however many stages stumble over it."""

    def project(self) -> Config:
        """Give the configuration, which must exist, with its rules checked."""
        found = self._find()
        if found is None:
            hint = "run `pipeline init` here, or name a configuration with --config"
            raise ConfigError("no pipeline.toml and no [tool.pipeline] here or above", hint=hint)
        return found

    def project_or_default(self) -> Config:
        """Give the configuration, or the defaults where a file is checked outside any project."""
        return self._find() or Config(root=Path.cwd())

    def _find(self) -> Config | None:
        path = self.config_path or config.find(Path.cwd())
        if path is None:
            return None
        found = config.load(path)
        config.check_rules(found, _rules() if found.rules else {})
        self.root, self.settings = found.root, found
        return found

    @contextlib.contextmanager
    def writing(self, project: Config) -> Iterator[None]:
        """Hold the project's lock, so that no other run writes at the same time."""
        waiting = "another run is writing here; this one waits for it"
        waits = functools.partial(self.tell, waiting, passing=True)
        with store.lock(project.root, tell=waits):
            for folder in (project.locale_dir, project.content):
                store.sweep(project.root / folder)
            for near in (project.root, project.root / ".pipeline"):
                store.sweep(near, deep=False)
            yield

    def each(
        self, job: Callable[[Item], Out], items: Sequence[Item], label: str
    ) -> Iterator[tuple[Item, Out]]:
        """Run *job* over *items* with a progress bar; what the user must mend is kept in `errors`."""
        results = self._done(job, items)
        with contextlib.closing(results), self._bar(len(items), label) as bar:
            for item, result in zip(items, results, strict=True):
                bar.update(1)
                if isinstance(result, PipelineError):
                    self.note(result)
                else:
                    yield item, result

    def stream(
        self, job: Callable[[Item], Out], items: Iterable[Item], length: int, label: str
    ) -> Iterator[Out | PipelineError]:
        """
        Give what *job* gives for each of about *length* items, which are had as they are needed.

        What the user must mend is given likewise.
        """
        alone = self.executor is None and self._jobs(length) == 1
        size = _NEAR if alone else length if self.executor else _FAR
        more = iter(items)
        windows = iter(lambda: list(itertools.islice(more, max(size, 1))), [])
        results = self._through(job, windows)
        with contextlib.closing(results), self._bar(length, label) as bar:
            for result in results:
                bar.update(1)
                yield result

    def _done(
        self, job: Callable[[Item], Out], items: Sequence[Item]
    ) -> Generator[Out | PipelineError, None, None]:
        return self._through(job, [items] if items else [])

    def _through(
        self, job: Callable[[Item], Out], windows: Iterable[Sequence[Item]]
    ) -> Generator[Out | PipelineError, None, None]:
        """Give what *job* gives for each item, from the cache where that has it."""
        found = None
        if self.settings and self.cached:
            warn = functools.partial(self.tell, passing=True)
            found = around.open_(self.settings.root, self.home, warn)
        if found is None:
            for items in windows:
                yield from self._run(job, items)
            return
        with contextlib.closing(found):
            yield from found.through(job, windows, functools.partial(self._run, job))

    def _run(
        self, job: Callable[[Item], Out], items: Sequence[Item]
    ) -> Generator[Out | PipelineError, None, None]:
        if items:
            yield from run.run(job, items, self._team(len(items)))

    @property
    def home(self) -> Path:
        """The user's folder of caches."""
        return folders.cache_folder(os.environ, sys.platform, Path.home())

    def watched(self, items: Sequence[Item], label: str) -> Iterator[Item]:
        """Give *items* one by one, with a progress bar."""
        with self._bar(len(items), label) as bar:
            for item in items:
                yield item
                bar.update(1)

    def guard(self, work: Callable[[], Out]) -> Out | None:
        """Do *work*, and keep what the user must mend in `errors`."""
        try:
            return work()
        except PipelineError as error:
            self.note(error)
            return None

    def note(self, *errors: PipelineError) -> None:
        """Keep what the user must mend, so that the run goes on with the rest."""
        known = {str(error) for error in self.errors}
        self.errors += [error for error in errors if str(error) not in known]

    def tell(self, text: str, *, passing: bool = False) -> None:
        """Say on stderr what was done, unless the run is to be quiet; *passing*, if it is so but now."""
        if passing:
            self.said = None
        if not self.quiet:
            self._say(f"{visible(text)}\n", err=True, color=self._color())

    def _say(self, text: str, *, err: bool = False, color: bool | None = None) -> None:
        click.echo(text, nl=False, err=err, color=color)
        if self.said is not None:
            self.said.append((text, err, color))

    def locales(self, project: Config, named: Sequence[str]) -> tuple[str, ...]:
        """Give the named locales, each of which must be one of the project's."""
        chosen = tuple(locales.parse(name) for name in named)
        for locale in chosen:
            if locale not in project.locales:
                near = difflib.get_close_matches(locale, project.locales, n=1, cutoff=0)
                hint = f'did you mean "{near[0]}"? New ones go into `locales` in {project.path}'
                raise ConfigError(f'"{locale}" is not a locale of this project', hint=hint)
        return chosen

    def summary(self, things: str, done: Mapping[str, int], **more: str) -> None:
        """Print how many files were written and left alone."""
        counts = ", ".join(f"{number} {what}" for what, number in sorted(done.items()))
        self.show(f"{things}: {counts or 'none'}\n", {things: dict(done), **more})

    def show(self, text: str, data: object) -> None:
        """Print a result on stdout: *text* for a person, *data* for a program."""
        if self.format == "json":
            text = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        self._say(text, color=self._color())

    def judge(self, results: Iterable[Result], project: Config) -> list[Verdict]:
        """Judge each result by the thresholds of its locale, and by what was published of it."""
        from pipeline import gate, grades  # noqa: PLC0415 - a build does without

        published = self.guard(functools.partial(grades.read, project)) or {}
        return [
            gate.judge(
                result,
                project.thresholds_for(result.locale),
                published.get(result.article, {}).get(result.locale),
            )
            for result in results
        ]

    @property
    def shows_texts(self) -> bool:
        """Is a report asked for that shows what the versions say."""
        return "html" in (self.format, *(name for name, _ in self.outputs))

    def report(self, report: Report, verdicts: Sequence[Verdict], **told: Any) -> None:
        """
        Give the report, with the *verdicts* on its results: on stdout, and in files that are named.

        The rest is as for a terminal.
        """
        from pipeline.reports import terminal  # noqa: PLC0415 - a build does without

        self._spread(report, verdicts, **told)
        if self.format in FORMATS:
            self._say(self._told(self.format, report, verdicts).decode())
        else:
            text = terminal.render(report, verdicts, screen=self._screen(), **told)
            self._say(text, color=self._color())

    def _spread(self, report: Report, verdicts: Sequence[Verdict], **told: Any) -> None:
        """Write the files that are named, and the page of a job of GitHub's."""

        def write(name: str, path: Path) -> None:
            outlet.write(path, self._told(name, report, verdicts, **told))
            self.tell(f"wrote {path}")

        for name, path in self.outputs:
            self.guard(functools.partial(write, name, path))
        page = os.environ.get("GITHUB_STEP_SUMMARY") if self.format == "github" else None
        if page:
            data = self._told("markdown", report, verdicts)
            self.guard(functools.partial(outlet.append, Path(page), data))

    def _told(self, name: str, report: Report, verdicts: Sequence[Verdict], **told: Any) -> bytes:
        if name in FORMATS:
            return reports.tell(name, report, verdicts, self.errors, outlet.lines(self.root))
        from pipeline.reports import terminal  # noqa: PLC0415 - a build does without

        text = terminal.render(report, verdicts, **told)
        return click.unstyle(text).encode("utf-8", "replace")

    def _screen(self) -> Screen:
        from pipeline.reports.terminal import Screen  # noqa: PLC0415 - a build does without

        if not sys.stdout.isatty():
            return Screen()
        return Screen(shutil.get_terminal_size().columns, isolate=True)

    def refuse(self, error: PipelineError) -> None:
        """Tell a program, and who reads the files that are named, of the *error* that ends the run."""
        self.errors.append(error)
        if self.format in FORMATS:
            self.report(Report(), [])
        else:
            self._spread(Report(), [])

    def differ(self, diff: str) -> None:
        """Print what would be changed, and leave: with the exit code of findings, if anything would."""
        # A file takes it as it is, so that `patch` reads it; no article drives a terminal.
        lines = diff.splitlines(keepends=True)
        shown = "".join(f"{visible(line[:-1])}\n" for line in lines)
        self.show(shown if sys.stdout.isatty() else diff, {"diff": diff})
        self.finish()
        click.get_current_context().exit(FINDINGS if diff else 0)

    def finish(self, verdicts: Sequence[Verdict] = ()) -> None:
        """Name every broken file on stderr and leave with the exit code of the run."""
        for error in self.errors:
            self._say(f"{visible(str(error))}\n", err=True)
        context = click.get_current_context()
        if self.errors:
            context.exit(USER_ERROR)
        if any(not verdict.passes and not verdict.draft for verdict in verdicts):
            context.exit(FINDINGS)

    def _team(self, items: int) -> Team:
        if self.executor:
            from pipeline import cluster  # noqa: PLC0415 - few have one

            return cluster.team(self.executor, self.jobs, self.root)
        return processes.team(self._jobs(items))

    def _jobs(self, items: int) -> int:
        # For a handful, as after an edit, it takes longer to begin a worker than to do its work.
        jobs = self.jobs or min(os.cpu_count() or 1, items // _WORTH)
        return max(min(jobs, items), 1)

    def _bar(self, length: int, label: str) -> click._termui_impl.ProgressBar[int]:
        hidden = self.quiet or not sys.stderr.isatty()
        return click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden)

    def _color(self) -> bool | None:
        match self.color:
            case "always":
                return True
            case "never":
                return False
            case _ if os.environ.get("NO_COLOR"):
                return False
            case _:
                return True if os.environ.get("FORCE_COLOR") else None


def _rules() -> dict[str, Mapping[str, object]]:
    """Give the options of each rule; to load them all takes a third of a second."""
    from pipeline import check  # noqa: PLC0415 - a build does without

    return {name: check.options(rule) for name, rule in check.rules().items()}
