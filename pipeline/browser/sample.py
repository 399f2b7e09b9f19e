"""Which pages stand for all: one of each template, direction and script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline import dom, locales
from pipeline.browser.look import Page


def sample(pages: Iterable[Page], sources: Mapping[str, str]) -> list[Page]:
    """
    Give of the pages of one template, direction and script that with the most kinds of elements.

    *sources* has the HTML of each page, by its file.
    """
    best: dict[tuple[str, str, str], tuple[int, Page]] = {}
    for page in pages:
        key = page.template, locales.direction(page.locale), locales.script(page.locale)
        kinds = len({element.name for element in dom.parse(sources[page.file], page.file).elements})
        if key not in best or kinds > best[key][0]:
            best[key] = kinds, page
    return [page for _, page in best.values()]
