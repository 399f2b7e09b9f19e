"""Passages: what is prose, in which language, and where it stands."""

from __future__ import annotations

import pytest

from pipeline.model import NOT_PROSE, Article, Origin, Passage, Place, Run, Segment, Version
from pipeline.prose.passages import passages, prose, segment_passages


def found(text: str, locale: str = "en", kind: str = "paragraph") -> tuple[Passage, ...]:
    """The passages of a run on the first line of a file."""
    origin = Origin("a.md", ((0, 1, 1),))
    return passages(Run(Segment(text, kind, origin), text, locale, "source", origin))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("An *early* **map**.", "An early map."),
        ("See [the guide](guide.md) now.", "See the guide now."),
        ("See [the guide][g] now.", "See the guide now."),
        ("Run `make` now.", f"Run {NOT_PROSE} now."),
        ("It helps.[^1] Ask.", f"It helps.{NOT_PROSE} Ask."),
        ("At https://a.org/b, or me@a.org.", f"At {NOT_PROSE}, or {NOT_PROSE}."),
        ("See <https://a.org>.", f"See {NOT_PROSE}."),
        ("See [https://a.org/b](https://a.org/b).", f"See {NOT_PROSE}."),
        ("Press <kbd>Enter</kbd> or <b>wait</b>.", f"Press {NOT_PROSE} or wait."),
        ("Caf&eacute; &amp; bar", "Café & bar"),
        ("anti\u00addepres&shy;sant", "antidepressant"),
        ("One<br>two  \nthree", "One\ntwo\nthree"),
        (r"2 \* 3", "2 * 3"),
        ("Hello {name}, %(count)d left", f"Hello {NOT_PROSE}, {NOT_PROSE} left"),
        ("A word{: .big }", "A word{: .big }"),
        ("A *word*{: .big } more", "A word more"),
        ("Text <!-- a note --> more", "Text  more"),
        ("Open <code>a", f"Open {NOT_PROSE}"),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    """Markup goes, what is not prose leaves a mark, entities are decoded."""
    assert found(text)[0].text == plain


def test_words_aside_are_passages() -> None:
    """Alternatives and titles are read on their own, at their own place."""
    aside = found(
        '![A map](m.png "Drawn &amp; cut") of [it](u "The city") <img alt="A cat" src="c">'
    )
    assert [(each.kind, each.text, each.origin.place.column) for each in aside[1:]] == [
        ("image alternative", "A map", 3),
        ("link title", "Drawn & cut", 17),
        ("link title", "The city", 46),
        ("image alternative", "A cat", 67),
    ]


def test_other_language_is_a_passage() -> None:
    """What an element says to be in another language is read in that language."""
    text = 'The <i lang="fr">mot *juste*</i> and *Zeitgeist*{lang=de} of <b lang="en">it</b>.'
    main, french, german = found(text)
    assert main.text == f"The {NOT_PROSE} and {NOT_PROSE} of it."
    assert (french.locale, french.text, french.origin.place.column) == ("fr", "mot juste", 18)
    assert (german.locale, german.text, german.origin.place.column) == ("de", "Zeitgeist", 39)


def test_language_unknown_is_not_prose() -> None:
    """An element whose language is declared unknown cannot be read."""
    assert [each.text for each in found('Say <i lang="">abracadabra</i>.')] == [f"Say {NOT_PROSE}."]


def test_elements_may_overlap() -> None:
    """An inner element does not reach out of the one around it."""
    text = '<i lang="fr">un <b lang="de">zwei</i> three</b> four'
    assert [(each.locale, each.text) for each in found(text)] == [
        ("en", f"{NOT_PROSE} three four"),
        ("fr", f"un {NOT_PROSE}"),
        ("de", "zwei"),
    ]


def test_place_follows_soft_wraps() -> None:
    """A word behind a soft wrap stands on its own line."""
    origin = Origin("a.md", ((0, 7, 3), (12, 8, 3)))
    run = Run(
        Segment("An *early*\u00ad map", "list item", origin),
        "An *early*\u00ad map",
        "en",
        "source",
        origin,
    )
    (passage,) = passages(run)
    places = [passage.origin.at(passage.text.index(word)) for word in ("An", "early", "map")]
    assert places == [Place("a.md", 7, 3), Place("a.md", 7, 7), Place("a.md", 8, 3)]


@pytest.mark.parametrize("text", ["", "`code`", "![](a.png)", "—", "<br>", "[^1]"])
def test_nothing_to_read(text: str) -> None:
    """A run without letters or digits has no passage."""
    assert found(text) == ()


def test_version_and_segment() -> None:
    """A version's passages are those of its runs; a segment's are as its article has it."""
    origin = Origin("a.md")
    segment = Segment("A map", "heading 2", origin)
    runs = (Run(segment, "Une carte", "fr", "translated", origin),) * 2
    version = Version(Article("a", "a.md", "en", ""), "fr", runs)
    assert [(each.locale, each.text) for each in prose(version)] == [("fr", "Une carte")] * 2
    assert [(each.kind, each.text) for each in segment_passages(segment, "en")] == [
        ("heading 2", "A map")
    ]
