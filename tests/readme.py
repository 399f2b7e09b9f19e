"""The README's section on commands, as the commands themselves tell it; run to write it anew."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from pipeline.cli import cli

README = Path(__file__).parent.parent / "README.md"
_SECTION = re.compile(r"(<!-- commands: .*? -->\n).*?(<!-- commands end -->)", re.DOTALL)


def commands() -> str:
    """Give the help of the pipeline and of each command, in its fence."""
    context = click.Context(cli, info_name="pipeline", **cli.context_settings)
    parts = [_help(context)]
    for name in sorted(cli.list_commands(context)):
        command = cli.get_command(context, name)
        assert command is not None
        parts.append(_help(click.Context(command, context, name)))
    return "\n".join(parts)


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
