"""prose/mojibake"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage

# What the bytes of UTF-8 look like when they are read as Windows-1252: a lead byte, then one to three
# others. Some bytes have no character there, and readers leave those as control characters.
_TRAIL = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_RUN = re.compile(
    rf"(?:[\xc2-\xdf][{_TRAIL}]|[\xe0-\xef][{_TRAIL}]{{2}}|[\xf0-\xf4][{_TRAIL}]{{3}})+"
)
# The same of Cyrillic, read as Windows-1251: each letter is a "Р" or "С" and a sign that no word has.
_SIGNS = "".join(bytes([byte]).decode("cp1251", "ignore") for byte in range(0x80, 0xC0))
_CYRILLIC = re.compile(rf"(?:[РС][{re.escape(_SIGNS)}\x98]){{3,}}")
# What each of them has; most texts have none.
_SUSPECT = re.compile(
    "[\xc2-\xf4РС\N{REPLACEMENT CHARACTER}]"
    rf"(?:(?<=\N{{REPLACEMENT CHARACTER}})|[{_TRAIL}{re.escape(_SIGNS)}\x98])"
)
_QUOTES = frozenset('"“”„«»‘')
# Letters before a closing mark, which somebody may have written: "È»", "é »".
_WRITTEN = re.compile("[\xc4-\xdf][»’”…–—]|[\xe0-\xef]\xa0[»–—…]")
_LOST = re.compile("\N{REPLACEMENT CHARACTER}+")


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    Every letter is the one that was typed.

    Why: "cafÃ©" is "café", saved in one encoding and read in another; nobody can read it, nor search it.
    Fix: write the word anew, and save the file as UTF-8.
    """
    for passage in prose:
        if passage.text.isascii() or not _SUSPECT.search(passage.text):
            continue
        for match in _RUN.finditer(passage.text):
            around = passage.text[max(match.start() - 1, 0) : match.end() + 1]
            meant = _decoded(match[0])
            # In quotation marks it is spoken of, and not used.
            if _WRITTEN.fullmatch(match[0]):
                continue
            if meant and meant != match[0] and not _QUOTES & {around[0], around[-1]}:
                message = f'"{match[0]}" is "{meant}", read in a wrong encoding'
                yield Found.of(passage, *match.span(), message, meant, fix="safe")
        for match in _CYRILLIC.finditer(passage.text):
            meant = _decoded(match[0], "cp1251")
            if meant.isalpha():
                message = f'"{match[0]}" is "{meant}", read in a wrong encoding'
                yield Found.of(passage, *match.span(), message, meant, fix="safe")
        for match in _LOST.finditer(passage.text):
            message = "a character was lost in a change of encoding"
            yield Found.of(passage, *match.span(), message)


def _decoded(text: str, code: str = "cp1252") -> str:
    """Give what *text* was, if its characters are the bytes of some text; else an empty string."""
    try:
        written = b"".join(
            letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else code) for letter in text
        )
        meant = written.decode("utf-8")
    except UnicodeError:
        return ""
    # Two capitals with a sign between may be meant: "Ã‚" is one of each; letters and marks are not.
    return meant if meant.isprintable() else ""


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "A cafÃ© by the sea.",
        "Itâ€™s a boat.",
        ("de", "Die TÃ¼r ist offen."),
        ("ja", "é\x80\x83げる。"),
        ("ru", "РўСЂРё тонких слоя."),
        "A boat \ufffd with a sail.",
    ),
    good=(
        "A café by the sea. It’s a boat – “new” …",
        "Signs such as “Ã©” come of a wrong encoding.",
        ("fr", "« Où ça ? » – à Nîmes, l’été, l’œuvre coûte 5 €."),
        ("fr", "Il est « resté\xa0» chez lui\xa0; à\xa0– peu près."),
        ("it", "Così «È»."),
        ("pt", "A ação, a canção e o coração: À NOITE, SÃO, NÃO."),
        ("vi", "Thuốc này được dùng để chữa bệnh."),
        ("sv", "ÅÄÖ är bokstäver."),
        ("ru", "РС – это С… и Р, СССР «РФ» С’Р“."),
    ),
)
