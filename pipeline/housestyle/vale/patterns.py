"""
Patterns that come from outside: compiled, held to a time, and what went wrong with them said by line.

Vale's engine is .NET's with look-behind of any width; `regex` is the Python module that has that too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import regex

from pipeline.errors import ConfigError
from pipeline.housestyle.vale.document import Document, Text

SECONDS = 0.5
"""The processor's time that one search in a paragraph may take; an ordinary one takes 0.00002."""

_FLAGS = re.compile(r"\(\?([a-z]*(?:-[a-z]+)?)\)")
# A named group of one token must not clash with that of another, nor a number count theirs.
_GROUP = re.compile(r"\\.|\[(?:\\.|[^\]\\])*+\]|(\((?:\?P?<(?![=!])\w+>|(?!\?)))", re.DOTALL)
_BACK = re.compile(r"(?<!\\)(?:\\\\)*+\\(?:[1-9]|k<)|\(\?P=")


class TooSlowError(Exception):
    """A search took longer than `SECONDS`; the check that asked for it is switched off."""


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> regex.Pattern[str]:
    """Give *pattern* compiled; each process does so once."""
    return regex.compile(pattern)


def finditer(pattern: str, text: str) -> list[regex.Match[str]]:
    """Give the matches of *pattern* that are not empty, or raise `TooSlowError`."""
    try:
        # All at once: what is done between two matches would be counted, too.
        found = list(compiled(pattern).finditer(text, timeout=_allowed(text)))
    except TimeoutError:
        raise TooSlowError from None
    return [match for match in found if match.end() > match.start()]


def search(pattern: str, text: str) -> regex.Match[str] | None:
    """Give the first match of *pattern*, if *pattern* is not empty, or raise `TooSlowError`."""
    try:
        return compiled(pattern).search(text, timeout=_allowed(text)) if pattern else None
    except TimeoutError:
        raise TooSlowError from None


def check(document: Document, *patterns: str, parts: Iterable[Text] = ()) -> None:
    """Raise a `ConfigError` for the first of *patterns* that does not compile, at the line of its part."""
    for pattern in patterns:
        try:
            compiled(pattern)
        except (regex.error, RecursionError, ValueError, OverflowError) as error:
            raise _refused(document, error, tuple(parts)) from None


def alternatives(tokens: Iterable[str], *, word: bool, ignore_case: bool) -> str:
    r"""
    Give the pattern of all *tokens* at once, between the ends of words if *word*.

    >>> alternatives(["very", "(?i)so"], word=True, ignore_case=False)
    '(?m)\\b(?:very|(?i:so))\\b'
    """
    joined = "|".join(map(scoped, tokens))
    body = rf"\b(?:{joined})\b" if word else f"(?:{joined})"
    return f"(?{'im' if ignore_case else 'm'}){body}"


def scoped(token: str) -> str:
    """
    Give *token* with the flags that it begins with held to itself.

    >>> scoped("(?i)data|base")
    '(?i:data|base)'
    """
    flags = _FLAGS.match(token)
    if flags is None:
        return token
    return f"(?{flags[1]}:{scoped(token[flags.end() :])})"


def plain_groups(token: str) -> str:
    r"""
    Give *token* with groups that capture nothing, as long as it does not refer to one.

    >>> plain_groups(r"(a|b) [(] \((?:c)")
    '(?:a|b) [(] \\((?:c)'
    """
    return token if refers(token) else _GROUP.sub(lambda one: "(?:" if one[1] else one[0], token)


def refers(token: str) -> bool:
    """Say whether *token* refers back to a group of its own."""
    return bool(_BACK.search(token))


def captures(pattern: str) -> bool:
    """Say whether *pattern* has a group that captures."""
    return compiled(pattern).groups > 0


def exceptions(terms: Iterable[str]) -> str:
    """Give the pattern of what is let be: words in the case in which they are written, the longest first."""
    ordered = sorted({term for term in terms if term.strip()}, key=lambda term: (-len(term), term))
    return alternatives(ordered, word=True, ignore_case=False) if ordered else ""


def excepted(pattern: str, text: str, start: int, end: int) -> bool:
    """Say whether what stands from *start* to *end* holds an exception, or is part of a longer one."""
    if not pattern:
        return False
    if search(pattern, text[start:end]) is not None:
        return True
    # "mea" is let be in "mea culpa".
    around = text[max(start - 80, 0) : end + 80]
    shift = start - max(start - 80, 0)
    return any(
        one.start() <= shift and one.end() >= shift + end - start
        for one in finditer(pattern, around)
    )


def _allowed(text: str) -> float:
    """Give the seconds for a search of *text*: twice as many for one of 100,000 characters."""
    return SECONDS * (1 + len(text) / 100_000)


def _refused(document: Document, error: Exception, parts: tuple[Text, ...]) -> ConfigError:
    line, shown = None, ""
    for part in parts:
        try:
            compiled(scoped(part.text))
        except (regex.error, RecursionError, ValueError, OverflowError) as own:
            line, shown, error = part.line, part.text, own
            break
    reason = getattr(error, "msg", "") or str(error) or type(error).__name__
    short = shown if len(shown) <= 60 else f"{shown[:59]}…"
    about = f" `{short}`" if short else ""
    hint = "mend it, or switch the check off"
    return document.error(f"the pattern{about} does not compile: {reason}", line, hint)
