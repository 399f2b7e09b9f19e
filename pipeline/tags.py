"""
The tags of a page made explicit, so that any parser of HTML builds the same tree from them.

Each start tag is told where it stands, since the parser forgets it. End tags that HTML lets authors
leave out are written, since lxml's parser knows those of HTML 4 only. Nothing is nested deeper than a
browser nests it: that parser needs quadratic time for end tags under a deep pile of elements.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

AT = "data-pipeline-at"
"""Holds the offsets of a tag's first character and of the one behind it."""

DEPTH = 512
"""Elements inside of each other: as many as Blink keeps (`maximumHTMLParserDOMTreeDepth`)."""

_NAME = r"[a-zA-Z][^\s/>]*"
_REST = r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*+"""
# A comment, a tag, or what is neither. Each alternative ends with the text at the latest, so that
# what is never closed is read once.
_TOKEN = re.compile(
    rf"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?P<end>/?)(?P<name>{_NAME}){_REST}(?:>|\Z)"
    r"|<(?P<other>[!?/][^\s>]*)[^>]*+",
    re.DOTALL,
)
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII)
    for name in ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
}
_RAW["plaintext"] = re.compile(r"\Z")
RAW = frozenset(_RAW)
"""Elements whose content is text, whatever it looks like."""

# HTML, 13.1.2.4 Optional tags: what a start tag closes, if it is the innermost element.
_ROWS = frozenset(["td", "th", "tr", "p", "caption", "colgroup"])
_CLOSES: dict[str, frozenset[str]] = {
    "dd": frozenset(["dd", "dt", "p"]),
    "dt": frozenset(["dd", "dt", "p"]),
    "li": frozenset(["li", "p"]),
    "optgroup": frozenset(["optgroup", "option"]),
    "option": frozenset(["option"]),
    "rp": frozenset(["rp", "rt"]),
    "rt": frozenset(["rp", "rt"]),
    "tbody": _ROWS | {"tbody", "tfoot", "thead"},
    "td": frozenset(["td", "th", "p"]),
    "tfoot": _ROWS | {"tbody", "tfoot", "thead"},
    "th": frozenset(["td", "th", "p"]),
    "thead": _ROWS | {"tbody", "tfoot", "thead"},
    "tr": _ROWS,
}
_AFTER_PARAGRAPH = """
    address article aside blockquote center details dialog dir div dl fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary
    table ul
"""
_CLOSES |= dict.fromkeys(_AFTER_PARAGRAPH.split(), frozenset(["p"]))

_VOID = frozenset(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "param"])
_VOID_SINCE_5 = frozenset(["embed", "source", "track", "wbr"])
_KEPT = _VOID | _VOID_SINCE_5 | RAW
# What may stand in the head; anything else begins the body.
_HEAD = frozenset(
    "base basefont bgsound frame frameset head html link meta noframes noscript script style template title".split()
)
_OUTER = frozenset(["html", "head", "body"])
_CHILDLESS = _VOID | _OUTER
"""What is never closed by what follows: void, or the page around everything."""
_UNUSUAL = _KEPT | _CHILDLESS
# An end tag does not reach over an element of a higher rank.
_RANKS = {"div": 1, "td": 2, "th": 2, "tr": 3, "tbody": 4, "tfoot": 4, "thead": 4, "table": 5}


@dataclass(slots=True)
class _Pile:
    """The elements that are open, innermost last."""

    names: list[str] = field(default_factory=list)
    count: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    excess: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def pop(self) -> str:
        name = self.names.pop()
        self.count[name] -= 1
        return f"</{name}>"

    def closed(self, name: str) -> bool:
        """Close *name* if it is the innermost, as it nearly always is; else give no."""
        if not self.names or self.names[-1] != name or self.excess.get(name):
            return False
        self.names.pop()
        self.count[name] -= 1
        return True

    def opened(self, name: str) -> bool:
        """Open *name* if it closes nothing and may hold something, as nearly all do; else give no."""
        names = self.names
        if name in _UNUSUAL or len(names) >= DEPTH:
            return False
        if names and name in _CLOSES and names[-1] in _CLOSES[name]:
            return False
        names.append(name)
        self.count[name] += 1
        return True

    def implied(self, closed: frozenset[str], pieces: list[str]) -> None:
        """Close what a start tag closes."""
        while self.names and self.names[-1] in closed:
            pieces.append(self.pop())

    def close(self, name: str, pieces: list[str]) -> None:
        """Close *name* and all inside it; nothing if it is not open here."""
        if self.excess.get(name):
            self.excess[name] -= 1
        elif self.count.get(name):
            if self.names[-1] != name:
                rank = _RANKS.get(name, 0)
                for inner in reversed(self.names):
                    if inner == name:
                        break
                    if _RANKS.get(inner, 0) > rank:
                        return
                while self.names[-1] != name:
                    pieces.append(self.pop())
            pieces.append(self.pop())


def explicit(source: str) -> tuple[str, bool]:
    """
    Give *source* with its tags made explicit, and whether it is a document rather than a fragment.

    >>> explicit("<dl><dt>Bow<dd>Front</dl>")[0].replace(AT, "at")
    '<dl at="0-4"><dt at="4-8">Bow</dt><dd at="11-15">Front</dd></dl>'
    """
    pieces: list[str] = []
    pile = _Pile()
    document = headed = begun = False
    position = copied = 0
    while token := _TOKEN.search(source, position):
        start, position = token.span()
        end, written, other = token.groups()
        if written is None:
            document = document or (other or "").lower() == "!doctype"
            continue
        name = written.lower()
        if end:
            if name == written and position - start == len(name) + 3 and pile.closed(name):
                # As it would be written: it is copied with what follows.
                continue
            document = document or name in _OUTER
            pieces.append(source[copied:start])
            copied = position
            pile.close(name, pieces)
            continue
        if begun and not source.endswith("/>", start, position) and pile.opened(name):
            # Nothing is to be written in front of it.
            copied, cut = token.end("name"), copied
            pieces.append(f'{source[cut:copied]} {AT}="{start}-{position}"')
            continue
        document = document or name in _OUTER
        pieces.append(source[copied:start])
        pile.implied(_CLOSES.get(name, frozenset()), pieces)
        if not begun:
            if name in _HEAD:
                headed = True
            elif pile.names[-1:] != ["noscript"]:
                # The parser knows only elements of HTML 4 to end the head.
                pieces.append("</head><body>" if headed and name != "body" else "")
                begun = True
        copied = _start(token, name, pile, pieces)
        if raw := _RAW.get(name):
            closing = raw.search(source, position)
            position = closing.start() if closing else len(source)
    pieces.append(source[copied:])
    return "".join(pieces), document


def _start(token: re.Match[str], name: str, pile: _Pile, pieces: list[str]) -> int:
    """Write the start tag with its place, unless it is too deep; give up to where it is written."""
    start, end = token.span()
    if len(pile.names) >= DEPTH and name not in _KEPT:
        pile.excess[name] += 1
        return end
    source, cut = token.string, token.end("name")
    pieces.append(f'{source[start:cut]} {AT}="{start}-{end}"')
    if name in _VOID_SINCE_5:
        pieces.append(f"{source[cut:end]}</{name}>")
        return end
    if name not in _CHILDLESS and not source.endswith("/>", start, end):
        pile.names.append(name)
        pile.count[name] += 1
    return cut
