"""A word list in order, with every comment where it belongs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.wordlists.plain import COMMENT


@dataclass(slots=True)
class _Entry:
    word: str
    above: list[str]
    beside: str


@dataclass(slots=True)
class _Section:
    heading: list[str] = field(default_factory=list)
    entries: list[_Entry] = field(default_factory=list)


def tidy(text: str) -> str:
    r"""
    Give a list with its words sorted, each once, and its comments kept.

    A comment stays with the word below it or on its line. One with an empty line below is the
    heading of a section, and sections are sorted by themselves. Doing it twice changes nothing.

    >>> tidy("zeta\n# a drug\nketamine # also Ketalar\nÉtoile\nzeta\n")
    'Étoile\n# a drug\nketamine # also Ketalar\nzeta\n'
    >>> tidy("# Drugs\n\nb\na\n")
    '# Drugs\n\na\nb\n'
    """
    sections, tail = _sections(text)
    parts = ["\n".join(_lines(section)) for section in sections]
    parts.append("\n".join(tail))
    whole = "\n\n".join(filter(None, parts))
    return f"{whole}\n" if whole else ""


def _sections(text: str) -> tuple[list[_Section], list[str]]:
    """Give the sections, and the comment at the end of the file that has no word below."""
    sections = [_Section()]
    known: dict[str, _Entry] = {}
    waiting: list[str] = []
    for line in map(str.strip, text.removeprefix("\ufeff").splitlines()):
        if line.startswith("#"):
            waiting.append(line)
        elif line:
            _take(line, waiting, sections[-1], known)
            waiting = []
        elif waiting:
            sections.append(_Section(waiting))
            waiting = []
    return sections, waiting


def _take(line: str, above: list[str], section: _Section, known: dict[str, _Entry]) -> None:
    comment = COMMENT.search(line)
    beside = comment[0].strip() if comment else ""
    word = unicodedata.normalize("NFC", COMMENT.sub("", line).strip())
    before = known.get(word)
    if before is None:
        known[word] = _Entry(word, above, beside)
        section.entries.append(known[word])
        return
    said = {*before.above, before.beside}
    before.above += [one for one in (*above, beside) if one and one not in said]


def _lines(section: _Section) -> Iterator[str]:
    yield from section.heading
    if section.heading and section.entries:
        yield ""
    for entry in sorted(section.entries, key=lambda one: _order(one.word)):
        yield from entry.above
        yield f"{entry.word} {entry.beside}".rstrip()


def _order(word: str) -> tuple[str, str]:
    """Alphabetical for a reader of any language: accents and capitals only break ties."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)), word
