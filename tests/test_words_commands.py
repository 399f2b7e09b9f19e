"""`pipeline words`: lists that a tool keeps in order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from projects import Project, new

LIST = "locale/words/en.txt"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new(tmp_path, translated=False)


def test_words_are_added_at_their_place(project: Project) -> None:
    """A list is made where there is none; its comments stay, and a word goes in once."""
    assert project.run("words", "add", "zulu", "Alpha", "--locale", "en").exit_code == 0
    assert project.read(LIST) == "Alpha\nzulu\n"
    project.write(LIST, "# ours\n\nzulu # a tribe\nAlpha\n")
    told = project.run("words", "add", "mike", "zulu", "ketamine/wine")
    assert told.output == f"{LIST}: mike\n{LIST}: ketamine/wine\n"
    assert project.read(LIST) == "# ours\n\nAlpha\nketamine/wine\nmike\nzulu # a tribe\n"


def test_a_word_that_is_there_changes_nothing(project: Project) -> None:
    """Also where the list is in no order: nobody asked for that."""
    project.write(LIST, "zulu\nAlpha\n")
    assert project.run("words", "add", "zulu").output == f"{LIST}: has it already\n"
    assert project.read(LIST) == "zulu\nAlpha\n"


def test_each_language_has_its_list(project: Project) -> None:
    """And all have one together; a locale must be one of the project's."""
    project.run("words", "add", "bateau", "--locale", "fr")
    project.run("words", "add", "Ketalar", "--locale", "common")
    assert project.read("locale/words/fr.txt") == "bateau\n"
    assert project.read("locale/words/common.txt") == "Ketalar\n"
    told = project.run("words", "add", "x", "--locale", "de")
    assert (told.exit_code, '"de" is not a locale' in told.output) == (2, True)


@pytest.mark.parametrize("word", ["two words", "a,b", "123", "# x", "", "x/", "a" * 500])
def test_what_is_no_word_is_refused(project: Project, word: str) -> None:
    """With one line, and nothing is written: not the good ones beside it either."""
    told = project.run("words", "add", "good", word)
    assert (told.exit_code, told.output.count("\n")) == (2, 1)
    assert not (project.root / LIST).exists()


def test_a_broken_list_is_not_added_to(project: Project) -> None:
    """It stays as it is, and is named with the line."""
    project.write(LIST, b"caf\xe9\n")
    told = project.run("words", "add", "boat")
    assert (told.exit_code, f"{LIST}:1: not UTF-8" in told.output) == (2, True)


def test_tidy_is_a_command_and_an_option(project: Project) -> None:
    """What stood in scripts still works."""
    for arguments in (("words", "tidy"), ("words", "--tidy")):
        project.write(LIST, "b\na\nb\n")
        assert project.run(*arguments).output == "en: put in order\n"
        assert project.read(LIST) == "a\nb\n"


def test_lists_are_checked_without_a_command(project: Project) -> None:
    """What stands twice is told."""
    project.write(LIST, "b\nb\n")
    assert project.run("words").output == f'{LIST}:2: "b" stands in line 1 already\n'


def test_unknown_words_are_told_by_frequency(project: Project) -> None:
    """Over all articles, each with its first place and what else it may be."""
    project.write("content/a.md", "# A\n\nWherfle the yeer.\n")
    project.write("content/b.md", "# B\n\nAsk a wherfle. A wherfle and a yeer.\n\nThe wherfle.\n")
    data = json.loads(project.run("--format", "json", "words", "suggest", "-l", "en").output)
    words = [(one["word"].lower(), one["count"], one["place"]["path"]) for one in data]
    assert words[0] == ("wherfle", 3, "content/b.md")
    assert ("yeer", 2, "content/a.md") in words
    text = project.run("words", "suggest").output.splitlines()
    assert text[0].split() == ["times", "word", "language", "first", "place", "or", "is", "it"]
    assert text[1].split()[:4] == ["3", "wherfle", "en", "content/b.md:3"]


def test_a_word_that_is_learnt_is_no_longer_told(project: Project) -> None:
    """So one works down the list."""
    project.write("content/a.md", "# A\n\nAsk a wherfle.\n")
    project.run("words", "add", "wherfle")
    assert project.run("words", "suggest", "-l", "en").output == "every word is known\n"


def test_spelling_is_asked_though_it_is_off(project: Project) -> None:
    """Who has turned it off because of too many alarms begins here."""
    project.write("content/a.md", "# A\n\nAsk a wherfle.\n")
    config = project.read("pipeline.toml")
    project.write("pipeline.toml", f'{config}\n[rules."prose/spelling"]\nlevel = "off"\n')
    assert "wherfle" in project.run("words", "suggest", "-l", "en").output


def test_entries_that_nobody_uses_are_told(project: Project) -> None:
    """Not one whose inflected form, compound, other case or unreviewed translation is there."""
    project.write("content/a.md", "# A\n\nKetamines and a Ketalar-like drug. Zulus sing.\n")
    project.run("update")
    project.write("locale/words/en.txt", "# ours\nketamine/wine\nketalar\nzulu\nwherfle\n")
    path = project.root / "locale/fr/LC_MESSAGES/boats.po"
    text = path.read_text(encoding="utf-8")
    wear = 'msgid "Wear old clothes."\nmsgstr "'
    assert wear in text
    path.write_text(text.replace(wear, f"#, fuzzy\n{wear}Mettez des nippes."), encoding="utf-8")
    project.write("locale/words/fr.txt", "nippes\ngrubnik\n")
    assert project.run("words", "unused").output == (
        'locale/words/en.txt:5: "wherfle" is used nowhere\n'
        'locale/words/fr.txt:2: "grubnik" is used nowhere\n'
    )
