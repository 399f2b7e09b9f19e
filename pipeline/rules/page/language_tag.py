"""page/language-tag"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, subtags
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    The language of a page is named by a tag that exists.

    Why: a tag that nobody knows is no better than none.
    Fix: write a tag of BCP 47, such as `fr`, `pt-BR` or `zh-Hans`, not the name of a language or of a
    country, not three letters where a language has two, and a hyphen, not an underscore.
    """
    if not dom.document:
        return
    for page in dom.named("html")[:1]:
        tag = page.get("lang") or ""
        if tag.strip() and not subtags.primary(tag):
            yield Found(page.place, f"{tag[:40]!r} is not the tag of a language", text=tag[:40])


_TITLE = "<head><title>Boats</title></head><body><h1>Boats</h1></body>"

RULE = Rule(
    level="error",
    check=check,
    wcag="3.1.1",
    act=("bf051a",),
    axe=("html-lang-valid",),
    source="IANA Language Subtag Registry",
    bad=(
        f'<!doctype html><html lang="english">{_TITLE}</html>',
        f'<!doctype html><html lang="em-US">{_TITLE}</html>',
        f'<!doctype html><html lang="eng">{_TITLE}</html>',
        f'<!doctype html><html lang="en_US">{_TITLE}</html>',
        f'<!doctype html><html lang=" en">{_TITLE}</html>',
        f'<!doctype html><html lang="i-klingon">{_TITLE}</html>',
    ),
    good=(
        f'<!doctype html><html lang="en">{_TITLE}</html>',
        f'<!doctype html><html lang="PT-br">{_TITLE}</html>',
        f'<!doctype html><html lang="az-Latn">{_TITLE}</html>',
        f'<!doctype html><html lang="gsw">{_TITLE}</html>',
        f'<!doctype html><html lang="en-US-GB">{_TITLE}</html>',
        f'<!doctype html><html lang=" ">{_TITLE}</html>',
        '<p lang="nonsense">Boats.</p>',
    ),
)
