"""prose/house-style"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from pipeline.findings import Fix, Found, Rule
from pipeline.housestyle import Style, matching
from pipeline.housestyle.matching import Hit, Index
from pipeline.model import Origin, Passage
from pipeline.prose.citations import is_citation
from pipeline.prose.sentences import sentences
from pipeline.prose.words import language

_TITLES = ("heading", "title", "table heading", "term", "caption")


def check(prose: Sequence[Passage], *, style: Style | None) -> Iterator[Found]:
    """
    The text uses the words that the project chose, and none that it ruled out.

    Why: one thing under two names makes readers look for a difference, and some words hurt the people
    that they are about.
    Fix: write what the finding proposes. The words stand in the project's terms file (see
    docs/house-style.md): `preferred` is a warning, `forbidden` an error. Reference lists keep theirs.
    """
    if style is None:
        return
    known: dict[str, tuple[Index, Index]] = {}
    try:
        for passage in prose:
            if passage.locale not in known:
                known[passage.locale] = _indexes(style, passage.locale)
            if not is_citation(passage.text):
                yield from _of(passage, *known[passage.locale])
    except matching.TooSlowError as error:
        place = Origin(style.terms.path, ((0, error.term.line or 1, 1),)).place
        message = f"the pattern {error.term.written} takes too long: nothing more is looked for"
        yield Found(place, message, text=error.term.written, level="warning")


def _indexes(style: Style, locale: str) -> tuple[Index, Index]:
    words, name = style.terms.words_of(locale), language(locale)
    return matching.index(words.forbidden, name), matching.index(words.preferred, name)


def _of(passage: Passage, forbidden: Index, preferred: Index) -> Iterator[Found]:
    for hit in matching.find(forbidden, passage.text):
        text = passage.text[hit.start : hit.end]
        if not _wanted_already(passage, hit):
            reason = f": {hit.term.remark}" if hit.term.remark else ""
            message = f'the house style forbids "{text}"{reason}'
            yield Found.of(passage, hit.start, hit.end, message, *_proposed(passage, hit))
    for hit in matching.find(preferred, passage.text):
        if _wanted_already(passage, hit) or _only_a_capital(passage, hit):
            continue
        text, proposed = passage.text[hit.start : hit.end], _proposed(passage, hit)
        fix: Fix = "safe" if _sure(passage, hit, proposed) else "unsafe"
        message = f'the house style prefers another word to "{text}"'
        yield Found.of(passage, hit.start, hit.end, message, *proposed, fix=fix, level="warning")


def _proposed(passage: Passage, hit: Hit) -> tuple[str, ...]:
    """Give what is wanted, with the plural and the capitals of what stands there."""
    text = passage.text[hit.start : hit.end]
    wanted = hit.term.wanted
    if hit.plural:
        wanted = tuple(map(matching.plural, wanted))
    if hit.term.pattern or hit.term.written != hit.term.written.lower():
        return wanted
    if text == text.upper() and sum(letter.isupper() for letter in text) > 1:
        return tuple(word.upper() for word in wanted)
    if text[:1].isupper():
        return tuple(word[:1].upper() + word[1:] if word.islower() else word for word in wanted)
    return wanted


def _sure(passage: Passage, hit: Hit, proposed: Sequence[str]) -> bool:
    """Say whether nobody needs to look: one word for another, and no article before it changes."""
    if len(proposed) > 1 or hit.plural or hit.term.pattern:
        return False
    before = passage.text[: hit.start].split()[-1:]
    vowels = {word[:1].lower() in "aeiou" for word in (passage.text[hit.start], proposed[0])}
    return not (before and before[0].lower() in ("a", "an") and len(vowels) > 1)


def _wanted_already(passage: Passage, hit: Hit) -> bool:
    """Say whether it is part of what is wanted: "email" of "email address"."""
    text = matching.normal(passage.text)
    for word in map(matching.normal, hit.term.wanted):
        first = max(hit.start - len(word), 0)
        window = text[first : hit.end + len(word)]
        # A wanted small letter is not there if a capital is.
        longer = len(word) > hit.end - hit.start
        for form in {word, word[:1].upper() + word[1:] if longer else word}:
            found = window.find(form)
            while found >= 0:
                begin = first + found
                if begin <= hit.start and begin + len(form) >= hit.end:
                    return True
                found = window.find(form, found + 1)
    return False


def _only_a_capital(passage: Passage, hit: Hit) -> bool:
    """Say whether it differs in a capital that its place may ask for: a sentence's first, a title's."""
    text = passage.text[hit.start : hit.end]
    if all(text.casefold() != word.casefold() for word in hit.term.wanted):
        return False
    if text == text.upper() and len(text) > 1 and hit.term.written != text:
        return True
    lower = any(word[:1].islower() for word in hit.term.wanted)
    return text[:1].isupper() and lower and _may_be_capital(passage, hit.start)


def _may_be_capital(passage: Passage, start: int) -> bool:
    if passage.kind.startswith(_TITLES):
        return True
    before = passage.text[:start].rstrip("\"'“”‘’„«»‹›([ \u00a0")
    return before.endswith((":", "—", "–")) or any(
        passage.text[first:start].strip("\"'“”‘’„«»‹›([ \u00a0") == ""
        for first, _ in _starts(passage.text, passage.locale)
        if first <= start
    )


@functools.lru_cache(maxsize=64)
def _starts(text: str, locale: str) -> tuple[tuple[int, int], ...]:
    return sentences(text, locale)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Send us an e-mail today.",
        "E-mails are read once a day.",
        "She suffers from low mood.",
        "The dose of Ketamine is small.",
    ),
    good=(
        "Send us an email today.",
        "She has a low mood.",
        "Ketamine helps. The dose of ketamine is small.",
        "Run `e-mail` first.",
        ("fr", "Un e-mail suffit."),
    ),
)
