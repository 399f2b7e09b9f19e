"""
What a page costs: `build` and `extract` of generated projects, beside Python-Markdown alone.

    python benchmarks/build.py [--articles 100 1000]

Processor time of one process, the best of two runs; for 10,000 articles add them to the list. The peer
is what anybody would write with the library: one parser with the same extensions, `reset()` between
articles, and nothing else: no catalog, no translation looked at, no sanitiser, no template, no search
index, no feed, nothing written. Ours is the whole of `build`, in three locales, into a folder, with the
start of the program; and of `extract`, to templates on the disk.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import generated
from claims import Claim

from pipeline import article, engine

LOCALES = ("de", "fr")
SIZES = (10, 100, 1000)


def peer(folder: Path, runs: int = 2) -> float:
    """Give the seconds that the parser alone takes for an article of the project in *folder*."""
    files = sorted((folder / "content").glob("*.md"))[:1000]
    bodies = [article.parse(path.read_bytes(), path.name, "en").body for path in files]
    parser = engine.parser()
    times = []
    for _ in range(runs):
        start = time.process_time()
        for body in bodies:
            parser.reset().convert(body)
        times.append(time.process_time() - start)
    return min(times) / len(bodies)


def ours(folder: Path, command: str, runs: int = 2) -> tuple[float, float]:
    """Give the seconds of *command* in *folder*, all but its cache, and the megabytes that it took."""
    times, memory = [], 0.0
    for _ in range(runs):
        process = subprocess.Popen(
            [sys.executable, "-m", "pipeline", "--quiet", "--jobs", "1", "--no-cache", command],
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status):
            raise SystemExit(f"{command} failed in {folder}")
        times.append(used.ru_utime + used.ru_stime)
        memory = max(memory, used.ru_maxrss / 1024)
    return min(times), memory


def claims(rounds: int) -> Iterator[Claim]:
    """Claim what a page and a template cost, at sizes that grow."""
    pages = 1 + len(LOCALES)
    for number in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            generated.project(folder, number, LOCALES)
            taken = [
                (peer(folder, 1), ours(folder, "build", 1)[0], ours(folder, "extract", 1)[0])
                for _ in range(rounds)
            ]
        alone = tuple(1000 * one for one, _, _ in taken)
        large = number == max(SIZES)
        yield Claim(
            f"build of {number:,} articles in {pages} locales, of it a page",
            "ms",
            tuple(1000 * built / number / pages for _, built, _ in taken),
            "Python-Markdown alone, an article",
            alone,
            bar=4 if large else None,
            command="build.py",
        )
        yield Claim(
            f"extract of {number:,} articles, of it one",
            "ms",
            tuple(1000 * extracted / number for _, _, extracted in taken),
            "Python-Markdown alone, an article",
            alone,
            bar=3 if large else None,
            command="build.py",
        )


def main() -> None:
    """Print a line for each size."""
    options = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    options.add_argument("--articles", type=int, nargs="+", default=[100, 1000])
    options.add_argument("--runs", type=int, default=2)
    given = options.parse_args()
    pages = 1 + len(LOCALES)
    print(
        "articles   parser alone      build a page   times    extract an article   times   memory"
    )
    for number in given.articles:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            generated.project(folder, number, LOCALES)
            alone = peer(folder, given.runs)
            built, memory = ours(folder, "build", given.runs)
            extracted, _ = ours(folder, "extract", given.runs)
        page, template = built / number / pages, extracted / number
        print(
            f"{number:8,} {1000 * alone:12.2f} ms {1000 * page:14.2f} ms {page / alone:7.2f} "
            f"{1000 * template:18.2f} ms {template / alone:7.2f} {memory:6.0f} MB"
        )


if __name__ == "__main__":
    main()
