"""Law: a shortcut gives what the long way gives, where pages that are alike are made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import page
from pipeline.interface import Words
from pipeline.model import Article, Field, Origin, Run, Segment, Version
from pipeline.page import Published, Site, slots

TEXTS = st.text(st.sampled_from("aB<&\"' \x020\x03é\u202e")) | st.just("Site")
LOCALES = ("en", "de", "ar")
# A frame is made anew for other words, even if they are equal.
WORDS = {locale: Words(locale, {"Topics": "Themen <>"}) for locale in LOCALES}
META: Mapping[str, st.SearchStrategy[Any]] = {
    "title": TEXTS,
    "description": TEXTS,
    "date": st.dates(date(2000, 1, 1)) | st.just("some day"),
    "tags": st.lists(st.sampled_from(["boats", "red <b>", "Öl"]), max_size=3),
}


def rendered(meta: Mapping[str, Any], body: str, locale: str, url: str) -> str:
    """Give the page of an article with *meta*."""
    place = Origin("content/boats.md", ((0, 1, 1),))
    fields = {name: Field(value, place) for name, value in meta.items()}
    article = Article("boats", "content/boats.md", "en", "x", 1, fields)
    published = {article.path: Published("boats", "en", LOCALES)}
    site = Site("Site", url, "en", LOCALES)
    runs = tuple(
        Run(Segment(meta[kind], kind, place), meta[kind], tongue, "source", place)
        for kind, tongue in (("title", locale), ("description", "en"))
        if kind in meta
    )
    version = Version(article, locale, runs, body)
    return page.render(version, site, published, WORDS[locale])


@given(
    st.lists(
        st.tuples(
            st.fixed_dictionaries({}, optional=META),
            st.sampled_from(["", "<h1>Boats</h1>", "<p>\x021\x03</p>", "<p>A boat.</p>"]),
            st.sampled_from(LOCALES),
            st.sampled_from(["", "https://example.org"]),
        ),
        max_size=4,
    )
)
def test_page_between_slots_is_the_page_of_the_template(
    pages: list[tuple[Mapping[str, Any], str, str, str]],
) -> None:
    """Pages made one after another, each with the frames of those before, are as each by itself."""
    short = [rendered(*one) for one in pages]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots, "TEMPLATE", "none")
        assert short == [rendered(*one) for one in pages]
