"""The rules over prose and translations: where they point, what they say, what they let pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import Message, Origin, Passage, Place, Run, Segment, State
from pipeline.prose.passages import passages
from pipeline.rules.prose import long_sentence, repeated_word
from pipeline.rules.translation import control_character, fuzzy, markup, missing, placeholder

CATALOG = Origin("de.po", ((0, 12, 9), (10, 13, 2)))


def prose(text: str, locale: str = "en", kind: str = "paragraph") -> tuple[Passage, ...]:
    """The passages of a run whose source wraps before its last word."""
    origin = Origin("a.md", ((0, 7, 3), (text.rindex(" ") + 1, 8, 3)))
    return passages(Run(Segment(text, kind, origin), text, locale, "source", origin))


def translated(source: str, text: str, state: State = "translated", flags: str = "") -> Run:
    """A run with its message."""
    message = Message(source, (text,), flags=tuple(flags.split()), origin=CATALOG)
    origin = CATALOG if state == "translated" else Origin("a.md", ((0, 7, 3),))
    shown = text if state == "translated" else source
    return Run(Segment(source, "paragraph", origin), shown, "de", state, origin, message)


def messages(source: str, text: str, flags: str = "") -> list[str]:
    """What the rules of markup say, what is refused first."""
    run = translated(source, text, flags=flags)
    return [found.message for rule in (placeholder, markup) for found in rule.check([run])]


def test_long_sentence_says_how_long() -> None:
    """The finding stands at the sentence's first word and gives its length and the limit."""
    text = "Short. A " + "word " * 25 + "end."
    (found,) = long_sentence.check(prose(text))
    assert (found.place, found.message) == (
        Place("a.md", 7, 10),
        "sentence of 27 words, more than 25",
    )
    assert found.text == text.removeprefix("Short. ")


def test_long_sentence_has_a_limit() -> None:
    """The limit is an option, and is scaled to the language."""
    text = "eins zwei drei vier fünf sechs sieben acht neun zehn."
    assert not list(long_sentence.check(prose(text, "de")))
    assert [found.message for found in long_sentence.check(prose(text, "de"), limit=10)] == [
        "sentence of 10 words, more than 9"
    ]


def test_japanese_sentence_is_measured_in_characters() -> None:
    """A language without spaces counts characters, without marks."""
    (found,) = long_sentence.check(prose("あいうえお、" * 15 + " 。", "ja"))
    assert found.message == "sentence of 75 characters, more than 70"


@pytest.mark.parametrize("kind", ["heading 2", "title", "table cell, column 2"])
def test_long_heading_is_no_sentence(kind: str) -> None:
    """Only running text is measured."""
    assert not list(long_sentence.check(prose("word " * 40 + "end.", kind=kind)))


def test_repeated_word_across_a_soft_wrap() -> None:
    """A repetition over the end of a line is the one a writer does not see."""
    (found,) = repeated_word.check(prose("Take the the"))
    assert (found.place, found.end) == (Place("a.md", 7, 8), Place("a.md", 8, 6))
    assert (found.message, found.suggestions) == ('"the" stands twice', ("the",))


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "the Mau Mau in Walla Walla now"),
        ("en", "all that that had had done is done"),
        ("en", "the [the](u) guide"),
        ("en", "say *no more* more often"),
        ("en", "the `the` the, the end"),
        ("en", "page 5 5 times"),
        ("en", "the  \nthe end"),
        ("en-GB", "It is very very far"),
        ("fr", "Nous nous levons, vous vous levez"),
        ("de", "die Frau, die die Katze sieht, dass sie sie sieht"),
        ("pt", "se se considerar"),
        ("it", "piano piano e così così si va"),
        ("nl", "dat dat het het beste is voor je je weet"),
        ("id", "anak anak pelan pelan makan"),
        ("tr", "yavaş yavaş zaman zaman geldi"),
        ("ar", "مهم جدا جدا شيئا شيئا الآن"),
        ("ja", "いろいろ いろいろ です"),
        ("tlh", "jIH jIH ghItlh"),
    ],
)
def test_repetition_that_is_meant(locale: str, text: str) -> None:
    """Names, words that may meet, edges of markup and languages that double are let be."""
    assert not list(repeated_word.check(prose(text, locale)))


def test_missing_stands_in_the_catalog() -> None:
    """What is not translated is found where a translator will write it."""
    (found,) = missing.check([translated("Take it.", "", "missing")])
    assert (found.place, found.message) == (Place("de.po", 12, 9), "paragraph is not translated")


def test_missing_without_an_entry_stands_in_the_article() -> None:
    """Where the catalog has no entry yet, the article is all there is to point at."""
    run = replace(translated("Take it.", "", "missing"), message=None)
    assert [found.place for found in missing.check([run])] == [Place("a.md", 7, 3)]


def test_fuzzy_stands_in_the_catalog() -> None:
    """What waits for review is found where it is reviewed."""
    (found,) = fuzzy.check([translated("Take it.", "Nimm es.", "fuzzy")])
    assert (found.place, found.text) == (Place("de.po", 12, 9), "Nimm es.")


def test_control_character_is_placed() -> None:
    """The character is named, at its place in the catalog."""
    (found,) = control_character.check([translated("Take it.", "Nimm es jetzt\x1b.", "refused")])
    assert (found.place, found.message) == (
        Place("de.po", 13, 5),
        "control character U+001B in the translation",
    )


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("Run `make`.", "Starte make.", "code `make` of the source is missing"),
        ("See [a](b.md).", "Siehe a.", "link target b.md of the source is missing"),
        ("See a.", "Siehe [a](b.md).", "link target b.md is not in the source"),
        ("Yes.[^1]", "Ja.", "footnote mark [^1] of the source is missing"),
        ("See [a][b].", "Siehe [a].", "reference [b] of the source is missing"),
        ("A <b>c</b>.", "Ein <b>c.", "tag </b> of the source is missing"),
        ("Hi {name}.", "Hallo.", "placeholder {name} of the source is missing"),
        ("![a](b.png) c", "c", "image b.png of the source is missing"),
        ("Call.", "Ruf an: www.a.org.", "address www.a.org is not in the source"),
        ("A *b*.", "Ein *b*{: .c }.", "attribute list {: .c } is not in the source"),
        ("See [a](b.md).", r"Siehe \[a\] (b.md).", r"`\[a\] (` breaks the markup of a link"),
        ("See [a](b.md).", "Siehe [a] (b.md).", "`] (` breaks the markup of a link"),
        ("See [a](b.md).", "見る [a]（b.md）", "`]（` breaks the markup of a link"),
        ("A **b**.", "Ein **b.", "`**` is shown as it is written: its pair is missing"),
        ("A _b_.", "これは_b_です。_", "`_` is shown as it is written: its pair is missing"),
    ],
)
def test_damage_is_named(source: str, text: str, expected: str) -> None:
    """Each thing lost or added is one finding that says what it is."""
    assert expected in messages(source, text)
    assert len(set(messages(source, text))) == 1


def test_changed_target_is_two_findings() -> None:
    """A changed target is one lost and one added."""
    assert messages("See [a](b.md).", "Siehe [a](c.md).") == [
        "link target b.md of the source is missing",
        "link target c.md is not in the source",
    ]


def test_added_thing_is_placed() -> None:
    """What is added is found at its place in the catalog, what is lost at the message."""
    found = list(placeholder.check([translated("See a [^b].", "Siehe das [a](c.md).")]))
    assert [each.place for each in found] == [Place("de.po", 12, 9), Place("de.po", 13, 4)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Run `a`, then `b`.", "Nach `a` starte `b`, dann wieder `c`."),
        ("[a](/en/b) and [c](d)", "[c](d) und [a](/de/b)"),
        ("[a](https://a.org/news/b)", "[a](https://a.org/de/news/b)"),
        ("[a](https://en.wikipedia.org/wiki/Sleep)", "[a](https://de.wikipedia.org/wiki/Schlaf)"),
        ("See <https://a.org/b>.", "Siehe [dort](https://a.org/b)."),
        ("See www.a.org.", "Siehe www.a.org, ja, www.a.org."),
        ("[a](b?c&amp;d)", "[a](b?c&d)"),
        ("[a](b%C3%A9)", "[a](bé)"),
        ("A **b** and *c*.", "Ein b und c."),
        ("The word.", 'Das Wort <span lang="en">word</span>, <bdi>x</bdi>.'),
        ('The <i lang="de">Wort</i>.', "Das Wort."),
        ("*Wort*{lang=de}", "Wort"),
        ("50% do so.", "50 % davon, 100% sicher."),
        ("2 * 3 = 6*", "2 * 3 = 6*"),
        ("A note*", "Eine *Anmerkung*"),
        ("Text [sic] (1).", "Text [sic] (1)."),
        ("A<br>b", "A<BR/>b"),
    ],
)
def test_translation_that_keeps_all(source: str, text: str) -> None:
    """What a translator may do is not found."""
    assert messages(source, text) == []


def test_format_string_is_declared() -> None:
    """A percent sign is a placeholder only where the catalog says so."""
    assert messages("%s left", "noch etwas") == []
    assert messages("%s left", "noch etwas", "python-format") == [
        "placeholder %s of the source is missing"
    ]


@pytest.mark.parametrize("state", ["source", "fuzzy", "missing"])
def test_only_translations_are_compared(state: State) -> None:
    """What nobody stands by is not compared; what is refused says why."""
    assert not list(placeholder.check([translated("See [a](b.md).", "Siehe.", state)]))
    assert list(placeholder.check([translated("See [a](b.md).", "Siehe.", "refused")]))
