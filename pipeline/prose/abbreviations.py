"""
What a full stop may mean, language by language: one file a language in `languages`, to be added to freely.

Each file is TOML, its lists are words without their last stop, with spaces between; a word with a
capital is only meant as it is written. *inside* are abbreviations that something follows, a name, a
number, an example ("Dr.", "z. B."); no sentence ends with one. *either* ends a sentence where the next
word is one that *opens* sentences; so do initials. *tail* closes a list or follows a number ("etc.",
"г."): a capital behind it is a new sentence, but in German, whose nouns have capitals. *before_number*
ends no sentence where a number follows, nor does a word that ends as one of *endings*: "Bahnhofstr. 5".
*said* are the verbs that follow a quotation and who said it. With *ordinals*, "3." is a number in a row: "am 3. Mai". What is
in `und.toml` all languages share.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources

from pipeline import locales

_SHARED = "und"
_ALSO = {"no": "nb", "nn": "nb"}


@dataclass(frozen=True, slots=True)
class Stops:
    """One language's row: words without their last stop. One with a capital is only meant as it is written."""

    inside: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    tail: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    said: frozenset[str] = frozenset()
    ordinals: bool = False
    nouns_have_capitals: bool = False
    known: frozenset[str] = frozenset()
    """All abbreviations together."""

    def plain(self, word: str) -> bool:
        """
        Say, quickly, whether *word* is no abbreviation, initial or number: most words are not.

        >>> stops("en").plain("house"), stops("en").plain("Dr"), stops("en").plain("J")
        (True, False, False)
        """
        if len(word) < 2 or not word.isalpha() or word.isupper():
            return False
        if self.endings and word.endswith(self.endings):
            return False
        return word not in self.known and word.lower() not in self.known


@functools.lru_cache(maxsize=256)
def stops(locale: str) -> Stops:
    """
    Give the row of the locale's language; an unknown language has what all share.

    >>> "dr" in stops("en-GB").inside, "bzw" in stops("de").inside
    (True, True)
    """
    name = locales.language(locale)
    return _row(_ALSO.get(name, name))


@functools.cache
def _row(name: str) -> Stops:
    table = _file(name) if name.isascii() and name.isalpha() else {}
    shared = _file(_SHARED)

    def words(key: str) -> frozenset[str]:
        return frozenset(f"{shared.get(key, '')} {table.get(key, '')}".split())

    return Stops(
        words("inside"),
        words("either"),
        words("tail"),
        words("before_number"),
        words("opens"),
        tuple(sorted(words("endings"))),
        words("said"),
        ordinals=table.get("ordinals") is True,
        nouns_have_capitals=table.get("nouns_have_capitals") is True,
        known=words("inside") | words("either") | words("tail") | words("before_number"),
    )


def _file(name: str) -> dict[str, str | bool]:
    """Read a language's file; one that does not exist is empty."""
    file = resources.files("pipeline.prose") / "languages" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
