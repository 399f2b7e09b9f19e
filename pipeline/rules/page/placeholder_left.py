"""page/placeholder-left"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.dom import Dom
from pipeline.findings import Found, Level, Rule
from pipeline.model import Passage

_CODE = ("code", "kbd", "pre", "samp", "tt", "var")
_NAME = r"[A-Za-z_][\w.]*+"
_EDGE = r"(?<![A-Za-z0-9_/\\.=$#%{-])"
_END = r"(?![A-Za-z0-9_/\\=}-])"
# What a template, a catalog or a program puts a value into: never a word of any language.
_SURE = re.compile(
    rf"\{{\{{[^{{}}\n]{{1,60}}\}}\}}|\{{%[^%\n]{{1,60}}%\}}|<%=?[^%\n]{{1,60}}%>"
    rf"|%\({_NAME}\)[sdfr]|[$#%]\{{{_NAME}\}}|{_EDGE}%\d\$[sd@]{_END}|{_EDGE}@[A-Z][A-Z_]{{2,40}}@{_END}"
)
_LIKELY = re.compile(
    rf"{_EDGE}\{{(?:[a-z_][\w.]{{2,40}}|[A-Z][A-Z_]{{2,40}}|\d)(?::[^{{}}\s]{{0,10}})?\}}{_END}"
    rf"|{_EDGE}%[sd](?!['’\w])|{_EDGE}%[a-z][a-z_]{{2,40}}%{_END}"
)
_FILLER = re.compile(r"\blorem ipsum\b", re.IGNORECASE)


def check(dom: Dom, *, prose: Sequence[Passage]) -> Iterator[Found]:
    """
    No placeholder of a template or a translation is left in the text.

    Why: "only {price}" tells a reader nothing, and a screen reader says "left brace".
    Fix: fill it in; in a translation, write the name of the placeholder as the source has it. A page that
    is about placeholders marks them as code.
    """
    for passage in prose:
        if not _may(passage.text):
            continue
        for pattern, likely in ((_SURE, False), (_LIKELY, True), (_FILLER, False)):
            for match in pattern.finditer(passage.text):
                # A manual may write commands and formulas so, without marking them as code.
                level: Level | None = "warning" if likely else None
                if (likely and match[0][1:2].isdigit()) or _written_of(dom, match[0]):
                    level = "review"
                message = f'"{match[0]}" is a placeholder that nothing was put into'
                yield Found.of(passage, *match.span(), message, level=level)


def _may(text: str) -> bool:
    """Could one of the patterns match: 1 ms → 0.03 ms a page."""
    return "{" in text or "%" in text or "@" in text or "lorem" in text.lower()


def _written_of(dom: Dom, token: str) -> bool:
    """Is the page about such placeholders: its code has one of the same making."""
    sign = token[: next((at for at, letter in enumerate(token) if letter.isalnum()), 2)]
    return any(sign in element.text for element in dom.named(*_CODE))


_PAGE = '<html lang="{}"><body><p>{}</p></body></html>'

RULE = Rule(
    level="error",
    check=check,
    wcag="3.1.5",
    bad=(
        _PAGE.format("fr", "Le prix est de {price} euros."),
        _PAGE.format("de", "Hallo %(name)s, schön, dass Sie da sind."),
        _PAGE.format("it", "Costa {{{{ prezzo }}}} euro."),
        _PAGE.format("ja", "一組で${{price}}円ほどです。"),
        _PAGE.format("nl", "Dat kost %s euro per maand."),
        _PAGE.format("ko", "한 포기는 {0}원입니다."),
        '<p><img src="a.png" alt="Photo of {place}">',
    ),
    good=(
        _PAGE.format("en", "Write <code>{price}</code> where the price goes."),
        _PAGE.format("en", "The set {x, y} holds 50 % sugar, 20% salt and {2}-forms."),
        _PAGE.format("en", "Call /users/{id}/ and open ~/.config/{app}/settings."),
        _PAGE.format("fr", "Environ 20 %d’eau."),
    ),
)
