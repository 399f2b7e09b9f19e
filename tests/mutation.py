"""
Do the tests see it when the core is changed? Mutation testing, by mutmut: `make mutants`.

`python tests/mutation.py` tries every target, with names only those. Of each at most MUTANTS (300)
are tried, drawn with a fixed seed; 0: all. What survives is shown as the change that nobody noticed.
It is read by a person, and is one of two things: a test that is missing, or another way to write the same.

mutmut works in a copy, `.mutants/TARGET`, with the tests that are quick and about the target.
"""

from __future__ import annotations

import ast
import fnmatch
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOST = int(os.environ.get("MUTANTS", "300"))
SEED = 11
"""What is drawn is the same each time, as long as the code is."""

_NEEDED = ("pipeline", "tests", "fuzz", "content", "docs", "locale", "benchmarks")
_FILES = ("pyproject.toml", "README.md", "CHANGELOG.md")
_SEEN = frozenset({"killed", "timeout", "segfault", "suspicious"})
"""How a mutant ends that the tests notice: one that runs without end is noticed, too."""
_CONFIG = """\
[mutmut]
source_paths=pipeline
only_mutate=
{modules}
also_copy=
{copied}
pytest_add_cli_args_test_selection=
{tests}
pytest_add_cli_args=
    -o
    addopts=--import-mode=importlib --doctest-modules
    -p
    no:xdist
    -p
    no:cacheprovider
use_git_change_detection=false
# What a test has warmed up, a mutant must not find: a cached answer is nobody's.
process_isolation=forkserver
timeout_multiplier=4
timeout_constant=2
"""


@dataclass(frozen=True)
class Target:
    """Modules, and the tests that are about them."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    without: tuple[str, ...] = ()
    """Modules of these patterns that are left alone."""


TARGETS: Mapping[str, Target] = {
    "gate": Target(("pipeline/gate.py",), ("tests/test_gate.py",)),
    "merging": Target(
        ("pipeline/merging/*.py",),
        (
            *("tests/test_merge.py", "tests/test_memory.py", "tests/test_adapt.py"),
            *("tests/test_prefill.py", "tests/laws/test_merge_loses_nothing.py"),
        ),
    ),
    "readability": Target(
        tuple(f"pipeline/readability/{name}.py" for name in ("counts", "measures", "syllables")),
        (
            *("tests/test_readability.py", "tests/test_readability_formulas.py"),
            *("tests/test_readability_verdict.py", "tests/test_reading_level.py"),
        ),
    ),
    "po": Target(
        ("pipeline/po/*.py",),
        (
            *("tests/test_po.py", "tests/test_po_edges.py"),
            *(
                "tests/laws/test_catalog_round_trip.py",
                "tests/laws/test_shortcuts.py::test_a_catalog_read_at_a_stroke_is_that_read_line_by_line",
            ),
        ),
    ),
    "walk": Target(
        ("pipeline/walk.py", "pipeline/visitor.py"),
        (
            *("tests/test_visitor.py", "tests/test_walk.py", "tests/test_template.py"),
            *("tests/test_blocks.py", "tests/test_listings.py", "tests/laws/test_frames.py"),
            *(
                f"tests/test_suppression.py::test_directive_{name}"
                for name in ("does_not_reach_the_page", "at_an_end_is_in_no_message")
            ),
            *(
                f"tests/laws/test_shortcuts.py::test_{name}"
                for name in (
                    "anchors_of_a_translation_are_those_of_the_source",
                    "segments_without_a_page_are_those_of_the_page",
                    "what_is_met_again_is_what_was_met",
                    "what_is_met_in_one_article_is_not_met_in_its_like",
                )
            ),
            "tests/laws/test_one_walk.py",
        ),
    ),
    "spelling": Target(
        tuple(
            f"pipeline/spelling/{name}.py"
            for name in ("judge", "certainty", "plausible", "variants", "foreign", "joined")
        ),
        (
            "tests/preloaded.py",
            *("tests/test_spelling_judge.py", "tests/test_spelling_plausible.py"),
            *("tests/test_spelling_languages.py", "tests/test_spelling_texts.py"),
            *("tests/test_spelling_words.py", "tests/test_spelling_habits.py"),
            *("tests/test_spelling_ranking.py", "tests/test_spelling_policy.py"),
            "tests/test_spelling_edges.py",
        ),
    ),
}
"""What is tried, by name."""


def copied(name: str) -> Path:
    """Copy the project to `.mutants/NAME`, as far as its tests need it; give the folder."""
    folder = ROOT / ".mutants" / name
    for part in _NEEDED:
        shutil.rmtree(folder / part, ignore_errors=True)
        ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    for part in _FILES:
        shutil.copy(ROOT / part, folder / part)
    return folder


def prepared(name: str) -> Path:
    """Copy what *name* needs, and tell mutmut about it; give the folder."""
    target = TARGETS[name]
    folder = copied(name)
    tests = [*target.tests, *(one for module in target.modules for one in doctests(folder, module))]
    lists = {"modules": target.modules, "copied": (*_NEEDED[2:], *_FILES), "tests": tests}
    rows = {key: "\n".join(f"    {row}" for row in value) for key, value in lists.items()}
    (folder / "setup.cfg").write_text(_CONFIG.format(**rows), "utf-8")
    return folder


def doctests(folder: Path, pattern: str) -> Iterator[str]:
    """Name the functions with examples: those of their mutants must not be taken for more of them."""
    for path in sorted(folder.glob(pattern)):
        name = path.relative_to(folder).with_suffix("").as_posix()
        module = name.replace("/", ".").removesuffix(".__init__")
        for above, node in _functions(ast.parse(path.read_text("utf-8"))):
            if ">>>" in (ast.get_docstring(node) or ""):
                yield f"{name}.py::{module}.{above}{node.name}"


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        match node:
            case ast.FunctionDef():
                yield "", node
            case ast.ClassDef():
                yield from (
                    (f"{node.name}.", one) for one in node.body if isinstance(one, ast.FunctionDef)
                )


def mutmut(folder: Path, *words: str) -> str:
    """Run mutmut there; give what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )
    return done.stdout


def results(folder: Path) -> dict[str, str]:
    """Give what became of each mutant, by name."""
    rows = (
        row.strip().rpartition(": ")
        for row in mutmut(folder, "results", "--all", "true").splitlines()
    )
    return {name: ended for name, _, ended in rows if "__mutmut_" in name}


def drawn(names: Sequence[str], most: int = MOST) -> list[str]:
    """Draw at most so many of them; 0: all.

    >>> drawn(["a", "b", "c"], 0), len(drawn(["a", "b", "c"], 2))
    (['a', 'b', 'c'], 2)
    """
    names = sorted(names)
    if not most or len(names) <= most:
        return names
    return sorted(random.Random(SEED).sample(names, most))


def tried(name: str, patterns: Sequence[str] = ("*",)) -> tuple[int, dict[str, str]]:
    """Try mutants of a target; give how many there are, and how each that was drawn ended."""
    folder = prepared(name)
    # The first run makes the mutants and learns which test meets which function; no name is meant by it.
    said = mutmut(folder, "run", "none")
    every = [one for one in results(folder) if any(fnmatch.fnmatch(one, p) for p in patterns)]
    if not every:
        sys.exit(f"{name}: there are no mutants:\n{said}")
    chosen = drawn(every)
    said = mutmut(folder, "run", *chosen, "--max-children", os.environ.get("JOBS", "2"))
    ended = results(folder)
    if all(ended[one] == "not checked" for one in chosen):
        sys.exit(f"{name}: nothing was tried:\n{said}")
    return len(every), {one: ended[one] for one in chosen}


def main(names: Sequence[str]) -> None:
    """Try these targets, show what survives, and tell the score of each module."""
    for name in names:
        made, ended = tried(name)
        for one, how in ended.items():
            if how not in _SEEN:
                sys.stdout.write(f"\n{mutmut(ROOT / '.mutants' / name, 'show', one).strip()}\n")
        scores: dict[str, Counter[bool]] = {}
        for one, how in ended.items():
            module = one.rpartition(".")[0]
            scores.setdefault(module, Counter())[how in _SEEN] += 1
        sys.stdout.write(f"\n{name}: {len(ended)} of {made} mutants\n")
        for module, seen in sorted(scores.items()):
            sys.stdout.write(
                f"  {module}: {seen[True]} of {seen.total()} seen, {seen[True] / seen.total():.1%}\n"
            )
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:] or [*TARGETS])
