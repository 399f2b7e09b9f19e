"""Unknown forms that are likelier words nobody has listed than slips: only who is strict hears of them."""

from __future__ import annotations

import pytest

from pipeline import dictionaries
from pipeline.model import Origin, Passage
from pipeline.rules.prose import spelling
from pipeline.spelling import Judge


def reported(locale: str, text: str, *, strict: bool = False) -> list[str]:
    """Give the words that an editor sees."""
    prose = [Passage(text, locale, "paragraph", Origin("a.md"))]
    judge = Judge(locale, dictionaries.load)
    return [found.text for found in spelling.check(prose, speller=judge, strict=strict)]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Too much urate and a loaf of teff."),
        ("en", "A sporeless fern, a leaderboard."),
        ("en", "Some kuli-kuli, moin moin and tahdig."),
        ("en", "See gov.uk for the form."),
        ("de", "Wir wollen stoßlüften; der Zähler darf rückwärtslaufen."),
        ("de", "Das kostet 35 ct bei 860 Wp."),
        ("it", "Tanti folati e un geotessuto."),
        ("pt", "A receção e a infeção."),
        ("ar", "نشرت الصورة على إنستغرام."),
        ("de", "Gut sind Radeln und Nordic Walking im Park."),
        ("nl", "Goed zijn fietsen en nordic walking in het park."),
        ("ar", "زرنا أم حازم الترتير في بلدة عارورة."),
    ],
)
def test_what_people_write_or_build_is_let_be(locale: str, text: str) -> None:
    """Short words in use, derivations, what is said twice, units, addresses, names after titles."""
    assert reported(locale, text) == []


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [
        ("en", "The peach was veryripe today.", "veryripe"),
        ("pl", "Trzeba wypatrzyć koktajleantybiotyków w lesie.", "koktajleantybiotyków"),
        ("ru", "Ему удалось взыскатьчерез суд.", "взыскатьчерез"),
        ("fr", "Il a commencé le treatment hier.", "treatment"),
        ("de", "Das hausarbeiten ist schwer.", "hausarbeiten"),
        ("nl", "Goed is walking in het park.", "walking"),
        ("ar", "في يوم الفسحه الجميل.", "الفسحه"),
    ],
)
def test_slips_are_still_found(locale: str, text: str, found: str) -> None:
    """Words run together, common words of another language, small letters, letters that sound alike."""
    assert reported(locale, text) == [found]


def test_who_is_strict_hears_of_all() -> None:
    """There a word that may well be one is an error, too."""
    assert reported("en", "A sporeless fern.", strict=True) == ["sporeless"]


def test_names_with_accents_are_no_slips_of_english() -> None:
    """Nobody comes upon an accent by mistyping an English word."""
    assert reported("en", "Care is free at the Serviço, and Médis pays.") == []
    assert reported("en", "She studied at an Americna university.") == ["Americna"]
