"""Knows a bibliography's entry from a paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

# What a list of sources is called, in the languages people write to us in.
_SECTION = re.compile(
    r"references?|bibliography|(?:works|literature) cited|(?:re)?sources|further reading|citations"
    r"|literatur(?:verzeichnis|hinweise|angaben)?|quellen(?:angaben|verzeichnis)?|einzelnachweise"
    r"|références|bibliographie|sources|pour en savoir plus"
    r"|referencias|bibliografía|fuentes|referências|bibliografia|fontes|riferimenti|fonti"
    r"|literatuur|bronnen|referencer|litteratur|kilder|referenser|källor|lähteet"
    r"|źródła|piśmiennictwo|literatura|zdroje|kaynaklar|kaynakça|литература|источники|джерела"
    r"|المراجع|المصادر|منابع|מקורות|संदर्भ|参考文献|文献|出典|参考资料|參考文獻|참고문헌",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d[a-z]?(?!\d)")
# (2006). or (2019, May 3). or (n.d.), as the American Psychological Association dates a source.
_DATED = re.compile(r"\((?:(?:1[89]|20)\d\d[a-z]?(?:,[^()]{1,30})?|n\.d\.|in press)\)[.,:]?(?=\s)")
_ADDRESS = re.compile(r"(?:https?://|www\.|\bdoi:|\b10\.\d{4,9}/)\S", re.IGNORECASE)
# 63(8), 856–864 or 2006;63:856-64 or pp. 12-18: the place in a journal or a book.
_PAGES = re.compile(
    r"\d\(\d+\)|\d{4}\s?;\s?\d|\bpp?\.\s?\d|\d\s?[-–]\s?\d+\.?(?:\s|$)|\b\d+:\s?e?\d"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}")
_WORDS_BEFORE_AUTHOR = 4
_PARTICLE = 4
"""Letters in a surname's particle, such as "van" or "dela"."""


def is_section(heading: str) -> bool:
    """
    Say whether *heading* is what a list of sources is called.

    >>> is_section("References"), is_section("5. Literatur:"), is_section("More")
    (True, True, False)
    """
    return _SECTION.fullmatch(heading.strip(" \t.:0123456789")) is not None


def is_reference(text: str, *, listed: bool = False) -> bool:
    """
    Say whether *text* is an entry of a bibliography; *listed* ones stand under its heading.

    >>> is_reference("Doe, J. (2020). On tea. Tea, 3(1), 2–4. https://doi.org/10.1/x")
    True
    >>> is_reference("In 2020, a study (https://doi.org/10.1/x) found that tea is wet.")
    False
    """
    year, address = _YEAR.search(text), _last_address(text)
    if listed:
        return bool(year or address)
    if not year and not _DATED.search(text):
        return False
    at_end = address is not None and len(text) - address < 200 and _only_notes(text, address)
    placed = bool(_PAGES.search(text))
    if _begins_with_author(text):
        return at_end or placed
    # An organisation is no author with initials; its date in parentheses still ends a name.
    dated = _DATED.search(text)
    return bool(dated and dated.start() <= 120 and at_end and text[dated.end() - 1] == ".")


def begins(text: str) -> bool:
    """
    Say whether *text* begins as a source does: with an author, or a name and a date.

    >>> begins("Roe, R. (2019). Tides and"), begins("The tide turns")
    (True, False)
    """
    dated = _DATED.search(text)
    return _begins_with_author(text) or bool(dated and 0 < dated.start() <= 120)


def _last_address(text: str) -> int | None:
    return max((match.start() for match in _ADDRESS.finditer(text)), default=None)


def _only_notes(text: str, address: int) -> bool:
    """Does nothing but a remark such as "Accessed 3 May 2020" follow the address."""
    rest = text[address:].split(maxsplit=1)
    return len(rest) == 1 or len(rest[1].split()) <= 8


def _begins_with_author(text: str) -> bool:
    """Does a surname with initials come first: "Doe, J." or "van der Berg JA,"."""
    words = re.sub(r"^\[?\d{1,3}[\].)]\s+", "", text).split(maxsplit=_WORDS_BEFORE_AUTHOR + 1)
    for before, word in pairwise(words[: _WORDS_BEFORE_AUTHOR + 1]):
        if before[0].islower() and len(before) <= _PARTICLE:
            continue
        if not any(character.isupper() for character in before):
            return False
        if before.endswith(",") and _INITIALS.match(word) and word[0].isupper():
            return True
        bare = word.rstrip(".,;:")
        initials = bare.isupper() and bare.isalpha() and len(bare) <= 3
        if initials and word != bare and before.replace("-", "").isalpha() and before[-1].islower():
            return True
    return False
