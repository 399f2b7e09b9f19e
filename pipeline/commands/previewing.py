"""`pipeline preview`: the site live in a browser on this machine, with the translator's window beside it."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from pipeline.errors import PipelineError
from pipeline.options import shared
from pipeline.session import Session

_PARTS = frozenset({"anyio", "h11", "starlette", "uvicorn", "watchfiles"})


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Listen on this port of this machine; 0 takes any that is free.",
)
@click.option("--open", "opened", is_flag=True, help="Open the browser, too.")
@shared
def preview(session: Session, port: int, opened: bool) -> None:
    """
    Show the site as it is written, and let translators write beside it.

    \b
    Example:
      pipeline preview --open
    """
    try:
        # Only here: it is an extra, and no other command needs it.
        from pipeline.preview import serving  # noqa: PLC0415 - for that
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PARTS:
            raise
        hint = "install article-pipeline[preview]"
        raise PipelineError(
            "the preview needs starlette, uvicorn and watchfiles", hint=hint
        ) from None
    settings = session.project()
    served = serving.Preview(Path(settings.path), port, tell=session.tell)

    def ready() -> None:
        click.echo(served.address)
        session.tell("the preview is there until you press Ctrl-C")
        if opened:
            webbrowser.open(served.address)

    served.run(ready)
