"""Whatever is given as a page: there are findings, or one clear line, and the time grows with the size."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import check, dom, tags, visible
from pipeline.check import Subjects
from pipeline.dictionaries import Setup
from pipeline.errors import PipelineError
from pipeline.identifier import Identifier
from pipeline.jobs import Context, File, check_file
from pipeline.model import Source
from pipeline.page import Site
from pipeline.results import Result
from pipeline.settings import Config

_PAGE = "<!doctype html><html lang='fr'><head><meta charset='{}'><title>Été</title><p>L'été."


def checked(data: bytes) -> Result:
    file = File(Source("page.html", data), None, page=True)
    return check_file(file, Context(Config(Path()), Site(""), setup=Setup(order=())))


@pytest.mark.parametrize(
    "html",
    [
        "<b><i>one</b></i></p></div></table><td>two<table><p>three</table><ul><p></ul></li>",
        "<title>Boats</title><h1>Boats</h1><p>A boat.",
        "<p>A fragment.</p>",
        "<div>" * 10_000 + "x" + "</div>" * 10_000,
        "<b>" * 10_000 + "x",
        "<table><tr><td>" * 2_000,
        "<p title='" + "a" * 50_000,
        "<!--" * 5_000,
        "<html lang='xx-" + "a" * 5_000 + "'><p lang='\ufffe'>A boat.",
        "</html></html><body><html><head><title>",
    ],
    ids=lambda html: html[:20],
)
def test_html_of_any_shape_is_checked(html: str) -> None:
    """Broken nesting, missing elements and ten thousand nested ones are read as a browser would."""
    assert checked(html.encode()).article == "page.html"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"<title>a\0b</title>",
        _PAGE.format("utf-8").encode("latin-1"),
        _PAGE.format("utf-8").encode("utf-16"),
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        random.Random(1).randbytes(2_000),
    ],
    ids=["empty", "blank", "nul", "latin-1", "utf-16", "png", "noise"],
)
def test_what_is_no_text_in_utf_8_is_one_clear_line(data: bytes) -> None:
    """An empty file, another encoding, a binary file."""
    with pytest.raises(PipelineError) as caught:
        checked(data)
    assert len(str(caught.value).splitlines()) == 1


def test_encoding_that_the_page_names_wrongly_is_found() -> None:
    """UTF-8 that is called ISO-8859-1 is shown as nonsense."""
    found = checked(_PAGE.format("iso-8859-1").encode()).findings
    assert "page/encoding" in {one.rule for one in found}


def _steps(html: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Count how often a language is asked for: the dear part of a check."""
    asked = 0
    real = Identifier.likeliest

    def counted(self: Identifier, *given: object) -> tuple[str, float]:
        nonlocal asked
        asked += 1
        return real(self, *given)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(Identifier, "likeliest", counted)
    page = dom.parse(html, "page.html")
    prose = visible.passages(page, "fr")
    subjects = Subjects(prose=prose, dom=page, identifier=Identifier(), locale="fr")
    for name, rule in check.rules().items():
        if name.startswith("page/language"):
            list(check.apply(name, rule, subjects, {}))
    monkeypatch.undo()
    return asked


@pytest.mark.parametrize(
    "piece",
    [
        lambda number: f"<p><em>un mot de la langue {number}</em> <i>take one of the tablets</i>",
        lambda number: f"Take one of the tablets {number}. " * 2,
        lambda _: '“«"‘',
    ],
    ids=["phrases", "sentences", "quotes"],
)
def test_questions_grow_with_the_page(
    piece: Callable[[int], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice the page, twice the questions: not four times."""
    small = _steps("".join(map(piece, range(50))), monkeypatch)
    large = _steps("".join(map(piece, range(100))), monkeypatch)
    assert large <= 2 * small + 5


def test_tags_made_explicit_stay_in_proportion() -> None:
    """What the parser is given grows with the page."""
    one, two = (len(tags.explicit("<p><b>a<li>" * many)[0]) for many in (500, 1_000))
    assert two < 2.2 * one
