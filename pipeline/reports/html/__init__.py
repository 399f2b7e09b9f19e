"""
The report as one page for a browser: the gate first, then each version's measures, and its text with marks.

It needs no network and no script; what an article says reaches the template as values and is escaped,
and the page's own policy lets nothing run. The same report and the same history give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline import __version__, locales
from pipeline.errors import PipelineError
from pipeline.findings import LEVELS
from pipeline.history import Row, Run
from pipeline.reports.html import pieces, trend
from pipeline.reports.html.cards import Card, count, deal
from pipeline.reports.html.measures import Measure, measures, plural
from pipeline.reports.html.pieces import Stretch
from pipeline.results import Name, Report, Result, Shown, Side, Verdict

_LANGUAGE = "en"
"""The report's own words."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SLUG = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A card, with the language of what it quotes; *marked*, if its mark stands in the text."""

    card: Card
    locale: str
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the text in stretches, its source beside it, and the cards of both."""

    shown: Shown
    own: tuple[Stretch, ...]
    source: tuple[Stretch, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """All that the page says of one version; *left* are findings that have no card."""

    id: str
    result: Result
    verdict: Verdict
    measures: tuple[Measure, ...]
    blocks: tuple[Block, ...]
    aside: tuple[Entry, ...] = ()
    left: int = 0

    @property
    def language(self) -> str:
        """The name of its language in English."""
        return _language_name(self.result.locale)

    @property
    def status(self) -> str:
        """Say what becomes of it: "passes", "held" or "draft"."""
        if self.verdict.draft:
            return "draft"
        return "passes" if self.verdict.passes else "held"

    @property
    def told(self) -> str:
        """Say so in words."""
        return (
            "draft, would be held" if self.verdict.draft and self.verdict.reasons else self.status
        )

    @property
    def omitted(self) -> Mapping[str, int]:
        """Give what the reading level leaves out, in words; all abbreviations as one."""
        found: Counter[str] = Counter()
        for name, number in self.result.score.omitted:
            found["abbreviation" if name.startswith("abbreviation ") else name] += number
        return dict(found.most_common())

    @property
    def counts(self) -> str:
        """Say how many findings of which level it has."""
        levels = [finding.level for finding in self.result.findings]
        told = (plural(levels.count(level), level) for level in LEVELS if level in levels)
        return ", ".join(told) or "no findings"


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says besides results: the project's *name*, its last *runs*, or why there are none."""

    name: str = ""
    runs: Sequence[Run] = ()
    note: str = ""


_NOTHING = Told()


def render(
    report: Report,
    verdicts: Sequence[Verdict],
    errors: Sequence[PipelineError] = (),
    told: Told = _NOTHING,
) -> str:
    """Give *report* as a page; the results hold texts if they were asked for."""
    by_version = {(verdict.article, verdict.locale): verdict for verdict in verdicts}
    views = list(_views(report.results, by_version, trend.before(told.runs)))
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = (
        _environment()
        .get_template("report.html")
        .render(
            told=told,
            errors=errors,
            views=views,
            held=[view for view in views if view.status == "held"],
            drafts=[view for view in views if view.status == "draft"],
            doubted=[view for view in views if view.verdict.doubts],
            trend=trend.trend(told.runs),
            size=(trend.WIDTH, trend.HEIGHT),
            style=Markup(style),  # noqa: S704 - our own file
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
            "base-uri 'none'; form-action 'none'",
            version=__version__,
            language=_language,
            language_name=_language_name,
            plural=plural,
        )
    )
    # No character that HTML forbids; an article may hold any.
    return _CONTROLS.sub(lambda match: f"\\x{ord(match[0]):02x}", page)


def _views(
    results: tuple[Result, ...],
    verdicts: Mapping[tuple[str, str], Verdict],
    before: Mapping[tuple[str, str], Row],
) -> Iterator[View]:
    taken: set[str] = set()
    for result, cards in zip(results, deal(results), strict=True):
        key = result.article, result.locale
        verdict = verdicts[key]
        blocks, aside = _blocks(result, cards, verdict.limits.grade)
        yield View(
            _id(result, taken),
            result,
            verdict,
            tuple(measures(result, verdict, before.get(key))),
            blocks,
            aside,
            max(count(result) - len(cards), 0),
        )


@dataclass(slots=True)
class _Shelf:
    """The cards that have not found their block yet."""

    cards: dict[Name, Card]
    found: list[Entry] = field(default_factory=list)

    def take(self, side: Side) -> frozenset[Name]:
        """Take those that are marked in *side*; give their names."""
        names = dict.fromkeys(mark.name for mark in side.marks if mark.name in self.cards)
        self.found += [Entry(self.cards.pop(name), side.locale) for name in names]
        return frozenset(names)


def _blocks(
    result: Result, cards: Mapping[Name, Card], limit: float | None
) -> tuple[tuple[Block, ...], tuple[Entry, ...]]:
    """Give the blocks of a version with their cards, and the cards of what is marked nowhere."""
    left = dict(cards)
    blocks = []
    for shown in result.texts:
        shelf = _Shelf(left)
        anchors = shelf.take(shown.own)
        own = pieces.cut(shown.own, cards, limit, anchors)
        source: tuple[Stretch, ...] = ()
        if shown.source:
            source = pieces.cut(shown.source, cards, limit, shelf.take(shown.source))
        blocks.append(Block(shown, own, source, tuple(shelf.found)))
    aside = tuple(Entry(card, result.locale, marked=False) for card in left.values())
    return tuple(blocks), aside


def _id(result: Result, taken: set[str]) -> str:
    """Name a version for links to it, unlike all others."""
    base = name = _SLUG.sub("-", f"{result.article}.{result.locale}")
    number = 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return f"v-{name}"


@lru_cache(maxsize=256)
def _language(tag: str) -> Markup:
    """Give the attributes of an element in another language; a tag that nobody knows names none."""
    if locales.language(tag) == _LANGUAGE:
        return Markup("") if tag == _LANGUAGE else Markup(' lang="{}"').format(tag)
    try:
        return Markup(' lang="{}" dir="{}"').format(locales.parse(tag), locales.direction(tag))
    except PipelineError:
        return Markup(' dir="auto"')


def _language_name(tag: str) -> str:
    try:
        return locales.name(tag, _LANGUAGE)
    except PipelineError:
        return tag


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("pipeline.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _style() -> str:
    environment = _environment()
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, "report.css")
    return source
