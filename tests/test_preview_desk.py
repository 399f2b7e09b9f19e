"""What the windows of `pipeline preview` ask of the desk, and what it answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import projects
from pipeline.preview.desk import Desk
from pipeline.preview.refusals import AbsentError, UnfitError
from pipeline.preview.saving import Wish
from pipeline.preview.shelf import Shelf

SENTENCE = "A red boat needs paint each year. Wash it first, and let it dry."
CATALOG = "locale/fr/LC_MESSAGES/boats.po"


@pytest.fixture
def project(tmp_path: Path) -> projects.Project:
    return projects.new(tmp_path)


@pytest.fixture
def desk(project: projects.Project) -> Desk:
    return Desk(Shelf.open(project.root / "pipeline.toml"))


def entry(version: dict[str, Any], source: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in version["entries"] if one["source"] == source)
    return found


def wish(source: str, string: str, base: str = "", *, fuzzy: bool = False) -> Wish:
    return Wish((None, source), string, base, fuzzy)


def touch(desk: Desk, project: projects.Project, name: str, text: str) -> dict[str, Any] | None:
    project.write(name, text)
    return desk.refresh([name]).changed


def test_project_lists_articles_with_their_versions(desk: Desk) -> None:
    """The window begins with what there is, in every language by its own name."""
    told = desk.project()
    assert told["name"] == "Boats"
    assert [one["name"] for one in told["locales"]] == ["English", "français"]
    (article,) = told["articles"]
    assert (article["name"], article["title"]) == ("boats", "Red boats")
    assert [one["page"] for one in article["versions"]] == ["/site/en/boats/", "/site/fr/boats/"]


def test_counts_come_when_nobody_asks(desk: Desk) -> None:
    """A large project is counted in the background, and a version that was opened is known exactly."""
    (before,) = [one for one in desk.project()["articles"][0]["versions"] if one["locale"] == "fr"]
    while desk.idle():
        pass
    (after,) = [one for one in desk.project()["articles"][0]["versions"] if one["locale"] == "fr"]
    assert (before["todo"], before["total"]) == (None, None)
    assert (after["todo"], after["total"]) == (0, 6)


def test_entries_stand_in_the_article_s_order(desk: Desk) -> None:
    """Each entry says where it stands, in the article and in the catalog, and in which block."""
    version = desk.version("boats", "fr")
    assert [one["id"] for one in version["entries"]] == [0, 1, 2, 3, 4, 5]
    one = entry(version, "Wear old clothes.")
    assert (one["kind"], one["line"], one["stamp"]) == ("list item", 11, "11")
    assert one["state"] == "translated"
    path, _, line = one["place"].partition(":")
    assert path == CATALOG
    text = desk.shelf.settings.root.joinpath(path).read_text().splitlines()
    assert text[int(line) - 1] == 'msgstr "Mettez de vieux vêtements."'


def test_title_has_no_stamp(desk: Desk) -> None:
    """What the front matter says bears no line in the page."""
    assert entry(desk.version("boats", "fr"), "Red boats")["stamp"] is None


def test_source_is_not_translated(desk: Desk) -> None:
    """The source version shows its entries, and none of them can be typed into."""
    version = desk.version("boats", "en")
    assert {one["state"] for one in version["entries"]} == {"source"}
    with pytest.raises(UnfitError, match="in the article itself"):
        desk.attempt("boats", "en", (None, SENTENCE), 2, "x")
    with pytest.raises(UnfitError, match="in the article itself"):
        desk.save("boats", "en", wish(SENTENCE, "x", SENTENCE))


def test_fuzzy_entry_has_its_former_source(desk: Desk, project: projects.Project) -> None:
    """A sentence that the author edits is shown as an update would leave it: fuzzy, with what it was."""
    text = project.read("content/boats.md").replace("Wash it first", "Rinse it first")
    assert touch(desk, project, "content/boats.md", text) == {
        "articles": ["boats"],
        "locales": None,
        "all": False,
    }
    one = entry(desk.version("boats", "fr"), SENTENCE.replace("Wash", "Rinse"))
    assert (one["state"], one["previous"]) == ("fuzzy", SENTENCE)
    assert one["string"].startswith("Un bateau rouge")
    assert one["place"] is None


def test_refused_entry_tells_its_fault(desk: Desk) -> None:
    """A translation that may not be shown is there to be mended, with the reason."""
    told = desk.attempt(
        "boats", "fr", (None, "Wear old clothes."), -1, "Mettez [ceci](http://x.example)."
    )
    assert told["entry"]["state"] == "refused"
    assert any(one["level"] == "error" for one in told["entry"]["findings"])
    assert "x.example" not in told["page"]


def test_plural_entry_is_only_shown(desk: Desk, project: projects.Project) -> None:
    """A message with plural forms shows them all, and is not saved as if it had one."""
    text = project.read(CATALOG).replace(
        'msgid "Wear old clothes."\nmsgstr "Mettez de vieux vêtements."',
        'msgid "Wear old clothes."\nmsgid_plural "Wear clothes."\nmsgstr[0] "Un"\nmsgstr[1] "Deux"',
    )
    project.write(CATALOG, text)
    one = entry(desk.version("boats", "fr"), "Wear old clothes.")
    assert (one["plural"], one["pluralSource"], one["strings"]) == (
        True,
        "Wear clothes.",
        ["Un", "Deux"],
    )
    with pytest.raises(UnfitError, match="plural forms"):
        desk.save("boats", "fr", wish("Wear old clothes.", "x", "Un"))
    assert project.read(CATALOG) == text


def test_findings_stand_in_their_entries(desk: Desk) -> None:
    """What a rule finds is placed in the string, with what may be written instead."""
    told = desk.attempt(
        "boats", "fr", (None, "Wear old clothes."), -1, "Mettez de de vieux vêtements."
    )
    found = [one for one in told["entry"]["findings"] if one["rule"] == "prose/repeated-word"]
    assert [(one["start"], one["end"]) for one in found] == [(7, 12)]
    assert found[0]["why"].endswith(".")


def test_attempt_shows_what_is_typed_and_writes_nothing(
    desk: Desk, project: projects.Project
) -> None:
    """As one types, the page is the one that would be, and the file stays."""
    before = project.read(CATALOG)
    told = desk.attempt("boats", "fr", (None, "Wear old clothes."), -1, "Mettez un gilet.")
    assert "Mettez un gilet." in told["page"]
    assert 'data-line="11"' in told["page"]
    assert told["entry"]["string"] == "Mettez un gilet."
    assert project.read(CATALOG) == before
    assert "gilet" not in desk.page("fr/boats/").data.decode()


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        '<a href="&#106;avascript:alert(1)">x</a>',
        "<svg onload=alert(1)>",
        "<iframe srcdoc='<script>1</script>'></iframe>",
    ],
)
def test_hostile_translation_reaches_no_page(desk: Desk, hostile: str) -> None:
    """What a stranger types is shown as text, or not at all."""
    page = desk.attempt("boats", "fr", (None, "Wear old clothes."), -1, hostile)["page"]
    body = page[page.index("<body") :]
    for sign in ("<script", "onerror=", "onload=", 'href="javascript', "<iframe", "<svg"):
        assert sign not in body


def test_text_of_a_broken_size_is_refused(desk: Desk) -> None:
    """What no catalog can keep is said before anything is rendered."""
    for string in ("\ud800", "a\x00b", "a\x1b[31m", "x" * 70_000):
        with pytest.raises(UnfitError):
            desk.attempt("boats", "fr", (None, "Wear old clothes."), -1, string)


def test_catalog_of_its_own_is_made_for_the_first_translation(
    desk: Desk, project: projects.Project
) -> None:
    """A version without a catalog gets one, as an update would make it."""
    project.write("content/oars.md", "---\ntitle: Oars\n---\n\nHold the oar.\n")
    assert desk.refresh(["content/oars.md"]).changed is not None
    version = desk.version("oars", "fr")
    assert version["catalog"] is None
    assert {one["state"] for one in version["entries"]} == {"missing"}
    saved = desk.save("oars", "fr", wish("Hold the oar.", "Tenez la rame."))["version"]
    assert entry(saved, "Hold the oar.")["state"] == "translated"
    made = project.read("locale/fr/LC_MESSAGES/oars.po")
    assert 'msgid "Oars"\nmsgstr ""' in made
    project.run("update")
    assert project.read("locale/fr/LC_MESSAGES/oars.po") == made


def test_broken_catalog_leaves_the_last_good_page(desk: Desk, project: projects.Project) -> None:
    """A file that does not parse is told; the page stays; nothing is saved; and it heals."""
    good, page = project.read(CATALOG), desk.page("fr/boats/").data
    broken = good + '\nmsgid "never closed\n'
    project.write(CATALOG, broken)
    told = desk.refresh([CATALOG])
    assert any(line.startswith(CATALOG) for line in told.broken)
    assert desk.page("fr/boats/").data == page
    version = desk.version("boats", "fr")
    assert version["broken"].startswith(CATALOG)
    with pytest.raises(UnfitError):
        desk.save("boats", "fr", wish("Wear old clothes.", "x", "Mettez de vieux vêtements."))
    assert project.read(CATALOG) == broken
    project.write(CATALOG, good)
    assert desk.refresh([CATALOG]).problems == ()
    assert desk.version("boats", "fr")["broken"] is None


def test_broken_article_leaves_the_last_good_page(desk: Desk, project: projects.Project) -> None:
    """So with an article, in all of its languages."""
    good, page = project.read("content/boats.md"), desk.page("en/boats/").data
    project.write("content/boats.md", good.replace("---\n", "---\n: [\n", 1))
    told = desk.refresh(["content/boats.md"])
    assert any("content/boats.md" in line for line in told.broken)
    assert desk.page("en/boats/").data == page
    project.write("content/boats.md", good.replace("red boat needs", "blue boat needs"))
    healed = desk.refresh(["content/boats.md"])
    assert healed.problems == ()
    assert healed.changed is not None
    assert b"blue boat" in desk.page("en/boats/").data


def test_broken_settings_leave_the_project_as_it_was(desk: Desk, project: projects.Project) -> None:
    """So with the configuration."""
    project.write("pipeline.toml", "locales = [")
    told = desk.refresh(["pipeline.toml"])
    assert told.problems
    assert desk.page("fr/boats/").data
    project.write("pipeline.toml", projects.CONFIG.replace('"fr"', '"fr", "ar"'))
    healed = desk.refresh(["pipeline.toml"])
    assert healed.problems == ()
    assert healed.changed is not None
    assert healed.changed["all"]
    assert desk.version("boats", "ar")["dir"] == "rtl"


def test_articles_come_and_go(desk: Desk, project: projects.Project) -> None:
    """New, renamed and deleted articles are seen."""
    project.write("content/oars.md", "---\ntitle: Oars\n---\n\nHold the oar.\n")
    desk.refresh(["content/oars.md"])
    assert desk.page("en/oars/").kind.startswith("text/html")
    (project.root / "content/oars.md").rename(project.root / "content/paddles.md")
    told = desk.refresh(["content/oars.md", "content/paddles.md"])
    assert told.changed is not None
    assert {*told.changed["articles"]} == {"oars", "paddles"}
    with pytest.raises(AbsentError):
        desk.page("en/oars/")
    assert desk.page("en/paddles/").data
    (project.root / "content/paddles.md").unlink()
    desk.refresh(["content/paddles.md"])
    with pytest.raises(AbsentError):
        desk.version("paddles", "en")


def test_deleted_catalog_is_missing_again(desk: Desk, project: projects.Project) -> None:
    """Without its catalog, a version is the source, marked as that."""
    (project.root / CATALOG).unlink()
    assert desk.refresh([CATALOG]).changed == {
        "articles": ["boats"],
        "locales": ["fr"],
        "all": False,
    }
    assert {one["state"] for one in desk.version("boats", "fr")["entries"]} == {"missing"}


def test_draft_is_told_and_held(desk: Desk, project: projects.Project) -> None:
    """A draft is shown in what somebody began, and never passes."""
    project.write("content/oars.md", "---\ntitle: Oars\ndraft: true\n---\n\nHold the oar.\n")
    desk.refresh(["content/oars.md"])
    version = desk.version("oars", "en")
    assert version["draft"]
    assert not version["verdict"]["passes"]
    assert version["verdict"]["reasons"][0] == "it is a draft"
    with pytest.raises(AbsentError):
        desk.version("oars", "fr")


def test_pages_are_stamped_and_lists_are_there(desk: Desk) -> None:
    """The site is there as readers will have it, and its articles with their lines."""
    assert b"data-line=" in desk.page("fr/boats/").data
    assert b"Bateaux rouges" in desk.page("fr/").data
    assert b"hreflang" in desk.page("").data
    assert desk.page("theme/site.css").kind.startswith("text/css")


def test_only_what_a_page_shows_is_served(desk: Desk, project: projects.Project) -> None:
    """A picture of an article is there once its page is; no other file of the project ever."""
    project.write("content/map.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    project.write("content/secret.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    text = project.read("content/boats.md") + "\n![A map](map.svg)\n"
    touch(desk, project, "content/boats.md", text)
    desk.page("en/boats/")
    assert desk.page("assets/map.svg").kind == "image/svg+xml"
    for path in (
        "assets/secret.svg",
        "assets/../pipeline.toml",
        "pipeline.toml",
        "content/boats.md",
        "../pipeline.toml",
        "theme/../pipeline.toml",
        "en/boats/../../pipeline.toml",
        "\x00",
        "en\\boats",
    ):
        with pytest.raises(AbsentError):
            desk.page(path)


def test_link_out_of_the_project_is_not_followed(desk: Desk, project: projects.Project) -> None:
    """A picture that is a link to somewhere else stays where it is."""
    outside = project.root.parent / "outside.png"
    outside.write_bytes(b"\x89PNG secret")
    (project.root / "content/map.png").symlink_to(outside)
    touch(desk, project, "content/boats.md", project.read("content/boats.md") + "\n![A](map.png)\n")
    desk.page("en/boats/")
    with pytest.raises(Exception, match="link out of the project"):
        desk.page("assets/map.png")


def test_aid_has_glossary_and_memory(desk: Desk, project: projects.Project) -> None:
    """Beside an entry stand its terms, and how the same and like sentences are translated elsewhere."""
    project.write("terms.toml", '[glossary.fr]\nclothes = "vêtements"\n')
    project.write("pipeline.toml", f'{projects.CONFIG}\n[style]\nterms = "terms.toml"\n')
    text = "---\ntitle: Oars\n---\n\nWear old clothes.\n\nWear old shoes.\n"
    project.write("content/oars.md", text)
    desk.refresh(["pipeline.toml", "terms.toml", "content/oars.md"])
    while desk.idle():
        pass
    version = desk.version("oars", "fr")
    told = desk.aid("oars", "fr", entry(version, "Wear old clothes.")["id"])
    assert told["glossary"] == [{"source": "clothes", "target": "vêtements"}]
    assert told["memory"][0] == {
        "source": "Wear old clothes.",
        "string": "Mettez de vieux vêtements.",
        "article": "boats",
        "state": "translated",
        "same": True,
        "likeness": 1.0,
    }
    like = desk.aid("oars", "fr", entry(version, "Wear old shoes.")["id"])["memory"]
    assert [one["same"] for one in like] == [False]
    with pytest.raises(AbsentError):
        desk.aid("oars", "fr", 99)


def test_what_somebody_looks_at_is_made_before_it_is_asked(
    desk: Desk, project: projects.Project
) -> None:
    """The pages on the windows come with the news."""
    desk.page("fr/boats/")
    project.write("content/boats.md", project.read("content/boats.md") + "\nPaint it.\n")
    told = desk.refresh(["content/boats.md"])
    assert b"Paint it." in told.pages["fr/boats/index.html"].data


def test_text_that_the_author_changed_meanwhile_is_handed_back(
    desk: Desk, project: projects.Project
) -> None:
    """A translation of what the article says no more is put nowhere, and not lost."""
    touch(desk, project, "content/boats.md", project.read("content/boats.md").replace("old", "new"))
    before = project.read(CATALOG)
    told = desk.save(
        "boats", "fr", wish("Wear old clothes.", "Mon texte.", "Mettez de vieux vêtements.")
    )
    assert (told["conflict"]["yours"], told["conflict"]["theirs"]) == ("Mon texte.", None)
    assert project.read(CATALOG) == before


def test_saving_after_the_author_went_on_brings_the_catalog_along(
    desk: Desk, project: projects.Project
) -> None:
    """The edited sentence takes its entry's place, and everything else stays."""
    text = project.read("content/boats.md").replace("old clothes", "warm clothes")
    touch(desk, project, "content/boats.md", text)
    one = entry(desk.version("boats", "fr"), "Wear warm clothes.")
    saved = desk.save("boats", "fr", wish("Wear warm clothes.", "Mettez un pull.", one["string"]))
    assert "conflict" not in saved
    assert entry(saved["version"], "Wear warm clothes.")["state"] == "translated"
    assert "Bateaux rouges" in project.read(CATALOG)
