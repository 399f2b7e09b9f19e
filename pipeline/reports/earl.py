"""
The report for auditors: EARL 1.0 as JSON-LD, one assertion a page and accessibility rule.

Written as the ACT Rules Community reads implementation reports: what fails is "failed", what only a
person can decide is "cantTell", and a rule that finds nothing has "passed", be there something for it
to look at or not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline import __version__, check, wcag
from pipeline.errors import PipelineError
from pipeline.findings import Finding, Rule
from pipeline.results import Report, Result, Verdict

_CONTEXT = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "ptr": "http://www.w3.org/2009/pointers#",
    "title": "dct:title",
    "description": "dct:description",
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "source": "dct:source",
    "language": "dct:language",
    "assertions": {"@reverse": "subject"},
    "assertedBy": {"@type": "@id"},
    "outcome": {"@type": "@id"},
    "mode": {"@type": "@id"},
}
_ACT = "https://www.w3.org/WAI/standards-guidelines/act/rules/{}/"
_ASSERTOR = "#pipeline"


def render(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError] = ()
) -> str:
    """Give *report* as JSON-LD; a file that could not be read is a subject without assertions."""
    del verdicts  # What may be published is no matter of accessibility alone.
    rules = {name: rule for name, rule in check.rules().items() if rule.wcag}
    graph: list[dict[str, Any]] = [
        {
            "@id": _ASSERTOR,
            "@type": ["Assertor", "Software", "doap:Project"],
            "doap:name": "Article Pipeline",
            "doap:release": {"@type": "doap:Version", "doap:revision": __version__},
        },
        *(_subject(result, rules) for result in report.results),
        *(
            {"@type": "TestSubject", "source": error.path, "description": error.message}
            for error in errors
        ),
    ]
    document = {"@context": _CONTEXT, "@graph": graph}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _subject(result: Result, rules: Mapping[str, Rule]) -> dict[str, Any]:
    return {
        "@type": ["TestSubject", "WebPage"],
        "source": result.article,
        "language": result.locale,
        "assertions": list(_assertions(result, rules)),
    }


def _assertions(result: Result, rules: Mapping[str, Rule]) -> Iterator[dict[str, Any]]:
    found: dict[str, list[Finding]] = {name: [] for name in rules}
    # Old debt is no less of a barrier.
    for finding in (*result.findings, *result.known):
        # What axe-core saw in the browser stands under its own name.
        if finding.rule in rules or finding.rule.startswith("axe/"):
            found.setdefault(finding.rule, []).append(finding)
    for name, findings in found.items():
        for outcome, told in _outcomes(findings):
            yield {
                "@type": "Assertion",
                "assertedBy": _ASSERTOR,
                "mode": "earl:automatic",
                "test": _test(name, rules.get(name)),
                "result": {"@type": "TestResult", "outcome": outcome} | told,
            }


def _outcomes(findings: Sequence[Finding]) -> Iterator[tuple[str, dict[str, Any]]]:
    if not findings:
        yield "earl:passed", {}
    for finding in findings:
        place = finding.place
        outcome = "earl:cantTell" if finding.level in ("note", "review") else "earl:failed"
        pointer = {
            "@type": "ptr:LineCharPointer",
            "ptr:reference": place.path,
            "ptr:lineNumber": place.line,
            "ptr:charNumber": place.column,
        }
        yield outcome, {"description": finding.message, "pointer": pointer}


def _test(name: str, rule: Rule | None) -> dict[str, Any]:
    test: dict[str, Any] = {
        "@type": "TestCriterion",
        "@id": f"urn:article-pipeline:{name}",
        "title": name,
    }
    if rule:
        parts = [_ACT.format(act) for act in rule.act]
        test["isPartOf"] = [wcag.CRITERIA[rule.wcag].address, *parts]
    return test
