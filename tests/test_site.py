"""The published versions become a site in which every link has its page."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import interface, site
from pipeline.model import Article, Field, Origin, Run, Segment, Version
from pipeline.page import Site

SITE = Site("Harbour", locales=("en", "fr", "ar"))
LOCALES = ("ar", "en", "fr")
OF_LOCALE = (
    "boats/index.html",
    "index.html",
    "search/0.json",
    "search/index.html",
    "search/index.json",
)


def version(name: str, locale: str, day: date | None = None, body: str = "<p>T.</p>") -> Version:
    path = f"content/{name}.md"
    meta = {"date": Field(day, Origin(path))} if day else {}
    title = Segment(f"About {name}", "title", Origin(path))
    run = Run(title, title.id, "en", "source" if locale == "en" else "missing", title.origin)
    return Version(Article(name, path, "en", "", meta=meta), locale, (run,), body)


VERSIONS = st.sets(
    st.tuples(st.sampled_from(["boats", "oars", "船"]), st.sampled_from(LOCALES)), min_size=1
)


def text(files: dict[str, bytes], path: str) -> str:
    return files[path].decode()


def test_site_has_pages_indexes_a_start_page_and_styles() -> None:
    """Each version has its folder, each locale its index."""
    files = site.build([version("boats", "en"), version("boats", "fr")], SITE)
    assert set(files) == {
        *(f"{tag}/{name}" for tag in ("en", "fr") for name in OF_LOCALE),
        "404.html",
        "index.html",
        "robots.txt",
        "theme/search.js",
        "theme/site.css",
    }


@given(VERSIONS, st.sampled_from(["", "https://example.org"]))
def test_every_link_has_its_page(chosen: set[tuple[str, str]], url: str) -> None:
    """Whatever is published, no switcher, index or alternate leads to a page that is not there."""
    body = '<p><a href="oars.md">Oars</a></p>'
    versions = [version(name, locale, body=body) for name, locale in sorted(chosen)]
    files = site.build(versions, replace(SITE, url=url))
    for path, data in files.items():
        for address in re.findall(r'href="([^"#:]+)"', data.decode()):
            if path.endswith(".html") and address != "oars.md":
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
                target = unquote(target).lstrip("/")
                assert target in files or posixpath.normpath(f"{target}/index.html") in files


@given(VERSIONS)
def test_alternates_are_mutual(chosen: set[tuple[str, str]]) -> None:
    """Each page names all versions of its article, itself too, and each of them names it."""
    versions = [version(name, locale) for name, locale in sorted(chosen)]
    files = site.build(versions, replace(SITE, url="https://example.org"))
    for name, locale in chosen:
        html = text(files, f"{locale}/{name}/index.html")
        named = set(re.findall(r'rel="alternate" hreflang="([\w-]+)"', html)) - {"x-default"}
        assert named == {other for article, other in chosen if article == name}


def test_same_bytes_in_any_order() -> None:
    """The order in which versions are finished leaves no trace."""
    versions = [version(name, locale) for name in ("oars", "boats") for locale in LOCALES]
    forth, back = site.build(versions, SITE), site.build(versions[::-1], SITE)
    assert list(forth.items()) == list(back.items())


def test_pages_are_published_without_stamps() -> None:
    """The lines of the source are the checks' business."""
    files = site.build([version("boats", "en", body='<p data-line="4">T.</p>')], SITE)
    assert "data-line" not in text(files, "en/boats/index.html")


def test_index_lists_the_newest_first_and_the_undated_last() -> None:
    """Readers see what is new, in an order that never depends on chance."""
    versions = [
        version("undated", "en"),
        version("old", "en", date(2024, 1, 2)),
        version("b-new", "en", date(2025, 1, 2)),
        version("a-new", "en", date(2025, 1, 2)),
    ]
    html = text(site.build(versions, SITE), "en/index.html")
    assert re.findall(r'<h2><a href="\.\./en/([\w-]+)/', html) == [
        "a-new",
        "b-new",
        "old",
        "undated",
    ]


def test_index_marks_titles_that_are_not_translated() -> None:
    """An English title in a French list says so."""
    html = text(site.build([version("boats", "fr")], SITE), "fr/index.html")
    assert '<a href="../fr/boats/index.html" lang="en" dir="ltr">About boats</a>' in html


def test_languages_stand_in_the_order_of_the_site() -> None:
    """The project's order holds, and a locale that it does not list comes last."""
    versions = [version("boats", locale) for locale in ("de", "ar", "fr", "en")]
    assert site.table(versions, SITE)["content/boats.md"].locales == ("en", "fr", "ar", "de")


def test_default_is_the_original_or_else_the_first() -> None:
    """Readers of no listed language get the original, where it is published."""
    published = site.table([version("boats", "fr"), version("boats", "ar")], SITE)
    assert published["content/boats.md"].default == "fr"


def test_sitemap_needs_an_address() -> None:
    """A sitemap lists absolute addresses, so a site without one has none."""
    versions = [version("船", "en")]
    assert "sitemap.xml" not in site.build(versions, SITE)
    xml = text(site.build(versions, replace(SITE, url="https://a.example/?a&b")), "sitemap.xml")
    assert "<loc>https://a.example/?a&amp;b/en/%E8%88%B9/</loc>" in xml


def test_no_versions_give_no_pages() -> None:
    """A site of held versions is empty but for its theme."""
    assert list(site.build([], SITE)) == ["theme/search.js", "theme/site.css"]


def test_files_of_articles_are_named_once() -> None:
    """Every file that a version shows is copied, once for all its languages."""
    body = '<p><img alt="a" src="images/a.svg"><img alt="" src="https://a.example/b.svg"></p>'
    versions = [version("boats", "en", body=body), version("boats", "fr", body=body)]
    assert site.assets(versions, SITE) == (("assets/images/a.svg", "content/images/a.svg"),)


@pytest.mark.parametrize("locale", LOCALES)
def test_project_s_own_words_are_used(locale: str) -> None:
    """A project may word its interface itself."""
    words = {locale: interface.Words(locale, {"Articles": "Everything & all"})}
    files = site.build([version("boats", locale)], SITE, words)
    assert "<h1>Everything &amp; all</h1>" in text(files, f"{locale}/index.html")
