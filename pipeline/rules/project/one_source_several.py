"""project/one-source-several"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline import beside
from pipeline.findings import Found, Rule
from pipeline.model import Run
from pipeline.prose.passages import passages
from pipeline.prose.words import words as words_of

_MOST = 5
"""So many translations of one source are told; whoever mends these sees the next."""
_SHOWN = 60
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]+")
_LABEL = 4
"""A source of so many words may be a label, which goes into sentences and agrees with what is there."""
_SHORT = 3
_NO = frozenset("no non ne nem nao nei nej nie ni не нет ні ej ikke pas kein لا ما".split())
_DENSE = "\u2e80"
"""From here on, letters are of scripts that say much with few."""
# Two words with so much of the shorter one in common, from the first letter, are forms of one.
_STEM = 0.6


class _Key(NamedTuple):
    """What stands in two catalogs and should be translated in one way."""

    source: str
    context: str | None
    use: str


def check(translations: Sequence[Run], *, source: str, words: int = 2) -> Iterator[Found]:
    """
    One source has one translation in all catalogs of a language.

    Why: a reader who goes from one article to the next takes two names for two things. What most catalogs
    have counts as meant. Sources with less than `words` words of prose are not compared, nor is a heading
    with a sentence; case, endings, word order in a label, accents and punctuation make no difference.
    Fix: decide for one of the translations. Where both are needed, give one source a context (msgctxt) or
    write `# check: ignore project/one-source-several: reason` above the message.
    """
    groups: Mapping[_Key, list[Run]] = defaultdict(list)
    for run in beside.translated(translations):
        # The first plural form is not the translation of the whole.
        if not (run.message and run.message.plural):
            use = _use(run.segment.kind)
            groups[_Key(run.segment.id, run.segment.context, use)].append(run)
    for runs in groups.values():
        if len(runs) > 1 and len({run.text for run in runs}) > 1:
            yield from _several(runs, source or "en", words)


def _several(runs: Sequence[Run], source: str, least: int) -> Iterator[Found]:
    """Give the translations in *runs*, which have one source, that are not the most usual."""
    first = runs[0]
    length = _length(first, source)
    if length < least:
        return
    variants: Mapping[str, list[Run]] = defaultdict(list)
    for run in runs:
        variants[_folded(_prose(run))].append(run)
    if len(variants) == 1:
        return
    usual = max(variants.values(), key=lambda same: len(_paths(same)))
    theirs = _paths(usual)
    told = 0
    for same in variants.values():
        # Within one catalog it is for a rule that sees that.
        others = [run for run in same if run.origin.path not in theirs]
        if same is usual or not others or _forms(_prose(others[0]), _prose(usual[0]), length):
            continue
        yield _found(others, usual[0], len(theirs) - 1)
        told += 1
        if told == _MOST:
            return


def _found(runs: Sequence[Run], usual: Run, more: int) -> Found:
    place = usual.origin.place
    also = f", and so in {more} more" if more else ""
    message = f'the same source is "{_cut(usual.text)}" in {place.path}, line {place.line}{also}'
    found = beside.found(runs[0], 0, len(runs[0].text), message)
    return replace(found, others=tuple(run.origin.place for run in runs[1:]))


def _use(kind: str) -> str:
    """Give what a text is used as: an imperative is a noun above a chapter, and in a button."""
    name = kind.partition(" ")[0]
    if name in ("heading", "title"):
        return "heading"
    return name if name in ("table", "image", "accessible", "link", "summary") else "text"


def _paths(runs: Sequence[Run]) -> frozenset[str]:
    return frozenset(run.origin.path for run in runs)


def _length(run: Run, locale: str) -> int:
    segment = run.segment
    own = replace(run, text=segment.id, locale=locale, state="source", origin=segment.origin)
    return sum(len(words_of(passage.text, locale)) for passage in passages(own))


def _prose(run: Run) -> str:
    return " ".join(passage.text for passage in passages(run))


def _folded(text: str) -> str:
    """
    Give *text* without what two hands write in two ways: case, spaces, punctuation, accents.

    >>> _folded("L’e-mail : déjà envoyé.") == _folded("l'Email: deja envoyé")
    True
    """
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _WORD.findall(_MARKS.sub("", plain))


def _forms(one: str, other: str, length: int) -> bool:
    """
    Say whether two translations have the same words in other forms, in a label also in another order.

    >>> _forms("non disponible", "Non disponibles", 2), _forms("disponible", "non disponible", 2)
    (True, False)
    >>> _forms("Die Datei öffnen", "Öffnen Sie die Datei", 3), _forms("Wie geht’s", "Was nun", 2)
    (True, False)
    """
    mine, theirs = _words(one), _words(other)
    if length <= _LABEL:
        mine, theirs = _core(mine), _core(theirs)
    return len(mine) == len(theirs) and all(map(_form, mine, theirs))


def _core(found: Sequence[str]) -> list[str]:
    """Give the words in one order, without articles and prepositions; what denies stays."""
    return sorted(
        word
        for word in found
        if len(word) > _SHORT or word in _NO or word.isdecimal() or word[0] >= _DENSE
    )


def _form(one: str, other: str) -> bool:
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    common = next((index for index, (here, there) in pairs if here != there), shorter)
    return one == other or common >= max(_SHORT, _STEM * shorter)


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _message(path: str, source: str, string: str, *context: str) -> tuple[str, ...]:
    return path, source, string, *context


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        (
            _message("a.po", "Possible side effects", "Effets secondaires possibles"),
            _message("b.po", "Possible side effects", "Effets indésirables éventuels"),
        ),
        (
            _message("a.po", "Ask your doctor first.", "Demandez d’abord à votre médecin."),
            _message("b.po", "Ask your doctor first.", "Parlez-en avant à un médecin."),
        ),
        (
            _message("a.po", "Not allowed", "Non autorisé"),
            _message("b.po", "Not allowed", "Autorisé"),
        ),
    ),
    good=(
        (
            _message("a.po", "Possible side effects", "Effets secondaires possibles"),
            _message("b.po", "Possible side effects", "effets secondaires possibles :"),
        ),
        (
            _message("a.po", "Not available", "Non disponible"),
            _message("b.po", "Not available", "Non disponibles"),
        ),
        (_message("a.po", "When", "Quand"), _message("b.po", "When", "Date")),
        (
            _message("a.po", "Follow up", "Suivi", "noun"),
            _message("b.po", "Follow up", "Relancez-le", "verb"),
        ),
        (
            _message("a.po", "Possible side effects", "Effets secondaires possibles"),
            _message("a.po", "Possible side effects", "Effets indésirables éventuels"),
        ),
    ),
)
