"""What every check of Vale has: its name, its level, what it says, where it looks, and what it does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline import toml
from pipeline.findings import Level
from pipeline.housestyle.vale import scopes
from pipeline.housestyle.vale.document import Document
from pipeline.housestyle.vale.scopes import Block, Scope

LEVELS: Mapping[str, Level] = {"error": "error", "warning": "warning", "suggestion": "note"}
"""Vale's levels, and what they are called here."""
COMMON = frozenset(
    "extends message level scope link action limit description name tests code matchcase".split()
)
"""The fields of every check."""

_EDITS = frozenset("remove trim trim_left trim_right truncate replace split".split())

_PLACE = re.compile(r"%(?:\[(\d)\])?[sdv]")
_DOUBLED = ("'%s'", '"%s"')


@dataclass(frozen=True, slots=True)
class Action:
    """What Vale would do about a match; only some of it makes a suggestion."""

    name: str = ""
    params: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """The fields that every check has; *name* is "Style.Check", *line* that of what it looks for."""

    name: str
    path: str
    message: str
    level: Level = "warning"
    scope: Scope = ()
    link: str = ""
    action: Action = Action()
    line: int = 1
    recase: bool = False

    def say(self, *values: str) -> str:
        """Give the message for *values*, behind the check's name."""
        given = iter(values)

        def put(match: re.Match[str]) -> str:
            if match[1]:
                index = int(match[1]) - 1
                return values[index] if 0 <= index < len(values) else match[0]
            return next(given, match[0])

        return f"{self.name}: {' '.join(_PLACE.sub(put, self.message).split())}"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found in a block: from where to where, what it says, and what it proposes."""

    block: Block
    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()


def read(document: Document, name: str, level: Level | None) -> tuple[Header, tuple[str, ...]]:
    """Give the header, with *level* instead of its own, and the scopes that cannot be told here."""
    document.require("extends", "message")
    given = document.text("level", "warning")
    if given not in LEVELS:
        message = f'"level" must be error, warning or suggestion, not {toml.quote(given)}'
        raise document.error(message, document.lines["level"])
    scope, unknown = scopes.parse([one.text for one in document.texts("scope")])
    table = document.table("action")
    names, params = table.get("name", ()), table.get("params", ())
    patterned = ("tokens", "swap", "raw", "first", "either", "token", "match", "extends")
    return Header(
        name=name,
        path=document.path,
        message=document.text("message"),
        level=level or LEVELS[given],
        scope=scope,
        link=document.text("link"),
        action=Action(names[0] if names else "", params),
        line=next(document.lines[field] for field in patterned if field in document.lines),
        recase=document.flag("matchcase") or document.flag("capitalize"),
    ), unknown


def undone(header: Header) -> str:
    """
    Name the action of *header*, if nothing is done for it here.

    >>> undone(Header("A.B", "", "", action=Action("edit", ("regex", "a", "b"))))
    'edit regex'
    """
    name, params = header.action.name, header.action.params
    if name == "edit" and params:
        return "" if params[0] in _EDITS else f"edit {params[0]}"
    return "" if name in ("", "replace", "remove") else name


def replaced(header: Header, text: str) -> tuple[str, ...]:
    """Give what the action of *header* makes of *text*; nothing, where that is for a person to say."""
    action = header.action
    if action.name == "replace" and action.params:
        return tuple(like(text, one) if header.recase else one for one in action.params)
    if action.name == "remove":
        return ("",)
    if action.name == "edit" and action.params:
        edited = _edited(text, action.params)
        return (edited,) if edited != text else ()
    return ()


def like(text: str, word: str) -> str:
    """
    Give *word* with a capital, if *text* begins with one.

    >>> like("Utilise", "use"), like("utilise", "Use")
    ('Use', 'Use')
    """
    return word[:1].upper() + word[1:] if text[:1].isupper() and word[:1].islower() else word


def single_quoted(message: str) -> str:
    """Give *message* for several proposals, which come without quotation marks of their own."""
    for quoted in _DOUBLED:
        if message.count(quoted) == 2:
            return message.replace(quoted, "%s", 1)
    return message


def listed(options: Sequence[str]) -> str:
    """
    Name *options* in a sentence.

    >>> listed(["stop"]), listed(["stop", "exit", "end"])
    ("'stop'", "'stop', 'exit', or 'end'")
    """
    quoted = [f"'{one}'" for one in options]
    if len(quoted) < 3:
        return " or ".join(quoted)
    return f"{', '.join(quoted[:-1])}, or {quoted[-1]}"


def _edited(text: str, params: tuple[str, ...]) -> str:
    """Give *text* as the parameters of an "edit" say; "regex" is not done: its patterns are Go's."""
    name, *given = params
    match name, given:
        case "remove", _:
            signs = "".join(given)
            text = "".join(one for one in text if one not in signs)
        case "trim", [signs]:
            text = text.strip(signs)
        case "trim_left", [signs]:
            text = text.lstrip(signs)
        case "trim_right", [signs]:
            text = text.rstrip(signs)
        case "truncate", [mark]:
            text = text.partition(mark)[0]
        case "replace", [old, new]:
            text = text.replace(old, new)
        case "split", [mark, index] if index.isdecimal():
            text = dict(enumerate(text.split(mark))).get(int(index), text)
    return text.strip()
