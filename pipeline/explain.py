"""What a rule says of itself, for `pipeline rules`, `pipeline explain` and the documentation."""

from __future__ import annotations

import difflib
import inspect
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline import check
from pipeline.errors import ConfigError
from pipeline.findings import Rule


@dataclass(frozen=True, slots=True)
class Description:
    """A rule in words: all of them stand in its own file."""

    name: str
    level: str
    summary: str
    why: str
    fix: str
    wcag: str
    options: Mapping[str, object]
    bad: Any
    good: Any


def describe(name: str, rules: Mapping[str, Rule]) -> Description:
    """
    Give the description of the rule *name*.

    >>> describe("page/image-alt", check.rules()).wcag
    '1.1.1'
    """
    rule = rules.get(name)
    if rule is None:
        near = difflib.get_close_matches(name, rules, n=1, cutoff=0.4)
        hint = f'did you mean "{near[0]}"?' if near else "`pipeline rules` lists them"
        raise ConfigError(f'unknown rule "{name}"', hint=hint)
    summary, why, fix = _sections(inspect.getdoc(rule.check) or "")
    options = check.options(rule)
    return Description(
        name, rule.level, summary, why, fix, rule.wcag, options, rule.bad[0], rule.good[0]
    )


def describe_all(rules: Mapping[str, Rule]) -> list[Description]:
    """Give the description of every rule, by name."""
    return [describe(name, rules) for name in rules]


def text(described: Description) -> str:
    """Give a description as a person reads it."""
    head = f"{described.name} ({described.level})"
    if described.wcag:
        head += f", WCAG 2.2 success criterion {described.wcag}"
    parts = [head, described.summary, f"Why: {described.why}", f"Fix: {described.fix}"]
    parts.append(f"Bad:  {_example(described.bad)}\nGood: {_example(described.good)}")
    if described.options:
        # TOML writes the values that an option can have as JSON does.
        lines = [f"{name} = {json.dumps(value)}" for name, value in described.options.items()]
        parts.append("\n".join([f'[tool.pipeline.rules."{described.name}"]', *lines]))
    return "\n\n".join(parts) + "\n"


def table(described: Sequence[Description]) -> str:
    """Give a line for each rule."""
    names = max(len(one.name) for one in described)
    levels = max(len(one.level) for one in described)
    return "".join(
        f"{one.name:<{names}}  {one.level:<{levels}}  {one.summary}\n" for one in described
    )


def data(described: Description) -> dict[str, Any]:
    """Give a description as JSON takes it."""
    return {
        "rule": described.name,
        "level": described.level,
        "summary": described.summary,
        "why": described.why,
        "fix": described.fix,
        "wcag": described.wcag,
        "options": dict(described.options),
    }


def _sections(doc: str) -> tuple[str, str, str]:
    summary, _, rest = doc.partition("\n\n")
    found = dict(
        re.findall(r"^(Why|Fix): (.+?)(?=\n\w+: |\n\n|\Z)", rest, re.DOTALL | re.MULTILINE)
    )
    joined = {key: " ".join(value.split()) for key, value in found.items()}
    return " ".join(summary.split()), joined.get("Why", ""), joined.get("Fix", "")


def _example(example: Any) -> str:
    return example if isinstance(example, str) else " → ".join(str(part) for part in example)
