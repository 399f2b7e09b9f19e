"""prose/mixed-quotation-marks"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.findings import Fix, Found, Level, Rule
from pipeline.model import NOT_PROSE, Passage
from pipeline.prose.citations import is_citation
from pipeline.prose.typography import quotes
from pipeline.prose.words import language

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_OFTEN = 4
"""So many curved apostrophes for each straight one make the straight ones slips."""
# Japanese and Chinese put straight marks around Latin words, and their own around the rest.
_BOTH = frozenset({"ja", "zh", "ko", "yue"})
_FAMILY = {"“": "“…”", "„": "„…“", "«": "«…»", "»": "»…«", "”": "”…”"}


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A text has one kind of quotation marks and of apostrophes: all curved or all straight.

    Why: a mixture shows where a text was patched, and a search for one kind misses the other.
    Fix: write the mark that the rest of the text has. Inches, code and references are let be.
    """
    for locale in dict.fromkeys(passage.locale for passage in prose):
        same = [passage for passage in prose if passage.locale == locale]
        level: Level = "note" if language(locale) == "en" else "warning"
        if language(locale) not in _BOTH:
            yield from _straight(same, level)
        yield from _apostrophes(same)
        if language(locale) == "de":
            yield from _families(same, level)


def _straight(prose: Sequence[Passage], level: Level) -> Iterator[Found]:
    """Give the straight quotations of a text that has more curved ones."""
    kinds = Counter(
        pair.opening + pair.closing for passage in prose for pair in quotes.curved(passage.text)
    )
    found = [(passage, pair) for passage in prose for pair in quotes.straight(passage.text)]
    if not found or not quotes.mostly_curved(prose):
        return
    usual = kinds.most_common(1)[0][0]
    space = "\N{NO-BREAK SPACE}" if usual == "«»" and language(prose[0].locale) == "fr" else ""
    for passage, pair in found:
        written = passage.text[pair.start : pair.end]
        if quotes.literal(written) or is_citation(passage.text):
            continue
        right = f"{usual[0]}{space}{written[1:-1]}{space}{usual[1]}"
        message = f"straight quotation marks, {usual[0]}…{usual[1]} in most other places"
        suggestions = () if NOT_PROSE in written else (right,)
        fix: Fix = "safe" if suggestions else ""
        yield Found.of(passage, pair.start, pair.end, message, *suggestions, fix=fix, level=level)


def _apostrophes(prose: Sequence[Passage]) -> Iterator[Found]:
    straight = [
        (passage, match)
        for passage in prose
        if "'" in passage.text
        for match in _APOSTROPHE.finditer(passage.text)
    ]
    if sum(passage.text.count("’") for passage in prose) < _OFTEN * len(straight):
        return
    for passage, match in straight:
        message = "a straight apostrophe, curved in most other places"
        yield Found.of(passage, *match.span(), message, "’", fix="safe", level="note")


def _families(prose: Sequence[Passage], level: Level) -> Iterator[Found]:
    """Give the quotations of a German text in the marks that it uses less often."""
    found = [
        (passage, pair)
        for passage in prose
        for pair in quotes.curved(passage.text)
        if pair.depth == 0 and pair.opening in "„»«"
    ]
    kinds = Counter(pair.opening for _, pair in found)
    if len(kinds) < 2:
        return
    usual = kinds.most_common(1)[0][0]
    for passage, pair in found:
        if pair.opening != usual:
            message = f"{_FAMILY[pair.opening]}, where the text has {_FAMILY[usual]} elsewhere"
            right = f"{_FAMILY[usual][0]}{passage.text[pair.start + 1 : pair.end - 1]}{_FAMILY[usual][2]}"
            suggestions = () if NOT_PROSE in right else (right,)
            fix: Fix = "safe" if suggestions else ""
            yield Found.of(
                passage, pair.start, pair.end, message, *suggestions, fix=fix, level=level
            )


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        'She said “yes” and “no”, and then "perhaps".',
        ("es", 'Dijo “sí” y “no”, y luego "quizá".'),
        ("fr", "L’eau, l’air, l’or et l’âme, et l'ami."),
        ("de", "Er sagte „ja“ und „nein“, dann »vielleicht«."),
    ),
    good=(
        'She said "yes", and then “no”.',
        'She said “yes” and “no”, of a screen of 5" or 6".',
        ("de", "Er sagte „ja, ‚nein‘“ und „nein“."),
        ("es", "Dijo «sí “ya”» y «no»."),
        ("fr", "L'eau et l'air, et l’âme."),
    ),
)
