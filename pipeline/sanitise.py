"""Lets nothing into a page that could run, hide or lead astray: an allow-list of HTML."""

from __future__ import annotations

import html as entities
import re
import string

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
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What an address of a page may begin with; besides those, it may be relative."""

_TAGS = (nh3.ALLOWED_TAGS | {"section"}) - {"center", "strike", "tt", "acronym"}


_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*+):")
# A browser passes over these in an address, and over more before it.
_UNSEEN = re.compile(r"[\t\n\r]")
_BEFORE = "".join(map(chr, range(33)))


def scheme(address: str) -> str:
    """
    Give the scheme that a browser sees in *address*, in small letters; empty where it is relative.

    >>> scheme(" Java\\tScript:x()"), scheme("a/b:c")
    ('javascript', '')
    """
    found = _SCHEME.match(_UNSEEN.sub("", address).lstrip(_BEFORE))
    return found[1].lower() if found else ""


def _own(name: str, value: str) -> str | None:
    """
    Give *value* where an attribute may have it.

    Ids that begin with an underscore are the page's: the skip link leads to one. What is cited is an
    address, which the library does not look at.
    """
    if name == "id" and value.startswith("_"):
        return None
    return None if name == "cite" and scheme(value) not in {"", *SCHEMES} else value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    # Tables set their alignment in a style; no other property may reach a page.
    filter_style_properties={"text-align"},
    url_schemes={*SCHEMES},
    attribute_filter=lambda _tag, name, value: _own(name, value),
    # A link's rel is the author's: the default would send readers on without a referrer, unasked.
    link_rel=None,
)


_NAME = re.compile(r"<([a-zA-Z][^\s/>]*+)")
_SIGNS = "_:@$.-#*[({!?0123456789"


def sanitise(html: str) -> str:
    """
    Give *html* without scripts, event handlers, frames, forms, comments and unsafe addresses.

    >>> sanitise('<p onclick="x()">Hi <a href="javascript:y()">there</a></p><script>z()</script>')
    '<p>Hi <a>there</a></p>'
    """
    return _CLEANER.clean(html)


def everything(html: str) -> str:
    """
    Give *html* as the same parser reads it, with all that a browser would see in it.

    It is for comparison only, and may reach no page.

    >>> everything('<P ONCLICK="x()">Hi <a href="java&#9;script:y()">there</P>')
    '<p onclick="x()">Hi <a href="java\\tscript:y()">there</a></p>'
    """
    schemes = _SCHEME.findall(_UNSEEN.sub("", entities.unescape(html)))
    return nh3.clean(
        html,
        tags={*_TAGS, *(name.lower() for name in _NAME.findall(html))},
        clean_content_tags=set(),
        attributes={},
        # Every attribute begins with one of these.
        generic_attribute_prefixes={*string.ascii_lowercase, *_SIGNS},
        url_schemes={*SCHEMES, *(scheme.lower() for scheme in schemes)},
        link_rel=None,
    )
