"""The preview's window in a real browser: what a translator does there, with a mouse, with keys, and by ear."""

from __future__ import annotations

import contextlib
import json
import re
import time
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import projects
from pipeline import browser
from pipeline.browser import Chromium, chromium
from pipeline.preview import serving
from pipeline.preview.serving import Preview

ARTICLE = """\
---
title: Red boats
description: How to look after a red boat.
date: 2026-11-23
---

A red boat needs paint each year. Wash it first, and let it dry.

## Before you start

- Wear old clothes.
- Ask a friend to help.

| Tool | What it is for |
| --- | --- |
| Brush | Long, even strokes |
| Cloth | Drops that run |

See [the other boats](blue.md), or go [down](#before-you-start).

"""
TALE = "".join(
    f"On day {number} the boat lies in the sun and dries.\n\n" for number in range(2, 60)
)
FRENCH = projects.FRENCH | {
    "Tool": "Outil",
    "What it is for": "À quoi il sert",
    "Brush": "Pinceau",
    "Cloth": "Chiffon",
}
ARABIC = {"Red boats": "قوارب حمراء", "Before you start": "قبل أن تبدأ"}
# The window's own mistakes; a browser also tells of each answer that is no 200.
_EXPECTED = re.compile(r"status of (409|400|403)|ERR_CONNECTION|Failed to load|Blocked script")

pytestmark = pytest.mark.skipif(
    chromium.executable() is None,
    reason="no Chromium is found (Debian: apt install chromium)",
)


@pytest.fixture(scope="module")
def opened() -> Iterator[Chromium]:
    with browser.opened() as found:
        yield found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> projects.Project:
    """Two articles; of the first, the French is nearly done and the Arabic begun."""
    made = projects.Project(tmp_path_factory.mktemp("preview"))
    made.write("pipeline.toml", projects.CONFIG.replace('"fr"', '"fr", "ar"'))
    made.write("content/red.md", ARTICLE + TALE)
    made.write("content/blue.md", "---\ntitle: Blue boats\n---\n\nWear old clothes.\n")
    assert made.run("update").exit_code == 0
    made.translate("red", FRENCH)
    made.translate("red", ARABIC, "ar")
    made.translate("blue", {"Wear old clothes.": "Mettez de vieux habits."})
    return made


@pytest.fixture(scope="module")
def server(home: projects.Project) -> Iterator[list[Preview]]:
    """The preview that runs; a test may put another one in its place."""
    running = [begun(home)]
    yield running
    for one in running:
        one.stop()


@pytest.fixture(autouse=True)
def project(home: projects.Project, server: list[Preview]) -> Iterator[projects.Project]:
    """The project, which is as it was when the test is over, and the preview knows that."""
    files = {path: path.read_bytes() for path in home.root.rglob("*.*") if path.is_file()}
    before = entries(server)
    yield home
    for path in home.root.rglob("*.*"):
        if path.is_file() and files.get(path) != path.read_bytes():
            path.write_bytes(files.get(path, b""))
    while entries(server) != before:
        time.sleep(0.05)


def entries(server: list[Preview]) -> Any:
    """Give the entries of the French version as the preview knows them."""
    preview = server[0]
    cookie = f"pipeline-preview-{preview.port}={preview.token}"
    address = f"http://127.0.0.1:{preview.port}/api/version?article=red&locale=fr"
    asked = urllib.request.Request(address, headers={"Cookie": cookie})
    with urllib.request.urlopen(asked) as answer:
        return json.load(answer)["entries"]


def begun(home: projects.Project, port: int = 0) -> Preview:
    preview = serving.Preview(home.root / "pipeline.toml", port=port, token="t" * 32)
    preview.start()
    return preview


Window = Callable[..., Any]


@pytest.fixture
def window(opened: Chromium, server: list[Preview]) -> Iterator[Window]:
    """Opens the window at a version; a mistake of the window's script fails the test."""
    with contextlib.ExitStack() as stack:
        wrong: list[str] = []

        def window(article: str = "red", locale: str = "fr", **options: Any) -> Any:
            options = {"viewport": {"width": 1440, "height": 900}, **options}
            context = opened.browser.new_context(service_workers="block", **options)
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(15_000)
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on(
                "console",
                lambda said: wrong.append(said.text) if said.type == "error" else None,
            )
            page.on("dialog", lambda dialog: dialog.accept())
            page.goto(f"{server[0].address}#article={article}&locale={locale}")
            page.wait_for_selector("[role=option][aria-selected=true]")
            page.frame_locator("#page").locator("[data-line]").first.wait_for()
            return page

        yield window
    assert [one for one in wrong if not _EXPECTED.search(one)] == []


def choose(page: Any, source: str) -> None:
    """Click on the entry of a source text in the list."""
    page.locator("[role=option]", has_text=source).first.click()
    page.wait_for_function(
        "text => document.getElementById('source').textContent.includes(text)", arg=source
    )


def shown(page: Any) -> Any:
    """Give the page in its frame."""
    return page.frame_locator("#page")


def catalog(project: projects.Project, locale: str = "fr", name: str = "red") -> str:
    return project.read(f"locale/{locale}/LC_MESSAGES/{name}.po")


def told(page: Any, words: str) -> None:
    """Wait until a screen reader has heard *words*."""
    page.wait_for_function(
        "words => document.getElementById('status').textContent.includes(words)", arg=words
    )


# Reading


def test_what_stands_beside_the_page(window: Window) -> None:
    """Source, translation, state, kind and catalog line of the entry that is chosen, each in its language."""
    page = window()
    choose(page, "Before you start")
    assert page.input_value("#field") == "Avant de commencer"
    assert page.inner_text("#source") == "Before you start"
    assert "Done" in page.inner_text("#state")
    assert page.inner_text("#kind") == "heading 2"
    assert re.search(r"red\.po:\d+", page.inner_text("#place"))
    assert page.evaluate("[field.lang, field.dir, field.spellcheck, source.lang]") == [
        "fr", "ltr", True, "en",
    ]  # fmt: skip


def test_choice_in_the_list_is_marked_in_the_page(window: Window) -> None:
    """The page scrolls to the block, and an outline says which it is."""
    page = window()
    choose(page, "On day 59 ")
    block = shown(page).locator("[data-preview-chosen]")
    assert "On day 59 " in block.inner_text()
    page.wait_for_function("() => document.getElementById('page').contentWindow.scrollY > 500")
    assert block.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


@pytest.mark.parametrize(
    ("clicked", "source"),
    [("Chiffon", "Cloth"), ("Drops that run", "Drops that run"), ("Bateaux rouges", "Red boats")],
)
def test_click_in_the_page_chooses_its_entry(window: Window, clicked: str, source: str) -> None:
    """Also one cell of a row, whose cells stand on one line of the article."""
    page = window()
    shown(page).get_by_text(clicked, exact=True).click()
    page.wait_for_function(
        "text => document.getElementById('source').textContent === text", arg=source
    )
    assert source in page.inner_text("[aria-selected=true]")


def test_filter_shows_what_is_to_do(window: Window) -> None:
    """The list tells how many there are of each kind."""
    page = window()
    page.check("input[value=todo]")
    rows = page.locator("[role=option]")
    assert f"({rows.count()})" in page.inner_text("label:has([value=todo])")
    assert all("Missing" in text for text in rows.all_text_contents())


def test_link_to_another_article_opens_it(window: Window) -> None:
    """The choice of the article follows; the browser's button leads back."""
    page = window()
    shown(page).locator("a", has_text="the other boats").click()
    page.wait_for_function("() => document.title.startsWith('Blue')")
    page.go_back()
    page.wait_for_function("() => document.title.startsWith('Red')")


def test_fuzzy_entry_shows_what_changed(window: Window, project: projects.Project) -> None:
    """Word by word, and it is heard as well as seen."""
    project.write("content/red.md", (ARTICLE + TALE).replace("paint each year", "oil each spring"))
    project.run("update")
    page = window()
    choose(page, "A red boat needs oil")
    assert "Needs review" in page.inner_text("#state")
    assert page.locator("#changed del").all_text_contents() == ["[gone: paint] ", "[gone: year] "]
    assert page.locator("#changed ins").all_text_contents() == ["[new: oil] ", "[new: spring] "]


def test_same_sentence_elsewhere_is_taken_over(window: Window) -> None:
    """What another article says is offered, and one button writes it."""
    page = window()
    choose(page, "Wear old clothes.")
    page.click("text=Take over")
    assert page.input_value("#field") == "Mettez de vieux habits."
    assert page.inner_text("#standing") == "Not saved"
    shown(page).get_by_text("Mettez de vieux habits.").wait_for()
    page.focus("#field")
    page.keyboard.press("Control+z")
    assert page.input_value("#field") == FRENCH["Wear old clothes."]


# Writing


def test_page_follows_what_is_typed(window: Window, project: projects.Project) -> None:
    """Nothing is written before it is saved."""
    page = window()
    choose(page, "On day 2 ")
    before = catalog(project)
    page.fill("#field", "Le bateau *sèche*.")
    shown(page).locator("em", has_text="sèche").wait_for()
    assert "not saved" in page.inner_text("[aria-selected=true]")
    assert catalog(project) == before


def test_what_would_be_refused_is_told_while_typing(window: Window) -> None:
    """The state, the finding and its reason; and by ear once the typing pauses."""
    page = window()
    choose(page, "See [the other boats]")
    page.fill("#field", "Voir les autres bateaux.")
    page.wait_for_selector("#state.refused")
    assert page.locator("#findings .card.error").count() > 0
    assert page.inner_text("#findings .why")
    told(page, "As typed: Refused")


def test_suggestion_is_written_by_its_button(window: Window) -> None:
    """The place is right even behind characters that JavaScript counts twice."""
    page = window()
    choose(page, "Ask a friend to help.")
    page.fill("#field", "😀 Demandez de de l’aide à un ami.")
    page.locator("#findings .suggestion").first.click()
    assert page.input_value("#field") == "😀 Demandez de l’aide à un ami."


def test_save_writes_the_catalog(window: Window, project: projects.Project) -> None:
    """The list, the page and what is left to do follow."""
    page = window()
    choose(page, "On day 2 ")
    left = page.inner_text("#progress")
    page.fill("#field", "Au jour 2, le bateau sèche au soleil.")
    page.click("#save")
    told(page, "Saved.")
    assert 'msgstr "Au jour 2, le bateau sèche au soleil."' in catalog(project)
    assert page.inner_text("#standing") == "Saved"
    assert page.inner_text("#progress") != left
    shown(page).get_by_text("Au jour 2, le bateau sèche au soleil.").wait_for()


def test_needs_review_is_saved(window: Window, project: projects.Project) -> None:
    """A doubt is a state of the catalog; to save it again without the doubt settles it."""
    page = window()
    choose(page, "Before you start")
    page.check("#fuzzy")
    page.click("#save")
    told(page, "Saved.")
    assert (
        "fuzzy" in catalog(project).partition('msgid "Before you start"')[0].rpartition("\n\n")[2]
    )
    assert "Needs review" in page.inner_text("#state")
    page.click("#save")
    page.wait_for_selector("#state.translated")
    assert (
        "fuzzy"
        not in catalog(project).partition('msgid "Before you start"')[0].rpartition("\n\n")[2]
    )


def test_keyboard_alone_suffices(window: Window, project: projects.Project) -> None:
    """From the first Tab to a saved translation, the next one, and out again; nothing holds the focus."""
    page = window()
    page.keyboard.press("Tab")
    assert page.inner_text(":focus") == "Skip to the translation"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "list":
            break
    page.keyboard.press("Home")
    page.keyboard.press("End")
    assert "On day 59 " in page.inner_text("[aria-selected=true]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "field"
    assert "On day 58 " in page.inner_text("#source")
    page.keyboard.type("Au jour 58, le bateau sèche.")
    page.keyboard.press("Control+Shift+Enter")
    page.wait_for_function(
        "() => document.getElementById('source').textContent.includes('On day 59 ')"
    )
    assert page.evaluate("document.activeElement.id") == "field"
    assert "Au jour 58, le bateau sèche." in catalog(project)
    told(page, "On day 59 ")
    page.keyboard.press("Alt+ArrowUp")
    page.wait_for_function(
        "() => document.getElementById('source').textContent.includes('On day 57 ')"
    )
    visited = []
    for _ in range(40):
        page.keyboard.press("Tab")
        visited.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert "page" in visited
    assert "skip" in visited


def test_keys_stand_in_the_window(window: Window) -> None:
    """The list of keys opens and closes by keys, and the focus comes back."""
    page = window()
    page.focus("#help")
    page.keyboard.press("Enter")
    assert "Ctrl + Shift + Enter" in page.inner_text("#shortcuts")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "help"


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=parent.ran=1>",
        "<script>parent.ran=1</script>",
        '<svg onload="parent.ran=1">',
        "[x](javascript:parent.ran=1)",
        "<iframe srcdoc='<script>top.ran=1</script>'></iframe>",
    ],
)
def test_hostile_translation_does_not_run(window: Window, text: str) -> None:
    """Neither in the page nor in the window beside it, typed or saved."""
    page = window()
    choose(page, "On day 2 ")
    page.fill("#field", text)
    page.wait_for_function(
        "() => document.querySelector('#findings .card, #state.refused, #state.translated')"
    )
    page.click("#save")
    page.wait_for_function(
        "() => ['Saved', 'Not saved'].includes(document.getElementById('standing').textContent)"
    )
    choose(page, "On day 3 ")
    choose(page, "On day 2 ")
    links = shown(page).locator("a[href^='javascript']")
    assert links.count() == 0
    assert shown(page).locator("body script, iframe, [onerror], [onload]").count() == 0
    assert page.evaluate("window.ran") is None


def test_nothing_of_a_page_can_run(window: Window) -> None:
    """Even if the sanitiser let something through, the frame has no right to scripts."""
    page = window()
    assert page.get_attribute("#page", "sandbox") == "allow-same-origin"
    page.evaluate(
        """() => {
          const within = document.getElementById('page').contentDocument;
          within.body.insertAdjacentHTML('beforeend', '<img src=x onerror="parent.ran=1">');
          const script = within.createElement('script');
          script.textContent = 'parent.ran = 1';
          within.body.append(script);
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None


# What is not lost


def test_article_that_is_gone_is_told(window: Window, project: projects.Project) -> None:
    """What was typed stays in the window, and all is well when the file is back."""
    page = window("blue")
    choose(page, "Wear old clothes.")
    page.fill("#field", "Des habits usés.")
    article = project.root / "content/blue.md"
    text = article.read_bytes()
    article.unlink()
    try:
        page.locator("#trouble", has_text="is not there any more").wait_for()
        assert page.input_value("#field") == "Des habits usés."
    finally:
        article.write_bytes(text)
    page.locator("#trouble").wait_for(state="hidden")
    page.click("#save")
    told(page, "Saved.")


def test_address_may_change_before_the_project_is_there(
    window: Window, server: list[Preview]
) -> None:
    """The window opens what the address names by then, and nothing breaks."""
    page = window()
    held: list[Any] = []

    # The browser's driver marks its handlers: a method of a list takes no mark.
    def hold(asked: Any) -> None:
        held.append(asked)

    page.route("**/api/project", hold)
    page.goto("about:blank")
    page.goto(f"{server[0].address}#article=red&locale=fr", wait_until="commit")
    while not held:
        page.wait_for_timeout(20)
    page.evaluate("location.hash = 'article=blue&locale=fr'")
    page.wait_for_timeout(50)
    held[0].continue_()
    page.wait_for_function("() => document.title.startsWith('Blue')")


def test_text_that_is_not_saved_is_kept(window: Window) -> None:
    """Over another entry, another article, and a reload."""
    page = window()
    choose(page, "On day 2 ")
    page.fill("#field", "Pas encore")
    choose(page, "On day 3 ")
    assert page.input_value("#field") == ""
    page.select_option("#article", "blue")
    page.wait_for_function("() => document.title.startsWith('Blue')")
    page.select_option("#article", "red")
    page.wait_for_function("() => document.title.startsWith('Red')")
    page.reload()
    page.wait_for_selector("[role=option]")
    assert "not saved" in page.locator("[role=option]", has_text="On day 2 ").first.inner_text()
    choose(page, "On day 2 ")
    assert page.input_value("#field") == "Pas encore"
    shown(page).get_by_text("Pas encore", exact=True).wait_for()


def test_leaving_asks_where_something_is_not_saved(window: Window) -> None:
    """The tab's storage goes with the tab, so the browser asks."""
    page = window()
    choose(page, "On day 2 ")
    page.locator("#field").press_sequentially("Pas encore")
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    page.close(run_before_unload=True)
    page.wait_for_event("close")
    assert asked == ["beforeunload"]


def test_change_of_another_is_a_conflict(window: Window, project: projects.Project) -> None:
    """Both texts are shown; one's own is saved only after one has chosen it."""
    page = window()
    choose(page, "Ask a friend to help.")
    page.fill("#field", "Mon texte.")
    page.wait_for_timeout(300)
    project.translate("red", {})
    path = project.root / "locale/fr/LC_MESSAGES/red.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(FRENCH["Ask a friend to help."], "Leur texte."), encoding="utf-8")
    page.wait_for_selector("#conflict:visible")
    assert page.input_value("#field") == "Mon texte."
    assert "Leur texte." in page.inner_text("#conflict")
    page.keyboard.press("Control+Enter")
    assert page.evaluate("document.activeElement.id") == "keep-mine"
    assert "Leur texte." in catalog(project)
    page.keyboard.press("Enter")
    page.wait_for_selector("#conflict", state="hidden")
    page.keyboard.press("Control+Enter")
    told(page, "Saved.")
    assert 'msgstr "Mon texte."' in catalog(project)


def test_their_text_can_be_taken(window: Window, project: projects.Project) -> None:
    """Then nothing is left to save."""
    page = window()
    choose(page, "Ask a friend to help.")
    page.fill("#field", "Mon texte.")
    path = project.root / "locale/fr/LC_MESSAGES/red.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(FRENCH["Ask a friend to help."], "Leur texte."), encoding="utf-8")
    page.click("#take-theirs")
    assert page.input_value("#field") == "Leur texte."
    assert page.inner_text("#standing") == ""
    assert "not saved" not in page.inner_text("[aria-selected=true]")
    shown(page).get_by_text("Leur texte.").wait_for()


def test_conflict_that_only_the_save_finds(window: Window, project: projects.Project) -> None:
    """The server's refusal is shown in the same way, and nothing is overwritten."""
    page = window()
    page.route("**/api/events", lambda route: route.abort())
    page.reload()
    page.wait_for_selector("[role=option]")
    choose(page, "Ask a friend to help.")
    path = project.root / "locale/fr/LC_MESSAGES/red.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(FRENCH["Ask a friend to help."], "Leur texte."), encoding="utf-8")
    page.fill("#field", "Mon texte.")
    page.click("#save")
    page.wait_for_selector("#conflict:visible")
    assert "Leur texte." in page.inner_text("#conflict")
    assert "Leur texte." in catalog(project)
    assert page.input_value("#field") == "Mon texte."


def test_draft_outlives_its_passage(window: Window, project: projects.Project) -> None:
    """The author deletes the paragraph: the text stays until it is thrown away."""
    page = window()
    choose(page, "On day 2 ")
    page.fill("#field", "Pas encore")
    project.write("content/red.md", ARTICLE)
    page.wait_for_selector("#leftover .card")
    assert "Pas encore" in page.inner_text("#leftover")
    page.click("#leftover button")
    assert page.locator("#leftover .card").count() == 0


def test_server_may_go_and_come(
    window: Window, server: list[Preview], project: projects.Project
) -> None:
    """It is told, the text is kept, and once it is back all goes on by itself."""
    page = window()
    choose(page, "On day 2 ")
    old = server.pop()
    old.stop()
    page.wait_for_selector("#trouble:visible")
    page.fill("#field", "Au jour 2, le bateau sèche.")
    page.click("#save")
    page.wait_for_function("() => document.getElementById('standing').textContent === 'Not saved'")
    server.append(begun(project, old.port))
    page.wait_for_selector("#trouble", state="hidden")
    assert page.input_value("#field") == "Au jour 2, le bateau sèche."
    page.click("#save")
    told(page, "Saved.")
    assert "Au jour 2, le bateau sèche." in catalog(project)


# Living with an editor beside it


def test_page_is_changed_in_place(window: Window, project: projects.Project) -> None:
    """What one looks at stays where it was; a selection and an open block of it stay, too."""
    page = window()
    shown(page).locator("text=On day 40 ").scroll_into_view_if_needed()
    page.evaluate(
        """() => {
          const within = document.getElementById('page').contentDocument;
          const block = [...within.querySelectorAll('p')].find((one) => one.textContent.includes('day 40 '));
          within.getSelection().selectAllChildren(block);
          window.block = block;
          window.top0 = block.getBoundingClientRect().top;
        }"""
    )
    project.write("content/red.md", ARTICLE + "A new paragraph, and long.\n\n" * 8 + TALE)
    shown(page).locator("text=A new paragraph").first.wait_for()
    assert page.evaluate("window.block.isConnected")
    assert abs(page.evaluate("window.block.getBoundingClientRect().top - window.top0")) < 2
    assert "day 40 " in page.evaluate(
        "String(document.getElementById('page').contentDocument.getSelection())"
    )


def test_typing_goes_on_while_the_article_changes(
    window: Window, project: projects.Project
) -> None:
    """The cursor and the text in the field stay; the choice stays on its passage."""
    page = window()
    choose(page, "On day 5 ")
    page.locator("#field").press_sequentially("Au jour cinq")
    page.keyboard.press("ArrowLeft")
    project.write("content/red.md", ARTICLE + "A new paragraph.\n\n" + TALE)
    page.locator("[role=option]", has_text="A new paragraph.").wait_for()
    assert page.evaluate("[document.activeElement.id, field.selectionStart, field.value]") == [
        "field", 11, "Au jour cinq",
    ]  # fmt: skip
    assert "On day 5 " in page.inner_text("[aria-selected=true]")


def test_file_that_cannot_be_read_is_told(window: Window, project: projects.Project) -> None:
    """The page stays as it was, and what is wrong is named."""
    page = window()
    path = project.root / "locale/fr/LC_MESSAGES/red.po"
    good = path.read_text(encoding="utf-8")
    path.write_text(good + '\nmsgid "cut\n', encoding="utf-8")
    page.wait_for_selector("#trouble:visible")
    assert "red.po" in page.inner_text("#trouble")
    assert shown(page).locator("text=Bateaux rouges").count() > 0
    path.write_text(good, encoding="utf-8")
    page.wait_for_selector("#trouble", state="hidden")


_SLOWLY = """() => {
    const real = window.fetch;
    window.fetch = async (...asked) => {
        const answer = await real(...asked);
        if (String(asked[0]).includes('/api/version')) {
            document.body.dataset.asked = Number(document.body.dataset.asked ?? 0) + 1;
            await new Promise((done) => setTimeout(done, 800));
        }
        return answer;
    };
}"""


def test_of_two_changes_the_last_one_stays(window: Window, project: projects.Project) -> None:
    """A change that comes while another is still being read is not lost."""
    page = window()
    path = project.root / "locale/fr/LC_MESSAGES/red.po"
    good = path.read_text(encoding="utf-8")
    page.evaluate(_SLOWLY)
    path.write_text(good + '\nmsgid "cut\n', encoding="utf-8")
    page.wait_for_selector("body[data-asked='1']")
    path.write_text(good, encoding="utf-8")
    page.wait_for_selector("body[data-asked='2']")
    page.wait_for_timeout(1500)
    assert page.locator("#trouble").is_hidden()


# For everyone


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("locale", "width"), [("fr", 1440), ("ar", 1440), ("fr", 320), ("en", 640)]
)
def test_window_passes_axe(
    window: Window, opened: Chromium, scheme: str, locale: str, width: int
) -> None:
    """With a finding, a conflict of colours, a narrow screen: no violation of WCAG 2.2 AA or good practice."""
    page = window("red", locale, color_scheme=scheme, viewport={"width": width, "height": 800})
    if locale != "en":
        choose(page, "See [the other boats]")
        page.fill("#field", "Voir les autres.")
        page.wait_for_selector("#state.refused")
    page.evaluate(opened.axe)
    result = page.evaluate("axe.run(document, {iframes: false})")
    assert [(one["id"], one["nodes"][0]["html"]) for one in result["violations"]] == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_arabic_is_written_from_right_to_left(window: Window) -> None:
    """The field, the page and what is quoted; the window stays English."""
    page = window("red", "ar")
    choose(page, "Before you start")
    assert page.evaluate("getComputedStyle(field).direction") == "rtl"
    assert page.evaluate("getComputedStyle(field).textAlign") == "start"
    assert page.evaluate("document.getElementById('page').contentDocument.dir") == "rtl"
    assert page.get_attribute("html", "lang") == "en"


def test_targets_are_large_enough(window: Window) -> None:
    """Every control is at least 24 by 24 CSS pixels (WCAG 2.5.8)."""
    page = window()
    choose(page, "Wear old clothes.")
    page.wait_for_selector("text=Take over")
    small = page.evaluate(
        """[...document.querySelectorAll('button, select, summary, label:has(input), [role=option]')]
          .filter((one) => one.checkVisibility())
          .map((one) => [one.textContent, one.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)"""
    )
    assert small == []


def test_focus_is_seen_in_forced_colours(window: Window) -> None:
    """The choice in the list and the block in the page have lines, not grounds alone."""
    page = window(forced_colors="active")
    choose(page, "On day 3 ")
    style = "one => getComputedStyle(one).outlineStyle"
    assert page.locator("[aria-selected=true]").evaluate(style) == "solid"
    assert shown(page).locator("[data-preview-chosen]").evaluate(style) == "solid"


def test_reduced_motion_is_heeded(window: Window) -> None:
    """The page is at the block at once."""
    page = window(reduced_motion="reduce")
    choose(page, "On day 59 ")
    assert page.evaluate("document.getElementById('page').contentWindow.scrollY") > 500
