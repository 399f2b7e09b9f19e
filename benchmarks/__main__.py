"""
Every claim in one table: `make bench`, or `python benchmarks [--only start build] [--rounds 3]`.

Each module below that has a function `claims` measures what it claims, our figure and the peer's in the
same run, in so many rounds; a peer that is not there is left out, and its column is empty. What was measured
goes to `benchmarks/results.json`, and from there to `docs/benchmarks.md`; `--write` alone makes the
page anew from the figures that are there. Nothing else may run meanwhile.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Any

from claims import Claim

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
PAGE = HERE.parent / "docs/benchmarks.md"
MODULES = (
    "start build scale site_peers extraction merge_fuzzy po_no_op readability_speed "
    "prose_alarms accessibility_speed reports_speed accessibility_seeds prose_heldout"
).split()
_PACKAGES = ("markdown", "babel", "beautifulsoup4", "textstat", "click", "nh3", "lxml")
_HEAD = """\
# Benchmarks

What is claimed of speed and of finding, measured beside a peer in the same run. `make bench` measures it anew and writes this page; a benchmark alone says more: its command is in the last column.

Each figure is the median of its rounds. *Times* is how many times better than the peer's ours is (below one: worse), with the least and the greatest of the rounds behind it; without a peer the least and the greatest figure stand there. Seconds are the processor's where nothing else is said. A bar that is not reached is told as such.

"""


def measured(names: Sequence[str], rounds: int) -> Iterator[Claim]:
    """Measure what the modules *names* claim."""
    for name in names:
        yield from importlib.import_module(name).claims(rounds)


def surroundings() -> dict[str, object]:
    """Say on what this runs: it is no part of a claim, but of how far one goes."""
    return {
        "processors": os.cpu_count(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "packages": {name: metadata.version(name) for name in _PACKAGES},
    }


def row(one: Claim) -> str:
    """Give a line of the table."""
    least, most = one.spread
    theirs = f"{one.peer}: {_with_unit(median(one.theirs), one)}" if one.theirs else "–"
    times = (
        f"{one.ratio:.1f} ({least:.1f}–{most:.1f})"
        if one.ratio is not None
        else f"({number(least)}–{number(most)})"
    )
    cells = (
        one.what,
        _with_unit(one.figure, one),
        theirs,
        times,
        _asked(one),
        f"`{one.command}`",
    )
    return f"| {' | '.join(cells)} |"


def _asked(one: Claim) -> str:
    asked = []
    if one.bar is not None:
        asked.append(f"at {'least' if one.more else 'most'} {_with_unit(one.bar, one)}")
    if one.times is not None:
        asked.append(f"{one.times:g} times")
    if not asked:
        return "–"
    verdict = {True: "reached", False: "not reached", None: "no peer was there"}[one.holds]
    return f"{', '.join(asked)}: {verdict}"


def number(value: float) -> str:
    """Give a figure with the three digits that count."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:#.3g}".rstrip(".")


def _with_unit(value: float, one: Claim) -> str:
    return f"{number(value)} {one.unit}".rstrip()


def page(results: Mapping[str, Any]) -> str:
    """Give the page of the docs that tells *results*."""
    around = results["surroundings"]
    packages = ", ".join(f"{name} {version}" for name, version in around["packages"].items())
    lines = [
        "| what | ours | peer | times | asked for | by itself |",
        "| --- | --- | --- | --- | --- | --- |",
        *(row(_claim(one)) for one in results["claims"]),
    ]
    processors = f"{around['processors']} processors ({around['machine']})"
    told = f"Measured on {processors} with Python {around['python']}; {packages}."
    return f"{_HEAD}{told}\n\n" + "\n".join(lines) + "\n"


def _claim(data: Mapping[str, Any]) -> Claim:
    return Claim(**{**data, "ours": tuple(data["ours"]), "theirs": tuple(data["theirs"])})


def main() -> None:
    """Measure, print the table as it grows, and write what was measured."""
    options = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    options.add_argument("--only", nargs="+", choices=MODULES, default=MODULES, metavar="MODULE")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--write", action="store_true", help="only write the page anew")
    given = options.parse_args()
    if not given.write:
        found = []
        for one in measured(given.only, given.rounds):
            print(row(one), flush=True)
            found.append(asdict(one))
        if given.only != MODULES:
            return  # The page has all claims of one run.
        results = {"surroundings": surroundings(), "claims": found}
        RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")
    PAGE.write_text(page(json.loads(RESULTS.read_text())))


if __name__ == "__main__":
    main()
