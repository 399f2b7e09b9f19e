"""The words a project says are right: its lists, and those of other tools that its settings name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline import project, store, wordlists
from pipeline.dictionaries.places import Inflected
from pipeline.errors import PipelineError
from pipeline.model import Source
from pipeline.settings import Config
from pipeline.wordlists import Entry, WordList, plain

COMMON = "common"
"""The list for every language."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The project's words by language, those that inflect, and what is wrong with its lists."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    inflected: tuple[Inflected, ...] = ()
    duplicates: tuple[str, ...] = ()
    """A line for each word that stands twice: no error, `pipeline words tidy` takes it out."""
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


def add(config: Config, language: str, words: Iterable[str]) -> tuple[str, ...]:
    """
    Put *words* into a language's list, in order; give those that it did not have.

    An entry may have an example, "ketamine/wine". Raises `PipelineError` for one that cannot be a word.
    """
    place = path(config, language)
    shown = place.relative_to(config.root).as_posix()
    old = project.read(place, config.root) if place.is_symlink() or place.exists() else None
    text = plain.text(old) if old else ""
    known = {_entry(entry) for entry in wordlists.parse(old).entries} if old else set()
    asked = [_asked(word, shown) for word in words]
    new = tuple(word for word in dict.fromkeys(asked) if word not in known)
    if new:
        whole = "\n".join((*text.splitlines(), *new, ""))
        data = wordlists.tidy(whole).encode()
        store.write(place, data, root=config.root, replaces=old.data if old else None)
    return new


def tidy(config: Config, language: str) -> bool:
    """Put a language's list in order; tell whether that changed anything."""
    place = path(config, language)
    if not place.exists():
        return False
    source = project.read(place, config.root)
    text = wordlists.tidy(plain.text(source))
    return store.write(place, text.encode(), root=config.root, replaces=source.data)


def _asked(word: str, path: str) -> str:
    """Give a word as a list has it, refused where a list would refuse it."""
    found = wordlists.parse(Source(path, word.encode("utf-8", "replace"))).entries
    if len(found) != 1:
        hint = "name words, each by itself"
        raise PipelineError(f'"{word.strip()[:40]}" is no word', hint=hint)
    return _entry(found[0])


def _entry(entry: Entry) -> str:
    return f"{entry.word}/{entry.example}" if entry.example else entry.word


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
