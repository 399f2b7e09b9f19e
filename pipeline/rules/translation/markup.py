"""translation/markup"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import faithful
from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    Where a translation's markup is not that of its source, somebody has meant it so.

    Why: code that is translated or set in words, a tag more, a link to another language's page
    are often right, and sometimes slips; the translation is shown. Code that stands nowhere in it, in no form, is
    lost: that is an error, or a warning if it was a plain word.
    Fix: compare the two. What reads well may stay; copy what should be the same from the msgid.
    """
    for run in runs:
        for fault in faithful.of(run):
            if not fault.breaking:
                yield fault.found(run)


RULE = Rule(
    level="note",
    check=check,
    bad=(
        ("Run `make` first.", "Lancez « make » d’abord."),
        ("Run `make --all` first.", "Lancez-le d’abord."),
        ("Open `your-name`.", "Ouvrez `votre-nom`."),
        ("Call us.", "Appelez-nous : https://example.org/."),
        ("See [it](/en/guide.md).", "Voir [ici](/es/guide.md)."),
        ("The world.", 'Le <abbr title="monde">monde</abbr>.'),
    ),
    good=(
        ("Run `make` first.", "Lancez d’abord `make`."),
        ("See [it](/en/guide.md).", "Voir [ici](/fr/guide.md)."),
        ("Run the tests.", "Lancez `make test`."),
        ("A **new** dose.", "Une nouvelle dose."),
    ),
)
