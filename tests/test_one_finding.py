"""Of one word, one finding: that of the rule which knows what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import check
from pipeline.check import Subjects
from pipeline.findings import Found, Level, Rule
from pipeline.model import Origin, Passage, Place
from pipeline.settings import Setting
from projects import Project

TEXT = "The alot is alot."
PASSAGE = Passage(TEXT, "en", "paragraph", Origin("a.md", ((0, 1, 1),)))
FIRST, SECOND = (4, 8), (12, 16)


def rules(*found: tuple[str, Found]) -> dict[str, Rule]:
    """Give rules of prose that each find one thing."""

    def finding(one: Found) -> Rule:
        def look(_: object) -> object:
            yield one

        return Rule("error", look, ("a",), ("b",))

    return {name: finding(one) for name, one in found}


def checked(monkeypatch: pytest.MonkeyPatch, *found: tuple[str, Found]) -> list[tuple[str, Place]]:
    """Give what is left of what rules have found: each with its place."""
    made = rules(*found)
    monkeypatch.setattr(check, "rules", lambda: made)
    settings: dict[str, Setting] = {}
    split = check.check(Subjects(prose=[PASSAGE]), "a", "en", settings)
    return [(one.rule, place) for one in split.findings for place in (one.place, *one.others)]


def at(span: tuple[int, int], *suggestions: str, level: Level | None = None) -> Found:
    """Give something found there."""
    return Found.of(PASSAGE, *span, "?", *suggestions, level=level)


def unknown(*spans: tuple[int, int], level: Level | None = None) -> tuple[str, Found]:
    """Give a misspelling that stands there."""
    first, *others = (at(span, level=level) for span in spans)
    return "prose/spelling", replace(first, others=tuple(one.place for one in others))


def names(found: list[tuple[str, Place]]) -> list[str]:
    """Give the rules' names."""
    return [name for name, _ in found]


def test_the_other_rule_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dictionary is silent about a word that a rule knows."""
    assert names(checked(monkeypatch, unknown(FIRST), ("prose/x", at(FIRST, "a lot")))) == [
        "prose/x"
    ]


def test_part_of_the_word_is_the_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two letters in a wrong encoding make the word unknown."""
    assert names(checked(monkeypatch, unknown(FIRST), ("prose/x", at((6, 8))))) == ["prose/x"]


def test_word_is_told_where_no_other_rule_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two places, one is left."""
    found = checked(monkeypatch, unknown(FIRST, SECOND), ("prose/x", at(FIRST)))
    assert found == [("prose/x", Place("a.md", 1, 5)), ("prose/spelling", Place("a.md", 1, 13))]


@pytest.mark.parametrize(
    "other",
    [
        at(SECOND),
        at((0, 16)),
        at((8, 9)),
        at(FIRST, "alots"),
        at(FIRST, level="warning"),
        at(FIRST, level="note"),
    ],
    ids=["elsewhere", "several words", "behind it", "keeps it", "warning", "note"],
)
def test_both_stand(monkeypatch: pytest.MonkeyPatch, other: Found) -> None:
    """What is about something else, or would not hold the version, takes no misspelling away."""
    assert "prose/spelling" in names(checked(monkeypatch, unknown(FIRST), ("prose/x", other)))


def test_beside_a_note_anything_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note that a word may be a term says less than any other rule."""
    other = "prose/x", at(FIRST, level="note")
    assert names(checked(monkeypatch, unknown(FIRST, level="note"), other)) == ["prose/x"]


def test_words_of_an_article(tmp_path: Path) -> None:
    """A confused word, and one in a wrong encoding, are one finding each."""
    project = Project(tmp_path)
    project.write("pipeline.toml", 'source = "en"\nlocales = ["en"]\n')
    project.write("content/a.md", "---\ntitle: Boats\n---\n\nA cafÃ© has alot of recieved boats.\n")
    lines = [
        line.split()[2] for line in project.run("check").output.splitlines() if "a.md:5" in line
    ]
    assert lines == ["prose/mojibake:", "prose/confused-word:", "prose/spelling:"]
