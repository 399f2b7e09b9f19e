"""
The open end for machine translation: a function of the user's fills what is empty, for review.

The package brings no such function. One is given the texts of one catalog at once, the tags (BCP 47)
of the language they are in and of the one to translate to, and gives as many translations, in
their order; None or an empty string where it has none:

    def translate(texts: Sequence[str], source: str, target: str) -> Sequence[str | None]: ...
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline import limits
from pipeline.errors import PipelineError
from pipeline.merging import memory
from pipeline.model import Catalog, Message

Translate = Callable[[Sequence[str], str, str], Sequence[str | None]]


def prefill(catalog: Catalog, translate: Translate, *, source: str, origin: str) -> Catalog:
    """
    Give *catalog* with what *translate* makes of its empty live messages: fuzzy, with its *origin*.

    What was offered once and emptied is not offered again. A message with plural forms is left to
    people: a function of texts cannot know which number a form is for. What the function raises, or
    gives instead of texts, is its author's to put right.

    >>> empty = Catalog("fr", messages=(Message("sea"),))
    >>> filled = prefill(empty, lambda texts, *_: ["mer"], source="en", origin="engine:run")
    >>> filled.messages[0].string, filled.messages[0].fuzzy, filled.messages[0].comments
    ('mer', True, ('Offered from engine:run',))
    """
    asked = [message for message in catalog.messages if _empty(message)]
    if not asked:
        return catalog
    texts = [message.id for message in asked]
    strings = _call(translate, texts, source, catalog.locale, origin)
    filled = {
        message.key: _fill(message, string, origin)
        for message, string in zip(asked, strings, strict=True)
        if string and string.strip()
    }
    messages = tuple(
        filled.get(message.key, message) if _empty(message) else message
        for message in catalog.messages
    )
    return replace(catalog, messages=messages)


def _empty(message: Message) -> bool:
    if message.obsolete or message.plural is not None or any(message.strings):
        return False
    return not memory.offered(message)


def _fill(message: Message, string: str, origin: str) -> Message:
    comments = (*message.comments, memory.OFFERED + origin)
    return replace(message, strings=(string,), fuzzy=True, comments=comments)


def _call(
    translate: Translate, texts: Sequence[str], source: str, target: str, origin: str
) -> Sequence[str | None]:
    """Call the user's function, and take nothing from it but texts."""
    hint = "give a list with a text or None for each text"
    try:
        strings: object = translate(texts, source, target)
    # Whatever a function of the user's raises is the user's error, and names the function.
    except (Exception, SystemExit) as error:
        text = f"{origin} raised {type(error).__name__}: {' '.join(str(error).split())}"
        raise PipelineError(text, hint="mend the function, or update without it") from error
    if not isinstance(strings, Sequence) or isinstance(strings, (str, bytes)):
        raise PipelineError(f"{origin} gave {type(strings).__name__}, not a list", hint=hint)
    if len(strings) != len(texts):
        raise PipelineError(f"{origin} gave {len(strings)} texts for {len(texts)}", hint=hint)
    for string in strings:
        if string is not None and not isinstance(string, str):
            raise PipelineError(f"{origin} gave {type(string).__name__} for a text", hint=hint)
        reason = limits.refusal(string or "") or ("" if _writable(string or "") else "no Unicode")
        if reason:
            raise PipelineError(f"{origin} gave a text that cannot be used: {reason}", hint=hint)
    return strings


def _writable(text: str) -> bool:
    """Say whether *text* can stand in a file: half of a surrogate pair cannot."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
