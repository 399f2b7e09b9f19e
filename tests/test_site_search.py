"""The search finds words however they are typed, in scripts with and without spaces."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.page import Card, Site, Text
from pipeline.site import search

SITE = Site("Harbour")


def card(title: str, summary: str = "", locale: str = "en") -> Card:
    return Card(
        "a", Text(title, locale), Text(summary, locale) if summary else None, file="en/a/index.html"
    )


def built(*pages: tuple[str, str]) -> dict[str, object]:
    cards = [card(title) for title, _ in pages]
    files = search.build(cards, [body for _, body in pages], SITE, "en/search/index.html")
    return {name: json.loads(text) for name, text in files}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Améliorer l’ÉTÉ", ["ameliorer", "ete"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("İstanbul ışık", ["istanbul", "isik"]),
        ("العِلاج إلى آخره", ["العلاج", "الي", "اخره", "علاج"]),
        ("קָמָץ", ["קמץ"]),
        ("والطماطم للناس الله بالغ", ["والطماطم", "للناس", "الله", "بالغ", "طماطم", "ناس"]),
        ("喘息", ["喘息", "息"]),
        ("薬", ["薬"]),
        ("ﾀﾞｲｴｯﾄ", ["ダイ", "イエ", "エッ", "ット", "ト"]),
        ("ยาพ่น", ["ยา", "าพ", "พ่", "่น", "น"]),
        ("हिंदी भाषा", ["हिंदी", "भाषा"]),
        ("120/80 mm ٢٠٢٦", ["120", "80", "mm", "2026"]),
        ("snake_case a", ["snake", "case"]),
        ("ΟΔΥΣΣΕΎΣ", ["οδυσσευσ"]),
    ],
)
def test_words_are_folded_and_cut(text: str, terms: list[str]) -> None:
    """What people leave out when they type is left out; unspaced scripts are cut into pairs."""
    assert search.terms(text) == terms


def test_words_of_title_summary_and_body_are_found() -> None:
    """A title weighs more than a text, and markup is no text."""
    files = built(
        ("Red boats", '<p class="hidden">A <b>b</b>oat &amp; oars</p>'), ("Oars", "<p>Boat</p>")
    )
    words = dict(files["0.json"])  # type: ignore[call-overload]
    assert words["boat"] == [0, 1, 1, 1]
    assert words["boats"] == [0, 8]
    assert words["oars"] == [0, 1, 1, 8]
    assert "hidden" not in words
    assert "class" not in words


def test_index_names_pages_and_the_first_words_of_its_files() -> None:
    """The list of pages leads from the search page to each of them."""
    index = built(("Boats", ""))["index.json"]
    assert index == {"pages": [["../../en/a/index.html", "Boats", "en", ""]], "starts": ["boats"]}


def test_large_index_is_cut_into_files_whose_words_are_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A query loads what may hold its words, and not all."""
    monkeypatch.setattr(search, "SHARD", 50)
    files = built(("Boats", " ".join(f"<p>word{number:03}</p>" for number in range(60))))
    index = files.pop("index.json")
    assert isinstance(index, dict)
    shards = [files[f"{number}.json"] for number in range(len(files))]
    assert [shard[0][0] for shard in shards] == index["starts"]  # type: ignore[index]
    words = [word for shard in shards for word, _ in shard]  # type: ignore[attr-defined]
    assert words == sorted(words)
    assert len(words) == 61


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded is folded: the words of the index are found by themselves."""
    assert search.fold(search.fold(text)) == search.fold(text)


@given(st.text())
def test_case_and_accents_make_no_difference(text: str) -> None:
    """A text in any case, composed or not, has the same words."""
    assert search.terms(unicodedata.normalize("NFD", text)) == search.terms(
        unicodedata.normalize("NFC", text)
    )
