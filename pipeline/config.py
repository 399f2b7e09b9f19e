"""
The project's settings: `pipeline.toml`, or `[tool.pipeline]` in `pyproject.toml`, as one frozen value.

Each key has one reader, in a table: a reader takes a value that knows its line and gives what the
project understands by it, or says what it wanted. The first complaint ends the reading.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import permutations
from pathlib import Path, PurePath, PurePosixPath
from urllib.parse import urlsplit

from pipeline import locales, toml
from pipeline.errors import ConfigError, PipelineError
from pipeline.findings import LEVELS
from pipeline.results import Thresholds
from pipeline.settings import Catalogs, Config, HouseStyle, Limits, Setting, Spelling

__all__ = ["EXTENSIONS", "OWN", "SHARED", "Config", "check_rules", "find", "load", "parse"]

OWN, SHARED = "pipeline.toml", "pyproject.toml"
"""The files that may hold the settings; in one folder the first wins."""

EXTENSIONS = ("legacy_em", "nl2br", "smarty")
"""
The Markdown extensions that may be added by name.

A dotted name would import and run any module, and other people's extensions read files, so only
names of this list are taken. Of those that come with Python-Markdown, `extra`, `admonition`,
`sane_lists` and `toc` are always on; `meta` takes lines away from the text, `wikilinks` makes a
translated word a broken link, `legacy_attrs` lets a translation set attributes, and `codehilite`
needs a library that nothing else would use.
"""

_FOLDERS = ("content", "locale_dir", "build", "public")
_FOLDER = re.compile(r'[^.\\:*?"<>|][^\\:*?"<>|]*')
_KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}
_SIZE = 1_000_000


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

    Without a source locale, the first of the locales is it.

    >>> parse('source = "en"\\nlocales = ["fr"]', "pipeline.toml", Path()).locales
    ('en', 'fr')
    """
    top = _settings(text, path)
    given = toml.table(_READERS)(top)
    listed = given.pop("locales", ())
    source = given.pop("source", None) or next(iter(listed), "en")
    known = tuple(dict.fromkeys((source, *listed)))
    thresholds = replace(Thresholds(), **given.pop("thresholds", {}))
    own = given.pop("locale", None)
    scales = given.pop("scale", {})
    config = Config(
        root=root,
        path=path,
        source=source,
        locales=known,
        thresholds=thresholds,
        overrides=_overrides(own, known, thresholds) if own else {},
        scales=scales,
        rule_lines=top.lines_under("rules"),
        **given,
    )
    _check_folders(config, top)
    return config


def check_rules(config: Config, known: Mapping[str, Collection[str]]) -> None:
    """
    Raise a `ConfigError` where *config* names a rule or an option that does not exist.

    *known* holds the option names of each rule. Where it maps them to their defaults, a value must
    also be of its default's kind.
    """
    for name, setting in config.rules.items():
        if name not in known:
            hint = toml.nearest(name, known, "`pipeline rules` lists them")
            raise _rule_error(config, (name,), f"unknown rule {toml.quote(name)}", hint)
        options = known[name]
        for option, value in setting.options.items():
            if option not in options:
                message = f"unknown option {toml.quote(option)} of {name}"
                hint = toml.nearest(option, {*options, "level"})
                raise _rule_error(config, (name, option), message, hint)
            if isinstance(options, Mapping) and not _fits(value, options[option]):
                wanted = _kind(options[option])
                message = f"{toml.quote(option)} must be {wanted}, not {toml.show(value)}"
                raise _rule_error(config, (name, option), message)


def _rule_error(config: Config, keys: toml.Keys, message: str, hint: str = "") -> ConfigError:
    line = config.rule_lines.get(keys)
    return ConfigError(message, path=config.path or None, line=line, hint=hint)


def _fits(value: object, default: object) -> bool:
    same = _kind(value) == _kind(default)
    return same or default is None or (isinstance(default, float) and type(value) is int)


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a list")


def _settings(text: str, path: str) -> toml.Value:
    """Give the table of the settings: all of `pipeline.toml`, or `[tool.pipeline]`."""
    document = toml.read(text, path)
    shared = PurePath(path).name == SHARED
    if not shared and "tool" not in document.data:
        return document
    for key, value in document.entries():
        if key != "tool" and not shared:
            hint = "move it below that line"
            raise value.error(f"{toml.quote(key)} stands outside [tool.pipeline]", hint)
    tools = document.data.get("tool")
    if not isinstance(tools, dict) or "pipeline" not in tools:
        hint = 'write the line "[tool.pipeline]" and the settings below it'
        raise ConfigError("has no settings of the pipeline", path=path, hint=hint)
    return document.at("tool").at("pipeline")


def _holds_settings(path: Path) -> bool:
    try:
        if path.name == OWN or not path.is_file():
            return path.is_file()
        text = path.read_text("utf-8-sig", errors="replace")
        tools = toml.read(text, str(path)).data.get("tool")
    except OSError:
        return False
    except ConfigError:
        # The file is broken: if the settings seem to be in it, loading it says what is wrong.
        return re.search(r"^\s*\[\s*tool\s*\.\s*pipeline\b", text, re.MULTILINE) is not None
    return isinstance(tools, dict) and "pipeline" in tools


def _check_folders(config: Config, top: toml.Value) -> None:
    """Keep the folders apart: what one stage writes, another must not take for its own."""
    for key, other in permutations(_FOLDERS, 2):
        inner, outer = (f"{getattr(config, name)}/".casefold() for name in (key, other))
        if inner.startswith(outer):
            culprit = top.at(key if key in top.data else other)
            hint = "give each a folder of its own"
            raise culprit.error(f"the {key} folder lies in the {other} folder", hint)


def _url(value: toml.Value) -> str:
    address = toml.text(value)
    try:
        parts = urlsplit(address)
        good = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    if not good or re.search(r'[\s?#@<>"\\]', address):
        raise value.must_be("a web address", 'write it as "https://example.org/guide"')
    return address.rstrip("/")


def _locale(value: toml.Value, key: str | None = None) -> str:
    tag = toml.text(value) if key is None else key
    try:
        return locales.parse(tag)
    except PipelineError as error:
        raise value.error(f"unknown locale {toml.quote(tag)}", error.hint) from None


def _locales(value: toml.Value) -> tuple[str, ...]:
    tags: list[str] = []
    for item in value.items("locales"):
        tag = _locale(item)
        if tag in tags:
            raise item.error(f"locale {toml.quote(tag)} is listed twice", "leave one of them out")
        tags.append(tag)
    return tuple(tags)


def _folder(value: toml.Value) -> str:
    # A dot at the front would be a way out ("..") or another tool's folder (".git").
    parts = toml.text(value).removeprefix("./").removesuffix("/").split("/")
    if not all(_FOLDER.fullmatch(part) for part in parts):
        hint = "write its name from the settings file on; no part of it begins with a dot"
        raise value.must_be("a folder inside the project", hint)
    return "/".join(parts)


def _file(value: toml.Value) -> str:
    path = PurePosixPath(toml.text(value))
    if path.is_absolute() or ".." in path.parts or "\\" in str(path):
        raise value.must_be("a file inside the project", "write its name from the settings file on")
    return str(path)


def _extensions(value: toml.Value) -> tuple[str, ...]:
    names = map(toml.choice(*EXTENSIONS), value.items("extension names"))
    return tuple(dict.fromkeys(names))


def _overrides(
    value: toml.Value, known: Collection[str], default: Thresholds
) -> dict[str, Thresholds]:
    """Read the tables of single locales: what they do not say is as for all."""
    read: dict[str, Thresholds] = {}
    for key, entry in value.entries():
        tag = _locale(entry, key)
        if tag not in known:
            message = f"{toml.quote(key)} is not one of the project's locales"
            raise entry.error(message, toml.nearest(key, known))
        if tag in read:
            raise entry.error(f"locale {toml.quote(tag)} has two tables", "make one of them")
        changes = toml.table({"thresholds": _thresholds})(entry)
        read[tag] = replace(default, **changes.get("thresholds", {}))
    return read


def _rules(value: toml.Value) -> dict[str, Setting]:
    return {name: _rule(entry) for name, entry in value.entries()}


def _rule(value: toml.Value) -> Setting:
    options = dict(value.entries())
    level = options.pop("level", None)
    return Setting(
        toml.choice(*LEVELS, "off")(level) if level else None,
        {key: _option(entry) for key, entry in options.items()},
    )


def _option(value: toml.Value) -> object:
    match value.data:
        case list():
            return tuple(_option(item) for item in value.items("values"))
        case float() if not math.isfinite(value.data):
            raise value.must_be("a finite number")
        case bool() | int() | float() | str():
            return value.data
        case dict():
            name = "/".join(str(key) for key in value.keys[-2:])
            raise value.must_be("a single value", f"a rule's name is one: rules.{toml.quote(name)}")
        case _:
            raise value.must_be("a text, a number, true, false, or a list of them")


def _limits(value: toml.Value) -> Limits:
    return Limits(**toml.table({"deadline": toml.number(0.01, 3600)})(value))


def _catalogs(value: toml.Value) -> Catalogs:
    readers = {"profile": toml.choice("plain", "mdbook"), "comments": toml.flag, "lines": toml.flag}
    return Catalogs(**toml.table(readers)(value))


def _spelling(value: toml.Value) -> Spelling:
    place = toml.choice("project", "user", "packages", "system")
    readers: dict[str, toml.Reader] = {
        "words": lambda value: tuple(map(_file, value.items("files"))),
        "dictionaries": lambda value: tuple(map(place, value.items("places"))),
        "optional": _locales,
    }
    return Spelling(**toml.table(readers)(value))


def _vale(value: toml.Value) -> dict[str, tuple[str, ...]]:
    """Read the style packages of the source's language, or of each language that is named."""
    if not isinstance(value.data, dict):
        return {"": tuple(map(_file, value.items("folders and files")))}
    return {
        locales.language(_locale(entry, key)): tuple(map(_file, entry.items("folders and files")))
        for key, entry in value.entries()
    }


def _scales(value: toml.Value) -> dict[str, tuple[float, float]]:
    readers = {"slope": toml.number(0.01, 100), "intercept": toml.number(-100, 100)}
    read: dict[str, tuple[float, float]] = {}
    for key, entry in value.entries():
        given = toml.table(readers)(entry)
        if given.keys() != readers.keys():
            raise entry.must_be("a slope and an intercept", "`pipeline calibrate` gives them")
        read[locales.language(_locale(entry, key))] = given["slope"], given["intercept"]
    return read


_thresholds: toml.Reader = toml.table(
    {
        "grade": toml.unless_false(toml.number(0, 30)),
        "misspellings": toml.unless_false(toml.number(0, 1000)),
        "coverage": toml.unless_false(toml.number(0, 1)),
        # What is for review never holds a version.
        "level": toml.unless_false(toml.choice(*LEVELS[:-1])),
        "ratchet": toml.unless_false(toml.number(0, 30)),
        "drift": toml.unless_false(toml.number(0, 30)),
    }
)


_READERS: Mapping[str, toml.Reader] = {
    "source": _locale,
    "locales": _locales,
    **dict.fromkeys(_FOLDERS, _folder),
    "name": toml.text,
    "url": _url,
    "thresholds": _thresholds,
    "locale": lambda value: value,  # read when the locales and the thresholds for all are known
    "rules": _rules,
    "extensions": _extensions,
    "catalogs": _catalogs,
    "spelling": _spelling,
    "style": lambda value: HouseStyle(**toml.table({"terms": _file, "vale": _vale})(value)),
    "scale": _scales,
    "limits": _limits,
}
