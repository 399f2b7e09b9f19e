"""
The source line of each block, written into its page and taken out before publication.

A stamp lets a finding on a page name the line of the article that made it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

NAME = "data-line"

# In a page that the sanitiser wrote, `<` and `"` stand for themselves in tags only: elsewhere they
# are escaped. So nothing but a real stamp can match.
_STAMP = re.compile(rf"""(<[a-z][a-z0-9]*(?: [^\s="<>/]+(?:="[^"]*")?)*?) {NAME}="(\d+)\"""")


def strip(page: str) -> str:
    """
    Give *page* without its stamps, and otherwise byte for byte as it was.

    >>> strip('<p class="a" data-line="3">data-line="3"</p>')
    '<p class="a">data-line="3"</p>'
    """
    return _STAMP.sub(r"\1", page)


def lines(page: str) -> tuple[str, ...]:
    """
    Give the lines that *page*, which the sanitiser wrote, is stamped with, in its order.

    >>> lines('<p class="a" data-line="3">data-line="3" &lt;p data-line="4"&gt;</p>')
    ('3',)
    """
    return tuple(stamp[2] for stamp in _STAMP.finditer(page))


def given(root: ET.Element) -> tuple[str, ...]:
    """Give the lines that the tree at *root* is stamped with, in its order."""
    return tuple(filter(None, (element.get(NAME) for element in root.iter())))
