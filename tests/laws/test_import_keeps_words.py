"""Law: importing a text loses, adds and changes no word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from importer_shown import text, words

from pipeline import importer

_MARKS = st.sampled_from(list("*_`[](){}<>#+-.!|~=:&;\\^\"'/@0123456789 ") + ["&amp;", "<b>", "10.1000/"])
_LETTERS = st.sampled_from("abyzABéßюЯ日本語ابج")
_SOUP = st.lists(_MARKS | _LETTERS, min_size=1, max_size=40).map("".join)
_PROSE = st.lists(
    st.sampled_from(
        "Tea is a drink and The leaf grows. Why? WATER https://a.example/b_c (2006). Doe, J. 1. 2."
        " - * > # ## === --- 12) x@y.example doi:10.1000/a • snake_case R&D C# www.a.example".split()
    ),
    min_size=1,
    max_size=25,
).map(" ".join)
_LINE = st.tuples(st.sampled_from(["", "", "", "- ", "* ", "1. ", "2. ", "> ", "    "]), _SOUP | _PROSE)
_LINES = st.lists(_LINE.map("".join) | st.just(""), min_size=2, max_size=14)


@given(_LINES)
def test_text_keeps_its_words(lines: list[str]) -> None:
    """Plain text of any kind shows the same words in the same order."""
    source = "Title\n" + "\n".join(lines) + "\nLast words here.\n"
    made = importer.convert(source.encode(), "a.txt")
    named = any("made of the file's name" in guess for guess in made.guesses)
    fields = ("description",) if named else ("title", "description")
    assert words(text(made.text, fields)) == words(source)


@given(st.lists(_SOUP, min_size=1, max_size=5))
def test_text_keeps_its_signs(lines: list[str]) -> None:
    """A paragraph that begins with a word shows every sign as it stood."""
    source = "\n\n".join(f"Word {line} word." for line in lines)
    made = importer.convert(f"Title\n\n{source}\n\nEnd.".encode(), "a.txt")
    assert "".join(text(made.text).split()) == "".join(f"Title{source}End.".split())
