"""prose/term-case"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import NOT_PROSE, Passage
from pipeline.prose import position
from pipeline.prose.citations import is_citation
from pipeline.prose.words import language

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŻŹČŠŽŘĎŤŇŐŰĞİŞĂȘȚΑ-ΩΆ-ΏА-ЯЁІЇЄ"
_CAPITAL = re.compile(
    rf"[{_UPPER}](?:(?<=[^\W\d_{_UPPER}]\s.)|(?<=[,;)]\s.)|(?<=[ld]['’].))[^\W\d_]{{3,30}}+(?![\w\u0300-\u036f'’(+:%-]|\s[{_UPPER}\d(]|[./][\w/]| ?{NOT_PROSE})"
)
# Where it says what to click, capitals are what a program shows: "open Contacts".
_CLICK = tuple(
    " click, clic , cliqu, clica, klik,Click,Clic ,Cliqu,Klik,menu bar,submenu, pulse ,Pulse , pulsar"
    ", botón, botão, painel, panneau, bouton, knop , paneel, pulsante, pannello".split(",")
)
_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{4,31}(?![\w@/-]|\.\w)")

# Words that are names as well, with a capital and without one meaning two things.
_NAMES = {
    "en": "when where what which while another therefore however these those there their march april august polish turkey china earth internet web north south east west northern "
    "southern eastern western state states government president church congress parliament senate "
    "minister prime bible english french german court crown house street river lake park school college "
    "university hospital department board committee council agency chapter section figure table "
    "appendix part note article example step level phase type group grade stage this that they then with "
    "from have here your using default stable unstable",
    "fr": "état états église internet nord ouest terre lune soleil sénat parlement ministère université",
    "es": "estado estados iglesia gobierno internet norte oeste tierra luna ministerio universidad",
    "it": "stato stati chiesa governo internet nord ovest terra luna ministero università",
    "pt": "estado estados igreja governo internet norte oeste terra lua ministério universidade",
    "nl": "staat kerk internet noord west aarde maan ministerie universiteit",
}
_AND_NAMES = {name: frozenset(words.split()) for name, words in _NAMES.items()}
# What is pressed, opened or called has the name that it shows.
_NAMED = re.compile(
    r"\b(?:click|clicking|select|choose|press|open|called|named|titled|labelled|labeled|entitled|[Ss]ee|[Rr]ead|consult|run"
    r"|under|version|launch|type|typing|enter|activate|start|via|Use|tagged|marked|field|section|(?:described|defined|listed|explained|given|found) in) (?:on |the |your )?\Z"
)
_NAMED_BEHIND = re.compile(
    r" (?:button|menu|tab|window|dialog|field|box|page|panel|key|column|option|section|view|file|list"
    r"|screen|mode|class|object|project|team|release|license|package)s?\b"
)
_SMALL, _SMALL_IN_CODE = 4, 8
_SMALL_IN_SHORT, _SHORT = 2, 2_500
"""What is asked of a short text, in characters: there a term cannot stand often."""
_TIMES_IN_CODE = 10
"""What is asked of a technical article, where capitals name classes, fields and sections."""
_BOX_LENGTH = 24
_FEW = 2
"""More capitals than these are a technical term's own."""
# "the Wireless interface": there, behind an article and before another noun, a label more often than a slip.
_ARTICLE = re.compile(r"\b(?:the|a|an|your|its) \Z")
_NOUN_BEHIND = re.compile(
    r" (?!(?:is|are|was|were|has|have|had|can|may|will|and|or|but|in|on|at|to|of|for|from|with|by|as|that|which"
    r"|who|when|while|if|because|so|than|then|does|did|do|must|should|could|would|not|also|into)\b)[a-z]"
)
# What stands behind these is the title of a chapter: "see Specifying the Interpreter".
_TITLE = re.compile(r"\b(?:[Ss]ee|[Rr]efer to|discussion of|[Bb]uilt-in|\(Not a)\b[^.]{0,30}\Z")
# A list of names: "Added, Copied and Renamed".
_ROW_BEHIND = re.compile(rf",? (?:and |or )?[{_UPPER}]")
_ROW_BEFORE = re.compile(
    rf"(?:\d|(?<!\w)[{_UPPER}]\w*|\)|{NOT_PROSE})(?:, (?:and |or )?| (?:and|or|of|for|to|with|in) )\Z"
)
# "/// note Lines are", "!!! warning Links are": the title of a box ends in front of it.
_BOX = re.compile(r"\A(?:///|:::|!!!|\?\?\?)\+? ?[\w-]+ \Z")
_STOP = re.compile(r"[.!?…](?:\W|\Z)")
# What is said behind a bracket or before an arrow: a new sentence, and the way through a menu.
_MENU = re.compile(r"\s?[→>»▸]")


def check(prose: Sequence[Passage], *, times: int = 3) -> Iterator[Found]:
    """
    A term has a small letter in mid-sentence where it mostly has one.

    Why: a capital says "this is a name"; a reader wonders whether "ketamine" and "Ketamine" are two things.
    Fix: write it small. What is a name in that place is best called by its whole name. A term counts
    as small where it is so at least four times, and `times` as often as with a capital (eight times, and
    ten times as often, in a text full of code); beside another capital, in headings and in German, whose
    nouns have one, nothing is found.
    """
    uses: dict[str, list[tuple[Passage, int]]] = {}
    running = [passage for passage in prose if position.is_running(passage)]
    written = {form for passage in running for form in position.forms(passage.text)}
    for passage in running:
        for match in _CAPITAL.finditer(passage.text):
            term = match[0].lower()
            if term in written:
                uses.setdefault(term, []).append((passage, match.start()))
    if not uses:
        return
    small = Counter(
        word
        for passage in running
        if not position.forms(passage.text).isdisjoint(uses)
        for word in _WORD.findall(passage.text)
        if word in uses
    )
    code = position.is_technical(running)
    asked, least = (max(times, _TIMES_IN_CODE), _SMALL_IN_CODE) if code else (times, _SMALL)
    if not code and sum(len(passage.text) for passage in running) < _SHORT:
        asked, least = min(times, _SMALL_IN_SHORT), _SMALL_IN_SHORT
    terms = [
        (term, places)
        for term, places in uses.items()
        if small[term] >= max(least, asked * len(places)) and not (code and len(places) > _FEW)
    ]
    if not terms or any(any(map(passage.text.__contains__, _CLICK)) for passage in running):
        return
    for term, places in terms:
        for passage, start in places:
            end = start + len(term)
            if _is_slip(passage, start, end) and not (code and _is_label(passage.text, start, end)):
                message = f'"{passage.text[start:end]}" has a small letter elsewhere in the text'
                yield Found.of(passage, start, end, message, term, fix="unsafe")


def _is_slip(passage: Passage, start: int, end: int) -> bool:
    text, name = passage.text, language(passage.locale)
    return not (
        text[start:end].lower() in _AND_NAMES.get(name, ())
        or text[start + 1 : end].lower() != text[start + 1 : end]
        or position.beside_capital(text, start, end)
        or position.at_markup(passage, start, end)
        or text[max(start - 2, 0) : start] in (") ", "; ")
        or _MENU.match(text, end)
        or (start < _BOX_LENGTH and _BOX.match(text[:start]))
        or _STOP.search(text, end) is None
        or _ROW_BEHIND.match(text, end)
        or _ROW_BEFORE.search(text, max(start - 40, 0), start)
        or (name == "en" and _named(text, start, end))
        or position.quoted(text, start)
        or is_citation(text)
    )


def _named(text: str, start: int, end: int) -> bool:
    before = text[max(start - 24, 0) : start]
    titled = _TITLE.search(text, max(start - 44, 0), start)
    return bool(titled or _NAMED.search(before) or _NAMED_BEHIND.match(text, end))


def _is_label(text: str, start: int, end: int) -> bool:
    before = text[max(start - 8, 0) : start]
    return bool(_ARTICLE.search(before) and _NOUN_BEHIND.match(text, end))


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        (
            "We use insulin daily. The insulin is cold. Store insulin well. Too much insulin is bad. "
            "When you inject Insulin slowly, it hurts less."
        ),
        (
            "es",
            (
                "La insulina ayuda. Con insulina se vive. Sin insulina no. Use insulina fría. Por eso la "
                "Insulina se guarda."
            ),
        ),
    ),
    good=(
        (
            "We use insulin daily. The insulin is cold. Store insulin well. Too much insulin is bad. "
            "Insulin helps. The Insulin Trust was asked; it said: Insulin is free."
        ),
        "The march was long. They march on. A march is hard, and we march far. It was in March already.",
        ("de", "Das Insulin hilft, und wir insulin insulin insulin insulin nehmen Insulin."),
    ),
    # All that have small and capital letters, but German and Luxembourgish, whose nouns have capitals.
    languages=frozenset(
        "bg ca cs da el en es et eu fi fr gl hr hu is it lt lv nb nl nn no pl pt ro ru sk sl sr sv uk".split()
    ),
)
