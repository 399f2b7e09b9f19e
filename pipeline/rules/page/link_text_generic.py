"""page/link-text-generic"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import generic
from pipeline.dom import Dom, Element, described
from pipeline.findings import Found, Rule

_CODE = frozenset(["code", "kbd", "samp", "tt", "var"])


def check(dom: Dom, *, locale: str) -> Iterator[Found]:
    """
    The text of a link says where it leads, without the sentence around it.

    Why: many people go from link to link, or have all links of a page in a list: "here, here, more".
    Fix: let the link be on the words that name its target: not "for our hours click [here]", but "our
    [opening hours]". The link is judged by the phrases of its own language.
    """
    for link in dom.playing("link"):
        if not link.heard or not (name := dom.name(link)):
            continue
        inmost = _inmost(link)
        tag = inmost.language or locale
        if inmost.name not in _CODE and generic.link(name, tag) and not _told(dom, link, name, tag):
            message = f"{described(link)} has a text that fits every link: {name!r}"
            yield Found(link.place, message, text=name)


def _inmost(link: Element) -> Element:
    """Give what the link's text stands in, which may be the one element in it."""
    element = link
    while len(element.children) == 1 and isinstance(element.children[0], Element):
        element = element.children[0]
    return element


def _told(dom: Dom, link: Element, name: str, tag: str) -> bool:
    """Tell whether something else that is read with the link says where it leads."""
    # A heading of that text, in the list of contents: the link says what the heading says.
    if (link.get("href") or "") == f"#{name.casefold().replace(' ', '-')}":
        return True
    told = [link.get("title") or "", link.get("aria-description") or ""]
    if described_by := link.get("aria-describedby"):
        told += [one.text for id_ in described_by.split() if (one := dom.by_id(id_))]
    return any(one.strip() and one != name and not generic.link(one, tag) for one in told)


RULE = Rule(
    level="warning",
    check=check,
    wcag="2.4.4",
    act=("5effbb", "aizyf1"),
    bad=(
        '<a href="hours.html">Click here</a>',
        '<a href="hours.html">Read more…</a>',
        '<p lang="fr">Pour nos horaires, <a href="hours.html">cliquez ici</a>.</p>',
        '<p lang="ar"><a href="hours.html">اضغط هنا</a></p>',
        '<p lang="zh-TW"><a href="hours.html">點擊這裡</a></p>',
        '<p lang="ja"><a href="hours.html">こちら</a></p>',
        '<p>Auf Deutsch: <a href="hours.html"><span lang="de">hier</span></a></p>',
        '<p>Opening hours: <a href="hours.html"><img src="arrow.png" alt="more"></a></p>',
    ),
    good=(
        '<a href="hours.html">Our opening hours</a>',
        '<a href="index.html">Home</a>',
        '<p lang="de"><a href="index.html">Start</a></p>',
        '<p lang="es"><a href="index.html">Inicio</a></p>',
        '<p lang="nl"><a href="index.html">Start</a> <a href="2.html">Volgende</a></p>',
        '<a href="mehr.html">Hier</a>',
        '<a href="#learn-more">Learn more</a>',
        '<a href="api.html"><code>here</code></a> <a href="o.html">--link</a>',
        '<a href="hours.html" aria-label="More on opening hours">More</a>',
        '<a href="hours.html" title="Opening hours">More</a>',
        '<a href="hours.html" aria-describedby="d">More</a> <i id="d">on our opening hours</i>',
    ),
)
