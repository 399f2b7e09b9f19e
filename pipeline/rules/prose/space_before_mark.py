"""prose/space-before-mark"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage

# Behind a letter or a bracket, and before more prose: " . " alone may be a name, " :" begins an emoji.
_SPACE = re.compile(
    r"(?<=[^\W\d_])(?<![^\w][^\W\d_])(?<!\band)(?<!\bthe)(?<!\bfor)(?<!\bor)(?<!\bof)(?<!\bwith)(?<!\bby)[ \u00a0]+"
    r"(?P<mark>[,،؛](?=\s)|;(?=\s)(?! characters?\b)|[!?؟](?=\Z| (?![a-z])))"
    r"|(?<=[^\W\d_]{2})[ \u00a0]+(?P<stop>\.)(?=\Z| [^\W\d_a-z])"
)
_MARKS = (" ,", " ;", " !", " ?", " .", " ،", " ؛", " ؟", "\u00a0")
_ANY = re.compile(r" [,;!?.](?=\s|\Z)")
_SEVERAL = 3
"""So many in one passage are a listing: marks that are named, or columns."""


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A punctuation mark stands right behind its word.

    Why: with a space between them the mark may begin the next line, and a screen reader pauses in the
    wrong place.
    Fix: take the space away. French, which has spaces before some marks, has a rule of its own.
    """
    for passage in prose:
        text = passage.text
        if not any(map(text.__contains__, _MARKS)):
            continue
        found = list(_SPACE.finditer(text))
        if found and len(_ANY.findall(text)) < _SEVERAL:
            for match in found:
                first, last = passage.origin.at(match.start()), passage.origin.at(match.end() - 1)
                if last.line != first.line or last.column - first.column != len(match[0]) - 1:
                    # A link without words or other markup stands in between.
                    continue
                mark = match["mark"] or match["stop"]
                yield Found.of(
                    passage, *match.span(), f'a space stands before "{mark}"', mark, fix="safe"
                )


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        "Rest well , and drink enough.",
        "Does it hurt ?",
        ("de", "Trinken Sie viel Wasser !"),
        ("ar", "أضف الملح ، ثم حرك الخليط."),
    ),
    good=(
        "Rest well, and drink. Does it? Use `a` , or A , if you like.",
        "The marks are , ; ! and ?",
        ("fr", "Avez-vous mal ?"),
    ),
    # French and its neighbours by custom have such spaces; scripts with wide marks have none.
    languages=frozenset(
        "ar bg ca cs da de el en es et eu fa fi gl hr hu id it lt lv nb nl nn no pl pt ro ru sk sl sr sv tr uk".split()
    ),
)
