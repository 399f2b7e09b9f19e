"""What only shows when all pages of a run are seen together: links, pictures and addresses that fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pipeline import alternates, links, site, suppression, trace
from pipeline import check as checks
from pipeline.findings import Finding, Found
from pipeline.jobs import Checked
from pipeline.model import Alternates
from pipeline.results import Result
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
    return [_joined(one, found[one.version.locale]) for one in checked]


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
    return [
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
    return replace(
        one,
        result=replace(
            result,
            findings=tuple(sorted((*result.findings, *parted.findings), key=_order)),
            suppressed=(*result.suppressed, *parted.suppressed),
        ),
    )


def _order(finding: Finding) -> tuple[object, ...]:
    return finding.place, finding.rule, finding.message
