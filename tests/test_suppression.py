"""What authors and translators let be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import article, check, gate, suppression, walk
from pipeline.check import Subjects
from pipeline.errors import ArticleError
from pipeline.findings import Finding
from pipeline.model import Article, Catalog, Message, Origin, Place, Run, Segment, Version
from pipeline.prose import passages
from pipeline.suppression import Suppression

TWICE = "Take the the tablet."


def of(body: str) -> Article:
    """Give an article in English."""
    return Article("boats", "boats.md", "en", body)


def spans(body: str) -> list[tuple[int, int]]:
    """Give the lines that each suppression of an article covers."""
    return [(one.first, one.last) for one in suppression.of_article(of(body))]


def checked(one: Article, locale: str = "en", catalog: Catalog | None = None) -> suppression.Split:
    """Run every rule of the text over an article."""
    version = walk.render(one, locale, catalog or Catalog(locale))
    subjects = Subjects(
        prose=[
            passage
            for run in version.runs
            if run.state in ("source", "translated")
            for passage in passages.passages(run)
        ],
        runs=version.runs,
        locale=locale,
        suppressions=suppression.of_version(version),
    )
    return check.check(subjects, one.name, locale, {})


def rules(split: suppression.Split) -> list[str]:
    """Give the rules of what is reported."""
    return [finding.rule for finding in split.findings]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<!-- check: ignore prose: x -->\nOne\ntwo.\n\nThree.", [(2, 3)]),
        ("<!-- check: ignore prose: x -->\n\nOne\ntwo.\n\nThree.", [(3, 4)]),
        ("Zero.\n\nOne <!-- check: ignore prose: x -->\ntwo.\n\nThree.", [(3, 4)]),
        ("Zero.\n\nOne\ntwo.\n<!-- check: ignore prose: x -->\n\nThree.", [(3, 5)]),
        ("- one\n- two <!-- check: ignore prose: x -->\n  more\n- three", [(2, 3)]),
        ("| a |\n|---|\n| b <!-- check: ignore prose: x --> |\n| c |", [(3, 3)]),
        ("<!-- check: ignore prose: x -->\n- one\n- two\n\nThree.", [(2, 3)]),
        ("<!-- check: ignore prose: x -->\n# One\nTwo.", [(2, 2)]),
        ("# One <!-- check: ignore prose: x -->\nTwo.", [(1, 1)]),
        ("> <!-- check: ignore prose: x -->\n> One\n> two.\n\nThree.", [(2, 3)]),
        ("<!-- check: ignore prose: x -->\n<!-- other -->\nOne.", [(3, 3)]),
        ("<!-- check: ignore prose: a\nlong reason -->\nOne.", [(3, 3)]),
        ("One <!-- check: ignore-next prose: x --> two.\n\nThree.\n\nFour.", [(3, 3)]),
        ("<!-- check: ignore prose: x -->\n```\na\n\nb\n```\nOne.", [(2, 6)]),
        ("One.\n\n<!-- check: ignore prose: x -->", [(3, 3)]),
    ],
)
def test_comment_is_for_a_block(body: str, lines: list[tuple[int, int]]) -> None:
    """A comment is for the block it stands in, or for the one beside which it stands alone."""
    assert spans(body) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            "<!-- check: ignore-start prose -->\n\nA\n\n<!-- check: ignore-end prose -->\n\nB",
            [(1, 5)],
        ),
        ("<!-- check: ignore-start prose -->\n\nA\n\n<!-- check: ignore-end -->\n\nB", [(1, 5)]),
        (
            "<!-- check: ignore-start prose -->\n\nA\n\n<!-- check: ignore-end page -->",
            [(1, 10**9)],
        ),
        ("A\n\n<!-- check: ignore-end -->\n\nB", []),
    ],
)
def test_range_has_two_ends(body: str, lines: list[tuple[int, int]]) -> None:
    """A range goes on to its end, or to that of the article."""
    assert spans(body) == lines


@pytest.mark.parametrize(
    "body",
    [
        "```\n<!-- check: ignore prose: x -->\n```\nOne.",
        "~~~~ html\n<!-- check: ignore prose: x -->\n~~~~\nOne.",
        "- item\n\n  ```\n  <!-- check: ignore prose: x -->\n  ```\n",
        "One `<!-- check: ignore prose: x -->` two.",
        "One `` ` <!-- check: ignore prose: x --> `` two.",
        "One.\n\n    <!-- check: ignore prose: x -->\n\nTwo.",
        "<!-- an example: <!-- check: ignore prose: x -->\n\nTwo.",
        "<!-- is this right? check: ignore it -->\n\nTwo.",
        "<!-- check: the dose -->\n\nTwo.",
        "<!-- check: ignore prose",
    ],
)
def test_what_is_shown_is_no_directive(body: str) -> None:
    """Code shows a comment, and a comment may be about something else."""
    assert spans(body) == []


def test_directive_between_code_is_one() -> None:
    """A comment that stands between two spans of code is none of them."""
    assert spans("`a` <!-- check: ignore prose: x --> `b`") == [(1, 1)]


def test_opening_in_code_opens_no_comment() -> None:
    """A span of code that shows how a comment begins swallows no directive."""
    assert spans("Write `<!--` first.\n\n<!-- check: ignore prose: x -->\nOne.") == [(4, 4)]


def test_several_rules_and_a_reason() -> None:
    """Rules are parted by commas, and the reason stands behind a colon."""
    body = "<!-- check: ignore prose/spelling, page: as printed: 1:1 -->\nOne."
    (one,) = suppression.of_article(of(body))
    assert (one.rules, one.reason) == (("prose/spelling", "page"), "as printed: 1:1")


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("check: {ignore: [prose/spelling, page]}", [("prose/spelling", ""), ("page", "")]),
        ("check:\n  ignore:\n    - prose/spelling: a name", [("prose/spelling", "a name")]),
        ("check: {ignore: {prose: a song}}", [("prose", "a song")]),
        ("check: {ignore: prose}", [("prose", "")]),
        ("check: by Tuesday", []),
    ],
)
def test_front_matter_is_for_the_article(front: str, said: list[tuple[str, str]]) -> None:
    """Front matter names rules for all of an article, with a reason or without."""
    one = article.parse(f"---\n{front}\n---\nOne.\n".encode(), "boats.md", "en")
    found = suppression.of_article(one)
    assert [(each.rules[0], each.reason) for each in found] == said
    assert all(each.whole for each in found)


def test_too_many_comments_are_refused() -> None:
    """A thousand of them are somebody's mistake, or attack; the line is told."""
    with pytest.raises(ArticleError, match=r"boats\.md:1001: more than 1000"):
        suppression.of_article(of("One <!-- check: ignore prose: x -->\n" * 1001))


def test_front_matter_that_is_no_list() -> None:
    """What names no rules is told, with its line."""
    one = article.parse(b"---\ncheck: {ignore: [3]}\n---\nOne.\n", "boats.md", "en")
    with pytest.raises(ArticleError, match=r"boats\.md:2: .*list of rules"):
        suppression.of_article(one)


def test_suppressed_finding_is_kept_with_its_reason() -> None:
    """What is let be is no finding, and is not forgotten."""
    split = checked(of(f"<!-- check: ignore prose/repeated-word: a song -->\n{TWICE}\n\n{TWICE}"))
    assert [finding.place.line for finding in split.findings] == [4]
    assert [(one.finding.place.line, one.reason) for one in split.suppressed] == [(2, "a song")]


def test_group_silences_its_rules() -> None:
    """The first part of an id names all rules of the group."""
    assert rules(checked(of(f"<!-- check: ignore prose: a song -->\n{TWICE}"))) == []


def test_other_rules_still_speak() -> None:
    """A suppression is for the rule that it names."""
    body = f"<!-- check: ignore translation/missing: x -->\n{TWICE}"
    assert rules(checked(of(body))) == ["prose/repeated-word"]


def test_whole_article() -> None:
    """Front matter silences the title, too."""
    text = (
        f"---\ntitle: {TWICE}\ncheck: {{ignore: {{prose/repeated-word: a song}}}}\n---\n{TWICE}\n"
    )
    split = checked(article.parse(text.encode(), "boats.md", "en"))
    assert (rules(split), len(split.suppressed)) == ([], 2)


def french(*, body: str, string: str, **more: tuple[str, ...]) -> suppression.Split:
    """Check the French version of an article with one message."""
    origin = Origin("fr.po", ((0, 8, 9),))
    message = Message(TWICE, (string,), origin=origin, **more)  # type: ignore[arg-type]
    return checked(of(body), "fr", Catalog("fr", messages=(message,)))


def test_article_speaks_for_its_translations() -> None:
    """What is let be in a block is let be where its translation stands, in the catalog."""
    body = f"<!-- check: ignore prose/repeated-word: a song -->\n{TWICE}"
    split = french(body=body, string="Prenez le le comprimé.")
    assert rules(split) == []
    assert [one.finding.place for one in split.suppressed] == [Place("fr.po", 8, 16)]


@pytest.mark.parametrize("kind", ["comments", "notes"])
def test_catalog_speaks_for_its_message(kind: str) -> None:
    """A comment of a translator, or of a template, is for its message."""
    said = ("check: ignore prose/repeated-word: a song",)
    split = french(body=TWICE, string="Prenez le le comprimé.", **{kind: said})
    assert (rules(split), [one.reason for one in split.suppressed]) == ([], ["a song"])


def test_catalog_speaks_of_what_is_missing() -> None:
    """What a message lacks is found in the article or in the catalog, and let be by either."""
    said = ("check: ignore translation: later",)
    assert rules(french(body=TWICE, string="", comments=said)) == []


def test_unused_in_a_catalog_is_found_there() -> None:
    """Each version answers for what is written in it."""
    said = ("check: ignore prose/repeated-word: a song",)
    split = french(body=TWICE, string="Prenez le comprimé.", comments=said)
    assert rules(split) == ["suppression/unused"]
    assert split.findings[0].place.path == "fr.po"


def test_article_is_not_unused_in_a_translation() -> None:
    """A comment of the article that silences nothing in French may do so in English."""
    body = f"<!-- check: ignore prose/repeated-word: a song -->\n{TWICE}"
    assert rules(french(body=body, string="Prenez le comprimé.")) == []


def test_rule_that_does_not_know_the_language_is_not_unused() -> None:
    """What could not have found anything says nothing about a suppression."""
    blind = frozenset({"prose/spelling"})
    said = Suppression(Place("boats.md"), ("prose/spelling",), "x")
    passage = passages.prose(walk.render(of("One."), "en", Catalog("en")))
    subjects = Subjects(prose=passage, suppressions=(said,), blind=blind)
    assert rules(check.check(subjects, "boats", "en", {})) == []


def test_suppression_rules_cannot_be_silenced() -> None:
    """What is wrong with a suppression is told all the same."""
    body = "<!-- check: ignore suppression, prose/repeated-word -->\nTake the tablet."
    found = rules(checked(of(body)))
    assert found.count("suppression/unused") == 1


def test_unknown_rule_has_its_nearest_name() -> None:
    """A misspelt name is told with the one that was meant."""
    split = checked(of("<!-- check: ignore prose/speling: x -->\nOne."))
    assert [finding.suggestions for finding in split.findings] == [("prose/spelling",)]


def test_word_in_several_places_is_reported_at_the_next() -> None:
    """What is found once for all its places is let be at one of them only."""
    places = tuple(Place("a.md", line, 3) for line in (1, 2, 3))
    end = Place("a.md", 1, 6)
    finding = Finding(
        places[0], "error", "prose/x", "m", "a", "en", text="teh", end=end, others=places[1:]
    )
    said = Suppression(Place("a.md"), ("prose",), "x", first=1, last=1)
    split = suppression.split([finding], [said])
    assert [(one.place, one.end, one.others) for one in split.findings] == [
        (places[1], Place("a.md", 2, 6), places[2:])
    ]
    assert [one.finding.place for one in split.suppressed] == [places[0]]


NAMES = st.sampled_from(["prose/a", "prose/b", "page/a"])
FINDINGS = st.builds(
    lambda line, rule, message: Finding(Place("a.md", line), "error", rule, message, "a", "en"),
    st.integers(1, 9),
    NAMES,
    st.text(max_size=3),
)
SAID = st.builds(
    lambda rule, first, size: Suppression(
        Place("a.md", first), (rule,), "x", first=first, last=first + size
    ),
    st.sampled_from(["prose", "prose/a", "page/a", "nothing"]),
    st.integers(1, 9),
    st.integers(0, 4),
)


@given(st.lists(FINDINGS), st.lists(SAID))
def test_nothing_is_lost(findings: list[Finding], said: list[Suppression]) -> None:
    """What is reported and what is let be are, together, all that is found."""
    split = suppression.split(findings, said)
    both = [*split.findings, *(one.finding for one in split.suppressed)]
    assert sorted(both, key=repr) == sorted(findings, key=repr)
    assert all(any(each.names(one.finding.rule) for each in said) for one in split.suppressed)


def test_suppressed_misspellings_do_not_count() -> None:
    """The gate counts what is reported."""
    finding = Finding(Place("a.md", 2), "error", "prose/spelling", "m", "a", "en", text="teh")
    said = Suppression(Place("a.md"), ("prose/spelling",), "x")
    split = suppression.split([finding], [said])
    assert sum(gate.is_misspelling(one) for one in split.findings) == 0


@pytest.mark.parametrize(
    "body",
    [
        f"<!-- check: ignore prose: x -->\n{TWICE}",
        f"<!-- check: ignore-start prose -->\n\n{TWICE}\n\n<!-- check: ignore-end -->\n",
        f"- one\n- <!-- check: ignore prose: x --> {TWICE}",
        f"{TWICE} <!-- check: ignore prose: x -->",
    ],
)
def test_directive_does_not_reach_the_page(body: str) -> None:
    """No reader meets a comment."""
    version = walk.render(of(body), "en", Catalog("en"))
    assert "check" not in version.body
    assert not any("check" in passage.text for passage in passages.prose(version))


@pytest.mark.parametrize(
    "body",
    [
        f"- one\n- <!-- check: ignore prose: x --> {TWICE}",
        f"- one\n- {TWICE} <!-- check: ignore prose: x -->",
        f"one\n\n{TWICE} <!-- check: ignore prose: x -->",
        f"one\n\n<!-- check: ignore prose: x --> {TWICE}",
        f"# one\n\n## {TWICE} <!-- check: ignore prose: x --> {{#sea}}",
        f"| one |\n|---|\n| {TWICE} <!-- check: ignore prose: x --> |",
        f"one\n\n{TWICE}\n<!-- check: ignore prose: x -->",
        f"one\n\n{TWICE} <!-- check: ignore prose: x --><!-- check: ignore page: x -->",
    ],
)
def test_directive_at_an_end_is_in_no_message(body: str) -> None:
    """What stands at the beginning or the end of a run is for the pipeline, not for translators."""
    segments = walk.extract(of(body)).segments
    assert [segment.id for segment in segments] == ["one", TWICE]
    place = segments[1].origin.place
    assert body.split("\n")[place.line - 1][place.column - 1 :].startswith(TWICE)
    catalog = Catalog("fr", messages=(Message(TWICE, ("Prenez-le.",)),))
    version = walk.render(of(body), "fr", catalog)
    assert "Prenez-le." in version.body
    assert "check" not in version.body


@given(st.text("<!->chek: ignor\n", max_size=60))
def test_inner_ends(text: str) -> None:
    """Whatever a run holds, its inner text is a part of it."""
    assert suppression.inner(text.strip()) in text


def test_directive_in_a_line_of_its_own_is_no_message() -> None:
    """Translators do not meet it either."""
    body = (
        f"<!-- check: ignore prose: x -->\n{TWICE}\n\n<!-- check: ignore-next page: x -->\n\nEnd."
    )
    assert [segment.id for segment in walk.extract(of(body)).segments] == [TWICE, "End."]


def test_run_without_a_message_is_nobodys() -> None:
    """A version without a catalog lets nothing be."""
    origin = Origin("a.md")
    run = Run(Segment("One", "paragraph", origin), "One", "en", "source", origin)
    assert suppression.of_runs([run]) == ()
    assert suppression.of_version(Version(of("One"), "en", (run,))) == ()
