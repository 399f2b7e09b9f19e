"""Names, as the ACT rules of the W3C describe them: what has to be found, and what must not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline import check, dom
from pipeline.check import Subjects

TABLE = tomllib.loads((Path(__file__).parent / "cases/act/names.toml").read_text("utf-8"))["rule"]
FOUND = [(part["id"], html) for part in TABLE for html in part["found"]]
CLEAN = [(part["id"], html) for part in TABLE for html in part["clean"]]


def found(name: str, html: str) -> list[str]:
    subjects = Subjects(dom=dom.parse(html, "page.html"))
    return [one.message for one in check.apply(name, check.rules()[name], subjects, {})]


@pytest.mark.parametrize(("name", "html"), FOUND)
def test_failed_example_is_found(name: str, html: str) -> None:
    """What an ACT rule calls failed is found by the rule that names it."""
    assert found(name, html)


@pytest.mark.parametrize(("name", "html"), CLEAN)
def test_passed_or_inapplicable_example_is_clean(name: str, html: str) -> None:
    """What an ACT rule passes, or does not speak of, is not found."""
    assert found(name, html) == []


@pytest.mark.parametrize("part", TABLE, ids=lambda part: part["id"])
def test_rule_names_the_act_rule_that_it_carries_out(part: dict[str, str]) -> None:
    """Each rule says which ACT rule it is, and is tried by six examples of either kind."""
    assert part["act"] in check.rules()[part["id"]].act
    assert min(len(part["found"]), len(part["clean"])) >= 6
