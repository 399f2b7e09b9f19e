"""
A project's own list of words: one a line, `#` before a comment, `ketamine/wine` for endings.

What stands behind the slash is an example: the word takes the endings that the dictionary knows of
it, "ketamines" from "wines".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import article
from pipeline.errors import PipelineError
from pipeline.model import Source
from pipeline.spelling import parts
from pipeline.spelling.lexicon import LONGEST

COMMENT = re.compile(r"(?:^|\s)#.*")
_SIGNS = re.compile(r"[\x00-\x1f\x7f,;:!?\"()\[\]{}<>=|\\*#]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, the example that it inflects like (or nothing), and its line."""

    word: str
    example: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class WordList:
    """What a file says: its words, those that stand twice, and the files it names."""

    path: str
    entries: tuple[Entry, ...] = ()
    files: tuple[str, ...] = ()
    """Further lists, as the file writes their paths: relative to itself."""

    @property
    def words(self) -> frozenset[str]:
        """Every word of the list."""
        return frozenset(entry.word for entry in self.entries)

    @property
    def inflected(self) -> tuple[Entry, ...]:
        """The entries with an example."""
        return tuple(entry for entry in self.entries if entry.example)

    @property
    def duplicates(self) -> tuple[tuple[Entry, int], ...]:
        """Each entry that stands in the list before, with the line where it stood first."""
        first: dict[tuple[str, str], int] = {}
        return tuple(
            (entry, before)
            for entry in self.entries
            if (before := first.setdefault((entry.word, entry.example), entry.line)) != entry.line
        )


def parse(source: Source) -> WordList:
    r"""
    Give the words in a project's own list.

    Raises `PipelineError` with the line of what is not UTF-8 or cannot be a word.

    >>> parse(Source("en.txt", b"# drugs\nketamine/wine\nzorblax # ours\n")).entries
    (Entry(word='ketamine', example='wine', line=2), Entry(word='zorblax', example='', line=3))
    """
    return WordList(source.path, tuple(_entries(source)))


def text(source: Source) -> str:
    """Give a list's text; an empty file is an empty list."""
    said = source.data.removeprefix(b"\xef\xbb\xbf").strip()
    return article.decode(source.data, source.path) if said else ""


def clean(word: str) -> str:
    """Give *word* as words are compared: composed, with a straight apostrophe and nothing unseen."""
    return word if word.isascii() else parts.clean(word)


def _entries(source: Source) -> Iterator[Entry]:
    for number, line in enumerate(text(source).split("\n"), 1):
        said = (COMMENT.sub("", line) if "#" in line else line).strip()
        if not said:
            continue
        word, slash, example = said.partition("/")
        entry = Entry(clean(word), clean(example), number)
        why = _refusal(entry, said, bool(slash))
        if why:
            raise PipelineError(why[0], path=source.path, line=number, hint=why[1])
        yield entry


def _refusal(entry: Entry, said: str, slash: bool) -> tuple[str, str] | None:
    if len(said.split()) > 1:
        hint = 'write one a line, and "#" before a comment'
        return "more than one word", hint
    if slash and not (entry.word and entry.example and "/" not in entry.example):
        return f'"{_short(said)}" is not a word and its example', 'write "ketamine/wine"'
    for word in filter(None, (entry.word, entry.example)):
        sign = _SIGNS.search(word)
        if sign:
            hint = 'put a space before "#"' if sign[0] == "#" else "write one word a line"
            return f"{_shown(sign[0])} is in no word", hint
        if len(word) > LONGEST:
            return f'"{_short(word)}" is longer than {LONGEST} letters', "leave it out"
        if not any(map(str.isalpha, word)):
            return f'"{_short(word)}" has no letter', "leave it out: only words are checked"
    return None


def _shown(sign: str) -> str:
    return f'"{sign}"' if sign.isprintable() else f"the control character U+{ord(sign):04X}"


def _short(word: str) -> str:
    return word if len(word) <= 20 else f"{word[:20]}…"
