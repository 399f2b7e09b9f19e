"""prose/vale"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.housestyle import Style, vale
from pipeline.model import Passage
from pipeline.prose.words import language


def check(prose: Sequence[Passage], *, style: Style | None) -> Iterator[Found]:
    """
    The text follows the style packages that the project took over from Vale.

    Why: an organisation that has written down its style should not have to write it again.
    Fix: the finding begins with the name of the style's own rule, such as `Google.Acronyms`, and has that
    rule's level: suggestion is a note here. docs/house-style.md says how a package is named and how a rule
    of it is switched off.
    """
    for name, checks in style.checks.items() if style else ():
        mine = [passage for passage in prose if language(passage.locale) == name]
        yield from vale.run(checks, mine) if mine else ()


RULE = Rule(
    level="warning",
    check=check,
    bad=("It is very good.", "We utilise it."),
    good=("It is good.", "We use it.", ("fr", "C’est « very » bon.")),
    source="https://vale.sh/docs/styles",
)
