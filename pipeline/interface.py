"""
The words that are the interface's own: on every page, but in no article.

They stand in English in the templates, are extracted from there as any gettext message is, and are
translated by a project's `site.po` or by the catalogs that the package brings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from io import BytesIO
from typing import Any

from markupsafe import Markup, escape

from pipeline import limits, locales, po
from pipeline.model import Catalog, Message

SOURCE = "en"
"""The language of the words in the templates, whatever the articles are written in."""

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_EXTRACTORS = {"html": "jinja2.ext:babel_extract", "py": "python"}
_KEYWORDS: dict[str, Any] = {"_": None, "plain": None, "_word": None}
_TAG = "Translators:"


@dataclass(frozen=True, slots=True)
class Words:
    """
    The interface's words in one locale; what has no translation stays English.

    >>> words = Words("de", {"All articles": "Alle Artikel"})
    >>> words("All articles"), words("Languages")
    (Markup('Alle Artikel'), Markup('<span lang="en" dir="ltr">Languages</span>'))
    """

    locale: str
    strings: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    """The tags of articles as the locale calls them."""

    def __call__(self, word: str, /, **values: object) -> Markup:
        """Give *word* for the content of an element; English is marked where it is foreign."""
        text = escape(self.plain(word, **values))
        if self.language(word) == self.locale:
            return text
        return Markup('<span lang="{}" dir="ltr">{}</span>').format(SOURCE, text)

    def language(self, word: str) -> str:
        """Give the locale of what stands for *word*."""
        known = word in self.strings or locales.language(self.locale) == SOURCE
        return self.locale if known else SOURCE

    def plain(self, word: str, /, **values: object) -> str:
        """
        Give *word* as text, for an attribute or a title.

        >>> Words("de", {"Note %(number)s": "Fußnote %(number)s"}).plain("Note %(number)s", number=3)
        'Fußnote 3'
        """
        text = self.strings.get(word, word)
        if not values and "%(" not in text:
            return text
        # Not the % operator: a translation's stray percent sign is a character, not a crash.
        return _PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), text)


def _word(text: str) -> str:
    """Mark a word that Python code asks for, so that it is extracted with those of the templates."""
    return text


# Translators: The title of the arrow at the end of a footnote; it leads to where the note is called.
BACK_TO_TEXT = _word("Back to note %(number)s in the text")
# Translators: The name of a box that holds a wide table and scrolls sideways.
TABLE = _word("Table")
# Translators: The heading of the page for an address that does not exist.
MISSING = _word("This page does not exist")
# Translators: Stands beside the name of this language, for readers whose browser asks for it.
SUGGESTED = _word("The language of your browser")
TAG = "tag"
"""The context in which a project's tags stand among the interface's words."""
_OF_TAGS = ("a tag: a subject that articles are listed under",)


def words(locale: str, *catalogs: Catalog | None) -> Words:
    """
    Give the words of *locale*: of each the first translation that the catalogs have.

    A translation is passed over where it is fuzzy, could break the page, or does not have the
    placeholders of its word.

    >>> theirs = Catalog("de", messages=(Message("Languages", ("Sprachauswahl",)),))
    >>> words("de", theirs, None)("Languages")
    Markup('Sprachauswahl')
    """
    strings: dict[str, str] = {}
    tags: dict[str, str] = {}
    for catalog in catalogs:
        for message in catalog.messages if catalog else ():
            if message.translated and _usable(message):
                if message.context is None:
                    strings.setdefault(message.id, message.string)
                elif message.context == TAG:
                    tags.setdefault(message.id, message.string.strip())
    return Words(locale, strings, tags)


def tags(named: Iterable[tuple[str, str]]) -> tuple[Message, ...]:
    """
    Give the tags of articles as messages: *named* are each tag and the file that has it.

    >>> tags([("asthma", "b.md"), ("asthma", "a.md")])[0].locations
    ('a.md', 'b.md')
    """
    files: dict[str, set[str]] = {}
    for name, path in named:
        files.setdefault(name, set()).add(path)
    return tuple(
        Message(name, context=TAG, notes=_OF_TAGS, locations=tuple(sorted(paths)))
        for name, paths in sorted(files.items())
    )


def template(own: Sequence[tuple[str, str]] = ()) -> Catalog:
    """
    Give every word of the interface as a template, in the order of the files that use them.

    *own* are the templates of a project, by their names.

    >>> [message.string for message in template().messages if message.id == "All articles"]
    ['']
    """
    found: dict[str, Message] = {}
    for path, word, note in _extracted(own):
        known = found.get(word, Message(word))
        found[word] = Message(
            word,
            flags=("python-format",) if _PLACEHOLDER.search(word) else (),
            locations=tuple(dict.fromkeys((*known.locations, path))),
            notes=known.notes or note,
        )
    return Catalog(messages=tuple(found.values()))


@lru_cache(maxsize=64)
def builtin(locale: str) -> Catalog | None:
    """
    Give the translation that the package brings for *locale* or its language, if there is one.

    >>> builtin("de-AT").locale, builtin("tlh")
    ('de', None)
    """
    for tag in (locale, _without_region(locale)):
        file = resources.files(__package__) / "translations" / f"{tag}.po"
        if tag.replace("-", "").isalnum() and file.is_file():
            return po.load(file.read_bytes(), file.name)
    return None


def _extracted(own: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    # Only templates of catalogs are made of them, and it takes a hundredth of a second to load.
    from babel.messages.extract import extract  # noqa: PLC0415 - for that

    package = resources.files(__package__)
    folder = package / "templates"
    files = [
        (f"{__package__}/templates/{file.name}", file.read_bytes())
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
    ]
    files.append((f"{__package__}/interface.py", (package / "interface.py").read_bytes()))
    files += [(f"theme/{name}", text.encode()) for name, text in own]
    for path, data in files:
        method = _EXTRACTORS.get(path.rpartition(".")[2])
        if method is None:
            continue
        for _, word, notes, _ in extract(
            method, BytesIO(data), _KEYWORDS, (_TAG,), {"silent": "false"}, strip_comment_tags=True
        ):
            yield path, str(word), tuple(notes)


def _usable(message: Message) -> bool:
    asked, given = (set(_PLACEHOLDER.findall(text)) for text in (message.id, message.string))
    return asked == given and limits.refusal(message.string) is None


def _without_region(locale: str) -> str:
    # A script says more than its language: "sr-Latn" is not served by "sr".
    language, *rest = locale.split("-")
    return locale if any(len(part) == 4 for part in rest) else language
