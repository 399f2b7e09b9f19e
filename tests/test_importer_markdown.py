"""Markdown to an article: front matter, title, levels, and nothing else touched."""

from __future__ import annotations

import pytest

from importer_shown import parts
from pipeline import importer
from pipeline.errors import ArticleError


def made(source: str) -> str:
    """Give the article that Markdown makes."""
    return importer.convert(source.encode(), "in/green-tea.md").text


def test_article_stays_byte_for_byte() -> None:
    """An article that has its front matter is left as it is, odd spaces and all."""
    source = (
        '---\ntitle:   "Tea"   # mine\nx: [1,  2]\n---\n\nHot.  \n\t\n* a\n+ b\n\n## C ##\n\n\n\nd'
    )
    assert made(source) == source + "\n"


def test_mark_and_line_ends_are_made_one() -> None:
    """A byte order mark goes, and a line ends in a line feed."""
    assert made("\ufeff# Tea\r\n\r\nHot.\rGood.\r\n") == "---\ntitle: Tea\n---\n\nHot.\nGood.\n"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# Tea", "Tea"),
        ("#Tea#", "Tea"),
        ("Tea\n===", "Tea"),
        ("# *Hot* `tea` & [milk](m.md)", "Hot tea & milk"),
        ("# Tea {#tea}", "Tea"),
        ("# snake_case \\*star\\* &amp; <b>b</b>", "snake_case *star* & b"),
        ("## Tea", "Tea"),
        ("Only words.", "Green tea"),
    ],
)
def test_title_is_the_first_heading(heading: str, title: str) -> None:
    """The first heading becomes the title, as plain text, or else the file's name does."""
    fields, body = parts(made(f"{heading}\n\nHot.\n"))
    assert fields == {"title": title}
    assert body == ("Only words.\n\nHot.\n" if title == "Green tea" else "Hot.\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## A\n\n### B", "## A\n\n### B"),
        ("# A\n\n## B", "## A\n\n### B"),
        ("### A\n\n#### B ####", "## A\n\n### B ####"),
        ("A\n---\n\n### B", "## A\n\n### B"),
        ("## A\n\n# B", "## A\n\n## B"),
        ("##### A\n\n# B\n\n###### C", "## A\n\n## B\n\n### C"),
        ("C#\n--\n", "## C\\#\n"),
    ],
)
def test_body_begins_at_level_two(before: str, after: str) -> None:
    """Headings move together, so that the first below the title is of level 2."""
    assert parts(made(f"# Tea\n\n{before}\n\nHot.\n"))[1] == f"{after}\n\nHot.\n"


@pytest.mark.parametrize(
    "block",
    [
        "```\n# a\n```",
        "~~~ x\n# a\n```\nB\n===\n~~~",
        "- c\n\n    ```\n# a\n    ```",
        "<!--\n# a\n-->",
        "<pre>\n# a\n</pre>",
        "    # a",
        "- x\n---",
        "a\nb\n---",
        "| a |\n---",
        "> x\n---",
        "\\# a",
    ],
)
def test_what_is_no_heading_stays(block: str) -> None:
    """Code, comments, raw HTML, lists, tables and rules are not taken for headings."""
    assert parts(made(f"# Tea\n\n{block}\n\n# B\n"))[1] == f"{block}\n\n## B\n"


def test_fence_that_never_closes_hides_nothing() -> None:
    """A fence without an end is text, as it is to Python-Markdown."""
    assert parts(made("# Tea\n\n```\n\n# B\n\nHot.\n"))[1] == "```\n\n## B\n\nHot.\n"


def test_title_is_added_to_front_matter() -> None:
    """Front matter without a title gets one and stays as it is otherwise."""
    assert made("---\nx: 'y'\n...\n# Tea\n\nHot.\n") == "---\ntitle: Tea\nx: 'y'\n---\n\nHot.\n"


def test_title_twice_is_said_once() -> None:
    """A first heading that repeats the front matter's title leaves; another one stays, moved."""
    front = "---\ntitle: Tea & me\n---\n\n"
    assert made(f"{front}# Tea &amp; *me*\n\n## A\n\nHot.\n") == f"{front}## A\n\nHot.\n"
    assert made(f"{front}# Other\n\nHot.\n") == f"{front}## Other\n\nHot.\n"


def test_locale_joins_front_matter_that_has_none() -> None:
    """A locale that is asked for does not contradict the one that stands there."""
    plain = importer.convert(b"# Tee\n\nWarm.\n", "a.md", locale="de").text
    assert plain == "---\ntitle: Tee\nlocale: de\n---\n\nWarm.\n"
    said = importer.convert(b"---\ntitle: T\nlang: fr\n---\n\nChaud.\n", "a.md", locale="de").text
    assert "de" not in said


def test_mapping_in_braces_is_opened() -> None:
    """Front matter that nothing can be added to is written anew, its values kept."""
    fields, _ = parts(made("---\n{x: [1], y: é}\n---\n# Tea\n\nHot.\n"))
    assert fields == {"title": "Tea", "x": [1], "y": "é"}


def test_empty_title_is_filled() -> None:
    """A title that was left empty is found in the text."""
    assert parts(made("---\ntitle:\nx: 1\n---\n# Tea\n\nHot.\n"))[0] == {"title": "Tea", "x": 1}


def test_text_between_rules_is_no_front_matter() -> None:
    """A text that begins with a rule keeps it."""
    assert parts(made("---\nHot tea\n---\n\nGood.\n"))[1].startswith("---\nHot tea\n---\n")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\na: b: c\n---\nx", 2),
        ("---\na: [\n---\nx", 3),
        ("+++\na = \n+++\nx", 2),
        (f"---\n{'[' * 5000}\n---\nx", 2),
        ("---\na: 2024-13-45\n---\nx", 1),
    ],
)
def test_broken_front_matter_is_named(source: str, line: int) -> None:
    """Front matter that does not parse is one clear error with its line."""
    with pytest.raises(ArticleError, match=r"front matter (does not parse|is nested)") as caught:
        made(source)
    assert caught.value.line == line
