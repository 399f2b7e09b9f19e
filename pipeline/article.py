"""Bytes to an `Article`: front matter, name, source locale, body."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

import yaml

from pipeline import limits, locales
from pipeline.errors import ArticleError, PipelineError
from pipeline.model import Article, Field, Origin

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_SLUG = re.compile(r"\w+(?:-+\w+)*")
_RESERVED = frozenset(
    ["site", "index", "con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)
_HINT_ENCODING = "save the file as UTF-8"


def parse(data: bytes, path: str, locale: str) -> Article:
    """
    Give the article that *data* holds; its name is the slug of its front matter, or its file's name.

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
    return Article(_name(meta, path), path, _locale(meta, path, locale), body, body_line, meta)


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
    opening = _FENCE.match(text)
    if not opening:
        return {}, text, 1
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        hint = 'close it with a line "---"'
        raise ArticleError("the front matter is not closed", path=path, line=1, hint=hint)
    front = text[opening.end() : closing.start()]
    limits.check_front_matter(front, path)
    meta = _front_matter(front, path)
    rest = text[closing.end() :]
    body = rest.lstrip("\n")
    line = text.count("\n", 0, closing.end()) + len(rest) - len(body) + 1
    return meta, body, line


def _front_matter(text: str, path: str) -> dict[str, Field]:
    try:
        _refuse_costly(text, path)
        node = yaml.compose(text, yaml.SafeLoader)
        values = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        problem = error.problem or "not YAML"
        hint = 'put a value that holds ": " or begins with a mark in quotation marks'
        raise ArticleError(
            f"the front matter does not parse: {problem}", path=path, line=line, hint=hint
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else "not YAML"
        raise ArticleError(
            f"the front matter does not parse: {reason}", path=path, line=1
        ) from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode) or not isinstance(values, dict):
        hint = 'write lines such as "title: …"'
        raise ArticleError("the front matter is not a list of fields", path=path, line=2, hint=hint)
    return {
        str(key.value): Field(values.get(_plain(key)), _origin(value, path))
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode)
    }


def _refuse_costly(text: str, path: str) -> None:
    depth = 0
    for token in yaml.scan(text, yaml.SafeLoader):
        match token:
            case yaml.AliasToken():
                # Nine levels of aliases grow to a billion values.
                hint = "write it out"
                raise ArticleError(
                    "the front matter uses a YAML alias", path=path, line=1, hint=hint
                )
            case yaml.FlowSequenceStartToken() | yaml.FlowMappingStartToken():
                depth += 1
            case yaml.FlowSequenceEndToken() | yaml.FlowMappingEndToken():
                depth -= 1
        if depth > limits.DEPTH:
            # YAML's time grows with the square of the depth: 18 s for 19,000 brackets.
            line = token.start_mark.line + 2
            hint = "close each bracket, or put the value in quotation marks"
            raise ArticleError(
                "the front matter is nested too deeply", path=path, line=line, hint=hint
            )


def _plain(key: yaml.ScalarNode) -> object:
    """The key as `safe_load` built it: `yes` is a boolean there."""
    return yaml.SafeLoader("").construct_object(key)


def _origin(node: yaml.Node, path: str) -> Origin:
    mark = node.start_mark
    quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
    block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    # A block's text begins on the line below its mark.
    line, column = (mark.line + 3, 1) if block else (mark.line + 2, mark.column + 1 + int(quoted))
    return Origin(path, ((0, line, column),))


def _name(meta: Mapping[str, Field], path: str) -> str:
    field = meta.get("slug")
    if field is None:
        stem = path.rpartition("/")[2].rpartition(".")[0]
        name = re.sub(r"\W+", "-", unicodedata.normalize("NFC", stem)).strip("-_").lower()
        place = None
    else:
        name = unicodedata.normalize("NFC", str(field.value))
        place = field.origin.place.line
    if not _SLUG.fullmatch(name) or len(name) > 100:
        hint = 'use letters, digits and "-", such as "blood-pressure"'
        raise ArticleError(
            f'the slug "{name}" cannot be an address', path=path, line=place, hint=hint
        )
    if name.casefold() in _RESERVED:
        hint = "give the article another slug in its front matter"
        raise ArticleError(f'the slug "{name}" is reserved', path=path, line=place, hint=hint)
    return name


def _locale(meta: Mapping[str, Field], path: str, default: str) -> str:
    field = meta.get("locale") or meta.get("lang")
    if field is None:
        return default
    try:
        return locales.parse(str(field.value))
    except PipelineError as error:
        line = field.origin.place.line
        raise ArticleError(error.message, path=path, line=line, hint=error.hint) from None
