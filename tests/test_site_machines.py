"""What programs read of a site: the sitemap, the feeds, what pages say of themselves, their policy."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from pipeline import interface, page, site
from pipeline.interface import Words
from pipeline.model import Article, Field, Origin, Run, Segment, Version
from pipeline.page import Site
from pipeline.site import sitemap

URL = "https://harbour.example/sea"
SITE = Site("Harbour & Co", URL, locales=("en", "fr", "ar"))
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
TRICKY = 'Boats </script><script>alert(1)</script> & "oars" <!-- \u2028'


def version(
    name: str = "boats",
    locale: str = "en",
    title: str = "",
    body: str = "<p>T.</p>",
    **meta: object,
) -> Version:
    path = f"content/{name}.md"
    fields = {key: Field(value, Origin(path)) for key, value in meta.items()}
    runs = tuple(
        Run(Segment(text, kind, Origin(path)), text, "en", "source", Origin(path))
        for kind, text in (("title", title or f"About {name}"), ("description", f"All of {name}."))
    )
    return Version(Article(name, path, "en", "", meta=fields), locale, runs, body)


def built(*versions: Version, where: Site = SITE, **words: Words) -> dict[str, str]:
    return {path: data.decode() for path, data in site.build(versions, where, words).items()}


def test_sitemap_names_the_versions_of_each_page_mutually() -> None:
    """Each address is listed once, and each version names all, itself and the default included."""
    files = built(version(), version(locale="fr"), version("oars", tags=["tides"]))
    tree = etree.fromstring(files["sitemap.xml"].encode())
    named = {
        url.findtext("s:loc", namespaces=MAP): {
            link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", MAP)
        }
        for url in tree
    }
    assert len(named) == len(tree)
    assert named[f"{URL}/fr/boats/"] == {
        "en": f"{URL}/en/boats/",
        "fr": f"{URL}/fr/boats/",
        "x-default": f"{URL}/en/boats/",
    }
    for address, others in named.items():
        assert address in others.values()
        assert all(named[other] == others for other in others.values())
    assert f"{URL}/en/tags/tides/" in named
    assert not any("search" in address or "404" in address for address in named)


def test_long_sitemap_is_split() -> None:
    """No file has more addresses than search engines read; an index names the files."""
    versions = [version(f"boat{number}") for number in range(7)]
    published = site.table(versions, SITE)
    cards = {"en": [page.card(one) for one in versions]}
    files = sitemap.build(published, cards, SITE, largest=3)
    assert sorted(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert [files[name].count("<loc>") for name in sorted(files)] == [3, 3, 3, 3]
    assert f"<loc>{URL}/sitemap-3.xml</loc>" in files["sitemap.xml"]


def test_robots_name_the_sitemap() -> None:
    """Crawlers are let in, and told where the list is."""
    assert f"Sitemap: {URL}/sitemap.xml" in built(version())["robots.txt"]
    assert "Sitemap" not in built(version(), where=replace(SITE, url=""))["robots.txt"]


def test_feed_has_what_atom_asks_for() -> None:
    """Ids, titles, dates and an author; the newest first, and only what has a date."""
    files = built(
        version("old", date=date(2024, 1, 2)),
        version("new", date=date(2025, 3, 4), title=TRICKY),
        version("undated"),
    )
    feed = etree.fromstring(files["en/feed.xml"].encode())
    for node in (feed, *feed.iterfind("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert node.findtext(f"a:{name}", namespaces=ATOM)
    assert feed.findtext("a:updated", namespaces=ATOM) == "2025-03-04T00:00:00Z"
    assert feed.findtext("a:author/a:name", namespaces=ATOM) == "Harbour & Co"
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in feed.iterfind("a:entry", ATOM)]
    assert ids == [f"{URL}/en/new/", f"{URL}/en/old/"]
    assert feed.findtext("a:entry/a:title", namespaces=ATOM) == TRICKY
    assert (
        f'type="application/atom+xml" title="Harbour &amp; Co" href="{URL}/en/feed.xml"'
        in files["en/index.html"]
    )


def test_no_feed_without_dates_or_address() -> None:
    """A feed must say when; no clock is asked instead."""
    assert "en/feed.xml" not in built(version())
    assert "en/feed.xml" not in built(version(date=date(2025, 1, 2)), where=replace(SITE, url=""))
    assert "atom+xml" not in built(version())["en/index.html"]


def test_tags_have_pages_in_each_language() -> None:
    """A tag is called and addressed as the locale says, and its pages name each other."""
    french = Words("fr", {}, {"tides": "marées & vents"})
    files = built(version(tags=["tides"]), version(locale="fr", tags=["tides"]), fr=french)
    html = files["fr/tags/marées-vents/index.html"]
    assert "<h1>marées &amp; vents</h1>" in html
    assert f'hreflang="en" href="{URL}/en/tags/tides/"' in html
    assert (
        f'hreflang="fr" href="{URL}/fr/tags/mar%C3%A9es-vents/"'
        in files["en/tags/tides/index.html"]
    )
    assert 'rel="tag">marées &amp; vents</a>' in files["fr/boats/index.html"]
    assert 'rel="tag">tides</a>' in files["en/boats/index.html"]


def test_untranslated_tag_is_marked() -> None:
    """An English tag on a French page says that it is English."""
    html = built(version(locale="fr", tags="tides, winds"))["fr/boats/index.html"]
    assert html.count('rel="tag" lang="en" dir="ltr"') == 2


def test_tags_are_asked_for_in_their_own_context() -> None:
    """What articles are listed under is a message of the site, with the files that have it."""
    messages = interface.tags([("tides", "b.md"), ("winds", "a.md"), ("tides", "a.md")])
    assert [(one.key, one.locations) for one in messages] == [
        (("tag", "tides"), ("a.md", "b.md")),
        (("tag", "winds"), ("a.md",)),
    ]


def described(html: str) -> dict[str, object]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert len(found) == 1
    said: dict[str, object] = json.loads(found[0])
    return said


def test_page_says_its_language_and_original_to_search_engines() -> None:
    """A translation names its original, the original its translations."""
    files = built(version(), version(locale="fr"), version(locale="ar"))
    french = described(files["fr/boats/index.html"])
    assert french["inLanguage"] == "fr"
    assert french["translationOfWork"] == {
        "@type": "Article",
        "@id": f"{URL}/en/boats/",
        "inLanguage": "en",
    }
    english = described(files["en/boats/index.html"])
    works = english["workTranslation"]
    assert isinstance(works, list)
    assert [one["inLanguage"] for one in works] == ["fr", "ar"]


def test_nothing_an_article_says_ends_the_script() -> None:
    """JSON-LD is data, whatever a title holds."""
    html = built(version(title=TRICKY, tags=["</script>"]))["en/boats/index.html"]
    assert html.count("<script") == html.count("</script>") == 1
    assert described(html)["headline"] == TRICKY


def test_page_is_described_where_it_is_shared() -> None:
    """Title, language with its territory, other languages, address and first picture that can be shown."""
    body = '<p><img alt="a" src="a.svg"><img alt="b" src="images/b.png"></p>'
    html = built(version(body=body), version(locale="fr", body=body))["fr/boats/index.html"]
    found = dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', html))
    assert found["og:title"] == "About boats"
    assert found["og:locale"] == "fr_FR"
    assert found["og:locale:alternate"] == "en_US"
    assert found["og:url"] == f"{URL}/fr/boats/"
    assert found["og:image"] == f"{URL}/assets/images/b.png"


def policies(html: str) -> dict[str, str]:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert found
    parts = found[1].replace("&#39;", "'").split("; ")
    return {name: value for name, _, value in (part.partition(" ") for part in parts)}


def test_every_page_has_a_policy_and_only_two_have_scripts() -> None:
    """Nothing runs on an article's page; the search runs its own file, the start page its own lines."""
    files = built(version(tags=["tides"], aliases=["ships"]))
    pages = {path: html for path, html in files.items() if path.endswith(".html")}
    with_script = set()
    for path, html in pages.items():
        policy = policies(html)
        assert policy["default-src"] == "'none'"
        assert policy["base-uri"] == "'none'"
        assert "unsafe" not in str(policy)
        if "script-src" in policy:
            with_script.add(path)
        else:
            assert not re.search(r"<script(?! type=\"application/ld)", html)
    assert with_script == {"en/search/index.html", "index.html"}
    assert policies(pages["index.html"])["script-src"].startswith("'sha256-")


def test_alignment_of_columns_needs_no_style() -> None:
    """The policy lets no style in, and tables stay aligned."""
    body = '<table><tr data-line="3"><th style="text-align: right;">A</th><td data-line="4" style="text-align:center">b</td></tr></table>'
    html = built(version(body=body))["en/boats/index.html"]
    assert '<th data-align="right">A</th><td data-align="center">b</td>' in html
    assert "style=" not in html.partition("<body>")[2]


def test_missing_page_speaks_every_language_and_knows_the_root() -> None:
    """It may be shown under any address, so that it names its links from the root on."""
    html = built(version(), version(locale="fr"))["404.html"]
    assert "Cette page n’existe pas" in html
    assert 'href="/sea/fr/"' in html
    assert 'href="/sea/theme/site.css"' in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("url", ["", URL])
def test_same_bytes_in_any_order_with_all_parts(url: str) -> None:
    """Feeds, tags, sitemaps, search and pages that lead on do not depend on the order either."""
    versions = [
        version(name, locale, date=date(2025, 1, 2), tags=["b", "a", "B"], aliases=[f"{name}-old"])
        for name in ("oars", "boats", "sails")
        for locale in ("fr", "en", "ar")
    ]
    where = replace(SITE, url=url)
    forth, back = built(*versions, where=where), built(*versions[::-1], where=where)
    assert list(forth.items()) == list(back.items())
