"""
What a result is kept under: a digest of all that it was made of.

The digest is of the very values that a job is handed, and of what it stands on: our code, the
libraries, the dictionaries. So an input that somebody adds tomorrow is part of it without a word here.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from pipeline.cache import world
from pipeline.model import Article

PURE: Mapping[str, int] = {
    "pipeline.jobs.check_file": 1,
    "pipeline.jobs.check_version": 1,
    "pipeline.renewal.extract": 1,
    "pipeline.renewal.update": 1,
    "pipeline.rendering.outline": 1,
    # To pack a page takes as long as a twentieth of what it takes to make it.
    "pipeline.rendering.part": 0,
    "pipeline.rendering.render": 1,
}
"""
The jobs whose results may be kept, each with how much they are packed, as zlib counts.

Each is made of what it is handed, of code and dictionaries.
"""

_SIZE = 16
_ASKED = "asked"
"""The field of a result that says which rows it was made of."""


class Keys:
    """The keys of what a *job* gives for its items."""

    def __init__(self, job: Callable[..., Any]) -> None:
        """Raises TypeError for a job that is not known to be pure, or is handed what has no bytes."""
        function, shared = _parted(job)
        name = f"{function.__module__}.{function.__qualname__}"
        if name not in PURE:
            raise TypeError(name)
        self.function, self.level = function, PURE[name]
        self._begun = blake2b(digest_size=_SIZE)
        self._published: Mapping[str, Any] = {}
        if hasattr(typing.get_type_hints(function)["return"], _ASKED):
            shared = [self._without(value) for value in shared]
        for part in (world.code().encode(), name.encode(), _ENCODER.encode(shared)):
            _add(self._begun, part)
        for value in shared:
            if setup := getattr(value, "setup", None):
                folders = (setup.project, setup.user, *setup.system)
                _add(self._begun, repr(list(world.files(folders))).encode())

    def _without(self, value: Any) -> Any:
        """Give *value* without the table of what is published, which every article would change."""
        if not hasattr(value, "published"):
            return value
        self._published = value.published
        return replace(value, published={})

    def stands(self, result: Any) -> bool:
        """
        Tell whether what *result* asked of that table is answered as it was when it was made.

        A job sees one row at a time, and its result says which: no other can be part of it.
        """
        return all(self._published.get(path) == row for path, row in getattr(result, _ASKED, ()))

    def of(self, item: Any) -> bytes:
        """Give the key of what the job gives for *item*; raises TypeError where that has no bytes."""
        digest = self._begun.copy()
        _add(digest, _ENCODER.encode(item))
        pair = getattr(item, "pair", item)
        article = getattr(pair, "article", pair)
        if isinstance(article, Article):
            # In bytes a date and a text that looks like it are the same.
            _add(digest, repr([field.value for field in article.meta.values()]).encode())
        return digest.digest()


def _parted(job: Callable[..., Any]) -> tuple[Callable[..., Any], list[Any]]:
    """Give the function of a job, and what is handed to it for every item."""
    if not isinstance(job, partial):
        return job, []
    return job.func, [*job.args, *(job.keywords[name] for name in sorted(job.keywords))]


def _add(digest: Any, part: bytes) -> None:
    """Add a part with its length: two parts are not the same as other two that read alike."""
    digest.update(len(part).to_bytes(8, "big"))
    digest.update(part)


def _plain(value: Any) -> Any:
    """Give what stands for a value of a type that has no bytes of its own; raises TypeError."""
    match value:
        case Path():
            return str(value)
        case re.Pattern():
            return [value.pattern, value.flags]
        case _ if type(value).__module__.startswith(("regex", "_regex")):
            return [value.pattern, value.flags]
        case _:
            raise TypeError(type(value).__name__)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_plain, order="deterministic")
