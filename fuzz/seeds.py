"""What fuzzing begins with: the repository's own articles, catalogs and pages."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pipeline import article, po, walk
from pipeline.errors import PipelineError
from pipeline.exchange import tmx, xliff
from pipeline.model import Catalog

ROOT = Path(__file__).parent.parent

_FOLDERS = ("content", "docs", "locale", "pipeline/starter", "tests/data", "benchmarks/data")
_LARGEST = 8_000
"""Bytes of a seed: a longer one is cut, for short ones are tried more often."""


def seeds(target: str) -> Iterator[bytes]:
    """Give the seeds of the *target* of that name; each is taken, or refused as it should be."""
    yield from _MAKERS[target]()


def _walks() -> Iterator[bytes]:
    return (data + b"\0un *texte* [ici](a.md)\0x" for data in _files(".md"))


def _runs() -> Iterator[bytes]:
    for data in _files(".md"):
        yield from (b"\0" + block for block in data.split(b"\n\n") if block.strip())


def _exchanged() -> Iterator[bytes]:
    for one in _catalogs():
        short = Catalog("fr", header=one.header, messages=one.messages[:4])
        yield xliff.dump(short, source="en", original="content/a.md")
        yield tmx.dump([short], source="en")


def _files(*endings: str) -> Iterator[bytes]:
    for folder in _FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in endings and path.is_file():
                yield path.read_bytes()[:_LARGEST]


def _catalogs() -> Iterator[Catalog]:
    for data in _files(".po"):
        try:
            yield po.load(data, "a.po")
        except PipelineError:
            continue


def _bodies() -> Iterator[bytes]:
    for data in _files(".md"):
        try:
            one = article.parse(data, "content/a.md", "en", "content")
            yield walk.extract(one).html.encode()
        except PipelineError:
            continue


_MAKERS: Mapping[str, Callable[[], Iterator[bytes]]] = {
    "catalog": lambda: _files(".po", ".pot"),
    "front-matter": lambda: _files(".md"),
    "walk": _walks,
    "prose": _runs,
    "page": lambda: itertools.chain(_files(".html", ".j2"), _bodies()),
    "exchange": _exchanged,
    "sanitise": _bodies,
}
