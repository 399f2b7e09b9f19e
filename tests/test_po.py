"""A PO file as it is read and written."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import pytest

from pipeline import merge, plurals, po
from pipeline.errors import CatalogError
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
    text = po.dump(load(FULL)).decode()
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
        ("#, fuzzy\n", 0, "the last comments belong to no message"),
        ('<<<<<<< HEAD\nmsgid "sea"\n', 0, "git left a conflict here"),
        ('msgid "sea"\n=======\n', 1, "git left a conflict here"),
        ('msgid "sea"\nmsgstr "mer"\n>>>>>>> theirs\n', 2, "git left a conflict here"),
        ('msgid "sea"\n# c\nmsgstr "mer"\n', 1, "a comment stands in the middle"),
        ('msgid "sea"\nmsgstr "a "b" c"\n', 1, 'unexpected "b"; write \\"'),
        ('msgid "sea"\nmsgstr "mer" !\n', 1, 'unexpected "!"'),
        ('msgdi "sea"\nmsgstr "mer"\n', 0, 'unknown keyword "msgdi"; did you mean "msgid"?'),
        ('domain "x"\n', 0, 'unknown keyword "domain"'),
        ('msgstr "mer"\n', 0, "msgstr stands after msgstr; expected"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 2, "msgstr stands after msgid_plural"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 2, "msgstr[1] stands after"),
        ('msgid "a"\nmsgstr[0] "c"\n', 1, "msgstr[0] stands after msgid"),
        ('#~ msgid "a"\nmsgstr "b"\n', 1, "a message is obsolete in part"),
        ('#| msgid "z"\n#~ msgid "a"\n#~ msgstr "b"\n', 1, "a message is obsolete in part"),
        ('#| msgid "z"\n"y"\nmsgid "a"\nmsgstr "b"\n', 1, "a text has no keyword"),
        ('msgid "a"\nmsgstr "50\\% off"\n', 1, "unknown escape \\%; write \\\\"),
        ('msgid "a"\nmsgstr "\\351t\\351"\n', 1, "a numeric escape is not UTF-8"),
        ('msgid "a"\nmsgstr "\\0"\n', 1, "a text holds a NUL"),
        ('msgid "a"\nmsgstr "\0"\n', 1, "a NUL byte"),
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
        ("Language: tlh", 'unknown locale "tlh"'),
        ("Content-Type: text/plain; charset=ISO-8859-1", 'charset "ISO-8859-1" is not UTF-8'),
        ("Content-Type: text/plain; charset=CHARSET", 'charset "CHARSET" is not UTF-8'),
        ("Content-Type: text/plain; charset=utf-7", 'charset "utf-7" is not UTF-8'),
        ("Plural-Forms: two", "wrong Plural-Forms: it is not `nplurals="),
        ("Plural-Forms: nplurals=99999999; plural=n;", "wrong Plural-Forms: nplurals is 99999999"),
        ("Plural-Forms: nplurals=2; plural=n/0;", "wrong Plural-Forms: it divides by zero"),
        ("Plural-Forms: nplurals=2; plural=n;", "wrong Plural-Forms: it gives form 2 for 2"),
        ("Plural-Forms: nplurals=2; plural=(n > 1;", "wrong Plural-Forms: its expression lacks"),
        ("Plural-Forms: nplurals=2; plural=f(n);", "wrong Plural-Forms: its expression has an"),
        ("Plural-Forms: nplurals=2; plural=n>;", "wrong Plural-Forms: it is cut"),
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
        (b"\n\n", "fr.po:1: the catalog has no header"),
        (b'msgid "a"\nmsgstr "b"\n', "fr.po:1: the catalog has no header"),
        (
            b'msgid ""\nmsgstr "\xe9t\xe9"\n',
            "fr.po:2: byte 0xE9 is not UTF-8; save the file as UTF-8",
        ),
        (b"\xff\xfem\0", "fr.po:1: a NUL byte; save the file as UTF-8"),
        (b"#" * 10_000_001, "fr.po: the catalog has 10 MB, more than 10"),
    ],
    ids=("empty", "blank", "no header", "Latin-1", "UTF-16", "large"),
)
def test_what_is_no_catalog_is_refused(data: bytes, message: str) -> None:
    """A file that cannot be a catalog is refused before it is read."""
    with pytest.raises(CatalogError) as caught:
        po.load(data, "fr.po")
    assert str(caught.value).startswith(message)


def test_a_message_without_end_is_refused() -> None:
    """A message of more than 64 kB is refused."""
    assert refusal(f'msgid "a"\nmsgstr "{"b" * 70_000}"').startswith(
        f"fr.po:{FIRST}: a message has 70 kB, more than 64"
    )


def test_plural_forms_are_counted() -> None:
    """A live message has as many forms as the header says."""
    header = HEADER.replace('"Language', '"Plural-Forms: nplurals=2; plural=n>1;\\n"\n"Language')
    text = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'
    assert f"fr.po:{FIRST + 1}: the message has 1 plural forms" in refusal(text, header)


def test_an_obsolete_message_may_stand_beside_the_live_one() -> None:
    """Babel leaves the two, and neither is lost."""
    text = 'msgid "a"\nmsgstr ""\n\n#~ msgid "a"\n#~ msgstr "b"\n'
    assert [message.string for message in load(text).messages] == ["", "b"]


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
    catalog = merge.merge(Catalog(locale), template)
    filled = (replace(one, strings=tuple("x" for _ in one.strings)) for one in catalog.messages)
    data = po.dump(replace(catalog, messages=tuple(filled)))
    result = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", "-"], input=data, capture_output=True, check=False
    )
    assert result.returncode == 0, result.stderr.decode()
