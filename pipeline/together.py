"""
What only shows when all of a run is seen together.

Links, pictures and addresses of pages that fail; one source that has several translations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from pipeline import alternates, fingerprint, links, site, suppression, trace
from pipeline import check as checks
from pipeline.findings import Finding, Found
from pipeline.jobs import Checked
from pipeline.model import Alternates, Place, Run, Version
from pipeline.results import Result, Suppressed
from pipeline.settings import Config


def versions(settings: Config, checked: Sequence[Checked], whole: site.Site) -> list[Checked]:
    """
    Add what the rules of sites find in the versions of a project, to each what is found in it.

    A link is judged in every language: what it leads to may stand in one and not in the other.
    """
    published = site.table([one.version for one in checked], whole)
    there = _Files(settings.root, _pages(published))
    by_locale: dict[str, dict[str, Alternates]] = defaultdict(dict)
    for one in checked:
        version = one.version
        file = published[version.article.path].file(version.locale)
        page = alternates.of_version(version, file, settings.content)
        by_locale[version.locale][version.article.path] = there.seen(page)
    found = {
        locale: _by_file(settings, list(pages.values()), locale)
        for locale, pages in by_locale.items()
    }
    joined = [_joined(one, found[one.version.locale]) for one in checked]
    compared = _compared(settings, [_Part(one.result, one.version) for one in joined])
    return [replace(one, result=result) for one, result in zip(joined, compared, strict=True)]


def files(settings: Config, results: Sequence[Result], paths: Sequence[Path]) -> list[Result]:
    """
    Add what they find in pages that were checked together.

    Whether a link leads anywhere is only asked of a site: a folder with an index of its own. A page
    by itself may have left its neighbours at home.
    """
    sites = [path.absolute() for path in paths if (path / links.INDEX).is_file()]
    there = _Files(settings.root)
    pages = [
        there.seen(page)
        if any((settings.root / page.place.path).absolute().is_relative_to(one) for one in sites)
        else replace(page, links=())
        for page in (result.alternates for result in results)
        if page
    ]
    found = _by_file(settings, pages, "")
    told = [
        replace(
            result,
            findings=result.findings
            + tuple(
                replace(one, article=result.article, locale=result.locale)
                for one in found.get(result.article, ())
            ),
        )
        for result in results
    ]
    compared = _compared(settings, [_Part(result) for result in told])
    return [replace(result, translations=()) for result in compared]


class _Files:
    """Which targets of links are there: in the folder *root*, or among the *pages* that will be."""

    def __init__(self, root: Path, pages: frozenset[str] = frozenset()) -> None:
        self.root = root
        self.pages = pages
        self.exists = lru_cache(maxsize=None)(self._exists)

    def seen(self, page: Alternates) -> Alternates:
        """Give *page* with those of its targets that are there."""
        targets = {link.target for link in page.links}
        return replace(page, files=frozenset(filter(self.exists, targets)))

    def _exists(self, target: str) -> bool:
        if target in self.pages:
            return True
        try:
            path = self.root / target
            return path.is_file() or (path / links.INDEX).is_file()
        except (OSError, ValueError):
            return False


def _pages(published: Mapping[str, site.Published]) -> frozenset[str]:
    """Give every page of the site that an article may lead to by its address."""
    articles = [one.file(tag) for one in published.values() for tag in one.locales]
    named = [links.page(tag, one.name) for one in published.values() for tag in one.locales]
    tags = {tag for one in published.values() for tag in one.locales}
    lists = [links.page(tag, part) for tag in tags for part in ("", "search", "tags")]
    return frozenset(map(alternates.site_address, (*articles, *named, *lists, links.page())))


def _by_file(
    settings: Config, pages: Sequence[Alternates], locale: str
) -> Mapping[str, list[Finding]]:
    subjects = checks.Subjects(pages=pages, locale=locale or settings.source)
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in checks.check(subjects, "", locale, settings.rules).findings:
        found[finding.place.path].append(finding)
    return found


def _joined(one: Checked, found: Mapping[str, Sequence[Finding]]) -> Checked:
    version, result = one.version, one.result
    paths = [version.article.path]
    if version.address and version.address.origin.path not in paths:
        paths.append(version.address.origin.path)
    own = [finding for path in paths for finding in found.get(path, ())]
    if not own:
        return one
    placed = []
    for finding in own:
        here = Found(finding.place, finding.message, text=finding.text)
        (back,) = trace.back([here], version.runs, version.article)
        placed.append(
            replace(finding, place=back.place, article=result.article, locale=result.locale)
        )
    parted = suppression.split(placed, suppression.of_version(version), version.runs)
    return replace(one, result=_with(result, parted.findings, parted.suppressed))


@dataclass(frozen=True, slots=True)
class _Part:
    """A result, and the version that it is of; a catalog by itself brings its runs along."""

    result: Result
    version: Version | None = None

    @property
    def runs(self) -> Sequence[Run]:
        return self.version.runs if self.version else self.result.translations

    def parted(self, found: Sequence[Finding]) -> suppression.Split:
        """Part what is found here from what its author or its translator lets be."""
        said = suppression.of_version(self.version) if self.version else None
        stamped = fingerprint.stamp(found, (), self.runs)
        asked = suppression.of_runs(self.runs) if said is None else said
        return suppression.split(stamped, asked, self.runs)


def _compared(settings: Config, parts: Sequence[_Part]) -> list[Result]:
    """Give the results with what shows when all translations of a locale are compared."""
    runs: dict[str, list[Run]] = defaultdict(list)
    owners: dict[tuple[str, str], int] = {}
    for index, part in enumerate(parts):
        locale = part.result.locale
        own = [run for run in part.runs if run.state == "translated"]
        runs[locale] += own
        owners |= {(locale, run.origin.path): index for run in own}
    groups: list[list[tuple[int, Finding]]] = []
    for locale, whole in runs.items():
        subjects = checks.Subjects(translations=whole, locale=locale, source=settings.source)
        for finding in checks.check(subjects, "", locale, settings.rules).findings:
            places = (finding.place, *finding.others)
            at = [(owners[locale, place.path], place) for place in places]
            groups.append([(index, _at(finding, place, parts[index])) for index, place in at])
    by_part: dict[int, list[Finding]] = defaultdict(list)
    for index, one in (each for group in groups for each in group):
        by_part[index].append(one)
    parted = {index: parts[index].parted(found) for index, found in by_part.items()}
    kept = {index: {one: one for one in split.findings} for index, split in parted.items()}
    told: dict[int, list[Finding]] = defaultdict(list)
    for group in groups:
        # Where somebody lets it be, it is told at the next of its places.
        left = [(index, kept[index][one]) for index, one in group if one in kept[index]]
        if left:
            others = tuple(one.place for _, one in left[1:])
            told[left[0][0]].append(replace(left[0][1], others=others))
    return [
        _with(part.result, told[index], parted[index].suppressed if index in parted else ())
        for index, part in enumerate(parts)
    ]


def _at(finding: Finding, place: Place, part: _Part) -> Finding:
    """Give *finding* as it is at one of its places, which lies in *part*."""
    end = finding.end if place == finding.place else None
    named = replace(finding, article=part.result.article, locale=part.result.locale)
    return replace(named, place=place, end=end, others=())


def _with(result: Result, findings: Sequence[Finding], suppressed: Sequence[Suppressed]) -> Result:
    if not findings and not suppressed:
        return result
    return replace(
        result,
        findings=tuple(sorted((*result.findings, *findings), key=_order)),
        suppressed=(*result.suppressed, *suppressed),
    )


def _order(finding: Finding) -> tuple[object, ...]:
    return finding.place, finding.rule, finding.message
