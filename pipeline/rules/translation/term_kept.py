"""translation/term-kept"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.housestyle import Style, inflection, matching
from pipeline.housestyle.terms import Term
from pipeline.model import Passage, Run
from pipeline.prose import passages
from pipeline.prose.words import language


def check(runs: Sequence[Run], *, style: Style | None, source: str) -> Iterator[Found]:
    """
    A translation keeps the names that the project does not translate.

    Why: a drug, an authority or a product is found by its name, and under another one it is another thing.
    Fix: write the name as the source does; an ending may follow it. The names are `keep` in the project's
    terms file (see docs/house-style.md).
    """
    kept = style.terms.keep if style else ()
    known = matching.index(kept, "")
    for run in runs if kept else ():
        if run.state != "translated" or run.text == run.segment.id:
            continue
        asked = passages.segment_passages(run.segment, source or "en")
        for term in dict.fromkeys(_terms(asked, known)):
            if not inflection.keeps(run.text, term, run.locale):
                yield _found(run, term.written)


def _terms(asked: Sequence[Passage], known: matching.Index) -> Iterator[Term]:
    for passage in asked:
        # In a text that is all capitals, "WHO" may be a pronoun.
        shouting = passage.text == passage.text.upper()
        for hit in matching.find(known, passage.text):
            if not (shouting and " " in passage.text.strip()):
                yield hit.term


def _found(run: Run, written: str) -> Found:
    message = f'"{written}" stays as it is in every language'
    for passage in passages.passages(run):
        start = passage.text.casefold().find(written.casefold())
        if start >= 0 and language(passage.locale) == language(run.locale):
            end = start + len(written)
            around = passage.text[max(start - 1, 0) : start] + passage.text[end : end + 1]
            if not any(letter.isalnum() for letter in around):
                return Found.of(passage, start, end, message, written, fix="unsafe")
    return Found(run.origin.at(0), f"{message}, and is missing here", text=written)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("Ketalar helps.", "La kétamine aide."),
        ("The WHO says so.", "L’OMS le dit."),
        ("The WHO says so.", "Das sagt die Who.", "de"),
    ),
    good=(
        ("Ketalar helps.", "Ketalar aide."),
        ("The dose of Ketalar is small.", "Ketalars Dosis ist klein.", "de"),
        ("Who says so?", "Qui le dit ?"),
        ("Read [the page](ketalar.md).", "Lisez [la page](ketalar.md)."),
    ),
)
