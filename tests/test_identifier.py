"""Which language a text is in: the short way to the likeliest gives what the long way gives."""

from __future__ import annotations

import pytest

from pipeline import identifier
from pipeline.identifier import Identifier

_TEXTS = [
    "Take one of the tablets with a glass of water every morning.",
    "Prenez un comprimé chaque matin avec un verre d’eau.",
    "Ta en tablett hver morgen med et glass vann, og skriv det opp.",
    "Узмите једну таблету сваког јутра са чашом воде.",
    "Uzmite jednu tabletu svakog jutra s čašom vode.",
    "毎朝コップ一杯の水で一錠飲んでください。",
    "Diastolic pressure",
    "x",
]


@pytest.mark.parametrize("text", _TEXTS)
def test_likeliest_of_all_is_what_weighing_each_by_its_name_gives(text: str) -> None:
    """The model's own choice, and its ranking among the same languages, are one answer."""
    best, odds = Identifier().likeliest(text)
    assert Identifier().likeliest(text, identifier._TOLD_APART) == (best, pytest.approx(odds, 1e-4))


def test_norwegian_is_called_by_its_subtag() -> None:
    """The model calls it `no`, which is no language that anybody writes."""
    assert Identifier().likeliest(_TEXTS[2])[0] == "nb"


@pytest.mark.parametrize(("text", "tag"), [("12 — 34", ""), ("Take one.", "la"), ("Take.", "xx")])
def test_what_nobody_can_tell_has_no_language(text: str, tag: str) -> None:
    """A text without letters, and alone among languages that the model lacks."""
    known = "la" in identifier._known()
    wanted = ("la", 1.0) if tag == "la" and known else ("", 0.0)
    assert Identifier().likeliest(text, (tag,) if tag else ()) == wanted
