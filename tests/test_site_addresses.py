"""Where pages stand: folders, translated slugs, former addresses, and nothing that leaves the site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import addresses, article, site, walk
from pipeline.errors import ArticleError
from pipeline.model import Article, Catalog, Field, Message, Origin, Version
from pipeline.page import Site
from projects import Project, new

SITE = Site("Harbour", "https://harbour.example", locales=("en", "fr"))


def translated(name: str, slug: str = "", locale: str = "fr", **meta: object) -> Version:
    """An article that names its slug, and a version of it with that slug translated."""
    path = f"content/{name}.md"
    fields = {key: Field(value, Origin(path)) for key, value in meta.items()}
    fields["slug"] = Field(name.rpartition("/")[2], Origin(path))
    message = Message(name.rpartition("/")[2], (slug,), "address", origin=Origin("fr.po"))
    catalog = Catalog(locale, messages=(message,) if slug else ())
    return walk.render(Article(name, path, "en", "Text.", meta=fields), locale, catalog)


def test_articles_in_folders_have_their_folders_in_their_names() -> None:
    """Two files of one name in two folders are two articles."""
    one = article.parse(b"Text.", "content/Heart & lungs/Asthma.md", "en", "content")
    assert one.name == "heart-lungs/asthma"
    assert article.parse(b"Text.", "content/asthma.md", "en", "content").name == "asthma"
    assert article.parse(b"Text.", "elsewhere/asthma.md", "en", "content").name == "asthma"


def test_slug_names_the_last_part() -> None:
    """A slug in the front matter stays in its folder."""
    one = article.parse(
        b"---\nslug: wheeze\n---\nText.", "content/lungs/asthma.md", "en", "content"
    )
    assert one.name == "lungs/wheeze"


@pytest.mark.parametrize("path", ["content/tags/a.md", "content/search.md", "content/con/a.md"])
def test_folder_that_is_taken_is_refused(path: str) -> None:
    """What the site has beside its articles is not an article's."""
    with pytest.raises(ArticleError, match="is reserved"):
        article.parse(b"Text.", path, "en", "content")


def test_two_folders_give_two_catalogs_and_two_pages(tmp_path: Path) -> None:
    """Catalogs, templates and pages stand in the folders of their articles."""
    project = Project(tmp_path)
    project.write("pipeline.toml", 'source = "en"\nlocales = ["en", "fr"]\n')
    for folder in ("health", "zoo"):
        project.write(f"content/{folder}/asthma.md", f"About {folder}: take a deep breath now.\n")
    for command in ("extract", "update", "build"):
        assert project.run(command).exit_code == 0
    for folder in ("health", "zoo"):
        assert "deep breath" in project.read(f"locale/fr/LC_MESSAGES/{folder}/asthma.po")
        assert "deep breath" in project.read(f"locale/templates/{folder}/asthma.pot")
        assert f"About {folder}" in project.read(f"build/fr/{folder}/asthma/index.html")


def test_flat_project_with_a_folder_goes_on_with_its_catalog(tmp_path: Path) -> None:
    """An article that moves into a folder takes its translation along."""
    project = new(tmp_path)
    (tmp_path / "content" / "sea").mkdir()
    (tmp_path / "content" / "boats.md").rename(tmp_path / "content" / "sea" / "boats.md")
    assert project.run("update").exit_code == 0
    assert "Bateaux rouges" in project.read("locale/fr/LC_MESSAGES/sea/boats.po")


def test_catalog_in_a_folder_comes_home(tmp_path: Path) -> None:
    """A catalog that was sent out finds its article by its folders."""
    project = Project(tmp_path)
    project.write("pipeline.toml", 'source = "en"\nlocales = ["en", "fr"]\n')
    project.write("content/sea/boats.md", "A red boat.\n")
    assert project.run("update").exit_code == 0
    text = project.read("locale/fr/LC_MESSAGES/sea/boats.po")
    text = text.replace(
        'msgid "A red boat."\nmsgstr ""', 'msgid "A red boat."\nmsgstr "Un bateau rouge."'
    )
    sent = project.write("back/fr/sea/boats.po", text)
    assert project.run("catalog", "import", str(sent)).exit_code == 0
    assert "Un bateau rouge." in project.read("locale/fr/LC_MESSAGES/sea/boats.po")


def test_slug_is_a_message_only_where_the_author_wrote_one() -> None:
    """An address is no text of the page, and is not asked for unless somebody chose it."""
    one = translated("boats")
    assert one.address is not None
    assert one.runs[0].segment.id == "Text."
    plain = walk.extract(Article("boats", "content/boats.md", "en", "Text."))
    assert [segment.id for segment in plain.segments] == ["Text."]


def test_translated_slug_is_the_address_and_the_old_one_leads_there() -> None:
    """Every page that names the version names its own address; the source's leads on."""
    files = site.build(
        [translated("sea/boats", "bateaux", "fr"), translated("sea/boats", "", "en")], SITE
    )
    assert "fr/sea/bateaux/index.html" in files
    english = files["en/sea/boats/index.html"].decode()
    assert 'hreflang="fr" href="https://harbour.example/fr/sea/bateaux/"' in english
    old = files["fr/sea/boats/index.html"].decode()
    assert 'content="0; url=../../../fr/sea/bateaux/"' in old
    assert '<a href="../../../fr/sea/bateaux/" lang="en"' in old
    assert '<link rel="canonical" href="https://harbour.example/fr/sea/bateaux/">' in old


def test_links_between_articles_lead_to_translated_slugs() -> None:
    """No reader takes the way round by the old address."""
    other = replace(translated("oars"), body='<p><a href="boats.md">Boats</a></p>')
    html = site.build([translated("boats", "bateaux"), other], SITE)["fr/oars/index.html"].decode()
    assert '<a href="../../fr/bateaux/">Boats</a>' in html


@pytest.mark.parametrize(
    "slug",
    [
        "../../etc",
        "a/b",
        "con",
        "a b",
        "a%2fb",
        "index",
        "search",
        "\u202ea",
        "x" * 101,
        "息" * 90,
        "..",
    ],
)
def test_unsafe_slug_is_not_used(slug: str) -> None:
    """A translator's slug never leaves the site, and the page stays where it was."""
    files = site.build([translated("boats", slug)], SITE)
    assert "fr/boats/index.html" in files
    assert not any(
        path.startswith(f"fr/{slug}/") and "<article>" in data.decode()
        for path, data in files.items()
    )


def test_slug_of_another_article_is_not_used() -> None:
    """Neither its own slug nor its translated one may be taken; then both stay where they were."""
    files = site.build([translated("boats", "oars"), translated("oars")], SITE)
    assert {"fr/boats/index.html", "fr/oars/index.html"} <= {*files}
    same = [translated("boats", "mer"), translated("oars", "Mer")]
    files = site.build(same, SITE)
    assert {"fr/boats/index.html", "fr/oars/index.html"} <= {*files}
    assert "fr/mer/index.html" not in files


def test_former_addresses_lead_on() -> None:
    """A name leads on in every language, an address from the root to the original."""
    versions = [
        translated("boats", "", tag, aliases=["ships", "/blog/2019/boats.html"])
        for tag in ("en", "fr")
    ]
    files = site.build(versions, SITE)
    assert "url=../../en/boats/" in files["en/ships/index.html"].decode()
    assert "url=../../fr/boats/" in files["fr/ships/index.html"].decode()
    assert "url=../../en/boats/" in files["blog/2019/boats.html"].decode()


def test_former_address_never_replaces_a_page() -> None:
    """A page that is there is not overwritten by one that leads away from it."""
    versions = [translated("boats", aliases=["oars", "/index.htm"]), translated("oars")]
    assert b'http-equiv="refresh"' not in site.build(versions, SITE)["fr/oars/index.html"]


@pytest.mark.parametrize(
    "alias", ["../x", "/../x", "/theme/site.css", "/a//b", "/404.html", "/index.html", "a b"]
)
def test_former_address_that_is_none_is_named_with_its_line(alias: str) -> None:
    """What leads out of the site, or stands in its way, is refused."""
    text = f"---\ntitle: Boats\naliases: ['{alias}']\n---\nText."
    with pytest.raises(ArticleError, match=r"content/boats.md:3: the former address"):
        article.parse(text.encode(), "content/boats.md", "en", "content")


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_address_leaves_the_site(slug: str, alias: str) -> None:
    """Whatever a translator or an author writes, every file of the site lies inside of it."""
    aliases = [alias] if not addresses.alias_refusal(alias) else []
    files = site.build([translated("boats", slug, aliases=aliases, tags=[slug, alias])], SITE)
    for path in files:
        assert not path.startswith("/")
        assert posixpath.normpath(path) == path
        assert not re.search(r"[\0-\x1f\\\\:]", path)


def test_tags_that_differ_by_a_sign_have_pages_of_their_own() -> None:
    """An article about C# is not listed under C++, and the page of C is not theirs."""
    assert len({addresses.tag(text) for text in ("C", "C++", "C#", "F#", "f", "A+", "a")}) == 7
    assert addresses.tag("#health") == "health"


@given(st.text(max_size=20))
def test_tag_has_an_address(text: str) -> None:
    """A tag in any script, or of signs alone, has a page."""
    if text.strip():
        assert addresses.refusal(f"x/{addresses.tag(text)}") == ""


def test_check_names_the_line_of_a_slug_that_cannot_be(tmp_path: Path) -> None:
    """The translator is told in the catalog, and the version is held."""
    project = new(tmp_path)
    text = project.read("content/boats.md").replace("---\ntitle", "---\nslug: boats\ntitle", 1)
    project.write("content/boats.md", text)
    assert project.run("update").exit_code == 0
    project.translate("boats", {"boats": "les bateaux"})
    result = project.run("check")
    assert result.exit_code == 1
    assert re.search(
        r"boats\.po:\d+:\d+: error site/address: .fr/les bateaux. cannot be an address",
        result.stdout,
    )
    assert project.read("content/boats.md") == text
