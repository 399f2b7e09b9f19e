"""The pages at former addresses, which lead readers on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline import addresses, links, page
from pipeline.interface import Words
from pipeline.model import Version
from pipeline.page import Card, Published, Site


def build(
    versions: Sequence[Version],
    cards: Sequence[Card],
    published: Mapping[str, Published],
    site: Site,
    spoken: Mapping[str, Words],
) -> dict[str, str]:
    """
    Give a page for each address that a version had before: file to text. *cards* are those of *versions*.

    Those are the article's own name where a translator gave another, and what the front matter
    names. An address from the site's root on leads to the version for readers of any language. Of two
    that claim one address the first has it.
    """
    found: dict[str, str] = {}
    for version, card in zip(versions, cards, strict=True):
        article, locale = version.article, version.locale
        others = published[article.path]
        target = others.file(locale)
        former = [links.page(locale, article.name)]
        for name in addresses.aliases(article):
            if not name.startswith("/"):
                former.append(links.page(locale, name))
            elif locale == others.default:
                former.append(name[1:])
        for file in former:
            if file != target and file not in found:
                found[file] = page.moved(file, target, card.heading, site, spoken[locale])
    return found
