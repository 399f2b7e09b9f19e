"""
From a finding on a page back to who wrote it: the article's line, or the entry of the catalog.

A page that we made is stamped with the article's lines. What the finding is about stands in one of the
runs there: where the words are the translation's own, its catalog has to be mended, else the article.
Raw HTML has no stamps: what stands in it is looked for behind the last stamp.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from pipeline.findings import Found
from pipeline.model import Article, Place, Run


def back(
    found: Iterable[Found], runs: Sequence[Run], article: Article | None = None
) -> Iterator[Found]:
    """
    Give each of *found* with the place of what made it; where its words are nowhere, as it is.

    >>> from pipeline.model import Origin, Segment
    >>> origin, catalog = Origin("a.md", ((0, 3, 1),)), Origin("fr.po", ((0, 9, 9),))
    >>> run = Run(Segment("A boat", "paragraph", origin), "Un bateau", "fr", "translated", catalog)
    >>> (here,) = back([Found(Place("a.md", 3), "left", text="bateau")], [run])
    >>> here.place
    Place(path='fr.po', line=9, column=12)
    """
    by_line: Mapping[tuple[str, int], list[Run]] | None = None
    for one in found:
        # Most rules find nothing, and each of them comes here.
        by_line = _by_line(runs) if by_line is None else by_line
        needles = list(_needles(one.text))
        place = _in_runs(needles, by_line[one.place.path, one.place.line])
        if place is None and article is not None and one.place.path == article.path:
            place = _in_article(needles, article, one.place.line)
        yield replace(one, place=place, end=None) if place else one


def _by_line(runs: Sequence[Run]) -> Mapping[tuple[str, int], list[Run]]:
    found: Mapping[tuple[str, int], list[Run]] = defaultdict(list)
    for run in runs:
        first = run.segment.origin.place
        found[first.path, first.line].append(run)
    return found


def _in_runs(needles: Sequence[str], runs: Sequence[Run]) -> Place | None:
    for needle in needles:
        for run in runs:
            if needle in run.segment.id:
                return run.segment.origin.at(run.segment.id.index(needle))
            if needle in run.text:
                return run.origin.at(run.text.index(needle))
    return None


def _in_article(needles: Sequence[str], article: Article, line: int) -> Place | None:
    """Find the words in the body from *line* on, where the last stamp was."""
    lines = article.body.split("\n")
    for number in range(max(line - article.body_line, 0), len(lines)):
        for needle in needles:
            column = lines[number].find(needle)
            if column >= 0:
                return Place(article.path, number + article.body_line, column + 1)
    return None


def _needles(text: str) -> Iterator[str]:
    """Give *text* as a page has it, and as Markdown may have it."""
    if text.strip():
        yield from dict.fromkeys((text, html.escape(text), unquote(text), text.strip()))
