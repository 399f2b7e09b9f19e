"""Old debt is known wherever it moves, and nothing new hides behind it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import baseline
from pipeline.baseline import Baseline
from pipeline.errors import ConfigError
from pipeline.findings import Finding
from pipeline.fingerprint import Key
from pipeline.model import Place
from pipeline.results import Result
from projects import Project, new

ARTICLE = "---\ntitle: Boats\n---\n\nThis boatt is red.\n\nThe the sail is blue.\n"


def finding(text: str = "boatt", context: str = "This boatt is red.", line: int = 5) -> Finding:
    place = Place("content/boats.md", line)
    return Finding(
        place, "error", "prose/spelling", f'"{text}"', "boats", "en", (), text, context=context
    )


def result(*findings: Finding) -> Result:
    return Result("boats", "en", findings=findings, misspellings=len(findings))


def test_what_is_known_counts_no_more() -> None:
    """It is told as known, and neither a finding nor a misspelling."""
    old = finding()
    compared = baseline.compare(baseline.of([result(old)]), [result(old)])
    (kept,) = compared.results
    assert (kept.findings, kept.known, kept.misspellings) == ((), (old,), 0)
    assert not compared.stale


def test_moved_line_stays_known() -> None:
    """Lines are no part of what a finding is known by."""
    compared = baseline.compare(baseline.of([result(finding())]), [result(finding(line=90))])
    assert compared.results[0].findings == ()


def test_one_mended_excuses_none_elsewhere() -> None:
    """The same word in another sentence is new."""
    new_one = finding(context="That boatt is green.")
    compared = baseline.compare(baseline.of([result(finding())]), [result(new_one)])
    assert compared.results[0].findings == (new_one,)
    assert sum(compared.stale.values()) == 1


def test_one_more_of_the_same_is_new() -> None:
    """Equal findings are counted: the second in place is the new one."""
    twice = result(finding(), finding(line=9))
    compared = baseline.compare(baseline.of([result(finding())]), [twice])
    assert [one.place.line for one in compared.results[0].findings] == [9]


def test_version_that_was_not_looked_at_is_not_stale() -> None:
    """Who checks one article says nothing of the others."""
    compared = baseline.compare(baseline.of([result(finding())]), [Result("oars", "en")])
    assert not compared.stale


def test_review_is_no_debt() -> None:
    """A question to a person holds nothing, now or later."""
    question = Finding(Place("a.md"), "review", "page/link-text-ambiguous", "?", "a", "en")
    assert baseline.of([Result("a", "en", findings=(question,))]) == Baseline()


def test_new_debt_is_taken_in_only_if_accepted() -> None:
    """An update takes out what is mended, and nothing else by itself."""
    old, more = finding(), finding("saill", "A saill.")
    known = baseline.of([result(old)])
    assert baseline.updated(known, [result(more)], accept=False) == Baseline()
    accepted = baseline.updated(known, [result(old, more)], accept=True)
    assert accepted == baseline.of([result(old, more)])


KEYS = st.builds(Key, *(st.text(max_size=8) for _ in range(4)))


@given(st.dictionaries(KEYS, st.integers(1, 9)))
def test_file_gives_back_what_it_was_given(counts: dict[Key, int]) -> None:
    """Whatever stands in a name; the same debt gives the same bytes."""
    made = Baseline(counts, dict.fromkeys(counts, "about"))
    assert baseline.parse(baseline.dump(made), "b.json") == made


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"schema": 1, "findings": [', ":1: is no baseline"),
        (b"[]", "is no baseline"),
        (b"\xff", "is no baseline"),
        (b'{"schema": 9, "findings": []}', "of format 9; this version reads 1"),
        (b'{"schema": 1, "findings": [{"rule": "a"}]}', "is no baseline"),
    ],
)
def test_broken_file_is_one_line(data: bytes, reason: str) -> None:
    """Cut, of another kind, or from a newer version."""
    with pytest.raises(ConfigError) as caught:
        baseline.parse(data, "b.json")
    assert str(caught.value).startswith("b.json")
    assert reason in str(caught.value)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = new(tmp_path, translated=False)
    project.write("content/boats.md", ARTICLE)
    project.write("pipeline.toml", 'source = "en"\nlocales = ["en"]\n')
    return project


def test_old_project_starts_with_a_clean_slate(project: Project) -> None:
    """Created, checked, added to: only what is added is held against the version."""
    assert project.run("check").exit_code == 1
    assert project.run("baseline", "create").exit_code == 0
    assert project.run("check").exit_code == 0
    project.write("content/boats.md", f"{ARTICLE}\nAn oarr is long.\n")
    checked = project.run("check")
    assert checked.exit_code == 1
    assert "oarr" in checked.output
    assert "boatt" not in checked.output


def test_stale_entries_are_told_and_fail_if_strict(project: Project) -> None:
    """Debt that is paid leaves the list."""
    project.run("baseline", "create")
    project.write("content/boats.md", ARTICLE.replace("boatt", "boat"))
    told = project.run("check")
    assert told.exit_code == 0
    assert "1 entry of pipeline-baseline.json no longer found" in told.stderr
    assert project.run("check", "--strict").exit_code == 1
    assert project.run("baseline", "prune").exit_code == 0
    assert project.run("check", "--strict").exit_code == 0


def test_second_creation_is_refused(project: Project) -> None:
    """Who types it again must not absorb what is new."""
    project.run("baseline", "create")
    before = project.read("pipeline-baseline.json")
    project.write("content/boats.md", f"{ARTICLE}\nAn oarr is long.\n")
    assert project.run("baseline", "create").exit_code == 2
    assert project.run("baseline", "update").exit_code == 0
    assert project.read("pipeline-baseline.json") == before
    assert project.run("baseline", "update", "--accept-new").exit_code == 0
    assert project.run("check").exit_code == 0


def test_article_that_cannot_be_read_keeps_its_debt(project: Project) -> None:
    """Nothing is written where not all is known."""
    project.run("baseline", "create")
    before = project.read("pipeline-baseline.json")
    project.write("content/boats.md", b"\xff\xfe broken")
    assert project.run("baseline", "update").exit_code == 2
    assert project.read("pipeline-baseline.json") == before


def test_cut_baseline_is_one_line_and_stays(project: Project) -> None:
    """Exit code 2, and the file as it was."""
    project.write("pipeline-baseline.json", '{"schema": 1, "find')
    checked = project.run("check")
    assert checked.exit_code == 2
    assert checked.stderr.startswith("pipeline-baseline.json:1: is no baseline")
    assert project.read("pipeline-baseline.json") == '{"schema": 1, "find'


def test_entries_say_what_they_are(project: Project) -> None:
    """A person who reviews the file sees what is excused."""
    project.run("baseline", "create")
    entries = json.loads(project.read("pipeline-baseline.json"))["findings"]
    assert any("boatt" in entry["about"] for entry in entries)
