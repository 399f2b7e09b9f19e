"""Sets of misspellings with what was meant: read from the files that people keep them in, or made."""

from __future__ import annotations

import json
import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.spelling import Lexicon, distance

SEED = 20_261_123

_BLOCK = re.compile(r'abbreviated-name="([^"]+)" block-list:name="([^"]+)"')
_ENTITY = re.compile(r"&#x([0-9A-Fa-f]+);")


class Pair(NamedTuple):
    """A form as it was typed, and what was meant: any of these."""

    typed: str
    meant: tuple[str, ...]


def read(path: Path) -> list[Pair]:
    """
    Read a set by the look of its lines.

    - `typed->meant, meant` (codespell, Wikipedia), `typed<TAB>meant` (aspell), `typed meant`
    - `meant: typed typed` (Norvig), `meant typed typed` (`.many`), `$meant` above its `typed` (Mitton)
    - JSON that maps typed to meant; an autocorrection file of LibreOffice (`acor_*.dat`)
    """
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            text = archive.read("DocumentList.xml").decode()
        text = _ENTITY.sub(lambda match: chr(int(match[1], 16)), text)
        return [Pair(typed, (meant,)) for typed, meant in _BLOCK.findall(text)]
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return [
            Pair(typed, tuple([meant] if isinstance(meant, str) else meant))
            for typed, meant in json.loads(text).items()
        ]
    return list(_lines(text, many=path.suffix == ".many"))


def _lines(text: str, *, many: bool) -> Iterator[Pair]:
    target = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("$"):
            target = line[1:].replace("_", " ")
        elif target:
            yield Pair(line.split()[0].replace("_", " "), (target,))
        elif "->" in line:
            typed, meant = line.split("->", 1)
            yield Pair(typed, tuple(filter(None, map(str.strip, meant.split(",")))))
        elif "\t" in line:
            typed, meant = line.split("\t")[:2]
            yield Pair(typed, (meant,))
        elif ": " in line or (many and " " in line):
            meant, rest = re.split(":? ", line, maxsplit=1)
            yield from (Pair(typed, (meant,)) for typed in rest.split())
        elif " " in line:
            typed, meant = line.split(" ", 1)
            yield Pair(typed, (meant,))


def usable(pairs: list[Pair], lexicon: Lexicon) -> list[Pair]:
    """Give the pairs of single words whose meaning the dictionary has: no speller can do the others."""
    return [
        pair
        for pair in pairs
        if pair.typed not in pair.meant
        and re.fullmatch(r"[^\W\d_][\w'’-]*[^\W\d_]", pair.typed)
        and any(all(map(lexicon.knows, meant.split())) for meant in pair.meant)
    ]


def synthetic(lexicon: Lexicon, count: int) -> Iterator[Pair]:
    """Give slips in words that the language uses often, those that make another word left out."""
    chance = random.Random(SEED)
    words = [
        written
        for form in list(lexicon.frequencies.common)[:20_000]
        if len(form) > 3 and form.isalpha()
        for written in (form, form.capitalize())
        if lexicon.knows(written)
    ]
    while count:
        word = chance.choice(words)
        typed = slip(word, lexicon.alphabet, chance)
        if typed != word and not lexicon.knows(typed):
            count -= 1
            yield Pair(typed, (word,))


def slip(word: str, alphabet: str, chance: random.Random) -> str:
    """Leave out, add, change or swap a letter, or forget the accents."""
    at = chance.randrange(len(word))
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    other = chance.choice(alphabet)
    return chance.choice(
        (
            head + tail,
            head + letter + letter + tail,
            head + letter + other + tail,
            head + (other.upper() if letter.isupper() else other) + tail,
            head + tail[:1] + letter + tail[1:],
            distance.bare(word),
        )
    )
