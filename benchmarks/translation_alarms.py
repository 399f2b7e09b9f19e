"""
How many translated messages are called into question: the rules of translations, beside pofilter.

The files are catalogs, given on the command line; best are such as nobody has damaged, so that nearly all
that is found is either a real slip or a false alarm. For ours: the share flagged by findings of each level
and by each rule, and seconds of CPU from bytes to findings. For pofilter: the share flagged, by its most
frequent filters, on the same files in the same run, without spelling and untranslated messages. pofilter is
in the package translate-toolkit: `python -m venv tt && tt/bin/pip install translate-toolkit`, then
`--pofilter tt/bin/pofilter`.

    python benchmarks/translation_alarms.py locale/*/LC_MESSAGES/*.po --show translation/number-changed
"""

from __future__ import annotations

import argparse
import functools
import importlib
import os
import pkgutil
import random
import re
import shutil
import subprocess
import tempfile
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline import check, locales, po, walk
from pipeline.check import Subjects
from pipeline.errors import PipelineError
from pipeline.findings import LEVELS, Found, Rule
from pipeline.model import Message, Origin, Run, Segment
from pipeline.rules import translation

# What is not translated, or waits for review, is no alarm on a translation.
_LEFT_OUT = frozenset({"translation/missing", "translation/fuzzy"})
_NOT_ASKED = ("untranslated", "spellcheck", "isfuzzy")
_SEED = 7


def main() -> None:
    """Print ours, then pofilter's figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--source", default="en", help="the language of the msgids")
    parser.add_argument("--pofilter", default=shutil.which("pofilter") or "", help="where it is")
    parser.add_argument("--show", default="", help="print findings of this rule, to be judged")
    parser.add_argument("--most", type=int, default=40, help="so many of them")
    given = parser.parse_args()
    start = time.process_time()
    flagged: dict[str, set[Key]] = defaultdict(set)
    alarms: dict[str, list[tuple[Key, Run, Found]]] = defaultdict(list)
    paths, total = [], 0
    for number, path in enumerate(given.files):
        if runs := tuple(read(path, given.source)):
            paths.append(path)
            total += sum(map(translated, runs))
            for level, name, key, run, found in ours(number, runs, given.source):
                flagged[level].add(key)
                alarms[name].append((key, run, found))
    seconds = time.process_time() - start
    print(f"{total} translated messages in {len(paths)} files")
    everything = set().union(*flagged.values())
    line = ", ".join(f"{level} {share(len(flagged[level]), total)}" for level in LEVELS[:3])
    print(f"ours      {share(len(everything), total)}  ({line})  {seconds:.1f} s CPU")
    for rule, found in sorted(alarms.items(), key=lambda pair: -len(pair[1])):
        print(f"  {rule:<46}{len(found):>6}  {share(len({key for key, *_ in found}), total)}")
    show(alarms.get(given.show, []), given.most)
    if given.pofilter:
        theirs(paths, total, given.pofilter)
    else:
        print("pofilter: not found (pip install translate-toolkit, then --pofilter PATH)")


Key = tuple[int, int]
"""A message: the number of its catalog, and its own."""


def read(path: Path, source: str) -> Iterator[Run]:
    """Give the messages of a catalog as `pipeline check` looks at them."""
    try:
        catalog = po.load(path.read_bytes(), str(path))
    except PipelineError as error:
        print(f"left out: {error}")
        return
    locale = catalog.locale or re.split(r"[./]", str(path))[-2]
    for message in catalog.messages:
        if not message.obsolete:
            yield walk.look_up(segment(message, path), message, source, locales.parse(locale))


def segment(message: Message, path: Path) -> Segment:
    """Give a message as a segment: its first note says what it is."""
    kind = message.notes[0] if message.notes else "paragraph"
    return Segment(message.id, kind, message.origin or Origin(str(path)), message.context)


def translated(run: Run) -> bool:
    """Say whether somebody stands by the translation, be it shown or refused."""
    return run.message is not None and run.message.translated


def ours(
    number: int, runs: Sequence[Run], source: str
) -> Iterator[tuple[str, str, Key, Run, Found]]:
    """Give what is found in a catalog: its level, its rule, its message, and where."""
    origins = [run.message.origin if run.message else None for run in runs]
    lines = [origin.place.line if origin else 0 for origin in origins]
    target = next((run.locale for run in runs if run.state == "translated"), source)
    subjects = Subjects(runs=runs, locale=target, source=source)
    for name, rule in rules().items():
        if name not in _LEFT_OUT:
            for found in check.apply(name, rule, subjects, {}):
                index = max(bisect_right(lines, found.place.line) - 1, 0)
                yield found.level or rule.level, name, (number, index), runs[index], found


@functools.cache
def rules() -> Mapping[str, Rule]:
    """Give the rules of translations alone: the others take a second to be read."""
    prefix = f"{translation.__name__}."
    return {
        f"translation/{module.name.replace('_', '-')}": importlib.import_module(
            prefix + module.name
        ).RULE
        for module in pkgutil.iter_modules(translation.__path__)
    }


def show(found: Sequence[tuple[Key, Run, Found]], most: int) -> None:
    """Print a sample of findings with both sides."""
    for _, run, one in random.Random(_SEED).sample(found, min(most, len(found))):
        string = run.message.string if run.message else run.text
        print(f"\n{one.place.path}:{one.place.line}: {one.message}")
        print(f"    {run.segment.id[:300]!r}\n    {string[:300]!r}")


def theirs(paths: Sequence[Path], total: int, program: str) -> None:
    """Print what pofilter says of the same files: each message it repeats is one that it flags."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "in"), Path(folder, "out")
        before.mkdir()
        for number, path in enumerate(paths):
            shutil.copy(path, before / f"{number}.{path.name}")
        excluded = [f"--excludefilter={name}" for name in _NOT_ASKED]
        start = os.times()
        subprocess.run(
            [program, "--progress=none", "--nofuzzy", *excluded, str(before), str(after)],
            check=True,
            capture_output=True,
        )
        end = os.times()
        seconds = end.children_user + end.children_system
        seconds -= start.children_user + start.children_system
        flagged, filters = 0, Counter[str]()
        for path in after.rglob("*.po"):
            for message in po.load(path.read_bytes(), path.name).messages:
                said = [note for note in message.comments if note.startswith("(pofilter)")]
                flagged += bool(said)
                filters.update(note.split()[1].rstrip(":") for note in said)
    most = ", ".join(f"{name} {count}" for name, count in filters.most_common(8))
    print(f"pofilter  {share(flagged, total)}  ({most})  {seconds:.1f} s CPU")


def share(count: int, total: int) -> str:
    """Write a part of *total* in percent."""
    return f"{count / max(total, 1):.2%}"


if __name__ == "__main__":
    main()
