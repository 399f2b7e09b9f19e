"""What a PO file may hold at its edges: limits, charsets, odd layouts, and what is said of a fault."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from pipeline import po
from pipeline.errors import CatalogError
from pipeline.model import Catalog, Message
from pipeline.po import plain, quoting

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FIRST = HEADER.count("\n") + 1
"""The line on which what follows the header begins."""

CUT = "if the file was cut, restore it"
INSIDE = 'write \\" for a quotation mark inside a text'


def load(text: str, header: str = HEADER) -> Catalog:
    """Read *text* below a header."""
    return po.load((header + text).encode(), "fr.po")


def said(data: bytes) -> str:
    """Give the line a user reads when a file is refused."""
    with pytest.raises(CatalogError) as caught:
        po.load(data, "fr.po")
    return str(caught.value)


def refusal(text: str) -> str:
    """Give the line a user reads when *text* is refused."""
    return said((HEADER + text).encode())


@pytest.fixture
def line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read at one stroke."""
    monkeypatch.setattr(plain, "CHARSETS", frozenset())


# What is said of damage.


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('msgid "a"\nmsgstr "b\n', 1, "msgstr is not closed; add a quotation mark at the end of the line"),
        ('msgid "a"\n', 0, f"the message has no msgstr; {CUT}"),
        ('msgid "a"\nmsgid_plural "b"\n\n\nmsgid "c"\n', 0, f"the message has no msgstr; {CUT}"),
        ('msgctxt "a"\n', 0, f"the message has no msgid; {CUT}"),
        ('# c\n#| msgid "z"\n', 1, f"the message has no msgid; {CUT}"),
        ('msgid "a"\nmsgstr\n', 1, f"msgstr has no text; {CUT}"),
        ('msgid "a"\nmsgstr\n# c\nmsgid "b"', 1, f"msgstr has no text; {CUT}"),
        ('msgid "a"\nmsgstr\nmsgid "b"\n', 1, f"msgstr has no text; {CUT}"),
        ("<<<<<<< ours\n", 0, "git left a conflict here; keep one side of it"),
        ("||||||| base\n", 0, "git left a conflict here; keep one side of it"),
        ('msgid "a"\n# c\n', 1, "a comment stands in the middle of a message; move it above"),
        ('msgid "a" # c\n', 0, "a comment stands in the middle of a message; move it above"),
        ('msgid "a"\nmsgstr "b" !\n', 1, f'unexpected "!"; {INSIDE}'),
        ('msgid "a"\nmsgstr "b" c\n', 1, f'unexpected "c"; {INSIDE}'),
        ('msgid "a"\nmsgstr "b" =======\n', 1, f'unexpected "="; {INSIDE}'),
        ("=======x\n", 0, f'unexpected "="; {INSIDE}'),
        ('msgstrr "a"\n', 0, 'unknown keyword "msgstrr"; did you mean "msgstr"?'),
        (
            'tide "a"\n',
            0,
            'unknown keyword "tide"; a catalog has msgctxt, msgid, msgid_plural, msgstr',
        ),
        ('domain "sea"\n', 0, "a catalog of several domains; give each domain its own file"),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n',
            2,
            "msgstr stands after msgid_plural; expected msgstr[0]",
        ),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n',
            3,
            ("msgstr[2] stands after msgstr[0]; "
            "expected msgstr[1] or #| msgctxt or #| msgid or msgctxt or msgid"),
        ),
        ('msgid "a"\nmsgstr[0] "b"\n', 1, "msgstr[0] stands after msgid; expected msgid_plural or msgstr"),
        (
            '#| msgid_plural "a"\n',
            0,
            ("#| msgid_plural stands after msgstr; "
            "expected #| msgctxt or #| msgid or msgctxt or msgid"),
        ),
        (
            '#~ msgid "a"\nmsgstr "b"\n',
            1,
            "a message is obsolete in part; mark each line of an obsolete message, or none",
        ),
        (
            '#~ msgid "a"\n#~ msgstr ""\n"b"\n',
            2,
            "a message is obsolete in part; mark each line of an obsolete message, or none",
        ),
        ('#| msgid "a"\n"b"\n', 1, "a text has no keyword; mark every line of a previous id with #|"),
        ('msgid "a"\n#| "b"\n', 1, "a text has no keyword; mark every line of a previous id with #|"),
        ('msgid "a"\nmsgstr "50\\%"\n', 1, "unknown escape \\%; write \\\\ for a backslash"),
        ('msgid "a"\nmsgstr "\\351"\n', 1, "a numeric escape is not UTF-8; write the characters themselves"),
        (
            'msgid "a"\nmsgstr "b"\n\n# c\nmsgid "a"\nmsgstr "b"\n',
            4,
            f'message "a" stands also in line {FIRST}; delete one of them',
        ),
        ('msgid ""\nmsgstr ""\n', 0, "the header stands also in line 1; delete one of them"),
    ],
)  # fmt: skip
def test_a_fault_comes_with_its_remedy(text: str, line: int, message: str) -> None:
    """File, line, what is wrong, and what to do about it."""
    assert refusal(text) == f"fr.po:{FIRST + line}: {message}"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'"a"\n', "fr.po:1: a text has no keyword; write `msgid` or `msgstr` before it"),
        (b'\n\n "a', "fr.po:3: a text is not closed; add a quotation mark at the end of the line"),
        (
            b'msgstr "a"\n',
            ("fr.po:1: msgstr stands at the start of a message; "
            "expected #| msgctxt or #| msgid or msgctxt or msgid"),
        ),
        (b"", "fr.po: the catalog is empty; restore it, or delete it and update again"),
        (b" \r\n\t", "fr.po: the catalog is empty; restore it, or delete it and update again"),
        (b"\xff\xfem\0", "fr.po:1: the catalog is UTF-16; save it as UTF-8"),
        (b"\xfe\xff\0m", "fr.po:1: the catalog is UTF-16; save it as UTF-8"),
        (b'msgid "a"\nmsgstr "\xe9"\n', "fr.po:2: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (b'msgctxt ""\nmsgid ""\nmsgstr "\xe9"\n', "fr.po:3: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (b'msgctxt "\x0f\xe9', "fr.po:1: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (
            b'msgid ""\nmsgstr "Content-Type: charset=EUC-JP\\n"\n\nmsgid "a"\nmsgstr "\xff"\n',
            "fr.po:5: byte 0xFF is not EUC_JP; save the file as EUC_JP",
        ),
        (
            b'# c\nmsgid ""\nmsgstr ""\n"X-A: b\\n"\n"Content-Type: text/plain; charset=sea\\n"\n# \xe9\n',
            'fr.po:5: charset "sea" cannot be read; save the file as UTF-8 and say so',
        ),
        (
            b'msgid ""\nmsgstr ""\n"X-A: b\\n"\n"Plural-Forms: nplurals=100; plural=n;\\n"\n',
            ("fr.po:4: wrong Plural-Forms: nplurals has more than two digits; "
            "languages have 1 to 6 forms"),
        ),
    ],
)  # fmt: skip
def test_a_file_that_is_no_catalog_is_told_what_it_is(data: bytes, message: str) -> None:
    """So that it can be mended, or saved anew."""
    assert said(data) == message


def test_a_long_word_is_cut_where_it_is_named() -> None:
    """To forty letters, wherever it stands."""
    long, short = "x" * 41, "x" * 40
    assert f'keyword "{short}";' in refusal(f'{long} "a"\n')
    assert f'unexpected "{short}";' in refusal(f'msgid "a"\nmsgstr "b" {long}\n')


@pytest.mark.parametrize(("length", "shown"), [(40, "x" * 40), (41, "x" * 39 + "…")])
def test_a_long_message_is_cut_where_it_is_named(length: int, shown: str) -> None:
    """To forty letters with the dots."""
    entry = f'msgid "{"x" * length}"\nmsgstr "b"\n\n'
    assert f'message "{shown}" stands' in refusal(entry * 2)


# How much is read.


def test_a_message_may_have_64000_characters() -> None:
    """All its texts together, as they are written; one more is refused at the message's first line."""
    text = '# c\nmsgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n"\\n"\n'
    fitting = ("a" * 20_000, "b" * 20_000, "c" * 23_998)
    assert load(text.format(*fitting)).messages[0].string == f"{fitting[2]}\n"
    assert refusal(text.format(*fitting[:2], "c" * 23_999)) == (
        f"fr.po:{FIRST + 1}: a message has more than 64000 characters; split the paragraph"
    )


@pytest.mark.usefixtures("line_by_line")
@pytest.mark.parametrize(
    ("remarks", "more", "kind"),
    [
        ("#: a b\n#:c\n", "#: d\n", "locations"),
        ("#: a b\n#:c\n", "# d\n", "lines of comments"),
        ("# a b c d e\n#. f\n#, g\n", "#= h\n", "lines of comments"),
        ("#\n#\n#\n", "#:\n", "locations"),
    ],
)
def test_remarks_are_counted(
    monkeypatch: pytest.MonkeyPatch, remarks: str, more: str, kind: str
) -> None:
    """A location is one, and any other line; each message has its own."""
    monkeypatch.setattr("pipeline.po.reader.REMARKS_LIMIT", 3)
    entries = [f'{remarks}msgid "{number}"\nmsgstr "x"\n' for number in range(2)]
    assert len(load("".join(entries)).messages) == 2
    lines = FIRST + remarks.count("\n")
    assert refusal(remarks + more) == f"fr.po:{lines}: a message has more than 3 {kind}; {CUT}"


@pytest.mark.parametrize("stroke", [True, False])
def test_messages_are_counted(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, stroke: bool
) -> None:
    """As many as there may be are read; the first too many is named by its line."""
    if not stroke:
        request.getfixturevalue("line_by_line")
    monkeypatch.setattr("pipeline.po.reader.MESSAGES_LIMIT", 3)
    text = "".join(f'msgid "{number}"\nmsgstr "x"\n' for number in range(2))
    assert len(load(text).messages) == 2
    assert refusal(f'{text}# c\nmsgid "c"\nmsgstr "d"\nmsgid "e"\nmsgstr "f"\n') == (
        f"fr.po:{FIRST + 5}: the catalog has more than 3 messages; split it"
    )


def test_bytes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file as large as one may be is read."""
    data = HEADER.encode()
    monkeypatch.setattr("pipeline.po.codec.FILE_LIMIT", len(data))
    assert po.load(data, "fr.po").locale == "fr"
    assert said(data + b"\n").endswith("; split the article")


# Line feeds at the ends of a translation.


@pytest.mark.parametrize(
    ("id_", "string", "where", "text", "mended"),
    [
        ("a\\n", "bon", ("end", 11, 12), "n", "n\n"),
        ("a\\n", "bon  ", ("end", 11, 14), "n  ", "n\n"),
        ("a", "bon\\n\\n", ("end", 11, 16), "n\n\n", "n"),
        ("a", "b\\n", ("end", 9, 12), "b\n", "b"),
        ("\\na", "bon", ("begin", 9, 10), "b", "\nb"),
        ("\\na", "  bon", ("begin", 9, 12), "  b", "\nb"),
        ("a", "\\n\\n bon", ("begin", 9, 15), "\n\n b", "b"),
        ("a\\n", '\\"bon\\"', ("end", 14, 16), '"', '"\n'),
        ("\\na", '\\"bon\\"', ("begin", 9, 11), '"', '\n"'),
        ("a\\n", "bon\\\\", ("end", 12, 14), "\\", "\\\n"),
    ],
)
def test_a_line_feed_at_one_end_is_mended_there(
    id_: str, string: str, where: tuple[str, int, int], text: str, mended: str
) -> None:
    """With the letter that it stands beside, and the white space between; exactly that is marked."""
    side, *columns = where
    (found,) = po.doubts(load(f'msgid "{id_}"\nmsgstr "{string}"\n'))
    assert found.message == rf"msgid and msgstr do not both {side} with \n"
    assert found.end is not None
    assert (found.place.line, found.end.line) == (FIRST + 1, FIRST + 1)
    assert [found.place.column, found.end.column] == columns
    assert (found.text, found.suggestions) == (text, (mended,))
    assert (found.level, found.fix) == ("error", "safe")


def test_a_line_feed_in_a_line_of_its_own_is_marked_to_its_end() -> None:
    """From the letter in the line above."""
    (found,) = po.doubts(load('msgid "a"\nmsgstr ""\n"bon\\n"\n"\\n"\n'))
    assert found.end is not None
    assert (found.place.line, found.place.column) == (FIRST + 2, 4)
    assert (found.end.line, found.end.column) == (FIRST + 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a"\nmsgstr "\\n"\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c\\n"\n',
        'msgid "a"\nmsgid_plural "b\\n"\nmsgstr[0] "c"\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "\\nc"\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d\\n"\n',
    ],
)
def test_line_feeds_are_only_told_where_the_right_text_is_not_known(text: str) -> None:
    """Of nothing but white space, and of several forms, a person decides."""
    found = [*po.doubts(load(text))]
    assert found
    for one in found:
        assert (one.level, one.fix, one.suggestions, one.text) == ("error", "", (), "")
        assert one.place.path == "fr.po"
        assert one.place.line == FIRST + text[: text.index("msgstr")].count("\n")


def test_equal_ends_are_not_doubted() -> None:
    """Whatever the forms."""
    text = 'msgid "\\na\\n"\nmsgid_plural "\\nb\\n"\nmsgstr[0] "\\nc\\n"\nmsgstr[1] "\\n\\n"\n'
    assert list(po.doubts(load(text))) == []


# What else is doubted.


def doubted(fields: str, text: str = "") -> list[tuple[int, int, str, tuple[str, ...], str]]:
    """Give what is doubted of a catalog with these header fields."""
    lines = "".join(f'"{field}\\n"\n' for field in fields.split("\n"))
    return [
        (one.place.line, one.place.column, one.message, one.suggestions, one.text)
        for one in po.doubts(load(text, f'msgid ""\nmsgstr ""\n{lines}\n'))
    ]


UTF_8 = "Content-Type: text/plain; charset=UTF-8"


@pytest.mark.parametrize(
    ("fields", "doubt"),
    [
        (f"{UTF_8}\nX-A: b", (3, 2, "the header names no language", (), "")),
        (f"{UTF_8}\nLanguage:  ", (4, 2, "the header names no language", (), "")),
        (f"{UTF_8}\nLanguage: sea", (4, 2, '"sea" is no known locale', (), "sea")),
        (
            "Language: fr\nContent-Type: text/html",
            (
                *(4, 2, "the header declares no charset"),
                *(("Content-Type: text/plain; charset=UTF-8",), ""),
            ),
        ),
        (
            "Language: fr\nContent-Type: text/x; charset=sea; b",
            (
                *(4, 2, 'the header declares the charset "sea", and is ASCII'),
                *(("Content-Type: text/x; charset=UTF-8; b",), ""),
            ),
        ),
        (
            f"{UTF_8}\nLanguage: de\nPlural-Forms: nplurals=9",
            (
                *(5, 2, "wrong Plural-Forms: it is not `nplurals=NUMBER; plural=EXPRESSION;`"),
                *(("Plural-Forms: nplurals=2; plural=(n != 1);",), "nplurals=9"),
            ),
        ),
    ],
)  # fmt: skip
def test_a_doubt_names_its_field_and_what_is_right(fields: str, doubt: tuple[object, ...]) -> None:
    """With its place, and the words that it is about."""
    assert doubted(fields) == [doubt]


def test_plural_forms_are_proposed_for_a_known_language_only() -> None:
    """For no language nobody knows which are right."""
    doubts = doubted(f"{UTF_8}\nPlural-Forms: n")
    assert [suggestions for _, _, _, suggestions, _ in doubts] == [(), ()]


def test_a_file_without_a_header_is_doubted_once() -> None:
    """In itself: no line of it is wrong."""
    (found,) = po.doubts(load('msgid "a"\nmsgstr "b"\n', ""))
    assert (found.place.path, found.message) == ("fr.po", "the catalog has no header")


def test_a_catalog_that_was_never_written_is_doubted_too() -> None:
    """It has no lines, only a path."""
    message = Message("a\n", ("b",))
    found = [*po.doubts(Catalog("fr", messages=(message,), path="fr.po"))]
    assert [(one.place.path, one.place.line) for one in found] == [("fr.po", 1)] * 2
    assert found[0].message == "the catalog has no header"
    assert (found[1].text, found[1].suggestions) == ("b", ("b\n",))


@pytest.mark.parametrize(
    ("forms", "count", "doubt"),
    [
        (1, 2, "the message has 1 plural form, and nplurals is 2"),
        (2, 1, "the message has 2 plural forms, and nplurals is 1"),
        (3, 2, "the message has 3 plural forms, and nplurals is 2"),
    ],
)
def test_plural_forms_are_counted(forms: int, count: int, doubt: str) -> None:
    """Against what the header declares."""
    strings = "".join(f'msgstr[{number}] "c"\n' for number in range(forms))
    head = f'msgid ""\nmsgstr "Plural-Forms: nplurals={count}; plural=0;\\n"\n\n'
    found = [*po.doubts(load(f'msgid "a"\nmsgid_plural "b"\n{strings}', head))][-1]
    assert (found.message, found.level, found.place.line) == (doubt, "error", 6)


def test_plural_forms_are_counted_only_where_a_number_is_declared() -> None:
    """And of live messages with a plural."""
    text = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'
    assert list(po.doubts(load(text))) == []
    two = HEADER.replace('"L', '"Plural-Forms: nplurals=2; plural=n > 1;\\n"\n"L')
    assert list(po.doubts(load('msgid "a"\nmsgstr "b"\n', two))) == []
    obsolete = "".join(f"#~ {line}\n" for line in text.splitlines())
    assert list(po.doubts(load(obsolete, two))) == []


def test_an_obsolete_message_beside_a_live_one_is_doubted() -> None:
    """At its translation; one that stands alone is not."""
    text = '#~ msgid "a"\n#~ msgstr "b"\n\nmsgid "a"\nmsgstr "c"\n\n#~ msgid "d"\n#~ msgstr "e"\n'
    (found,) = po.doubts(load(text))
    assert found.message == "an obsolete message has the msgid of a live one"
    assert found.place.line == FIRST + 1
    assert found.level is None


# How odd a file may be.


def messages(data: bytes) -> list[tuple[str, str]]:
    """Give the ids and translations of a file."""
    return [(one.id, one.string) for one in po.load(data, "fr.po").messages]


@pytest.mark.parametrize(
    "header",
    [
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=koi8-r\\n"\n',
        b'msgid "a"\nmsgstr "b"\n\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=KOI8-R\\n"\n',
        b'#, fuzzy\nmsgid ""\nmsgstr "" "content-type: text/plain; CHARSET=KOI8-R\\n"',
        b'msgid "" msgstr "Content-Type: charset=koi8-r" msgid "a" msgstr "b"\n',
        b'msgctxt ""\nmsgid ""\nmsgstr "charset=latin1"\n\nmsgid ""\nmsgstr "Content-Type: charset=koi8-r"\n',
    ],
)  # fmt: skip
def test_the_charset_is_that_of_the_header(header: bytes) -> None:
    """Wherever it stands, and whatever looks like it."""
    sea = 'msgid "sea"\nmsgstr "\u043c\u043e\u0440\u0435"\n'.encode("koi8-r")
    assert messages(header + b"\n" + sea)[-1] == ("sea", "\u043c\u043e\u0440\u0435")
    if not header.startswith(b'msgid "" '):
        assert messages(sea + b"\n" + header)[0] == ("sea", "\u043c\u043e\u0440\u0435")


def test_of_two_charsets_the_first_counts() -> None:
    """As it does to gettext; in reading as in writing."""
    fields = "".join(
        f'"Content-Type: text/plain; charset={name}\\n"\n' for name in ("KOI8-R", "UTF-8")
    )
    data = f'msgid ""\nmsgstr ""\n{fields}\nmsgid "a"\nmsgstr "\u044f"\n'.encode("koi8-r")
    catalog = po.load(data, "fr.po")
    assert catalog.messages[0].string == "\u044f"
    assert po.dump(catalog) == data


@pytest.mark.parametrize("charset", ["EUC-KR", "GBK", "BIG5"])
def test_what_could_be_utf_8_is_read_as_declared(charset: str) -> None:
    """Where letters have two bytes, nobody can tell."""
    head = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n\n'.encode()
    for data in (b'msgid "a"\nmsgstr "\xc2\xa1"\n', b'msgid "a" msgstr "\xc2\xa1"\n'):
        assert messages(head + data) == [("a", b"\xc2\xa1".decode(charset))]


def test_a_charset_is_not_taken_from_elsewhere() -> None:
    """Text, comments and other fields may speak of one."""
    for head in ("# charset=koi8-r\n", 'msgid ""\nmsgstr "X-A: charset=koi8-r\\n"\n\n'):
        assert messages(f'{head}msgid "charset=latin1"\nmsgstr "é"\n'.encode()) == [
            ("charset=latin1", "é")
        ]


def test_a_marked_file_may_name_its_charset() -> None:
    """The mark of Windows is no part of the first line."""
    data = b"\xef\xbb\xbf" + (HEADER + 'msgid "a"\nmsgstr "é"\n').encode()
    catalog = po.load(data, "fr.po")
    assert catalog.messages[0].string == "é"
    assert catalog.written is not None
    assert catalog.written.starts[0] == 3
    assert catalog.messages[0].origin is not None
    assert catalog.messages[0].origin.place.line == FIRST + 1


def test_a_header_may_hold_what_is_no_text() -> None:
    """Names of translators are often in another charset; a message may not."""
    head = b'# \xe9\n#. \xe9\nmsgid ""\nmsgstr ""\n"X-By: \xe9\\n"\n'
    assert po.load(head, "fr.po").header == (("X-By", "\ufffd"),)
    assert po.load(head, "fr.po").comments == ("\ufffd", "\ufffd")
    assert po.load(head.replace(b'id ""', b'id ""\n""'), "fr.po").header == (("X-By", "\ufffd"),)
    assert "byte 0xE9 is not UTF-8" in said(head.replace(b'id ""', b'id "a"'))
    assert "byte 0xE9 is not UTF-8" in said(head.replace(b"msgid", b'msgctxt "a"\nmsgid'))
    assert "byte 0xE9 is not UTF-8" in said(b'msgid "\xe9"\n' + head)


def test_an_obsolete_comment_may_hold_what_is_no_text() -> None:
    """It is a comment."""
    data = b'#~ # \xe9\n#~ msgid "a"\n#~ msgstr "b"\n'
    (message,) = po.load(data, "fr.po").messages
    assert message.comments == ("\ufffd",)


def test_a_backslash_joins_lines() -> None:
    """To gettext it does, inside a text as between texts; the last one joins nothing."""
    data = b'msgid "se\\\na" \\\n\\\nmsgstr "mer" \\\n'
    assert messages(data) == [("sea", "mer")]
    assert po.dump(po.load(data, "fr.po")) == data


def test_lines_that_are_joined_are_counted() -> None:
    """What stands below is found on its own line."""
    data = b'msgid "a\\\n"\nmsgstr "b"\n\n# c \\\nd\nmsgid "e"\nmsgstr "f"\n!'
    assert said(data).startswith('fr.po:9: unexpected "!"')
    catalog = po.load(data[:-1], "fr.po")
    assert [one.origin and one.origin.place.line for one in catalog.messages] == [3, 8]
    assert catalog.messages[1].comments == ("c d",)


def test_messages_that_share_a_line_are_parted() -> None:
    """Behind the text that ends one, whatever bytes and joined lines stand in front."""
    parts = [
        'msgid "a" msgstr "\u00e9"'.encode(),
        b'\\\n msgid "b" \\\n msgstr "x"',
        ' msgid "\u00e9"msgstr "x"'.encode(),
        b'#~ msgid "d" msgstr "x" \\\n',
    ]
    catalog = po.load(b"".join(parts), "fr.po")
    assert catalog.written is not None
    cuts = pairwise(catalog.written.starts)
    assert [catalog.written.data[start:end] for start, end in cuts] == parts


@pytest.mark.parametrize(
    "text",
    [
        '#~|msgid "was"\n#~msgid "a"\n#~msgstr "b"\n',
        '  #~|  msgid "wa"\n#~| "s"\n\t#~ msgid  "a"\n#~ msgstr "b"',
        '#~| msgid "was" #~ msgid "a" #~ msgstr "b" # c\n',
    ],
)
def test_an_obsolete_message_has_a_former_id(text: str) -> None:
    """However it is spaced."""
    (message,) = load(text).messages
    assert message == Message("a", ("b",), obsolete=True, previous_id="was")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\x41\x042", "AB"),
        (r"\101\60", "A0"),
        (r"\1012", "A2"),
        (r"\501", "A"),
        (r"\xc3\xa9", "é"),
        (r"\303\251\x21", "é!"),
        (r"\x1f441", "A"),
        (r"\a\b\f\n\r\t\v\"\\", '\a\b\f\n\r\t\v"\\'),
        (r"\\n", "\\n"),
        (r"\\\x41", "\\A"),
    ],
)
def test_escapes_are_those_of_c(written: str, read: str) -> None:
    """By letter, in eights and in sixteens; what a byte cannot hold is cut off."""
    assert load(f'msgid "a"\nmsgstr "{written}"\n').messages[0].string == read


@pytest.mark.parametrize(
    ("written", "flags"),
    [
        ("#, a,b ,, c", ("a", "b", "c")),
        ("#,a\n#= b, fuzzy, a\n#, d", ("a", "d", "b")),
        ('#, placeholders:"a, b", c', ('placeholders:"a, b"', "c")),
        ("#,", ()),
    ],
)
@pytest.mark.parametrize("stroke", [True, False])
def test_flags_are_parted_by_commas(
    request: pytest.FixtureRequest, written: str, flags: tuple[str, ...], stroke: bool
) -> None:
    """But not inside quotation marks; each is there once."""
    if not stroke:
        request.getfixturevalue("line_by_line")
    (message,) = load(f'{written}\nmsgid "a"\nmsgstr "b"\n').messages
    assert message.flags == flags
    assert message.fuzzy is ("fuzzy" in written)


@pytest.mark.parametrize("stroke", [True, False])
def test_locations_are_parted_by_spaces(request: pytest.FixtureRequest, stroke: bool) -> None:
    """But not inside the signs that gettext sets around a path with spaces."""
    if not stroke:
        request.getfixturevalue("line_by_line")
    text = '#: a.md:1\tb.md \u2068c d.md\u2069:3\n#:e.md\nmsgid "a"\nmsgstr "b"\n'
    (message,) = load(text).messages
    assert message.locations == ("a.md:1", "b.md", "c d.md:3", "e.md")


@pytest.mark.parametrize("stroke", [True, False])
def test_remarks_keep_their_spaces_but_one(request: pytest.FixtureRequest, stroke: bool) -> None:
    """The one behind the mark; an empty line is a line."""
    if not stroke:
        request.getfixturevalue("line_by_line")
    text = '#  two \n#\n#none\n#.  x \n#.\nmsgid "a"\nmsgstr "b"\n'
    (message,) = load(text).messages
    assert (message.comments, message.notes) == ((" two ", "", "none"), (" x ", ""))


@pytest.mark.parametrize("stroke", [True, False])
@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ('msgstr "sea"\n', 2, (1, 11)),
        ('msgstr "sea "\n"tide"\n', 5, (2, 3)),
        ('msgstr ""\n"sea "\n"tide"\n', 0, (2, 2)),
        ('msgstr ""\n"sea "\n""\n"tide"\n', 4, (4, 2)),
        ('msgstr "\\"sea\\" \\n"\n"tide"\n', 1, (1, 11)),
        ('msgstr "\\"sea\\" \\n"\n"tide"\n', 5, (1, 16)),
        ('msgstr "\\"sea\\" \\n"\n"tide"\n', 7, (2, 2)),
        ('msgstr "\\\\\\\\sea"\n', 2, (1, 13)),
    ],
)
def test_every_letter_has_its_place(
    request: pytest.FixtureRequest, text: str, offset: int, place: tuple[int, int], stroke: bool
) -> None:
    """In several lines as in one, behind escapes and empty lines."""
    if not stroke:
        request.getfixturevalue("line_by_line")
    (message,) = load(f'# c\n# d\nmsgid "a"\n{text}').messages
    assert message.origin is not None
    found = message.origin.at(offset)
    assert (found.line - FIRST - 2, found.column) == place


@pytest.mark.parametrize("comment", ["C:\\X ", "C:\\  x ", "\\ ", "\\\\  ", " \\"])
def test_a_comment_keeps_the_spaces_at_its_ends(comment: str) -> None:
    """One behind a backslash more is written, and taken away again."""
    data = po.dump(Catalog(messages=(Message("a", comments=(comment,)),)))
    assert po.load(data, "a.po").messages[0].comments == (comment,)


@pytest.mark.parametrize(
    ("spelt", "locale"),
    [
        (" pt_BR ", "pt-BR"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("sr_RS.UTF-8@latin", "sr-Latn-RS"),
        ("uz@cyrillic", "uz-Cyrl"),
        ("ca@valencia", "ca"),
        ("C", ""),
        ("", ""),
    ],
)
def test_a_language_is_read_with_its_modifier(spelt: str, locale: str) -> None:
    """That of a script; any other is left out."""
    assert load("", HEADER.replace("fr", spelt)).locale == locale


@pytest.mark.parametrize(
    ("locale", "spelt"),
    [("fr", "fr"), ("uz-Cyrl-UZ", "uz_UZ@cyrillic"), ("ks-Deva", "ks@devanagari"), ("de-CH", "de_CH")],
)  # fmt: skip
def test_a_language_is_written_with_its_modifier(locale: str, spelt: str) -> None:
    """As the names of gettext's locales have it."""
    assert po.spell(locale) == spelt


def test_live_and_obsolete_messages_share_a_key() -> None:
    """Two live ones may not, whatever stands between; the first of them is named."""
    live, dead = 'msgid "a"\nmsgstr "b"\n', '#~ msgid "a"\n#~ msgstr "c"\n'
    assert [one.obsolete for one in load(dead + live).messages] == [True, False]
    assert [one.obsolete for one in load(dead + dead + live + dead).messages] == [
        *(True, True, False, True)
    ]
    assert refusal(dead + live + dead + live) == (
        f'fr.po:{FIRST + 6}: message "a" stands also in line {FIRST + 2}; delete one of them'
    )
    other = 'msgctxt "x"\nmsgid "a"\nmsgstr "d"\n'
    assert len(load(live + other).messages) == 2


def test_a_header_that_comes_late_is_the_header() -> None:
    """It is no message, and its remarks are comments of the catalog."""
    head = '# by me\n#. now\nmsgid ""\nmsgstr "Language: fr\\n"\n\n'
    catalog = load('msgid "a"\nmsgstr "b"\n\n' + head + "# the end\n", "")
    assert catalog.comments == ("by me", "now", "the end")
    assert [one.id for one in catalog.messages] == ["a"]
    assert catalog.locale == "fr"


@pytest.mark.parametrize(
    ("string", "fields"),
    [
        ("A: b", (("A", "b"),)),
        ("A:b\\nA-1_x: \\t c \\n", (("A", "b"), ("A-1_x", "c"))),
        ("free\\nA: b\\n", (("", "free"), ("A", "b"))),
        ("free", (("", "free"),)),
        ("A: b\\nhttp://c\\nd e: f\\n", (("A", "b\nhttp://c\nd e: f"),)),
        ("A: b\\n\\n", (("A", "b\n"),)),
        ("", ()),
    ],
)
def test_header_fields_are_lines(string: str, fields: tuple[tuple[str, str], ...]) -> None:
    """A line that is none goes on with the one above; the first has no name then."""
    data = f'msgid ""\nmsgstr "{string}"\n'
    catalog = load("", data)
    assert catalog.header == fields
    assert po.dump(catalog).decode() == data


# What is written.


def written(*messages: Message, to: str = "", **changes: object) -> str:
    """Give the file that *messages* make of the file *to*."""
    catalog = po.load(to.encode(), "fr.po") if to else Catalog()
    made = replace(catalog, messages=messages or catalog.messages, **changes)  # type: ignore[arg-type]
    return po.dump(made).decode()


def edit(text: str, number: int = 0, **changes: object) -> str:
    """Change a message of a file without a header; give the file."""
    read = po.load(text.encode(), "fr.po").messages
    made = [*read]
    made[number] = replace(made[number], **changes)  # type: ignore[arg-type]
    edited = written(*made, to=text)
    assert po.load(edited.encode(), "fr.po").messages == tuple(made)
    return edited


def test_a_message_in_another_charset_is_written_in_utf_8() -> None:
    """And so are all that stand in the file, with the header's fields."""
    head = 'msgid ""\nmsgstr ""\n"X-By: é\\n"\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n'
    data = f'{head}\n# ü\nmsgid "ö"\nmsgstr "ä"\n\nmsgid "b"\nmsgstr ""\n# ß\n'
    catalog = po.load(data.encode("latin-1"), "fr.po")
    one, two = catalog.messages
    more = po.dump(replace(catalog, messages=(one, replace(two, strings=("海",)))))
    assert more.decode() == data.replace("ISO-8859-1", "UTF-8").replace(
        'msgid "b"\nmsgstr ""', 'msgid "b"\nmsgstr "海"'
    )


def test_what_is_no_text_of_a_charset_is_marked_in_utf_8() -> None:
    """In a comment; the messages are text."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=windows-1252\\n"\n'
    data = head.encode() + b'\n# \x81\nmsgid "a"\nmsgstr "\xe9"\n'
    catalog = po.load(data, "fr.po")
    more = po.dump(replace(catalog, messages=(*catalog.messages, Message("b", ("\u6d77",)))))
    (one, two) = po.load(more, "fr.po").messages
    assert (one.comments, one.string, two.string) == (("\ufffd",), "\xe9", "\u6d77")


def test_a_charset_that_is_taken_back_leaves_a_file_that_can_be_read() -> None:
    """Without a charset it would be read as UTF-8: it is written so, and says so."""
    data = f'{HEADER}msgid "a"\nmsgstr "\u044f"\n'.replace("UTF-8", "KOI8-R").encode("koi8-r")
    catalog = po.load(data, "fr.po")
    for content_type in ("text/plain; charset=CHARSET", "text/plain", "text/plain; charset=sea"):
        header = (catalog.header[0], ("Content-Type", content_type))
        again = po.load(po.dump(replace(catalog, header=header)), "fr.po")
        assert again.messages == catalog.messages


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_in_ascii_goes_over_to_utf_8(mark: bytes) -> None:
    """Its other bytes stay."""
    data = mark + b'# c\nmsgid "a"\nmsgstr "b"\n'
    catalog = po.load(data, "fr.po")
    changed = replace(catalog.messages[0], strings=("é",))
    assert po.dump(replace(catalog, messages=(changed,))) == data.replace(b'"b"', '"é"'.encode())


def test_a_new_catalog_is_in_the_charset_that_it_names() -> None:
    """Else in UTF-8, and one without letters of its own is nothing but ASCII."""
    for fields, string, coded in (
        ((("Content-Type", "text/plain; charset=koi8-r"),), "я", "koi8-r"),
        ((("CONTENT-TYPE", "text/plain; charset=koi8-r"),), "я", "koi8-r"),
        ((("Content-Type", "text/plain"),), "я", "utf-8"),
        ((), "я", "utf-8"),
    ):
        data = po.dump(Catalog(header=fields, messages=(Message("a", (string,)),)))
        assert f'msgstr "{string}"'.encode(coded) in data
        assert po.load(data, "a.po").messages[0].string == string


@pytest.mark.parametrize("declared", ["text/plain; charset=sea", "text/plain; charset=CHARSET"])
def test_a_charset_that_nobody_knows_becomes_utf_8(declared: str) -> None:
    """As soon as there is a letter beyond ASCII; the rest of the field stays."""
    catalog = Catalog(header=(("Content-Type", declared),), messages=(Message("a", ("b",)),))
    assert f'"Content-Type: {declared}\\n"'.encode() in po.dump(catalog)
    more = po.dump(replace(catalog, messages=(Message("a", ("é",)),)))
    assert b'"Content-Type: text/plain; charset=UTF-8\\n"' in more
    assert po.load(more, "a.po").messages[0].string == "é"


def test_a_catalog_gets_a_header_with_its_comments() -> None:
    """Above all messages; it loses nothing by having none."""
    body = 'msgid "a"\nmsgstr "b"\n'
    headed = written(to=f"{body}# the end\n", header=(("A", "b"),), comments=("by me",))
    assert headed == '# by me\nmsgid ""\nmsgstr "A: b\\n"\n\n' + body
    assert written(to=f"{body}# the end\n", header=(("A", "b"),)) == (
        'msgid ""\nmsgstr "A: b\\n"\n\n' + body + "# the end\n"
    )
    assert written(to=body, comments=("by me",)) == '# by me\nmsgid ""\nmsgstr ""\n\n' + body


def test_a_changed_comment_of_the_catalog_stands_at_its_header() -> None:
    """In the place of all that stood there, and below the last message."""
    head = 'msgid ""\nmsgstr "A: b\\n"\n'
    body = '\nmsgid "a"\nmsgstr "b"\n'
    text = f"# one\n#. two\n{head}{body}# three\n"
    assert written(to=text, comments=("four",)) == f"# four\n{head}{body}"
    assert written(to=text, comments=()) == head + body


def test_header_fields_come_and_go() -> None:
    """The others keep their lines; one without a name is written as it is."""
    text = 'msgid ""\nmsgstr ""\n"free\\n"\n"A:b\\n"\n"C: d"\n\nmsgid "a"\nmsgstr "b"\n'
    free, one, two = po.load(text.encode(), "fr.po").header
    body = '\nmsgid "a"\nmsgstr "b"\n'
    start = 'msgid ""\nmsgstr ""\n'
    assert written(to=text, header=(free, one)) == f'{start}"free\\n"\n"A:b\\n"\n{body}'
    assert written(to=text, header=(free, one, two, ("E", "f"))) == (
        f'{start}"free\\n"\n"A:b\\n"\n"C: d\\n"\n"E: f\\n"\n{body}'
    )
    assert written(to=text, header=(("", "more"), one)) == f'{start}"more\\n"\n"A:b\\n"\n{body}'


def test_messages_change_places() -> None:
    """Each with the blank line in front of it; the first of a file has none."""
    one, two, three = (
        '# 1\nmsgid "a"\nmsgstr "b"\n',
        '\nmsgid "c"\nmsgstr "d"\n',
        '\n\nmsgid "e"\nmsgstr ""',
    )
    read = po.load((one + two + three).encode(), "fr.po").messages
    assert written(read[2], read[0], read[1], to=one + two + three) == (
        f"{three.lstrip()}\n\n{one}{two}"
    )
    assert written(read[1], to=one + two + three) == two.lstrip()
    assert written(read[0], read[2], to=one + two + three) == one + three
    assert written(Message("x"), *read, to=one + two + three) == (
        f'msgid "x"\nmsgstr ""\n\n{one}{two}{three}'
    )
    assert written(*read, Message("x"), to=one + two + three) == (
        f'{one}{two}{three}\n\nmsgid "x"\nmsgstr ""\n'
    )


def test_a_file_with_crlf_keeps_it_between_messages() -> None:
    """Also where the last line had no end."""
    text = 'msgid "a"\r\nmsgstr "b"'
    read = po.load(text.encode(), "fr.po").messages
    assert written(*read, Message("c", ("d\ne",)), to=text) == (
        f'{text}\r\n\r\nmsgid "c"\r\nmsgstr ""\r\n"d\\n"\r\n"e"\r\n'
    )


def test_what_stands_below_the_last_message_stays_there() -> None:
    """Whichever message is the last."""
    text = 'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"# the end\n#, fuzzy\n'
    one, two = po.load(text.encode(), "fr.po").messages
    assert written(two, one, to=text) == (
        'msgid "c"\nmsgstr "d"\n\nmsgid "a"\nmsgstr "b"\n# the end\n#, fuzzy\n'
    )
    assert written(one, to=text) == 'msgid "a"\nmsgstr "b"\n# the end\n#, fuzzy\n'
    shared = 'msgid "a" msgstr "b" msgid "c" msgstr "d"\n# the end\n'
    assert written(one, to=shared) == 'msgid "a" msgstr "b"\n# the end\n'
    assert written(one, two, Message("e"), to=text) == (
        f'{text[: text.index("#")]}\n\nmsgid "e"\nmsgstr ""\n# the end\n#, fuzzy\n'
    )


def test_an_obsolete_message_and_its_live_one_keep_their_own_lines() -> None:
    """Which is which is known by what they are, then by what they say."""
    text = (
        '#~ # old\n#~ msgid  "a"\n#~ msgstr "b"\n\nmsgid   "a"\nmsgstr "c"\n\n'
        '#~ msgid    "a"\n#~ msgstr "d"\n'
    )
    one, live, two = po.load(text.encode(), "fr.po").messages
    assert written(live, one, two, to=text) == (
        'msgid   "a"\nmsgstr "c"\n\n#~ # old\n#~ msgid  "a"\n#~ msgstr "b"\n\n'
        '#~ msgid    "a"\n#~ msgstr "d"\n'
    )
    assert written(replace(live, strings=("x",)), to=text) == 'msgid   "a"\nmsgstr "x"\n'
    assert written(two, live, to=text) == (
        '#~ msgid    "a"\n#~ msgstr "d"\n\nmsgid   "a"\nmsgstr "c"\n'
    )


def test_a_former_id_finds_the_entry_that_it_was() -> None:
    """With its context, and only if that message is gone."""
    text = '# c\nmsgctxt "x"\nmsgid  "a"\nmsgstr  "b"\n'
    (read,) = po.load(text.encode(), "fr.po").messages
    new = Message("n", ("b",), comments=("c",), previous_context="x", previous_id="a")
    assert written(new, to=text) == ('# c\n#| msgctxt "x"\n#| msgid "a"\nmsgid "n"\nmsgstr  "b"\n')
    assert written(replace(new, previous_context=None), to=text).endswith('\nmsgstr "b"\n')
    both = written(read, new, to=text)
    assert both.startswith(text)
    assert both.endswith('\nmsgid "n"\nmsgstr "b"\n')


def test_two_new_ids_have_one_former_id() -> None:
    """The first takes the entry, and the second is new."""
    text = 'msgid  "a"\nmsgstr  "b"\n'
    new = [Message(name, ("b",), previous_id="a") for name in ("m", "n")]
    assert written(*new, to=text) == (
        '#| msgid "a"\nmsgid "m"\nmsgstr  "b"\n\n#| msgid "a"\nmsgid "n"\nmsgstr "b"\n'
    )


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"comments": ("x",)}, "# x\n"),
        ({"notes": ("x", "")}, "#. x\n#.\n"),
        ({"locations": ("x", "y z:3", "u v")}, "#: x\n#: \u2068y z\u2069:3\n#: \u2068u v\u2069\n"),
        ({"flags": ("x",), "fuzzy": True}, "#, fuzzy, x\n"),
        ({"previous_context": "x", "previous_id": "y"}, '#| msgctxt "x"\n#| msgid "y"\n'),
        ({"previous_id": "x", "previous_plural": "y"}, '#| msgid "x"\n#| msgid_plural "y"\n'),
    ],
)
def test_a_new_part_stands_in_its_place(changes: dict[str, object], line: str) -> None:
    """Below those that gettext writes before it, whether they are there or not."""
    places = ("# 1\n", "#. 2\n", "#: 3\n", "#, 4\n", '#| msgid "5"\n')
    texts = 'msgctxt  "6"\nmsgid  "7"\nmsgstr  "8"\n'
    assert edit(texts, **changes) == line + texts
    index = ("# ", "#.", "#:", "#,", "#|").index(line[:2])
    other = "".join(places[:index]), "".join(places[index + 1 :])
    if index < 4:
        assert edit(other[0] + other[1] + texts, **changes) == other[0] + line + other[1] + texts
    assert edit(other[0] + texts, **changes) == other[0] + line + texts
    assert edit(other[0] + places[index] + other[1] + texts, **changes) == (
        other[0] + line + other[1] + texts
    )


def test_parts_that_go_leave_the_rest() -> None:
    """Line by line, all lines of a part."""
    text = '# 1\n# 2\n#. 3\n#, fuzzy\n#= 4\n#| msgid  "5"\n#| "6"\nmsgid  "7"\nmsgstr  "8"\n'
    gone = {"comments": (), "flags": (), "fuzzy": False, "previous_id": None}
    assert edit(text, **gone) == '#. 3\nmsgid  "7"\nmsgstr  "8"\n'
    assert edit(text, fuzzy=False) == text.replace("#, fuzzy\n#= 4\n", "#, 4\n")


@pytest.mark.parametrize(
    "text",
    [
        '#| msgid  "z"\nmsgid  "a"\nmsgstr  ""\n"b"\n',
        (
            '#| msgctxt  "y"\n#| msgid  "z"\n#| msgid_plural  "x"\nmsgctxt  "w"\nmsgid  "a"\n'
            'msgid_plural  "v"\nmsgstr[0]  "b"\nmsgstr[1]  "c"\n'
        ),
    ],
)
def test_a_message_goes_obsolete_and_returns(text: str) -> None:
    """Line by line, and as it stood."""
    gone = edit(text, obsolete=True)
    lines = [
        line.replace("#| ", "#~| ") if line.startswith("#|") else f"#~ {line}"
        for line in text.splitlines()
    ]
    assert gone.splitlines() == lines
    assert edit(gone, obsolete=False) == text


@pytest.mark.parametrize("joined", ['msgid "x"', 'msgctxt "x"', "#: x", "#, x", "# x", "x", ""])
@pytest.mark.parametrize("mark", ["#", "#.", "#:", "#,"])
def test_a_remark_that_goes_on_in_the_line_below_is_one_part(mark: str, joined: str) -> None:
    """Whatever that line looks like, it goes and stays with it."""
    new = ("new",)
    for changes in (
        *({"comments": new}, {"notes": new}, {"locations": new}, {"flags": new}),
        *({"id": "new"}, {"context": "new"}, {"strings": new}, {"obsolete": True}),
    ):
        edit(f'{mark} c \\\n{joined}\nmsgid "a"\nmsgstr "b"\n', **changes)


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a"\nmsgstr "b" msgid "c"\nmsgstr "d"\n',
        'msgid "a"\nmsgstr ""\n"b" \\\nmsgid "c"\nmsgstr "d"\n',
        '#~ msgid "a"\n#~ msgstr "b" msgid "c" msgstr "d"\n',
        '#~ msgid "a"\n#~ msgstr "b" \\\nmsgid "c" msgstr "d"\n',
        'msgid "a"\nmsgstr "b" #~ msgid "c"\n#~ msgstr "d"\n',
    ],
)
def test_what_shares_a_line_is_parted_by_a_change(text: str) -> None:
    """A mark in front of the line was one for both."""
    for number in (0, 1):
        for changes in (
            {"obsolete": not text.startswith("#~")},
            {"strings": ("x",)},
            {"flags": ("y",)},
        ):
            edit(text, number, **changes)
    one, two = po.load(text.encode(), "fr.po").messages
    for kept in ((two,), (two, one), (one, Message("x"), two), (one,)):
        assert po.load(written(*kept, to=text).encode(), "fr.po").messages == kept


def test_a_backslash_at_the_end_of_a_file_joins_nothing_that_comes_below() -> None:
    """Neither a message that moves, nor a new one."""
    text = 'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n#~ msgid "e"\n#~ msgstr "f" \\\n'
    one, two, last = po.load(text.encode(), "fr.po").messages
    for order in ((last, one, two), (one, last, two), (one, two, last, Message("x"))):
        assert po.load(written(*order, to=text).encode(), "fr.po").messages == order


def test_plural_forms_change_each_for_itself() -> None:
    """Also where their numbers are written oddly."""
    text = 'msgid "a"\nmsgid_plural "b"\nmsgstr[ 00 ]  "c"\nmsgstr[1]  "d"\n'
    assert edit(text, strings=("c", "x")) == text.replace('msgstr[1]  "d"', 'msgstr[1] "x"')
    assert edit(text, strings=("x", "d")) == text.replace('msgstr[ 00 ]  "c"', 'msgstr[0] "x"')
    assert edit(text, strings=("c", "d", "e")) == f'{text}msgstr[2] "e"\n'
    assert edit(text, strings=("c",)) == text.replace('msgstr[1]  "d"\n', "")
    assert edit(text, plural=None, strings=("c",)) == 'msgid "a"\nmsgstr "c"\n'


@pytest.mark.parametrize(
    ("stood", "string", "lines"),
    [
        ('msgstr "o\\x6e"', "no", 'msgstr "no"'),
        ('msgstr "o\\x6e\\n"\n"tw\\x6f"', "on\nthree", 'msgstr "o\\x6e\\n"\n"three"'),
        ('msgstr "on\\n"\n"tw\\x6f"', "three\ntwo", 'msgstr "three\\n"\n"tw\\x6f"'),
        ('msgstr ""\n"o" "n\\n"\n"two"', "on\nthree", 'msgstr ""\n"o" "n\\n"\n"three"'),
        ('msgstr ""\n"o"\n"n\\n"\n"two"', "on\nthree", 'msgstr ""\n"o"\n"n\\n"\n"three"'),
        ('msgstr ""\n"on\\n"\n"t"\n"wo"', "x\ny\ntwo", 'msgstr ""\n"x\\n"\n"y\\n"\n"t"\n"wo"'),
        ('msgstr ""\n"on\\n"\n"two"', "two", 'msgstr "two"'),
        ('msgstr ""\n"on\\n"\n"two"', "", 'msgstr ""'),
        ('msgstr "one\\n"', "one\ntwo", 'msgstr ""\n"one\\n"\n"two"'),
        ('msgstr ""', "one\ntwo\n", 'msgstr ""\n"one\\n"\n"two\\n"'),
        ('msgstr ""', "one\n", 'msgstr "one\\n"'),
    ],
)
def test_lines_of_a_text_that_stay_are_not_written_anew(
    stood: str, string: str, lines: str
) -> None:
    """However they are escaped and cut; the first stands beside the keyword, or below it, as before."""
    assert edit(f'msgid "a"\n{stood}\n', strings=(string,)) == f'msgid "a"\n{lines}\n'


@pytest.mark.parametrize("escape", ["\\", '"', "\n", "\t", "\r"])
def test_what_is_escaped_is_read_again(escape: str) -> None:
    """Also twice, and at both ends."""
    string = f"{escape}a{escape}{escape}b{escape}"
    data = po.dump(Catalog(messages=(Message("a", (string,)),)))
    assert po.load(data, "a.po").messages[0].string == string


# Where lines end.


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("the tide is out", 12, ["the tide ", "is out"]),
        ("the tide is out", 11, ["the tide ", "is out"]),
        ("the tide is out", 10, ["the ", "tide is ", "out"]),
        ("a  b   c", 6, ["a  ", "b   ", "c"]),
        ("unbreakable word", 5, ["unbreakable ", "word"]),
        ('say "x" now', 11, ["say ", '"x" now']),
        ('say "x" now', 10, ["say ", '"x" ', "now"]),
        ("海海海海", 6, ["海海", "海海"]),
        ("海海。海", 6, ["海", "海。", "海"]),
        ("海 sea海", 7, ["海 ", "sea海"]),
        ("", 10, [""]),
        ("a b", None, ["a b"]),
    ],
)  # fmt: skip
def test_lines_end_where_words_do(text: str, width: int | None, lines: list[str]) -> None:
    """Behind spaces, and between ideographs, but not before a mark that closes."""
    assert list(quoting.wrap(text, width)) == lines


def test_columns_are_counted_as_a_terminal_does() -> None:
    """Wide letters have two, marks above others none."""
    assert [quoting.measure(text) for text in ("", "é", "e\u0301", "海a", "Ａ", "ｱ", "¡")] == [
        *(0, 1, 1, 3, 2, 1, 1)
    ]


def wrapped(text: str, width: int) -> str:
    """Give a message whose translation is wrapped at so many columns."""
    lines = "".join(f"{quoting.escape(line)}\n" for line in quoting.wrap(text, width))
    return f'msgstr ""\n{lines}'


WORDS = "aaaa " * 40


@pytest.mark.parametrize(
    ("stood", "width"),
    [
        # One line tells little: gettext's own width, or the line's, if it is longer.
        (wrapped("aaaa " * 8, 30), 79),
        (wrapped("aaaa " * 40, 101), 97),
        # Many lines tell the width, and a few that cannot be broken do not count.
        (wrapped("aaaa " * 240, 30), 27),
        (wrapped("aaaa " * 660 + "b" * 90 + " c d", 32), 32),
        # No line is wrapped that ends with a line feed.
        ('msgstr ""\n"a \\n"\n"b"\n', None),
        ('msgstr ""\n"a"\n"b"\n', None),
    ],
)
def test_a_new_text_is_as_wide_as_the_others(stood: str, width: int | None) -> None:
    """Where others are wrapped at all."""
    text = f'msgid "a"\n{stood}\nmsgid "b"\nmsgstr ""\n'
    made = edit(text, 1, strings=(WORDS,)).partition('msgid "b"\n')[2]
    assert made == (f'msgstr "{WORDS}"\n' if width is None else wrapped(WORDS, width))


@pytest.mark.parametrize(
    "text",
    [
        'msgid ""\n"a "\n"b"\nmsgstr ""\n',
        'msgid ""\r\n"a "\r\n"b"\r\nmsgstr ""\r\n',
        '#~ msgid ""\n#~ "a "\n#~ "b"\n#~ msgstr ""\n',
        '#| msgid ""\n#| "a "\n#| "b"\nmsgid "c"\nmsgstr ""\n',
        '#~| msgid ""\n#~| "a "\n#~| "b"\n#~ msgid "c"\n#~ msgstr ""\n',
    ],
)
def test_texts_of_any_kind_tell_that_a_file_is_wrapped(text: str) -> None:
    """Obsolete ones and former ids, too."""
    made = written(Message("x", (WORDS,)), to=text)
    assert made.replace("\r\n", "\n") == f'msgid "x"\n{wrapped(WORDS, 79)}'


@pytest.mark.parametrize(("obsolete", "mark"), [(False, ""), (True, "#~ ")])
def test_a_text_stands_beside_its_keyword_where_there_is_room(obsolete: bool, mark: str) -> None:
    """With keyword and mark it is as wide as a line may be, or it stands below."""
    text = 'msgid ""\n"a "\n"b"\nmsgstr ""\n'
    fits = "b" * (79 - len(f'{mark}msgstr ""'))
    for string, lines in (
        (fits, f'{mark}msgstr "{fits}"\n'),
        (f"{fits}b", f'{mark}msgstr ""\n{mark}"{fits}b"\n'),
    ):
        made = written(Message("x", (string,), obsolete=obsolete), to=text)
        assert made == f'{mark}msgid "x"\n{lines}'


def test_an_obsolete_text_is_wrapped_with_its_mark() -> None:
    """Which takes room in each line."""
    text = 'msgid ""\n"a "\n"b"\nmsgstr ""\n'
    made = written(Message("x", (WORDS,), obsolete=True, previous_id=WORDS), to=text)
    below, above = (wrapped(WORDS, width).splitlines()[1:] for width in (76, 75))
    assert made.splitlines() == [
        *('#~| msgid ""', *(f"#~| {line}" for line in above)),
        *('#~ msgid "x"', '#~ msgstr ""', *(f"#~ {line}" for line in below)),
    ]


def test_a_message_that_is_not_wrapped_stays_so() -> None:
    """Its flag says so."""
    text = f'msgid "a"\n{wrapped(WORDS, 79)}\n#, no-wrap\nmsgid "b"\nmsgstr ""\n'
    assert edit(text, 1, strings=(WORDS,)).endswith(f'msgid "b"\nmsgstr "{WORDS}"\n')
    more = written(Message("x", (WORDS,), flags=("no-wrap",)), to=text)
    assert more == f'#, no-wrap\nmsgid "x"\nmsgstr "{WORDS}"\n'


def test_locations_stand_as_the_others_do() -> None:
    """One in a line, or as many as there is room for."""
    locations = tuple(f"{letter * 20}.md:1" for letter in "abcde")
    one = '#: x\n#: y\nmsgid "a"\nmsgstr ""\n'
    assert edit(one, locations=locations) == (
        "".join(f"#: {place}\n" for place in locations) + 'msgid "a"\nmsgstr ""\n'
    )
    several = '#: x y\nmsgid "a"\nmsgstr ""\n'
    assert edit(several, locations=locations) == (
        "".join(f"#: {' '.join(locations[at : at + 2])}\n" for at in (0, 2, 4))
        + 'msgid "a"\nmsgstr ""\n'
    )
    exact = ("a" * 38, "b" * 37, "c")
    assert edit(several, locations=exact).startswith(f"#: {exact[0]} {exact[1]}\n#: c\n")
    spaced = '#: \u2068x y\u2069\nmsgid "a"\nmsgstr ""\n'
    assert edit(spaced, locations=("u", "v")).startswith("#: u\n#: v\n")
