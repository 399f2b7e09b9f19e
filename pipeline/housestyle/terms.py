"""
A project's own terms in one small TOML file: what to write, what not, and how it is translated.

`keep` lists what no translation changes; `preferred` and `forbidden` are for the source language, or
below a locale's name for that; `glossary` has a table for each locale.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

import regex

from pipeline import article, locales, toml
from pipeline.errors import PipelineError
from pipeline.model import Source

_KEYS = ("keep", "preferred", "forbidden", "glossary")
_ALSO_KEEP = ("do not translate", "do-not-translate", "do_not_translate")
_LONGEST = 200
# What a reader takes for a remark and not for other words: it has marks of a sentence, or is long.
_REMARK = frozenset(".,;:!?。，；：！？")
_WORDS = 4

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Term:
    """
    An entry: what is written, what is wanted instead or used for it, and the line.

    A text between two slashes is a pattern. *remark* is said to whoever used it.
    """

    written: str
    wanted: tuple[str, ...] = ()
    remark: str = ""
    line: int = 0

    @property
    def pattern(self) -> str:
        """The pattern that *written* is, or nothing."""
        return pattern_of(self.written)


@dataclass(frozen=True, slots=True)
class Words:
    """What a language prefers and forbids."""

    preferred: tuple[Term, ...] = ()
    forbidden: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """
    The terms of a project. *words* and *glossary* go by locale: "pt-BR", or "pt" for all of them.

    >>> terms = parse(Source("t.toml", b'[preferred]\\n"e-mail" = "email"'), "en")
    >>> [term.wanted for term in terms.words_of("en-GB").preferred]
    [('email',)]
    """

    path: str = ""
    keep: tuple[Term, ...] = ()
    words: Mapping[str, Words] = field(default_factory=dict)
    glossary: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)

    def words_of(self, locale: str) -> Words:
        """Give what holds in *locale*: its language's, and its own."""
        found = [self.words.get(tag, Words()) for tag in _tags(locale)]
        return Words(
            tuple(term for one in found for term in one.preferred),
            tuple(term for one in found for term in one.forbidden),
        )

    def glossary_of(self, locale: str) -> tuple[Term, ...]:
        """Give the glossary of *locale*: an entry of its own stands for that of its language."""
        found = {term.written: term for tag in _tags(locale) for term in self.glossary.get(tag, ())}
        return tuple(found.values())


def parse(source: Source, language: str) -> Terms:
    """Give the terms in *source*; what names no language is for *language*. Errors name the line."""
    top = toml.read(article.decode(source.data, source.path), source.path)
    keep: tuple[Term, ...] = ()
    words: dict[str, Words] = {}
    glossary: dict[str, tuple[Term, ...]] = {}
    own = locales.language(language)
    for key, value in top.entries():
        if key in ("keep", *_ALSO_KEEP):
            keep += tuple(map(_kept, value.items("names")))
        elif key == "preferred":
            words[own] = replace(words.get(own, Words()), preferred=_preferred(value))
        elif key == "forbidden":
            words[own] = replace(words.get(own, Words()), forbidden=_forbidden(value))
        elif key == "glossary":
            glossary = {_locale(tag, one): _glossary(one) for tag, one in value.entries()}
        else:
            tag = _locale(key, value)
            before, given = words.get(tag, Words()), _words(value)
            words[tag] = Words(
                before.preferred + given.preferred, before.forbidden + given.forbidden
            )
    return Terms(source.path, keep, words, glossary)


def pattern_of(text: str) -> str:
    r"""
    Give the pattern that a text between two slashes is, or nothing.

    >>> pattern_of(r"/colou?r/"), pattern_of("km/h")
    ('colou?r', '')
    """
    return text[1:-1] if len(text) > 2 and text[0] == text[-1] == "/" else ""


def _tags(locale: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((locales.language(locale), locale)))


def _locale(key: str, value: toml.Value) -> str:
    try:
        tag = locales.parse(key)
    except PipelineError as error:
        if len(value.keys) > 1:
            raise value.error(f"unknown locale {toml.quote(key)}", error.hint) from None
        hint = toml.nearest(key, _KEYS)
        raise value.error(f"unknown key {toml.quote(key)}", hint) from None
    # "en" and "en-GB" are two tables; "pt_br" is "pt-BR".
    return tag


def _words(value: toml.Value) -> Words:
    return Words(**toml.table({"preferred": _preferred, "forbidden": _forbidden})(value))


def _kept(value: toml.Value) -> Term:
    term = _listed(value)
    if term.pattern:
        raise value.error("a name that is kept cannot be a pattern", "write the name itself")
    return term


def _listed(value: toml.Value) -> Term:
    return Term(_term(value, value.data), line=_line(value))


def _preferred(value: toml.Value) -> tuple[Term, ...]:
    return _each(value, lambda key, one: Term(_term(one, key), _any_of(one), line=_line(one)))


def _forbidden(value: toml.Value) -> tuple[Term, ...]:
    if isinstance(value.data, list):
        return tuple(map(_listed, value.items("terms")))
    return _each(value, _refused)


def _refused(key: str, value: toml.Value) -> Term:
    term = Term(_term(value, key), line=_line(value))
    if isinstance(value.data, str):
        said = toml.text(value)
        if not said or _is_remark(said):
            return replace(term, remark=said)
    return replace(term, wanted=_any_of(value))


def _glossary(value: toml.Value) -> tuple[Term, ...]:
    return _each(value, lambda key, one: Term(_term(one, key), _any_of(one), line=_line(one)))


def _each(value: toml.Value, read: Callable[[str, toml.Value], _T]) -> tuple[_T, ...]:
    return tuple(read(key, one) for key, one in value.entries())


def _any_of(value: toml.Value) -> tuple[str, ...]:
    """Read a text, or a list of texts of which any will do."""
    given = value.items("texts") if isinstance(value.data, list) else (value,)
    texts = tuple(_term(one, one.data) for one in given)
    if not texts:
        raise value.error("the list is empty", "write at least one text into it")
    return texts


def _is_remark(text: str) -> bool:
    return any(sign in _REMARK for sign in text) or len(text.split()) > _WORDS


def _term(value: toml.Value, given: object) -> str:
    """Give a term, or the pattern that it is, if it can be one."""
    if not isinstance(given, str):
        raise value.must_be("a text")
    text = " ".join(given.split())
    if not text or len(text) > _LONGEST:
        raise value.error(f"a term must be a text of at most {_LONGEST} characters")
    if pattern := pattern_of(text):
        try:
            compiled(pattern)
        except (regex.error, RecursionError, ValueError, OverflowError) as error:
            reason = getattr(error, "msg", "") or str(error)
            message = f"the pattern {toml.quote(text)} does not compile: {reason}"
            raise value.error(message) from None
    return text


@functools.lru_cache(maxsize=1024)
def compiled(pattern: str) -> regex.Pattern[str]:
    """Give a pattern of the project's compiled; it does not tell cases apart."""
    return regex.compile(pattern, regex.IGNORECASE)


def _line(value: toml.Value) -> int:
    prefixes = (value.keys[:length] for length in range(len(value.keys), 0, -1))
    return next((value.lines[keys] for keys in prefixes if keys in value.lines), 1)
