"""
What a `Plural-Forms` header says, and whether its language agrees.

The expression is a C expression over `n`, written by strangers: it is parsed and evaluated here,
with nothing but numbers and operators in reach.
"""

from __future__ import annotations

import operator
import re
from collections import deque
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from babel import Locale
from babel.messages.plurals import PLURALS, get_plural

Form = Callable[[int], int]
"""Which form a number takes."""

MOST = 6
"""No language of CLDR has more forms than Arabic and Welsh."""

UNDECIDED = "nplurals=INTEGER; plural=EXPRESSION;"
"""What gettext writes in a template, which has no language yet."""

_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d{1,9})\s*;\s*plural\s*=([^;]*);?\s*", re.ASCII)
_TOKEN = re.compile(r"\s*(?:(\d{1,9}|n\b|\|\||&&|[<>=!]=|[-+*/%<>!?:()])|(\S))", re.ASCII)
_TOKENS = 300  # Breton, the longest, has 190.
_DEPTH = 30
_END = ""

_OPERATORS: dict[str, tuple[int, Callable[[int, int], int]]] = {
    "||": (1, lambda left, right: left or right),
    "&&": (2, lambda left, right: left and right),
    "==": (3, operator.eq),
    "!=": (3, operator.ne),
    "<": (4, operator.lt),
    ">": (4, operator.gt),
    "<=": (4, operator.le),
    ">=": (4, operator.ge),
    "+": (5, operator.add),
    "-": (5, operator.sub),
    "*": (6, operator.mul),
    "/": (6, operator.floordiv),
    "%": (6, operator.mod),
}

# Every remainder that a rule of CLDR asks for (10, 100, 1,000,000), and the numbers around them.
_SAMPLE = (*range(221), 1000, 1001, 2000, 100_000, 10**6, 10**6 + 1, 2 * 10**6)
_TAGS = ("zero", "one", "two", "few", "many", "other")


def parse(value: str) -> tuple[int, Form]:
    """
    Give the number of forms that *value* declares, and the function that chooses one.

    A `ValueError` says in a few words what is malformed.

    >>> count, form = parse("nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;")
    >>> count, [form(n) for n in (1, 3, 5)]
    (3, [0, 1, 2])
    """
    match = _HEADER.fullmatch(value)
    if match is None:
        raise ValueError("it is not `nplurals=NUMBER; plural=EXPRESSION;`")
    count = int(match[1])
    if not 1 <= count <= MOST:
        raise ValueError(f"nplurals is {count}; languages have 1 to {MOST} forms")
    form = _compile(match[2])
    try:
        outside = next((n for n in _SAMPLE if not 0 <= form(n) < count), None)
    except ZeroDivisionError:
        raise ValueError("it divides by zero") from None
    if outside is not None:
        raise ValueError(f"it gives form {form(outside)} for {outside}, and nplurals is {count}")
    return count, form


@lru_cache(maxsize=256)
def fault(value: str, locale: str = "") -> str:
    """
    Say what is wrong with *value* for a catalog in *locale*; nothing, if nothing is.

    An expression may be written in many ways: what counts is which numbers share a form. Where
    Babel's table for gettext and CLDR differ, both are right; and nobody is blamed for zero, where
    catalogs in use differ from CLDR without harm.

    >>> fault("nplurals=2; plural=(n > 1);", "fr"), fault("nplurals=1; plural=0;", "ja")
    ('', '')
    >>> fault("nplurals=1; plural=0;", "es")
    'nplurals is 1, and es has 2 or 3 forms'
    """
    if not locale and value.strip() == UNDECIDED:
        return ""
    try:
        count, form = parse(value)
    except ValueError as error:
        return str(error)
    rules = _rules(locale) if locale else []
    counts = {number for number, _ in rules}
    if counts and count not in counts:
        forms = " or ".join(map(str, sorted(counts)))
        return f"nplurals is {count}, and {locale} has {forms} form{'s' if forms != '1' else ''}"
    if rules and not any(_groups(form) == _groups(rule) for _, rule in rules):
        return f"its expression is not that of {locale}"
    return ""


@lru_cache(maxsize=256)
def declare(locale: str) -> str:
    """
    Write the `Plural-Forms` of *locale*, from CLDR.

    A form that no whole number takes is left out: a catalog is asked for whole numbers only.

    >>> declare("de"), declare("ja")
    ('nplurals=2; plural=(n != 1);', 'nplurals=1; plural=0;')
    >>> declare("fr")
    'nplurals=3; plural=(n != 0 && n % 1000000 == 0) ? 1 : (n == 0 || n == 1) ? 0 : 2;'
    """
    known = Locale.parse(locale, sep="-")
    usual = str(get_plural(known))
    if not _has_rule(known):
        return usual
    rule, tags = known.plural_form, _tags(known)
    if all(parse(usual)[1](n) == tags.index(rule(n)) for n in _SAMPLE):
        return usual
    tests = [
        f"{_condition(tree)} ? {tags.index(tag)} : " for tag, tree in rule.abstract if tag in tags
    ]
    return f"nplurals={len(tags)}; plural={''.join(tests)}{len(tags) - 1};"


def _rules(locale: str) -> list[tuple[int, Form]]:
    """Every rule in use for *locale*; none, where neither CLDR nor Babel knows one."""
    known = Locale.parse(locale, sep="-")
    rules: list[tuple[int, Form]] = []
    if str(known) in PLURALS or known.language in PLURALS:
        rules.append(parse(str(get_plural(known))))
    if _has_rule(known):
        rule, tags = known.plural_form, _tags(known)
        rules.append((len(tags), lambda n: _TAGS.index(rule(n))))
        # Some tools keep a form for fractions too.
        rules.append((len(rule.tags | {"other"}), lambda n: _TAGS.index(rule(n))))
    return rules


def _has_rule(locale: Locale) -> bool:
    """CLDR gives languages it knows nothing of the rule of those that have a single form."""
    return bool(locale.plural_form.tags) or locale.language in PLURALS or locale.language == "id"


def _tags(locale: Locale) -> list[str]:
    rule = locale.plural_form
    met = {rule(n) for n in _SAMPLE}
    return [tag for tag in _TAGS if tag in met]


def _groups(form: Form) -> tuple[int, ...]:
    """Number the forms in the order in which the numbers from 1 on meet them."""
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(form(n), len(numbers)) for n in _SAMPLE if n)
