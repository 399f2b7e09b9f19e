"""
How many false alarms a clean text raises, and how many planted slips the rules hide.

Folders hold one article a file, Markdown or HTML, with the same names in each language; the first
folder is the source. For each language: words, distinct findings and findings of each level in 1,000
words, passages left in another language; and of slips planted into words of the dictionary, one in thirty
words, the shares found, that make another word, and that a rule excused. Findings are printed to be
judged by hand: a clean text has misspellings too.

    python benchmarks/spelling_alarms.py en=guides/en fr=guides/fr --most 40
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spelling_sets import SEED, slip

from pipeline import article, dictionaries, dom, visible, walk
from pipeline.model import Catalog, Passage
from pipeline.prose import passages
from pipeline.rules.prose import spelling as rule
from pipeline.spelling import Judge, Lexicon, context

_EVERY = 30


def read(path: Path, locale: str) -> list[Passage]:
    """Give the passages of a file."""
    data = path.read_bytes()
    if path.suffix == ".html":
        return list(visible.passages(dom.parse(data.decode(), path.name), locale))
    version = walk.render(article.parse(data, path.name, locale), locale, Catalog(locale))
    return list(passages.prose(version))


def plant(
    prose: Sequence[Passage], lexicon: Lexicon, chance: random.Random
) -> Iterator[tuple[Passage, str]]:
    """Give each passage with a slip in it, or as it is, and the slip."""
    for passage in prose:
        found = [
            token.word
            for token in context.tokens(passage)
            if len(token.word.text) > 3
            and token.word.text.isalpha()
            and lexicon.knows(token.word.text)
        ]
        if not found or chance.random() > len(found) / _EVERY:
            yield passage, ""
            continue
        word = chance.choice(found)
        typed = slip(word.text, lexicon.alphabet, chance)
        text = passage.text[: word.start] + typed + passage.text[word.end :]
        yield replace(passage, text=text), typed if typed != word.text else ""


def main() -> None:
    """Print the figures of each language."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", help="LOCALE=FOLDER, the source first")
    parser.add_argument("--most", type=int, default=30, help="files of each language")
    parser.add_argument("--quiet", action="store_true", help="do not print the findings")
    given = parser.parse_args()
    pairs = [folder.split("=") for folder in given.folders]
    source, home = pairs[0]
    siblings = [locale for locale, _ in pairs]
    for locale, folder in pairs:
        lexicon = dictionaries.load(locale)
        if lexicon is None:
            print(locale, dictionaries.reason(locale))
            continue
        words = left = planted = real = lost = 0
        levels: Counter[str] = Counter()
        shown: dict[str, str] = {}
        chance = random.Random(SEED)
        start = time.process_time()
        for path in sorted(filter(Path.is_file, Path(folder).iterdir()))[: given.most]:
            asked = Path(home) / path.name
            original = read(asked, source) if locale != source and asked.exists() else []
            judge = Judge(
                locale, dictionaries.load, source=source, source_prose=original, siblings=siblings
            )
            prose = read(path, locale)
            words += sum(len(re.findall(r"[^\W\d_]+", passage.text)) for passage in prose)
            left += sum(1 for _ in judge.left(prose))
            for found in rule.check(prose, speller=judge):
                levels[found.level or "error"] += 1
                shown.setdefault(found.text, f"{found.text} → {', '.join(found.suggestions[:2])}")
            dirty = list(plant(prose, lexicon, chance))
            reported = {one.word for one in judge.misspellings([passage for passage, _ in dirty])}
            for typed in (typed for _, typed in dirty if typed):
                planted += 1
                real += lexicon.knows(typed)
                lost += not lexicon.knows(typed) and typed not in reported
        spent = time.process_time() - start
        rate = 1000 * len(shown) / (words or 1)
        share = 100 / (planted or 1)
        print(
            f"{locale}: {words} words, {rate:.2f} distinct findings in 1,000, {dict(levels)}, "
            f"{left} passages left; {planted} planted: {real * share:.1f} % are words, "
            f"{lost * share:.1f} % lost; {spent:.1f} s",
            flush=True,
        )
        if not given.quiet:
            print("    " + "\n    ".join(shown.values()))


if __name__ == "__main__":
    main()
