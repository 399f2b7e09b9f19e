"""TOML whose values know their lines."""

from __future__ import annotations

import contextlib
import time

import pytest

from pipeline import toml
from pipeline.errors import ConfigError

DOCUMENT = '''\
title = "a # b" # a comment
text = """
[not.a.table]
no = "key"
"""

[one."two.three"]
a.b = 1
list = [
    "first",
    { inner = 2 }, # ]
    "third",
]

[[four]]
five = 1.5
'''


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("title",), 1),
        (("text",), 2),
        (("one",), 7),
        (("one", "two.three"), 7),
        (("one", "two.three", "a"), 8),
        (("one", "two.three", "a", "b"), 8),
        (("one", "two.three", "list"), 9),
        (("one", "two.three", "list", 0), 10),
        (("one", "two.three", "list", 1, "inner"), 11),
        (("one", "two.three", "list", 2), 12),
        (("four",), 15),
        (("four", "five"), 16),
    ],
)
def test_line_of_a_key(keys: toml.Keys, line: int) -> None:
    """Every key and list item has the line where it stands."""
    assert toml.read(DOCUMENT, "a.toml").lines[keys] == line


@pytest.mark.parametrize("fake", ["not", "no", "key"])
def test_text_is_not_read_as_keys(fake: str) -> None:
    """What looks like a table inside a text has no line."""
    assert not any(fake in keys for keys in toml.read(DOCUMENT, "a.toml").lines)


def test_windows_line_ends() -> None:
    """Lines count the same with Windows line ends."""
    lines = toml.read(DOCUMENT.replace("\n", "\r\n"), "a.toml").lines
    assert lines == toml.read(DOCUMENT, "a.toml").lines


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a = 1\nb = \n", "a.toml:2: not valid TOML: "),
        ('a = "x\nb = 1', "a.toml:1: not valid TOML: a text is not closed"),
        ("a = [1\n\n", "a.toml:1: not valid TOML: "),
        ("a = 1\na = 2\n", "a.toml:2: not valid TOML: "),
        ("a = " + "[" * 5000, "a.toml: lists or tables are nested too deeply"),
        ("\na" + ".a" * 60 + " = 1", "a.toml:2: a key of more than 50 parts"),
        ("a = " + "9" * 5000, "a.toml: a number has too many digits"),
    ],
)
def test_broken_document(text: str, start: str) -> None:
    """A document that cannot be read is one line that says where and why."""
    with pytest.raises(ConfigError) as caught:
        toml.read(text, "a.toml")
    assert str(caught.value).startswith(start)


def test_name_with_a_slash() -> None:
    """A table's name that needs quotation marks is told so."""
    with pytest.raises(ConfigError, match='put a name that has a "/" in quotation marks'):
        toml.read("[rules.prose/spelling]", "a.toml")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("x" * 100, '"' + "x" * 59 + '…"'),
        ("\x1b[31mred", '"\\u001b[31mred"'),
        (1.5, "1.5"),
        (10**20, "a number so large"),
        ({}, "a table"),
        (time, "a date or time"),
    ],
)
def test_value_in_a_complaint(value: object, said: str) -> None:
    """A value is shown on one short line, without control characters."""
    assert toml.show(value) == said


def test_hint_without_a_near_word() -> None:
    """A word that is like none of the known is answered with all of them."""
    assert toml.nearest("zzz", {"b", "a"}) == 'there is "a", "b"'


@pytest.mark.parametrize(
    ("reader", "value", "message"),
    [
        (toml.text, 1, '"key" must be a text of one line, not 1'),
        (toml.text, "a\nb", '"key" must be a text of one line, not "a\\nb"'),
        (toml.number(0, 1), True, '"key" must be a number, not true'),
        (toml.number(0, 1), 1.5, '"key" must be a number from 0 to 1, not 1.5'),
        (toml.number(0, 1), float("nan"), '"key" must be a number from 0 to 1, not nan'),
        (
            toml.choice("error", "off"),
            "eror",
            '"key" must be "error" or "off", not "eror"; did you mean "error"?',
        ),
        (
            toml.table({"grade": toml.text}),
            {"Grad": 1},
            'unknown key "Grad"; did you mean "grade"?',
        ),
        (toml.table({}), [], '"key" must be a table, not a list'),
    ],
)
def test_reader_refuses(reader: toml.Reader, value: object, message: str) -> None:
    """A reader says what it wanted, and what stands there."""
    with pytest.raises(ConfigError) as caught:
        reader(toml.Value(value, "a.toml", {}, ("key",)))
    assert str(caught.value) == f"a.toml: {message}"


def test_false_reads_as_nothing() -> None:
    """A reader that takes false for nothing still reads other values."""
    reader = toml.unless_false(toml.number(0, 1))
    read = [reader(toml.Value(value, "a.toml", {})) for value in (False, 0)]
    assert read == [None, 0.0]


@pytest.mark.parametrize("piece", ["a.a", "[x]\n", '"\\""', "'''", "# =", "[1,", '"""\\"'])
def test_reading_takes_linear_time(piece: str) -> None:
    """No repetition makes the reader slow."""
    start = time.process_time()
    with contextlib.suppress(ConfigError):
        toml.read(piece * 20_000, "a.toml")
    assert time.process_time() - start < 2


def test_number_of_very_many_digits() -> None:
    """A whole number too long to print is refused like any other."""
    value = toml.read("a = 0x" + "f" * 5000, "a.toml").at("a")
    with pytest.raises(ConfigError, match="from 0 to 1, not a number so large"):
        toml.number(0, 1)(value)
