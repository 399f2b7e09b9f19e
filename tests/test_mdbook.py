"""The msgids of the profile mdbook; what is expected was held against mdbook-i18n-helpers 0.4.0."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import mdbook
from pipeline.listings import mdbook as listing
from pipeline.listings.comments import Part

REFERENCES = {"port": ("port.html", "The port"), "9": ("nine.html", "")}

TEXTS = {
    "plain": ("Boats leave at nine.", "Boats leave at nine."),
    "soft wrap": ("Boats leave\n  at nine.", "Boats leave at nine."),
    "hard break": ("Boats  \nleave", "Boats  \nleave"),
    "backslash for a hard break": ("*Boats*\\\nleave", "_Boats_  \nleave"),
    "emphasis": ("*one* _two_ **three** __four__", "_one_ _two_ **three** **four**"),
    "both emphases": ("***all***", "_**all**_"),
    "struck out": ("~one~ ~~two~~ ~~~three~~~", "~~one~~ ~~two~~ ~~~three~~~"),
    "underscores in a word": ("keel_of_oak", "keel_of_oak"),
    "asterisk between spaces": ("`a` 2 * 3", "`a` 2 * 3"),
    "lone asterisk": ("2*3", "2\\*3"),
    "lone underscore": ("_oak", "\\_oak"),
    "lone brackets": ("row [x] now", "row \\[x\\] now"),
    "lone backtick": ("a ` b", "a \\` b"),
    "lone angle bracket": ("1 < 2 > 1", "1 \\< 2 > 1"),
    "dash at the beginning": ("-row", "\\-row"),
    "dash behind a soft wrap": ("row\n-now", "row \\-now"),
    "number sign at the beginning": ("#1 boat", "\\#1 boat"),
    "escaped letter": ("a \\b", "a \\b"),
    "escape that is needed": ("\\*a\\*", "\\*a\\*"),
    "escape that is not needed": ("1\\. a\\!", "1. a!"),
    "entities": ("&lt;a&gt; &amp; &eacute;", "\\<a\\> & é"),
    "code": ("`` a`b `` and ` a `", "``a`b`` and `a`"),
    "code over two lines": ("`a\nb`", "`a b`"),
    "inline HTML": ("H<sub>2</sub>O <kbd>a</kbd>", "H<sub>2</sub>O <kbd>a</kbd>"),
    "link": ("[a *b*](c.md)", "[a _b_](c.md)"),
    "link with a title": ("[a](c.md 'say \"b\"')", '[a](c.md "say \\"b\\"")'),
    "link with a space": ("[a](<b c>)", "[a](<b c>)"),
    "reference": ("[the port][port]", '[the port](port.html "The port")'),
    "collapsed reference": ("[Port][]", '[Port](port.html "The port")'),
    "shortcut reference": ("[9]", "[9](nine.html)"),
    "reference before a footnote": ("[9][^a]", "[9](nine.html)[^a]"),
    "reference to nothing": ("[a][b]", "\\[a\\]\\[b\\]"),
    "autolinks": ("<http://a.example> <a@b.example>", "<http://a.example> <a@b.example>"),
    "bare address": ("see http://a.example/*", "see http://a.example/\\*"),
    "image": ("![a *map*](m.png)", "![a _map_](m.png)"),
    "image in a link": ("[![a](b.png)](c.md)", "[![a](b.png)](c.md)"),
    "exclamation before a link": ("Row![a](b) now! [c](d)", "Row![a](b) now! [c](d)"),
    "escaped exclamation before a link": ("Row\\![c](d)", "Row\\![c](d)"),
    "footnote": ("a[^1] and ![^2]", "a[^1] and \\![^2]"),
    "quotation marks": ("\"a\" 'b' -- c...", "\"a\" 'b' -- c..."),
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_written_as_mdbook_does(name: str) -> None:
    """Each construct of inline Markdown gives the msgid that is in mdbook's catalogs."""
    raw, expected = TEXTS[name]
    assert mdbook.msgid(raw, REFERENCES) == expected


@pytest.mark.parametrize(
    ("raw", "kind", "expected"),
    [
        ("In C#", "heading 2", "In C\\#"),
        ("In C#", "paragraph", "In C#"),
        ("a | b", "paragraph", "a | b"),
        ("a \\| `b\\|c`", "table cell, column 1", "a \\| `b\\|c`"),
    ],
)
def test_block_decides_on_escapes(raw: str, kind: str, expected: str) -> None:
    """A number sign could close a heading, a pipe a cell."""
    assert mdbook.msgid(raw, kind=kind) == expected


def test_summary_keeps_the_text_of_links() -> None:
    """A book's table of contents has its chapters' names as messages."""
    assert mdbook.msgid("[*Boats* and `oars`](boats.md)", links=False) == "_Boats_ and `oars`"


@given(st.text(st.sampled_from("ab *_`[]()<>!&\\~|#-\n^:;."), max_size=40))
def test_any_text_has_a_msgid(raw: str) -> None:
    """No text is refused, and none is left with the mark that keeps footnotes apart."""
    assert "\x00" not in mdbook.msgid(raw, REFERENCES)


@given(st.text(st.sampled_from("abc éß.,:;?'\" "), max_size=40))
def test_text_without_markup_is_its_own_msgid(raw: str) -> None:
    """Nothing is escaped that needs no escape."""
    assert mdbook.msgid(raw) == raw.strip()


def test_translation_is_read_as_it_was_meant() -> None:
    """What Python-Markdown cannot escape is an entity, in code everything stays."""
    assert mdbook.shown(r"\<a\> \| \* `\<`") == r"&lt;a\> &#124; \* `\<`"


CODE = 'let boat = "red"; // the colour\n'


def test_strings_and_comments_of_a_known_language_are_messages() -> None:
    """The words behind a comma in the info string are mdBook's own."""
    found = [part.text for part in listing.parts(CODE, "rust,editable")]
    assert found == ['"red"', "// the colour\n"]


@pytest.mark.parametrize("info", ["", "toml", "console", "rust ignore"])
def test_block_of_an_unknown_language_is_one_message(info: str) -> None:
    """The fences are part of the message, with the info string."""
    assert [part.text for part in listing.parts(CODE, info)] == [f"```{info}\n{CODE}```"]


def test_block_without_strings_and_comments_is_no_message() -> None:
    """A listing of an unknown language is left alone."""
    assert list(listing.parts("ls -l\n", "")) == []


def test_fence_is_longer_than_any_inside() -> None:
    """A fence in the code does not end the message."""
    (part,) = listing.parts("```\n// a\n```\n", "")
    assert part.text == "````\n```\n// a\n```\n````"


def whole(info: str = "") -> Part:
    """A message that is a whole block."""
    (part,) = listing.parts("// a\n// b\n", info)
    return part


def test_translated_block_is_its_code() -> None:
    """The fences of a translation do not reach the page."""
    assert listing.write(whole("toml"), "```toml\n// eins\n```") == "// eins\n"


@pytest.mark.parametrize(
    "translation",
    ["// eins", "```\n// eins", "```rust\n// eins\n```", "```\n// a\n```\n# b\n```\n```"],
)
def test_translation_that_is_no_block_is_refused(translation: str) -> None:
    """Nothing of it may stand outside of the code."""
    assert listing.write(whole(), translation) is None
