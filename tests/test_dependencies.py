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
EXTRAS = [
    (extra, Requirement(text))
    for extra, texts in PROJECT["project"]["optional-dependencies"].items()
    for text in texts
]
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


def nodes() -> Iterator[ast.AST]:
    """Give every node of every module of the pipeline."""
    for path in (ROOT / "pipeline").rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def imported() -> set[str]:
    """Give the packages that the pipeline imports, at once or when they are needed."""
    names: set[str] = set()
    for node in nodes():
        match node:
            case ast.Import(names=aliases):
                names.update(alias.name for alias in aliases)
            case ast.ImportFrom(module=str(module), level=0):
                names.add(module)
            case ast.Call(
                func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(module))]
            ):
                names.add(module)
    return {name.partition(".")[0] for name in names}


def named() -> set[str]:
    """Give every text of the code: the name of a parser, a package of data, may be one."""
    return {str(node.value) for node in nodes() if isinstance(node, ast.Constant)}


def test_each_dependency_has_a_row() -> None:
    """The table lists what is needed to run with its floor, in order, and nothing else."""
    assert [row[:2] for row in rows("To run")] == [(each.name, floor(each)) for each in RUN]


def test_each_extra_has_a_row() -> None:
    """The table lists the extras with their packages and floors, in order, and nothing else."""
    listed = [(extra, package.strip("`"), bound) for extra, package, bound, *_ in rows("By choice")]
    assert listed == [(extra, each.name, floor(each)) for extra, each in EXTRAS]


def test_each_tool_has_a_row() -> None:
    """The table lists what is needed to develop, in order, and nothing else."""
    assert [row[0] for row in rows("To develop")] == [each.name for each in DEVELOP]


@pytest.mark.parametrize("heading", ["To run", "By choice", "To develop"])
def test_each_row_has_its_reasons(heading: str) -> None:
    """No row leaves licence, use or floor without a word."""
    assert all(all(cells) for cells in rows(heading))


def test_each_import_is_declared() -> None:
    """What the code imports is a dependency of ours, not only of a dependency."""
    owners = metadata.packages_distributions()
    declared = {canonicalize_name(each.name) for each in RUN}
    by_choice = {each.name.replace("-", "_") for _, each in EXTRAS}
    undeclared = {
        name
        for name in imported() - sys.stdlib_module_names - {"pipeline"} - by_choice
        if not declared & set(map(canonicalize_name, owners.get(name, ())))
    }
    assert not undeclared


def test_each_dependency_is_used() -> None:
    """What no module names is not a dependency, unless its row says why it is there."""
    names = imported() | named()
    used = {
        canonicalize_name(owner)
        for package, owners in metadata.packages_distributions().items()
        for owner in owners
        if package in names
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
