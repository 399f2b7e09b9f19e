"""The law of reports: any order of workers gives the same report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import Finding
from pipeline.model import Place
from pipeline.results import Report, Result

_findings = st.builds(
    Finding,
    place=st.builds(Place, st.sampled_from(["a.md", "b.md"]), st.integers(1, 9)),
    level=st.sampled_from(["error", "warning"]),
    rule=st.just("page/image-alt"),
    message=st.text(max_size=5),
    article=st.just("boats"),
    locale=st.just("en"),
)
_results = st.builds(
    Result,
    article=st.sampled_from(["boats", "ships"]),
    locale=st.sampled_from(["en", "fr", "ar"]),
    misspellings=st.integers(0, 3),
    findings=st.lists(_findings, max_size=3).map(tuple),
)
reports = st.lists(_results, max_size=4).map(lambda results: Report() + Report(tuple(results)))


@given(reports, reports, reports)
def test_associative(one: Report, two: Report, three: Report) -> None:
    """How the results are grouped does not matter."""
    assert (one + two) + three == one + (two + three)


@given(reports, reports)
def test_commutative(one: Report, two: Report) -> None:
    """Who finishes first does not matter."""
    assert one + two == two + one


@given(reports)
def test_unit(one: Report) -> None:
    """A worker that did nothing adds nothing."""
    assert one + Report() == one == Report() + one
