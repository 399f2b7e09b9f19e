"""The laws of what is skipped for speed: a shortcut gives what the long way gives."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown.inlinepatterns import Pattern

from laws import articles, strategies
from pipeline import front_matter, inline, po, removed, sanitise, walk
from pipeline.errors import CatalogError
from pipeline.faithful import literal, markup, quick
from pipeline.model import Article, Catalog, Segment
from pipeline.po import plain, reader
from pipeline.readability import english
from pipeline.settings import PLAIN, Reading
from pipeline.site import search

PIECES = [
    *"ab *_`[]()<>!\\{}^#:|\n\"'&.x",
    *("[a](b)", "[*a*](b)", "[c][d]", '![e g](f.png "h i")', "[^1]", "`g`", "**j k**", "*i*"),
    *("<kbd>", "</kbd>", "<b>", "</b>", "<https://a.b/c>", "&amp;", "{x}", "{: .y }", "  \n"),
    *("https://example.org/", "ä_ö", " word", "a.b", "/users/", "me@example.org"),
]
PARTS = st.lists(st.sampled_from(PIECES), max_size=10)
PATTERNS = list(walk.parser().inlinePatterns)


@given(PARTS)
def test_patterns_that_are_not_tried_do_not_match(parts: list[str]) -> None:
    """Where a text has none of the signs that a pattern needs, the pattern matches nothing."""
    text = "".join(parts)
    for pattern in PATTERNS:
        needed = inline.needs(pattern)
        if needed and not any(sign in text for sign in needed):
            assert not pattern.getCompiledRegExp().search(text)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: type(pattern).__name__)
def test_needs_of_every_pattern_are_known(pattern: Pattern) -> None:
    """A release of the parser that searches otherwise is as right as before, and slower: it is told here."""
    assert inline.needs(pattern)


@given(PARTS)
def test_inline_text_is_that_of_the_stock_parser(parts: list[str]) -> None:
    """Marks of every kind, whole and broken, become what they become where all patterns are tried."""
    body = "".join(parts) + "\n\n[d]: d.html\n\n[^1]: n\n\n*[ab]: abc\n"
    assert walk.extract(Article("a", "a.md", "en", body)).html == walk.parser().convert(body)


@given(articles.articles, articles.articles)
def test_a_parser_that_is_kept_is_as_a_new_one(one: Article, other: Article) -> None:
    """Nothing of an article, of its translations or of an error is left for the next."""
    alone = [walk.parser().convert(article.body) for article in (one, other)]
    walk.convert(one, lambda _segment: "[x][ref] <br> HTML [^1]", back_link="Zurück {}")
    with pytest.raises(ZeroDivisionError):
        walk.convert(other, _failing)
    walk.segments(other)
    assert [walk.extract(article).html for article in (one, other)] == alone
    for article in (one, one, other):
        walk.convert(article, lambda _segment: "y", foreign=True, stamp=True)
        assert walk.extract(article).html == alone[article is other]


def test_threads_do_not_meet_in_one_parser() -> None:
    """Articles that are read at the same time are read as one after the other."""
    bodies = [f"## One {number}\n\n- *two* `{number}`\n\n" * 20 for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        found = pool.map(lambda body: walk.extract(Article("a", "a.md", "en", body)).html, bodies)
    assert list(found) == [walk.parser().convert(body) for body in bodies]


@given(articles.articles)
def test_anchors_of_a_translation_are_those_of_the_source(article: Article) -> None:
    """Whether the source has just been written, or not at all."""
    walk.extract(Article("b", "b.md", "en", "Another."))
    first = walk.render(article, "fr", Catalog("fr"), back_link="Retour {}")
    walk.render(article, "en", Catalog("en"))
    assert walk.render(article, "fr", Catalog("fr"), back_link="Retour {}") == first
    ids = re.findall(r'<h[1-6][^>]* id="([^"]*)"', first.body)
    assert [anchor for anchor in walk.extract(article).anchors if anchor in ids] == ids


@given(articles.articles)
def test_segments_without_a_page_are_those_of_the_page(article: Article) -> None:
    """What an extraction asks for is what a page is made of."""
    assert walk.segments(article) == walk.extract(article).segments


@given(articles.articles, st.booleans())
def test_what_is_met_again_is_what_was_met(article: Article, stamp: bool) -> None:
    """A visit that looks at nothing again meets the same runs, and leaves the same page."""

    def some(segment: Segment) -> str | None:
        return f"*x* {len(segment.id)}" if len(segment.id) % 2 else None

    for foreign in (True, False):
        walk.segments(Article("b", "b.md", "en", "Another."))
        first = walk.convert(article, some, foreign=foreign, stamp=stamp)
        assert walk.convert(article, some, foreign=foreign, stamp=stamp) == first
        walk.convert(article, lambda _segment: "y [z](z.md)")
        assert walk.convert(article, some, foreign=foreign, stamp=stamp) == first


def test_what_is_met_in_one_article_is_not_met_in_its_like() -> None:
    """The same body in another file, on another line or read otherwise has its own runs."""
    body = "A `b`\nboat.\n\n1\n"
    for path, line, reading in (
        ("a.md", 1, PLAIN),
        ("b.md", 1, PLAIN),
        ("a.md", 5, PLAIN),
        ("a.md", 1, Reading((), "mdbook")),
    ):
        article = Article("a", path, "en", body, line)
        walk.segments(Article("b", "b.md", "en", "Another."))
        alone = walk.segments(article, reading)
        walk.segments(Article("a", "a.md", "en", body, 3))
        assert walk.segments(article, reading) == alone


@given(
    st.lists(
        st.sampled_from(
            [
                *("<p>", "</p>", '<b class="x">', "</b>", "<br />", "&#160;", "\xa0", "&nbsp;"),
                *("<!--", "-->", "--!>", "<!-- a -->", "<!-->", "a", "-", "<script>", "</script>"),
                *('<a href="javascript:x">', "</a>", '<p onclick="x">', "<tr>", "<", ">", '"'),
                *('<img alt="&#160;">', "<svg>", "</svg>", "<xmp>", "<title>", "</title>"),
            ]
        ),
        max_size=8,
    ).map("".join)
)
def test_what_reads_clean_has_nothing_taken_out(written: str) -> None:
    """Where no tags are compared, comparing them would find nothing."""
    clean = sanitise.sanitise(written)
    assert removed.removed(written, clean) == removed.compared(written, clean)


@given(PARTS.flatmap(lambda parts: st.tuples(st.just(parts), st.permutations(parts))))
def test_what_is_the_same_at_a_glance_does_not_differ(sides: tuple[list[str], list[str]]) -> None:
    """Where the parser is not asked, it would have found nothing; but paths, which it may find anywhere."""
    for between in ("", " "):
        source, translation = (between.join(parts) for parts in sides)
        if quick.is_same(source, translation):
            found = [
                *markup.differences(
                    source, translation, kind="paragraph", references={"c", "word"}
                ),
                *literal.marks(source, translation),
            ]
            assert [fault for fault in found if fault.breaking or "/" not in fault.text] == []


@given(strategies.catalogs(), st.randoms())
def test_a_catalog_read_at_a_stroke_is_that_read_line_by_line(
    catalog: Catalog, deal: Random
) -> None:
    """Also one that is damaged: the same entries at the same places, or the same error."""
    data = po.dump(catalog)
    assert _read(data) == _read(data, plainly=False)
    at = deal.randrange(len(data))
    line = data.rfind(b"\n", 0, at) + 1
    for damaged in (
        data[:at],
        data[:at] + data[at + 1 :],
        data[:at] + deal.choice((b'"', b"\\", b"\n", b"\r\n", b" ", b"\xe9")) + data[at:],
        data[:line] + deal.choice((b"#~ ", b"#| ", b"# ", b" ", b'"sea"\n', b"\n")) + data[line:],
    ):
        assert _read(damaged) == _read(damaged, plainly=False)


@given(st.lists(strategies.texts | strategies.sentences, max_size=6).map(" ".join))
def test_words_are_those_of_the_whole_text(text: str) -> None:
    """What stands between spaces is looked up by itself, and gives what all of it gives."""
    parts = Counter(word for part in text.split() for word in search.terms(part))
    assert parts == Counter(search.terms(text))


def _read(data: bytes, *, plainly: bool = True) -> object:
    """Give all that a reading of *data* gives, or how it ends."""
    with pytest.MonkeyPatch.context() as patch:
        if not plainly:
            patch.setattr(plain, "read", lambda _data, start, above, *_, **__: ([], start, above))
        try:
            found = reader.read(data, "fr.po", "utf-8")
            catalog = po.load(data, "fr.po")
        except CatalogError as error:
            return str(error)
    origins = [entry.message.origin for entry in found.entries]
    return found.entries, origins, found.trailing, found.end, catalog, catalog.written


def _failing(_segment: Segment) -> str:
    raise ZeroDivisionError


@given(
    st.lists(
        st.sampled_from(
            [
                *"[]{}*&\\\"':-,|>#%@!?=<\t\n ab\x07\x85",
                "a: b\n",
                "- c\n",
                "  ",
                "\\x07",
                "*a",
                "<<: ",
            ]
        ),
        max_size=12,
    )
)
def test_front_matter_that_is_called_harmless_is_not_refused(parts: list[str]) -> None:
    """Where a look at the text finds nothing that could cost, a look at its tokens finds nothing either."""
    text = "".join(parts)
    if front_matter._is_harmless(text):
        with contextlib.suppress(yaml.YAMLError):
            front_matter.refuse_costly(text, "a.md")


@given(st.one_of(st.sampled_from(sorted(english._all_pronounced())), st.text(max_size=4)))
def test_word_looked_for_has_the_syllables_of_the_whole_dictionary(word: str) -> None:
    """Whether a text is short or long, a word of it has as many syllables."""
    assert english._found(word) == english._all_pronounced().get(word)
