"""What is built from the repository: one version, everything in it, and a command that starts."""

from __future__ import annotations

import re
import tarfile
import tomllib
import zipfile
from email.message import Message
from email.parser import Parser
from importlib import metadata
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import pipeline

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """Build the wheel, which takes a tenth of a second and no network."""
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")))
    return zipfile.Path(built)


@pytest.fixture(scope="session")
def described(wheel: zipfile.Path) -> Message:
    """Give what the wheel says of itself."""
    folder = next(entry for entry in wheel.iterdir() if entry.name.endswith(".dist-info"))
    return Parser().parsestr((folder / "METADATA").read_text("utf-8"))


def shipped() -> set[str]:
    """Give every file of the package."""
    files = (path for path in (ROOT / "pipeline").rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if path.suffix != ".pyc"}


def test_wheel_has_every_file_of_the_package(wheel: zipfile.Path) -> None:
    """Templates, styles, catalogs and type markers travel with the code."""
    assert shipped() <= set(wheel.root.namelist())


def test_wheel_has_nothing_else(wheel: zipfile.Path) -> None:
    """Tests, articles and tools stay at home."""
    assert {name.partition("/")[0] for name in wheel.root.namelist()} == {
        "pipeline",
        f"article_pipeline-{pipeline.__version__}.dist-info",
    }


@pytest.mark.parametrize("suffix", [".css", ".html", ".po", ".typed"])
def test_package_has_more_than_code(suffix: str) -> None:
    """The test above would also pass if there were no such files."""
    assert any(name.endswith(suffix) for name in shipped())


def test_source_archive_is_complete(tmp_path: Path) -> None:
    """Who has the source archive has all that make needs."""
    (built,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path))
    with tarfile.open(built) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {"Makefile", "LICENSE", "README.md", "CHANGELOG.md", "requirements-dev.lock"}
    assert needed | shipped() | {"tests/test_packaging.py", "docs/dependencies.md"} <= names


def test_one_version(described: Message) -> None:
    """The version is written in one place."""
    assert described["Version"] == pipeline.__version__


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Name", "article-pipeline"),
        ("License-Expression", "Apache-2.0"),
        ("License-File", "LICENSE"),
        ("Requires-Python", ">=3.11"),
        ("Description-Content-Type", "text/markdown"),
    ],
)
def test_metadata(described: Message, name: str, value: str) -> None:
    """The wheel says what it is, under which licence, and for which Python."""
    assert described[name] == value


def test_every_python_is_named(described: Message) -> None:
    """Each version that the project promises is a classifier."""
    wanted = {f"Programming Language :: Python :: 3.{minor}" for minor in range(11, 15)}
    assert wanted <= set(described.get_all("Classifier", []))


def test_command_resolves() -> None:
    """`pipeline` starts what `python -m pipeline` starts."""
    module, _, name = PROJECT["scripts"]["pipeline"].partition(":")
    entry = metadata.EntryPoint("pipeline", f"{module}:{name}", "console_scripts")
    assert (module, callable(entry.load())) == ("pipeline.__main__", True)


def test_changelog_has_the_version_or_what_comes() -> None:
    """A reader finds the present version in the change log, or what is not yet released."""
    headings = re.findall(
        r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert headings[0] in {"Unreleased", pipeline.__version__}


def test_licence_is_whole() -> None:
    """The licence file is the whole text, from its title to its appendix."""
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "Apache License" in text.lstrip()[:20]
    assert "END OF TERMS AND CONDITIONS" in text
