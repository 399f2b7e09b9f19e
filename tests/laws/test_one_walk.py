"""The laws of the walk: extraction and rendering are one visit to the same runs."""

from __future__ import annotations

import html
import re

from hypothesis import given

from laws import articles
from pipeline import stamps, walk
from pipeline.model import Article, Catalog, Message, Segment
from pipeline.sanitise import sanitise


@given(articles.articles)
def test_identity(article: Article) -> None:
    """A walk that replaces nothing gives the bytes of Python-Markdown."""
    assert walk.extract(article).html == walk.parser().convert(article.body)


@given(articles.articles)
def test_closure(article: Article) -> None:
    """The segments met while rendering are those that were extracted."""
    extracted = walk.extract(article).segments
    rendered = walk.render(article, "fr", _marked(extracted))
    assert [run.segment for run in rendered.runs] == list(extracted)


@given(articles.articles)
def test_pseudo_locale(article: Article) -> None:
    """Where every segment is translated, no visible letter outside code and skipped blocks is left."""
    page = sanitise(walk.convert(article, lambda _segment: "⟦x⟧").html)
    body = re.sub(r"<(code|pre).*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    left = re.sub(r"⟦[^⟦⟧]*⟧", "", html.unescape(body))
    if "i18n: skip" not in article.body:
        assert not re.search(r"[^\W\d_]", re.sub(r"https://\S+", "", left)), left


@given(articles.articles)
def test_order(article: Article) -> None:
    """Segments come in the order of the source; footnotes, titles and expansions stand at its end."""
    apart = ("footnote", "link title", "abbreviation")
    lines = [
        s.origin.place.line for s in walk.extract(article).segments if not s.kind.startswith(apart)
    ]
    assert lines == sorted(lines)


@given(articles.articles)
def test_place(article: Article) -> None:
    """A segment's text begins at its place in the source."""
    source = article.body.split("\n")
    for segment in walk.extract(article).segments:
        place = segment.origin.place
        first = segment.id.split("\n")[0].split(" ")[0]
        if segment.id != "Warning":
            assert source[place.line - 1][place.column - 1 :].startswith(first)


@given(articles.articles)
def test_strip(article: Article) -> None:
    """A stamped page less its stamps is the published page."""
    plain = walk.convert(article, _nothing)
    stamped = walk.convert(article, _nothing, stamp=True)
    assert stamps.strip(sanitise(stamped.html)) == sanitise(plain.html)
    assert stamps.strip(walk.render(article, "en", Catalog("en")).body) == sanitise(plain.html)


def _nothing(_segment: Segment) -> None:
    return None


def _marked(segments: tuple[Segment, ...]) -> Catalog:
    """A catalog in which every run is one mark, so that what was not reached shows."""
    return Catalog(
        "fr",
        messages=tuple(
            Message(s.id, ("⟦" + str(n) + "⟧",), s.context) for n, s in enumerate(segments)
        ),
    )
