"""
How long a command takes to begin: processor time of the version, the help and one small article.

    python benchmarks/start.py [--peer /venv/bin/codespell] [--runs 5] [--json FILE]

Each is run so many times after one that is not counted; the best is told, and its ratio to the
peer's `--version` in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from claims import Claim

ARTICLE = "# Boats\n\nA small boat is on the lake. It is red, and it has two oars.\n"
CALLS = {
    "--version": (("--version",), 0.15),
    "--help": (("--help",), 0.15),
    "check one.md": (("check", "one.md"), 0.6),
}
"""What is called, and the bar in seconds."""


def seconds(call: list[str], folder: Path, runs: int) -> float:
    """Give the least processor time of *call*, its children's included."""
    found = []
    # Compiled modules are kept, as after an installation.
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    surroundings["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    for _ in range(runs + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(call, cwd=folder, env=surroundings, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found[1:])


def claims(rounds: int) -> Iterator[Claim]:
    """Claim what it costs to begin."""
    os.environ["PYTHONPATH"] = str(Path(__file__).parent.parent)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "one.md").write_text(ARTICLE)
        for called, (words, bar) in CALLS.items():
            call = [sys.executable, "-m", "pipeline", *words]
            taken = tuple(seconds(call, folder, 1) for _ in range(rounds))
            yield Claim(f"`pipeline {called}`", "s", taken, bar=bar, command="start.py")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", help="another tool of Python's, by its path")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    asked = parser.parse_args()
    ours = [sys.executable, "-m", "pipeline"]
    os.environ["PYTHONPATH"] = str(Path(__file__).parent.parent)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "one.md").write_text(ARTICLE)
        peer = seconds([asked.peer, "--version"], folder, asked.runs) if asked.peer else None
        rows = {
            called: {"seconds": round(seconds([*ours, *words], folder, asked.runs), 3), "bar": bar}
            for called, (words, bar) in CALLS.items()
        }
    for called, row in rows.items():
        ratio = f", {row['seconds'] / peer:.1f} times {Path(asked.peer).name}" if peer else ""
        print(f"{called:14} {row['seconds']:6.3f} s of at most {row['bar']} s{ratio}")
    if asked.json:
        asked.json.write_text(json.dumps({"peer": peer, "calls": rows}, indent=2) + "\n")


if __name__ == "__main__":
    main()
