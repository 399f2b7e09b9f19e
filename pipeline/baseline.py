"""
Old debt, so that a project can hold new text to its rules from the first day.

An entry is known by its rule, article, locale and sentence (or what stands in its place), never by a
line: what moves stays known, and what is mended in one sentence excuses nothing in another.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline import fingerprint, gate
from pipeline.errors import ConfigError
from pipeline.findings import Finding
from pipeline.fingerprint import Key
from pipeline.results import Result

SCHEMA = 1
_LARGEST = 1_000_000
_MENDED = "take it from version control, or delete it and run `pipeline baseline create`"


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings of each key are old debt; an excerpt says to a person what each is about."""

    counts: Mapping[Key, int] = field(default_factory=dict)
    excerpts: Mapping[Key, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """The results without what the baseline knows, and the entries that nothing was found for."""

    results: tuple[Result, ...]
    stale: Mapping[Key, int]


def of(results: Iterable[Result]) -> Baseline:
    """Give the baseline of all that is found in *results*; what is for review is no debt."""
    found = [one for result in results for one in result.findings if one.level != "review"]
    keys = [fingerprint.key(finding) for finding in found]
    excerpts = {key: finding.message for key, finding in zip(keys, found, strict=True)}
    return Baseline(Counter(keys), excerpts)


def compare(baseline: Baseline, results: Sequence[Result]) -> Compared:
    """
    Take from *results* what is old debt, the first of each key in order of their places.

    What is known counts no more: not to the misspellings, nor to the verdict. Articles and locales that
    are not in *results* are not judged stale.
    """
    left = dict(baseline.counts)
    kept = tuple(_without(result, left) for result in results)
    seen = {(result.article, result.locale) for result in results}
    stale = {
        key: count for key, count in left.items() if count and (key.article, key.locale) in seen
    }
    return Compared(kept, stale)


def updated(baseline: Baseline, results: Sequence[Result], *, accept: bool) -> Baseline:
    """
    Give *baseline* without its stale entries; with *accept*, and only then, with what is new.

    Versions that are not in *results* keep theirs.
    """
    now = of(results)
    seen = {(result.article, result.locale) for result in results}
    counts = {
        key: min(count, now.counts.get(key, 0)) if (key.article, key.locale) in seen else count
        for key, count in baseline.counts.items()
    }
    if accept:
        counts |= now.counts
    excerpts = {**baseline.excerpts, **now.excerpts}
    kept = {key: count for key, count in counts.items() if count}
    return Baseline(kept, {key: excerpts.get(key, "") for key in kept})


def gone(baseline: Baseline, articles: Iterable[tuple[str, str]]) -> Baseline:
    """Give *baseline* without the versions that are not among *articles*: pairs of article and locale."""
    there = set(articles)
    kept = {key: count for key, count in baseline.counts.items() if key[1:3] in there}
    return Baseline(kept, {key: baseline.excerpts.get(key, "") for key in kept})


def dump(baseline: Baseline) -> bytes:
    """Give the file of *baseline*: an entry a line, so that a merge in version control is easy."""
    entries = [
        {**key._asdict(), "count": baseline.counts[key], "about": baseline.excerpts.get(key, "")}
        for key in sorted(baseline.counts)
    ]
    lines = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
    body = f"\n{lines}\n  " if lines else ""
    return f'{{\n  "schema": {SCHEMA},\n  "findings": [{body}]\n}}\n'.encode()


def parse(data: bytes, path: str) -> Baseline:
    """Give the baseline that *data* holds; raises `ConfigError` for one that is cut, or newer."""
    try:
        document = json.loads(data)
        schema = document["schema"]
        if isinstance(schema, int) and schema > SCHEMA:
            raise ConfigError(
                f"of format {schema}; this version reads {SCHEMA}", path=path, hint="upgrade it"
            )
        entries = [_entry(entry) for entry in document["findings"]]
    except json.JSONDecodeError as error:
        reason = f"is no baseline: {error.msg.lower()}"
        raise ConfigError(reason, path=path, line=error.lineno, hint=_MENDED) from None
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        reason = f"is no baseline: {type(error).__name__} {error}"
        raise ConfigError(reason, path=path, hint=_MENDED) from None
    return Baseline(
        {key: count for key, count, _ in entries}, {key: about for key, _, about in entries}
    )


def _entry(entry: Any) -> tuple[Key, int, str]:
    key = Key(*(str(entry[name]) for name in Key._fields))
    count = int(entry["count"])
    if not 0 < count < _LARGEST:
        raise ValueError(f"a count of {count}")
    return key, count, str(entry.get("about", ""))


def _without(result: Result, left: dict[Key, int]) -> Result:
    kept: list[Finding] = []
    known: list[Finding] = []
    for finding in result.findings:
        key = fingerprint.key(finding)
        old = left.get(key, 0) > 0
        (known if old else kept).append(finding)
        if old:
            left[key] -= 1
    if not known:
        return result
    misspellings = sum(map(gate.is_misspelling, kept))
    return replace(
        result, findings=tuple(kept), known=(*result.known, *known), misspellings=misspellings
    )
