"""Chooses the rules, runs them over their subjects, and stamps what they find."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import pipeline.rules
from pipeline import fingerprint, locales, suppression, trace
from pipeline.dom import Dom
from pipeline.findings import LEVELS, Finding, Found, Identifier, Rule, Speller
from pipeline.housestyle import Style
from pipeline.model import Alternates, Article, Passage, Place, Removal, Run
from pipeline.settings import Setting
from pipeline.suppression import Ignore, Split, Suppression


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the rules look at in one version; a group without its subject is not run."""

    prose: Sequence[Passage] = ()
    runs: Sequence[Run] = ()
    dom: Dom | None = None
    removed: Sequence[Removal] = ()
    """What the sanitiser took out of the article's body."""
    pages: Sequence[Alternates] = ()
    """All pages that are checked together."""
    translations: Sequence[Run] = ()
    """All runs of the locale that are checked together."""
    doubts: Sequence[Found] = ()
    """What somebody should look at in the catalog's file."""
    article: Article | None = None
    speller: Speller | None = None
    identifier: Identifier | None = None
    locale: str = "en"
    source: str = ""
    """The locale it is a translation from; empty, where nobody knows."""
    style: Style | None = None
    """The project's own terms, and its checks of Vale."""
    suppressions: Sequence[Suppression] = ()
    """What the author and the translator let be."""
    blind: frozenset[str] = frozenset()
    """Rules that see nothing here, since a dictionary is missing: no use of theirs can be judged."""
    ignores: Sequence[Ignore] = ()
    """What came of the suppressions; known once all other rules have run."""


_SUBJECT = {
    "prose": "prose",
    "translation": "runs",
    "catalog": "doubts",
    "page": "dom",
    "project": "translations",
    "html": "removed",
    "site": "pages",
    "suppression": "ignores",
}
"""What the rules of each group are given first."""
_NEEDS = frozenset(part.name for part in fields(Subjects))
_NONE = inspect.Parameter.empty


@functools.cache
def rules() -> Mapping[str, Rule]:
    """Give every rule by its id, which is the path of its file below `pipeline/rules`."""
    prefix = pipeline.rules.__name__ + "."
    found = {}
    for module in pkgutil.walk_packages(pipeline.rules.__path__, prefix):
        if module.ispkg:
            continue
        rule = importlib.import_module(module.name).RULE
        name = module.name.removeprefix(prefix).replace(".", "/").replace("_", "-")
        unknown = needs(rule) - _NEEDS
        assert not unknown, f"{name} needs {', '.join(sorted(unknown))}, which nobody hands in"
        found[name] = rule
    return dict(sorted(found.items()))


def options(rule: Rule) -> dict[str, object]:
    """Give the options of *rule* with their defaults: its keyword arguments that have one."""
    return {name: default for name, default in _keywords(rule).items() if default is not _NONE}


def needs(rule: Rule) -> frozenset[str]:
    """Give what *rule* must be handed: its keyword arguments without a default."""
    return _needs(rule.check)


def check(subjects: Subjects, article: str, locale: str, settings: Mapping[str, Setting]) -> Split:
    """
    Give what every rule that is not off finds, in order of place and rule, and what is let be.

    Then the rules about what is let be have their say, which nobody can silence.
    """
    chosen = {name: rule for name, rule in rules().items() if _level(name, rule, settings) != "off"}
    last = {name: rule for name, rule in chosen.items() if name.startswith("suppression/")}
    first = {name: rule for name, rule in chosen.items() if name not in last}
    found = _once(_findings(first, subjects, article, locale, settings))
    parted = suppression.split(found, subjects.suppressions, subjects.runs)
    ran = [name for name, rule in first.items() if _sees(name, rule, subjects)]
    ignores = tuple(suppression.judge(subjects.suppressions, parted.used, ran, rules()))
    about = _findings(last, replace(subjects, ignores=ignores), article, locale, settings)
    return replace(parted, findings=tuple(sorted((*parted.findings, *about), key=_order)))


def _findings(
    chosen: Mapping[str, Rule],
    subjects: Subjects,
    article: str,
    locale: str,
    settings: Mapping[str, Setting],
) -> list[Finding]:
    findings: set[Finding] = set()
    for name, rule in chosen.items():
        setting = settings.get(name, Setting())
        level = setting.level or rule.level
        assert level != "off"
        for found in apply(name, rule, subjects, setting.options):
            findings.add(
                Finding(
                    found.place,
                    found.level if found.level and not setting.level else level,
                    name,
                    found.message,
                    article,
                    locale,
                    found.suggestions,
                    found.text,
                    found.certainty,
                    found.end,
                    found.fix,
                    found.others,
                )
            )
    return sorted(fingerprint.stamp(findings, subjects.prose, subjects.runs), key=_order)


_SPELLING = "prose/spelling"


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """
    Give *findings* without misspellings of words that another rule of prose speaks about.

    That one knows what is wrong with the word; the dictionary only lacks it. It must be an error, so
    that what held a version still does; only beside a note, anything else will do. Where the word stands
    once more, and no other rule speaks, it is told there.
    """
    if not any(one.rule == _SPELLING for one in findings):
        return list(findings)
    spans: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    for one in findings:
        if one.end and one.end.line == one.place.line and _is_about_a_word(one):
            length = one.end.column - one.place.column
            for place in (one.place, *one.others):
                span = place.column, place.column + length, one.level
                spans.setdefault((place.path, place.line), []).append(span)
    return [left for one in findings for left in _unless(one, spans)] if spans else list(findings)


def _is_about_a_word(finding: Finding) -> bool:
    """Say whether it is about one word, and not about how several stand together, or how often."""
    return (
        finding.rule.startswith("prose/")
        and finding.rule != _SPELLING
        and len(finding.text.split()) == 1
        and not any(finding.text in one for one in finding.suggestions)
    )


def _unless(
    finding: Finding, spans: Mapping[tuple[str, int], Sequence[tuple[int, int, str]]]
) -> Iterator[Finding]:
    """Give a misspelling for those of its places where nothing better is in *spans*."""
    if finding.rule != _SPELLING:
        yield finding
        return
    length = len(finding.text)
    enough = LEVELS if finding.level == "note" else LEVELS[:1]
    places = [
        place
        for place in (finding.place, *finding.others)
        if not any(
            start < place.column + length and place.column < end and level in enough
            for start, end, level in spans.get((place.path, place.line), ())
        )
    ]
    if len(places) == 1 + len(finding.others):
        yield finding
    elif places:
        first, *others = places
        end = replace(first, column=first.column + length)
        yield replace(finding, place=first, end=end, others=tuple(others))


def _order(finding: Finding) -> tuple[Place, str, str]:
    return finding.place, finding.rule, finding.message


def _level(name: str, rule: Rule, settings: Mapping[str, Setting]) -> str:
    return settings.get(name, Setting()).level or rule.level


def _sees(name: str, rule: Rule, subjects: Subjects) -> bool:
    """Could the rule have found something here."""
    subject = getattr(subjects, _SUBJECT[name.partition("/")[0]])
    if not subject or name in subjects.blind or not rule.knows(locales.language(subjects.locale)):
        return False
    # In the language it was written in, an article has no translations to look at.
    return subject is not subjects.runs or any(run.state != "source" for run in subjects.runs)


def unavailable(locale: str, settings: Mapping[str, Setting]) -> tuple[str, ...]:
    """Give the rules that are on and do not know the language of *locale*."""
    language = locales.language(locale)
    return tuple(
        name
        for name, rule in rules().items()
        if not rule.knows(language) and settings.get(name, Setting()).level != "off"
    )


def apply(
    name: str, rule: Rule, subjects: Subjects, chosen: Mapping[str, object]
) -> Iterator[Found]:
    """Give what one rule finds in the subject of its group, as far as it knows the language."""
    subject = getattr(subjects, _SUBJECT[name.partition("/")[0]])
    needed = needs(rule)
    handed = {need: getattr(subjects, need) for need in needed} if needed else {}
    if rule.languages and subject is subjects.prose:
        spoken = {one.locale for one in subject}
        known = {locale for locale in spoken if rule.knows(locales.language(locale))}
        if known != spoken:
            subject = [one for one in subject if one.locale in known]
    elif rule.languages and not rule.knows(locales.language(subjects.locale)):
        return
    if subject:
        found = rule.check(subject, **handed, **chosen)
        made = subjects.runs or subjects.article
        yield from (
            trace.back(found, subjects.runs, subjects.article)
            if made and (subject is subjects.dom or subject is subjects.removed)
            else found
        )


def _keywords(rule: Rule) -> Mapping[str, object]:
    return _parameters(rule.check)


@functools.cache
def _needs(function: Callable[..., Iterator[Found]]) -> frozenset[str]:
    return frozenset(name for name, default in _parameters(function).items() if default is _NONE)


@functools.cache
def _parameters(function: Callable[..., Iterator[Found]]) -> Mapping[str, object]:
    # Asked for by every rule on every page: 0.6 ms a page, if it is not kept.
    return {
        name: parameter.default
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY
    }
