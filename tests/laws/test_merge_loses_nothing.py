"""The laws of the merge: nothing that a translator wrote is lost, and nothing moves by itself."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from laws import strategies
from pipeline import po
from pipeline.merging import adapt, merge
from pipeline.model import Catalog


@given(strategies.catalogs())
def test_identity(catalog: Catalog) -> None:
    """An article that did not change leaves its catalog as it is."""
    assert merge.merge(catalog, strategies.template_of(catalog)).catalog == catalog


@given(strategies.catalogs(), st.data())
def test_idempotence(catalog: Catalog, data: st.DataObject) -> None:
    """A second update changes nothing."""
    template = data.draw(strategies.edited(catalog))
    once = merge.merge(catalog, template).catalog
    again = merge.merge(once, template)
    assert again.catalog == once
    assert set(again.outcomes.values()) <= {"kept", "new"}


@given(strategies.catalogs(), st.data())
def test_order(catalog: Catalog, data: st.DataObject) -> None:
    """Every message of the template is there once, and in its order."""
    template = data.draw(strategies.edited(catalog))
    merged = merge.merge(catalog, template).catalog
    live = [message.key for message in merged.messages if not message.obsolete]
    assert live == [message.key for message in template.messages]


@given(strategies.catalogs(), st.data())
def test_nothing_lost(catalog: Catalog, data: st.DataObject) -> None:
    """Every translation is still there: live, fuzzy, obsolete, or in a comment beside another."""
    merged = merge.merge(catalog, data.draw(strategies.edited(catalog))).catalog
    strings = {string for message in merged.messages for string in message.strings}
    comments = {comment for message in merged.messages for comment in message.comments}
    for message in catalog.messages:
        for string in filter(None, message.strings):
            kept = merge.EARLIER + json.dumps(string, ensure_ascii=False)
            assert string in strings or kept in comments


@given(strategies.catalogs(), st.data())
def test_nothing_promoted(catalog: Catalog, data: st.DataObject) -> None:
    """Nothing counts as translated that was not, for a text that reads the same, before."""
    translated = {
        (adapt.bare(message.id), tuple(map(adapt.bare, message.strings)))
        for message in catalog.messages
        if any(message.strings) and not message.fuzzy
    }
    merged = merge.merge(catalog, data.draw(strategies.edited(catalog))).catalog
    for message in merged.messages:
        if message.translated:
            read = adapt.bare(message.id), tuple(map(adapt.bare, message.strings))
            assert read in translated


@given(strategies.texts, strategies.texts, strategies.texts)
def test_adapted_reads_the_same(string: str, old: str, new: str) -> None:
    """However a translation is fitted to markup, its reader sees the same words."""
    fitted = adapt.adapt(string, old, new)
    assert fitted is None or adapt.bare(fitted) == adapt.bare(string)


@given(strategies.texts)
def test_adapted_to_itself_is_itself(text: str) -> None:
    """Where nothing changed, nothing is changed."""
    assert adapt.adapt(text, text, text) == text


@given(strategies.catalogs(), st.data())
def test_merged_is_written_and_read(catalog: Catalog, data: st.DataObject) -> None:
    """What a merge gives is a catalog like any other."""
    merged = merge.merge(catalog, data.draw(strategies.edited(catalog))).catalog
    assert po.load(po.dump(merged), "a.po") == merged
