"""page/language-alternates"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urldefrag

from pipeline import locales
from pipeline.dom import Dom, Element, subtags
from pipeline.findings import Found, Rule


def check(dom: Dom, *, locale: str) -> Iterator[Found]:
    """
    A page names its other languages by valid tags, itself among them, and is canonical for itself.

    Why: search engines send a reader to the page of their language only if every page names all, and
    drop one that calls the page of another language the real one.
    Fix: the same list of `<link rel="alternate" hreflang="…">` on every version, with the page itself
    and `x-default`; `rel="canonical"` leads to the page itself.
    """
    links = [link for link in dom.named("link") if link.get("href")]
    alternates = [link for link in links if _is(link, "alternate") and link.get("hreflang")]
    seen: dict[str, str] = {}
    for link in alternates:
        tag, target = (link.get("hreflang") or "").strip(), _target(link)
        if tag.lower() != "x-default" and not _valid(tag):
            yield Found(link.place, f'hreflang "{tag}" is not a language and a region', text=tag)
        elif seen.setdefault(tag.lower(), target) != target:
            yield Found(link.place, f'hreflang "{tag}" leads to two pages', text=tag)
    own = [tag for tag in seen if tag != "x-default" and _same(tag, locale)]
    if seen and not own:
        message = f'the alternates do not name the page itself, which is in "{locale}"'
        yield Found(alternates[0].place, message, level="warning")
    for link in links:
        if _is(link, "canonical"):
            others = {tag for tag, target in seen.items() if target == _target(link)} - {
                "x-default"
            }
            if others and not any(_same(tag, locale) for tag in others):
                message = f'canonical leads to the page in "{min(others)}", not to itself'
                yield Found(link.place, message, text=_target(link))


def _is(link: Element, what: str) -> bool:
    return what in (link.get("rel") or "").lower().split()


def _target(link: Element) -> str:
    return urldefrag((link.get("href") or "").strip())[0].removesuffix("index.html")


def _valid(tag: str) -> bool:
    """A language, maybe a script and a region: what search engines read of BCP 47."""
    _, *rest = tag.split("-")
    regions = [part for part in rest if len(part) != 4]
    return bool(subtags.primary(tag)) and len(regions) < 2 and all(map(locales.is_region, regions))


def _same(tag: str, locale: str) -> bool:
    """Say whether they are one language, and no two regions of it."""
    one, other = tag.lower().split("-"), locale.lower().split("-")
    return one[0] == other[0] and (one[1:] == other[1:] or not one[1:] or not other[1:])


_HEAD = '<!doctype html><html lang="fr"><head><title>A</title>{}</head><body>a</body></html>'
_FR = '<link rel="alternate" hreflang="fr" href="/fr/">'
_EN = '<link rel="alternate" hreflang="en" href="/en/">'

RULE = Rule(
    level="error",
    check=check,
    wcag="3.1.1",
    bad=(
        _HEAD.format(_FR + '<link rel="alternate" hreflang="en-UK" href="/uk/">'),
        _HEAD.format(_FR + '<link rel="alternate" hreflang="english" href="/uk/">'),
        _HEAD.format(_EN),
        _HEAD.format(_FR + _EN + '<link rel="canonical" href="/en/">'),
        _HEAD.format(_FR + '<link rel="alternate" hreflang="fr" href="/autre/">'),
    ),
    good=(
        _HEAD.format(_FR + _EN + '<link rel="canonical" href="/fr/">'),
        _HEAD.format(_FR + '<link rel="alternate" hreflang="x-default" href="/">'),
        _HEAD.format(_FR + '<link rel="alternate" hreflang="en-GB" href="/uk/">'),
        _HEAD.format(_FR + '<link rel="alternate" hreflang="zh-Hant-TW" href="/tw/">'),
        _HEAD.format('<link rel="canonical" href="https://example.org/fr/">'),
        _HEAD.format('<link rel="alternate" type="application/atom+xml" href="/feed">'),
    ),
)
