"""
The central types: frozen values that every stage takes and gives.

An `Article` is walked into `Segment`s; a `Catalog` of `Message`s translates them; a `Version` is the
article in one locale, made of `Run`s. Rules read a version as `Passage`s of plain prose or as a page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

State = Literal["source", "translated", "fuzzy", "missing", "refused"]
"""Of a run: in the source version; or translated, not yet reviewed, not there, or not safe to show."""

Key = tuple[str | None, str]
"""What a catalog knows a message by: its context, and its id."""

NOT_PROSE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a passage for what is not prose: code, an address, a footnote mark."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file. Lines and columns count from 1; columns count characters, not bytes."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """
    Where the characters of a text stand in a file.

    Each piece is an offset in the text with the line and column of the character there; what
    follows stands on the same line, up to the next piece.

    >>> Origin("a.md", ((0, 7, 3), (10, 8, 1))).at(12)
    Place(path='a.md', line=8, column=3)
    """

    path: str
    pieces: tuple[tuple[int, int, int], ...] = ((0, 1, 1),)

    def at(self, offset: int) -> Place:
        """Give the place of the character at *offset*."""
        index = max(bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1, 0)
        start, line, column = self.pieces[index]
        return Place(self.path, line, column + max(offset - start, 0))

    @property
    def place(self) -> Place:
        """Where the text begins."""
        return self.at(0)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes, and the path that findings and errors call it by."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Field:
    """One scalar of the front matter, with where its text begins."""

    value: object
    origin: Origin


@dataclass(frozen=True, slots=True)
class Article:
    """A Markdown file: its name (the slug), its front matter, and the body below it."""

    name: str
    path: str
    locale: str
    body: str
    body_line: int = 1
    meta: Mapping[str, Field] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Give the front-matter field *key* as text, or an empty string."""
        found = self.meta.get(key)
        return "" if found is None or found.value is None else str(found.value)

    @property
    def draft(self) -> bool:
        """Is the article checked and reported, but never published."""
        return "draft" in self.meta and self.meta["draft"].value is True


@dataclass(frozen=True, slots=True)
class Segment:
    """
    A translatable run of an article: the inline Markdown of one block, cell, title or alternative.

    Soft wraps are joined with a space, hard breaks are kept. Its kind says what it is in words that
    a translator reads: "heading 2", "list item", "table cell, column 3", "image alternative".
    """

    id: str
    kind: str
    origin: Origin
    context: str | None = None
    notes: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    """The headings above it, the outermost first."""
    known_as: str = ""
    """What a catalog of the profile "mdbook" calls it."""
    accepts: Callable[[str], bool] | None = field(default=None, compare=False)
    """Of a part of code: says whether a translation would stay in its comment or string."""

    @property
    def key(self) -> Key:
        """What a catalog knows the segment by: context and id."""
        return self.context, self.known_as or self.id


@dataclass(frozen=True, slots=True)
class Message:
    """
    One entry of a catalog, in gettext's terms.

    *notes* are extracted comments (`#.`), *comments* the translator's (`#`), *flags* all but
    `fuzzy`. A message without plural forms has one string.
    """

    id: str
    strings: tuple[str, ...] = ("",)
    context: str | None = None
    plural: str | None = None
    fuzzy: bool = False
    obsolete: bool = False
    flags: tuple[str, ...] = ()
    previous_context: str | None = None
    previous_id: str | None = None
    previous_plural: str | None = None
    locations: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    origin: Origin | None = field(default=None, compare=False)
    """Where the first string stands in the catalog's file."""

    @property
    def key(self) -> Key:
        """What the message is found by: context and id."""
        return self.context, self.id

    @property
    def string(self) -> str:
        """The translation, or its first plural form."""
        return self.strings[0] if self.strings else ""

    @property
    def translated(self) -> bool:
        """Has a translation in every form that somebody stands by."""
        return not self.fuzzy and not self.obsolete and all(self.strings)


@dataclass(frozen=True, slots=True)
class Written:
    """
    A catalog's file as it was read, so that what stays the same is written as it stands there.

    *messages* are all that it holds, the header among them. *starts* cuts *data* before each: where
    the one above ends, so that blank lines and comments go with the message below them. The last
    start is where all messages end. *charset* is Python's name of it, *comments* are the catalog's.
    """

    data: bytes
    charset: str
    messages: tuple[Message, ...] = ()
    starts: tuple[int, ...] = (0,)
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalog:
    """
    A gettext catalog: a header, and messages in the order of the article; obsolete ones stand behind.

    *locale* is a BCP 47 tag, empty for a template. *header* keeps every field in its order, also
    those that other tools wrote.
    """

    locale: str = ""
    header: tuple[tuple[str, str], ...] = ()
    comments: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()
    path: str = field(default="", compare=False)
    written: Written | None = field(default=None, compare=False, repr=False)
    """How it stood in the file it was read from."""

    def index(self) -> dict[Key, Message]:
        """Map each live message by its key."""
        return {message.key: message for message in self.messages if not message.obsolete}


@dataclass(frozen=True, slots=True)
class Run:
    """A segment as it stands in one version: the text shown, its language, and where it is written."""

    segment: Segment
    text: str
    locale: str
    state: State
    origin: Origin
    message: Message | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """What the sanitiser took out of a body: in words, as it is written, and the article's line."""

    message: str
    text: str
    line: int
    level: Literal["error", "warning", "note"]
    """An error could have run, covered the page or led a reader astray."""


@dataclass(frozen=True, slots=True)
class Version:
    """An article in one locale: its runs, and the sanitised HTML of its body, stamped with lines."""

    article: Article
    locale: str
    runs: tuple[Run, ...] = ()
    body: str = ""
    address: Run | None = None
    """The slug of the front matter, which a translator may translate; it is no text of the page."""
    removed: tuple[Removal, ...] = ()
    """What of the article and its translation may not stand in the body, and was taken out of it."""

    def run(self, kind: str) -> Run | None:
        """Give the first run of *kind* ("title", "description"), if there is one."""
        return next((run for run in self.runs if run.segment.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """
    A run as plain prose in one language: markup gone, entities decoded, every character placed.

    `NOT_PROSE` stands for code, addresses and marks. *kind* is that of its segment.
    """

    text: str
    locale: str
    kind: str
    origin: Origin


class Word(NamedTuple):
    """A word of a passage, with its first and last offset there; made 2,000 times for a page, so no dataclass."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Alternate:
    """A version that a page names: the tag it gives, the address it gives, and where."""

    tag: str
    address: str
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """What a page leads to or shows: the address as it is written, where that lies, and the place there."""

    text: str
    target: str
    fragment: str
    place: Place
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """
    An address that somebody wants for a page, and where that is said; *wrong* says why it cannot be one.

    A *sole* one may be no other page's; any other may be shared by pages of one language.
    """

    address: str
    place: Place
    wrong: str = ""
    sole: bool = False


@dataclass(frozen=True, slots=True)
class Alternates:
    """
    A page, the versions that it names, and all else by which pages hang together.

    *addresses* are those that the page itself goes by: its path, and its canonical address. *anchors*
    are the places in it that can be named. *files* are the targets of its links that are there, and no
    pages of these. One that has *moved* only leads on.
    """

    place: Place
    locale: str
    title: str
    addresses: frozenset[str]
    named: tuple[Alternate, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    claims: tuple[Claim, ...] = ()
    moved: bool = False
