"""
How many defects the prose rules find in sentences that were written before the rules were read.

Each line of `data/heldout/SET-LOCALE.txt` is a kind and a text with one defect: `{wrong|right}` is the
defect and its mend, `//` begins a new paragraph. The text with the mend is its clean twin: an error or a
warning in it is a false alarm. A defect counts as found, if any rule says of it what it does not say of
the twin, at any level. Spelling is left out: it has benchmarks of its own.

"first" led the work on the rules; "second" was kept aside, and read after it.

    python benchmarks/prose_heldout.py second --show
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims import Claim

from pipeline import article, check, walk
from pipeline.check import Subjects
from pipeline.model import Catalog
from pipeline.prose import passages

DATA = Path(__file__).with_name("data") / "heldout"
_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_WITHOUT = frozenset(
    "prose/spelling prose/name-variant prose/left-in-another-language prose/vale prose/house-style".split()
)
_HANDED = frozenset({"locale", "article", "source", "style", "dom"})

Alarm = tuple[str, str, str]
"""Level, rule and text of a finding."""


@dataclass(frozen=True, slots=True)
class Line:
    """A defect: its kind, the text that has it, and the one that has not."""

    kind: str
    wrong: str
    right: str


def lines(path: Path) -> Iterator[Line]:
    """Give the defects of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, mark, text = line.partition(": ")
        if mark:
            wrong = _CHOICE.sub(lambda match: match[1], text)
            right = _CHOICE.sub(lambda match: match[2], text)
            yield Line(kind, wrong.replace(" // ", "\n\n"), right.replace(" // ", "\n\n"))


def findings(text: str, locale: str) -> Counter[Alarm]:
    """Give what the rules of prose say of a text in Markdown."""
    parsed = article.parse(text.encode(), "a.md", locale)
    prose = passages.prose(walk.render(parsed, locale, Catalog(locale)))
    subjects = Subjects(prose=prose, locale=locale, article=parsed)
    found: Counter[Alarm] = Counter()
    for name, rule in check.rules().items():
        if name.startswith("prose/") and name not in _WITHOUT and check.needs(rule) <= _HANDED:
            for one in check.apply(name, rule, subjects, {}):
                found[one.level or rule.level, name, one.text] += 1
    return found


def measured(path: Path) -> tuple[list[Line], list[Line], list[Line]]:
    """Give the defects that are found, those that are missed, and those whose twin is cried over."""
    locale = path.stem.rpartition("-")[2]
    found: list[Line] = []
    missed: list[Line] = []
    false: list[Line] = []
    for line in lines(path):
        twin = findings(line.right, locale)
        (found if findings(line.wrong, locale) - twin else missed).append(line)
        if any(level in ("error", "warning") for level, _, _ in twin):
            false.append(line)
    return found, missed, false


def claims(_rounds: int) -> Iterator[Claim]:
    """Claim what share of defects is found that were written before the rules were read."""
    sets = [measured(path) for path in sorted(DATA.glob("second-*.txt"))]
    found, missed, false = (sum(len(one[part]) for one in sets) for part in range(3))
    of, command = found + missed, "prose_heldout.py second"
    yield Claim(
        f"{of} errors of grammar and marks in {len(sets)} languages, held out: found",
        "%",
        (100 * found / of,),
        more=True,
        command=command,
    )
    yield Claim(
        f"errors and warnings in their {of} clean twins",
        "",
        (float(false),),
        bar=0,
        command=command,
    )


def main() -> None:
    """Print a row a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=("first", "second"))
    parser.add_argument("--show", action="store_true", help="list what is missed, and false alarms")
    given = parser.parse_args()
    for path in sorted(DATA.glob(f"{given.set}-*.txt")):
        found, missed, false = measured(path)
        print(
            f"{path.stem}: {len(found)} of {len(found) + len(missed)} found, "
            f"{len(false)} false alarms on the clean twins"
        )
        if given.show:
            for what, some in (("missed", missed), ("false", false)):
                for line in some:
                    print(f"   {what} {line.kind}: {line.wrong!r}")


if __name__ == "__main__":
    main()
