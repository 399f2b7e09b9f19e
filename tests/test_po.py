"""A PO file as it is read and written."""

from __future__ import annotations

import contextlib
import difflib
import shutil
import subprocess
from dataclasses import replace

import pytest

from pipeline import plurals, po
from pipeline.errors import CatalogError
from pipeline.merging import merge
from pipeline.model import Catalog, Message, Place

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FIRST = HEADER.count("\n") + 1
"""The line on which what follows the header begins."""

FULL = """\
# by a translator
#. heading 2
#: harbour.md \u2068old harbour.md\u2069:12
#, fuzzy, md-text
#| msgctxt "was"
#| msgid "A tide"
#| msgid_plural "Some tides"
msgctxt "sea"
msgid "tide"
msgid_plural "tides"
msgstr[0] "marée"
msgstr[1] "marées"

#~| msgid "ebbs"
#~ msgid "ebb"
#~ msgstr ""
#~ "reflux\\n"
#~ "du soir"
"""


def load(text: str, header: str = HEADER) -> Catalog:
    """Read *text* below a header."""
    return po.load((header + text).encode(), "fr.po")


def refusal(text: str, header: str = HEADER) -> str:
    """Give the line a user reads when *text* is refused."""
    with pytest.raises(CatalogError) as caught:
        load(text, header)
    return str(caught.value)


def test_every_kind_of_line_is_read() -> None:
    """Comments, locations, flags, previous ids, contexts, plurals and obsolete entries are read."""
    assert load(FULL).messages == (
        Message(
            "tide",
            ("marée", "marées"),
            context="sea",
            plural="tides",
            fuzzy=True,
            flags=("md-text",),
            previous_context="was",
            previous_id="A tide",
            previous_plural="Some tides",
            locations=("harbour.md", "old harbour.md:12"),
            notes=("heading 2",),
            comments=("by a translator",),
        ),
        Message("ebb", ("reflux\ndu soir",), obsolete=True, previous_id="ebbs"),
    )


def test_every_kind_of_line_is_written() -> None:
    """A message is laid out in gettext's order."""
    text = po.dump(replace(load(FULL), written=None)).decode()
    one_a_line = FULL.replace(" \u2068", "\n#: \u2068")
    assert text == HEADER + one_a_line


def test_a_string_stands_on_one_line() -> None:
    """A long string is never wrapped; it is split where it has a line of its own."""
    catalog = Catalog(messages=(Message("word " * 100, ("one\ntwo",)),))
    assert po.dump(catalog).decode().splitlines()[3:] == [
        f'msgid "{"word " * 100}"',
        'msgstr ""',
        '"one\\n"',
        '"two"',
    ]


@pytest.mark.parametrize(
    "text",
    [
        'msgid "sea" msgstr "mer"',
        'msgid"sea"msgstr"m" "er"\n\n\n# the end',
        '  msgid\t"sea"\r\nmsgstr ""\r\n"m"\r\n"er"\r\n',
        '#~ # c\n#~ msgid "lake"\n#~ msgstr "lac"\nmsgid "sea"\nmsgstr "\\155er"',
        '#= no-wrap\n#,\nmsgid "se\\x61"\nmsgstr "mer"',
        'msgid "sea"\nmsgid_plural "seas"\nmsgstr [ 0 ] "mer"\nmsgstr[1] "mers"',
    ],
)
def test_what_gettext_reads_is_read(text: str) -> None:
    """However oddly a file is laid out, its messages are those that gettext sees."""
    message = next(one for one in load(text).messages if not one.obsolete)
    assert (message.id, message.string) == ("sea", "mer")


def test_a_byte_order_mark_is_dropped() -> None:
    """A file that Windows marked is read like any other."""
    assert po.load(b"\xef\xbb\xbf" + HEADER.encode(), "fr.po").locale == "fr"


def test_unknown_header_fields_are_kept() -> None:
    """Fields of other tools, dates in any form and stray lines stay where they are."""
    lines = ("POT-Creation-Date: 2024-01-02T03:04:05Z", "X-Poedit-Basepath: .", "see http://a.b")
    header = 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines)
    catalog = load("", header)
    assert catalog.header == (
        ("POT-Creation-Date", "2024-01-02T03:04:05Z"),
        ("X-Poedit-Basepath", ".\nsee http://a.b"),
    )
    assert po.dump(catalog).decode() == header


def test_control_characters_are_kept() -> None:
    """A control character in a translation is read as it is, for a check to find."""
    assert load('msgid "a"\nmsgstr "b\x07\\a\x1b"').messages[0].string == "b\a\a\x1b"


@pytest.mark.parametrize("comment", ["C:\\", "C:\\ ", "\\\\  "])
def test_a_comment_may_end_with_a_backslash(comment: str) -> None:
    """To gettext it would join the next line; a space parts them, and is no part of the comment."""
    catalog = Catalog(messages=(Message("a", comments=(comment,)),))
    data = po.dump(catalog)
    assert b"\\\n" not in data
    assert po.load(data, "a.po") == catalog


def test_comments_below_the_last_message_are_kept() -> None:
    """A comment that belongs to no message becomes one of the catalog."""
    assert load("# the end\n").comments == ("the end",)


def test_an_origin_places_each_character() -> None:
    """Escapes and continued lines do not shift what stands after them."""
    message = load('msgid "a"\nmsgstr ""\n  "say \\"x\\"\\n"\n"next"').messages[0]
    assert message.origin is not None
    places = [message.origin.at(message.string.index(part)) for part in ("say", "x", "next")]
    line = FIRST + 2
    assert places == [
        Place("fr.po", line, 4),
        Place("fr.po", line, 10),
        Place("fr.po", line + 1, 2),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('msgid "sea"\nmsgstr "mer\n', 1, "msgstr is not closed; add a quotation mark"),
        ('msgid "sea"\nmsgstr "mer\\', 1, "msgstr is not closed"),
        ('msgid "sea"\n', 0, "the message has no msgstr"),
        ('msgctxt "sea"\n', 0, "the message has no msgid"),
        ('msgid "sea"\nmsgstr\n', 1, "msgstr has no text"),
        ('msgid "sea"\nmsgstr\n# c\n', 1, "msgstr has no text"),
        ('msgid\nmsgid "sea"\n', 0, "msgid has no text"),
        ('<<<<<<< HEAD\nmsgid "sea"\n', 0, "git left a conflict here"),
        ('msgid "sea"\n=======\n', 1, "git left a conflict here"),
        ('msgid "sea"\nmsgstr "mer"\n>>>>>>> theirs\n', 2, "git left a conflict here"),
        ('msgid "sea"\n# c\nmsgstr "mer"\n', 1, "a comment stands in the middle"),
        ('msgid "sea"\nmsgstr "a "b" c"\n', 1, 'unexpected "b"; write \\"'),
        ('msgid "sea"\nmsgstr "mer" !\n', 1, 'unexpected "!"'),
        ('msgdi "sea"\nmsgstr "mer"\n', 0, 'unknown keyword "msgdi"; did you mean "msgid"?'),
        ('domain "x"\n', 0, "a catalog of several domains"),
        ('\ufeffmsgid "a"\nmsgstr "b"\n', 0, "unexpected U+FEFF"),
        ('msgid\u00a0"a"\nmsgstr "b"\n', 0, "unexpected U+00A0"),
        ('# path C:\\\nmsgid "a"\nmsgstr "b"\n', 2, "msgstr stands at the start"),
        ('msgstr "mer"\n', 0, "msgstr stands after msgstr; expected"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 2, "msgstr stands after msgid_plural"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 2, "msgstr[1] stands after"),
        ('msgid "a"\nmsgstr[0] "c"\n', 1, "msgstr[0] stands after msgid"),
        ('#~ msgid "a"\nmsgstr "b"\n', 1, "a message is obsolete in part"),
        ('#| msgid "z"\n#~ msgid "a"\n#~ msgstr "b"\n', 1, "a message is obsolete in part"),
        ('#| msgid "z"\n"y"\nmsgid "a"\nmsgstr "b"\n', 1, "a text has no keyword"),
        ('msgid "a"\nmsgstr "50\\% off"\n', 1, "unknown escape \\%; write \\\\"),
        ('msgid "a"\nmsgstr "\\351t\\351"\n', 1, "a numeric escape is not UTF-8"),
        ("\0\0\0\0", 0, "unexpected U+0000"),
        ('msgid "a"\nmsgstr "b"\n' + "#: a.md\n" * 50_001, 50_002, "a message has more than 50000"),
        (
            'msgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr ""\n',
            3,
            f'message "a" stands also in line {FIRST}',
        ),
        ('#~ msgid ""\n#~ msgstr "b"\n', 0, "the header stands also in line 1"),
    ],
)
def test_damage_is_refused(text: str, line: int, message: str) -> None:
    """What gettext refuses is refused, with the line and what to do about it."""
    assert refusal(text).startswith(f"fr.po:{FIRST + line}: {message}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('"sea"\n', "fr.po:1: a text has no keyword"),
        ('msgstr "mer"\n', "fr.po:1: msgstr stands at the start of a message; expected"),
    ],
)
def test_a_file_begins_with_a_message(text: str, message: str) -> None:
    """What comes before the first msgid is refused."""
    assert refusal(text, header="").startswith(message)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("Content-Type: text/plain; charset=utf-7", 'charset "utf-7" cannot be read'),
        ("Content-Type: text/plain; charset=UTF-16LE", 'charset "UTF-16LE" cannot be read'),
        ("Content-Type: text/plain; charset=ISO-2022-JP", 'charset "ISO-2022-JP" cannot be read'),
        ("Content-Type: text/plain; charset=HZ", 'charset "HZ" cannot be read'),
        ("Plural-Forms: nplurals=99999999; plural=n;", "wrong Plural-Forms: nplurals has more"),
    ],
)
def test_a_wrong_header_is_refused(fields: str, message: str) -> None:
    """A field that would make the catalog wrong is refused at its own line."""
    header = f'msgid ""\nmsgstr ""\n"X-A: b\\n"\n"{fields}\\n"\n'
    assert refusal("", header).startswith(f"fr.po:4: {message}")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "fr.po: the catalog is empty; restore it"),
        (b"\n\n", "fr.po: the catalog is empty; restore it"),
        (
            b'msgid "a"\nmsgstr "\xe9t\xe9"\n',
            "fr.po:2: byte 0xE9 is not UTF-8; save the file as UTF-8",
        ),
        (b'msgid "a"\nmsgstr "\xed\xa0\x80"\n', "fr.po:2: byte 0xED is not UTF-8"),
        (b"\xff\xfem\0", "fr.po:1: the catalog is UTF-16; save it as UTF-8"),
        (b"\0" * 4096, "fr.po:1: unexpected U+0000"),
        (b"#" * 50_000_001, "fr.po: the catalog has 50 MB, more than 50"),
    ],
    ids=("empty", "blank", "Latin-1", "surrogate", "UTF-16", "NUL", "large"),
)
def test_what_is_no_catalog_is_refused(data: bytes, message: str) -> None:
    """A file that cannot be a catalog is refused before it is read."""
    with pytest.raises(CatalogError) as caught:
        po.load(data, "fr.po")
    assert str(caught.value).startswith(message)


def test_a_message_without_end_is_refused() -> None:
    """A message of more than 64,000 characters is refused, and one of 20 MB is not read first."""
    assert refusal(f'msgid "a"\nmsgstr "{"b" * 20_000_000}"').startswith(
        f"fr.po:{FIRST}: a message has more than 64000 characters"
    )


def test_an_obsolete_message_may_stand_beside_the_live_one() -> None:
    """Babel leaves the two, and neither is lost."""
    text = 'msgid "a"\nmsgstr ""\n\n#~ msgid "a"\n#~ msgstr "b"\n'
    assert [message.string for message in load(text).messages] == ["", "b"]


WRAPPED = (
    HEADER
    + """\
#. heading 2
#: a.md:1 b.md:2
#, md-text
msgid ""
"The tide comes in twice a day, and twice a day it goes out again, whatever "
"anybody says."
msgstr ""
"La marée monte deux fois par jour, et deux fois par jour elle redescend, quoi "
"que l'on dise."

#: a.md:3
msgid "sea"
msgstr "m\\x65r"
# the end
"""
)
"""A file as gettext wraps it, but for an escape, and a comment below."""

ODD = (
    b"",
    b"\xef\xbb\xbf",
    b"# first\n\n\n",
    b"\r\n",
)


def edit(data: bytes, number: int, **changes: object) -> list[str]:
    """Change a message of a file; give the lines that went and came."""
    catalog = po.load(data, "a.po")
    messages = [*catalog.messages]
    messages[number] = replace(messages[number], **changes)  # type: ignore[arg-type]
    edited = po.dump(replace(catalog, messages=tuple(messages)))
    assert po.load(edited, "a.po").messages == tuple(messages)
    lines = difflib.ndiff(data.decode().split("\n"), edited.decode().split("\n"))
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize("start", ODD, ids=("", "BOM", "comment", "blank"))
@pytest.mark.parametrize(
    "text",
    [
        WRAPPED,
        WRAPPED.replace("\n", "\r\n"),
        WRAPPED.removesuffix("\n"),
        FULL,
        f"{WRAPPED}\n\n\n{FULL}\n\n# the end\n#, fuzzy\n\n",
        'msgid"sea"msgstr"mer" msgid "tide"\tmsgstr""#~msgid "a"\n#~ msgstr "b" # the end',
        "#~ # c\n#~ #, fuzzy\n#~msgid 'a'".replace("'", '"') + '\n#~   msgstr "b"\n',
        'msgid "sea"\nmsgstr "mer\\\n, et \\\n\\\nencore"\n',
    ],
)
def test_what_was_read_is_written(start: bytes, text: str) -> None:
    """However oddly a file is laid out, writing what was read changes no byte."""
    data = start + text.encode()
    assert po.dump(po.load(data, "a.po")) == data


def test_invalid_bytes_in_a_comment_stay() -> None:
    """What a comment or a header holds need not be text for the messages to be read, and stays."""
    data = HEADER.encode() + b'# \xe9t\xe9\nmsgid "sea"\nmsgstr ""\n'
    data = data.replace(b"Language:", b'X-By: \xe9\\n"\n"Language:')
    catalog = po.load(data, "a.po")
    assert po.dump(catalog) == data
    changed = replace(catalog, messages=(replace(catalog.messages[0], strings=("mer",)),))
    assert po.dump(changed) == data.replace(b'msgstr ""\n', b'msgstr "mer"\n').replace(
        b'msgid ""\nmsgstr "mer"', b'msgid ""\nmsgstr ""'
    )


def test_a_changed_flag_changes_its_line() -> None:
    """The wrapped strings beside it stay as they are."""
    assert edit(WRAPPED.encode(), 0, fuzzy=True) == ["- #, md-text", "+ #, fuzzy, md-text"]


def test_changed_locations_change_their_line() -> None:
    """They stand as the others do: several in a line."""
    assert edit(WRAPPED.encode(), 0, locations=("c.md:1", "d e.md:2")) == [
        "- #: a.md:1 b.md:2",
        "+ #: c.md:1 \u2068d e.md\u2069:2",
    ]


def test_a_changed_string_is_wrapped_as_the_file_is() -> None:
    """A new text is broken where gettext would break it; no other line moves."""
    text = "Deux fois par jour, la marée monte ; deux fois par jour elle redescend, toujours."
    assert edit(WRAPPED.encode(), 0, strings=(text,)) == [
        '- "La marée monte deux fois par jour, et deux fois par jour elle redescend, quoi "',
        '- "que l\'on dise."',
        '+ "Deux fois par jour, la marée monte ; deux fois par jour elle redescend, "',
        '+ "toujours."',
    ]


def test_a_file_with_crlf_gets_crlf() -> None:
    """What is new ends as the rest of the file does."""
    data = WRAPPED.replace("\n", "\r\n").encode()
    assert edit(data, 1, comments=("by me",)) == ["+ # by me\r"]


def test_a_line_of_a_text_stays_as_it_is_written() -> None:
    """A text of several lines changes in the lines that change."""
    text = 'msgid "a"\nmsgstr ""\n"o\\156e\\n"\n"two\\n"\n"thr" "ee"\n'
    data = (HEADER + text).encode()
    assert edit(data, 0, strings=("one\n2\nthree",)) == ['- "two\\n"', '+ "2\\n"']


def test_a_changed_field_changes_its_line() -> None:
    """The header's other fields stay as they are written."""
    header = 'msgid ""\nmsgstr ""\n"Language:fr\\n"\n"X-Long: a "\n"b\\n"\n"X-Date: 1\\n"\n'
    catalog = load("", header)
    fields = (*catalog.header[:2], ("X-Date", "2"))
    assert po.dump(replace(catalog, header=fields)).decode() == header.replace("1", "2")


def test_an_obsolete_message_keeps_its_lines() -> None:
    """A message that stands nowhere any more is marked line by line, and not wrapped anew."""
    changes = edit(WRAPPED.encode(), 0, obsolete=True)
    assert [line[5:] for line in changes if line.startswith("+ #~")] == [
        line[2:] for line in changes if line.startswith("- ")
    ]


def test_a_message_goes_with_its_blank_line() -> None:
    """What is left closes up."""
    catalog = load(FULL)
    left = po.dump(replace(catalog, messages=catalog.messages[1:])).decode()
    assert left == HEADER + FULL[FULL.index("#~|") :]


def test_a_new_message_gets_a_blank_line() -> None:
    """One above it, and the one below is that of its neighbour."""
    catalog = load(FULL)
    first, last = catalog.messages
    more = po.dump(replace(catalog, messages=(first, Message("sea", ("mer",)), last))).decode()
    assert more == HEADER + FULL.replace("\n\n", '\n\nmsgid "sea"\nmsgstr "mer"\n\n')


def test_a_renamed_message_keeps_its_translation_as_written() -> None:
    """A new id with the former as its previous id is a change of that entry."""
    changes = edit(WRAPPED.encode(), 1, id="the sea", previous_id="sea", fuzzy=True)
    assert sorted(changes) == [
        "+ #, fuzzy",
        '+ #| msgid "sea"',
        '+ msgid "the sea"',
        '- msgid "sea"',
    ]


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("ISO-8859-1", "é"),
        ("KOI8-R", "море"),
        ("EUC-JP", "海"),
        ("SHIFT_JIS", "表"),
        ("BIG5", "功"),
        ("GB18030", "海"),
        ("windows-1252", "œ"),
        ("utf8", "é"),
        ("CHARSET", "é"),
    ],
)
def test_a_charset_is_read_and_written(charset: str, text: str) -> None:
    """A catalog is read in the charset that it declares, and written in it, changed or not."""
    codec = "utf-8" if charset == "CHARSET" else charset
    data = f'{HEADER}msgid "a"\nmsgstr "{text}"\n'.replace("UTF-8", charset).encode(codec)
    catalog = po.load(data, "a.po")
    assert catalog.messages[0].string == text
    assert po.dump(catalog) == data
    twice = replace(catalog, messages=(replace(catalog.messages[0], strings=(text * 2,)),))
    assert po.dump(twice) == data.replace(text.encode(codec), (text * 2).encode(codec))


@pytest.mark.parametrize("charset", ["ISO-8859-1", "CHARSET", "x-unknown"])
def test_a_text_beyond_its_charset_makes_a_file_utf_8(charset: str) -> None:
    """The whole file is written anew in UTF-8, and its header says so."""
    data = f'{HEADER}# by hand\nmsgid "a"\nmsgstr ""\n'.replace("UTF-8", charset).encode()
    catalog = po.load(data, "a.po")
    sea = replace(catalog, messages=(replace(catalog.messages[0], strings=("海",)),))
    text = po.dump(sea).decode()
    assert text == f'{HEADER}# by hand\nmsgid "a"\nmsgstr "海"\n'


def test_a_catalog_without_a_header_is_read() -> None:
    """It has no locale, gets no header by being written, and one above all when it is given one."""
    data = b'msgid "sea"\nmsgstr "mer"\n'
    catalog = po.load(data, "fr.po")
    assert catalog.locale == ""
    assert po.dump(catalog) == data
    headed = po.dump(replace(catalog, header=(("Language", "fr"),)))
    assert headed == b'msgid ""\nmsgstr "Language: fr\\n"\n\n' + data


@pytest.mark.parametrize(
    ("fields", "text", "doubt"),
    [
        ("Language: Portuguese", "", '4: "Portuguese" is no known locale'),
        ("Language: xx_unknown", "", '4: "xx_unknown" is no known locale'),
        ("Content-Type: text/plain; charset=CHARSET", "", "4: the header declares no charset"),
        ("Plural-Forms: 3", "", "4: wrong Plural-Forms: it is not `nplurals="),
        ("Plural-Forms: nplurals=2; plural=n/0;", "", "4: wrong Plural-Forms: it divides by zero"),
        ("Plural-Forms: nplurals=2; plural=f(n);", "", "4: wrong Plural-Forms: its expression has"),
        ("Language: es", "", "3: the header declares no charset"),
        (
            "Plural-Forms: nplurals=2; plural=n>1;",
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
            "8: the message has 1 plural form, and nplurals is 2",
        ),
        ("X-B: c", 'msgid "a\\n"\nmsgstr "b"\n', r"7: msgid and msgstr do not both end with \n"),
        ("X-B: c", 'msgid "a"\nmsgstr "\\nb"\n', r"7: msgid and msgstr do not both begin with \n"),
    ],
)
def test_what_gettext_lets_pass_is_doubted(fields: str, text: str, doubt: str) -> None:
    """What is read all the same is named, with its line."""
    header = f'msgid ""\nmsgstr ""\n"X-A: b\\n"\n"{fields}\\n"\n\n'
    doubts = [f"{found.place.line}: {found.message}" for found in po.doubts(load(text, header))]
    assert any(line.startswith(doubt) for line in doubts)


def test_utf_8_under_another_name_is_read_as_such() -> None:
    """Read as declared it would be published as nonsense; it is told, and stays as it stands."""
    data = HEADER.replace("UTF-8", "ISO-8859-1").encode() + 'msgid "a"\nmsgstr "été"\n'.encode()
    catalog = po.load(data, "a.po")
    assert catalog.messages[0].string == "été"
    assert po.dump(catalog) == data
    (found,) = po.doubts(catalog)
    assert found.message == 'the header declares the charset "ISO-8859-1", and is UTF-8'
    assert found.suggestions == ("Content-Type: text/plain; charset=UTF-8",)


def test_the_right_plural_forms_are_proposed() -> None:
    """Forms that are not those of the language come with those that are."""
    header = HEADER.replace("fr", "es").replace(
        '"C', '"Plural-Forms: nplurals=1; plural=0;\\n"\n"C'
    )
    (found,) = po.doubts(load("", header))
    assert found.suggestions == (f"Plural-Forms: {plurals.declare('es')}",)


def test_a_sound_catalog_is_not_doubted() -> None:
    """Nothing is said of what is as it should be."""
    assert not [*po.doubts(load(FULL))]


def test_a_cut_file_has_whole_messages_only() -> None:
    """Wherever a file ends, it is refused, or each message is as it was before the cut."""
    data = (HEADER + FULL).encode()
    whole = po.load(data, "a.po").messages
    for end in range(len(data)):
        with contextlib.suppress(CatalogError):
            for message in po.load(data[:end], "a.po").messages:
                plural = replace(whole[0], strings=whole[0].strings[:1])
                string = replace(whole[1], strings=(message.string,))
                assert message in (*whole, plural) or (
                    message == string and whole[1].string.startswith(message.string)
                )


@pytest.mark.parametrize("text", ["b\0c", "b\x02c", "\ufffe", "\u202e"])
def test_hostile_characters_are_text(text: str) -> None:
    """A string may hold any character; it is for a check to find those that harm."""
    catalog = load(f'msgid "a"\nmsgstr "{text}"\n')
    assert catalog.messages[0].string == text
    assert po.load(po.dump(replace(catalog, written=None)), "a.po") == catalog


@pytest.mark.parametrize(
    ("value", "locale"),
    [
        ("nplurals=2; plural=n != 1", "de"),
        ("nplurals=2; plural=(n > 1);", "fr"),
        ("nplurals=3; plural=(n==0 || n==1) ? 0 : n!=0 && n%1000000==0 ? 1 : 2;", "fr"),
        ("nplurals=6; plural=n==0?0:n==1?1:n==2?2:n%100>=3&&n%100<=10?3:n%100>=11?4:5;", "ar"),
        ("nplurals=1; plural=0;", "tr"),
        ("nplurals=2; plural=(n != 1);", "tr"),
        ("nplurals=2; plural=(n > 1);", "mi"),
        ("nplurals=INTEGER; plural=EXPRESSION;", ""),
    ],
)
def test_plural_forms_in_use_are_right(value: str, locale: str) -> None:
    """A rule may be written in many ways, and where Babel and CLDR differ, both are right."""
    assert not plurals.fault(value, locale)


@pytest.mark.parametrize(
    ("value", "locale"),
    [
        ("nplurals=1; plural=0;", "es"),
        ("nplurals=2; plural=n != 1;", "ja"),
        ("nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;", "ru"),
        ("nplurals=2; plural=0;", "de"),
        ("nplurals=INTEGER; plural=EXPRESSION;", "de"),
        ("nplurals=2; plural=" + "!" * 100 + "n;", ""),
        ("nplurals=2; plural=" + "n+" * 200 + "n;", ""),
    ],
)
def test_plural_forms_of_another_language_are_wrong(value: str, locale: str) -> None:
    """A rule that puts numbers together that the language parts, or parts too many, is wrong."""
    assert plurals.fault(value, locale)


@pytest.mark.parametrize("locale", ["ar", "br", "cy", "en", "fr", "id", "ja", "lv", "pt-BR", "ru"])
def test_declared_plural_forms_are_right(locale: str) -> None:
    """What we declare for a language is what we ask of it."""
    assert not plurals.fault(plurals.declare(locale), locale)


@pytest.mark.parametrize(
    ("spelled", "locale"),
    [
        ("pt_BR", "pt-BR"),
        ("sr@latin", "sr-Latn"),
        ("zh_TW", "zh-Hant-TW"),
        ("de_DE@euro", "de-DE"),
        ("nb_NO.UTF-8", "nb-NO"),
    ],
)
def test_a_locale_in_gettexts_spelling(spelled: str, locale: str) -> None:
    """The header's language is known by its BCP 47 tag."""
    assert load("", HEADER.replace("fr", spelled)).locale == locale


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="msgfmt (gettext) is not installed")
@pytest.mark.parametrize("locale", ["ar", "de", "es", "fr", "ja", "pt-BR", "ru"])
def test_a_catalog_passes_gettexts_check(locale: str) -> None:
    """A fresh catalog has every header field and the forms that `msgfmt --check` asks for."""
    template = Catalog(messages=(Message("sea"), Message("tide", plural="tides")))
    catalog = merge.merge(Catalog(locale), template).catalog
    filled = (replace(one, strings=tuple("x" for _ in one.strings)) for one in catalog.messages)
    data = po.dump(replace(catalog, messages=tuple(filled)))
    result = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", "-"], input=data, capture_output=True, check=False
    )
    assert result.returncode == 0, result.stderr.decode()


def test_what_is_not_sure_is_not_doubted_for_its_line_feeds() -> None:
    """A fuzzy translation is looked at by a person anyway, and an empty one says nothing yet."""
    texts = '#, fuzzy\nmsgid "a\\n"\nmsgstr "b"\n\nmsgid "c\\n"\nmsgstr ""\n'
    assert list(po.doubts(load(texts))) == []


def test_a_locale_that_nobody_knows_is_quoted() -> None:
    """So that the finding is about those words."""
    (found,) = po.doubts(load("", HEADER.replace("fr", "Portuguese")))
    assert found.text == "Portuguese"


@pytest.mark.parametrize("spelt", ["pt_BR", "pt-BR", "pt_BR.UTF-8"])
def test_a_locale_is_read_in_either_spelling(spelt: str) -> None:
    """Other tools write a hyphen."""
    assert load("", HEADER.replace("fr", spelt)).locale == "pt-BR"


@pytest.mark.parametrize(
    ("locale", "spelt"),
    [
        ("zh-CN", "zh_CN"),
        ("zh-Hans", "zh_Hans"),
        ("zh-Hant-TW", "zh_TW"),
        ("sr-Latn-RS", "sr_RS@latin"),
    ],
)
def test_a_script_is_spelt_as_gettext_does(locale: str, spelt: str) -> None:
    """By the region for Chinese, else as a modifier."""
    assert po.spell(locale) == spelt


def test_a_message_in_one_line_is_written_in_two() -> None:
    """Neither of its texts can be put into the line of both."""
    read = load('# by hand\nmsgid "sea" msgstr "mer"\n\nmsgid "sky"\nmsgstr "ciel"\n')
    sea, sky = read.messages
    written = po.dump(replace(read, messages=(replace(sea, strings=("flots",)), sky)))
    assert written.decode() == (
        f'{HEADER}# by hand\nmsgid "sea"\nmsgstr "flots"\n\nmsgid "sky"\nmsgstr "ciel"\n'
    )


def test_a_fault_is_told_in_one_line() -> None:
    """With what may stand there, and a long or broken text cut to what names it."""
    with pytest.raises(CatalogError) as raised:
        load('msgstr "mer"\n')
    assert raised.value.hint == "expected #| msgctxt or #| msgid or msgctxt or msgid"
    twice = 'msgid "a\\nb"\nmsgstr "c"\n\n'
    with pytest.raises(CatalogError, match='message "a b" stands also in line'):
        load(twice * 2)


def test_a_catalog_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the first message too many begins."""
    monkeypatch.setattr("pipeline.po.reader.MESSAGES_LIMIT", 3)
    text = "".join(f'msgid "{number}"\nmsgstr "x"\n' for number in range(3))
    with pytest.raises(CatalogError, match=r"the catalog has more than 3 messages"):
        load(text)
