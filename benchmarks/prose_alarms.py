"""
How often the prose rules speak on clean published English, and how fast they read.

Reads Markdown, reStructuredText, plain text and HTML, given as files or folders; without any, the English
documentation of Debian packages that is installed here. Every alarm on a text that was edited and
published is a false one until somebody has read it: `--show` lists each with its passage. Names and
other languages are not this benchmark's matter: prose/spelling, prose/name-variant and
prose/left-in-another-language are left out, as are rules that ask for anything beside the prose.

    python benchmarks/prose_alarms.py /usr/share/doc/debian-handbook/html/en-US --show prose/its-possessive

With `--peers`, five million bytes of the Markdown that was given go through all prose rules, reading
included, and through proselint and write-good, in one run: words per second, in CPU time, the start of
each program left out (it is measured on an empty file).

    python benchmarks/prose_alarms.py DOCS --peers --proselint venv/bin/proselint --write-good node_modules/.bin/write-good
"""

from __future__ import annotations

import argparse
import re
import resource
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claims import Claim

from pipeline import article, check, dom, visible, walk
from pipeline.check import Subjects
from pipeline.errors import PipelineError
from pipeline.findings import LEVELS, Found, Rule
from pipeline.model import NOT_PROSE, Article, Catalog, Origin, Passage
from pipeline.prose import passages

_INSTALLED = (
    "debian-handbook",
    "debian-policy",
    "debian-reference-common",
    "developers-reference",
    "git-doc",
    "maint-guide",
    "postgresql-doc-15",
    "python-django-doc",
    "python3.11-doc",
)
_HTML = frozenset({".html", ".htm", ".xhtml"})
_KINDS = _HTML | {".md", ".markdown", ".rst", ".txt"}
_MOST = 2_000_000
"""Characters of a file; what is longer is an index or data."""
_WORD = re.compile(r"[^\W\d_]+")
_BLANK_LINES = re.compile(r"\n\s*\n")
_SPACES = re.compile(r"\s+")
_AROUND = 70
_WITHOUT = frozenset({"prose/spelling", "prose/name-variant", "prose/left-in-another-language"})

# The arguments of each peer, before the files.
PEERS: dict[str, tuple[str, ...]] = {"proselint": ("check",), "write-good": ()}
_BENCH = Path(__file__).parent.parent / ".bench"
_INSTALLED_BY_US = {
    "proselint": _BENCH / "prose/bin/proselint",
    "write-good": _BENCH / "node_modules/.bin/write-good",
}
"""Where `make peers` puts them."""
_PART = 5
"""One text in so many is enough for a claim."""
_BYTES = 5_000_000
_ENOUGH = 10.0
"""So many times the speed of a peer is asked for."""


def read(path: Path) -> Sequence[Passage]:
    """Give the passages of a file; none, if it cannot be read."""
    data = path.read_bytes()
    if len(data) > _MOST:
        return ()
    try:
        if path.suffix in _HTML:
            return tuple(
                visible.passages(dom.parse(data.decode("utf-8", "replace"), str(path)), "en")
            )
        if path.suffix == ".txt":
            return tuple(_plain(data.decode("utf-8", "replace"), str(path)))
        if path.suffix == ".rst":
            text = data.decode("utf-8", "replace")
            version = walk.render(Article(path.stem, str(path), "en", text), "en", Catalog("en"))
        else:
            parsed = article.parse(data, str(path), "en")
            version = walk.render(parsed, "en", Catalog("en"))
    except PipelineError:
        return ()
    return passages.prose(version)


def _plain(text: str, path: str) -> Iterator[Passage]:
    """Give the paragraphs of a plain text, each on one line."""
    line = 1
    at = 0
    for paragraph in _BLANK_LINES.split(text):
        at = text.index(paragraph, at)
        line = text.count("\n", 0, at) + 1
        joined = _SPACES.sub(" ", paragraph).strip()
        if joined:
            yield Passage(joined, "en", "paragraph", Origin(path, ((0, line, 1),)))


def english(passage: Passage) -> bool:
    """Say whether the page does not name another language for it."""
    return passage.locale.partition("-")[0].lower() == "en"


def chosen(names: Sequence[str]) -> dict[str, Rule]:
    """Give the prose rules that ask for nothing but the prose, all of them or those named."""
    return {
        name: rule
        for name, rule in check.rules().items()
        if name.startswith("prose/")
        and name not in _WITHOUT
        and not check.needs(rule)
        and rule.knows("en")
        and (not names or name in names)
    }


def files(given: Sequence[str]) -> Iterator[Path]:
    """Give the files to read: those given, and those in folders."""
    roots = [Path(one) for one in given] or [Path("/usr/share/doc") / name for name in _INSTALLED]
    for root in roots:
        if root.is_dir():
            yield from (path for path in sorted(root.rglob("*")) if _readable(path))
        elif root.exists():
            yield root


def _readable(path: Path) -> bool:
    return path.suffix in _KINDS and path.is_file() and not path.is_symlink()


def line(found: Found, prose: Sequence[Passage]) -> str:
    """Give an alarm and the words around it."""
    suggestion = f" -> {found.suggestions[0]}" if found.suggestions else ""
    around = ""
    for passage in prose:
        start, end = passage.origin.at(0), passage.origin.at(len(passage.text))
        at = passage.text.find(found.text)
        if start <= found.place <= end and at >= 0:
            while at >= 0 and passage.origin.at(at) != found.place:
                at = passage.text.find(found.text, at + 1)
            if at >= 0:
                around = passage.text[max(0, at - _AROUND) : at + len(found.text) + _AROUND]
                break
    around = around.replace(NOT_PROSE, "▯").replace("\n", " ")
    return f"{found.place.path}:{found.place.line}: [{found.text}]{suggestion} | {around}"


def main() -> None:
    """Print a row a rule, the sum of each level, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", help="files or folders")
    parser.add_argument("--rule", action="append", default=[], help="only this rule")
    parser.add_argument(
        "--show", nargs="?", const="", help="list the alarms of all rules, or of one, or of a level"
    )
    parser.add_argument("--peers", action="store_true", help="the speed, beside other programs")
    for peer in PEERS:
        parser.add_argument(f"--{peer}", default=peer, help="the program, if it is not on PATH")
    parser.add_argument(
        "--share", type=int, default=20, help="of the peers: a part of the text in so many"
    )
    given = parser.parse_args()
    rules = chosen(given.rule)
    if given.peers:
        beside(rules, files(given.paths), given)
        return
    words = passages_read = texts = 0
    seen: set[str] = set()
    alarms: Counter[tuple[str, str]] = Counter()
    spent: Counter[str] = Counter()
    for path in files(given.paths):
        # Menus and notices stand on every page of a manual: each text counts once.
        prose = [one for one in read(path) if english(one) and one.text not in seen]
        seen.update(one.text for one in prose)
        count = sum(len(_WORD.findall(passage.text)) for passage in prose)
        words, passages_read, texts = words + count, passages_read + len(prose), texts + bool(prose)
        for name, rule in rules.items():
            began = time.process_time()
            found = list(check.apply(name, rule, Subjects(prose=prose), {}))
            spent[name] += int((time.process_time() - began) * 1e9)
            for one in found:
                level = one.level or rule.level
                alarms[level, name] += 1
                if given.show is not None and given.show in ("", name, level):
                    print(name, line(one, prose), flush=True)
    report(rules, alarms, spent, words, f"{texts} files, {passages_read} passages, {words} words")


def claims(rounds: int) -> Iterator[Claim]:
    """Claim how many words a second all prose rules read, beside other programs."""
    texts = _gathered(files([str(_BENCH.parent / "content")]))[::_PART]
    words = sum(len(_WORD.findall(text)) for text in texts)
    rules = chosen([])
    own = tuple(words / sum(_ours(rules, texts)) for _ in range(rounds))
    for peer, arguments in PEERS.items():
        program = _INSTALLED_BY_US[peer]
        theirs: tuple[float, ...] = ()
        if program.is_file():
            with tempfile.TemporaryDirectory() as folder:
                command = (str(program), *arguments)
                theirs = tuple(_theirs(command, texts, Path(folder)) for _ in range(rounds))
        yield Claim(
            "all prose rules, reading included",
            "words/s",
            own,
            peer if theirs else "",
            theirs,
            times=_ENOUGH,
            more=True,
            command="prose_alarms.py DOCS --peers",
        )


def beside(rules: dict[str, Rule], paths: Iterator[Path], given: argparse.Namespace) -> None:
    """Print the speed of all rules on so much Markdown, and that of the peers on a part of it."""
    with tempfile.TemporaryDirectory() as folder:
        texts = _gathered(path for path in paths if path.suffix in (".md", ".markdown"))
        words = sum(len(_WORD.findall(text)) for text in texts)
        size = sum(len(text.encode()) for text in texts)
        print(f"{len(texts)} files, {size} bytes, {words} words of Markdown")
        reading, ruling = _ours(rules, texts)
        ours = words / (reading + ruling)
        print(
            f"{'all prose rules':16} {ours:10.0f} words a second, {len(rules)} rules; "
            f"{words / ruling:.0f}, if the reading of the Markdown does not count"
        )
        for peer, arguments in PEERS.items():
            program = shutil.which(getattr(given, peer.replace("-", "_")))
            if program is None:
                print(f"{peer:16} not found: name it with --{peer} PATH")
                continue
            part = texts[:: given.share]
            theirs = _theirs((program, *arguments), part, Path(folder))
            print(
                f"{peer:16} {theirs:10.0f} words a second; ours are {ours / theirs:.1f} times as fast "
                f"(asked for: {_ENOUGH:.0f})"
            )


def _gathered(paths: Iterable[Path]) -> list[str]:
    """Give texts until there are enough, from the beginning again where there are too few."""
    texts = [text for path in paths if _parses(text := path.read_text("utf-8", "replace"))]
    if not texts:
        raise SystemExit("no Markdown among the files")
    size = sum(len(text.encode()) for text in texts)
    texts *= -(-_BYTES // size)
    kept: list[str] = []
    total = 0
    for text in texts:
        if total >= _BYTES:
            break
        kept.append(text)
        total += len(text.encode())
    return kept


def _parses(text: str) -> bool:
    """Say whether we read it: front matter of another kind is refused, and would not count."""
    try:
        article.parse(text.encode(), "a.md", "en")
    except PipelineError:
        return False
    return True


def _ours(rules: dict[str, Rule], texts: Sequence[str]) -> tuple[float, float]:
    """Give the CPU seconds of our reading and of our rules; what they load is loaded before."""

    def once(some: Sequence[str]) -> tuple[float, float]:
        began = time.process_time()
        ruling = 0.0
        for number, text in enumerate(some):
            parsed = article.parse(text.encode(), f"{number}.md", "en")
            prose = tuple(
                passage
                for segment in walk.segments(parsed)
                for passage in passages.segment_passages(segment, "en")
            )
            read = time.process_time()
            for name, rule in rules.items():
                for _ in check.apply(name, rule, Subjects(prose=prose), {}):
                    pass
            ruling += time.process_time() - read
        return time.process_time() - began - ruling, ruling

    once(texts[:1])
    return once(texts)


def _theirs(command: Sequence[str], texts: Sequence[str], folder: Path) -> float:
    """Give a program's words per second of CPU time, its start left out; a file at a time, as it is used."""
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"{number}.md")
        paths[-1].write_text(text)
    empty = folder / "empty.md"
    empty.write_text("A word.\n")
    start = _seconds([*command, str(empty)])
    spent = _seconds([*command, *map(str, paths)]) - start
    return sum(len(_WORD.findall(text)) for text in texts) / max(spent, 1e-9)


def _seconds(command: Sequence[str]) -> float:
    """Give the CPU seconds of a program and what it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def report(
    rules: dict[str, Rule],
    alarms: Counter[tuple[str, str]],
    spent: Counter[str],
    words: int,
    what: str,
) -> None:
    """Print the table."""
    share = 100_000 / max(words, 1)
    print(f"\n{what}; alarms in 100,000 words, nanoseconds a word")
    for name, rule in rules.items():
        counted = {level: alarms[level, name] for level in LEVELS if alarms[level, name]}
        for level, count in (counted or {rule.level: 0}).items():
            speed = spent[name] / max(words, 1)
            print(f"{level:8} {name:36} {count:6} {count * share:8.2f} {speed:8.0f}")
    for level in LEVELS:
        count = sum(number for (one, _), number in alarms.items() if one == level)
        print(f"{level:8} {'all':36} {count:6} {count * share:8.2f}")
    total = spent.total() / max(words, 1)
    print(f"{'':8} {'CPU time of all rules':36} {'':6} {'':8} {total:8.0f}")


if __name__ == "__main__":
    main()
