"""
Whether a translation is one: what it lost, added or broke of its source, and what of that may not be shown.

A translator is free in order and emphasis, in the words that stand in code, and in the language of what
a link leads to. What breaks the page, leads a reader elsewhere or takes away what the source has is
damage: the source is shown in its place.
"""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from pipeline import limits, mdbook
from pipeline.faithful import literal, markup, quick
from pipeline.faithful.fault import Fault
from pipeline.model import Message, Run, Segment

__all__ = ["Fault", "breaking", "faults", "judge", "of", "shown"]

# Shown as they are written: nothing in them is Markdown.
_PLAIN = ("title", "description", "image alternative", "accessible name", "link title", "abbrev")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})|0*(\d{1,7}));?")
# An image's tag shows its alternative; any other says nothing by itself.
_UNSEEN = re.compile(r"<!--.*?-->|<[!?][^>]*>|</?(?!img\b)[A-Za-z][^>]*>", re.DOTALL)
# Words and their punctuation, in which nothing can be lost or broken: no sign of markup, of a
# placeholder or of a block, and nothing that hides or turns what stands behind it.
_PROSE = re.compile(
    r"[^\W\d_][^\[\]<>`*_{}\\&|@~%$\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]{0,1000}+"
)
# Without any of these a text is the same for the parser as for a reader.
_MARKUP = re.compile(r"[\[\]<>`*_{}\\&|\n@~%]|://|www\.")


def faults(
    source: str,
    translation: str,
    *,
    kind: str = "paragraph",
    locale: str = "",
    printf: bool = False,
    references: Collection[str] = (),
) -> tuple[Fault, ...]:
    """
    Give what *translation* lost, added or broke of *source*, in order of its place.

    *kind* is that of the segment. *locale* is the translation's: a link that leads to another language
    is told, but no *locale* makes a fault breaking. With *printf* a percent sign begins a placeholder.
    *references* are the labels that the article defines, where they are known: `[a]` alone may be one.

    >>> [fault.message for fault in faults("See [the guide](guide.md).", "Voir [le guide](guide.md.")]
    ['link target guide.md of the source is missing']
    >>> faults("A **red** boat, `make`d.", "Un bateau rouge, `make`.")
    ()
    """
    return _faults(source, translation, kind, locale, printf, frozenset(references))


def judge(
    segment: Segment, message: Message, locale: str, references: Collection[str] = ()
) -> tuple[Fault, ...]:
    """Give the faults of the translation of *segment* that *message* has; the rest as for `faults`."""
    translation = shown(segment, message)
    if segment.accepts is not None:
        reason = limits.refusal(translation)
        if reason is None and not segment.accepts(translation):
            reason = "it would not stay in its comment or string"
        return (Fault("limit", 0, reason),) if reason else ()
    source = mdbook.shown(segment.known_as) or segment.id
    if _is_prose(source) and _is_prose(translation):
        return ()
    return faults(
        source,
        translation,
        kind=segment.kind,
        locale=locale,
        printf=printf(message),
        references=references,
    )


def shown(segment: Segment, message: Message) -> str:
    """Give the translation as the parser of the pages is to read it."""
    return mdbook.shown(message.string) if segment.known_as else message.string


def of(run: Run) -> tuple[Fault, ...]:
    """Give the faults of a run that has a translation, be it shown or refused."""
    if run.state not in ("translated", "refused"):
        return ()
    translated = run.state == "translated"
    message = run.message or Message(run.segment.id, (run.text,))
    # A refused run is in the source's language.
    found = judge(run.segment, message, run.locale if translated else "")
    if not translated and not breaking(found):
        # Only the article knows which words in brackets are links by themselves.
        return (*found, Fault("markup", 0, "a reference differs from the source"))
    return found


def breaking(found: Sequence[Fault]) -> bool:
    """Say whether a translation with these faults may not be shown."""
    return any(fault.breaking for fault in found)


def printf(message: Message | None) -> bool:
    """Say whether the catalog marks *message* as a format string, in which `%s` is a placeholder."""
    return _printf(message.flags) if message else False


# All messages of a project have the same few.
@lru_cache(maxsize=1024)
def _printf(flags: tuple[str, ...]) -> bool:
    return any(flag.endswith("-format") and not flag.startswith("no-") for flag in flags)


# The page and each rule ask of the same run: four times the work without this.
@lru_cache(maxsize=16384)
def _faults(  # noqa: PLR0917 - a key of the cache
    source: str,
    translation: str,
    kind: str,
    locale: str,
    printf: bool,
    references: frozenset[str],
) -> tuple[Fault, ...]:
    plain = kind.startswith(_PLAIN)
    if reason := limits.refusal(translation if plain else _decoded(translation)):
        return (Fault("limit", 0, reason),)
    if source == translation or kind.startswith("code"):
        return ()
    if not _shows(translation, plain) and _shows(source, plain):
        return (Fault("limit", 0, "it shows nothing"),)
    found = list(literal.blocks(source, translation))
    if plain:
        found += literal.signs(source, translation, printf=printf)
    elif (_MARKUP.search(translation) or _MARKUP.search(source)) and not quick.is_same(
        source, translation
    ):
        found += markup.differences(
            source, translation, kind=kind, locale=locale, printf=printf, references=references
        )
        if not breaking(found):
            found += literal.marks(source, translation)
    return tuple(sorted(found, key=lambda fault: fault.offset))


def _is_prose(text: str) -> bool:
    return _PROSE.fullmatch(text) is not None and "://" not in text and "www." not in text


def _decoded(text: str) -> str:
    """Give *text* with its numeric references as the characters they stand for, hidden ones too."""

    def character(match: re.Match[str]) -> str:
        number = int(match[1], 16) if match[1] else int(match[2])
        return chr(number) if number <= sys.maxunicode else match[0]

    return _REFERENCE.sub(character, text) if "&#" in text else text


def _shows(text: str, plain: bool) -> bool:
    """Say whether a reader sees or hears anything of *text*."""
    if text[:1].isalpha():
        return True  # Nothing that is taken out begins so.
    seen = text if plain else html.unescape(_UNSEEN.sub("", text))
    return any(unicodedata.category(character)[0] in "LNPS" for character in seen)
