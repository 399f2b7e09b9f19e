"""prose/french-spaces"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import NOT_PROSE, Passage
from pipeline.prose.citations import is_citation

_NO_BREAK, _NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
_SHOWN = {_NO_BREAK: "a no-break space", _NARROW: "a narrow no-break space"}
# Marks behind a word, with what may close before them; a mark inside an address, a time or a ratio has
# no white space behind it, and ":)" has no word before it.
_PLAIN = re.compile(r"(?<=[\w%°)\]»”\"'’*]) (?=[;:!?]+(?:[\s»”)\]]|\Z))")
_MISSING = re.compile(r"(?<=[^\W_])[;:!?](?=[\s»]|[!?]*(?:\s|\Z))|(?<=[%»)])[;:!?](?=\s|\Z)")
_INSIDE_PLAIN = re.compile(r"(?<=«) (?=\S)|(?<=\S) (?=»)")
_INSIDE_MISSING = re.compile("«(?=[^\\s\\u00a0\\u202f])|(?<=[^\\s\\u00a0\\u202f])»")
# A title or a quotation in English keeps its own marks.
_ENGLISH = re.compile(
    r"\b(?:the|of|and|for|with|to|is|you|what|how|your|in the|from|why|by|cannot|not|error)\b",
    re.IGNORECASE,
)
_NEAR = 60
# Without a word of French a short text is a title, a name or a command in another language.
_FRENCH = re.compile(
    r"[éèêàâîôûçœ]|\b(?:le|la|les|un|une|des?|du|et|ou|en|pour|par|sur|est|sont|au|aux|que|qui|ce|dans|vous|nous|il|"
    r"ils|elle|je|on|ne|pas|avec|sans|son|sa|ses|vos|votre|plus|mais|comment|pourquoi|quand|quoi|si|attention|remarques?|exemples?|conseils?|danger|merci|bonjour|oui|non|\w{3,}ez)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^“”]{0,200}”|\"[^\"]{0,200}\"")


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    In French a no-break space stands before ; : ! ? and inside « ».

    Why: without one the mark may begin a line, or the words run into it.
    Fix: take the suggestion: a narrow no-break space (U+202F), or a no-break space (U+00A0) before a
    colon and inside « »; either is let be everywhere. In Canada there is none before ; ! ?, and in
    Switzerland none is needed at all. Times, addresses, code and English titles are let be.
    """
    for passage in prose:
        text = passage.text
        if not any(mark in text for mark in ";:!?«»"):
            continue
        region = passage.locale.replace("_", "-").rpartition("-")[2].upper()
        found = sorted(_spaces(passage, region), key=lambda one: one[1])
        if not found or is_citation(text):
            continue
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        for one, start in found:
            at = bisect(quoted, (start, 0)) - 1
            inside = at >= 0 and start < quoted[at][1] - 1
            if not inside and not _english(text, start):
                yield one


def _spaces(passage: Passage, region: str) -> Iterator[tuple[Found, int]]:
    text = passage.text
    for match in _PLAIN.finditer(text):
        mark = text[match.end()]
        yield _plain(passage, match, mark, _space(mark)), match.start()
    for match in _INSIDE_PLAIN.finditer(text):
        mark = "«" if text[match.start() - 1] == "«" else "»"
        yield _plain(passage, match, mark, _space(mark)), match.start()
    if region in ("CH", "LI"):
        return
    if not _FRENCH.search(text):
        return
    for match in _MISSING.finditer(text):
        mark = match[0]
        if (mark == ":" or region != "CA") and not _part_of_it(text, match):
            yield _missing(passage, match, _space(mark) + mark), match.start()
    for match in _INSIDE_MISSING.finditer(text):
        mark = match[0]
        right = mark + _space(mark) if mark == "«" else _space(mark) + mark
        yield _missing(passage, match, right), match.start()


def _space(mark: str) -> str:
    return _NARROW if mark in ";!?" else _NO_BREAK


def _part_of_it(text: str, match: re.Match[str]) -> bool:
    """Say whether a mark belongs to what stands before it: a drive, an entity, a name with "!"."""
    start = match.start()
    before = re.search(r"\S*\Z", text[max(start - 40, 0) : start])
    word = before[0] if before else ""
    behind = text[match.end() : match.end() + 2]
    return (
        behind == " #"
        or "(" in word
        or "_" in word
        or "[" in word
        or NOT_PROSE in word
        or word.startswith("&")
        or word in ("Yahoo", "Jeopardy", "C", "D")
    )


def _english(text: str, at: int) -> bool:
    return len(_ENGLISH.findall(text, max(at - _NEAR, 0), at + _NEAR)) > 1


def _plain(passage: Passage, match: re.Match[str], mark: str, right: str) -> Found:
    where = "behind" if mark == "«" else "before"
    message = f'a plain space {where} "{mark}", where {_SHOWN[right]} belongs'
    return Found.of(passage, match.start(), match.end(), message, right, fix="safe")


def _missing(passage: Passage, match: re.Match[str], right: str) -> Found:
    where = "behind" if match[0] == "«" else "before"
    message = f'no space {where} "{match[0]}", where {_SHOWN[right.strip(match[0])]} belongs'
    return Found.of(passage, match.start(), match.end(), message, right, fix="safe")


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("fr", "Comment allez-vous?"),
        ("fr", "Comment allez-vous ?"),
        ("fr", "Voici la liste: du pain ; du lait."),
        ("fr", "Il a dit «bonjour» à tous."),
        ("fr", "Il a dit « bonjour » à tous."),
        ("fr-CA", "Voici la liste: du pain."),
        ("fr-CH", "Comment allez-vous ?"),
    ),
    good=(
        (
            "fr",
            "Comment\u202fallez-vous\u202f? À 9:30, dans un rapport 1:2\xa0: voir https://a.org\u202f!",
        ),
        ("fr", "Il a dit «\xa0bonjour\xa0» et «\u202fau revoir\u202f»\xa0; vraiment\u202f?!"),
        ("fr", "Un film (?) et un livre “What is it?” de 1999 :-)"),
        ("fr-CA", "Comment allez-vous? Bien\xa0: merci!"),
        ("fr-CH", "Comment allez-vous? «Bien»: merci!"),
    ),
    languages=frozenset({"fr"}),
    source="Lexique des règles typographiques en usage à l’Imprimerie nationale; OQLF; Guide du typographe (CH)",
)
