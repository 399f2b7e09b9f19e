"""`pipeline lsp`: the language server that editors start."""

from __future__ import annotations

import click

from pipeline.errors import PipelineError
from pipeline.options import shared
from pipeline.session import Session


@click.command()
@shared
def lsp(session: Session) -> None:
    """
    Serve an editor findings and fixes as one types, on stdin and stdout.

    \b
    Example:
      pipeline lsp
    """
    try:
        # Only here: it is an extra, and no other command needs it.
        from pipeline.lsp import server  # noqa: PLC0415 - for that
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"lsprotocol", "pygls"}:
            raise
        hint = "install article-pipeline[lsp]"
        raise PipelineError("the language server needs pygls", hint=hint) from None
    session.tell("the language server waits for an editor on stdin")
    server.serve()
