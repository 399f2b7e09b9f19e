"""catalog/doubt"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule


def check(doubts: Sequence[Found]) -> Iterator[Found]:
    """
    A catalog says what its language, its charset and its plural forms are, and keeps to it.

    Why: translators' tools trust the header; with a wrong one they show nonsense, ask for the wrong number
    of plural forms, or refuse the file.
    Fix: write the header line that is proposed; give a message as many msgstr[n] as nplurals says.
    """
    yield from doubts


_HEADER = (
    'msgid ""\nmsgstr "Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"{}\\n"\n'
)

RULE = Rule(
    level="warning",
    check=check,
    bad=(
        'msgid "sea"\nmsgstr "mer"\n',
        _HEADER.format("Portuguese", "X-A: b"),
        _HEADER.format("es", "Plural-Forms: nplurals=1; plural=0;"),
        _HEADER.format("fr", "X-A: b").replace("UTF-8", "CHARSET"),
        _HEADER.format("fr", "X-A: b").replace("UTF-8", "klingon-8"),
        _HEADER.format("fr", "X-A: b") + '\nmsgid "sea"\nmsgstr "mer\\n"\n',
        _HEADER.format("fr", "X-A: b")
        + '\nmsgid "sea"\nmsgstr "mer"\n\n#~ msgid "sea"\n#~ msgstr "la mer"\n',
    ),
    good=(_HEADER.format("fr", "X-A: b") + '\nmsgid "sea"\nmsgstr "mer"\n',),
)
