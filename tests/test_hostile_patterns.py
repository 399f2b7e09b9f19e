"""No regular expression of ours explodes: each is run over texts made to hold it up, under a generous limit."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

import pipeline
from pipeline.deadline import deadline
from pipeline.errors import PipelineError

LENGTH = 1_000
LIMIT = 3.0
"""
Seconds of the processor's time for one search. A thousand characters cost a linear pattern
microseconds and a quadratic one milliseconds; a cubic one takes longer than this, and an exponential
one for ever. What is quadratic is bounded by the caps on a paragraph and by the deadline of a job.
"""

SEEDS = (
    *"aA1é漢 \t\n-_*`[](<&\"'{|\\/.:,;#=",
    *("a ", "1 ", "1,", "a.", "a-", "a'", "<a ", "<a b=", "<!--", "{:", "| ", "a@", "a\u2019"),
    *("\n\n", " \n", "\n ", "\n- ", "[a](", "![", "<b>", "1-", "Aa ", "a\n"),
)
OPENERS = ("<", "<a", "</", "<!--", "&", "[", "[^", "](", "{", "{:", "`", '"', "'", "(", "$", "%")
"""What begins something whose end is then looked for in vain."""
FILLERS = ("a", "a ", "a-", "a=", "1", '"', " ")
HELD_UP = 100
"""Characters: what an opener alone lets explode is exponential, which so few of them show."""
_SEARCHED = r"(?:\[[^\]]*\]|\.get\([^)]*\))?\.(?:search|finditer|findall|sub|subn|split)\("


def patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Give each compiled pattern of the package with its name, and whether it is looked for anywhere."""
    seen = set()
    for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if module.name.endswith("__main__"):
            continue
        found = importlib.import_module(module.name)
        source = inspect.getsource(found)
        for name, value in vars(found).items():
            for where, pattern in _inside(name, value):
                if pattern in seen or isinstance(pattern.pattern, bytes):
                    continue
                seen.add(pattern)
                yield f"{module.name}.{where}", pattern, _searched(found, source, name, where)


def _inside(name: str, value: object, depth: int = 0) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, ModuleType) or depth > 2:
        return
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _inside(f"{name}[{key!r}]", one, depth + 1)
    elif isinstance(value, tuple | list | set | frozenset):
        for number, one in enumerate(value):
            yield from _inside(f"{name}[{number}]", one, depth + 1)


def _searched(_module: ModuleType, source: str, name: str, where: str) -> bool:
    return name != where or re.search(rf"\b{re.escape(name)}{_SEARCHED}", source) is not None


def costs(pattern: re.Pattern[str], *, searched: bool) -> Iterator[str]:
    """Give the seeds that hold *pattern* up."""
    ways: list[Callable[[str], object]] = [pattern.match, pattern.fullmatch]
    if searched:
        ways = [lambda text: sum(1 for _ in pattern.finditer(text))]
    texts = {seed: (seed * LENGTH)[:LENGTH] for seed in SEEDS}
    for opener in OPENERS:
        texts |= {opener + filler: opener + filler * HELD_UP for filler in FILLERS}
    for seed, text in texts.items():
        for way in ways:
            try:
                with deadline(LIMIT, "pattern"):
                    way(text)
                    way(f"{text}\x01")
            except PipelineError:
                yield seed
                break


def test_no_pattern_explodes() -> None:
    """Neither where it matches nor where it fails at the last character."""
    found = {
        name: slow
        for name, pattern, searched in patterns()
        if (slow := list(costs(pattern, searched=searched)))
    }
    assert found == {}


def test_one_that_does_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test sees what it is for."""
    monkeypatch.setattr(sys.modules[__name__], "LIMIT", 0.2)
    pattern = re.compile(r"(?:a|aa)+\Z")
    assert next(costs(pattern, searched=False)) == "a"


def test_patterns_of_the_sanitiser_are_linear() -> None:
    """A long body of tags, quotes or comments that end nowhere is read at once."""
    from pipeline import links, removed, sanitise, stamps

    for seed in (
        '<a b="',
        "<a ",
        "<!--",
        '<p a="b"',
        "<svg>",
        "<script>",
        "javascript:",
        "\t:",
        "a;",
    ):
        text = seed * (50_000 // len(seed))
        with deadline(20, "body"):
            clean = sanitise.sanitise(text)
            removed.removed(text, clean)
            links.rewrite(clean, lambda _address: None)
            stamps.strip(clean)
