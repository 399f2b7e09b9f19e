"""
What workers do: the only bridge from bytes to the core. A job takes and gives plain values.

Those that make pages are in `rendering`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from pipeline import (
    alternates,
    article,
    check,
    coverage,
    dictionaries,
    dom,
    gate,
    kinds,
    locales,
    morphemes,
    page,
    po,
    readability,
    rendering,
    shown,
    site,
    spelling,
    suppression,
    visible,
    walk,
    wordlists,
)
from pipeline.deadline import deadline
from pipeline.dictionaries import Setup
from pipeline.errors import PipelineError
from pipeline.findings import Finding, Speller
from pipeline.housestyle import Style
from pipeline.identifier import Identifier
from pipeline.model import (
    Message,
    Origin,
    Passage,
    Run,
    Segment,
    Source,
    Version,
)
from pipeline.prose import passages
from pipeline.readability import second_opinion
from pipeline.rendering import Pair, outline, part, read_catalog, render
from pipeline.results import Drift, Result, Score, Shown

__all__ = [
    "Checked",
    "Context",
    "File",
    "Pair",
    "check_file",
    "check_texts",
    "check_version",
    "outline",
    "part",
    "read_catalog",
    "render",
]


@dataclass(frozen=True, slots=True)
class File:
    """A catalog or a page that is checked by itself, in *locale* or in the one it names."""

    source: Source
    locale: str | None
    page: bool

    @property
    def path(self) -> str:
        """Where it stands."""
        return self.source.path


@dataclass(frozen=True, slots=True)
class Context(rendering.Context):
    """What all versions of a run share that are checked, too."""

    setup: Setup = field(default_factory=Setup)
    """Where the dictionaries are."""
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The project's own words, by language."""
    style: Style | None = None
    """The project's own terms, and its checks of Vale."""
    opinion: bool = False
    """Are textstat's metrics asked for, too."""
    texts: bool = False
    """Is a report to show what the versions say."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A version, and what was measured in it."""

    version: Version
    result: Result
    asked: tuple[site.Row, ...] = ()
    """What its page says of other articles comes from these, and from no others."""


def check_version(pair: Pair, context: Context) -> Checked:
    """Give the article in the pair's locale with everything that the rules find in it."""
    one, locale = pair.article, pair.locale
    version = render(pair, context)
    with deadline(context.settings.limits.deadline, one.path):
        published = site.Asked(context.published)
        html = page.render(version, context.site, published, context.interface[locale])
        source = _prose(_source_run(run.segment, one.locale) for run in version.runs)
        subjects = replace(
            _subjects(version, source, context),
            dom=dom.parse(html, one.path),
            doubts=tuple(po.doubts(read_catalog(pair))) if pair.catalog else (),
        )
        result = _result(one.name, locale, subjects, context)
        limit = one.meta["grade"].value if "grade" in one.meta else None
        result = replace(
            result,
            draft=one.draft,
            limit=float(limit) if isinstance(limit, int | float) else None,
            drift=None if locale == one.locale else _drift(source, result.score, pair, context),
        )
    return Checked(version, result, published.rows())


def check_texts(version: Version, context: Context) -> tuple[Finding, ...]:
    """Give what the rules find in the prose and the translations of *version*, without its page."""
    one, locale = version.article, version.locale
    with deadline(context.settings.limits.deadline, one.path):
        source = _prose(_source_run(run.segment, one.locale) for run in version.runs)
        subjects = _judged(_subjects(version, source, context), locale, context)
        return check.check(subjects, one.name, locale, context.settings.rules).findings


def _subjects(version: Version, source: Sequence[Passage], context: Context) -> check.Subjects:
    """Give what the rules look at in *version* but its page; *source* is what it is translated from."""
    one, locale = version.article, version.locale
    return check.Subjects(
        prose=_prose(run for run in version.runs if run.state in ("source", "translated")),
        runs=version.runs,
        removed=version.removed,
        article=one,
        speller=_speller(context, locale, one.locale, source, wordlists.of_article(one)),
        locale=locale,
        source=one.locale,
        suppressions=suppression.of_version(version),
    )


def check_file(file: File, context: Context) -> Result:
    """Give what the rules find in a catalog or a page that stands by itself."""
    with deadline(context.settings.limits.deadline, file.source.path):
        return _check_page(file, context) if file.page else _check_catalog(file, context)


def _check_catalog(file: File, context: Context) -> Result:
    source, settings = file.source, context.settings
    catalog = po.load(source.data, source.path)
    locale = file.locale or catalog.locale or settings.source
    runs = tuple(
        walk.look_up(_segment(message, source.path), message, settings.source, locale)
        for message in catalog.messages
        # What is an address is no text.
        if not message.obsolete and message.context != kinds.ADDRESS
    )
    prose = _prose(run for run in runs if run.state in ("source", "translated"))
    asked = _prose(_source_run(run.segment, settings.source) for run in runs)
    speller = _speller(context, locale, settings.source, asked)
    subjects = check.Subjects(
        prose,
        runs,
        doubts=tuple(po.doubts(catalog)),
        speller=speller,
        locale=locale,
        source=settings.source,
        suppressions=suppression.of_runs(runs),
    )
    result = _result(source.path, locale, subjects, context)
    return replace(result, translations=tuple(run for run in runs if run.state == "translated"))


def _check_page(file: File, context: Context) -> Result:
    source = file.source
    parsed = dom.parse(article.decode(source.data, source.path), source.path)
    locale = file.locale or _named_locale(parsed) or context.settings.source
    prose = visible.passages(parsed, locale)
    subjects = check.Subjects(
        prose, dom=parsed, speller=_speller(context, locale, locale, ()), locale=locale
    )
    result = _result(source.path, locale, subjects, context)
    return replace(result, alternates=alternates.read(parsed, locale))


def _result(name: str, locale: str, subjects: check.Subjects, context: Context) -> Result:
    unchecked = dictionaries.reason(locale, context.setup)
    subjects = _judged(subjects, locale, context)
    checked = check.check(subjects, name, locale, context.settings.rules)
    tagger = morphemes.tagger() if locales.language(locale) == "ja" else None
    scale = _scale(context, locale)
    text = readability.measure(subjects.prose, locale, scale=scale, tagger=tagger)
    lexicon = dictionaries.load(locale, context.setup)
    asked = context.opinion and locales.language(locale) == "en"
    return Result(
        article=name,
        locale=locale,
        score=readability.rate(text),
        advice=readability.advise(
            text,
            frequency=lexicon.zipf if lexicon and lexicon.frequencies.common else None,
            known=context.words.get(locales.language(locale), frozenset()),
            beside=readability.beside(subjects.runs, context.settings.source),
        ),
        opinion=second_opinion.opinion(text.lines) if asked else (),
        misspellings=sum(gate.is_misspelling(finding) for finding in checked.findings),
        unchecked=unchecked,
        coverage=coverage.coverage(subjects.runs),
        findings=checked.findings,
        unavailable=check.unavailable(locale, context.settings.rules),
        suppressed=checked.suppressed,
        texts=_texts(subjects, text, checked) if context.texts else (),
    )


def _judged(subjects: check.Subjects, locale: str, context: Context) -> check.Subjects:
    """Give *subjects* with what they are judged by."""
    unchecked = dictionaries.reason(locale, context.setup)
    blind = frozenset({gate.SPELLING} if unchecked else ())
    return replace(subjects, identifier=Identifier(), blind=blind, style=context.style)


def _texts(
    subjects: check.Subjects, text: readability.Text, checked: suppression.Split
) -> tuple[Shown, ...]:
    found = (*checked.findings, *(one.finding for one in checked.suppressed))
    source = subjects.source or subjects.locale
    return shown.blocks(subjects.runs, subjects.prose, text, found, source=source)


def _drift(source: Sequence[Passage], score: Score, pair: Pair, context: Context) -> Drift | None:
    """Say how much harder a translation reads than its source, which is measured once more."""
    origin = pair.article.locale
    text = readability.measure(source, origin, scale=_scale(context, origin))
    error = context.settings.thresholds_for(pair.locale).drift
    return readability.drift(readability.rate(text), score, pair.locale, error=error)


def _scale(context: Context, locale: str) -> tuple[float, float] | None:
    return context.settings.scales.get(locales.language(locale))


def _speller(
    context: Context,
    locale: str,
    source: str,
    source_prose: Sequence[Passage],
    own: frozenset[str] = frozenset(),
) -> Speller:
    return spelling.Judge(
        locale,
        partial(dictionaries.load, setup=context.setup),
        source=source,
        source_prose=source_prose,
        project=own | context.words.get(locales.language(locale), frozenset()),
        siblings=context.settings.locales,
    )


def _prose(runs: Iterable[Run]) -> tuple[Passage, ...]:
    return tuple(passage for run in runs for passage in passages.passages(run))


def _source_run(segment: Segment, locale: str) -> Run:
    return Run(segment, segment.id, locale, "source", segment.origin)


def _segment(message: Message, path: str) -> Segment:
    """A message as a segment: its first note says what it is, if the template is one of ours."""
    kind = message.notes[0] if message.notes else "paragraph"
    return Segment(message.id, kind, message.origin or Origin(path), message.context)


def _named_locale(parsed: dom.Dom) -> str:
    """The language that a page says it is in; one that does not exist is for a rule to find."""
    pages = parsed.named("html")
    named = pages[0].language if pages else ""
    try:
        return locales.parse(named) if named else ""
    except PipelineError:
        return ""
