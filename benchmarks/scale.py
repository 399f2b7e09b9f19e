"""
What a run costs against the size of a project: all of it, with nothing changed, with one article edited.

    python benchmarks/scale.py [--articles 10 100 1000] [--commands build check] [--json FILE]

Processor time of one process and of its children, and the most memory it had; three locales.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
CODE = """
import resource, subprocess, sys
ran = subprocess.run(sys.argv[1:], capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, ran.returncode)
"""
COLUMNS = ("full", "nothing", "edited")


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


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--commands", nargs="+", default=["build", "check"])
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    asked = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as name:
        surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        surroundings |= {
            "PYTHONPATH": str(HERE.parent),
            "PYTHONPYCACHEPREFIX": f"{name}/compiled",
        }
        for number in asked.articles:
            for command in asked.commands:
                folder = Path(name, f"{command}-{number}")
                making = [sys.executable, str(HERE / "generated/__init__.py"), str(folder)]
                words = ["--articles", str(number), "--locales", "de", "fr"]
                subprocess.run([*making, *words], check=True, capture_output=True)
                found = case(folder, command, surroundings)
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
