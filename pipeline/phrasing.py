"""
The HTML of the commonest inline Markdown, without the parser.

Most texts are plain prose; most others have emphasis, code, links and pictures that stand whole and
apart. Those are written here at once, as the parser, its serialiser and the sanitiser would write them
one after the other. Wherever a sign may mean anything else, nothing is said, and the parser is asked.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

Notes = Sequence[tuple[str, str]]
"""The labels of the footnotes that a text leads to, in its order, each with the HTML of its mark."""


@dataclass(frozen=True)
class Beside:
    """
    What the parser keeps beside the texts of a page.

    *references* have the address and the title of each label, in small letters, *abbreviations* what
    each stands for.
    """

    references: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def short(self) -> re.Pattern[str] | None:
        """Finds the abbreviations in a text, the longest first."""
        longest = sorted(self.abbreviations, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b") if longest else None


_NOTHING = Beside()

_OPEN, _CLOSE = "\uf8f5", "\uf8f6"
"""Around the number of something that has been written already, where it stood."""

# A backslash, raw HTML, an entity, a list of attributes, a control character; and an underscore, which
# is emphasis by what stands around it. Single characters: other patterns take four times as long.
_ELSE = rf"\\<&_{{{_OPEN}{_CLOSE}\x00-\x09\x0b-\x1f\x7f-\x9f"
_UNCLEAR = re.compile(f"[{_ELSE}]")
_SIGN = re.compile(rf"[>*\[`\xa0\n{_ELSE}]")
_HELD = re.compile(rf"{_OPEN}\d+{_CLOSE}")

_CODE = re.compile(rf"(?<!`)`([^`\n{_OPEN}]+)`(?!`)")
_NOTE = re.compile(r"\[\^([^\]]*)\]")
_BREAK = re.compile(r"(?<=[^\s\\])  \n(?=\S)")
_ADDRESS = r"(?:https?://)?[a-zA-Z0-9_./#?=%+,;~@$-]+"
_WHOLE_ADDRESS = re.compile(_ADDRESS)
_ALONE = re.compile(r"<(https?://[a-zA-Z0-9_./#?=%+,;~@$-]+)>")
_SAID = rf"[^\"\[\]()<>&\\`*_{{}}\n{_OPEN}]+"
_WHOLE_SAID = re.compile(_SAID)
_MEANT = re.compile(r"[^&<>\\\x00-\x1f\x7f-\x9f]*")
_LINK = re.compile(
    rf"(?<![!\]])(!?)\[([^\[\]\n]+)\](?:\(({_ADDRESS})(?: \"({_SAID})\")?\)|\[([a-zA-Z0-9-]+)\])(?![\[({{])"
)
_EMPHASIS = re.compile(r"(?<!\*)(\*\*?)(?![*\s])([^*]*[^*\s])\1(?!\*)")


def phrasing(text: str, beside: Beside = _NOTHING, notes: Notes = ()) -> str | None:
    """
    Give the HTML of *text*, or None where the parser must be asked.

    It is asked, too, where *text* has not the marks of *notes*, which number those of a whole page.

    >>> phrasing("Take *one* `a & b` a [`day`][d], 5 > 4.", Beside({"d": ("days.md", None)}))
    'Take <em>one</em> <code>a &amp; b</code> a <a href="days.md"><code>day</code></a>, 5 &gt; 4.'
    >>> phrasing("a_b"), phrasing("*a **b***")
    (None, None)
    """
    if not (notes or beside.short or _SIGN.search(text)):
        return text
    if _OPEN in text or _CLOSE in text or labels(text) != [label for label, _ in notes]:
        return None
    return _Writer(beside, []).write(text, notes)


def labels(text: str) -> list[str]:
    """Give the labels of the footnotes that *text* leads to, outside of its code."""
    return _NOTE.findall(_CODE.sub("", text)) if "[^" in text else []


@dataclass(slots=True)
class _Writer:
    """Writes a text; *held* is what has been written, and stands as its number in the text until the end."""

    beside: Beside
    held: list[str | None]

    def write(self, text: str, notes: Notes) -> str | None:
        if "`" in text:
            text = _CODE.sub(lambda code: self._hold(_code(code[1])), text)
        if notes:
            marks = iter(notes)
            text = _NOTE.sub(lambda _: self._hold(next(marks)[1]), text)
        if "\n" in text:
            text = _BREAK.sub(lambda _: self._hold("<br>\n"), text)
        if "<" in text:
            text = _ALONE.sub(lambda at: self._hold(f'<a href="{at[1]}">{at[1]}</a>'), text)
        if "[" in text:
            text = _LINK.sub(lambda link: self._hold(self._link(link)), text)
        written = None if "`" in text or "[" in text else self._words(text)
        # What was put by last may hold what was put by first.
        for number in reversed(range(len(self.held))):
            one = self.held[number]
            if one is None or written is None:
                return None
            written = written.replace(f"{_OPEN}{number}{_CLOSE}", one)
        return written

    def _hold(self, written: str | None) -> str:
        self.held.append(written)
        return f"{_OPEN}{len(self.held) - 1}{_CLOSE}"

    def _link(self, match: re.Match[str]) -> str | None:
        """Give a link or a picture, whose parts are in the order of the alphabet."""
        picture, words, address, said, label = match.groups()
        if picture:
            whole = address and _WHOLE_SAID.fullmatch(words)
            return f'<img alt="{_spaced(words)}" src="{address}"{_titled(said)}>' if whole else None
        references, shown = self.beside.references, self._words(words)
        if label:
            if label.lower() not in references and words.lower() not in references:
                return shown and f"[{shown}][{label}]"
            address, said = references.get(label.lower(), ("", None))
            if not _WHOLE_ADDRESS.fullmatch(address) or not _WHOLE_SAID.fullmatch(said or "x"):
                return None
        return shown and f'<a href="{address}"{_titled(said)}>{shown}</a>'

    def _words(self, text: str) -> str | None:
        """Give *text* with its emphasis, all of which must be whole, and none of it inside of another."""
        seen = _HELD.sub("x", text) if _OPEN in text else text
        if _UNCLEAR.search(seen) or " \n" in seen:
            return None
        if self.beside.short:
            text = self.beside.short.sub(self._abbreviation, text)
        text = text.replace(">", "&gt;")
        if "*" in text:
            text = _EMPHASIS.sub(_emphasised, text)
        return None if "*" in text else _spaced(text)

    def _abbreviation(self, match: re.Match[str]) -> str:
        meant = self.beside.abbreviations[match[0]]
        if not meant:
            return match[0]
        whole = _MEANT.fullmatch(meant)
        return self._hold(whole and f'<abbr title="{_quoted(meant)}">{match[0]}</abbr>')


def _emphasised(match: re.Match[str]) -> str:
    name = "em" if match[1] == "*" else "strong"
    return f"<{name}>{match[2]}</{name}>"


def _code(code: str) -> str:
    return f"<code>{_spaced(html.escape(code.strip(), quote=False))}</code>"


def _titled(text: str | None) -> str:
    return f' title="{_spaced(text)}"' if text else ""


def _quoted(text: str) -> str:
    return _spaced(text.replace('"', "&quot;"))


def _spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", "&nbsp;")
