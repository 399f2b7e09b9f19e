"""The laws of frames: what is written without the parser is what the parser writes."""

from __future__ import annotations

from unittest import mock

from hypothesis import assume, given
from hypothesis import strategies as st

from laws import articles
from pipeline import sanitise, walk
from pipeline.model import Article, Catalog, Message, Version
from pipeline.phrasing import Beside, phrasing

PIECES = [
    *"ab *`[]()>!\n\"'.x 1é\xa0\u2028:=|$~^-#",
    *("[a](b)", "[*a*](b)", "[`c`](d)", "[x](https://a.b/c_d#e)", "[ ](a)", '[a](b "c\'s")'),
    *("[a][r]", "[b][s]", "[c][R]", "[u][t]", "[r]", "[v][w]", "![q][r]", "![a b](c.png)"),
    *('![a (b)](c.png "d e")', "`g`", "`a & <b>`", "`*a*`", "`[a](b)`", "**j k**", "*i*", "* a*"),
    *("<https://a.b/c>", "<http://a_b.c/?d=e>", "https://a.b/c", "me@example.org", "&amp;", "_a_"),
    *("  \n", " \n", "   \n", "{: .x }", "{y}", "<b>", "</b>", "\\*", "\uf8f5", "\uf8f6", "**"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
LABELS = (
    '\n\n[r]: http://r.s/t\n\n[s]: b.md "a title"\n\n[t]: a(b \'x\'\n\n*[a b]: c "d" é\n\n*[j]: k\n'
)


@given(TEXTS)
def test_phrasing_is_that_of_the_parser(text: str) -> None:
    """Where it says anything at all, it says what the parser and the sanitiser make of a paragraph."""
    parser = walk.parser()
    parser.convert(LABELS)
    text = f"q{text}".rstrip()
    abbreviations = parser.treeprocessors["abbr"].abbrs  # type: ignore[attr-defined]
    written = phrasing(text, Beside(parser.references, abbreviations))
    # A second line may begin another block, which no text of the tree can.
    assume(written is not None and "\n" not in text.replace("  \n", ""))
    assert sanitise.sanitise(parser.reset().convert(text + LABELS)) == f"<p>{written}</p>"


@given(articles.articles, TEXTS, st.integers(1, 5), st.booleans())
def test_page_by_its_frame_is_that_of_its_walk(
    article: Article, other: str, every: int, source_first: bool
) -> None:
    """Whatever is translated, left, fuzzy or refused, and whichever version is asked for first."""
    segments = walk.segments(article)
    strings = [
        "" if number % every == 1 else other if number % every == 2 else one.id.upper()
        for number, one in enumerate(segments)
    ]
    messages = {
        one.key: Message(one.id, (string,), one.context, fuzzy=number % 7 == 3)
        for number, (one, string) in enumerate(zip(segments, strings, strict=True))
    }
    catalog = Catalog("ar", messages=tuple(messages.values()))
    locales = ["en", "ar"] if source_first else ["ar", "en"]
    walk.segments(Article("b", "b.md", "en", "Another."))
    framed = [walk.render(article, locale, catalog) for locale in locales]
    with mock.patch.object(walk, "_framed", return_value=None):
        assert framed == [walk.render(article, locale, catalog) for locale in locales]


def _framed(body: str, string: str = "", about: str = "A boat.") -> Version | None:
    catalog = Catalog("fr", messages=(Message(about, (string,)),))
    version: Version | None = None

    def seen(*given: object) -> Version | None:
        nonlocal version
        version = real(*given)
        return version

    real = walk._framed  # Whether there is a frame shows nowhere else.
    with mock.patch.object(walk, "_framed", seen):
        walk.render(Article("a", "a.md", "en", body), "fr", catalog)
    return version


def test_common_article_has_a_frame() -> None:
    """Headings, lists in lists, tables, quotations, code and attributes stand around texts, not in them."""
    body = (
        "## A *boat* {#b}\n\nA boat.\n\n- One\n    - `two`\n\n> A [boat](b.md).\n{: .x }\n\n"
        "| a | b |\n|---|---|\n| 1 | c |\n\n```sh\nrow\n```\n\n<!-- i18n: skip -->\n\nLeft.\n"
    )
    version = _framed(body, "Un bateau.")
    assert version is not None
    assert '<p data-line="3">Un bateau.</p>' in version.body
    assert version.body.count('lang="en"') == 7


def test_what_stands_beside_the_texts_is_in_its_language() -> None:
    """The meaning of an abbreviation, the title of a reference, the number of a note, a note's way back."""
    body = "A [PT][r].[^n]\n\n[^n]: N.\n\n[r]: b.md 'T'\n\n*[PT]: p t\n"
    segments = walk.segments(Article("a", "a.md", "en", body))
    messages = tuple(Message(one.id, (one.id.lower().replace("pt", "PT"),)) for one in segments)
    catalog = Catalog("fr", messages=messages)
    version = walk.render(Article("a", "a.md", "en", body), "fr", catalog, back_link="Y {} <")
    assert _framed(body) is not None
    assert (
        '<a href="b.md" title="t"><abbr title="p t">PT</abbr></a>.<sup id="fnref:n">'
        in version.body
    )
    assert 'title="Y 1 &lt;"' in version.body


def test_texts_that_hang_together_have_none() -> None:
    """Raw HTML with words, an attribute list in a text, what is taken out."""
    assert _framed("A boat.") is not None
    for more in ("\n\n<p>b</p>", "<script>", "\n\nA *b*{: .c} d."):
        assert _framed(f"A boat.{more}\n") is None
