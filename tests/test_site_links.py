"""Links, pictures and places are checked over the whole site, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import Project, new

BODY = """---
title: Oars
---

Read about [boats](boats.md#before-you-start), [sails](boats.md#sails) and [ropes](ropes.md). It is all here.

![A map of the harbour](map.png)
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = new(tmp_path)
    project.write("content/oars.md", BODY)
    assert project.run("update").exit_code == 0
    return project


def told(project: Project, *arguments: str) -> list[str]:
    lines = project.run("check", *arguments).stdout.splitlines()
    return [line for line in lines if " site/" in line]


def test_dead_links_places_and_pictures_are_found_in_every_language(project: Project) -> None:
    """Each is named at its line of the article, once for each version."""
    found = told(project)
    assert [line for line in found if line.endswith("[en]")] == [
        'content/oars.md:5:56: warning site/anchor-missing: there is no "sails" on the page that "boats.md#sails" leads to [en]',
        'content/oars.md:5:84: warning site/link-missing: "ropes.md" leads to nothing [en]',
        'content/oars.md:7:25: warning site/picture-missing: there is no picture "map.png" [en]',
    ]
    assert sum(line.endswith("[fr]") for line in found) == 3


def test_what_is_there_is_not_found(project: Project) -> None:
    """Files, articles, places and pages of the site are there."""
    project.write("content/map.png", b"png")
    project.write("content/ropes.md", "A rope, and [all](../../en/search/) of [oars](oars.md).\n")
    text = BODY.replace("#sails", "").replace("ropes.md", "ropes.md#x").replace("#x", "")
    project.write("content/oars.md", text)
    assert told(project) == []


def test_one_article_is_checked_beside_what_is_there(project: Project) -> None:
    """Of one article alone it is known what files there are, but not what places others have."""
    found = told(project, str(project.root / "content" / "oars.md"))
    assert not any("anchor-missing" in line for line in found)
    assert any("link-missing" in line for line in found)


def test_finding_can_be_let_be(project: Project) -> None:
    """A suppression of the author's holds for what only all pages show, and is not called idle."""
    silent = "check: {ignore: [site]}"
    project.write("content/oars.md", BODY.replace("title: Oars", f"title: Oars\n{silent}"))
    assert told(project) == []
    assert "suppression/unused" not in project.run("check").stdout


def test_level_is_the_project_s(project: Project) -> None:
    """A project may hold what has a dead link."""
    config = project.read("pipeline.toml")
    project.write("pipeline.toml", config + '\n[rules."site/link-missing"]\nlevel = "error"\n')
    assert any(": error site/link-missing" in line for line in told(project))


def test_built_site_is_checked_as_a_folder(project: Project) -> None:
    """The pages as they were written: every link of ours leads somewhere."""
    assert project.run("build").exit_code == 0
    found = told(project, str(project.root / "build"))
    assert {line.partition(" warning ")[2].partition(":")[0] for line in found} == {
        "site/anchor-missing",
        "site/picture-missing",
    }


def test_article_from_elsewhere_is_not_asked_for_its_neighbours(project: Project) -> None:
    """A draft that lies outside of the project is no part of its site."""
    draft = project.write("drafts/a.md", "See [b](b.md), and ![a boat](boat.png).\n")
    assert told(project, str(draft)) == []


def test_page_by_itself_is_not_asked_for_its_neighbours(project: Project) -> None:
    """Who checks one saved page need not have the rest."""
    page = project.write(
        "saved.html",
        '<!doctype html><html lang="en"><title>A</title><h1>A</h1><a href="b.html">B</a>',
    )
    assert told(project, str(page)) == []
