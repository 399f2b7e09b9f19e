"""Law: every key of a TOML document has a line, and its name stands there."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from pipeline import toml

Document = dict[str, dict[str, object]]

names = st.text(
    st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=8
) | st.sampled_from(["[a]", "a.b", "é", '"', "'", "\\", "#", "=", "a\nb"])
scalars = (
    st.integers()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "[a]\nb = 1", '"""', "'''", "\\", "# no", "1979-05-27 07:32:00"])
)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3), max_leaves=6)
tables = st.dictionaries(names, values, max_size=4)
documents = st.dictionaries(names, tables, max_size=4)


@given(documents, st.booleans(), st.booleans())
def test_every_key_has_its_line(document: Document, inline: bool, multiline: bool) -> None:
    """Keys of tables and of inline tables, quoted or bare, are found on the line that names them."""
    text = "\n".join(_write(document, inline=inline, multiline=multiline))
    read = toml.read(text, "a.toml")
    lines = text.split("\n")
    for keys in _keys(read.data):
        assert _name(keys[-1]) in lines[read.lines[keys] - 1]


def _keys(data: Document) -> Iterator[tuple[str, ...]]:
    for table, entries in data.items():
        yield (table,)
        for key in entries:
            yield table, key


def _write(document: Document, *, inline: bool, multiline: bool) -> Iterator[str]:
    for table, entries in document.items():
        pairs = [f"{_name(key)} = {_value(entry, multiline)}" for key, entry in entries.items()]
        if inline:
            yield f"{_name(table)} = {{ {', '.join(pairs)} }} # }} ]"
        else:
            yield from ("", f"[{_name(table)}] # [x]", *pairs)


def _name(name: str) -> str:
    return json.dumps(name)


def _value(value: object, multiline: bool) -> str:
    if isinstance(value, list):
        items = [_value(item, multiline) for item in value]
        return (
            "[\n  " + ",\n  ".join(items) + "\n]"
            if multiline and items
            else f"[{', '.join(items)}]"
        )
    if isinstance(value, str) and "'''" not in value and "\n" in value:
        return f"'''{value}'''"
    if isinstance(value, str) and '"""' not in value:
        return '"""' + value.replace("\\", "\\\\") + '"""'
    return json.dumps(value)
