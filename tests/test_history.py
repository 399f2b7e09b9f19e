"""The runs of a project: kept once, by two at once, and never at the cost of a run."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import projects
from pipeline import history
from pipeline.errors import StoreError
from pipeline.findings import Finding
from pipeline.history import Row
from pipeline.model import Place
from pipeline.results import Result, Score, Verdict

ROW = Row("boats", "en", 100, 5.25, 0, 1, 2, 3, 4, "held")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".pipeline").mkdir()
    return tmp_path


def base(root: Path) -> sqlite3.Connection:
    return sqlite3.connect(root / history.FILE)


def test_what_is_kept_is_read() -> None:
    """A row has what a trend needs of a version."""
    finding = Finding(Place("a"), "error", "a/b", "m", "boats", "en")
    result = Result("boats", "en", score=Score(100, 9, 5.251), findings=(finding,))
    (row,) = history.rows([result], [Verdict("boats", "en", ("1 error",))])
    assert row == Row("boats", "en", 100, 5.25, 0, 1, 0, 0, 0, "held")


def test_runs_come_back_in_order(root: Path) -> None:
    """The oldest first."""
    second = replace(ROW, errors=0)
    history.record(root, "1", [ROW])
    history.record(root, "2", [second])
    assert history.read(root) == (history.Run("1", (ROW,)), history.Run("2", (second,)))


def test_same_state_is_one_row(root: Path) -> None:
    """A run that finds what the last one found is no news."""
    assert history.record(root, "1", [ROW])
    assert not history.record(root, "2", [ROW])
    assert [run.at for run in history.read(root)] == ["1"]


def test_only_the_last_runs_are_read(root: Path) -> None:
    """A trend shows some."""
    for number in range(5):
        history.record(root, str(number), [replace(ROW, errors=number)])
    assert [run.at for run in history.read(root, 2)] == ["3", "4"]


def test_old_runs_are_dropped(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file does not grow for ever."""
    monkeypatch.setattr(history, "_KEPT", 3)
    for number in range(6):
        history.record(root, str(number), [replace(ROW, errors=number)])
    assert [run.at for run in history.read(root)] == ["3", "4", "5"]


def test_no_history_is_no_error(root: Path) -> None:
    """The first run has none."""
    assert history.read(root) == ()


def test_two_at_once_lose_nothing(root: Path) -> None:
    """Two processes keep twenty runs each."""
    code = (
        "import sys; from pathlib import Path; from pipeline import history\n"
        "for number in range(20):\n"
        "    row = history.Row('boats', sys.argv[2], number, None, 0, 0, 0, 0, 0, 'passes')\n"
        "    history.record(Path(sys.argv[1]), sys.argv[2], [row])\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(root), name]) for name in ("en", "fr")
    ]
    assert [one.wait() for one in running] == [0, 0]
    runs = history.read(root, 100)
    for locale in ("en", "fr"):
        numbers = [run.rows[0].words for run in runs if run.at == locale]
        assert numbers == list(range(20))


def test_cut_file_is_left_alone(root: Path) -> None:
    """Nothing is lost silently: who has a copy can put it back."""
    for number in range(100):
        history.record(root, str(number), [replace(ROW, article=f"boats-{number}" * 20)])
    path = root / history.FILE
    cut = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(cut)
    with pytest.raises(StoreError, match="damaged"):
        history.record(root, "x", [ROW])
    with pytest.raises(StoreError, match="damaged"):
        history.read(root)
    assert path.read_bytes() == cut


def test_other_file_is_left_alone(root: Path) -> None:
    """A file that is no database at all."""
    (root / history.FILE).write_bytes(b"not a database, but long enough to look like one" * 50)
    with pytest.raises(StoreError, match="damaged"):
        history.read(root)


def test_newer_file_is_left_alone(root: Path) -> None:
    """One clear line says what to do."""
    history.record(root, "1", [ROW])
    with base(root) as opened:
        opened.execute("PRAGMA user_version = 2")
    opened.close()
    before = (root / history.FILE).read_bytes()
    with pytest.raises(StoreError, match="newer version"):
        history.record(root, "2", [])
    assert (root / history.FILE).read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM versions; END",
        "CREATE TABLE other (a)",
        "DROP TABLE versions",
        "PRAGMA application_id = 7",
    ],
)
def test_file_of_somebody_else_is_refused(root: Path, statement: str) -> None:
    """It came with the project, maybe: nothing in it is run."""
    history.record(root, "1", [ROW])
    with base(root) as opened:
        opened.execute(statement)
    opened.close()
    with pytest.raises(StoreError, match="no history of this tool"):
        history.record(root, "2", [])


@pytest.mark.parametrize("column", ["grade = 'high'", "verdict = 'x'", "errors = 'many'"])
def test_row_that_makes_no_sense_is_told(root: Path, column: str) -> None:
    """SQLite keeps any value in any column."""
    history.record(root, "1", [ROW])
    with base(root) as opened:
        opened.execute(f"UPDATE versions SET {column}")
    opened.close()
    with pytest.raises(StoreError, match="damaged"):
        history.read(root)


def test_link_out_of_the_project_is_refused(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A project from a stranger does not write elsewhere."""
    (root / history.FILE).symlink_to(tmp_path_factory.mktemp("other") / "a.db")
    with pytest.raises(StoreError, match="outside"):
        history.record(root, "1", [ROW])


def test_report_goes_on_without_a_trend(tmp_path: Path) -> None:
    """One line on stderr, one in the page, and the exit code of the run."""
    project = projects.new(tmp_path)
    project.write(".pipeline/history.db", b"cut" * 100)
    result = project.run("report")
    assert result.exit_code == 0
    assert ".pipeline/history.db: is damaged" in result.stderr
    assert "is damaged" in project.read(".pipeline/report.html")
    assert project.read(".pipeline/history.db") == "cut" * 100


def test_publish_and_report_keep_a_run(tmp_path: Path) -> None:
    """A part of the project is none: its trend would jump."""
    project = projects.new(tmp_path)
    project.run("report", str(tmp_path / "content/boats.md"))
    assert history.read(tmp_path) == ()
    project.run("publish")
    project.run("report")
    (run,) = history.read(tmp_path)
    assert [(row.article, row.locale) for row in run.rows] == [("boats", "en"), ("boats", "fr")]


def test_broken_article_makes_no_run(tmp_path: Path) -> None:
    """Its versions would seem to be gone."""
    project = projects.new(tmp_path)
    project.write("content/broken.md", b"\xff\xfe\xfa")
    assert project.run("report").exit_code == 2
    assert history.read(tmp_path) == ()
