"""Bytes to an article: what is read, and what is refused with one clear line."""

from __future__ import annotations

import pytest

from pipeline import article
from pipeline.errors import ArticleError
from pipeline.model import Place

BODY = b"\nText.\n"


def refused(data: bytes, path: str = "content/boats.md") -> str:
    with pytest.raises(ArticleError) as caught:
        article.parse(data, path, "en")
    return str(caught.value)


def test_front_matter_and_body() -> None:
    """Fields keep their place, the body its first line."""
    found = article.parse(
        b"---\ntitle: 'Red boats'\ndraft: true\n---\n\n\nText.\n", "boats.md", "en"
    )
    assert found.meta["title"].origin.place == Place("boats.md", 2, 9)
    assert (found.draft, found.body_line, found.body) == (True, 7, "Text.\n")


def test_article_without_front_matter() -> None:
    """Front matter is not required; the name is the file's."""
    found = article.parse(b"Text.\n", "content/Red Boats.md", "en")
    assert (found.name, found.body_line) == ("red-boats", 1)


@pytest.mark.parametrize(
    ("stem", "name"),
    [("नींद", "नींद"), ("Été à la mer", "été-à-la-mer"), ("a_b--c", "a-b-c"), ("睡眠", "睡眠")],
)
def test_name_in_any_script(stem: str, name: str) -> None:
    """A file's name becomes a slug with its letters, and their marks, as they are."""
    assert article.parse(b"Text.\n", f"content/{stem}.md", "en").name == name


def test_windows_file() -> None:
    """A byte order mark and carriage returns change nothing."""
    found = article.parse(b"\xef\xbb\xbf---\r\ntitle: Boats\r\n---\r\nText.\r\n", "b.md", "en")
    assert (found.text("title"), found.body) == ("Boats", "Text.\n")


def test_locale_of_the_article() -> None:
    """An article may be written in another language than the project's."""
    assert article.parse(b"---\nlocale: pt_br\n---\nText.\n", "b.md", "en").locale == "pt-BR"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "content/boats.md: the file is empty"),
        (b"\n \n", "content/boats.md: the file is empty"),
        (b"one\ntwo \xff\n", "content/boats.md:2: not UTF-8"),
        (b"one\ntwo \x00\n", "content/boats.md:2: holds a NUL byte"),
        (b"---\ntitle: x\n", "content/boats.md:1: the front matter is not closed"),
        (b"---\ntitle: a: b\n---\nText\n", "content/boats.md:2: the front matter does not parse"),
        (b"---\na: [1\nb: 2\n---\nText\n", "content/boats.md:3: the front matter does not parse"),
        (
            b"---\n- one\n---\nText\n",
            "content/boats.md:2: the front matter is not a list of fields",
        ),
        (
            b"---\na: &x 1\nb: *x\n---\nText\n",
            "content/boats.md:1: the front matter uses a YAML alias",
        ),
        (
            b"---\na: 1\nb: " + b"[" * 19_000 + b"\n---\nText\n",
            "content/boats.md:3: the front matter is nested too deeply",
        ),
        (b"---\ntitle: x\n---\n\n", "content/boats.md: the article has no text"),
        (
            b"---\ndate: 2026-99-99\n---\nText\n",
            "content/boats.md:1: the front matter does not parse",
        ),
        (b"---\nlocale: xx-nonsense\n---\nText\n", "content/boats.md:2: unknown locale"),
        (
            b"---\ntitle: x\ndraft: maybe\n---\nText\n",
            'content/boats.md:3: "draft" must be true or',
        ),
        (b"---\ndate: soon\n---\nText\n", 'content/boats.md:2: "date" must be a date'),
        (b"---\ntitle: [a]\n---\nText\n", 'content/boats.md:2: "title" must be a text'),
        (b"---\ntitle: a\ntitle: b\n---\nText\n", 'content/boats.md:3: "title" stands twice'),
        (b"+++\ntitle = 1\n+++\nText\n", "content/boats.md:1: front matter in TOML"),
    ],
)
def test_bad_input(data: bytes, said: str) -> None:
    """One line names file and line, what is wrong and what to do."""
    line = refused(data)
    assert line.startswith(said)
    assert "\n" not in line


@pytest.mark.parametrize(
    "slug", ["../x", "a/b", "..", "a..b", "con", "site", "INDEX", "'-'", "a b"]
)
def test_slug_that_is_no_folder(slug: str) -> None:
    """A slug becomes a folder and an address, and nothing else."""
    line = refused(f"---\nslug: {slug}\n---\nText.\n".encode())
    assert line.startswith('content/boats.md:2: the slug "')


@pytest.mark.parametrize(
    "body",
    [
        "[" * 2000,
        "![" * 2000,
        "<a " * 2000,
        "[a](" * 2000,
        "[^1]" * 2000,
        "> " * 100 + "x",
        "- " * 100 + "x",
    ],
)
def test_hostile_block_is_refused(body: str) -> None:
    """What would take the parser minutes is refused before it is parsed, with its line."""
    line = refused(f"fine\n\n{body}\n".encode())
    assert line.startswith("content/boats.md:3: ")
