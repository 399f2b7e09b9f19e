"""Plain text, saved pages and Markdown as articles; the seed has a file of its own."""

from __future__ import annotations

import pytest

from importer_shown import page, parts
from pipeline import importer
from pipeline.errors import ArticleError

PAGE = """<!doctype html><html lang="fr"><head><title>Les phares | Mon site</title>
<meta name="description" content="Une page."></head><body><nav><a href="/">Accueil</a></nav>
<main><h1>Les phares</h1>
<p>Un <b>grand</b> phare : <a href="https://example.org/a">ici</a>, <a href="javascript:x()">là</a>.</p>
<h3>Détails</h3><ul><li>un<ul><li>deux</li></ul></li></ul>
<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2|3</td></tr></table>
<figure><img src="p.png" alt="Un phare"><figcaption>Le soir</figcaption></figure>
<pre><code>x = 1
</code></pre><script>bad()</script></main><footer>Pied</footer></body></html>"""


def test_text_with_marks_that_mean_nothing() -> None:
    """A text's own stars, brackets and number signs are shown as they are."""
    text = "Boats\n\nTwo *stars*, [brackets] and snake_case.\n\n# not a heading\n\n2 < 3 & 4\n"
    shown = page(importer.convert(text.encode(), "boats.txt").text).get_text()
    for line in text.splitlines()[2:]:
        assert line in shown


def test_text_with_headings_bullets_and_addresses() -> None:
    """Capitals and underlines make headings, bullets a list, addresses links."""
    text = (
        "The Guide\n\nRead this first, please.\n\nWHAT TO BRING\n\n* a coat\n• a map\n\n"
        "Notes\n-----\n\nSee https://example.org/a_b or ask me@example.org.\n"
    )
    shown = page(importer.convert(text.encode(), "guide.txt").text)
    assert [heading.get_text() for heading in shown.select("h2")] == ["WHAT TO BRING", "Notes"]
    assert [item.get_text() for item in shown.select("li")] == ["a coat", "a map"]
    assert shown.select_one("a[href='https://example.org/a_b']")


def test_page_is_its_main_content() -> None:
    """Navigation, footer and scripts stay out; language, title and description come along."""
    made = importer.convert(PAGE.encode(), "saved.html")
    fields, body = parts(made.text)
    assert fields == {"title": "Les phares", "description": "Une page.", "locale": "fr"}
    for gone in ("Accueil", "Pied", "bad()", "javascript", "Les phares"):
        assert gone not in body


def test_page_keeps_its_structure() -> None:
    """Headings, nested lists, tables, pictures and code are the same in the article."""
    shown = page(importer.convert(PAGE.encode(), "saved.html").text)
    assert [heading.name for heading in shown.select("h1, h2, h3")] == ["h2"]
    assert shown.select_one("ul ul li").get_text() == "deux"
    assert [cell.get_text() for cell in shown.select("td")] == ["1", "2|3"]
    assert shown.select_one("img")["alt"] == "Un phare"
    assert shown.select_one("pre code").get_text() == "x = 1\n"


def test_markdown_gets_front_matter() -> None:
    """The first heading becomes the title, and the others begin below it."""
    made = importer.convert("\ufeff# My boats\r\n\r\nText.\r\n\r\n## More\r\n".encode(), "x.md")
    fields, body = parts(made.text)
    assert (made.name, fields) == ("my-boats", {"title": "My boats"})
    assert body == "Text.\n\n## More\n"


def test_markdown_with_front_matter_is_kept() -> None:
    """What is an article already stays one."""
    text = "---\ntitle: Boats\ntags: [sea]\n---\n\nText *here*.\n"
    assert importer.convert(text.encode(), "boats.md").text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.txt: the file is empty"),
        (b"one\ntwo \xff", "a.txt:2: not UTF-8"),
        (b"\x00\x01\x02", "a.txt:1: a binary file"),
    ],
)
def test_bad_input(data: bytes, said: str) -> None:
    """One line names the file and what is wrong."""
    with pytest.raises(ArticleError) as caught:
        importer.convert(data, "a.txt")
    assert str(caught.value).startswith(said)


def test_deep_page_is_no_crash() -> None:
    """Ten thousand nested elements are an article or one clear line."""
    data = ("<div>" * 10_000 + "<p>Deep.</p>").encode()
    try:
        assert "Deep." in importer.convert(data, "deep.html").text
    except ArticleError as error:
        assert error.path == "deep.html"  # noqa: PT017 - either is right
