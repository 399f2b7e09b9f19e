"""
The parts of fenced code that a reader reads: its comments, and for mdBook its strings.

A part knows where it stands in the code, what a translator reads, and how a translation is written
back. A translation that would end its comment or string, and so become code, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Name, String
from pygments.util import ClassNotFound

LONGEST = 10_000
"""Characters of a block whose parts are sought; some of the lexers are quadratic."""
LINE = 1_000
"""Characters of one of its lines: Java's lexer takes 12 s for words of one letter in a line of 20,000."""

# C's lexer takes 16 s for 20,000 line ends.
_GAP = re.compile(r"\s{200}")
_NO_PROSE = (Comment.Hashbang, Comment.Preproc, Comment.PreprocFile, Comment.Special)
_LINE = re.compile(r"(?:/{2,}[!<]*|#+[:!]?|-{2,}|;+|%+|!+|REM\b|'+|\"+)[ \t]*", re.IGNORECASE)
_BLOCKS = {"/*": "*/", "<!--": "-->", "(*": "*)", "{-": "-}", "#|": "|#", "--[[": "]]"}
"""How a comment begins that has an end of its own, and that end."""
_EDGE = " \t\n*!"
_SIGNS = re.compile(r"/\*|\*/|<!|--|\(\*|\*\)|\{-|-\}|#\||\|#|\]=*\]")
_LEADER = re.compile(r"[ \t]*(?:\*(?!/)[ \t]?)?")
_LINE_ENDS = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_DELIMITERS = re.compile(r"[\"'`\\\n]|[*]/|/[*]|--|<!|\$\{")
_SENTINEL = "\nzq = zq\n"


@dataclass(frozen=True, slots=True)
class Part:
    """
    What is translated between two offsets of the code; *kind* in words that a translator reads.

    *leader* stands before each further line of a comment; None where there can be no further line.
    A part that is *verbatim* comes with its marks and quotes, and so does its translation.
    """

    start: int
    end: int
    kind: str
    text: str
    leader: str | None = None
    verbatim: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    comment: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A comment that ends with its line: where its text stands, and what stands before that."""

    start: int
    end: int
    before: str

    @property
    def alone(self) -> bool:
        """Is there no code before the comment."""
        return bool(_LINE.match(self.before.lstrip()))

    def text(self, code: str) -> str:
        """Give what the comment says."""
        return code[self.start : self.end]

    def follows(self, code: str, last: _Line) -> bool:
        """Is this the next line of the comment before: below it, with the same marks."""
        between = code[last.end : self.start - len(self.before)]
        same = last.before.rstrip() == self.before.rstrip()
        return same and self.alone and last.alone and between.strip(" \t\r") == "\n"


def parts(code: str, language: str, *, strings: bool = False) -> Iterator[Part]:
    r"""
    Give the translatable parts of *code* in their order; none in a language that has no lexer.

    A comment is a part without its marks; comments on successive lines are one. With *strings* the
    strings are parts too, and each comes with its marks and quotes, as mdbook-i18n-helpers has it.

    >>> code = "# Get the\n# boat.\nget('boat')  # now\n"
    >>> [part.text for part in parts(code, "python")]
    ['Get the\nboat.', 'now']
    >>> [part.text for part in parts(code, "python", strings=True)]
    ['# Get the\n# boat.\n', "'boat'", '# now\n']
    """
    name = language_of(language)
    lexer = _lexer(name)
    if lexer is None or not _readable(code):
        return
    found = (_literals if strings else _comments)(code, _tokens(lexer, code))
    for part in found:
        if strings or any(character.isalpha() for character in part.text):
            yield replace(part, language=name)


def write(part: Part, translation: str) -> str | None:
    r"""
    Give what stands in the code for *translation*, or None where it would not stay in its place.

    >>> (part,) = parts("//  Two\n//  lines\nrow()", "rust")
    >>> write(part, "Zwei\nZeilen")
    'Zwei\n//  Zeilen'
    >>> (part,) = parts("row() /* now */", "c")
    >>> write(part, "jetzt */ sink() /*") is None
    True
    """
    if _LINE_ENDS.search(translation):
        return None
    if part.verbatim:
        return _write_verbatim(part, translation)
    lines = translation.split("\n")
    if len(lines) > 1 and part.leader is None:
        return None
    # A backslash there would join the next line of C to the comment.
    if any(line.endswith("\\") for line in lines):
        return None
    # Where each line has its mark, nothing ends the comment but the lines' ends.
    marked = part.leader is not None and _LINE.match(part.leader.lstrip())
    signs = set(_SIGNS.findall(translation)) - set(_SIGNS.findall(part.text))
    if not marked and (signs or "*/" in translation):
        return None
    return "\n".join([lines[0], *(f"{part.leader}{line}".rstrip() for line in lines[1:])])


def splice(code: str, written: Iterable[tuple[Part, str]]) -> str:
    """
    Give *code* with what was written in the place of each part; the parts in their order.

    >>> code = "row()  # now"
    >>> splice(code, [(part, "jetzt") for part in parts(code, "python")])
    'row()  # jetzt'
    """
    pieces = []
    position = 0
    for part, text in written:
        pieces += [code[position : part.start], text]
        position = part.end
    return "".join([*pieces, code[position:]])


def language_of(info: str) -> str:
    """
    Give the language that a fence's info string begins with, in small letters.

    >>> language_of("Rust,editable"), language_of("{.python #id}"), language_of("")
    ('rust', 'python', '')
    """
    return re.split(r"[\s,;{}]", info.strip().lstrip("{ ."), maxsplit=1)[0].lower()


def _readable(code: str) -> bool:
    if len(code) > LONGEST or _GAP.search(code):
        return False
    return all(len(line) <= LINE for line in code.split("\n"))


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language) if language else None
    except ClassNotFound:
        return None


def _tokens(lexer: Lexer, code: str) -> Iterator[_Token]:
    """Give each comment and each string whole: some lexers cut them in pieces."""
    last: _Token | None = None
    # Without the last line's end some lexers do not see the comment there, and search for it.
    for start, kind, whole in lexer.get_tokens_unprocessed(f"{code}\n"):
        text = whole[: len(code) - start]
        touching = last if last and last.end == start else None
        if _is(kind, String.Doc):
            # Some lexers say so of comments too.
            inside = touching is not None and touching.comment and not _ends(code, touching)
            comment = text.startswith("/") or inside
        else:
            comment = _is(kind, Comment) and not any(_is(kind, other) for other in _NO_PROSE)
        # The keys of JSON have a kind of their own.
        string = _is(kind, String) or (_is(kind, Name.Tag) and text.startswith('"'))
        touches = touching is not None and touching.comment == comment
        escape = _is(kind, String.Escape)
        # A backslash outside of strings is no string, though a shell's lexer calls it one.
        if not text or not (comment or string) or (escape and not touches):
            continue
        if last and touches and not (comment and _ends(code, last)):
            last = _Token(last.start, start + len(text), comment)
            continue
        if last:
            yield last
        last = _Token(start, start + len(text), comment)
    if last:
        yield last


def _is(kind: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return kind[: len(other)] == other


def _ends(code: str, comment: _Token) -> bool:
    """Has *comment* come to its end: its own, or that of its line."""
    for sign, end in _BLOCKS.items():
        if code.startswith(sign, comment.start):
            return code.endswith(end, comment.start + len(sign), comment.end)
    return code.endswith("\n", comment.start, comment.end)


def _literals(code: str, tokens: Iterator[_Token]) -> Iterator[Part]:
    """Give comments and strings as they stand; what only spaces part is one."""
    start = end = 0
    comment = True
    for token in tokens:
        stop = token.end
        # The line end is part of a line comment, though not every lexer says so.
        line = token.comment and not _block(code[token.start : stop])
        if line and code[stop - 1] != "\n" and code[stop : stop + 1] == "\n":
            stop += 1
        if end > start and not code[end : token.start].strip(" \t"):
            end, comment = max(end, stop), comment and token.comment
            continue
        if end > start:
            yield _verbatim(code, start, end, comment)
        start, end, comment = token.start, stop, token.comment
    if end > start:
        yield _verbatim(code, start, end, comment)


def _verbatim(code: str, start: int, end: int, comment: bool) -> Part:
    kind = "code comment" if comment else "code string"
    return Part(start, end, kind, code[start:end], verbatim=True)


def _comments(code: str, tokens: Iterator[_Token]) -> Iterator[Part]:
    """Give the comments without their marks; line comments that follow each other are one."""
    run: list[_Line] = []
    for token in tokens:
        text = code[token.start : token.end].rstrip("\n")
        block = _block(text)
        mark = None if block or "\n" in text else _LINE.match(text)
        if not token.comment or not (block or mark):
            continue
        line = None
        if mark:
            begin = code.rfind("\n", 0, token.start) + 1
            start = token.start + mark.end()
            end = max(start, token.start + len(text.rstrip()))
            line = _Line(start, end, code[begin:start])
        if run and not (line and line.follows(code, run[-1])):
            yield _joined(code, run)
            run = []
        if line:
            run.append(line)
        elif block:
            yield _inside(code, token.start, block)
    if run:
        yield _joined(code, run)


def _joined(code: str, run: list[_Line]) -> Part:
    first, *rest = run
    # What a line is indented by beyond the others is part of its text.
    leader = min((line.before for line in run if line.text(code)), key=len, default=first.before)
    deeper = (" " * max(len(line.before) - len(leader), 0) + line.text(code) for line in rest)
    text = "\n".join(line.rstrip() for line in [first.text(code), *deeper])
    return Part(
        first.start,
        rest[-1].end if rest else first.end,
        "code comment",
        text,
        leader if first.alone else None,
    )


def _block(text: str) -> tuple[int, int] | None:
    """Give where the text of a closed comment begins and ends, if *text* is one."""
    for sign, end in _BLOCKS.items():
        if text.startswith(sign) and text.endswith(end) and len(text) >= len(sign) + len(end):
            body = text[len(sign) : len(text) - len(end)]
            inner = body.lstrip(_EDGE)
            start = len(sign) + len(body) - len(inner)
            return start, start + len(inner.rstrip(_EDGE))
    return None


def _inside(code: str, start: int, block: tuple[int, int]) -> Part:
    begin, end = start + block[0], start + block[1]
    first, *rest = code[begin:end].split("\n")
    own = _LEADER.match(rest[0]) if rest else None
    leader = own.group() if own else " " * (start - code.rfind("\n", 0, start) - 1)
    bare = leader.rstrip()
    lines = [
        line.removeprefix(leader if line.startswith(leader) else bare).rstrip() for line in rest
    ]
    text = "\n".join([first.rstrip(), *lines])
    return Part(begin, end, "code comment", text, leader)


def _write_verbatim(part: Part, translation: str) -> str | None:
    if part.text.endswith("\n") and not translation.endswith("\n"):
        translation += "\n"
    if translation == part.text:
        return translation
    lexer = _lexer(part.language)
    if not _readable(translation):
        return None
    if lexer and _stays(lexer, part.text):
        return translation if _stays(lexer, translation) else None
    # Inside another construct the text cannot be read alone: then nothing in it may end one.
    same = sorted(_DELIMITERS.findall(translation)) == sorted(_DELIMITERS.findall(part.text))
    return translation if same and translation[-1:] == part.text[-1:] else None


def _stays(lexer: Lexer, text: str) -> bool:
    """Is *text* comments and strings, closed where it ends."""
    covered = 0
    for token in _tokens(lexer, text + _SENTINEL):
        if token.start >= len(text):
            return False
        if text[covered : token.start].strip(" \t"):
            return False
        covered = max(covered, token.end)
    return covered <= len(text) + 1 and not text[covered:].strip(" \t\n")
