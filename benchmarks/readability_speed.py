"""
Words a second of everything a version's score holds, beside textstat's 14 metrics, on the same English text.

The text is the prose of the standard library's docstrings, one text a module, or that of the Markdown
files that are named. One core, processor time, dictionaries loaded, caches cold: each text is met once.
Run: python benchmarks/readability_speed.py [FILE …]
"""

from __future__ import annotations

import ast
import gc
import os
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import textstat
from claims import Claim

from pipeline import readability
from pipeline.model import Origin, Passage
from pipeline.readability import counts, english, second_opinion

METRICS = (
    "flesch_reading_ease flesch_kincaid_grade gunning_fog smog_index coleman_liau_index "
    "automated_readability_index dale_chall_readability_score linsear_write_formula spache_readability "
    "lix rix mcalpine_eflaw difficult_words text_standard"
).split()
ROUNDS = 7


def claims(rounds: int) -> Iterator[Claim]:
    """Claim how many words a second are counted and scored."""
    texts = list(docstrings())
    words = sum(len(paragraph.split()) for text in texts for paragraph in text)
    taken = list(speeds(texts, rounds))
    yield Claim(
        "a version's reading level, English",
        "words/s",
        tuple(words / ours for ours, _ in taken),
        "textstat's 14 metrics",
        tuple(words / theirs for _, theirs in taken),
        more=True,
        command="readability_speed.py",
    )


def main() -> None:
    """Print both speeds and their ratio, each round with its caches empty."""
    texts = list(files(sys.argv[1:]) if sys.argv[1:] else docstrings())
    words = sum(len(paragraph.split()) for text in texts for paragraph in text)
    print(f"{len(texts)} texts, {words} words")
    ratios = []
    for ours, theirs in speeds(texts, ROUNDS):
        ratios.append(theirs / ours)
        print(f"ours {words / ours / 1000:.0f} k words/s, textstat {words / theirs / 1000:.0f} k")
    print(f"ratio {statistics.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f})")


def speeds(texts: Sequence[list[str]], rounds: int) -> Iterator[tuple[float, float]]:
    """Give our seconds and textstat's of so many rounds, each with its caches empty."""
    second_opinion.metrics("Load the dictionary before the clock runs.")
    english.syllables("loaded")
    english.familiar("glutamate")
    passages = [
        [Passage(paragraph, "en", "paragraph", Origin("a.md")) for paragraph in text]
        for text in texts
    ]
    # The collector need not walk the dictionaries, textstat's of lists of lists, again and again.
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        ours = timed(lambda: [everything(text) for text in passages])
        yield ours, timed(lambda: [fourteen("\n\n".join(text)) for text in texts])


def everything(text: list[Passage]) -> object:
    """Give all values of a text: its formulas, G with its interval, what is left out."""
    return readability.rate(readability.measure(text, "en"))


def fourteen(text: str) -> list[float]:
    """Give textstat's metrics of a text, its own cache active."""
    return [getattr(textstat, name)(text) for name in METRICS]


def timed(work: Callable[[], object]) -> float:
    """Give the processor time of *work* in seconds, all caches of words and texts cold."""
    english.syllables.cache_clear()
    english.familiar.cache_clear()
    counts._measurer.cache_clear()  # noqa: SLF001 - what it remembers of words is a cache too
    second_opinion.forget()
    began = time.process_time()
    work()
    return time.process_time() - began


def docstrings() -> Iterator[list[str]]:
    """Give the prose of the standard library's docstrings: no tables, no code, no short lines."""
    root = Path(os.__file__).parent
    for path in [*sorted(root.glob("*.py")), *sorted(root.glob("[a-z]*/*.py"))]:
        if "packages" in path.parent.name or "test" in str(path):
            continue
        paragraphs = []
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8", errors="replace"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                found = re.split(r"\n\s*\n", ast.get_docstring(node) or "")
                paragraphs += [" ".join(each.split("\n")) for each in found if len(each) > 80]
        paragraphs = [each for each in paragraphs if ">>>" not in each and "  " not in each]
        if sum(map(len, paragraphs)) > 1500:
            yield paragraphs


def files(names: list[str]) -> Iterator[list[str]]:
    """Give the paragraphs of Markdown files, without headings, tables and code."""
    for name in names:
        text = re.sub(r"(?sm)^```.*?^```|\A---.*?^---", "", Path(name).read_text(encoding="utf-8"))
        blocks = [" ".join(block.split("\n")) for block in re.split(r"\n\s*\n", text)]
        yield [block for block in blocks if block[:1].isalpha()]


if __name__ == "__main__":
    main()
