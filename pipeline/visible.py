"""
The words that a page shows, as passages: so that rules of prose read pages of any generator.

Each block is a passage in the language that its nearest `lang` names. Code is `NOT_PROSE`, and so is
what stands in another language inside a block, which is a passage of its own; as are alternatives
and titles.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline import kinds, locales
from pipeline.dom import BLOCKS, Dom, Element
from pipeline.errors import PipelineError
from pipeline.model import NOT_PROSE, Origin, Passage
from pipeline.prose import addresses
from pipeline.tags import RAW

_CODE = frozenset(["code", "kbd", "math", "pre", "samp", "svg", "textarea", "tt", "var"])
_READINGS = frozenset(["rp", "rt"])
"""How a word is pronounced, written above it."""
_KINDS = {**kinds.TAGS, "title": "title"}
_ATTRIBUTES = {**kinds.ATTRIBUTES, "title": "link title", "placeholder": "placeholder"}
_NAMES = frozenset(_ATTRIBUTES)
_OPENINGS = {
    name: re.compile(rf"\s{name}\s*=\s*[\"']?", re.IGNORECASE) for name in (*_ATTRIBUTES, "content")
}
_TAGS = 100
"""Languages of a page that are looked up; no page has more."""
# HTML's white space; a no-break space is a character of its word.
_SPACE = " \t\n\r\f"
_END = f"{_SPACE}<"
_CHUNK = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")
_WORD = re.compile(r"[^ \t\n\r\f]+")
_WORDS = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*+")
_SPACES = re.compile(r"[ \t\n\r\f]*")
_GAP = re.compile(r"(?:[ \t\n\r\f]|</[^>]*>|<!--.*?-->)*", re.DOTALL)
"""What may stand between two words of a text; in an attribute or a script, only spaces may."""
_TAGS_GONE = re.compile(r"(?:</[^>]*>|<!--.*?-->)*", re.DOTALL)
_MARK = re.compile(r"[./:@]\S")
"""Is in every address: in most texts a full stop has a space behind it, and nobody looks for more."""
_ONLY_CODE = ((NOT_PROSE, 0),)
_LETTER = re.compile(r"[^\W_]")
_WRITTEN = re.compile(r"[^ \t\n\r\f<]*")


# What stands between two spaces: its text, its language, None if it is not prose; its offset in the
# source, and whether there is a space before it. A plain tuple, as there are thousands: a named one takes
# eight times the time.
_Word = tuple[str, str | None, int, bool]


# An element around the text: what is left of its children, and what they inherit: their kind of passage,
# the language of the nearest block, and whether they are prose.
_Frame = tuple[Element, Iterator[Element | str], str, str, bool]


@dataclass(slots=True)
class _Reader:
    """Where the reading of a page stands: the words of the block, and how far the source is read."""

    dom: Dom
    locale: str
    ends: Sequence[int]
    words: list[_Word] = field(default_factory=list)
    cursor: int = 0
    spaced: bool = True
    known: dict[str | None, str | None] = field(default_factory=dict)


def passages(dom: Dom, locale: str) -> tuple[Passage, ...]:
    """
    Give the visible prose of a page, in order; *locale* is that of what names no language.

    >>> from pipeline import dom
    >>> page = dom.parse('<p>A <i lang="fr">mot</i> in <code>x</code>. <img alt="Boats">', "a.html")
    >>> [(words.locale, words.text.replace(NOT_PROSE, "…")) for words in passages(page, "en")]
    [('en', 'Boats'), ('en', 'A … in …. …'), ('fr', 'mot')]
    """
    ends = [match.start() for match in re.finditer("\n", dom.source)]
    pages = dom.named("html")
    spoken = pages[0].language if pages else ""
    reader = _Reader(dom, locale, ends, known={None: None, "": locale})
    # A page whose own language is nonsense is read in the one that was asked for.
    reader.known[spoken] = _locale(reader, spoken) or locale
    return tuple(_read(reader))


def _read(reader: _Reader) -> list[Passage]:
    found: list[Passage] = []
    # An explicit stack: ten thousand elements may be nested.
    root = reader.dom.root
    stack: list[_Frame] = [(root, iter(root.children), "paragraph", "", True)]
    while stack:
        frame = stack[-1]
        element, children, kind, tag, prose = frame
        for child in children:
            if isinstance(child, str):
                # Between the blocks there is nothing but white space.
                if child.strip(_SPACE):
                    _text(reader, child, element, prose)
                elif prose:
                    reader.spaced = True
                continue
            if child.name in BLOCKS:
                found += _block(reader, kind, tag) if reader.words else ()
                reader.spaced = True
            if child.attributes and (
                child.name == "meta" or not _NAMES.isdisjoint(child.attributes)
            ):
                found += _attributes(reader, child)
            stack.append(_enter(reader, child, frame))
            break
        else:
            stack.pop()
            if element.name in BLOCKS or not stack:
                found += _block(reader, kind, tag) if reader.words else ()
                reader.spaced = True
    return found


def _enter(reader: _Reader, element: Element, frame: _Frame) -> _Frame:
    around, _, kind, tag, prose = frame
    name = element.name
    reader.cursor = element.end or reader.cursor
    shown = prose and element.seen
    code = name in _CODE
    if shown and (code or name == "img"):
        _add(reader, NOT_PROSE, None, element.start)
    if name == "br":
        reader.spaced = True
    return (
        element,
        iter(element.children),
        _KINDS.get(name, kind),
        element.language if name in BLOCKS else tag,
        (shown and not code and name not in _READINGS)
        or (name == "title" and around.name == "head"),
    )


def _text(reader: _Reader, text: str, element: Element, prose: bool) -> None:
    """Follow *text* through the source, and keep its words if they are prose."""
    source, tag = reader.dom.source, element.language
    if element.name in RAW:
        gap = _SPACES
    else:
        gap = _GAP
        start = reader.cursor
        if source.startswith("<", start):
            behind = _TAGS_GONE.match(source, start)
            start = behind.end() if behind else start
        if source.startswith("<", start + len(text)) and source.startswith(text, start):
            # Without entities, as most is: then nothing has to be looked for.
            reader.cursor = start + len(text.rstrip(_SPACE))
            if prose:
                reader.words += _written(text, tag, start, spaced=reader.spaced)
                reader.spaced = text[-1] in _SPACE
            return
    for chunk, offset, end in _chunks(text, source, reader.cursor, gap):
        reader.cursor = end
        if prose and chunk:
            _add(reader, chunk, tag, offset)
        elif prose:
            reader.spaced = True


def _written(text: str, tag: str, start: int, *, spaced: bool) -> list[_Word]:
    """Give the words of a text that stands at *start* as it reads; some with one space between them go together."""
    if text.isprintable() and "  " not in text and "@" not in text:
        # The only space that can be printed is a space: all is one, but what stands around it.
        begin = int(text.startswith(" "))
        one = text.strip(" ")
        return [(one, tag, start + begin, spaced or bool(begin))] if one else []
    words: list[_Word] = []
    last = 0
    # 3 ms less for a page of 15 KB. A mailbox ends at a space.
    for match in (_WORD if "@" in text else _WORDS).finditer(text):
        begin, end = match.span()
        words.append((match[0], tag, start + begin, spaced or begin > last))
        spaced, last = False, end
    return words


def _chunks(
    text: str, source: str, cursor: int, gap: re.Pattern[str]
) -> Iterator[tuple[str, int, int]]:
    """Give each word of *text* with where it begins and ends in *source*; an empty one for a space."""
    for chunk in _CHUNK.findall(text):
        if chunk[0] in _SPACE:
            yield "", cursor, cursor
            continue
        between = gap.match(source, cursor)
        offset = between.end() if between else cursor
        cursor = offset + len(chunk)
        if not source.startswith(chunk, offset) or source[cursor : cursor + 1] not in _END:
            # Not written as it reads, but with entities: then up to the next space or tag.
            written = _WRITTEN.match(source, offset)
            cursor = written.end() if written else offset
        yield chunk, offset, cursor


def _add(reader: _Reader, text: str, tag: str | None, offset: int) -> None:
    reader.words.append((text, tag, offset, reader.spaced))
    reader.spaced = False


def _attributes(reader: _Reader, element: Element) -> Iterator[Passage]:
    found = [item for item in _ATTRIBUTES.items() if item[0] in element.attributes]
    if element.name == "meta":
        named = element.attributes.get("name", "").lower()
        found = [("content", named)] if named == "description" else []
    elif not element.seen:
        return
    for name, kind in found:
        value = element.attributes.get(name, "")
        source = reader.dom.source
        begin = _OPENINGS[name].search(source, element.start, element.end)
        cursor = begin.end() if begin else element.start
        tag = element.language
        if source.startswith(value, cursor):
            words = _written(value, tag, cursor, spaced=True)
        else:
            chunks = _chunks(value, source, cursor, _SPACES)
            words = [(chunk, tag, offset, True) for chunk, offset, _ in chunks if chunk]
        yield from _passage(reader, words, _locale(reader, tag), kind)


def _block(reader: _Reader, kind: str, tag: str) -> list[Passage]:
    """Give what was read of the block as passages: its own language first."""
    words, reader.words = reader.words, []
    own = _locale(reader, tag)
    if len(words) == 1 and words[0][1] == tag:
        return _passage(reader, words, own, kind)
    read = {_locale(reader, one) for one in {word[1] for word in words}}
    found = _passage(reader, words, own, kind) if own in read else []
    if read != {own}:
        for locale, group in itertools.groupby(words, lambda word: _locale(reader, word[1])):
            if locale != own:
                found += _passage(reader, [*group], locale, kind)
    return found


def _passage(
    reader: _Reader, words: Sequence[_Word], locale: str | None, kind: str
) -> list[Passage]:
    if not locale:
        return []
    text = ""
    pieces: list[tuple[int, int, int]] = []
    ends, known = reader.ends, reader.known
    # Up to where in the source the last piece says where its characters stand, and how far off it is.
    edge, ahead = -1, 0
    for written, tag, start, spaced in words:
        own = known.get(tag) == locale
        if not own and text.endswith(NOT_PROSE):
            continue
        if spaced and text:
            text += " "
        for part, shift in _parts(written) if own else _ONLY_CODE:
            offset = start + shift
            if offset > edge or offset - len(text) != ahead:
                row = bisect_left(ends, offset)
                begin = ends[row - 1] + 1 if row else 0
                pieces.append((len(text), row + 1, offset - begin + 1))
                edge = ends[row] if row < len(ends) else len(reader.dom.source)
                ahead = offset - len(text)
            text += part
    if not _LETTER.search(text):
        return []
    return [Passage(text, locale, kind, Origin(reader.dom.path, tuple(pieces)))]


def _parts(word: str) -> Sequence[tuple[str, int]]:
    """Give the pieces of *word* with their offsets; an address in it is not prose."""
    if not _MARK.search(word):
        return ((word, 0),)
    pieces = []
    position = 0
    for found in addresses.pattern().finditer(word):
        pieces += [(word[position : found.start()], position), (NOT_PROSE, found.start())]
        position = addresses.trim(word, *found.span())
    rest = word[position:]
    mailbox = addresses.mail(word, word.index("@", position), position) if "@" in rest else None
    if mailbox:
        pieces += [(word[position : mailbox[0]], position), (NOT_PROSE, mailbox[0])]
        position = mailbox[1]
    return [*pieces, (word[position:], position)]


def _locale(reader: _Reader, tag: str | None) -> str | None:
    """Give the locale that *tag* names; None if it names none."""
    if tag not in reader.known:
        # Looking for what an unknown tag could have meant takes a millisecond.
        if len(reader.known) > _TAGS:
            return None
        try:
            reader.known[tag] = locales.parse(tag or "")
        except PipelineError:
            reader.known[tag] = None
    return reader.known[tag]
