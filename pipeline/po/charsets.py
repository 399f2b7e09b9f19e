"""
The charsets of PO files: what a header declares, and how Python calls it.

gettext reads whatever is declared; a text that is published must be known for certain, so what
cannot be decoded is refused. Only charsets that hold ASCII as it is are read: in the others (UTF-7,
UTF-16, ISO-2022) a quotation mark may be part of a letter.
"""

from __future__ import annotations

import codecs
import re

UTF_8, ASCII = "utf-8", "ascii"

PLACEHOLDER = "CHARSET"
"""What gettext writes in a template of ASCII texts."""

# gettext's portable encoding names (its manual, "Filling in the Header Entry"), as Python calls
# them, and the rest of ISO 8859. Python knows no EUC-TW, VISCII and GEORGIAN-PS; its JOHAB reads a
# backslash as a won sign.
_KNOWN = {
    *(UTF_8, ASCII, "koi8-r", "koi8-t", "koi8-u", "tis-620", "mac-roman", "cp437"),
    *("big5", "big5hkscs", "gb2312", "gbk", "gb18030", "euc_jp", "euc_kr", "shift_jis"),
    *(f"iso8859-{part}" for part in (*range(1, 12), *range(13, 17))),
    *(f"cp{page}" for page in (850, 866, 874, 932, 949, 950, *range(1250, 1259))),
}
_UNSAFE = re.compile(r"(?:utf-?(?:7|16|32)|ucs-?[24]|iso-?2022|hz\b|ebcdic|cp037)", re.IGNORECASE)
_DECLARED = re.compile(r"charset=([^\s;]*)", re.IGNORECASE)


def declared(content_type: str) -> str:
    """
    Give the charset that a `Content-Type` names; nothing, if it names none.

    >>> declared("text/plain; charset=KOI8-R"), declared("text/plain; charset=CHARSET")
    ('KOI8-R', '')
    """
    match = _DECLARED.search(content_type)
    return match[1] if match and match[1] != PLACEHOLDER else ""


def declare(content_type: str, charset: str) -> str:
    """
    Give *content_type* with another charset.

    >>> declare("text/plain; charset=KOI8-R", "UTF-8"), declare("", "UTF-8")
    ('text/plain; charset=UTF-8', 'text/plain; charset=UTF-8')
    """
    if not _DECLARED.search(content_type):
        return f"text/plain; charset={charset}"
    return _DECLARED.sub(f"charset={charset}", content_type, count=1)


def codec(name: str, data: bytes = b"") -> str:
    """
    Give Python's name of the charset *name* that *data* is in.

    Without a name, it is ASCII, or else UTF-8. With a name that nobody knows, it can be ASCII only;
    a `LookupError` says that it is not.

    >>> codec("latin1"), codec("", b"sea"), codec("x-unknown", b"sea")
    ('iso8859-1', 'ascii', 'ascii')
    """
    if not name:
        return ASCII if data.isascii() else UTF_8
    if found := known(name):
        return found
    if _UNSAFE.match(name) or not data.isascii():
        raise LookupError(name)
    return ASCII


def known(name: str) -> str:
    """
    Give Python's name of a charset that gettext knows, or nothing.

    >>> known("latin1"), known("klingon-8"), known("")
    ('iso8859-1', '', '')
    """
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):  # A name may hold a NUL.
        return ""
    return found if found in _KNOWN else ""


def belies(charset: str, data: bytes) -> bool:
    """
    Say whether *data* is UTF-8 although a charset of single bytes is declared.

    Any bytes can be read in such a charset; those of two letters or more that are UTF-8 are no
    text in it.

    >>> belies("iso8859-1", "été".encode()), belies("iso8859-1", "été".encode("iso8859-1"))
    (True, False)
    """
    if data.isascii() or not re.match(r"iso8859|cp(?:437|8[56]|125)|koi8|mac-roman", charset):
        return False
    try:
        data.decode(UTF_8)
    except UnicodeDecodeError:
        return False
    return True
