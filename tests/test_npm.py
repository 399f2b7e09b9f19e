"""Dictionaries from npm: what is offered, what is tried, and what is never installed."""

from __future__ import annotations

import io
import json
import sys
import tarfile
from pathlib import Path

import pytest

from pipeline import dictionaries, npm
from pipeline.dictionaries import Setup, frequencies
from pipeline.errors import PipelineError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")

SCRIPT = """\
#!{python}
import json, pathlib, shutil, sys
here = pathlib.Path({here!r})
command, name = sys.argv[1], sys.argv[2]
with (here / "asked").open("a") as file:
    file.write(" ".join(sys.argv[1:]) + "\\n")
if name.partition("@")[0] != "dictionary-el":
    print(json.dumps({{"error": {{"code": {code!r}, "summary": "no such thing"}}}}))
    sys.exit(1)
if command == "view":
    said = {{"name": "dictionary-el", "version": "4.0.0", "license": "MPL-1.1"}}
    print(json.dumps(said))
else:
    shutil.copy(here / "packed.tgz", "dictionary-el-4.0.0.tgz")
    print("[]")
"""


def stand_in(folder: Path, files: dict[str, bytes], code: str = "E404") -> str:
    """Make an npm that has one package, holding *files*."""
    with tarfile.open(folder / "packed.tgz", "w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    script = folder / "npm"
    script.write_text(SCRIPT.format(python=sys.executable, here=str(folder), code=code))
    script.chmod(0o755)
    return str(script)


def greek(words: list[str] | None = None) -> dict[str, bytes]:
    """Give the files of a package for Greek."""
    words = words or list(frequencies.load("el", None).common)[:400]
    return {
        "package/index.aff": b"SET UTF-8\n",
        "package/index.dic": "\n".join([str(len(words)), *words, ""]).encode(),
        "package/license": b"Mozilla Public License",
        "package/index.js": b"throw 1",
        "../../outside.dic": b"1\nno\n",
    }


def test_what_is_offered_names_its_licence(tmp_path: Path) -> None:
    """Package, version and licence, before anything is fetched."""
    offered = npm.offer("el-GR", stand_in(tmp_path, greek()))
    assert (offered.locale, offered.package) == ("el", "dictionary-el")
    assert (offered.version, offered.license, offered.note) == ("4.0.0", "MPL-1.1", "")


def test_a_dictionary_is_added_and_used(tmp_path: Path) -> None:
    """Its words judge the language from now on, and its licence lies beside."""
    executable, user = stand_in(tmp_path, greek()), tmp_path / "user"
    added = npm.add(npm.offer("el", executable), user, executable)
    assert added.path == user / "el.dic"
    assert added.share == 1
    assert sorted(path.name for path in user.iterdir()) == [
        "el.aff",
        "el.dic",
        "el.json",
        "el.license",
    ]
    assert json.loads((user / "el.json").read_text())["license"] == "MPL-1.1"
    assert dictionaries.look_up("el", Setup(user=user)).used[0].place == "user"


def test_no_script_of_a_package_is_run(tmp_path: Path) -> None:
    """The exact version that was offered is fetched, and nothing of it is run."""
    executable = stand_in(tmp_path, greek())
    npm.add(npm.offer("el", executable), tmp_path / "user", executable)
    asked = (tmp_path / "asked").read_text().splitlines()[-1]
    assert asked == "pack dictionary-el@4.0.0 --json --ignore-scripts"


def test_no_path_of_the_archive_is_written_to(tmp_path: Path) -> None:
    """A package may name any path; only three files are read from it."""
    executable = stand_in(tmp_path, greek())
    npm.add(npm.offer("el", executable), tmp_path / "a" / "b" / "user", executable)
    assert list(tmp_path.rglob("outside.dic")) == []


def test_what_is_there_is_not_replaced_unless_asked(tmp_path: Path) -> None:
    """`--force` says so."""
    executable, user = stand_in(tmp_path, greek()), tmp_path / "user"
    offered = npm.offer("el", executable)
    npm.add(offered, user, executable)
    with pytest.raises(PipelineError, match=r"el\.dic: is there already; use --force"):
        npm.add(offered, user, executable)
    assert npm.add(offered, user, executable, force=True).share == 1


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (greek(["boat"] * 400), "knows only 0 % of the commonest words"),
        ({"package/index.aff": b"SET UTF-8\n"}, "dictionary-el has no index.dic"),
        (greek() | {"package/index.dic": b"900\nboat\n"}, "its .dic is cut"),
        (greek() | {"package/index.aff": b"SFX S Y 9\nSFX S 0 s .\n"}, "its .aff is cut"),
    ],
)
def test_what_fails_is_not_installed(tmp_path: Path, files: dict[str, bytes], why: str) -> None:
    """The folder is as it was."""
    executable, user = stand_in(tmp_path, files), tmp_path / "user"
    with pytest.raises(PipelineError, match=why):
        npm.add(npm.offer("el", executable), user, executable)
    assert not user.exists()


def test_a_broken_archive_is_told_of(tmp_path: Path) -> None:
    """One line, and nothing installed."""
    executable = stand_in(tmp_path, greek())
    (tmp_path / "packed.tgz").write_bytes(b"\x1f\x8bnonsense")
    with pytest.raises(PipelineError, match="dictionary-el cannot be unpacked"):
        npm.add(npm.offer("el", executable), tmp_path / "user", executable)


@pytest.mark.parametrize(
    ("tag", "why"),
    [
        ("ar", 'npm has no package "dictionary-ar"; `pipeline doctor` tells of other ways'),
        ("ja", 'no dictionary for "ja": Japanese is written without spaces'),
        ("fi", 'no dictionary for "fi": the free dictionary of Finnish'),
        ("q-q", 'unknown locale "q-q"'),
    ],
)
def test_what_there_is_not(tmp_path: Path, tag: str, why: str) -> None:
    """One clear line each."""
    with pytest.raises(PipelineError) as error:
        npm.offer(tag, stand_in(tmp_path, greek()))
    assert str(error.value).startswith(why)


def test_no_npm_is_one_clear_line() -> None:
    """With what to do instead."""
    with pytest.raises(PipelineError, match="npm is not installed; install Node"):
        npm.offer("el", "")


def test_no_network_is_one_clear_line(tmp_path: Path) -> None:
    """Npm's own code and summary."""
    with pytest.raises(PipelineError, match="npm failed: ENOTFOUND no such thing"):
        npm.offer("ar", stand_in(tmp_path, greek(), code="ENOTFOUND"))


def test_a_list_that_is_no_gain_is_not_installed_by_accident(tmp_path: Path) -> None:
    """German's package has the smaller of two lists."""
    offered = npm.Offer("de", "dictionary-de", "3.0.0", "GPL-2.0", "it has the plain list")
    with pytest.raises(PipelineError, match="plain list; use --force"):
        npm.add(offered, tmp_path, "npm")
