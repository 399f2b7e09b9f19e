"""What fuzzing begins with: the repository's own articles, catalogs and pages."""

from __future__ import annotations

from collections.abc import Iterator
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
    match target:
        case "catalog":
            yield from _files(".po", ".pot")
        case "front-matter":
            yield from _files(".md")
        case "walk":
            for data in _files(".md"):
                yield data + b"\0un *texte* [ici](a.md)\0x"
        case "prose":
            for data in _files(".md"):
                yield from (b"\0" + line for line in data.split(b"\n\n") if line.strip())
        case "page":
            yield from _files(".html", ".j2")
            yield from (html.encode() for html in _bodies())
        case "sanitise":
            yield from (html.encode() for html in _bodies())
        case "exchange":
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


def _bodies() -> Iterator[str]:
    for data in _files(".md"):
        try:
            yield walk.extract(article.parse(data, "content/a.md", "en", "content")).html
        except PipelineError:
            continue


