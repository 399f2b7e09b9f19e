"""
SARIF 2.1.0, for code scanning and the viewers of editors.

GitHub opens an alert for what is let be and for old debt, too, whatever `suppressions` and
`baselineState` say: `for_github` leaves both out. It takes 25,000 results of a run, the worst here; what is cut is told in a notification.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from pipeline import __version__, wcag
from pipeline.errors import PipelineError
from pipeline.explain import Description
from pipeline.findings import Finding
from pipeline.model import Place
from pipeline.reports import flat
from pipeline.reports.flat import Entry, Lines
from pipeline.reports.plain import visible
from pipeline.results import Report, Suppressed, Verdict
from pipeline.wcag import CRITERIA

MOST = 25_000

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "note": "note", "review": "note"}
_SEVERITIES = {
    "error": "error",
    "warning": "warning",
    "note": "recommendation",
    "review": "recommendation",
}


def render(
    report: Report,
    verdicts: Sequence[Verdict],
    errors: Sequence[PipelineError] = (),
    lines: Lines = flat.unknown,
) -> str:
    """
    Give *report* with old debt, and what is let be and why.

    A fix needs the *lines* that it changes.
    """
    return _document(report, verdicts, errors, lines, everything=True)


def for_github(
    report: Report,
    verdicts: Sequence[Verdict],
    errors: Sequence[PipelineError] = (),
    lines: Lines = flat.unknown,
) -> str:
    """Give only what is judged."""
    return _document(report, verdicts, errors, lines, everything=False)


def _document(
    report: Report,
    verdicts: Sequence[Verdict],
    errors: Sequence[PipelineError],
    lines: Lines,
    *,
    everything: bool,
) -> str:
    found = flat.worst_first(flat.entries(report, everything=everything))
    # What nobody has to mend is cut first.
    found.sort(key=lambda entry: not entry.counts)
    shown, cut = found[:MOST], len(found[MOST:])
    names = sorted({entry.finding.rule for entry in shown})
    criteria = _criteria(names)
    run = {
        "tool": {"driver": _driver(names, criteria)},
        "automationDetails": {"id": f"{flat.TOOL}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder of the project's configuration."}}
        },
        "invocations": [
            {
                "executionSuccessful": not errors,
                "toolExecutionNotifications": [*map(_notification, errors), *_cut(cut)],
            }
        ],
        "results": [_result(entry, names.index(entry.finding.rule), lines) for entry in shown],
        "properties": {"versions": [_version(verdict) for verdict in verdicts]},
    }
    if criteria:
        run["taxonomies"] = [_taxonomy(criteria)]
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def address(path: str) -> dict[str, Any]:
    """
    Give *path* as a location: relative to the project, unless it stands elsewhere.

    >>> address("content/the sea.md")
    {'uri': 'content/the%20sea.md', 'uriBaseId': '%SRCROOT%'}
    """
    # A name that is no UTF-8 keeps its bytes.
    quoted = quote(os.fsencode(path))
    if path.startswith("/"):
        return {"uri": f"file://{quoted}"}
    # "a:b.md" would be an address of the scheme "a", but its colon is quoted.
    return {"uri": quoted, "uriBaseId": _ROOT}


def _driver(names: Sequence[str], criteria: Mapping[str, int]) -> dict[str, Any]:
    driver: dict[str, Any] = {
        "name": flat.TOOL,
        "fullName": "Article Pipeline",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "en",
        "rules": [_rule(name, criteria) for name in names],
    }
    if criteria:
        driver["supportedTaxonomies"] = [{"name": "WCAG", "index": 0}]
    return driver


def _rule(name: str, criteria: Mapping[str, int]) -> dict[str, Any]:
    group = name.partition("/")[0]
    rule: dict[str, Any] = {"id": name, "name": name.replace("/", "-")}
    described = flat.about(name)
    if described is None:
        return rule | {"properties": {"tags": [group]}}
    rule |= {
        "shortDescription": {"text": described.summary},
        "fullDescription": {"text": described.why or described.summary},
        "help": _help(described),
        "defaultConfiguration": {"level": _LEVELS[described.level]},
        "properties": {"tags": [group], "problem.severity": _SEVERITIES[described.level]},
    }
    if more := flat.address(name):
        rule["helpUri"] = more
    if one := described.criterion:
        rule["properties"]["tags"] += ["accessibility", f"wcag-{one.number}"]
        target = {
            "id": one.number,
            "index": criteria[one.number],
            "toolComponent": {"name": "WCAG", "index": 0},
        }
        rule["relationships"] = [{"target": target, "kinds": ["relevant"]}]
    return rule


def _help(described: Description) -> dict[str, str]:
    parts = [
        (what, text) for what, text in (("Why", described.why), ("Fix", described.fix)) if text
    ]
    return {
        "text": "\n\n".join([described.summary, *(f"{what}: {text}" for what, text in parts)]),
        "markdown": "\n\n".join(
            [described.summary, *(f"**{what}:** {text}" for what, text in parts)]
        ),
    }


def _criteria(names: Sequence[str]) -> dict[str, int]:
    """Give the index of each success criterion that the rules of *names* ask for."""
    told = [described for name in names if (described := flat.about(name))]
    numbers = {one.criterion.number for one in told if one.criterion}
    return {number: index for index, number in enumerate(n for n in CRITERIA if n in numbers)}


def _taxonomy(criteria: Mapping[str, int]) -> dict[str, Any]:
    return {
        "name": "WCAG",
        "fullName": "Web Content Accessibility Guidelines",
        "version": "2.2",
        "organization": "W3C",
        "informationUri": wcag.ADDRESS,
        "shortDescription": {"text": "What makes web content accessible to disabled people."},
        "taxa": [
            {
                "id": number,
                "name": CRITERIA[number].name,
                "shortDescription": {"text": f"Level {CRITERIA[number].level}"},
                "helpUri": CRITERIA[number].address,
            }
            for number in criteria
        ],
    }


def _result(entry: Entry, index: int, lines: Lines) -> dict[str, Any]:
    finding = entry.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.level],
        "message": {"text": flat.message(finding)},
        "locations": [{"physicalLocation": _physical(finding.place, finding.end)}],
        # GitHub reads its own name only.
        "partialFingerprints": {
            "primaryLocationLineHash": entry.fingerprint,
            "articlePipeline/v1": entry.fingerprint,
        },
        "properties": _properties(finding),
    }
    if finding.others:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(place),
                "message": {"text": "Here, too."},
            }
            for number, place in enumerate(finding.others, 1)
        ]
    if entry.old:
        result["baselineState"] = "unchanged"
    if entry.suppressed:
        result["suppressions"] = [_suppression(entry.suppressed)]
    if (new := flat.replacement(finding, lines)) is not None:
        result["fixes"] = [_fix(finding, new)]
    return result


def _properties(finding: Finding) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "article": finding.article,
        "locale": finding.locale,
        "level": finding.level,
    }
    if finding.suggestions:
        properties["suggestions"] = list(finding.suggestions)
    if finding.certainty:
        properties["certainty"] = round(finding.certainty, 2)
    return properties


def _suppression(one: Suppressed) -> dict[str, Any]:
    suppression = {
        "kind": "inSource",
        "status": "accepted",
        "location": {"physicalLocation": _physical(one.place)},
    }
    return suppression | ({"justification": visible(one.reason)} if one.reason else {})


def _fix(finding: Finding, new: str) -> dict[str, Any]:
    sure = "" if finding.fix == "safe" else "; look at it"
    replacement = {
        "deletedRegion": _region(finding.place, finding.end),
        "insertedContent": {"text": new},
    }
    change = {"artifactLocation": address(finding.place.path), "replacements": [replacement]}
    return {
        "description": {"text": f"Write {visible(new) or 'nothing'}{sure}."},
        "artifactChanges": [change],
    }


def _physical(place: Place, end: Place | None = None) -> dict[str, Any]:
    return {"artifactLocation": address(place.path), "region": _region(place, end)}


def _region(place: Place, end: Place | None) -> dict[str, int]:
    region = {"startLine": place.line, "startColumn": place.column}
    if end and (end.line, end.column) >= (place.line, place.column):
        region |= {"endLine": end.line, "endColumn": end.column}
    return region


def _version(verdict: Verdict) -> dict[str, Any]:
    return {
        "article": verdict.article,
        "locale": verdict.locale,
        "draft": verdict.draft,
        "passes": verdict.passes,
        "reasons": list(verdict.reasons),
    }


def _notification(error: PipelineError) -> dict[str, Any]:
    told: dict[str, Any] = {"level": "error", "message": {"text": flat.problem(error)}}
    if error.path:
        place = Place(error.path, error.line or 1)
        told["locations"] = [{"physicalLocation": _physical(place)}]
    return told


def _cut(number: int) -> list[dict[str, Any]]:
    text = f"{number:,} more results are left out; the JSON report has them all."
    return [{"level": "warning", "message": {"text": text}}] if number else []
