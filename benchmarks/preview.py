"""
How long after a save, or after a key, the preview's window shows it: an article of 2,000 words, in a Chromium.

`python benchmarks/preview.py`. From the write of the file, or from the browser's event of the key, to the
change of the page in its frame. `--images FOLDER` takes the pictures of the documentation instead.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline import browser
from pipeline.browser import Chromium
from pipeline.preview.serving import Preview

ROOT = Path(__file__).parent.parent
SETTINGS = 'source = "en"\nlocales = ["en", "fr"]\nname = "Benchmark"\n'
DEBOUNCE = 120
"""Milliseconds that the window waits for another key (`TYPING` in trying.js)."""
# Resolves with the time at which the page in the frame says a word.
SEEN = """word => {
  const within = document.getElementById('page').contentDocument;
  window.seen = new Promise((resolve) => {
    const look = () => within.body.textContent.includes(word)
      && resolve(performance.timeOrigin + performance.now());
    new MutationObserver(look).observe(within, {subtree: true, childList: true, characterData: true});
  });
}"""
TYPED = """() => {
  window.began = new Promise((resolve) => document.getElementById('field').addEventListener(
    'input', () => resolve(performance.timeOrigin + performance.now()), {once: true}));
}"""


def article(words: int) -> str:
    """Give an article of so many words, from the project's own."""
    texts = [
        path.read_text(encoding="utf-8").split("---\n", 2)[2]
        for path in sorted((ROOT / "content").glob("*.md"))
    ]
    blocks, number = [], 0
    for block in "\n\n".join(texts * 9).split("\n\n"):
        if number >= words:
            break
        if re.match(r"[A-Z#-]", block) and "](" not in block:
            blocks.append(block)
            number += len(block.split())
    return "---\ntitle: Long\n---\n\n" + "\n\n".join(blocks) + "\n"


@contextlib.contextmanager
def running(root: Path, settings: str) -> Iterator[Preview]:
    """Run the preview of the project in *root*."""
    preview = Preview(root / settings, port=0)
    preview.start()
    try:
        yield preview
    finally:
        preview.stop()


def window(opened: Chromium, preview: Preview, chosen: str, **options: Any) -> Any:
    """Open the window at a version, and wait until all is there."""
    page = opened.browser.new_page(**options)
    page.set_default_timeout(60_000)
    page.goto(f"{preview.address}#{chosen}")
    page.wait_for_selector("[role=option][aria-selected=true]")
    page.frame_locator("#page").locator("[data-line]").first.wait_for()
    return page


def saves(page: Any, path: Path, rounds: int) -> Iterator[float]:
    """Give the milliseconds from the write of the article to the page that shows it."""
    text = path.read_text(encoding="utf-8")
    for number in range(rounds):
        word = f"wherfle{number}"
        page.evaluate(SEEN, word)
        began = time.time() * 1000
        path.write_text(text.replace("\n\n", f"\n\nThe {word} sails.\n\n", 3), encoding="utf-8")
        yield page.evaluate("() => window.seen") - began
        page.wait_for_timeout(700)


def tries(page: Any, rounds: int) -> Iterator[float]:
    """Give the milliseconds from a key to the page that shows it, what the window waits included."""
    page.locator("[role=option]").nth(20).click()
    page.wait_for_timeout(1000)
    page.focus("#field")
    for number in range(rounds):
        word = f"grubnik{number}"
        page.evaluate(SEEN, word)
        page.evaluate(TYPED)
        page.keyboard.insert_text(f" {word}")
        began = page.evaluate("() => window.began")
        yield page.evaluate("() => window.seen") - began
        page.wait_for_timeout(400)


def told(name: str, times: list[float]) -> str:
    """Give a line for the figures of *name*."""
    return (
        f"{name:<34} median {statistics.median(times):4.0f} ms   "
        f"fastest {min(times):4.0f} ms   slowest {max(times):4.0f} ms"
    )


def measure(rounds: int, words: int) -> None:
    """Print a line for the saves, and one for the keys."""
    with tempfile.TemporaryDirectory() as folder, browser.opened() as opened:
        root = Path(folder)
        (root / "content").mkdir()
        path = root / "content" / "long.md"
        path.write_text(article(words), encoding="utf-8")
        (root / "pipeline.toml").write_text(SETTINGS, encoding="utf-8")
        with running(root, "pipeline.toml") as preview:
            page = window(
                opened, preview, "article=long&locale=fr", viewport={"width": 1440, "height": 900}
            )
            page.wait_for_timeout(2000)
            # The first of each loads what all others use.
            print(told(f"save of {words} words to page", list(saves(page, path, rounds + 1))[1:]))
            typed = list(tries(page, rounds + 1))[1:]
            print(
                told(f"key to page, after {DEBOUNCE} ms of rest", [one - DEBOUNCE for one in typed])
            )


def pictures(folder: Path) -> None:
    """Write the pictures of the documentation into *folder*."""
    with tempfile.TemporaryDirectory() as name, browser.opened() as opened:
        root = Path(name)
        begin(root)
        with running(root, "pyproject.toml") as preview:
            for file, locale, scheme, act in (
                ("preview", "fr", "light", reviewed),
                ("preview-ar", "ar", "light", typed),
                ("preview-dark", "de", "dark", refused),
            ):
                page = window(
                    opened,
                    preview,
                    f"article=asthma-inhaler&locale={locale}",
                    viewport={"width": 1400, "height": 850},
                    color_scheme=scheme,
                    reduced_motion="reduce",
                )
                act(page)
                page.wait_for_timeout(1500)
                page.screenshot(path=folder / f"{file}.png")
                page.evaluate("() => sessionStorage.clear()")
                page.close()


def begin(root: Path) -> None:
    """Put the project's own articles into *root*, with something left to do."""
    for name in ("content", "locale"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "pyproject.toml", root)
    path = root / "content" / "asthma-inhaler.md"
    text = path.read_text(encoding="utf-8")
    text = text.replace("often starts in childhood", "often begins in childhood")
    path.write_text(text.replace("no cure yet", "no cure so far"), encoding="utf-8")
    for catalog in (root / "locale").glob("*/LC_MESSAGES/asthma-inhaler.po"):
        text = catalog.read_text(encoding="utf-8")
        for source in ("the lining swells", "A reliever alone", "Stand or sit up", "Dry powder"):
            text = re.sub(rf'(msgid "{source}[^\n]*\nmsgstr )"[^\n]*"', r'\1""', text)
        catalog.write_text(text, encoding="utf-8")


def reviewed(page: Any) -> None:
    """Stand on a sentence whose source has changed."""
    page.locator("[role=option]", has_text="Asthma makes it hard").click()


def typed(page: Any) -> None:
    """Type a translation that is missing."""
    page.check("[value=todo]")
    page.locator("[role=option]", has_text="the lining swells").click()
    page.fill("#field", "تتورم البطانة أكثر؛")


def refused(page: Any) -> None:
    """Type a translation that loses its link, and repeats a word."""
    page.locator("[role=option]", has_text="Inhalers are the main treatment").click()
    text = page.input_value("#field")
    page.fill(
        "#field", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace(" die ", " die die ", 1)
    )


def main() -> None:
    """Measure, or take pictures."""
    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("--words", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--images", type=Path)
    options = parser.parse_args()
    if options.images:
        pictures(options.images)
    else:
        measure(options.rounds, options.words)


# The preview starts a process of its own, which reads this file again.
if __name__ == "__main__":
    main()
