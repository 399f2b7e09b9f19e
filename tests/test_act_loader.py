"""W3C's cases, as its `testcases.json` names them: the benchmark reads them where somebody has them."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.errors import PipelineError

_PATH = Path(__file__).parent.parent / "benchmarks" / "accessibility_axe.py"
_PAGE = '<!DOCTYPE html>\n<html lang="en">\n<head>\n\t<title>{}</title>\n</head>\n<body>\n\t{}\n</body>\n</html>'
_IMAGE = "testcases/23a2a8/2ed049a75aaa549c0ba477c5048f7f2bb34cb160.html"
_NAMED = "testcases/23a2a8/d64a0231dbcc95b21aafe3b554b9fdcbc9855301.html"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location(_PATH.stem, _PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[_PATH.stem] = module
    spec.loader.exec_module(module)
    return module


def case(relative: str, expected: str, **more: str) -> dict[str, object]:
    """Give a case with all that W3C's list says of one."""
    return {
        "ruleId": "23a2a8",
        "isApproved": True,
        "approved": True,
        "ruleName": "Image has non-empty accessible name",
        "ruleAccessibilityRequirements": {
            "wcag20:1.1.1": {
                "forConformance": True,
                "failed": "not satisfied",
                "passed": "further testing needed",
                "inapplicable": "further testing needed",
            }
        },
        "expected": expected,
        "testcaseId": Path(relative).stem,
        "testcaseTitle": f"{expected.title()} Example 1",
        "relativePath": relative,
        "url": f"https://www.w3.org/WAI/content-assets/wcag-act-rules/{relative}",
        "rulePage": "https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/proposed/",
        **more,
    }


def laid(folder: Path, cases: list[dict[str, object]], pages: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    listed = {"name": "ACT Task Force test cases", "count": len(cases), "testcases": cases}
    (folder / "testcases.json").write_text(json.dumps(listed), encoding="utf-8")
    for name, html in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(html, encoding="utf-8")


PAGES = {
    _IMAGE: _PAGE.format("Failed Example 1", '<img src="/test-assets/shared/w3c-logo.png" />'),
    _NAMED: _PAGE.format("Passed Example 1", '<img alt="A boat" src="boat.png" />'),
}
CASES = [case(_IMAGE, "failed"), case(_NAMED, "passed")]


def test_the_pages_beside_the_list_are_read(benchmark: ModuleType, tmp_path: Path) -> None:
    laid(tmp_path / "content-assets" / "wcag-act-rules", CASES, PAGES)
    read = [*benchmark._act(tmp_path)]
    assert [(one.subject, one.expected) for one in read] == [
        ("23a2a8", "failed"),
        ("23a2a8", "passed"),
    ]
    assert ["page/image-alt" in benchmark.ours(one.html)[0] for one in read] == [True, False]


def test_of_several_lists_the_one_whose_pages_are_there_is_taken(
    benchmark: ModuleType, tmp_path: Path
) -> None:
    old = [case("testcases/old.html", "passed")]
    laid(tmp_path / "content-assets", old, {})
    laid(tmp_path / "content-assets" / "wcag-act-rules", CASES, PAGES)
    assert len([*benchmark._act(tmp_path)]) == 2


def test_pages_that_were_fetched_without_their_folders_are_found_by_name(
    benchmark: ModuleType, tmp_path: Path
) -> None:
    laid(tmp_path, CASES, {Path(name).name: html for name, html in PAGES.items()})
    assert len([*benchmark._act(tmp_path)]) == 2


def test_missing_pages_are_counted(
    benchmark: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    laid(tmp_path, CASES, {_IMAGE: PAGES[_IMAGE]})
    assert len([*benchmark._act(tmp_path)]) == 1
    assert "1 of W3C's 2 cases have no page" in capsys.readouterr().out


def test_a_path_out_of_the_folder_is_not_followed(benchmark: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("<p>A", encoding="utf-8")
    laid(tmp_path / "w3c", [case("../secret.html", "passed", url="")], {})
    assert [*benchmark._act(tmp_path / "w3c")] == []


@pytest.mark.parametrize("text", ["", "[]", '{"cases": []}', "{"])
def test_another_file_of_that_name_is_told(
    benchmark: ModuleType, tmp_path: Path, text: str
) -> None:
    (tmp_path / "testcases.json").write_text(text, encoding="utf-8")
    with pytest.raises(PipelineError, match="no list of W3C's cases"):
        [*benchmark._act(tmp_path)]


def test_a_folder_without_a_list_is_told(benchmark: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match=r"no testcases\.json"):
        [*benchmark._act(tmp_path)]


def test_questions_are_told_apart_from_what_is_wrong(benchmark: ModuleType) -> None:
    """A case of which we only ask is missed, and is counted as asked about."""
    wrong, asked = benchmark.ours(
        "<p><a href='a.html'>Boats</a> and <a href='b.html'>Boats</a> again</p>"
    )
    assert "page/link-text-ambiguous" not in wrong
    assert "page/link-text-ambiguous" in asked
