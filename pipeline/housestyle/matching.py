"""
Where a term stands in a text: whole words, in the cases and the plural that its entry means.

An entry in small letters is found with a capital, too; one with a capital only as it is written. What
is written without spaces is found wherever its characters stand, but katakana only as a whole word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.housestyle import terms
from pipeline.housestyle.terms import Term
from pipeline.prose.words import HIRAGANA, KANJI, KATAKANA, PROLONGED

SECONDS = 0.5
"""The processor's time that one search with a project's pattern may take."""

_SAME = str.maketrans({"’": "'", "ʼ": "'", "\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-"})
_UNSPACED = re.compile(f"[{KANJI}{HIRAGANA}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_KATAKANA = re.compile(f"[{KATAKANA}{PROLONGED}]")
# With an "s" they are other words; shorter ones than "bed" have no plural that is worth the doubt.
_OTHERS = frozenset(
    "arms customs glasses goods hers means minutes news ones ours premises spirits theirs works yours".split()
)
_SHORTEST = 3
_HISSING = ("s", "x", "z", "ch", "sh")


@dataclass(frozen=True, slots=True)
class Hit:
    """A term in a text, from where to where; *plural*, if an ending was added to the entry."""

    term: Term
    start: int
    end: int
    plural: bool = False


def normal(text: str) -> str:
    """
    Give *text* with one apostrophe and one hyphen, each character in its place.

    >>> normal("the patient’s non\N{NON-BREAKING HYPHEN}smoker")
    "the patient's non-smoker"
    """
    return text.translate(_SAME)


class TooSlowError(Exception):
    """A search with the pattern of *term* took longer than `SECONDS`."""

    def __init__(self, term: Term) -> None:
        super().__init__(term.written)
        self.term = term


@dataclass(frozen=True, slots=True)
class Index:
    """Entries made ready: those in words as one pattern, with what a match of it may be; the others."""

    words: re.Pattern[str] | None
    terms: Mapping[str, Sequence[tuple[Term, bool]]]
    patterned: tuple[Term, ...] = ()


@functools.lru_cache(maxsize=256)
def index(entries: tuple[Term, ...], language: str) -> Index:
    """Give *entries* ready to be found; in English with their plurals."""
    known: dict[str, list[tuple[Term, bool]]] = {}
    forms: dict[str, str] = {}
    for term in entries:
        for form in () if term.pattern else _forms(normal(term.written), language):
            more = form != normal(term.written)
            known.setdefault(_key(form), []).append((term, more))
            forms.setdefault(_key(form), _pattern(form))
    ordered = sorted(forms, key=lambda key: (-len(key), key))
    joined = "|".join(forms[key] for key in ordered)
    words = re.compile(joined, re.IGNORECASE) if joined else None
    return Index(words, known, tuple(term for term in entries if term.pattern))


def find(entries: Index, text: str) -> Iterator[Hit]:
    """
    Give the places of *entries* in *text*, the longest first where several begin; none overlap.

    Raises `TooSlowError` for an entry whose pattern takes too long.

    >>> known = index((Term("e-mail"), Term("US")), "en")
    >>> text = "E-mails to us, the US and e-mail\N{RIGHT SINGLE QUOTATION MARK}s."
    >>> [text[hit.start : hit.end] for hit in find(known, text)]
    ['E-mails', 'US', 'e-mail']
    """
    end = 0
    for hit in sorted(_hits(entries, normal(text)), key=lambda one: (one.start, -one.end)):
        if hit.start >= end:
            yield hit
            end = hit.end


def plural(word: str) -> str:
    """
    Give the English plural of *word* as its ending asks for it.

    >>> [plural(word) for word in ("clinic", "box", "therapy", "day")]
    ['clinics', 'boxes', 'therapies', 'days']
    """
    if word.endswith(_HISSING):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def unspaced(text: str) -> bool:
    """Say whether *text* is in a script that is written without spaces between words."""
    return bool(_UNSPACED.search(text) or _KATAKANA.search(text))


def _hits(entries: Index, plain: str) -> Iterator[Hit]:
    for match in entries.words.finditer(plain) if entries.words else ():
        for term, more in entries.terms.get(_key(match[0]), ()):
            if _cased(term.written, match[0], plural=more):
                yield Hit(term, match.start(), match.end(), more)
                break
    for term in entries.patterned:
        try:
            # All at once: what is done between two matches would be counted, too.
            matches = list(terms.compiled(term.pattern).finditer(plain, timeout=SECONDS))
        except TimeoutError:
            raise TooSlowError(term) from None
        yield from (Hit(term, *one.span()) for one in matches if one.end() > one.start())


def _forms(written: str, language: str) -> Iterator[str]:
    yield written
    last = written.rpartition(" ")[2]
    noun = len(last) >= _SHORTEST and last.replace("-", "").isalpha() and last.isascii()
    if language == "en" and noun and not last.endswith("s") and plural(last) not in _OTHERS:
        yield plural(written)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _pattern(form: str) -> str:
    body = r"\s+".join(re.escape(word) for word in form.split())
    before = after = ""
    if _UNSPACED.match(form):
        pass
    elif _KATAKANA.match(form):
        before = f"(?<![{KATAKANA}{PROLONGED}])"
    elif form[0].isalnum():
        # "mail" is neither in "e-mail" nor in "--mail" or "user.mail".
        before = r"(?<![\w.@<$-])(?<!\w')"
    if _UNSPACED.match(form[-1]):
        pass
    elif _KATAKANA.match(form[-1]):
        after = f"(?![{KATAKANA}{PROLONGED}])"
    elif form[-1].isalnum():
        whole = "" if "-" in form or " " in form else "-"
        after = rf"(?!\w)(?![.@=:{whole}]\w)(?!'(?!s\b)\w)(?!:/)"
    return f"{before}{body}{after}"


def _cased(written: str, found: str, *, plural: bool) -> bool:
    own = normal(written)
    if own == own.lower():
        return True
    words, given = own.split(), found.split()
    if plural:
        return given[:-1] == words[:-1] and given[-1][:3] == words[-1][:3]
    return given == words
