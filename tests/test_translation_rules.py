"""The rules over a translation beside its source: what they find, where, and what they let pass."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import beside, po, walk
from pipeline.beside import digits, ends, words
from pipeline.findings import Found
from pipeline.model import Origin, Run, Segment
from pipeline.rules.translation import (
    date_changed,
    dose_changed,
    edge_space,
    length_ratio,
    number_changed,
    one_source_several,
    one_translation_several_sources,
    truncated,
)
from pipeline.rules.translation import markup as markup_rule

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def runs(text: str, locale: str = "fr") -> list[Run]:
    """The messages of a catalog as `pipeline check` sees them."""
    catalog = po.load((HEADER + text).encode(), "fr.po")
    return [
        walk.look_up(
            Segment(message.id, "paragraph", message.origin or Origin("fr.po"), message.context),
            message,
            "en",
            locale,
        )
        for message in catalog.messages
    ]


def pairs(*texts: tuple[str, str], locale: str = "fr") -> list[Run]:
    """Translations, one in a line."""
    return [
        Run(Segment(source, "paragraph", origin), text, locale, "translated", origin)
        for line, (source, text) in enumerate(texts, 1)
        for origin in (Origin("x.po", ((0, line, 1),)),)
    ]


def told(source: str, translation: str, locale: str) -> list[str]:
    """What the three rules of numbers say."""
    run = pairs((source, translation), locale=locale)[0]
    return [difference.about for difference in beside.differences(run)]


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("Pay 1,234.56 euros.", "Zahlen Sie 1.234,56 Euro.", "de"),
        ("Pay 1,234.56 euros.", "Payez 1\u202f234,56 euros.", "fr"),
        ("Pay 1,234.56 francs.", "Zahlen Sie 1’234.56 Franken.", "de-CH"),
        ("Pay 100,000 rupees.", "1,00,000 रुपये दें।", "hi"),
        ("For 12 days.", "१२ दिन।", "hi"),
        ("For 12 days.", "۱۲ روز.", "fa"),
        ("At 9:00 am.", "9 Uhr.", "de"),
        ("At 8:30 am.", "8.30 Uhr.", "de"),
        ("At 5 pm.", "Alle 17.", "it"),
        ("At 9:30 pm.", "晚上9点30分。", "zh"),
        ("In the 1990s.", "In den 1990er-Jahren.", "de"),
        ("The 1st day.", "Le 1er jour.", "fr"),
        ("12.5 million doses.", "1250万回分。", "ja"),
        ("From 15 to 25 mg.", "15–25 mg.", "es"),
        ("Take half a tablet.", "Prenez 1/2 comprimé.", "fr"),
        ("Run `sleep 5`.", "Lancez `sleep 5`.", "fr"),
        ("See [it](a12.md).", "Voir [ici](a12.md).", "fr"),
        ("With 50 files of 3.", "Mit 3 von 50 Dateien.", "de"),
        ("Vitamin B12 helps.", "La vitamine B12 aide.", "fr"),
        ("Just 3 or 4 lines.", "三四行即可。", "zh"),
    ],
)
def test_the_same_number_written_otherwise(source: str, translation: str, locale: str) -> None:
    """Grouping, decimals, scripts, clocks and words are the translator's."""
    assert told(source, translation, locale) == []


@pytest.mark.parametrize(
    ("source", "translation", "locale", "about"),
    [
        ("Take 2.5 mg.", "Prenez 25 mg.", "fr", "dose"),
        ("Take 5 mg, or 5 to 10 mg.", "Prenez 5 g, ou 5 à 10 mg.", "fr", "dose"),
        ("Take 5 mg.", "Nehmen Sie 5.", "de", "dose"),
        ("Take it twice a day.", "Prendila tre volte al giorno.", "it", "dose"),
        ("Take it twice a day.", "تناوله ثلاث مرات يوميًا.", "ar", "dose"),
        ("About 35% of them.", "Около 53 % из них.", "ru", "dose"),
        ("On May 5, 2021.", "Le 5 juin 2021.", "fr", "date"),
        ("On March 5, 2021.", "Am 5. Mai 2021.", "de", "date"),
        ("On March 5, 2021.", "٦ مارس ٢٠٢١.", "ar", "date"),
        ("Open on Monday.", "Aberto na terça-feira.", "pt", "date"),
        ("Since 1970 it is free.", "Sedert 1907 is het vrij.", "nl", "number"),
        ("12.5 million doses.", "12,5 miljard doses.", "nl", "number"),
        ("Wait 10 days, once a day.", "Wacht 10 weken, eenmaal per dag.", "nl", "number"),
        ("Children of 20 to 30 kg take half.", "Дети от 20 до 50 кг: половину.", "ru", "number"),
        ("Vitamin B12 helps.", "La vitamine B6 aide.", "fr", "number"),
        ("Wait two days.", "等三天。", "zh", "number"),
    ],
)
def test_another_number(source: str, translation: str, locale: str, about: str) -> None:
    """A number, a unit, a day that is another is told once, by the rule of its kind."""
    assert told(source, translation, locale) == [about]


@pytest.mark.parametrize(
    ("rule", "about"), [(number_changed, "15"), (dose_changed, "5 g"), (date_changed, "mai")]
)
def test_place_in_the_catalog(rule: Any, about: str) -> None:
    """What differs stands in the msgstr, at its line and column, from first to last character."""
    text = (
        'msgid "On March 5, 2021 take 5 mg for 20 days."\n'
        'msgstr ""\n"Prenez "\n"5 g pendant 15 jours dès le 5 mai 2021."\n'
    )
    (found,) = rule.RULE.check(runs(text), source="en")
    line = '"5 g pendant 15 jours dès le 5 mai 2021."'
    assert found.place.line == 9
    assert found.end.line == 9
    assert line[found.place.column - 1 : found.end.column - 1].startswith(about)


def test_many_numbers_are_one_finding() -> None:
    """Where nothing agrees it is another text."""
    rows = pairs(("1001, 1002, 1003, 1004 and 1005", "2001, 2002, 2003, 2004 et 2005"))
    (found,) = number_changed.RULE.check(rows, source="en")
    assert "5 numbers" in found.message


def test_what_is_not_translated_is_not_compared() -> None:
    """A fuzzy, a missing and a refused message say nothing of numbers."""
    text = '#, fuzzy\nmsgid "Take 5 mg."\nmsgstr "Prenez 6 mg."\n\nmsgid "And 7."\nmsgstr ""\n'
    assert list(dose_changed.RULE.check(runs(text), source="en")) == []


@pytest.mark.parametrize(
    ("rule", "texts", "count"),
    [
        (
            one_source_several,
            [("Side effects", "Effets secondaires"), ("Side effects:", "Effets indésirables :")],
            1,
        ),
        (
            one_source_several,
            [("Side effects", "Effets secondaires"), ("side effects:", "effets secondaires :")],
            0,
        ),
        (
            one_translation_several_sources,
            [("Stop the tablets now.", "Arrêtez."), ("Ask a doctor about sleep.", "Arrêtez.")],
            1,
        ),
        (
            one_translation_several_sources,
            [("Stop the tablets now.", "Arrêtez."), ("Stop those tablets now.", "Arrêtez.")],
            0,
        ),
    ],
)
def test_consistency(rule: Any, texts: list[tuple[str, str]], count: int) -> None:
    """One source has one translation; capitals and the mark at the end make no difference."""
    assert len(list(rule.RULE.check(pairs(*texts)))) == count


def test_contexts_keep_translations_apart() -> None:
    """A context says that the same words mean two things."""
    text = (
        'msgctxt "noun"\nmsgid "Sleep study"\nmsgstr "Étude du sommeil"\n\n'
        'msgctxt "verb"\nmsgid "Sleep study"\nmsgstr "Étudiez le sommeil"\n'
    )
    assert list(one_source_several.RULE.check(runs(text))) == []


@pytest.mark.parametrize(
    ("translation", "level"),
    [
        ("Cela arrête toujours le processus, quoi qu’il en soit, et pour", "warning"),
        ("Cela arrête toujours", "warning"),
        ("Cela arrêtera toujours le processus, quoi que vous fassiez ensuite", "note"),
    ],
)
def test_how_sure_it_is_that_a_translation_is_cut(translation: str, level: str) -> None:
    """A stop alone may be forgotten; a word that needs another, or half a text, is no whole one."""
    source = "It will always make the process stop, whatever you do after that."
    (found,) = truncated.RULE.check(pairs((source, translation)))
    assert found.level == level


def test_languages_without_stops() -> None:
    """Thai ends no sentence with a mark."""
    rows = pairs(("Take it with water, please.", "กรุณาดื่มพร้อมน้ำ"), locale="th")
    assert list(truncated.RULE.check(rows)) == []


def fixed(text: str, found: Found) -> str:
    """The translation with the first suggestion in the place of what was found."""
    start, end = found.place.column - 1, (found.end or found.place).column - 1
    assert text[start:end] == found.text
    return text[:start] + found.suggestions[0] + text[end:]


@pytest.mark.parametrize(
    ("source", "translation"), [("Take it. ", "Prenez."), ("Take it.", " Prenez."), (" a", "b")]
)
def test_edge_space_is_mended(source: str, translation: str) -> None:
    """The fix is safe, and what it writes has nothing to find."""
    (found,) = edge_space.RULE.check(pairs((source, translation)))
    assert found.fix == "safe"
    mended = fixed(translation, found)
    assert list(edge_space.RULE.check(pairs((source, mended)))) == []


def test_line_feeds_at_the_ends_are_errors() -> None:
    """Other tools refuse them; the line feed is proposed together with the character before it."""
    catalog = po.load((HEADER + 'msgid "Go on.\\n"\nmsgstr "Allez."\n').encode(), "fr.po")
    found = [one for one in po.doubts(catalog) if "both end" in one.message]
    assert [(one.level, one.text, one.suggestions, one.fix) for one in found] == [
        ("error", ".", (".\n",), "safe")
    ]
    assert found[0].place.column == len('msgstr "Allez') + 1


def test_the_count_of_plural_forms_is_an_error() -> None:
    """A message with fewer forms than the language has shows nothing for some numbers."""
    header = HEADER.rstrip() + '\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
    text = 'msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%d jour"\n'
    found = list(po.doubts(po.load((header + text).encode(), "fr.po")))
    assert [one.level for one in found if "plural form" in one.message] == ["error"]


@pytest.mark.parametrize(
    ("source", "translation", "level"),
    [
        ("Run `make --all` first.", "Lancez-le d’abord.", "error"),
        ("Run `make` first.", "Lancez-le d’abord.", "warning"),
        ("Run `make --all` first.", "Lancez « make --all » d’abord.", None),
        ("Open `your-name`.", "Ouvrez `votre-nom`.", None),
    ],
)
def test_how_grave_lost_code_is(source: str, translation: str, level: str | None) -> None:
    """A command that is gone is an error; a plain word may have been translated."""
    assert [one.level for one in markup_rule.RULE.check(pairs((source, translation)))] == [level]


def test_code_does_not_count_as_length() -> None:
    """What is as long in every language tells nothing."""
    code = "`" + "x" * 200 + "`"
    rows = pairs((f"See {code} and {code}.", f"{code}和{code}。"), locale="zh")
    assert list(length_ratio.RULE.check(rows)) == []


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from([",", ".", "’", "\u202f", "٬"]))
def test_grouping_changes_no_number(number: int, sign: str) -> None:
    """However a number is grouped, it may say the same."""
    written = f"{number:,}".replace(",", sign)
    (found,) = digits.numbers(f"x {written} y", "en")
    assert str(number) in found.values


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """Nothing that somebody writes stops the comparison, and a text does not differ from itself."""
    origin = Origin("x.po")
    other = Run(Segment(text, "paragraph", origin), text + " ", "fr", "translated", origin)
    beside.differences(other)
    ends.end(text)
    words.allowed(text, "fr")


@given(st.text(alphabet="0123456789.,:/- \u00a0mgh%½", max_size=60))
def test_places_are_inside(text: str) -> None:
    """Every number stands where it says, and before the next one."""
    last = 0
    for number in digits.numbers(text, "en"):
        assert last <= number.start < number.end <= len(text)
        assert text[number.start : number.end] == number.text
        last = number.end
