"""
The command line: a command reads its options, calls the stages, prints, and leaves.

Exit codes: 0 may publish, 1 a version is held, 2 the user or the configuration erred, 3 we broke.
"""

from __future__ import annotations

from typing import Any

import click

from pipeline import __version__, options


@click.group(cls=options.Commands, context_settings={"help_option_names": ["-h", "--help"]})
@options.with_options
@click.version_option(__version__, prog_name="pipeline")
@click.pass_context
def cli(context: click.Context, /, **values: Any) -> None:
    """
    Articles from one language to many, and only good pages out.

    \b
    Example:
      pipeline init my-site && cd my-site && pipeline publish
    """
    options.begin(context, values)
