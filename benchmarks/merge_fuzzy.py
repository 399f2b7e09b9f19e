"""
How long an update with fuzzy matching takes, and how well it guesses: ours, gettext's and Babel's.

One catalog for all: paragraphs from the standard library's docstrings, of which 10 in 100 are
edited, 5 deleted and 5 new. Right: an edited message is offered its own translation. Wrong: it is
offered another's. Spurious: a new message is offered one. Run with sizes of your own, for example
`python benchmarks/merge_fuzzy.py 500 2000`.
"""

from __future__ import annotations

import ast
import io
import random
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.pofile import read_po

from pipeline import merge, po
from pipeline.model import Catalog, Message

Guesses = dict[str, str]
"""The new ids that were offered a translation, with that translation."""

SIZES = (500, 2000, 10_000)
# Babel's update is quadratic in Python; msgmerge's in C.
LIMITS = {"ours": 100_000, "msgmerge": 2000, "Babel": 500}
EDITS = ("typo", "replace", "delete", "insert", "append", "cut", "halve", "link")


def main() -> None:
    """Print a line for each tool and size."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    paragraphs = list(dict.fromkeys(find_paragraphs(3 * max(sizes))))
    print(f"{'tool':<10}{'messages':>9}{'seconds':>9}{'right':>8}{'wrong':>8}{'spurious':>10}")
    for size in sizes:
        old, template, truth = make_catalogs(paragraphs, size)
        for name, tool in TOOLS.items():
            if size > LIMITS[name]:
                print(f"{name:<10}{size:>9}  skipped: it takes too long at this size")
            elif name == "msgmerge" and not shutil.which("msgmerge"):
                print(f"{name:<10}{size:>9}  skipped: gettext is not installed")
            else:
                seconds, guesses = tool(old, template)
                print(f"{name:<10}{size:>9}{seconds:>9.2f}{rate(guesses, truth)}")


def find_paragraphs(count: int) -> Iterator[str]:
    """Give so many paragraphs of English prose from the standard library."""
    for path in sorted(Path(sysconfig.get_path("stdlib")).rglob("*.py")):
        if "site-packages" in path.parts or "test" in path.parts:
            continue
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except (SyntaxError, UnicodeDecodeError):
            continue
        kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
        for node in ast.walk(tree):
            text = ast.get_docstring(node) if isinstance(node, kinds) else None
            for paragraph in (text or "").split("\n\n"):
                joined = " ".join(paragraph.split())
                if len(joined.split()) > 3 and ">>>" not in joined and count > 0:
                    count -= 1
                    yield joined


def make_catalogs(
    paragraphs: list[str], size: int
) -> tuple[Catalog, Catalog, dict[str, str | None]]:
    """Give an old catalog, a template after edits, and the right translation of each new id."""
    chance = random.Random(size)
    base, fresh = paragraphs[:size], paragraphs[size:]
    new: list[str] = []
    truth: dict[str, str | None] = {}
    for number, paragraph in enumerate(base):
        dice = chance.random()
        if dice < 0.10:
            changed = edit(paragraph, chance.choice(EDITS), chance, fresh)
            if changed not in base:
                truth[changed] = f"T{number}"
            new.append(changed)
        elif dice >= 0.15:
            new.append(paragraph)
        if chance.random() < 0.05 and fresh:
            new.append(fresh.pop(chance.randrange(len(fresh))))
            truth[new[-1]] = None
    old = Catalog(
        "fr", messages=tuple(Message(text, (f"T{number}",)) for number, text in enumerate(base))
    )
    template = Catalog(messages=tuple(Message(text) for text in dict.fromkeys(new)))
    return merge.merge(old, Catalog(messages=tuple(map(Message, base)))), template, truth


def edit(text: str, kind: str, chance: random.Random, others: list[str]) -> str:
    """Give *text* as an author might leave it."""
    words = text.split()
    place = chance.randrange(len(words))
    match kind:
        case "typo":
            middle = len(words[place]) // 2
            words[place] = words[place][:middle] + "x" + words[place][middle:]
        case "replace":
            words[place] = chance.choice(chance.choice(others).split())
        case "delete":
            del words[place]
        case "insert":
            words.insert(place, "not")
        case "append":
            words += chance.choice(others).split()
        case "cut":
            words = words[: 1 + 2 * len(words) // 3]
        case "halve":
            for at in chance.sample(range(len(words)), len(words) // 2):
                words[at] = chance.choice(chance.choice(others).split())
        case "link":
            words[place] = f"[{words[place]}](https://example.org/)"
    return " ".join(words)


def ours(old: Catalog, template: Catalog) -> tuple[float, Guesses]:
    """Merge with this project."""
    start = time.perf_counter()
    merged = merge.merge(old, template)
    seconds = time.perf_counter() - start
    return seconds, {one.id: one.string for one in merged.messages if one.fuzzy}


def msgmerge(old: Catalog, template: Catalog) -> tuple[float, Guesses]:
    """Merge with gettext's tool; reading and writing files is part of its time."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "old.po"), Path(folder, "new.pot"), Path(folder, "out.po")
        paths[0].write_bytes(po.dump(old))
        paths[1].write_bytes(po.dump(_with_header(template)))
        start = time.perf_counter()
        subprocess.run(
            ["msgmerge", "--quiet", "--previous", "-o", paths[2], paths[0], paths[1]],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        seconds = time.perf_counter() - start
        merged = po.load(paths[2].read_bytes(), "out.po")
    return seconds, {one.id: one.string for one in merged.messages if one.fuzzy}


def babel(old: Catalog, template: Catalog) -> tuple[float, Guesses]:
    """Merge with Babel; reading is not part of its time."""
    catalog: BabelCatalog = read_po(io.BytesIO(po.dump(old)), locale="fr")
    update: BabelCatalog = read_po(io.BytesIO(po.dump(_with_header(template))))
    start = time.perf_counter()
    catalog.update(update)
    seconds = time.perf_counter() - start
    return seconds, {str(one.id): str(one.string) for one in catalog if one.id and one.fuzzy}


def _with_header(template: Catalog) -> Catalog:
    return Catalog(header=merge.merge(Catalog(), Catalog()).header, messages=template.messages)


def rate(guesses: Guesses, truth: dict[str, str | None]) -> str:
    """Give the shares of right, wrong and spurious guesses."""
    edited = {key: right for key, right in truth.items() if right is not None}
    right = sum(guesses.get(key) == string for key, string in edited.items())
    wrong = sum(key in guesses for key in edited) - right
    spurious = sum(key in guesses for key, string in truth.items() if string is None)
    new = max(1, len(truth) - len(edited))
    shares = (right / max(1, len(edited)), wrong / max(1, len(edited)), spurious / new)
    return "".join(f"{share:>{width}.1%}" for share, width in zip(shares, (8, 8, 10), strict=True))


TOOLS: dict[str, Callable[[Catalog, Catalog], tuple[float, Guesses]]] = {
    "ours": ours,
    "msgmerge": msgmerge,
    "Babel": babel,
}

if __name__ == "__main__":
    main()
