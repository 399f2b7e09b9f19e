"""
Vale's style packages, read as they are: YAML files in, checks out, and what these find in a page.

A check is a frozen value of texts; its patterns are compiled once in each process. What is not read
(spelling, parts of speech, scripts, scores) is named in a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline import toml
from pipeline.errors import PipelineError
from pipeline.findings import Fix, Found, Level
from pipeline.housestyle.vale import (
    capitalization,
    conditional,
    consistency,
    document,
    existence,
    header,
    occurrence,
    patterns,
    repetition,
    scopes,
    substitution,
)
from pipeline.housestyle.vale.document import Document, Text
from pipeline.housestyle.vale.header import Header, Hit
from pipeline.housestyle.vale.ini import Chosen
from pipeline.housestyle.vale.scopes import Blocks
from pipeline.model import Origin, Passage, Source

_KINDS = {
    "capitalization": capitalization,
    "conditional": conditional,
    "consistency": consistency,
    "existence": existence,
    "occurrence": occurrence,
    "repetition": repetition,
    "substitution": substitution,
}
_UNREAD = {
    "spelling": "the pipeline checks spelling itself",
    "readability": "the pipeline measures reading levels itself",
    "metric": "the pipeline measures reading levels itself",
    "sequence": "it needs parts of speech",
    "script": "it is a program",
}
_SOUGHT = ("tokens", "raw", "swap", "either")
"""What a check looks for stands in one of these."""
_RANK: tuple[Level, ...] = ("note", "warning", "error")


@dataclass(frozen=True, slots=True)
class Check:
    """A check of Vale: what all have, its kind, and what is its kind's own."""

    header: Header
    kind: str
    body: Any


@dataclass(frozen=True, slots=True)
class Reading:
    """What files gave: checks, a line for each thing that is not read, and what is wrong."""

    checks: tuple[Check, ...] = ()
    notes: tuple[str, ...] = ()
    errors: tuple[PipelineError, ...] = ()


def read(
    sources: Iterable[tuple[Source, str]],
    levels: Mapping[str, Chosen] | None = None,
    accepted: Sequence[str] = (),
    least: Level = "note",
) -> Reading:
    """
    Give the checks in *sources*, each a file with its check's name: "Google.Acronyms".

    *levels* are the project's own, *accepted* the words that no check complains about, *least* the
    lowest level that is wanted.
    """
    checks: list[Check] = []
    notes: list[str] = []
    errors: list[PipelineError] = []
    for source, name in sources:
        chosen = (levels or {}).get(name)
        if chosen == "off":
            continue
        try:
            one, said = _read(source, name, None if chosen == "on" else chosen, accepted)
        except PipelineError as error:
            errors.append(error)
            continue
        notes += said
        if one and _RANK.index(one.header.level) >= _RANK.index(least):
            checks.append(one)
    return Reading(tuple(checks), tuple(notes), tuple(errors))


def run(checks: Sequence[Check], prose: Sequence[Passage]) -> Iterator[Found]:
    """
    Give what *checks* find in *prose*, each with its check's name before the message, and its level.

    A check whose pattern takes too long is switched off for the page, which is a finding at its file.
    """
    blocks = Blocks(prose)
    for check in checks:
        try:
            for hit in _KINDS[check.kind].find(
                check.body, check.header, blocks.of(check.header.scope)
            ):
                yield _found(hit, check.header.level)
        except patterns.TooSlowError:
            head = check.header
            place = Origin(head.path, ((0, head.line, 1),)).place
            message = (
                f"{head.name}: switched off for this page: one search with its pattern takes more "
                f"than {patterns.SECONDS} seconds"
            )
            yield Found(place, message, level="warning")


def vocabulary(
    accepted: Sequence[Text], rejected: Sequence[Text], path: str, levels: Mapping[str, Chosen]
) -> tuple[Check, ...]:
    """Give the checks of Vale's own style: words written as they are accepted, and none rejected."""
    made = Document(path)
    checks = []
    # What is no plain word is a pattern, and says for itself which cases it takes.
    words = [one for one in accepted if re.fullmatch(r"[\w -]+", one.text)]
    if words:
        pairs = [(Text(one.text.lower(), one.line), one) for one in words]
        pairs.sort(key=lambda pair: -len(pair[0].text))
        head = Header("Vale.Terms", path, "Use '%s' instead of '%s'.", "error")
        body = substitution.build(made, pairs, ignore_case=True, word=True)
        checks.append(Check(head, "substitution", body))
    if rejected:
        tokens = [one.text for one in rejected]
        pattern = patterns.alternatives(tokens, word=True, ignore_case=False)
        patterns.check(made, pattern, parts=rejected)
        head = Header("Vale.Avoid", path, "Avoid using '%s'.", "error")
        checks.append(Check(head, "existence", existence.Existence(pattern)))
    return tuple(_everywhere(one, levels) for one in checks if levels[one.header.name] != "off")


def _everywhere(check: Check, levels: Mapping[str, Chosen]) -> Check:
    """Put *check* at its level, in all text."""
    level = levels[check.header.name]
    own = next((one for one in header.LEVELS.values() if one == level), check.header.level)
    return replace(check, header=replace(check.header, level=own, scope=scopes.parse(())[0]))


def _read(
    source: Source, name: str, level: Level | None, accepted: Sequence[str]
) -> tuple[Check | None, list[str]]:
    one = document.read(source)
    kind = one.text("extends").lower()
    line = one.lines.get("extends", 1)
    if kind in _UNREAD:
        return None, [f'{source.path}:{line}: "{kind}" is not read: {_UNREAD[kind]}']
    if "." in kind:
        return None, [f"{source.path}:{line}: is not read: it extends another check"]
    head, unknown = header.read(one, name, level)
    if kind not in _KINDS:
        hint = toml.nearest(kind, _KINDS)
        raise one.error(f"unknown kind of check {toml.quote(kind)}", line, hint)
    notes = [
        f'{source.path}:{one.lines["scope"]}: the scope "{scope}" cannot be told here'
        for scope in unknown
    ]
    if not head.scope:
        return None, [f"{note}, so the check does not run" for note in notes]
    notes += [
        f"{source.path}:{one.lines[extra]}: the field {toml.quote(extra)} is not read"
        for extra in one.only(header.COMMON | _KINDS[kind].FIELDS)
    ]
    if undone := header.undone(head):
        line = one.lines["action"]
        notes.append(f"{source.path}:{line}: the action {toml.quote(undone)} proposes nothing here")
    body = _KINDS[kind].read(one, accepted)
    sought = [name for name in _SOUGHT if name in one.fields]
    if sought and not any(one.fields[name] for name in sought):
        line = one.lines[sought[0]]
        return None, [*notes, f"{source.path}:{line}: looks for nothing, so the check does not run"]
    return Check(head, kind, body), notes


def _found(hit: Hit, level: Level) -> Found:
    passage, start, end = hit.block.at(hit.start, hit.end)
    if hit.suggestions == ("",):
        # A word goes with the space behind it.
        end += passage.text[end : end + 1] == " " and (start == 0 or passage.text[start - 1] == " ")
    # Whoever wrote the pattern did not see this text.
    fix: Fix = "unsafe" if hit.suggestions else ""
    return Found.of(passage, start, end, hit.message, *hit.suggestions, fix=fix, level=level)
