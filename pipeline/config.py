"""
The project's settings: `pipeline.toml`, or `[tool.pipeline]` in `pyproject.toml`, as one frozen value.

Each key has one reader, in a table: a reader takes a value that knows its line and gives what the
project understands by it, or says what it wanted. The first complaint ends the reading.
"""

from __future__ import annotations

import difflib
import json
import math
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pipeline import locales
from pipeline.errors import ConfigError, PipelineError
from pipeline.model import LEVELS, Level, Thresholds

OWN, SHARED = "pipeline.toml", "pyproject.toml"
"""The files that may hold the settings; in one folder the first wins."""

EXTENSIONS = frozenset({"legacy_em"})
"""
The Markdown extensions that may be added by name.

A dotted name would import and run any module, so only names of this list are taken. Of those that
come with Python-Markdown, `extra`, `admonition`, `sane_lists` and `toc` are always on; `meta` takes
lines from the text, `smarty` sets English quotation marks in every language, `nl2br` and `wikilinks`
give a meaning to line ends and words that a translation changes, `legacy_attrs` lets a translation
set attributes, and `codehilite` needs a library that nothing else would use.
"""

_FOLDERS = ("content", "locale_dir", "build", "public")
_SIZE = 1_000_000
# tomllib needs quadratic time for a key of very many parts: 20 s for 64 KB.
_DEEP = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){50}""")

_Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a job may cost."""

    deadline: float = 30.0
    """Seconds for one article in one locale."""


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What the project asks of one rule: a level of its own (None: the rule's), and options."""

    level: Level | Literal["off"] | None = None
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Config:
    """
    The settings of a project; without a file, the defaults.

    *locales* begin with *source*. Folders are relative to *root* and never leave it. *url* is the
    site's address without a slash at its end, or empty.
    """

    root: Path
    path: str = ""
    source: str = "en"
    locales: tuple[str, ...] = ("en",)
    content: str = "content"
    locale_dir: str = "locale"
    build: str = "build"
    public: str = "public"
    name: str = ""
    url: str = ""
    thresholds: Thresholds = Thresholds()
    overrides: Mapping[str, Thresholds] = field(default_factory=dict)
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    extensions: tuple[str, ...] = ()
    limits: Limits = Limits()
    rule_lines: Mapping[_Keys, int] = field(default_factory=dict, compare=False, repr=False)
    """Where each rule, and each of its options, stands in the file."""

    def thresholds_for(self, locale: str) -> Thresholds:
        """Give what a version in *locale* must reach."""
        return self.overrides.get(locale, self.thresholds)


def find(start: Path) -> Path | None:
    """Give the settings file of the folder *start*, or of the nearest folder above that has one."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for candidate in (folder / OWN, folder / SHARED):
            if _holds_settings(candidate):
                return candidate
    return None


def load(path: Path) -> Config:
    """Give the settings in the file at *path*; its folder is the project's root."""
    try:
        with path.open("rb") as file:
            data = file.read(_SIZE + 1)
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=str(path)) from None
    if len(data) > _SIZE:
        raise ConfigError(f"is longer than {_SIZE:,} bytes", path=str(path))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save the file as UTF-8"
        raise ConfigError("is not UTF-8", path=str(path), line=line, hint=hint) from None
    return parse(text, str(path), path.parent)


def parse(text: str, path: str, root: Path) -> Config:
    """
    Give the settings in *text*; *path* names the file in what is said about it.

    >>> parse('source = "en"\\nlocales = ["fr"]', "pipeline.toml", Path()).locales
    ('en', 'fr')
    """
    text = text.replace("\r\n", "\n")
    top = _settings(text, path)
    given = top.table(_READERS)
    listed = given.pop("locales", ())
    source = given.pop("source", None) or next(iter(listed), "en")
    thresholds = replace(Thresholds(), **given.pop("thresholds", {}))
    own = given.pop("locale", {})
    config = Config(
        root=root,
        path=path,
        source=source,
        locales=tuple(dict.fromkeys((source, *listed))),
        thresholds=thresholds,
        overrides={tag: replace(thresholds, **changes) for tag, changes in own.items()},
        rule_lines=top.lines_under("rules"),
        **given,
    )
    _check_folders(config, top)
    _check_overrides(config, top)
    return config


def check_rules(config: Config, known: Mapping[str, Collection[str]]) -> None:
    """
    Raise a `ConfigError` where *config* names a rule or an option that does not exist.

    *known* holds the option names of each rule. Where it maps them to their defaults, a value must
    also be of its default's type.
    """
    for name, setting in config.rules.items():
        if name not in known:
            hint = _hint(name, known, "`pipeline rules` lists them")
            raise _rule_error(config, (name,), f"unknown rule {_quote(name)}", hint)
        options = known[name]
        for option, value in setting.options.items():
            if option not in options:
                hint = _hint(option, {*options, "level"})
                message = f"unknown option {_quote(option)} of {name}"
                raise _rule_error(config, (name, option), message, hint)
            if isinstance(options, Mapping) and not _alike(value, options[option]):
                message = f"{_quote(option)} must be {_kind(options[option])}, not {_show(value)}"
                raise _rule_error(config, (name, option), message)


def _rule_error(config: Config, keys: _Keys, message: str, hint: str = "") -> ConfigError:
    line = config.rule_lines.get(keys)
    return ConfigError(message, path=config.path or None, line=line, hint=hint)


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of the file with the keys that lead to it, so that a complaint has its line."""

    data: Any
    keys: _Keys
    path: str
    lines: Mapping[_Keys, int]

    def error(self, message: str, hint: str = "") -> ConfigError:
        prefixes = (self.keys[:length] for length in range(len(self.keys), 0, -1))
        line = next((self.lines[keys] for keys in prefixes if keys in self.lines), None)
        return ConfigError(message, path=self.path, line=line, hint=hint)

    def must_be(self, wanted: str, hint: str = "") -> ConfigError:
        name = next((key for key in reversed(self.keys) if isinstance(key, str)), "")
        return self.error(f"{_quote(name)} must be {wanted}, not {_show(self.data)}", hint)

    def at(self, key: str | int) -> _Value:
        return replace(self, data=self.data[key], keys=(*self.keys, key))

    def entries(self) -> Iterator[tuple[str, _Value]]:
        """Give each key of a table with its value, in the order of the file."""
        if not isinstance(self.data, dict):
            raise self.must_be("a table")
        return ((key, self.at(key)) for key in self.data)

    def items(self, wanted: str) -> Iterator[_Value]:
        if not isinstance(self.data, list):
            raise self.must_be(f"a list of {wanted}")
        return (self.at(index) for index in range(len(self.data)))

    def table(self, readers: Mapping[str, _Reader]) -> dict[str, Any]:
        """Read each key of a table with its reader."""
        read = {}
        for key, value in self.entries():
            if key not in readers:
                raise value.error(f"unknown key {_quote(key)}", _hint(key, readers))
            read[key] = readers[key](value)
        return read

    def lines_under(self, key: str) -> dict[_Keys, int]:
        """Give the lines of what stands under *key*, by the keys that follow it."""
        start = (*self.keys, key)
        return {
            keys[len(start) :]: line
            for keys, line in self.lines.items()
            if keys[: len(start)] == start
        }


_Reader = Callable[[_Value], Any]


def _text(value: _Value) -> str:
    if not isinstance(value.data, str) or re.search(
        r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", value.data
    ):
        raise value.must_be("a text of one line")
    return value.data.strip()


def _url(value: _Value) -> str:
    text = _text(value)
    try:
        parts = urlsplit(text)
        good = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    if not good or re.search(r'[\s?#@<>"\\]', text):
        raise value.must_be("a web address", 'write it as "https://example.org/guide"')
    return text.rstrip("/")


def _locale(value: _Value) -> str:
    return _tag(_text(value), value)


def _tag(text: str, value: _Value) -> str:
    try:
        return locales.parse(text)
    except PipelineError as error:
        raise value.error(f"unknown locale {_quote(text)}", error.hint) from None


def _locales(value: _Value) -> tuple[str, ...]:
    tags: list[str] = []
    for item in value.items("locales"):
        tag = _locale(item)
        if tag in tags:
            raise item.error(f"locale {_quote(tag)} is listed twice", "leave one of them out")
        tags.append(tag)
    return tuple(tags)


def _folder(value: _Value) -> str:
    # A dot at the front would be a way out ("..") or another tool's folder (".git").
    parts = _text(value).removeprefix("./").removesuffix("/").split("/")
    if not all(re.fullmatch(r'[^.\\:*?"<>|][^\\:*?"<>|]*', part) for part in parts):
        hint = "write its name from the settings file on; no part of it begins with a dot"
        raise value.must_be("a folder inside the project", hint)
    return "/".join(parts)


def _extensions(value: _Value) -> tuple[str, ...]:
    return tuple(_choice(*EXTENSIONS)(item) for item in value.items("extension names"))


def _choice(*words: str) -> _Reader:
    def read(value: _Value) -> str:
        if value.data not in words:
            hint = _hint(value.data, words) if isinstance(value.data, str) else ""
            raise value.must_be(" or ".join(map(_quote, words)), hint)
        return str(value.data)

    return read


def _number(low: float, high: float) -> _Reader:
    def read(value: _Value) -> float:
        number = value.data
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise value.must_be("a number")
        if not low <= number <= high:
            raise value.must_be(f"a number from {low:g} to {high:g}")
        return float(number)

    return read


def _unless_off(read: _Reader) -> _Reader:
    """Read false as None: nothing is asked."""
    return lambda value: None if value.data is False else read(value)


def _table(readers: Mapping[str, _Reader]) -> _Reader:
    return lambda value: value.table(readers)


def _overrides(value: _Value) -> dict[str, dict[str, Any]]:
    read: dict[str, dict[str, Any]] = {}
    for key, table in value.entries():
        tag = _tag(key, table)
        if tag in read:
            raise table.error(f"locale {_quote(tag)} has two tables", "join them")
        read[tag] = table.table({"thresholds": _table(_THRESHOLDS)}).get("thresholds", {})
    return read


def _rules(value: _Value) -> dict[str, RuleSetting]:
    return {name: _rule(table) for name, table in value.entries()}


def _rule(value: _Value) -> RuleSetting:
    read = {
        key: _choice(*LEVELS, "off")(entry) if key == "level" else _option(entry)
        for key, entry in value.entries()
    }
    return RuleSetting(read.pop("level", None), read)


def _option(value: _Value) -> object:
    match value.data:
        case list():
            return tuple(_option(item) for item in value.items("values"))
        case float() if not math.isfinite(value.data):
            raise value.must_be("a finite number")
        case bool() | int() | float() | str():
            return value.data
        case dict():
            name = "/".join(map(str, value.keys[-2:]))
            raise value.must_be("a value", f'did you mean rules."{name}"?')
        case _:
            raise value.must_be("a text, a number, true, false, or a list of them")


_THRESHOLDS: Mapping[str, _Reader] = {
    "grade": _unless_off(_number(0, 30)),
    "misspellings": _unless_off(_number(0, 1000)),
    "coverage": _unless_off(_number(0, 1)),
    "level": _unless_off(_choice(*LEVELS)),
}

_READERS: Mapping[str, _Reader] = {
    "source": _locale,
    "locales": _locales,
    **dict.fromkeys(_FOLDERS, _folder),
    "name": _text,
    "url": _url,
    "thresholds": _table(_THRESHOLDS),
    "locale": _overrides,
    "rules": _rules,
    "extensions": _extensions,
    "limits": lambda value: Limits(**value.table({"deadline": _number(0.01, 3600)})),
}


def _check_folders(config: Config, top: _Value) -> None:
    """Keep the folders apart: what one stage writes, another must not take for its own."""
    for key, other in permutations(_FOLDERS, 2):
        inner, outer = (f"{getattr(config, name)}/".casefold() for name in (key, other))
        if inner.startswith(outer):
            culprit = key if key in top.data else other
            message = f"{_quote(key)} lies in the folder of {_quote(other)}"
            raise top.at(culprit).error(message, "give each a folder of its own")


def _check_overrides(config: Config, top: _Value) -> None:
    for tag in config.overrides:
        if tag not in config.locales:
            ...


def _settings(text: str, path: str) -> _Value: ...
