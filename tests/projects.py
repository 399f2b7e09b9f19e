"""Small projects on disk, for the tests of the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from pipeline.cli import cli

CONFIG = 'source = "en"\nlocales = ["en", "fr"]\nname = "Boats"\nurl = "https://boats.example"\n'
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
"""
FRENCH = {
    "Red boats": "Bateaux rouges",
    "How to look after a red boat.": "Comment entretenir un bateau rouge.",
    "A red boat needs paint each year. Wash it first, and let it dry.": (
        "Un bateau rouge doit être repeint chaque année. Lavez-le, puis laissez-le sécher."
    ),
    "Before you start": "Avant de commencer",
    "Wear old clothes.": "Mettez de vieux vêtements.",
    "Ask a friend to help.": "Demandez de l’aide à un ami.",
}


@dataclass(frozen=True)
class Project:
    """A project's folder, and the command line run in it."""

    root: Path

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def run(self, *arguments: str) -> Result:
        """Run the command line in one process; a bug is raised, as it should be."""
        config = ("--config", str(self.root / "pipeline.toml"))
        return CliRunner().invoke(
            cli, [*config, "--jobs", "1", *arguments], catch_exceptions=False, prog_name="pipeline"
        )

    def translate(self, name: str, strings: dict[str, str], locale: str = "fr") -> Path:
        """Fill a catalog as a translator would, by hand."""
        path = self.root / "locale" / locale / "LC_MESSAGES" / f"{name}.po"
        text = path.read_text(encoding="utf-8")
        for source, string in strings.items():
            text = text.replace(
                f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{string}"'
            )
        path.write_text(text, encoding="utf-8")
        return path


def new(root: Path, *, translated: bool = True) -> Project:
    """Give a project with one good article, in English and in French."""
    project = Project(root)
    project.write("pipeline.toml", CONFIG)
    project.write("content/boats.md", ARTICLE)
    if translated:
        assert project.run("update").exit_code == 0
        project.translate("boats", FRENCH)
    return project
