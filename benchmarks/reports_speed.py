"""
How long each format takes for a report of thousands of findings: it should double with them.

    python benchmarks/reports_speed.py
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from claims import Claim

from pipeline import reports
from pipeline.findings import LEVELS, Finding
from pipeline.model import Place
from pipeline.reports import terminal
from pipeline.results import Report, Result, Verdict

_SIZES = (5_000, 10_000, 20_000)
_LINE = "There was no lasting relie, as they said."


def report(size: int) -> Report:
    """Give a report of so many findings, in articles of a hundred each."""
    results = []
    for article in range(size // 100):
        path = f"content/an article {article}.md"
        findings = tuple(
            Finding(
                Place(path, number + 1, 22),
                LEVELS[number % 4],
                "prose/spelling",
                '"relie" is not in the dictionary',
                f"article-{article}",
                "en",
                ("relief", "relied"),
                "relie",
                end=Place(path, number + 1, 27),
                fix="unsafe",
                context=f"{number % 50}: {_LINE}",
            )
            for number in range(100)
        )
        results.append(Result(f"article-{article}", "en", findings=findings))
    return Report.of(results)


def seconds(name: str, one: Report) -> float:
    """Give the processor time of telling *one* in a format."""
    verdicts = [Verdict(result.article, "en") for result in one.results]
    start = time.process_time()
    if name == "text":
        terminal.render(one, verdicts, fold=0)
    else:
        reports.tell(name, one, verdicts, (), lambda _path, _line: _LINE)
    return time.process_time() - start


def claims(rounds: int) -> Iterator[Claim]:
    """Claim that the slowest format doubles with what it tells, and no more."""
    reports.tell("sarif", report(100), [], ())
    few, _, many = map(report, _SIZES)
    names = ("text", *reports.FORMATS)
    growth = [
        max(seconds(name, many) / seconds(name, few) for name in names) for _ in range(rounds)
    ]
    yield Claim(
        f"a report of {_SIZES[2]:,} findings against one of {_SIZES[0]:,}, the slowest format",
        "times the time",
        tuple(growth),
        bar=5,
        command="reports_speed.py",
    )


def main() -> None:
    """Print the seconds of CPU time of each format, by number of findings."""
    reports.tell("sarif", report(100), [], ())  # The rules are described once.
    print(f"{'findings':<14}", *(f"{size:>7,}" for size in _SIZES))
    told = [report(size) for size in _SIZES]
    for name in ("text", *reports.FORMATS):
        print(f"{name:<14}", *(f"{seconds(name, one):7.2f}" for one in told))


if __name__ == "__main__":
    main()
