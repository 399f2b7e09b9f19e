"""A shortcut of the reading of prose gives what the long way gives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import locales
from pipeline.beside import dates, digits, often, quick
from pipeline.model import Origin, Run, Segment
from pipeline.prose import inline, kept, literals, passages, seek
from pipeline.prose.typography import slips
from pipeline.rules.prose import number_form, sharp_s, sound_alike

_BEGIN_WITH_DIGITS = (
    digits._DATE,
    digits._TIME,
    digits._FRACTION,
    digits._MIXED,
    digits._CHAIN,
    number_form._POINTED,
    number_form._COMMAED,
    number_form._DECIMAL_POINT,
    number_form._DECIMAL_COMMA,
    number_form._AMERICAN,
    number_form._EUROPEAN,
)
_FIGURES = st.text("0123459٣. ,:/-½ahmpUr時分\u00a0%", max_size=24)


@given(_FIGURES, st.sampled_from(_BEGIN_WITH_DIGITS))
def test_a_pattern_tried_at_rows_of_digits_finds_what_it_finds_anywhere(
    text: str, pattern: re.Pattern[str]
) -> None:
    tried = [match.span() for match in seek.at_rows(pattern, text)]
    assert tried == [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("language", ["de", "el", "en", "fr", "ru", "tr"])
@given(data=st.data())
def test_a_name_of_a_date_is_never_passed_over(language: str, data: st.DataObject) -> None:
    known = sorted({*locales.months(language), *locales.weekdays(language)})
    change = data.draw(st.sampled_from([str.upper, str.title, str.lower]))
    text = (
        f"x {change(data.draw(st.sampled_from(known)))}, ı{data.draw(st.text('aİß', max_size=3))}"
    )
    if dates._pattern(language).search(text):
        assert quick.holds(text, dates._first_words(language))


@pytest.mark.parametrize("language", sorted(often._TIMES))
@given(data=st.data())
def test_how_often_is_never_passed_over(language: str, data: st.DataObject) -> None:
    pattern = often._pattern(language)
    assert pattern
    literals_ = often._literals(language)
    pieces = ["2", "3 ", "x a ", "x am ", "x per ", " Mal ", "dos", "TIMES", *literals_]
    text = "".join(data.draw(st.lists(st.sampled_from(pieces), max_size=5)))
    assert quick.holds(text, literals_) or not pattern.search(text)


_PATTERNS = (
    r"(?<!un)(?:der|die) selben?(?= \w)",
    r"a(?: b){2,}[ei]c*",
    r"(?:ab|cd(?=ef)|(?>gh+))(?:i|j)?",
    r"(?i:ab)c|bc",
    r"x?y*z+",
    sharp_s._SWISS.pattern,
    *(slip.pattern for slip in sound_alike._TABLE["de"]),
)


@pytest.mark.parametrize("pattern", _PATTERNS)
@given(data=st.data())
def test_every_match_holds_a_literal_that_its_pattern_requires(
    pattern: str, data: st.DataObject
) -> None:
    required = literals.required(pattern)
    pieces = sorted({*re.findall(r"\w+", pattern), " ", "a", "b", "c", "ef", *required})
    text = "".join(data.draw(st.lists(st.sampled_from(pieces), max_size=6)))
    if required and re.search(pattern, text):
        assert any(one in text for one in required)


def test_the_slips_that_may_be_there_are_looked_for_with_all_others() -> None:
    ready = slips._ready(sound_alike._TABLE, "de")
    assert ready.may("er ist seid gestern krank")
    assert not ready.may("er ist krank")


@given(st.text("ab.:/ \n*é@doi1", max_size=20))
def test_a_text_that_shows_no_sign_of_markup_is_text_throughout(text: str) -> None:
    (segment,) = [Segment(text, "paragraph", Origin("a.md"))]
    run = Run(segment, text, "en", "source", segment.origin)
    if not (passages._SIGN.search(text) or passages._POINT.search(text) or "  \n" in text):
        assert {token.kind for token in inline.tokens(text)} <= {"text"}
        assert all(one.text == text for one in passages.passages(run))


def test_what_is_kept_is_read_once() -> None:
    asked: list[str] = []

    @kept.kept
    def read(text: str, mark: str) -> str:
        asked.append(text)
        return text + mark

    assert [read("a", "."), read("a", "."), read("a", "!")] == ["a.", "a.", "a!"]
    assert asked == ["a", "a"]


def test_a_text_without_end_is_not_kept() -> None:
    asked: list[int] = []

    @kept.kept
    def size(text: str) -> int:
        asked.append(len(text))
        return len(text)

    long = "x" * (kept._CHARACTERS + 1)
    assert size(long) == size(long)
    assert len(asked) == 2


def test_when_there_is_no_more_room_all_is_forgotten() -> None:
    asked: list[str] = []

    @kept.kept
    def first(text: str) -> str:
        asked.append(text[0])
        return text[0]

    half = kept._CHARACTERS // 2 + 1
    for text in ("a" * half, "b" * half, "b" * half, "a" * half):
        first(text)
    assert asked == ["a", "b", "a"]
