"""The files of a new project, which passes its own checks: a configuration, and one article in each locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources

from pipeline import locales, po, template
from pipeline.merging import merge
from pipeline.model import Catalog, Message

_CONFIG = """\
# These keys are explained in the README of Article Pipeline.
source = "{source}"
locales = [{named}]
name = "{name}"
# url = "https://www.example.org"

[thresholds]
grade = 9.0        # the hardest reading level; false asks nothing
misspellings = 0.0 # per 1,000 words
coverage = 1.0     # the share that must be translated
level = "error"    # a finding at this level holds a version
"""

_WAITING = """
[locale.{tag}.thresholds]
coverage = 0.0     # nothing is translated yet; take these lines out when it is
"""

_IGNORED = ".pipeline/\nbuild/\npublic/\n"

_NAME = "Our articles"
_ENGLISH = "en"


def files(source: str, targets: Sequence[str]) -> dict[str, bytes]:
    """
    Give each file's path and content; the article is in *source*, or in English where we lack it.

    >>> sorted(files("en", ["fr"]))
    ['.gitignore', 'content/welcome.md', 'locale/fr/LC_MESSAGES/welcome.po', 'pipeline.toml']
    """
    tags = list(dict.fromkeys((source, *targets)))
    texts = {tag: strings for tag in (*tags, _ENGLISH) if (strings := _strings(tag))}
    written = source if source in texts else _ENGLISH
    named = ", ".join(f'"{tag}"' for tag in tags)
    config = _CONFIG.format(source=source, named=named, name=_NAME)
    config += "".join(_WAITING.format(tag=tag) for tag in tags if tag not in texts)
    made = {
        "pipeline.toml": config.encode(),
        "content/welcome.md": _article(texts[written], written, source).encode(),
        ".gitignore": _IGNORED.encode(),
    }
    for tag in tags:
        if tag in texts and tag != written:
            path = f"locale/{tag}/LC_MESSAGES/welcome.po"
            made[path] = po.dump(_catalog(tag, texts[written], texts[tag]))
    return made


def _article(strings: Mapping[str, str], written: str, source: str) -> str:
    text = (resources.files(__package__) / "welcome.md").read_text("utf-8")
    for english, own in strings.items():
        text = text.replace(english, own)
    return text if written == source else text.replace("title:", f"locale: {written}\ntitle:", 1)


def _catalog(tag: str, ids: Mapping[str, str], strings: Mapping[str, str]) -> Catalog:
    """Give the first catalog of the locale *tag*, with the header that an update would give it."""
    messages = tuple(Message(ids[english], (strings[english],)) for english in ids)
    wanted = Catalog(header=template.header(_NAME), messages=messages)
    return merge.merge(Catalog(tag, messages=messages), wanted).catalog


def _strings(locale: str) -> dict[str, str]:
    """Give the article's texts in the language of *locale*, by the English ones; none if we lack it."""
    file = resources.files(__package__) / f"{locales.language(locale)}.po"
    if not file.is_file():
        return {}
    return {one.id: one.string for one in po.load(file.read_bytes(), file.name).messages}
