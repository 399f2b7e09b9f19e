"""Every dependency has a reason, every import a dependency, and the locks hold what is asked for."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOP = [Requirement(text) for text in PROJECT["dependency-groups"]["dev"]]
DOCS = (ROOT / "docs/dependencies.md").read_text("utf-8")
LOCKS = ("requirements.lock", "requirements-dev.lock")


def rows(heading: str) -> Iterator[tuple[str, ...]]:
    """Give the cells of each row of the table below *heading* of the documentation."""
    section = DOCS.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    for line in section.splitlines():
        if line.startswith("| `"):
            name, *cells = (cell.strip() for cell in line.strip("|").split("|"))
            yield name.strip("`"), *cells


def floor(requirement: Requirement) -> str:
    """Give the oldest version that *requirement* allows, or nothing."""
    return next((bound.version for bound in requirement.specifier if bound.operator == ">="), "")


def locked(lock: str) -> dict[str, list[Version]]:
    """Give the versions of each package in a lock; there are several where markers choose."""
    versions: dict[str, list[Version]] = {}
    for name, version in re.findall(
        r"^([\w.-]+)==([^\s\\;]+)", (ROOT / lock).read_text(), re.MULTILINE
    ):
        versions.setdefault(canonicalize_name(name), []).append(Version(version))
    return versions


def imported() -> set[str]:
    """Give the modules that the pipeline imports, by statement or by name in a text."""
    names = set()
    for path in (ROOT / "pipeline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Import(names=aliases):
                    names |= {alias.name.partition(".")[0] for alias in aliases}
                case ast.ImportFrom(module=str(module), level=0):
                    names.add(module.partition(".")[0])
                case ast.Constant(value=str(text)) if text.isidentifier():
                    names.add(f'"{text}"')
    return names


def test_each_dependency_has_a_row() -> None:
    """The table lists what is needed to run with its floor, in order, and nothing else."""
    assert [row[:2] for row in rows("To run")] == [(each.name, floor(each)) for each in RUN]


def test_each_tool_has_a_row() -> None:
    """The table lists what is needed to develop, in order, and nothing else."""
    assert [row[0] for row in rows("To develop")] == [each.name for each in DEVELOP]


@pytest.mark.parametrize("heading", ["To run", "To develop"])
def test_each_row_has_its_reasons(heading: str) -> None:
    """No row leaves licence, use or floor without a word."""
    assert all(all(cells) for cells in rows(heading))


def test_each_import_is_declared() -> None:
    """What the code imports is a dependency of ours, not only of a dependency."""
    owners = metadata.packages_distributions()
    foreign = {
        name
        for name in imported()
        if name.isidentifier() and name not in sys.stdlib_module_names | {"pipeline"}
    }
    declared = {canonicalize_name(each.name) for each in RUN}
    undeclared = {
        name
        for name in foreign
        if not declared & {canonicalize_name(owner) for owner in owners.get(name, ())}
    }
    assert not undeclared


def test_each_dependency_is_imported() -> None:
    """What no module imports is not a dependency, unless its row says why it is named."""
    named = imported()
    used = {
        canonicalize_name(owner)
        for module, owners in metadata.packages_distributions().items()
        for owner in owners
        if module in named or f'"{module}"' in named
    }
    unused = {each.name for each in RUN if canonicalize_name(each.name) not in used}
    assert unused == {row[0] for row in rows("To run") if row[3].startswith("Not imported.")}


@pytest.mark.parametrize(("lock", "requirements"), [(LOCKS[0], RUN), (LOCKS[1], [*RUN, *DEVELOP])])
def test_lock_holds_what_is_asked_for(lock: str, requirements: list[Requirement]) -> None:
    """Every dependency is locked in a version that its floor allows."""
    versions = locked(lock)
    for each in requirements:
        found = versions.get(canonicalize_name(each.name), [])
        assert found, f"{each.name} is not locked: type `make lock`"
        assert all(each.specifier.contains(version) for version in found), each.name


def test_locks_agree() -> None:
    """What is tested is what runs: both locks hold the same versions."""
    run, develop = map(locked, LOCKS)
    assert run == {name: develop[name] for name in run}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_hashes(lock: str) -> None:
    """Every locked version names the files that may be installed for it."""
    pins = re.split(r"^(?=[a-z])", (ROOT / lock).read_text(), flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in pin for pin in pins)


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_knows_no_place(lock: str) -> None:
    """A lock names no server and no folder: it holds everywhere."""
    assert not re.search(r"://|^--|(?:^|\s)/\w", (ROOT / lock).read_text(), re.MULTILINE)


def test_build_backend_is_locked() -> None:
    """The project is built by a backend of the lock, so that set-up fetches nothing else."""
    needed = {Requirement(text).name for text in PROJECT["build-system"]["requires"]}
    assert needed <= locked(LOCKS[1]).keys()
