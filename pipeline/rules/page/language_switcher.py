"""page/language-switcher"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline import locales
from pipeline.dom import Dom, subtags
from pipeline.errors import PipelineError
from pipeline.findings import Found, Rule

# A language stands in an address as a folder, a host or a value: "/de/", "de.example.org", "?lang=de".
_PARTS = re.compile(r"[/.?&=#]")
_ADDRESS = 200


def check(dom: Dom, *, locale: str) -> Iterator[Found]:
    """
    A link to another language, named in that language, says which one it is.

    Why: "Deutsch" or 「日本語」 read by a French voice is noise, and it is the one link that a reader of
    that language looks for. A link that is marked as one language and leads to another misleads both.
    Fix: `<a href="/de/" lang="de" hreflang="de">Deutsch</a>`.
    """
    stated = {link.get("hreflang") or "" for link in dom.having("hreflang")}
    for link in dom.playing("link"):
        # A subject of an article may be a language; its page is in the reader's own.
        if not link.heard or "tag" in (link.get("rel") or "").lower().split():
            continue
        parts = _PARTS.split((link.get("href") or "")[:_ADDRESS])
        said = {link.get("hreflang") or "", link.language, *parts, *stated}
        name = dom.name(link)
        folded = name.casefold()
        meant = {tag for tag in map(subtags.primary, said) if tag and _autonym(tag) == folded}
        if not meant or subtags.primary(locale) in meant:
            continue
        marked = {subtags.primary(part.language) for part in (link, *link.inside())}
        target = subtags.primary(link.get("hreflang") or "")
        if not meant & marked:
            message = f'the link "{name}" is not marked as "{min(meant)}"'
            yield Found(link.place, message, text=name)
        elif target and target not in meant:
            message = f'the link "{name}" is said to lead to a page in "{target}"'
            yield Found(link.place, message, text=name)


@lru_cache(maxsize=256)
def _autonym(tag: str) -> str:
    """What a language calls itself, in small letters; nothing, where CLDR does not know."""
    try:
        return locales.name(tag).casefold()
    except PipelineError:
        return ""


_PAGE = '<html lang="fr"><nav><a href="/fr/">Français</a> {}</nav></html>'

RULE = Rule(
    level="warning",
    check=check,
    wcag="3.1.2",
    bad=(
        _PAGE.format('<a href="/de/">Deutsch</a>'),
        _PAGE.format('<a href="/ja/" hreflang="ja">日本語</a>'),
        _PAGE.format('<a href="/de/" lang="de" hreflang="nl">Deutsch</a>'),
        _PAGE.format('<a href="/ar/" lang="fr">العربية</a>'),
    ),
    good=(
        _PAGE.format('<a href="/de/" lang="de" hreflang="de">Deutsch</a>'),
        _PAGE.format('<a href="/ja/"><span lang="ja">日本語</span></a>'),
        _PAGE.format('<a href="/pt/" lang="pt-BR">Português</a>'),
        _PAGE.format('<a href="/de/">Allemand</a>'),
        _PAGE.format(
            '<a href="/fr/tags/ja/" rel="tag">日本語</a> <a href="/ja/" lang="ja">日本語</a>'
        ),
    ),
)
