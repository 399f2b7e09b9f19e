"""The rules about structure do what the ACT rules of the same subject describe, on cases of our own."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import check, dom
from pipeline.check import Subjects

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "act" / "structure.toml").read_text(encoding="utf-8")
)["case"]
LEAST = 6
RULES = sorted({case["rule"] for case in CASES})
PIECES = """
    <table> <tr> <th> <td> </table> <td|colspan=3|headers=a> <th|rowspan=0|id=a|scope=row> <ul> <li> </ul>
    <dl> <dt> <dd> </dl> <p> <p|id=a> <b> </b> <br> <h1> <h4> </h1> <main> </main> <nav|aria-label=A>
    <div|role=list|aria-owns=a> <i|role=listitem> <div|role=group> </div> <div|role=grid> <p|role=row>
    <a|href=#a> <a|href=#> </a> <button> </button> <html|lang=x> <body> <title> <meta|name=viewport>
    <abbr> <svg> </svg> <p|role=combobox> <p|aria-level=x> A -|A
"""


@pytest.mark.parametrize("case", CASES, ids=[f"{one['act']}-{one['expected']}" for one in CASES])
def test_case(case: dict[str, str]) -> None:
    """What a case expects is found: at the rule's level, as a note at most, or not at all."""
    name = case["rule"]
    rule = check.rules()[name]
    page = dom.parse(case["html"], "example.html")
    levels = {
        found.level or rule.level for found in check.apply(name, rule, Subjects(dom=page), {})
    }
    if case["expected"] == "note":
        assert levels == {"note"}
    else:
        assert bool(levels) == (case["expected"] == "found")


def test_every_act_rule_has_enough_cases() -> None:
    """Six that fail and six that pass say more than one of each."""
    counted = Counter(
        (case["act"], case["expected"]) for case in CASES if case["expected"] != "note"
    )
    assert {pair for pair, count in counted.items() if count < LEAST} == set()


def test_every_act_rule_is_named_by_its_rule() -> None:
    """A rule says which ACT rules it stands for."""
    rules = check.rules()
    assert {case["act"] for case in CASES if case["act"] not in rules[case["rule"]].act} == set()


@given(st.lists(st.sampled_from(PIECES.split()), max_size=30))
@settings(max_examples=60, deadline=None)
def test_no_page_is_too_broken(pieces: list[str]) -> None:
    """Whatever is missing or stands in the wrong place: findings, and each with words."""
    page = dom.parse(" ".join(pieces).replace("|", " "), "example.html")
    rules = [(name, rule) for name, rule in check.rules().items() if name in RULES]
    for name, rule in rules:
        for found in check.apply(name, rule, Subjects(dom=page), {}):
            assert found.message
            assert found.place.path == "example.html"
