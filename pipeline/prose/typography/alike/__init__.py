"""
Small words taken for others that sound or look like them, by language: what grammar alone gives away.

Each pattern holds the company that makes the other reading impossible: an infinitive never follows
« a », nor a masculine participle "esta". Classes of words are told by their endings and by short lists,
never by whole sentences. What hangs on more than the neighbours stays out, as does what has been
ruled either way lately ("sólo", "Oma's", "té" as letter names).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.prose.typography.alike.french_spanish import FRENCH, SPANISH
from pipeline.prose.typography.alike.german_dutch_arabic import ARABIC, DUTCH, GERMAN
from pipeline.prose.typography.alike.italian_portuguese import ITALIAN, PORTUGUESE
from pipeline.prose.typography.slips import Slip

TABLE: Mapping[str, Sequence[Slip]] = {
    "ar": ARABIC,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "it": ITALIAN,
    "nl": DUTCH,
    "pt": PORTUGUESE,
}
