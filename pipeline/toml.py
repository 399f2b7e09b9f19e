"""
TOML whose values know their lines, so that a complaint about one can name where it stands.

The standard library's parser decides what is TOML and gives the data; a scan of the same text, which
need not judge it again, gives the lines.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from pipeline.errors import ConfigError

Keys = tuple[str | int, ...]
"""What leads to a value: names of tables and keys, numbers of list items."""

# tomllib needs quadratic time for a key of very many parts: 20 s for 64 KB.
_DEEP = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){50}""")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_POSITION = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_TOKEN = re.compile(
    r'(?P<string>"""(?:[^\\]|\\.)*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*')"
    r"|(?P<sign>[\n\[\]{}=.,])"
    r"|(?P<bare>[^\s\[\]{}=.,#\"']+)"
    r"|#[^\n]*|\s",
    re.DOTALL,
)


_Tokens = deque[tuple[str, int]]
_Places = Iterator[tuple[Keys, int]]


@dataclass(frozen=True, slots=True)
class Value:
    """
    A value of a document, with the keys that lead to it and the line of every key.

    >>> document = read("[site]\\nnmae = 1", "a.toml")
    >>> str(document.at("site").at("nmae").error("unknown key"))
    'a.toml:2: unknown key'
    """

    data: Any
    path: str
    lines: Mapping[Keys, int]
    keys: Keys = ()

    def error(self, message: str, hint: str = "") -> ConfigError:
        """Give the complaint *message* at the line of this value, or of what it is part of."""
        prefixes = (self.keys[:length] for length in range(len(self.keys), 0, -1))
        line = next((self.lines[keys] for keys in prefixes if keys in self.lines), None)
        return ConfigError(message, path=self.path, line=line, hint=hint)

    def must_be(self, wanted: str, hint: str = "") -> ConfigError:
        """Give the complaint that this value is not what its key wants."""
        name = next((key for key in reversed(self.keys) if isinstance(key, str)), self.path)
        return self.error(f"{quote(name)} must be {wanted}, not {show(self.data)}", hint)

    def at(self, key: str | int) -> Value:
        """Give the value under *key*."""
        return replace(self, data=self.data[key], keys=(*self.keys, key))

    def entries(self) -> Iterator[tuple[str, Value]]:
        """Give each key of a table with its value, in the order of the file."""
        if not isinstance(self.data, dict):
            raise self.must_be("a table")
        return ((key, self.at(key)) for key in self.data)

    def items(self, what: str) -> Iterator[Value]:
        """Give each value of a list of *what*."""
        if not isinstance(self.data, list):
            raise self.must_be(f"a list of {what}")
        return (self.at(index) for index in range(len(self.data)))

    def lines_under(self, key: str) -> dict[Keys, int]:
        """Give the line of each thing under *key*, by the keys that follow it."""
        start = (*self.keys, key)
        return {
            keys[len(start) :]: line
            for keys, line in self.lines.items()
            if keys[: len(start)] == start
        }


Reader = Callable[[Value], Any]
"""Gives what a value means, or raises what is wrong with it."""


def read(text: str, path: str) -> Value:
    """Give the document in *text*; *path* names it in complaints."""
    text = text.replace("\r\n", "\n")
    if deep := _DEEP.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        raise ConfigError("a key of more than 50 parts", path=path, line=line)
    try:
        return Value(tomllib.loads(text), path, _lines(text))
    except RecursionError:
        raise ConfigError("lists or tables are nested too deeply", path=path) from None
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), text, path) from None
    except ValueError:
        raise ConfigError("a number has too many digits", path=path) from None


def text(value: Value) -> str:
    """Read a text of one line."""
    if not isinstance(value.data, str) or _CONTROL.search(value.data):
        raise value.must_be("a text of one line")
    return value.data.strip()


def flag(value: Value) -> bool:
    """Read true or false."""
    if not isinstance(value.data, bool):
        raise value.must_be("true or false")
    return value.data


def choice(*words: str) -> Reader:
    """Give the reader of one of *words*."""

    def read_choice(value: Value) -> str:
        if value.data not in words:
            hint = nearest(value.data, words, "") if isinstance(value.data, str) else ""
            raise value.must_be(" or ".join(map(quote, words)), hint)
        return str(value.data)

    return read_choice


def number(low: float, high: float) -> Reader:
    """Give the reader of a number from *low* to *high*."""

    def read_number(value: Value) -> float:
        given = value.data
        if isinstance(given, bool) or not isinstance(given, int | float):
            raise value.must_be("a number")
        if not low <= given <= high:
            raise value.must_be(f"a number from {low:g} to {high:g}")
        return float(given)

    return read_number


def unless_false(reader: Reader) -> Reader:
    """Give the reader that reads false as None, and anything else as *reader* does."""
    return lambda value: None if value.data is False else reader(value)


def table(readers: Mapping[str, Reader]) -> Reader:
    """Give the reader of a table whose keys have *readers*; a key without one is an error."""

    def read_table(value: Value) -> dict[str, Any]:
        given = {}
        for key, entry in value.entries():
            if key not in readers:
                raise entry.error(f"unknown key {quote(key)}", nearest(key, readers))
            given[key] = readers[key](entry)
        return given

    return read_table


def quote(text: str) -> str:
    """
    Give *text* in quotation marks on one short line.

    >>> print(quote("a\\nb"))
    "a\\nb"
    """
    short = text if len(text) <= 60 else f"{text[:59]}…"
    return json.dumps(short, ensure_ascii=not short.isprintable())


def show(data: object) -> str:
    """
    Name a value in a complaint: itself if it is short, else its kind.

    >>> show("fr"), show(True), show([1])
    ('"fr"', 'true', 'a list')
    """
    match data:
        case str():
            return quote(data)
        case bool() | float():
            return str(data).lower()
        case int():
            return str(data) if abs(data) < 10**15 else "a number so large"
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
        case _:
            return "a date or time"


def nearest(word: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """
    Give the hint that helps after *word*: the known word most like it, or what else there is.

    >>> nearest("locals", ["source", "locales"])
    'did you mean "locales"?'
    """
    words = sorted(known)
    near = difflib.get_close_matches(word.lower(), words, n=1)
    if near:
        return f"did you mean {quote(near[0])}?"
    return f"there is {', '.join(map(quote, words))}" if otherwise is None else otherwise


def _syntax_error(said: str, text: str, path: str) -> ConfigError:
    position = _POSITION.search(said)
    number = position and position.group(1)
    line = int(number) if number else text.rstrip().count("\n") + 1
    reason = _POSITION.sub("", said).replace(r"Illegal character '\n'", "a text is not closed")
    unquoted = re.match(r"""\s*\[[^"'#]*/""", text.split("\n")[line - 1])
    hint = 'put a name that has a "/" in quotation marks' if unquoted else ""
    message = f"not valid TOML: {reason[:1].lower()}{reason[1:]}"
    return ConfigError(message, path=path, line=line, hint=hint)


def _lines(text: str) -> dict[Keys, int]:
    """Map the keys of every value of *text*, which is TOML, to the line where they stand."""
    lines: dict[Keys, int] = {}
    for keys, line in _document(deque(_tokens(text))):
        for length in range(1, len(keys) + 1):
            lines.setdefault(keys[:length], line)
    return lines


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Give each string, sign and bare word with its line; no space, no comment."""
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup:
            yield match.group(), line
        line += match.group().count("\n")


def _document(tokens: _Tokens) -> _Places:
    table: Keys = ()
    while tokens:
        sign, line = tokens[0]
        if sign == "\n":
            tokens.popleft()
        elif sign == "[":
            table = _name(tokens, "]")
            yield table, line
        else:
            yield from _pair(tokens, table)


def _pair(tokens: _Tokens, table: Keys) -> _Places:
    line = tokens[0][1]
    keys = table + _name(tokens, "=")
    yield keys, line
    yield from _value(tokens, keys)


def _value(tokens: _Tokens, keys: Keys) -> _Places:
    sign, _ = tokens.popleft()
    if sign == "{":
        while _more(tokens, "}"):
            yield from _pair(tokens, keys)
    elif sign == "[":
        for index in count():
            if not _more(tokens, "]"):
                break
            yield (*keys, index), tokens[0][1]
            yield from _value(tokens, (*keys, index))
    else:
        while tokens and tokens[0][0] not in {",", "]", "}", "\n"}:
            tokens.popleft()


def _more(tokens: _Tokens, end: str) -> bool:
    """Skip what stands between two items; is another there, or the end, which is skipped too."""
    while tokens[0][0] in {",", "\n"}:
        tokens.popleft()
    if tokens[0][0] == end:
        tokens.popleft()
        return False
    return True


def _name(tokens: _Tokens, end: str) -> Keys:
    """Take the parts of a dotted name, up to and with the *end* (twice for `[[name]]`)."""
    parts: list[str] = []
    while tokens and (tokens[0][0] != end or not parts):
        part, _ = tokens.popleft()
        if part[0] in "\"'":
            parts.append(tomllib.loads(f"name = {part}")["name"])
        elif part not in {"[", "."}:
            parts.append(part)
    while tokens and tokens[0][0] == end:
        tokens.popleft()
    return tuple(parts)
