"""The list of controls that can be switched off is that of the threat model, and of the code as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from controls import CONTROLS, Control

ROOT = Path(__file__).parent.parent
NOTHING_TO_SWITCH_OFF = "an article's text as a template"


def test_every_threat_has_one() -> None:
    """A row of the threat model without a control in the list would be taken on trust."""
    text = (ROOT / "docs/threat-model.md").read_text(encoding="utf-8")
    table = text.partition("## Threats")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (?!threat|---)(.+?) \|", table, re.MULTILINE)
    threats = [*dict.fromkeys(one.threat for one in CONTROLS), NOTHING_TO_SWITCH_OFF]
    assert len(rows) > 20
    for row in rows:
        assert len([one for one in threats if row.startswith(one)]) == 1, row
    assert len(threats) == len(rows)


@pytest.mark.parametrize("control", CONTROLS, ids=lambda one: f"{one.module}: {one.on[:30]}")
def test_each_is_where_it_is_said_to_be(control: Control) -> None:
    """Code that moved would be switched off in vain."""
    text = (ROOT / "pipeline" / control.module).read_text(encoding="utf-8")
    assert text.count(control.on) == 1
    assert (ROOT / "tests" / control.test.partition(" ")[0]).is_file()
