"""The words that one article has for itself: in its front matter, or in a comment of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.errors import ArticleError
from pipeline.model import Article
from pipeline.wordlists.plain import clean

KEY = "words"

_DIRECTIVE = re.compile(
    r"<!--[ \t]{0,20}(?:spelling|cspell|spell-?checker|codespell)[ \t]{0,20}:[ \t]{0,20}"
    r"(?:words?|ignore(?:-?words?)?)\s([^<>]*?)-->",
    re.IGNORECASE,
)


def of_article(one: Article) -> frozenset[str]:
    """
    Give the words that an article names as right, for itself and its translations.

    They stand under `words` in the front matter, or in a comment: `<!-- spelling: words ketamine -->`,
    and what cspell and codespell read is read too. Raises `ArticleError` for what is no list.

    >>> body = "Of esketamine. <!-- spelling: words esketamine, Ketalar -->"
    >>> sorted(of_article(Article("boats", "boats.md", "en", body)))
    ['Ketalar', 'esketamine']
    """
    return frozenset(clean(word) for word in (*_front(one), *_directives(one.body)) if word)


def _front(one: Article) -> Iterator[str]:
    field = one.meta.get(KEY)
    if field is None or field.value is None:
        return
    said = field.value.split() if isinstance(field.value, str) else field.value
    for word in said if isinstance(said, list) else [said]:
        if not isinstance(word, str) or "/" in word or len(word.split()) != 1:
            line = field.origin.place.line
            hint = f"write `{KEY}: [ketamine, Ketalar]`"
            raise ArticleError(
                f'"{KEY}" is a list of single words', path=one.path, line=line, hint=hint
            )
        yield word.strip(",")


def _directives(body: str) -> Iterator[str]:
    if "<!--" not in body:
        return
    for found in _DIRECTIVE.finditer(body):
        yield from re.split(r"[\s,]+", found[1])
