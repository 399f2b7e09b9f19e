"""One wording where another is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.housestyle.vale import header, patterns
from pipeline.housestyle.vale.document import Document, Text
from pipeline.housestyle.vale.header import Header, Hit
from pipeline.housestyle.vale.scopes import Block

FIELDS = frozenset({"swap", "exceptions", "ignorecase", "nonword", "vocab", "pos", "capitalize"})

_REFERENCE = re.compile(r"\$(?:\{(\w+)\}|(\d))")
_PHRASE = re.compile(r"[\w \-'.]*+")


@dataclass(frozen=True, slots=True)
class Substitution:
    """
    All wordings in one pattern, in which the group `k3` is the fourth of *wanted*.

    One that refers to a group of its own has a pattern to itself, and so have their *keys* in order.
    """

    found: tuple[str, ...]
    keys: tuple[str, ...]
    wanted: tuple[str, ...]
    exceptions: str = ""
    ignore_case: bool = False


def read(document: Document, accepted: Sequence[str]) -> Substitution:
    """Give the check in *document*; the longest wording is looked for first."""
    document.require("swap")
    pairs = sorted(document.pairs("swap"), key=lambda pair: -len(pair[0].text))
    return build(
        document,
        tuple(pairs),
        ignore_case=document.flag("ignorecase"),
        word=not document.flag("nonword"),
        exceptions=(
            *(one.text for one in document.texts("exceptions")),
            *(accepted if document.flag("vocab", default=True) else ()),
        ),
    )


def build(
    document: Document,
    pairs: Sequence[tuple[Text, Text]],
    *,
    ignore_case: bool,
    word: bool,
    exceptions: Sequence[str] = (),
) -> Substitution:
    """Give the check of *pairs* of a wording and what is wanted instead."""
    together, alone = [], []
    for index, (key, _) in enumerate(pairs):
        if patterns.refers(key.text):
            token = patterns.scoped(key.text)
            flags = "(?im)" if ignore_case else "(?m)"
            alone.append(rf"{flags}\b(?:{token})\b" if word else f"{flags}{token}")
        else:
            token = patterns.scoped(patterns.plain_groups(key.text))
            together.append(f"(?P<k{index}>{token})")
    joined = [patterns.alternatives(together, word=word, ignore_case=ignore_case)]
    found = (*(joined if together else ()), *alone)
    keys = tuple(one.text for one, _ in pairs)
    let_be = patterns.exceptions(exceptions)
    patterns.check(document, *found, parts=tuple(key for key, _ in pairs))
    patterns.check(document, let_be, parts=document.texts("exceptions"))
    wanted = tuple(value.text for _, value in pairs)
    return Substitution(found, keys, wanted, let_be, ignore_case)


def find(check: Substitution, head: Header, blocks: Sequence[Block]) -> Iterator[Hit]:
    """Give each wording that is not one of those wanted instead."""
    referring = [index for index, key in enumerate(check.keys) if patterns.refers(key)]
    first = len(check.found) - len(referring)
    for number, pattern in enumerate(check.found):
        curly = "’" in pattern
        own = referring[number - first] if number >= first else None
        for block in blocks:
            text = block.as_written if curly else block.text
            for match in patterns.finditer(pattern, text):
                index = int((match.lastgroup or "k0")[1:]) if own is None else own
                yield from _hit(check, head, block, match, index)


def _hit(
    check: Substitution,
    head: Header,
    block: Block,
    match: regex.Match[str],
    index: int,
) -> Iterator[Hit]:
    start, end = match.span()
    wanted = _expanded(check, index, match[0])
    replaces = head.action.name == "replace"
    options = _options(wanted)
    if _same(match[0], wanted, options, replaces=replaces):
        return
    if patterns.excepted(check.exceptions, match.string, start, end):
        return
    if not replaces or head.action.params:
        proposed = header.replaced(head, match[0])
        said = header.like(match[0], wanted) if head.recase else wanted
    else:
        # An entry that tells cases apart is about them.
        recased = check.ignore_case or head.recase
        proposed = tuple(header.like(match[0], one) if recased else one for one in options)
        proposed = tuple(one for one in proposed if one != match[0]) or options
        head = replace(head, message=header.single_quoted(head.message))
        said = header.listed(proposed if head.recase else options)
        first = head.message.find("%s")
        if first > 0 and head.message[first - 1] in "'\"":
            said = said[1:-1]
    yield Hit(block, start, end, head.say(said, match[0]), proposed)


def _options(wanted: str) -> tuple[str, ...]:
    r"""Give what *wanted* offers: a bar parts two wordings, unless it is written `\|`."""
    parts = wanted.replace(r"\|", "\0").split("|")
    return tuple(part.replace("\0", "|") for part in parts if part)


def _same(text: str, wanted: str, options: Sequence[str], *, replaces: bool) -> bool:
    """Say whether *text* is wanted already; where nothing is replaced, *wanted* may be a pattern."""
    if replaces or _PHRASE.fullmatch(wanted):
        return text in options
    try:
        return patterns.search(rf"\A(?:{wanted})\Z", text) is not None
    except regex.error:
        return text == wanted


def _expanded(check: Substitution, index: int, text: str) -> str:
    """Put the groups of a wording into what is wanted, where that names them: "$1 files"."""
    wanted = check.wanted[index]
    if not _REFERENCE.search(wanted):
        return wanted
    match = patterns.search(f"(?i){check.keys[index]}", text)

    def put(reference: re.Match[str]) -> str:
        name = reference[1] or reference[2]
        try:
            return (match and match[int(name) if name.isdecimal() else name]) or ""
        except IndexError:
            return reference[0]

    return _REFERENCE.sub(put, wanted)
