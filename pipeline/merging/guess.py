"""
Which former message a new one is an edit of.

Likeness is measured in words and in letters, so that neither a moved clause nor a mended typo
hides an edit. Only messages that share rare words, or a place, are compared: the work grows with
the catalog, not with its square.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from rapidfuzz.distance import Indel, Postfix, Prefix

from pipeline.model import Key, Message

Slot = tuple[Key | None, Key | None]
"""A gap between two messages that both catalogs have."""

# Measured on nine kinds of edit in real catalogs (benchmarks/merge_fuzzy.py): between the same two
# neighbours, 95 of 100 edits keep half of their letters, and no other text has as many.
ALIKE = 0.8
ALIKE_IN_PLACE = 0.5
# What is still there was not edited, and a new message beside it is new: 9 of 100 resemble another
# at 0.85, and translators turn off what guesses at every message that is added.
ALIKE_TO_KEPT = 0.95
# Of two messages, one begins and ends as the other: a sentence came or went.
CONTAINED = 0.9

# Fewer words say too little where the place does not speak for them: "day 2" is no edited "day 1".
TELLING = 4

_REACH = 3
_CANDIDATES = 8
_FEATURES = 40
_COMMON = 60
# What a text begins with tells enough; the time of a comparison grows with the square.
_WORDS = 1000
_LETTERS = 6000

# Thai, Lao, Burmese, Khmer, Japanese and Chinese write no spaces: there a letter is a word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_WORD = re.compile(f"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\\W_])+")


@dataclass(frozen=True, slots=True)
class _Text:
    """A message as it is compared with others; *place* counts within its slot."""

    key: Key
    words: tuple[str, ...]
    letters: str
    kind: str
    slot: Slot | None = None
    place: int = 0
    kept: bool = False


def guess(
    new: Collection[Key], wanted: Iterable[Message], former: Iterable[Message]
) -> dict[Key, Key]:
    """
    Give for each *new* key among the *wanted* the key of the *former* message it is an edit of.

    The most alike are paired first, those in one place before all others, and no former message
    is used twice.

    >>> old, edited = Message("Take it with water.", ("Avec eau.",)), Message("Take it with WATER!")
    >>> guess({edited.key}, [edited], [old]) == {edited.key: old.key}
    True
    """
    if not new:
        return {}
    wanted, former = list(wanted), list(former)
    there = {message.key for message in wanted} & {
        message.key for message in former if not message.obsolete
    }
    targets = [text for text in _texts(wanted, there) if text.key in new]
    if not targets:
        return {}
    translated = {message.key for message in former if any(message.strings)}
    texts = (
        *_texts([message for message in former if not message.obsolete], there),
        *(_text(message) for message in former if message.obsolete),
    )
    sources = [text for text in texts if text.key in translated]
    guesses: dict[Key, Key] = {}
    used: set[Key] = set()
    for _, target, source in sorted(_pairs(targets, sources)):
        key, other = targets[target].key, sources[source].key
        if key not in guesses and other not in used:
            guesses[key] = other
            used.add(other)
    return guesses


def words(text: str) -> tuple[str, ...]:
    """Give the words of *text*, without case, up to a length that tells enough."""
    return tuple(match[0] for match in islice(_WORD.finditer(text.casefold()), _WORDS))


def _texts(messages: Iterable[Message], there: Container[Key]) -> Iterator[_Text]:
    """Give the messages with their slots; those *there* in both catalogs part the slots."""
    run: list[_Text] = []
    before: Key | None = None
    for message in messages:
        text = _text(message)
        if text.key not in there:
            run.append(text)
            continue
        yield from _placed(run, (before, text.key))
        yield replace(text, kept=True)
        before, run = text.key, []
    yield from _placed(run, (before, None))


def _placed(run: list[_Text], slot: Slot) -> Iterator[_Text]:
    return (replace(text, slot=slot, place=place) for place, text in enumerate(run))


def _text(message: Message) -> _Text:
    found = words(message.id)
    kind = message.notes[0] if message.notes else ""
    return _Text(message.key, found, " ".join(found)[:_LETTERS], kind)


def _pairs(targets: Sequence[_Text], sources: Sequence[_Text]) -> Iterator[tuple[float, int, int]]:
    """Give each pair that is alike enough by its numbers, the most alike with the least rank."""
    index: dict[object, list[int]] = defaultdict(list)
    places: dict[tuple[Slot | None, int], int] = {}
    for number, source in enumerate(sources):
        places[source.slot, source.place] = number
        for feature in _features(source):
            index[feature].append(number)
    for number, target in enumerate(targets):
        steps = range(target.place - _REACH, target.place + _REACH + 1)
        near = (places[target.slot, step] for step in steps if (target.slot, step) in places)
        for other in dict.fromkeys((*near, *_candidates(target, index))):
            score = _likeness(target, sources[other])
            if score > 0:
                yield -score, number, other


def _candidates(target: _Text, index: dict[object, list[int]]) -> list[int]:
    """Give the sources that share most of what few share."""
    found = (index[feature] for feature in _features(target) if feature in index)
    votes: dict[int, float] = defaultdict(float)
    for numbers in sorted(found, key=len)[:_FEATURES]:
        if len(numbers) > _COMMON:
            break
        for number in numbers:
            votes[number] += 1 / len(numbers)
    return sorted(votes, key=lambda number: (-votes[number], number))[:_CANDIDATES]


def _features(text: _Text) -> Iterable[object]:
    """Give the words of *text*, and each two that stand side by side, once and in order."""
    return dict.fromkeys((*text.words, *pairwise(text.words)))


def _likeness(target: _Text, source: _Text) -> float:
    """Give how alike two texts are: from 0, if not enough, to 1, or more in the same place."""
    beside = target.slot is not None and target.slot == source.slot and target.kind == source.kind
    shorter = min(len(target.words), len(source.words))
    telling = shorter >= TELLING or beside
    if target.words == source.words and not (source.kept and not telling):
        return 1.0 + beside if target.words else 0.0
    if not shorter or not telling:
        return 0.0
    letters = float(Indel.normalized_similarity(target.letters, source.letters))
    if beside:
        score = letters
        # "green" keeps half the letters of "red": it takes a word in common as well.
        enough = ALIKE if set(target.words).isdisjoint(source.words) else ALIKE_IN_PLACE
    else:
        score = (letters + float(Indel.normalized_similarity(target.words, source.words))) / 2
        enough = ALIKE_TO_KEPT if source.kept else ALIKE
    if (
        (shorter > TELLING or beside)
        and not source.kept
        and _shared_ends(target, source) >= CONTAINED
    ):
        score = max(score, ALIKE)
    return score + beside if score >= enough else 0.0


def _shared_ends(target: _Text, source: _Text) -> float:
    """Give the share of the shorter text that begins and ends the longer one."""
    shorter = min(len(target.words), len(source.words))
    start = Prefix.similarity(target.words, source.words)
    end = Postfix.similarity(target.words, source.words)
    return min(start + end, shorter) / shorter
