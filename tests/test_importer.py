"""Imports plain text, pages and Markdown; the golden cases are files with what they become."""

from __future__ import annotations

from pathlib import Path

import pytest

from importer_shown import page, parts, text, words
from pipeline import importer
from pipeline.errors import ArticleError, PipelineError

_CASES = Path(__file__).parent / "cases" / "import"
_SOURCES = sorted(path.name for path in _CASES.iterdir() if path.suffix != ".expected")


def made(source: str, path: str = "in/tea.txt") -> str:
    """Give the article that a literal makes."""
    return importer.convert(source.encode(), path).text


def body(source: str, path: str = "in/tea.txt") -> str:
    """Give the body that a literal makes."""
    return parts(made(source, path))[1]


@pytest.mark.parametrize("name", _SOURCES)
def test_case_becomes_what_is_expected(name: str) -> None:
    """A file becomes the article that stands beside it."""
    result = importer.convert((_CASES / name).read_bytes(), name)
    assert result.text == (_CASES / f"{name}.expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", _SOURCES)
def test_import_twice_is_import_once(name: str) -> None:
    """What is imported is Markdown that imports as it is."""
    once = importer.convert((_CASES / name).read_bytes(), name).text
    assert importer.convert(once.encode(), "again.md").text == once


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b"Tea\nis \xff hot", 2, "not UTF-8"),
        ("Tea".encode("utf-16"), 1, "UTF-16"),
        (b"Tea\n\nis\0hot", 3, "binary"),
        (b"", None, "empty"),
        (b"\xef\xbb\xbf \r\n\t\n", None, "empty"),
    ],
)
def test_no_text_is_one_clear_line(data: bytes, line: int | None, what: str) -> None:
    """What is no text is named with its file and, where there is one, its line."""
    with pytest.raises(ArticleError, match=what) as caught:
        importer.convert(data, "in/tea.txt")
    assert (caught.value.path, caught.value.line) == ("in/tea.txt", line)
    assert caught.value.hint


@pytest.mark.parametrize(("path", "source"), [("a.md", b"# Tea\n"), ("a.html", b"<h1>Tea</h1>")])
def test_title_alone_is_no_article(path: str, source: bytes) -> None:
    """A file that leaves nothing to read is refused."""
    with pytest.raises(ArticleError, match="no text to import"):
        importer.convert(source, path)


def test_too_long_a_text_is_refused() -> None:
    """A text longer than any article is refused before it is read."""
    with pytest.raises(ArticleError, match="more than 1,000,000 characters"):
        importer.convert(b"Tea is hot. " * 100_000, "a.txt")


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("a.txt", "# Tea\n\nHot."),
        ("a.md", "# Tea\n\nHot."),
        ("a", "# Tea\n\nHot."),
        ("a.doc", "<!DOCTYPE html><h1>Tea</h1><p>Hot.</p>"),
        ("a.HTM", "<h1>Tea</h1><p>Hot.</p>"),
        ("a.x/tea", "# Tea\n\nHot."),
    ],
)
def test_kind_is_by_suffix_then_by_content(path: str, source: str) -> None:
    """The suffix says what a file is; without one that is known, its content does."""
    title = "# Tea" if path == "a.txt" else "Tea"
    assert parts(made(source, path))[0]["title"] == title


def test_locale_is_written_in_one_spelling() -> None:
    """The locale that was asked for stands in the front matter, before the page's own."""
    source = b"<html lang=en><h1>Tea</h1><p>Hot."
    fields = parts(importer.convert(source, "a.html", locale="pt_br").text)[0]
    assert fields["locale"] == "pt-BR"


def test_unknown_locale_is_refused() -> None:
    """A locale that is none is the user's error."""
    with pytest.raises(PipelineError, match="unknown locale"):
        importer.convert(b"Tea\nis hot.", "a.txt", locale="xx-nowhere")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tea & Sleep: What's Known?", "tea-sleep-whats-known"),
        ("Où est l’été ?", "ou-est-lete"),
        ("Straße nach Łódź", "strasse-nach-lodz"),
        ("睡眠と健康", "睡眠と健康"),
        ("النوم الجيد", "النوم-الجيد"),
        ("नींद", "नींद"),
        ("CON", "con-article"),
        ("…?!", "article"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 90, "x" * 60),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_name_is_the_title_s_slug(title: str, name: str) -> None:
    """A name is ASCII where the title allows it, short, and never a path."""
    assert importer.convert(f"# {title}\n\nText.\n".encode(), "a.md").name == name


@pytest.mark.parametrize("title", ["yes", "2024", "Tea: hot", "- tea", "'Tea'", "a # b", "tea: "])
def test_title_is_text_to_yaml(title: str) -> None:
    """A title comes out of the front matter as it went in."""
    assert parts(made(f"# {title}\n\nHot tea.\n", "a.md"))[0]["title"] == title.strip()


def test_control_characters_are_spaces() -> None:
    """A control character, which Markdown and YAML do not bear, is told of and made a space."""
    result = importer.convert("Tea\x07pot\u2028x\n\nis\x0bhot.".encode(), "a.txt")
    assert parts(result.text) == ({"title": "Tea pot x"}, "is hot.\n")
    assert result.guesses[0] == "3 control characters made a space"


def test_seed_keeps_every_word(seed: bytes) -> None:
    """The first article loses, adds and changes no word."""
    result = importer.convert(seed, "article.txt")
    assert words(text(result.text)) == words(seed.decode())


def test_seed_has_its_headings(seed: bytes) -> None:
    """Nine lines of the first article are set off: title, subtitle and seven headings of level 2."""
    result = importer.convert(seed, "article.txt")
    lines = seed.decode().split("\n")
    fields, article = parts(result.text)
    assert [fields["title"], fields["description"]] == lines[:2]
    headings = [line for line in article.split("\n") if line.startswith("#")]
    assert headings == [f"## {lines[number - 1]}" for number in (3, 7, 10, 14, 18, 20, 30)]


def test_seed_has_its_references(seed: bytes) -> None:
    """Its four references are a list, the note of each below it, each DOI a link."""
    result = importer.convert(seed, "article.txt")
    items = page(result.text).select("ul:not(li ul) > li")
    assert len(items) == 4
    for item in items:
        assert [link["href"] == link.get_text() for link in item.select(":scope > a")] == [True]
        assert item.a["href"].startswith("https://doi.org/10.")
        assert len(item.select("li")) == 1


def test_seed_s_guesses_are_told(seed: bytes) -> None:
    """An editor is told, by line, what was taken for what."""
    guesses = importer.convert(seed, "article.txt").guesses
    assert guesses[:2] == (
        "line 1: taken as the title",
        "line 2: taken as the subtitle, put in the description",
    )
    assert guesses[2].startswith("line 3: taken as a second title, heading 2: ")
    assert "line 22: 4 references found, their notes put below them" in guesses
