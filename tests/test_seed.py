"""The article this project began with, all the way; its sentences stay outside the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import projects
from importer_shown import page, parts
from pipeline import importer
from projects import Project


def normal(text: str) -> list[str]:
    """The words of a text, in order, without marks and punctuation."""
    return re.findall(r"\w+", text)


def test_headings(seed: bytes) -> None:
    """Title, subtitle and seven section headings, the sections one level below the title."""
    lines = seed.decode().splitlines()
    fields, body = parts(importer.convert(seed, "article.txt").text)
    assert (fields["title"], fields["description"]) == (lines[0], lines[1])
    found = re.findall(r"^(#+) (.*)$", body, re.MULTILINE)
    assert [level for level, _ in found] == ["##"] * 7
    assert [text for _, text in found] == [lines[i] for i in (2, 6, 9, 13, 17, 19, 29)]


def test_references_are_a_list_with_their_notes(seed: bytes) -> None:
    """Four references, each with its note nested below it and its DOI as a link."""
    shown = page(importer.convert(seed, "article.txt").text)
    items = [item for item in shown.select("li") if item.select("li")]
    assert len(items) == 4
    for item in items:
        assert len(item.select(":scope > ul > li")) == 1
        links = item.select("a[href^='https://doi.org/10.']")
        assert [link.get_text() for link in links] == [link["href"] for link in links]
        assert len(links) == 1


def test_no_word_is_lost_or_changed(seed: bytes) -> None:
    """What the page shows has the words of the text, in their order."""
    article = importer.convert(seed, "article.txt").text
    fields, _ = parts(article)
    shown = page(article).get_text(" ")
    assert normal(f"{fields['title']} {fields['description']} {shown}") == normal(seed.decode())


def test_guesses_are_told(seed: bytes) -> None:
    """Each guess is a line that an editor can check."""
    guesses = importer.convert(seed, "article.txt").guesses
    assert sum("heading" in guess for guess in guesses) == 7
    assert any("4 references" in guess for guess in guesses)


def test_the_whole_way(seed: bytes, tmp_path: Path) -> None:
    """Imported, extracted, updated, built and checked: one misspelling, what was meant first."""
    project = Project(tmp_path)
    project.write("pipeline.toml", projects.CONFIG)
    text = project.write("article.txt", seed)
    for command in (("import", str(text)), ("extract",), ("update", "fr"), ("build",)):
        result = project.run(*command)
        assert result.exit_code == 0, result.output
    (article,) = (tmp_path / "content").iterdir()
    lines = article.read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if "relie," in text)
    column = lines[line - 1].index("relie,") + 1
    result = project.run("check", "--locale", "en")
    assert result.exit_code == 1
    (found,) = [one for one in result.stdout.splitlines() if "prose/spelling" in one]
    assert found.startswith(f"content/{article.name}:{line}:{column}: error prose/spelling: ")
    assert "(relief, " in found


@pytest.mark.parametrize("command", ["publish", "check"])
def test_it_is_held(seed: bytes, tmp_path: Path, command: str) -> None:
    """The seed is too hard to read and misspelt, and the gate says both."""
    project = Project(tmp_path)
    project.write("pipeline.toml", projects.CONFIG.replace('"en", "fr"', '"en"'))
    assert project.run("import", str(project.write("article.txt", seed))).exit_code == 0
    result = project.run(command)
    assert result.exit_code == 1
    assert "relie → relief" in result.stdout
    assert "reads at grade" in result.stdout
