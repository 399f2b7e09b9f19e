"""The body of a page: its addresses from where the page stands, its tables in boxes that scroll."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pipeline import links
from pipeline.model import Article, Version
from pipeline.page.values import Published, Site

_QUOTED = r'(?:"[^"]*"|[^<">])*+'
_TABLE_PARTS = re.compile(rf"<table(?:\s{_QUOTED})?>|</table>|</tr>|<t[dh](?=[\s>])")
_ALIGNED = re.compile(r'(<t[dh](?: [^\s="<>/]+="[^"]*")*?) style="text-align:\s*([a-z]+);?"')
_PICTURE = re.compile(r'<img(?: [^\s="<>/]+(?:="[^"]*")?)*? src="([^"]+)"')
_WIDE = 4
_BOX = Markup('<div class="table">')
_BOX_WIDE = Markup('<div class="table wide" role="group" tabindex="0" aria-label="{}">')


@dataclass(slots=True)
class _Box:
    """A table that is open: where its box is written, and the columns of its first row."""

    piece: int
    columns: int = 0
    counted: bool = False


def written(pieces: Sequence[str], resolve: Callable[[str], str | None], label: str) -> Markup:
    """Give the body *pieces* as a page has it: addresses as *resolve* has them, tables named *label*."""
    kept = list(pieces)
    links.rewrite_tags(kept, resolve)
    body = "".join(kept)
    if "<t" in body:
        # The page's policy lets no style in; the theme knows how to align.
        body = _framed(_ALIGNED.sub(r'\1 data-align="\2"', body), label)
    return Markup(body)  # noqa: S704 - the sanitiser wrote it


def files(version: Version, site: Site) -> Iterator[tuple[str, str]]:
    """Give each local file that the version's page needs: where it is published, and where it stands."""
    seen: list[str] = []
    links.rewrite(version.body, seen.append)
    return needed(seen, version.article, site)


def needed(addresses: Sequence[str], article: Article, site: Site) -> Iterator[tuple[str, str]]:
    """Give those of *addresses*, which a page of *article* has."""
    for address in addresses:
        if found := links.local(address, article.path, site.content):
            target = links.asset(found[0], article.path, site.content)
            if target:
                yield target, found[0]


def picture(body: str) -> str:
    """Give the address of the first picture that other sites can show, or an empty text."""
    found = (match[1] for match in _PICTURE.finditer(body))
    return next(
        (one for one in found if one.lower().endswith((".png", ".jpg", ".jpeg", ".webp", ".gif"))),
        "",
    )


def resolver(
    article: Article, locale: str, origin: str, site: Site, published: Mapping[str, Published]
) -> Callable[[str], str | None]:
    """Give what rewrites the addresses of *article* in the page *origin*, which is in *locale*."""

    def resolve(address: str) -> str | None:
        found = links.local(address, article.path, site.content)
        if found is None:
            return None
        file, rest = found
        if other := published.get(file):
            tag = locale if locale in other.locales else other.default
            return site.address(other.file(tag), origin) + rest
        if file.lower().endswith(links.ARTICLES):
            # Readers do not have that article in any language: its words stay, the link goes.
            return ""
        target = links.asset(file, article.path, site.content)
        return target and links.relative(target, origin) + rest

    return resolve


def _framed(body: str, label: str) -> str:
    """
    Put each table in a box that scrolls, so that a narrow screen does not; a wide one takes the focus.

    Three columns always fit by wrapping. A box that scrolls must be reached by keyboard, and what is
    reached needs a name.
    """
    pieces: list[str] = []
    boxes: list[_Box] = []
    position = 0
    for part in _TABLE_PARTS.finditer(body):
        box = boxes[-1] if boxes else None
        if part[0].startswith("<table"):
            pieces += [body[position : part.start()], ""]
            boxes.append(_Box(len(pieces) - 1))
            position = part.start()
        elif box and part[0] == "</table>":
            pieces[box.piece] = _BOX_WIDE.format(label) if box.columns >= _WIDE else _BOX
            pieces += [body[position : part.end()], "</div>"]
            boxes.pop()
            position = part.end()
        elif box and part[0] == "</tr>":
            box.counted = box.columns > 0
        elif box and not box.counted:
            box.columns += 1
    return "".join((*pieces, body[position:]))
