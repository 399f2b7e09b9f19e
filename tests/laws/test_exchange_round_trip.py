"""The laws of exchange: what goes out to a translator's tool comes back as it was."""

from __future__ import annotations

import contextlib
import gettext
import io
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from laws import strategies
from pipeline.errors import CatalogError
from pipeline.exchange import mo, take, tmx, tree, xliff
from pipeline.model import Catalog, Message


def _out(catalog: Catalog) -> bytes:
    return xliff.dump(catalog, source="en", original="content/a.md")


@given(strategies.catalogs())
def test_xliff_round_trip(catalog: Catalog) -> None:
    """A catalog that is written as XLIFF and read is the same, whatever its characters."""
    assert xliff.load(_out(catalog), "a.xlf") == catalog


@given(strategies.catalogs())
def test_xliff_writing_is_stable(catalog: Catalog) -> None:
    """Writing what was read changes no byte."""
    data = _out(catalog)
    assert _out(xliff.load(data, "a.xlf")) == data


@settings(max_examples=20)
@given(st.lists(strategies.catalogs(), min_size=1, max_size=3))
def test_xliff_parts_round_trip(catalogs: list[Catalog]) -> None:
    """Several articles in one file come back apart."""
    parts = tuple(
        xliff.Part(f"content/{number}.md", "en", replace(catalog, locale=catalogs[0].locale))
        for number, catalog in enumerate(catalogs)
    )
    assert xliff.load_parts(xliff.dump_parts(parts), "a.xlf") == parts


@given(strategies.catalogs())
def test_an_untouched_file_changes_nothing(catalog: Catalog) -> None:
    """A file that comes back as it was sent leaves the catalog as it is."""
    home, counts = take.take(catalog, xliff.load(_out(catalog), "a.xlf"))
    assert home == catalog
    assert counts.refused == ()
    assert counts.new + counts.changed + counts.reviewed + counts.fuzzy == 0


@settings(max_examples=20)
@given(strategies.catalogs(), st.data())
def test_nothing_is_lost(catalog: Catalog, data: st.DataObject) -> None:
    """Whatever comes back, each text that was in the catalog is still in it, and none is emptied."""
    returned = [
        _as(message, data.draw(strategies.messages(len(message.strings))))
        for message in catalog.messages
    ]
    home, _ = take.take(catalog, replace(catalog, messages=tuple(returned)))
    for before, now in zip(catalog.messages, home.messages, strict=True):
        assert now.key == before.key
        for old, new in zip(before.strings, now.strings, strict=True):
            assert bool(new) or not old
            assert old in now.strings or not old or take.earlier(old) in now.comments
        assert set(before.comments) <= set(now.comments)


@given(strategies.catalogs())
def test_tmx_round_trip(catalog: Catalog) -> None:
    """Every translation that XML can hold is found again, with its context."""
    data = tmx.dump([catalog], source="en")
    found = tmx.load(data, "a.tmx", source="en", target=catalog.locale)
    wanted = {
        (message.context, message.id, message.string)
        for message in catalog.messages
        if message.translated
        and all(tree.holds(text) for text in (message.context or "", message.id, message.string))
    }
    assert wanted <= {(*message.key, message.string) for message in found}


@given(strategies.catalogs())
def test_mo_round_trip(catalog: Catalog) -> None:
    """Each message that is translated is looked up, and none of the others."""
    read = gettext.GNUTranslations(io.BytesIO(mo.dump(catalog)))._catalog
    wanted = {}
    for message in catalog.messages:
        key = message.id if message.context is None else f"{message.context}\x04{message.id}"
        if message.translated and message.plural is None:
            wanted[key] = message.string
        elif message.translated:
            wanted |= {(key, form): string for form, string in enumerate(message.strings)}
    assert {key: string for key, string in read.items() if key != ""} == wanted


@given(st.binary(max_size=60), st.integers(0, 2500), st.integers(0, 60))
def test_damage(noise: bytes, start: int, length: int) -> None:
    """A damaged file is read, or refused: it never crashes the reader."""
    catalog = Catalog(
        "fr",
        messages=(
            Message("sea\x1b", ("mer",), notes=("title",), locations=("a b.md",)),
            Message("tide", ("marée\nbasse", "x"), plural="tides", previous_id="ebb", fuzzy=True),
            Message("old", ("vieux",), obsolete=True, context="c"),
        ),
    )
    for whole, load in (
        (_out(catalog), lambda data: xliff.load(data, "a.xlf")),
        (
            tmx.dump([catalog], source="en"),
            lambda data: tmx.load(data, "a.tmx", source="en", target="fr"),
        ),
    ):
        with contextlib.suppress(CatalogError):
            load(whole[:start] + noise + whole[start + length :])


def _as(message: Message, new: Message) -> Message:
    """Translate *message* as *new* does."""
    strings = (*new.strings, *new.strings)[: len(message.strings)]
    return replace(message, strings=strings, fuzzy=new.fuzzy, comments=new.comments)
