"""
Dictionaries from npm: `dictionary-*`, some fifty languages, each with its licence in its package.

The user's own `npm` looks up and fetches; it checks what it gets against the registry's hashes. No
script of a package is run and nothing of it is unpacked but the three files that are wanted. What
does not load, or fails the canary, is not installed.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import dictionaries, locales, store
from pipeline.dictionaries import files, places
from pipeline.errors import PipelineError

SECONDS = 120
_LARGEST = 100_000_000
_FILES = {"package/index.aff": "aff", "package/index.dic": "dic", "package/license": "license"}

_NAMED = {"no": "nb", "pt": "pt-BR", "sr-Cyrl": "sr", "en-US": "en"}
"""Locales that are offered the list of another."""

_WITH_REGION = frozenset("de-AT de-CH en-AU en-CA en-GB en-ZA es-AR pt-BR pt-PT sr-Latn".split())
"""Regions and scripts that have a package of their own."""

_PACKAGES = {"pt-BR": "dictionary-pt"}
_STEMS = {"en": "en_US", "sr": "sr_RS_cyr", "sr-Latn": "sr_RS_lat"}

_WORSE = {
    "de": "it has the plain list, which rejects 88 of 1,000 good words; the installed one, 64",
    "en": "it has 49,568 entries; the installed ones know 98 % of them, and far more",
    "en-GB": "it has 49,601 entries, the installed one 96,158",
}
"""Packages that are no gain, and why: `--force` installs them all the same."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What npm has for a locale, to be shown before it is fetched."""

    locale: str
    package: str
    version: str
    license: str
    """As the package says it, in the terms of SPDX."""
    note: str = ""
    """Why it is no gain, if it is none."""

    @property
    def stem(self) -> str:
        """The name its files will have."""
        return _STEMS.get(self.locale, self.locale.replace("-", "_"))


@dataclass(frozen=True, slots=True)
class Added:
    """A dictionary that was installed: where, and the share of the commonest words that it knows."""

    offer: Offer
    path: Path
    share: float | None


def find() -> str:
    """Give the path of the user's npm, or nothing."""
    return shutil.which("npm") or ""


def offer(tag: str, npm: str) -> Offer:
    """
    Ask npm what it has for *tag*.

    Raises `PipelineError` where there is no npm, no network or no such package, and for languages
    that no list can judge.
    """
    locale = served(locales.parse(tag))
    why = dictionaries.hopeless(locale)
    if why:
        raise PipelineError(f'no dictionary for "{locale}": {why}')
    name = _PACKAGES.get(locale, f"dictionary-{locale.lower()}")
    said = _run(npm, "view", name, "name", "version", "license", "--json")
    # npm wraps the answer in a list where a range of versions was asked for.
    data = said[-1] if isinstance(said, list) and said else said
    if not isinstance(data, dict) or data.get("name") != name:
        raise PipelineError(f"npm does not describe {name}")
    version = str(data.get("version", ""))
    if not re.fullmatch(r"\d+\.\d+\.\d+[\w.+-]*", version):
        raise PipelineError(f"npm tells no version of {name}")
    return Offer(
        locale, name, version, str(data.get("license") or "not said"), _WORSE.get(locale, "")
    )


def served(locale: str) -> str:
    """
    Give the locale whose list judges *locale*, as npm divides them.

    >>> [served(tag) for tag in ("pt", "pt-AO", "fr-CA", "en-GB", "no")]
    ['pt-BR', 'pt-PT', 'fr', 'en-GB', 'nb']
    """
    if locale in _NAMED or locale in _WITH_REGION:
        return _NAMED.get(locale, locale)
    language = locales.language(locale)
    return "pt-PT" if language == "pt" else _NAMED.get(language, language)


def add(offered: Offer, folder: Path, npm: str, *, force: bool = False) -> Added:
    """
    Fetch what was offered, try it, and put it into *folder*.

    Raises `PipelineError`, with *folder* as it was: one that is there already or is no gain, unless
    *force* is given, and one that does not load, or does not know its language.
    """
    there = folder / f"{offered.stem}.dic"
    if not force and there.exists():
        raise PipelineError("is there already", path=str(there), hint="use --force to replace it")
    if not force and offered.note:
        hint = "use --force to install it all the same"
        raise PipelineError(f"{offered.package}: {offered.note}", hint=hint)
    fetched = _fetch(offered, npm)
    share = _try(offered, fetched)
    source = {"package": offered.package, "version": offered.version, "license": offered.license}
    fetched["json"] = json.dumps(source, indent=2).encode() + b"\n"
    _write(offered.stem, fetched, folder)
    return Added(offered, there, share)


def _fetch(offered: Offer, npm: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory(prefix="dictionary-") as name:
        wanted = f"{offered.package}@{offered.version}"
        _run(npm, "pack", wanted, "--json", "--ignore-scripts", folder=name)
        packed = sorted(Path(name).glob("*.tgz"))
        if len(packed) != 1:
            raise PipelineError(f"npm did not fetch {wanted}")
        found = _unpack(packed[0].read_bytes(), offered.package)
    for ending in ("aff", "dic"):
        if ending not in found:
            raise PipelineError(f"{offered.package} has no index.{ending}")
    return found


def _unpack(data: bytes, package: str) -> dict[str, bytes]:
    """Give the wanted files by their endings. No path of the archive is ever written to."""
    found: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
            for member in archive:
                ending = _FILES.get(member.name)
                if ending and member.isfile() and member.size <= _LARGEST:
                    file = archive.extractfile(member)
                    assert file is not None, "a regular file can be read"
                    found[ending] = file.read()
    except (tarfile.TarError, OSError, EOFError) as error:
        raise PipelineError(f"{package} cannot be unpacked: {error}") from None
    return found


def _try(offered: Offer, fetched: Mapping[str, bytes]) -> float | None:
    wrong = files.wrong(fetched["aff"], fetched["dic"])
    share = None
    if not wrong:
        with tempfile.TemporaryDirectory(prefix="dictionary-") as name:
            _write(offered.stem, fetched, Path(name))
            found = places.Dictionary(offered.stem, Path(name, offered.stem), "user")
            loaded = dictionaries.try_out(found, offered.locale)
            wrong, share = loaded.why, loaded.share
    if wrong:
        raise PipelineError(f"{offered.package} is not installed: {wrong}")
    return share


def _write(stem: str, fetched: Mapping[str, bytes], folder: Path) -> None:
    # The words last: they are what is looked for.
    for ending in sorted(fetched, key=lambda ending: ending == "dic"):
        store.write(folder / f"{stem}.{ending}", fetched[ending], root=folder)


def _run(npm: str, *arguments: str, folder: str | None = None) -> Any:
    """Give what npm prints, as data."""
    if not npm:
        hint = "install Node.js, or put the .aff and .dic files into the folder of dictionaries"
        raise PipelineError("npm is not installed", hint=hint)
    command = [npm, *arguments]
    try:
        # The arguments are ours; a locale among them has been parsed.
        done = subprocess.run(
            command, cwd=folder, capture_output=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        raise PipelineError(f"npm did not answer in {SECONDS} seconds", hint="try again") from None
    except OSError as error:
        raise PipelineError(f"npm cannot be run: {error.strerror}") from None
    if done.returncode:
        raise _failure(arguments[1], done.stdout, done.stderr)
    try:
        return json.loads(done.stdout or b"null")
    except ValueError:
        raise PipelineError(f"npm {arguments[0]} did not answer in JSON") from None


def _failure(name: str, stdout: bytes, stderr: bytes) -> PipelineError:
    try:
        said = json.loads(stdout)["error"]
        code, summary = str(said["code"]), str(said["summary"])
    except (ValueError, KeyError, TypeError):
        # Without --json in older versions: "npm ERR! code E404".
        match = re.search(rb"npm (?:ERR!|error) code (\S+)", stderr)
        code, summary = match[1].decode("ascii", "replace") if match else "", ""
    if code == "E404":
        hint = "`pipeline doctor` tells of other ways"
        return PipelineError(f'npm has no package "{name}"', hint=hint)
    reason = " ".join(f"{code} {summary}".split()) or "it says nothing"
    return PipelineError(f"npm failed: {reason}", hint="try `npm ping`")
