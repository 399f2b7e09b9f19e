"""page/language-part-text"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.dom import Dom
from pipeline.findings import Found, Identifier, Level, Rule
from pipeline.model import Passage
from pipeline.prose import tongue

_ATTRIBUTES = ("image alternative", "link title", "accessible name", "placeholder")
"""What page/language-attribute is for."""
_SHOWN = 60


def check(
    dom: Dom, *, prose: Sequence[Passage], locale: str, identifier: Identifier | None
) -> Iterator[Found]:
    """
    A part that names a language is written in it.

    Why: a mark that lies makes a screen reader change to the wrong voice in mid-sentence, which is worse
    than no mark.
    Fix: correct the `lang` of the part, or take it away where the text is in the page's own language.
    """
    del dom  # The passages know what their parts say; a fragment has parts as well.
    for passage in prose:
        if passage.locale == locale or identifier is None or passage.kind in _ATTRIBUTES:
            continue
        if other := tongue.doubt(passage.text, passage.locale, identifier, locale):
            text = passage.text if len(passage.text) <= _SHOWN else f"{passage.text[: _SHOWN - 1]}…"
            message = (
                f'"{text}" is marked as "{passage.locale}", but seems to be "{other.language}"'
            )
            level: Level | None = None if other.sure else "review"
            yield Found(passage.origin.place, message, text=passage.text, level=level)


_PAGE = '<html lang="en"><body><p>She said: {}</p></body></html>'

RULE = Rule(
    level="warning",
    check=check,
    wcag="3.1.2",
    act=("off6ek",),
    bad=(
        _PAGE.format('<q lang="de">Je ne sais pas ce que le médecin a voulu dire par là</q>'),
        _PAGE.format('<q lang="fr">I do not know what the doctor meant to say by that</q>'),
        _PAGE.format('<q lang="ja">I do not know what she meant</q>'),
    ),
    good=(
        _PAGE.format('<q lang="fr">Je ne sais pas ce que le médecin a voulu dire par là</q>'),
        _PAGE.format('<q lang="la">primum non nocere</q>'),
        _PAGE.format('<q lang="de">Ketalar</q>'),
    ),
)
