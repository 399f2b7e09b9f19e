"""Parts what is reported from what is let be, and says of each wish whether it was of use."""

from __future__ import annotations

import difflib
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.findings import Finding
from pipeline.model import Place, Run
from pipeline.results import Suppressed
from pipeline.suppression.reading import Suppression


@dataclass(frozen=True, slots=True)
class Split:
    """What is reported, what is not, and the names of rules by which each suppression silenced some."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    used: frozenset[tuple[Suppression, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Ignore:
    """
    One rule's name in a suppression, and what came of it.

    *idle* says that its rules ran here and nothing was silenced. A name that is not *known* has the
    nearest one in *near*.
    """

    place: Place
    name: str
    reason: str = ""
    idle: bool = False
    known: bool = True
    near: str = ""


def split(
    findings: Iterable[Finding], suppressions: Sequence[Suppression], runs: Sequence[Run] = ()
) -> Split:
    """
    Part *findings* by *suppressions*; together, both parts are all of them.

    One that stands in several places is let be where somebody says so, and reported at the next. A
    finding in a catalog stands also in the block of the article that its message, one of those of
    *runs*, translates; and one in the article, in a message.
    """
    if not suppressions:
        return Split(tuple(findings))
    lookup = _Lookup(runs)
    kept: list[Finding] = []
    silenced: list[Suppressed] = []
    used: set[tuple[Suppression, str]] = set()
    for finding in findings:
        left: list[Place] = []
        meant = [one for one in suppressions if one.names(finding.rule)]
        for place in (finding.place, *finding.others):
            places = lookup.places(place) if meant else ()
            hits = [one for one in meant if _covers(one, places)]
            used |= {(one, one.names(finding.rule)) for one in hits}
            if hits:
                # Of two the one that says why, and the nearer.
                best = min(hits, key=lambda one: (not one.reason, one.last - one.first, one.place))
                silenced.append(Suppressed(_moved(finding, (place,)), best.reason, best.place))
            else:
                left.append(place)
        if left:
            kept.append(_moved(finding, left))
    return Split(tuple(kept), tuple(silenced), frozenset(used))


def judge(
    suppressions: Sequence[Suppression],
    used: Collection[tuple[Suppression, str]],
    ran: Collection[str],
    rules: Collection[str],
) -> Iterator[Ignore]:
    """
    Give each name of a rule in *suppressions* that are written in this version, with its use.

    *ran* are the rules that could find something here, *rules* all that there are. What an article
    says of a rule for catalogs is never idle: the source version cannot tell.
    """
    known = {*rules, *(rule.partition("/")[0] for rule in rules)}
    for one in suppressions:
        if one.inherited:
            continue
        if one.near or not one.rules:
            yield Ignore(one.place, "", one.reason, known=False, near=one.near)
        for name in one.rules:
            meant = [rule for rule in ran if rule == name or rule.startswith(f"{name}/")]
            works = (one, name) in used
            near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.4)
            yield Ignore(
                one.place,
                name,
                one.reason,
                idle=bool(meant) and not works,
                known=works or name in known,
                near="".join(near),
            )


def _moved(finding: Finding, places: Sequence[Place]) -> Finding:
    """Give *finding* as it is for some of its places."""
    first, *others = places
    end = finding.end
    if end and first != finding.place:
        length = end.column - finding.place.column
        end = replace(first, column=first.column + length)
    return replace(finding, place=first, end=end, others=tuple(others))


def _covers(one: Suppression, places: Iterable[Place]) -> bool:
    return one.whole or any(
        place.path == one.place.path and one.first <= place.line <= one.last for place in places
    )


@dataclass(slots=True)
class _Lookup:
    """Finds the message that stands at a place of a catalog, and the block that it translates."""

    runs: Sequence[Run]
    _messages: list[tuple[Place, Place]] = field(init=False)
    _blocks: dict[Place, list[Place]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        pairs = [
            (run.message.origin.place, run.segment.origin.place)
            for run in self.runs
            if run.message and run.message.origin
        ]
        self._messages = sorted(pairs)
        for message, block in pairs:
            self._blocks.setdefault(block, []).append(message)

    def places(self, place: Place) -> list[Place]:
        """Give *place*, and where it stands on the other side."""
        found = [place, *self._blocks.get(place, ())]
        index = bisect_right(self._messages, place.line, key=lambda pair: pair[0].line)
        if index and self._messages[index - 1][0].path == place.path:
            line = self._messages[index - 1][0].line
            while index and self._messages[index - 1][0].line == line:
                index -= 1
                found.append(self._messages[index][1])
        return found
