"""The report for auditors says what EARL and the ACT Rules Community ask."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from pipeline.cli import cli

PAGE = '<!doctype html><html lang="en"><title>A</title><main><h1>A</h1><img src="a.png"></main>'


def assertions(tmp_path: Path, html: str) -> list[dict[str, Any]]:
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    arguments = ["--jobs", "1", "--format", "earl", "check", str(tmp_path / "page.html")]
    result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    graph = json.loads(result.stdout)["@graph"]
    (subject,) = [one for one in graph if "TestSubject" in one["@type"]]
    return list(subject["assertions"])


def outcomes(found: list[dict[str, Any]], rule: str) -> list[str]:
    return [one["result"]["outcome"] for one in found if one["test"]["title"] == rule]


def test_each_rule_has_an_outcome(tmp_path: Path) -> None:
    """What fails is named with its place, what nothing was found by has passed."""
    found = assertions(tmp_path, PAGE)
    assert outcomes(found, "page/image-alt") == ["earl:failed"]
    assert outcomes(found, "page/title") == ["earl:passed"]
    (failed,) = [one for one in found if one["result"]["outcome"] == "earl:failed"]
    assert failed["result"]["pointer"]["ptr:lineNumber"] == 1
    assert failed["test"]["isPartOf"] == [
        "https://www.w3.org/TR/WCAG22/#non-text-content",
        "https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/",
    ]


def test_only_rules_of_accessibility_are_asserted(tmp_path: Path) -> None:
    """Spelling is no success criterion."""
    titles = {one["test"]["title"] for one in assertions(tmp_path, PAGE)}
    assert not {title for title in titles if title.startswith("prose/")}


def test_what_a_person_must_decide_cannot_be_told(tmp_path: Path) -> None:
    """A question to a person is no failure."""
    links = '<a href="a.html">Guide</a> <a href="b.html">Guide</a>'
    found = assertions(tmp_path, PAGE.replace('<img src="a.png">', f"<p>{links}</p>"))
    assert "earl:cantTell" in outcomes(found, "page/link-text-ambiguous")
