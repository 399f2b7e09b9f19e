"""What the windows are told: events for each, and what is broken for one that comes later."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.preview.desk import File

MOST = 32
"""So many windows listen at once."""
_BEHIND = 64
"""A window that is so many events behind is told once that all has changed."""
_BEAT = 15.0
"""Seconds after which a line shows that the connection is alive."""
_ALL: Mapping[str, Any] = {"articles": [], "locales": None, "all": True}

Queue = asyncio.Queue[str | None]


@dataclass(slots=True)
class News:
    """The windows that listen, what is broken, and the pages that were made before anybody asked."""

    problems: Sequence[str] = ()
    pages: Mapping[str, File] = field(default_factory=dict)
    _windows: set[Queue] = field(default_factory=set)
    _closed: bool = False

    @property
    def full(self) -> bool:
        """May no more windows listen."""
        return len(self._windows) >= MOST

    def changed(self, what: Mapping[str, Any]) -> None:
        """Tell all windows what has changed."""
        self._tell(event("changed", what))

    def broken(self, line: str) -> None:
        """Tell all windows what cannot be read."""
        self._tell(event("broken", {"message": line}))

    async def listen(self) -> AsyncIterator[str]:
        """Give each event as it comes, in the words of server-sent events, until all is over."""
        queue: Queue = asyncio.Queue(_BEHIND)
        self._windows.add(queue)
        try:
            yield ": listening\n\n"
            for line in self.problems:
                yield event("broken", {"message": line})
            while not self._closed:
                try:
                    told = await asyncio.wait_for(queue.get(), _BEAT)
                except TimeoutError:
                    told = ": still here\n\n"
                if told is None:
                    return
                yield told
        finally:
            self._windows.discard(queue)

    def close(self) -> None:
        """Let every window go."""
        self._closed = True
        for queue in self._windows:
            _empty(queue)
            queue.put_nowait(None)

    def _tell(self, text: str) -> None:
        for queue in self._windows:
            if queue.full():
                _empty(queue)
                text = event("changed", _ALL)
            queue.put_nowait(text)


def event(name: str, what: Mapping[str, Any]) -> str:
    r"""
    Give an event as it is sent.

    >>> event("broken", {"message": "two\nlines"})
    'event: broken\ndata: {"message": "two\\nlines"}\n\n'
    """
    return f"event: {name}\ndata: {json.dumps(what)}\n\n"


def _empty(queue: Queue) -> None:
    while not queue.empty():
        queue.get_nowait()
