"""What a rule says of itself, for `pipeline rules`, `pipeline explain` and the documentation."""

from __future__ import annotations

import difflib
import inspect
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from pipeline import check, toml
from pipeline.errors import ConfigError
from pipeline.findings import Rule
from pipeline.wcag import CRITERIA, Criterion

_SHOWN = 6
"""So many examples tell what is meant."""
_FENCES = {"page": "html", "catalog": "po", "project": "po", "translation": "po"}
_ACT = "https://www.w3.org/WAI/standards-guidelines/act/rules/"
_STATES = ("source", "translated", "fuzzy", "missing", "refused")


_INTRODUCTION = """\
Written by `make fix` from the rules themselves. `pipeline explain RULE` shows the same at a terminal.

An error holds a version; a warning and a note do not, and a review asks a question.
A rule without languages knows them all. Settings are in the [README](../../README.md)."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text as it stands in a file, and its locale where that is not the usual one."""

    text: str
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """A rule in words: all of them stand in its own file."""

    name: str
    level: str
    summary: str
    why: str
    fix: str
    options: Mapping[str, object]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    languages: tuple[str, ...] = ()
    """The subtags of those it knows; empty, if it knows all."""
    criterion: Criterion | None = None
    act: tuple[str, ...] = ()
    axe: tuple[str, ...] = ()
    source: str = ""

    @property
    def group(self) -> str:
        """The first part of its name."""
        return self.name.partition("/")[0]


def describe(name: str, rules: Mapping[str, Rule]) -> Description:
    """
    Give the description of the rule *name*.

    >>> describe("page/image-alt", check.rules()).criterion
    Criterion(number='1.1.1', name='Non-text Content', level='A')
    """
    rule = rules.get(name)
    if rule is None:
        near = _nearest(name, rules)
        hint = f"did you mean {toml.quote(near)}?" if near else "`pipeline rules` lists them"
        raise ConfigError(f"unknown rule {toml.quote(name)}", hint=hint)
    summary, why, fix = _sections(inspect.getdoc(rule.check) or "")
    group = name.partition("/")[0]
    return Description(
        name,
        rule.level,
        summary,
        why,
        fix,
        check.options(rule),
        tuple(_example(group, example) for example in rule.bad[:_SHOWN]),
        tuple(_example(group, example) for example in rule.good[:_SHOWN]),
        tuple(sorted(rule.languages)),
        CRITERIA[rule.wcag] if rule.wcag else None,
        rule.act,
        rule.axe,
        rule.source,
    )


def group(name: str, rules: Mapping[str, Rule]) -> list[Description]:
    """
    Give the description of every rule of the group *name*; none, if it is no group.

    >>> [one.name for one in group("suppression/", check.rules())][0]
    'suppression/reason'
    """
    wanted = name.rstrip("/")
    return [describe(one, rules) for one in rules if one.partition("/")[0] == wanted]


def _nearest(name: str, rules: Mapping[str, Rule]) -> str:
    """
    Give the rule or the group that was meant; nothing, where *name* is like none.

    >>> _nearest("prose/speling", check.rules()), _nearest("over_time", check.rules())
    ('prose/spelling', 'prose/over-time')
    >>> _nearest("Proze", check.rules()), _nearest("image-alts", check.rules())
    ('prose', 'page/image-alt')
    >>> _nearest("xyzzy", check.rules())
    ''
    """
    asked = name.strip("/").lower().replace("_", "-")
    known = {one.partition("/")[2]: one for one in sorted(rules, reverse=True)}
    known |= {one.partition("/")[0]: one.partition("/")[0] for one in rules}
    known |= {one: one for one in rules}
    near = difflib.get_close_matches(asked, known, n=1, cutoff=0.65)
    return known[near[0]] if near else ""


def describe_all(rules: Mapping[str, Rule]) -> list[Description]:
    """Give the description of every rule, by name."""
    return [describe(name, rules) for name in rules]


def text(described: Description) -> str:
    """Give a description as a person reads it."""
    parts = [f"{described.name} ({described.level})", described.summary]
    parts += [f"Why: {described.why}", f"Fix: {described.fix}"]
    parts += [
        "\n".join([f"{what}:", *(_indented(each) for each in examples)])
        for what, examples in (("Bad", described.bad), ("Good", described.good))
        if examples
    ]
    facts = [f"Languages: {', '.join(described.languages)}"] if described.languages else []
    if one := described.criterion:
        facts.append(f"WCAG 2.2: {one.number} {one.name} (level {one.level}), {one.address}")
    facts += [f"ACT rule: {_ACT}{rule}/" for rule in described.act]
    facts += [f"axe-core: {', '.join(described.axe)}"] if described.axe else []
    facts += [f"Source: {described.source}"] if described.source else []
    parts += ["\n".join(facts)] if facts else []
    if described.options:
        parts.append(_settings(described))
    return "\n\n".join(parts) + "\n"


def markdown(described: Description) -> str:
    """Give a description as a page of the documentation."""
    one = described.criterion
    parts = [f"# {described.name}", _facts(described), described.summary]
    parts += [f"**Why:** {described.why}", f"**Fix:** {described.fix}"]
    for title, examples in (("Found", described.bad), ("Let pass", described.good)):
        if examples:
            parts += [f"## {title}", *(_fenced(described.group, each) for each in examples)]
    if described.options:
        parts += ["## Options", f"```toml\n{_settings(described)}\n```"]
    links = []
    if one:
        name = f"{one.number} {one.name}"
        links.append(f"- WCAG 2.2, success criterion [{name}]({one.address}), level {one.level}")
    links += [f"- ACT rule [{rule}]({_ACT}{rule}/)" for rule in described.act]
    links += [f"- axe-core: {', '.join(f'`{rule}`' for rule in described.axe)}"] * bool(
        described.axe
    )
    links += [f"- {described.source}"] if described.source else []
    parts += ["## Sources", "\n".join(links)] if links else []
    return "\n\n".join(parts) + "\n"


def index(described: Sequence[Description]) -> str:
    """Give the first page of that documentation: every rule, by group."""
    parts = [
        "# Rules",
        _INTRODUCTION,
    ]
    for group, rules in groupby(described, key=lambda one: one.group):
        lines = [
            "| rule | level | languages | WCAG | asks that |",
            "| --- | --- | --- | --- | --- |",
        ]
        for one in rules:
            criterion = f"{one.criterion.number} {one.criterion.level}" if one.criterion else ""
            summary = one.summary.replace("|", "\\|")
            name = f"[{one.name}]({one.name}.md)"
            lines.append(f"| {name} | {one.level} | {_tags(one)} | {criterion} | {summary} |")
        parts += [f"## {group}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def table(described: Sequence[Description]) -> str:
    """Give a line for each rule."""
    rows = [(one.name, one.level, _tags(one), one.summary) for one in described]
    names, levels, tags = (max(len(row[column]) for row in rows) for column in range(3))
    return "".join(
        f"{name:<{names}}  {level:<{levels}}  {known:<{tags}}  {summary}\n"
        for name, level, known, summary in rows
    )


def data(described: Description) -> dict[str, Any]:
    """Give a description as JSON takes it."""
    one = described.criterion
    return {
        "rule": described.name,
        "level": described.level,
        "summary": described.summary,
        "why": described.why,
        "fix": described.fix,
        "languages": list(described.languages),
        "wcag": one.number if one else "",
        "wcag_name": one.name if one else "",
        "wcag_level": one.level if one else "",
        "wcag_address": one.address if one else "",
        "act": list(described.act),
        "axe": list(described.axe),
        "source": described.source,
        "bad": [asdict(each) for each in described.bad],
        "good": [asdict(each) for each in described.good],
        "options": dict(described.options),
    }


def _sections(doc: str) -> tuple[str, str, str]:
    summary, _, rest = doc.partition("\n\n")
    found = dict(
        re.findall(r"^(Why|Fix): (.+?)(?=\n\w+: |\n\n|\Z)", rest, re.DOTALL | re.MULTILINE)
    )
    joined = {key: " ".join(value.split()) for key, value in found.items()}
    return " ".join(summary.split()), joined.get("Why", ""), joined.get("Fix", "")


def _facts(described: Description) -> str:
    known = f"knows {', '.join(described.languages)}" if described.languages else "every language"
    one = described.criterion
    return f"{described.level} · {known}" + (f" · WCAG {one.number}, {one.level}" if one else "")


def _tags(described: Description) -> str:
    known = described.languages
    return ", ".join(known) if len(known) <= _SHOWN else f"{len(known)} languages"


def _settings(described: Description) -> str:
    # TOML writes the values that an option can have as JSON does.
    lines = [f"{name} = {json.dumps(value)}" for name, value in described.options.items()]
    return "\n".join([f'[tool.pipeline.rules."{described.name}"]', *lines])


def _example(group: str, example: Any) -> Example:
    """Give an example as it would stand in a file, with what nobody could see made visible."""
    if isinstance(example, str):
        return Example(_shown(example.strip("\n")))
    if all(isinstance(part, tuple) for part in example):
        messages = [_messages(group, part) for part in example]
        return Example("\n\n".join(one.text for one in messages), messages[0].locale)
    return _messages(group, example)


def _messages(group: str, example: Any) -> Example:
    parts = [part if isinstance(part, str) else json.dumps(part, default=str) for part in example]
    if group == "project":
        path, source, string, *context = parts
        lines = [f"# {path}", *(f'msgctxt "{_escaped(each)}"' for each in context)]
        lines += [f'msgid "{_escaped(source)}"', f'msgstr "{_escaped(string)}"']
        return Example(_shown("\n".join(lines)))
    if group != "translation":
        locale, *rest = parts
        return Example(_shown("\n".join(rest).strip("\n")), locale)
    source, string, *rest = parts
    lines = ["#, fuzzy"] * ("fuzzy" in rest)
    lines += [f'msgid "{_escaped(source)}"', f'msgstr "{_escaped(string)}"']
    locale = "".join(tag for tag in rest if tag not in _STATES)
    return Example(_shown("\n".join(lines)), locale)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _shown(text: str) -> str:
    r"""
    Give *text* with what has no look of its own by its number.

    >>> print(_shown("a\u00a0b\u202ec"))
    a\u00a0b\u202ec
    """
    return "".join(f"\\u{ord(each):04x}" if _unseen(each) else each for each in text)


def _unseen(character: str) -> bool:
    kind = unicodedata.category(character)
    return (kind in ("Cc", "Cf") and character != "\n") or (
        kind == "Zs" and character not in " \u3000"
    )


def _indented(example: Example) -> str:
    named = f"{example.locale}: " if example.locale else ""
    return f"  {named}{example.text}".replace("\n", "\n  ")


def _fenced(group: str, example: Example) -> str:
    longest = max(map(len, re.findall("`+", example.text)), default=0)
    fence = "`" * max(3, longest + 1)
    named = f"In `{example.locale}`:\n\n" if example.locale else ""
    return f"{named}{fence}{_FENCES.get(group, 'markdown')}\n{example.text}\n{fence}"
