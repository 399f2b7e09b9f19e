"""Law: importing a text or a page loses, adds and changes no word."""

from __future__ import annotations

from html import escape

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from importer_shown import page, text, visible, words
from pipeline import importer

_MARKS = st.sampled_from([*"*_`[](){}<>#+-.!|~=:&;\\^\"'/@0123456789 ", "&amp;", "<b>", "10.1000/"])
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
_STARTS = st.sampled_from(["", "", "", "- ", "* ", "1. ", "2. ", "> ", "    "])
_LINES = st.lists(
    st.tuples(_STARTS, _SOUP | _PROSE).map("".join) | st.just(""), min_size=2, max_size=14
)


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


def _element(names: str, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(names.split()), inner).map(
        lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
    )


_TEXT = _SOUP.map(escape) | st.just(" ") | st.just("<br>")
_INLINE = st.recursive(
    _TEXT,
    lambda inner: (
        _element(
            "em strong b i code span sub sup kbd q u a", st.lists(inner, max_size=3).map("".join)
        )
        | st.lists(inner, max_size=3).map(lambda parts: f'<a href="/b(c)_d*">{"".join(parts)}</a>')
    ),
    max_leaves=8,
)
_PHRASES = st.lists(_INLINE, min_size=1, max_size=4).map("".join)
_CELL = _element("td th", _PHRASES)
_ROW = st.lists(_CELL, min_size=1, max_size=3).map(lambda cells: f"<tr>{''.join(cells)}</tr>")
_TABLE = st.lists(_ROW, min_size=1, max_size=3).map(lambda rows: f"<table>{''.join(rows)}</table>")
_BLOCK = st.recursive(
    _element("p h2 h3 h4 pre", _PHRASES) | _PHRASES | _TABLE | st.just("<hr>"),
    lambda inner: (
        _element("div blockquote section", st.lists(inner, max_size=3).map("".join))
        | _element(
            "ul ol", st.lists(_element("li", st.lists(inner, max_size=3).map("".join))).map("".join)
        )
        | _element(
            "dl",
            st.lists(_element("dt", _PHRASES) | _element("dd", inner), max_size=4).map("".join),
        )
    ),
    max_leaves=8,
)


@given(st.lists(_BLOCK, max_size=5).map("".join))
def test_page_keeps_its_words(body: str) -> None:
    """The main content of a page shows the same words in the same order."""
    html = f"<title>T</title><main><p>First words here.</p>{body}<p>Last words here.</p></main>"
    made = importer.convert(html.encode(), "a.html")
    source = BeautifulSoup(html, "lxml").main
    assert words(visible(page(made.text), numbers=False)) == words(visible(source, numbers=False))
