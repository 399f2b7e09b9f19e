"""What a person reads at a terminal, of any width, in any script, with colours or without."""

from __future__ import annotations

import re
from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

import projects
from pipeline.findings import Finding, Level
from pipeline.model import Place
from pipeline.reports import plain, terminal
from pipeline.reports.table import widest
from pipeline.reports.terminal import Screen
from pipeline.results import Advice, HardSentence, Report, Result, Score, Suppressed, Verdict

FSI, PDI = "\u2068", "\u2069"
HARBOUR = "ميناء"


def finding(message: str = "stands twice", level: Level = "error", **more: Any) -> Finding:
    return Finding(Place("content/a.md", 3, 7), level, "prose/x", message, "boats", "ar", **more)


def shown(*found: Finding, screen: Screen = terminal.FILE, **more: Any) -> str:
    result = Result("boats", "ar", findings=found, **more)
    verdict = Verdict("boats", "ar", ("too hard",))
    text = terminal.render(Report((result,)), [verdict], screen=screen, fold=0)
    return click.unstyle(text)


# --- From right to left


def test_excerpt_is_kept_together() -> None:
    """What is quoted is isolated; what is English around it is not."""
    one = finding(f'"{HARBOUR}. 5" stands twice', text=f"{HARBOUR}. 5")
    line = click.unstyle(terminal.line(one, Screen(isolate=True)))
    assert f'"{FSI}{HARBOUR}. 5{PDI}" stands twice' in line


def test_words_from_right_to_left_are_kept_together() -> None:
    """Also what no excerpt is named for, as one with the spaces and signs between."""
    assert plain.isolated(f"a {HARBOUR}, {HARBOUR} 5") == f"a {FSI}{HARBOUR}, {HARBOUR}{PDI} 5"


def test_each_suggestion_is_isolated() -> None:
    """Two suggestions do not change places."""
    one = finding(suggestions=(HARBOUR, f"{HARBOUR}ا"))
    line = click.unstyle(terminal.line(one, Screen(isolate=True)))
    assert f"({FSI}{HARBOUR}{PDI}, {FSI}{HARBOUR}ا{PDI})" in line


def test_file_gets_no_isolates() -> None:
    """They would be found by nobody, and break what is copied."""
    assert FSI not in shown(finding(f'"{HARBOUR}"', text=HARBOUR))


def test_plain_text_is_left_as_it_is() -> None:
    """A text from left to right needs nothing."""
    assert FSI not in shown(finding(), screen=Screen(isolate=True))


@given(st.text())
def test_controls_of_an_article_are_shown(text: str) -> None:
    """The only isolates that reach a terminal are ours, and each is closed."""
    line = plain.isolated(text, text)
    assert line.count(FSI) == line.count(PDI)
    assert plain.visible(text) == line.replace(FSI, "").replace(PDI, "")
    assert not set(line) & set("\x1b\x07\n\r\u202a\u202b\u202d\u202e\u2066\u2067\u2028")


# --- Width


def test_narrow_screen_has_no_table() -> None:
    """Where the columns do not fit, each version has a paragraph."""
    wide, narrow = (shown(screen=Screen(width)) for width in (200, 40))
    assert "article  locale" in wide
    assert "article  locale" not in narrow
    assert "boats [ar]\n  reading level: no score\n" in narrow
    assert "  verdict: held" in narrow


@pytest.mark.parametrize("width", [40, 60, 80])
def test_excerpt_fits(width: int) -> None:
    """A long sentence is cut to the screen."""
    hard = HardSentence(Place("a.md"), "word " * 60, 60)
    result = Result("a", "en", Score(grade=20.0), advice=Advice((hard,)))
    (line,) = [
        line for line in terminal.advice(result, Screen(width)) if line.lstrip().startswith("word")
    ]
    assert widest(line) <= width + 2


def test_marks_and_isolates_take_no_width() -> None:
    """The columns stand below each other in any script."""
    assert widest(f"{FSI}e\u0301{PDI}\n漢") == 2


# --- The end


def test_sum_is_last() -> None:
    """Whoever looks at the last line knows how much there is to do, and how."""
    found = [finding(fix="safe"), finding("b", "warning", fix="unsafe"), finding("c", "review")]
    assert shown(*found).rstrip("\n").split("\n")[-2:] == [
        "1 version: 0 pass, 1 held.",
        "Found 1 error, 1 warning and 1 question; 1 fixable with --fix; 1 more with --unsafe-fixes.",
    ]


def test_nothing_found_is_said() -> None:
    """Silence could be a mistake."""
    assert shown().endswith("Found nothing.\n")


def test_what_is_let_be_is_counted() -> None:
    """It is not among what was found."""
    text = shown(suppressed=(Suppressed(finding(), "ours", Place("a.md")),))
    assert "1 suppressed, with its reason" in text
    assert text.endswith("Found nothing.\n")


# --- Colours


@pytest.mark.parametrize(
    ("environment", "option", "coloured"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, "auto", False),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"NO_COLOR": "1"}, "always", True),
    ],
)
def test_colours_are_as_one_asks(
    tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    option: str,
    coloured: bool,
) -> None:
    """The option wins over NO_COLOR, NO_COLOR over FORCE_COLOR; empty ones say nothing."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    site = projects.new(tmp_path, translated=False)
    text = site.run("--color", option, "check", "--locale", "en").stdout
    assert bool(re.search("\x1b\\[", text)) == coloured


def test_formats_for_programs_have_no_colours(tmp_path: Any) -> None:
    """Whatever is asked for."""
    site = projects.new(tmp_path, translated=False)
    for name in ("concise", "github"):
        assert "\x1b[" not in site.run("--color", "always", "--format", name, "check").stdout
