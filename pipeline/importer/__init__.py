"""
Makes an article of what people have: plain text, a page saved from a website, Markdown.

The result is a draft for an editor: nothing of the original's words is lost or changed, and what
had to be guessed is listed, so that it can be checked once and committed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline import limits, locales
from pipeline.errors import ArticleError
from pipeline.importer import writer
from pipeline.importer.html import read as read_html
from pipeline.importer.markdown import read as read_markdown
from pipeline.importer.text import read as read_text

__all__ = ["Imported", "convert"]

_READERS = {
    "txt": read_text,
    "text": read_text,
    "md": read_markdown,
    "markdown": read_markdown,
    "html": read_html,
    "htm": read_html,
    "xhtml": read_html,
}
_TAG = re.compile(r"<(?:!doctype html|html|head|body|main|article|div|p|h[1-6])\b", re.IGNORECASE)
_MARKUP = re.compile(r"\A---\n|^#{1,6} \S|^(?:```|~~~)|\]\(\S", re.MULTILINE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
# What Python or YAML takes for the end of a line, or refuses, is no character of an article.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Imported:
    """A new article: its name, its whole text with front matter, and what was guessed, line by line."""

    name: str
    text: str
    guesses: tuple[str, ...] = ()


def convert(data: bytes, path: str, *, locale: str | None = None) -> Imported:
    """
    Give the article that *data* makes; the suffix of *path* says what kind of file it is.

    No word is lost or changed. Raises `ArticleError` for what is not UTF-8, is empty or is no text.

    >>> made = convert(b"Boats\\nWhat floats?\\nWood does.\\n", "boats.txt")
    >>> made.name
    'boats'
    >>> print(made.text, end="")
    ---
    title: Boats
    ---
    <BLANKLINE>
    ## What floats?
    <BLANKLINE>
    Wood does.
    """
    tag = locales.parse(locale) if locale else ""
    source, replaced = _clean(_decode(data, path))
    read = _reader(path, source)
    if read is not read_html:
        _check_length(source, path)
    draft = read(source, path)
    _check_length(draft.body, path)
    if not draft.body.strip():
        hint = "give a file that has more than a title"
        raise ArticleError("there is no text to import", path=path, hint=hint)
    return Imported(
        writer.slug(draft.title), writer.assemble(draft, locale=tag), replaced + draft.guesses
    )


def _check_length(text: str, path: str) -> None:
    if len(text) > limits.ARTICLE:
        message = f"more than {limits.ARTICLE:,} characters"
        raise ArticleError(message, path=path, hint="split it into articles")


def _decode(data: bytes, path: str) -> str:
    if data.startswith(_WIDE):
        raise ArticleError("not UTF-8 but UTF-16", path=path, line=1, hint="save the file as UTF-8")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        hint = "save it as plain text, HTML or Markdown"
        raise ArticleError("a binary file, not text", path=path, line=line, hint=hint)
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save the file as UTF-8, if it is text"
        raise ArticleError("not UTF-8", path=path, line=line, hint=hint) from None
    if not source.strip():
        raise ArticleError("the file is empty", path=path, hint="give a file that has text")
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _clean(source: str) -> tuple[str, tuple[str, ...]]:
    """Give *source* with a space for every control character, and say how many there were."""
    cleaned, count = _CONTROL.subn(" ", source)
    return cleaned, (f"{writer.count(count, 'control character')} made a space",) if count else ()


def _reader(path: str, source: str) -> writer.Reader:
    suffix = path.rpartition("/")[2].rpartition(".")[2].lower()
    if known := _READERS.get(suffix):
        return known
    if _TAG.search(source):
        return read_html
    return read_markdown if _MARKUP.search(source) else read_text
