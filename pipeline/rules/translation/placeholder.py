"""translation/placeholder"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Found, Rule, Run
from pipeline.prose import skeleton
from pipeline.prose.skeleton import Part

_ADDRESSES = frozenset({"link target", "image", "address"})
# A translator may set more in code than the source does, and say in words what an address says; an
# attribute list that only names a class may go where its words go.
_MAY_COME = frozenset({"code"})
_MAY_GO = frozenset({"attribute list"})


def check(run: Run) -> Iterator[Found]:
    """
    A translation keeps the code, links, marks, tags and placeholders of its source, and adds none.

    Why: a lost backtick or link target breaks the page or sends a reader nowhere; most are machine damage.
    Fix: copy the piece from the msgid as it is. Their order is free, `/en/` may become `/fr/`, a Wikipedia
    may be that of another language, and tags that name a language or a direction may come and go.
    """
    if run.state != "translated":
        return
    source = skeleton.parts(run.segment.id, printf=_formats(run))
    translation = skeleton.parts(run.text, printf=_formats(run))
    lost, added = _compare(source, translation, run.locale)
    broken = _fresh(skeleton.broken_links(run.text), skeleton.broken_links(run.segment.id))
    for part in broken:
        # What stands beside it is the lost target; one damage is one finding.
        lost = [each for each in lost if not (each.kind in _ADDRESSES and each.text in run.text)]
        yield _found(run, part, f"`{part.text}` breaks the markup of a link")
    for part in _fresh(skeleton.stray_markers(run.text), skeleton.stray_markers(run.segment.id)):
        if part.text[0] in run.segment.id:
            yield _found(run, part, f"`{part.text}` is shown as it is written: its pair is missing")
    for part in lost:
        message = f"{part.kind} {_quoted(part)} of the source is missing"
        yield Found(run.origin.place, message, text=part.text)
    for part in added:
        yield _found(run, part, f"{part.kind} {_quoted(part)} is not in the source")


def _formats(run: Run) -> bool:
    """Say whether the catalog marks the message as a format string, in which `%s` is a placeholder."""
    flags = run.message.flags if run.message else ()
    return any(flag.endswith("-format") and not flag.startswith("no-") for flag in flags)


def _compare(
    source: Sequence[Part], translation: Sequence[Part], locale: str
) -> tuple[list[Part], list[Part]]:
    """Give the parts that only one of the two has, whatever their order."""
    added = list(translation)
    lost = [part for part in source if not _take(part, added, locale)]
    lost = [part for part in lost if part.kind not in _MAY_GO and not _elsewhere(part, translation)]
    added = [part for part in added if part.kind not in _MAY_COME and not _elsewhere(part, source)]
    return lost, added


def _take(part: Part, others: list[Part], locale: str) -> bool:
    """Take the fellow of *part* out of *others*, the very same before one in another language."""
    same = [other for other in others if other.kind == part.kind]
    alike = [other for other in same if other.text == part.text]
    if not alike and part.kind in _ADDRESSES:
        alike = [other for other in same if skeleton.same_address(part.text, other.text, locale)]
    if alike:
        others.remove(alike[0])
    return bool(alike)


def _elsewhere(part: Part, others: Sequence[Part]) -> bool:
    """Say whether a bare address stands on the other side too, as a link or as often as it likes."""
    return part.kind == "address" and any(
        other.kind in _ADDRESSES and other.text == part.text for other in others
    )


def _fresh(translation: Sequence[Part], source: Sequence[Part]) -> Sequence[Part]:
    """Give what is wrong in the translation, unless the source has the like."""
    known = {part.text[0] for part in source}
    return [part for part in translation if part.text[0] not in known]


def _quoted(part: Part) -> str:
    return f"`{part.text}`" if part.kind == "code" else part.text


def _found(run: Run, part: Part, message: str) -> Found:
    return Found(run.origin.at(part.start), message, text=part.text)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("Run `make` first.", "Lancez « make » d’abord."),
        ("See [the guide](guide.md).", "Voir le guide."),
        ("See [the guide](guide.md).", r"Voir \[le guide\] (guide.md)."),
        ("See [the guide](guide.md).", "Voir [le guide] (guide.md)."),
        ("See [the guide](guide.md).", "Voir [le guide](guide.fr.html)."),
        ("It helps.[^1]", "Cela aide."),
        ("See [the guide][g].", "Voir [le guide][guide]."),
        ("Press <kbd>Enter</kbd>.", "Appuyez sur <kbd>Entrée."),
        ("Hello {name}.", "Bonjour {nom}."),
        ("A **new** dose.", "Une ** nouvelle** dose."),
        ("Run `make` first.", "Lancez `make d’abord."),
        ("![A map](map.png)", "![Une carte](carte.png)"),
        ("Call us.", "Appelez-nous : https://example.org/."),
        ("A new dose.", "Une *nouvelle*{: #x } dose."),
    ),
    good=(
        ("Run `make`, then `make test`.", "Lancez `make test` après `make`."),
        ("See [the guide](/en/guide.md).", "Voir [le guide](/fr/guide.md)."),
        (
            "See [it](https://en.wikipedia.org/wiki/Sleep).",
            "Voir [ici](https://fr.wikipedia.org/wiki/Sommeil).",
        ),
        ("It helps.[^1] A **new** dose.", "Cela aide[^1]. Une nouvelle dose."),
        ("The word.", 'Le mot <i lang="en">word</i>.'),
        ("About 50% do so.", "Environ 50 % de la population."),
        ("Run the tests.", "Lancez `make test`."),
        ("Take 2 * 3 drops.", "Prenez 2 * 3 gouttes."),
    ),
)
