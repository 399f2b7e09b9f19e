"""Reference lists: their names, journals and numbers are not prose."""

from __future__ import annotations

import functools
import re

from pipeline.model import NOT_PROSE

# Each with what every match of it holds: to ask for that first is ten times faster.
_SIGNS = (
    # A year in brackets, closed by a mark, as a list of references has it: "(2006)."
    ("(", re.compile(r"\((?:1[89]|20)\d\d[a-z]?(?:, [^()]{1,20})?\)[.,:]")),
    # Volume and issue: "63(8), 856", and year with volume: "2006;63(8):856".
    ("(", re.compile(r"\b\d{1,4} ?\(\d{1,4}(?:[-–/]\d{1,4})?\)[,:.]")),
    (";", re.compile(r"\b(?:1[89]|20)\d\d(?: \w{3,9}(?: \d{1,2})?)?; ?\d")),
    # Pages: ", 856–864."
    ("", re.compile(r"[,:] ?(?:pp?\. ?)?[a-z]?\d{1,5}[-–]{1,2}[a-z]?\d{1,5}(?:[.,]|\s*\Z)")),
    # Others left out, but not where a sentence tells of them: "Zarate et al. (2006) found".
    ("et al", re.compile(r"\bet al\b\.?+(?!,? \(\d{4})")),
    # An address at the end stands for the DOI that closes a reference.
    (NOT_PROSE, re.compile(rf"[.,:] ?{NOT_PROSE}\.?\s*\Z")),
)
# A name with initials, before the next name or the year: "Zarate, C. A., "
_INITIAL = re.compile(r", [^\W\d_]\.")
_NAME = re.compile(r"(?<!\w)[^\W\d_][\w’'-]*+, (?:[^\W\d_]\.[ -]?){1,4}(?:[,;&(]|and\b)")
_DOI = re.compile(r"(?:\bdoi\.org/|\bdoi: ?)10\.\d{4,9}/", re.IGNORECASE)


# Some rules ask for the same passage, one after the other.
@functools.lru_cache(maxsize=4096)
def is_citation(text: str) -> bool:
    """
    Say whether *text*, a passage or a line as written, is an entry of a reference list.

    Two of its signs are needed (a year in brackets, volume and issue, pages, initials, "et al.", an
    address at the end), or a bare DOI, which a passage no longer shows.

    >>> is_citation("Tan, J. (2019). Sleep well. Journal of Rest, 12(3), 4–9.")
    True
    >>> is_citation("Tan et al. (2019) found that sleep helps (2020).")
    False
    """
    if "10." in text and _DOI.search(text):
        return True
    signs = sum(held in text and sign.search(text) is not None for held, sign in _SIGNS)
    if not signs:
        return False
    return signs > 1 or (_INITIAL.search(text) is not None and _NAME.search(text) is not None)
