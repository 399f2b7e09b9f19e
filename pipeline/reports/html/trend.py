"""The last runs as a plot and as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.history import Row, Run

WIDTH, HEIGHT = 640, 120
"""Of the plot, in its own units; labels stand to the right of it."""
_LINE = 16
"""The height of a label."""


@dataclass(frozen=True, slots=True)
class Total:
    """A run in numbers."""

    at: str
    versions: int
    held: int
    errors: int
    warnings: int
    notes: int
    misspellings: int
    grade: float | None


@dataclass(frozen=True, slots=True)
class Curve:
    """A line of the plot: its points, and what it says at its end."""

    name: str
    points: tuple[tuple[float, float], ...]
    last: int

    @property
    def path(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Trend:
    """The last runs, the oldest first; *told* says in words what the plot shows."""

    totals: tuple[Total, ...]
    curves: tuple[Curve, ...]
    most: int
    told: str

    @property
    def ends(self) -> tuple[tuple[Curve, float], ...]:
        """The curves with the heights of their labels, which keep apart."""
        found: list[tuple[Curve, float]] = []
        floor = float(-_LINE)
        ordered = sorted(self.curves, key=lambda curve: curve.points[-1][1])
        for index, curve in enumerate(ordered):
            room = HEIGHT - _LINE * (len(ordered) - 1 - index)
            floor = max(floor + _LINE, min(curve.points[-1][1], room))
            found.append((curve, floor))
        return tuple(found)


_CURVES: tuple[tuple[str, Callable[[Total], int]], ...] = (
    ("errors", lambda total: total.errors),
    ("warnings", lambda total: total.warnings),
    ("held versions", lambda total: total.held),
)


def trend(runs: Sequence[Run]) -> Trend | None:
    """Give the trend of *runs*; None of fewer than two."""
    if len(runs) < 2:
        return None
    totals = tuple(_total(run) for run in runs)
    most = max(max(value(total) for total in totals) for _, value in _CURVES)
    step = WIDTH / (len(totals) - 1)
    curves = tuple(
        Curve(
            name,
            tuple(
                (round(index * step, 1), round(HEIGHT * (1 - value(total) / max(most, 1)), 1))
                for index, total in enumerate(totals)
            ),
            value(totals[-1]),
        )
        for name, value in _CURVES
    )
    told = "; ".join(
        f"{name} from {value(totals[0])} to {value(totals[-1])}" for name, value in _CURVES
    )
    return Trend(totals, curves, most, f"In the last {len(totals)} runs: {told}.")


def before(runs: Sequence[Run]) -> dict[tuple[str, str], Row]:
    """Give each version as it was in the run before the last."""
    return {(row.article, row.locale): row for row in runs[-2].rows} if len(runs) > 1 else {}


def _total(run: Run) -> Total:
    grades = [row.grade for row in run.rows if row.grade is not None]
    return Total(
        run.at,
        len(run.rows),
        sum(row.verdict == "held" for row in run.rows),
        sum(row.errors for row in run.rows),
        sum(row.warnings for row in run.rows),
        sum(row.notes for row in run.rows),
        sum(row.misspellings for row in run.rows),
        sum(grades) / len(grades) if grades else None,
    )
