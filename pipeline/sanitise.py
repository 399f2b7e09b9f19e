"""Lets nothing into a page that could run, hide or lead astray: an allow-list of HTML."""

from __future__ import annotations

import nh3

from pipeline import stamps

_ANYWHERE = {
    stamps.NAME,
    "id",
    "class",
    "lang",
    "dir",
    "title",
    "role",
    "aria-label",
    "aria-hidden",
}
_ANYWHERE |= {"aria-labelledby", "aria-describedby"}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": _ANYWHERE,
    "a": {"href", "hreflang", "rel", "type"},
    "abbr": set(),
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "data": {"value"},
    "del": {"cite", "datetime"},
    "details": {"open", "name"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ins": {"cite", "datetime"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "q": {"cite"},
    "td": {"colspan", "rowspan", "headers", "style"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr", "style"},
    "time": {"datetime"},
}
_TAGS = (nh3.ALLOWED_TAGS | {"section"}) - {"center", "strike", "tt", "acronym"}


def _own(name: str, value: str) -> str | None:
    """Ids that begin with an underscore are the page's: the skip link leads to one."""
    return None if name == "id" and value.startswith("_") else value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    # Tables set their alignment in a style; no other property may reach a page.
    filter_style_properties={"text-align"},
    url_schemes={"http", "https", "mailto", "tel"},
    attribute_filter=lambda _tag, name, value: _own(name, value),
    # A link's rel is the author's: the default would send readers on without a referrer, unasked.
    link_rel=None,
)


def sanitise(html: str) -> str:
    """
    Give *html* without scripts, event handlers, frames, forms, comments and unsafe addresses.

    >>> sanitise('<p onclick="x()">Hi <a href="javascript:y()">there</a></p><script>z()</script>')
    '<p>Hi <a>there</a></p>'
    """
    return _CLEANER.clean(html)
