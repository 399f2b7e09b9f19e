"""
The profile `mdbook`: the msgid that mdbook-i18n-helpers gives a run.

Its extractor parses a book with pulldown-cmark and writes each message back with
pulldown-cmark-to-cmark, so that a msgid is not the source as it stands: `*red*` becomes `_red_`,
references are written out, entities decoded. Of a text only the first character is escaped, where
"text" is what lies between two characters that might be markup; so what a lone bracket or asterisk
does to its neighbours has to be followed too. Facts from the sources of mdbook-i18n-helpers 0.4.0,
pulldown-cmark 0.13.0 and pulldown-cmark-to-cmark 21.1.0, held against that program itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference, unescapeAll
from markdown_it.rules_inline import StateInline, backtick, emphasis, strikethrough
from markdown_it.token import Token

from pipeline import locate

References = Mapping[str, tuple[str, str | None]]
"""What a label of a reference stands for: target and title, as Python-Markdown keeps them."""

_MARKUP = re.compile(r"[\\*_~`<&\[\]]|^[ \t]*[-#>|]", re.MULTILINE)
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ESCAPED = frozenset("#\\_*<>`|[]-")
_FOOTNOTE = re.compile(r"\[\^[ \t]*([^\[\]\s](?:[^\[\]\n]*[^\[\]\s])?)[ \t]*\]")
_APART = "\x00"
_LINKS = frozenset({"link_open", "image", "footnote"})
_WRITTEN = {
    "em_open": "_",
    "em_close": "_",
    "strong_open": "**",
    "strong_close": "**",
    "s_open": "~~",
    "s_close": "~~",
    "softbreak": " ",
    "hardbreak": "  \n",
}
_TASK = re.compile(r"\[[ xX]\]\s+")
_CODE_OR_ESCAPE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|\\([!-/:-@\[-`{-~])", re.DOTALL)
_KNOWN_ESCAPES = frozenset("\\`*_{}[]()>#+-.!")


def msgid(
    raw: str, references: References | None = None, kind: str = "paragraph", *, links: bool = True
) -> str:
    r"""
    Give the msgid of a run: *raw* is its inline Markdown with its own line breaks, not yet joined.

    In a heading a number sign at the end is escaped, in a table's cell every pipe; *kind* says
    whether it is one. Without *links* only their texts are left, as in a book's `SUMMARY.md`.

    >>> msgid("A *red* boat,\n__not__ a [ship][1]. C# -- [x]", {"1": ("ship.html", "Ship")})
    'A _red_ boat, **not** a [ship](ship.html "Ship"). C# -- \\[x\\]'
    >>> msgid("[One](1.md) &lt;2&gt;", links=False)
    'One \\<2\\>'
    """
    cell = kind.startswith("table")
    heading = kind.startswith("heading")
    plain = not _MARKUP.search(raw)
    if plain and not (cell and "|" in raw) and not (heading and raw.rstrip().endswith("#")):
        return locate.join(raw)
    known = {
        normalizeReference(label): {"href": unescapeAll(target), "title": unescapeAll(title or "")}
        for label, (target, title) in (references or {}).items()
    }
    tokens: list[Token] = []
    parser = _parser()
    # A footnote behind a shortcut reference is not that reference's label.
    text = raw.strip().replace("][^", f"]{_APART}[^")
    parser.inline.parse(text, parser, {"references": known}, tokens)
    written = _write(tokens, cell=cell, heading=heading, links=links)
    return written.replace(_APART, "")


def split_task(raw: str) -> tuple[str, str]:
    """
    Split the box of a task off the beginning of a list item: it is no part of the message.

    >>> split_task("[x] Wash the boat"), split_task("Wash it")
    (('[x] ', 'Wash the boat'), ('', 'Wash it'))
    """
    match = _TASK.match(raw)
    return (raw[: match.end()], raw[match.end() :]) if match else ("", raw)


def shown(string: str) -> str:
    r"""
    Give a translation written for mdbook as Python-Markdown is to read it.

    CommonMark lets every sign of punctuation be escaped, Python-Markdown sixteen of them; of the
    others it would show the backslash.

    >>> shown(r"a \< b, \# and `\<`")
    'a &lt; b, \\# and `\\<`'
    """

    def replace(match: re.Match[str]) -> str:
        sign = match[2]
        if sign is None or sign in _KNOWN_ESCAPES:
            return match.group()
        return {"<": "&lt;", "&": "&amp;", '"': "&quot;"}.get(sign, f"&#{ord(sign)};")

    return _CODE_OR_ESCAPE.sub(replace, string) if "\\" in string else string


class _Verbatim(MarkdownIt):
    """Markdown whose addresses stay as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return bool(url) or not url


@cache
def _parser() -> MarkdownIt:
    parser = _Verbatim("commonmark", {"strikethrough_single_tilde": True}).enable("strikethrough")
    rules = parser.inline.ruler
    rules.at("escape", _escape)
    rules.at("backticks", _backticks)
    rules.at("strikethrough", _strikethrough)
    rules.at("emphasis", _emphasis)
    rules.before("link", "footnote", _footnote)
    rules.push("bracket", _bracket)
    # It would join the texts whose first characters are escaped one by one.
    parser.inline.ruler2.disable("fragments_join")
    return parser


def _flush(state: StateInline) -> None:
    if state.pending:
        state.pushPending()


def _escape(state: StateInline, silent: bool) -> bool:
    """An escaped character begins a text; any other backslash is one."""
    if state.src[state.pos] != "\\":
        return False
    following = state.src[state.pos + 1 : min(state.pos + 2, state.posMax)]
    if following == "\n":
        if not silent:
            state.push("hardbreak", "br", 0)
        rest = state.src[state.pos + 2 : state.posMax]
        state.pos = state.posMax - len(rest.lstrip(" \t"))
        return True
    if following not in _PUNCTUATION:
        return False
    if not silent:
        _flush(state)
        state.pending = following
        # A backtick may begin code even so, and is kept apart.
        if following == "`":
            _flush(state)
    state.pos += 2
    return True


def _backticks(state: StateInline, silent: bool) -> bool:
    """A run of backticks that no other closes is a text of its own."""
    if state.src[state.pos] != "`":
        return False
    if not silent:
        _flush(state)
    matched = backtick(state, silent)
    if not silent:
        _flush(state)
    return matched


def _emphasis(state: StateInline, silent: bool) -> bool:
    return _run(state, silent, "*_", 0)


def _strikethrough(state: StateInline, silent: bool) -> bool:
    return _run(state, silent, "~", 2)


def _run(state: StateInline, silent: bool, markers: str, longest: int) -> bool:
    """Marks that can neither open nor close are part of the text around them."""
    marker = state.src[state.pos]
    if silent or marker not in markers:
        return False
    scanned = state.scanDelims(state.pos, marker != "_")
    if (scanned.can_open or scanned.can_close) and not 0 < longest < scanned.length:
        rule = strikethrough.tokenize if marker == "~" else emphasis.tokenize
        return rule(state, silent)
    state.pending += marker * scanned.length
    state.pos += scanned.length
    return True


def _footnote(state: StateInline, silent: bool) -> bool:
    match = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("footnote", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _bracket(state: StateInline, silent: bool) -> bool:
    """What might have begun or ended a link, an image or a tag, and has not, is a text of its own."""
    sign = state.src[state.pos]
    if sign == "!" and state.src.startswith("![", state.pos):
        sign = "!" if _FOOTNOTE.match(state.src, state.pos + 1, state.posMax) else "!["
    elif sign not in "[]<" or state.src.startswith("<\\", state.pos):
        return False
    if not silent:
        state.push("text", "", 0).content = sign
    state.pos += len(sign)
    return True


def _write(tokens: Sequence[Token], *, cell: bool, heading: bool, links: bool) -> str:
    if not links:
        tokens = [token for token in tokens if token.type not in ("link_open", "link_close")]
    tokens = [token for token in tokens if token.type != "text" or token.content]
    written: list[str] = []
    open_links: list[Token] = []
    for token, after in zip(tokens, [*tokens[1:], None], strict=False):
        match token.type:
            case "text" | "text_special":
                linked = after is not None and after.type in _LINKS
                written.append(_text(token.content, cell=cell, heading=heading, linked=linked))
            case "code_inline":
                written.append(_code(token.content, cell=cell))
            case "link_open":
                open_links.append(token)
                written.append("<" if token.markup == "autolink" else "[")
            case "link_close":
                link = open_links.pop()
                written.append(">" if link.markup == "autolink" else _target(link, "href"))
            case "image":
                alternative = _write(token.children or (), cell=cell, heading=heading, links=links)
                written.append(f"![{alternative}{_target(token, 'src')}")
            case "footnote":
                written.append(f"[^{token.content}]")
            case _:
                written.append(_WRITTEN.get(token.type, token.content))
    return "".join(written)


def _text(text: str, *, cell: bool, heading: bool, linked: bool) -> str:
    # Before a link an exclamation mark would make it an image, at the end of a heading a number
    # sign would close it.
    last = (linked and text.endswith("!")) or (heading and text.endswith("#"))
    first, middle, end = text[:1], text[1:-1], text[1:][-1:]
    if cell:
        middle, end = middle.replace("|", "\\|"), end.replace("|", "\\|")
    before = "\\" if first in _ESCAPED or (last and not end) else ""
    return before + first + middle + ("\\" if last and end else "") + end


def _code(text: str, *, cell: bool) -> str:
    if cell:
        text = text.replace("\\|", "|").replace("|", "\\|")
    if not text.strip(" "):
        return f"`{text}`"
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    spaced = text[0] == "`" or text[-1] == "`" or (text[0] == " " and text[-1] == " ")
    space = " " if spaced else ""
    return f"{fence}{space}{text}{space}{fence}"


def _target(token: Token, attribute: str) -> str:
    target = str(token.attrGet(attribute) or "")
    title = str(token.attrGet("title") or "").replace("\\", "\\\\").replace('"', '\\"')
    bracketed = f"<{target}>" if _unbalanced(target) else target
    return f']({bracketed} "{title}")' if title else f"]({bracketed})"


def _unbalanced(target: str) -> bool:
    """Does the address need angle brackets: for a space, or parentheses that do not match."""
    depth = 0
    for sign in target:
        depth += {"(": 1, ")": -1, " ": 1}.get(sign, 0)
        if sign == " " or depth > 3:
            break
    return depth != 0
