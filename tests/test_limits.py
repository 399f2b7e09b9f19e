"""What a text may cost: the hostile are refused, the merely large are not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import projects
from pipeline import limits
from pipeline.deadline import deadline
from pipeline.errors import ArticleError


@pytest.mark.parametrize(
    "text",
    [
        "| `a` | [b](c) |\n| --- | --- |\n" + "| `x` | [y](z) |\n" * 2000,
        "- [a](b)\n" * 2000,
        "<table>\n" + "<tr><td>one</td><td>two</td></tr>\n" * 2000 + "</table>",
        "```\n" + "[[[(((<<<```x\n" * 2000 + "```",
        "- item\n\n    ~~~\n" + "    a[0] = b[<x>]\n" * 2000 + "    ~~~",
        "".join(f"[r{number}]: https://example.org/{number}\n" for number in range(2000)),
        "A word. " * 5000,
    ],
    ids=["table", "list", "raw table", "code", "code in list", "references", "prose"],
)
def test_large_is_not_hostile(text: str) -> None:
    """Long tables, lists, code and references are read like any others."""
    limits.check_article(text, "a.md")


@pytest.mark.parametrize("text", ["[" * 501, "x `" * 501, "<a " * 501, "> " * 31, "x" * 200_001])
def test_hostile_is_refused(text: str) -> None:
    """What makes the parser quadratic or deep is refused with its line."""
    with pytest.raises(ArticleError) as caught:
        limits.check_article(f"one\n\n{text}\n", "a.md", first_line=4)
    assert str(caught.value).startswith("a.md:6: ")


def test_open_fences_are_read_at_once() -> None:
    """Many fences that nothing closes cost no search for each: no job's deadline stands here."""
    with deadline(5, "a.md"), pytest.raises(ArticleError, match="more than 500"):
        limits.check_article("```x\n\n" * 20_000 + "[" * 501, "a.md")


def test_open_fence_hides_nothing() -> None:
    """What follows a fence that is not closed is prose, and has its limits."""
    with pytest.raises(ArticleError, match=r"a\.md:5: "):
        limits.check_article("~~~\nx\n~~~\n\n```\n" + "[" * 501, "a.md")


def test_huge_front_matter_is_refused() -> None:
    """YAML is slow, and is read before any job's deadline."""
    limits.check_front_matter("title: x\n" * 2000, "a.md")
    with pytest.raises(ArticleError, match=r"a\.md:1: front matter of more than 20,000"):
        limits.check_front_matter("title: x\n" * 3000, "a.md")


@pytest.mark.parametrize("text", ["ليس \u2068abc\u2069", "a\u200fb", "a\tb\nc", "é\u0301"])
def test_ordinary_translation_is_not_refused(text: str) -> None:
    """Isolated runs, direction marks, tabs and lines are text."""
    assert limits.refusal(text) is None


def test_deadline_stops_a_regular_expression() -> None:
    """A search that would take years is interrupted, and the line names the article."""
    import re

    with (
        pytest.raises(ArticleError, match=r"a\.md: takes more than 0\.2 seconds"),
        deadline(0.2, "a.md"),
    ):
        re.match(r"(a|aa)+$", "a" * 60 + "b")


def test_deadline_that_is_kept_leaves_no_timer() -> None:
    """After the work the timer is off."""
    import signal

    with deadline(100, "a.md"):
        pass
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def _spend(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_deadline_that_was_swallowed_comes_again() -> None:
    """Python drops an error that is raised where an object is taken away, and the work went on."""

    class Slow:
        def __del__(self) -> None:
            _spend(0.3)

    def work() -> None:
        Slow()
        _spend(3)

    with pytest.raises(ArticleError, match=r"more than 0\.1 seconds"), deadline(0.1, "a.md"):
        work()


# The clock may strike while garbage is collected, for which the tests' own library has a function.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("command", ["extract", "build", "check"])
def test_every_job_has_the_projects_deadline(tmp_path: Path, command: str) -> None:
    """An article that takes too long is told of in one line, whatever is done with it."""
    project = projects.new(tmp_path)
    settings = project.read("pipeline.toml") + "\n[limits]\ndeadline = 0.01\n"
    project.write("pipeline.toml", settings)
    project.write("content/boats.md", "# Boats\n\n" + "A *red* boat, and a `blue` one.\n\n" * 3000)
    result = project.run(command)
    assert "content/boats.md: takes more than 0.01 seconds" in result.output
