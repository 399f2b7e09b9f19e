"""Blocks as authors of CommonMark write them, and as Python-Markdown always had them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

from pipeline import walk
from pipeline.model import Article


def ids(body: str) -> list[str]:
    segments = walk.extract(Article("boats", "content/boats.md", "en", body)).segments
    return [segment.id for segment in segments]


def html(body: str) -> str:
    return _flat(walk.parser().convert(body))


def _flat(page: str) -> str:
    """Give *page* without the white space that no reader sees."""
    pieces = re.split(r"(<pre.*?</pre>)", page, flags=re.DOTALL)
    return "".join(
        piece if piece.startswith("<pre") else re.sub(r"\s*(</?\w[^>]*>)\s*", r"\1", piece)
        for piece in (
            re.sub(r"\s+", " ", piece) if piece[:4] != "<pre" else piece for piece in pieces
        )
    )


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("- a\n  - b\n    - c\n", "- a\n    - b\n        - c\n"),
        ("1. a\n   - b\n\n   c\n", "1. a\n    - b\n\n    c\n"),
        ("* a\n\n  b\n\n* c\n", "* a\n\n    b\n\n* c\n"),
        ("10. a\n\n    b\n", "10. a\n\n    b\n"),
        ("1) a\n2) b\n", "1. a\n2. b\n"),
        ("Take:\n- one\n- two\n", "Take:\n\n- one\n- two\n"),
        ("Take:\n1. one\n2. two\n", "Take:\n\n1. one\n2. two\n"),
        ("> Take:\n> - one\n>   - two\n", "> Take:\n>\n> - one\n>     - two\n"),
        ("- a\n\n  b\n  - c\n", "- a\n\n    b\n\n    - c\n"),
        ("- a\n\n      code\n", "- a\n\n        code\n"),
        ("- a\n  > b\n", "- a\n\n    > b\n"),
        ("- a\n  # b\n  c\n", "- a\n\n    # b\n\n    c\n"),
        ("a\n\n| b |\n|---|\n| c |\n- d\n", "a\n\n| b |\n|---|\n| c |\n\n- d\n"),
        ("a\n| b |\n|---|\n| c |\n", "a\n\n| b |\n|---|\n| c |\n"),
        ("- a\n- b\n\n1. c\n", "- a\n- b\n\n1. c\n"),
        ("- a\nlazy\n- b\n", "- a\n  lazy\n- b\n"),
        ("-\n  a\n", "- a\n"),
        ("Sea\n: a\n\n  b\n", "Sea\n:   a\n\n    b\n"),
        ("- a\n---\nb\n", "- a\n\n---\n\nb\n"),
        ("> a\n- b\n", "> a\n\n- b\n"),
        ("  # a\n", "# a\n"),
    ],
)
def test_block_is_read_as_commonmark_reads_it(body: str, written: str) -> None:
    """Indentation to the text of an item, and blocks without a blank line before, mean what they look like."""
    assert html(body) == html(written)
    assert html(written) == _flat(_stock(written))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It was\n1999. A year.\n", ["It was 1999. A year."]),
        ("See\n#12 for more.\n", ["See #12 for more."]),
        ("a\n    - b\n", ["a - b"]),
        ("The sum 3\n-2 is one.\n", ["The sum 3 -2 is one."]),
        ("Title\n---\n", ["Title"]),
    ],
)
def test_text_that_looks_like_a_block_stays_text(body: str, found: list[str]) -> None:
    """A number, a hash or a dash inside a paragraph begins nothing."""
    assert ids(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "a\n```\n# code\n```\n",
        "```rust,ignore\n# code\n```\n",
        '```py title="code.py"\n# code\n```\n',
        "- a\n  ```\n  # code\n  ```\n",
        "1. a\n\n   ```sh\n   # code\n\n   code\n   ```\n",
        "- a\n  - b\n    ~~~\n    # code\n    ~~~\n",
        "- > ```\n  > # code\n  > ```\n",
        "````\n```\n# code\n```\n````\n",
        "``` {.py linenums=true}\n# code\n```\n",
        "<details>\n\n```\n</details>\n# code\n```\n\n</details>\n",
    ],
)
def test_fenced_code_is_code(body: str) -> None:
    """Fences are found below a paragraph, at any depth, and with any info string."""
    assert "code" not in " ".join(ids(body))
    assert "# code" in html(body)


def test_fence_keeps_the_indentation_of_its_code() -> None:
    """Only the columns of the fence itself are taken off."""
    assert "<code>if a:\n    b\n</code>" in html("1. a\n\n   ```\n   if a:\n       b\n   ```\n")


def test_markdown_between_tags() -> None:
    """A raw HTML block ends at a blank line if Markdown stands behind it."""
    body = "<details>\n<summary>More</summary>\n\nA *red* boat:\n\n- one\n- two\n\n</details>\n"
    assert ids(body) == ["More", "A *red* boat:", "one", "two"]
    assert "<em>red</em>" in html(body)
    assert html(body).endswith("</ul></details>")


def test_raw_html_with_blank_lines_stays_raw() -> None:
    """Blank lines between tags alone, or inside code, do not end the block."""
    body = "<div>\n\n<p>*one*</p>\n\n    <pre>\n\n# two\n</pre>\n</div>\n"
    assert html(body) == _flat(_stock(body))


def test_html_in_a_list_item_is_raw_html() -> None:
    """In an item a tag begins a block as it does at the margin."""
    body = "- a\n\n  <figure><figcaption>One</figcaption></figure>\n\n- b\n"
    assert ids(body) == ["a", "One", "b"]
    assert "<li><p>a</p><figure>" in html(body)


def test_tag_that_is_never_closed_takes_nothing_with_it() -> None:
    """Markdown goes on behind the first blank line."""
    assert ids("<div>\none\n\n# two\n") == ["one", "two"]


def test_definitions_of_one_term_stand_side_by_side() -> None:
    """The second is no line of the first."""
    page = html("Reef\n: A ridge.\n: A knot.\n")
    assert page == "<dl><dt>Reef</dt><dd>A ridge.</dd><dd>A knot.</dd></dl>"


def test_backslash_breaks_the_line() -> None:
    """As in CommonMark; a message has it as it is written, and code has none."""
    assert ids("One\\\ntwo  \nthree\n") == ["One\\\ntwo  \nthree"]
    assert html("One\\\ntwo\n") == "<p>One<br/>two</p>".replace("<br/>", "<br />")
    assert html("One\\\\\ntwo `a\\\nb`\n") == "<p>One\\ two<code>a\\ b</code></p>"


def test_unquoted_attribute_is_reached() -> None:
    """A title without quotation marks is a message, and is written with them."""
    body = "<p title=Boats>Sea</p>\n"
    assert ids(body) == ["Boats", "Sea"]
    article = Article("boats", "content/boats.md", "en", body)
    assert walk.convert(article, lambda _segment: "x y").html == '<p title="x y">x y</p>'


def test_title_that_the_parser_made_up_does_not_lead_the_search_astray() -> None:
    """The word stands further up by chance; what follows the admonition is sought behind it."""
    body = "Warning\n\nText\n\n!!! warning\n    Deep.\n\nText\n"
    segments = walk.extract(Article("boats", "content/boats.md", "en", body)).segments
    assert [s.origin.place.line for s in segments if s.id == "Text"] == [3, 8]


_words = st.lists(st.sampled_from("boat sea it’s *red* `x` 3 a-b".split()), min_size=1).map(
    " ".join
)
_code = _words.map(lambda text: f"    {text}\n    {text}")
_blocks = st.one_of(
    _words,
    st.builds("{}\n{}".format, _words, _words),
    _words.map("## {}".format),
    _words.map("> {0}\n>\n> {0}".format),
    st.builds("| {0} | {1} |\n| --- | --- |\n| {1} | {0} |".format, _words, _words),
    _words.map("```\n# {}\n```".format),
    _words.map('!!! note "{0}"\n    {0}\n\n    {0}'.format),
    _words.map("{0}\n:   {0}\n\n    {0}".format),
    _words.map("<div>\n<p>{0}</p>\n\n<p>{0}</p>\n</div>".format),
)


def _lists(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    items = st.lists(texts, min_size=1, max_size=3)

    def written(mark: str, bodies: list[str]) -> str:
        # Below an item with blank lines the stock parser loses one that follows without.
        between = "\n\n" if any("\n\n" in body for body in bodies) else "\n"
        return between.join(mark + re.sub(r"\n(?=.)", "\n    ", body) for body in bodies)

    nested = st.builds("{}\n{}".format, _words, texts.filter(lambda text: text[:2] in ("- ", "1.")))
    loose = st.builds("{}\n\n{}".format, _words, _words | _code)
    return st.builds(
        written,
        st.sampled_from(["-   ", "1.  "]),
        items | st.lists(nested | loose, min_size=1, max_size=1),
    )


@given(st.lists(_blocks | st.recursive(_words, _lists, max_leaves=4), min_size=1, max_size=5))
def test_what_is_written_for_python_markdown_keeps_its_meaning(blocks: list[str]) -> None:
    """With four spaces and blank lines between blocks, the page is that of the stock parser."""
    body = "\n\n".join(blocks) + "\n"
    assert html(body) == _flat(_stock(body))


def _stock(body: str) -> str:
    return Markdown(
        extensions=["extra", "admonition", "sane_lists", "toc"],
        extension_configs={
            "extra": {"footnotes": {"BACKLINK_TITLE": walk.BACK_LINK}},
            "toc": {"marker": "", "slugify": slugify_unicode},
        },
    ).convert(body)
