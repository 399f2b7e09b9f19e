"""Bytes to an `Article`: front matter, name, source locale, body."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from pipeline import addresses, front_matter, limits, locales
from pipeline.errors import ArticleError, PipelineError
from pipeline.model import Article, Field

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_HINT_ENCODING = "save the file as UTF-8"


def parse(data: bytes, path: str, locale: str, content: str = "") -> Article:
    """
    Give the article that *data* holds; its name is the slug of its front matter, or its file's name.

    Before it stand the folders between *content*, that of the articles, and the file.

    Raises `ArticleError` for what is not UTF-8, is empty, has front matter that does not parse, a
    slug that cannot be a folder, or breaks a limit.

    >>> article = parse(b"---\\ntitle: Boats\\n---\\n\\nText.\\n", "content/boats.md", "en")
    >>> article.name, article.text("title"), article.body_line
    ('boats', 'Boats', 5)
    """
    text = decode(data, path)
    meta, body, body_line = _split(text, path)
    if not body.strip():
        hint = "write the article, or remove the file"
        raise ArticleError("the article has no text", path=path, hint=hint)
    limits.check_article(body, path, body_line)
    return Article(
        _name(meta, path, content), path, _locale(meta, path, locale), body, body_line, meta
    )


def decode(data: bytes, path: str) -> str:
    """Give *data* as text: UTF-8, without a byte order mark, lines ended by a line feed."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ArticleError("not UTF-8", path=path, line=line, hint=_HINT_ENCODING) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ArticleError("holds a NUL byte", path=path, line=line, hint=_HINT_ENCODING)
    if not text.strip():
        raise ArticleError("the file is empty", path=path, hint="write the article, or remove it")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _split(text: str, path: str) -> tuple[Mapping[str, Field], str, int]:
    if text.startswith("+++\n"):
        hint = 'write it as YAML between lines of "---"'
        raise ArticleError("front matter in TOML is not read", path=path, line=1, hint=hint)
    opening = _FENCE.match(text)
    if not opening:
        return {}, text, 1
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        hint = 'close it with a line "---"'
        raise ArticleError("the front matter is not closed", path=path, line=1, hint=hint)
    front = text[opening.end() : closing.start()]
    limits.check_front_matter(front, path)
    meta = front_matter.parse(front, path)
    rest = text[closing.end() :]
    body = rest.lstrip("\n")
    line = text.count("\n", 0, closing.end()) + len(rest) - len(body) + 1
    return meta, body, line


def _name(meta: Mapping[str, Field], path: str, content: str) -> str:
    field = meta.get("slug")
    if field is None:
        name = addresses.slug(path.rpartition("/")[2].rpartition(".")[0])
        place = None
    else:
        name = unicodedata.normalize("NFC", str(field.value))
        place = field.origin.place.line
    folder = addresses.below(path, content)
    whole = f"{folder}/{name}" if folder else name
    # Only folders make parts: a slug is one.
    reason = addresses.UNSAFE if "/" in name else addresses.refusal(whole)
    if reason:
        hint = 'use letters, digits and "-", such as "blood-pressure"'
        if reason == addresses.RESERVED:
            hint = "give the article another slug in its front matter"
        raise ArticleError(f'the slug "{whole}" {reason}', path=path, line=place, hint=hint)
    _check_aliases(meta, path)
    return whole


def _check_aliases(meta: Mapping[str, Field], path: str) -> None:
    for text in addresses.texts(meta.get("aliases")):
        if reason := addresses.alias_refusal(text):
            line = meta["aliases"].origin.place.line
            hint = 'write it as "old-name", or from the site on as "/en/old-name/"'
            raise ArticleError(
                f'the former address "{text}" {reason}', path=path, line=line, hint=hint
            )


def _locale(meta: Mapping[str, Field], path: str, default: str) -> str:
    field = meta.get("locale") or meta.get("lang")
    if field is None:
        return default
    try:
        return locales.parse(str(field.value))
    except PipelineError as error:
        line = field.origin.place.line
        raise ArticleError(error.message, path=path, line=line, hint=error.hint) from None
