"""What a template tells its translators about each message."""

from __future__ import annotations

from pipeline import template, walk
from pipeline.model import Article, Catalog, Message

BODY = """\
A lead.

## Dose

Take one.

### Adults

Take one.

| Day | Dose |
| --- | --- |
| Monday | two |

## Care

Rest.[^1]

[^1]: Or sleep.
"""


def made(body: str, *, lines: bool = False) -> Catalog:
    article = Article("dose", "content/dose.md", "en", body, body_line=3)
    return template.template(walk.extract(article).segments, project="x", lines=lines)


def message(catalog: Catalog, id_: str) -> Message:
    return catalog.index()[None, id_]


def test_kind_and_section() -> None:
    """A translator reads what a text is and under which headings it stands."""
    catalog = made(BODY)
    assert message(catalog, "A lead.").notes == ("paragraph",)
    assert message(catalog, "Adults").notes == ("heading 3", "section: Dose")
    assert message(catalog, "Monday").notes == ("table cell, column 1", "section: Dose › Adults")
    assert message(catalog, "Rest.[^1]").notes == ("paragraph", "section: Care")


def test_a_footnote_is_in_no_section() -> None:
    """The parser puts footnotes last; they belong to where they are called."""
    assert message(made(BODY), "Or sleep.").notes == ("footnote",)


def test_a_text_in_several_sections_names_them() -> None:
    """One message, two places: both are told, in their order."""
    assert message(made(BODY), "Take one.").notes == (
        "paragraph",
        "section: Dose",
        "section: Dose › Adults",
    )


def test_a_text_in_many_sections_names_none() -> None:
    """A list of forty sections would help nobody, and change with each of them."""
    body = "".join(f"## Part {number}\n\nYes\n\n" for number in range(9))
    assert message(made(body), "Yes").notes == ("paragraph",)


def test_location_has_a_line_by_option() -> None:
    """Without, an edit above changes nothing in a catalog; with, each place has its line."""
    assert message(made(BODY), "Take one.").locations == ("content/dose.md",)
    with_lines = message(made(BODY, lines=True), "Take one.")
    assert with_lines.locations == ("content/dose.md:7", "content/dose.md:11")


def test_prose_is_markdown_and_no_format_string() -> None:
    """Weblate's flag stands on what is Markdown; "50 % d" is nobody's format."""
    catalog = made(
        "50% d of it\n\n![A red boat](boat.png)\n\n<img alt='A blue boat' src='b.png'>\n"
    )
    assert message(catalog, "50% d of it").flags == ("md-text",)
    assert message(catalog, "A blue boat").flags == ()


def test_what_stands_beside_the_text_is_in_no_section() -> None:
    """A link's title and an abbreviation are kept apart from where they are used."""
    body = '## One\n\nSee [it][a], HTML.\n\n[a]: b.md "A title"\n\n*[HTML]: a language\n\n## Two\n\nX.\n'
    catalog = made(body)
    assert message(catalog, "A title").notes == ("link title",)
    assert message(catalog, "a language").notes == ("abbreviation HTML",)


def test_a_skipped_heading_begins_its_section() -> None:
    """What stands below it is not in the section above."""
    catalog = made("# One\n\n<!-- i18n: skip -->\n\n# Two\n\nBelow.\n")
    assert message(catalog, "Below.").notes == ("paragraph", "section: Two")
