"""A check's YAML file as texts with their lines: what stands there decides, not what YAML makes of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from pipeline import article, toml
from pipeline.errors import ConfigError
from pipeline.model import Source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off", "null", "~", ""})
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as it is written, without its quotation marks, and its line."""

    text: str
    line: int


Entry: TypeAlias = "Text | tuple[Text, ...] | dict[Text, Text | tuple[Text, ...]]"


@dataclass(frozen=True, slots=True)
class Document:
    """
    The fields of a check's file. Vale does not tell the cases of a field's name apart, nor does this.

    >>> one = read(Source("a/B.yml", b"extends: existence\\ntokens: [no, 1.0]"))
    >>> one.text("extends"), [token.text for token in one.texts("tokens")]
    ('existence', ['no', '1.0'])
    """

    path: str
    fields: dict[str, Entry] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    odd: set[str] = field(default_factory=set)
    """The fields whose lists hold texts and tables, or lists: no check has such."""

    def error(self, message: str, line: int | None = None, hint: str = "") -> ConfigError:
        """Give the complaint *message* about this file."""
        return ConfigError(message, path=self.path, line=line or 1, hint=hint)

    def text(self, name: str, default: str = "") -> str:
        """Give the text of a field."""
        found = self.fields.get(name)
        if found is None:
            return default
        if not isinstance(found, Text):
            raise self.error(f'"{name}" must be a text', self.lines[name])
        return found.text

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Give true or false."""
        if name not in self.fields:
            return default
        given = self.text(name).lower()
        if given not in _TRUE | _FALSE:
            raise self.error(f'"{name}" must be true or false', self.lines[name])
        return given in _TRUE

    def number(self, name: str) -> float | None:
        """Give a number, if there is one."""
        if name not in self.fields:
            return None
        try:
            return float(self.text(name))
        except ValueError:
            raise self.error(f'"{name}" must be a number', self.lines[name]) from None

    def texts(self, name: str) -> tuple[Text, ...]:
        """Give each text of a list, or the only one; empty ones are left out."""
        found = self.fields.get(name, ())
        if isinstance(found, dict) or name in self.odd:
            raise self.error(f'"{name}" must be a list of texts', self.lines[name])
        given = (found,) if isinstance(found, Text) else found
        return tuple(one for one in given if one.text.strip())

    def pairs(self, name: str) -> tuple[tuple[Text, Text], ...]:
        """Give the pairs of texts of a table; a list of such tables is one table."""
        found = self.fields.get(name)
        if not isinstance(found, dict):
            raise self.error(f'"{name}" must be a table of texts', self.lines.get(name))
        if any(not isinstance(value, Text) for value in found.values()):
            raise self.error(f'"{name}" must be a table of texts', self.lines[name])
        return tuple((key, value) for key, value in found.items() if isinstance(value, Text))

    def table(self, name: str) -> dict[str, tuple[str, ...]]:
        """Give the texts of each key of a table; no table is an empty one."""
        found = self.fields.get(name)
        if not isinstance(found, dict):
            return {}
        return {
            key.text.lower(): tuple(
                one.text for one in ((value,) if isinstance(value, Text) else value)
            )
            for key, value in found.items()
        }

    def require(self, *names: str) -> None:
        """Raise a `ConfigError` for the first of *names* that is not there."""
        for name in names:
            if name not in self.fields:
                hint = f'add a line "{name}: …"'
                raise self.error(f'"{name}" is missing', hint=hint)

    def only(self, known: Collection[str]) -> tuple[str, ...]:
        """Give the fields that are not *known*."""
        return tuple(name for name in self.fields if name not in known)


def read(source: Source) -> Document:
    """Give the document in *source*, or raise a `ConfigError` that names the line."""
    if not source.data.strip():
        raise ConfigError("is empty", path=source.path, hint="write a check, or remove the file")
    text = article.decode(source.data, source.path)
    try:
        if line := _deep(text):
            raise ConfigError("lists or tables are nested too deeply", path=source.path, line=line)
        node = yaml.compose(text, _LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        hint = "put a pattern in single quotation marks"
        message = f"not valid YAML: {error.problem or error.context}"
        line = mark.line + 1 if mark else 1
        raise ConfigError(message, path=source.path, line=line, hint=hint) from None
    except (yaml.YAMLError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else "nested too deeply"
        raise ConfigError(f"not valid YAML: {reason}", path=source.path, line=1) from None
    if not isinstance(node, yaml.MappingNode):
        hint = 'a check begins with a line such as "extends: existence"'
        raise ConfigError("is no check of Vale", path=source.path, line=1, hint=hint)
    return _document(node, source.path)


def _deep(text: str) -> int:
    """
    Give the line where lists and tables are nested too deeply, or 0.

    The parser in C goes down one call for each level, and takes the process with it.

    >>> _deep("a:\\n- b"), _deep("a:\\n- " + "[" * 100_000)
    (0, 2)
    """
    depth = 0
    events: Iterator[Any] = yaml.parse(text, _LOADER)
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return int(event.start_mark.line) + 1
    return 0


def _document(node: yaml.MappingNode, path: str) -> Document:
    document = Document(path)
    for key, value in node.value:
        name = str(key.value).lower()
        document.lines[name] = key.start_mark.line + 1
        entry = _entry(value, name, path)
        document.fields[name] = () if entry is None else entry
        if entry is None:
            document.odd.add(name)
    return document


def _entry(node: yaml.Node, name: str, path: str) -> Entry | None:
    match node:
        case yaml.ScalarNode():
            return _text(node)
        case yaml.SequenceNode() if all(isinstance(one, yaml.ScalarNode) for one in node.value):
            return tuple(map(_text, node.value))
        case yaml.SequenceNode() if all(isinstance(one, yaml.MappingNode) for one in node.value):
            return {} if name == "tests" else _merged(node, name, path)
        case yaml.MappingNode():
            return {
                _text(key): _values(value, name, path)
                for key, value in node.value
                if isinstance(key, yaml.ScalarNode)
            }
    return None


def _merged(node: yaml.SequenceNode, name: str, path: str) -> Entry:
    found: dict[Text, Text | tuple[Text, ...]] = {}
    for one in node.value:
        for key, value in one.value:
            found[_text(key)] = _values(value, name, path)
    return found


def _values(node: yaml.Node, name: str, path: str) -> Text | tuple[Text, ...]:
    if isinstance(node, yaml.ScalarNode):
        return _text(node)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_text(one) for one in node.value if isinstance(one, yaml.ScalarNode))
    line = node.start_mark.line + 1
    raise ConfigError(f"{toml.quote(name)} holds a table in a table", path=path, line=line)


def _text(node: yaml.Node) -> Text:
    line = node.start_mark.line + 1
    value = node.value if isinstance(node.value, str) else ""
    return Text(value, line)
