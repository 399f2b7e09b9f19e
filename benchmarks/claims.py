"""What a benchmark claims: figures of ours, a peer's from the same run, and what was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that was measured, once a round."""

    what: str
    unit: str
    ours: tuple[float, ...]
    """A figure for each round."""
    peer: str = ""
    theirs: tuple[float, ...] = ()
    """The peer's, a figure for each of the same rounds."""
    bar: float | None = None
    """What ours may be at most or, of what is better the more it is, must be at least."""
    times: float | None = None
    """How many times better than the peer's ours must be."""
    more: bool = False
    """Is it better the more it is."""
    command: str = ""
    """What measures it alone, and says more."""

    @property
    def figure(self) -> float:
        """Ours, the median of the rounds."""
        return median(self.ours)

    @property
    def ratio(self) -> float | None:
        """How many times better than the peer's, below one worse; None where nothing is a part of ours."""
        return median(self._ratios()) if self._is_compared else None

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the greatest ratio of a round; where there is none, figure."""
        all_of_them = self._ratios() if self._is_compared else self.ours
        return min(all_of_them), max(all_of_them)

    @property
    def holds(self) -> bool | None:
        """Say whether what was asked for is so; None where nothing was asked for, or no peer was there."""
        asked = []
        if self.bar is not None:
            asked.append(self.figure >= self.bar if self.more else self.figure <= self.bar)
        if self.times is not None and self.ratio is not None:
            asked.append(self.ratio >= self.times)
        return all(asked) if asked else None

    @property
    def _is_compared(self) -> bool:
        return bool(self.theirs) and all(self.theirs if self.more else self.ours)

    def _ratios(self) -> tuple[float, ...]:
        pairs = zip(self.ours, self.theirs, strict=True)
        return tuple(own / other if self.more else other / own for own, other in pairs)
