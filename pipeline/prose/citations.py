"""Reference lists: their names, journals and numbers are not prose."""

from __future__ import annotations

import functools
import re

from pipeline.model import NOT_PROSE

_SIGNS = (
    # A year in brackets, closed by a mark, as a list of references has it: "(2006)."
    re.compile(r"\((?:1[89]|20)\d\d[a-z]?(?:, [^()]{1,20})?\)[.,:]"),
    # Volume and issue: "63(8), 856", and year with volume: "2006;63(8):856".
    re.compile(r"\b\d{1,4} ?\(\d{1,4}(?:[-–/]\d{1,4})?\)[,:.]"),
    re.compile(r"\b(?:1[89]|20)\d\d(?: \w{3,9}(?: \d{1,2})?)?; ?\d"),
    # Pages: ", 856–864."
    re.compile(r"[,:] ?(?:pp?\. ?)?[a-z]?\d{1,5}[-–]{1,2}[a-z]?\d{1,5}(?:[.,]|\s*\Z)"),
    # A name with initials, before the next name or the year: "Zarate, C. A., "
    re.compile(r"(?<!\w)[^\W\d_][\w’'-]*+, (?:[^\W\d_]\.[ -]?){1,4}(?:[,;&(]|and\b)"),
    # Others left out, but not where a sentence tells of them: "Zarate et al. (2006) found".
    re.compile(r"\bet al\b\.?+(?!,? \(\d{4})"),
    # An address at the end stands for the DOI that closes a reference.
    re.compile(rf"[.,:] ?{NOT_PROSE}\.?\s*\Z"),
)
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
    return bool(_DOI.search(text)) or sum(bool(sign.search(text)) for sign in _SIGNS) > 1
