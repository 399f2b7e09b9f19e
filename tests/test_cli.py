"""One test for each command's wiring and exit code; what they do is tested where it is done."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

import projects
from projects import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return projects.new(tmp_path)


def test_init_makes_a_project_that_works(tmp_path: Path) -> None:
    """A new project has a configuration, an article and a locale, and can be built at once."""
    site = Project(tmp_path)
    assert site.run("init", str(tmp_path)).exit_code == 2  # --config of no file
    assert projects.CliRunner().invoke(projects.cli, ["init", str(tmp_path)]).exit_code == 0
    assert site.run("build").exit_code == 0
    assert (tmp_path / "build/fr/welcome/index.html").exists()
    assert (tmp_path / "locale/fr/LC_MESSAGES/welcome.po").exists()


@pytest.mark.parametrize("source", ["en", "fr", "ja", "sw"])
def test_init_makes_a_project_that_passes_its_own_checks(tmp_path: Path, source: str) -> None:
    """In languages that the package has the first article in, and in those it has not."""
    runner, config = projects.CliRunner(), str(tmp_path / "pipeline.toml")
    call = ["init", str(tmp_path), "--source", source, "--locale", "ar", "--locale", "pt-BR"]
    assert runner.invoke(projects.cli, call).exit_code == 0
    found = runner.invoke(projects.cli, ["--config", config, "--format", "json", "check"])
    assert found.exit_code == 0, found.stdout
    versions = json.loads(found.stdout)["versions"]
    levels = {one["level"] for version in versions for one in version["findings"]}
    assert levels <= {"warning"}
    assert runner.invoke(projects.cli, ["--config", config, "publish"]).exit_code == 0
    assert {path.name for path in (tmp_path / "public").iterdir()} >= {"ar", "pt-BR"}


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    """A file that is there stays."""
    (tmp_path / "pipeline.toml").write_text("mine")
    result = projects.CliRunner().invoke(projects.cli, ["init", str(tmp_path)])
    assert result.exit_code == 2
    assert (tmp_path / "pipeline.toml").read_text() == "mine"


def test_import_extract_update(project: Project) -> None:
    """A text becomes an article, a template and a catalog."""
    text = project.write("notes.txt", "Blue boats\n\nThey are blue.\n")
    assert project.run("import", str(text)).exit_code == 0
    assert project.run("import", str(text)).exit_code == 2
    assert project.run("import", "--force", str(text)).exit_code == 0
    assert project.run("extract").exit_code == 0
    assert project.run("update", "fr").exit_code == 0
    assert "They are blue." in project.read("locale/templates/blue-boats.pot")
    assert "They are blue." in project.read("locale/fr/LC_MESSAGES/blue-boats.po")


def test_second_update_changes_nothing(project: Project) -> None:
    """A catalog that is up to date keeps its bytes."""
    project.run("update")
    before = {path: path.read_bytes() for path in project.root.rglob("*.po")}
    assert "written" not in project.run("update").stdout
    assert {path: path.read_bytes() for path in project.root.rglob("*.po")} == before


def test_edited_paragraph_stays_fuzzy(project: Project) -> None:
    """An edited source paragraph keeps its translation, marked for review, and is not shown."""
    article = project.read("content/boats.md").replace("paint each year", "new paint each year")
    project.write("content/boats.md", article)
    project.run("update")
    catalog = project.read("locale/fr/LC_MESSAGES/boats.po")
    assert "#, fuzzy" in catalog
    assert "doit être repeint" in catalog
    project.run("build")
    assert "doit être repeint" not in project.read("build/fr/boats/index.html")


def test_check_good_project(project: Project) -> None:
    """A good project passes, with a row for each version."""
    result = project.run("check")
    assert result.exit_code == 0, result.output
    assert "2 pass, 0 held" in result.stdout


def test_check_names_a_misspelling(project: Project) -> None:
    """A misspelt word is found at its line and column, with what was meant first."""
    project.write("content/pain.md", "It did not bring about lasting relie, they said.\n")
    result = project.run("check", "--locale", "en")
    assert result.exit_code == 1
    assert "content/pain.md:1:32: error prose/spelling:" in result.stdout
    assert "(relief" in result.stdout


def test_check_translation_at_its_catalog_line(project: Project) -> None:
    """A misspelt translation is found in the catalog, where the translator mends it."""
    path = project.translate("boats", {})
    text = path.read_text().replace("Avant de commencer", "Avant de comencer")
    path.write_text(text)
    line = text[: text.index("comencer")].count("\n") + 1
    result = project.run("check", "--locale", "fr")
    assert result.exit_code == 1
    assert f"locale/fr/LC_MESSAGES/boats.po:{line}:18: error prose/spelling:" in result.stdout
    assert "(commencer" in result.stdout


def test_check_single_files(project: Project) -> None:
    """A Markdown file, a catalog and a page are checked by themselves, in a project or out of it."""
    project.write("notes/relie.md", "Une douleur relie les deux.\n")
    page = '<!doctype html><html lang="fr"><title>A</title><h1>Titre</h1><img src="a.png"></html>'
    project.write("site/page.html", page)
    french = project.run("check", str(project.root / "notes/relie.md"), "--locale", "fr")
    assert french.exit_code == 0, french.output
    html = project.run("check", str(project.root / "site/page.html"))
    assert "page/image-alt" in html.stdout
    assert html.exit_code == 1
    catalog = project.root / "locale/fr/LC_MESSAGES/boats.po"
    assert project.run("check", str(catalog)).exit_code == 0


def test_check_folder(project: Project) -> None:
    """Each file in a folder is checked once; a broken one stops no other, a hidden one is not read."""
    project.write("notes/a.md", b"\xff")
    good = project.write("notes/b.md", "The boats are red.\n")
    project.write("notes/.tool/c.md", "The boats are blue.\n")
    (project.root / "notes/folder.md").mkdir()
    result = project.run("check", str(project.root / "notes"), str(good))
    assert result.exit_code == 2
    assert result.stderr.splitlines() == ["notes/a.md:1: not UTF-8; save the file as UTF-8"]
    assert "1 version: 1 pass" in result.stdout


def test_project_words_are_known(project: Project) -> None:
    """A word of the project's own lists is spelt right; a comment is no word."""
    project.write("content/pain.md", "The oarrs and the boatts hurt.\n")
    before = project.run("check", "--locale", "en")
    assert before.exit_code == 1
    assert 'prose/spelling: "oarrs"' in before.stdout
    project.write("locale/words/en.txt", "# brand names\noarrs # ours\n")
    project.write("locale/words/common.txt", "boatts\n")
    after = project.run("check", "--locale", "en")
    assert after.exit_code == 0
    assert "prose/spelling" not in after.stdout


@pytest.mark.parametrize("command", ["check", "build", "stats", "publish"])
def test_article_in_a_locale_of_its_own(project: Project, command: str) -> None:
    """An article may be written in a language that the project does not translate into."""
    article = "---\nlocale: pt-BR\n---\n\nOs barcos são bonitos.\n"
    project.write("content/barcos.md", article)
    result = project.run(command)
    assert result.exit_code in (0, 1), result.output
    assert result.stderr == ""


def test_check_json_follows_its_schema(project: Project) -> None:
    """What `--format json` prints is what the schema promises, also with errors in it."""
    project.write("content/broken.md", b"\xff\xfe\xfa")
    project.write("content/pain.md", "It did not bring lasting relie.\n")
    result = project.run("--format", "json", "check")
    schema = resources.files("pipeline.reports").joinpath("report.schema.json").read_text()
    document = json.loads(result.stdout)
    jsonschema.validate(document, json.loads(schema))
    assert result.exit_code == 2
    assert [error["path"] for error in document["errors"]] == ["content/broken.md"]


def test_json_has_the_error_that_ends_a_run(project: Project) -> None:
    """A program that reads the report learns of a wrong call too."""
    result = project.run("--format", "json", "check", "--locale", "fi")
    assert result.exit_code == 2
    assert "not a locale" in json.loads(result.stdout)["errors"][0]["message"]


def test_gettexts_folder_is_taken(project: Project) -> None:
    """A catalog in `pt_BR` is the one for `pt-BR`; no second one is begun beside it."""
    project.write("pipeline.toml", projects.CONFIG.replace('"fr"', '"fr", "pt-BR"'))
    (project.root / "locale/pt_BR/LC_MESSAGES").mkdir(parents=True)
    assert project.run("update").exit_code == 0
    assert (project.root / "locale/pt_BR/LC_MESSAGES/boats.po").exists()
    assert not (project.root / "locale/pt-BR").exists()


def test_source_that_is_not_english(tmp_path: Path) -> None:
    """A project may be written in any language."""
    runner = projects.CliRunner()
    made = runner.invoke(projects.cli, ["init", str(tmp_path), "--source", "fr", "--locale", "ar"])
    assert made.exit_code == 0, made.output
    assert Project(tmp_path).run("check").exit_code == 0
    assert "Bienvenue" in Project(tmp_path).read("content/welcome.md")


def test_publish_good_and_hold_bad(project: Project) -> None:
    """The good article is out in both languages; the bad one is held, named, and linked from nowhere."""
    project.write("content/pain.md", "---\ntitle: Pain\n---\n\nThere was no lasting relie.\n")
    result = project.run("publish")
    assert result.exit_code == 1
    assert "held  pain [en]: 1 misspelling: relie → relief" in result.stdout
    assert (project.root / "public/fr/boats/index.html").exists()
    assert not (project.root / "public/en/pain").exists()
    assert "Pain" not in project.read("public/en/index.html")


def test_publish_without_a_file_that_could_run_says_what_is_out(project: Project) -> None:
    """The drawing is refused and named; the versions are published, and the report says so."""
    project.write("content/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')
    project.write("content/boats.md", f"{projects.ARTICLE}\nSee [the drawing](a.svg).\n")
    project.run("update")
    project.translate("boats", {"See [the drawing](a.svg).": "Voir [le dessin](a.svg)."})
    result = project.run("--color", "never", "publish")
    assert result.exit_code == 2
    assert "content/a.svg: is not published" in result.stderr
    assert "published" in result.stdout
    assert "passes" not in result.stdout
    assert (project.root / "public/en/boats/index.html").exists()
    assert not [*(project.root / "public").rglob("a.svg")]


def test_held_locale_is_left_out_of_the_others(project: Project) -> None:
    """Where the French version is held, the English one offers no French."""
    path = project.translate("boats", {})
    path.write_text(path.read_text().replace("Avant de commencer", "Avant de comencer"))
    assert project.run("publish").exit_code == 1
    assert 'hreflang="fr"' not in project.read("public/en/boats/index.html")
    assert not (project.root / "public/fr/boats").exists()


def test_draft_is_reported_and_never_published(project: Project) -> None:
    """A draft is checked, stays in, and fails nothing."""
    project.write("content/pain.md", "---\ndraft: true\n---\n\nThere was no lasting relie.\n")
    result = project.run("publish")
    assert result.exit_code == 0, result.output
    assert "held  pain [en] (draft): 1 misspelling: relie → relief" in result.stdout
    assert not (project.root / "public/en/pain").exists()


def test_publish_is_deterministic(project: Project) -> None:
    """One process and two give the same site, byte for byte."""
    project.run("publish", "--no-cache")
    one = {
        path: path.read_bytes() for path in (project.root / "public").rglob("*") if path.is_file()
    }
    project.run("publish", "--no-cache", "--jobs", "2")
    two = {
        path: path.read_bytes() for path in (project.root / "public").rglob("*") if path.is_file()
    }
    assert one == two


def test_stats(project: Project) -> None:
    """A row says what is left to do in each version, and in each locale."""
    rows = json.loads(project.run("stats", "--format", "json").stdout)
    assert [(row["article"], row["locale"], row["done"]) for row in rows] == [
        ("boats", "fr", 1.0),
        ("all", "fr", 1.0),
    ]


def test_stats_count_a_message_once(project: Project) -> None:
    """A message that stands twice in an article is translated once; the words are those to do."""
    project.write("content/sea.md", "The blue sea\n\nThe blue sea\n\nA boat\n")
    rows = json.loads(project.run("stats", "--format", "json").stdout)
    (sea,) = (row for row in rows if row["article"] == "sea")
    assert (sea["messages"]["missing"], sea["words"]["missing"], sea["done"]) == (2, 5, 0.0)


def test_stats_tell_what_is_held(project: Project) -> None:
    """A translation that would break the page, and one in doubt, are not counted as done."""
    catalog = project.root / "locale" / "fr" / "LC_MESSAGES" / "boats.po"
    text = catalog.read_text(encoding="utf-8")
    text = text.replace("Avant de commencer", "Avant \\x02 de commencer")
    text = text.replace('msgid "Wear old clothes."', '#, fuzzy\nmsgid "Wear old clothes."').replace(
        "#, md-text\n#, fuzzy", "#, fuzzy, md-text"
    )
    catalog.write_text(text, encoding="utf-8")
    (row, _) = json.loads(project.run("stats", "--format", "json").stdout)
    assert (row["messages"]["held"], row["words"]["held"]) == (1, 3)
    assert (row["messages"]["fuzzy"], row["words"]["fuzzy"]) == (1, 3)


def test_stats_as_markdown(project: Project) -> None:
    """The table can stand in a README."""
    shown = project.run("stats", "--markdown").stdout
    assert shown.startswith("| article | locale | messages |")
    assert "| all | fr | 6 | 6 | 0 | 0 | 0 |" in shown


def test_rules_and_explain(project: Project) -> None:
    """Every rule is listed and explained."""
    listed = json.loads(project.run("rules", "--format", "json").stdout)
    assert "prose/spelling" in [rule["rule"] for rule in listed]
    for rule in listed:
        assert "Why:" in project.run("explain", rule["rule"]).stdout


def test_explain_knows_the_nearest_name(project: Project) -> None:
    """A rule that does not exist is answered with the one that was meant."""
    result = project.run("explain", "prose/speling")
    assert result.exit_code == 2
    assert 'did you mean "prose/spelling"?' in result.stderr


def test_no_colour_where_none_is_wanted(project: Project) -> None:
    """`--color always` colours, `never` does not."""
    assert "\x1b[" in project.run("--color", "always", "check").stdout
    assert "\x1b[" not in project.run("--color", "never", "check").stdout


def test_init_needs_two_languages(tmp_path: Path) -> None:
    """Nothing is written for a project that could not be read."""
    call = ["init", str(tmp_path / "x"), "--source", "fr"]
    result = projects.CliRunner().invoke(projects.cli, call)
    assert result.exit_code == 2
    assert '"fr" is the source itself; name another one with --locale' in result.output
    assert not (tmp_path / "x").exists()


def test_imports_are_one_document(project: Project) -> None:
    """Two files give one answer to a program."""
    for name in ("one", "two"):
        project.write(
            f"drafts/{name}.txt", f"Title {name}\n\nA boat is red, and the sea is blue.\n"
        )
    files = [str(project.root / f"drafts/{name}.txt") for name in ("one", "two")]
    assert len(json.loads(project.run("--format", "json", "import", *files).stdout)) == 2


def test_catalog_without_language_is_checked_in_its_folders(project: Project) -> None:
    """A lost link is found although the header does not say which language it is in."""
    path = project.write(
        "locale/fr/LC_MESSAGES/sea.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#. paragraph\nmsgid "See [it](a.md)."\nmsgstr "Voir."\n',
    )
    result = project.run("check", str(path))
    assert result.exit_code == 1
    assert "translation/placeholder" in result.stdout
    assert "the header names no language" in result.stdout


def test_build_needs_no_words(project: Project) -> None:
    """A word list that cannot be read stops the check, not the pages."""
    project.write("locale/words/fr.txt", b"\xff\n")
    assert project.run("build").exit_code == 0
    assert project.run("check").exit_code == 2


def test_publish_reports_the_verdicts_it_went_by(project: Project) -> None:
    """Not those of a second look, at what it has just recorded."""
    config = project.read("pipeline.toml")
    project.write("pipeline.toml", f"{config}\n[thresholds]\nratchet = 1\n")
    shown = json.loads(project.run("--format", "json", "check").stdout)["versions"]
    published = json.loads(project.run("--format", "json", "publish").stdout)["versions"]
    assert [one["verdict"] for one in published] == [one["verdict"] for one in shown]


def test_init_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    """What it wrote before is its own; what somebody else wrote is not touched."""
    call = ["init", str(tmp_path)]
    assert projects.CliRunner().invoke(projects.cli, call).exit_code == 0
    catalog = tmp_path / "locale/fr/LC_MESSAGES/welcome.po"
    whole = catalog.read_bytes()
    catalog.unlink()
    assert projects.CliRunner().invoke(projects.cli, call).exit_code == 0
    assert catalog.read_bytes() == whole
    assert projects.CliRunner().invoke(projects.cli, call).exit_code == 2
