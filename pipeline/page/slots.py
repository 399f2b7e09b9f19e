"""
The page of an article by our own templates, made once for all pages that are alike but for their texts.

Where it is known which texts a template only writes, and of the others what it asks, a page of the same
shape is what stood between the texts of the one before, with its own. A project's templates may ask
anything, and so do those of the other pages. The law: a shortcut gives what the long way gives.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import Any

from markupsafe import Markup, escape

from pipeline.page import theme
from pipeline.page.theme import Theme
from pipeline.page.values import Day, Tag, Text

TEMPLATE = "page.html"
_SIGN = re.compile("\x02([0-9]+)\x03")
_MOST = 512
"""So many shapes are remembered: there are a few for each locale."""

_Frame = tuple[object, list[str], list[int]]
"""The words it is made with, what stands between the slots, and which slot is where."""
_frames: dict[Hashable, _Frame] = {}


class _Slots(list[str]):
    """The texts of a page, escaped, each with the sign that stands for it in its frame."""

    def put(self, text: str) -> str:
        self.append(escape(text))
        return f"\x02{len(self) - 1}\x03"


def render(own: Theme, template: str, values: Mapping[str, Any]) -> str:
    """Give what `theme.render` gives."""
    # That a page is called as the site is asked of its heading.
    if own.templates or template != TEMPLATE or values["heading"].text == values["site"].name:
        return theme.render(own, template, **values)
    slots = _Slots()
    signed = _signed(values, slots)
    key = _key(signed)
    frame = _frames.get(key)
    if frame is None or frame[0] is not values["_"]:
        pieces = _SIGN.split(theme.render(own, template, **signed))
        frame = values["_"], pieces[::2], [int(number) for number in pieces[1::2]]
        if len(_frames) >= _MOST:
            _frames.clear()
        _frames[key] = frame
    _, between, numbers = frame
    whole = [""] * (2 * len(numbers) + 1)
    whole[::2] = between
    whole[1::2] = [slots[number] for number in numbers]
    return "".join(whole)


def _signed(values: Mapping[str, Any], slots: _Slots) -> dict[str, Any]:
    """Give *values* with signs for what the template does no more with than write it, once in a place."""
    put = slots.put
    heading, summary, day = values["heading"], values["summary"], values["date"]
    return {
        **values,
        "heading": Text(put(heading.text), heading.locale),
        "summary": summary and Text(put(summary.text), summary.locale),
        "canonical": put(values["canonical"]),
        "alternates": tuple((tag, put(address)) for tag, address in values["alternates"]),
        "versions": [one | {"address": put(one["address"])} for one in values["versions"]],
        "social": tuple((name, put(content)) for name, content in values["social"]),
        "date": day and Day(put(day.iso) if day.iso else "", put(day.text)),
        "tags": tuple(
            (Tag("", Text(put(tag.name.text), tag.name.locale), ""), put(address))
            for tag, address in values["tags"]
        ),
        "data": values["data"] and Markup(put(values["data"])),  # noqa: S704 - it is a sign
        "body": Markup(put(values["body"])),  # noqa: S704 - likewise
    }


def _key(signed: Mapping[str, Any]) -> Hashable:
    """Give all that a frame is made of, but for its words."""
    versions = tuple([one["locale"] for one in signed["versions"]])
    rest = [signed[name] for name in signed if name not in {"versions", "_", "plain"}]
    return versions, *rest
