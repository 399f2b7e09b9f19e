"""Reads what an article and a catalog say is to be let be."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.errors import ArticleError
from pipeline.model import Article, Place, Run, Version
from pipeline.suppression.comments import Body, Comment

KEY = "check"
_VERBS = ("ignore", "ignore-next", "ignore-start", "ignore-end")
_DIRECTIVE = re.compile(
    r"\s*check:\s*(ignore[\w-]*|i[gnore]{4,7}(?:-[\w-]+)?)(?![\w-])(.*)", re.IGNORECASE | re.DOTALL
)
_END = 10**9
_MOST = 1_000
_HINT = "write `check: {ignore: [prose/spelling]}`"


@dataclass(frozen=True, slots=True)
class Suppression:
    """
    A wish that *rules*, ids or groups, be silent from line *first* to line *last* of the file.

    *place* is where it is said; a *whole* one is for all of its article. *inherited* is what a
    translation has from its article. *near* is the nearest directive to one that does not exist.
    """

    place: Place
    rules: tuple[str, ...]
    reason: str = ""
    first: int = 1
    last: int = _END
    whole: bool = False
    inherited: bool = False
    near: str = ""

    def names(self, rule: str) -> str:
        """
        Give that name of its *rules* which means *rule*, or nothing.

        >>> Suppression(Place("a.md"), ("prose", "page/image-alt")).names("prose/spelling")
        'prose'
        """
        return next(
            (name for name in self.rules if rule == name or rule.startswith(f"{name}/")), ""
        )


def of_article(one: Article) -> tuple[Suppression, ...]:
    """
    Give what an article lets be: in its front matter, and in comments of its body.

    A comment in a paragraph, an item or a row is for that; one in a line of its own is for the block
    below it, or for the one above where that ends with it. Raises `ArticleError` for front matter
    that is no list of rules.

    >>> body = "One.\\n\\n<!-- check: ignore prose/spelling: a name -->\\nTeh two.\\n"
    >>> for found in of_article(Article("boats", "boats.md", "en", body)):
    ...     print(found.rules, found.reason, found.first, found.last)
    ('prose/spelling',) a name 4 4
    """
    return (*_front_matter(one), *_comments(one))


def inner(text: str) -> str:
    """
    Give a run without the comments for checks at its ends: what its translators see.

    >>> inner("<!-- check: ignore prose: a song --> Teh sea. <!-- a tide -->")
    'Teh sea. <!-- a tide -->'
    """
    while text.startswith("<!--") and _DIRECTIVE.fullmatch(text[4 : max(text.find("-->"), 4)]):
        text = text[text.index("-->") + 3 :].lstrip()
    while text.endswith("-->") and _DIRECTIVE.fullmatch(text[text.rfind("<!--") + 4 : -3]):
        text = text[: text.rfind("<!--")].rstrip()
    return text


def of_version(version: Version) -> tuple[Suppression, ...]:
    """Give what is let be in a version: what its article says holds for its translations, too."""
    inherited = version.locale != version.article.locale
    said = of_article(version.article)
    return (*(replace(one, inherited=inherited) for one in said), *of_runs(version.runs))


def of_runs(runs: Sequence[Run]) -> tuple[Suppression, ...]:
    """Give what the comments of a catalog let be, each for its message."""
    messages = {id(run.message): run.message for run in runs if run.message and run.message.origin}
    placed = [message for message in messages.values() if message and message.origin]
    starts = sorted(message.origin.place.line for message in placed if message.origin)
    found = []
    for message in placed:
        for comment in (*message.comments, *message.notes):
            match = _DIRECTIVE.fullmatch(comment)
            if match and message.origin:
                place = message.origin.place
                index = bisect_right(starts, place.line)
                last = starts[index] - 1 if index < len(starts) else _END
                one = _suppression(match, place, ("ignore",))
                found.append(replace(one, first=place.line, last=last))
    return tuple(found)


def _comments(one: Article) -> Iterator[Suppression]:
    if "check:" not in one.body:
        return
    body = Body(one.body)
    opened: list[Suppression] = []
    count = 0
    for comment in body.comments():
        match = _DIRECTIVE.fullmatch(comment.text)
        if match is None:
            continue
        count += 1
        if count > _MOST:
            message = f"more than {_MOST} comments for checks"
            raise ArticleError(
                message, path=one.path, line=one.body_line + comment.first, hint=_HINT
            )
        line = one.body_line + comment.first
        said = _suppression(match, Place(one.path, line, comment.column), _VERBS)
        verb = match[1].lower()
        if verb == "ignore-start":
            opened.append(replace(said, first=line))
        elif verb == "ignore-end":
            closed = [each for each in opened if not said.rules or set(each.rules) & {*said.rules}]
            yield from (replace(each, last=line) for each in closed)
            opened = [each for each in opened if each not in closed]
        else:
            lines = _lines(body, comment, verb)
            first, last = lines or (comment.first, comment.last)
            yield replace(said, first=one.body_line + first, last=one.body_line + last)
    yield from opened


def _lines(body: Body, comment: Comment, verb: str) -> tuple[int, int] | None:
    if verb == "ignore-next":
        return body.following(comment.last)
    if not comment.alone:
        return body.block(comment.first, comment.last)
    if body.text_above(comment.first) and body.blank_below(comment.last):
        return body.block(comment.first - 1, comment.first - 1)
    return body.following(comment.last)


def _suppression(match: re.Match[str], place: Place, verbs: Sequence[str]) -> Suppression:
    named, _, reason = match[2].partition(":")
    verb = match[1].lower()
    near = "" if verb in verbs else difflib.get_close_matches(verb, verbs, n=1, cutoff=0)[0]
    rules = tuple(filter(None, re.split(r"[\s,]+", named)))
    return Suppression(place, () if near else rules, reason.strip(), near=near)


def _front_matter(one: Article) -> Iterator[Suppression]:
    field = one.meta.get(KEY)
    # An author may have a field of that name for something else.
    if field is None or not isinstance(field.value, dict) or "ignore" not in field.value:
        return
    asked = field.value["ignore"]
    place = field.origin.place
    for entry in asked if isinstance(asked, list) else [asked]:
        named = entry if isinstance(entry, dict) else {entry: ""}
        for name, reason in named.items():
            if not isinstance(name, str) or not isinstance(reason, str | None):
                message = f'"{KEY}: ignore" is a list of rules'
                raise ArticleError(message, path=one.path, line=place.line, hint=_HINT)
            yield Suppression(place, (name.strip(),), (reason or "").strip(), whole=True)
