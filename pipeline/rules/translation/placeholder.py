"""translation/placeholder"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import faithful
from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    A translation keeps the links, images, marks, tags and placeholders of its source, and adds none.

    Why: a lost link target or an open backtick breaks the page or sends a reader nowhere; most are machine
    damage. Such a translation is not shown: readers get the source's words.
    Fix: copy the piece from the msgid as it is. Their order is free, `/en/` may become `/fr/`, a Wikipedia
    may be that of another language, and tags that name a language or a direction may come and go.
    """
    for run in runs:
        for fault in faithful.of(run):
            if fault.what == "markup" and fault.breaking:
                yield fault.found(run)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("See [the guide](guide.md).", "Voir le guide."),
        ("See [the guide](guide.md).", r"Voir \[le guide\] (guide.md)."),
        ("See [the guide](guide.md).", "Voir [le guide] (guide.md)."),
        ("See [the guide](guide.md).", "Voir [le guide](guide.fra.html)."),
        ("See [the guide](guide.md).", "Voir [](guide.md) le guide."),
        ('See [the guide](guide.md "Guide").', 'Voir [le guide](guide.md "Guide).', "refused"),
        ("It helps.[^1]", "Cela aide."),
        ("See [the guide][g].", "Voir [le guide][guide]."),
        ("Press <kbd>Enter</kbd>.", "Appuyez sur <kbd>Entrée."),
        ("Hello {name}.", "Bonjour {nom}.", "refused"),
        ("A **new** dose.", "Une ** nouvelle** dose."),
        ("Run `make` first.", "Lancez `make d’abord."),
        ("Call `toString()`.", "Appelez `toString ()`."),
        ("![A map](map.png)", "![Une carte](carte.png)"),
        ("![A map](map.png)", "![](map.png)"),
        ("Call us.", "Appelez-[nous](https://example.org/)."),
        ("A new dose.", "Une *nouvelle*{: #x } dose."),
    ),
    good=(
        ("Run `make`, then `make test`.", "Lancez `make test` après `make`."),
        ("See [the guide](/en/guide.md).", "Voir [le guide](/fr/guide.md)."),
        (
            "See [it](https://en.wikipedia.org/wiki/Sleep).",
            "Voir [ici](https://fr.wikipedia.org/wiki/Sommeil).",
        ),
        ("![A map](map.en.png)", "![Une carte](map.fr.png)"),
        ("It helps.[^1] A **new** dose.", "Cela aide[^1]. Une nouvelle dose."),
        ("The word.", 'Le mot <i lang="en">word</i>.'),
        ("The 1st of May.", "Le 1<sup>er</sup> mai."),
        ("About 50% do so.", "Environ 50 % de la population."),
        ("Open `your-name.md`.", "Ouvrez `votre-nom.md`."),
        ("Take 2 * 3 drops.", "Prenez 2 * 3 gouttes."),
    ),
)
