"""The prose rules on what manuals write: code, menus, syntax, names that are words."""

from __future__ import annotations

import pytest

from pipeline import article, check, walk
from pipeline.model import Catalog, Passage
from pipeline.prose import passages


def _prose(text: str) -> tuple[Passage, ...]:
    """The passages of an article."""
    parsed = article.parse(text.encode(), "a.md", "en")
    return passages.prose(walk.render(parsed, "en", Catalog("en")))


# ── texts full of code ──

_CODE = "Run `a`, `b`, `c`, `d`, `e` and `f`.\n\n"


@pytest.mark.parametrize(
    ("name", "text", "level"),
    [
        ("repeated-word", "It has the the name.", None),
        ("repeated-word", "It has the name name.", "warning"),
        ("introductory-comma", "In addition there are others.", "warning"),
        ("introductory-comma", "For example the others are.", "note"),
        ("ampersand", "It can build & test.", "note"),
    ],
)
def test_beside_code(name: str, text: str, level: str | None) -> None:
    """Beside much code, nouns may be names and signs are short for words: what is not certain weighs less."""
    rule = check.rules()[f"prose/{name}"]
    (one,) = rule.check(_prose(_CODE + text))
    assert one.level == level
    (one,) = rule.check(_prose(text))
    assert one.level == ("note" if text.startswith("For") else None)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "repeated-word",
            "The offset offset_in is set. AND and OR are not. It is much much more, etc etc.",
        ),
        ("unbalanced", "Up » next.\n\n« previous | up"),
        ("unbalanced", "Call f(a [, b [, c ]]) or `x`), and `y` (and so on"),
        ("unbalanced", "- ) and the rest of it.\n- in [a, b) and (a, b]."),
        ("doubled-punctuation", "Press . and ,, or say -u?? and origin.. for origin..HEAD here."),
        (
            "missing-period",
            "Go on. It helps.\n\nGo on. Then run\n\nGo on. It is.\n\nGo on. So.\n\nGo on. No.",
        ),
        ("then-than", "It is simpler to leave it out, or to take it away, than to look after it."),
    ],
)
def test_manuals(name: str, text: str) -> None:
    """What manuals write is no slip."""
    assert not list(check.rules()[f"prose/{name}"].check(_prose(text)))
