"""The words of a whole site: which of them no dictionary has, and which of our own nobody uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import check, locales, ownwords, project, stages, wordlists
from pipeline.errors import PipelineError
from pipeline.findings import Finding
from pipeline.model import Place, Version
from pipeline.prose import passages
from pipeline.session import Session
from pipeline.settings import Config, Setting
from pipeline.wordlists import plain

_RULE = "prose/spelling"
_ENDING = 2
"""Letters at the end of an entry with an example that an inflected form may lack."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that no dictionary has, how often it stands on the site, and where first."""

    word: str
    language: str
    count: int
    place: Place
    suggestions: tuple[str, ...] = ()
    certainty: float = 0.0
    """The chance that the first suggestion is what was meant."""


@dataclass(frozen=True, slots=True)
class Unused:
    """An entry that no text holds, and the line of its list."""

    word: str
    path: str
    line: int


def unknown(session: Session, settings: Config, chosen: Sequence[str] = ()) -> list[Unknown]:
    """
    Give the unknown words of all articles and translations, by frequency; no other rule is asked.

    Also those that may well be words, and of which a check says nothing: they may belong into a list.
    """
    off = {name: Setting(level="off") for name in check.rules() if name != _RULE}
    options = settings.rules[_RULE].options if _RULE in settings.rules else {}
    only = replace(settings, rules=off | {_RULE: Setting(options={**options, "strict": True})})
    checked = stages.check(session, only, stages.read(session, only), chosen)
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in checked:
        if not chosen or one.result.locale in chosen:
            for finding in one.result.findings:
                found[finding.text, locales.language(finding.locale)].append(finding)
    told = [_told(word, language, each) for (word, language), each in found.items()]
    return sorted(told, key=lambda one: (-one.count, one.language, one.word))


def unused(session: Session, settings: Config) -> list[Unused]:
    """
    Give the entries of the project's lists that stand nowhere on the site.

    Not even inside another word: where compounds and endings are many, a word too much does no harm,
    and one too few is an alarm.
    """
    texts = _texts(stages.versions(session, settings, stages.read(session, settings)))
    languages = dict.fromkeys(map(locales.language, settings.locales))
    everywhere = "\n".join(texts.values())
    found: list[Unused] = []
    for name in (ownwords.COMMON, *languages):
        text = everywhere if name == ownwords.COMMON else texts.get(name, "")
        try:
            found += _unused(settings, name, text)
        except PipelineError as error:
            session.note(error)
    return found


def _told(word: str, language: str, found: Sequence[Finding]) -> Unknown:
    best = max(found, key=lambda one: one.certainty)
    count = sum(1 + len(one.others) for one in found)
    place = min(one.place for one in found)
    return Unknown(word, language, count, place, best.suggestions, best.certainty)


def _texts(versions: Sequence[Version]) -> dict[str, str]:
    """Give all that is said in each language, folded; also what waits for review."""
    found: dict[str, list[str]] = defaultdict(list)
    for version in versions:
        for run in version.runs:
            said = (passage.text for passage in passages.passages(run))
            found[locales.language(run.locale)] += said
            if run.message:
                # Shown or not: somebody has written it, and will want its words.
                found[locales.language(version.locale)] += run.message.strings
    return {language: plain.clean("\n".join(said)).casefold() for language, said in found.items()}


def _unused(settings: Config, name: str, text: str) -> Iterator[Unused]:
    path = ownwords.path(settings, name)
    if not (path.is_symlink() or path.exists()):
        return
    listed = wordlists.parse(project.read(path, settings.root))
    for entry in listed.entries:
        stem = entry.word[:-_ENDING] if entry.example else entry.word
        if (stem or entry.word).casefold() not in text:
            yield Unused(entry.word, listed.path, entry.line)
