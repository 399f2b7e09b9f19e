"""What brought a dictionary, in which version, and under which licence: as its package says."""

from __future__ import annotations

import importlib.metadata
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from pipeline.dictionaries.places import Dictionary

UNKNOWN = "not said"

_LICENCES = {
    "AGPL": r"Affero General Public|\bAGPL",
    "LGPL": r"(?:Lesser|Library) General Public|\bLGPL",
    "GPL": r"(?<!Lesser )(?<!Library )(?<!Affero )General Public Licen|(?<![AL])GPL",
    "MPL": r"Mozilla Public|\bMPL\b",
    "CC-BY-SA": r"CC[- ]BY[- ]SA|Attribution[- ]Share ?Alike",
    "CC-BY": r"CC[- ]BY(?![- ]SA)|Creative Commons Attribution(?![- ]Share)",
    "BSD": r"\bBSD\b|Redistribution and use in source and binary forms",
    "MIT": r"\bMIT\b|Permission is hereby granted, free of charge",
    "Apache": r"Apache Licen[cs]e",
    "SISSL": r"\bSISSL\b",
    "public domain": r"public domain",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """A package, its version, and the licence it names."""

    package: str = ""
    version: str = ""
    license: str = UNKNOWN


def origin(found: Dictionary) -> Origin:
    """Say where a dictionary comes from; what nobody has written down is "not said"."""
    if found.place == "packages":
        return _of_distribution(found)
    beside = _beside(found)
    return beside or _of_debian(found.dic) or Origin(license=_told(found) or UNKNOWN)


def recognise(text: str) -> str:
    """
    Name the licences that a text speaks of, without a word on how they go together.

    >>> recognise("under the terms of the GNU Lesser General Public License (LGPLv3) and the MPL")
    'LGPL, MPL'
    """
    return ", ".join(name for name, words in _LICENCES.items() if re.search(words, text))


def _of_distribution(found: Dictionary) -> Origin:
    try:
        told = importlib.metadata.metadata(found.package).json
    except importlib.metadata.PackageNotFoundError:
        return Origin(found.package, "", _told(found) or UNKNOWN)
    own = _told(found)
    whole = str(told.get("license_expression") or recognise(str(told.get("license", ""))))
    return Origin(found.package, str(told["version"]), own or whole or UNKNOWN)


def _told(found: Dictionary) -> str:
    """Read the licence that lies beside a list, under its name or that of its language."""
    language = re.split("[-_]", found.name)[0]
    for name in (found.name, language):
        for ending in (".license", "_LICENSE", ".txt"):
            path = found.base.with_name(f"{name}{ending}")
            try:
                text = path.read_bytes()[:200_000].decode("utf-8", "replace")
            except OSError:
                continue
            return recognise(text) or f"see {path.name}"
    return ""


def _beside(found: Dictionary) -> Origin | None:
    """Read what `pipeline dictionaries add` wrote down."""
    try:
        said = json.loads(found.base.with_name(f"{found.base.name}.json").read_bytes())
        return Origin(f"npm {said['package']}", str(said["version"]), str(said["license"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _of_debian(path: Path) -> Origin | None:
    """Ask Debian's package manager, which knows every file's package."""
    dpkg = shutil.which("dpkg-query")
    if not dpkg:
        return None
    owner = _ask(dpkg, "--search", str(path.resolve())).partition(":")[0]
    if not owner or "," in owner:
        return None
    version = _ask(dpkg, "--show", "--showformat", "${Version}", owner)
    return Origin(owner, version, _copyright(Path("/usr/share/doc", owner, "copyright")))


def _copyright(path: Path) -> str:
    try:
        text = path.read_bytes()[:500_000].decode("utf-8", "replace")
    except OSError:
        return UNKNOWN
    # Debian's machine-readable form names each licence in a field of its own.
    fields = dict.fromkeys(re.findall(r"^License:[ \t]*(\S[^\n]*)", text, re.MULTILINE))
    return ", ".join(fields) or recognise(text) or f"see {path}"


def _ask(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""
