"""What was measured in the versions of a run, what they must reach, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.model import Finding, Level


@dataclass(frozen=True, slots=True)
class Score:
    """
    How hard a version is to read.

    *grade* is G, "as hard as English text of that US school grade" (None where no constants hold
    for the language or the text is too short); *value* is what *formula*, made for the language,
    gives. *note* says why a number is missing.
    """

    words: int = 0
    sentences: int = 0
    grade: float | None = None
    value: float | None = None
    formula: str = ""
    note: str = ""

    @property
    def binding(self) -> bool:
        """Long enough for its grade to hold a version: below 300 words it swings by three grades."""
        return self.words >= 300


@dataclass(frozen=True, slots=True)
class Result:
    """Everything measured in one version."""

    article: str
    locale: str
    draft: bool = False
    score: Score = field(default_factory=Score)
    misspellings: int = 0
    unchecked: str = ""
    """Why the words are not checked: the language has no usable dictionary."""
    coverage: float = 1.0
    """Translated words of the current source over all its words, from 0 to 1."""
    findings: tuple[Finding, ...] = ()

    @property
    def misspelling_rate(self) -> float | None:
        """Misspellings per 1,000 words of prose; None where the words are not checked."""
        if self.unchecked:
            return None
        return 1000 * self.misspellings / max(self.score.words, 1)


def percent(share: float) -> int:
    """
    Give *share* in whole percents, rounded down: almost done is not done.

    >>> percent(0.999), percent(0.57)
    (99, 57)
    """
    # 100 * 0.57 is 56.99999999999999.
    return int(round(100 * share, 6))


@dataclass(frozen=True, slots=True)
class Report:
    """
    The results of a run, in order of article and locale however they arrive.

    >>> one, two = Report((Result("b", "en"),)), Report((Result("a", "en"),))
    >>> one + two == two + one == one + two + Report()
    True
    """

    results: tuple[Result, ...] = ()

    def __add__(self, other: Report) -> Report:
        """Join two reports; the order of the joining does not matter."""
        both = self.results + other.results
        return Report(
            tuple(sorted(both, key=lambda result: (result.article, result.locale, repr(result))))
        )


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a version must reach to be published; None asks nothing."""

    grade: float | None = 9.0
    """The hardest G allowed: 9 is the end of lower secondary school (WCAG 2.2, 3.1.5)."""
    misspellings: float | None = 0.0
    """The most misspellings per 1,000 words."""
    coverage: float | None = 1.0
    """The least share of translated words, from 0 to 1."""
    level: Level | None = "error"
    """A finding at this level or above holds the version."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """May the version be published, and if not, why."""

    article: str
    locale: str
    reasons: tuple[str, ...] = ()
    draft: bool = False

    @property
    def passes(self) -> bool:
        """Holds nothing against the version but, maybe, that it is a draft."""
        return not self.reasons

    @property
    def published(self) -> bool:
        """Goes to readers."""
        return self.passes and not self.draft
