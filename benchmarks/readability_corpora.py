"""
Order and transfer on public corpora, where a user has them; nothing of them is shipped.

Run: python benchmarks/readability_corpora.py NAME=FOLDER …, a corpus that is not named is skipped:

onestop=FOLDER    OneStopEnglish: Texts-SeparatedByReadingLevel/{Adv,Int,Ele}-Txt/NAME-{adv,int,ele}.txt
clear=FILE        CLEAR: a CSV with the columns "Excerpt" and "BT_easiness"
readme=FOLDER     ReadMe++: readme_{en,fr,ru}_*.csv with the columns "Sentence" and "Rating"
klexikon=FOLDER   Klexikon: {klexikon,wiki}/NAME.txt

The bar: OneStopEnglish pairs at least 0.98, CLEAR rho at least 0.61, CEFR error of G at most 0.40 in
French and Russian, its levels fitted on English alone.
"""

from __future__ import annotations

import csv
import itertools
import random
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from pipeline import readability
from pipeline.model import Origin, Passage
from pipeline.readability import formulas, languages, scale

SENTENCES = 10


def main(arguments: Sequence[str]) -> None:
    """Run every corpus that is named."""
    given = dict(argument.split("=", 1) for argument in arguments)
    for name, measure in CORPORA.items():
        if name in given and Path(given[name]).exists():
            measure(Path(given[name]))
        else:
            print(f"{name}: not given, skipped")


def values(text: str, language: str) -> dict[str, float]:
    """Give every formula's value of a text, and G; a text is scored here however short it is."""
    passages = [
        Passage(" ".join(block.split()), language, "paragraph", Origin("a.txt"))
        for block in text.split("\n")
        if block.strip()
    ]
    measured = readability.measure(passages, language)
    row = languages.row(language)
    if row is None or row.scale is None or not measured.counts.words:
        return {}
    found = {formula.name: formula(measured.counts) for formula in row.formulas}
    return {**found, "G": scale.grade(measured.counts, row.scale)}


def onestop(folder: Path) -> None:
    """Print how often the harder of two rewrites of a text has the harder value."""
    texts: dict[str, dict[str, dict[str, float]]] = defaultdict(dict)
    for path in sorted(folder.rglob("*.txt")):
        name, _, level = path.stem.rpartition("-")
        if level.lower() in ("adv", "int", "ele"):
            text = path.read_text(encoding="utf-8-sig", errors="replace")
            # The first line of the intermediate texts is the word "Intermediate".
            text = text.strip().removeprefix("Intermediate")
            texts[name][level.lower()] = values(text, "en")
    pairs = [
        (levels[harder], levels[easier])
        for levels in texts.values()
        for harder, easier in (("adv", "int"), ("int", "ele"), ("adv", "ele"))
        if harder in levels and easier in levels
    ]
    order("OneStopEnglish", pairs)


def klexikon(folder: Path) -> None:
    """Print how often an encyclopedia's article is harder than that for children."""
    pairs = []
    for path in sorted((folder / "klexikon").glob("*.txt")):
        other = folder / "wiki" / path.name
        if other.exists():
            pair = [each.read_text(encoding="utf-8") for each in (other, path)]
            pairs.append((values(pair[0], "de"), values(pair[1], "de")))
    order("Klexikon", pairs)


def order(name: str, pairs: Sequence[tuple[Mapping[str, float], Mapping[str, float]]]) -> None:
    """Print the share of pairs in the right order, by each value."""
    pairs = [pair for pair in pairs if pair[0] and pair[1]]
    if not pairs:
        print(f"{name}: no pairs")
        return
    print(f"{name}: {len(pairs)} pairs")
    for key in pairs[0][0]:
        sign = 1 if key == "G" or formulas.named(key).harder else -1
        right = sum(sign * hard[key] > sign * easy[key] for hard, easy in pairs) / len(pairs)
        print(f"  {key:28}{right:.3f}")


def clear(path: Path) -> None:
    """Print the rank correlation with teachers' judgement of ease, and that of both together."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [
        (values(row["Excerpt"], "en"), float(row["BT_easiness"]))
        for row in rows
        if row.get("BT_easiness")
    ]
    ease = [judged for _, judged in found]
    print(f"CLEAR: {len(found)} excerpts")
    columns = {key: [value[key] for value, _ in found] for key in found[0][0]}
    both = [
        sum(pair)
        for pair in zip(
            standard(columns["Flesch-Kincaid grade"]), standard(columns["Dale-Chall"]), strict=True
        )
    ]
    for key, column in {**columns, "FK + Dale-Chall": both}.items():
        print(f"  {key:28}{abs(spearman(column, ease)):.3f}")


def readme(folder: Path) -> None:
    """Print G's error in CEFR levels: cut on English, tried on French and Russian."""
    documents = {language: list(levels(folder, language)) for language in ("en", "fr", "ru")}
    if not documents["en"]:
        print("ReadMe++: no English sentences")
        return
    means = [
        statistics.fmean([grade for level, grade in documents["en"] if level == each])
        for each in range(1, 7)
    ]
    for language, found in documents.items():
        misses = [interpolated(grade, means) - level for level, grade in found]
        if misses:
            error, bias = statistics.fmean(map(abs, misses)), statistics.fmean(misses)
            print(f"ReadMe++ {language}: {len(found)} texts, error {error:.2f}, bias {bias:+.2f}")


def levels(folder: Path, language: str) -> Iterator[tuple[int, float]]:
    """Give texts of ten sentences of one level each, and their G."""
    sentences: dict[int, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob(f"*_{language}_*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                sentences[round(float(row["Rating"]))].append(row["Sentence"])
    chance = random.Random(1)
    for level, found in sorted(sentences.items()):
        chance.shuffle(found)
        for start in range(0, len(found) - SENTENCES + 1, SENTENCES):
            value = values("\n".join(found[start : start + SENTENCES]), language)
            if value:
                yield level, value["G"]


def interpolated(grade: float, means: Sequence[float]) -> float:
    """Give the CEFR level, 1 to 6, at which English texts have that *grade*."""
    for level, (low, high) in enumerate(itertools.pairwise(means), 1):
        if grade < high or level == len(means) - 1:
            return min(max(level + (grade - low) / (high - low), 1.0), 6.0)
    return 6.0


def standard(column: Sequence[float]) -> list[float]:
    """Give *column* with a mean of 0 and a standard deviation of 1."""
    mean, spread = statistics.fmean(column), statistics.pstdev(column)
    return [(value - mean) / (spread or 1) for value in column]


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Give the correlation of ranks; equal values share their mean rank."""
    if len(set(one)) < 2 or len(set(other)) < 2:
        return 0.0
    return statistics.correlation(ranks(one), ranks(other))


def ranks(column: Sequence[float]) -> list[float]:
    """Give each value's rank in *column*."""
    order = sorted(range(len(column)), key=column.__getitem__)
    found = [0.0] * len(column)
    for _, group in itertools.groupby(enumerate(order), key=lambda pair: column[pair[1]]):
        members = list(group)
        for _, index in members:
            found[index] = statistics.fmean(rank for rank, _ in members)
    return found


CORPORA: Mapping[str, Callable[[Path], None]] = {
    "onestop": onestop,
    "clear": clear,
    "readme": readme,
    "klexikon": klexikon,
}

if __name__ == "__main__":
    main(sys.argv[1:])
