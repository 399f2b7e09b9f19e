"""
A site of the same articles in three locales, by us, by MkDocs with static-i18n and by Sphinx with gettext.

    python benchmarks/site_peers.py --articles 200 [--peers FOLDER]

The peers are looked for in the virtual environments FOLDER/mkdocs (mkdocs, mkdocs-static-i18n) and
FOLDER/sphinx (sphinx, myst-parser), which `make peers` makes in `.bench/`; one that is not there is left
out, and said to be. Each builds
the whole site, builds it again with nothing changed, and once more after a paragraph of one article
has changed. Ours sanitises each page, looks at each translation, and writes feeds and a search index.
Sphinx has no site of several locales: it builds one after the other. Processor time is that of all
processes, memory that of the largest.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import generated
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from claims import Claim

TAGS = ("de", "fr")
PEERS = Path(__file__).parent.parent / ".bench"
_LARGE = 1000
_RUNS = ("all of it", "nothing changed", "one edited")
_EDITED = "\n\nOne more paragraph stands here now.\n"


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds, and megabytes of memory."""

    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: what writes its project, the commands that build it, and the article that is edited."""

    name: str
    write: Callable[[Path, list[generated.Article]], None]
    commands: list[list[str]]
    edited: str


def cost(commands: list[list[str]], folder: Path) -> Cost:
    """Run *commands* in *folder*; what fails ends the benchmark."""
    seconds, memory = 0.0, 0.0
    for command in commands:
        process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        assert process.stderr
        told = process.stderr.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise SystemExit(told)
        seconds += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss / 1024)
    return Cost(seconds, memory)


def write_ours(folder: Path, articles: list[generated.Article]) -> None:
    """Write our own project."""
    generated.project(folder, len(articles), TAGS)


def write_mkdocs(folder: Path, articles: list[generated.Article]) -> None:
    """Write a project of MkDocs: a file for each version, named by its locale."""
    (folder / "docs").mkdir(parents=True)
    locales = "".join(
        f"      - {{locale: {tag}, name: {tag}, build: true, default: {str(tag == 'en').lower()}}}\n"
        for tag in (generated.SOURCE, *TAGS)
    )
    (folder / "mkdocs.yml").write_text(
        "site_name: Generated\nsite_url: https://example.org/\nplugins:\n  - search\n"
        f"  - i18n:\n      docs_structure: suffix\n      languages:\n{locales}"
    )
    (folder / "docs/index.md").write_text("# Articles\n")
    for one in articles:
        (folder / f"docs/{one.name}.md").write_text(one.body)
        for tag in TAGS:
            (folder / f"docs/{one.name}.{tag}.md").write_text(one.translated(tag))


def write_sphinx(folder: Path, articles: list[generated.Article]) -> None:
    """Write a project of Sphinx: one source, and gettext catalogs."""
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(
        "project = 'Generated'\nextensions = ['myst_parser']\nlocale_dirs = ['locale']\n"
        "gettext_compact = False\nmyst_all_links_external = True\nsuppress_warnings = ['myst']\n"
    )
    listed = "\n".join(one.name for one in articles)
    (folder / "index.md").write_text(f"# Articles\n\n```{{toctree}}\n{listed}\n```\n")
    for one in articles:
        (folder / f"{one.name}.md").write_text(one.body)
        for tag in TAGS:
            catalog = Catalog(locale=tag, charset="utf-8")
            for text in one.texts:
                catalog.add(text.id, text.strings[tag])
            path = folder / "locale" / tag / "LC_MESSAGES" / f"{one.name}.po"
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                write_po(file, catalog, width=0)


def tools(peers: Path) -> list[Tool]:
    """Give the tools that are there."""
    ours = [sys.executable, "-m", "pipeline", "--jobs", "1", "--quiet", "build"]
    found = [Tool("pipeline", write_ours, [ours], "content/article-000000.md")]
    mkdocs = peers / "mkdocs/bin/mkdocs"
    sphinx = peers / "sphinx/bin/sphinx-build"
    if mkdocs.is_file():
        commands = [[str(mkdocs.absolute()), "build", "--quiet"]]
        found.append(Tool("MkDocs + static-i18n", write_mkdocs, commands, "docs/article-000000.md"))
    if sphinx.is_file():
        commands = [
            [str(sphinx.absolute()), "-Q", "-b", "html", "-D", f"language={tag}", ".", f"out/{tag}"]
            for tag in (generated.SOURCE, *TAGS)
        ]
        found.append(Tool("Sphinx + gettext", write_sphinx, commands, "article-000000.md"))
    return found


def costs(tool: Tool, articles: list[generated.Article]) -> list[Cost]:
    """Give what a tool's builds cost: all, with nothing changed, with one article edited."""
    folder = Path(tempfile.mkdtemp(prefix="peers-"))
    try:
        project = folder / "project"
        tool.write(project, articles)
        found = [cost(tool.commands, project), cost(tool.commands, project)]
        with (project / tool.edited).open("a") as file:
            file.write(_EDITED)
        return [*found, cost(tool.commands, project)]
    finally:
        shutil.rmtree(folder)


def claims(_rounds: int) -> Iterator[Claim]:
    """Claim how many times less than a peer the site of a thousand articles costs."""
    articles = list(generated.articles(_LARGE, TAGS))
    ours, *others = tools(PEERS)
    # A peer's build takes minutes: one round is as much as anybody waits for.
    own = costs(ours, articles)
    for tool in others:
        theirs = costs(tool, articles)
        asked = (5, None, None) if tool.name.startswith("MkDocs") else (None, None, None)
        for what, one, other, times in zip(_RUNS, own, theirs, asked, strict=True):
            yield Claim(
                f"site of {_LARGE:,} articles in {1 + len(TAGS)} locales, {what}",
                "s",
                (one.seconds,),
                tool.name,
                (other.seconds,),
                times=times,
                command="site_peers.py",
            )


def main() -> None:
    """Print what each tool's builds cost, and how many times ours that is."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=50)
    options.add_argument("--peers", type=Path, default=PEERS)
    given = options.parse_args()
    articles = list(generated.articles(given.articles, TAGS))
    ours: list[Cost] = []
    print(f"{given.articles} articles in {1 + len(TAGS)} locales; CPU seconds, MB, times ours\n")
    print(f"{'':<22} {'full':>20} {'nothing changed':>20} {'one edited':>20}")
    for tool in tools(given.peers):
        found = costs(tool, articles)
        ours = ours or found
        cells = (
            f"{one.seconds:7.2f} {one.memory:5.0f} {one.seconds / own.seconds:5.1f}×"
            for one, own in zip(found, ours, strict=True)
        )
        print(f"{tool.name:<22}", *cells)
    if len(tools(given.peers)) < 3:
        print("\nPeers that are not installed are left out.")


if __name__ == "__main__":
    main()
