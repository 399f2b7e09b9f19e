"""A finding on a page names the line of the article, or the entry of the catalog, that made it."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import Project, new

ARTICLE = """\
---
title: Boats
---

A boat. ![A red boat](red.png)

- One [oar](oar.html).
- Two [here](more.html) oars.

<div><p>Raw</p>
<p><img src="sail.png"></p></div>

## Sails
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = new(tmp_path, translated=False)
    project.write("content/boats.md", ARTICLE)
    assert project.run("update").exit_code == 0
    return project


def places(project: Project, rule: str, *arguments: str) -> list[str]:
    output = project.run("--color", "never", "check", "--all", *arguments).output
    lines = [line for line in output.splitlines() if f" {rule}: " in line]
    return [line.partition(": ")[0] for line in lines]


def test_words_of_the_article_are_found_in_their_line(project: Project) -> None:
    """A link in a list item stands at its own line and column."""
    assert places(project, "page/link-text-generic", "-l", "en") == ["content/boats.md:8:8"]


def test_raw_html_is_found_in_its_line(project: Project) -> None:
    """Raw HTML carries no stamp: what stands in it is looked for in the article."""
    assert places(project, "page/image-alt", "-l", "en") == ["content/boats.md:11:14"]


def test_words_of_a_translation_are_found_in_its_catalog(project: Project) -> None:
    """What a translator wrote, a translator mends: the place is in the .po."""
    project.translate("boats", {"Two [here](more.html) oars.": "Deux avirons [ici](more.html)."})
    (place,) = places(project, "page/link-text-generic", "-l", "fr")
    path, line, column = place.rsplit(":", 2)
    text = project.read(path).splitlines()[int(line) - 1]
    assert text[int(column) - 1 :].startswith("ici](more.html)")


def test_what_the_article_made_is_the_article_s_in_every_language(project: Project) -> None:
    """A file's name in raw HTML is the same in all versions: the author mends it once."""
    strings = {"A boat. ![A red boat](red.png)": "Un bateau. ![Un bateau rouge](red.png)"}
    project.translate("boats", strings)
    assert places(project, "page/image-alt", "-l", "fr") == ["content/boats.md:11:14"]


def test_page_by_itself_keeps_its_places(tmp_path: Path) -> None:
    """Another generator's page is its own source."""
    project = new(tmp_path, translated=False)
    html = '<!doctype html>\n<html lang="en"><title>A</title>\n<main><h1>A</h1><img src="a.png">'
    page = project.write("site/a.html", html)
    assert places(project, "page/image-alt", str(page)) == ["site/a.html:3:17"]
