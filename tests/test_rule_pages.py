"""The pages about rules say what the rules say."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
import rule_pages
from markdown_it import MarkdownIt

from pipeline import check, explain, wcag
from pipeline.findings import Rule

MARKDOWN = MarkdownIt("commonmark").enable("table")


def test_pages_are_in_step() -> None:
    """Each rule has its page, word for word; `make fix` writes them."""
    pages = rule_pages.pages()
    written = rule_pages.written()
    assert sorted(written) == sorted(pages)
    assert {name for name, text in pages.items() if written[name] != text} == set()


@pytest.mark.parametrize(("name", "text"), rule_pages.pages().items())
def test_examples_stay_examples(name: str, text: str) -> None:
    """Whatever an example holds, it is shown and not read: a page has no more markup than its own."""
    tokens = MARKDOWN.parse(text)
    fences = [token for token in tokens if token.type == "fence"]
    assert not any(token.type == "html_block" for token in tokens)
    assert all(token.content.endswith("\n") for token in fences)
    if name != "README.md":
        described = explain.describe(name.removesuffix(".md"), check.rules())
        expected = len(described.bad) + len(described.good) + bool(described.options)
        assert len(fences) == expected


def test_index_names_every_rule() -> None:
    """The first page leads to all others."""
    targets = re.findall(r"\]\(([^):]+\.md)\)", rule_pages.pages()["README.md"])
    assert {*targets} - {"../../README.md"} == {f"{name}.md" for name in check.rules()}


def _rule(**more: Any) -> Rule:
    def look(prose: object, *, limit: int = 3) -> Any:
        """
        A page is good.

        Why: bad pages help nobody.
        Fix: make it good.
        """

    values = {"level": "note", "check": look, "bad": ("Bad.",), "good": ("Good.",), **more}
    return Rule(**values)


def _described(**more: Any) -> explain.Description:
    return explain.describe("page/x", {"page/x": _rule(**more)})


def test_page_holds_all_that_a_rule_declares() -> None:
    """Level, summary, reasons, options, languages, criterion, ACT, axe and source."""
    described = _described(
        wcag="2.4.4", act=("c487ae",), axe=("link-name",), source="A book", languages={"fr", "en"}
    )
    told = (
        "note", "A page is good.", "bad pages help nobody.", "make it good.", "limit = 3", "en, fr",
        "2.4.4 Link Purpose (In Context)", "WCAG22/#link-purpose-in-context",
        "act/rules/c487ae/", "link-name", "A book", "Bad.", "Good.",
    )  # fmt: skip
    for page in (explain.markdown(described), explain.text(described)):
        assert [one for one in told if one not in page] == []


def test_fence_is_longer_than_those_inside() -> None:
    """An example that has a fence of its own is fenced by a longer one."""
    page = explain.markdown(_described(bad=("````\ncode\n````",)))
    assert "\n`````html\n````\ncode\n````\n`````\n" in page


def test_what_nobody_sees_is_shown() -> None:
    """Controls and odd spaces of an example are told by their numbers."""
    (example,) = _described(bad=("a\u00a0b\u202ec\u3000d",)).bad
    assert example.text == r"a\u00a0b\u202ec" + "\u3000d"


def test_locale_of_an_example_is_named() -> None:
    """An example in another language says so."""
    page = explain.markdown(_described(bad=(("fr", "Mal."),)))
    assert "In `fr`:\n\n```html\nMal.\n```" in page


def test_translation_is_shown_as_a_message() -> None:
    """A source and its translation stand as a catalog has them."""
    rule = _rule(bad=(("A “sea”", 'La "mer"\n', "fuzzy"),))
    (example,) = explain.describe("translation/x", {"translation/x": rule}).bad
    assert example.text == '#, fuzzy\nmsgid "A “sea”"\nmsgstr "La \\"mer\\"\\n"'


def test_table_of_rules_lists_languages() -> None:
    """A few languages are named, many are counted."""
    many = {f"{letter}{letter}" for letter in "abcdefgh"}
    table = explain.table([_described(languages={"fr", "en"}), _described(languages=many)])
    assert re.findall(r"note +(.*?)  +A page", table) == ["en, fr", "8 languages"]


def test_wcag_has_all_its_criteria() -> None:
    """There are 86 in WCAG 2.2, in order, and each has an address of its own."""
    numbers = [[int(part) for part in number.split(".")] for number in wcag.CRITERIA]
    assert len(numbers) == 86
    assert all(one < other for one, other in pairwise(numbers))
    assert len({one.anchor for one in wcag.CRITERIA.values()}) == 86


def test_criteria_of_rules_exist() -> None:
    """No rule names a criterion that is none."""
    assert {rule.wcag for rule in check.rules().values() if rule.wcag} <= set(wcag.CRITERIA)
