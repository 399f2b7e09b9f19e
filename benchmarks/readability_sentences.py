"""
Sentence splitters over our cases: how many of a language's texts fall into the right sentences, how fast.

The cases are those of the tests; ours has been corrected by them, the others have not, so that ours is
flattered. A splitter that is not installed is skipped: pysbd, choppa-srx, sentencex, PyICU, blingfire.
Run: python benchmarks/readability_sentences.py
"""

from __future__ import annotations

import importlib.util
import itertools
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline.prose.sentences import sentences

CASES = Path(__file__).parent.parent / "tests" / "cases" / "sentences"
UNSPACED = {"ja", "zh"}

Splitter = Callable[[str, str], list[str]]


def ours(text: str, language: str) -> list[str]:
    """Split as the pipeline does."""
    return [text[start:end] for start, end in sentences(text, language)]


def pysbd() -> Splitter:
    """pysbd: rules, one language a segmenter."""
    import pysbd as library  # noqa: PLC0415

    known: dict[str, object] = {}

    def split(text: str, language: str) -> list[str]:
        if language not in known:
            known[language] = library.Segmenter(language=language, clean=False)
        return list(known[language].segment(text))

    return split


def choppa() -> Splitter:
    """choppa-srx: LanguageTool's rules."""
    from choppa.iterators import SrxTextIterator  # noqa: PLC0415
    from choppa.srx_parser import SrxDocument  # noqa: PLC0415

    found = importlib.util.find_spec("choppa")
    assert found
    assert found.origin
    rules = next(Path(found.origin).parent.rglob("languagetool_segment.srx"))
    schema = next(Path(found.origin).parent.rglob("srx20.xsd"), None)
    document = SrxDocument(ruleset=rules, validate_ruleset=schema)

    def split(text: str, language: str) -> list[str]:
        return list(SrxTextIterator(document, f"{language}_two", text))

    return split


def sentencex() -> Splitter:
    """sentencex: Wikimedia's."""
    import sentencex as library  # noqa: PLC0415

    return lambda text, language: list(library.segment(language, text))


def icu() -> Splitter:
    """ICU's break iterator, by PyICU."""
    from icu import BreakIterator, Locale, UnicodeString  # noqa: PLC0415

    def split(text: str, language: str) -> list[str]:
        string = UnicodeString(text)
        breaks = BreakIterator.createSentenceInstance(Locale(language))
        breaks.setText(string)
        ends = [0, *breaks]
        return [str(string[start:end]) for start, end in itertools.pairwise(ends)]

    return split


def blingfire() -> Splitter:
    """blingfire: one model for all languages."""
    import blingfire as library  # noqa: PLC0415

    return lambda text, _: library.text_to_sentences(text).split("\n")


SPLITTERS: Mapping[str, Callable[[], Splitter]] = {
    "ours": lambda: ours,
    "pysbd": pysbd,
    "choppa-srx": choppa,
    "sentencex": sentencex,
    "ICU": icu,
    "blingfire": blingfire,
}


def main() -> None:
    """Print a line a splitter."""
    cases = [
        (path.stem, block.split("\n"))
        for path in sorted(CASES.glob("*.txt"))
        for block in path.read_text(encoding="utf-8").strip().split("\n\n")
    ]
    print(f"{len(cases)} cases in {len({language for language, _ in cases})} languages")
    for name, load in SPLITTERS.items():
        try:
            splitter = load()
        except ImportError:
            print(f"{name:12} not installed: skipped")
            continue
        measure(name, splitter, cases)


def measure(name: str, splitter: Splitter, cases: list[tuple[str, list[str]]]) -> None:
    """Print how many cases are right, of all and of those in languages the splitter takes."""
    right: dict[str, int] = defaultdict(int)
    tried: dict[str, int] = defaultdict(int)
    refused: set[str] = set()
    began = time.process_time()
    for language, expected in cases:
        text = ("" if language in UNSPACED else " ").join(expected)
        try:
            found = splitter(text, language)
        except Exception as error:  # noqa: BLE001 - each library has its own error for a language
            refused.add(f"{language} ({type(error).__name__})")
            continue
        tried[language] += 1
        right[language] += [part.strip() for part in found if part.strip()] == expected
    spent = time.process_time() - began
    words = sum(len(" ".join(text).split()) for language, text in cases if tried[language])
    total, ok = sum(tried.values()), sum(right.values())
    each = " ".join(f"{language} {right[language]}/{tried[language]}" for language in sorted(tried))
    print(f"{name:12} {ok}/{total} {ok / total:.1%}  {words / spent / 1000:.0f} k words/s  {each}")
    if refused:
        print(f"{'':12} refused: {', '.join(sorted(refused))}")


if __name__ == "__main__":
    main()
