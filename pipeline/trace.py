"""
From a finding on a page back to who wrote it: the article's line, or the entry of the catalog.

A page that we made is stamped with the article's lines. What the finding is about stands in one of the
runs there: where the words are the translation's own, its catalog has to be mended, else the article.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from pipeline.findings import Found
from pipeline.model import Run


def back(found: Iterable[Found], runs: Sequence[Run]) -> Iterator[Found]:
    """
    Give each of *found* with the place of what made it; without a run that has its words, as it is.

    >>> from pipeline.model import Origin, Place, Segment
    >>> origin, catalog = Origin("a.md", ((0, 3, 1),)), Origin("fr.po", ((0, 9, 9),))
    >>> run = Run(Segment("A boat", "paragraph", origin), "Un bateau", "fr", "translated", catalog)
    >>> (here,) = back([Found(Place("a.md", 3), "left", text="bateau")], [run])
    >>> here.place
    Place(path='fr.po', line=9, column=12)
    """
    lines: Mapping[tuple[str, int], list[Run]] = defaultdict(list)
    for run in runs:
        place = run.segment.origin.place
        lines[place.path, place.line].append(run)
    for one in found:
        yield _placed(one, lines[one.place.path, one.place.line])


def _placed(found: Found, runs: Sequence[Run]) -> Found:
    for needle in _needles(found.text):
        for run in runs:
            offset = run.text.find(needle)
            if offset < 0:
                continue
            where = run.origin if needle not in run.segment.id else run.segment.origin
            if where is run.segment.origin:
                offset = run.segment.id.find(needle)
            return replace(found, place=where.at(offset), end=None)
    return found


def _needles(text: str) -> Iterator[str]:
    """Give *text* as a page has it, and as Markdown may have it."""
    if text.strip():
        yield from dict.fromkeys((text, html.escape(text), unquote(text), text.strip()))
