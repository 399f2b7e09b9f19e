"""What a command loads before it does anything: what it needs, and nothing that is heavy."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from pipeline.cli import cli
from pipeline.commands import COMMANDS
from pipeline.reports import FORMATS

OURS = {"pipeline", "pipeline.__main__", "pipeline.cli", "pipeline.commands", "pipeline.errors"}
OURS |= {"pipeline.options", "pipeline.reports", "pipeline.reports.plain"}


def loaded(*words: str) -> set[str]:
    """Give the modules that a call of the command line has loaded when it leaves."""
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: sys.stderr.write(chr(10).join(sys.modules)))\n"
        "from pipeline.__main__ import main\n"
        f"sys.argv = ['pipeline', *{words!r}]\n"
        "main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    return set(ran.stderr.split("\n"))


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("-h",)])
def test_what_is_asked_of_all_loads_nothing_of_one(words: tuple[str, ...]) -> None:
    """The version and the list of commands are told without any command's modules."""
    found = loaded(*words)
    assert {name for name in found if name.partition(".")[0] == "pipeline"} <= OURS
    # What a virtual environment itself loads comes with Python.
    libraries = {name.partition(".")[0] for name in found} - {*sys.stdlib_module_names, "pipeline"}
    assert {name for name in libraries if not name.startswith("_")} <= {"click", "sitecustomize"}


def test_completion_loads_no_command() -> None:
    """A shell that asks what begins so gets its answer at the speed of a key."""
    completion = ShellComplete(cli, {}, "pipeline", "_PIPELINE_COMPLETE")
    before = {name for name in sys.modules if name.startswith("pipeline.commands.")}
    items = completion.get_completions([], "ch")
    assert [item.value for item in items] == ["check"]
    assert items[0].help.startswith("Check the whole project")
    assert {name for name in sys.modules if name.startswith("pipeline.commands.")} == before


def test_completion_knows_what_a_command_takes() -> None:
    """Behind a command's name its own options are offered."""
    completion = ShellComplete(cli, {}, "pipeline", "_PIPELINE_COMPLETE")
    assert "--strict" in [item.value for item in completion.get_completions(["check"], "--st")]
    assert "create" in [item.value for item in completion.get_completions(["baseline"], "")]
    assert "--jobs" in [item.value for item in completion.get_completions([], "--j")]


def test_completion_in_a_shell() -> None:
    """What the shells' scripts call gives the commands."""
    words = {"COMP_WORDS": "pipeline pub", "COMP_CWORD": "1", "_PIPELINE_COMPLETE": "bash_complete"}
    ran = subprocess.run(
        [sys.executable, "-c", "from pipeline.__main__ import main; main()"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=os.environ | words,
    )
    assert ran.stdout == "plain,publish\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_what_the_command_says(name: str) -> None:
    """The table of commands holds each one's first sentence."""
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.name == name
    assert COMMANDS[name].help == command.get_short_help_str(1000)


def test_help_is_that_of_the_commands() -> None:
    """The list at the end of `--help` is as it would be with every command loaded."""
    context = click.Context(cli, info_name="pipeline")
    known = {name: cli.get_command(context, name) for name in COMMANDS}
    whole = click.Group(commands={name: one for name, one in known.items() if one})
    lazy, eager = context.make_formatter(), context.make_formatter()
    cli.format_commands(context, lazy)
    whole.format_commands(context, eager)
    assert lazy.getvalue() == eager.getvalue()


def test_slip_in_a_commands_name_is_told() -> None:
    """One that does not exist is an error of the user's, with what it may be."""
    result = CliRunner().invoke(cli, ["publsh"])
    assert result.exit_code == 2
    assert "No such command 'publsh'. Did you mean 'publish'?" in result.stderr.replace("\n", " ")


def test_a_format_is_loaded_when_it_is_told() -> None:
    """The names of all formats are known without their modules."""
    code = "import sys, pipeline.reports as r; assert len(r.FORMATS) > 9; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found = set(ran.stdout.split())
    assert {name for name in found if name.startswith("pipeline.reports.")} == set()
    assert {"pygments", "jinja2", "lxml"} & found == set()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_there(name: str) -> None:
    """What stands in the table of formats can be told."""
    from pipeline.results import Report

    # Without findings, GitHub is told nothing.
    assert FORMATS[name](Report(), [], []) or name == "github"
