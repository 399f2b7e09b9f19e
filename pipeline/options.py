"""What every command shares: the global options, and how a user's error leaves."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from pipeline.errors import PipelineError
from pipeline.reports import FORMATS, terminal
from pipeline.session import USER_ERROR, Session

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
        "--format",
        type=click.Choice([TEXT, *FORMATS]),
        metavar="FORMAT",
        help=f"Print results as {TEXT}, {', '.join(FORMATS)}.",
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
    """The group in which a user's error becomes one line, and Ctrl-C too."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the user must mend becomes a line and exit code 2."""
        try:
            return super().invoke(ctx)
        except PipelineError as error:
            session = ctx.find_object(Session)
            if session:
                session.refuse(error)
            raise _Refusal(terminal.visible(str(error))) from None
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
    session = context.find_object(Session)
    assert session is not None
    session.outputs = tuple(found)


reporting = click.option(
    "--output",
    multiple=True,
    metavar="FORMAT:FILE",
    callback=_outputs,
    expose_value=False,
    help="Write the report to a file, too; may be given several times.",
)


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
        session = context.find_object(Session)
        assert session is not None
        for name in ("config_path", "jobs", "format", "quiet", "color"):
            value = values.pop(name)
            if value is not None:
                setattr(session, name, value)
        command(session, **values)

    return wrapped
