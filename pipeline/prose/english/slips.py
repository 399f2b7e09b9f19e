"""
Closed patterns of real-word slips: words that no dictionary objects to, wrong beside their neighbours.

A pattern is read over a text in lower case with straight apostrophes. `<<its>>` in it marks what is
wrong; the words around it are what makes that certain. `«one»` stands for a word of a whole class, by
the names of `CLASSES`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.findings import Fix, Found
from pipeline.model import Passage
from pipeline.prose.english import sounds, things

CLASSES: Mapping[str, Callable[[], frozenset[str]]] = {
    "one": things.nouns,
    "many": things.plurals,
    "stuff": things.stuff,
    "thing": things.anything,
    "verb": things.verb_forms,
    "do": things.verbs,
    "more": things.comparatives,
    "big": things.adjectives,
}
"""What a word in a pattern may be asked to be; looked up, for a pattern of a thousand words is slow."""
_PLACEHOLDER = re.compile("«([a-z]+)»")

_STRAIGHT = (("’", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u202f", " "))
_ASCII = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_LETTERS = bytes(byte if 97 <= byte <= 122 or byte == 39 else 32 for byte in range(256))
_BEGINS = re.compile(r"[.!?][\"')”’]*+ +")
_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}
_WORDS = 7
"""So many words before the wrong one a pattern may begin, less one."""
_CLAUSE = 120
"""So many characters in front are looked through for what makes it mean another thing."""
_MARKS = ".,;:!?"
# Joined to one of these a word is part of another one, or of a name: "its-own", "and/or", "it's_a".
_JOINTS = "-_/@#\u2010\u2011"


_asked: set[str] = set()
"""The words by which any slip is looked up; grows only while the rules are loaded."""


@dataclass(frozen=True, slots=True)
class Slip:
    """
    A pattern, and what is meant instead of its group `wrong`.

    *cue* stands in every text that it matches; *word*, the longest of it, is a whole one there.

    In *right*, "…" is what is written, behind the article that it takes. *core* is the pattern without
    what stands in front of the group: it begins with a letter, and is found ten times faster.
    *unless* says of the text in front of the group, up to its end, that it means another thing.
    """

    cue: str
    word: str
    pattern: str
    core: str
    right: str
    fix: Fix = "safe"
    unless: re.Pattern[str] | None = None


def slip(
    cue: str, pattern: str, right: str, fix: Fix = "safe", unless: re.Pattern[str] | None = None
) -> Slip:
    """Give the slip that *pattern* describes, which begins and ends at the edge of a word."""
    before, _, behind = pattern.partition("<<")
    wrong, _, after = behind.partition(">>")
    core = f"(?P<wrong>{wrong}){after}"
    whole = f"{before}{core}"
    *others, last = _WORD.findall(cue)
    # "n't of" ends a longer word, and "of" stands in every text.
    rarest = max((last, *filter(str.isalpha, others)), key=len)
    _asked.add(rarest)
    return Slip(cue, rarest, whole, core, right, fix, unless)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Give *pattern* compiled, when it is first asked for: most texts need few of them."""
    parts = _PLACEHOLDER.split(pattern)
    # Group names are unique: the class, and where it stands.
    parts[1::2] = [
        f"(?P<{name}_{number}>[a-z]+(?:-[a-z]+)*+)" for number, name in enumerate(parts[1::2])
    ]
    return re.compile("".join(parts))


def _classed(match: re.Match[str]) -> bool:
    """Say whether the words of classes are of these classes."""
    return all(
        text is None or name == "wrong" or text in CLASSES[name.partition("_")[0]]()
        for name, text in match.groupdict().items()
    )


@functools.lru_cache(maxsize=4096)
def straight(text: str) -> str:
    """
    Give *text* in lower case with straight apostrophes and plain spaces, every character in its place.

    >>> straight("It’s THE\u00a0İ")
    "it's the İ"
    """
    if text.isascii():
        return text.lower()
    for curved, plain in _STRAIGHT:
        text = text.replace(curved, plain)
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_ASCII)


@functools.lru_cache(maxsize=4096)
def beginnings(plain: str) -> tuple[int, ...]:
    """
    Give where the sentences of a text may begin: at its first character, and behind each stop.

    >>> beginnings("one. (two?) three")
    (0, 5, 12)
    """
    return (0, *(match.end() for match in _BEGINS.finditer(plain)))


@functools.lru_cache(maxsize=4096)
def vocabulary(plain: str) -> frozenset[str]:
    """
    Give the words of a text, in small letters of ASCII: what the cues of all rules are looked up in.

    >>> sorted(vocabulary("it's a 'small' one"))
    ['a', "it's", 'one', 'small']
    """
    # Four times as fast as the pattern; what is no letter of ASCII parts words there too.
    found = plain.encode("ascii", "replace").translate(_LETTERS).decode("ascii").split()
    if "'" in plain:
        found = [
            part for word in found for part in (_WORD.findall(word) if "'" in word else (word,))
        ]
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Index:
    """The passages of a version as all rules read them, and which of them hold a word."""

    plain: tuple[str, ...]
    holds: Mapping[str, tuple[int, ...]]


# Thirty rules ask for the same version, one after the other.
@functools.lru_cache(maxsize=8)
def _index(texts: tuple[str, ...]) -> _Index:
    plain = tuple(map(straight, texts))
    holds: dict[str, list[int]] = {}
    for number, text in enumerate(plain):
        for word in vocabulary(text) & _asked:
            holds.setdefault(word, []).append(number)
    return _Index(plain, {word: tuple(numbers) for word, numbers in holds.items()})


def holding(prose: Sequence[Passage], words: Collection[str]) -> Iterator[tuple[Passage, str]]:
    """
    Give the passages that hold one of *words*, in order, each with its text as `straight` gives it.

    The words are those of slips: no others are looked for.
    """
    index = _index(tuple([passage.text for passage in prose]))
    for number in sorted({one for word in words for one in index.holds.get(word, ())}):
        yield prose[number], index.plain[number]


_grouped: dict[int, tuple[Sequence[Slip], Mapping[str, Sequence[Slip]]]] = {}


def _by_word(slips: Sequence[Slip]) -> Mapping[str, Sequence[Slip]]:
    """Give the slips by their word. A rule's are asked for by who they are: to compare them takes longer."""
    known = _grouped.get(id(slips))
    if known is None or known[0] is not slips:
        by_word: dict[str, list[Slip]] = {}
        for one in slips:
            by_word.setdefault(one.word, []).append(one)
        known = _grouped[id(slips)] = slips, by_word
    return known[1]


def find(prose: Sequence[Passage], slips: Sequence[Slip]) -> Iterator[Found]:
    """Give what the *slips* find, with the right word in the letters and the apostrophe of the text."""
    by_word = _by_word(slips)
    for passage, plain in holding(prose, by_word):
        found = vocabulary(plain)
        taken: set[int] = set()
        for word, cued in by_word.items():
            if word not in found:
                continue
            for one in cued:
                if one.cue not in plain:
                    continue
                for start, end in _spans(one, plain):
                    written = passage.text[start:end]
                    if start not in taken and _used(plain, start, end) and not _acronym(written):
                        taken.add(start)
                        yield _found(passage, start, end, one, prose)


def _acronym(written: str) -> bool:
    """
    Say whether the letters before a possessive ending are all capitals: a name, and not a word.

    >>> _acronym("WHO’s"), _acronym("WHOSE")
    (True, False)
    """
    word, mark, _ = written.replace("’", "'").partition("'")
    return bool(mark) and len(word) > 1 and word.isupper() and not written.isupper()


def _used(plain: str, start: int, end: int) -> bool:
    return alone(plain, start, end) and not mentioned(plain, start, end)


def _spans(one: Slip, plain: str) -> Iterator[tuple[int, int]]:
    """Give where the group of a slip stands in *plain*."""
    for core in _compiled(one.core).finditer(plain):
        if not _classed(core):
            continue
        if one.unless and one.unless.search(plain, max(0, core.start() - _CLAUSE), core.start()):
            continue
        if one.pattern == one.core:
            yield core.span("wrong")
            continue
        whole = _compiled(one.pattern)
        for start in _starts(plain, core.start()):
            match = whole.match(plain, start)
            if match and match.start("wrong") == core.start() and _classed(match):
                yield match.span("wrong")
                break


def _starts(plain: str, at: int) -> Iterator[int]:
    """Give *at* and where the words in front of it begin, with the mark that the first may follow."""
    for _ in range(_WORDS):
        yield at
        if not plain[at : at + 1].isalnum():
            yield at + 1
        if at >= 2 and plain[at - 2] in _MARKS:
            yield at - 2
        if at <= 0:
            return
        at = max(plain.rfind(" ", 0, at - 1), plain.rfind("\n", 0, at - 1)) + 1


def alone(text: str, start: int, end: int) -> bool:
    """Say whether what stands there is not joined to more of a word or a name."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after == "-" and text[end : end + 2] == "--":
        after = ""
    if before == "-" and text[max(start - 2, 0) : start] == "--":
        before = ""
    if after == "'" and not text[end + 1 : end + 2].isalnum():
        after = ""
    return not (
        (before and (before in _JOINTS or before.isalnum()))
        or (after and (after in _JOINTS or after == "'" or after.isalnum()))
    )


def mentioned(text: str, start: int, end: int) -> bool:
    """Say whether the words are in quotation marks of their own: spoken of, and not used."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return bool(before) and bool(after) and _QUOTES.get(before) == after


def like(right: str, wrong: str, *, curly: bool) -> str:
    """
    Give *right* with the capitals of *wrong*.

    >>> like("it's", "Its", curly=True)
    'It’s'
    """
    if wrong.isupper() and len(wrong) > 2:
        right = right.upper()
    elif wrong[:1].isupper():
        right = right[:1].upper() + right[1:]
    return right.replace("'", "’") if curly else right


def _found(passage: Passage, start: int, end: int, one: Slip, prose: Sequence[Passage]) -> Found:
    wrong = passage.text[start:end]
    right = one.right
    if right.endswith("…"):
        article = sounds.article(wrong.partition(" ")[0]) or "a"
        right = right.replace("…", wrong).replace("a ", f"{article} ", 1)
    curly = "'" in one.right and any("’" in other.text for other in (passage, *prose))
    right = like(right, wrong, curly=curly)
    message = f'"{wrong}" stands where "{right}" is meant'
    return Found.of(passage, start, end, message, right, fix=one.fix)
