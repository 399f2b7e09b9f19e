"""A passage says what a browser shows of Python-Markdown's page: the tokenizer reads as the renderer does."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from pipeline.model import NOT_PROSE, Origin, Run, Segment
from pipeline.prose.passages import passages

# No link stands in a link: Python-Markdown shows the inner one as it is written, and nobody means it.
PLAIN = st.sampled_from(
    [
        *("word", "two words", "été", "a_b_c", "2 * 3", "(so)", "l’eau", "it's", "x < y", "AT&T", "5 > 4", "!"),
        *(r"\*", r"\[a\]", r"\_", r"\`", r"\x", "&eacute;", "&amp;", "&#233;", "<br>", "<!-- c -->"),
        *("`code`", "``a`b``", "`[a](b)`", "`*a*`", "<https://a.org/b_c_d>", "<me@a.org>", "[^1]", "[1]"),
        *("![an *alt*](u)", '![](u "a title")', "![a][ref]", "*a*{.c}", "`a`{: #b }", "  \n"),
    ]
)  # fmt: skip
LINKS = st.sampled_from(
    [
        *("[a](b_(c))", '[a](b "c (d")', "[a](<b c> 'd')", "[a][ref]", "[ref][]", "[*a* `b`](c){: .c #d }"),
        *("[![a](b)](c)", "[a [b] c](d)", r"[a \] b](c)", "[`]`](a)"),
    ]
)  # fmt: skip


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The same inside emphasis, brackets or a tag."""
    forms = ["*{}*", "**{}**", "_{}_", "***{}***", "<b>{}</b>", "({})", "“{}”"]
    return st.builds(lambda form, text: form.format(text), st.sampled_from(forms), phrase(inner))


def phrase(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A few pieces with spaces between, words at both ends."""
    return st.lists(inner, min_size=1, max_size=4).map(lambda found: f"x {' '.join(found)} y")


MARKDOWN = phrase(st.recursive(PLAIN | LINKS, wrapped, max_leaves=6)).map(
    lambda text: re.sub(r"\n ", "\n", text)
)


def shown(text: str) -> str:
    """The text of the rendered page, with `NOT_PROSE` for what a passage leaves out."""
    source = f"{text}\n\n[ref]: http://r.org\n\n[^1]: A note.\n"
    page = BeautifulSoup(Markdown(extensions=["extra"]).convert(source), "html.parser")
    for element in page.select("div.footnote"):
        element.decompose()
    for element in page.select("code, img, sup"):
        element.replace_with(NOT_PROSE)
    for element in page.select("a"):
        if element.get("href") in (element.get_text(), f"mailto:{element.get_text()}"):
            element.replace_with(NOT_PROSE)
    return page.get_text()


@given(MARKDOWN)
def test_as_shown(text: str) -> None:
    """Spaces apart, the passage is what the page shows."""
    origin = Origin("a.md")
    run = Run(Segment(text, "paragraph", origin), text, "en", "source", origin)
    assert "".join(passages(run)[0].text.split()) == "".join(shown(text).split())
