"""translation/length-ratio"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import beside, locales
from pipeline.beside import ends, length, side
from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(
    runs: Sequence[Run], *, longer: float = 1.7, shorter: float = 0.6, characters: int = 100
) -> Iterator[Found]:
    """
    A translation is about as long as its language usually is beside its source.

    Why: a sentence left out, or put in, changes the length before anybody reads it. Only sources of as many
    `characters` count; `longer` and `shorter` are shares of what is usual in the language.
    Fix: compare the two. A text that was shortened on purpose may stay.
    """
    for run in beside.translated(runs):
        source, text = run.segment.id, run.text
        language = locales.language(run.locale)
        if len(source) < characters or source == text:
            continue
        wide = 1.5 if language in length.DENSE else 1.0
        limits = shorter / wide, longer * wide
        if limits[0] <= length.share(source, text, language) <= limits[1]:
            continue
        # Code and addresses are as long in every language: what is left must be out of the way, too.
        before, after = (side.prose(each, run.segment.kind, "en") for each in (source, text))
        before, after = (" ".join(each.split()) for each in (before, after))
        share = length.share(before, after, language)
        if len(before) < characters * 0.6 or limits[0] <= share <= limits[1]:
            continue
        if share > 1:
            message = f"{share:.1f} times as long as usual: has something been put in?"
        elif ends.end(text) != "word":
            message = f"{share:.0%} of the usual length: has something been left out?"
        else:
            continue  # translation/truncated tells it.
        yield beside.found(run, 0, len(text), message)


RULE = Rule(
    level="note",
    check=check,
    bad=(
        (
            "Take it with a glass of water. Rest for an hour. Then have a meal, and call us if you feel unwell later.",
            "Prenez-le avec un verre d’eau.",
        ),
        (
            "Take it with a glass of water, and do not lie down for an hour. " * 2,
            "Prenez-le debout. " * 18,
        ),
    ),
    good=(
        ("Take it.", "Prenez-le avec un grand verre d’eau."),
        (
            "Take it with a glass of water, and do not lie down for an hour. Call us if you feel unwell later.",
            "用一杯水服用，一小时内不要躺下。如果之后感觉不适，请致电我们。",
            "zh",
        ),
    ),
)
