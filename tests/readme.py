"""The README's section on commands, as the commands themselves tell it; run to write it anew."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.cli import cli

README = Path(__file__).parent.parent / "README.md"
_SECTION = re.compile(r"(<!-- commands: .*? -->\n).*?(<!-- commands end -->)", re.DOTALL)


def commands() -> str:
    """Give the help of the pipeline and of each command, in its fence."""
    context = click.Context(cli, info_name="pipeline", **cli.context_settings)
    return "\n".join(_helps(cli, context))


def _helps(command: click.Command, context: click.Context) -> Iterator[str]:
    yield _help(context)
    if isinstance(command, click.Group):
        for name in sorted(command.list_commands(context)):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _helps(inner, click.Context(inner, context, name))


def updated(readme: str) -> str:
    """Give *readme* with its section as the commands are now."""
    return _SECTION.sub(lambda match: f"{match[1]}\n{commands()}\n{match[2]}", readme)


def _help(context: click.Context) -> str:
    context.terminal_width = context.max_content_width = 88
    text = "\n".join(line.rstrip() for line in context.get_help().splitlines())
    name = context.command_path
    return (
        f"<details><summary><code>{name}</code></summary>\n\n```text\n{text}\n```\n\n</details>\n"
    )


if __name__ == "__main__":
    README.write_text(updated(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write("README.md is in step with the commands\n")
