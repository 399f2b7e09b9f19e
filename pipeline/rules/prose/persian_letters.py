"""prose/persian-letters"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage

_ARABIC = {"ك": "ک", "ي": "ی"}
_WORD = re.compile(r"(?<![\u0621-\u06d3\u200c])[\u0621-\u06d3\u200c]*[كي][\u0621-\u06d3\u200c]*")
_TABLE = str.maketrans(_ARABIC)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    Persian is written with its own ک and ی, not with the Arabic ك and ي.

    Why: they look alike and are other characters: no search and no dictionary finds the word.
    Fix: take the suggestion. A quotation in Arabic goes into `<span lang="ar">`.
    """
    for passage in prose:
        for match in _WORD.finditer(passage.text):
            right = match[0].translate(_TABLE)
            message = f'"{match[0]}" has an Arabic letter that Persian writes another way'
            yield Found.of(passage, *match.span(), message, right, fix="safe")


RULE = Rule(
    level="warning",
    check=check,
    bad=(("fa", "يك كتاب خوب."),),
    good=(("fa", 'یک کتاب خوب، <span lang="ar">كتاب</span>.'),),
    languages=frozenset({"fa"}),
    source="Academy of Persian Language and Literature, دستور خط فارسی; ISIRI 6219",
)
