"""XLIFF: what the file says to translators' tools, and what is read of what they make of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from pipeline.errors import CatalogError
from pipeline.exchange import xliff
from pipeline.model import Catalog, Message

POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
CATALOG = Catalog(
    "pl",
    header=(("Language", "pl"), ("Plural-Forms", POLISH)),
    comments=("The ferry's own words.",),
    messages=(
        Message(
            "The **ferry** waits.",
            ("**Prom** czeka.",),
            notes=("paragraph",),
            comments=("asked the captain",),
            locations=("content/ferry.md:3",),
            flags=("md-text",),
        ),
        Message("Open", ("Otwórz",), context="menu", fuzzy=True, previous_id="Open up"),
        Message("{n} seat", ("{n} miejsce", "{n} miejsca", ""), plural="{n} seats"),
        Message("Fare"),
        Message("Gone", ("Nie ma",), obsolete=True),
    ),
)
SPACES = {"x": "urn:oasis:names:tc:xliff:document:2.0"}

# What the specification of XLIFF 2.1 allows: the children of each element, in their order, and its
# attributes, required ones with a star.
RULES = {
    "xliff": ("(file )+", "version* srcLang* trgLang"),
    "file": (
        "(metadata )?(notes )?(unit |group )+",
        "id* original canResegment srcDir trgDir space",
    ),
    "group": ("(metadata )?(notes )?(unit |group )*", "id* type"),
    "unit": ("(metadata )?(notes )?(segment )+", "id* type translate"),
    "segment": ("source (target )?", "state subState"),
    "notes": ("(note )+", ""),
    "note": ("", "category"),
    "source": ("(cp )*", ""),
    "target": ("(cp )*", ""),
    "cp": ("", "hex*"),
    "metadata": ("(metaGroup )+", ""),
    "metaGroup": ("(meta )+", "category"),
    "meta": ("", "type*"),
}


def out(catalog: Catalog = CATALOG) -> bytes:
    return xliff.dump(catalog, source="en", original="content/ferry.md")


def found(data: bytes, path: str) -> list[str]:
    return [str(value) for value in etree.fromstring(data).xpath(path, namespaces=SPACES)]


def edited(old: str, new: str) -> Catalog:
    """Give what is read of the file after a tool has put *new* in the place of *old*."""
    text = out().decode()
    assert old in text
    return xliff.load(text.replace(old, new).encode(), "a.xlf")


def segment(inside: str, attributes: str = "") -> bytes:
    return (
        f'<xliff xmlns="{SPACES["x"]}" version="2.0" srcLang="en" trgLang="de"><file id="f">'
        f'<unit id="u"><segment {attributes}>{inside}</segment></unit></file></xliff>'
    ).encode()


def only(inside: str, attributes: str = "") -> Message:
    (message,) = xliff.load(segment(inside, attributes), "a.xlf").messages
    return message


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_structure(version: str) -> None:
    """Each element has the children and the attributes that the specification allows."""
    catalog = replace(
        CATALOG, messages=(*CATALOG.messages, Message("a\x1b", ("\x02",), comments=("\x03",)))
    )
    data = xliff.dump(catalog, source="en", original="content/ferry.md", version=version)
    for node in etree.fromstring(data).iter():
        children, attributes = RULES[etree.QName(node).localname]
        names = "".join(f"{etree.QName(child).localname} " for child in node)
        assert re.fullmatch(children, names), node
        given = {etree.QName(name).localname for name in node.attrib}
        known = {name.strip("*") for name in attributes.split()}
        needed = {name.strip("*") for name in attributes.split() if name.endswith("*")}
        assert needed <= given <= known, node


def test_ids_are_unique() -> None:
    """An obsolete message beside a live one with its key has an id of its own."""
    both = (Message("sea", ("Meer",)), Message("sea", ("See",), obsolete=True))
    data = out(Catalog("de", messages=both))
    ids = found(data, "//x:unit/@id")
    assert len(set(ids)) == 2
    assert xliff.load(data, "a.xlf").messages == both


def test_id_depends_on_key_alone() -> None:
    """A unit keeps its id when other messages come and go."""
    alone = out(replace(CATALOG, messages=CATALOG.messages[:1]))
    assert found(alone, "//x:unit/@id")[0] in found(out(), "//x:unit/@id")


def test_states() -> None:
    """Translated, fuzzy and untranslated segments are told apart; obsolete ones are not offered."""
    assert found(out(), "//x:segment[x:source='Open']/@state") == ["initial"]
    assert found(out(), "//x:segment[x:source='Fare']/@state") == []
    assert found(out(), "//x:unit[x:segment/x:source='Gone']/@translate") == ["no"]


def test_notes() -> None:
    """A translator reads the kind, the comments, the context, the former source and the form."""
    notes = found(out(), "//x:unit/x:notes/x:note/text()")
    assert notes[:3] == ["paragraph", "asked the captain", "content/ferry.md:3"]
    assert notes[3:5] == ["context: menu", "former source: Open up"]
    assert "plural form 2 of 3, for 2, 3, 4…" in notes


def test_bytes_end_in_a_newline() -> None:
    """The file is a text file, the same each time."""
    assert out().endswith(b"</xliff>\n")
    assert out() == out()


def test_template_has_no_language() -> None:
    """A template's locale is undetermined, and comes back as none."""
    template = Catalog(messages=(Message("sea"),))
    assert found(out(template), "/x:xliff/@trgLang") == ["und"]
    assert xliff.load(out(template), "a.xlf") == template


def test_right_to_left() -> None:
    """The direction of each side is declared."""
    assert found(out(Catalog("ar", messages=(Message("a"),))), "//x:file/@trgDir") == ["rtl"]


def test_translation_by_omegat() -> None:
    """A target that a tool fills in without a state is a translation."""
    catalog = edited("<source>Fare</source>", "<source>Fare</source><target>Bilet</target>")
    assert catalog.index()[None, "Fare"].translated


def test_review_by_the_translate_toolkit() -> None:
    """A changed state counts, although our substate is left."""
    assert not edited('state="initial"', 'state="translated"').index()["menu", "Open"].fuzzy


def test_doubt_by_poedit() -> None:
    """Poedit says "fuzzy" in its own substate of a translated segment."""
    marked = only(
        "<source>a</source><target>b</target>", 'state="translated" subState="poedit:fuzzy"'
    )
    assert marked.fuzzy


def test_doubt_by_weblate() -> None:
    """Weblate says "needs editing" with a state of XLIFF 1.2 at the target."""
    assert only('<source>a</source><target state="needs-translation">b</target>').fuzzy


def test_review_states() -> None:
    """Reviewed and final segments are translated."""
    for state in ("reviewed", "final"):
        assert only("<source>a</source><target>b</target>", f'state="{state}"').translated


def test_segments_are_joined() -> None:
    """A unit that a tool has cut into sentences is one message again."""
    data = segment(
        "<source>One.</source><target>Eins.</target></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment><source>Two.</source><target>Zwei.</target>"
    )
    (message,) = xliff.load(data, "a.xlf").messages
    assert (message.id, message.string) == ("One. Two.", "Eins. Zwei.")


def test_half_a_translation_is_none() -> None:
    """A unit with a segment that has no target is not translated."""
    data = segment(
        "<source>One.</source><target>Eins.</target></segment><segment><source>Two.</source>"
    )
    assert xliff.load(data, "a.xlf").messages[0].string == ""


def test_codes_give_way_to_their_text() -> None:
    """What a tool has made a code of is text again."""
    inside = (
        '<source>a <pc id="1" equivStart="**" equivEnd="**">b</pc> <mrk id="2">c</mrk></source>'
    )
    assert only(inside).id == "a **b** c"


def test_note_of_several_lines() -> None:
    """A comment has one line in a PO file, whatever line ends a tool writes."""
    note = b"<notes><note>one&#13;\ntwo</note></notes><segment"
    data = segment("<source>a</source>").replace(b"<segment", note)
    assert xliff.load(data, "a.xlf").messages[0].comments == ("one", "two")


def test_cdata_and_comments() -> None:
    """Both are XML, and neither is text of its own."""
    assert only("<source>a<!-- no --><![CDATA[ <b>]]></source>").id == "a <b>"


def test_utf_16() -> None:
    """A file in another declared encoding is read."""
    text = '<?xml version="1.0" encoding="UTF-16"?>' + segment("<source>é</source>").decode()
    assert xliff.load(text.encode("utf-16"), "a.xlf").messages[0].id == "é"


def test_origin() -> None:
    """A message knows its line in the file."""
    data = out()
    message = xliff.load(data, "a.xlf").index()[None, "The **ferry** waits."]
    assert message.origin is not None
    assert b"czeka" in data.split(b"\n")[message.origin.place.line - 1]


def test_several_articles_are_not_one() -> None:
    """A file of several articles is read in parts."""
    part = xliff.Part("a.md", "en", CATALOG)
    data = xliff.dump_parts((part, replace(part, original="b.md")))
    assert [one.original for one in xliff.load_parts(data, "a.xlf")] == ["a.md", "b.md"]
    with pytest.raises(CatalogError, match="2 articles"):
        xliff.load(data, "a.xlf")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.xlf: the file is empty; export it again"),
        (b"<xliff", "a.xlf:1: not XML: "),
        (
            b"\n<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'/>",
            "a.xlf:2: it is",
        ),
        (segment("<target>a</target>"), "a.xlf:1: a segment has no source"),
        (segment('<source><cp hex="D800"/></source>'), 'a.xlf:1: "D800" is no code point'),
        (segment('<source><cp hex="0"/></source>'), "a.xlf:1: a NUL character"),
        (
            segment("<source>a</source>").replace(b'"de"', b'"xx"'),
            "a.xlf:1: trgLang: unknown locale",
        ),
        (
            segment("<source>a</source>").replace(b"segment", b"ignore"),
            "a.xlf:1: a unit has no seg",
        ),
        (segment("").replace(b"<unit", b"<!--").replace(b"</unit>", b"-->"), None),
        (
            segment(f"<source>a</source><target>{'b' * 2_000_000}</target>"),
            "a.xlf:1: a message has 2000001 characters, more than",
        ),
        (out()[:900], "a.xlf:"),
        (out().replace(b"czeka", b"\xff"), "a.xlf:"),
        (b"<a>" * 5_000, "a.xlf:1: not XML: "),
    ],
)
def test_broken_file(data: bytes, message: str | None) -> None:
    """One line says what is wrong, and where."""
    if message is None:
        assert xliff.load(data, "a.xlf").messages == ()
        return
    with pytest.raises(CatalogError) as caught:
        xliff.load(data, "a.xlf")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_the_same_message_twice() -> None:
    """Two units with one key are refused, as in a PO file."""
    unit = b'<unit id="u"><segment ><source>a</source></segment></unit>'
    data = segment("<source>a</source>")
    assert unit in data
    with pytest.raises(CatalogError, match="stands also in line 1"):
        xliff.load(data.replace(unit, unit + unit.replace(b'"u"', b'"v"')), "a.xlf")


BOMB = '<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{former};" * 10}">'
    for former, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "doctype",
    [
        BOMB + "]>",
        '<!DOCTYPE xliff [<!ENTITY i "x">]>',
        '<!DOCTYPE xliff [<!ENTITY i SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE xliff [<!ENTITY % i SYSTEM "http://127.0.0.1:9/a.dtd"> %i;]>',
    ],
)
@pytest.mark.parametrize("place", ["<source>&i;</source>", "<source>a</source>"])
def test_entities_are_refused(doctype: str, place: str) -> None:
    """No entity of the file is expanded or fetched, and none is even declared."""
    with pytest.raises(CatalogError, match=r"a\.xlf:1: "):
        xliff.load(doctype.encode() + segment(place), "a.xlf")


@pytest.mark.parametrize("doctype", [BOMB + "]>", '<!DOCTYPE xliff [<!ENTITY i "x">]>'])
def test_entities_in_attributes_are_refused(doctype: str) -> None:
    """Also where the parser expands them by itself."""
    with pytest.raises(CatalogError, match=r"a\.xlf:1: "):
        xliff.load(doctype.encode() + segment("<source>a</source>", 'subState="&i;"'), "a.xlf")


def test_external_document_type_is_not_fetched() -> None:
    """A document type is passed over."""
    data = b'<!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/a.dtd">' + segment("<source>a</source>")
    assert xliff.load(data, "a.xlf").messages[0].id == "a"


def test_too_large() -> None:
    """A file beyond all measure is not parsed."""
    with pytest.raises(CatalogError, match="50 MB, more than 50"):
        xliff.load(b" " * 50_000_000 + b"<a/>", "a.xlf")


@pytest.mark.parametrize("data", [b"<a>" + b"<b/>" * 4_000_000, b"<a " + b"b='' " * 2_000_001])
def test_too_many_tags(data: bytes) -> None:
    """A file that would fill the memory is not parsed."""
    with pytest.raises(CatalogError, match="more than 4,000,000 tags or 2,000,000 attributes"):
        xliff.load(data, "a.xlf")
