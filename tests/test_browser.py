"""Pages in a real browser: what axe-core and our probes see, and that our own theme passes them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import axe, browser
from pipeline.browser import Chromium, Page, chromium
from pipeline.cli import cli
from pipeline.errors import PipelineError

ROOT = Path(__file__).parent.parent
LOCALES = ("en", "ar", "ja")

needs_browser = pytest.mark.skipif(
    chromium.executable() is None,
    reason="no Chromium is found (Debian: apt install chromium)",
)


@pytest.fixture(scope="module")
def opened() -> Iterator[Chromium]:
    with browser.opened() as found:
        yield found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The project's own site, as it is published."""
    folder = tmp_path_factory.mktemp("site")
    for name in ("content", "locale"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    config = ("--config", str(folder / "pyproject.toml"))
    result = CliRunner().invoke(cli, [*config, "--jobs", "1", "build"])
    assert result.exit_code == 0
    built = folder / "build"
    return {
        path.relative_to(built).as_posix(): path.read_bytes()
        for path in built.rglob("*")
        if path.is_file()
    }


def seen(opened: Chromium, html: str) -> set[str]:
    page = Page("a.html", "a", "en", "a.html")
    served = {"a.html": f"<!doctype html><html lang=en><title>A</title>{html}".encode()}
    return {sight.rule for sight in browser.look(opened, page, served.get) if sight.sure}


@needs_browser
@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<main><h1>A</h1><p style='color:#aaa'>faint", "color-contrast"),
        ("<main><h1>A</h1><img src=a.png>", "image-alt"),
        ("<main><h1>A</h1><div style='width:900px'>wide", "reflow"),
        (
            "<main><h1>A</h1><p style='height:1em;overflow:hidden;line-height:1'>one line",
            "text-spacing",
        ),
        (
            "<style>@media (prefers-color-scheme: dark){p{color:#333;background:#222}}</style><p>dark",
            "color-contrast",
        ),
    ],
)
def test_what_only_a_browser_sees(opened: Chromium, html: str, rule: str) -> None:
    """Contrast in both schemes, reflow and spacing need a rendered page; axe brings its own rules."""
    assert rule in seen(opened, html)


@needs_browser
def test_sound_page_is_silent(opened: Chromium) -> None:
    """A wide table in a box that scrolls, and a skip link out of sight, are as they should be."""
    html = (
        "<style>.skip {position:absolute; left:-999px}</style><body><a class=skip href='#m'>Skip</a>"
        "<main id=m><h1>A</h1><div style='overflow:auto' tabindex=0 role=group aria-label=T>"
        "<table style='width:900px'><tr><th scope=col>a</th><td>b</table></div></main>"
    )
    assert seen(opened, html) == set()


@needs_browser
def test_no_script_runs_and_nothing_is_fetched(opened: Chromium) -> None:
    """Pages may come from strangers."""
    html = (
        b"<!doctype html><title>A</title><p onclick=x()>a<script>document.title='B'</script>"
        b"<img src=x onerror=\"document.title='C'\"><img src='http://127.0.0.1:1/x'>"
    )
    asked: list[str] = []

    def serve(path: str) -> bytes | None:
        asked.append(path)
        return html if path == "a.html" else None

    with opened.page(serve) as tab:
        tab.goto(chromium.HOST + "a.html")
        assert tab.title() == "A"
    assert set(asked) == {"a.html", "x"}


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", LOCALES)
def test_our_own_pages_pass(
    opened: Chromium, site: dict[str, bytes], locale: str, scheme: str
) -> None:
    """The theme has no violation in either scheme and direction, on article, index and start page."""
    found = []
    for file in (f"{locale}/asthma-inhaler/index.html", f"{locale}/index.html", "index.html"):
        if scheme == "light":
            page = Page(file, file, locale, file)
            found += [sight for sight in browser.look(opened, page, site.get) if sight.sure]
            continue
        with opened.page(site.get, scheme=scheme) as tab:
            tab.goto(chromium.HOST + file)
            tab.evaluate(opened.axe)
            result = tab.evaluate("axe.run(document)")
            found += [sight for sight in axe.sights(result, {}) if sight.sure]
    assert found == []


@needs_browser
@pytest.mark.parametrize("width", [320, 640])
@pytest.mark.parametrize("locale", LOCALES)
def test_our_own_pages_fit_a_narrow_screen(
    opened: Chromium, site: dict[str, bytes], locale: str, width: int
) -> None:
    """320 px is 400 % zoom, 640 px is 200 %: nothing is scrolled sideways (WCAG 2.2, 1.4.10, 1.4.4)."""
    with opened.page(site.get, width=width) as tab:
        for file in (f"{locale}/blood-pressure/index.html", f"{locale}/index.html", "index.html"):
            tab.goto(chromium.HOST + file)
            assert tab.evaluate("document.scrollingElement.scrollWidth") <= width


@needs_browser
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_our_own_pages_need_no_mouse(opened: Chromium, site: dict[str, bytes], locale: str) -> None:
    """Tab reaches every link in order, each shows where it is, and the first one skips to the content."""
    with opened.page(site.get) as tab:
        tab.goto(f"{chromium.HOST}{locale}/blood-pressure/index.html")
        links = tab.evaluate("document.querySelectorAll('a[href], [tabindex=\"0\"]').length")
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.getAttribute('href')") == "#_main"
        box = tab.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        assert box["width"] > 0
        assert box["top"] >= 0
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.id") == "_main"
        tab.goto(f"{chromium.HOST}{locale}/blood-pressure/index.html")
        reached: set[int] = set()
        for _ in range(links):
            tab.keyboard.press("Tab")
            outline = "getComputedStyle(document.activeElement).outlineStyle"
            assert tab.evaluate(outline) != "none"
            reached.add(
                tab.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
            )
        assert len(reached) == links


@needs_browser
def test_check_browser_names_the_article_s_line(tmp_path: Path) -> None:
    """What axe sees stands at the block above at the latest; our own rules find the very place."""
    (tmp_path / "content").mkdir()
    text = '---\ntitle: Boats\n---\n\nA boat.\n\n<p><a href="b.html"></a></p>\n'
    (tmp_path / "content" / "boats.md").write_text(text, encoding="utf-8")
    (tmp_path / "pipeline.toml").write_text('source = "en"\nlocales = ["en"]\n', encoding="utf-8")
    # A process of its own: Playwright runs once in each.
    command = [sys.executable, "-m", "pipeline", "--jobs", "1", "check", "--browser"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "content/boats.md:5:1: error axe/link-name" in result.stdout
    assert "content/boats.md:7:13: error page/link-name" in result.stdout


def test_missing_browser_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Who asks for the browser is told how to get one, and gets exit code 2."""
    monkeypatch.setenv(chromium.VARIABLE, str(tmp_path / "nothing"))
    with pytest.raises(PipelineError, match="needs a Chromium"), browser.opened():
        pass


def test_sample_has_each_template_direction_and_script() -> None:
    """Of those that are alike, the page with the most kinds of elements stands for all."""
    pages = [
        Page(f"{locale}/{name}.html", name, locale, f"{name}.md", "article")
        for locale in ("en", "fr", "ar", "ja")
        for name in ("a", "b")
    ]
    sources = {page.file: "<p>a" if page.article == "a" else "<p>a <b>b</b>" for page in pages}
    chosen = browser.sample(pages, sources)
    assert [(page.article, page.locale) for page in chosen] == [
        ("b", "en"),
        ("b", "ar"),
        ("b", "ja"),
    ]
