"""prose/sharp-s"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.literals import finder
from pipeline.prose.typography.slips import folded, like

# What the reform of 1996 writes with ss, behind a short vowel. Left out: names ("Rußland" is none any
# more, "Roßbach" is), and what keeps its ß behind a long vowel or "ei", "au", "ie" (Fuß, Maß, heißt).
_OLD = re.compile(
    r"\b(?:daß|sodaß|muß|mußt|mußte|mußten|müßten?|müßt|wußten?|wüßten?|gewußt|bewußt\w*|unbewußt\w*|"
    r"läßt|verläßt|hinterläßt|veranlaßt|ißt|mißt|vergißt|gewiß|(?:er|um|ver|an|be)?faßt|angepaßt|paßt|"
    r"häßlich\w*|bißchen|(?:ab|an|be|ent|ein|kurz|zusammen|rück)?schluß|(?:ein|über|zu|ab)?fluß|prozeß|streß|"
    r"kongreß|mißbrauch\w*|mißverständnis\w*|mißtrau\w*|mißerfolg\w*|haß|nuß|kuß|riß|biß|imbiß|paß|reisepaß|"
    r"(?:un)?erläßlich\w*|verläßlich\w*|meßgerät\w*|meßwert\w*|meßbar\w*|eßlöffel\w*|eßbar\w*|"
    r"schlußfolgerung\w*|faß|gräßlich\w*|blaß|naß|kompromiß|genuß|(?:aus|zu|über)?schuß|expreß|abszeß|"
    r"nachlaß|anlaß|erlaß|laß)\b"
)
_SHARP = re.compile(r"(?<!\w)\w*?ß\w*+")
# Written with ss only by who has no ß on the keyboard, or by the Swiss; no other word is spelt so.
_SWISS = re.compile(
    r"\b(?:gross|grosse[nmrs]?|grösser\w*|grösste\w*|weiss|heisst|heissen|heisse[nr]?|ausser|ausserdem|ausserhalb|"
    r"strasse|strassen|schliesslich|schliessen|schliesst|schliesse|fuss|füsse|füssen|gemäss|regelmässig\w*|"
    r"massnahmen?|dreissig|süss\w*|spass|grüsse|grüssen|draussen|fliesst|fliessen|beschliesst|anschliessend\w*|"
    r"einschliesslich|aussen|äussern|äusserung\w*|äusserst|heiss|fleissig\w*|bloss|gruss)\b"
)


_may_be_old, _may_be_swiss = finder([_OLD.pattern]), finder([_SWISS.pattern])


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    German is written with ß behind a long vowel and with ss behind a short one; Swiss German with ss alone.

    Why: "daß" has been wrong since the reform of 1996, and "Strasse" is right in Switzerland only.
    Fix: take the suggestion.
    """
    for passage in prose:
        text = folded(passage.text)
        swiss = passage.locale.replace("_", "-").upper().endswith(("-CH", "-LI"))
        if swiss:
            for match in _SHARP.finditer(text):
                yield _found(
                    passage, match, match[0].replace("ß", "ss"), "is not written in Switzerland"
                )
            continue
        for match in _OLD.finditer(text) if "ß" in text and _may_be_old(text) else ():
            yield _found(passage, match, match[0].replace("ß", "ss"), "is the spelling before 1996")
        for match in _SWISS.finditer(text) if "ss" in text and _may_be_swiss(text) else ():
            right = _sharp(match[0])
            yield _found(passage, match, right, "is written with ß outside Switzerland")


def _sharp(word: str) -> str:
    # "massnahme" and "strasse" have one ss; none of the list has two.
    return word.replace("ss", "ß", 1)


def _found(passage: Passage, match: re.Match[str], right: str, why: str) -> Found:
    start, end = match.span()
    written = passage.text[start:end]
    return Found.of(passage, start, end, f'"{written}" {why}', like(written, right), fix="safe")


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("de", "Er wußte, daß er ein bißchen schlafen muß."),
        ("de-AT", "Die Strasse ist gross."),
        ("de-CH", "Die Straße ist groß."),
    ),
    good=(
        (
            "de",
            "Sie wusste, dass Fuß und Maß groß sind; er heißt Voß und weiß, dass er schließlich muss.",
        ),
        ("de", "Er ließ sie los, aß, maß, vergaß und saß. Wasser, Masse und Messe."),
        ("de-CH", "Die Strasse ist gross, und er muss los."),
    ),
    languages=frozenset({"de"}),
    source="Rat für deutsche Rechtschreibung, „Amtliches Regelwerk“, §§ 2 und 25",
)
