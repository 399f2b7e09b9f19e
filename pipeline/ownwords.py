"""The words a project says are right: its lists, and those of other tools that its settings name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline import project, wordlists
from pipeline.dictionaries.places import Inflected
from pipeline.errors import PipelineError
from pipeline.settings import Config
from pipeline.wordlists import WordList

COMMON = "common"
"""The list for every language."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The project's words by language, those that inflect, and what is wrong with its lists."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    inflected: tuple[Inflected, ...] = ()
    duplicates: tuple[str, ...] = ()
    """A line for each word that stands twice: no error, `pipeline words --tidy` takes it out."""
    errors: tuple[PipelineError, ...] = ()


def read(config: Config, languages: Iterable[str], named: Sequence[str] = ()) -> OwnWords:
    """
    Give the words of `words/<language>.txt` and `words/common.txt`, and of the files *named*.

    A list that cannot be read is an error, and gives no words; the others do.
    """
    errors: list[PipelineError] = []
    lists = {
        language: list(_own(config, language, errors))
        for language in dict.fromkeys((COMMON, *languages))
    }
    everywhere = frozenset[str]().union(
        *(one.words for one in lists[COMMON]),
        *(one.words for one in _foreign(config, named, errors)),
    )
    return OwnWords(
        {
            language: everywhere.union(*(one.words for one in own))
            for language, own in lists.items()
            if language != COMMON
        },
        tuple(_inflected(lists)),
        tuple(line for own in lists.values() for one in own for line in _twice(one)),
        tuple(errors),
    )


def path(config: Config, language: str) -> Path:
    """Say where a language's list stands."""
    return config.root / config.locale_dir / "words" / f"{language}.txt"


def _own(config: Config, language: str, errors: list[PipelineError]) -> Iterator[WordList]:
    place = path(config, language)
    if not (place.is_symlink() or place.exists()):
        return
    try:
        yield wordlists.parse(project.read(place, config.root))
    except PipelineError as error:
        errors.append(error)


def _foreign(
    config: Config, named: Sequence[str], errors: list[PipelineError]
) -> Iterator[WordList]:
    waiting = [Path(name) for name in named]
    seen: set[Path] = set()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        try:
            found = wordlists.read(project.read(config.root / name, config.root))
        except PipelineError as error:
            errors.append(error)
            continue
        # A list that is named is read, one that it would name in turn is not: none does.
        waiting += [name.parent / other for other in found.files]
        yield found


def _inflected(lists: Mapping[str, Sequence[WordList]]) -> Iterator[Inflected]:
    for language, own in lists.items():
        for one in own:
            for entry in one.inflected:
                whose = "" if language == COMMON else language
                yield Inflected(entry.word, entry.example, whose, one.path, entry.line)


def _twice(one: WordList) -> Iterator[str]:
    for entry, before in one.duplicates:
        yield f'{one.path}:{entry.line}: "{entry.word}" stands in line {before} already'
