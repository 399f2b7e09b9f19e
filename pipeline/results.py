"""What was measured in the versions of a run, what they must reach, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from pipeline.findings import Finding, Level
from pipeline.model import Alternates, Place, Run, State

Force = Literal["block", "warn", "report"]
"""What a grade may do: hold a version, be warned of, or only be shown."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a formula gives for a text, and what its author says that means, if anything."""

    name: str
    value: float
    band: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """
    How hard a version is to read.

    *grade* is G, "as hard as English text of that US school grade" (None where no constants hold
    for the language or the text is too short); *low* and *high* are its 90 % interval, *error* its
    standard error, None where one sentence is all there is. *value* is what *formula*, made for the
    language, gives; *values* are those of all its formulas. *omitted* is what the score leaves out,
    in words: headings, tables, code. *note* says why a number is missing, or what to think of it.
    """

    words: int = 0
    sentences: int = 0
    grade: float | None = None
    value: float | None = None
    formula: str = ""
    note: str = ""
    low: float | None = None
    high: float | None = None
    error: float | None = None
    force: Force = "block"
    values: tuple[Value, ...] = ()
    omitted: tuple[tuple[str, int], ...] = ()

    @property
    def binding(self) -> bool:
        """Long enough, in a language whose constants held: below 300 words it swings by three grades."""
        return self.words >= 300 and self.force == "block"

    @property
    def least(self) -> float | None:
        """What the grade is at least, with 95 % confidence; without an interval, the grade."""
        return self.grade if self.low is None else self.low


@dataclass(frozen=True, slots=True)
class HardSentence:
    """
    A sentence that raises the grade of its version, and why.

    *length* is in words, or in characters where none are written; *grade* is its own G. *gain* is by
    how much the version's grade falls without it. *source* is the sentence it translates.
    """

    place: Place
    text: str
    length: int
    grade: float | None = None
    gain: float = 0.0
    reasons: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class HardWord:
    """A rare and long word where it first stands; *zipf* is the logarithm of its uses in 10⁹ words."""

    place: Place
    text: str
    times: int = 1
    zipf: float | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """What to rewrite first in a version, and the grade it would have *without* its worst sentences."""

    sentences: tuple[HardSentence, ...] = ()
    words: tuple[HardWord, ...] = ()
    without: float | None = None


@dataclass(frozen=True, slots=True)
class Drift:
    """
    By how many grades a translation is harder than its source.

    *p* is the probability of as much by chance if both were equally hard; *limit* is what is
    allowed, and *level* what too much of it is, or empty.
    """

    grades: float
    p: float
    limit: float
    level: Level | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that an author lets be: why, and where that is said."""

    finding: Finding
    reason: str
    place: Place


Name = tuple[str, Place, str]
"""Of a finding, within a version: its rule, its place, and its message."""


def name(finding: Finding) -> Name:
    """Give what *finding* is known by in its version."""
    return finding.rule, finding.place, finding.message


@dataclass(frozen=True, slots=True)
class Mark:
    """
    Where a finding stands in a text; a mark without length only names its beginning.

    *name* is what it is found by, wherever it went: among the findings, those let be, or the known.
    """

    start: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that is counted, with its own G, and its length in words, or in characters of Japanese."""

    start: int
    end: int
    length: int
    grade: float | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A text as it is written in its file: its marks, its sentences, and which stretches are markup."""

    text: str
    locale: str
    place: Place
    marks: tuple[Mark, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    markup: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One block of a version as a report shows it; a translation has its *source* beside it."""

    kind: str
    state: State
    own: Side
    source: Side | None = None


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
    limit: float | None = None
    """The hardest G that the article allows itself; None, where it says nothing."""
    advice: Advice = field(default_factory=Advice)
    drift: Drift | None = None
    """How much harder than its source a translation is; None, where nobody can say."""
    alternates: Alternates | None = None
    """What a page that stands by itself says of its other versions."""
    translations: tuple[Run, ...] = field(default=(), repr=False)
    """What a catalog that stands by itself translates; taken out, once all catalogs are compared."""
    unavailable: tuple[str, ...] = ()
    """The rules that do not know the language."""
    known: tuple[Finding, ...] = ()
    """What the project's baseline knows as old debt: told, and not judged."""
    suppressed: tuple[Suppressed, ...] = ()
    """What is found and let be; it counts nowhere."""
    opinion: tuple[Value, ...] = ()
    """What textstat's English metrics give, where they were asked."""
    texts: tuple[Shown, ...] = field(default=(), repr=False)
    """What the version says, where a report is to show it."""

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

    @classmethod
    def of(cls, results: Iterable[Result]) -> Report:
        """Give the report of *results*, sorted once."""
        return cls() + cls(tuple(results))

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
    ratchet: float | None = None
    """By how many grades a version over its limit may be harder than it was at its easiest."""
    drift: float | None = None
    """By how many grades a translation must be harder than its source to be held for that."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """May the version be published, and if not, why."""

    article: str
    locale: str
    reasons: tuple[str, ...] = ()
    draft: bool = False
    doubts: tuple[str, ...] = ()
    """What does not hold the version, and should be looked at."""
    limits: Thresholds = field(default_factory=Thresholds)
    """What it was judged by; the grade is the article's own, or the one that the ratchet allows."""

    @property
    def passes(self) -> bool:
        """Holds nothing against the version but, maybe, that it is a draft."""
        return not self.reasons

    @property
    def published(self) -> bool:
        """Goes to readers."""
        return self.passes and not self.draft
