"""Addresses as people type them: web addresses, host names, e-mail addresses, DOIs, files."""

from __future__ import annotations

import re

# What ends a bare address: white space, brackets of markup, quotation marks, and the letters and
# marks of scripts written without spaces, where the sentence goes on right behind the address.
_REST = r"[^\s<>\[\]`\"{}|^«»“”„\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"

# Lower case only, and a host alone must end in a well-known domain: "end.so the" is a typo.
_HOST = (
    r"(?:[a-z0-9][a-z0-9-]*+\.)+"
    r"(?:(?:com|edu|eu|gov|info|int|io|net|org)(?![\w-])"
    r"|(?:ac|co|com|gov|nhs|org)\.[a-z]{2}(?![\w-])"
    r"|[a-z]{2,24}(?=/[\w#?]))"
    rf"(?:[/?#]{_REST}*)?"
)

# What the names of files end in, and no sentence: "po", "so" and "is" are words somewhere.
_ENDINGS = (
    "avi bmp cfg conf cpp css csv docx epub exe flac gif gz html ini ipynb jpeg jpg js json log lua md mkv "
    "mp3 mp4 odt pdf php png pptx py rs rst sql svg tex toml tsv tsx txt wav webp xlsx xml yaml yml zip"
)
_FILE = (
    rf"(?:~/|\.{{1,2}}/)?(?:[A-Za-z0-9_.-]++/)*+(?=[A-Za-z0-9_-])"
    rf"(?:[A-Za-z0-9_-]++\.)+(?:{'|'.join(_ENDINGS.split())})(?![\w-]|\.[\w])"
    # A path from the root of a disk: two steps at least, for "/" alone also stands for "or".
    rf"|(?:~|(?<![^\s(\[\"'“‘«]))/(?:[A-Za-z0-9_.-]++/)+[A-Za-z0-9_.-]*+"
)

_ADDRESS = re.compile(
    rf"(?<![\w@./:-])(?:"
    rf"(?i:https?://|ftp://|www\.(?=[\w-]+\.)|mailto:(?=\S)|doi:[ ]?(?=10\.\d)){_REST}+"
    rf"|10\.\d{{4,9}}/{_REST}+"
    rf"|{_FILE}"
    rf"|{_HOST})"
)

_MAILBOX = re.compile(r"[\w.+-]{1,64}\Z")
_MAIL_HOST = re.compile(r"(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,24}")

TRAILING = ".,;:!?'*_~…’"


def pattern() -> re.Pattern[str]:
    """Give the pattern of a bare address; pass its matches through `trim`."""
    return _ADDRESS


def trim(text: str, start: int, end: int) -> int:
    """
    Give the offset where the address at *start* ends: before closing punctuation and a bracket of the sentence.

    >>> text = "(see https://example.org/a_(b), too)"
    >>> text[5 : trim(text, 5, 31)]
    'https://example.org/a_(b)'
    """
    depth = 0
    for offset in range(start, end):
        if text[offset] == "(":
            depth += 1
        elif text[offset] == ")":
            depth -= 1
            if depth < 0:
                end = offset
                break
    while end > start and text[end - 1] in TRAILING:
        end -= 1
    return end


def mail(text: str, at: int, start: int) -> tuple[int, int] | None:
    """
    Give where the e-mail address around the "@" at offset *at* begins and ends; it begins at *start* or later.

    >>> mail("ask a.b@example.org.", 7, 0)
    (4, 19)
    """
    box = _MAILBOX.search(text, max(start, at - 64), at)
    host = _MAIL_HOST.match(text, at + 1)
    return (box.start(), host.end()) if box and host else None
