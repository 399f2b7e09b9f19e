"""The fields above an article: YAML, read safely, with where each value stands."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml

from pipeline import limits
from pipeline.errors import ArticleError
from pipeline.model import Field, Origin

_TEXT = (str, int, float, date)
_WANTED: dict[str, tuple[type | tuple[type, ...], str]] = {
    "aliases": ((list, *_TEXT), "a list of former addresses"),
    "date": (date, "a date such as 2026-11-23"),
    "description": (_TEXT, "a text"),
    "draft": (bool, "true or false"),
    "grade": ((int, float), "a grade such as 9"),
    "lang": (str, 'a locale such as "pt-BR"'),
    "locale": (str, 'a locale such as "pt-BR"'),
    "slug": (_TEXT, "a text"),
    "tags": ((list, *_TEXT), "a list of texts"),
    "title": (_TEXT, "a text"),
}
"""What the pipeline reads itself; all other fields are the author's own."""


# By an escape YAML has them all: halves of characters, controls, and what is no character.
_UNSHOWN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DIGITS = 15
"""A number has no more: what YAML reads as one (`1:59:59`) can be too long to be written again."""


def parse(text: str, path: str) -> dict[str, Field]:
    """
    Give the fields of the front matter *text*, which begins on line 2 of the file at *path*.

    Raises `ArticleError` for what does not parse, a field that stands twice, and a value that
    cannot be meant: "draft: maybe" must not publish a draft.

    >>> parse("title: Boats\\ndraft: yes\\n", "boats.md")["draft"].value
    True
    """
    try:
        node, pairs, values = _read(text, path)
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
    fields: dict[str, Field] = {}
    for key, value in pairs:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        line = key.start_mark.line + 2
        if name in fields:
            hint = "leave one of them out"
            raise ArticleError(f'"{name}" stands twice', path=path, line=line, hint=hint)
        if name:
            fields[name] = Field(values.get(_plain(key)), _origin(value, path))
            _check(name, fields[name].value, path, line)
    return fields


def _read(text: str, path: str) -> tuple[yaml.Node | None, list[Any], object]:
    """Give *text* as YAML: its node, the pairs of that as they are written, and what it stands for."""
    harmless = _is_harmless(text)
    if not harmless:
        refuse_costly(text, path)
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        # What is merged into others is written anew in the node when values are made of it.
        pairs = list(node.value) if isinstance(node, yaml.MappingNode) else []
        return node, pairs, None if node is None else loader.construct_document(node)
    except (yaml.YAMLError, ValueError, RecursionError):
        if harmless:
            # Of two faults that one is told which stands in a word, and not in how words follow.
            refuse_costly(text, path)
        raise
    finally:
        loader.dispose()


def _is_harmless(text: str) -> bool:
    """
    Say whether *text* has none of what `refuse_costly` looks for, which takes as long as reading it.

    >>> _is_harmless("title: Boats"), _is_harmless("title: *boats")
    (True, False)
    """
    nested = text.count("[") + text.count("{") > limits.DEPTH
    return not (nested or "*" in text or "\\" in text or _UNSHOWN.search(text))


def _check(name: str, value: object, path: str, line: int) -> None:
    wanted = _WANTED.get(name)
    if wanted is None or value is None:
        return
    parts = [one for one in value if one is not None] if isinstance(value, list) else []
    known = isinstance(value, wanted[0]) and all(isinstance(one, _TEXT) for one in parts)
    if not known or not all(_sensible(one) for one in (value, *parts)):
        raise ArticleError(f'"{name}" must be {wanted[1]}', path=path, line=line)


def _sensible(value: object) -> bool:
    """Say whether a number is one that somebody can have meant."""
    return not isinstance(value, int | float) or abs(value) < 10**_DIGITS


def refuse_costly(text: str, path: str) -> None:
    """
    Raise an `ArticleError` for YAML that grows, is nested too deeply, or holds what no page can show.

    What does not parse raises YAML's own error.
    """
    depth = 0
    for token in yaml.scan(text, yaml.SafeLoader):
        match token:
            case yaml.AliasToken():
                # Nine levels of aliases grow to a billion values.
                hint = "write it out"
                raise ArticleError(
                    "the front matter uses a YAML alias", path=path, line=1, hint=hint
                )
            case yaml.ScalarToken() if found := _UNSHOWN.search(token.value):
                line = token.start_mark.line + 2
                message = f"the front matter holds the character U+{ord(found[0]):04X}"
                hint = "delete it: no page can show it"
                raise ArticleError(message, path=path, line=line, hint=hint)
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
