"""Inline Markdown: what each piece of syntax becomes, and that nothing costs more than its length."""

from __future__ import annotations

import time

import pytest

from pipeline.prose import inline
from pipeline.prose.markup import NOWHERE


def kinds(text: str) -> list[str]:
    """The kinds of the tokens that are not text."""
    return [token.kind for token in inline.tokens(text) if token.kind != "text"]


def pieces(text: str) -> list[tuple[str, str]]:
    """The tokens as kind and source, text left out."""
    found = inline.tokens(text)
    return [(token.kind, text[token.start : token.end]) for token in found if token.kind != "text"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"2 \* 3", [("escape", r"\*")]),
        (r"C:\new", []),
        ("&eacute; &amp &nosuch;", [("entity", "&eacute;")]),
        ("one  \ntwo", [("break", "  \n")]),
        ("`a` ``b`c`` `d", [("code", "`a`"), ("code", "``b`c``")]),
        ("```a`", [("code", "```a`")]),
        ("<b>x</b><br/>", [("tag", "<b>"), ("end tag", "</b>"), ("tag", "<br/>")]),
        ("a < b > c <1>", []),
        ("x <!-- y --> z", [("comment", "<!-- y -->")]),
        ("<!-- a <!-- b -->", [("comment", "<!-- b -->")]),
        ("<https://a.org/b> <me@a.org>", [("autolink", "<https://a.org/b>"), ("autolink", "<me@a.org>")]),
        ("It helps.[^1]", [("footnote", "[^1]")]),
        ("{name} {{ a.b }} %(count)d 50% d", [("placeholder", "{name}"), ("placeholder", "{{ a.b }}"), ("placeholder", "%(count)d")]),
        ("snake_case_name", []),
        ("2 * 3 * 4", []),
        ("*a **b** c*", [("emphasis start", "*"), ("emphasis start", "**"), ("emphasis end", "**"), ("emphasis end", "*")]),
        ("***a***", [("emphasis start", "*"), ("emphasis start", "**"), ("emphasis end", "**"), ("emphasis end", "*")]),
        ("_a_ and __b__", [("emphasis start", "_"), ("emphasis end", "_"), ("emphasis start", "__"), ("emphasis end", "__")]),
        ("*a [b* c](d)", [("link start", "["), ("link end", "](d)")]),
        ("`*a*` *`b`*", [("code", "`*a*`"), ("emphasis start", "*"), ("code", "`b`"), ("emphasis end", "*")]),
        ("[a]", []),
        ("[a] (b)", []),
        (r"\[a\](b)", [("escape", r"\["), ("escape", r"\]")]),
        ("[a][b] [c][]", [("link start", "["), ("reference end", "][b]"), ("link start", "["), ("reference end", "][]")]),
        ("[`]`](a)", [("link start", "["), ("code", "`]`"), ("link end", "](a)")]),
        ("![a](b)", [("image", "![a](b)")]),
        ("![a][b]", [("image reference", "![a][b]")]),
        ("[![a](b)](c)", [("link start", "["), ("image", "![a](b)"), ("link end", "](c)")]),
        ("see www.a.org, me@a.org.", [("address", "www.a.org"), ("address", "me@a.org")]),
        ("(https://a.org/b_(c))", [("address", "https://a.org/b_(c)")]),
        ("**https://a.org/b**", [("emphasis start", "**"), ("address", "https://a.org/b"), ("emphasis end", "**")]),
        ("https://a.org/をご覧", [("address", "https://a.org/")]),
        ("doi:10.1000/a(b)1; 10.1000/c.", [("address", "doi:10.1000/a(b)1"), ("address", "10.1000/c")]),
        ("nhs.uk/live-well or who.int", [("address", "nhs.uk/live-well"), ("address", "who.int")]),
        ("See README.md, src/main.rs.", [("address", "README.md"), ("address", "src/main.rs")]),
        ("in /usr/local/share or ~/notes/", [("address", "/usr/local/share"), ("address", "~/notes/")]),
        ("the end.Next or end.next word, and/or, he/she, 3/4", []),
        ("from crates.io", [("address", "crates.io")]),
        ("the end.so it is", []),
        ("*a*{: .b #c} d", [("emphasis start", "*"), ("emphasis end", "*"), ("attributes", "{: .b #c}")]),
        ("a {: .b }", [("attributes", "{: .b }")]),
    ],
)  # fmt: skip
def test_syntax(text: str, expected: list[tuple[str, str]]) -> None:
    """Each piece of syntax is found, and what only looks like it is text."""
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "target", "title"),
    [
        ("[a](b)", "b", ""),
        ("[a](b 'c d')", "b", "c d"),
        ('[a](<b c> "d")', "b c", "d"),
        ("[a](b_(c))", "b_(c)", ""),
        ('[a](b "c (d")', "b", "c (d"),
        (r"[a](b\_c&amp;d)", "b_c&d", ""),
        ("[a](it's) and [b](c)", "it's", ""),
        ("[a]()", "", ""),
    ],
)
def test_destination(text: str, target: str, title: str) -> None:
    """A link's target is given as a browser gets it, its title by its place."""
    end = next(token for token in inline.tokens(text) if token.kind == "link end")
    assert (end.target, text[slice(*end.title)] if end.title != NOWHERE else "") == (target, title)


def test_attributes_belong_to_their_element() -> None:
    """An attribute list knows where its element begins, and a tag where its values stand."""
    text = '*a*{lang=fr .b} <i title="c d">'
    found = inline.tokens(text)
    listed = next(token for token in found if token.kind == "attributes")
    tag = next(token for token in found if token.kind == "tag")
    assert (listed.opens, listed.attribute("lang"), listed.attribute("class")) == (0, "fr", "b")
    assert [(each.value, text[each.start :][:3]) for each in tag.attributes] == [("c d", "c d")]


HOSTILE = (
    "[ ] ( ) ![ ` `` < </ <a <!-- <? * ** _ *a a* a_ [a]( ![a](x) [^ [^1 { {{ *a*{ & &a \\ @ a@ a. a- "
    "http:// http://a( www. 10.1000/ [[a](b) <a> </a> a@b.c %( `a`` [` *[a _* \\` <![CDATA[ ](x) [](" " ([ \" ' "
    "[a](x' <a\tb=\" <b\tlang=x> [a][ [a][] {:"
).split()  # fmt: skip


@pytest.mark.parametrize("opener", [*HOSTILE, " ", "  \n", "\n", '[a](x "', "<a b='"])
def test_hostile_text_costs_its_length(opener: str) -> None:
    """Five thousand of anything take milliseconds."""
    start = time.process_time()
    inline.tokens(opener * 5000)
    assert time.process_time() - start < 1
