"""Catalogs out to other tools and home again, by the command line."""

from __future__ import annotations

import gettext
import json
from pathlib import Path

import pytest

import projects
from projects import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return projects.new(tmp_path)


def export(project: Project, form: str) -> Path:
    folder = project.root / "outbox"
    result = project.run("catalog", "export", form, "fr", "--output", str(folder))
    assert result.exit_code == 0, result.output
    return folder


def test_xliff_comes_home(project: Project) -> None:
    """What an agency changed is taken; what stood before is kept as a comment."""
    file = export(project, "xliff") / "fr.xlf"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Bateaux rouges", "Navires rouges"), encoding="utf-8")
    told = json.loads(project.run("--format", "json", "catalog", "import", str(file)).stdout)
    boats = next(row for row in told if row["article"] == "boats")
    assert (boats["locale"], boats["changed"], boats["same"]) == ("fr", 1, 5)
    catalog = project.read("locale/fr/LC_MESSAGES/boats.po")
    assert '# Earlier translation: "Bateaux rouges"' in catalog
    assert 'msgstr "Navires rouges"' in catalog


def test_nothing_changed_changes_nothing(project: Project) -> None:
    """A file that comes back as it went leaves the catalogs as they were."""
    before = project.read("locale/fr/LC_MESSAGES/boats.po")
    for form, file in (("xliff", "fr.xlf"), ("po", "fr/boats.po")):
        path = export(project, form) / file
        assert project.run("catalog", "import", str(path)).exit_code == 0
        assert project.read("locale/fr/LC_MESSAGES/boats.po") == before


def test_mo_is_compiled(project: Project) -> None:
    """Python's own gettext finds the translations."""
    path = export(project, "mo") / "fr/LC_MESSAGES/boats.mo"
    with path.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Red boats") == "Bateaux rouges"


def test_what_the_article_does_not_have_is_told(project: Project) -> None:
    """It is not taken, and named with its line in the file."""
    path = export(project, "po") / "fr/boats.po"
    path.write_text(
        path.read_text(encoding="utf-8") + '\nmsgid "Green boats"\nmsgstr "Bateaux verts"\n',
        encoding="utf-8",
    )
    result = project.run("catalog", "import", str(path))
    assert result.exit_code == 0
    assert 'was not taken: "Green boats"' in result.stderr
    assert "Green boats" not in project.read("locale/fr/LC_MESSAGES/boats.po")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "ships.po",
            'msgid ""\nmsgstr "Language: fr\\n"\n',
            'there is no catalog of "ships" in fr',
        ),
        ("boats.po", 'msgid ""\nmsgstr "Language: de\\n"\n', 'is in "de", which is no locale of'),
        ("boats.po", 'msgid "cut', "boats.po:1: msgid is not closed"),
        ("boats.xlf", "<xliff", "boats.xlf:1"),
        ("boats.tmx", "<tmx/>", "is no PO and no XLIFF file; a memory (TMX) goes in by"),
    ],
)
def test_bad_files(project: Project, name: str, content: str, said: str) -> None:
    """Each is one line, exit code 2, and the catalog as it was."""
    before = project.read("locale/fr/LC_MESSAGES/boats.po")
    path = project.write(f"inbox/{name}", content)
    result = project.run("catalog", "import", str(path))
    assert result.exit_code == 2
    assert said in result.stderr
    assert project.read("locale/fr/LC_MESSAGES/boats.po") == before


def test_an_article_in_another_language_has_a_file_of_its_own(project: Project) -> None:
    """Its source language is that of the article, not of the project."""
    project.write("content/haus.md", "---\nlocale: de\n---\n\nDas Haus ist rot.\n")
    assert project.run("update").exit_code == 0
    folder = export(project, "xliff")
    assert 'srcLang="en"' in (folder / "fr.xlf").read_text(encoding="utf-8")
    german = (folder / "fr-from-de.xlf").read_text(encoding="utf-8")
    assert 'srcLang="de"' in german
    assert "Das Haus ist rot." in german


def test_a_book_moves_in(project: Project) -> None:
    """One catalog of all chapters, as mdBook has it, is shared out; what was settled stays settled."""
    config = project.read("pipeline.toml")
    project.write("pipeline.toml", f'{config}\n[catalogs]\nprofile = "mdbook"\n')
    project.write("content/one.md", "The *red* boat.\n\nSee [the port][p].\n\n[p]: port.md\n")
    project.write("content/two.md", "The *red* boat.\n\nA sail.\n")
    assert project.run("update").exit_code == 0
    book = project.write(
        "po/fr.po",
        'msgid ""\nmsgstr "Language: fr\\n"\n\n'
        '#: src/one.md:1\nmsgid "The _red_ boat."\nmsgstr "Le bateau _rouge_."\n\n'
        'msgid "See [the port](port.md)."\nmsgstr "Voir [le port](port.md)."\n\n'
        '#, fuzzy\nmsgid "A sail."\nmsgstr "Une voile ?"\n',
    )
    result = project.run("--format", "json", "catalog", "import", "--book", str(book))
    told = {row["article"]: row for row in json.loads(result.stdout)}
    assert (told["one"]["new"], told["two"]["new"], told["two"]["fuzzy"]) == (2, 1, 1)
    assert project.run("build").exit_code == 0
    page = project.read("build/fr/one/index.html")
    assert "Le bateau <em>rouge</em>." in page
    assert ">le port</a>" in page
