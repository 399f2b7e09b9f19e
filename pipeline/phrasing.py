"""
The HTML of the commonest inline Markdown, without the parser.

Most texts are plain prose; most others have emphasis, code, links and pictures that stand whole and
apart. Those are written here at once, as the parser, its serialiser and the sanitiser would write them
one after the other. Wherever a sign may mean anything else, nothing is said, and the parser is asked.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

References = Mapping[str, tuple[str, str | None]]
"""What the parser knows of each label, in small letters: an address and a title."""

_OPEN, _CLOSE = "\uf8f5", "\uf8f6"
"""Around the number of something that has been written already, where it stood."""

# A backslash, raw HTML, an entity, a list of attributes, a control character; and an underscore, which
# is emphasis by what stands around it.
_ELSE = rf"[\\<&_{{{_OPEN}{_CLOSE}\x00-\x09\x0b-\x1f\x7f-\x9f]|[ ]\n"
_UNCLEAR = re.compile(_ELSE)
_SIGN = re.compile(rf"[>*\[`\xa0]|{_ELSE}")
_HELD = re.compile(rf"{_OPEN}\d+{_CLOSE}")

_CODE = re.compile(rf"(?<!`)`([^`\n{_OPEN}]+)`(?!`)")
_BREAK = re.compile(r"(?<=[^\s\\])  \n(?=\S)")
_ADDRESS = r"(?:https?://)?[a-zA-Z0-9_./#?=%+,;~@$-]+"
_WHOLE_ADDRESS = re.compile(_ADDRESS)
_ALONE = re.compile(r"<(https?://[a-zA-Z0-9_./#?=%+,;~@$-]+)>")
_SAID = rf"[^\"\[\]()<>&\\`*_{{}}\n{_OPEN}]+"
_WHOLE_SAID = re.compile(_SAID)
_LINK = re.compile(
    rf"(?<![!\]])(!?)\[([^\[\]\n]+)\](?:\(({_ADDRESS})(?: \"({_SAID})\")?\)|\[([a-zA-Z0-9-]+)\])(?![\[({{])"
)
_EMPHASIS = re.compile(r"(?<!\*)(\*\*?)(?![*\s])([^*]*[^*\s])\1(?!\*)")


def phrasing(text: str, references: References) -> str | None:
    """
    Give the HTML of *text*, or None where the parser must be asked.

    >>> phrasing("Take *one* `a & b` a [`day`][d], 5 > 4.", {"d": ("days.md", None)})
    'Take <em>one</em> <code>a &amp; b</code> a <a href="days.md"><code>day</code></a>, 5 &gt; 4.'
    >>> phrasing("a_b", {}), phrasing("*a **b***", {})
    (None, None)
    """
    if not _SIGN.search(text):
        return text
    if _OPEN in text or _CLOSE in text:
        return None
    held: list[str | None] = []
    text = _without_whole(text, references, held)
    written = None if "`" in text or "[" in text else _words(text)
    # What was put by last may hold what was put by first.
    for number in reversed(range(len(held))):
        one = held[number]
        if one is None or written is None:
            return None
        written = written.replace(f"{_OPEN}{number}{_CLOSE}", one)
    return written


def _without_whole(text: str, references: References, held: list[str | None]) -> str:
    """Put by in *held* what is written as it is, whatever stands around it, and give the rest."""

    def hold(written: str | None) -> str:
        held.append(written)
        return f"{_OPEN}{len(held) - 1}{_CLOSE}"

    if "`" in text:
        text = _CODE.sub(lambda code: hold(_code(code[1])), text)
    if "\n" in text:
        text = _BREAK.sub(lambda _: hold("<br>\n"), text)
    if "<" in text:
        text = _ALONE.sub(lambda at: hold(f'<a href="{at[1]}">{at[1]}</a>'), text)
    if "[" in text:
        text = _LINK.sub(lambda link: hold(_link(link, references)), text)
    return text


def _words(text: str) -> str | None:
    """Give *text* with its emphasis, all of which must be whole, and none of it inside of another."""
    if _UNCLEAR.search(_HELD.sub("x", text) if _OPEN in text else text):
        return None
    text = text.replace(">", "&gt;")
    if "*" in text:
        text = _EMPHASIS.sub(_emphasised, text)
    return None if "*" in text else _spaced(text)


def _emphasised(match: re.Match[str]) -> str:
    name = "em" if match[1] == "*" else "strong"
    return f"<{name}>{match[2]}</{name}>"


def _code(code: str) -> str:
    return f"<code>{_spaced(html.escape(code.strip(), quote=False))}</code>"


def _link(match: re.Match[str], references: References) -> str | None:
    """Give a link or a picture, whose parts are in the order of the alphabet."""
    picture, words, address, title, label = match.groups()
    shown = _words(words)
    if label:
        if picture:
            return None
        if label.lower() not in references and words.lower() not in references:
            return shown and f"[{shown}][{label}]"
        address, title = references.get(label.lower(), ("", None))
        if not _WHOLE_ADDRESS.fullmatch(address) or not _WHOLE_SAID.fullmatch(title or "x"):
            return None
    named = f' title="{_spaced(title)}"' if title else ""
    if picture:
        said = _WHOLE_SAID.fullmatch(words)
        return f'<img alt="{_spaced(words)}" src="{address}"{named}>' if said else None
    return shown and f'<a href="{address}"{named}>{shown}</a>'


def _spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", "&nbsp;")
