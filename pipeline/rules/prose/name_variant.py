"""prose/name-variant"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule, Speller
from pipeline.model import Passage


def check(prose: Sequence[Passage], *, speller: Speller | None) -> Iterator[Found]:
    """
    A name is spelt one way throughout.

    Why: no dictionary knows names, but a text that has one twice and something like it once has most
    likely a slip, and nobody will find that person or drug by it.
    Fix: write the name as it is written elsewhere. If both are right, add them to the project's words.
    """
    for variant in speller.variants(prose) if speller else ():
        usual = variant.suggestions[0]
        message = f'"{variant.word}" is "{usual}" elsewhere in the text'
        yield Found(variant.places[0], message, (usual,), variant.word)


_TWO_SPELLINGS = (
    "The ward was run by Dr Vythilingam, and later by Dr Vythilingham, until the day when the old Dr "
    "Vythilingam came back to it."
)

RULE = Rule(
    level="warning",
    check=check,
    bad=(_TWO_SPELLINGS,),
    good=("We asked Dr Vythilingam. Then Dr Vythilingam left with Dr Meret Oyelaran.",),
)
