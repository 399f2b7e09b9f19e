"""
How many messages of a book's catalog are reached by the profile `mdbook`, and how many by the plain one.

A project that was translated with mdbook-i18n-helpers keeps a translation where the msgid stays the
same. Give the folder of the book's Markdown, and a catalog or template that mdbook made from it:
`python benchmarks/mdbook_ids.py src po/de.po`. Strings and comments of code are counted apart. A
catalog older than the sources has messages that no longer stand there; those are misses too. With
`--missed` the prose that was not reached is printed.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from pipeline import article, mdbook, po, walk
from pipeline.errors import PipelineError
from pipeline.model import Article
from pipeline.settings import Reading

# What begins like this, or ends with its line, is from a block of code.
CODE = re.compile(r"""[bcr]*\#*["'].*["']\#*\Z|//|/\*|\#!?\[|<!--|```|.*\n\Z""", re.DOTALL)


def main() -> int:
    """Print the share of the catalog's messages that each profile reaches."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--missed"]
    if len(arguments) != 2:
        print("give a folder of Markdown and a PO file that mdbook-i18n-helpers made from it")
        return 2
    folder, catalog = map(Path, arguments)
    messages = po.load(catalog.read_bytes(), str(catalog)).messages
    wanted = {message.id for message in messages if not message.obsolete and message.id}
    prose = {msgid for msgid in wanted if not CODE.match(msgid)}
    print(
        f"{len(prose)} messages of prose, {len(wanted) - len(prose)} from code, in {catalog.name}"
    )
    print(f"{'profile':<10}{'seconds':>9}{'prose':>9}{'code':>9}")
    for profile in ("plain", "mdbook"):
        start = time.process_time()
        found = reached(folder, Reading(profile=profile, comments=True))
        seconds = time.process_time() - start
        rates = (rate(prose, found), rate(wanted - prose, found))
        print(f"{profile:<10}{seconds:>9.2f}{rates[0]:>9}{rates[1]:>9}")
    if "--missed" in sys.argv:
        print(*(f"missed: {msgid!r}" for msgid in sorted(prose - found)), sep="\n")
    return 0


def reached(folder: Path, reading: Reading) -> set[str]:
    """Give the ids of all messages of the Markdown files in *folder*."""
    ids: set[str] = set()
    for path in sorted(folder.rglob("*.md")):
        try:
            # A book has no front matter, and pages of the same name in its folders.
            text = article.decode(path.read_bytes(), str(path))
            page = Article(path.stem, str(path), "en", text)
            found = {segment.key[1] for segment in walk.extract(page, reading).segments}
        except PipelineError as error:
            print(error, file=sys.stderr)
            continue
        if path.name == "SUMMARY.md" and reading.profile == "mdbook":
            # Of the table of contents mdbook keeps the texts of the links.
            found = {mdbook.msgid(msgid, links=False) for msgid in found}
        ids |= found
    return ids


def rate(wanted: set[str], found: set[str]) -> str:
    """Give the share of *wanted* that was found, in per cent."""
    return f"{100 * len(wanted & found) / len(wanted):.1f} %" if wanted else "-"


if __name__ == "__main__":
    sys.exit(main())
