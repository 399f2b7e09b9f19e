"""The table of what is claimed: its arithmetic, and how it is told."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """The module that `make bench` runs."""
    spec = importlib.util.spec_from_file_location("bench", ROOT / "benchmarks/__main__.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_benchmark_claims_something(bench: ModuleType) -> None:
    """A module in the list without claims would end `make bench` after half an hour."""
    for name in bench.MODULES:
        text = (ROOT / "benchmarks" / f"{name}.py").read_text(encoding="utf-8")
        assert "\ndef claims(" in text, name


@pytest.mark.parametrize(
    ("claim", "ratio", "spread", "holds"),
    [
        ({"ours": (2.0, 1.0, 4.0)}, None, (1.0, 4.0), None),
        ({"ours": (2.0, 1.0, 4.0), "bar": 2.0}, None, (1.0, 4.0), True),
        ({"ours": (2.0,), "bar": 2.0, "more": True}, None, (2.0, 2.0), True),
        ({"ours": (1.9,), "bar": 2.0, "more": True}, None, (1.9, 1.9), False),
        ({"ours": (2.0, 4.0), "theirs": (6.0, 8.0), "times": 2.5}, 2.5, (2.0, 3.0), True),
        ({"ours": (6.0,), "theirs": (2.0,), "times": 4, "more": True}, 3.0, (3.0, 3.0), False),
        ({"ours": (6.0,), "times": 4}, None, (6.0, 6.0), None),
        ({"ours": (9.0,), "theirs": (18.0,), "times": 2, "bar": 8.0}, 2.0, (2.0, 2.0), False),
        ({"ours": (0.0,), "theirs": (7.0,), "bar": 0}, None, (0.0, 0.0), True),
    ],
)
def test_arithmetic(
    bench: ModuleType,
    claim: dict[str, object],
    ratio: float | None,
    spread: tuple[float, float],
    holds: bool | None,
) -> None:
    """The more is better or the less, with a bar or a peer, both or neither."""
    one = bench.Claim("a", "s", **claim)
    assert (one.ratio, one.spread, one.holds) == (ratio, spread, holds)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(12345.6, "12,346"), (12.34, "12.3"), (0.1234, "0.123"), (0, "0"), (7.0, "7")],
)
def test_figures_have_three_digits(bench: ModuleType, value: float, shown: str) -> None:
    """More would promise what no measurement gives."""
    assert bench.number(value) == shown


def test_what_is_not_reached_is_told(bench: ModuleType) -> None:
    """In a row, with the peer and the spread."""
    one = bench.Claim("reading", "s", (2.5, 2.5), "a peer", (5.0, 7.5), times=9, command="x.py")
    assert (
        bench.row(one)
        == "| reading | 2.50 s | a peer: 6.25 s | 2.5 (2.0–3.0) | 9 times: not reached | `x.py` |"
    )
