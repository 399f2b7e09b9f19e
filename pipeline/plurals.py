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
_EXCESS = re.compile(r"nplurals\s*=\s*0*[1-9][0-9]{2}", re.ASCII)
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

    >>> number, form = parse("nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;")
    >>> number, [form(n) for n in (1, 3, 5)]
    (3, [0, 1, 2])
    """
    match = _HEADER.fullmatch(value)
    if match is None:
        raise ValueError("it is not `nplurals=NUMBER; plural=EXPRESSION;`")
    number = int(match[1])
    if not 1 <= number <= MOST:
        raise ValueError(f"nplurals is {number}; languages have 1 to {MOST} forms")
    form = _compile(match[2])
    try:
        outside = next((n for n in _SAMPLE if not 0 <= form(n) < number), None)
    except ZeroDivisionError:
        raise ValueError("it divides by zero") from None
    if outside is not None:
        raise ValueError(f"it gives form {form(outside)} for {outside}, and nplurals is {number}")
    return number, form


def count(value: str) -> int | None:
    """
    Give the number of forms that *value* declares; None, if it declares nothing that makes sense.

    >>> count("nplurals=2; plural=n != 1;"), count("2"), count(UNDECIDED)
    (2, None, None)
    """
    try:
        return parse(value)[0]
    except ValueError:
        return None


def excessive(value: str) -> bool:
    """
    Declares more forms than a mistake explains; a program that makes room for them all may hang.

    >>> excessive("nplurals=99999999; plural=n;"), excessive("nplurals=7; plural=n;")
    (True, False)
    """
    return _EXCESS.search(value) is not None


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
    if not locale and value == UNDECIDED:
        return ""
    try:
        number, form = parse(value)
    except ValueError as error:
        return str(error)
    rules = _rules(locale) if locale else []
    numbers = {forms for forms, _ in rules}
    if numbers and number not in numbers:
        known = " or ".join(map(str, sorted(numbers)))
        return f"nplurals is {number}, and {locale} has {known} form{'s' if known != '1' else ''}"
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
    rule = known.plural_form
    tags = [tag for tag in _TAGS if tag in {rule(n) for n in _SAMPLE}]
    usual = str(get_plural(str(known)))
    if all(parse(usual)[1](n) == tags.index(rule(n)) for n in _SAMPLE):
        return usual
    tests = (
        f"({_test(tree)}) ? {tags.index(tag)} : " for tag, tree in rule.abstract if tag in tags
    )
    return f"nplurals={len(tags)}; plural={''.join(tests)}{len(tags) - 1};"


def _rules(locale: str) -> list[tuple[int, Form]]:
    """
    Give every rule in use for *locale*; none, where neither CLDR nor Babel knows one.

    CLDR gives a language that it knows nothing of a single form, so that one form says nothing.
    """
    known = Locale.parse(locale, sep="-")
    rules: list[tuple[int, Form]] = []
    if str(known) in PLURALS or known.language in PLURALS:
        rules.append(parse(str(get_plural(str(known)))))
    rule = known.plural_form
    if rule.tags:
        form: Form = lambda n: _TAGS.index(rule(n))  # noqa: E731 - it has no name of its own
        # Some tools declare the forms of fractions too.
        rules += [(len({rule(n) for n in _SAMPLE}), form), (len(rule.tags | {"other"}), form)]
    return rules


def _groups(form: Form) -> tuple[int, ...]:
    """Number the forms in the order in which the numbers from 1 on meet them."""
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(form(n), len(numbers)) for n in _SAMPLE if n)


def _compile(expression: str) -> Form:
    tokens: deque[str] = deque()
    for match in _TOKEN.finditer(expression.rstrip()):
        if match[2] is not None:
            raise ValueError(f"its expression has an unexpected {match[2]!r}")
        tokens.append(match[1])
    if len(tokens) > _TOKENS:
        raise ValueError("its expression is too long")
    tokens.append(_END)
    form = _choice(tokens, _DEPTH)
    if tokens[0] != _END:
        raise ValueError(f"its expression has an unexpected {tokens[0]!r}")
    return form


def _choice(tokens: deque[str], depth: int) -> Form:
    """Read `test ? yes : no`, or what stands in its place."""
    test = _operation(tokens, 0, depth)
    if tokens[0] != "?":
        return test
    tokens.popleft()
    yes = _choice(tokens, depth - 1)
    _expect(tokens, ":")
    no = _choice(tokens, depth - 1)
    return lambda n: yes(n) if test(n) else no(n)


def _operation(tokens: deque[str], bound: int, depth: int) -> Form:
    """Read operands and the operators that bind them tighter than *bound*."""
    left = _operand(tokens, depth)
    while tokens[0] in _OPERATORS and _OPERATORS[tokens[0]][0] > bound:
        level, operation = _OPERATORS[tokens.popleft()]
        left = partial(_apply, operation, left, _operation(tokens, level, depth - 1))
    return left


def _apply(operation: Callable[[int, int], int], left: Form, right: Form, n: int) -> int:
    return int(operation(left(n), right(n)))


def _operand(tokens: deque[str], depth: int) -> Form:
    if depth < 0:
        raise ValueError("its expression is too deep")
    head = tokens.popleft()
    if head == "n":
        return lambda n: n
    if head.isdigit():
        return lambda _: int(head)
    if head == "!":
        operand = _operand(tokens, depth - 1)
        return lambda n: int(not operand(n))
    if head == "(":
        inner = _choice(tokens, depth - 1)
        _expect(tokens, ")")
        return inner
    raise ValueError(f"its expression has an unexpected {head!r}" if head else "it is cut")


def _expect(tokens: deque[str], token: str) -> None:
    if tokens[0] != token:
        raise ValueError(f"its expression lacks a {token!r}")
    tokens.popleft()


def _test(tree: Any) -> str | bool:
    """
    Write a condition of CLDR in C, for whole numbers: what is known of them is left out.

    Babel's own `to_gettext` writes `e` and constant tests, which msgfmt refuses.
    """
    match tree:
        case ("and" | "or" as kind, (left, right)):
            settles: bool = kind == "or"  # True settles an "or", False an "and".
            parts = [part for part in (_test(left), _test(right)) if part is not (not settles)]
            if settles in parts:
                return settles
            texts = [f"({part})" if kind == "and" and "||" in str(part) else part for part in parts]
            return (" || " if settles else " && ").join(map(str, texts)) if texts else not settles
        case ("not", (part,)):
            test = _test(part)
            if isinstance(test, bool):
                return not test
            return (
                test.replace("==", "!=")
                if " == " in test and "&&" not in test and "||" not in test
                else f"!({test})"
            )
        case (_, (_, value, (_, ranges))):
            number = _number(value)
            pairs: list[tuple[int, int]] = [(low[1][0], high[1][0]) for low, high in ranges]
            if number.isdigit():
                return any(low <= int(number) <= high for low, high in pairs)
            return " || ".join(
                f"{number} == {low}" if low == high else f"{number} >= {low} && {number} <= {high}"
                for low, high in pairs
            )
    raise AssertionError(tree)


def _number(tree: Any) -> str:
    match tree:
        case ("mod", (value, (_, (divisor,)))):
            number = _number(value)
            return number if number == "0" else f"{number} % {divisor}"
        case (name, ()):
            return "n" if name in ("n", "i") else "0"
    raise AssertionError(tree)
