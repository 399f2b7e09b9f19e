"""page/direction"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dom import Dom, direction, subtags
from pipeline.findings import Found, Rule


def check(dom: Dom) -> Iterator[Found]:
    """
    A page is set in the direction of its language.

    Why: Arabic or Hebrew without a direction puts every full stop, and every list and table, on the
    wrong side.
    Fix: `<html lang="ar" dir="rtl">`.
    """
    if not dom.document:
        return
    for page in dom.named("html")[:1]:
        tag = (page.get("lang") or "").strip()
        if not subtags.primary(tag):
            continue
        stated = [(one.get("dir") or "").strip().lower() for one in (page, *dom.named("body")[:1])]
        given = next(filter(None, reversed(stated)), "ltr")
        needed = direction(tag)
        if given not in (needed, "auto"):
            message = f'the page is in {tag!r}, but does not say dir="rtl"'
            if needed == "ltr":
                message = f'the page says dir="{given[:20]}", but is in {tag!r}'
            yield Found(page.place, message, text=tag)


_TITLE = "<head><title>Boats</title></head><body><h1>Boats</h1></body>"

RULE = Rule(
    level="error",
    check=check,
    wcag="1.3.2",
    bad=(
        f'<!doctype html><html lang="ar">{_TITLE}</html>',
        f'<!doctype html><html lang="he" dir="ltr">{_TITLE}</html>',
        f'<!doctype html><html lang="fr" dir="rtl">{_TITLE}</html>',
        f'<!doctype html><html lang="az-Arab">{_TITLE}</html>',
    ),
    good=(
        f'<!doctype html><html lang="ar" dir="rtl">{_TITLE}</html>',
        f'<!doctype html><html lang="he" dir="RTL">{_TITLE}</html>',
        f'<!doctype html><html lang="he" dir="auto">{_TITLE}</html>',
        f'<!doctype html><html lang="ar-Latn">{_TITLE}</html>',
        '<p lang="ar">A part of a page has the direction of what is around it.</p>',
    ),
)
