"""TMX: what goes into a translation memory, and what is read of those that tools write."""

from __future__ import annotations

import pytest

from pipeline.errors import CatalogError
from pipeline.exchange import tmx
from pipeline.model import Catalog, Message

OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" segtype="sentence" srclang="EN-GB" adminlang="EN-US"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv lang="EN-GB"><seg>The tide is out.</seg></tuv>
      <tuv lang="FR-FR" changeid="a"><seg>La marée est basse.</seg></tuv>
    </tu>
    <tu>
      <prop type="file">harbour.po</prop>
      <tuv lang="EN-GB">
        <seg>Ring <bpt i="1">&lt;kbd&gt;</bpt>twice<ept i="1">&lt;/kbd&gt;</ept>.</seg>
      </tuv>
      <tuv lang="FR-FR">
        <seg>Sonnez <hi>deux</hi> <bpt i="1">&lt;kbd&gt;</bpt>fois<ept i="1">&lt;/kbd&gt;</ept>.</seg>
      </tuv>
    </tu>
    <tu><tuv lang="EN-GB"><seg>Empty</seg></tuv><tuv lang="FR-FR"><seg/></tuv></tu>
    <tu><tuv lang="EN-GB"><seg>Alone</seg></tuv></tu>
  </body>
</tmx>
"""


def memory(*units: str) -> bytes:
    return f'<tmx version="1.4"><header/><body>{"".join(units)}</body></tmx>'.encode()


def unit(**texts: str) -> str:
    variants = (
        f'<tuv xml:lang="{tag.replace("_", "-")}"><seg>{text}</seg></tuv>'
        for tag, text in texts.items()
    )
    return f"<tu>{''.join(variants)}</tu>"


def pairs(data: bytes, source: str = "en", target: str = "fr") -> list[tuple[str, str]]:
    found = tmx.load(data, "a.tmx", source=source, target=target)
    return [(message.id, message.string) for message in found]


def test_only_translations_that_stand() -> None:
    """Fuzzy, obsolete and empty messages are no memory."""
    catalog = Catalog(
        "fr",
        messages=(
            Message("sea", ("mer",)),
            Message("sand", ("sable",), fuzzy=True),
            Message("salt", ("sel",), obsolete=True),
            Message("sail"),
        ),
    )
    assert pairs(tmx.dump([catalog], source="en")) == [("sea", "mer")]


def test_every_locale_in_one_file() -> None:
    """Each locale's catalogs are found by it."""
    catalogs = [Catalog(tag, messages=(Message("sea", (tag,)),)) for tag in ("de", "fr")]
    data = tmx.dump(catalogs, source="en")
    assert [pairs(data, target=tag) for tag in ("de", "fr")] == [[("sea", "de")], [("sea", "fr")]]


def test_the_same_pair_is_written_once() -> None:
    """Articles share sentences, and a memory needs each only once."""
    catalog = Catalog("fr", messages=(Message("sea", ("mer",)),))
    assert tmx.dump([catalog, catalog], source="en") == tmx.dump([catalog], source="en")


def test_context_is_kept() -> None:
    """Two translations of one text stay apart by their contexts."""
    both = (Message("Open", ("Ouvrir",), "menu"), Message("Open", ("Ouvert",), ""))
    data = tmx.dump([Catalog("fr", messages=both)], source="en")
    assert tmx.load(data, "a.tmx", source="en", target="fr") == both


def test_plural_forms() -> None:
    """Two forms make two pairs; of three, only the first says what it is for."""
    two = Catalog("fr", messages=(Message("a boat", ("un bateau", "des bateaux"), plural="boats"),))
    three = Catalog("pl", messages=(Message("a boat", ("1", "2", "5"), plural="boats"),))
    data = tmx.dump([two, three], source="en")
    assert pairs(data) == [("a boat", "un bateau"), ("boats", "des bateaux")]
    assert pairs(data, target="pl") == [("a boat", "1")]


def test_what_xml_cannot_hold_is_left_out() -> None:
    """A control character has no place in TMX."""
    catalog = Catalog("fr", messages=(Message("a\x1b", ("b",)), Message("c", ("d\r\n e",))))
    assert pairs(tmx.dump([catalog], source="en")) == [("c", "d\r\n e")]


def test_memory_of_omegat() -> None:
    """Version 1.1, its languages in capitals; codes give way to their text."""
    assert pairs(OMEGAT.encode()) == [
        ("The tide is out.", "La marée est basse."),
        ("Ring <kbd>twice</kbd>.", "Sonnez deux <kbd>fois</kbd>."),
    ]


def test_utf_16() -> None:
    """Memories of other tools are often in UTF-16."""
    assert len(pairs(OMEGAT.replace("UTF-8", "UTF-16").encode("utf-16"))) == 2


def test_the_nearest_locale() -> None:
    """The locale itself goes before one that only begins as it does, whatever the order."""
    data = memory(unit(en="sea", pt_PT="a", pt="b", pt_BR="c"))
    assert [pairs(data, target=tag) for tag in ("pt-BR", "pt-PT", "pt-AO")] == [
        [("sea", "c")],
        [("sea", "a")],
        [("sea", "b")],
    ]


def test_another_language_does_not_fit() -> None:
    """A prefix of letters is no prefix of a tag."""
    assert pairs(memory(unit(en="sea", fro="mer"))) == []
    assert pairs(memory(unit(de="Meer", fr="mer"))) == []


def test_any_direction() -> None:
    """A memory is read backwards too."""
    assert pairs(memory(unit(fr="mer", en="sea"))) == [("sea", "mer")]


def test_two_translations() -> None:
    """The same text with two translations is two messages, in the file's order."""
    data = memory(unit(en="sea", fr="mer"), unit(en="sea", fr="océan"), unit(en="sea", fr="mer"))
    assert pairs(data) == [("sea", "mer"), ("sea", "océan")]


def test_origin() -> None:
    """A pair knows its line in the file."""
    first, *_ = tmx.load(OMEGAT.encode(), "a.tmx", source="en", target="fr")
    assert first.origin is not None
    assert (first.origin.path, first.origin.place.line) == ("a.tmx", 9)


def test_bytes_are_the_same_each_time() -> None:
    """No date and no version of the program moves a memory."""
    data = tmx.dump([Catalog("fr", messages=(Message("sea", ("mer",)),))], source="en")
    assert b"date" not in data
    assert data.endswith(b"</tmx>\n")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html/>", "a.tmx:1: it is not TMX; save it as TMX 1.4"),
        (OMEGAT.encode()[:600], "a.tmx:"),
        (b'<!DOCTYPE tmx [<!ENTITY e "x">]>' + memory(unit(en="&e;", fr="b")), "a.tmx:1: entity"),
    ],
)
def test_broken_file(data: bytes, message: str) -> None:
    """One line says what is wrong, and where."""
    with pytest.raises(CatalogError) as caught:
        pairs(data)
    assert str(caught.value).startswith(message)
