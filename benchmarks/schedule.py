"""
How long a large site takes on so many workers: the schedule of `pipeline.run`, simulated.

    python benchmarks/schedule.py --articles 100000 --locales 30 --seconds 0.013

Batches go out in order, two for each worker at once; a batch takes the sum of its versions' times,
which are drawn around the mean that you measured, and the way there and back. The parent hands on
results in order and writes files, which nothing else can do for it. Some workers die. The table says
how long the run takes, how much of the workers' time is work, and what it costs at a price an hour.
"""

from __future__ import annotations

import argparse
import heapq
import math
import random
from dataclasses import dataclass

_BATCH = 16
_RESTART = 3.0
"""Seconds until another worker stands where one died, as a Dask nanny takes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, and what its parts take, in seconds."""

    versions: int
    version: float
    """The mean of a version's time in a worker."""
    spread: float
    """The standard deviation of the logarithm of that time."""
    trip: float
    """The way of a batch to its worker and back."""
    parent: float
    """What the parent does for a version."""
    deaths: float
    """How many of a million batches a worker dies of once."""


def simulate(plan: Plan, workers: int, seed: int = 0) -> tuple[float, float]:
    """Give the seconds of a run, and the share of the workers' time that is work."""
    deal = random.Random(seed)
    free = [0.0] * workers
    heapq.heapify(free)
    worked = told = 0.0
    # The mean of a lognormal is e^(mu + sigma²/2).
    scale = math.exp(-plan.spread * plan.spread / 2)
    for start in range(0, plan.versions, _BATCH):
        count = min(_BATCH, plan.versions - start)
        begun = heapq.heappop(free)
        needed = sum(
            plan.version * scale * deal.lognormvariate(0, plan.spread) for _ in range(count)
        )
        ended = begun + plan.trip + needed
        if deal.random() < plan.deaths / 1_000_000:
            ended += _RESTART + needed
        worked += needed
        heapq.heappush(free, ended)
        told = max(told, ended) + count * plan.parent
    return max(told, *free), worked / (workers * max(free))


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--locales", type=int, default=30)
    options.add_argument("--seconds", type=float, default=0.05, help="of a worker, for a version")
    options.add_argument("--spread", type=float, default=0.5)
    options.add_argument("--trip", type=float, default=0.005, help="seconds of a batch's way")
    options.add_argument("--parent", type=float, default=0.0005, help="seconds for a version")
    options.add_argument("--deaths", type=float, default=20, help="in a million batches")
    options.add_argument("--price", type=float, default=0.04, help="of a core's hour")
    options.add_argument("--workers", type=int, nargs="+", default=[2, 16, 64, 128])
    given = options.parse_args()
    versions = given.articles * given.locales
    plan = Plan(versions, given.seconds, given.spread, given.trip, given.parent, given.deaths)
    print(f"{versions:,} versions at {given.seconds * 1000:g} ms of a worker\n")
    print(f"{'workers':>7} {'hours':>8} {'busy':>6} {'price':>8}")
    for workers in given.workers:
        seconds, busy = simulate(plan, workers)
        price = (workers + 1) * seconds / 3600 * given.price
        print(f"{workers:>7} {seconds / 3600:>8.2f} {busy:>6.0%} {price:>8.2f}")


if __name__ == "__main__":
    main()
