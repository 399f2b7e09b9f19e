"""Where a comment goes that lets a finding be, with the reason for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from pipeline import article
from pipeline.errors import PipelineError
from pipeline.fixing import Change
from pipeline.lsp.positions import Positions
from pipeline.suppression.comments import Body

REASON = "reason"
"""What stands for the reason until somebody writes it."""

_CATALOGS = (".po",)
_QUOTATION = re.compile(r"[ \t]*(?:>[ \t]?)+")
# What a comment in a line of its own would tear apart: items, rows, and what hangs on them.
_INSIDE = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]|\||[ \t]|\[\^|:[ \t]|!!!")
_ROW_END = re.compile(r"[ \t]*\|?[ \t]*\Z")
_START = re.compile(r"\s*msg(?:id|ctxt)[ \t]*\"")
_CONTEXT = re.compile(r"\s*msgctxt[ \t]*\"")


@dataclass(frozen=True, slots=True)
class Insertion:
    """What is written, and the offset in it at which the reason begins."""

    change: Change
    reason: int


def insertion(text: str, path: str, line: int, rule: str) -> Insertion | None:
    """
    Give what lets *rule* be at a line, counted from 1; None where no comment can stand.

    In an article the comment goes above its block, or behind an item, a row and what hangs on them; in
    a catalog above the message.

    >>> insertion("One.\\n\\nTeh two.\\n", "a.md", 3, "prose/spelling").change
    Change(start=6, end=6, new='<!-- check: ignore prose/spelling: reason -->\\n')
    """
    here = Positions(text, "utf-32")
    lines = [text[slice(*here.line(number))] for number in range(here.number(len(text)) + 1)]
    if PurePath(path).suffix.lower() in _CATALOGS:
        number = _entry(lines, min(line, len(lines)) - 1)
        return number if number is None else _above(here, number, "# ", rule, "")
    try:
        one = article.parse(text.encode("utf-8", "replace"), path, "und")
    except PipelineError:
        return None
    if line < one.body_line:
        return _front_matter(lines, here, one.body_line, rule, known="check" in one.meta)
    body = Body(one.body)
    number = min(line - one.body_line, len(body.lines) - 1)
    first, last = body.block(number, number)
    quotation = _QUOTATION.match(body.lines[first])
    prefix = quotation[0] if quotation else ""
    if _INSIDE.match(body.lines[first], len(prefix)):
        # Not behind its first line: translators would see a comment between their words.
        return _behind(here, last + one.body_line - 1, rule)
    return _above(here, first + one.body_line - 1, f"{prefix}<!-- ", rule, " -->")


def _above(here: Positions, number: int, before: str, rule: str, after: str) -> Insertion:
    start = here.line(number)[0]
    head = f"{before}check: ignore {rule}: "
    return Insertion(Change(start, start, f"{head}{REASON}{after}{_newline(here)}"), len(head))


def _behind(here: Positions, number: int, rule: str) -> Insertion:
    start, end = here.line(number)
    line = here.text[start:end]
    match = _ROW_END.search(line)
    at = start + (match.start() if match and "|" in line else len(line.rstrip()))
    head = f" <!-- check: ignore {rule}: "
    return Insertion(Change(at, at, f"{head}{REASON} -->"), len(head))


def _front_matter(
    lines: list[str], here: Positions, body_line: int, rule: str, *, known: bool
) -> Insertion | None:
    """A field of its own, above the line that closes the front matter; one that is there is the author's."""
    closing = [n for n in range(1, min(body_line, len(lines))) if re.match(r"---|\.\.\.", lines[n])]
    if known or not closing:
        return None
    start = here.line(closing[0])[0]
    head = f"check: {{ignore: [{{{rule}: "
    return Insertion(Change(start, start, f"{head}{REASON}}}]}}{_newline(here)}"), len(head))


def _entry(lines: list[str], number: int) -> int | None:
    """Give the first line of the message that holds a line, its comments included."""
    while number < len(lines) and lines[number].lstrip().startswith("#"):
        number += 1
    number = min(number, len(lines) - 1)
    while number >= 0 and not _START.match(lines[number]):
        number -= 1
    if number < 0:
        return None
    above = number - 1
    while above >= 0 and lines[above].lstrip().startswith('"'):
        above -= 1
    if above >= 0 and _CONTEXT.match(lines[above]):
        number = above
    while number and lines[number - 1].startswith("#") and not lines[number - 1].startswith("#~"):
        number -= 1
    return number


def _newline(here: Positions) -> str:
    """Give the line end that the text has."""
    return "\r\n" if "\r\n" in here.text else "\n"
