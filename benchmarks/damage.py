"""
How much planted damage is caught, and how many real translations are called damaged: `pipeline.faithful`.

The pairs are the translated messages of PO files of Markdown, given on the command line, or this
project's own. Each kind of damage is planted in every translation that can have it, up to a number a
kind. What the parser makes the same HTML of is no damage, and is left out. Refused: the source is shown
instead. Reported: the translation is shown, with a finding. Run with files of your own, for example
`python benchmarks/damage.py locale/fr/LC_MESSAGES/*.po`.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline import faithful, po
from pipeline.model import Message
from pipeline.walk import parser

Pair = tuple[str, str, str]
"""Kind, source, translation."""
Plant = Callable[[str, str, random.Random], str | None]
"""Takes a translation and its source; gives it with one damage, or None where there is nothing to damage."""

ENGINE = parser()
A_KIND = 400
SHOWN = 3
_NOTE = re.compile(
    r"(?:heading \d|list item|table (?:cell|heading), column \d+|title|description|[a-z]+(?: [a-z]+)?)\Z"
)


def main() -> None:
    """Print a line for each kind of damage, then the alarms on what nobody has damaged."""
    paths = [Path(each) for each in sys.argv[1:]] or sorted(
        Path("locale").glob("*/LC_MESSAGES/*.po")
    )
    pairs = list(dict.fromkeys(pair for path in paths for pair in read(path)))
    print(f"{len(pairs)} translations in {len(paths)} files")
    start = time.process_time()
    alarms = [(pair, found) for pair in pairs if (found := judge(*pair))]
    seconds = time.process_time() - start
    clean = [pair for pair in pairs if not judge(*pair)]
    print(f"\n{'damage':<28}{'planted':>9}{'refused':>9}{'reported':>10}{'caught':>9}")
    total: Counter[str] = Counter()
    for name, plant in PLANTS.items():
        counted = Counter(damage(name, plant, clean))
        total += counted
        print(line(name, counted))
    print(line("all", total))
    refused = [each for each in alarms if each[1] == "refused"]
    print(
        f"\nundamaged: {len(refused)} refused ({len(refused) / len(pairs):.2%}), "
        f"{len(alarms) - len(refused)} reported, {seconds / len(pairs) * 1e6:.0f} µs of CPU a pair"
    )
    for (kind, source, translation), _ in refused[:20]:
        messages = "; ".join(
            fault.message for fault in faithful.faults(source, translation, kind=kind)
        )
        print(f"  {messages}\n    {translation[:100]!r}")


def read(path: Path) -> Iterator[Pair]:
    """Give the translated messages of a catalog, or the triples of a JSON file."""
    if path.suffix == ".json":
        for *_, kind, source, translation in json.loads(path.read_text(encoding="utf-8")):
            yield kind, source, translation
        return
    for message in po.load(path.read_bytes(), str(path)).messages:
        if message.translated and message.string != message.id:
            yield kind_of(message), message.id, message.string


def kind_of(message: Message) -> str:
    """Give what the first extracted comment says, which is the kind in our own catalogs."""
    return next((note for note in message.notes if _NOTE.match(note)), "paragraph")


def judge(kind: str, source: str, translation: str) -> str:
    """Say "refused", "reported", or nothing."""
    found = faithful.faults(source, translation, kind=kind)
    return "refused" if faithful.breaking(found) else "reported" if found else ""


def damage(name: str, plant: Plant, pairs: list[Pair]) -> Iterator[str]:
    """Give the judgement of each mutant that a reader would see."""
    chance = random.Random(name)
    shown = planted = 0
    for kind, source, translation in chance.sample(pairs, len(pairs)):
        mutant = None if kind in ("title", "description") else plant(translation, source, chance)
        if mutant is None or same(translation, mutant) or planted == A_KIND:
            continue
        planted += 1
        judged = judge(kind, source, mutant)
        if not judged and (shown := shown + 1) <= SHOWN:
            print(f"  missed: {source[:90]!r}\n          {mutant[:90]!r}")
        yield judged or "missed"


def same(one: str, other: str) -> bool:
    """Ask the parser whether two texts are one to a reader."""
    return one == other or ENGINE.reset().convert(one) == ENGINE.reset().convert(other)


def line(name: str, counted: Counter[str]) -> str:
    """Give a row of the table."""
    planted = counted.total()
    caught = (planted - counted["missed"]) / max(planted, 1)
    refused, reported = counted["refused"], counted["reported"]
    return f"{name:<28}{planted:>9}{refused:>9}{reported:>10}{caught:>9.1%}"


def sub(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Plant:
    """Plant in one of the places that *pattern* matches."""
    compiled = re.compile(pattern)

    def plant(text: str, _source: str, chance: random.Random) -> str | None:
        places = list(compiled.finditer(text))
        if not places:
            return None
        place = chance.choice(places)
        new = place.expand(replacement) if isinstance(replacement, str) else replacement(place)
        return text[: place.start()] + new + text[place.end() :]

    return plant


def between_words(piece: str) -> Plant:
    """Put *piece* before a word in plain text."""

    def plant(text: str, _source: str, chance: random.Random) -> str | None:
        if re.search(r"[`\[<*_{\\]", text):
            return None
        places = [match.start() for match in re.finditer(r"(?<=\s)\w{3}", text)]
        if not places:
            return None
        place = chance.choice(places)
        return text[:place] + piece + text[place:]

    return plant


def in_code(wanted: str) -> Plant:
    """Plant in code that the source has too, where it matches *wanted*."""

    def plant(text: str, source: str, chance: random.Random) -> str | None:
        places = [
            match
            for match in re.finditer(r"(?<!`)`([^`\n]+)`(?!`)", text)
            if match.group() in source and re.search(wanted, match[1])
        ]
        if not places:
            return None
        place = chance.choice(places)
        return text[: place.start()] + slip(place) + text[place.end() :]

    return plant


def slip(match: re.Match[str]) -> str:
    """Give code with one character gone, or a space where none was."""
    code = match[1]
    at = len(code) // 2
    gone = len(code) % 2 or " " in code[at - 1 : at + 1]
    return f"`{code[:at]}{code[at + 1 :]}`" if gone else f"`{code[:at]} {code[at:]}`"


LINK = r"(?<![!\\])\[([^\[\]]+)\]\(([^()\s]+)\)"
PLANTS: dict[str, Plant] = {
    "lost link": sub(LINK, r"\1"),
    "lost end of a link": sub(LINK, r"[\1](\2"),
    "space inside a link": sub(LINK, r"[\1] (\2)"),
    "escaped link": sub(LINK, r"\\[\1\\](\2)"),
    "changed target": sub(LINK, lambda m: f"[{m[1]}]({m[2][:-2]}{m[2][-1]}x)"),
    "broken title of a link": sub(LINK, r'[\1](\2 "title)'),
    "link without words": sub(LINK, r"[](\2) \1"),
    "lost image": sub(r"!\[([^\[\]]*)\]\([^()\s]+\)", r"\1"),
    "lost alternative": sub(r"!\[[^\[\]]+\](?=\()", "![]"),
    "swapped reference label": sub(r"(?<=\])\[[^\[\]^]+\]", "[other]"),
    "lost footnote mark": sub(r"\[\^[^\]]+\]", ""),
    "changed footnote mark": sub(r"\[\^([^\]]+)\]", r"[^\g<1>9]"),
    "changed code": in_code(r"[^a-zA-Z\s]|[a-z][A-Z]"),
    "changed code, a word": in_code(r"^[a-z]{3,}$"),
    "open code": sub(r"(?<!`)`([^`\n]+)`(?!`)", r"`\1"),
    "code opened late": sub(r"(?<!`)`([^`\n]+)`(?!`)", r"\1`"),
    "open strong emphasis": sub(r"\*\*([^*\n]+)\*\*", r"**\1"),
    "space inside emphasis": sub(r"\*\*([^*\n]+)\*\*", r"** \1**"),
    "open emphasis": sub(r"(?<![*\w])\*([^*\s][^*\n]*)\*(?![*\w])", r"*\1"),
    "lost placeholder": sub(r"(?<!\])\{\w+\}|%\(\w+\)s", ""),
    "renamed placeholder": sub(r"(?<=\{)[a-z]\w*(?=\})", "nom"),
    "unclosed tag": sub(r"</(?:a|b|i|kbd|sup|sub|span|strong|em|code)>", ""),
    "tag closed twice": sub(r"(?=</(?:a|b|i|kbd|sup|sub|span|strong|em)>)", "</b>"),
    "added tag": between_words("<div>"),
    "added attribute list": sub(r"(?<=[^\s*])\*+(?=[\s.,])", r"\g<0>{: #planted }"),
    "open code in plain text": between_words("`b` `"),
    "open emphasis in plain text": between_words("**"),
    "added link": between_words("[x](https://example.org/planted) "),
    "extra block": sub(r"(?<=\w)([.。]) ?(?=\w)", r"\1\n\n"),
    "extra list marker": lambda text, *_: "- " + text,
    "extra heading": lambda text, *_: "## " + text,
    "extra list": sub(r"(?<=\w) (?=\w{4})", "\n- "),
    "extra fence": lambda text, *_: f"```\n{text}\n```",
    "control character": sub(r"(?<=\w) (?=\w)|(?<=[ぁ-ん])(?=[ぁ-ん])", "\x02"),
}

if __name__ == "__main__":
    main()
