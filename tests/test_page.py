"""A version becomes a whole page, in its own language, that leads to its other versions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import check, dom, interface, links, page, visible
from pipeline.identifier import Identifier
from pipeline.model import Article, Field, Origin, Run, Segment, State, Version
from pipeline.page import Published, Site, Tag, Text

PLACE = Origin("content/boats.md")
SITE = Site("Harbour", source="en")
HOSTED = replace(SITE, url="https://example.org/harbour/")
BOATS = {"content/boats.md": Published("boats", "en", ("en", "fr", "ar"))}


def run(kind: str, text: str, locale: str = "en", state: State = "source") -> Run:
    return Run(Segment(text, kind, PLACE), text, locale, state, PLACE)


def version(*runs: Run, locale: str = "en", body: str = "<p>Text.</p>", **meta: object) -> Version:
    fields = {key: Field(value, PLACE) for key, value in meta.items()}
    article = Article("boats", "content/boats.md", "en", "", meta=fields)
    return Version(article, locale, runs, body)


def render(shown: Version, site: Site = SITE, **published: Published) -> str:
    words = interface.words(shown.locale, interface.builtin(shown.locale))
    table = BOATS | {f"content/{name}.md": other for name, other in published.items()}
    return page.render(shown, site, table, words)


def test_page_names_its_language_and_direction() -> None:
    """An Arabic page is Arabic from its first tag, and runs from right to left."""
    assert render(version(locale="ar")).startswith('<!doctype html>\n<html lang="ar" dir="rtl">')


def test_title_is_escaped_and_named_with_the_site() -> None:
    """What an article says is text in the head and in the heading."""
    html = render(version(run("title", "Boats & <b>Oars</b>")))
    assert "<title>Boats &amp; &lt;b&gt;Oars&lt;/b&gt; – Harbour</title>" in html
    assert "<h1>Boats &amp; &lt;b&gt;Oars&lt;/b&gt;</h1>" in html


def test_untranslated_title_is_marked() -> None:
    """An English title on a French page says that it is English."""
    html = render(version(run("title", "Boats", "en", "missing"), locale="fr"))
    assert '<title lang="en" dir="ltr">' in html
    assert '<h1 lang="en" dir="ltr">Boats</h1>' in html


def test_heading_of_the_body_is_the_title_where_there_is_none() -> None:
    """An article that begins with its own heading gets no second one."""
    body = (
        '<h1 data-line="1" id="b" lang="en">All <em title="a>b">about</em>\nboats &amp; oars</h1>'
    )
    html = render(version(locale="fr", body=body))
    assert '<title lang="en" dir="ltr">All about boats &amp; oars – Harbour</title>' in html
    assert html.count("<h1") == 1


def test_name_of_the_article_is_the_last_resort() -> None:
    """A page is never without a title."""
    assert "<h1>boats</h1>" in render(version())


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2026, 10, 26), '<time datetime="2026-10-26">26 octobre 2026</time>'),
        (datetime(2026, 10, 26, 9, 30), '<time datetime="2026-10-26">26 octobre 2026</time>'),  # noqa: DTZ001 - YAML gives such
        ("2026-10-26", '<time datetime="2026-10-26">26 octobre 2026</time>'),
        ("last <summer>", '<p class="date">last &lt;summer&gt;</p>'),
    ],
)
def test_date_is_written_as_the_locale_writes_it(value: object, shown: str) -> None:
    """A date of any kind is shown; one that is no date is shown as it stands."""
    assert shown in render(version(locale="fr", date=value))


@pytest.mark.parametrize("value", [None, 7, True, ["2026"]])
def test_page_without_a_date_shows_none(value: object) -> None:
    """What cannot be a date is left out."""
    assert 'class="date"' not in render(version(date=value))


@pytest.mark.parametrize("state", ["missing", "fuzzy", "refused"])
def test_page_says_once_that_parts_are_not_translated(state: State) -> None:
    """One notice, in the page's own language, however many runs are missing."""
    missing = run("paragraph", "Text.", "en", state)
    html = render(version(missing, missing, locale="fr"))
    assert html.count("ne sont pas encore traduites") == 1


def test_translated_page_has_no_notice() -> None:
    """A page with nothing to excuse does not."""
    done = run("paragraph", "Texte.", "fr", "translated")
    assert "notice" not in render(version(done, locale="fr"))


def test_versions_lead_to_each_other() -> None:
    """The switcher offers each published language in its own name, and marks the current one."""
    html = render(version(locale="fr"))
    names = re.findall(r'hreflang="(\w+)"( aria-current="page")?>([^<]+)</a>', html)
    assert names == [
        ("en", "", "English"),
        ("fr", ' aria-current="page"', "français"),
        ("ar", "", "العربية"),
    ]


def test_only_version_has_no_switcher() -> None:
    """A language menu of one is noise."""
    alone = {"content/boats.md": Published("boats", "en", ("en",))}
    html = page.render(version(), SITE, alone, interface.words("en"))
    assert "<nav" not in html


def test_alternates_are_absolute_where_the_site_has_an_address() -> None:
    """Search engines are told every version, itself included, and the default."""
    html = render(version(locale="fr"), HOSTED)
    found = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', html))
    assert found == {
        "en": "https://example.org/harbour/en/boats/",
        "fr": "https://example.org/harbour/fr/boats/",
        "ar": "https://example.org/harbour/ar/boats/",
        "x-default": "https://example.org/harbour/en/boats/",
    }
    assert '<link rel="canonical" href="https://example.org/harbour/fr/boats/">' in html


def test_page_without_an_address_can_be_read_from_a_folder() -> None:
    """Without a site's address every link names its file."""
    html = render(version(locale="fr"))
    assert '<link rel="canonical" href="../../fr/boats/index.html">' in html
    assert 'href="../../en/boats/index.html" lang="en"' in html


def test_words_that_no_catalog_has_are_marked_english() -> None:
    """A locale without its own interface still has a whole page."""
    html = render(version(locale="fi"))
    assert '<span lang="en" dir="ltr">Skip to the content</span>' in html


def test_links_between_articles_lead_to_their_pages() -> None:
    """A link to another Markdown file leads to its page in the same language, or in the original's; one to an article that is held is none."""
    body = '<p><a href="oars.md#grip">A</a> <a href="./sails.md">B</a> <a href="lost.md">C</a></p>'
    html = render(
        version(locale="fr", body=body),
        HOSTED,
        oars=Published("oars", "en", ("en", "fr")),
        sails=Published("sails", "en", ("en", "de")),
    )
    assert '<a href="../../fr/oars/#grip">A</a>' in html
    assert '<a href="../../en/sails/">B</a>' in html
    assert "<a>C</a>" in html


def test_images_and_files_are_found_from_the_page() -> None:
    """Files stand in one place for all languages."""
    body = '<p><img alt="a" src="images/a%20b.svg"> <a href="plan.pdf">Plan</a></p>'
    html = render(version(body=body))
    assert 'src="../../assets/images/a%20b.svg"' in html
    assert 'href="../../assets/plan.pdf"' in html
    assert list(page.files(version(body=body), SITE)) == [
        ("assets/images/a b.svg", "content/images/a b.svg"),
        ("assets/plan.pdf", "content/plan.pdf"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "../secret.png",
        "..%2f..%2fsecret.png",
        "/etc/passwd.png",
        "//host/a.png",
        "https://host/a.png",
        "mailto:a@b.example",
        ".git/config.png",
        "a/.hidden.png",
        "images\\a.png",
        "a%00.png",
        "#part",
        "?q.png",
        "",
        "http://[",
        "folder/",
    ],
)
def test_other_addresses_are_left_alone(address: str) -> None:
    """Nothing outside the articles' folder, hidden or remote is copied or rewritten."""
    shown = version(body=f'<p><img alt="a" src="{address}"></p>')
    assert f'src="{address}"' in render(shown)
    assert not list(page.files(shown, SITE))


def test_address_in_text_or_in_another_attribute_is_left_alone() -> None:
    """Only addresses are rewritten, not what looks like one."""
    body = '<p title=" src=&quot;a.png&quot;"> src="a.png" &lt;img src="a.png"&gt;</p>'
    assert body in render(version(body=body))


def test_file_of_an_article_in_a_folder_may_stand_beside_it() -> None:
    """An article below the articles' folder may use its neighbours' images."""
    assert links.local("../images/a.png", "content/de/boats.md", "content") == (
        "content/images/a.png",
        "",
    )
    assert links.local("../images/a.png", "boats.md", "content") is None


def test_address_is_written_for_a_browser() -> None:
    """A slug in any script is encoded in an address, not in its file."""
    assert links.relative(links.page("ja", "船"), "ja/index.html") == "../ja/%E8%88%B9/"


@pytest.mark.parametrize(("columns", "wide"), [(3, False), (4, True)])
def test_wide_table_can_be_scrolled_by_keyboard(columns: int, *, wide: bool) -> None:
    """Every table has a box; one that will scroll on a telephone takes the focus and has a name."""
    row = "<tr>" + "<td>1</td>" * columns + "</tr>"
    body = f'<table data-line="4">{row}{row}</table><p>Text.</p>'
    html = render(version(body=body))
    assert ('tabindex="0" aria-label="Table"><table data-line="4">' in html) == wide
    assert "</table></div><p>Text.</p>" in html


def test_tables_in_tables_have_boxes_of_their_own() -> None:
    """Boxes nest as tables do."""
    body = "<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>"
    html = render(version(body=body))
    assert html.count('<div class="table">') == html.count("</table></div>") == 2


STAMPED = st.lists(
    st.sampled_from(
        [
            '<p data-line="{}">One &lt;p data-line="3"&gt; two.</p>',
            '<h1 data-line="{}" id="a">Head</h1>',
            '<p data-line="{}"><img alt="&lt;p data-line=&quot;1&quot;" src="a.png"></p>',
            '<table><tr><td data-line="{}">1</td></tr></table>',
            '<p data-line="{}"><a href="oars.md">x</a></p>',
        ]
    )
)


@given(STAMPED)
def test_strip(blocks: list[str]) -> None:
    """A stamped page less its stamps is the published page."""
    body = "".join(block.format(number) for number, block in enumerate(blocks, start=1))
    plain = page.strip(body)
    assert page.strip(render(version(body=body))) == render(version(body=plain))
    assert page.strip(plain) == plain


def test_stamp_in_an_article_s_own_words_stays() -> None:
    """Text and attributes that quote a stamp are not one."""
    body = '<p title="a data-line=&quot;4&quot;">The attribute data-line="4"</p>'
    assert page.strip(body) == body


@pytest.mark.parametrize("locale", ["en", "fr", "ar", "ja", "fi"])
def test_own_pages_pass_our_own_rules(locale: str) -> None:
    """The theme has nothing that a check of pages finds, in any direction, translated or not."""
    done = run("title", "Boats", locale, "translated")
    shown = version(done, run("paragraph", "T", "en", "missing"), locale=locale, date="2026-01-02")
    words = interface.words(locale, interface.builtin(locale))
    tag = Tag("tides", Text("tides", "en"), "en/tags/tides/index.html")
    pages = [
        render(shown, boats=Published("boats", "en", tuple(dict.fromkeys(("en", locale))))),
        page.index([page.card(shown)], HOSTED, ["en", locale], words),
        page.start(SITE, ["en", locale], words),
        page.missing(HOSTED, ["en", locale], words),
        page.search([page.card(shown)], SITE, ["en", locale], words, "x/search/index.json"),
        page.subjects([(tag, 1200)], SITE, ["en", locale], words),
        page.subject(tag, [page.card(shown)], SITE, {locale: tag.file}, words),
        page.moved("old/index.html", "new/index.html", tag.name, SITE, words),
    ]
    found = []
    for html in pages:
        parsed = dom.parse(html, "page.html")
        prose = visible.passages(parsed, locale)
        subjects = check.Subjects(prose, dom=parsed, locale=locale, identifier=Identifier())
        for name, rule in check.rules().items():
            if name.startswith("page/"):
                found += [(name, one) for one in check.apply(name, rule, subjects, {})]
    assert found == []


def _luminance(colour: str) -> float:
    digits = colour if len(colour) == 6 else "".join(digit * 2 for digit in colour)
    parts = (int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4))
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1, 2])
def test_colours_can_be_told_apart(scheme: int) -> None:
    """On screen by day and by night and on paper, text has 4.5:1 and what bounds a control 3:1 (WCAG AA)."""
    css = (resources.files("pipeline") / "static/site.css").read_text("utf-8")
    palette = dict(re.findall(r"--(\w+): #(\w+);", css.split(":root {")[1 + scheme].split("}")[0]))
    texts = ("text", "quiet", "link", "visited", "note", "tip", "warning", "danger")
    for ground in (palette["ground"], palette["raised"]):
        assert all(_contrast(palette[name], ground) >= 4.5 for name in texts)
        assert _contrast(palette["edge"], ground) >= 3
