"""The laws of what is kept between runs, and of what stands above an article: it is read as it was meant."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline import article, baseline
from pipeline.baseline import Baseline
from pipeline.cache import records
from pipeline.errors import ConfigError
from pipeline.findings import Finding
from pipeline.fingerprint import Key
from pipeline.model import Article, Catalog, Message, Origin, Passage, Place, Run, Segment, Version
from pipeline.results import Result, Score, Value

# Marks of the formats, controls, both directions, what ends a line elsewhere; and all of Unicode.
_AWKWARD = "\"'\\{}[]:,#&*!|>%@`-?\n\r\t\0\x1b\x7f\x85\u2028\u2029\ufeffאב\u202e\u2066😀e\u0301"
_ANY = st.sampled_from(_AWKWARD) | st.characters(exclude_categories=["Cs"])
texts = st.text(_ANY, max_size=20)
# What no page can show is refused in a field.
_SHOWN = _ANY.filter(lambda one: one.isprintable() and not 0xFDD0 <= ord(one) <= 0xFDEF)
shown = st.text(_SHOWN, min_size=1, max_size=20)
numbers = st.floats(allow_nan=False)

_keys = st.builds(Key, texts, texts, texts, texts)
baselines = st.dictionaries(_keys, st.tuples(st.integers(1, 999_999), texts), max_size=5).map(
    lambda rows: Baseline(
        {key: count for key, (count, _) in rows.items()},
        {key: about for key, (_, about) in rows.items()},
    )
)


@given(baselines)
def test_baseline_round_trip(kept: Baseline) -> None:
    """A baseline that is written and read is the same, and an entry has its line."""
    data = baseline.dump(kept)
    assert baseline.parse(data, "b.json") == kept
    assert data.count(b"\n") == (5 + len(kept.counts) if kept.counts else 4)


_json: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*Key._fields, "count", "about"]), inner, max_size=6)
    ),
    max_leaves=12,
)


@given(
    st.binary(max_size=40)
    | st.sampled_from([1, 100, 100_000]).map(lambda deep: b"[" * deep)
    | st.builds(
        lambda schema, entries: json.dumps({"schema": schema, "findings": entries}).encode(),
        _json,
        _json | st.lists(_json, max_size=3),
    )
)
def test_baseline_of_others(data: bytes) -> None:
    """Whatever stands in the file, it is read, or refused in one line."""
    with contextlib.suppress(ConfigError):
        read = baseline.parse(data, "b.json")
        assert baseline.parse(baseline.dump(read), "b.json") == read


_places = st.builds(Place, texts, st.integers(0, 10**9), st.integers(0, 10**6))
_origins = st.builds(
    Origin, texts, st.lists(st.tuples(*[st.integers(0, 10**6)] * 3), max_size=3).map(tuple)
)
_segments = st.builds(Segment, texts, texts, _origins, notes=st.lists(texts, max_size=2).map(tuple))
_messages = st.builds(Message, texts, st.lists(texts, max_size=3).map(tuple), fuzzy=st.booleans())
_runs = st.builds(
    Run,
    _segments,
    texts,
    texts,
    st.sampled_from(["source", "translated", "missing"]),
    _origins,
    st.none() | _messages,
)
_findings = st.builds(
    Finding,
    _places,
    st.sampled_from(["error", "warning", "note", "review"]),
    texts,
    texts,
    texts,
    texts,
    st.lists(texts, max_size=2).map(tuple),
    texts,
)
_several_values = st.lists(st.builds(Value, texts, numbers), max_size=2).map(tuple)
_scores = st.builds(Score, st.integers(0, 10**9), grade=st.none() | numbers, values=_several_values)
results = st.builds(
    Result,
    texts,
    texts,
    score=_scores,
    coverage=numbers,
    findings=st.lists(_findings, max_size=3).map(tuple),
)


def _checked(_passage: Passage) -> Result:
    raise NotImplementedError


def _rendered(_run: Any) -> Version:
    raise NotImplementedError


def _read(_data: bytes) -> Catalog:
    raise NotImplementedError


@given(results)
def test_result_comes_back_from_the_cache(result: Result) -> None:
    """As it was, or it is not kept."""
    data = records.dump(_checked, None, result)
    assert data is not None
    assert records.load(_checked, None, data) == result


@given(texts, texts, st.lists(_runs, max_size=3), texts)
def test_version_comes_back_from_the_cache(
    name: str, locale: str, runs: list[Run], body: str
) -> None:
    """With the article of the item that is asked for, which the cache does not hold."""
    one = Article(name, "a.md", "en", "Boats")
    version = Version(one, locale, tuple(runs), body)
    item = version
    data = records.dump(_rendered, item, version)
    assert data is not None
    assert b"Boats" not in data
    assert records.load(_rendered, item, data) == version


@given(st.lists(_messages, max_size=3), st.lists(st.tuples(texts, texts), max_size=2))
def test_catalog_comes_back_from_the_cache(
    messages: list[Message], header: list[tuple[str, str]]
) -> None:
    """A memory of translations is kept as well."""
    catalog = Catalog("fr", tuple(header), messages=tuple(messages))
    data = records.dump(_read, b"", catalog)
    assert data is not None
    assert records.load(_read, b"", data) == catalog


@given(result=results, noise=st.binary(max_size=8), start=st.integers(0, 300))
def test_damaged_record_is_none(result: Result, noise: bytes, start: int) -> None:
    """It is read as a result, or refused as a ValueError: then the work is done again."""
    data = records.dump(_checked, None, result)
    assert data is not None
    with contextlib.suppress(ValueError):
        assert isinstance(
            records.load(_checked, None, data[:start] + noise + data[start + 1 :]), Result
        )


_values = (
    shown
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.dates(dt.date(1000, 1, 1))
    | st.lists(shown, max_size=3)
)


@given(
    fields=st.dictionaries(st.from_regex(r"x-[a-z]{1,8}", fullmatch=True), _values, max_size=4),
    title=shown,
    escaped=st.booleans(),
    body=shown,
)
def test_front_matter_round_trip(
    fields: dict[str, Any], title: str, escaped: bool, body: str
) -> None:
    """What somebody's YAML says is read, however it is written, and each value has its line."""
    meant = {"title": title, **fields}
    text = yaml.safe_dump(meant, allow_unicode=not escaped, width=10_000, sort_keys=False)
    one = article.parse(f"---\n{text}---\n{body}".encode(), "content/a.md", "en", "content")
    assert {name: field.value for name, field in one.meta.items()} == meant
    assert one.body.strip() == body.strip()
    lines = ["---", *text.split("\n")]
    for name, field in one.meta.items():
        line = lines.index(next(line for line in lines if line.startswith(f"{name}:"))) + 1
        # The items of a list begin below its name.
        assert field.origin.place.line == line + (
            bool(field.value) and isinstance(field.value, list)
        )
