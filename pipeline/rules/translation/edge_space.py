"""translation/edge-space"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import beside
from pipeline.findings import Found, Rule
from pipeline.model import Run


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    A translation begins and ends with the white space of its source.

    Why: a space that is lost glues two words together where texts are joined, and one too many is seen
    in front of a line. Line breaks at the ends are `catalog/doubt`'s.
    Fix: `pipeline check --fix` writes the source's white space.
    """
    for run in beside.translated(runs):
        source, text = run.segment.id, run.text
        if "\n" in source[:1] + source[-1:] + text[:1] + text[-1:] or not source.strip():
            continue
        before, after = _edges(source), _edges(text)
        if before[0] != after[0]:
            start = len(after[0])
            yield beside.found(
                run,
                0,
                start + 1,
                f"the source begins with {_shown(before[0])}, this with {_shown(after[0])}",
                before[0] + text[start],
                fix="safe",
            )
        if before[1] != after[1]:
            end = len(text) - len(after[1])
            yield beside.found(
                run,
                end - 1,
                len(text),
                f"the source ends in {_shown(before[1])}, this in {_shown(after[1])}",
                text[end - 1] + before[1],
                fix="safe",
            )


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _shown(space: str) -> str:
    if not space:
        return "none"
    return (
        "a space"
        if space == " "
        else f"{len(space)} spaces"
        if set(space) == {" "}
        else repr(space)
    )


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("Take it.", " Prenez-le."),
        ("Take it. ", "Prenez-le."),
        ("Take it.", "Prenez-le. "),
    ),
    good=(
        ("Take it.", "Prenez-le."),
        (" and ", " et "),
    ),
)
