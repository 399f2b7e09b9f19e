"""
What differs in the inline markup of a source and its translation.

Two readings tell. `shape` asks the parser itself, and decides; `skeleton` knows where in the text a
thing stands, and which placeholders and addresses the text has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.faithful import shape
from pipeline.faithful.fault import Fault
from pipeline.faithful.shape import Piece, Shape
from pipeline.findings import Level
from pipeline.prose import skeleton
from pipeline.prose.skeleton import Part

_ADDRESSES = frozenset({"link target", "image", "address"})
# A reader hardly misses these, and 1<sup>er</sup> or a line break in a long word may be needed.
_MAY_GO = frozenset({"abbr", "br", "cite", "del", "dfn", "ins", "mark", "q", "s", "small", "u"})
_MAY_COME = _MAY_GO | {"!--", "code", "sub", "sup"}
# A translated word keeps what stands around it: `{item}` becomes `{artikel}`.
_CODE_SIGNS = re.compile(r"[][(){}<>=$%]")
# Of a sign or a single letter, a language may have the name.
_NAMING = re.compile(r"\w{2}")
_APOSTROPHE = re.compile(r"(?<=\w)`(?=\w)")
# In the middle of a word an asterisk is a sign of its own; Chinese and Japanese have no such middle.
_SIGNS = re.compile(
    r"`+|\*{2,}|(?<!\*)(?<![^\W\u3040-\u9fff])\*(?=[^\s*])|(?<=[^\s*])\*(?![^\W\u3040-\u9fff])(?!\*)|(?<![A-Za-z0-9_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![A-Za-z0-9_])"
    r"|\][ \u00a0]?[(\[]|</?[a-z][a-z0-9]*|<!--"
)


def differences(
    source: str,
    translation: str,
    *,
    kind: str,
    locale: str = "",
    printf: bool = False,
    references: Collection[str] = (),
) -> Iterator[Fault]:
    """
    Give what differs in inline markup, in no order.

    >>> [fault.message for fault in differences("`a` [b](c)", "`a [b](c)", kind="paragraph")]
    ['code `a` of the source is missing', '``` is shown as it is written: its pair is missing']
    """
    parts = _source_parts(source, printf), skeleton.parts(translation, printf=printf)
    labels = {part.text[1:-1] for part in parts[0] if part.kind == "reference"} | {*references}
    notes = {part.text[2:-1] for part in parts[0] if part.kind == "footnote mark"}
    old = _source_shape(source, kind, frozenset(labels), frozenset(notes))
    new = shape.read(translation, kind, references=labels, footnotes=notes)
    seek = _Seeker(translation, parts[1])
    pieces = tuple(_pieces(old, new, locale, seek))
    # One damage is one finding: the brackets of a lost link need no other.
    broken = any(fault.breaking for fault in pieces)
    yield from pieces
    yield from _tags(old, new, seek)
    yield from _code(old, new, seek)
    yield from _signs(old, new, seek, broken=broken)
    yield from _words(*parts, old, new, seek)


# One source is compared with as many translations as there are languages; nobody changes what is kept.
@lru_cache(maxsize=8192)
def _source_parts(source: str, printf: bool) -> tuple[Part, ...]:
    return skeleton.parts(source, printf=printf)


@lru_cache(maxsize=8192)
def _source_shape(
    source: str, kind: str, references: frozenset[str], footnotes: frozenset[str]
) -> Shape:
    return shape.read(source, kind, references=references, footnotes=footnotes)


@dataclass(frozen=True, slots=True)
class _Seeker:
    """Finds where a thing stands in a translation; what is not there is found at its beginning."""

    text: str
    parts: Sequence[Part]

    def find(self, kind: str, text: str) -> int:
        """Give the offset of the part of *kind* that reads *text*, or of *text* itself."""
        for part in self.parts:
            if part.kind == kind and part.text == text:
                return part.start
        return max(self.text.find(text), 0)


def _pieces(old: Shape, new: Shape, locale: str, seek: _Seeker) -> Iterator[Fault]:
    """Give the links, images, marks, tags and attributes that only one side has."""
    added = list((new.pieces - old.pieces).elements())
    lost = [piece for piece in (old.pieces - new.pieces).elements() if not _take(piece, added)]
    yield from _lost(lost, seek)
    yield from _added(added, old, seek)
    if locale and not lost and not added:
        for kind, text in new.pieces:
            same = (_alike(one, text, locale) for each, one in old.pieces if each == kind)
            if kind in _ADDRESSES and not any(same):
                message = f"{kind} {text} is that of another language"
                yield Fault("markup", seek.find(kind, text), message, text, breaking=False)


def _lost(lost: Sequence[Piece], seek: _Seeker) -> Iterator[Fault]:
    broken = list(skeleton.broken_links(seek.text)) if lost else []
    for kind, text in lost:
        if kind in _ADDRESSES and broken:
            part = broken.pop(0)
            message = f"`{part.text}` breaks the markup of a link"
            yield Fault("markup", part.start, message, part.text)
        else:
            goes = text in _MAY_GO if kind == "tag" else kind == "attribute" and not _anchors(text)
            message = f"{_named(kind, text)} of the source is missing"
            yield Fault("markup", 0, message, text, not goes)


def _added(added: Sequence[Piece], old: Shape, seek: _Seeker) -> Iterator[Fault]:
    lists = [part for part in seek.parts if part.kind == "attribute list"]
    for kind, text in added:
        comes = text in _MAY_COME if kind == "tag" else (kind, text) in old.pieces
        if kind == "attribute" and lists:
            name, start = f"attribute list {lists[0].text}", lists[0].start
        else:
            name, start = _named(kind, text), seek.find(kind, _quoted(kind, text))
        yield Fault("markup", start, f"{name} is not in the source", text, not comes)


def _take(piece: Piece, others: list[Piece]) -> bool:
    """Take the fellow of a link or an image out of *others*: the same page in another language."""
    kind, text = piece
    for other in others:
        if kind in _ADDRESSES and other[0] == kind and skeleton.same_address(text, other[1]):
            others.remove(other)
            return True
    return False


def _anchors(attribute: str) -> bool:
    return attribute.startswith(("id=", "name="))


def _named(kind: str, text: str) -> str:
    return f"{kind} {_quoted(kind, text)}"


def _quoted(kind: str, text: str) -> str:
    if text == "!--":
        return "<!-- -->"
    marks = {"tag": "<{}>", "reference": "[{}]", "footnote mark": "[^{}]"}
    return marks.get(kind, "{}").format(text)


def _tags(old: Shape, new: Shape, seek: _Seeker) -> Iterator[Fault]:
    """Give the tags left open or closed twice, and what has lost its name."""
    for tag in old.open | new.open | (old.open - new.open):
        if new.open[tag] > old.open[tag]:
            message = f"tag </{tag}> of the source is missing"
            yield Fault("markup", seek.find("tag", f"<{tag}>"), message, tag)
        elif new.open[tag] < old.open[tag]:
            message = f"tag </{tag}> is not in the source"
            yield Fault("markup", seek.find("tag", f"</{tag}>"), message, tag)
    if new.unnamed > old.unnamed:
        yield Fault("markup", 0, "a link or an image has lost its words", "")


def _code(old: Shape, new: Shape, seek: _Seeker) -> Iterator[Fault]:
    """Give the code that is damaged; what is translated or lost is for the translator to see."""
    lost = list((old.code - new.code).elements())
    added = list((new.code - old.code).elements())
    signs = Counter(_CODE_SIGNS.findall("".join(lost))) - Counter(
        _CODE_SIGNS.findall("".join(added))
    )
    if signs and len(lost) == len(added):
        sign = next(iter(signs))
        message = f"`{sign}` is missing in the code of the translation"
        yield Fault("markup", seek.find("code", added[0]), message, added[0])
    for same in (skeleton.same_code, skeleton.is_damaged, _any):
        for code in tuple(lost):
            if other := next((other for other in added if same(code, other)), None):
                lost.remove(code)
                added.remove(other)
                # The backticks are one further: the words between the code have become code.
                swapped = len(other.split()) > 2 + len(code.split()) and code in new.text
                message = f"code `{code}` of the source has become `{other}`"
                damaged = swapped or same is skeleton.is_damaged
                yield Fault("markup", seek.find("code", other), message, other, damaged)
    for code in lost:
        message = f"code `{code}` of the source is missing"
        level = _level_of_loss(code, new)
        yield Fault("markup", 0, message, code, breaking=False, level=level)


def _level_of_loss(code: str, new: Shape) -> Level | None:
    """Say how grave it is that *code* is missing: a plain word is often translated, a command never."""
    left = " ".join((new.text, *new.code)).casefold()
    if code.casefold() in " ".join(left.split()) or not _NAMING.search(code):
        return None  # Set in words, as in « make », it is still there.
    return "warning" if skeleton.is_word(code) else "error"


def _any(_source: str, _translation: str) -> bool:
    return True


def _signs(old: Shape, new: Shape, seek: _Seeker, *, broken: bool) -> Iterator[Fault]:
    """Give the marks of code, emphasis and links that are shown as they are written."""
    extra = Counter(_SIGNS.findall(new.text)) - Counter(_SIGNS.findall(old.text))
    for sign in extra:
        if broken and sign.startswith("]"):
            continue
        fresh = [part for part in skeleton.stray_markers(seek.text) if part.text == sign]
        start = fresh[0].start if fresh else max(seek.text.find(sign), 0)
        message = f"`{sign}` is shown as it is written: its pair is missing"
        # One of these may lead to a note below, or be an apostrophe.
        harmless = (
            not _APOSTROPHE.sub("", new.text).count("`") and not old.code
            if sign == "`"
            else sign in ("*", "_") and not old.emphasis
        )
        yield Fault("markup", start, message, sign, not harmless)


def _words(
    source: Sequence[Part], translation: Sequence[Part], old: Shape, new: Shape, seek: _Seeker
) -> Iterator[Fault]:
    """Give the placeholders and addresses in the text that only one side has."""
    for text, count in Counter(_texts(source, "placeholder")).items():
        if min(count, old.text.count(text)) > new.text.count(text):
            message = f"placeholder {text} of the source is missing"
            yield Fault("markup", 0, message, text)
    before, now = (Counter(_texts(each, "placeholder")) for each in (source, translation))
    for text in now - before:
        message = f"placeholder {text} is not in the source"
        yield Fault("markup", seek.find("placeholder", text), message, text)
    for text in dict.fromkeys(_texts(source, "address")):
        if not any(_alike(text, other) for other in _texts(translation, *_ADDRESSES)):
            # "Node.js" may be one to a reader.
            leads = "://" in text or "@" in text or text.startswith("www.")
            yield Fault("markup", 0, f"address {text} of the source is missing", text, leads)
    for text in dict.fromkeys(_texts(translation, "address")):
        if not any(_alike(other, text) for other in _texts(source, *_ADDRESSES)):
            message = f"address {text} is not in the source"
            start = seek.find("address", text)
            yield Fault("markup", start, message, text, breaking=False)


def _texts(parts: Sequence[Part], *kinds: str) -> Iterator[str]:
    return (part.text for part in parts if part.kind in kinds)


def _alike(source: str, translation: str, locale: str = "") -> bool:
    return source == translation or skeleton.same_address(source, translation, locale)
