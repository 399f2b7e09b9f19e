"""Catalogs brought up to their articles over a whole project: moves, memories, prefill, what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import projects
from projects import ARTICLE, Project

PARAGRAPH = "A red boat needs paint each year. Wash it first, and let it dry."
FRENCH = projects.FRENCH[PARAGRAPH]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return projects.new(tmp_path)


def catalog(project: Project, name: str) -> str:
    return project.read(f"locale/fr/LC_MESSAGES/{name}.po")


def entry(text: str, msgid: str) -> str:
    """Give the entry of a catalog that has *msgid*."""
    return next(part for part in text.split("\n\n") if f'msgid "{msgid}"' in part)


def test_second_update_keeps_all(project: Project) -> None:
    """It says so, and writes nothing."""
    before = catalog(project, "boats")
    told = json.loads(project.run("update", "--format", "json").stdout)
    assert told["catalogs"] == {"unchanged": 2}
    assert told["locales"] == {
        "fr": {"kept": 6, "carried over": 0, "fuzzy": 0, "new": 0, "obsolete": 0}
    }
    assert catalog(project, "boats") == before


def test_an_edit_is_told(project: Project) -> None:
    """A person reads a line for each locale."""
    project.write("content/boats.md", ARTICLE.replace("Wash it first", "Scrub it first"))
    assert "fr: 5 kept, 1 fuzzy" in project.run("update").stdout
    edited = entry(catalog(project, "boats"), PARAGRAPH.replace("Wash", "Scrub"))
    assert "#, fuzzy, md-text" in edited
    assert f'#| msgid "{PARAGRAPH}"' in edited
    assert FRENCH in edited


def test_a_moved_paragraph_takes_its_translation_along(project: Project) -> None:
    """It vanished there and stands here: nobody has to look at it again."""
    project.write("content/boats.md", ARTICLE.replace(PARAGRAPH, "Something else stands here."))
    project.write("content/paint.md", f"# Paint\n\n{PARAGRAPH}\n")
    assert project.run("update").exit_code == 0
    moved = entry(catalog(project, "paint"), PARAGRAPH)
    assert FRENCH in moved
    assert "fuzzy" not in moved
    assert f'#~ msgid "{PARAGRAPH}"' in catalog(project, "boats")


def test_a_text_that_stands_elsewhere_too_is_offered(project: Project) -> None:
    """It may need another translation there: a person decides."""
    project.write("content/paint.md", f"# Paint\n\n{PARAGRAPH}\n")
    assert project.run("update").exit_code == 0
    offered = entry(catalog(project, "paint"), PARAGRAPH)
    assert "# Offered from boats" in offered
    assert "#, fuzzy, md-text" in offered


def test_a_renamed_article_keeps_its_catalog(project: Project) -> None:
    """With what was edited on the way fuzzy, and the rest as it was."""
    (project.root / "content/boats.md").unlink()
    project.write("content/ships.md", ARTICLE.replace("old clothes", "oldest clothes"))
    told = project.run("update")
    assert "its article is called ships now" in told.stderr
    text = catalog(project, "ships")
    assert "fuzzy" not in entry(text, PARAGRAPH)
    assert "fuzzy" in entry(text, "Wear oldest clothes.")


def test_a_broken_article_has_not_gone(project: Project) -> None:
    """While it cannot be read, its texts are nobody else's."""
    project.write("content/boats.md", b"\xff")
    project.write("content/paint.md", f"# Paint\n\n{PARAGRAPH}\n")
    before = catalog(project, "boats")
    assert project.run("update").exit_code == 2
    assert FRENCH not in catalog(project, "paint")
    assert catalog(project, "boats") == before


@pytest.mark.parametrize("form", ["po", "tmx", "xliff"])
def test_memory_from_a_file(project: Project, tmp_path: Path, form: str) -> None:
    """What another project translated is offered, with the name of its file."""
    outbox = tmp_path / "outbox"
    assert project.run("catalog", "export", form, "fr", "--output", str(outbox)).exit_code == 0
    (file,) = (path for path in outbox.rglob("*.*") if "site" not in path.name)
    other = projects.new(tmp_path / "other", translated=False)
    result = other.run("update", "--memory", str(file))
    assert result.exit_code == 0, result.output
    offered = entry(catalog(other, "boats"), PARAGRAPH)
    assert f"# Offered from {file.name}" in offered
    assert "fuzzy" in offered
    assert FRENCH in offered


def test_a_file_that_is_no_memory(project: Project, tmp_path: Path) -> None:
    """It is named, and the update goes on without it."""
    project.write("content/paint.md", "# Paint\n")
    memory = tmp_path / "memory.csv"
    memory.write_text("a,b\n")
    result = project.run("update", "--memory", str(memory))
    assert result.exit_code == 2
    assert "memory.csv: is no memory; give a PO, TMX or XLIFF file" in result.stderr


def test_prefill(project: Project) -> None:
    """A function of the user's fills what is empty, and a person reviews it."""
    project.write(
        "house_engine.py", "def run(texts, source, target):\n    return [f'«{t}»' for t in texts]\n"
    )
    project.write("content/paint.md", "# Paint\n\nMix it well.\n")
    assert project.run("update", "--prefill", "house_engine:run").exit_code == 0
    filled = entry(catalog(project, "paint"), "Mix it well.")
    assert 'msgstr "«Mix it well.»"' in filled
    assert "fuzzy" in filled
    assert "# Offered from house_engine:run" in filled


def test_prefill_that_raises(project: Project) -> None:
    """The function is named; the catalog is as it would be without it, or as it was."""
    project.write("house_broken.py", "def run(texts, source, target):\n    return 1 / 0\n")
    project.write("content/paint.md", "# Paint\n\nMix it well.\n")
    result = project.run("update", "--prefill", "house_broken:run")
    assert result.exit_code == 2
    assert "house_broken:run raised ZeroDivisionError" in result.stderr


def test_the_pages_own_words_are_no_article(project: Project) -> None:
    """What the interface says in another sense is not carried into an article unreviewed."""
    site = project.read("locale/fr/LC_MESSAGES/site.po")
    phrase = next(
        line.removeprefix("msgid ").strip('"')
        for line in site.splitlines()
        if line.startswith("msgid ") and len(line.split()) > 6
    )
    project.write("content/words.md", f"# Words\n\n{phrase}\n\nArticles\n\nLanguages\n")
    assert project.run("update").exit_code == 0
    assert 'msgstr "Langues"' not in catalog(project, "words")


def test_prefilled_messages_count_as_fuzzy(project: Project) -> None:
    """They are not new any more, and not yet kept."""
    project.write("house_count.py", "def run(texts, source, target):\n    return list(texts)\n")
    project.write("content/paint.md", "# Paint\n\nMix it well.\n")
    told = project.run("update", "--prefill", "house_count:run", "--format", "json").stdout
    counts = json.loads(told)["locales"]["fr"]
    assert (counts["new"], counts["fuzzy"]) == (0, 2)


def test_a_memory_in_another_language_is_told(project: Project) -> None:
    """It is no error: another locale may have use for it."""
    project.write("content/paint.md", "# Paint\n")
    memory = project.write("de.po", 'msgid ""\nmsgstr "Language: de\\n"\n')
    result = project.run("update", "--memory", str(memory))
    assert result.exit_code == 0
    assert "de.po: has nothing in fr" in result.stderr
