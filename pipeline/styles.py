"""Reads the files of a project's house style: its terms, and the style packages that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from pipeline import article, locales, project, toml
from pipeline.errors import ConfigError, PipelineError
from pipeline.housestyle import Style, terms, vale
from pipeline.housestyle.terms import Terms
from pipeline.housestyle.vale import Reading, ini
from pipeline.housestyle.vale.document import Text
from pipeline.housestyle.vale.ini import Chosen, Ini
from pipeline.model import Source
from pipeline.session import Session
from pipeline.settings import Config

_CHECKS = (".yml", ".yaml")
_OWN = "Vale"
"""The style that Vale brings along, of which the project's vocabulary is a part."""


def load(session: Session, settings: Config) -> Style | None:
    """
    Give the house style, if the project has one.

    The session keeps what is wrong with the files, and tells what of a package is not read.
    """
    asked = settings.style
    if not asked.terms and not asked.vale:
        return None
    own = session.guard(lambda: _terms(settings)) if asked.terms else None
    source = locales.language(settings.source)
    checks = {}
    told: dict[str, None] = {}
    for language, names in asked.vale.items():
        readings = [_package(settings, name) for name in names]
        for reading in readings:
            session.note(*reading.errors)
            told |= dict.fromkeys(reading.notes)
        checks[language or source] = tuple(one for each in readings for one in each.checks)
    # A style may be named twice, by itself and in a .vale.ini.
    for note in told:
        session.tell(note)
    return Style(own or Terms(), checks)


def known(words: Mapping[str, frozenset[str]], style: Style | None) -> dict[str, frozenset[str]]:
    """Give the project's *words* by language with those that its terms say are right."""
    return {
        language: own | (style.spelt(language) if style else frozenset())
        for language, own in words.items()
    }


def _terms(settings: Config) -> Terms:
    source = project.read(settings.root / settings.style.terms, settings.root)
    return terms.parse(source, settings.source)


def _package(settings: Config, name: str) -> Reading:
    """Read what one entry of the settings names."""
    path = settings.root / name
    try:
        if PurePosixPath(name).suffix == ".ini":
            return _by_ini(settings, path)
        if path.suffix in _CHECKS:
            return vale.read([_check(settings, path, path.resolve().parent.name)])
        reading = vale.read(_folder(settings, path))
        return replace(reading, notes=(*_deeper(settings, path), *reading.notes))
    except PipelineError as error:
        return Reading(errors=(error,))


def _folder(settings: Config, folder: Path) -> list[tuple[Source, str]]:
    """Read the checks of a style, or of each style in a folder of styles."""
    if not folder.is_dir():
        hint = "name a folder of YAML files, one of these, or a .vale.ini"
        raise ConfigError("no such folder", path=_shown(settings, folder), hint=hint)
    own = _files(folder)
    inside = [one for one in sorted(folder.iterdir()) if one.is_dir() and one.name != "config"]
    found = [_check(settings, path, folder.resolve().name) for path in own]
    for style in inside if not own else ():
        found += [_check(settings, path, style.name) for path in _files(style)]
    if not found:
        hint = "a style of Vale is a folder of files such as Terms.yml"
        raise ConfigError("holds no checks", path=_shown(settings, folder), hint=hint)
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in _CHECKS and path.is_file())


def _deeper(settings: Config, folder: Path) -> Iterator[str]:
    """Name the folders below that of a style, which hold checks that nobody reads."""
    for one in sorted(folder.iterdir()) if _files(folder) else ():
        if one.is_dir() and _files(one):
            yield f"{_shown(settings, one)}/: is not read: checks stand in the folder of their style"


def _check(settings: Config, path: Path, style: str) -> tuple[Source, str]:
    return project.read(path, settings.root), f"{style}.{path.stem}"


def _by_ini(settings: Config, path: Path) -> Reading:
    """Read the styles that a `.vale.ini` is based on, at the levels that it sets."""
    asked = ini.read(project.read(path, settings.root))
    folder = path.parent / asked.folder
    if not folder.resolve().is_relative_to(settings.root.resolve()):
        hint = "copy the styles into the project"
        message = f"StylesPath leads out of the project: {toml.quote(asked.folder)}"
        raise ConfigError(message, path=asked.path, line=asked.line, hint=hint)
    single = (name.partition(".")[0] for name, level in asked.levels.items() if level != "off")
    found: list[tuple[Source, str]] = []
    errors: list[PipelineError] = []
    deeper: list[str] = []
    for style in dict.fromkeys((*asked.styles, *single)):
        if style == _OWN and not (folder / style).is_dir():
            continue
        try:
            whole = _style(settings, folder / style, asked)
        except PipelineError as error:
            errors.append(error)
            continue
        deeper += _deeper(settings, folder / style)
        found += [one for one in whole if style in asked.styles or one[1] in asked.levels]
    accepted, rejected = _vocabulary(settings, folder, asked, errors)
    words = [one.text for one in accepted]
    reading = vale.read(found, asked.levels, words, asked.least)
    default: Chosen = "on" if _OWN in asked.styles else "off"
    try:
        levels = {"Vale.Terms": default, "Vale.Avoid": default, **asked.levels}
        own = vale.vocabulary(accepted, rejected, asked.path, levels)
    except PipelineError as error:
        own, errors = (), [*errors, error]
    return Reading(
        (*reading.checks, *own),
        (*asked.notes, *deeper, *reading.notes),
        (*errors, *reading.errors),
    )


def _style(settings: Config, folder: Path, asked: Ini) -> list[tuple[Source, str]]:
    if folder.is_dir():
        return _folder(settings, folder)
    hint = f"put the style into {_shown(settings, folder.parent)}/; nothing is fetched"
    message = f"there is no style {toml.quote(folder.name)}"
    raise ConfigError(message, path=asked.path, line=asked.line, hint=hint)


def _vocabulary(
    settings: Config, folder: Path, asked: Ini, errors: list[PipelineError]
) -> tuple[list[Text], list[Text]]:
    """Read the words that are accepted and rejected, where Vale 3 keeps them and where Vale 2 did."""
    given: dict[str, list[Text]] = {"accept": [], "reject": []}
    for name in asked.vocabularies:
        places = [folder / "config/vocabularies" / name, folder / "Vocab" / name]
        place = next((one for one in places if one.is_dir()), None)
        if place is None:
            hint = f"it is looked for in {_shown(settings, places[0])}/"
            message = f"there is no vocabulary {toml.quote(name)}"
            errors.append(ConfigError(message, path=asked.path, hint=hint))
            continue
        for kind in given:
            file = place / f"{kind}.txt"
            if file.is_file():
                given[kind] += _words(project.read(file, settings.root))
    return given["accept"], given["reject"]


def _words(source: Source) -> Iterator[Text]:
    for number, line in enumerate(article.decode(source.data, source.path).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield Text(line.strip(), number)


def _shown(settings: Config, path: Path) -> str:
    inside = path.is_relative_to(settings.root)
    return path.relative_to(settings.root).as_posix() if inside else str(path)
