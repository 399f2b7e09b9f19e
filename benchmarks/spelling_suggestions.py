"""
How often is the first suggestion the right one: ours, Hunspell's own order and aspell, in one run.

Cells are shares of all pairs whose right word the dictionary has: detected, right first, right among
five; so a slip that makes another word counts against everybody. Times are processor time for one form,
dictionaries loaded. Without a set the slips are made: random ones in common words, those that make
another word left out. Sets are files of your own: see `spelling_sets.read` for the kinds.

    python benchmarks/spelling_suggestions.py en,fr,pt-BR
    python benchmarks/spelling_suggestions.py en --set wikipedia.json --set birkbeck.dat --count 400
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import spelling_sets
from spelling_sets import SEED, Pair

from pipeline import dictionaries
from pipeline.model import Word
from pipeline.spelling import Lexicon, parts, suggest

Order = Callable[[str], Sequence[str] | None]
"""Gives what it proposes for a form, or None where it finds nothing wrong."""


def orders(locale: str, lexicon: Lexicon) -> Iterator[tuple[str, Order]]:
    """Give ours, Hunspell's and, where it is installed with the language, aspell's."""

    def ours(form: str) -> Sequence[str] | None:
        word = next(parts.unknown(Word(form, 0, len(form)), lexicon), None)
        if word is None:
            return None
        head, tail = form[: word.start], form[word.end :]
        return [f"{head}{found}{tail}" for found in suggest(word.text, lexicon)]

    engine = dictionaries.engine(lexicon.sources[0])

    def hunspell(form: str) -> Sequence[str] | None:
        return tuple(engine.suggest(form)) if misspelt(form, lexicon) else None

    yield "ours", ours
    yield "hunspell", hunspell
    if (aspell := shutil.which("aspell")) and speaks(aspell, locale):
        yield "aspell", asking_aspell(aspell, locale)


def misspelt(form: str, lexicon: Lexicon) -> bool:
    """Is any part of a word unknown."""
    return any(parts.unknown(Word(form, 0, len(form)), lexicon))


def speaks(program: str, locale: str) -> bool:
    """Has aspell a dictionary of a language."""
    listed = subprocess.run([program, "dump", "dicts"], capture_output=True, check=True, text=True)
    return locale.replace("-", "_") in listed.stdout.split()


def asking_aspell(program: str, locale: str) -> Order:
    """Give aspell in its pipe: the time it takes is not ours to see."""
    command = [program, "-a", "-l", locale.replace("-", "_"), "--encoding=utf-8"]
    pipe = subprocess.Popen(command, stdin=-1, stdout=-1, encoding="utf-8")
    assert pipe.stdin
    assert pipe.stdout
    pipe.stdout.readline()

    def ask(form: str) -> Sequence[str] | None:
        assert pipe.stdin
        assert pipe.stdout
        print(f"^{form}", file=pipe.stdin, flush=True)
        found: list[str] | None = None
        while line := pipe.stdout.readline().strip():
            if line[0] in "&#":
                given = line.partition(": ")[2].split(", ") if line[0] == "&" else []
                found = (found or []) + given
        return found

    return ask


def measure(order: Order, pairs: Sequence[Pair]) -> tuple[float, float, float, float]:
    """Give the shares detected, right first, right among five, and milliseconds a form."""
    seen = first = among = 0
    start = time.process_time()
    straight = ((typed, [form.replace("’", "'") for form in meant]) for typed, meant in pairs)
    for typed, meant in straight:
        given = order(typed.replace("’", "'"))
        seen += given is not None
        first += bool(given) and given[0] in meant
        among += any(form in meant for form in (given or ())[:5])
    spent = time.process_time() - start
    count = len(pairs) or 1
    return 100 * seen / count, 100 * first / count, 100 * among / count, 1000 * spent / count


def main() -> None:
    """Print one line for each language, set and order."""
    parser = argparse.ArgumentParser()
    parser.add_argument("locales", nargs="?", default="en,es,fr,de")
    parser.add_argument("--set", dest="sets", type=Path, action="append", default=[])
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--only", default="", help="one order: ours, hunspell, aspell")
    parser.add_argument("--wrong", action="store_true", help="show what ours got wrong")
    given = parser.parse_args()
    print(f"{'':6}{'set':22}{'order':10}{'seen':>7}{'1st':>7}{'of 5':>7}{'ms':>8}")
    for locale in given.locales.split(","):
        lexicon = dictionaries.load(locale)
        if lexicon is None:
            print(f"{locale:6}{dictionaries.reason(locale)}")
            continue
        suggest("quetion", lexicon)  # the look-up tables are made at the first question
        for path in given.sets or [None]:
            if path is None:
                pairs = list(spelling_sets.synthetic(lexicon, given.count))
            else:
                pairs = spelling_sets.usable(spelling_sets.read(path), lexicon)
                random.Random(SEED).shuffle(pairs)
            pairs = pairs[: given.count]
            name = path.stem if path else "synthetic"
            for order, propose in orders(locale, lexicon):
                if given.only in ("", order):
                    seen, first, among, spent = measure(propose, pairs)
                    cells = f"{seen:7.1f}{first:7.1f}{among:7.1f}{spent:8.1f}"
                    print(f"{locale:6}{name:22}{order:10}{cells}  n={len(pairs)}", flush=True)
            if given.wrong:
                show_wrong(pairs, next(orders(locale, lexicon))[1])


def show_wrong(pairs: Sequence[Pair], order: Order) -> None:
    """Print the pairs whose first suggestion is not the right one."""
    for typed, meant in pairs:
        found = order(typed.replace("’", "'"))
        if found is not None and found[:1] != [form.replace("’", "'") for form in meant[:1]]:
            print(f"    {typed} → {', '.join(found)}; meant {', '.join(meant)}")


if __name__ == "__main__":
    main()
