"""Hostile inputs go through the real pipeline, and what comes out is opened in a real browser."""

from __future__ import annotations

import contextlib
import html
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import articles, catalogs, files, front_matter, names
from hostile_scene import Scene, watched

from pipeline import article as reader
from pipeline import browser, check, po, walk
from pipeline.browser import Chromium, chromium
from pipeline.check import Subjects
from pipeline.deadline import deadline
from pipeline.errors import PipelineError
from pipeline.model import Catalog, Version

SIDE_BY_SIDE = 20
"""So many pages are open at once: one navigation costs more than twenty frames."""

in_a_browser = pytest.mark.skipif(
    chromium.executable() is None, reason="no Chromium is found (Debian: apt install chromium)"
)


@pytest.fixture(scope="module")
def opened() -> Iterator[Chromium]:
    with browser.opened() as found:
        yield found


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def open_all(opened: Chromium, site: dict[str, bytes], pages: list[str]) -> dict[str, list[str]]:
    """Open *pages* with and without their policy; give what was wrong with each."""
    found = {}
    for policy in (True, False):
        with watched(opened, site, policy=policy) as tab:
            for start in range(0, len(pages), SIDE_BY_SIDE):
                for name, wrong in tab.visit(*pages[start : start + SIDE_BY_SIDE]).items():
                    found[f"{name} (policy: {policy})"] = wrong
    return found


# Articles


def rendered(body: str) -> Version:
    one = reader.parse(f"Before.\n\n{body}\n".encode(), "content/a.md", "en")
    return walk.render(one, "en", Catalog("en"))


def errors(version: Version) -> list[str]:
    subjects = Subjects(removed=version.removed, runs=version.runs, article=version.article)
    split = check.check(subjects, "a", "en", {})
    return [one.message for one in split.findings if one.level == "error"]


@pytest.mark.parametrize("name", articles.HARMFUL)
def test_what_is_taken_out_of_an_article_is_an_error(name: str) -> None:
    """The author hears at the article's line what could have run, in words."""
    version = rendered(articles.HARMFUL[name])
    found = errors(version)
    assert found
    assert all(" is taken out: " in one for one in found)
    assert all(one.line <= 9 for one in version.removed)


def test_removals_are_at_their_lines() -> None:
    """Also in a raw block, whose tags bear no stamps, and whatever capitals somebody wrote."""
    version = rendered(
        'One <b onclick="x()">b</b>.\n\n<div>\n<p>Two.</p>\n<ScRiPt>x()</sCrIpT>\n</div>'
    )
    subjects = Subjects(removed=version.removed, runs=version.runs, article=version.article)
    places = [one.place for one in check.check(subjects, "a", "en", {}).findings]
    assert [(one.line, one.column) for one in places] == [(3, 8), (7, 1)]


@pytest.mark.parametrize("name", articles.SHOWN_AS_TEXT)
def test_what_is_only_text_is_no_error(name: str) -> None:
    """Code, and what no browser would take for a tag, raises nothing."""
    assert errors(rendered(articles.SHOWN_AS_TEXT[name])) == []


@in_a_browser
@pytest.mark.parametrize("group", articles.GROUPS)
def test_nothing_in_articles_runs(opened: Chromium, scene: Scene, group: str) -> None:
    """Every article's page stays where it is and asks for nothing, also where its policy is lost."""
    bodies = {f"{group}-{name}": body for name, body in articles.GROUPS[group].items()}
    for name, body in bodies.items():
        title = f"---\ntitle: Boats {name}\ndate: 2026-01-01\n---\n\n"
        scene.write(f"content/{name}.md", f"{title}Before.\n\n{body}\n\n## After\n")
    scene.write(
        "pipeline.toml", scene.root.joinpath("pipeline.toml").read_text().replace(', "fr"', "")
    )
    scene.run("build", codes=(0,))
    site = scene.site()
    pages = [f"en/{name}/index.html" for name in bodies]
    assert {*pages} <= {*site}
    assert open_all(opened, site, [*pages, "en/index.html", "en/search/index.html"]) == {}


@pytest.mark.parametrize("name", articles.FLOODS)
def test_flood_is_refused(name: str) -> None:
    """What a parser would need hours for is refused with its line."""
    with (
        deadline(20, "flood"),
        pytest.raises(PipelineError, match=r"^content/a\.md:\d*:? ") as caught,
    ):
        rendered(articles.FLOODS[name])
    assert "takes more than" not in str(caught.value)


def test_every_page_has_its_policy(scene: Scene) -> None:
    """Lists, the search, the start page, the page for what is missing, the pages that lead on: no script but ours."""
    fields = "---\ntitle: Boats\nslug: boats\ntags: [red]\naliases: [old, /older.html]\n---\n\n"
    scene.write("content/boats.md", f"{fields}A boat.\n")
    scene.write(
        "locale/fr/LC_MESSAGES/boats.po",
        catalogs.HEAD + catalogs.entry("boats", "bateaux", "address"),
    )
    scene.run("build", codes=(0,))
    pages = {name: data.decode() for name, data in scene.site().items() if name.endswith(".html")}
    assert {"404.html", "older.html", "en/old/index.html", "fr/boats/index.html"} <= {*pages}
    scripts = {}
    for name, text in pages.items():
        (policy,) = re.findall(
            r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text
        )
        assert text.index("Content-Security-Policy") < text.index("<title")
        parts = dict(part.partition(" ")[::2] for part in html.unescape(policy).split("; "))
        assert (parts["default-src"], parts["base-uri"]) == ("'none'", "'none'")
        assert "unsafe" not in policy
        scripts[name] = parts.get("script-src", "")
    assert {name for name, own in scripts.items() if own == "'self'"} == {
        "en/search/index.html",
        "fr/search/index.html",
    }
    assert [name for name, own in scripts.items() if own.startswith("'sha256-")] == ["index.html"]
    assert len([own for own in scripts.values() if own]) == 3


# Catalogs


def translated(source: str, translation: str) -> Version:
    body = catalogs.RAW if f'"{source}"' in catalogs.RAW else source
    one = reader.parse(f"{body}\n".encode(), "content/a.md", "en")
    data = catalogs.HEAD + catalogs.entry(source.partition("\n\n")[0], translation)
    return walk.render(one, "fr", po.load(data.encode(), "fr.po"))


@pytest.mark.parametrize("name", catalogs.REFUSED)
def test_translation_beyond_its_source_is_refused(name: str) -> None:
    """It is not shown, and an error at the catalog's line says why; or the catalog is refused with its line."""
    if name in catalogs.UNREADABLE:
        with pytest.raises(PipelineError, match=r"fr\.po:\d+: "):
            translated(*catalogs.REFUSED[name])
        return
    version = translated(*catalogs.REFUSED[name])
    run = version.runs[0]
    assert run.state == "refused"
    assert run.text == run.segment.id
    found = check.check(Subjects(runs=version.runs, locale="fr", source="en"), "a", "fr", {})
    told = [one for one in found.findings if one.level == "error"]
    assert told
    assert {one.place.path for one in told} == {"fr.po"}
    assert min(one.place.line for one in told) >= 6


@pytest.mark.parametrize("name", catalogs.SHOWN)
def test_shown_translation_adds_no_tag_and_no_attribute(name: str) -> None:
    """What is shown has the tags and attributes of its source; a language may be named."""
    shown = translated(*catalogs.SHOWN[name])
    source = walk.render(shown.article, "en", Catalog("en"))
    assert skeleton(shown.body) == skeleton(source.body)


def skeleton(body: str) -> list[tuple[str, list[str]]]:
    """Give each tag with the names of its attributes."""
    found = re.findall(r'<(/?[a-z0-9]+)((?: [^\s=]+="[^"]*")*)>', body)
    names = [(tag, sorted(re.findall(r' ([^\s=]+)="', rest))) for tag, rest in found]
    return [(tag, [one for one in rest if one not in ("lang", "dir")]) for tag, rest in names]


@in_a_browser
def test_nothing_in_catalogs_runs(opened: Chromium, scene: Scene) -> None:
    """Neither on the pages, nor where titles, summaries, tags and addresses are listed, fed and searched."""
    pairs = catalogs.REFUSED | catalogs.SHOWN
    for name, (source, string) in pairs.items():
        body = catalogs.RAW if f'"{source}"' in catalogs.RAW else source
        scene.write(f"content/{name}.md", f"{body}\n")
        scene.write(
            f"locale/fr/LC_MESSAGES/{name}.po",
            catalogs.HEAD + catalogs.entry(source.partition("\n\n")[0], string),
        )
    site_words = catalogs.HEAD
    for number, (name, (source, string)) in enumerate(catalogs.FIELDS.items()):
        tag = f"red boats {number}"
        scene.write(
            f"content/{name}.md",
            f"---\ntitle: Title of boats\ndescription: About boats\nslug: boats-{number}\n"
            f"date: 2026-01-02\ntags: [{tag}]\n---\n\nA boat.\n",
        )
        known = f"boats-{number}" if source == "boats" else source
        context = "address" if source == "boats" else ""
        if source == "red boats":
            site_words += catalogs.entry(tag, string, "tag")
        else:
            head = catalogs.HEAD + catalogs.entry(known, string, context)
            scene.write(f"locale/fr/LC_MESSAGES/boats-{number}.po", head)
    scene.write("locale/fr/LC_MESSAGES/site.po", site_words)
    scene.run("build")
    site = scene.site()
    pages = [name for name in site if name.startswith("fr/") and name.endswith(".html")]
    assert len(pages) > 80
    assert open_all(opened, site, pages) == {}
    with watched(opened, site) as tab:
        assert tab.visit("fr/search/index.html?q=script") == {}
    for name in ("fr/feed.xml", "sitemap.xml"):
        parsed(site[name])


@pytest.mark.parametrize("name", catalogs.FILES)
def test_catalog_that_lies_is_read_or_refused(scene: Scene, name: str) -> None:
    """It costs little, is refused with its line or read, and stays as it is."""
    scene.write("content/boats.md", f"{catalogs.PLAIN}\n")
    path = scene.write("locale/fr/LC_MESSAGES/boats.po", catalogs.FILES[name])
    said = scene.run("build")
    site = scene.site()
    assert b"alert(1)<" not in site["en/boats/index.html"]
    page = site.get("fr/boats/index.html", b"")
    assert b"<img src=x" not in page
    assert b"<script>alert" not in page
    assert page or "locale/fr/LC_MESSAGES/boats.po" in said
    assert path.read_bytes() == catalogs.FILES[name]


# Front matter


@pytest.mark.parametrize("name", front_matter.REFUSED)
def test_front_matter_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    """One line names the file; nothing is built of it, no object is made, nothing grows."""
    data = f"---\n{front_matter.REFUSED[name]}\n---\n\nText.\n".encode()
    with pytest.raises(PipelineError) as caught, contextlib.chdir(tmp_path):
        reader.parse(data, "content/a.md", "en", "content")
    assert str(caught.value).startswith("content/a.md:")
    assert not list(tmp_path.iterdir())


@in_a_browser
def test_nothing_in_front_matter_runs(opened: Chromium, scene: Scene) -> None:
    """Titles, summaries, tags and dates are values: in heads, lists, feeds, the search and JSON-LD."""
    for name, fields in front_matter.READ.items():
        title = "" if name.startswith("title") else f"title: Boats {name}\n"
        # Feeds have what has a date, and the newest first.
        day = "" if "date:" in fields else "date: 2026-11-23\n"
        scene.write(f"content/{name}.md", f"---\n{title}{day}{fields}\n---\n\nA boat.\n")
    scene.run("extract")
    scene.run("update")
    scene.run("build")
    site = scene.site()
    pages = [name for name in site if name.startswith("en/") and name.endswith(".html")]
    some = [name for name in pages if not re.search(r"/tags/t\d+/", name)]
    assert open_all(opened, site, [*some, "index.html", "404.html"]) == {}
    for name in ("en/feed.xml", "sitemap.xml"):
        parsed(site[name])
    for name in some:
        for block in re.findall(rb'<script type="application/ld\+json">(.*?)</script>', site[name]):
            assert json.loads(block)["@type"] == "Article"


def parsed(data: bytes) -> None:
    """Fail where a feed or a list for search engines is no XML."""
    from lxml import etree

    etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


# Names and places


def test_names_lead_nowhere(scene: Scene) -> None:
    """No name of an article leaves the site, drives a terminal, or is another's address."""
    for name in names.ARTICLES.values():
        with contextlib.suppress(OSError, ValueError):
            path = Path(os.fsencode(scene.root / "content").decode()) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            # With a finding, so that the name is told.
            path.write_text("A boat.\n\n<script>x()</script>\n", encoding="utf-8")
    said = "".join(scene.run(command) for command in ("extract", "update", "build", "check"))
    assert 'content/twin.md: the slug "twin" is also that of content/Twin.md' in said
    site = scene.site()
    assert "en/good/index.html" in site
    for name in site:
        assert re.fullmatch(r"[\w./-]+", name), name
    assert len({name.casefold() for name in site}) == len(site)


def test_articles_publish_nothing_but_their_own(scene: Scene) -> None:
    """Neither as a picture nor by a link: not what is outside, hidden, reached by a link, or no file."""
    content = scene.root / "content"
    (content / "link-to-file.txt").symlink_to(scene.folder / "outside" / "secret.txt")
    (content / "link-to-hidden.txt").symlink_to(scene.root / ".env")
    (content / "link-to-folder").symlink_to(scene.folder / "outside")
    (content / "link-to-settings.toml").symlink_to(scene.root / "pipeline.toml")
    (content / "link-round").symlink_to(content)
    (content / "linked.md").symlink_to(scene.folder / "outside" / "secret.md")
    (content / "linked-hidden.md").symlink_to(scene.root / ".env")
    os.mkfifo(content / "pipe.txt")
    os.mkfifo(content / "pipe.md")
    scene.write("content/images/a.png", b"\x89PNG")
    lines = [f"- ![A]({one}) [b]({one})" for one in names.TARGETS if len(one) < 2000]
    raw = [f'<p><img src="{one}" alt="A"><a href="{one}">b</a></p>' for one in names.TARGETS]
    scene.write("content/places.md", "\n".join(lines) + "\n")
    scene.write("content/raw.md", "\n\n".join(raw) + "\n")
    scene.write("content/well.md", "![A](images/a.png)\n")
    for command in ("build", "check", "publish"):
        scene.run(command)
    site = scene.site()
    assert [name for name in site if name.startswith("assets/")] == ["assets/images/a.png"]


def test_theme_publishes_nothing_from_outside(scene: Scene) -> None:
    """A file of the theme that is a link out is named, and nothing is published."""
    theme = scene.root / "theme"
    theme.mkdir()
    for name, target in {
        "a.css": scene.folder / "outside" / "secret.txt",
        "b.css": scene.root / ".env",
        "base.html": Path("/etc/passwd"),
    }.items():
        (theme / name).symlink_to(target)
        assert f"theme/{name}: a link " in scene.run("build", codes=(2,))
        (theme / name).unlink()


def test_output_folder_that_is_a_link_is_not_followed(scene: Scene) -> None:
    """What a link in the place of the site's folder leads to stays as it is."""
    for name in ("build", "public", "locale"):
        (scene.root / name).symlink_to(scene.folder / "outside")
    for command in ("extract", "update", "build", "publish"):
        scene.run(command)


@in_a_browser
def test_files_that_could_run_are_not_published(opened: Chromium, scene: Scene) -> None:
    """A drawing with a script, and a page under another ending, are named and left out."""
    good = b'<svg xmlns="http://www.w3.org/2000/svg"><path fill="url(#a)" d="M0 0"/></svg>'
    for name, data in (names.PICTURES | {"good.svg": good}).items():
        scene.write(f"content/images/{name}", data)
    body = "\n\n".join(
        f"![A]({one}) [b]({one})" for one in (f"images/{n}" for n in (*names.PICTURES, "good.svg"))
    )
    scene.write("content/drawings.md", f"{body}\n")
    said = scene.run("build", codes=(2,))
    site = scene.site()
    assert [name for name in site if name.startswith("assets/")] == ["assets/images/good.svg"]
    for name in names.PICTURES:
        assert f"content/images/{name}: is not published: " in said
    assert open_all(opened, site, ["en/drawings/index.html"]) == {}


# What else is read


@pytest.mark.parametrize("name", files.VALE)
def test_hostile_style_is_stopped(scene: Scene, name: str) -> None:
    """A check of a style package that never ends is switched off; what is no check is named."""
    scene.write("content/good.md", f"{files.SLOW}\n")
    scene.write("styles/House/Check.yml", files.VALE[name])
    scene.write(
        "pipeline.toml",
        scene.root.joinpath("pipeline.toml").read_text() + '[style]\nvale = ["styles/House"]\n',
    )
    said = scene.run("check", "--locale", "en")
    assert ("switched off for this page" in said) is (name in files.NEVER_ENDING)


@pytest.mark.parametrize("name", files.TERMS)
def test_hostile_terms_are_stopped(scene: Scene, name: str) -> None:
    """So are patterns among a project's terms."""
    scene.write("content/good.md", f"{files.SLOW}\n")
    scene.write("terms.toml", files.TERMS[name])
    scene.write(
        "pipeline.toml",
        scene.root.joinpath("pipeline.toml").read_text() + '[style]\nterms = "terms.toml"\n',
    )
    said = scene.run("check", "--locale", "en")
    assert ("takes too long" in said) is (name in files.NEVER_ENDING)


@pytest.mark.parametrize("name", files.WORDS)
def test_hostile_word_list_is_read_or_refused(scene: Scene, name: str) -> None:
    """A list of words is words: no path, no pattern."""
    scene.write("words.txt", files.WORDS[name])
    scene.write(
        "pipeline.toml",
        scene.root.joinpath("pipeline.toml").read_text() + 'words = ["words.txt"]\n',
    )
    scene.run("check", "--locale", "en")


@pytest.mark.parametrize("name", files.SETTINGS)
def test_hostile_settings_read_and_write_nothing_outside(scene: Scene, name: str) -> None:
    """What a project asks for stays in its folder."""
    settings = scene.root.joinpath("pipeline.toml").read_text()
    own = files.SETTINGS[name]
    key = own.partition(" ")[0]
    scene.write(
        "pipeline.toml", re.sub(rf"(?m)^{re.escape(key)} = .*\n", "", settings) + f"{own}\n"
    )
    for command in ("extract", "check", "build"):
        scene.run(command)
    for path in scene.root.rglob("*.html"):
        assert "alert(1)</script" not in path.read_text(encoding="utf-8")
    assert (scene.root / "content/good.md").exists()


@pytest.mark.parametrize("name", files.EXCHANGE)
def test_hostile_exchange_is_read_or_refused(scene: Scene, name: str) -> None:
    """Nothing expands, is fetched, or reaches a page that a translation could not reach."""
    scene.write("content/boats.md", f"{catalogs.PLAIN}\n")
    scene.run("update")
    path = scene.write(f"inbox/{name}", files.EXCHANGE[name])
    scene.run("catalog", "import", str(path))
    scene.run("build")
    page = scene.site()["fr/boats/index.html"]
    for harm in (b"<script>alert", b"<img src=x", b"javascript:", b"\x02"):
        assert harm not in page


@in_a_browser
def test_nothing_in_saved_pages_runs(opened: Chromium, scene: Scene) -> None:
    """What is imported is an article like any other."""
    for name, data in files.SAVED.items():
        path = scene.write(f"inbox/{name}", data.replace(b"<title>One", f"<title>{name} ".encode()))
        scene.run("import", str(path), "--force")
    scene.run("build")
    site = scene.site()
    pages = [name for name in site if name.startswith("en/") and name.endswith(".html")]
    assert len(pages) > 5
    assert open_all(opened, site, pages) == {}
