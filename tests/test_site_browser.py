"""The site in a real browser: its search, its start page, its policy, and what they are without a script."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from pipeline import browser
from pipeline.browser import Chromium, Page, chromium
from pipeline.cli import cli

ROOT = Path(__file__).parent.parent
HOST = "https://health.invalid/"
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
}
LOCALES = ("en", "es", "fr", "de", "ar", "ja")
HOSTILE = """\
---
title: "</script><script>x()</script>"
slug: hostile
date: 2026-01-02
aliases: before
tags: ["<img src=x onerror=x()>", "</script><script>x()</script>"]
---

<svg onload=x()><img src=x onerror=x()> <a href="javascript:x()">Press</a> [more](javascript:x())

<p style="position:fixed" onclick="x()">Text</p>

<script>x()</script><base href="//elsewhere.invalid/"><meta http-equiv="refresh" content="0; url=//elsewhere.invalid/">
"""

pytestmark = pytest.mark.skipif(
    chromium.executable() is None,
    reason="no Chromium is found (Debian: apt install chromium)",
)


@pytest.fixture(scope="module")
def opened() -> Iterator[Chromium]:
    with browser.opened() as found:
        yield found


def run(root: Path, command: str, config: str = "pyproject.toml") -> Result:
    """Run a command in this process, which knows its dictionaries already."""
    return CliRunner().invoke(cli, ["--config", str(root / config), "--jobs", "1", command])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own articles and a hostile one, as a site that knows its address."""
    root = tmp_path_factory.mktemp("site")
    for name in ("content", "locale"):
        shutil.copytree(ROOT / name, root / name)
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    settings = settings.replace("[tool.pipeline]", f'[tool.pipeline]\nurl = "{HOST[:-1]}"', 1)
    (root / "pyproject.toml").write_text(settings, encoding="utf-8")
    (root / "content" / "hostile.md").write_text(HOSTILE, encoding="utf-8")
    result = run(root, "build")
    assert result.exit_code == 0, result.output
    return root / "build"


@contextlib.contextmanager
def tab(opened: Chromium, folder: Path, **options: Any) -> Iterator[tuple[Any, list[str]]]:
    """An empty tab that reaches the site and nothing else, and what went wrong in it."""
    context = opened.browser.new_context(service_workers="block", **options)
    wrong: list[str] = []

    def answer(route: Any) -> None:
        address = route.request.url.partition("?")[0].partition("#")[0]
        path = folder / unquote(address.removeprefix(HOST))
        path = path / "index.html" if path.is_dir() else path
        if not address.startswith(HOST) or not path.is_file():
            wrong.append(address)
            route.abort()
        else:
            route.fulfill(
                body=path.read_bytes(), content_type=TYPES.get(path.suffix, "image/svg+xml")
            )

    try:
        context.route("**/*", answer)
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        yield page, wrong
    finally:
        context.close()


@pytest.mark.parametrize(
    ("locale", "asked", "found"),
    [
        ("en", "INHAL", "asthma-inhaler"),
        ("en", "blood pressure cuff", "blood-pressure"),
        ("fr", "KETAMINE", "k%C3%A9tamine"),
        ("fr", "Inhalateur", "asthma-inhaler"),
        ("de", "kétamin", "ketamin"),
        ("es", "presion", "blood-pressure"),
        ("ar", "الرَّبْو", "asthma-inhaler"),
        ("ar", "ربو", "asthma-inhaler"),
        ("ar", "فالربو", "asthma-inhaler"),
        ("ja", "ぜんそく", "asthma-inhaler"),
        ("ja", "ケタミン", "%E3%82%B1%E3%82%BF%E3%83%9F%E3%83%B3"),
    ],
)
def test_search_finds(opened: Chromium, folder: Path, locale: str, asked: str, found: str) -> None:
    """Typed with or without accents, vowels and capitals, the article comes first, without an error."""
    with tab(opened, folder) as (page, wrong):
        page.goto(f"{HOST}{locale}/search/")
        page.fill("#_words", asked)
        page.wait_for_selector("#_found a")
        assert f"/{locale}/{found}/" in page.eval_on_selector("#_found a", "link => link.href")
        assert page.inner_text("#_told")
        assert wrong == []


def test_search_says_that_it_finds_nothing(opened: Chromium, folder: Path) -> None:
    """The list of all articles stays, and a screen reader hears it."""
    with tab(opened, folder) as (page, wrong):
        page.goto(f"{HOST}fr/search/?q=zyzzyva")
        page.wait_for_selector("#_told:not(:empty)")
        assert page.inner_text("#_told") == "Aucun résultat. Essayez d’autres mots."
        assert page.get_attribute("#_told", "role") == "status"
        assert page.is_visible("#_all")
        assert wrong == []


@pytest.mark.parametrize(
    "name", ["index.html", "fr/search/index.html", "ar/asthma-inhaler/index.html"]
)
def test_without_a_script_all_is_there(opened: Chromium, folder: Path, name: str) -> None:
    """The search page lists every article, the start page every language."""
    with tab(opened, folder, java_script_enabled=False) as (page, wrong):
        page.goto(HOST + name)
        if name == "fr/search/index.html":
            assert page.is_hidden("#_search")
            assert page.locator("#_all a").count() >= 3
        if name == "index.html":
            assert page.locator(".choices a").count() == 6
            assert page.locator(".suggestion:visible").count() == 0
        assert wrong == []


@pytest.mark.parametrize(("locale", "marked"), [("fr-CA", "fr"), ("ja", "ja"), ("sv-SE", "")])
def test_start_page_suggests_and_does_not_force(
    opened: Chromium, folder: Path, locale: str, marked: str
) -> None:
    """The reader's language is marked, in that language; the page stays, and all others too."""
    with tab(opened, folder, locale=locale) as (page, wrong):
        page.goto(HOST)
        shown = page.locator(".suggestion:visible")
        assert shown.evaluate_all("all => all.map(one => one.lang)") == ([marked] if marked else [])
        assert page.url == HOST
        assert wrong == []


def test_nothing_of_an_article_runs(opened: Chromium, folder: Path) -> None:
    """Not on its page, and not where its title and tags are listed, searched and fed."""
    pages = [
        path
        for path in sorted(folder.rglob("*.html"))
        if path.parts[-3] in ("en", "tags") or "hostile" in str(path)
    ]
    pages = [path for path in pages if "before" not in path.parts]
    assert len(pages) > 5
    with tab(opened, folder) as (page, wrong):
        page.add_init_script("window.x = () => { window.ran = true }")
        for path in pages:
            page.goto(HOST + path.relative_to(folder).as_posix())
            page.evaluate(
                "document.querySelectorAll('main a, main p').forEach(one => one.onclick && one.click())"
            )
            assert page.evaluate("window.ran") is None
            assert page.url.startswith(HOST)
        page.goto(f"{HOST}en/search/?q=script")
        page.wait_for_selector("#_found a")
        assert page.evaluate("window.ran") is None
        # The picture that the article names is not there; nothing else was asked for.
        assert {one for one in wrong if one.startswith("http")} <= {
            f"{HOST}{tag}/hostile/x" for tag in LOCALES
        }


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What readers get of the project's own articles."""
    root = tmp_path_factory.mktemp("demo")
    for name in ("content", "locale", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, root / name)
    result = run(root, "publish")
    assert result.exit_code == 0, result.output
    return root / "public"


@pytest.mark.parametrize("locale", LOCALES)
def test_site_is_walked_through(opened: Chromium, demo: Path, locale: str) -> None:
    """From the start page a reader of each language reaches every page of it, and each works there."""
    with tab(opened, demo, locale=locale) as (page, wrong):
        page.goto(HOST)
        page.click(f"main a[hreflang={locale}]")
        todo, seen = [page.url], set[str]()
        while todo:
            address = todo.pop()
            seen.add(address)
            page.goto(address)
            assert page.evaluate("document.documentElement.lang") == locale
            assert page.evaluate("getComputedStyle(document.body).direction") == (
                "rtl" if locale == "ar" else "ltr"
            )
            assert page.locator("h1").count() == 1
            assert page.evaluate("[...document.images].every((one) => one.naturalWidth > 0)")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            assert page.evaluate("document.querySelector('main:target') !== null"), "the skip link"
            found = page.evaluate("[...document.links].map((one) => one.href.split('#')[0])")
            own = {one for one in found if one.startswith(HOST)}
            assert all((demo / unquote(one.removeprefix(HOST))).exists() for one in own)
            inside = {one for one in own if one.startswith(f"{HOST}{locale}/")}
            todo += sorted(inside - seen - {*todo})
        reached = {demo / unquote(one.removeprefix(HOST)) for one in seen}
        pages = {path: path.read_text(encoding="utf-8") for path in (demo / locale).rglob("*.html")}
        # A former address leads on, and nothing leads there.
        assert reached == {
            path for path, html in pages.items() if 'http-equiv="refresh"' not in html
        }
        assert wrong == []


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("name", ["search/", "tags/{}/", "../404.html"])
def test_lists_pass_axe(opened: Chromium, folder: Path, locale: str, name: str) -> None:
    """What leads to articles is as accessible as they are, in both schemes, and fits a narrow screen."""
    tag = next(
        path
        for path in sorted((folder / locale / "tags").iterdir())
        if path.is_dir() and "img" not in path.name
    )
    file = (folder / locale / name.format(tag.name)).resolve()
    file = file if file.suffix else file / "index.html"
    path = file.relative_to(folder.resolve()).as_posix()

    def serve(asked: str) -> bytes | None:
        found = folder / asked
        return found.read_bytes() if found.is_file() else None

    seen = browser.look(opened, Page(path, path, locale, path), serve)
    assert [one for one in seen if one.sure] == []
    for scheme in ("light", "dark"):
        with tab(opened, folder, color_scheme=scheme, viewport={"width": 320, "height": 700}) as (
            page,
            wrong,
        ):
            page.goto(HOST + path)
            page.evaluate(opened.axe)
            result = page.evaluate("axe.run(document)")
            assert [one["id"] for one in result["violations"]] == []
            assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
            assert wrong == []


def test_former_address_leads_on(opened: Chromium, folder: Path) -> None:
    """A reader at an old address is at the new one at once."""
    with tab(opened, folder) as (page, _):
        page.goto(f"{HOST}fr/before/")
        page.wait_for_url(f"{HOST}fr/hostile/")
        assert page.inner_text("h1") == "</script><script>x()</script>"


@pytest.mark.skipif(sys.platform == "win32", reason="addresses of files are others there")
def test_folder_without_an_address_can_be_read(opened: Chromium, tmp_path: Path) -> None:
    """A site that does not know where it will stand has its styles when it is opened from the disk."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "boats.md").write_text("A boat.\n", encoding="utf-8")
    (tmp_path / "pipeline.toml").write_text('source = "en"\nlocales = ["en"]\n', encoding="utf-8")
    run(tmp_path, "build", "pipeline.toml")
    page = opened.browser.new_page()
    page.goto((tmp_path / "build" / "en" / "boats" / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).maxInlineSize") != "none"
    page.close()
