"""The rules about structure do what the ACT rules of the same subject describe, on cases of our own."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from pipeline import check, dom
from pipeline.check import Subjects

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "act" / "structure.toml").read_text(encoding="utf-8")
)["case"]
LEAST = 6


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
