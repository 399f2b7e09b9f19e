"""translation/broken-link"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Run

# Machines that translate escape the brackets, or set a space between text and address.
_BROKEN = re.compile(
    r"\\?\[(?P<text>[^\[\]\\\n]{1,300})\\?\](?P<gap> ?)\\?\((?P<address>[^()\[\]\s\\]{1,2000})\\?\)"
)


def check(runs: Sequence[Run]) -> Iterator[Found]:
    r"""
    A link of the source is a link in the translation, too.

    Why: readers see brackets and an address, and a screen reader reads the address aloud.
    Fix: write `[text](address)`, without a backslash or a space: `\[la carte\] (map.md)` is no link.
    `check --fix` does it. Where the link is lost by it, translation/placeholder holds the translation back.
    """
    for run in runs:
        message = run.message
        if message is None or message.origin is None or message.fuzzy:
            continue
        for match in _BROKEN.finditer(message.string):
            meant = f"[{match['text']}]({match['address']})"
            if match[0] == meant or f"]({match['address']})" not in run.segment.id:
                continue
            start, end = message.origin.at(match.start()), message.origin.at(match.end() - 1)
            behind = type(end)(end.path, end.line, end.column + 1)
            said = f'"{match[0]}" is no link'
            yield Found(start, said, (meant,), match[0], end=behind, fix="safe")


RULE = Rule(
    level="note",
    check=check,
    bad=(
        ("See [the map](map.md).", r"Voir \[la carte\](map.md)."),
        ("See [the map](map.md).", r"Voir \[la carte\] (map.md)."),
        ("See [the map](https://a.org/b).", "Voir [la carte] (https://a.org/b)."),
        ("See [the map](map.md).", r"Voir \[la carte\]\(map.md\)."),
    ),
    good=(
        ("See [the map](map.md).", "Voir [la carte](map.md)."),
        (r"Write \[text\] (address).", r"Écrivez \[texte\] (adresse)."),
        ("See [the map](map.md) [1] (2).", "Voir [la carte](map.md) [1] (2)."),
        ("See [the map](map.md).", r"Voir \[la carte\] (map.md).", "fuzzy"),
    ),
)
