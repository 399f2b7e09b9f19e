"""
How long an update takes, what memory it adds, and how well it guesses: ours, gettext's and Babel's.

The old catalog is paragraphs of the docstrings of what is installed or, better, the translated
messages of the PO files named on the command line. Of its messages 10 in 100 are edited in nine
ways, 5 deleted and 5 new. Right: an edited message is offered its own translation. Wrong: it is
offered another's. Spurious: a new message is offered one. Seconds are of CPU, of the merge alone
but for msgmerge, which also reads and writes; megabytes are those that the merge adds at its peak
(of msgmerge, the peak of its process). For sizes or catalogs of your own:

    python benchmarks/merge_fuzzy.py 500 2000 --tools ours msgmerge --po locale/fr/LC_MESSAGES/*.po
    python benchmarks/merge_fuzzy.py --refresh old.po new.po

The second form tells how useful guesses were for a translation that people then wrote: *new.po* is
a later version of *old.po*. A guess is useful if it is at least 70 % similar to what they wrote,
and misleading below 40 %.
"""

from __future__ import annotations

import argparse
import ast
import gc
import io
import random
import re
import resource
import shutil
import subprocess
import sysconfig
import tempfile
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.pofile import read_po
from claims import Claim
from rapidfuzz.distance import Indel

from pipeline import po
from pipeline.merging import merge
from pipeline.model import Catalog, Message

Pair = tuple[str, str]
"""An id and its translation."""

SIZES = (1000, 2000, 5000, 10_000, 20_000, 50_000)
# Babel's update is quadratic in Python; msgmerge's in C.
_CLAIMED = 2000
LIMITS = {"ours": 1_000_000, "msgmerge": 2000, "Babel": 500}
EDITS = "typo word number append remove insert point link rewrite".split()
MEGABYTE = 1 << 20
USEFUL, MISLEADING = 0.7, 0.4


@dataclass(frozen=True, slots=True)
class Update:
    """An old catalog, a template after edits, and for each new id its edit and the old one's string."""

    old: Catalog
    template: Catalog
    truth: dict[str, tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an update cost, and the new ids that were offered a translation."""

    seconds: float
    megabytes: float
    offered: dict[str, str]


def main() -> None:
    """Print a line for each tool and size, and the kinds of edit that were missed."""
    options = _options()
    if options.refresh:
        print(refresh(*(po.load(path.read_bytes(), str(path)) for path in options.refresh)))
        return
    sizes = options.sizes or SIZES
    found = find_pairs(options.po) if options.po else find_paragraphs()
    pairs = list(first(found, max(sizes) * 21 // 20).items())
    sizes = [size for size in sizes if size + size // 20 <= len(pairs)]
    columns = (("seconds", 9), ("MB", 7), ("right", 8), ("wrong", 8), ("spurious", 10))
    print(f"{'tool':<10}{'messages':>9}", *(f"{name:>{width}}" for name, width in columns), sep="")
    for size in sizes:
        update = make_update(pairs, size, options.seed)
        for name in options.tools:
            if size > LIMITS[name] and not options.patient:
                print(f"{name:<10}{size:>9}  skipped: it takes too long at this size")
            elif name == "msgmerge" and not shutil.which("msgmerge"):
                print(f"{name:<10}{size:>9}  skipped: gettext is not installed")
            else:
                outcome = TOOLS[name](update)
                print(
                    f"{name:<10}{size:>9}{outcome.seconds:>9.2f}{outcome.megabytes:>7.0f}", end=""
                )
                print(rate(outcome.offered, update, show=options.show))


def claims(rounds: int) -> Iterator[Claim]:
    """Claim what an update costs beside gettext's."""
    pairs = list(first(find_paragraphs(), _CLAIMED * 21 // 20).items())
    update = make_update(pairs, _CLAIMED, 7)
    there = shutil.which("msgmerge")
    yield Claim(
        f"update of a catalog of {_CLAIMED:,} messages, a tenth of them edited",
        "s",
        tuple(ours(update).seconds for _ in range(rounds)),
        "msgmerge" if there else "",
        tuple(msgmerge(update).seconds for _ in range(rounds)) if there else (),
        command="merge_fuzzy.py",
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--po", nargs="+", type=Path, help="real catalogs instead of docstrings")
    parser.add_argument("--refresh", nargs=2, type=Path, help="an older and a later catalog")
    parser.add_argument("--tools", nargs="+", choices=LIMITS, default=list(LIMITS))
    parser.add_argument("--patient", action="store_true", help="wait for the slow tools")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", type=int, default=0, help="print so many bad guesses")
    return parser.parse_args()


def first(found: Iterator[Pair], count: int) -> dict[str, str]:
    """Give so many different ids, or all there are."""
    pairs: dict[str, str] = {}
    for text, string in found:
        pairs.setdefault(text, string)
        if len(pairs) >= count:
            break
    return pairs


def find_pairs(paths: Sequence[Path]) -> Iterator[Pair]:
    """Give the translated messages of two words and more, in the order of their catalogs."""
    for path in paths:
        for message in po.load(path.read_bytes(), str(path)).messages:
            plain = message.context is None and message.plural is None
            if plain and message.translated and len(message.id.split()) > 1:
                yield message.id, message.string


def find_paragraphs() -> Iterator[Pair]:
    """Give the paragraphs of English prose in what is installed, with translations made up."""
    folders = (Path(sysconfig.get_path(name)) for name in ("stdlib", "purelib"))
    for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except (SyntaxError, ValueError):
            continue
        kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
        for node in ast.walk(tree):
            text = ast.get_docstring(node) if isinstance(node, kinds) else None
            for paragraph in (text or "").split("\n\n"):
                joined = " ".join(paragraph.split())
                if len(joined.split()) > 1 and ">>>" not in joined:
                    yield joined, f"T {joined}"


def make_update(pairs: Sequence[Pair], size: int, seed: int) -> Update:
    """Edit, delete and add: *size* messages are old, a twentieth as many are new."""
    chance = random.Random(seed)
    picked = sorted(chance.sample(range(len(pairs)), size + size // 20))
    fresh = set(chance.sample(picked, size // 20))
    old = [pairs[number] for number in picked if number not in fresh]
    new = [pairs[number][0] for number in sorted(fresh)]
    sentences = [text for text in new if 4 < len(text.split()) < 15] or ["It is new."]
    order = chance.sample(range(size), size)
    edited, deleted = set(order[: size // 10]), set(order[size // 10 : size * 3 // 20])
    arrivals = dict(zip(chance.sample(range(size), len(new)), new, strict=True))
    known = {text for text, _ in old}
    asked: list[str] = []
    truth: dict[str, tuple[str, str | None]] = {}
    for number, (text, string) in enumerate(old):
        kind = EDITS[number % len(EDITS)]
        after = edit(text, kind, chance, sentences) if number in edited else text
        if after != text and after.strip() and after not in known and after not in truth:
            asked.append(after)
            truth[after] = kind, string
        elif number not in deleted:
            asked.append(text)
        if number in arrivals and arrivals[number] not in truth:
            asked.append(arrivals[number])
            truth[arrivals[number]] = "new", None
    messages = tuple(Message(text, (string,)) for text, string in old)
    return Update(
        Catalog("fr", messages=messages), Catalog(messages=tuple(map(Message, asked))), truth
    )


def edit(text: str, kind: str, chance: random.Random, sentences: Sequence[str]) -> str:
    """Give *text* as an author might leave it."""
    match kind:
        case "typo":
            at = chance.randrange(max(1, len(text) - 1))
            return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
        case "number":
            raised, count = re.subn(r"\d+", lambda digits: str(int(digits[0]) + 1), text, count=1)
            return raised if count else f"{text} 2"
        case "append":
            return f"{text} {chance.choice(sentences)}"
        case "point":
            last = text[-1] in ".:?"
            return text[:-1] + "!" if last else text[0].swapcase() + text[1:] + "."
        case _:
            return _edit_words(text, kind, chance)


def _edit_words(text: str, kind: str, chance: random.Random) -> str:
    words = text.split(" ")
    place = chance.randrange(len(words))
    match kind:
        case "word":
            words[place] = "updated"
        case "remove":
            parts = re.split(r"(?<=[.!?]) ", text)
            words = parts[:-1] if len(parts) > 1 else words[:-1]
        case "insert":
            words.insert(place, "(see the note below for details)")
        case "link":
            words[place] = f"[{words[place]}](https://example.org/{chance.randrange(999)})"
        case "rewrite":
            for at in chance.sample(range(len(words)), len(words) // 2):
                words[at] = chance.choice("text other value with into module part".split())
    return " ".join(words)


def ours(update: Update) -> Outcome:
    """Merge with this project."""
    gc.collect()
    start = time.process_time()
    merged = merge.merge(update.old, update.template).catalog
    seconds = time.process_time() - start
    tracemalloc.start()
    merge.merge(update.old, update.template)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    known = update.old.index()
    live = (one for one in merged.messages if not one.obsolete and one.key not in known)
    return Outcome(seconds, peak / MEGABYTE, {one.id: one.string for one in live if one.string})


def msgmerge(update: Update) -> Outcome:
    """Merge with gettext's tool."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "old.po"), Path(folder, "new.pot"), Path(folder, "out.po")
        paths[0].write_bytes(po.dump(_with_header(update.old)))
        paths[1].write_bytes(po.dump(_with_header(update.template)))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            ["msgmerge", "--quiet", "--previous", "-o", paths[2], paths[0], paths[1]],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        merged = po.load(paths[2].read_bytes(), "out.po")
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    offered = {one.id: one.string for one in merged.messages if one.fuzzy}
    return Outcome(seconds, after.ru_maxrss / 1024, offered)


def babel(update: Update) -> Outcome:
    """Merge with Babel."""
    catalog: BabelCatalog = read_po(io.BytesIO(po.dump(_with_header(update.old))), locale="fr")
    template: BabelCatalog = read_po(io.BytesIO(po.dump(_with_header(update.template))))
    tracemalloc.start()
    start = time.process_time()
    catalog.update(template)
    seconds = time.process_time() - start
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    offered = {str(one.id): str(one.string) for one in catalog if one.id and one.fuzzy}
    return Outcome(seconds, peak / MEGABYTE, offered)


def _with_header(catalog: Catalog) -> Catalog:
    header = merge.merge(Catalog(catalog.locale), Catalog()).catalog.header
    return replace(catalog, header=header)


def rate(offered: dict[str, str], update: Update, *, show: int = 0) -> str:
    """Give the shares of right, wrong and spurious guesses, and what share of each edit was missed."""
    missed: dict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for key, (kind, right) in update.truth.items():
        string = offered.get(key)
        state = "missed" if string is None else "right" if string == right else "wrong"
        state = state if right is not None else "absent" if string is None else "spurious"
        missed[kind][state] += 1
        totals[state] += 1
        if state in ("wrong", "spurious") and show > 0:
            show -= 1
            print(f"{state} {kind}: {key[:200]!r} got {string!r:.200}, not {right!r:.200}")
    edited = totals["right"] + totals["wrong"] + totals["missed"]
    new = totals["spurious"] + totals["absent"]
    text = f"{totals['right'] / max(1, edited):>8.1%}{totals['wrong'] / max(1, edited):>8.1%}"
    text += f"{totals['spurious'] / max(1, new):>10.1%}"
    lost = {kind: count["missed"] / count.total() for kind, count in sorted(missed.items())}
    return (
        text
        + "  missed: "
        + ", ".join(f"{kind} {lost[kind]:.0%}" for kind in EDITS if kind in lost)
    )


def refresh(old: Catalog, new: Catalog) -> str:
    """Tell how useful the guesses are for what people later wrote in *new*."""
    template = replace(new, messages=tuple(map(_asked, new.messages)))
    merged = merge.merge(old, template).catalog.index()
    known = old.index()
    later = [message for message in new.messages if message.translated and message.key not in known]
    counts: Counter[str] = Counter()
    for message in later:
        guess = merged[message.key]
        if not any(guess.strings):
            continue
        alike = Indel.normalized_similarity(guess.string, message.string)
        state = "useful" if alike >= USEFUL else "misleading" if alike < MISLEADING else "middling"
        counts[state if guess.fuzzy else f"carried over, {state}"] += 1
    shares = "; ".join(f"{name} {count / max(1, len(later)):.1%}" for name, count in counts.items())
    return f"{len(later)} new messages: {shares}"


def _asked(message: Message) -> Message:
    return Message(message.id, context=message.context, plural=message.plural)


TOOLS: dict[str, Callable[[Update], Outcome]] = {"ours": ours, "msgmerge": msgmerge, "Babel": babel}

if __name__ == "__main__":
    main()
