"""page/language-twice"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, subtags
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    A page that names its language twice names the same one.

    Why: browsers go by `lang`, other programs by `xml:lang`; one of them gets the wrong language.
    Fix: leave `xml:lang` out, or write into both what the page is written in.
    """
    if not dom.document:
        return
    for page in dom.named("html")[:1]:
        tag, other = page.get("lang") or "", page.get("xml:lang") or ""
        spoken = {subtags.primary(tag), subtags.primary(other)}
        if len(spoken) == 2 and all(spoken):
            message = f"the page names two languages: {tag[:40]!r} and {other[:40]!r}"
            yield Found(page.place, message, text=other[:40])


_TITLE = "<head><title>Boats</title></head><body><h1>Boats</h1></body>"

RULE = Rule(
    level="warning",
    check=check,
    wcag="3.1.1",
    act=("5b7ae0",),
    axe=("html-xml-lang-mismatch",),
    bad=(
        f'<!doctype html><html lang="en" xml:lang="fr">{_TITLE}</html>',
        f'<!doctype html><html lang="en-GB" xml:lang="fr-FR">{_TITLE}</html>',
    ),
    good=(
        f'<!doctype html><html lang="pt-BR" xml:lang="pt">{_TITLE}</html>',
        f'<!doctype html><html lang="en" xml:lang="EN-gb">{_TITLE}</html>',
        f'<!doctype html><html lang="en" xml:lang="">{_TITLE}</html>',
        f'<!doctype html><html lang="nonsense" xml:lang="fr">{_TITLE}</html>',
    ),
)
