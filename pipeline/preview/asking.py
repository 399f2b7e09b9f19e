"""Asks the desk, one question after the other: the windows' first, and what can wait when they are silent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

Question = Callable[..., Any]
"""Takes the name of a question and what it is about, and waits for the answer."""


class GoneError(Exception):
    """Whoever asked does not wait for the answer any more."""


@dataclass(slots=True)
class Asking:
    """Who is waiting for an answer of the desk."""

    question: Question
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _stirred: asyncio.Event = field(default_factory=asyncio.Event)

    async def ask(
        self, question: str, *arguments: Any, gone: Callable[[], Awaitable[bool]] | None = None
    ) -> Any:
        """Give the answer; raises `GoneError` where nobody waits for it once it is its turn."""
        async with self._lock:
            if gone and await gone():
                raise GoneError
            return await asyncio.to_thread(self.question, question, *arguments)

    def stir(self) -> None:
        """Say that there may be something to do while nobody asks."""
        self._stirred.set()

    async def idle(self, done: Callable[[], None]) -> None:
        """Let the desk do a little whenever nobody asks; *done* is called when that was all."""
        self._stirred.set()
        while True:
            await self._stirred.wait()
            self._stirred.clear()
            worked = False
            while True:
                if not await self.ask("idle"):
                    break
                worked = True
                # Whoever comes is next: it asks for little at a time, and waits in the same line.
                await asyncio.sleep(0.01)
            if worked:
                done()
