"""A translation fitted to a source that changed in white space and markup only."""

from __future__ import annotations

import pytest

from pipeline.merging.adapt import adapt, bare


@pytest.mark.parametrize(
    ("string", "old", "new", "fitted"),
    [
        ("Oui  non", "Yes no", "Yes\nno", "Oui  non"),
        ("Prenez *un*.", "Take *one*.", "Take _one_.", "Prenez _un_."),
        ("Prenez __un__.", "Take __one__.", "Take **one**.", "Prenez **un**."),
        ("Prenez *un*.", "Take *one*.", "Take one.", "Prenez un."),
        ("Oui", "Yes", "**Yes**", "**Oui**"),
        ("Oui.", "Yes.", "Yes.[^1]", "Oui.[^1]"),
        ("Oui", "Yes", "Yes {: .note}", "Oui {: .note}"),
        ("Eau", "Water", "[Water](water.md)", "[Eau](water.md)"),
        ("Voir [ici](a.md).", "See [here](a.md).", "See [here](b.md).", "Voir [ici](b.md)."),
        (
            "Voir <http://a.org>.",
            "See <http://a.org>.",
            "See <http://b.org>.",
            "Voir <http://b.org>.",
        ),
        ("[b](2) ou [a](1)", "[a](1) or [b](2)", "[a](3) or [b](4)", "[b](4) ou [a](3)"),
        ("<b>Eau</b>", "<b>Water</b>", "<strong>Water</strong>", "<strong>Eau</strong>"),
        ("« L'eau »", '"Water\'s"', "“Water’s”", "« L'eau »"),
        ("Oui  \nnon", "Yes  \nno", "Yes no", "Oui non"),
        ("Oui", "Yes", "\nYes\n", "\nOui\n"),
        ("\nOui\n", "\nYes\n", "Yes", "Oui"),
        ("5 * *oui*", "5 * *yes*", "5 * _yes_", "5 * _oui_"),
        ("O*ui*", "Y*es*", "Y**es**", "O**ui**"),
        ("*Non* `a*b*`", "*No* `a*b*`", "_No_ `a*b*`", "_Non_ `a*b*`"),
    ],
)
def test_change_that_fits(string: str, old: str, new: str, fitted: str) -> None:
    """Each mark becomes what it became in the source."""
    assert adapt(string, old, new) == fitted


@pytest.mark.parametrize(
    ("string", "old", "new"),
    [
        ("Prenez-en 1.", "Take 1.", "Take 2."),
        ("Oui", "Yes", "Yes!"),
        ("Oui", "Yes", "yes"),
        ("Attention : non", "Careful: no", "**Careful:** no"),
        ("Voir [ici](fr/a.md).", "See [here](a.md).", "See [here](b.md)."),
        ("Voir ici.", "See *this*.", "See _this_."),
        ("Oui non", "Yes no", "Yes  \nno"),
        ("日*本*語", "a *b* c", "a _b_ c"),
        ("Mettez `a*b`.", "Put `a*b`.", "Put *a*b*."),
        ("*un* *deux*", "*one* *two*", "*one* **two**"),
    ],
)
def test_change_that_does_not_fit(string: str, old: str, new: str) -> None:
    """A text that reads otherwise, or a mark without its place, is for a person."""
    assert adapt(string, old, new) is None


def test_code_reads_as_it_stands() -> None:
    """Signs in code are no markup, and neither are signs without a partner."""
    assert bare("Put `a*b*` and 2 * 3 in_a_row [x]") == "Put a*b* and 2 * 3 in_a_row [x]"
