"""prose/quotation-marks"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.findings import Fix, Found, Level, Rule
from pipeline.model import NOT_PROSE, Passage
from pipeline.prose.typography import quotes
from pipeline.prose.typography.quotes import Pair
from pipeline.prose.words import language

# The pairs that no publisher of the language uses for a quotation. Left out: Spanish, Italian,
# Portuguese, Dutch, Danish, Norwegian and Greek, which have two or three styles each.
_FOREIGN: Mapping[str, frozenset[str]] = {
    "de": frozenset({"“”", "„”", "””"}),
    "cs": frozenset({"“”", "„”", "””"}),
    "sk": frozenset({"“”", "„”", "””"}),
    "fr": frozenset({"„“", "„”", "””", "»«"}),
    "pl": frozenset({"“”", "„“"}),
    "ru": frozenset({"“”", "””", "»«"}),
    "uk": frozenset({"””", "»«"}),
    "sv": frozenset({"“”", "„“", "„”"}),
    "ja": frozenset({"„“", "„”", "””"}),
    "fi": frozenset({"“”", "„“", "„”"}),
}
_CURVED = frozenset({"de", "fr", "ru", "uk", "pl", "cs", "ja"})
"""Where straight marks are a makeshift of the keyboard, and publishers never print them."""
_SPACED = frozenset({"fr"})


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A quotation stands in the marks of its language: „…“ in German, « … » in French, «…» in Russian.

    Why: marks of another language make a text look half translated, and “ closes a German quotation.
    Fix: take the suggestion. Every pair that publishers of the language use is let be; straight marks
    are a note.
    """
    # Where most are curved, prose/mixed-quotation-marks has the straight ones.
    mostly = quotes.mostly_curved(prose)
    for passage in prose:
        name = language(passage.locale)
        for pair in quotes.curved(passage.text):
            if pair.opening + pair.closing in _FOREIGN[name] and not pair.depth:
                yield _found(passage, pair, f"quotation marks {pair.opening}…{pair.closing}")
        if name in _CURVED and not mostly:
            for pair in quotes.straight(passage.text):
                if not quotes.literal(passage.text[pair.start : pair.end]):
                    yield _found(passage, pair, "straight quotation marks", "note")


def _found(passage: Passage, pair: Pair, what: str, level: Level | None = None) -> Found:
    marks = quotes.marks(passage.locale)
    opening, closing = marks[0], marks[1]
    written = passage.text[pair.start : pair.end]
    space = "\N{NO-BREAK SPACE}" if language(passage.locale) in _SPACED else ""
    right = f"{opening}{space}{written[1:-1].strip()}{space}{closing}"
    message = f"{what}, where {opening}{space}…{space}{closing} belong"
    suggestions = () if NOT_PROSE in written else (right,)
    fix: Fix = "safe" if suggestions else ""
    return Found.of(passage, pair.start, pair.end, message, *suggestions, fix=fix, level=level)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("de", "Er sagte: “Guten Morgen”."),
        ("de", "Er sagte: „Guten Morgen”."),
        ("de", 'Er sagte: "Guten Morgen".'),
        ("fr", "Elle a dit „bonjour“."),
        ("pl", "Powiedział “dzień dobry”."),
        ("ru", "Он сказал “да”."),
        ("sv", "Hon sa “hej”."),
    ),
    good=(
        ("de", "Er sagte: „Guten ‚Morgen‘“, und sie: »Ja«."),
        ("de-CH", "Er sagte: «Guten Morgen»."),
        ("de", 'Ein Monitor mit 5" und `"x"`.'),
        ("fr", "Elle a dit «\xa0bonjour “toi”\xa0», puis “au revoir”."),
        ("pl", "Powiedział „dzień «dobry»”."),
        ("ru", "Он сказал: «Книга „Да“»."),
        ("sv", "Hon sa ”hej” och »hå»."),
    ),
    languages=frozenset(_FOREIGN),
    source="CLDR 48, delimiters",
)
