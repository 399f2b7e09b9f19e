"""
What a run costs against the size of a project: all of it, with nothing changed, with one article edited.

    python benchmarks/scale.py [--articles 10 100 1000] [--commands build check] [--json FILE]

Processor time of one process and of its children, and the most memory it had; three locales.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import generated
from claims import Claim

HERE = Path(__file__).parent
CODE = """
import resource, subprocess, sys
ran = subprocess.run(sys.argv[1:], capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, ran.returncode)
"""
COLUMNS = ("full", "nothing", "edited")
LARGE = 1000
TOLD = {
    "full": ("", "s"),
    "nothing": (", nothing changed", "s"),
    "edited": (", one edited", "s"),
    "megabytes": (", memory", "MB"),
}


def measure(folder: Path, command: str, surroundings: dict[str, str]) -> tuple[float, float]:
    """Give the seconds and the megabytes of one run."""
    call = [sys.executable, "-c", CODE, sys.executable, "-m", "pipeline", "--jobs", "1", command]
    ran = subprocess.run(
        call, cwd=folder, env=surroundings, capture_output=True, text=True, check=True
    )
    seconds, memory, code = ran.stdout.split()
    if code not in {"0", "1"}:
        sys.exit(f"{command} left with {code}")
    return float(seconds), float(memory)


def case(folder: Path, command: str, surroundings: dict[str, str]) -> dict[str, float]:
    """Give the figures of *command* on the project in *folder*."""
    full, most = measure(folder, command, surroundings)
    # A run that has changed its own inputs is not the last word: the next one is.
    settled, _ = measure(folder, command, surroundings)
    nothing, _ = measure(folder, command, surroundings)
    article = next(iter(sorted((folder / "content").glob("*.md"))))
    with article.open("a", encoding="utf-8") as file:
        file.write("\nOne more line.\n")
    edited, _ = measure(folder, command, surroundings)
    return {
        "full": full,
        "again": settled,
        "nothing": nothing,
        "edited": edited,
        "megabytes": most,
    }


@contextlib.contextmanager
def projects() -> Iterator[Callable[[int, str], dict[str, float]]]:
    """Give what measures a command on a project of so many articles that nobody has seen yet."""
    with tempfile.TemporaryDirectory() as name:
        surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        surroundings |= {
            "PYTHONPATH": str(HERE.parent),
            "PYTHONPYCACHEPREFIX": f"{name}/compiled",
        }

        def measured(number: int, command: str) -> dict[str, float]:
            folder = Path(tempfile.mkdtemp(dir=name))
            generated.project(folder, number, ("de", "fr"))
            found = case(folder, command, surroundings)
            shutil.rmtree(folder)
            return found

        yield measured


def claims(rounds: int) -> Iterator[Claim]:
    """Claim what the runs after the first cost, and their memory."""
    with projects() as measured:
        for command, megabytes, full in (("build", 150, 12), ("check", 300, 40)):
            taken = [measured(LARGE, command) for _ in range(rounds)]
            of = f"`{command}` of {LARGE:,} articles in 3 locales"
            bars = {"full": full, "nothing": 0.5, "edited": 0.3, "megabytes": megabytes}
            for key, bar in bars.items():
                what, unit = TOLD[key]
                figures = tuple(one[key] for one in taken)
                yield Claim(f"{of}{what}", unit, figures, bar=bar, command="scale.py")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--commands", nargs="+", default=["build", "check"])
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    asked = parser.parse_args()
    rows = []
    with projects() as measured:
        for number in asked.articles:
            for command in asked.commands:
                found = measured(number, command)
                rows.append({"command": command, "articles": number, **found})
                times = ", ".join(f"{column} {found[column]:.2f} s" for column in COLUMNS)
                each = 1000 * found["full"] / (3 * number)
                print(
                    f"{command} {number}: {times}; {each:.1f} ms a version, {found['megabytes']:.0f} MB"
                )
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=2) + "\n")


if __name__ == "__main__":
    main()
