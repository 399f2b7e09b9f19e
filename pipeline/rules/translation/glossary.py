"""translation/glossary"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.housestyle import Style, inflection, matching
from pipeline.housestyle.matching import Hit, Index
from pipeline.housestyle.terms import Term
from pipeline.model import Origin, Passage, Run
from pipeline.prose import passages
from pipeline.prose.words import language


def check(runs: Sequence[Run], *, style: Style | None, source: str) -> Iterator[Found]:
    """
    A translation uses the glossary's word for each of the glossary's terms.

    Why: a reader who meets two words for one thing looks for the difference.
    Fix: use the glossary's word, in any form. Where several will do, list them all in the project's terms
    file (see docs/house-style.md); a form that is not recognised can be a pattern: `"/forme?s/"`.
    """
    if style is None:
        return
    known: dict[str, Index] = {}
    try:
        for run in runs:
            if run.state != "translated" or run.text == run.segment.id:
                continue
            if run.locale not in known:
                entries = style.terms.glossary_of(run.locale)
                known[run.locale] = matching.index(entries, language(source or "en"))
            yield from _of(run, known[run.locale], source or "en")
    except matching.TooSlowError as error:
        place = Origin(style.terms.path, ((0, error.term.line or 1, 1),)).place
        message = f"the pattern {error.term.written} takes too long: nothing more is looked for"
        yield Found(place, message, text=error.term.written)


def _of(run: Run, known: Index, source: str) -> Iterator[Found]:
    asked = {
        hit.term: None
        for passage in passages.segment_passages(run.segment, source)
        for hit in matching.find(known, passage.text)
        if not _placeholder(hit, passage)
    }
    shown = passages.passages(run) if asked else ()
    for term in asked:
        if not any(inflection.uses(one.text, term.wanted, run.locale) for one in shown):
            yield _found(run, term)


def _placeholder(hit: Hit, passage: Passage) -> bool:
    """Say whether small letters stand there as capitals, alone in their text: "open FILE"."""
    text = passage.text[hit.start : hit.end]
    return text == text.upper() != hit.term.written and passage.text != passage.text.upper()


def _found(run: Run, term: Term) -> Found:
    wanted = " or ".join(f'"{one}"' for one in term.wanted)
    message = f'"{term.written}" is {wanted} in the glossary, which is not used here'
    return Found(run.origin.at(0), message, text=term.written)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("Depression is common.", "La tristesse est courante."),
        ("The ward is closed.", "Der Raum ist zu.", "de"),
        ("The side effects pass.", "影響はなくなります。", "ja"),
    ),
    good=(
        ("Depression is common.", "La dépression est courante."),
        ("Depressions are common.", "Les états dépressifs sont courants."),
        ("The wards are closed.", "Die Stationen sind zu.", "de"),
        ("The ward is closed.", "Die Bettenstation ist zu.", "de"),
        ("A side effect is rare.", "副作用はまれです。", "ja"),
        ("Run `ward` first.", "Starten Sie zuerst das Programm.", "de"),
    ),
)
