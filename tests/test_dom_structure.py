"""Roles, tables, owners, focus and languages, as rules about the structure of a page read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import dom
from pipeline.dom import aria, subtags
from pipeline.dom.element import Element


def first(html: str) -> tuple[dom.Dom, Element]:
    page = dom.parse(html, "a.html")
    element = page.by_id("x")
    assert element
    return page, element


# Roles


@pytest.mark.parametrize(
    ("html", "role"),
    [
        ('<p id=x role="boat link button">A', "link"),
        ('<p id=x role="widget">A', ""),
        ('<p id=x role="IMAGE">A', "img"),
        ('<p id=x role="presentation">A', "none"),
        ('<a id=x href="a.html" role="none">A', ""),
        ('<a id=x role="none">A', "none"),
        ('<h2 id=x role="none" aria-label="A">B', ""),
        ('<h2 id=x role="none" aria-hidden="true">B', "none"),
        ('<button id=x disabled role="none">B', "none"),
    ],
)
def test_first_role_that_exists_is_asked_for(html: str, role: str) -> None:
    """What can have the focus, or is said to be something, cannot be nothing."""
    page, element = first(html)
    assert page.asked(element) == role


def test_tables_of_aria_speak_of_roles_and_attributes_that_exist() -> None:
    """A slip in one table would hide in the others."""
    roles = {role for group in aria.SUPPORT.values() for role in group}
    roles |= {*aria.REQUIRED, *aria.OWNED, *aria.CONTEXT, *aria.LEAVES, *aria.NAMELESS}
    roles |= {role for group in (*aria.OWNED.values(), *aria.CONTEXT.values()) for role in group}
    assert roles - aria.ROLES == set()
    attributes = {*aria.SUPPORT, *aria.GLOBAL, *aria.NAMING, *aria.LEAST}
    attributes |= {one for group in aria.REQUIRED.values() for one in group}
    assert attributes - set(aria.ATTRIBUTES) == set()
    assert aria.ABSTRACT.isdisjoint(aria.ROLES)


def test_every_attribute_is_global_or_has_its_roles() -> None:
    """No state is left without a role to be on."""
    assert aria.GLOBAL.isdisjoint(aria.SUPPORT)
    assert aria.GLOBAL | set(aria.SUPPORT) == set(aria.ATTRIBUTES)


# Tables


def grid(html: str) -> list[tuple[str, int, int, int, int]]:
    (table,) = dom.parse(html, "a.html").tables
    cells = table.cells
    return [(one.element.text, one.row, one.column, one.bottom, one.right) for one in cells]


def test_cells_are_pushed_aside_by_those_above() -> None:
    """A cell that spans rows takes its place in each."""
    assert grid("<table><tr><th rowspan=2>A<td>B<tr><td>C</table>") == [
        ("A", 0, 0, 2, 1),
        ("B", 0, 1, 1, 2),
        ("C", 1, 1, 2, 2),
    ]


def test_span_of_no_rows_goes_to_the_end() -> None:
    """What is no number is one; what is too much ends with the table."""
    spans = grid("<table><tr><td rowspan=0>A<td rowspan=99>B<td rowspan=x>C<tr><td>D</table>")
    assert [(text, bottom) for text, _, _, bottom, _ in spans] == [
        ("A", 2),
        ("B", 2),
        ("C", 1),
        ("D", 2),
    ]


def test_cells_of_a_table_in_a_table_are_its_own() -> None:
    """Each has its own grid."""
    page = dom.parse("<table><tr><td>A<table><tr><th>B</table></table>", "a.html")
    assert [len(table.cells) for table in page.tables] == [1, 1]


def test_table_of_roles_is_one() -> None:
    """What has the roles of a table has its grid, through what has none."""
    html = "<div role=table><div><div role=row><i role=columnheader>A</i><i role=cell>B</i></div></div></div>"
    (table,) = dom.parse(html, "a.html").tables
    assert [one.header for one in table.cells] == [True, False]


# Owners


def test_owner_is_the_nearest_with_a_role() -> None:
    """What has no role is passed through, and what claims an element comes before what holds it."""
    page, element = first("<ul><div><b role=none><i id=x>A</i></b></div></ul>")
    owner = page.owner(element)
    assert owner
    assert owner.name == "ul"
    page, element = first("<div role=list aria-owns=x></div><main><i id=x>A</i></main>")
    owner = page.owner(element)
    assert owner
    assert page.role(owner) == "list"


def test_owners_in_a_circle_are_none() -> None:
    """A page may claim what it likes."""
    page, element = first("<p id=x aria-owns=y>A</p><p id=y aria-owns=x>B</p>")
    assert page.owner(element) is not None
    page, element = first("<i id=x aria-owns=y>A</i><i id=y aria-owns=x>B</i>")
    assert page.owner(element) is None


def test_owned_are_the_nearest_with_a_role_and_the_text_beside_them() -> None:
    """What is hidden is not owned; what is claimed is."""
    html = "<div id=x aria-owns=z>A<span>B<p>C</p></span><p hidden>D</p></div><p id=z>E</p>"
    page, element = first(html)
    owned = [one if isinstance(one, str) else one.text for one in page.owned(element)]
    assert owned == ["A", "B", "C", "E"]


# Languages


def test_every_language_of_two_letters_is_known_in_any_case() -> None:
    """The registry writes them small; BCP 47 takes them as they come."""
    assert subtags.primary("EN") == subtags.primary("en-Latn-US") == "en"


@pytest.mark.parametrize(
    "tag", ["", "e", "en-", "english", "i-lux", "x-boat", "en_US", "fra", "zz"]
)
def test_what_names_no_language(tag: str) -> None:
    """Grandfathered and private tags, names and underscores say nothing to a reader."""
    assert subtags.primary(tag) == ""


@given(st.text())
def test_any_text_may_be_a_tag(tag: str) -> None:
    """Whatever is found is the beginning of the tag."""
    assert tag.lower().startswith(subtags.primary(tag))
