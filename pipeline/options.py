"""
What every command shares: the global options, how it is found, and how a user's error leaves.

All that `pipeline --help` needs is here, and no more: what a command needs comes with its module.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from pipeline.commands import COMMANDS
from pipeline.errors import USER_ERROR, PipelineError
from pipeline.reports import FORMATS
from pipeline.reports.plain import visible

if TYPE_CHECKING:
    from pipeline.cache.replay import Call
    from pipeline.session import Session

Command = Callable[..., None]

TEXT = "text"
"""What a person reads; all other formats are for programs."""

_GLOBAL = (
    click.option(
        "--config",
        "config_path",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Use this pipeline.toml or pyproject.toml.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        help="Work in this many processes (default: one a processor).",
    ),
    click.option(
        "--executor",
        metavar="NAME",
        help="Work on a Dask cluster (dask://HOST:PORT), or by an Executor of yours (MODULE:FUNCTION).",
    ),
    click.option(
        "--format",
        type=click.Choice([TEXT, *FORMATS]),
        metavar="FORMAT",
        help=f"Print results as {TEXT}, {', '.join(FORMATS)}.",
    ),
    click.option(
        "--no-cache",
        "cached",
        flag_value=False,
        default=None,
        help="Do everything anew, and keep nothing for the next run.",
    ),
    click.option("--quiet", "-q", is_flag=True, default=None, help="Say nothing but results."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        help="Use colours (default: on a terminal; NO_COLOR and FORCE_COLOR are obeyed).",
    ),
)


class _Refusal(click.ClickException):
    """One clear line on stderr, and exit code 2."""

    exit_code = USER_ERROR

    def show(self, file: Any = None) -> None:
        click.echo(self.message, file=file, err=file is None)


class Commands(click.Group):
    """
    The group in which a user's error becomes one line, and Ctrl-C too.

    It lists its commands from their table, and imports the one that is called.
    """

    def __init__(self, **settings: Any) -> None:
        listed = {name: click.Command(name, help=row.help) for name, row in COMMANDS.items()}
        super().__init__(commands=listed, **settings)

    def _repeat(self, ctx: click.Context) -> Any:
        """Say once more what the same call said, if nothing has changed since; else run the command."""
        # Here: the list of commands needs no database.
        from pipeline.cache import replay  # noqa: PLC0415 - for that

        name, *words = [*ctx._protected_args, *ctx.args]  # noqa: SLF001 - as click.Group does
        call = replay.call(name, words, ctx.params)
        if call is None:
            return super().invoke(ctx)
        if answer := call.answer():
            said, code = answer
            for text, err, color in said:
                click.echo(text, nl=False, err=err, color=color)
            ctx.exit(code)
        try:
            result = super().invoke(ctx)
        except click.exceptions.Exit as left:
            self._keep(ctx, call, left.exit_code)
            raise
        self._keep(ctx, call, 0)
        return result

    def _keep(self, ctx: click.Context, call: Call, code: int) -> None:
        session = ctx.obj
        settings = session.settings if session else None
        if settings and session.cached and session.said is not None and code != USER_ERROR:
            written = {"build": settings.build, "public": settings.public}
            call.keep(settings.root, session.said, code, written)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give the command itself."""
        row = COMMANDS.get(cmd_name)
        if row is None:
            return super().get_command(ctx, cmd_name)
        module = importlib.import_module(f"pipeline.commands.{row.module}")
        named = (one for one in vars(module).values() if isinstance(one, click.Command))
        return next(one for one in named if one.name == cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Tell a line of each command."""
        click.Group(commands=self.commands).format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Give the commands, or the options, that begin so: at the speed of a key."""
        found = [
            CompletionItem(name, help=self.commands[name].get_short_help_str())
            for name in self.list_commands(ctx)
            if name.startswith(incomplete)
        ]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the user must mend becomes a line and exit code 2."""
        try:
            return self._repeat(ctx)
        except PipelineError as error:
            if ctx.obj:
                ctx.obj.refuse(error)
            raise _Refusal(visible(str(error))) from None
        except KeyboardInterrupt:
            raise _Refusal(
                "interrupted; what is not said to be written was left as it was"
            ) from None


def _outputs(context: click.Context, _parameter: click.Parameter, values: Sequence[str]) -> None:
    """Keep the files that the report is to be written to."""
    found = []
    for value in values:
        name, _, path = value.partition(":")
        if name not in (TEXT, *FORMATS) or not path:
            known = ", ".join((TEXT, *FORMATS))
            raise click.BadParameter(f'"{value}" is not FORMAT:FILE; the formats are {known}')
        found.append((name, Path(path)))
    _session(context).outputs = tuple(found)


reporting = click.option(
    "--output",
    multiple=True,
    metavar="FORMAT:FILE",
    callback=_outputs,
    expose_value=False,
    help="Write the report to a file, too; may be given several times.",
)


def begin(context: click.Context, values: Mapping[str, Any]) -> None:
    """Begin the session of this call, with what was asked before the command's name."""
    # Here: the list of commands needs nothing of what a session does.
    from pipeline.session import Session  # noqa: PLC0415 - for that

    context.obj = Session(**{name: value for name, value in values.items() if value is not None})


def _session(context: click.Context) -> Session:
    session: Session = context.obj
    return session


def with_options(command: Command) -> Command:
    """Give *command* the global options."""
    for option in reversed(_GLOBAL):
        command = option(command)
    return command


def shared(command: Command) -> Command:
    """Take the global options behind the command's name too, and hand it the session."""

    @with_options
    @click.pass_context
    @functools.wraps(command)
    def wrapped(context: click.Context, /, **values: Any) -> None:
        session = _session(context)
        for name in ("config_path", "jobs", "executor", "format", "cached", "quiet", "color"):
            value = values.pop(name)
            if value is not None:
                setattr(session, name, value)
        command(session, **values)

    return wrapped
