"""
How long it takes to judge many words: the first file, all of them, and all of them again.

Dictionaries are loaded before. Reading Markdown and finding its passages is measured apart.

    python benchmarks/spelling_speed.py docs/ --locale en
"""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

from pipeline import article, dictionaries, walk
from pipeline.errors import PipelineError
from pipeline.model import Catalog, Passage
from pipeline.prose import passages
from pipeline.spelling import Judge


def read(path: Path, locale: str) -> list[Passage]:
    """Give the passages of a Markdown file; nothing of one that the pipeline refuses."""
    try:
        one = article.parse(path.read_bytes(), path.name, locale)
        return list(passages.prose(walk.render(one, locale, Catalog(locale))))
    except PipelineError:
        return []


def main() -> None:
    """Print seconds of processor time."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--locale", default="en")
    given = parser.parse_args()
    start = time.process_time()
    assert dictionaries.load(given.locale), dictionaries.reason(given.locale)
    print(f"load {time.process_time() - start:.2f} s")
    start = time.process_time()
    articles = [read(path, given.locale) for path in sorted(given.folder.rglob("*.md"))]
    words = sum(len(re.findall(r"[^\W\d_]+", p.text)) for prose in articles for p in prose)
    print(f"extract {time.process_time() - start:.2f} s: {len(articles)} files, {words} words")
    for name in ("cold", "warm"):
        start = time.process_time()
        found = 0
        for prose in articles:
            found += sum(1 for _ in Judge(given.locale, dictionaries.load).misspellings(prose))
        print(f"{name} {time.process_time() - start:.2f} s: {found} findings")


if __name__ == "__main__":
    main()
