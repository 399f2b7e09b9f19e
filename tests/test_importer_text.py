"""Plain text to Markdown: what a line is taken for."""

from __future__ import annotations

import pytest

from importer_shown import page, parts
from pipeline import importer
from pipeline.importer import headings, lines, references, writer


def body(source: str) -> str:
    """Give the body that a text with a title makes."""
    text = importer.convert(f"Tea\n\n{source}\n".encode(), "tea.txt").text
    return parts(text)[1].rstrip("\n")


@pytest.mark.parametrize(
    "line",
    [
        "How does it work?",
        "More research",
        "TEA AND SLEEP:",
        "1.2 Why leaves matter",
        "Tea vs. coffee: Dr. Roe explains",
        "眠る前にすること",
        "ما هو الشاي؟",
        "2024 in tea",
    ],
)
def test_short_line_is_a_heading(line: str) -> None:
    """A short line that ends no sentence looks like a heading, in any script."""
    assert headings.looks_like(line)


@pytest.mark.parametrize(
    "line",
    [
        "Tea is hot.",
        "You need:",
        "and so on",
        "Drink it today. It is hot",
        "See https://a.example",
        "x@a.example",
        "“Hot tea”",
        "12/05/2024",
        "部屋を暗くします。",
        "الشاي ساخن۔",
        "By Ann Roe",
        "Tea " * 20,
        "x" * 91,
        "…",
    ],
)
def test_other_line_is_no_heading(line: str) -> None:
    """A sentence, a lead-in, an address, a date or a name is no heading."""
    assert not headings.looks_like(line.strip())


def test_heading_needs_text_below() -> None:
    """A short line at the end, or above a rule, heads nothing."""
    assert body("Some words.\n\nThe end\n\n---\n\nMore words.\n\nGoodbye") == (
        "Some words.\n\nThe end\n\n---\n\nMore words.\n\nGoodbye"
    )


def test_short_lines_in_a_row_are_no_headings() -> None:
    """Three short lines in a row are an address, a list or a poem."""
    assert "#" not in body(
        "Words come first.\n\nHarbour Road\nPort Town\nTea Land\nWe open at nine."
    )


def test_marked_headings_leave_short_lines_alone() -> None:
    """Where a text underlines its headings, a short line is a paragraph."""
    source = (
        "Leaves\n------\n\nShort line\n\nA tea has leaves.\n\nRoots\n------\n\nA tea has roots."
    )
    assert body(source).split("\n\n") == [
        "## Leaves",
        "Short line",
        "A tea has leaves.",
        "## Roots",
        "A tea has roots.",
    ]


@pytest.mark.parametrize(
    ("source", "levels"),
    [
        ("ONE\nWords.\nFirst\nWords.\nTWO\nWords.\nSecond\nWords.", [2, 3, 2, 3]),
        ("First\nWords.\nFAQ\nWords.\nLast\nWords.", [2, 2, 2]),
        ("1. One\nWords.\n1.1 Inner\nWords.\n2. Two\nWords.", [2, 3, 2]),
        ("One\n===\nWords.\n\nInner\n-----\nWords.\n\nTwo\n===\nWords.", [2, 3, 2]),
        ("=====\n One\n=====\nWords.\n\nInner\n-----\nWords.", [2, 3]),
    ],
)
def test_level_is_by_underline_capitals_and_number(source: str, levels: list[int]) -> None:
    """A heading's level is what its look says, and none is skipped."""
    found = [line for line in body(source).split("\n") if line.startswith("#")]
    assert [line.index(" ") for line in found] == levels


@pytest.mark.parametrize(
    ("source", "description"),
    [
        ("Tea\nIt is hot.\nWhat is tea?\nA leaf.", "It is hot."),
        ("Tea\nHot and good\nWhat is tea?\nA leaf.", "Hot and good"),
        ("Tea\nIt is hot.\nIt is good for you, at any time of the day.", "It is hot."),
        ("Tea\nAll about it\n\nIt is hot.\n\nWhy?\n\nIt is.", "All about it"),
        ("Tea\nWhat is tea?\nA leaf.", ""),
        ("Tea\nBy Ann Roe\nIt is hot and good at any time.", ""),
        ("Tea\n- hot\n- good", ""),
        ("Tea\nIt is hot.", ""),
        (f"Tea\n{'It is hot. ' * 30}\nWhy?\nIt is.", ""),
    ],
)
def test_subtitle_is_the_description(source: str, description: str) -> None:
    """A short line between the title and the text is a subtitle; it leaves the body."""
    fields, text = parts(importer.convert(source.encode(), "tea.txt").text)
    assert fields.get("description", "") == description
    assert not description or description not in text


def test_text_without_title_is_named_after_its_file() -> None:
    """Where no line can be a title, nothing is taken from the body."""
    made = importer.convert(b"- hot\n- good", "in/green_tea.txt")
    assert parts(made.text) == ({"title": "Green tea"}, "- hot\n- good\n")
    assert made.guesses == ("no line looks like a title: made of the file's name",)


def test_broken_lines_are_joined() -> None:
    """Lines broken at a width are one paragraph, and the guess names the width."""
    source = (
        "Tea\n\nTea is made of leaves that grow on\nhills. It is a drink that many of us\n"
        "like, and it is good.\nA new line begins here, and it goes\non for a while."
    )
    made = importer.convert(source.encode(), "tea.txt")
    assert parts(made.text)[1].split("\n\n") == [
        "Tea is made of leaves that grow on hills. It is a drink that many of us like, and it is good.",
        "A new line begins here, and it goes on for a while.\n",
    ]
    assert made.guesses[0] == "lines were broken at 36 columns: joined to paragraphs"


def test_ideographs_are_joined_without_a_space() -> None:
    """Broken lines of Japanese are joined as they are read."""
    assert body("緑茶は日本で一番よく飲まれているお茶です。緑\n茶は体によいと言われています。") == (
        "緑茶は日本で一番よく飲まれているお茶です。緑茶は体によいと言われています。"
    )


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("- a\n- b", "- a\n- b"),
        ("• a\n•b", "- a\n- b"),
        ("* a\n  * b\n    * c\n* d", "- a\n    - b\n        - c\n- d"),
        ("– a\n– b", "- a\n- b"),
        ("1. a\n2) b\n3. c", "1. a\n2. b\n3. c"),
        ("4. a\n5. b", "4. a\n5. b"),
        ("1. a\n\n2. b", "1. a\n2. b"),
        ("1. a\n   - x\n2. b", "1. a\n    - x\n2. b"),
        ("- a\n  goes on\n- b", "- a goes on\n- b"),
        ("- a\n\n  more\n\n- b", "- a\n\n    more\n\n- b"),
        ("- a\n1. x\n2. y", "- a\n\n1. x\n2. y"),
        ("1. a\n3. b", "1\\. a\n\n3\\. b"),
        ("7. a", "7\\. a"),
        ("01. a\n02. b", "01\\. a\n\n02\\. b"),
        ("1986. A year.\n1987. Another.", "1986\\. A year.\n\n1987\\. Another."),
        ("-5 degrees.\n-6 degrees.", "-5 degrees.\n\n-6 degrees."),
        ("> a\n>\n> b", "> a\n>\n> b"),
        ("a.\n\n* * *\n\nb.", "a.\n\n---\n\nb."),
    ],
)
def test_list_is_a_list(source: str, markdown: str) -> None:
    """Bullets, numbers that count and quotations are Markdown's; other numbers stay text."""
    assert body(f"Words come first.\n\n{source}") == f"Words come first.\n\n{markdown}"


def test_indented_paragraph_is_a_quotation() -> None:
    """A paragraph set apart by its margin is a quotation, first lines set in are not."""
    assert "> Hot tea," in body("Some say this.\n\n    Hot tea, they say, is good.\n\nIt is so.")
    assert ">" not in body("   Some say this.\n\n   Hot tea is good.\n\n   It is so.")


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("See www.a.example.", "See [www.a.example](https://www.a.example)."),
        ("(https://a.example/b_(c))", "(<https://a.example/b_(c)>)"),
        ("<https://a.example>", "<https://a.example>"),
        ("Ask tea@a.example, please.", "Ask <tea@a.example>, please."),
        ("DOI 10.1000/a*b.", "DOI [10.1000/a\\*b](https://doi.org/10.1000/a%2Ab)."),
        ("doi.org/10.1000/182", "[doi.org/10.1000/182](https://doi.org/10.1000/182)"),
        ("Wow!10.1000/182", "Wow\\![10.1000/182](https://doi.org/10.1000/182)"),
        ("At 10.30 or 10.1234 each.", "At 10.30 or 10.1234 each."),
        ("C# and R&D &copy; <b>.", "C# and R&D &amp;copy; &lt;b>."),
    ],
)
def test_address_is_a_link_that_shows_itself(source: str, markdown: str) -> None:
    """A bare address becomes a link to it; everything else is text, as it stood."""
    assert body(f"{source}\n\nMore.").split("\n\n")[0] == markdown
    assert source.strip("<>") in page(f"---\n---\n\n{markdown}").get_text()


@pytest.mark.parametrize(
    "start", ["# a", "> a", "+ a", "-", "=== b", ": a", "~~~", "!!! note", "| a"]
)
def test_line_does_not_begin_a_block(start: str) -> None:
    """A line of text never becomes Markdown's by the sign it begins with."""
    html = page(f"---\n---\n\nWord\n\n{writer.guard(writer.escape(start))}")
    assert [tag.name for tag in html.find_all(True)] == ["p", "p"]
    assert html.find_all("p")[1].get_text() == start.strip()


_REFERENCES = [
    "Doe, J., & Roe, R. (2019). Tides. Sea, 1(2), 3–4. https://doi.org/10.1000/1",
    "van der Berg JA, Roe R. Tides. Sea. 2018;4(2):11-9.",
    "World Tea Board (2020). Advice on tea. https://tea.example/a Accessed 3 May 2021.",
    "1. Doe JA. Tides. Sea 2020;1:2-3.",
    "Ørsted, H. (2001, May 3). Magnets. Retrieved from www.a.example/b",
]


@pytest.mark.parametrize("line", _REFERENCES)
def test_reference_is_known(line: str) -> None:
    """An entry begins with its author, or is dated in parentheses, and tells where to find it."""
    assert references.is_reference(line)


@pytest.mark.parametrize(
    "line",
    [
        "In 2019, Doe (2019) found that tides turn, see https://a.example.",
        "Tea was first sold in London in 1657.",
        "The board met (2020). It spoke of tea, and of much more than that, on 12-13 May.",
        "Doe, J. likes tea.",
        "Pages 3-4 of 2019.",
    ],
)
def test_prose_is_no_reference(line: str) -> None:
    """A sentence with a year, a name or an address stays a paragraph."""
    assert not references.is_reference(line)


def test_references_are_a_list_with_notes_below() -> None:
    """References that follow one another are one list, the notes below each inside it."""
    source = f"{_REFERENCES[0]}\n- A note.\n- Another.\n{_REFERENCES[1]}\nThat is all."
    items = page(f"---\n---\n\n{body(source)}").select("ul:not(li ul) > li")
    assert [len(item.select("li")) for item in items] == [2, 0]


def test_all_is_a_reference_under_their_heading() -> None:
    """Under a heading that says so, whatever has a year or an address is a reference."""
    assert body("Words.\n\nMore.\n\nQuellen\n\nTee heute, 2020.\n\nNur Text.").split("\n\n") == [
        "Words.",
        "More.",
        "## Quellen",
        "- Tee heute, 2020.",
        "Nur Text.",
    ]


def test_lines_are_numbered_as_in_the_file() -> None:
    """A block knows the line it begins at, also behind empty lines."""
    assert [block.line for block in lines.blocks("a\n\n\nb\r\n- c")] == [1, 4, 5]
