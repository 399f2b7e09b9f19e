"""One source with several translations, seen across the catalogs of a language."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import check
from pipeline.check import Subjects
from pipeline.findings import Found
from pipeline.model import Message, Origin, Run, Segment
from projects import Project, new

RULE = "project/one-source-several"
SHARED = "Ask your doctor before you start."
ONE = "Demandez conseil à votre médecin avant de commencer."
OTHER = "Parlez-en d’abord à un médecin."


def run(path: str, source: str, string: str, kind: str = "paragraph", **more: str) -> Run:
    """Give a message of a catalog, translated into French."""
    origin = Origin(path, ((0, 7, 1),))
    message = Message(source, (string,), origin=origin, plural=more.get("plural"))
    segment = Segment(source, kind, origin, more.get("context"))
    return Run(segment, string, "fr", "translated", origin, message)


def found(*runs: Run) -> list[Found]:
    """Give what the rule finds in *runs*."""
    subjects = Subjects(translations=runs, locale="fr", source="en")
    return list(check.apply(RULE, check.rules()[RULE], subjects, {}))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two articles with one sentence in common, which is translated in two ways."""
    made = new(tmp_path)
    for name, string in (("knees", ONE), ("legs", OTHER)):
        made.write(f"content/{name}.md", f"---\ntitle: About {name}\n---\n\n{SHARED}\n")
        assert made.run("update").exit_code == 0
        made.write(
            f"locale/fr/LC_MESSAGES/{name}.po",
            made.read(f"locale/fr/LC_MESSAGES/{name}.po")
            .replace("#, fuzzy, ", "#, ")
            .replace(f'msgstr "{ONE}"', 'msgstr ""')
            .replace(f'msgid "{SHARED}"\nmsgstr ""', f'msgid "{SHARED}"\nmsgstr "{string}"'),
        )
    return made


def told(project: Project, *arguments: str) -> list[str]:
    """Give the lines of the rule's findings."""
    lines = project.run("check", "--all", *arguments).output.splitlines()
    return [line for line in lines if RULE in line]


def test_two_articles_differ(project: Project) -> None:
    """The finding stands in the second catalog, and names the translation in the first, and its line."""
    (line,) = told(project)
    assert line.startswith("locale/fr/LC_MESSAGES/legs.po:")
    assert f'"{ONE}" in locale/fr/LC_MESSAGES/knees.po, line ' in line
    assert " warning " in line
    assert line.endswith("[fr]")


def test_finding_stands_on_the_translation(project: Project) -> None:
    """Its line is that of the msgstr."""
    number = int(told(project)[0].split(":")[1])
    text = project.read("locale/fr/LC_MESSAGES/legs.po").splitlines()
    assert text[number - 1] == f'msgstr "{OTHER}"'


def test_folder_of_catalogs_is_compared(project: Project) -> None:
    """Catalogs by themselves are seen together, too."""
    folder = project.root / "locale/fr/LC_MESSAGES"
    assert len(told(project, str(folder))) == 1
    assert told(project, str(folder / "legs.po")) == []


def test_cached_results_are_compared(project: Project) -> None:
    """What a former run kept is compared as well as what is new."""
    folder = str(project.root / "locale")
    assert told(project, folder) == told(project, folder) != []


@pytest.mark.parametrize("name", ["", "locale/fr/LC_MESSAGES"])
def test_translator_lets_it_be(project: Project, name: str) -> None:
    """A comment above the message silences it, and is of use."""
    path = "locale/fr/LC_MESSAGES/legs.po"
    comment = f"# check: ignore {RULE}: two kinds of article\n"
    project.write(
        path, project.read(path).replace(f'msgid "{SHARED}"', f'{comment}msgid "{SHARED}"')
    )
    output = project.run("check", "--all", *([str(project.root / name)] if name else [])).output
    assert "the same source" not in output
    assert "suppression/" not in output


def test_rule_can_be_switched_off(project: Project) -> None:
    """Its level is the project's to set."""
    config = project.read("pipeline.toml")
    project.write("pipeline.toml", f'{config}\n[rules."{RULE}"]\nlevel = "off"\n')
    assert told(project) == []


def test_what_is_let_be_in_one_place_is_told_at_the_next(project: Project) -> None:
    """An ignore is for its own message."""
    first = project.read("locale/fr/LC_MESSAGES/legs.po")
    for name, count in (("necks", 2), ("noses", 3)):
        project.write(f"content/{name}.md", f"---\ntitle: About {name}\n---\n\n{SHARED}\n")
        text = first if count == 2 else project.read("locale/fr/LC_MESSAGES/knees.po")
        project.write(f"locale/fr/LC_MESSAGES/{name}.po", text)
    path = "locale/fr/LC_MESSAGES/legs.po"
    comment = f"# check: ignore {RULE}: so\n"
    project.write(path, first.replace(f'msgid "{SHARED}"', f'{comment}msgid "{SHARED}"'))
    (line,) = told(project)
    assert line.startswith("locale/fr/LC_MESSAGES/necks.po:")


def test_most_catalogs_are_right() -> None:
    """Where two say one thing and one another, it is the one that differs."""
    (one,) = found(run("a.po", SHARED, OTHER), run("b.po", SHARED, ONE), run("c.po", SHARED, ONE))
    assert one.place.path == "a.po"
    assert "in b.po, line 7, and so in 1 more" in one.message


def test_same_words_elsewhere_are_one_finding() -> None:
    """One translation is told once, with all its places."""
    runs = [run(f"{name}.po", SHARED, ONE) for name in "abcd"]
    runs += [run(f"{name}.po", SHARED, OTHER) for name in "efg"]
    (one,) = found(*runs)
    assert [place.path for place in (one.place, *one.others)] == ["e.po", "f.po", "g.po"]


def test_findings_of_a_source_are_bounded() -> None:
    """A thousand translations of one source are not a thousand findings."""
    runs = [run(f"{number}.po", SHARED, f"Traduction {number}") for number in range(1000)]
    assert len(found(*runs)) == 5


@pytest.mark.parametrize(
    ("source", "one", "other"),
    [
        ("Not available", "Non disponible", "Non disponibles"),
        ("Not available", "Nicht verfügbar", "Nicht verfügbare"),
        ("Open the file", "Datei öffnen", "Öffnen Sie die Datei"),
        ("Your e-mail", "Votre e-mail", "votre email :"),
        ("It is done.", "C’est déjà fait.", "C'est deja fait !"),
        ("When", "Quand", "Date"),
        ("`a b` and", "`a b` et", "`a b` puis"),
        ("Not found", "Не найден", "Не найдена"),
    ],
)
def test_translators_would_not_be_told(source: str, one: str, other: str) -> None:
    """Agreement, order in a label, spelling, single words and code are no second translation."""
    assert found(run("a.po", source, one), run("b.po", source, other)) == []


@pytest.mark.parametrize(
    ("source", "one", "other"),
    [
        ("Next week", "来週", "次の週"),
        ("Not allowed", "Non autorisé", "Autorisé"),
        ("Side effects", "Effets secondaires", "Effets indésirables"),
    ],
)
def test_other_words_are_told(source: str, one: str, other: str) -> None:
    """What denies counts, and so do short words of scripts that say much with few letters."""
    assert len(found(run("a.po", source, one), run("b.po", source, other))) == 1


def test_heading_and_sentence_differ() -> None:
    """An imperative becomes a noun above a chapter."""
    source = "Install the package"
    heading = run("a.po", source, "Installation", "heading 2")
    assert found(heading, run("b.po", source, "Mettez le paquet en place")) == []


def test_context_and_plural_are_of_their_own() -> None:
    """Two contexts are two sources; of a plural, one form is not the whole."""
    one, other = run("a.po", SHARED, ONE, context="x"), run("b.po", SHARED, OTHER)
    assert found(one, other) == []
    assert found(run("a.po", SHARED, ONE, plural="s"), run("b.po", SHARED, OTHER, plural="s")) == []


def test_one_catalog_is_for_another_rule() -> None:
    """`translation/one-source-several` sees what stands in one file."""
    assert found(run("a.po", SHARED, ONE), run("a.po", SHARED, OTHER)) == []


def test_another_language_is_another_translation(project: Project) -> None:
    """Catalogs of two languages are not compared."""
    folder = project.root / "locale"
    text = project.read("locale/fr/LC_MESSAGES/legs.po").replace("Language: fr", "Language: it")
    project.write("locale/fr/LC_MESSAGES/legs.po", text)
    loose = project.root.parent / "loose"
    loose.mkdir()
    for name in ("knees", "legs"):
        data = (folder / f"fr/LC_MESSAGES/{name}.po").read_bytes()
        (loose / f"{name}.po").write_bytes(data)
    assert told(project, str(loose)) == []
