"""What the visitor tells of each run, and what it writes around one that is left as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from pipeline import kinds, walk
from pipeline.errors import ArticleError
from pipeline.model import Article, Catalog, Field, Message, Origin, Segment
from pipeline.settings import PLAIN, Reading

COMMENTS = Reading(comments=True)
MDBOOK = Reading(profile="mdbook")


def article(body: str, locale: str = "en", **meta: str) -> Article:
    fields = {
        key: Field(value, Origin("a/boats.md", ((0, line, 8),)))
        for line, (key, value) in enumerate(meta.items(), start=2)
    }
    return Article("a/boats", "a/boats.md", locale, body, 5, fields)


def met(body: str, reading: Reading = PLAIN, **meta: str) -> tuple[Segment, ...]:
    return walk.extract(article(body, **meta), reading).segments


def ids(body: str) -> list[tuple[str, str]]:
    return [(segment.kind, segment.id) for segment in met(body)]


def page(
    body: str, texts: Mapping[str, str] = {}, *, stamp: bool = False, locale: str = "en"
) -> str:
    """Give the page with *texts*; what is left is marked."""
    one = article(body, locale)
    written = walk.convert(
        one, lambda segment: texts.get(segment.id), foreign=True, stamp=stamp
    ).html
    # Python-Markdown writes attributes in the order of the alphabet, raw HTML has them as it was given them.
    return written.replace('lang="en" dir="ltr"', 'dir="ltr" lang="en"')


LEFT = ' dir="ltr" lang="en"'


# What the front matter says.


def test_title_stands_before_description_and_text() -> None:
    """Each has its kind, its text and its own place."""
    found = met("Text.\n", description="On boats.", title="Boats")
    assert [(one.kind, one.id, one.origin.place.line) for one in found] == [
        ("title", "Boats", 3),
        ("description", "On boats.", 2),
        ("paragraph", "Text.", 5),
    ]


def test_empty_title_is_no_message() -> None:
    """Nor is one of spaces."""
    assert met("", title="  ", description="") == ()


def test_translator_is_told_what_an_address_is() -> None:
    """It is the last part of the article's name, with a note on how to write one."""
    (address,) = met("", slug="boats")
    assert (address.id, address.context, address.notes) == (
        "boats",
        kinds.ADDRESS,
        (kinds.OF_ADDRESS,),
    )
    assert address.origin.place.line == 2
    assert address.headings == ()


# What an author asks for in comments.


def test_notes_are_added_up() -> None:
    """Each comment adds one; a note over two lines is one line."""
    (one,) = met("<!-- i18n: note A -->\n\n<!-- i18n: comment B  \n  c -->\n\na\n")
    assert one.notes == ("A", "B c")


def test_context_is_for_all_of_a_list_and_no_more() -> None:
    """What stands in the next block is told apart from nothing."""
    found = met("<!-- i18n: context x -->\n\n- a\n- b\n\n    c\n\nd\n")
    assert [(one.id, one.context) for one in found] == [
        ("a", "x"),
        ("b", "x"),
        ("c", "x"),
        ("d", None),
    ]


def test_empty_context_takes_one_back() -> None:
    """The last word counts."""
    (one,) = met("<!-- i18n: context x -->\n\n<!-- i18n: context -->\n\na\n")
    assert one.context is None


def test_note_inside_an_item_is_for_the_next_paragraph() -> None:
    """Only for it: neither the one above nor the one below."""
    found = met("- x\n\n    <!-- i18n: note N -->\n\n    y\n\n    z\n")
    assert [one.notes for one in found] == [(), ("N",), ()]


def test_note_reaches_raw_html_and_what_its_tags_say() -> None:
    """A block of raw HTML has notes and a context as any other, up to its end."""
    found = met(
        "<!-- i18n: note N -->\n\n<!-- i18n: context x -->\n\n"
        '<div title="t">b</div>\n\n<div>c</div>\n'
    )
    assert [(one.id, one.notes, one.context) for one in found] == [
        ("t", ("N",), "x"),
        ("b", ("N",), "x"),
        ("c", (), None),
    ]


def test_note_reaches_a_lone_image() -> None:
    """An image in a paragraph of its own has no words but its alternative."""
    (one,) = met("<!-- i18n: note N -->\n\n<img src='b.png' alt='Sea'>\n")
    assert (one.kind, one.notes) == ("image alternative", ("N",))


def test_note_reaches_the_comments_of_a_listing() -> None:
    """They have its context, too, and the headings above."""
    body = "# h\n\n<!-- i18n: note N -->\n\n<!-- i18n: context x -->\n\n```python\n# One.\n```\n"
    (_, one) = met(body, COMMENTS)
    assert (one.kind, one.id, one.notes, one.context) == ("code comment", "One.", ("N",), "x")
    assert (one.headings, one.origin.place.line) == (("h",), 12)


def test_text_between_two_comments_is_left() -> None:
    """What they stand around is marked as it is; a note inside is for nobody, and behind them it goes on."""
    body = (
        "a\n\n<!-- i18n: skip-start -->\n\n- b\n\n<!-- i18n: note N -->\n\n> c\n\n"
        "<!-- i18n: skip-end -->\n\nd\n"
    )
    assert [(one.id, one.notes) for one in met(body)] == [("a", ()), ("d", ())]
    assert page(body).count(LEFT) == 4
    assert f"<ul{LEFT}>\n<li>b</li>" in page(body)


def test_empty_paragraph_asks_for_nothing() -> None:
    """Only raw HTML can have one; what follows is met."""
    assert ids('<div markdown="1">\n<p></p>\n<p>a</p>\n</div>\n') == [("paragraph", "a")]


def test_only_one_block_is_skipped() -> None:
    """A list is one block, and the quotation behind it is another."""
    body = "<!-- i18n: skip -->\n\n- a\n\n> b\n"
    assert ids(body) == [("quotation", "b")]
    assert f"<ul{LEFT}>\n<li>a</li>" in page(body)


def test_comment_with_text_beside_it_asks_for_nothing() -> None:
    """A directive stands alone in its block."""
    assert [text for _, text in ids("> <!-- i18n: skip --> a\n>\n> b\n")] == [
        "<!-- i18n: skip --> a",
        "b",
    ]


def test_comment_in_a_tight_item_asks_for_nothing() -> None:
    """A directive is a paragraph of its own: what stands in a list's item is the item."""
    assert [text for _, text in ids("- <!-- i18n: skip -->\n- a\n- b\n")] == ["a", "b"]


# Under which headings a text stands.


def test_heading_ends_the_sections_of_its_level_and_below() -> None:
    """Each text has the headings above it, the outermost first."""
    found = met("# A\n\n## B\n\n### C\n\nc\n\n## D *x* {#d}\n\nd\n\n# E\n\ne\n")
    assert [(one.id, one.headings) for one in found] == [
        ("A", ()),
        ("B", ("A",)),
        ("C", ("A", "B")),
        ("c", ("A", "B", "C")),
        ("D *x*", ("A",)),
        ("d", ("A", "D *x*")),
        ("E", ()),
        ("e", ("E",)),
    ]


def test_footnotes_and_titles_of_links_stand_in_no_section() -> None:
    """The last heading of the article is not theirs, though a note may have its own."""
    body = "# A\n\n[b][c] Q[^1]\n\n[^1]: n\n\n    ## F\n\n    f\n\n[c]: d.md 'T'\n\n*[Q]: qq\n"
    assert [(one.kind, one.id, one.headings) for one in met(body)][2:] == [
        ("footnote", "n", ()),
        ("heading 2", "F", ()),
        ("footnote", "f", ("F",)),
        ("link title", "T", ()),
        ("abbreviation Q", "qq", ()),
    ]


def test_skipped_heading_ends_the_section_above() -> None:
    """It is no message, and its section has its name all the same."""
    found = met("## A\n\n### B\n\n<!-- i18n: skip -->\n\n## C {#c}\n\nc\n")
    assert (found[-1].id, found[-1].headings) == ("c", ("C",))


# What stands beside the text.


def test_reference_without_a_title_leads_on_as_it_did() -> None:
    """Only titles are met, and one that is not translated stays."""
    body = "[x][y] [z][w] Q\n\n[y]: b.html 'T'\n[w]: c.html\n\n*[Q]: qq\n"
    written = page(body, {"Q": "no", "T": "titre"})
    assert '<a href="b.html" title="titre">x</a> <a href="c.html">z</a>' in written
    assert '<abbr title="qq">Q</abbr>' in written
    assert '<a href="b.html" title="T">' in page(body, {"qq": "q."})
    assert '<abbr title="q.">Q</abbr>' in page(body, {"qq": "q."})


def test_title_of_a_link_is_placed_where_it_is_defined() -> None:
    """So is the meaning of an abbreviation."""
    found = met("[x][y] Q\n\n[y]: b.html 'T'\n\n*[Q]: qq\n")
    assert [(one.id, one.origin.path, one.origin.pieces) for one in found[1:]] == [
        ("T", "a/boats.md", ((0, 7, 14),)),
        ("qq", "a/boats.md", ((0, 9, 7),)),
    ]


# What a tag says.


def test_value_of_an_attribute_is_met_as_it_is_read() -> None:
    """Entities are decoded for the translator, and written again."""
    body = "<img src='b.png' alt='sea &amp; sky'>\n"
    assert ids(body) == [("image alternative", "sea & sky")]
    assert "alt='mer &amp; &#x27;ciel&#x27;'" in page(body, {"sea & sky": "mer & 'ciel'"})


def test_value_that_stays_keeps_its_bytes() -> None:
    """A translation that reads as the source does changes nothing."""
    body = "<img src='b.png' alt='sea &#38; sky'>\n"
    assert "alt='sea &#38; sky'" in page(body, {"sea & sky": "sea & sky"})


def test_lone_image_is_marked_and_its_paragraph_is_not() -> None:
    """Its alternative is all that is still in the other language."""
    body = "<img src='b.png' alt='Sea'>\n"
    assert page(body) == f"<p><img{LEFT} src='b.png' alt='Sea'></p>"
    assert page(body, {"Sea": "Mer"}) == "<p><img src='b.png' alt='Mer'></p>"


def test_title_of_a_tag_around_numbers_is_met() -> None:
    """A text without words of its own may have tags that say something."""
    assert ids("1 <b title='q'>2</b>\n") == [("title", "q")]


def test_raw_html_that_is_left_is_marked_inside() -> None:
    """The words are wrapped: the element may hold others, too."""
    assert page("<div><p>a</p><p>b</p></div>\n", {"b": "c"}) == (
        f"<div><p><span{LEFT}>a</span></p><p>c</p></div>"
    )


# Texts that stand behind an element.

ROW = '<table markdown="1"><tr><td>x</td> y <b>z</b></tr></table>\n'
ITEM = '<ul markdown="1">\n<li markdown="1">\n<p>x</p> *y*\n<p>z</p>\n</li>\n</ul>\n'


def test_text_behind_an_element_is_met() -> None:
    """It is what the element's parent is."""
    assert ids(ROW) == [("table cell, column 1", "x"), ("paragraph", "y <b>z</b>")]
    assert ids(ITEM) == [("list item", "x"), ("list item", "*y*"), ("list item", "z")]


def test_text_behind_an_element_is_translated_in_its_place() -> None:
    """Around it, all stays; nothing says another language."""
    flat = re.sub(r"\s+", " ", page(ITEM, {"x": "X", "*y*": "*Y*", "z": "Z"}))
    assert "<p>X</p> <em>Y</em> <p>Z</p>" in flat
    assert "lang=" not in flat
    assert "<td>X</td> Y <i>Z</i></tr>" in page(ROW, {"x": "X", "y <b>z</b>": "Y <i>Z</i>"})


def test_text_behind_an_element_is_marked_in_its_place() -> None:
    """It is wrapped where it stood: its neighbours may be translated."""
    flat = re.sub(r"\s+", " ", page(ITEM, {"x": "X", "z": "Z"}))
    assert f"<p>X</p> <span{LEFT}> <em>y</em> </span><p>Z</p>" in flat
    assert flat.count("y") == 1
    assert f"<td>X</td>\n<span{LEFT}> y <b>z</b></span></tr>" in page(ROW, {"x": "X"})


def test_note_is_for_the_text_behind_its_element_too() -> None:
    """A block has what was asked for it, inside and behind."""
    body = f"<!-- i18n: note N -->\n\n{ROW}"
    assert [one.notes for one in met(body)] == [("N",), ("N",)]


# Marks and stamps.


def test_marks_are_those_of_the_source() -> None:
    """An article that is read from right to left says so where it is left."""
    assert page("قارب\n", locale="ar") == '<p dir="rtl" lang="ar">قارب</p>'


def test_text_before_a_list_is_wrapped() -> None:
    """A mark on the item would cover the items below it, which are translated."""
    body = "- one\n    - two\n    - three\n"
    flat = re.sub(r">\s+<", "><", page(body, {"two": "deux"}))
    assert f"<li><span{LEFT}>one</span><ul><li>deux</li><li{LEFT}>three</li></ul></li>" in re.sub(
        r"\s*(</?(?:ul|li|p|span)[^>]*>)\s*", r"\1", flat
    )


def test_wrapped_text_leaves_the_attributes_to_its_element() -> None:
    """A list of attributes at its end belongs to the item."""
    flat = page(
        '<div markdown="1">\none\n{: .x }\n\n- two\n    - three\n</div>\n', {"three": "trois"}
    )
    assert f'<p class="x"{LEFT}>one' in flat


@pytest.mark.parametrize("body", ["1.5 %\n", "`x`\n", "---\n", "    a\n"])
def test_what_is_no_message_is_not_marked(body: str) -> None:
    """Numbers, code and rules are in no language."""
    assert "lang=" not in page(body)


def test_each_block_has_its_line() -> None:
    """Also one that only has numbers; code has none."""
    written = page("# h\n\n- a\n\n    1\n\n> b\n\n```\nc\n```\n\n| d |\n|---|\n| e |\n", stamp=True)
    assert re.findall(r'<(\w+)[^>]* data-line="(\d+)"', written) == [
        ("h1", "5"),
        ("p", "7"),
        ("p", "9"),
        ("p", "11"),
        ("th", "17"),
        ("td", "19"),
    ]


@pytest.mark.parametrize("lone", ["<!-- c -->", "<hr>", "</div>", "<?c?>", "<div class='x'>"])
def test_lone_tag_in_a_quotation_is_no_paragraph(lone: str) -> None:
    """Its line is not stamped: the parser would keep a paragraph around it that nobody wrote."""
    body = f"> a\n>\n> {lone}\n>\n> b\n"
    stamped = re.sub(r' data-line="\d+"', "", page(body, stamp=True))
    assert stamped == page(body)
    assert page(body, stamp=True).count("data-line") == 2


def test_lone_inline_tag_is_a_paragraph_with_its_line() -> None:
    """It stays in the paragraph that it stands in."""
    assert '<p data-line="5"><br></p>' in page("> <br>\n", stamp=True)


# The profile of mdBook.


def test_task_is_split_off_an_item_only() -> None:
    """Its box is no text of an item, but is one of a paragraph; numbers are messages there."""
    found = met("- [ ] *a*\n\n[ ] b\n\n1.5\n", MDBOOK)
    assert [(one.kind, one.id, one.known_as) for one in found] == [
        ("list item", "*a*", "_a_"),
        ("paragraph", "[ ] b", "\\[ \\] b"),
        ("paragraph", "1.5", "1.5"),
    ]


def test_box_of_a_task_stays_before_its_translation() -> None:
    """What was split off is written again."""
    catalog = Catalog("fr", messages=(Message("a", ("b",)),))
    version = walk.render(article("- [x] a\n- c\n"), "fr", catalog, reading=MDBOOK)
    assert re.search(r"<li[^>]*>\[x\] b</li>", version.body)


def test_headings_are_known_in_plain_articles_as_they_are_written() -> None:
    """No message of the plain profile has another name than its text."""
    assert {one.known_as for one in met("# A *b*\n\nc\n", title="T")} == {""}


# Pages in one language after another.


def test_page_is_the_same_whichever_was_made_before() -> None:
    """What the first visit has met is no other's: neither its places nor its path."""
    one, other = article("# A\n\nb\n"), Article("c", "c.md", "en", "# A\n\nb\n", 9)
    first = walk.segments(one)
    again = walk.segments(other)
    assert [segment.origin.place.path for segment in again] == ["c.md", "c.md"]
    assert [segment.origin.place.line for segment in again] == [9, 11]
    assert walk.segments(one) == first


def test_ids_of_headings_are_not_those_of_a_translation() -> None:
    """A page that was translated without them gives its own, and later pages have the source's."""
    one = article("# One\n\n[a] Q\n\n*[Q]: q\n\n<p>two</p>\n")
    walk.convert(one, lambda segment: "Deux" if segment.id == "One" else None)
    catalog = Catalog("fr", messages=(Message("One", ("Un",)),))
    assert '<h1 id="one"' in re.sub(
        r'<h1 ([^>]*)(id="\w+")', r"<h1 \2 \1", walk.render(one, "fr", catalog).body
    )


# Errors, and what a catalog gives.


def test_article_that_is_nested_too_deeply_is_named() -> None:
    """The line says which file it is, and what to do."""
    with pytest.raises(ArticleError) as raised:
        walk.segments(article("> " * 3000 + "a\n"))
    assert raised.value.path == "a/boats.md"
    assert "fewer levels" in (raised.value.hint or "")


@pytest.mark.parametrize(
    ("message", "state"),
    [
        (None, "missing"),
        (Message("a", ("  ",)), "missing"),
        (Message("a", ("",), fuzzy=True), "missing"),
        (Message("a", ("b",), fuzzy=True), "fuzzy"),
        (Message("a", ("<b>b",)), "refused"),
    ],
)
def test_run_that_is_left_has_its_own_text_and_place(message: Message | None, state: str) -> None:
    """It is in the source's language; the message that was not shown is told."""
    (segment,) = met("a\n")
    run = walk.look_up(segment, message, "en", "fr")
    assert (run.text, run.locale, run.state) == ("a", "en", state)
    assert (run.segment, run.origin, run.message) == (segment, segment.origin, message)


def test_translated_run_is_placed_in_its_catalog() -> None:
    """A finding leads to where the words are written; where that is unknown, to the source."""
    (segment,) = met("a\n")
    place = Origin("fr.po", ((0, 7, 9),))
    run = walk.look_up(segment, Message("a", ("b",), origin=place), "en", "fr")
    assert (run.text, run.locale, run.state, run.origin) == ("b", "fr", "translated", place)
    run = walk.look_up(segment, Message("a", ("b",)), "en", "fr")
    assert run.origin == segment.origin


def test_source_asks_no_catalog() -> None:
    """Not even one that has the message."""
    (segment,) = met("a\n")
    run = walk.look_up(segment, Message("a", ("b",)), "en", "en")
    assert (run.text, run.locale, run.state, run.message) == ("a", "en", "source", None)


@pytest.mark.parametrize(
    "body", ["See the boat.\n\n[b]: c.html\n", "See the boat.\n\n  [B]: c.html\n"]
)
def test_translation_makes_no_link_of_a_label(body: str) -> None:
    """A word in brackets is one, where the article defines it, however that is written."""
    catalog = Catalog("fr", messages=(Message("See the boat.", ("Voir [b] le bateau.",)),))
    version = walk.render(article(body), "fr", catalog)
    assert [run.state for run in version.runs] == ["refused"]
    version = walk.render(article("See the boat.\n"), "fr", catalog)
    assert [run.state for run in version.runs] == ["translated"]


TIED = "# A {#x}\n\n## B\n\na[^1] <b>x</b>\n\n[^1]: n\n\n<p>raw</p>\n"
"""An article that each version is walked by: raw HTML has words."""


def test_walked_page_has_the_arrows_of_its_language() -> None:
    """And the ids of its source, the stamps, and the marks of what is left."""
    catalog = Catalog("fr", messages=(Message("B", ("Bé",)), Message("raw", ("cru",))))
    version = walk.render(article(TIED), "fr", catalog, back_link="Retour {} <")
    assert 'title="Retour 1 &lt;"' in version.body
    assert "<h2" in version.body
    assert 'id="b"' in version.body
    assert ">Bé</h2>" in version.body
    assert "<p>cru</p>" in version.body
    assert 'data-line="7"' in version.body
    assert version.body.count('lang="en"') == 3
    assert [(run.text, run.state == "translated") for run in version.runs] == [
        ("A", False),
        ("Bé", True),
        ("a[^1] <b>x</b>", False),
        ("cru", True),
        ("n", False),
    ]


def test_walked_source_is_not_marked() -> None:
    """It is all in the language of the page."""
    assert "lang=" not in walk.render(article(TIED), "en", Catalog("en")).body


def test_walked_version_tells_what_was_taken_out() -> None:
    """With the article and the locale it is of."""
    one = article("a <script>b</script>\n\n<p onclick='c'>d</p>\n", slug="boats")
    version = walk.render(one, "fr", Catalog("fr"))
    assert (version.article, version.locale) == (one, "fr")
    assert len(version.removed) == 2
    assert version.address is not None
    assert version.address.state == "missing"
    assert "onclick" not in version.body


# Raw HTML that stands in a text of Markdown.


def test_raw_html_of_a_footnote_is_met() -> None:
    """The arrow behind it stays where it is, and only the words are marked."""
    body = 'a[^1]\n\n[^1]: <div title="t">x</div> y\n'
    assert [text for _, text in ids(body)] == ["a[^1]", "t", "x", "y"]
    written = page(body, {"a[^1]": "A[^1]", "t": "T", "x": "X"})
    assert (
        f'<div title="T">X</div> <span{LEFT}>y</span>&#160;<a class="footnote-backref"' in written
    )
    assert written.count("lang=") == 1


def test_tags_inside_a_text_stay_with_it() -> None:
    """What the parser has put by is shown to the translator, and put by again."""
    body = '<div markdown="1"><p>a <b>x</b></p></div>\n'
    assert ids(body) == [("paragraph", "a <b>x</b>")]
    assert f"<p{LEFT}>a <b>x</b></p>" in page(body)
    assert "<p>A *c* <i>X</i></p>" in page(body, {"a <b>x</b>": "A *c* <i>X</i>"})


def test_lone_image_inside_a_text_that_was_put_by_is_reached() -> None:
    """Its alternative is translated where it stands."""
    body = "<div markdown=\"1\"><p><img src='b.png' alt='Sea'></p></div>\n"
    assert ids(body) == [("image alternative", "Sea")]
    assert f"<p><img{LEFT} src='b.png' alt='Sea'></p>" in page(body)
    assert "<p><img src='b.png' alt='Mer'></p>" in page(body, {"Sea": "Mer"})


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("- <!-- check: ignore prose: x --> a\n", "<!-- check: ignore prose: x --> b"),
        ("- a <!-- check: ignore prose: x -->\n", "b <!-- check: ignore prose: x -->"),
        ("## a <!-- check: ignore prose: x --> {#c}\n", "b <!-- check: ignore prose: x -->"),
    ],
)
def test_comment_for_the_checks_stays_around_a_translation(body: str, written: str) -> None:
    """It is no part of the message, and stands where it stood."""
    assert [text for _, text in ids(body)] == ["a"]
    assert written in page(body, {"a": "b"})
    assert page(body, {"a": "b"}).count("check") == 1


def test_code_of_a_listing_is_no_raw_html() -> None:
    """Where comments are messages, a listing without one has none; raw HTML has its own."""
    body = "```html\n<p>a</p>\n```\n\n```python\nb = 1\n```\n\n<p>c</p>\n"
    assert [one.id for one in met(body, COMMENTS)] == ["c"]
    assert [one.id for one in met(body)] == ["c"]
