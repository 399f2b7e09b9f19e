"""A site is written page by page, and comes out as if all had been there at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import stamps, store
from pipeline.errors import StoreError
from pipeline.page import pieces
from projects import CONFIG, Project

PARTS = st.sampled_from(
    ['<p data-line="3">', "</p>", "<em>", "</em>", '<a data-line="2" href="b.md">', "</a>", "<br>"]
)


@given(st.lists(st.one_of(PARTS, st.text("ab =\"'&; data-line3")), max_size=20).map("".join))
def test_pieces_are_the_body(body: str) -> None:
    """What was cut is whole again when it is joined, and bare where its stamps are taken out."""
    cut = pieces.cut(body)
    assert "".join(cut) == body
    assert "".join(pieces.bare(cut)) == stamps.strip(body)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two articles, of which one leads to the other; both have French catalogs."""
    made = Project(tmp_path / "site")
    made.write("pipeline.toml", CONFIG)
    made.write("content/boats.md", "---\ntitle: Boats\n---\n\nSee [oars](oars.md).\n")
    made.write("content/oars.md", "---\ntitle: Oars\nslug: oars\n---\n\nOars are long.\n")
    assert made.run("update").exit_code == 0
    return made


@pytest.mark.parametrize("cache", [(), ("--no-cache",)])
def test_version_that_cannot_be_made_is_named_nowhere(
    project: Project, cache: tuple[str, ...]
) -> None:
    """Pages that had counted on it are made once more, and lead to what there is."""
    assert project.run(*cache, "build").exit_code == 0
    assert 'hreflang="fr"' in project.read("build/en/oars/index.html")
    project.write("locale/fr/LC_MESSAGES/oars.po", 'msgid "cut\n')
    assert project.run(*cache, "build").exit_code == 2
    assert 'hreflang="fr"' not in project.read("build/en/oars/index.html")
    assert 'href="../../en/oars/' in project.read("build/fr/boats/index.html")
    assert not (project.root / "build/fr/oars").exists()


def test_translated_address_is_known_to_pages_made_before(project: Project) -> None:
    """A page leads to another by the name that the other's translator gave it."""
    path = project.root / "locale/fr/LC_MESSAGES/oars.po"
    text = path.read_text("utf-8")
    named = text.replace('msgid "oars"\nmsgstr ""', 'msgid "oars"\nmsgstr "rames"')
    assert named != text
    path.write_text(named, "utf-8")
    assert project.run("build").exit_code == 0
    assert 'href="../../fr/rames/' in project.read("build/fr/boats/index.html")
    assert (project.root / "build/fr/rames/index.html").is_file()


def test_edition_writes_into_no_file_of_the_old_folder(tmp_path: Path) -> None:
    """A file that was taken along and is then put anew is another one; what is dropped is gone."""
    target = tmp_path / "public"
    store.publish({"a/x.html": b"1", "b.html": b"1"}, target, root=tmp_path)
    with store.edition(target, root=tmp_path) as made:
        made.put("b.html", b"1")
        made.put("b.html", b"2")
        assert (target / "b.html").read_bytes() == b"1"
        made.put("a/x.html", b"1")
        made.drop("a/x.html")
    assert [path.name for path in target.iterdir()] == ["b.html"]
    assert (target / "b.html").read_bytes() == b"2"


@pytest.mark.parametrize("name", ["/evil.html", "../evil.html", "a/../../evil.html"])
def test_no_name_leads_out_of_an_edition(tmp_path: Path, name: str) -> None:
    """Neither from the root of the file system nor up."""
    with pytest.raises(StoreError), store.edition(tmp_path / "p", root=tmp_path) as made:
        made.put(name, b"")
    assert not list(tmp_path.rglob("evil.html"))
    assert not Path("/evil.html").exists()


def test_site_without_a_page_is_a_site(project: Project) -> None:
    """Where every version is held, that is told, and no page is out."""
    for name in ("boats", "oars"):
        project.write(f"content/{name}.md", f"---\ntitle: {name}\n---\n\nThe teh the.\n")
    assert project.run("publish").exit_code == 1
    assert (project.root / "public/theme/site.css").is_file()
    assert not list((project.root / "public").rglob("*.html"))
