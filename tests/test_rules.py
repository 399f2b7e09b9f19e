"""Every rule proves itself from its own file: its examples, its words, its needs."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import Any, get_args

import pytest
from styles import EXAMPLE

from pipeline import (
    alternates,
    check,
    dictionaries,
    dom,
    explain,
    po,
    spelling,
    suppression,
    visible,
    walk,
)
from pipeline.check import Subjects
from pipeline.findings import Found
from pipeline.identifier import Identifier
from pipeline.model import Article, Catalog, Message, Origin, Run, Segment, State
from pipeline.prose import passages

RULES = sorted(check.rules().items())
BAD = [(name, rule, example) for name, rule in RULES for example in rule.bad]
GOOD = [(name, rule, example) for name, rule in RULES for example in rule.good]


def prose(example: str | tuple[str, str]) -> Subjects:
    """An article in English, or in the language that the example names."""
    locale, text = example if isinstance(example, tuple) else ("en", example)
    version = walk.render(Article("example", "example.md", locale, text), locale, Catalog(locale))
    return Subjects(
        prose=passages.prose(version),
        runs=version.runs,
        speller=spelling.Judge(locale, dictionaries.load),
        style=EXAMPLE,
        locale=locale,
    )


def translation(example: tuple[Any, ...]) -> Subjects:
    """A message and what a catalog has for it: in French, or in the locale that the example names last."""
    if isinstance(example[0], tuple):
        runs = tuple(run for one in example for run in translation(one).runs)
        return Subjects(runs=runs, locale="fr", source="en")
    source, string, *rest = example
    named = [one for one in rest if one not in get_args(State)]
    state: Any = next(
        (one for one in rest if one not in named), "translated" if string else "missing"
    )
    origin = Origin("fr.po", ((0, 1, 1),))
    shown = string if state == "translated" else source
    target = named[0] if named else "fr"
    locale = target if state == "translated" else "en"
    message = Message(source, (string,), fuzzy=state == "fuzzy", origin=origin)
    return Subjects(
        runs=(Run(Segment(source, "paragraph", origin), shown, locale, state, origin, message),),
        locale=target,
        style=EXAMPLE,
    )


def html(example: str) -> Subjects:
    """What is taken out of an article in English."""
    one = Article("example", "example.md", "en", example)
    version = walk.render(one, "en", Catalog("en"))
    return Subjects(removed=version.removed, runs=version.runs, article=one)


def catalog(example: str) -> Subjects:
    """A catalog's file."""
    return Subjects(doubts=tuple(po.doubts(po.load(example.encode(), "fr.po"))))


def page(example: str) -> Subjects:
    """A page, or a piece of one."""
    parsed = dom.parse(example, "example.html")
    pages = parsed.named("html")
    named = pages[0].language if pages else ""
    locale = named if named.replace("-", "").isalpha() and len(named) == 2 else "en"
    prose = visible.passages(parsed, locale)
    return Subjects(prose, dom=parsed, locale=locale, identifier=Identifier())


def suppressed(example: str) -> Subjects:
    """An article in English, and what came of all that it lets be."""
    one = Article("example", "example.md", "en", example)
    said = suppression.of_article(one)
    subjects = replace(prose(example), suppressions=said)
    ran = {name: rule for name, rule in RULES if name.startswith("prose/")}
    findings = check.check(subjects, "example", "en", {})
    used = suppression.split((each.finding for each in findings.suppressed), said).used
    return Subjects(ignores=tuple(suppression.judge(said, used, ran, dict(RULES))))


def site(example: tuple[str, ...]) -> Subjects:
    """Pages by their names."""
    parts = [part.partition(": ") for part in example]
    pages = [dom.parse(html, name) for name, _, html in parts]
    return Subjects(pages=[alternates.read(one, one.named("html")[0].language) for one in pages])


def project(example: tuple[tuple[str, ...], ...]) -> Subjects:
    """Messages in French, each in a catalog: its path, source, translation, and maybe a context."""
    runs = []
    for line, (path, source, string, *context) in enumerate(example, 1):
        origin = Origin(path, ((0, line, 1),))
        segment = Segment(source, "paragraph", origin, "".join(context) or None)
        message = Message(source, (string,), origin=origin)
        runs.append(Run(segment, string, "fr", "translated", origin, message))
    return Subjects(translations=runs, locale="fr", source="en")


KINDS = {
    "site": site,
    "project": project,
    "catalog": catalog,
    "html": html,
    "page": page,
    "prose": prose,
    "suppression": suppressed,
    "translation": translation,
}


def found(name: str, rule: Any, example: Any) -> list[Found]:
    """Run one rule over one example."""
    subjects = KINDS[name.partition("/")[0]]
    return list(check.apply(name, rule, subjects(example), {}))


@pytest.mark.parametrize(("name", "rule", "example"), BAD)
def test_bad_is_found(name: str, rule: Any, example: Any) -> None:
    """What a rule calls bad, it finds."""
    assert found(name, rule, example)


@pytest.mark.parametrize(("name", "rule", "example"), GOOD)
def test_good_is_not_found(name: str, rule: Any, example: Any) -> None:
    """What a rule calls good, it lets pass."""
    assert found(name, rule, example) == []


@pytest.mark.parametrize(("name", "rule"), RULES)
def test_rule_explains_itself(name: str, rule: Any) -> None:
    """A rule says what it asks, why, and how to mend it; a page rule names its success criterion."""
    described = explain.describe(name, {name: rule})
    assert described.summary
    assert described.why
    assert described.fix
    assert bool(rule.wcag) == name.startswith(("page/", "site/"))
    assert rule.bad
    assert rule.good


def test_the_first_rules_are_there() -> None:
    """The rules that the documentation promises exist."""
    promised = "prose/spelling prose/long-sentence prose/repeated-word translation/missing"
    promised += " translation/fuzzy translation/placeholder page/image-alt page/heading-order"
    promised += " page/link-name page/language"
    assert set(promised.split()) <= {name for name, _ in RULES}


@pytest.mark.parametrize(("name", "rule"), RULES)
def test_explained_options_are_a_configuration(name: str, rule: Any) -> None:
    """What `explain` shows of a rule's options can be pasted into pyproject.toml."""
    described = explain.describe(name, {name: rule})
    if described.options:
        section = explain.text(described).rpartition("\n\n")[2]
        assert tomllib.loads(section)["tool"]["pipeline"]["rules"] == {name: described.options}
