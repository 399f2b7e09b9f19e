"""`.vale.ini`: which styles are on, at which level, and the words that are always accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

from pipeline import article
from pipeline.errors import ConfigError
from pipeline.findings import Level
from pipeline.housestyle.vale.header import LEVELS
from pipeline.model import Source

Chosen = Level | Literal["off", "on"]

_ORDER = ("suggestion", "warning", "error")
_SWITCHES: Mapping[str, Chosen] = {"yes": "on", "no": "off", **LEVELS}
# They change how Vale reads markup, fetches styles or prints; here that is somebody else's work.
_SILENT = frozenset(
    "packages formats dictionarypath wordtemplate nlpendpoint sphinxbuildpath sphinxautobuild".split()
)


@dataclass(frozen=True, slots=True)
class Ini:
    """
    What a `.vale.ini` asks for.

    *levels* are those of checks by their names: "off", "on" also where their style is not in
    *styles*, or a level. *least* is the lowest level that is told. *notes* say what was not read.
    """

    path: str
    folder: str = "styles"
    styles: tuple[str, ...] = ()
    vocabularies: tuple[str, ...] = ()
    least: Level = "note"
    levels: Mapping[str, Chosen] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    line: int = 1
    """Where the folder of the styles is named."""


def read(source: Source) -> Ini:
    """Give what *source* asks for of Markdown, or raise a `ConfigError` that names the line."""
    folder, line, least = "styles", 1, "suggestion"
    styles: list[str] = []
    vocabularies: list[str] = []
    levels: dict[str, Chosen] = {}
    notes: list[str] = []
    for section, key, value, number in _lines(source):
        name = key.lower()
        if section and not _markdown(section):
            if section.lower() != "formats" and "/" in section:
                notes.append(
                    f"{source.path}:{number}: [{section}] is not read: it is for some files"
                )
        elif name == "stylespath":
            folder, line = value, number
        elif name == "vocab":
            vocabularies += _list(value)
        elif name == "minalertlevel":
            least = _choice(source, number, key, value, _ORDER)
        elif name == "basedonstyles":
            styles += _list(value)
        elif "." in key:
            levels[key] = _SWITCHES[_choice(source, number, key, value, tuple(_SWITCHES))]
        elif name not in _SILENT:
            notes.append(f"{source.path}:{number}: {key} is not read")
    return Ini(
        source.path,
        folder,
        tuple(dict.fromkeys(styles)),
        tuple(dict.fromkeys(vocabularies)),
        LEVELS[least],
        levels,
        tuple(dict.fromkeys(notes)),
        line,
    )


def _lines(source: Source) -> Iterator[tuple[str, str, str, int]]:
    """Give each setting with its section and its line."""
    section = ""
    for number, written in enumerate(article.decode(source.data, source.path).splitlines(), 1):
        line = re.sub(r"(?:^|\s)[#;].*", "", written).strip()
        if not line:
            continue
        if line.startswith("["):
            section = line.strip("[]").strip()
            continue
        key, sign, value = (part.strip() for part in line.partition("="))
        if not sign or not key:
            hint = 'a setting is a line such as "BasedOnStyles = Google"'
            raise ConfigError("is no setting", path=source.path, line=number, hint=hint)
        yield section, key, value.strip("\"'"), number


def _markdown(section: str) -> bool:
    """
    Say whether a section is for every Markdown file.

    >>> [_markdown(name) for name in ("*", "*.{md,rst}", "*.adoc", "docs/*.md")]
    [True, True, False, False]
    """
    globs = [section]
    if braces := re.fullmatch(r"([^{}]*)\{([^{}]*)\}([^{}]*)", section):
        globs = [f"{braces[1]}{one.strip()}{braces[3]}" for one in braces[2].split(",")]
    return any(fnmatchcase(name, one) for one in globs for name in ("a.md", "folder/a.md"))


def _list(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _choice(source: Source, line: int, key: str, value: str, known: tuple[str, ...]) -> str:
    given = value.lower()
    if given in known:
        return given
    hint = f"there is {', '.join(known)}"
    raise ConfigError(f'{key} is "{value}"', path=source.path, line=line, hint=hint)
