"""page/encoding"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom
from pipeline.findings import Found, Level, Rule

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';]+)", re.IGNORECASE)
_SAME = frozenset(["utf-8", "utf8"])


def check(dom: Dom) -> Iterator[Found]:
    """
    A page says that it is UTF-8, as it is.

    Why: a browser believes what the page says: UTF-8 that is called ISO-8859-1 is shown as "cafÃ©".
    Fix: `<meta charset="utf-8">`, first in the head.
    """
    for meta in dom.named("meta"):
        named = meta.get("charset")
        if named is None and (meta.get("http-equiv") or "").lower() == "content-type":
            found = _CHARSET.search(meta.get("content") or "")
            named = found[1] if found else None
        if named is not None and named.strip().lower() not in _SAME:
            message = f'the page says that it is "{named[:40]}", but is UTF-8'
            # Plain English reads the same in nearly every encoding.
            level: Level | None = "warning" if dom.source.isascii() else None
            yield Found(meta.place, message, text=named[:40], level=level)


RULE = Rule(
    level="error",
    check=check,
    wcag="3.1.1",
    bad=(
        '<meta charset="iso-8859-1"><p>Un café.</p>',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Un café.</p>',
        '<meta charset="latin1"><p>A boat.</p>',
    ),
    good=(
        '<meta charset="UTF-8"><p>Un café.</p>',
        '<meta http-equiv="content-type" content="text/html; charset=utf-8"><p>Un café.</p>',
        '<meta name="description" content="charset=latin1"><p>Un café.</p>',
    ),
    source="HTML, 4.2.5.4: the encoding is UTF-8",
)
