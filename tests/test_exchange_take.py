"""A returned file comes home: what is taken, what is kept, and what is handed back."""

from __future__ import annotations

import gettext
import io
import struct

import pytest

from pipeline.errors import CatalogError
from pipeline.exchange import mo, take
from pipeline.model import Catalog, Message, Origin


def german(*messages: Message) -> Catalog:
    return Catalog("de", messages=messages)


def home(today: Message, returned: Message) -> tuple[Message, take.Counts]:
    catalog, counts = take.take(german(today), german(returned))
    return catalog.messages[0], counts


def test_new_translation() -> None:
    """A message without a translation gets the returned one, with the translator's comment."""
    message, counts = home(Message("sea"), Message("sea", ("Meer",), comments=("or See?",)))
    assert (message.string, message.comments, counts.new) == ("Meer", ("or See?",), 1)


def test_changed_translation() -> None:
    """The returned translation wins, and the former one is kept as a comment."""
    message, counts = home(Message("sea", ("See",)), Message("sea", ("Meer",)))
    assert message.string == "Meer"
    assert message.comments == ('Earlier translation: "See"',)
    assert counts.changed == 1


def test_reviewed_translation() -> None:
    """A fuzzy translation that comes back as it is, without the mark, is settled."""
    today = Message("sea", ("Meer",), fuzzy=True, previous_id="see")
    message, counts = home(today, Message("sea", ("Meer",)))
    assert message == Message("sea", ("Meer",))
    assert counts.reviewed == 1


def test_fuzzy_translation() -> None:
    """What comes back for review waits for it here."""
    message, counts = home(Message("sea"), Message("sea", ("Meer",), fuzzy=True))
    assert (message.string, message.fuzzy, counts.fuzzy) == ("Meer", True, 1)


def test_doubt_is_heard() -> None:
    """A translator may mark what stands here as needing review."""
    message, counts = home(Message("sea", ("Meer",)), Message("sea", ("Meer",), fuzzy=True))
    assert (message.fuzzy, counts.fuzzy) == (True, 1)


def test_doubted_translation_displaces_none() -> None:
    """What somebody stands by here is not replaced by what nobody stands by there."""
    today = Message("sea", ("Meer",))
    message, counts = home(today, Message("sea", ("See",), fuzzy=True))
    assert message == today
    assert (counts.doubted, counts.refused[0].string) == (1, "See")


def test_nothing_is_emptied() -> None:
    """A file that lacks a translation does not take it away."""
    today = Message("sea", ("Meer",), fuzzy=True)
    message, counts = home(today, Message("sea"))
    assert message == today
    assert counts.empty == 1


def test_half_of_the_forms() -> None:
    """A form that comes back empty keeps its string."""
    today = Message("boat", ("Boot", "Boote"), plural="boats")
    message, _ = home(today, Message("boat", ("", "Schiffe"), plural="boats"))
    assert message.strings == ("Boot", "Schiffe")


@pytest.mark.parametrize(
    "returned",
    [
        Message("boat", ("Schiff",)),
        Message("boat", ("Schiff", "Schiffe"), plural="ships"),
        Message("boat", ("Schiff",), plural="boats"),
    ],
)
def test_changed_source(returned: Message) -> None:
    """A message whose plural forms are others now is handed back."""
    today = Message("boat", ("Boot", "Boote"), plural="boats")
    message, counts = home(today, returned)
    assert message == today
    assert (counts.outdated, counts.refused) == (1, (returned,))


def test_retired_message() -> None:
    """A text that has left the article is outdated, and stays as it is."""
    today = Message("sea", ("Meer",), obsolete=True)
    message, counts = home(today, Message("sea", ("See",)))
    assert (message, counts.outdated) == (today, 1)


def test_unknown_message() -> None:
    """A text that the article never had is handed back with its place in the file."""
    returned = Message("sand", ("Sand",), origin=Origin("de.xlf", ((0, 12, 1),)))
    _, counts = home(Message("sea"), returned)
    assert counts.unknown == 1
    assert [str(message.origin and message.origin.place.line) for message in counts.refused] == [
        "12"
    ]


def test_context_counts() -> None:
    """The same text in another context is another message."""
    message, counts = home(Message("Open", context="menu"), Message("Open", ("Offen",)))
    assert (message.string, counts.unknown) == ("", 1)


def test_obsolete_messages_are_not_counted() -> None:
    """They travel along, and nobody is asked about them."""
    _, counts = home(Message("sea"), Message("sand", ("Sand",), obsolete=True))
    assert counts == take.Counts()


def test_notes_and_places_are_ours() -> None:
    """What the extraction says of a message does not come from a file."""
    today = Message("sea", notes=("title",), locations=("a.md",), flags=("md-text",))
    message, _ = home(
        today, Message("sea", ("Meer",), notes=("x",), locations=("y",), flags=("z",))
    )
    assert (message.notes, message.locations, message.flags) == (
        ("title",),
        ("a.md",),
        ("md-text",),
    )


def test_header_is_ours() -> None:
    """A tool's header does not come home."""
    today = Catalog("de", (("Language", "de"),), messages=(Message("sea"),))
    back = Catalog("de", (("X-Generator", "a"),), ("c",), (Message("sea", ("Meer",)),))
    catalog, _ = take.take(today, back)
    assert (catalog.header, catalog.comments) == (today.header, today.comments)


def test_region_of_the_language_fits() -> None:
    """A tool may add the region, and a template has no locale."""
    for locale in ("de-DE", ""):
        _, counts = take.take(
            german(Message("a")), Catalog(locale, messages=(Message("a", ("b",)),))
        )
        assert counts.new == 1


def test_another_language_is_refused() -> None:
    """A French file does not become German."""
    with pytest.raises(CatalogError, match=r"fr\.xlf: the file is in fr, and the catalog in de"):
        take.take(german(Message("a")), Catalog("fr", path="fr.xlf"))


def compiled(*messages: Message) -> gettext.GNUTranslations:
    header = (
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    )
    return gettext.GNUTranslations(io.BytesIO(mo.dump(Catalog("de", header, messages=messages))))


def test_compiled_catalog() -> None:
    """A program finds translations, by context and by number."""
    read = compiled(
        Message("Open", ("Öffnen",), context="menu"),
        Message("boat", ("Boot", "Boote"), plural="boats"),
    )
    assert read.pgettext("menu", "Open") == "Öffnen"
    assert [read.ngettext("boat", "boats", number) for number in (1, 2)] == ["Boot", "Boote"]
    assert read.info()["content-type"] == "text/plain; charset=UTF-8"


def test_compiled_catalog_has_only_what_stands() -> None:
    """Fuzzy, obsolete, empty and half translated messages are left out."""
    read = compiled(
        Message("a", ("x",), fuzzy=True),
        Message("b", ("x",), obsolete=True),
        Message("c"),
        Message("d", ("x", ""), plural="ds"),
    )
    assert [read.gettext(text) for text in "abc"] == ["a", "b", "c"]
    assert read.ngettext("d", "ds", 2) == "ds"


def test_compiled_catalog_is_sorted() -> None:
    """Programs search by the bytes of context and id, so that is their order."""
    data = mo.dump(german(Message("a", ("x",), context="z"), Message("b", ("y",))))
    count, start = struct.unpack_from("<2I", data, 8)
    entries = [struct.unpack_from("<2I", data, start + 8 * index) for index in range(count)]
    keys = [data[offset : offset + length] for length, offset in entries]
    assert keys == [b"", b"b", b"z\x04a"]
