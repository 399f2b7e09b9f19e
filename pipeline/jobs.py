"""What workers do: the only bridge from bytes to the core. A job takes and gives plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline import (
    article,
    check,
    coverage,
    dictionaries,
    dom,
    interface,
    locales,
    merge,
    page,
    po,
    readability,
    spelling,
    template,
    visible,
    walk,
)
from pipeline.deadline import deadline
from pipeline.errors import CatalogError, PipelineError
from pipeline.gate import SPELLING
from pipeline.interface import Words
from pipeline.model import (
    Article,
    Catalog,
    Message,
    Origin,
    Passage,
    Run,
    Segment,
    Source,
    Speller,
    Version,
)
from pipeline.page import Published, Site
from pipeline.prose import passages
from pipeline.results import Result
from pipeline.settings import Config


@dataclass(frozen=True, slots=True)
class Pair:
    """An article, a locale, and the catalog between them, where there is one."""

    article: Article
    locale: str
    catalog: Source | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A catalog or a page that is checked by itself, in *locale* or in the one it names."""

    source: Source
    locale: str | None
    page: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What all versions of a run share."""

    settings: Config
    site: Site
    published: Mapping[str, Published] = field(default_factory=dict)
    interface: Mapping[str, Words] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The project's own words, by locale."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A version, and what was measured in it."""

    version: Version
    result: Result


def extract(one: Article, settings: Config) -> bytes:
    """Give the article's template."""
    with deadline(settings.limits.deadline, one.path):
        return po.dump(_template(one, settings))


def update(pair: Pair, settings: Config) -> bytes | None:
    """Give the catalog brought up to its article, or None where it already says the same."""
    with deadline(settings.limits.deadline, pair.article.path):
        old = _catalog(pair)
        new = merge.merge(old, _template(pair.article, settings))
        return po.dump(new) if pair.catalog is None or new != old else None


def render(pair: Pair, context: Context) -> Version:
    """Give the article in the pair's locale."""
    settings = context.settings
    with deadline(settings.limits.deadline, pair.article.path):
        words = context.interface[pair.locale]
        return walk.render(
            pair.article,
            pair.locale,
            _catalog(pair),
            back_link=_back_link(words),
            reading=settings.reading,
        )


def check_version(pair: Pair, context: Context) -> Checked:
    """Give the article in the pair's locale with everything that the rules find in it."""
    one, locale = pair.article, pair.locale
    version = render(pair, context)
    with deadline(context.settings.limits.deadline, one.path):
        html = page.render(version, context.site, context.published, context.interface[locale])
        prose = _prose(run for run in version.runs if run.state in ("source", "translated"))
        source = _prose(_source_run(run.segment, one.locale) for run in version.runs)
        subjects = check.Subjects(
            prose=prose,
            runs=version.runs,
            dom=dom.parse(html, one.path),
            speller=_speller(context, locale, one.locale, source),
        )
        result = _result(one.name, locale, subjects, context)
    return Checked(version, replace(result, draft=one.draft))


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
        if not message.obsolete
    )
    prose = _prose(run for run in runs if run.state in ("source", "translated"))
    asked = _prose(_source_run(run.segment, settings.source) for run in runs)
    speller = _speller(context, locale, settings.source, asked)
    return _result(source.path, locale, check.Subjects(prose, runs, speller=speller), context)


def _check_page(file: File, context: Context) -> Result:
    source = file.source
    parsed = dom.parse(article.decode(source.data, source.path), source.path)
    locale = file.locale or _named_locale(parsed) or context.settings.source
    prose = visible.passages(parsed, locale)
    subjects = check.Subjects(prose, dom=parsed, speller=_speller(context, locale, locale, ()))
    return _result(source.path, locale, subjects, context)


def _result(name: str, locale: str, subjects: check.Subjects, context: Context) -> Result:
    findings = check.check(subjects, name, locale, context.settings.rules)
    return Result(
        article=name,
        locale=locale,
        score=readability.score(subjects.prose, locale),
        misspellings=sum(finding.rule == SPELLING for finding in findings),
        unchecked=dictionaries.reason(locale),
        coverage=coverage.coverage(subjects.runs),
        findings=findings,
    )


def _speller(
    context: Context, locale: str, source: str, source_prose: Sequence[Passage]
) -> Speller:
    return spelling.Judge(
        locale,
        dictionaries.load,
        source=source,
        source_prose=source_prose,
        project=context.words.get(locale, frozenset()),
    )


def _catalog(pair: Pair) -> Catalog:
    if pair.catalog is None:
        return Catalog(pair.locale)
    catalog = po.load(pair.catalog.data, pair.catalog.path)
    if catalog.locale and locales.language(catalog.locale) != locales.language(pair.locale):
        message = (
            f'is in "{catalog.locale}" by its header, and stands in the folder of "{pair.locale}"'
        )
        hint = "put it where it belongs, or correct the Language field"
        raise CatalogError(message, path=pair.catalog.path, hint=hint)
    return catalog


def _template(one: Article, settings: Config) -> Catalog:
    segments = walk.extract(one, settings.reading).segments
    project = settings.name or settings.root.resolve().name
    return template.template(segments, project=project, lines=settings.catalogs.lines)


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
    pages = parsed.select("html")
    named = parsed.language(pages[0]) if pages else ""
    try:
        return locales.parse(named) if named else ""
    except PipelineError:
        return ""


def _back_link(words: Words) -> str:
    """The title of a footnote's arrow, as Python-Markdown wants it: braces for the number."""
    text = words.plain(interface.BACK_TO_TEXT, number="\0")
    return text.replace("{", "{{").replace("}", "}}").replace("\0", "{}")
