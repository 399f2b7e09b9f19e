"""The open end for machine translation: what a user's function may give, and what becomes of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from pipeline.errors import PipelineError
from pipeline.merging.prefill import prefill
from pipeline.model import Catalog, Message

SEA = Catalog("fr", messages=(Message("sea"), Message("sky", ("ciel",)), Message("sun")))


def fill(catalog: Catalog, function: Callable[..., Any]) -> Catalog:
    """Fill *catalog* from English."""
    return prefill(catalog, function, source="en", origin="engine:run")


def test_empty_messages_are_asked_once() -> None:
    """The function is given the texts without translation, and both languages."""
    calls: list[tuple[list[str], str, str]] = []

    def translate(texts: Sequence[str], source: str, target: str) -> list[str | None]:
        calls.append((list(texts), source, target))
        return ["mer", None]

    filled = fill(SEA, translate)
    assert calls == [(["sea", "sun"], "en", "fr")]
    assert [message.string for message in filled.messages] == ["mer", "ciel", ""]


def test_filled_is_fuzzy() -> None:
    """A machine's translation is for review, and says which machine's."""
    message = fill(SEA, lambda texts, *_: ["mer"] * len(texts)).messages[0]
    assert message == Message("sea", ("mer",), fuzzy=True, comments=("Offered from engine:run",))


def test_refused_is_not_asked_again() -> None:
    """Whoever empties an offer does not find it again."""
    filled = fill(SEA, lambda texts, *_: ["mer"] * len(texts))
    emptied = tuple(
        replace(one, strings=("",), fuzzy=False) for one in filled.messages if one.fuzzy
    )
    catalog = replace(filled, messages=emptied)
    assert fill(catalog, lambda *_: pytest.fail("it was asked")) == catalog


@pytest.mark.parametrize(
    "given",
    [
        "mer",
        b"mer",
        None,
        5,
        ["mer"],
        ["mer", 5],
        ["a", "b", "c"],
        ["\ud800", ""],
        ["\x00", ""],
        ["m" * 70_000, ""],
    ],
)
def test_wrong_result_is_the_users_error(given: object) -> None:
    """What is no list of texts, as long as the question, is refused by the function's name."""
    with pytest.raises(PipelineError, match=r"engine:run gave"):
        fill(SEA, lambda *_: given)


def test_what_the_function_raises_is_the_users_error() -> None:
    """One line names the function and what it raised."""
    with pytest.raises(PipelineError, match=r"engine:run raised ZeroDivisionError"):
        fill(SEA, lambda *_: 1 // 0)


def test_a_function_that_leaves_is_the_users_error() -> None:
    """A run does not end in silence because a function wanted to."""
    with pytest.raises(PipelineError, match=r"engine:run raised SystemExit"):
        fill(SEA, lambda *_: sys.exit(0))


@pytest.mark.parametrize(
    ("function", "hint"),
    [
        (lambda *_: "mer", "give a list with a text or None for each text"),
        (lambda *_: ["mer"], "give a list with a text or None for each text"),
        (lambda *_: ["mer", 5], "give a list with a text or None for each text"),
        (lambda *_: 1 // 0, "mend the function, or update without it"),
    ],
)
def test_the_user_is_told_what_to_do(function: Callable[..., Any], hint: str) -> None:
    """An error of somebody's function says how it is put right."""
    with pytest.raises(PipelineError) as raised:
        fill(SEA, function)
    assert raised.value.hint == hint


def test_what_people_must_translate_is_not_asked() -> None:
    """Plural forms, and what stands in no article any more."""
    plural = Message("{n} day", ("", ""), plural="{n} days")
    obsolete = Message("gone", ("",), obsolete=True)
    catalog = Catalog("fr", messages=(plural, obsolete))
    assert fill(catalog, lambda *_: pytest.fail("it was asked")) == catalog
