"""The report as a page: its gate, its measures, its marks, and that no article can do anything in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import projects
from pipeline import article, axe, browser, dom, jobs, walk
from pipeline.browser import Chromium, chromium
from pipeline.dom import Dom
from pipeline.findings import Finding
from pipeline.history import Row, Run
from pipeline.jobs import File
from pipeline.model import Place, Source
from pipeline.page import Site
from pipeline.reports import html
from pipeline.reports.html import pieces
from pipeline.reports.html.cards import Card
from pipeline.results import (
    Mark,
    Name,
    Report,
    Result,
    Score,
    Sentence,
    Shown,
    Side,
    Suppressed,
    Thresholds,
    Verdict,
    name,
)
from pipeline.settings import Config

needs_browser = pytest.mark.skipif(
    chromium.executable() is None,
    reason="no Chromium is found (Debian: apt install chromium)",
)
FLAWED = """\
---
title: Red boats
description: How to look after a red boat.
---

The the boat is red. Wash it first, and let it dry.

<!-- check: ignore prose/spelling: a name -->
Paint it with teh paint each year.

See [the drawing](boat.png).
"""
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;b&gt;\u202e\x00"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> projects.Project:
    """A project with errors, in English, in Arabic begun, and in French."""
    made = projects.new(tmp_path_factory.mktemp("report"))
    made.write("pipeline.toml", projects.CONFIG.replace('"fr"', '"fr", "ar"'))
    made.write("content/flawed.md", FLAWED)
    made.run("update")
    made.translate("boats", {"Red boats": "قوارب حمراء", "Wear old clothes.": "ارتد"}, "ar")
    return made


@pytest.fixture(scope="module")
def page(project: projects.Project) -> str:
    """Its report."""
    assert project.run("report").exit_code == 1
    return project.read(".pipeline/report.html")


def parsed(text: str) -> Dom:
    return dom.parse(text, "report.html")


def words(text: str) -> str:
    return " ".join(parsed(text).named("html")[0].text.split())


def made(
    *findings: Finding, texts: tuple[Shown, ...] = (), suppressed: tuple[Suppressed, ...] = ()
) -> str:
    """Render one version with *findings*."""
    result = Result("boats", "en", findings=findings, texts=texts, suppressed=suppressed)
    return html.render(Report((result,)), [Verdict("boats", "en", ("1 error",))])


def finding(number: int = 1, *, text: str = "boat", article: str = "boats") -> Finding:
    place = Place("a.md", number)
    return Finding(place, "error", "prose/repeated-word", "stands twice", article, "en", (), text)


def shown(text: str, *found: Finding, sentences: tuple[Sentence, ...] = ()) -> Shown:
    marks = tuple(Mark(0, 4, name(one)) for one in found)
    return Shown("paragraph", "source", Side(text, "en", Place("a.md"), marks, sentences))


def test_gate_stands_first_and_says_why(page: str) -> None:
    """What is held is named before anything else, with its reasons."""
    assert words(page).index("versions held") < words(page).index("Reading level")
    gate = words(page).partition("Versions ")[0]
    assert "flawed, English" in gate or "flawed, English" in words(page)
    assert "prose/repeated-word" in words(page).partition("Marks in the texts")[0]


def test_same_run_gives_the_same_bytes(project: projects.Project, page: str) -> None:
    """No clock and no order of chance is in it; a run that finds nothing new adds nothing."""
    project.run("report")
    assert project.read(".pipeline/report.html") == page


def test_every_measure_has_its_limit(page: str) -> None:
    """A number without its limit says nothing; what is not measured says why."""
    text = words(page)
    assert "Misspelt in 1,000 words 0.0 ✔ within the limit of 0" in text
    assert "no grade too short" in text
    assert "100 % needed" in text


def test_rules_that_do_not_know_a_language_are_named(page: str) -> None:
    """No silent pass."""
    assert "not available in Arabic" in words(page)


def test_mark_leads_to_its_card_and_back(page: str) -> None:
    """Every link inside the page leads somewhere, and no id stands twice."""
    found = parsed(page)
    ids = [element.attributes["id"] for element in found.elements if "id" in element.attributes]
    targets = {
        element.attributes["href"][1:]
        for element in found.named("a")
        if element.attributes.get("href", "").startswith("#")
    }
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)
    assert any(target.startswith("c-E") for target in targets)


def test_card_says_what_why_and_how(page: str) -> None:
    """Before and after, the reason of the rule, and what to do."""
    assert "Before: The the → After: The" in words(page)
    assert "Why:" in words(page)
    assert "How:" in words(page)


def test_suppressed_finding_keeps_its_reason(page: str) -> None:
    """What is let be is shown, with the reason that its author gave."""
    assert "let be prose/spelling" in words(page)
    assert "a name" in words(page)


def test_criterion_is_linked() -> None:
    """A finding of accessibility leads to its success criterion."""
    one = replace(finding(), rule="page/image-alt")
    assert 'href="https://www.w3.org/TR/WCAG22/#non-text-content"' in made(one)


def test_translation_stands_beside_its_source(page: str) -> None:
    """Each in its language and direction."""
    assert '<p class="words title" lang="ar" dir="rtl">قوارب حمراء' in page
    assert "not translated" in words(page)


def test_articles_are_escaped() -> None:
    """Whatever stands in a text, a name, a message or a reason stays text."""
    one = Finding(
        Place(HOSTILE), "error", HOSTILE, HOSTILE, HOSTILE, "en", (HOSTILE,), HOSTILE, 0, None
    )
    let_be = Suppressed(replace(one, message="other"), HOSTILE, Place(HOSTILE))
    result = Result(
        HOSTILE,
        "en",
        findings=(one,),
        texts=(shown(HOSTILE, one),),
        suppressed=(let_be,),
        unchecked=HOSTILE,
        unavailable=(HOSTILE,),
    )
    verdict = Verdict(HOSTILE, "en", (HOSTILE,), doubts=(HOSTILE,))
    told = html.Told(HOSTILE, (), HOSTILE)
    found = parsed(html.render(Report((result,)), [verdict], (), told))
    assert not found.named("script")
    assert not found.named("img")
    assert not [name for each in found.elements for name in each.attributes if name[:2] == "on"]


def test_unknown_language_is_no_error() -> None:
    """A page may claim any language."""
    side = Side("boat", 'x"y', Place("a.md"))
    assert ' dir="auto"' in made(texts=(Shown("paragraph", "source", side),))


def test_policy_lets_nothing_run(page: str) -> None:
    """No script, no request; its own style sheet is the only one."""
    assert "default-src &#39;none&#39;; style-src &#39;sha256-" in page
    assert "<script" not in page
    assert "style=" not in page
    assert "http" not in "".join(
        element.attributes.get("src", "") for element in parsed(page).elements
    )


def test_many_findings_are_cut() -> None:
    """Of more than 500, the first 200 of a version are shown, and the rest is counted."""
    text = words(made(*(finding(number) for number in range(1, 502))))
    assert "301 findings more" in text


def test_gravest_are_shown_of_many() -> None:
    """An error behind 500 notes has a card."""
    notes = [replace(finding(number), level="note") for number in range(1, 502)]
    assert "<strong>error</strong>" in made(*notes, finding(999))


def test_marks_that_overlap_are_both_told() -> None:
    """The graver one has the line, both have their label."""
    low = Finding(Place("a", 1), "note", "a/b", "m", "boats", "en", (), "red")
    high = replace(low, level="error", message="n")
    cards = {
        name(one): Card(label, one.level, one, None) for one, label in ((low, "N1"), (high, "E2"))
    }
    marks = (Mark(0, 7, name(low)), Mark(4, 12, name(high)))
    side = Side("one two three", "en", Place("a"), marks)
    (stretch,) = pieces.cut(side, cards, None, frozenset[Name](cards))
    assert [(piece.text, piece.style) for piece in stretch.pieces] == [
        ("one ", "note"),
        ("two", "error"),
        (" thre", "error"),
        ("e", ""),
    ]
    assert [label.card.label for piece in stretch.pieces for label in piece.labels] == ["N1", "E2"]


def test_hard_sentence_is_told_in_words() -> None:
    """Its ground and its brackets say the same as the grade behind it."""
    block = shown("boat boat", sentences=(Sentence(0, 9, 40, 14.2),))
    result = Result("boats", "en", score=Score(400, 30, 8.0), texts=(block,))
    verdict = Verdict("boats", "en", limits=Thresholds(grade=9.0))
    text = html.render(Report((result,)), [verdict])
    assert '<span class="sentence harder">boat boat</span><small class="told">grade 14.2' in text


def test_trend_has_a_plot_and_a_table() -> None:
    """The plot says in words what it shows."""
    row = Row("boats", "en", 100, 5.0, 0, 3, 0, 0, 0, "held")
    runs = (Run("2026-01-01", (row,)), Run("2026-01-02", (replace(row, errors=1),)))
    page = html.render(Report(), [], (), html.Told("Boats", runs))
    assert 'aria-label="In the last 2 runs: errors from 3 to 1' in page
    assert '<th scope="row">2026-01-02</th>' in page


def test_no_trend_says_why() -> None:
    """A history that cannot be read is told in the page, too."""
    assert "is damaged" in html.render(Report(), [], (), html.Told("Boats", (), "is damaged"))


def test_marks_stand_where_the_finding_is() -> None:
    """Offsets in the text shown are those of the file, behind markup and on a second line."""
    source = b"---\ntitle: Boats\n---\n\nA *red*\n[the the](a.md) boat.\n"
    one = article.parse(source, "a.md", "en")
    pair = jobs.Pair(one, "en")
    settings = Config(root=Path())
    context = jobs.Context(settings, Site("Boats"), texts=True)
    from pipeline import interface

    words = interface.words("en", None, interface.builtin("en"))
    context = replace(context, interface={"en": words})
    result = jobs.check_version(pair, context).result
    marked = {
        (mark.name[0], block.own.text[mark.start : mark.end])
        for block in result.texts
        for mark in block.own.marks
    }
    assert ("prose/repeated-word", "the the") in marked


def test_ordinary_run_carries_no_texts() -> None:
    """Only who asks for them has them."""
    source = Source("a.html", b"<!doctype html><html lang=en><title>A</title><p>A boat.")
    context = jobs.Context(Config(root=Path()), Site("Boats"))
    assert jobs.check_file(File(source, None, page=True), context).texts == ()
    asked = replace(context, texts=True)
    assert jobs.check_file(File(source, None, page=True), asked).texts


def test_every_block_of_an_article_is_shown(page: str) -> None:
    """Nothing that is read is left out."""
    one = article.parse(FLAWED.encode(), "content/flawed.md", "en")
    for segment in walk.extract(one).segments:
        first = segment.id.split()[-1].strip(".").partition("]")[0]
        assert first in page


def test_output_html_shows_texts(project: projects.Project, tmp_path: Path) -> None:
    """`check --output html:FILE` is the same page, without a trend."""
    target = tmp_path / "out.html"
    project.run("check", "--output", f"html:{target}")
    assert "<mark class=" in target.read_text(encoding="utf-8").partition("Why, and how")[0]


def test_own_rules_find_nothing(page: str) -> None:
    """The page is as accessible as we ask others to be."""
    source = Source("report.html", page.encode())
    context = jobs.Context(Config(root=Path()), Site("Boats"))
    result = jobs.check_file(File(source, None, page=True), context)
    assert [one for one in result.findings if one.rule.startswith("page/")] == []


@pytest.fixture(scope="module")
def opened() -> Iterator[Chromium]:
    with browser.opened() as found:
        yield found


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Chromium, page: str, scheme: str) -> None:
    """With all of it open, in both schemes."""
    with opened.page({"r.html": page.encode()}.get, scheme=scheme) as tab:
        tab.goto(chromium.HOST + "r.html")
        tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        tab.evaluate(opened.axe)
        result = tab.evaluate("axe.run(document)")
    assert [sight for sight in axe.sights(result, {}) if sight.sure] == []


@needs_browser
def test_narrow_screen_scrolls_down_only(opened: Chromium, page: str) -> None:
    """320 px, with all of it open (WCAG 2.2, 1.4.10)."""
    with opened.page({"r.html": page.encode()}.get, width=320) as tab:
        tab.goto(chromium.HOST + "r.html")
        tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert tab.evaluate("document.scrollingElement.scrollWidth") <= 320


@needs_browser
def test_filters_need_no_script(opened: Chromium, page: str) -> None:
    """A box that is unticked hides its cards, and its marks."""
    with opened.page({"r.html": page.encode()}.get) as tab:
        tab.goto(chromium.HOST + "r.html")
        assert tab.locator(".card.error:visible").count() > 0
        tab.locator("#show-error").uncheck()
        assert tab.locator(".card.error:visible").count() == 0


@needs_browser
def test_policy_stands_alone(opened: Chromium, page: str) -> None:
    """The page's own policy stops a script that somebody put into it, and takes its own style."""
    page = page.replace("</body>", "<script>document.title = 'ran'</script></body>")
    context = opened.browser.new_context()
    try:
        tab = context.new_page()
        tab.set_content(page)
        assert tab.title() != "ran"
        assert tab.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    finally:
        context.close()


def test_known_debt_is_told() -> None:
    """What the baseline knows holds nothing, and is not hidden."""
    one = finding()
    result = Result("boats", "en", texts=(shown("boat", one),), known=(one,))
    text = words(html.render(Report((result,)), [Verdict("boats", "en")]))
    assert "known prose/repeated-word" in text
    assert "it stands in the baseline" in text


def test_fuzzy_translation_is_shown_as_such(tmp_path: Path) -> None:
    """A translator sees what waits, beside its source."""
    made = projects.new(tmp_path)
    path = tmp_path / "locale/fr/LC_MESSAGES/boats.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('msgid "Wear old clothes."', '#, fuzzy\nmsgid "Wear old clothes."'),
        encoding="utf-8",
    )
    made.run("report")
    told = words(made.read(".pipeline/report.html"))
    assert "waits for review: readers get the source Mettez de vieux vêtements." in told


def test_open_asks_the_browser(
    project: projects.Project, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where none opens, the page is there all the same, and that is said."""
    asked: list[str] = []
    monkeypatch.setattr("click.launch", lambda address: asked.append(address) or 1)
    result = project.run("report", "--open")
    assert asked == [(project.root / ".pipeline/report.html").as_uri()]
    assert "no browser opens here" in result.stderr
    assert project.read(".pipeline/report.html") == page
