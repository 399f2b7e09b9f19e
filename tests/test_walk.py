"""The walk over single constructs; what holds for all of them is in laws/test_one_walk.py."""

from __future__ import annotations

import pytest

from pipeline import walk
from pipeline.deadline import deadline
from pipeline.errors import ArticleError
from pipeline.model import Article, Catalog, Field, Message, Origin, Place, Version


def article(body: str) -> Article:
    return Article("boats", "content/boats.md", "en", body)


def ids(body: str) -> list[tuple[str, str]]:
    return [(segment.kind, segment.id) for segment in walk.extract(article(body)).segments]


def render(body: str, *pairs: tuple[str, str], locale: str = "fr") -> Version:
    messages = tuple(Message(source, (string,)) for source, string in pairs)
    return walk.render(article(body), locale, Catalog(locale, messages=messages))


def test_paragraph_is_one_message() -> None:
    """Soft wraps are joined, inline markup stands as it was written."""
    assert ids("A *red*\nboat and `code`.\n") == [("paragraph", "A *red* boat and `code`.")]


def test_braces_at_the_end_of_a_paragraph_are_text() -> None:
    """Only a heading, a term or a cell has its attributes on the line itself."""
    assert ids("Hello {name}\n\n## Hi {#id}\n\nText\n{: .note }\n") == [
        ("paragraph", "Hello {name}"),
        ("heading 2", "Hi"),
        ("paragraph", "Text"),
    ]


def test_hard_break_is_kept() -> None:
    """Two spaces before the end of a line are part of the text."""
    assert ids("Shake.  \nBreathe.\n") == [("paragraph", "Shake.  \nBreathe.")]


def test_table_cells_have_their_column() -> None:
    """Each cell is a message that says in which column it stands."""
    assert ids("| Day | Dose |\n| --- | --- |\n| Monday | one |\n") == [
        ("table heading, column 1", "Day"),
        ("table heading, column 2", "Dose"),
        ("table cell, column 1", "Monday"),
        ("table cell, column 2", "one"),
    ]


def test_definition_list() -> None:
    """Terms and their bodies are messages of their own."""
    assert ids("Reef\n:   A ridge of rock.\n") == [
        ("term", "Reef"),
        ("definition", "A ridge of rock."),
    ]


def test_footnote_has_no_back_link_in_its_message() -> None:
    """The parser's own back link is no text of the article."""
    assert ids("Text.[^1]\n\n[^1]: A note.\n") == [
        ("paragraph", "Text.[^1]"),
        ("footnote", "A note."),
    ]


def test_admonition() -> None:
    """An admonition's title and body say what they are."""
    assert ids('!!! warning "Take care"\n    It is deep.\n') == [
        ("admonition title", "Take care"),
        ("admonition", "It is deep."),
    ]


def test_fence_in_list_is_code() -> None:
    """A comment in a fence below a list item is no heading."""
    body = "- one\n\n    ```sh\n    # not a heading\n    ```\n\n- two\n"
    assert ids(body) == [("list item", "one"), ("list item", "two")]
    assert "<code" in walk.extract(article(body)).html


def test_fence_in_quotation_is_code() -> None:
    """A fence behind quotation marks is code too."""
    body = "> ```\n> # comment\n> ```\n"
    assert ids(body) == []
    assert "# comment\n</code>" in walk.extract(article(body)).html


def test_fence_two_levels_deep_is_code() -> None:
    """A fence keeps its depth, and the list goes on behind it."""
    body = "1. one\n\n    - inner\n\n        ~~~\n        # code\n        ~~~\n\n    - more\n"
    assert [text for _, text in ids(body)] == ["one", "inner", "more"]


@pytest.mark.parametrize(
    "body",
    [
        "```\n~~~\n# code\n```\n",
        "> ~~~\n> ```\n> # code\n> ```\n> ~~~\n",
        "- ```\n  # code\n  ```\n",
        "1.  ~~~sh\n    # code\n    ~~~~\n",
        "[^1]:\n    ```\n    # code\n    ```\n",
        "Sea\n:   ```\n    # code\n    ```\n",
    ],
    ids=["tildes inside", "quoted", "after a marker", "closed by more", "footnote", "definition"],
)
def test_fence_is_code_wherever_it_stands(body: str) -> None:
    """What stands between two fences is never read as Markdown."""
    assert "code" not in [text for _, text in ids(body)]


@pytest.mark.parametrize("body", ["- one\n\n    ```\n    two\n", "> ```\n> two\n\nthree\n"])
def test_fence_that_is_not_closed_is_text(body: str) -> None:
    """A fence without its end takes nothing of the article away."""
    assert "two" in " ".join(text for _, text in ids(body))


def test_list_markers_with_wide_spaces_are_read_at_once() -> None:
    """Thirty markers two spaces apart could be taken for a fence's in 2^30 ways."""
    with deadline(5, "boats.md"):
        assert ids("-  " * 30 + "x\n") == [("list item", "x")]


def test_raw_html_is_reached() -> None:
    """Summaries, paragraphs, captions and alternatives inside raw HTML are messages."""
    body = (
        "<details><summary>How?</summary>\n<p>Like <b>this</b>.</p>\n"
        '<figure><img src="a.png" alt="A boat"><figcaption>Boats</figcaption></figure></details>\n'
    )
    assert ids(body) == [
        ("summary", "How?"),
        ("paragraph", "Like <b>this</b>."),
        ("image alternative", "A boat"),
        ("caption", "Boats"),
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<div title="a > b">text</div>\n', [("title", "a > b"), ("paragraph", "text")]),
        ("<div data-x=\"see title='foo'\"><p>text</p></div>\n", [("paragraph", "text")]),
        (
            "<div><img src=a alt='Sea'><p>text</p></div>\n",
            [("image alternative", "Sea"), ("paragraph", "text")],
        ),
        ("<div><!-- <p>no</p> -->text</div>\n", [("paragraph", "text")]),
        ("<div><p>text\n", [("paragraph", "text")]),
        ('<div><script>var a = "<p>no</p>";</script>text</div>\n', [("paragraph", "text")]),
        ("<p><code>x = y</code></p>\n", []),
        ("<p>Type <code>x</code>.</p>\n", [("paragraph", "Type <code>x</code>.")]),
    ],
    ids=[
        "> in quotes",
        "title in a value",
        "quotes",
        "comment",
        "unclosed",
        "script",
        "code",
        "mix",
    ],
)
def test_raw_html_is_read_as_a_browser_does(body: str, found: list[tuple[str, str]]) -> None:
    """Values, comments, scripts and code are told from text, also where a tag is not closed."""
    assert ids(body) == found


def test_raw_html_is_translated_in_place() -> None:
    """A translated attribute cannot break out of its quotation marks."""
    version = render('<p><img src="a.png" alt="A boat"></p>\n', ("A boat", 'Un "<bateau>'))
    assert 'alt="Un &quot;' in version.body


def test_untranslated_alternative_is_marked() -> None:
    """A picture in raw HTML says in which language its alternative still is."""
    body = render('<figure><img src="a.png" alt="A boat"></figure>\n').body
    assert "<img" in body
    assert 'lang="en"' in body


def test_reference_titles_and_abbreviations() -> None:
    """What the parser keeps beside the tree is translated as well."""
    body = '[Sea][s] and PTSD.\n\n[s]: https://example.org "The sea"\n\n*[PTSD]: stress disorder\n'
    version = render(body, ("The sea", "La mer"), ("stress disorder", "trouble du stress"))
    assert 'title="La mer"' in version.body
    assert 'title="trouble du stress"' in version.body


def test_front_matter_title_is_a_segment() -> None:
    """Title and description are translated with the article."""
    meta = {"title": Field("Boats", Origin("boats.md", ((0, 2, 8),)))}
    segments = walk.extract(Article("boats", "boats.md", "en", "Text.", 5, meta)).segments
    assert [(segment.kind, segment.origin.place) for segment in segments] == [
        ("title", Place("boats.md", 2, 8)),
        ("paragraph", Place("boats.md", 5, 1)),
    ]


def test_code_is_not_translatable() -> None:
    """Code, an address alone, and numbers ask nothing of a translator."""
    assert ids("`code`\n\n<https://example.org>\n\n    indented\n\n1.5 %\n") == []


def test_skip_directive() -> None:
    """A skipped block is left alone, in the language of the source."""
    body = "<!-- i18n: skip -->\n\nLeave me.\n\nTake me.\n"
    assert ids(body) == [("paragraph", "Take me.")]
    assert '<p lang="en" dir="ltr">Leave me.' in render(body).body.replace(
        'dir="ltr" lang="en"', 'lang="en" dir="ltr"'
    )


def test_note_and_context_directives() -> None:
    """A note reaches the translator; a context tells equal texts apart."""
    body = "<!-- i18n: note The month. -->\n\n<!-- i18n: context month -->\n\nMay\n\nMay\n"
    first, second = walk.extract(article(body)).segments
    assert (first.context, first.notes) == ("month", ("The month.",))
    assert (second.context, second.notes) == (None, ())


def test_directive_inside_an_admonition() -> None:
    """Directives hold wherever a block can stand."""
    body = "!!! note\n    <!-- i18n: skip -->\n\n    Leave me.\n\n    Take me.\n"
    assert ("admonition", "Leave me.") not in ids(body)


def test_skip_takes_a_whole_list() -> None:
    """A directive inside an item skips the block behind it with all that is in it, and no more."""
    body = "- a\n\n    <!-- i18n: skip -->\n\n    - Leave.\n    - Me.\n\n- Take.\n"
    assert [text for _, text in ids(body)] == ["a", "Take."]


def test_text_behind_a_tag_is_marked() -> None:
    """Inside `markdown="1"`, what follows an element says its language as well, and is read once."""
    body = '<div markdown="1">\n<p>One <b>two</b></p> *three*\n</div>\n'
    assert [text for _, text in ids(body)] == ["One <b>two</b>", "*three*"]
    version = render(body, ("One <b>two</b>", "Un <b>deux</b>"))
    translated, left = version.body.split("Un <b>deux</b>")
    assert 'lang="en"' not in translated
    assert 'lang="en"' in left
    assert "<em>three</em>" in left


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("boat\n\nboat\n\n- boat\n", [(1, 1), (3, 1), (5, 3)]),
        ("-\tone\ttwo\n\n\tthree\n", [(1, 3), (3, 2)]),
        ("| 小 | 舟 |\n|--|--|\n| 舟 | 小 |\n", [(1, 3), (1, 7), (3, 3), (3, 7)]),
        ("> > one\n\nbone one\n\none\n", [(1, 5), (3, 1), (5, 1)]),
    ],
    ids=["repeated", "tabs", "letters without spaces", "part of a word"],
)
def test_run_is_found_again(body: str, places: list[tuple[int, int]]) -> None:
    """Each run is placed where it stands, and not where the same letters stood before."""
    found = [segment.origin.place for segment in walk.extract(article(body)).segments]
    assert [(place.line, place.column) for place in found] == places


def test_untranslated_run_is_marked() -> None:
    """What stays in the source's language says so, and only that."""
    body = "- one\n\n    - two\n"
    version = render(body, ("two", "deux"))
    assert 'lang="en"' in version.body.split("one")[0]
    assert 'lang="en"' not in version.body.split("one")[1]


def test_anchor_is_that_of_the_source() -> None:
    """A translated heading keeps the address that links of every language lead to."""
    assert 'id="red-boats"' in render("## Red boats\n", ("Red boats", "Bateaux")).body


def test_fuzzy_is_not_shown() -> None:
    """A translation that waits for review does not reach readers."""
    catalog = Catalog("fr", messages=(Message("Boat", ("Bateau",), fuzzy=True),))
    version = walk.render(article("Boat\n"), "fr", catalog)
    assert "Bateau" not in version.body
    assert version.runs[0].state == "fuzzy"


def test_obsolete_is_not_shown() -> None:
    """An obsolete entry translates nothing."""
    catalog = Catalog("fr", messages=(Message("Boat", ("Bateau",), obsolete=True),))
    assert walk.render(article("Boat\n"), "fr", catalog).runs[0].state == "missing"


@pytest.mark.parametrize("bad", ["a\x02wzxhzdk:0\x03", "a\x1bb", "\u202ea", "[" * 600])
def test_unsafe_translation_is_refused(bad: str) -> None:
    """A control character or a text made to be slow is never swapped in."""
    version = render("Boat\n\n<div>secret</div>\n", ("Boat", bad))
    assert version.runs[0].state == "refused"
    assert version.body.count("secret") == 1


@pytest.mark.parametrize(
    "translation",
    [
        "<script>alert(1)</script>x",
        "[x](javascript:alert(1))",
        "*a*{: onclick=alert(1) style=position:fixed }",
        '<img src="x" onerror="alert(1)">',
        "</p></body><iframe src='https://example.org'></iframe>x",
    ],
)
def test_translation_cannot_run_script(translation: str) -> None:
    """Whatever a translation holds, no script, handler, frame or unsafe address is left."""
    body = render("Boat\n", ("Boat", translation)).body
    for bad in ("<script", "javascript:", "onclick", "onerror", "<iframe", "position", "</body"):
        assert bad not in body


def test_ids_of_the_page_cannot_be_taken() -> None:
    """The skip link leads to the page's own element."""
    assert "_main" not in render('<p id="_main">Boat</p>\n').body


def test_translation_cannot_make_blocks() -> None:
    """Headings, lists and tables in a translation stay text of their block."""
    body = render("Boat\n", ("Boat", "# One\n\n- two\n\n| a | b |\n| - | - |")).body
    assert "<h1" not in body
    assert "<li" not in body
    assert "<table" not in body


def test_deep_nesting_is_a_users_error() -> None:
    """What the parser cannot nest is one clear line."""
    with pytest.raises(ArticleError, match="nested too deeply"):
        walk.extract(article("> " * 3000 + "a\n"))


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('<div x="\n\nu', ""),
        ('<div title="\n\nu', ""),
        ("<title>\n\nu", "<p>&lt;/p&gt;\n&lt;p&gt;u&lt;/p&gt;</p>"),
        ("<plaintext>\n\nu", "<p></p>&lt;/p&gt;\n&lt;p&gt;u&lt;/p&gt;"),
        (
            '<p data-line="7">x</p>\n\n<title>\n\nu',
            '<p data-line="7">x</p>\n\n<p>&lt;/p&gt;\n&lt;p&gt;u&lt;/p&gt;</p>',
        ),
    ],
)
def test_raw_html_that_is_left_open_takes_no_stamps_in(body: str, shown: str) -> None:
    """A stamp that stands in a value or in text ends it, and cannot be taken out: the page has none."""
    version = walk.render(article(body), "en", Catalog("en"))
    assert version.body == shown
    assert [run.text for run in version.runs] == [
        one.id for one in walk.extract(article(body)).segments
    ]


SLUG = Field("red-boats", Origin("content/boats.md", ((0, 3, 7),)))


def test_slug_is_a_message_and_no_text_of_the_page() -> None:
    """It may be translated, by its context, and stands in no run."""
    one = Article(
        "red-boats",
        "content/boats.md",
        "en",
        "A boat. [Tip]\n\n*[Tip]: Hint\n",
        meta={"slug": SLUG},
    )
    (first, *_) = walk.extract(one).segments
    assert (first.kind, first.id, first.context) == ("address", "red-boats", "address")
    bateaux = Message("red-boats", ("bateaux",), context="address")
    version = walk.render(one, "fr", Catalog("fr", messages=(bateaux,)))
    assert version.address
    assert (version.address.text, version.address.message) == ("bateaux", bateaux)
    assert "address" not in {run.segment.kind for run in version.runs}


def test_labels_of_references_are_the_articles() -> None:
    """A translation may spell them otherwise, but not lead elsewhere."""
    body = "See [the boat][b].\n\n[b]: c.html\n[d]: e.html\n"
    source = "See [the boat][b]."
    assert '<a href="c.html">le bateau</a>' in render(body, (source, "Voir [le bateau][B].")).body
    assert [run.state for run in render(body, (source, "Voir [le bateau][d].")).runs] == ["refused"]


def test_page_that_is_walked_marks_what_is_left() -> None:
    """An abbreviation ties the texts to the page; a list item that is translated covers none below it."""
    body = "- one PTSD\n\n    two\n\n*[PTSD]: stress\n"
    version = render(body, ("two", "deux"))
    assert '<p data-line="1" dir="ltr" lang="en">one' in version.body
    assert '<p data-line="3">deux</p>' in version.body
    run = next(run for run in version.runs if run.state == "translated")
    assert run.message == Message("two", ("deux",))
