"""
JUnit's XML, for the test pages of Jenkins, GitLab, Azure and their like.

A version is a suite; each group of rules is a case of it, found by or not, so that a clean version
shows that it was looked at. An error fails its case; what only a person can answer skips it; warnings
and notes are its output. The case "gate" fails where the version is held, for whatever reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import check
from pipeline.errors import PipelineError
from pipeline.findings import Finding
from pipeline.reports import concise, flat
from pipeline.reports.plain import count
from pipeline.reports.xml import DECLARATION, element
from pipeline.results import Report, Result, Verdict


@dataclass(frozen=True, slots=True)
class _Case:
    """A test case: how it ended ("" if well), in a line and in full; and what else it says."""

    name: str
    ended: str = ""
    message: str = ""
    text: tuple[str, ...] = ()
    output: tuple[str, ...] = ()


def render(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError] = ()
) -> str:
    """Give *report* as suites of tests; what cannot be read is an error of the suite "files"."""
    by_version = {(verdict.article, verdict.locale): verdict for verdict in verdicts}
    suites = [
        (
            f"{result.article} [{result.locale}]",
            list(_cases(result, by_version[result.article, result.locale])),
        )
        for result in report.results
    ]
    broken = [
        _Case(error.path or "the call", "error", error.message, (str(error),)) for error in errors
    ]
    # Jenkins takes a report without cases for a mistake.
    if broken or not suites:
        suites.append(("files", broken or [_Case("nothing to check")]))
    cases = [case for _, suite in suites for case in suite]
    attributes = {"name": flat.TOOL, **_counts(cases)}
    del attributes["skipped"]
    return DECLARATION + element(
        "testsuites", attributes, [_suite(name, suite) for name, suite in suites]
    )


def _cases(result: Result, verdict: Verdict) -> Iterator[_Case]:
    groups: dict[str, list[Finding]] = {_group(rule): [] for rule in check.rules()}
    for finding in result.findings:
        groups.setdefault(_group(finding.rule), []).append(finding)
    yield from (_case(group, found) for group, found in groups.items())
    if verdict.draft:
        yield _Case("gate", "skipped", "a draft", verdict.reasons)
    elif verdict.passes:
        yield _Case("gate", output=verdict.doubts)
    else:
        yield _Case("gate", "failure", "; ".join(verdict.reasons), verdict.reasons)


def _group(rule: str) -> str:
    return rule.partition("/")[0]


def _case(group: str, found: Sequence[Finding]) -> _Case:
    lines = {
        level: [concise.line(finding) for finding in found if finding.level == level]
        for level in ("error", "warning", "note", "review")
    }
    output = (*lines["warning"], *lines["note"])
    if lines["error"]:
        text = (*lines["error"],)
        return _Case(group, "failure", count(len(text), "error"), text, (*output, *lines["review"]))
    if lines["review"]:
        text = (*lines["review"],)
        return _Case(group, "skipped", count(len(text), "question"), text, output)
    return _Case(group, output=output)


def _suite(name: str, cases: Sequence[_Case]) -> str:
    told = [_told(name, case) for case in cases]
    return element("testsuite", {"name": name, **_counts(cases), "time": 0}, told)


def _counts(cases: Sequence[_Case]) -> dict[str, object]:
    ends = [case.ended for case in cases]
    return {
        "tests": len(cases),
        "failures": ends.count("failure"),
        "errors": ends.count("error"),
        "skipped": ends.count("skipped"),
    }


def _told(suite: str, case: _Case) -> str:
    children = []
    if case.ended:
        children.append(element(case.ended, {"message": case.message}, text=case.text))
    if case.output:
        children.append(element("system-out", {}, text=case.output))
    return element("testcase", {"classname": suite, "name": case.name, "time": 0}, children)
