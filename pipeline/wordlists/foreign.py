"""The lists that other spelling tools keep, read as they are: cspell, codespell, typos, Hunspell."""

from __future__ import annotations

import configparser
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

import yaml

from pipeline import toml
from pipeline.errors import ConfigError, PipelineError
from pipeline.model import Source
from pipeline.spelling.lexicon import LONGEST
from pipeline.wordlists.plain import COMMENT, Entry, WordList, clean, text

_LARGEST = 4_000_000
_DEEPEST = 50
_COMMENTS = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|//[^\n]*|/\*.*?(?:\*/|\Z)', re.DOTALL)
_TRAILING = re.compile(r'("(?:[^"\\]|\\.)*(?:"|\Z))|,(?=\s*[}\]])', re.DOTALL)
_MARKS = "+*~"


def read(source: Source) -> WordList:
    r"""
    Give the words of another tool's file, told apart by its name, and the lists that it names.

    cspell's settings (JSON with comments, YAML), codespell's (`.codespellrc`, `setup.cfg`,
    `pyproject.toml`), those of typos, Hunspell's personal dictionaries, and any other file as plain
    words. Forbidden words and corrections are left out. Raises `PipelineError` with the line of
    what does not parse.

    >>> read(Source(".codespellrc", b"[codespell]\nignore-words-list = ist,nd\n")).words == {"ist", "nd"}
    True
    >>> read(Source("cspell.json", b'{"words": ["ketamine", "!wich"], // ours\n}')).words
    frozenset({'ketamine'})
    """
    name = PurePosixPath(source.path.replace("\\", "/")).name.lower()
    if len(source.data) > _LARGEST:
        raise PipelineError(f"larger than {_LARGEST:,} bytes", path=source.path, hint="split it")
    match name.rpartition(".")[2]:
        case "json" | "jsonc":
            data = _json(source)
            return _cspell(source, data.get("cspell", {}) if name == "package.json" else data)
        case "yaml" | "yml":
            return _cspell(source, _yaml(source))
        case "toml":
            return _toml(source)
        case "codespellrc" | "cfg" | "ini":
            return _codespell(source)
        case "dic":
            return _list(source, _personal(text(source)))
    return _list(source, _plain(text(source)))


def _list(source: Source, words: Iterable[str], files: Iterable[str] = ()) -> WordList:
    cleaned = (clean(word) for word in words)
    entries = tuple(Entry(word) for word in cleaned if 0 < len(word) <= LONGEST)
    return WordList(source.path, entries, tuple(files))


def _plain(words: str) -> Iterator[str]:
    for line in words.splitlines():
        for word in COMMENT.sub("", line).split():
            # cspell forbids with "!", joins with "+" and "*", and marks what has lost its capitals.
            if not word.startswith("!"):
                yield word.strip(_MARKS)


def _personal(words: str) -> Iterator[str]:
    """A Hunspell dictionary, or LibreOffice's of the user: counted or headed, and with flags."""
    lines = words.splitlines()
    if lines and lines[0].startswith("OOoUserDict"):
        end = lines.index("---") if "---" in lines else 0
        lines = [] if "type: negative" in lines[:end] else lines[end + 1 :]
        lines = [line.partition("==")[0].replace("=", "") for line in lines]
    for line in lines:
        word = line.partition("\t")[0].strip().partition("/")[0]
        if word and not word.isdigit() and not word.startswith("*"):
            yield word


def _cspell(source: Source, data: Any) -> WordList:
    if not isinstance(data, dict):
        raise PipelineError("has no settings of cspell", path=source.path)
    listed = (
        word
        for key in ("words", "ignoreWords", "userWords")
        for word in _texts(data.get(key), source, key)
    )
    used = set(_texts(data.get("dictionaries"), source, "dictionaries"))
    files = [
        str(one["path"])
        for one in data.get("dictionaryDefinitions") or ()
        if isinstance(one, dict)
        and isinstance(one.get("path"), str)
        and one.get("name") in used
        and str(one["path"]).endswith((".txt", ".dic"))
    ]
    return _list(source, _plain("\n".join(listed)), files)


def _toml(source: Source) -> WordList:
    data = toml.read(text(source), source.path).data
    tools = data.get("tool", {})
    words: list[str] = []
    files: list[str] = []
    for typos in (data, tools.get("typos", {})):
        tables = [typos.get("default", {}), *dict(typos.get("type", {})).values()]
        for table in tables:
            for key in ("extend-words", "extend-identifiers"):
                # "teh" = "the" is a correction, "nd" = "nd" says that it is right.
                words += [word for word, right in table.get(key, {}).items() if word == right]
    codespell = tools.get("codespell", {})
    words += _split(codespell.get("ignore-words-list"))
    files += _split(codespell.get("ignore-words"))
    return _list(source, words, files)


def _codespell(source: Source) -> WordList:
    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)
    try:
        parser.read_string(text(source), source.path)
    except configparser.Error as error:
        line = (
            getattr(error, "lineno", None) or next(iter(getattr(error, "errors", ())), (None,))[0]
        )
        message = "is not a file of settings"
        hint = 'codespell\'s begin with "[codespell]"'
        raise ConfigError(message, path=source.path, line=line, hint=hint) from None
    section = dict(parser["codespell"]) if parser.has_section("codespell") else {}
    words = _split(section.get("ignore-words-list"))
    return _list(source, words, _split(section.get("ignore-words")))


def _json(source: Source) -> dict[str, Any]:
    bare = _COMMENTS.sub(_blank, text(source))
    try:
        data = json.loads(_TRAILING.sub(lambda match: match[1] or "", bare) or "{}")
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        reason = getattr(error, "msg", "nested too deeply").lower()
        raise ConfigError(f"is not JSON: {reason}", path=source.path, line=line) from None
    return data if isinstance(data, dict) else {}


def _blank(match: re.Match[str]) -> str:
    """Keep a string, and of a comment its line ends."""
    return match[0] if match[0].startswith('"') else "\n" * match[0].count("\n")


def _yaml(source: Source) -> Any:
    # The parser in C: a list of 100,000 words takes the one in Python half a minute.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    listed = text(source)
    try:
        _refuse_growth(yaml.parse(listed, loader), source)
        return yaml.load(listed, loader) or {}  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        problem = error.problem or "it does not parse"
        raise ConfigError(f"is not YAML: {problem}", path=source.path, line=line) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise ConfigError("is not YAML", path=source.path) from None


def _refuse_growth(events: Iterable[Any], source: Source) -> None:
    """Refuse what a list does not need: merged aliases grow without end, depth ends the process."""
    depth = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            hint = "write what it stands for"
            raise ConfigError("uses a YAML alias", path=source.path, line=line, hint=hint)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ConfigError("is nested too deeply", path=source.path, line=line)


def _texts(value: object, source: Source, key: str) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise ConfigError(f'"{key}" must be a list', path=source.path)
    return [one for one in value if isinstance(one, str)]


def _split(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    pieces = (piece for one in listed if isinstance(one, str) for piece in re.split(r"[,\n]", one))
    return [piece.strip() for piece in pieces if piece.strip()]
