"""
Projects of any size for the benchmarks: articles of about 8 KB with a catalog in each locale.

What they say is what the repository's own articles and catalogs say, dealt out anew: each article is
a shuffled choice of their headings, paragraphs, lists, tables and code, so that every check meets
real prose in every locale. Every paragraph also carries a number of its own, in the source and in the
translation, so that no two are equal and nothing is gained by having seen one before. The same
number always gives the same article.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent.parent
SOURCE = "en"
SIZE = 8_200
"""Characters of an article: the mean of two public documentation sites."""

_CODE = "```sh\npipeline check content/boats.md --locale fr   # one article\n```"


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and what it is called in each locale."""

    id: str
    strings: dict[str, str]

    def numbered(self, number: str) -> Text:
        """Give the same with *number* behind it, in each language."""
        named = {tag: f"{string} ({number})" for tag, string in self.strings.items()}
        return Text(f"{self.id} ({number})", named)


@dataclass(frozen=True, slots=True)
class Store:
    """What articles are dealt from."""

    headings: list[Text]
    prose: list[Text]
    items: list[Text]


def store(tags: tuple[str, ...]) -> Store:
    """Give the texts of the repository's own articles that each of *tags* has a translation of."""
    found: dict[str, Text] = {}
    kinds: dict[str, str] = {}
    for path in sorted((ROOT / "locale" / tags[0] / "LC_MESSAGES").glob("*.po")):
        catalogs = [
            _read(path.parent.parent.parent / tag / "LC_MESSAGES" / path.name) for tag in tags
        ]
        for message in catalogs[0]:
            if isinstance(message.id, str) and message.id and message.auto_comments:
                strings = {
                    tag: str(other.string)
                    for tag, one in zip(tags, catalogs, strict=True)
                    if (other := one.get(message.id)) and other.string and not other.fuzzy
                }
                # A footnote, a figure or an attribute belongs to the article that it was taken from.
                plain = not any(part in message.id for part in ("[^", "![", "{", "|"))
                if len(strings) == len(tags) and plain:
                    found[message.id] = Text(message.id, strings)
                    kinds[message.id] = message.auto_comments[0]
    texts = sorted(found.values(), key=lambda text: text.id)
    return Store(
        [text for text in texts if kinds[text.id].startswith(("heading 2", "heading 3"))],
        [text for text in texts if kinds[text.id] == "paragraph" and len(text.id) > 80],
        [text for text in texts if kinds[text.id].startswith("list item") and len(text.id) > 20],
    )


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


@dataclass(frozen=True, slots=True)
class Article:
    """A generated article, and the texts it is made of."""

    name: str
    body: str
    texts: list[Text]

    def translated(self, tag: str) -> str:
        """Give its Markdown as a translator would write it, for peers that have no catalogs."""
        body = self.body
        for text in self.texts:
            body = body.replace(text.id, text.strings[tag])
        return body


def articles(count: int, tags: tuple[str, ...], size: int = SIZE) -> Iterator[Article]:
    """Give so many articles."""
    texts = store(tags)
    for number in range(count):
        yield article(number, texts, size)


def article(number: int, texts: Store, size: int = SIZE) -> Article:
    """Give article *number*, which is always the same."""
    deal = random.Random(number)
    title = deal.choice(texts.headings).numbered(f"{number}")
    day, tag = number % 28 + 1, number % 20
    used = [title]
    parts = [f"---\ntitle: {title.id}\ndate: 2026-01-{day:02}\ntags: [t{tag}]\n---"]
    while sum(map(len, parts)) < size:
        for more, form in _section(deal, texts, f"{number}.{len(used)}"):
            used += more
            parts.append(form)
    return Article(f"article-{number:06}", "\n\n".join(parts) + "\n", used)


def _section(deal: random.Random, texts: Store, number: str) -> Iterator[tuple[list[Text], str]]:
    heading = deal.choice(texts.headings).numbered(number)
    yield [heading], f"## {heading.id}"
    for place in range(deal.randint(2, 5)):
        one = deal.choice(texts.prose).numbered(f"{number}.{place}")
        yield [one], one.id
    items = [
        one.numbered(f"{number}.i{place}") for place, one in enumerate(deal.sample(texts.items, 4))
    ]
    yield items, "\n".join(f"- {one.id}" for one in items)
    match deal.randint(0, 5):
        case 0:
            yield [], _CODE
        case 1:
            cells = [
                one.numbered(f"{number}.c{place}")
                for place, one in enumerate(deal.sample(texts.headings, 4))
            ]
            rows = [
                f"| {one.id} | {other.id} |"
                for one, other in zip(cells[::2], cells[1::2], strict=True)
            ]
            yield cells, "\n".join([rows[0], "| --- | --- |", *rows[1:]])
        case 2:
            one = deal.choice(texts.prose).numbered(f"{number}.q")
            yield [one], f"> {one.id}"


def project(folder: Path, count: int, tags: tuple[str, ...] = ("de", "fr")) -> None:
    """Write a project of so many articles and their catalogs in *tags* into *folder*."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    for tag in tags:
        (folder / "locale" / tag / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    named = ", ".join(f'"{tag}"' for tag in (SOURCE, *tags))
    (folder / "pipeline.toml").write_text(
        f'name = "Generated"\nsource = "{SOURCE}"\nlocales = [{named}]\nurl = "https://example.org/"\n'
    )
    for one in articles(count, tags):
        (folder / "content" / f"{one.name}.md").write_text(one.body)
        for tag in tags:
            catalog = Catalog(locale=tag, project="Generated", charset="utf-8")
            for text in one.texts:
                catalog.add(text.id, text.strings[tag])
            with (folder / "locale" / tag / "LC_MESSAGES" / f"{one.name}.po").open("wb") as file:
                write_po(file, catalog, width=0)


def main() -> None:
    """Write a project, to be looked at."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--articles", type=int, default=100)
    options.add_argument("--locales", nargs="+", default=["de", "fr"])
    given = options.parse_args()
    project(given.folder, given.articles, tuple(given.locales))


if __name__ == "__main__":
    main()
