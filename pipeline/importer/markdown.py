"""
Markdown to an article: front matter if it has none, its first heading as the title.

All else stays byte for byte, but for the headings' own marks: a body begins at level 2.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

import yaml

from pipeline import front_matter, limits
from pipeline.errors import ArticleError
from pipeline.importer import writer

_FRONT = re.compile(r"---[ \t]*\n((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = re.compile(r"\+\+\+[ \t]*\n((?:.*\n)*?)\+\+\+[ \t]*(?:\n|\Z)")
_INDENTED = re.compile(r"\s*(?:\{|[ \t])")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})(.*)$")
_ATX = re.compile(r"(#{1,6})(?!#)(.*)$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_NO_TITLE = re.compile(r"[ \t]|[-+*](?:\s|$)|[>|<#]|\d+[.)]\s|```|~~~")
_RAW = re.compile(r" {0,3}<(!--|(?:pre|script|style|textarea)\b)", re.IGNORECASE)
_LONGEST = 20
"""Marks in a fence; a longer one counts as one of these."""
_INLINE = (
    (re.compile(r"(?<![ \t])[ \t]+\{[^{}]*\}\s*$"), ""),
    (re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]*|[^<>@\s]+@[^<>@\s]+)>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"(?<!\\)(?:\*+|`+|(?<!\w)_+(?=\w)|(?<=[^\W_])_+(?!\w))"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading: the first of its lines, how many there are, its level and its text."""

    index: int
    lines: int
    level: int
    text: str


def read(text: str, path: str) -> writer.Draft:
    """
    Give the draft of an article that Markdown makes.

    >>> draft = read("Tea\\n===\\n\\n# Why *tea*?\\n\\nHot.\\n", "tea.md")
    >>> draft.title, draft.body
    ('Tea', '## Why *tea*?\\n\\nHot.\\n')
    """
    front, fields, body, before = _front(text, path)
    rows = body.split("\n")
    headings = list(_headings(rows))
    title = str(fields.get("title") or "").strip()
    first = next((heading for heading in headings if heading.level == 1), None)
    guesses: list[str] = []
    drop: _Heading | None = None
    if not title:
        drop = first or (headings[0] if headings and not any(rows[: headings[0].index]) else None)
        title = _plain(drop.text) if drop else writer.stem(path)
        guesses.append(_about_title(drop, before))
    elif first and _same(first.text, title):
        drop = first
        guesses.append(f"line {before + first.index + 1}: the title again, left out of the body")
    kept = [heading for heading in headings if heading is not drop]
    levels = _levels([heading.level for heading in kept])
    if any(level != heading.level for level, heading in zip(levels, kept, strict=True)):
        guesses.append("the levels of headings moved: the body begins at level 2")
    moved = {heading.index: (heading, level) for heading, level in zip(kept, levels, strict=True)}
    return writer.Draft(
        title=title,
        body="\n".join(_rewritten(rows, moved, drop)).lstrip("\n"),
        guesses=tuple(guesses),
        front=front,
        has=frozenset(fields) | ({"locale"} if "lang" in fields else set()),
    )


def _front(text: str, path: str) -> tuple[str, Mapping[str, object], str, int]:
    """The front matter as it stands, its fields, the body, and how many lines come before that."""
    if match := _TOML.match(text):
        fields = _toml(match.group(1), path)
        front = _dumped(fields, path)
    elif match := _FRONT.match(text):
        found = _yaml(match.group(1), path)
        if not isinstance(found, dict):
            # Between two rules stands text, not fields.
            return "", {}, text, 0
        fields = {str(key): value for key, value in found.items()}
        front = match.group(1)
        if "title" in fields and not fields["title"]:
            # An empty title would win over the one that is found.
            del fields["title"]
            front = _dumped(fields, path)
        # What is added to a mapping in braces, or one that is moved in, would not be in it.
        front = _dumped(fields, path) if _INDENTED.match(front) else front
    else:
        return "", {}, text, 0
    return front, fields, text[match.end() :], text.count("\n", 0, match.end())


def _yaml(text: str, path: str) -> object:
    limits.check_front_matter(text, path)
    try:
        front_matter.refuse_costly(text, path)
        found = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        message = f"the front matter does not parse: {error.problem or 'not YAML'}"
        hint = 'put a value that holds ": " in quotation marks'
        raise ArticleError(message, path=path, line=line, hint=hint) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        message = "the front matter does not parse"
        raise ArticleError(message, path=path, line=1, hint="write it as YAML") from None
    return {} if found is None else found


def _toml(text: str, path: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        message = "the front matter does not parse as TOML"
        number = int(line.group(1)) + 1 if line else 1
        hint = 'close the line between two "+++", or write YAML between two "---"'
        raise ArticleError(message, path=path, line=number, hint=hint) from None


def _dumped(fields: Mapping[str, object], path: str) -> str:
    try:
        return yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=10_000)
    except (yaml.YAMLError, RecursionError):
        message = "the front matter has a value that YAML cannot hold"
        raise ArticleError(message, path=path, line=1, hint="write it as text") from None


def _headings(rows: Sequence[str]) -> Iterator[_Heading]:
    """The headings that Python-Markdown sees, outside code and raw HTML."""
    fences, ends = _last_fences(rows), _last_ends(rows)
    index, begins = 0, True
    while index < len(rows):
        row = rows[index]
        below = rows[index + 1] if index + 1 < len(rows) else ""
        after = _behind_code(rows, index, fences, ends)
        atx = _ATX.match(row)
        if after > index:
            index, begins = after, True
        elif atx and (text := atx.group(2).strip().rstrip("#").rstrip()):
            yield _Heading(index, 1, len(atx.group(1)), text)
            index, begins = index + 1, True
        elif begins and row.strip() and _UNDERLINE.match(below) and not _NO_TITLE.match(row):
            yield _Heading(index, 2, 1 if below[0] == "=" else 2, row.strip())
            index, begins = index + 2, True
        else:
            index, begins = index + 1, not row.strip()


def _behind_code(
    rows: Sequence[str], index: int, fences: Mapping[tuple[str, int], int], ends: Mapping[str, int]
) -> int:
    """The index behind the code or raw HTML that begins here, or *index* if none does."""
    row = rows[index]
    if fence := _FENCE.match(row):
        mark = fence.group(1)
        if fences.get((mark[0], min(len(mark), _LONGEST)), -1) <= index:
            return index
        return next(i + 1 for i in range(index + 1, len(rows)) if _closes(rows[i], mark))
    if raw := _RAW.match(row):
        end = _end(raw.group(1))
        if ends.get(end, -1) < index:
            return index
        return next(i + 1 for i in range(index, len(rows)) if end in rows[i].lower())
    return index


def _closes(row: str, mark: str) -> bool:
    fence = _FENCE.match(row)
    wide = min(len(mark), _LONGEST)
    return bool(fence and fence.group(1)[0] == mark[0] and len(fence.group(1)) >= wide) and not (
        fence and fence.group(2).strip()
    )


def _last_fences(rows: Sequence[str]) -> dict[tuple[str, int], int]:
    """Where the last fence stands that can close one of such a mark and length."""
    last: dict[tuple[str, int], int] = {}
    for index, row in enumerate(rows):
        fence = _FENCE.match(row)
        if fence and not fence.group(2).strip():
            mark = fence.group(1)
            for length in range(3, min(len(mark), _LONGEST) + 1):
                last[mark[0], length] = index
    return last


def _end(opening: str) -> str:
    return "-->" if opening == "!--" else f"</{opening.lower()}"


def _last_ends(rows: Sequence[str]) -> dict[str, int]:
    ends = [_end(name) for name in ("!--", "pre", "script", "style", "textarea")]
    return {end: index for index, row in enumerate(rows) for end in ends if end in row.lower()}


def _levels(levels: Sequence[int]) -> list[int]:
    """The levels that begin at 2: all moved alike, if the first is the highest."""
    shift = 2 - min(levels, default=2)
    moved = [min(level + shift, 6) for level in levels]
    return moved if moved[:1] in ([], [2]) else writer.outline(levels)


def _rewritten(
    rows: Sequence[str], moved: Mapping[int, tuple[_Heading, int]], drop: _Heading | None
) -> Iterator[str]:
    """The lines of the body: the title's left out, the headings' marks as they have to be."""
    skipped = set(range(drop.index, drop.index + drop.lines)) if drop else set()
    if drop and drop.index + drop.lines < len(rows) and not rows[drop.index + drop.lines].strip():
        # One of the two empty lines around it.
        skipped.add(drop.index + drop.lines)
    skipped |= {index + 1 for index, (heading, _) in moved.items() if heading.lines == 2}
    for index, row in enumerate(rows):
        if index in skipped:
            continue
        if index not in moved:
            yield row
            continue
        heading, level = moved[index]
        if heading.lines == 2:
            yield writer.heading(level, heading.text)
        else:
            yield "#" * level + row[heading.level :]


def _plain(text: str) -> str:
    """The words of a heading, without its marks."""
    for pattern, by in _INLINE:
        text = pattern.sub(by, text)
    return " ".join(unescape(text).split())


def _same(one: str, other: str) -> bool:
    return _plain(one).casefold() == _plain(other).casefold()


def _about_title(heading: _Heading | None, before: int) -> str:
    if heading is None:
        return "no heading begins the text: the title is made of the file's name"
    marks = "" if heading.text == _plain(heading.text) else ", without its marks"
    return f"line {before + heading.index + 1}: taken as the title{marks}"
