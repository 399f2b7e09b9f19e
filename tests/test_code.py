"""The comments and strings of code, and translations written in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.listings import comments as code
from pipeline.listings.comments import Part


def texts(source: str, language: str, *, strings: bool = False) -> list[str]:
    """What a translator reads of *source*."""
    return [part.text for part in code.parts(source, language, strings=strings)]


def only(source: str, language: str, *, strings: bool = False) -> Part:
    """The one part of *source*."""
    (part,) = code.parts(source, language, strings=strings)
    return part


def translated(source: str, language: str, translation: str) -> str | None:
    """*source* with its one comment translated."""
    part = only(source, language)
    written = code.write(part, translation)
    return None if written is None else code.splice(source, [(part, written)])


COMMENTS = {
    "python": ("row()  # Now\n", ["Now"]),
    "rust": ("/// Row.\n//! Now.\nrow();", ["Row.", "Now."]),
    "c": ("int a; /* Row */ int b; // Now\n", ["Row", "Now"]),
    "html": ("<p>a</p>\n<!-- Row -->", ["Row"]),
    "sql": ("SELECT 1 -- Row\n", ["Row"]),
    "bash": ("#!/bin/sh\n# Row\nrow # Now\n", ["Row", "Now"]),
    "css": ("a { b: c } /* Row */", ["Row"]),
    "haskell": ("{- Row -}\nrow -- Now\n", ["Row", "Now"]),
    "lisp": (";; Row\n(row)", ["Row"]),
    "toml": ("[a] # Row\n", ["Row"]),
}


@pytest.mark.parametrize("language", COMMENTS)
def test_comments_come_without_their_marks(language: str) -> None:
    """A translator reads the words only."""
    source, expected = COMMENTS[language]
    assert texts(source, language) == expected


def test_comments_on_successive_lines_are_one() -> None:
    """A sentence is not cut where the comment is wrapped."""
    assert texts("  // Get the\n  // boat.\n  row()\n", "rust") == ["Get the\nboat."]


def test_comments_at_different_margins_are_two() -> None:
    """They belong to different code."""
    assert texts("# One\nif a:\n    # Two\n    b\n", "python") == ["One", "Two"]


def test_comment_behind_code_stands_alone() -> None:
    """The line below says something else."""
    assert texts("a()  # One\n# Two\n", "python") == ["One", "Two"]


def test_lines_of_a_block_come_without_their_asterisks() -> None:
    """The decoration of a block is no text."""
    assert texts("/**\n * Get the\n * boat.\n */\nrow();", "java") == ["Get the\nboat."]


@pytest.mark.parametrize("source", ["# ----\n", "# 1\n", "#\n", "#!/bin/sh\n"])
def test_comment_without_words_is_no_message(source: str) -> None:
    """Rulers and numbers are the same in every language."""
    assert texts(source, "bash") == []


@pytest.mark.parametrize("language", ["", "no-such-language", "text"])
def test_unknown_language_has_no_comments(language: str) -> None:
    """Without a lexer nobody knows what is a comment."""
    assert texts("# Row\n// Row\n", language) == []


@pytest.mark.parametrize(
    "source", ["# Row\n" * code.LONGEST, "# Row" * code.LINE, "# Row\n" + "\n" * 500]
)
def test_code_that_costs_too_much_is_not_read(source: str) -> None:
    """Some lexers are quadratic."""
    assert texts(source, "python") == []


def test_info_string_may_say_more_than_the_language() -> None:
    """What stands behind the first word is for other readers."""
    assert texts("// Row\n", "rust,ignore") == ["Row"]


def test_translation_takes_the_comments_place() -> None:
    """Everything around it stays."""
    assert translated("a()  # Row\nb()\n", "python", "Rudern") == "a()  # Rudern\nb()\n"


def test_further_lines_get_the_mark() -> None:
    """A translation may have more lines than its source, and stays a comment."""
    assert translated("  // Row\n  a()\n", "rust", "Eins\nZwei") == "  // Eins\n  // Zwei\n  a()\n"


def test_further_lines_of_a_block_get_its_asterisk() -> None:
    """A block stays as it was drawn."""
    source = "/*\n * Get the\n * boat.\n */\n"
    assert translated(source, "c", "Hol\ndas\nBoot.") == "/*\n * Hol\n * das\n * Boot.\n */\n"


@pytest.mark.parametrize(
    ("source", "language", "translation"),
    [
        ("a() // Row\n", "c", "Eins\nsink()"),
        ("// Row\n", "c", "Eins\u2028sink()"),
        ("// Row\na()\n", "c", "Eins\\"),
        ("/* Row */", "c", "Eins */ sink() /*"),
        ("/* Row */", "rust", "Eins /* zwei"),
        ("<!-- Row -->", "html", "Eins --> <b>"),
        ("{- Row -}", "haskell", "Eins -} sink"),
    ],
)
def test_translation_that_leaves_its_comment_is_refused(
    source: str, language: str, translation: str
) -> None:
    """It would become code."""
    assert translated(source, language, translation) is None


def test_line_comment_may_say_anything() -> None:
    """Only its line ends it."""
    assert translated("// Row\n", "c", "Eins -- */ zwei") == "// Eins -- */ zwei\n"


@given(st.text(st.sampled_from("ab */#-\n\\\"'<>!{}"), max_size=12))
def test_what_is_written_stays_in_its_comment(translation: str) -> None:
    """The code around a comment is the same, whatever the translation."""
    result = translated("row(); /* Row */ sink();", "c", translation)
    if result is not None:
        assert result.startswith("row(); /* ")
        assert result.endswith(" */ sink();")
        assert result.count("*/") == 1


def test_strings_come_with_their_quotes() -> None:
    """In mdBook's catalogs they do, and comments with their marks and line ends."""
    source = "let a = \"One\"; // Row\n    // now\nlet b = 'c';\n"
    assert texts(source, "rust", strings=True) == ['"One"', "// Row\n    // now\n", "'c'"]


def test_block_comment_ends_before_its_line_does() -> None:
    """Only a line comment has its line end."""
    assert texts("/* One */\nrow();\n", "rust", strings=True) == ["/* One */"]


def test_keys_of_json_are_strings() -> None:
    """So they are for mdBook."""
    assert texts('{"a": "b"}', "json", strings=True) == ['"a"', '"b"']


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ('"Eins"', '"Eins"'),
        ('"Eins', None),
        ('Eins"', None),
        ('"Eins"; sink(); "zwei"', None),
    ],
)
def test_translated_string_stays_one(translation: str, expected: str | None) -> None:
    """What is not a string, from its first sign to its last, is code."""
    assert code.write(only('let a = "One";', "rust", strings=True), translation) == expected


def test_translated_comment_ends_with_its_line() -> None:
    """A line end that a translator forgot would join the next line to the comment."""
    part = only("// One\nrow();\n", "rust", strings=True)
    assert code.write(part, "// Eins") == "// Eins\n"
    assert code.write(part, "// Eins\nsink();\n") is None


def test_unchanged_parts_give_the_same_code() -> None:
    """What is written back as it was changes no byte."""
    source = "/* One\n   two */ a(); // Three\n// four\nb('c');\n"
    for strings in (False, True):
        found = list(code.parts(source, "c", strings=strings))
        written = [(part, code.write(part, part.text) or "") for part in found]
        assert code.splice(source, written) == source


def test_indentation_within_a_comment_is_text() -> None:
    """A list in a comment keeps its form, and no message begins with a space."""
    source = "//  Get:\n//    - the boat\n//  now\nrow();\n"
    part = only(source, "c")
    assert part.text == "Get:\n  - the boat\nnow"
    assert code.splice(source, [(part, code.write(part, part.text) or "")]) == source
