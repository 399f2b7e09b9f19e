"""A page, ours or anybody's, is read as rules and readers need it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import dom, tags, visible
from pipeline.model import NOT_PROSE, Passage, Place


def name(html: str) -> str:
    page = dom.parse(html, "a.html")
    element = page.by_id("x")
    assert element
    return page.name(element)


def read(html: str, locale: str = "en") -> list[tuple[str, str]]:
    found = visible.passages(dom.parse(html, "a.html"), locale)
    return [(passage.locale, passage.text.replace(NOT_PROSE, "…")) for passage in found]


# Places


def test_place_on_our_own_page_is_the_article_s_line() -> None:
    """A finding on a page names the line of the article that made it."""
    page = dom.parse('<ul>\n<li data-line="7">A <b>boat</b></li></ul>', "content/boats.md")
    assert page.named("b")[0].place == Place("content/boats.md", 7)


def test_place_without_a_stamp_around_it_is_that_of_the_block_before() -> None:
    """Raw HTML has no stamp: what stands before it is near."""
    page = dom.parse('<h1>T</h1><p data-line="7">A</p><div><img></div>', "content/boats.md")
    assert page.named("h1")[0].place.line == 1
    assert page.named("img")[0].place.line == 7


@pytest.mark.parametrize("stamp", ["", "x", "-3", "9" * 5000, "٣"])
def test_stamp_that_is_no_line_is_none(stamp: str) -> None:
    """A page may carry the attribute for reasons of its own."""
    page = dom.parse(f'<p data-line="{stamp}">A</p>', "content/boats.md")
    assert page.named("p")[0].place.line == 1


def test_place_on_another_s_page_is_where_the_tag_stands() -> None:
    """Line and column count from 1; another generator's stamps mean nothing."""
    page = dom.parse('<p data-line="7">\n  <img\nalt="a"><b>x', "site/a.html")
    assert page.named("img")[0].place == Place("site/a.html", 2, 3)
    assert page.named("b")[0].place == Place("site/a.html", 3, 9)


@pytest.mark.parametrize(
    "before",
    [
        '<p title="<b>">',
        "<!-- <b> -->",
        "<!--><p>",
        "<script>'<b>'</script>",
        "<style></styles><b></style>",
        "<title><b></title>",
        "<p title='\"'>",
        "<p a=1 / b>",
        "<![CDATA[ <i> ]]>",
        "</ p>",
        "\ufeff",
    ],
)
def test_what_only_looks_like_a_tag_is_none(before: str) -> None:
    """Comments, scripts and attributes may hold what looks like a tag."""
    page = dom.parse(f"{before}<b>x</b>", "a.html")
    assert [element.place.column for element in page.named("b")] == [len(before) + 1]


# Trees


@pytest.mark.parametrize(
    ("html", "selector", "texts"),
    [
        ("<p>a<p>b<ul><li>c<li>d</ul>", "p, li", ["a", "b", "c", "d"]),
        ("<dl><dt>a<dt>b<dd>c<dd>d</dl>", "dt, dd", ["a", "b", "c", "d"]),
        ("<p>a<section>b</section>", "p, section", ["a", "b"]),
        ("<table><tr><th>a<td>b<tr><td>c</table>d", "th, td", ["a", "b", "c"]),
        ("<picture><source srcset=a><img alt=b></picture>c<wbr>d", "picture, wbr", ["", ""]),
        ("<ul><li>a<ul><li>b</ul>c</ul>", "ul", ["abc", "b"]),
        ("<div><a href=x>a</div>b", "a", ["a"]),
        ("<div><b>a</div></b>c", "div", ["a"]),
        ("<select><option>a<option>b</select>", "option", ["a", "b"]),
        ("<p/>a<svg><path/><path/></svg>b", "svg, path", ["", "", ""]),
        ("<ruby>a<rt>b<rt>c</ruby>", "rt", ["b", "c"]),
    ],
)
def test_tags_that_are_left_out_are_there(html: str, selector: str, texts: list[str]) -> None:
    """An author may leave out what HTML says is meant."""
    page = dom.parse(html, "a.html")
    assert [element.text for element in page.named(*selector.split(", "))] == texts


def test_document_is_told_from_a_fragment() -> None:
    """Any of the outer tags makes a document; a comment that names one does not."""
    assert dom.parse("<!doctype html><p>a", "a.html").document
    assert dom.parse("<HTML><p>a", "a.html").document
    assert not dom.parse("<!-- <html> --><p>a</p><header>b</header>", "a.html").document


def test_declared_encoding_is_not_believed() -> None:
    """Text is text, whatever a page says of the bytes it once was."""
    html = "<?xml version='1.0' encoding='latin-1'?><meta charset=latin-1><p>é日</p>"
    page = dom.parse(html, "a.html")
    assert page.named("p")[0].text == "é日"


FAMILIES = [
    "<div>",
    "<p>x",
    "<b><i></b></i>",
    "<a href=x>a",
    "<a ",
    '<a x="',
    "<a x='\"",
    "<a =",
    "<![",
    "<!-- ",
    "<?",
    "<",
    "&",
    "</p>",
    "<table><tr><td>",
    "<dl><dt>a<dd>",
    "<svg><math>",
    "<script>",
    "<textarea>",
    "<title><!-- </title>",
    "<plaintext>",
    "a\0<p\0>\0</p>",
    "<p>\ud800</p>",
    "<template><li>",
    "<i lang=xx-nonsense>x</i>",
    '<b id=a aria-labelledby="a a">x',
]


@pytest.mark.parametrize("piece", FAMILIES)
def test_broken_page_is_read(piece: str) -> None:
    """Whatever is wrong, thousands of times, inside each other or not: the page is a tree, at once."""
    page = dom.parse(piece * 5_000 + "</b></p></div>" * 5_000, "a.html")
    visible.passages(page, "en")
    for link in page.named("a"):
        assert link.place.line == 1
        assert set(page.name(link)) <= {"a"}


@given(st.text(st.sampled_from(list("<>/!-=\"' \nabp&;\0")) | st.characters(), max_size=80))
def test_nothing_is_refused(html: str) -> None:
    """Every text is a page of some kind."""
    page = dom.parse(html, "a.html")
    for passage in visible.passages(page, "en"):
        assert passage.text.strip()


def test_nesting_is_as_deep_as_in_a_browser() -> None:
    """Deeper elements lose their tags, not their text."""
    page = dom.parse("<div>" * 2000 + "x" + "</div>" * 2000 + "<p>y", "a.html")
    assert len(page.named("div")) == tags.DEPTH
    assert page.named("div")[0].text == "x"
    assert page.named("p")[0].text == "y"


# Names, languages, what is hidden


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a id=x href=y> Opening\n hours </a>", "Opening hours"),
        ("<a id=x><img alt='Map'> of <b>it</b></a>", "Map of it"),
        ("<a id=x><img alt='' title='Map'></a>", ""),
        ("<a id=x><img title='Map'></a>", "Map"),
        ("<a id=x><img alt='Map' role=presentation></a>", ""),
        ("<a id=x aria-label='Hours' title='no'>no</a>", "Hours"),
        ("<a id=x aria-label=' ' title='Hours'></a>", "Hours"),
        (
            "<a id=x aria-labelledby='b a'>no</a><i id=a>hours</i><i id=b hidden>Opening</i>",
            "Opening hours",
        ),
        ("<a id=x aria-labelledby=x aria-label='Hours'></a>", "Hours"),
        ("<p id=x><a><svg aria-labelledby=a></svg></a></p><i id=a>Map</i>", "Map"),
        (
            "<a id=x>a<span hidden>b</span><i aria-hidden=true>c</i><!-- d --><script>e</script></a>",
            "a",
        ),
        ("<a id=x>a<span style='color:red; display : none'>b</span></a>", "a"),
        ("<a id=x><svg><title>Map</title><path/></svg></a>", "Map"),
        ("<div id=x><p>a</p><p>b</p>c<br>d</div>", "a b c d"),
        ("<button id=x><span role=none>Send</span></button>", "Send"),
        ("<a id=x><ruby>漢字<rt>かんじ</rt></ruby></a>", "漢字"),
        ("<label>Name <input id=x></label>", "Name"),
        ("<label for=x>Your</label><label for=x>name</label><input id=x title=no>", "Your name"),
        ("<input id=x placeholder=Name>", "Name"),
        ("<iframe id=x title=Map>no</iframe>", "Map"),
        ("<input id=x type=submit>", "submit"),
        ("<input id=x type=button value=Send>", "Send"),
        ("<input id=x type=button>", ""),
        ("<input id=x type=image alt='' title=Go>", "Go"),
    ],
)
def test_name_is_what_a_screen_reader_says(html: str, expected: str) -> None:
    """Labels come before content, content before a title; what is hidden has no voice."""
    assert name(html) == expected


def test_name_of_much_is_its_beginning() -> None:
    """A name is cut where nobody would listen any more."""
    assert name(f"<a id=x>{'word ' * 1000}</a>").startswith("word word")
    assert len(name(f"<a id=x>{'word ' * 1000}</a>")) <= 300


def test_language_is_the_nearest() -> None:
    """A part may say that its language is another, or unknown."""
    page = dom.parse("<html lang=en><p lang=fr>a<b>b</b></p><p lang=''><i>c</i></p>", "a.html")
    found = [element.language for element in page.named("html", "b", "i")]
    assert found == ["en", "fr", ""]


def test_hidden_from_all_or_only_from_the_ear() -> None:
    """What is not rendered is not heard; the reverse does not hold."""
    html = "<p hidden><a>1</a></p><p aria-hidden=true><a>2</a></p><dialog><a>3</a></dialog><a>4</a>"
    page = dom.parse(html, "a.html")
    assert [link.seen for link in page.named("a")] == [False, True, False, True]
    assert [link.heard for link in page.named("a")] == [False, False, False, True]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><img></p>", True),
        ("<p> <!-- a --> <img><br></p>", True),
        ("<p>a<img></p>", False),
        ("<p><img><span><img></span></p>", False),
        ("<p><img><span></span></p>", True),
        ("<figure><img><figcaption>a</figcaption></figure>", True),
    ],
)
def test_alone_is_what_its_parent_shows_nothing_beside(html: str, *, expected: bool) -> None:
    """Space, comments, empty elements and captions do not count."""
    page = dom.parse(html, "a.html")
    assert page.alone(page.named("img")[0]) == expected


# Prose


def test_each_block_is_a_passage_in_its_language() -> None:
    """Blocks end passages, inline tags do not."""
    html = "<html lang=fr><h1>Un <em>beau</em> bateau</h1><div>a<p lang=en>b</p>c</div></html>"
    assert read(html, "de") == [("fr", "Un beau bateau"), ("fr", "a"), ("en", "b"), ("fr", "c")]


def test_another_language_in_a_block_is_a_passage_of_its_own() -> None:
    """A French word in an English sentence is French, and no English word."""
    html = "<p>She <i>said <b lang=fr>très <u>bien</u></b></i>.<p lang=fr><b lang=en>x</b></p>"
    assert read(html) == [("en", "She said …."), ("fr", "très bien"), ("en", "x")]


def test_code_and_addresses_are_not_prose() -> None:
    """Code, addresses and images hold their place in the sentence, and none of its words."""
    html = "<p>Run <code>rm x</code>, see (https://a.example/b) or a@b.example. <img alt=''></p><pre>x</pre>"
    assert read(html) == [("en", "Run …, see (…) or …. …")]


def test_what_nobody_sees_is_not_read() -> None:
    """Scripts, templates and hidden parts are not the page's words."""
    html = "<p>a<script>b</script></p><p hidden>c</p><template>d</template><noscript>e</noscript>"
    assert read(html) == [("en", "a")]


def test_readings_above_a_word_are_not_read() -> None:
    """Japanese notes on pronunciation would double every word."""
    assert read("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です", "ja") == [
        ("ja", "漢字です")
    ]


def test_words_of_attributes_and_of_the_head_are_read() -> None:
    """Title, description, alternatives and labels are words that readers meet."""
    html = (
        "<title>One</title><meta name=description content='Two'><meta name=x content=no>"
        "<img alt='Three' title='Four'><nav aria-label='Five'></nav><input placeholder='Six'>"
    )
    found = visible.passages(dom.parse(html, "a.html"), "en")
    assert [(passage.kind, passage.text) for passage in found] == [
        ("title", "One"),
        ("description", "Two"),
        ("image alternative", "Three"),
        ("link title", "Four"),
        ("accessible name", "Five"),
        ("placeholder", "Six"),
    ]


def test_language_that_is_none_is_not_guessed() -> None:
    """A part in a language that does not exist is not read; a page is read in the one asked for."""
    assert read("<p>a <b lang=klingon-x>b</b> c") == [("en", "a … c")]
    assert read("<html lang=english><p>a</html>", "fr") == [("fr", "a")]


def test_no_break_space_is_part_of_the_prose() -> None:
    """French marks stand behind one, and rules look for it."""
    assert read("<p>Quoi&nbsp;?  \n Rien.") == [("en", "Quoi\xa0? Rien.")]


def characters(passage: Passage, html: str) -> list[tuple[str, str]]:
    """Give each character of a passage with the one at its place."""
    lines = html.split("\n")
    pairs = []
    for offset, character in enumerate(passage.text):
        place = passage.origin.at(offset)
        if character not in (NOT_PROSE, " "):
            pairs.append((character, lines[place.line - 1][place.column - 1 :][:1]))
    return pairs


PIECES = st.sampled_from(
    [
        "boat ",
        "oar",
        "\n  ",
        "<b>sail</b>",
        "<i title='boat' lang=fr>mât\nvoile</i>",
        "</p>\n<p class=boat>",
        "<code>boat x</code>",
        "<!-- boat -->",
        "<script>boat</script>",
        "<br>",
        "<img alt='a boat'>",
        "<p hidden>boat</p>",
        "a\xa0b",
        "<ul><li>one<li>two</ul>",
        "a < b",
    ]
)


@given(st.lists(PIECES, max_size=12))
def test_every_character_has_its_place(pieces: list[str]) -> None:
    """Where nothing is written as an entity, each character of a passage stands at its place."""
    html = "<p>" + "".join(pieces)
    for passage in visible.passages(dom.parse(html, "a.html"), "en"):
        assert all(shown == written for shown, written in characters(passage, html))


def test_word_behind_an_entity_has_its_place() -> None:
    """An entity shifts nothing beyond its own word."""
    html = "<p>Fish &amp; chips, it&rsquo;s <em>caf&eacute;</em> time"
    (passage,) = visible.passages(dom.parse(html, "a.html"), "en")
    for word in ("Fish", "chips", "it", "caf", "time"):
        assert passage.origin.at(passage.text.index(word)).column == html.index(word) + 1
