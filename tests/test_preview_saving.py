"""Saving from the window: one translation into its file, and nobody's work lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import projects
from pipeline import po, store
from pipeline import project as files
from pipeline.errors import CatalogError, PipelineError
from pipeline.model import Article, Catalog
from pipeline.preview import saving
from pipeline.preview.refusals import BusyError, UnfitError
from pipeline.preview.saving import Conflict, Wish
from pipeline.session import Session
from pipeline.settings import Config

CATALOG = "locale/fr/LC_MESSAGES/boats.po"
KEY = (None, "Wear old clothes.")
BASE = projects.FRENCH[KEY[1]]


@pytest.fixture
def project(tmp_path: Path) -> projects.Project:
    return projects.new(tmp_path)


def settings(project: projects.Project) -> Config:
    return Session(config_path=project.root / "pipeline.toml").project()


def article(project: projects.Project, name: str = "boats") -> Article:
    found, _ = files.articles(settings(project))
    return next(one for one in found if one.name == name)


def save(project: projects.Project, string: str, base: str = BASE, **more: bool) -> Conflict | None:
    return saving.save(settings(project), article(project), "fr", Wish(KEY, string, base, **more))


def test_only_its_own_line_changes(project: projects.Project) -> None:
    """Every other byte of the file stays, whatever tool laid it out."""
    text = project.read(CATALOG)
    odd = text.replace('msgid "Red boats"', '# A remark,   oddly spaced\nmsgid ""\n"Red "\n"boats"')
    project.write(CATALOG, odd.replace("\n", "\r\n"))
    assert save(project, "Mettez un gilet.") is None
    after = (project.root / CATALOG).read_bytes().decode()
    assert after == odd.replace(BASE, "Mettez un gilet.").replace("\n", "\r\n")


def test_reviewed_entry_is_no_longer_fuzzy(project: projects.Project) -> None:
    """Who saves stands by it: the mark and the former source go; unless it is to be reviewed."""
    text = project.read(CATALOG)
    entry = f'msgid "{KEY[1]}"'
    project.write(CATALOG, text.replace(entry, f'#, fuzzy\n#| msgid "Wear a hat."\n{entry}'))
    save(project, BASE, fuzzy=False)
    assert project.read(CATALOG) == text
    save(project, "À revoir.", fuzzy=True)
    after = po.load(project.read(CATALOG).encode(), CATALOG).index()[KEY]
    assert (after.string, after.fuzzy) == ("À revoir.", True)


def test_change_of_the_same_entry_is_a_conflict(project: projects.Project) -> None:
    """What somebody else wrote meanwhile is shown and stays."""
    project.write(CATALOG, project.read(CATALOG).replace(BASE, "Leur texte."))
    before = project.read(CATALOG)
    found = save(project, "Mon texte.")
    assert found is not None
    assert (found.yours, found.theirs) == ("Mon texte.", "Leur texte.")
    assert project.read(CATALOG) == before


def test_change_elsewhere_is_taken_along(project: projects.Project) -> None:
    """What somebody else wrote in another entry is kept, without a question."""
    project.write(CATALOG, project.read(CATALOG).replace("Bateaux rouges", "Leur titre"))
    assert save(project, "Mon texte.") is None
    after = project.read(CATALOG)
    assert "Leur titre" in after
    assert "Mon texte." in after


def test_same_text_is_no_conflict(project: projects.Project) -> None:
    """Two who write the same agree."""
    project.write(CATALOG, project.read(CATALOG).replace(BASE, "Le même."))
    assert save(project, "Le même.") is None


def test_text_that_is_gone_is_a_conflict(project: projects.Project) -> None:
    """The article has changed while somebody wrote: the text is handed back, and put nowhere."""
    project.write("content/boats.md", project.read("content/boats.md").replace(KEY[1], "Swim."))
    project.run("update")
    before = project.read(CATALOG)
    found = save(project, "Mon texte.")
    assert found is not None
    assert (found.yours, found.theirs) == ("Mon texte.", None)
    assert project.read(CATALOG) == before


def test_catalog_that_does_not_parse_is_left(project: projects.Project) -> None:
    """Its bytes stay, and the line says where."""
    broken = project.read(CATALOG) + 'msgid "open\n'
    project.write(CATALOG, broken)
    with pytest.raises(CatalogError):
        save(project, "Mon texte.")
    assert project.read(CATALOG) == broken


def test_another_run_that_writes_is_told_at_once(project: projects.Project) -> None:
    """The lock is not waited for here: others may want to ask something meanwhile."""
    with store.lock(project.root), pytest.raises(BusyError):
        save(project, "Mon texte.")
    assert save(project, "Mon texte.") is None


def test_editor_that_writes_in_between_is_seen(
    project: projects.Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor knows no lock: what it wrote after we read is taken along at the second try."""
    dump = po.dump
    times: list[int] = []

    def interrupted(catalog: Catalog) -> bytes:
        if not times:
            times.append(1)
            project.write(CATALOG, project.read(CATALOG).replace("Bateaux rouges", "Leur titre"))
        return dump(catalog)

    monkeypatch.setattr(po, "dump", interrupted)
    assert save(project, "Mon texte.") is None
    after = project.read(CATALOG)
    assert "Leur titre" in after
    assert "Mon texte." in after


def test_folder_that_cannot_be_written_is_told(project: projects.Project) -> None:
    """A link out of the project is not written through."""
    outside = project.root.parent / "outside"
    folder = project.root / "locale/fr/LC_MESSAGES"
    folder.rename(outside)
    folder.symlink_to(outside)
    before = (outside / "boats.po").read_bytes()
    with pytest.raises(PipelineError):
        save(project, "Mon texte.")
    assert (outside / "boats.po").read_bytes() == before


@pytest.mark.parametrize("string", ["\udc80", "a\x00", "\x1b[2J", "\r", "\x85", "x" * 64_001])
def test_text_that_no_catalog_keeps_is_refused(project: projects.Project, string: str) -> None:
    """Before the file is touched."""
    before = project.read(CATALOG)
    with pytest.raises(UnfitError):
        save(project, string)
    assert project.read(CATALOG) == before


def test_catalog_in_another_charset_keeps_what_it_had(project: projects.Project) -> None:
    """What the file's charset cannot hold makes it UTF-8, with every translation as it was."""
    text = project.read(CATALOG).replace("charset=UTF-8", "charset=ISO-8859-1").replace("’", "'")
    project.write(CATALOG, text.encode("latin-1"))
    assert save(project, "水") is None
    after = po.load((project.root / CATALOG).read_bytes(), CATALOG)
    assert after.index()[KEY].string == "水"
    assert after.index()[None, "Red boats"].string == "Bateaux rouges"


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.just("\n"))


@given(texts, texts)
def test_what_is_set_is_read_again(source: str, string: str) -> None:
    """Law: a text that is fit stands in the file as it was typed, and all other entries as they were."""
    data = po.dump(po.load(b'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n', "x.po"))
    catalog = po.load(data, "x.po")
    changed = saving.with_string(catalog, (None, "a"), string)
    assert changed is not None
    saving.fit(string)
    index = po.load(po.dump(changed), "x.po").index()
    assert (index[None, "a"].string, index[None, "c"].string) == (string, "d")
    assert saving.with_string(catalog, (source, "a"), string) is None
