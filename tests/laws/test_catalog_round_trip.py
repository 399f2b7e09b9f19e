"""The law of the PO file: what is written is what was meant."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laws import strategies
from pipeline import po
from pipeline.errors import CatalogError
from pipeline.model import Catalog, Message


@given(strategies.catalogs())
def test_round_trip(catalog: Catalog) -> None:
    """A catalog that is written and read is the same, whatever its characters."""
    assert po.load(po.dump(catalog), "a.po") == catalog


@given(strategies.catalogs())
def test_writing_is_stable(catalog: Catalog) -> None:
    """Writing what was read changes no byte."""
    data = po.dump(catalog)
    assert po.dump(po.load(data, "a.po")) == data


@st.composite
def changed(draw: st.DrawFn, catalog: Catalog) -> Catalog:
    """Give *catalog* with some messages gone, moved, new, or other in one field; so its header."""
    messages = []
    for message in draw(st.permutations(catalog.messages)):
        other = draw(strategies.messages(len(message.strings)))
        match draw(st.sampled_from(("keep", "drop", "field", "new"))):
            case "keep":
                messages.append(message)
            case "new":
                messages += [message, other]
            case "field":
                fields = (one.name for one in dataclasses.fields(Message) if one.compare)
                name = draw(st.sampled_from(sorted({*fields} - {"plural", "strings", "origin"})))
                change = replace(message, **{name: getattr(other, name)})
                sound = change.previous_id is not None or (
                    change.previous_context is None and change.previous_plural is None
                )
                messages.append(change if sound else message)
    header = draw(st.permutations(catalog.header)) if draw(st.booleans()) else catalog.header
    return replace(
        catalog,
        header=tuple(header),
        comments=draw(st.sampled_from((catalog.comments, ("new",)))),
        messages=tuple({message.key: message for message in messages}.values()),
    )


@given(catalog=strategies.catalogs(), data=st.data())
def test_an_edit_is_written(catalog: Catalog, data: st.DataObject) -> None:
    """A catalog that was read, changed and written is what it was changed to."""
    edited = data.draw(changed(po.load(po.dump(catalog), "a.po")))
    assert po.load(po.dump(edited), "a.po") == edited


@given(catalog=strategies.catalogs(), data=st.data())
def test_a_change_touches_its_own_entry(catalog: Catalog, data: st.DataObject) -> None:
    """All other entries keep their bytes."""
    read = po.load(po.dump(catalog), "a.po")
    if not read.messages:
        return
    number = data.draw(st.integers(0, len(read.messages) - 1))
    changed = replace(data.draw(strategies.messages()), plural=None, strings=("x",))
    messages = [*read.messages]
    messages[number] = changed
    written = po.load(po.dump(replace(read, messages=tuple(messages))), "a.po")
    before, after = entries(read), entries(written)
    del before[number + 1], after[number + 1]
    assert before == after


def entries(catalog: Catalog) -> list[bytes]:
    """Give the bytes of each entry, the header's first."""
    assert catalog.written is not None
    starts = catalog.written.starts
    return [catalog.written.data[start:end] for start, end in itertools.pairwise(starts)]


@given(strategies.catalogs())
def test_origins(catalog: Catalog) -> None:
    """Every letter of a translation is found where its origin says."""
    lines = po.dump(catalog).decode().split("\n")
    for message in po.load(po.dump(catalog), "a.po").messages:
        assert message.origin is not None
        for offset, character in enumerate(message.string):
            place = message.origin.at(offset)
            if character not in '\\"\n\t\r':
                assert lines[place.line - 1][place.column - 1] == character


@given(st.binary(max_size=60), st.integers(0, 400), st.integers(0, 60))
def test_damage(noise: bytes, start: int, length: int) -> None:
    """A damaged file is read, or refused: it never crashes the reader."""
    whole = po.dump(
        Catalog(
            header=(("Content-Type", "text/plain; charset=UTF-8"), ("Language", "fr")),
            messages=(
                Message("sea", ("mer",), notes=("title",), locations=("a b.md",)),
                Message("tide", ("marée\nbasse",), plural="tides", previous_id="ebb", fuzzy=True),
                Message("old", ("vieux",), obsolete=True, context="c"),
            ),
        )
    )
    with contextlib.suppress(CatalogError):
        po.load(whole[:start] + noise + whole[start + length :], "a.po")


@given(st.integers(1, 200))
def test_cut(left: int) -> None:
    """A file that ends within a message is refused: it never becomes a smaller catalog."""
    whole = po.dump(Catalog(messages=(Message("sea", ("mer",)), Message("tide", ("marée",)))))
    data = whole[:-left]
    try:
        read = po.load(data, "a.po").messages
    except CatalogError:
        return
    assert len(read) == data.count(b"msgid") - 1


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="msgfmt (gettext) is not installed")
@given(catalog=strategies.catalogs())
def test_accepted_by_msgfmt(catalog: Catalog) -> None:
    """The compiler of gettext takes what we write."""
    command = ["msgfmt", "-o", "/dev/null", "-"]
    data = po.dump(replace(catalog, messages=tuple(map(_framed, catalog.messages))))
    result = subprocess.run(command, input=data, capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()


def _framed(message: Message) -> Message:
    """Give every text the same ends: msgfmt wants a translation to begin and end as its id does."""
    return replace(
        message,
        id=f"<{message.id}>",
        plural=message.plural and f"<{message.plural}>",
        strings=tuple(f"<{string}>" for string in message.strings),
    )
