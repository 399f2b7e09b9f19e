"""Tells at a glance that two texts have the same markup: what the parser need not be asked."""

from __future__ import annotations

import re
from collections import Counter

_CODE = re.compile(r"`[^`\n]+`")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_ENTITY = re.compile(r"&[a-z][\w.-]{0,40};")
# What stands in these is code, has a target, or must have words.
_LOOKED_INTO = re.compile(r"</?(?:a|code|img|pre|script|style|kbd|samp|tt|var)\b", re.IGNORECASE)
# All else that may be markup, a placeholder or an address.
_OTHER = re.compile(r"[\[\]<>*_{}\\|~@%&`]|[ \t]\n|://|www\.|\w\.\w")


def is_same(source: str, translation: str) -> bool:
    """
    Say whether both have the same code and the same tags in one order, and no other markup at all.

    >>> is_same("Run `make <a>` <b>now</b>.", "<b>Lancez</b> `make <a>`.")
    True
    >>> is_same("Run `make`.", "Lancez make."), is_same("A *b*.", "A *b*.")
    (False, False)
    """
    # "&lt;b" would be a tag to somebody who decodes it.
    if any(sign in text for sign in ("``", "&lt;") for text in (source, translation)):
        return False
    if Counter(_CODE.findall(source)) != Counter(_CODE.findall(translation)):
        return False
    texts = _CODE.sub("", source), _CODE.sub("", translation)
    tags = [_TAG.findall(text) for text in texts]
    if tags[0] != tags[1] or any(_LOOKED_INTO.match(tag) for tag in tags[0]):
        return False
    texts = _TAG.sub("", texts[0]), _TAG.sub("", texts[1])
    if Counter(_ENTITY.findall(texts[0])) != Counter(_ENTITY.findall(texts[1])):
        return False
    return not any(_OTHER.search(_ENTITY.sub("", text)) for text in texts)
