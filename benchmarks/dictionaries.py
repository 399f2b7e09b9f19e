"""
Measure every dictionary of a machine: what it costs to load, and the share of common words it knows.

    python benchmarks/dictionaries.py                     the packages' lists of the locales below
    python benchmarks/dictionaries.py el vi --user FOLDER  those of a folder, too
    python benchmarks/dictionaries.py --user FOLDER --order user

Each list is loaded in a process of its own, with its frequencies cut before. Processor seconds,
megabytes of memory that are kept; "knows" is the canary, "of 20,000" the share of the commonest
forms that it knows.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path

from pipeline import dictionaries
from pipeline.dictionaries import frequencies, places
from pipeline.doctor import provenance

LOCALES = (
    "ar bg ca cs da de el en-GB en-US es et fr he hi hr hu id is it ko lt lv mk nb nl pl pt-BR pt-PT"
    " ro ru sk sl sv tr uk vi"
).split()


def main() -> None:
    """Print a line for each list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("locale", nargs="*", default=LOCALES)
    parser.add_argument("--user", type=Path)
    parser.add_argument("--order", nargs="+", default=["user", "packages"])
    given = parser.parse_args()
    setup = places.Setup(user=given.user, order=tuple(given.order))
    head = (
        "locale",
        "list",
        "from",
        "licence",
        "knows",
        "of 20,000",
        "load s",
        "MB",
        "cut s",
        "MB",
    )
    print("{:6} {:12} {:34} {:38} {:>6} {:>9} {:>7} {:>5} {:>6} {:>5}".format(*head))
    with tempfile.TemporaryDirectory() as name:
        for locale in given.locale:
            for found in itertools.islice(places.candidates(locale, setup), 3):
                show(locale, found, Path(name))


def show(locale: str, found: places.Dictionary, cache: Path) -> None:
    """Measure one list in a process of its own."""
    language = locale.partition("-")[0]
    path = cache / frequencies.file_name(language)
    if not path.exists():
        path.write_bytes(frequencies.cut(language))
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        why, share, many, load, size, cut, counts = pool.apply(measure, (locale, found, cache))
    origin = provenance.origin(found)
    source = f"{origin.package or found.place} {origin.version}"
    known = "-" if share is None else f"{share:.3f}"
    print(
        f"{locale:6} {found.name:12} {source:34} {origin.license:38} {known:>6} {many:9.3f} "
        f"{load:7.2f} {size:5.0f} {cut:6.3f} {counts:5.0f} {why}",
        flush=True,
    )


def measure(
    locale: str, found: places.Dictionary, cache: Path
) -> tuple[str, float | None, float, float, float, float, float]:
    """Give why it is refused, the two shares, and the cost of its words and of their counts."""
    before, begun = memory(), time.process_time()
    counted = frequencies.load(locale.partition("-")[0], cache)
    cut, counts = time.process_time() - begun, memory() - before
    before, begun = memory(), time.process_time()
    loaded = dictionaries.try_out(found, locale, cache)
    load, size = time.process_time() - begun, memory() - before
    many = 0.0
    if loaded.lexicon is not None and counted.common:
        forms = [form for form in itertools.islice(counted.common, 20_000) if form.isalpha()]
        knows = loaded.lexicon.knows
        many = sum(knows(form) or knows(form.capitalize()) for form in forms) / len(forms)
    return loaded.why, loaded.share, many, load, size, cut, counts


def memory() -> float:
    """Give the resident megabytes of this process; nothing where the system does not say."""
    if sys.platform != "linux":
        return 0.0
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


if __name__ == "__main__":
    main()
