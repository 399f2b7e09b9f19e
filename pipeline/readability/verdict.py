"""What a grade means for publication: limits, the ratchet, and drift from the source."""

from __future__ import annotations

import math
from statistics import NormalDist

from pipeline.readability.languages import row
from pipeline.readability.scale import BINDING, ENOUGH
from pipeline.results import Drift, Score

_SIGNIFICANT = 0.05


def allowed(limit: float | None, published: float | None, ratchet: float | None) -> float | None:
    """
    Give the hardest grade a version may have, None if any.

    *limit* is the article's or the locale's, *published* the grade that readers have now. With a
    *ratchet*, a version that was too hard before may stay, and be a little harder, but no more.

    >>> allowed(9.0, 13.0, 1.0), allowed(9.0, 6.0, 1.0), allowed(9.0, 13.0, None)
    (14.0, 9.0, 9.0)
    """
    if limit is None or published is None or ratchet is None:
        return limit
    return max(limit, published + ratchet)


def baseline(recorded: float | None, score: Score) -> float | None:
    """
    Give the grade to record with a published version: the easiest that it has had.

    A ratchet on the last grade alone would let a text become a grade harder at every publication.

    >>> baseline(8.0, Score(grade=8.9)), baseline(None, Score(grade=8.9)), baseline(8.0, Score())
    (8.0, 8.9, 8.0)
    """
    grades = [grade for grade in (recorded, score.grade) if grade is not None]
    return min(grades, default=None)


def held(score: Score, limit: float | None) -> str:
    """
    Say why *score* holds its version, or nothing: it must be harder than *limit* beyond doubt.

    >>> held(Score(words=400, grade=10.2, low=9.4, high=11.0), 9.0)
    'reads at grade 10.2 (9.4 to 11.0), limit 9'
    >>> held(Score(words=400, grade=10.2, low=8.4, high=12.0), 9.0)
    ''
    """
    least = score.least
    if limit is None or least is None or least <= limit or not score.binding:
        return ""
    return _told(score, limit)


def doubted(score: Score, limit: float | None) -> str:
    """
    Say why *score* is warned of, or nothing: it is over *limit*, and does not hold its version.

    >>> doubted(Score(words=400, grade=10.2, low=8.4, high=12.0), 9.0)
    'reads at grade 10.2 (8.4 to 12.0), limit 9'
    """
    over = limit is not None and score.grade is not None and score.grade > limit
    if not over or limit is None or score.force == "report" or held(score, limit):
        return ""
    return _told(score, limit)


def drift(
    source: Score, translation: Score, locale: str, *, error: float | None = None
) -> Drift | None:
    """
    Give how much harder *translation*, which is in *locale*, is than its *source*; None if none can say.

    Too much is a warning, from *error* grades on an error, if it is no chance: one-sided, with the
    standard errors of both. They are taken as independent, which parallel texts are not: the test
    rather says too little. An error asks for 300 words in both, and constants that held.
    """
    language = row(locale)
    if language is None or source.grade is None or translation.grade is None:
        return None
    if source.error is None or translation.error is None:
        return None
    grades = translation.grade - source.grade
    spread = math.hypot(source.error, translation.error)
    p = 1 - NormalDist().cdf(grades / spread) if spread else float(grades <= 0)
    words = min(source.words, translation.words)
    if grades < language.drift or p >= _SIGNIFICANT or words < ENOUGH:
        return Drift(grades, p, language.drift)
    binding = words >= BINDING and source.force == translation.force == "block"
    if error is not None and grades >= error and binding:
        return Drift(grades, p, language.drift, "error")
    return Drift(grades, p, language.drift, "warning")


def _told(score: Score, limit: float) -> str:
    told = "" if score.low is None else f" ({score.low:.1f} to {score.high:.1f})"
    return f"reads at grade {score.grade:.1f}{told}, limit {limit:g}"
